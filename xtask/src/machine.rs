//! What the machine must have besides Rust, why, and how it gets it.

use std::process::{Command, Stdio};

use crate::Outcome;
use crate::shell::{exists, run};

/// A package of Debian and Ubuntu, and what we need it for.
#[derive(Clone, Copy)]
pub struct Package {
    name: &'static str,
    why: &'static str,
}

const fn package(name: &'static str, why: &'static str) -> Package {
    Package { name, why }
}

/// What building the program needs.
pub const TO_BUILD: &[Package] = &[
    package("build-essential", "a C compiler, for SQLite"),
    package("pkg-config", "finds the libraries below"),
    package("libwebkit2gtk-4.1-dev", "the web view the window is made of"),
    package("librsvg2-dev", "icons in the window"),
];

/// What trying the real window needs besides.
pub const TO_TEST: &[Package] = &[
    package("webkit2gtk-driver", "drives the real window as a person would"),
    package("xvfb", "a screen without a monitor"),
    package("openbox", "window frames and native dialogs on that screen"),
    package("xdotool", "types into native dialogs"),
    package("dbus", "a message bus for the program under test"),
    package("imagemagick", "pictures of the screen"),
    package("zbar-tools", "reads codes as a donor's phone does"),
    package("python3", "reads the exported file, independently of us"),
    package("python3-pyotp", "plays the app that shows codes on a phone"),
    package("fonts-noto-core", "letters of many scripts"),
];

/// What the comparison with others needs besides.
pub const TO_BENCH: &[Package] = &[
    package("libqrencode-dev", "a rival our codes are measured against"),
    package("python3-venv", "room for the rivals written in Python"),
    package("hledger", "a rival our totals are measured against"),
    package("ledger", "another one"),
];

/// Installs what is missing of these packages, or says what to install by hand.
pub fn provide(packages: &[Package]) -> Outcome<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if !exists("dpkg-query") || !exists("apt-get") {
        println!("This machine has no apt. If the build does not find something, install what");
        println!("your system calls:");
        list(packages);
        return Ok(());
    }
    let missing: Vec<Package> =
        packages.iter().copied().filter(|package| !is_installed(package.name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("These packages are missing:");
    list(&missing);
    install(&missing)
}

fn list(packages: &[Package]) {
    for package in packages {
        println!("  {:<24} {}", package.name, package.why);
    }
}

fn is_installed(name: &str) -> bool {
    Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", name])
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|output| output.status.success() && output.stdout == b"installed")
}

fn install(packages: &[Package]) -> Outcome<()> {
    let names: Vec<&str> = packages.iter().map(|package| package.name).collect();
    let by_hand = format!("apt-get update && apt-get install --yes {}", names.join(" "));
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
    if !is_root && !exists("sudo") {
        return Err(format!("there is no sudo here. As root, run:\n\n  {by_hand}\n").into());
    }
    println!("Installing them: {by_hand}");
    let apt = |words: &[&str]| {
        let mut command = Command::new(if is_root { "env" } else { "sudo" });
        command.args(if is_root { &[][..] } else { &["env"][..] });
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]).args(words);
        run(&mut command)
    };
    // Old lists are no reason to stop: the packages may be in them.
    if let Err(error) = apt(&["update"]) {
        println!("{error}");
    }
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(names);
    apt(&words).map_err(|error| format!("{error}\nBy hand, as root:\n\n  {by_hand}\n").into())
}
