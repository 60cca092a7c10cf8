//! Names our one command, so that a capability can allow it, and checks that there are pages to embed.

use std::path::Path;
use std::process::ExitCode;

const PAGES: &str = "../ui/dist";

fn main() -> ExitCode {
    // Tauri embeds the pages while it compiles, but does not notice by itself when they change.
    println!("cargo::rerun-if-changed={PAGES}");
    if !Path::new(PAGES).join("index.html").exists() {
        println!("cargo::error=ui/dist is missing: `cargo xtask run` builds the pages first");
        return ExitCode::FAILURE;
    }
    let commands = tauri_build::AppManifest::new().commands(&["call"]);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    match tauri_build::try_build(attributes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error:#}");
            ExitCode::FAILURE
        }
    }
}
