//! Benches, each measured beside its rivals in one run: `groat-bench codes`.

mod books;
mod codes;
mod memory;
mod practice;
mod start;
mod times;
mod visible;

use std::process::ExitCode;

/// A bench by its name.
type Bench = (&'static str, fn() -> Result<(), Box<dyn std::error::Error>>);

const BENCHES: &[Bench] = &[
    ("codes", codes::run),
    ("books", books::run),
    ("start", start::run),
    ("visible", visible::run),
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let mut wanted = Vec::new();
    while let Some(word) = words.next() {
        // Its number is read where it is used.
        if word == "--gifts" {
            words.next();
        } else {
            wanted.push(word);
        }
    }
    if let Some(unknown) =
        wanted.iter().find(|name| !BENCHES.iter().any(|(known, _)| known == name))
    {
        eprintln!("There is no bench {unknown:?}.");
        return ExitCode::from(2);
    }
    let mut status = ExitCode::SUCCESS;
    for (name, run) in BENCHES {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| wanted == name) {
            continue;
        }
        println!("\n{name}\n");
        if let Err(error) = run() {
            eprintln!("{name}: {error}");
            status = ExitCode::FAILURE;
        }
    }
    status
}
