//! The books on disk: one folder, one SQLite file, one writer.
//!
//! The only room that speaks SQL. It stores what `ledger` decides: an entry of the journal and the
//! tables folded from it, in one transaction, acknowledged only after the commit. Settings the
//! promises rest on: WAL, `synchronous=FULL`, one connection that writes and checkpoints, readers
//! that cannot write.

mod error;
mod fold;
mod lock;
mod open;
mod read;
mod rows;
#[cfg(test)]
mod tests;
mod verify;
mod write;
mod writer;

pub use error::BooksError;
pub use lock::Holder;
pub use open::{Access, Books};
pub use read::{AccountValues, DriveTexts, GiftFilter, GiftPage, KnownAccount, OrganisationTexts};
pub use verify::{Progress, Trouble, Verified};
pub use write::{Author, Writing};
