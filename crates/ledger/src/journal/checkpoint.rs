//! A checkpoint: a short form of everything a desk has written so far, for paper and telephone.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::DeskId;
use crate::journal::EntryHash;

/// How many groups of five digits a checkpoint is read out in.
pub const GROUPS: usize = 6;

/// The journal of one desk up to one entry. As every entry carries the hash of the one before it,
/// the last one stands for all: whoever kept a checkpoint sees any later change of what was
/// before it. It proves *that* the past was changed, not by whom; and it says nothing about
/// entries after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checkpoint {
    /// The desk.
    pub desk: DeskId,
    /// The last entry it covers.
    pub seq: u64,
    /// That entry's hash.
    pub hash: EntryHash,
}

/// The digits of a checkpoint: 30 of them, so that a rewritten past which shows the same ones
/// would take some 2^99 attempts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckpointDigits(pub [u32; GROUPS]);

impl Checkpoint {
    /// Its digits: SHA-256("groat/checkpoint/1" ‖ desk id, 16 bytes ‖ seq, 8 bytes big-endian ‖
    /// hash, 32 bytes), of which every five bytes, big-endian, give five digits by their
    /// remainder of 100,000.
    #[must_use]
    pub fn digits(&self) -> CheckpointDigits {
        let digest = Sha256::new()
            .chain_update(b"groat/checkpoint/1")
            .chain_update(self.desk.0)
            .chain_update(self.seq.to_be_bytes())
            .chain_update(self.hash.0)
            .finalize();
        let mut groups = [0; GROUPS];
        for (group, bytes) in groups.iter_mut().zip(digest.chunks_exact(5)) {
            let number = bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
            *group = u32::try_from(number % 100_000).unwrap_or_default();
        }
        CheckpointDigits(groups)
    }
}

impl CheckpointDigits {
    /// Reads digits as somebody types them from paper: blanks, hyphens and line breaks are
    /// passed over; `None` for anything but thirty digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<CheckpointDigits> {
        let signs: Vec<char> =
            text.chars().filter(|sign| !sign.is_whitespace() && !"-–.".contains(*sign)).collect();
        let digits: Option<Vec<u32>> = signs.iter().map(|sign| sign.to_digit(10)).collect();
        let digits = digits.filter(|digits| digits.len() == GROUPS * 5)?;
        let mut groups = [0; GROUPS];
        for (group, five) in groups.iter_mut().zip(digits.chunks_exact(5)) {
            *group = five.iter().fold(0, |number, digit| number * 10 + digit);
        }
        Some(CheckpointDigits(groups))
    }

    /// The groups as they are printed.
    #[must_use]
    pub fn groups(&self) -> [String; GROUPS] {
        self.0.map(|group| format!("{group:05}"))
    }
}

impl fmt::Display for CheckpointDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.groups().join(" "))
    }
}
