//! `cargo xtask run`: from a bare machine to the open window.

use std::env;
use std::path::Path;

use crate::shell::{cargo, run as start, target};
use crate::{Outcome, machine, pages};

/// Installs what is missing, builds, opens the window; without a display, a practice drive in the terminal.
pub fn run(words: &[&str]) -> Outcome<()> {
    let (own, passed_on) = match words.iter().position(|word| *word == "--") {
        Some(at) => (words.get(..at).unwrap_or(words), words.get(at + 1..).unwrap_or_default()),
        None => (words, &[][..]),
    };
    let release = match own {
        [] => false,
        ["--release"] => true,
        _ => return Err(format!("run does not know {}", own.join(" ")).into()),
    };
    if !has_display() {
        println!(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window"
        );
        println!("can open. A practice drive in the terminal, on throw-away books:\n");
        return start(&mut cargo(&[
            "run",
            "--quiet",
            "--package",
            "groat-cli",
            "--bin",
            "groat",
            "--",
            "demo",
        ]));
    }
    machine::provide(machine::TO_BUILD)?;
    pages::provide()?;
    pages::build()?;
    let folder = target().join(if release { "release" } else { "debug" });
    let mut words = vec!["build", "--package", "groat-desktop"];
    if release {
        words.push("--release");
    }
    if !folder.join(PROGRAM).exists() {
        println!(
            "Building the program. The first time this takes some minutes, later some seconds."
        );
        if !release {
            println!(
                "It is built for a quick start of the build; `cargo xtask run --release` takes"
            );
            println!("longer to build and is faster to use.");
        }
    }
    start(&mut cargo(&words))?;
    // The keyring is for real books; cargo switches it off for all that it runs.
    start(
        std::process::Command::new(folder.join(PROGRAM))
            .args(passed_on)
            .env_remove("GROAT_KEYRING"),
    )
}

const PROGRAM: &str = if cfg!(windows) { "groat-desktop.exe" } else { "groat-desktop" };

fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    set("DISPLAY") || set("WAYLAND_DISPLAY") && runtime_folder_is_there()
}

/// Without its folder there is no socket of the compositor either.
fn runtime_folder_is_there() -> bool {
    env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).is_dir())
}
