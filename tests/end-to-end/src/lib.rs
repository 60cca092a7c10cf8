//! Drives the real window as a person would, and reads what it shows as a donor's phone would.
//! A [`Room`] is a screen and a home folder of its own; a [`Desk`] is the program running in it.

mod axe;
mod desk;
mod picture;
mod process;
mod room;
pub mod steps;
mod x11;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub use desk::{Desk, Place};
pub use picture::Picture;
pub use room::{Look, Room};
pub use thirtyfour::{By, Key, WebElement};

/// What a step of a test gives, or why the test ends here.
pub type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// How long the window may take for anything a person asks of it.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Repeats `attempt` until it gives something; names `what` when it never does.
pub async fn until<T>(
    what: &str,
    mut attempt: impl AsyncFnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let start = Instant::now();
    let mut last = None;
    while start.elapsed() < PATIENCE {
        match attempt().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => last = None,
            Err(error) => last = Some(error),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let seconds = PATIENCE.as_secs();
    Err(match last {
        Some(error) => format!("waited {seconds} s for {what}: {error}").into(),
        None => format!("waited {seconds} s for {what}").into(),
    })
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own).to_owned()
}
