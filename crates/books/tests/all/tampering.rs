//! History that was changed by somebody with a database tool, the key of the file, and even the key
//! the desk signs with.
//!
//! Everything but a rewritten and signed end is found by the books themselves. That one is right in
//! itself, and is found by comparison with any later checkpoint that was kept elsewhere.

use std::collections::BTreeMap;
use std::path::Path;

use groat_books::Access;
use groat_ledger::journal::{Chain, CheckpointDigits, Entry, Fact, SealedEntry, Signer, body};
use jiff::ToSpan;
use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;

use crate::given::{DESK, euro, folder, key, new_desk, open, some_days_of_work, tamper, tool};
use crate::rounds::{Dice, rounds};

const WITHOUT_TRIGGERS: &str = "PRAGMA foreign_keys = OFF;
    DROP TRIGGER journal_is_never_updated; DROP TRIGGER journal_is_never_deleted;
    DROP TRIGGER journal_is_only_appended;";

type Digits = BTreeMap<u64, CheckpointDigits>;

/// Small books, and what was printed after each of their entries.
async fn printed_books() -> (TempDir, Digits) {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let days = rounds(3, 16).min(16);
    some_days_of_work(&books, i64::try_from(days).unwrap()).await;
    books.close().await;
    let printed = digits(folder.path()).await;
    (folder, printed)
}

fn copy(first: &TempDir) -> TempDir {
    let copy = folder();
    let name = "station.db";
    std::fs::copy(first.path().join(name), copy.path().join(name)).unwrap();
    copy
}

/// The checkpoints as they read now.
async fn digits(folder: &Path) -> Digits {
    let books = groat_books::Books::open(folder, &key(), Access::Prove).await.unwrap();
    let mut digits = Digits::new();
    let last = books.checkpoint(None).await.unwrap().map_or(0, |last| last.seq);
    for seq in 1..=last {
        if let Some(found) = books.checkpoint(Some(seq)).await.unwrap() {
            digits.insert(seq, found.digits());
        }
    }
    books.close().await;
    digits
}

/// Whether the books notice by themselves, asked as somebody asks who proves damaged books.
async fn is_found(folder: &Path) -> bool {
    let Ok(books) = groat_books::Books::open(folder, &key(), Access::Prove).await else {
        return true;
    };
    let verified = books.verify(&mut |_, _| true).await;
    books.close().await;
    verified.is_err() || verified.is_ok_and(|verified| !verified.troubles.is_empty())
}

#[tokio::test]
async fn every_change_of_every_row_is_found() {
    let dice = Dice::new();
    let (first, printed) = printed_books().await;
    let last = *printed.keys().last().unwrap();
    let mut tried = 0;
    for seq in 1..=last {
        let row = |change: &str| format!("UPDATE journal SET {change} WHERE seq = {seq}");
        let mut changes: Vec<String> = [
            "desk = 2",
            "seq = seq + 1000",
            "kind = kind || 's'",
            "kind = 'promised' || kind",
            "at_ms = at_ms + 1",
            "person = zeroblob(16)",
            "body = zeroblob(length(body))",
            "body = CAST(body || x'00' AS BLOB)",
            "body = CAST(substr(body, 1, length(body) - 1) AS BLOB)",
            "body = (SELECT body FROM journal other WHERE other.seq <> journal.seq LIMIT 1)",
            "prev = randomblob(32)",
            "hash = randomblob(32)",
            "signature = NULL",
            "signature = randomblob(64)",
            "signature = (SELECT signature FROM journal other WHERE other.seq <> journal.seq)",
        ]
        .map(row)
        .to_vec();
        changes.push(format!("DELETE FROM journal WHERE seq = {seq}"));
        changes.push(format!(
            "UPDATE journal SET seq = -seq WHERE seq > {seq};
             UPDATE journal SET seq = 1 - seq WHERE seq < 0;
             INSERT INTO journal SELECT desk, seq + 1, kind, at_ms, person, body, prev, hash,
             signature FROM journal WHERE seq = {seq}"
        ));
        if seq > 1 {
            changes.push(format!(
                "UPDATE journal SET seq = CASE seq WHEN {seq} THEN -{seq} + 1 ELSE -{seq} END
                 WHERE seq IN ({seq}, {seq} - 1);
                 UPDATE journal SET seq = -seq WHERE seq < 0"
            ));
        }
        for change in changes {
            let copy = copy(&first);
            // The file would refuse some of them; whoever has a tool switches that off as well.
            let free = format!("PRAGMA ignore_check_constraints = ON; {WITHOUT_TRIGGERS} {change}");
            tamper(copy.path(), &free).await.unwrap();
            assert!(is_found(copy.path()).await, "{change}");
            tried += 1;
        }
    }
    dice.told(&format!("{tried} of {tried} changes of {last} entries found by the books"));
}

