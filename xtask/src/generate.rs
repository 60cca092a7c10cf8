//! Files that are made from others and committed: types and sentences for the pages, checked
//! queries, the table and the pictures of payment codes.

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
    write_folder(&queries_folder(), &made.queries)?;
    write_folder(&pictures_folder(), &made.pictures)?;
    fs::write(readme_file(), &made.readme)?;
    fs::write(types_file(), &made.types)?;
    pages::provide()?;
    run(&mut npm(&["run", "--silent", "generate"]))
}

/// Writes a folder anew, so that nothing is left in it from before.
fn write_folder(folder: &Path, files: &BTreeMap<String, String>) -> Outcome<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for (name, text) in files {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// Fails when one of them is not what would be written now.
pub fn check() -> Outcome<()> {
    let made = make()?;
    let mut stale = Vec::new();
    for (file, text) in [(types_file(), &made.types), (readme_file(), &made.readme)] {
        if fs::read_to_string(&file).unwrap_or_default() != *text {
            stale.push(shown(&file));
        }
    }
    for (folder, files) in [(queries_folder(), &made.queries), (pictures_folder(), &made.pictures)]
    {
        let there = files_of(&folder)?;
        for name in files.keys().chain(there.keys()) {
            if files.get(name) != there.get(name) {
                stale.push(shown(&folder.join(name)));
            }
        }
    }
    stale.sort();
    stale.dedup();
    pages::provide()?;
    run(&mut npm(&["run", "--silent", "generate", "--", "--check"]))?;
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("stale; `cargo xtask generate` writes them:\n  {}", stale.join("\n  ")).into())
}

/// A file as people of the project name it.
fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}

struct Made {
    types: String,
    queries: BTreeMap<String, String>,
    readme: String,
    pictures: BTreeMap<String, String>,
}

fn make() -> Outcome<Made> {
    let place = target().join("generate");
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    fs::create_dir_all(&place)?;
    let (queries, types) = (queries(&place)?, types(&place)?);
    let (readme, pictures) = gallery(&place.join("codes"))?;
    Ok(Made { types, queries, readme, pictures })
}

/// The TypeScript of everything that crosses to the windows.
fn types(place: &Path) -> Outcome<String> {
    let file = place.join("wire.gen.ts");
    let mut command =
        cargo(&["run", "--quiet", "--package", "groat-wire", "--example", "generate", "--"]);
    run(command.arg(&file))?;
    Ok(fs::read_to_string(&file)?)
}

/// The readme of the payment codes with its table, and the picture of one code of each standard.
fn gallery(place: &Path) -> Outcome<(String, BTreeMap<String, String>)> {
    let mut command = cargo(&[
        "run",
        "--quiet",
        "--package",
        "groat-payment-codes",
        "--example",
        "gallery",
        "--",
    ]);
    run(command.arg(place))?;
    Ok((fs::read_to_string(place.join("README.md"))?, files_of(&place.join("pictures"))?))
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
                  parts = [sorted(pathlib.Path(folder).glob('*.sql')) for folder in sys.argv[2:]]\n\
                  for part in sum(parts, []):\n    \
                  base.executescript(part.read_text(encoding='utf-8'))\n\
                  base.close()\n";
    // Queries of both files of the books are asked of one: no table has its name in both.
    let folders = ["migrations", "migrations-office"];
    let folders = folders.map(|folder| root().join("crates/books").join(folder));
    run(Command::new("python3").args(["-c", script]).arg(file).args(folders))
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

fn readme_file() -> PathBuf {
    root().join("crates/payment-codes/README.md")
}

fn pictures_folder() -> PathBuf {
    root().join("crates/payment-codes/pictures")
}

fn queries_folder() -> PathBuf {
    root().join("crates/books/.sqlx")
}
