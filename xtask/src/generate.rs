//! Files that are made from others and committed: types and sentences for the pages, checked queries.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::pages;
use crate::shell::{cargo, npm, root, run, target};

/// Writes all of them anew.
pub fn write() -> Outcome<()> {
    let made = make()?;
    let queries = queries_folder();
    if queries.exists() {
        fs::remove_dir_all(&queries)?;
    }
    fs::create_dir_all(&queries)?;
    for (name, text) in &made.queries {
        fs::write(queries.join(name), text)?;
    }
    fs::write(types_file(), &made.types)?;
    pages::provide()?;
    run(&mut npm(&["run", "--silent", "generate"]))
}

/// Fails when one of them is not what would be written now.
pub fn check() -> Outcome<()> {
    let made = make()?;
    let mut stale = Vec::new();
    if fs::read_to_string(types_file()).unwrap_or_default() != made.types {
        stale.push("ui/src/wire.gen.ts".to_owned());
    }
    let there = files_of(&queries_folder())?;
    for name in made.queries.keys().chain(there.keys()) {
        if made.queries.get(name) != there.get(name) {
            stale.push(format!("crates/books/.sqlx/{name}"));
        }
    }
    stale.dedup();
    pages::provide()?;
    run(&mut npm(&["run", "--silent", "generate", "--", "--check"]))?;
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("stale; `cargo xtask generate` writes them:\n  {}", stale.join("\n  ")).into())
}

struct Made {
    types: String,
    queries: BTreeMap<String, String>,
}

fn make() -> Outcome<Made> {
    let place = target().join("generate");
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    fs::create_dir_all(&place)?;
    Ok(Made { queries: queries(&place)?, types: types(&place)? })
}

/// The TypeScript of everything that crosses to the windows.
fn types(place: &Path) -> Outcome<String> {
    let file = place.join("wire.gen.ts");
    let mut command =
        cargo(&["run", "--quiet", "--package", "groat-wire", "--example", "generate", "--"]);
    run(command.arg(&file))?;
    Ok(fs::read_to_string(&file)?)
}

/// What the database says of every query in `books`, asked of an empty one of the newest form.
fn queries(place: &Path) -> Outcome<BTreeMap<String, String>> {
    let database = place.join("books.db");
    create_database(&database)?;
    let folder = place.join("queries");
    fs::create_dir_all(&folder)?;
    // The queries are asked while the crate compiles: a word that changes makes cargo compile it.
    let run_number = std::process::id();
    run(cargo(&[
        "rustc",
        "--quiet",
        "--package",
        "groat-books",
        "--lib",
        "--profile",
        "check",
        "--",
    ])
    .args(["--cfg", &format!("generated_by=\"{run_number}\""), "--cap-lints", "allow"])
    .env("DATABASE_URL", format!("sqlite://{}", database.display()))
    .env("SQLX_OFFLINE", "false")
    .env("SQLX_OFFLINE_DIR", &folder))?;
    files_of(&folder)
}

/// Python brings SQLite along; the command line of SQLite would be one more thing to install.
fn create_database(file: &Path) -> Outcome<()> {
    let script = "import pathlib, sqlite3, sys\n\
                  base = sqlite3.connect(sys.argv[1])\n\
                  for part in sorted(pathlib.Path(sys.argv[2]).glob('*.sql')):\n    \
                  base.executescript(part.read_text(encoding='utf-8'))\n\
                  base.close()\n";
    let migrations = root().join("crates/books/migrations");
    run(Command::new("python3").args(["-c", script]).arg(file).arg(migrations))
}

fn files_of(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
            files.insert(name.to_owned(), fs::read_to_string(&path)?);
        }
    }
    Ok(files)
}

fn types_file() -> PathBuf {
    root().join("ui/src/wire.gen.ts")
}

fn queries_folder() -> PathBuf {
    root().join("crates/books/.sqlx")
}
