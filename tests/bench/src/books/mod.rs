//! What the books cost: one durable gift, and reading and writing a million of them.
//!
//! `--gifts` makes it more or fewer. With more than a million nobody else is asked: the programs
//! beside ours take minutes for each million.

mod durable;
mod gifts;
mod import;
mod peers;
mod reading;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::memory::peak;
use peers::{PEERS, Totalled};

const MILLION: u64 = 1_000_000;
/// What a process of its own is to do, and with which books.
const ALONE: &str = "GROAT_BENCH_BOOKS";

/// Runs the bench and prints its tables.
///
/// # Errors
/// Where the books cannot be written, or somebody else comes to other sums.
pub fn run() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let all = how_many()?;
    if let Some(folder) = std::env::var_os(ALONE) {
        let folder = PathBuf::from(folder);
        let act = std::env::var("GROAT_BENCH_ALONE")?;
        runtime.block_on(alone(&act, &folder, all))?;
        println!("{}", peak()?);
        return Ok(());
    }
    if cfg!(debug_assertions) {
        eprintln!("These figures mean nothing: the bench was built without --release.");
    }
    if all <= MILLION {
        runtime.block_on(durable::measure())?;
    }
    // Not the system's folder for temporary files: that may lie in memory.
    let target = std::env::current_dir()?.join("target");
    std::fs::create_dir_all(&target)?;
    let folder = tempfile::tempdir_in(target)?;
    let books = folder.path().join("books");
    println!("\n{all} gifts; peak memory of a process that does nothing else");
    for act in ["import", "open", "search"] {
        let (told, kib) = in_own_process(act, &books, all)?;
        println!("{told}\n  {kib} KiB");
    }
    let (told, kib) = in_own_process("totals", &books, all)?;
    let mut numbers = told.split_whitespace().map(str::parse::<u64>);
    let mut number = || numbers.next().ok_or("it told too little")?.map_err(|_| "no number");
    let (ours, first) = (Duration::from_nanos(number()?), Duration::from_nanos(number()?));
    let (rows, cents) = (number()?, i64::try_from(number()?)?);
    println!("\ntotals by drive, month, rail and state: {rows} rows");
    println!("{:<24}{:>14}{:>12}{:>12}", "", "ms", "ratio", "KiB");
    line("groat", ours, ours, &kib);
    line("groat, opening included", first, ours, &kib);
    if let Err(error) = beside_a_shell(&books, ours, cents) {
        println!("{:<24}not measured: {error}", "the same SQL, shell");
    }
    if all > MILLION {
        return Ok(());
    }
    peers::write(folder.path(), all)?;
    for peer in &PEERS {
        match peer.total(folder.path()) {
            Ok(Totalled { took, peak_kib, cents: theirs }) if theirs == cents => {
                line(peer.name, took, ours, &peak_kib);
            }
            Ok(Totalled { cents: theirs, .. }) => {
                return Err(format!("{}: {theirs} cents, ours {cents}", peer.name).into());
            }
            Err(error) => println!("{:<24}not measured: {error}", peer.name),
        }
    }
    Ok(())
}

fn how_many() -> Result<u64, Box<dyn Error>> {
    let mut words = std::env::args().skip_while(|word| word != "--gifts").skip(1);
    Ok(words.next().map_or(Ok(MILLION), |number| number.parse())?)
}

fn beside_a_shell(books: &Path, ours: Duration, cents: i64) -> Result<(), Box<dyn Error>> {
    let told = peers::shell(books)?;
    let words: Vec<&str> = told.split_whitespace().collect();
    let [took, _, theirs, kib] = *words else { return Err("it told too little".into()) };
    if theirs.parse() != Ok(cents) {
        return Err(format!("{theirs} cents, ours {cents}").into());
    }
    line("the same SQL, shell", Duration::from_nanos(took.parse()?), ours, kib);
    Ok(())
}

fn line(name: &str, took: Duration, ours: Duration, kib: &str) {
    let (ms, part) = (took.as_micros() / 1_000, took.as_micros() % 1_000);
    let ratio = took.div_duration_f64(ours);
    println!("{name:<24}{:>14}{ratio:>12.2}{kib:>12}", format!("{ms}.{part:03}"));
}

/// One part of the bench in a process of its own: what it tells, and its peak memory.
fn in_own_process(act: &str, books: &Path, all: u64) -> Result<(String, String), Box<dyn Error>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["books", "--gifts", &all.to_string()]);
    let output = command.env(ALONE, books).env("GROAT_BENCH_ALONE", act).output()?;
    if !output.status.success() {
        return Err(format!("{act}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let told = String::from_utf8(output.stdout)?;
    let told = told.trim().trim_start_matches("books").trim_start();
    let (told, peak) = told.rsplit_once('\n').ok_or("it told nothing")?;
    Ok((told.to_owned(), peak.to_owned()))
}

async fn alone(act: &str, folder: &Path, all: u64) -> Result<(), Box<dyn Error>> {
    match act {
        "import" => import::measure(folder, all).await,
        "open" => reading::openings(folder).await,
        "search" => reading::searches(folder).await,
        "totals" => reading::totals(folder).await,
        _ => Err(format!("there is no part {act:?}").into()),
    }
}
