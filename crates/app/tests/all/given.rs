//! A desk with a clock and dice of its own.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use groat_app::{
    App, Chance, Clock, Code, Face, Fault, NewAccount, NewDrive, Surroundings, SystemKeys,
};
use groat_ledger::DriveId;
use groat_money::{Currency, Money};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use tempfile::TempDir;

pub const IBAN: &str = "DE89 3704 0044 0532 0130 00";

/// A clock that stands where it was put.
pub struct SetClock {
    now: Mutex<Timestamp>,
    zone: Mutex<TimeZone>,
}

impl SetClock {
    pub fn at(instant: &str, zone: &str) -> Arc<SetClock> {
        let zone = Mutex::new(TimeZone::get(zone).unwrap());
        Arc::new(SetClock { now: Mutex::new(instant.parse().unwrap()), zone })
    }

    pub fn set(&self, instant: &str) {
        *self.now.lock().unwrap() = instant.parse().unwrap();
    }

    /// Lets seconds pass, or takes them back.
    pub fn pass(&self, seconds: i64) {
        let mut now = self.now.lock().unwrap();
        *now += jiff::SignedDuration::from_secs(seconds);
    }

    pub fn travel(&self, zone: TimeZone) {
        *self.zone.lock().unwrap() = zone;
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    fn zone(&self) -> TimeZone {
        self.zone.lock().unwrap().clone()
    }
}

/// Dice that count: every draw is another one, the same in every run.
#[derive(Default)]
pub struct CountingDice(AtomicU64);

impl Chance for CountingDice {
    fn fill(&self, bytes: &mut [u8]) -> std::io::Result<()> {
        for part in bytes.chunks_mut(8) {
            let drawn = self.0.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            part.copy_from_slice(&drawn.to_be_bytes()[..part.len()]);
        }
        Ok(())
    }
}

pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub async fn app_at(folder: &Path, clock: Arc<SetClock>) -> App {
    let chance = Arc::new(CountingDice::default());
    let keys = Arc::new(SystemKeys::of(folder));
    let surroundings = Surroundings { clock, chance, keys };
    App::open_with(folder.to_owned(), Face::Terminal, surroundings).await.unwrap()
}

/// A desk on a November morning in Berlin, not set up.
pub async fn app(folder: &Path) -> App {
    app_at(folder, SetClock::at("2026-11-23T08:34:56.789Z", "Europe/Berlin")).await
}

pub async fn set_up(app: &App) {
    app.set_up("Brunnen", None, Some(&by_iban("Brunnen e.V.", IBAN, None))).await.unwrap();
}

/// An account for euro transfers.
pub fn by_iban(holder: &str, iban: &str, bic: Option<&str>) -> NewAccount {
    let parts = [("payee_name", holder), ("iban", iban), ("bic", bic.unwrap_or_default())];
    account("EPC", &parts)
}

pub fn account(standard: &str, parts: &[(&str, &str)]) -> NewAccount {
    let values = parts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    NewAccount { standard: standard.to_owned(), values: values.collect() }
}

pub async fn opened(app: &App) -> DriveId {
    set_up(app).await;
    app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id
}

pub fn drive(name: &str, purpose: &str) -> NewDrive {
    let suggested = vec![euro(500), euro(200), euro(1000)];
    NewDrive {
        name: name.into(),
        purpose: purpose.into(),
        currency: Currency::EUR,
        goal: Some(euro(50_000)),
        suggested,
    }
}

pub fn euro(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

/// The code of a refusal and the field it points at.
#[track_caller]
pub fn refusal<T>(answer: Result<T, Fault>) -> (Code, Option<String>) {
    let Err(fault) = answer else { panic!("accepted") };
    (fault.code, fault.field)
}

pub fn at(field: &str) -> Option<String> {
    Some(field.to_owned())
}
