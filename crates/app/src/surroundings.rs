//! The clock and the dice, handed in so that every act can be repeated in a test.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::{KeyStore, SystemKeys};

/// Tells the time and the desk's zone.
pub trait Clock: Send + Sync {
    /// The instant now.
    fn now(&self) -> Timestamp;
    /// The zone of the desk.
    fn zone(&self) -> TimeZone;
}

/// Draws random bytes.
pub trait Chance: Send + Sync {
    /// Fills the bytes with random ones.
    ///
    /// # Errors
    /// Where the system has no source of randomness.
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()>;
}

/// What an app takes from around it: clock, dice, and a place for keys.
#[derive(Clone)]
pub struct Surroundings {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The dice.
    pub chance: Arc<dyn Chance>,
    /// Where this computer keeps the keys of the books.
    pub keys: Arc<dyn KeyStore>,
}

impl Surroundings {
    /// Those of this computer, for the books in a folder.
    #[must_use]
    pub fn of(folder: &Path) -> Surroundings {
        Surroundings {
            clock: Arc::new(SystemClock),
            chance: Arc::new(SystemChance),
            keys: Arc::new(SystemKeys::of(folder)),
        }
    }
}

/// The clock of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks what time it is")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::system()
    }
}

/// The randomness of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()> {
        getrandom::fill(bytes).map_err(std::io::Error::other)
    }
}

/// The IANA name of a zone; "UTC" for one that has no name.
pub(crate) fn zone_name(zone: &TimeZone) -> String {
    zone.iana_name().unwrap_or("UTC").to_owned()
}

/// The civil day of an instant in a zone by its IANA name; in UTC where this computer does not know
/// the zone.
pub(crate) fn day_in(at: Timestamp, zone: &str) -> Date {
    TimeZone::get(zone).unwrap_or(TimeZone::UTC).to_datetime(at).date()
}
