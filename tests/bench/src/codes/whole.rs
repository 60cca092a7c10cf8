//! Programs in other languages that do the whole: from a request to the picture of its code.

use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use groat_payment_codes::picture::{Length, draw};
use groat_payment_codes::{Field, Request, Standard};
use serde_json::{Map, Value as Json};

use super::{beside, requests, us};

/// They are slow: the first so many of the codes.
const CODES: u32 = 500;

/// A program of others, and what it draws.
struct Program {
    name: &'static str,
    standard: Standard,
    request: fn(u32) -> Result<Request, Box<dyn Error>>,
    script: &'static str,
}

const PROGRAMS: [Program; 3] = [
    Program {
        name: "segno",
        standard: Standard::Epc,
        request: requests::epc,
        script: "segno_epc.py",
    },
    Program {
        name: "qrbill",
        standard: Standard::SwissQrBill,
        request: requests::swiss,
        script: "qrbill_swiss.py",
    },
    Program {
        name: "swissqrbill",
        standard: Standard::SwissQrBill,
        request: requests::swiss,
        script: "swissqrbill.mjs",
    },
];

/// Measures each program beside ours on the same requests.
pub(super) fn compare() -> Result<(), Box<dyn Error>> {
    println!("\nthe whole, from a request to an SVG of its code, {CODES} codes");
    println!("{:<14}{:>9}{:>20}{:>14}", "us a code", "groat", "theirs", "their KiB");
    let mut skipped = 0;
    for program in &PROGRAMS {
        let Some(command) = program.command() else {
            skipped += 1;
            println!("{:<14}not installed, skipped: `cargo xtask bench` does it", program.name);
            continue;
        };
        let requests = program.requests()?;
        let ours = program.ours(&requests)?;
        let (theirs, peak) = theirs(command, &requests)?;
        println!("{:<14}{:>9}{:>20}{peak:>14}", program.name, us(ours), beside(theirs, ours));
    }
    println!("{skipped} skipped");
    Ok(())
}

impl Program {
    /// The call of the program, where its packages are installed.
    fn command(&self) -> Option<Command> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("rivals").join(self.script);
        let folder = PathBuf::from(std::env::var_os("GROAT_RIVALS")?);
        let runs = if self.script.ends_with(".mjs") {
            folder.join("node_modules/swissqrbill").is_dir().then(|| PathBuf::from("node"))
        } else {
            Some(folder.join("python/bin/python")).filter(|python| python.is_file())
        };
        let mut command = Command::new(runs?);
        command.arg(script);
        Some(command)
    }

    /// Requests with an amount, which segno cannot leave out.
    fn requests(&self) -> Result<Vec<Request>, Box<dyn Error>> {
        let all = (0..2 * CODES).map(self.request).collect::<Result<Vec<_>, _>>()?;
        let asked = all.into_iter().filter(|request| request.value(Field::Amount).is_some());
        Ok(asked.take(usize::try_from(CODES)?).collect())
    }

    fn ours(&self, requests: &[Request]) -> Result<Duration, Box<dyn Error>> {
        let start = Instant::now();
        for request in requests {
            let text = self.standard.encode(request)?.payload;
            black_box(draw(Some(self.standard), &text)?.svg(Length::mm(46)));
        }
        Ok(start.elapsed() / u32::try_from(requests.len())?)
    }
}

/// Time a code and peak memory, as the program measured them.
fn theirs(
    mut command: Command,
    requests: &[Request],
) -> Result<(Duration, String), Box<dyn Error>> {
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = running.stdin.take().ok_or("no way in")?;
    for request in requests {
        let fields = request.iter().filter_map(|(field, value)| {
            Some((field.name().to_owned(), Json::from(value.as_text()?)))
        });
        writeln!(input, "{}", Json::Object(fields.collect::<Map<_, _>>()))?;
    }
    drop(input);
    let output = running.wait_with_output()?;
    let said = String::from_utf8(output.stdout)?;
    let mut numbers = said.split_whitespace();
    let count: u32 = numbers.next().ok_or("it said nothing")?.parse()?;
    let elapsed = Duration::from_nanos(numbers.next().ok_or("it did not tell its time")?.parse()?);
    let peak = numbers.next().ok_or("it did not tell its memory")?.to_owned();
    if usize::try_from(count)? != requests.len() {
        return Err("it did not draw every code".into());
    }
    Ok((elapsed / count, peak))
}
