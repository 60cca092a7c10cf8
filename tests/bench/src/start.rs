//! How long the program takes from the start of its process to the first ask a person can make,
//! beside the smallest window of the same kind. The two take turns, so that whatever else the
//! machine does hits both alike.
//!
//! Both end in the second animation frame: after the page is loaded, and after the page on which
//! one asks can be used. The kernel knows the start of a process to a hundredth of a second, and
//! rounds it down for both.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use groat_end_to_end::{Desk, Outcome, PATIENCE};

use crate::practice;
use crate::times::{median, part};

const WARM_UP: usize = 2;
const STARTS: usize = 20;
/// After a start nothing asks the page anything for a while: that would cost it time.
const PAUSE: Duration = Duration::from_millis(2500);

/// What is measured of one start.
struct Start {
    /// To the first line of the page.
    page: Duration,
    /// To the end of its loading.
    loaded: Duration,
    /// To the page on the screen.
    shown: Duration,
}

/// Runs the bench and prints its table.
///
/// # Errors
/// Where a window does not open.
pub fn run() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(start()).map_err(|error| -> Box<dyn Error> { error })
}

async fn start() -> Outcome<()> {
    let blank = std::env::var_os("GROAT_BLANK_WINDOW")
        .ok_or("GROAT_BLANK_WINDOW must name the built program: `cargo xtask bench` sets it")?;
    let (room, system) = practice::room("bench-start").await?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for turn in 0..WARM_UP + STARTS {
        let blank = one(room.start_other(Path::new(&blank)).await?, "shown").await?;
        let groat = one(room.start().await?, "ask-possible").await?;
        if turn >= WARM_UP {
            theirs.push(blank);
            ours.push(groat);
        }
    }
    println!(
        "{STARTS} starts of each in turns, after {WARM_UP}; {} gifts in the books on {system}",
        practice::GIFTS
    );
    println!("{:<34}{:>12}{:>12}{:>12}", "since the process began", "median", "best", "worst");
    let mut middles = Vec::new();
    for (name, starts, last) in [
        ("blank window", &theirs, "page on the screen"),
        ("groat", &ours, "first ask possible, on the screen"),
    ] {
        let all = |part: fn(&Start) -> Duration| starts.iter().map(part).collect::<Vec<_>>();
        let parts = [
            ("page begun", all(|start| start.page)),
            ("page loaded", all(|start| start.loaded)),
            (last, all(|start| start.shown)),
        ];
        println!("{name}");
        for (name, mut times) in parts {
            let [middle, best, worst] =
                [median(&mut times), part(&mut times, 0, 1), part(&mut times, STARTS - 1, STARTS)];
            let [shown, best, worst] = [middle, best, worst].map(|time| time.as_millis());
            println!("  {name:<32}{shown:>9} ms{best:>9} ms{worst:>9} ms");
            middles.push(middle);
        }
    }
    let [_, _, least, _, _, ours] = *middles else { return Err("no starts".into()) };
    let (ratio, within) = (ours.div_duration_f64(least), ours * 10 <= least * 14);
    let met = if within { "met" } else { "missed" };
    println!("\nratio {ratio:.2}; aim: at most 1.4: {met}");
    Ok(())
}

/// Reads the times of a program that has just started, and ends it.
async fn one(desk: Desk<'_>, mark: &str) -> Outcome<Start> {
    tokio::time::sleep(PAUSE).await;
    let began = machine_began()? + desk.began()?;
    let script = format!(
        "const mark = performance.getEntriesByName('{mark}')[0];
         const shown = mark && performance.timeOrigin + mark.startTime;
         const page = performance.timeOrigin;
         const loaded = performance.timing.loadEventEnd;
         return [page, loaded, shown].map((at) => String(Math.round(at)));"
    );
    let started = Instant::now();
    let told = loop {
        let told = desk.script(&script).await?;
        let all = told.as_array().into_iter().flatten();
        let all: Vec<Duration> = all
            .filter_map(|at| at.as_str()?.parse().ok())
            .map(|at| Duration::from_millis(at).saturating_sub(began))
            .collect();
        if let [page, loaded, shown] = *all {
            break Start { page, loaded, shown };
        }
        if started.elapsed() > PATIENCE {
            return Err(format!("no first ask: {told}").into());
        }
        tokio::time::sleep(PAUSE).await;
    };
    desk.stop().await?;
    Ok(told)
}

/// When the machine started, by the system's clock. The kernel tells how long it has been up in
/// hundredths of a second: the least difference is the one from just after they were counted.
#[expect(clippy::disallowed_methods, reason = "the pages tell their times by this clock")]
fn machine_began() -> Outcome<Duration> {
    let start = Instant::now();
    let mut began = Duration::MAX;
    while start.elapsed() < Duration::from_millis(30) {
        let told = fs::read_to_string("/proc/uptime")?;
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
        let up = told.split(' ').next().unwrap_or_default().replace('.', "").parse::<u64>()?;
        began = began.min(now.saturating_sub(Duration::from_millis(10 * up)));
    }
    Ok(began)
}
