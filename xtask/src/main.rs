//! The project's own commands: `cargo xtask run`, `test`, `check`, `generate`, `bench`, `fuzz`, `soak`.
//! Nothing has to be installed by hand for them but Rust and Node.

mod bench;
mod fuzz;
mod generate;
mod machine;
mod pages;
mod report;
mod rivals;
mod run;
mod shell;
mod suite;
mod tidy;

use std::env;
use std::error::Error;
use std::process::ExitCode;

/// What a step gives, or why it ends here.
type Outcome<T> = Result<T, Box<dyn Error>>;

const USAGE: &str = "cargo xtask <command>

  run [--release] [-- ARGS]   installs what is missing, builds, opens the window;
                              with no display: a practice drive in the terminal
  test                        everything a change needs, the real window included
  check                       the quick part of it: form, lints, generated files, house rules
  generate [--check]          writes the files that are made from others
  bench [WHAT…] [--gifts N]   the measured promises: codes, books, start, visible
  fuzz [MINUTES] [READER…]    texts nobody thought of, for every reader of payment codes
  soak [reliability]          kills, power cuts, full and damaged disks by the thousand, then the
                              same tests with many more cases";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["run", rest @ ..] => run::run(rest),
        ["test"] => suite::test(),
        ["check"] => suite::check(),
        ["generate"] => generate::write(),
        ["generate", "--check"] => generate::check(),
        ["bench", rest @ ..] => bench::bench(rest),
        ["fuzz", rest @ ..] => fuzz::fuzz(rest),
        ["soak"] => suite::soak(false),
        ["soak", "reliability"] => suite::soak(true),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
