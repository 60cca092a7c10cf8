//! The shapes of proofs, checkpoints and backups.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All that a desk has written up to one entry, in digits for paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CheckpointView {
    /// The last entry it covers.
    pub seq: u32,
    /// Its digits: six groups of five.
    pub groups: Vec<String>,
    /// When that entry was written: an ISO 8601 instant in UTC.
    pub at: String,
}

/// What a proof of the books found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProofView {
    /// How many entries were looked at.
    pub entries: u32,
    /// How many of them are signed.
    pub signed: u32,
    /// How many are older than signatures.
    pub unsigned: u32,
    /// Where the books stand now.
    pub checkpoint: CheckpointView,
    /// What does not hold, in whole sentences; none where the books are whole.
    pub troubles: Vec<String>,
    /// What this does not prove, in whole sentences.
    pub not_proven: Vec<String>,
}

/// What comparing digits from paper found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompareView {
    /// Whether the past is the one of the paper.
    pub holds: bool,
    /// What that means, as a sentence.
    pub message: String,
}

/// How far long work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// How much is done.
    pub done: u32,
    /// Of how much.
    pub total: u32,
}

/// A backup that was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupView {
    /// The file's name; absent where the person closed the dialog.
    pub saved: Option<String>,
    /// How many entries it holds.
    pub entries: u32,
    /// Where its books stand.
    pub checkpoint: CheckpointView,
}

/// Arguments of `checkpoint_compare`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckpointCompare {
    /// The number of the entry, as it stands on the paper.
    pub seq: String,
    /// The thirty digits, as they were typed.
    pub digits: String,
}

/// Arguments of `backup_restore`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupRestore {
    /// The passphrase or the recovery sheet.
    pub secret: String,
}

/// Arguments of `recover`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    /// Who forgot a passphrase.
    pub person: String,
    /// What stands on the recovery sheet.
    pub sheet: String,
    /// The new passphrase.
    pub new: String,
}
