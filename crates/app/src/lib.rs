//! What a person can do. A button, a page, the terminal and a test all call the acts of this crate.
//!
//! An act reads from `books`, asks `ledger` whether it is allowed, takes the time from the clock,
//! and answers a value or a [`Fault`]. No window, no SQL, no sentence.

mod accounts;
mod asks;
mod backup;
mod currencies;
mod donor_texts;
mod donors;
mod drives;
mod enrolment;
mod export;
mod fault;
mod founding;
mod gifts;
mod ids;
mod keys;
mod open;
mod organisation;
mod passphrases;
mod people;
mod rails;
mod retention;
mod rights;
mod session;
mod sign_in;
mod surroundings;
mod texts;

pub use accounts::{Account, AccountTraits, NewAccount, destination};
pub use asks::Asked;
pub use backup::{Backup, BackupStanding, Restored, restore};
pub use currencies::{largest, suggested};
pub use donor_texts::NewDonor;
pub use donors::{DonorPage, DonorStanding};
pub use drives::{DriveStanding, NewDrive};
pub use enrolment::{NewFactor, RecoveryCodes};
pub use export::export_name;
pub use fault::{Code, Fault, Kind};
pub use founding::NewOffice;
pub use gifts::GiftSearch;
pub use ids::{Ids, Named};
pub use keys::{DeviceKeys, Keeper, KeyStore, SystemKeys};
pub use open::{App, Face, books_folder, local};
pub use organisation::Organisation;
pub use people::PersonStanding;
pub use rails::Rails;
pub use retention::{RETENTION, Retention, retention};
pub use rights::{Permit, Right};
pub use session::{Session, SessionStanding, SignedIn};
pub use surroundings::{Chance, Clock, Surroundings, SystemChance, SystemClock};

pub use groat_books::{DonorField, Progress, Purpose, Trouble, Verified};
pub use groat_ledger::journal::{Checkpoint, CheckpointDigits};
