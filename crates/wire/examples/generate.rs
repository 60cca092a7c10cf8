//! Writes the TypeScript of everything that crosses to the windows.

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: generate FILE");
        return ExitCode::from(2);
    };
    match std::fs::write(path, groat_wire::typescript()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
