//! The hash chain of one desk.

use std::fmt;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::DeskId;
use crate::journal::{
    BodyError, Checkpoint, Entry, Fact, Signature, Signed, Signer, SignerKey, body,
};

/// SHA-256 over an entry's place and body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct EntryHash(pub [u8; 32]);

impl EntryHash {
    /// What stands before the first entry of a desk.
    pub const NONE: EntryHash = EntryHash([0; 32]);

    /// Chains a body to the entry before it:
    /// SHA-256("groat/entry/1" ‖ desk id, 16 bytes ‖ seq, 8 bytes big-endian ‖ previous hash,
    /// 32 bytes ‖ SHA-256(body)).
    #[must_use]
    pub fn of(desk: DeskId, seq: u64, previous: EntryHash, body: &[u8]) -> EntryHash {
        let digest = Sha256::new()
            .chain_update(b"groat/entry/1")
            .chain_update(desk.0)
            .chain_update(seq.to_be_bytes())
            .chain_update(previous.0)
            .chain_update(Sha256::digest(body))
            .finalize();
        EntryHash(digest.into())
    }
}

impl fmt::Display for EntryHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for EntryHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An entry as it is stored: its body and its links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedEntry {
    /// The entry.
    pub entry: Entry,
    /// The bytes that are stored and hashed.
    pub body: Vec<u8>,
    /// The hash of the entry before it.
    pub previous: EntryHash,
    /// Its own hash.
    pub hash: EntryHash,
    /// The desk's signature of the hash. The first program did not sign.
    pub signature: Option<Signature>,
}

/// Where a stored entry does not fit the chain.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ChainBreak {
    /// An entry is missing or stands twice.
    #[error("entry {expected} of desk {desk} is missing, {found} stands there")]
    Sequence {
        /// The desk.
        desk: DeskId,
        /// The number that should follow.
        expected: u64,
        /// The number found.
        found: u64,
    },
    /// The entry names another entry before it than the one that is there.
    #[error("entry {seq} of desk {desk} does not follow the entry before it")]
    Link {
        /// The desk.
        desk: DeskId,
        /// The entry.
        seq: u64,
    },
    /// The bytes are not the bytes that were hashed.
    #[error("entry {seq} of desk {desk} was changed after it was written")]
    Hash {
        /// The desk.
        desk: DeskId,
        /// The entry.
        seq: u64,
    },
    /// The bytes are no entry.
    #[error("entry {seq} of desk {desk} cannot be read")]
    Body {
        /// The desk.
        desk: DeskId,
        /// The entry.
        seq: u64,
        /// What is wrong with it.
        #[source]
        source: BodyError,
    },
    /// A column or the place of the entry says something else than its body.
    #[error("entry {seq} of desk {desk}: {column} differs from the entry's body")]
    Copy {
        /// The desk.
        desk: DeskId,
        /// The entry.
        seq: u64,
        /// The column that differs.
        column: &'static str,
    },
    /// An entry without a signature after the desk began to sign.
    #[error("entry {seq} of desk {desk} is not signed")]
    Unsigned {
        /// The desk.
        desk: DeskId,
        /// The entry.
        seq: u64,
    },
    /// A signature that the desk's key did not make.
    #[error("the signature of entry {seq} of desk {desk} does not hold")]
    Signature {
        /// The desk.
        desk: DeskId,
        /// The entry.
        seq: u64,
    },
}

/// A row as read from the disk, not trusted yet.
#[derive(Debug, Clone)]
pub struct StoredEntry<'a> {
    /// The desk it is filed under.
    pub desk: DeskId,
    /// The place it is filed at.
    pub seq: u64,
    /// Its body.
    pub body: &'a [u8],
    /// The hash of the entry before, as stored.
    pub previous: EntryHash,
    /// Its hash, as stored.
    pub hash: EntryHash,
    /// Its signature, as stored.
    pub signature: Option<Signature>,
}

/// How far the journal of a desk was followed: what the next entry must fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    /// The desk.
    pub desk: DeskId,
    /// The last entry; 0 before the first one.
    pub seq: u64,
    /// Its hash.
    pub hash: EntryHash,
    /// The key that signs from here on; `None` before the desk declared one.
    pub signer: Option<SignerKey>,
}

