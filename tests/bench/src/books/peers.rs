//! What people would otherwise total their gifts with: plain text accounting, and a database shell.
//!
//! Each reads the same gifts from a file in its own form, in one run of its own program, as it
//! does for everybody who uses it.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::gifts::{DRIVES, gifts, rail_word, state_word};
use super::import::KEY;
use super::reading::READINGS;

/// How often the memory of a running program is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// What totals took, and what they came to.
pub(super) struct Totalled {
    pub(super) took: Duration,
    pub(super) peak_kib: String,
    pub(super) cents: i64,
}

/// A program that totals a file.
pub(super) struct Peer {
    pub(super) name: &'static str,
    /// The end of its file's name.
    form: &'static str,
    program: fn() -> PathBuf,
    words: &'static [&'static str],
    after: &'static [&'static str],
    sum: fn(&str) -> Option<i64>,
}

pub(super) const PEERS: [Peer; 3] = [
    Peer {
        name: "hledger",
        form: "journal",
        program: || PathBuf::from("hledger"),
        words: &["-f"],
        after: &["balance", "--monthly", "--row-total", "--output-format", "csv", "^Assets:Gifts"],
        sum: |told| cents(told.lines().last()?.rsplit('"').nth(1)?),
    },
    Peer {
        name: "ledger",
        form: "journal",
        program: || PathBuf::from("ledger"),
        words: &["-f"],
        after: &[
            "register",
            "--monthly",
            "--format",
            "%(format_date(date,\"%Y-%m\")) %(account) %(amount) %(total)\n",
            "^Assets:Gifts",
        ],
        sum: |told| cents(told.lines().last()?.trim_end_matches(" EUR").rsplit(' ').next()?),
    },
    Peer {
        name: "beancount",
        form: "beancount",
        program: || rivals().join("python/bin/bean-query"),
        words: &["-f", "csv"],
        after: &["SELECT year, month, account, count(position), sum(number) \
                  WHERE account ~ '^Assets:Gifts' GROUP BY year, month, account"],
        sum: |told| told.lines().skip(1).map(|line| cents(line.rsplit(',').next()?)).sum(),
    },
];

fn rivals() -> PathBuf {
    std::env::var_os("GROAT_RIVALS").map(PathBuf::from).unwrap_or_default()
}

fn cents(amount: &str) -> Option<i64> {
    let amount = amount.trim().trim_end_matches(" EUR");
    let (euro, cents) = amount.split_once('.').unwrap_or((amount, "00"));
    Some(euro.parse::<i64>().ok()? * 100 + cents.parse::<i64>().ok()?)
}

/// Writes the gifts for everybody.
pub(super) fn write(folder: &Path, all: u64) -> Result<(), Box<dyn Error>> {
    for form in ["journal", "beancount"] {
        let mut file = BufWriter::new(File::create(folder.join(format!("gifts.{form}")))?);
        if form == "beancount" {
            writeln!(file, "2021-01-01 open Income:Gifts")?;
            for drive in 0..DRIVES {
                for end in ["Bank:Asked", "Bank:Promised", "Bank:Corrected"] {
                    writeln!(file, "2021-01-01 open Assets:Gifts:Drive{drive:02}:{end}")?;
                }
                for end in ["Cash:InHand", "Cash:Corrected"] {
                    writeln!(file, "2021-01-01 open Assets:Gifts:Drive{drive:02}:{end}")?;
                }
            }
        }
        for made in gifts(all) {
            let (rail, state) = (rail_word(made.rail), state_word(made.state));
            let cents = made.amount.unwrap_or(0);
            let (euro, cents) = (cents / 100, cents % 100);
            writeln!(
                file,
                "{} * \"gift\"\n  Assets:Gifts:Drive{:02}:{rail}:{state}  {euro}.{cents:02} EUR\n  \
                 Income:Gifts\n",
                made.day, made.drive
            )?;
        }
        file.flush()?;
    }
    Ok(())
}

impl Peer {
    /// Lets it total its file, once.
    pub(super) fn total(&self, folder: &Path) -> Result<Totalled, Box<dyn Error>> {
        let mut command = Command::new((self.program)());
        let file = folder.join(format!("gifts.{}", self.form));
        command.args(self.words).arg(file).args(self.after);
        let answer = folder.join(format!("{}.txt", self.name));
        let (took, peak_kib) = watched(command.stdout(File::create(&answer)?))?;
        let cents = (self.sum)(&std::fs::read_to_string(answer)?).ok_or("it told no sum")?;
        Ok(Totalled { took, peak_kib, cents })
    }
}

/// The SQL of our own totals, from a shell of the cipher: median, rows, sum, peak memory.
pub(super) fn shell(books: &Path) -> Result<String, Box<dyn Error>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("rivals/totals_sql.py");
    let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    let output = Command::new(rivals().join("python/bin/python"))
        .arg(script)
        .arg(books.join("station.db"))
        .args([key, READINGS.to_string()])
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err("the shell failed".into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs a program to its end: time and the most memory that it was seen with, in kibibytes.
fn watched(command: &mut Command) -> Result<(Duration, String), Box<dyn Error>> {
    let start = Instant::now();
    let mut running = command.stderr(Stdio::inherit()).spawn()?;
    let status = format!("/proc/{}/status", running.id());
    let mut peak = "-".to_owned();
    loop {
        let ended = running.try_wait()?;
        if let Some(ended) = ended {
            let took = start.elapsed();
            let failed = || format!("it ended with {ended}, at {peak} KiB").into();
            return if ended.success() { Ok((took, peak)) } else { Err(failed()) };
        }
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        if let Some(seen) = line.and_then(|line| line.trim().strip_suffix(" kB")) {
            seen.clone_into(&mut peak);
        }
        std::thread::sleep(LOOK);
    }
}
