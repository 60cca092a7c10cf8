//! Recognising and decoding texts of all families.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use groat_payment_codes::{Options, decode};

use super::requests::Family;
use super::us;

const TEXTS: u32 = 1_000_000;

/// Reads a million texts, every family in turn, and prints how many a minute that makes.
pub(super) fn measure(all: &[(&Family, Vec<String>)]) -> Result<(), Box<dyn Error>> {
    println!("\nrecognised and decoded, one thread");
    for (family, texts) in all {
        let time = read(texts.iter())?;
        println!("{:<14}{:>9} us", family.name, us(time / u32::try_from(texts.len())?));
    }
    let longest = all.iter().map(|(_, texts)| texts.len()).max().unwrap_or(0);
    let mixed = (0..longest).flat_map(|at| all.iter().filter_map(move |(_, texts)| texts.get(at)));
    let mixed: Vec<&String> = mixed.collect();
    let time = read(mixed.iter().copied().cycle().take(usize::try_from(TEXTS)?))?;
    let a_minute = u128::from(TEXTS) * 60_000 / time.as_millis().max(1);
    println!("{TEXTS} texts of all families in turn: {time:?}, {a_minute} a minute");
    Ok(())
}

fn read<'a>(texts: impl Iterator<Item = &'a String>) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    for text in texts {
        black_box(decode(black_box(text), Options::default())?);
    }
    Ok(start.elapsed())
}
