//! The text of our own files.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::shell::root;

/// One file.
pub struct Source {
    /// Where it lies, from the root, with slashes.
    pub path: String,
    /// What is in it.
    pub text: String,
}

const ROOMS: &[&str] = &["crates", "src-tauri", "xtask", "tests", "ui"];
const NOT_OURS: &[&str] = &["node_modules", "dist", "target", "gen", ".svelte-kit"];
const KINDS: &[&str] = &["rs", "ts", "svelte", "html"];

/// Reads every file of ours that holds code.
pub fn read() -> Outcome<Vec<Source>> {
    let mut sources = Vec::new();
    for room in ROOMS {
        walk(&root().join(room), &mut sources)?;
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(sources)
}

fn walk(folder: &Path, sources: &mut Vec<Source>) -> Outcome<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() {
            if !NOT_OURS.contains(&name) {
                walk(&path, sources)?;
            }
        } else if path
            .extension()
            .and_then(|kind| kind.to_str())
            .is_some_and(|kind| KINDS.contains(&kind))
        {
            let relative = path.strip_prefix(root())?.to_string_lossy().replace('\\', "/");
            sources.push(Source { path: relative, text: fs::read_to_string(&path)? });
        }
    }
    Ok(())
}

impl Source {
    /// Tells whether the file is of this kind, named by its ending.
    pub fn is(&self, kind: &str) -> bool {
        self.path.rsplit('.').next() == Some(kind)
    }
}
