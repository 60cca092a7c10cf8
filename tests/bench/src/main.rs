//! Benches, each measured beside its rivals in one run: `groat-bench codes`.

mod codes;

use std::process::ExitCode;

fn main() -> ExitCode {
    let bench = std::env::args().nth(1).unwrap_or_default();
    let outcome = match bench.as_str() {
        "codes" => codes::run(),
        _ => Err("which bench? codes".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
