//! `cargo xtask fuzz`: texts that nobody thought of, for every reader of payment codes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{cargo, exists, root, run, target};
use crate::{Outcome, machine};

/// Runs the named targets, or all, for so many minutes in total; without a number, for an hour.
///
/// The corpus is one file a reader, a text a line in JSON; it is laid out for libFuzzer in
/// `target/fuzz-corpus`, where what is found new stays. With `--keep` the file itself is written
/// anew, cut down to what reaches code that nothing else reaches.
pub fn fuzz(words: &[&str]) -> Outcome<()> {
    machine::provide(machine::TO_BUILD)?;
    if !exists("cargo-fuzz") {
        println!("cargo-fuzz is missing: it builds the readers for libFuzzer. Installing it.");
        run(&mut cargo(&["install", "cargo-fuzz", "--locked"]))?;
    }
    let keep = words.contains(&"--keep");
    let minutes = words.iter().find_map(|word| word.parse::<u64>().ok()).unwrap_or(60);
    let named = words.iter().filter(|word| **word != "--keep" && word.parse::<u64>().is_err());
    let mut targets: Vec<String> = named.map(|word| (*word).to_owned()).collect();
    if targets.is_empty() {
        targets = all()?;
    }
    let each = (minutes * 60 / u64::try_from(targets.len())?.max(1)).max(1);
    println!("{} readers, {each} s each", targets.len());
    targets.iter().try_for_each(|name| try_reader(name, each, keep))?;
    let tried = each * u64::try_from(targets.len())?;
    println!("{} readers tried for {} min {} s in total", targets.len(), tried / 60, tried % 60);
    Ok(())
}

/// The readers, by the binaries of the package.
fn all() -> Outcome<Vec<String>> {
    let manifest = fs::read_to_string(folder().join("Cargo.toml"))?;
    let names = manifest
        .split("[[bin]]")
        .skip(1)
        .filter_map(|binary| binary.split('"').nth(1).map(str::to_owned));
    Ok(names.collect())
}

fn try_reader(name: &str, seconds: u64, keep: bool) -> Outcome<()> {
    let found = target().join("fuzz-corpus").join(name);
    fs::create_dir_all(&found)?;
    lay_out(name, &found)?;
    let limit = format!("-max_total_time={seconds}");
    run(in_folder("run")
        .arg(name)
        .arg(&found)
        .args(["--", &limit, "-timeout=10", "-rss_limit_mb=1024", "-max_len=2000"])
        .args(["-print_final_stats=1", "-verbosity=0"]))?;
    if keep {
        let cut = target().join("fuzz-cut").join(name);
        fs::create_dir_all(&cut)?;
        run(in_folder("run").arg(name).args([&cut, &found]).args(["--", "-set_cover_merge=1"]))?;
        gather(name, &cut)?;
    }
    Ok(())
}

/// Writes every text of the corpus into a file of its own, as libFuzzer wants it.
fn lay_out(name: &str, folder: &Path) -> Outcome<()> {
    let Ok(corpus) = fs::read_to_string(corpus(name)) else { return Ok(()) };
    for (number, line) in corpus.lines().enumerate() {
        let text: String = serde_json::from_str(line)?;
        fs::write(folder.join(format!("kept-{number}")), text)?;
    }
    Ok(())
}

/// Gathers the texts of a folder into the corpus; bytes that are no text are no input of a reader.
fn gather(name: &str, folder: &Path) -> Outcome<()> {
    let mut texts = BTreeSet::new();
    for file in fs::read_dir(folder)? {
        texts.extend(String::from_utf8(fs::read(file?.path())?).ok());
    }
    let lines: Result<Vec<String>, _> = texts.iter().map(serde_json::to_string).collect();
    Ok(fs::write(corpus(name), lines?.join("\n") + "\n")?)
}

fn corpus(name: &str) -> PathBuf {
    folder().join("corpus").join(format!("{name}.jsonl"))
}

/// Stable Rust has no sanitizers; the readers are safe Rust and need none.
fn in_folder(act: &str) -> std::process::Command {
    let mut command = cargo(&["fuzz", act, "--sanitizer", "none", "--fuzz-dir"]);
    command.arg(folder()).arg("--target-dir").arg(target().join("fuzz"));
    command
}

fn folder() -> PathBuf {
    root().join("tests/fuzz")
}
