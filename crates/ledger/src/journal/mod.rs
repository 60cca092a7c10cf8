//! The journal: facts about money, one entry each, appended and never changed.
//!
//! An entry is a deterministic CBOR body ([`body`]) and its place in the hash chain of one desk
//! ([`chain`]), signed by that desk. What is stored is what is hashed; nothing is encoded again to be verified, except
//! to prove that there is only one way to write it.

pub mod body;
pub mod chain;
mod checkpoint;
mod entry;
mod signer;

pub use body::BodyError;
pub use chain::{Chain, ChainBreak, EntryHash, SealedEntry};
pub use checkpoint::{Checkpoint, CheckpointDigits, GROUPS};
pub use entry::{Entry, Fact, ReferenceForm};
pub use signer::{Signature, Signed, Signer, SignerKey};
