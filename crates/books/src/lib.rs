//! The books on disk: one folder, one encrypted SQLite file, one writer.
//!
//! The only room that speaks SQL. It stores what `ledger` decides: an entry of the journal and the
//! tables folded from it, in one transaction, acknowledged only after the commit. Settings the
//! promises rest on: WAL, `synchronous=FULL`, one connection that writes and checkpoints, readers
//! that cannot write.

mod accounts;
mod append;
mod backup;
mod connect;
mod donors;
mod entries;
mod error;
mod find;
mod fold;
mod key;
mod lock;
mod office;
mod open;
mod people;
mod read;
mod rows;
#[cfg(test)]
mod tests;
mod totals;
mod upgrade;
mod verify;
mod write;
mod writer;

pub use accounts::{AccountValues, KnownAccount};
pub use backup::{OFFICE_FILE, STATION_FILE, continue_under, copy_file};
pub use donors::{KnownDonor, SealedNote};
pub use error::BooksError;
pub use key::FileKey;
pub use lock::Holder;
pub use office::{DonorField, KeptDonor, KeptField, Office, Purpose, SecondFactor};
pub use open::{Access, Books, NewDesk, create_private_folder};
pub use people::{KnownPeople, WrongTries};
pub use read::{DriveTexts, GiftFilter, GiftPage, OrganisationTexts};
pub use totals::{Month, Total};
pub use verify::{Progress, Trouble, Verified};
pub use write::{Author, Writing};