/// Reads every entry of the journal.
async fn entries(tool: &mut SqliteConnection) -> Vec<Entry> {
    let bodies: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT body FROM journal ORDER BY seq").fetch_all(tool).await.unwrap();
    bodies.iter().map(|bytes| body::decode(bytes).unwrap()).collect()
}

async fn put(tool: &mut SqliteConnection, sealed: &SealedEntry) {
    let row = "UPDATE journal SET kind = ?, at_ms = ?, body = ?, prev = ?, hash = ?, signature = ?
               WHERE seq = ?";
    sqlx::query(row)
        .bind(sealed.entry.fact.kind())
        .bind(sealed.entry.at.as_millisecond())
        .bind(sealed.body.as_slice())
        .bind(sealed.previous.0.as_slice())
        .bind(sealed.hash.0.as_slice())
        .bind(sealed.signature.unwrap().0.as_slice())
        .bind(i64::try_from(sealed.entry.seq).unwrap())
        .execute(tool)
        .await
        .unwrap();
}

/// Changes one entry and signs it with the desk's own key; and all after it, if so wanted.
async fn rewrite(folder: &Path, from: u64, and_all_after: bool) {
    let mut tool = tool(folder).await;
    let signer = Signer::from_seed(&new_desk().signer);
    let mut chain = Chain::start(DESK);
    let entries = entries(&mut tool).await;
    sqlx::raw_sql(WITHOUT_TRIGGERS).execute(&mut tool).await.unwrap();
    for mut entry in entries {
        let seq = entry.seq;
        if seq == from {
            match &mut entry.fact {
                Fact::CashReceived { amount, .. } => *amount = euro(amount.minor() + 1),
                _ => entry.at = entry.at.saturating_add(1.second()).unwrap(),
            }
        }
        let sealed = chain.append(entry, &signer);
        if seq == from || (seq > from && and_all_after) {
            put(&mut tool, &sealed).await;
        }
    }
    tool.close().await.unwrap();
}

/// Folds the tables anew, so that they agree with what was rewritten.
async fn refold(folder: &Path) {
    let books = open(folder).await.unwrap();
    books.refold(&mut |_, _| true).await.unwrap();
    books.close().await;
}

#[tokio::test]
async fn an_entry_signed_anew_with_the_desks_own_key_breaks_the_chain_after_it() {
    let dice = Dice::new();
    let (first, printed) = printed_books().await;
    let last = *printed.keys().last().unwrap();
    for seq in 1..last {
        let copy = copy(&first);
        rewrite(copy.path(), seq, false).await;
        assert!(is_found(copy.path()).await, "entry {seq}");
    }
    dice.told(&format!("{} of {} entries signed anew found by the books", last - 1, last - 1));
}

#[tokio::test]
async fn a_past_written_and_signed_anew_is_found_by_any_later_checkpoint() {
    let dice = Dice::new();
    let (first, printed) = printed_books().await;
    let last = *printed.keys().last().unwrap();
    let mut compared = 0;
    for seq in 1..=last {
        let copy = copy(&first);
        rewrite(copy.path(), seq, true).await;
        refold(copy.path()).await;
        // Nobody who looks at these books alone can know better.
        assert!(!is_found(copy.path()).await, "entry {seq}");
        let now = digits(copy.path()).await;
        for (at, printed) in &printed {
            assert_eq!(now.get(at) == Some(printed), *at < seq, "checkpoint {at}, entry {seq}");
            compared += u64::from(*at >= seq);
        }
    }
    dice.told(&format!(
        "{last} pasts signed anew: {compared} of {compared} later checkpoints differ"
    ));
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_found_by_any_checkpoint_of_it() {
    let dice = Dice::new();
    let (first, printed) = printed_books().await;
    let last = *printed.keys().last().unwrap();
    let (mut compared, mut found_alone) = (0, 0);
    for seq in 2..=last {
        let copy = copy(&first);
        let cut = format!("{WITHOUT_TRIGGERS} DELETE FROM journal WHERE seq >= {seq}");
        tamper(copy.path(), &cut).await.unwrap();
        found_alone += u64::from(is_found(copy.path()).await);
        refold(copy.path()).await;
        let now = digits(copy.path()).await;
        for (at, printed) in &printed {
            assert_eq!(now.get(at) == Some(printed), *at < seq, "checkpoint {at}, cut {seq}");
            compared += u64::from(*at >= seq);
        }
    }
    dice.told(&format!(
        "{} ends cut off, {found_alone} found by the books before the tables were folded anew, \
         {compared} of {compared} checkpoints of them by comparison",
        last - 1
    ));
}
