//! Opening, totals and search in books that are there already.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use groat_books::{Books, GiftFilter};
use groat_ledger::DriveId;

use super::import::open;
use crate::times::{median, part};

const OPENINGS: usize = 9;
/// How often totals are read.
pub(super) const READINGS: usize = 40;
/// As many gifts as a page of the program shows.
const A_PAGE: u32 = 100;
/// How long somebody looks at the gifts before they type.
const BEFORE_TYPING: Duration = Duration::from_secs(2);

/// Opens and closes the books some times.
pub(super) async fn openings(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut times = Vec::new();
    for _ in 0..OPENINGS {
        let start = Instant::now();
        let books = open(folder).await?;
        black_box(books.drives().await?);
        times.push(start.elapsed());
        books.close().await;
    }
    let (middle, worst) = (median(&mut times), part(&mut times, OPENINGS - 1, OPENINGS));
    let met = if middle < Duration::from_millis(300) { "met" } else { "missed" };
    println!(
        "opening, to the list of drives: median {} ms, worst {} ms; aim: under 300 ms: {met}",
        middle.as_millis(),
        worst.as_millis()
    );
    Ok(())
}

/// Reads totals some times; tells the first, opening included, and the median.
pub(super) async fn totals(folder: &Path) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let books = open(folder).await?;
    let totals = books.totals().await?;
    let first = start.elapsed();
    let mut times = Vec::new();
    for _ in 0..READINGS {
        let start = Instant::now();
        black_box(books.totals().await?);
        times.push(start.elapsed());
    }
    books.close().await;
    let sum: i64 = totals.iter().map(|total| total.sum.minor()).sum();
    println!("{} {} {} {sum}", median(&mut times).as_nanos(), first.as_nanos(), totals.len());
    Ok(())
}

/// Types numbers and amounts, sign by sign, in the drive with most gifts.
pub(super) async fn searches(folder: &Path) -> Result<(), Box<dyn Error>> {
    let books = open(folder).await?;
    let drives = books.drives().await?;
    let drive = drives.last().ok_or("there is no drive")?.0.id;
    let start = Instant::now();
    let unready = books.gifts(drive, &typed("10", None), A_PAGE, 0).await?;
    let cold = start.elapsed();
    books.close().await;

    let books = open(folder).await?;
    let page = books.gifts(drive, &GiftFilter::default(), A_PAGE, 0).await?;
    tokio::time::sleep(BEFORE_TYPING).await;
    let mut times = Vec::new();
    let mut found = 0;
    for gift in &page.gifts {
        let Some(number) = gift.number else { continue };
        let number = number.digits();
        for length in 1..=number.len() {
            // From its beginning, and from its middle, as people read numbers aloud.
            for part in [number.get(..length), number.get(4..4 + length)].into_iter().flatten() {
                let amount = part.parse().ok().map(|euro: i64| euro * 100);
                let filter = typed(part, amount.filter(|_| length < 5));
                found += timed(&books, drive, &filter, &mut times).await?;
            }
        }
    }
    books.close().await;
    let all = times.len();
    let (middle, late) = (median(&mut times), part(&mut times, 99, 100));
    let worst = part(&mut times, all.saturating_sub(1), all.max(1));
    let met = if late < Duration::from_millis(30) { "met" } else { "missed" };
    println!(
        "search among {} gifts of one drive, {} keys, {found} matches: median {} µs, \
         p99 {} µs, worst {} µs; aim: p99 under 30 ms: {met}",
        page.total,
        all,
        middle.as_micros(),
        late.as_micros(),
        worst.as_micros()
    );
    println!(
        "the first key, of somebody who did not look at the gifts before ({} matches): {} ms",
        unready.matches,
        cold.as_millis()
    );
    Ok(())
}

fn typed(digits: &str, amount: Option<i64>) -> GiftFilter {
    GiftFilter { digits: Some(digits.to_owned()), amount, state: None }
}

async fn timed(
    books: &Books,
    drive: DriveId,
    filter: &GiftFilter,
    times: &mut Vec<Duration>,
) -> Result<u64, Box<dyn Error>> {
    let start = Instant::now();
    let page = black_box(books.gifts(drive, filter, A_PAGE, 0).await?);
    times.push(start.elapsed());
    Ok(page.matches)
}
