//! How long a payment code takes from its request to its modules, ours and other encoders, in one
//! thread and in one run: the encoders take turns on the same few hundred codes, so that whatever
//! else the machine does hits all of them alike.
//!
//! Ours writes the text and draws it; the encoders beside it only draw. Programs that do the whole
//! in other languages have a table of their own.

mod alone;
mod matrix;
mod reading;
mod requests;
mod whole;

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use groat_payment_codes::picture::{Picture, draw};
use groat_payment_codes::{Encoded, Refusal, Request};

use crate::times::median;
use matrix::{ENCODERS, Encoder};
use requests::{FAMILIES, Family};

/// Different codes of each family.
const CODES: u32 = 10_000;
const CODES_PER_TURN: usize = 250;
/// One in so many codes is drawn by everybody and read back by a decoder.
const READ_BACK_ONE_IN: usize = 500;

/// Runs the bench and prints its tables.
///
/// # Errors
/// Where an encoder fails, or a code is not read back as it was written.
pub fn run() -> Result<(), Box<dyn Error>> {
    if alone::is_wanted() {
        return alone::draw_and_tell();
    }
    if cfg!(debug_assertions) {
        eprintln!("These figures mean nothing: the bench was built without --release.");
    }
    println!("{CODES} codes a family, one thread, median of turns of {CODES_PER_TURN}\n");
    print!("{:<14}{:>7}{:>9}{:>9}", "us a code", "bytes", "text", "+ code");
    ENCODERS.iter().for_each(|encoder| print!("{:>18}", encoder.name));
    println!();
    let mut all = Vec::new();
    for family in FAMILIES {
        let work = Work::of(family)?;
        work.measure()?;
        all.push((family, work.texts));
    }
    let (family, texts) = all.first().ok_or("there is no family")?;
    let read = read_back(family, texts)?;
    println!("\n{read} codes of each encoder read back by rxing, all as they were written");
    alone::compare()?;
    whole::compare()?;
    reading::measure(&all)
}

/// The work of one family: what is asked, what its texts are.
struct Work<'a> {
    family: &'a Family,
    requests: Vec<Request>,
    texts: Vec<String>,
}

impl<'a> Work<'a> {
    fn of(family: &'a Family) -> Result<Work<'a>, Box<dyn Error>> {
        let requests =
            (0..CODES).map(|number| (family.request)(number)).collect::<Result<Vec<_>, _>>()?;
        let text =
            |request| family.standard.encode(request).map(|encoded: Encoded| encoded.payload);
        let texts = requests.iter().map(text).collect::<Result<Vec<_>, Refusal>>();
        let texts = texts.map_err(|refusal| format!("{}: {refusal}", family.name))?;
        Ok(Work { family, requests, texts })
    }

    /// Measures everybody in turns and prints a row.
    fn measure(&self) -> Result<(), Box<dyn Error>> {
        let (mut text_times, mut code_times) = (Vec::new(), Vec::new());
        let mut others = ENCODERS.map(|_| Vec::new());
        let turns = self.requests.chunks(CODES_PER_TURN).zip(self.texts.chunks(CODES_PER_TURN));
        for (requests, texts) in turns {
            text_times.push(timed(requests, |request| self.written(request).is_some())?);
            code_times.push(timed(requests, |request| self.drawn(request).is_some())?);
            for (encoder, times) in ENCODERS.iter().zip(&mut others) {
                if let Some(job) = &self.family.job {
                    let inputs: Vec<Vec<u8>> = texts.iter().map(|text| job.bytes(text)).collect();
                    times.push(timed(&inputs, |bytes| (encoder.encode)(black_box(bytes), job))?);
                }
            }
        }
        let bytes = self.texts.iter().map(String::len).sum::<usize>() / self.texts.len().max(1);
        let [text, code] = [median(&mut text_times), median(&mut code_times)];
        print!("{:<14}{bytes:>7}{:>9}{:>9}", self.family.name, us(text), us(code));
        for times in &mut others {
            print!("{:>18}", beside(median(times), code));
        }
        println!();
        Ok(())
    }

    fn written(&self, request: &Request) -> Option<Encoded> {
        black_box(self.family.standard.encode(black_box(request)).ok())
    }

    fn drawn(&self, request: &Request) -> Option<Picture> {
        let text = self.written(request)?.payload;
        black_box(draw(Some(self.family.standard), &text).ok())
    }
}

/// Time for one of many; an error where one fails.
fn timed<T>(many: &[T], act: impl Fn(&T) -> bool) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    let is_done = many.iter().all(act);
    let time = start.elapsed();
    let count = u32::try_from(many.len())?.max(1);
    if is_done { Ok(time / count) } else { Err("a code was not drawn".into()) }
}

fn read_back(family: &Family, texts: &[String]) -> Result<usize, Box<dyn Error>> {
    let job = family.job.as_ref().ok_or("nobody else draws the first family")?;
    let mut read = 0;
    for text in texts.iter().step_by(READ_BACK_ONE_IN) {
        for Encoder { name, show, .. } in &ENCODERS {
            let square = show(text.as_bytes(), job).ok_or("a code was not drawn")?;
            if square.scanned()? != *text {
                return Err(format!("{name}: read back otherwise than written").into());
            }
        }
        read += 1;
    }
    Ok(read)
}

/// A time in microseconds, and how many times ours it is.
fn beside(time: Duration, ours: Duration) -> String {
    if time.is_zero() {
        return "-".to_owned();
    }
    let ratio = hundredths(100 * time.as_nanos() / ours.as_nanos().max(1));
    format!("{} ({ratio})", us(time))
}

fn us(time: Duration) -> String {
    hundredths(time.as_nanos() / 10)
}

/// Writes a count of hundredths with two decimals.
fn hundredths(count: u128) -> String {
    format!("{}.{:02}", count / 100, count % 100)
}