impl Chain {
    /// Before the first entry of a desk.
    #[must_use]
    pub fn start(desk: DeskId) -> Chain {
        Chain { desk, seq: 0, hash: EntryHash::NONE, signer: None }
    }

    /// The checkpoint of all entries so far.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint { desk: self.desk, seq: self.seq, hash: self.hash }
    }

    /// Seals and signs a further entry, and goes on to it.
    ///
    /// An entry that declares a key is signed by the key before it; the first one by its own.
    pub fn append(&mut self, entry: Entry, signer: &Signer) -> SealedEntry {
        let mut sealed = self.append_unsigned(entry);
        sealed.sign(signer);
        sealed
    }

    /// Seals a further entry, and goes on to it. It is no entry before it is signed: many can be
    /// sealed one after the other and then signed at once.
    pub fn append_unsigned(&mut self, entry: Entry) -> SealedEntry {
        let sealed = SealedEntry::seal(entry, self.hash);
        self.step(&sealed.entry, sealed.hash);
        sealed
    }

    /// Checks that a stored entry is the next one, and goes on to it.
    ///
    /// Answers the signature that must hold too, so that many can be checked at once; `None`
    /// where the desk did not sign yet.
    ///
    /// # Errors
    /// [`ChainBreak`], the first thing that does not hold; the chain stays where it was.
    pub fn follow(
        &mut self,
        stored: &StoredEntry<'_>,
    ) -> Result<(Entry, Option<Signed>), ChainBreak> {
        let entry = SealedEntry::check(stored, self.seq + 1, self.hash)?;
        let (desk, seq) = (entry.desk, entry.seq);
        let signed = match (self.signer.or(declared(&entry)), stored.signature) {
            (Some(key), Some(signature)) => Some(Signed { hash: stored.hash, signature, key }),
            (Some(_), None) => return Err(ChainBreak::Unsigned { desk, seq }),
            (None, Some(_)) => return Err(ChainBreak::Signature { desk, seq }),
            (None, None) => None,
        };
        self.step(&entry, stored.hash);
        Ok((entry, signed))
    }

    fn step(&mut self, entry: &Entry, hash: EntryHash) {
        self.seq = entry.seq;
        self.hash = hash;
        self.signer = declared(entry).or(self.signer);
    }
}

/// The key that an entry declares, if it declares one.
fn declared(entry: &Entry) -> Option<SignerKey> {
    match entry.fact {
        Fact::SignerDeclared { key } => Some(key),
        _ => None,
    }
}

impl SealedEntry {
    /// Seals an entry to the one before it, unsigned.
    #[must_use]
    pub fn seal(entry: Entry, previous: EntryHash) -> SealedEntry {
        let body = body::encode(&entry);
        let hash = EntryHash::of(entry.desk, entry.seq, previous, &body);
        SealedEntry { entry, body, previous, hash, signature: None }
    }

    /// Signs the entry's hash.
    pub fn sign(&mut self, signer: &Signer) {
        self.signature = Some(signer.sign(self.hash));
    }

    /// Checks a stored entry against the place it should have in the chain.
    ///
    /// # Errors
    /// [`ChainBreak`], the first thing that does not hold.
    pub fn check(
        stored: &StoredEntry<'_>,
        expected_seq: u64,
        previous: EntryHash,
    ) -> Result<Entry, ChainBreak> {
        let StoredEntry { desk, seq, body, .. } = *stored;
        if seq != expected_seq {
            return Err(ChainBreak::Sequence { desk, expected: expected_seq, found: seq });
        }
        if stored.previous != previous {
            return Err(ChainBreak::Link { desk, seq });
        }
        if EntryHash::of(desk, seq, previous, body) != stored.hash {
            return Err(ChainBreak::Hash { desk, seq });
        }
        let entry = body::decode(body).map_err(|source| ChainBreak::Body { desk, seq, source })?;
        if entry.desk != desk || entry.seq != seq {
            return Err(ChainBreak::Copy { desk, seq, column: "id" });
        }
        Ok(entry)
    }
}
