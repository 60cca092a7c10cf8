//! Checking many signatures while the next entries are read: they cost more than all the rest.

use std::collections::VecDeque;

use groat_ledger::journal::Signed;
use tokio::task::JoinHandle;

/// How many batches may be under way at a time: enough for two cores.
const AT_ONCE: usize = 2;

/// The signatures of one desk, in the order of its entries.
#[derive(Default)]
pub(super) struct Signatures {
    waiting: Vec<(u64, Signed)>,
    checking: VecDeque<JoinHandle<(u64, Option<u64>)>>,
    held: u64,
    forged: Option<u64>,
}

impl Signatures {
    /// Takes in the signature that an entry rests on, if it has one.
    pub(super) fn add(&mut self, seq: u64, signed: Option<Signed>) {
        self.waiting.extend(signed.map(|signed| (seq, signed)));
    }

    /// Begins to check what was taken in.
    pub(super) async fn check_in_background(&mut self) {
        let batch = std::mem::take(&mut self.waiting);
        self.checking.push_back(tokio::task::spawn_blocking(move || check(&batch)));
        while self.checking.len() > AT_ONCE {
            self.settle().await;
        }
    }

    /// How many hold, and the first entry whose signature does not.
    pub(super) async fn end(mut self) -> (u64, Option<u64>) {
        self.check_in_background().await;
        while !self.checking.is_empty() {
            self.settle().await;
        }
        (self.held, self.forged)
    }

    async fn settle(&mut self) {
        let Some(oldest) = self.checking.pop_front() else { return };
        // A check that broke off proved nothing: none of its signatures count.
        let Ok((held, forged)) = oldest.await else { return };
        self.held += held;
        self.forged = self.forged.or(forged);
    }
}

fn check(batch: &[(u64, Signed)]) -> (u64, Option<u64>) {
    let signed: Vec<Signed> = batch.iter().map(|(_, signed)| *signed).collect();
    match Signed::first_forged(&signed) {
        None => (u64::try_from(signed.len()).unwrap_or(0), None),
        Some(place) => {
            let held = u64::try_from(place).unwrap_or(0);
            (held, batch.get(place).map(|(seq, _)| *seq))
        }
    }
}
