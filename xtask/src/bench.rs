//! `cargo xtask bench`: the measured promises, beside what people would otherwise use.

use crate::shell::{cargo, run, target};
use crate::{Outcome, machine, pages, rivals};

/// Builds everything optimised and runs the named parts, or all. `--gifts` says how many gifts the
/// books of the bench have.
pub fn bench(words: &[&str]) -> Outcome<()> {
    machine::provide(machine::TO_BUILD)?;
    machine::provide(machine::TO_BENCH)?;
    if words.is_empty() || words.iter().any(|word| matches!(*word, "codes" | "books")) {
        rivals::provide();
    }
    let with_window =
        words.is_empty() || words.iter().any(|word| matches!(*word, "start" | "visible"));
    if with_window {
        machine::provide(machine::TO_TEST)?;
        pages::provide()?;
        pages::build()?;
        run(&mut cargo(&[
            "build",
            "--release",
            "--package",
            "groat-desktop",
            "--package",
            "blank-window",
        ]))?;
    }
    let folder = target().join("release");
    run(cargo(&["run", "--release", "--package", "groat-bench", "--"])
        .args(words)
        .env("GROAT_DESKTOP", folder.join("groat-desktop"))
        .env("GROAT_BLANK_WINDOW", folder.join("blank-window"))
        .env("GROAT_RIVALS", rivals::folder()))
}
