//! The pages in the windows: Node, their packages, their build.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::Outcome;
use crate::shell::{npm, read, root, run};

const NEEDED: (u32, u32) = (20, 19);

/// Checks Node and fetches the packages of the pages, if their list is newer than they are.
pub fn provide() -> Outcome<()> {
    check_node()?;
    let ui = root().join("ui");
    let list = modified(&ui.join("package-lock.json"));
    let fetched = modified(&ui.join("node_modules/.package-lock.json"));
    if fetched.is_some() && fetched >= list {
        return Ok(());
    }
    println!("Fetching the packages of the pages (npm ci in ui).");
    run(&mut npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

/// Builds the pages, if anything they are made from is newer.
pub fn build() -> Outcome<()> {
    let ui = root().join("ui");
    let built = modified(&ui.join("dist/index.html"));
    let mut newest = None;
    for source in ["src", "public", "scripts", "../crates/phrases/locales"] {
        newest = newest.max(newest_in(&ui.join(source)));
    }
    for entry in fs::read_dir(&ui)?.flatten() {
        if entry.file_type()?.is_file() {
            newest = newest.max(modified(&entry.path()));
        }
    }
    if built.is_some() && built >= newest {
        return Ok(());
    }
    run(&mut npm(&["run", "--silent", "build"]))
}

fn check_node() -> Outcome<()> {
    let advice = format!(
        "Node {}.{} or newer builds the pages in the window. Debian's and Ubuntu's own package is \
         often older: https://nodejs.org/en/download has newer ones, as have nvm and fnm.",
        NEEDED.0, NEEDED.1
    );
    let Ok(said) = read(Command::new("node").arg("--version")) else {
        return Err(format!("there is no Node here. {advice}").into());
    };
    match version(&said) {
        Some(found) if found >= NEEDED => Ok(()),
        _ => Err(format!("this Node is {}. {advice}", said.trim()).into()),
    }
}

/// Reads `v20.19.1`.
fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

fn newest_in(folder: &Path) -> Option<SystemTime> {
    let mut newest = modified(folder);
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let path = entry.path();
        newest = newest.max(if path.is_dir() { newest_in(&path) } else { modified(&path) });
    }
    newest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_compared_by_number() {
        assert_eq!(version("v20.19.1\n"), Some((20, 19)));
        assert!(version("v9.0.0") < Some(NEEDED));
        assert!(version("v22.1.0") > Some(NEEDED));
        assert_eq!(version("20"), None);
    }
}
