//! What is written in Python and JavaScript, each in a folder of its own under the build folder: the
//! rivals of the payment codes, and what the second verifier of the books needs.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::shell::{exists, run, target};

/// What the second verifier reads the books with.
const VERIFIER: [&str; 2] = ["sqlcipher3-binary==0.6.0", "cryptography==50.0.2"];
const PYTHON: [&str; 5] = [
    "segno==1.6.6",
    "qrbill==1.2.0",
    "beancount==3.2.3",
    "beanquery==0.2.0",
    "sqlcipher3-wheels==0.5.7",
];
const JAVASCRIPT: &str = "swissqrbill@4.4.1";

/// The folder they are installed in.
pub fn folder() -> PathBuf {
    target().join("rivals")
}

/// Installs what is missing. What cannot be installed is named, and the bench skips it.
pub fn provide() {
    let folder = folder();
    for (names, installed) in
        [(PYTHON.join(" "), python(&folder)), (JAVASCRIPT.into(), javascript(&folder))]
    {
        if let Err(error) = installed {
            println!("Not measured: {names} ({error})");
        }
    }
}

fn python(folder: &Path) -> Outcome<()> {
    installed(&folder.join("python"), &PYTHON)
}

/// Installs what the second verifier needs, or names what is missing: its test leaves it out then.
pub fn provide_verifier() {
    if let Err(error) = installed(&target().join("verifier"), &VERIFIER) {
        println!("Not installed: {} ({error})", VERIFIER.join(" "));
    }
}

/// The Python of the second verifier; `GROAT_PYTHON` names another one.
pub fn verifier_python() -> String {
    let own = target().join("verifier/bin/python");
    std::env::var("GROAT_PYTHON").unwrap_or_else(|_| own.display().to_string())
}

fn installed(own: &Path, packages: &[&str]) -> Outcome<()> {
    let list = own.join("installed");
    if std::fs::read_to_string(&list).is_ok_and(|installed| installed == packages.join(" ")) {
        return Ok(());
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(own))?;
    let mut pip = Command::new(own.join("bin/python"));
    run(pip.args(["-m", "pip", "install", "--quiet"]).args(packages))?;
    Ok(std::fs::write(list, packages.join(" "))?)
}

fn javascript(folder: &Path) -> Outcome<()> {
    if !exists("node") || !exists("npm") {
        return Err("there is no Node here".into());
    }
    let wanted = JAVASCRIPT.split('@').next_back().unwrap_or_default();
    let package = folder.join("node_modules/swissqrbill/package.json");
    let version = format!("\"version\": \"{wanted}\"");
    if std::fs::read_to_string(package).is_ok_and(|package| package.contains(&version)) {
        return Ok(());
    }
    std::fs::create_dir_all(folder)?;
    let words = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--no-save"];
    run(Command::new("npm").args(words).arg(JAVASCRIPT).arg("--prefix").arg(folder))
}
