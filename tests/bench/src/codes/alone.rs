//! Peak memory: each encoder draws the same codes in a process of its own.

use std::error::Error;
use std::process::Command;

use groat_payment_codes::picture::draw;

use super::matrix::ENCODERS;
use super::requests::FAMILIES;
use super::{CODES, Work};
use crate::memory::peak;

/// Which encoder this process is to run alone.
const ALONE: &str = "GROAT_BENCH_ALONE";
const OURS: &str = "groat";
/// The codes are written, and nobody draws them.
const NOBODY: &str = "nobody";

pub(super) fn is_wanted() -> bool {
    std::env::var_os(ALONE).is_some()
}

/// Runs each encoder in a process of its own and prints what it took.
pub(super) fn compare() -> Result<(), Box<dyn Error>> {
    println!("\npeak memory of a process that draws {CODES} EPC codes, in KiB");
    let others = ENCODERS.iter().map(|encoder| encoder.name);
    for name in [NOBODY, OURS].into_iter().chain(others) {
        let mut command = Command::new(std::env::current_exe()?);
        let output = command.arg("codes").env(ALONE, name).output()?;
        let said = String::from_utf8(output.stdout)?;
        let peak = said.lines().last().filter(|_| output.status.success());
        println!("{name:<14}{:>9}", peak.ok_or_else(|| format!("{name} failed"))?);
    }
    Ok(())
}

/// Draws the codes with the encoder that the environment names and prints the peak.
pub(super) fn draw_and_tell() -> Result<(), Box<dyn Error>> {
    let name = std::env::var(ALONE)?;
    let family = FAMILIES.first().ok_or("there is no family")?;
    let job = family.job.as_ref().ok_or("nobody else draws the first family")?;
    let texts = Work::of(family)?.texts;
    let encoder = ENCODERS.iter().find(|encoder| encoder.name == name);
    for text in &texts {
        let is_drawn = match encoder {
            Some(encoder) => (encoder.encode)(text.as_bytes(), job),
            None => name == NOBODY || draw(Some(family.standard), text).is_ok(),
        };
        if !is_drawn {
            return Err("a code was not drawn".into());
        }
    }
    println!("{}", peak()?);
    Ok(())
}
