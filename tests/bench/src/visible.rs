//! How long a donor waits between the volunteer's tap and the code: from the click in the desk's
//! window to the second animation frame with the code in the donor's window, the commit included.
//!
//! The mouse clicks through the screen. Both pages read the system's clock, which has whole
//! milliseconds there; that blurs single times by one, and shifts neither median nor p99.

use std::error::Error;
use std::time::Duration;

use groat_end_to_end::{Desk, Outcome, Place};
use serde_json::Value;

use crate::practice;
use crate::times::{median, part};

const WARM_UP: usize = 20;
const ASKS: usize = 400;
const AIM: Duration = Duration::from_millis(50);
/// Between two taps. Nothing asks the pages anything meanwhile: that would cost them time.
const PAUSE: Duration = Duration::from_millis(180);

/// Notes when an amount was tapped: when the event was made, not when it came to be heard.
const NOTE_TAPS: &str = r"
    window.benchTaps = [];
    addEventListener('click', (event) => {
      if (event.target.closest('[data-act^=suggest-]') === null) return;
      benchTaps.push(String(Date.now() - (performance.now() - event.timeStamp)));
    }, true);";

/// Notes when a code came into the page, and when the page says that it has been painted.
const NOTE_CODES: &str = r"
    window.benchCodes = [];
    window.benchShown = [];
    let there = false;
    new MutationObserver(() => {
      const before = there;
      there = document.querySelector('[data-part=code]') !== null;
      if (there && !before) benchCodes.push(String(Date.now()));
    }).observe(document.body, { childList: true, subtree: true });
    const root = document.documentElement;
    new MutationObserver(() => {
      if (root.dataset.shown !== undefined) benchShown.push(String(Date.now()));
    }).observe(root, { attributes: true, attributeFilter: ['data-shown'] });";

/// Runs the bench and prints its table.
///
/// # Errors
/// Where the window does not do what is asked of it.
pub fn run() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(visible()).map_err(|error| -> Box<dyn Error> { error })
}

async fn visible() -> Outcome<()> {
    let (room, system) = practice::room("bench-visible").await?;
    let desk = room.start().await?;
    desk.find("[data-act='suggest-0']").await?;
    desk.open_display().await?;
    let (taps, codes, shown) = ask(&desk).await?;
    desk.stop().await?;

    let mut in_page = since(&taps, &codes)?;
    let mut painted = since(&taps, &shown)?;
    println!(
        "{ASKS} asks after {WARM_UP}, each seen before the next; {} gifts before, books on {system}",
        practice::GIFTS
    );
    println!("{:<28}{:>12}{:>12}{:>12}", "since the tap", "median", "p99", "worst");
    let late = part(&mut painted, 99, 100);
    for (name, times) in
        [("code in the donor's page", &mut in_page), ("code visible", &mut painted)]
    {
        let [middle, late, worst] =
            [median(times), part(times, 99, 100), times.last().copied().unwrap_or_default()]
                .map(|time| time.as_millis());
        println!("{name:<28}{middle:>9} ms{late:>9} ms{worst:>9} ms");
    }
    let met = if late < AIM { "met" } else { "missed" };
    println!("\naim: p99 under {} ms: {met}", AIM.as_millis());
    Ok(())
}

/// Asks again and again, and gives the times of the taps, of the codes in the page, and of those
/// on the screen.
async fn ask(desk: &Desk<'_>) -> Outcome<(Vec<Duration>, Vec<Duration>, Vec<Duration>)> {
    let mut amounts: Vec<Place> = Vec::new();
    for act in ["suggest-0", "suggest-1", "suggest-2"] {
        amounts.push(desk.place_of(act).await?);
    }
    let first = amounts.first().copied().ok_or("no amount")?;
    desk.tap(first)?;
    let seen = desk.place_of("seen").await?;
    desk.tap(seen)?;
    desk.find("[data-part='done']").await?;

    desk.script(NOTE_TAPS).await?;
    desk.to_display().await?;
    desk.script(NOTE_CODES).await?;
    desk.to_main().await?;
    for amount in amounts.iter().cycle().take(WARM_UP + ASKS) {
        desk.tap(*amount)?;
        tokio::time::sleep(PAUSE).await;
        desk.tap(seen)?;
        tokio::time::sleep(PAUSE).await;
    }
    let taps = noted(desk, "benchTaps").await?;
    desk.to_display().await?;
    Ok((taps, noted(desk, "benchCodes").await?, noted(desk, "benchShown").await?))
}

async fn noted(desk: &Desk<'_>, list: &str) -> Outcome<Vec<Duration>> {
    let noted = desk.script(&format!("return {list}")).await?;
    let noted = noted.as_array().into_iter().flatten().filter_map(Value::as_str);
    Ok(noted.map(|at| at.parse().map(Duration::from_millis)).collect::<Result<_, _>>()?)
}

/// How long after each tap, without the warm-up. The taps and what follows them take turns, or the
/// bench has measured something else.
fn since(taps: &[Duration], ends: &[Duration]) -> Outcome<Vec<Duration>> {
    let next = taps.iter().skip(1).map(Some).chain([None]);
    let in_turn = taps
        .iter()
        .zip(next)
        .zip(ends)
        .all(|((tap, next), end)| tap <= end && next.is_none_or(|next| end < next));
    if taps.len() != WARM_UP + ASKS || taps.len() != ends.len() || !in_turn {
        let told = format!("{} taps were heard, {} codes shown", taps.len(), ends.len());
        return Err(format!("{told}, for {} asks in turn", WARM_UP + ASKS).into());
    }
    let pairs = taps.iter().zip(ends).skip(WARM_UP);
    Ok(pairs.map(|(tap, end)| end.saturating_sub(*tap)).collect())
}
