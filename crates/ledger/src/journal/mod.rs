//! The journal: facts about money, one entry each, appended and never changed.
//!
//! An entry is a deterministic CBOR body ([`body`]) and its place in the hash chain of one desk
//! ([`chain`]). What is stored is what is hashed; nothing is encoded again to be verified, except
//! to prove that there is only one way to write it.

pub mod body;
pub mod chain;
mod entry;

pub use body::BodyError;
pub use chain::{ChainBreak, EntryHash, SealedEntry};
pub use entry::{Entry, Fact, ReferenceForm};
