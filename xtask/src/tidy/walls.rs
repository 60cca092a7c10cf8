//! The walls around the pages: what they may load, what they may ask of the shell.

use std::fs;

use serde_json::{Value, json};

use super::Source;
use crate::Outcome;
use crate::shell::root;

/// Written here a second time on purpose: whoever loosens it does so in two places, knowingly.
const SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src ipc: http://ipc.localhost; \
    object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const WINDOWS: &[&str] = &["main", "display"];

const PERMISSIONS: &[&str] =
    &["allow-call", "core:event:allow-listen", "core:event:allow-unlisten"];

/// The one file of the pages that may speak to the shell.
const TAURI_FILE: &str = "ui/src/backend/tauri.ts";

/// Every other file of the pages that knows Tauri.
pub fn tauri_in_one_file(sources: &[Source]) -> Vec<String> {
    let pages = sources.iter().filter(|source| source.path.starts_with("ui/"));
    let breaches = pages.filter(|source| {
        source.path != TAURI_FILE
            && ["from \"@tauri-apps", "import(\"@tauri-apps", "import \"@tauri-apps"]
                .iter()
                .any(|import| source.text.contains(import))
    });
    breaches.map(|source| source.path.clone()).collect()
}

/// Every setting of the shell that is looser than what is written here.
pub fn security_policy() -> Outcome<Vec<String>> {
    let settings = json_file("src-tauri/tauri.conf.json")?;
    let wanted = [
        ("/app/security/csp", json!(SECURITY_POLICY)),
        ("/app/security/freezePrototype", json!(true)),
        ("/app/security/dangerousDisableAssetCspModification", json!(false)),
        ("/app/security/assetProtocol/enable", json!(false)),
        ("/app/security/capabilities", json!(WINDOWS)),
        ("/app/withGlobalTauri", json!(false)),
        ("/build/removeUnusedCommands", json!(true)),
    ];
    let mut breaches = Vec::new();
    for (place, wanted) in wanted {
        let found = settings.pointer(place).unwrap_or(&Value::Null);
        if *found != wanted {
            breaches.push(format!("{place} is {found}, not {wanted}"));
        }
    }
    if let Some(policy) = settings.pointer("/app/security/devCsp") {
        breaches.push(format!("there is a second policy for development: {policy}"));
    }
    Ok(breaches)
}

/// Every capability that gives a window more than what is written here.
pub fn capabilities() -> Outcome<Vec<String>> {
    let mut breaches = Vec::new();
    for window in WINDOWS {
        let found = json_file(&format!("src-tauri/capabilities/{window}.json"))?;
        let wanted = [
            ("identifier", json!(window)),
            ("windows", json!([window])),
            ("permissions", json!(PERMISSIONS)),
        ];
        for (key, wanted) in wanted {
            let found = found.get(key).unwrap_or(&Value::Null);
            if *found != wanted {
                breaches.push(format!("{window}: {key} is {found}, not {wanted}"));
            }
        }
        for key in ["remote", "webviews", "local"] {
            if found.get(key).is_some() {
                breaches.push(format!("{window}: has {key}"));
            }
        }
    }
    for entry in fs::read_dir(root().join("src-tauri/capabilities"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !WINDOWS.iter().any(|window| name == format!("{window}.json")) {
            breaches.push(format!("{name} belongs to no window"));
        }
    }
    Ok(breaches)
}

fn json_file(path: &str) -> Outcome<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(root().join(path))?)?)
}
