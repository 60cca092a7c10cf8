//! Proving the books: every link of the chain, every commitment, every folded row.

use std::collections::BTreeMap;

use groat_ledger::journal::chain::StoredEntry;
use groat_ledger::journal::{ChainBreak, Entry, EntryHash, SealedEntry};
use groat_ledger::{Account, AccountId, Commitment, DeskId, DriveId, Gift, GiftId, Ledger, Salt};
use groat_money::Money;
use sqlx::{SqliteConnection, SqlitePool};

use crate::error::damaged;
use crate::fold::{empty, fold};
use crate::read::{AccountTexts, DriveTexts, numbering, organisation_commitment};
use crate::rows::{
    Desks, DriveRow, GiftRow, bytes, column, count, rail, rail_word, reference, state, state_word,
};
use crate::{Books, BooksError};

/// How many entries are read at a time.
const BATCH: i64 = 2_000;

/// Told about long work: entries done, entries in all. Answering `false` stops it.
pub type Progress<'a> = &'a mut (dyn FnMut(u64, u64) -> bool + Send);

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Entries that were checked, of all desks.
    pub entries: u64,
    /// The hash of this desk's last entry; all before it stand behind it.
    pub head: EntryHash,
    /// What does not hold; empty when all is well.
    pub troubles: Vec<Trouble>,
    /// Whether the work was stopped before its end.
    pub stopped: bool,
}

/// One thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Trouble {
    /// The chain is broken; entries after this point were not checked.
    Chain(ChainBreak),
    /// An entry cannot follow what was before it.
    Contradiction(groat_ledger::Contradiction),
    /// A folded table says something else than the journal.
    Fold {
        /// The table.
        table: &'static str,
        /// How many rows differ, are missing or are too many.
        rows: usize,
    },
    /// A name kept beside the journal is not the one that was committed to.
    Text {
        /// The table.
        table: &'static str,
    },
    /// The file does not hold together, or holds entries of a desk it does not list.
    File {
        /// What the database found, for the log and for whoever repairs.
        what: String,
    },
}

struct JournalRow {
    desk: i64,
    seq: i64,
    kind: String,
    at_ms: i64,
    person: Option<Vec<u8>>,
    body: Vec<u8>,
    prev: Vec<u8>,
    hash: Vec<u8>,
}

impl JournalRow {
    /// Checks one row against the entry before it and against its own copies.
    fn check(&self, desks: Desks<'_>, last: (u64, EntryHash)) -> Result<Step, BooksError> {
        let desk = desks.id(self.desk)?;
        let hash = EntryHash(bytes(&self.hash, "a hash")?);
        let stored = StoredEntry {
            desk,
            seq: count(self.seq)?,
            body: &self.body,
            previous: EntryHash(bytes(&self.prev, "a hash")?),
            hash,
        };
        let entry = match SealedEntry::check(&stored, last.0 + 1, last.1) {
            Ok(entry) => entry,
            Err(found) => return Ok(Err(found)),
        };
        let person = entry.person.map(|person| person.0.to_vec());
        let copies = [
            ("kind", self.kind == entry.fact.kind()),
            ("at_ms", self.at_ms == entry.at.as_millisecond()),
            ("person", self.person == person),
        ];
        match copies.into_iter().find(|(_, same)| !same) {
            Some((column, _)) => Ok(Err(ChainBreak::Copy { desk, seq: entry.seq, column })),
            None => Ok(Ok((entry, hash))),
        }
    }
}

/// An entry that holds and its hash, or where the chain breaks.
type Step = Result<(Entry, EntryHash), ChainBreak>;

/// Checks the newest entries of every desk: enough to notice a torn end at every start.
pub(crate) async fn check_tail(
    readers: &SqlitePool,
    desks: &[DeskId],
    length: i64,
) -> Result<(), BooksError> {
    let desks = Desks(desks);
    let mut reader = readers.acquire().await?;
    for desk in desks.0 {
        let no = desks.no(*desk)?;
        let from = sqlx::query_scalar!(
            r#"SELECT max(coalesce(max(seq), 0) - ?2, 0) AS "from!: i64"
               FROM journal WHERE desk = ?1"#,
            no,
            length
        )
        .fetch_one(&mut *reader)
        .await?;
        let mut last = (count(from)?, hash_at(&mut reader, no, from).await?);
        for row in batch(&mut reader, no, from, length).await? {
            match row.check(desks, last)? {
                Ok((entry, hash)) => last = (entry.seq, hash),
                Err(found) => return Err(found.into()),
            }
        }
    }
    Ok(())
}

impl Books {
    /// Verifies the whole journal and everything folded from it.
    ///
    /// Reads one consistent state, also while somebody else writes.
    ///
    /// # Errors
    /// [`BooksError`] where the file cannot be read at all; what does not hold is in the answer.
    pub async fn verify(&self, progress: Progress<'_>) -> Result<Verified, BooksError> {
        let desks = Desks(&self.desks);
        let mut tx = self.reader().begin().await?;
        let mut ledger = Ledger::default();
        let walk = walk(&mut tx, desks, progress, &mut |entry| ledger.apply(entry)).await?;
        let Walk { entries, head, mut troubles, stopped } = walk;
        if troubles.is_empty() && !stopped {
            troubles.extend(compare(&mut tx, desks, &ledger).await?);
            troubles.extend(check_texts(&mut tx).await?);
            troubles.extend(check_file(&mut tx).await?);
        }
        Ok(Verified { entries, head, troubles, stopped })
    }

    /// Drops every folded table and folds it again from the journal, in one transaction.
    ///
    /// # Errors
    /// [`BooksError::Damaged`] where the journal itself does not hold; the tables stay as they are.
    pub async fn refold(&self, progress: Progress<'_>) -> Result<u64, BooksError> {
        let mut writer = self.writer().await?;
        writer.begin_afresh().await?;
        match refold(&mut writer.connection, Desks(&self.desks), progress).await {
            Ok(Some(done)) => {
                writer.commit(None).await?;
                Ok(done)
            }
            Ok(None) => {
                writer.roll_back().await;
                Ok(0)
            }
            Err(refused) => {
                writer.roll_back().await;
                Err(refused)
            }
        }
    }
}

/// Folds everything again; `None` where it was stopped.
async fn refold(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    progress: Progress<'_>,
) -> Result<Option<u64>, BooksError> {
    empty(connection).await?;
    let total = journal_length(connection).await?;
    let mut done = 0;
    for desk in desks.0 {
        let no = desks.no(*desk)?;
        let mut last = (0, EntryHash::NONE);
        loop {
            let rows = batch(connection, no, column(last.0)?, BATCH).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                let (entry, hash) = row.check(desks, last)??;
                fold(connection, desks, &entry).await?;
                last = (entry.seq, hash);
                done += 1;
            }
            if !progress(done, total) {
                return Ok(None);
            }
        }
    }
    Ok(Some(done))
}

struct Walk {
    entries: u64,
    head: EntryHash,
    troubles: Vec<Trouble>,
    stopped: bool,
}

/// Walks the journal of every desk, entry by entry, and stops at the first break of each.
async fn walk(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    progress: Progress<'_>,
    apply: &mut (dyn FnMut(&Entry) -> Result<(), groat_ledger::Contradiction> + Send),
) -> Result<Walk, BooksError> {
    let total = journal_length(connection).await?;
    let mut walk = Walk { entries: 0, head: EntryHash::NONE, troubles: Vec::new(), stopped: false };
    for (place, desk) in desks.0.iter().enumerate() {
        let no = desks.no(*desk)?;
        let mut last = (0, EntryHash::NONE);
        'desk: loop {
            let rows = batch(connection, no, column(last.0)?, BATCH).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                match row.check(desks, last)? {
                    Ok((entry, hash)) => {
                        walk.troubles.extend(apply(&entry).err().map(Trouble::Contradiction));
                        last = (entry.seq, hash);
                    }
                    Err(found) => {
                        walk.troubles.push(Trouble::Chain(found));
                        break 'desk;
                    }
                }
                walk.entries += 1;
            }
            if !progress(walk.entries, total) {
                walk.stopped = true;
                return Ok(walk);
            }
        }
        if place == 0 {
            walk.head = last.1;
        }
    }
    if walk.troubles.is_empty() && walk.entries != total {
        let what = format!("{} of {total} entries belong to a listed desk", walk.entries);
        walk.troubles.push(Trouble::File { what });
    }
    Ok(walk)
}

async fn journal_length(connection: &mut SqliteConnection) -> Result<u64, BooksError> {
    let length = sqlx::query_scalar!("SELECT count(*) FROM journal").fetch_one(connection).await?;
    count(length)
}

async fn batch(
    connection: &mut SqliteConnection,
    desk: i64,
    after: i64,
    length: i64,
) -> Result<Vec<JournalRow>, BooksError> {
    let rows = sqlx::query_as!(
        JournalRow,
        "SELECT desk, seq, kind, at_ms, person, body, prev, hash FROM journal
         WHERE desk = ? AND seq > ? ORDER BY seq LIMIT ?",
        desk,
        after,
        length
    );
    Ok(rows.fetch_all(connection).await?)
}

async fn hash_at(
    connection: &mut SqliteConnection,
    desk: i64,
    seq: i64,
) -> Result<EntryHash, BooksError> {
    if seq == 0 {
        return Ok(EntryHash::NONE);
    }
    let row = sqlx::query!("SELECT hash FROM journal WHERE desk = ? AND seq = ?", desk, seq)
        .fetch_optional(connection)
        .await?
        .ok_or(damaged("an entry is missing"))?;
    Ok(EntryHash(bytes(&row.hash, "a hash")?))
}

/// Compares every folded table with the fold in memory.
async fn compare(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    ledger: &Ledger,
) -> Result<Vec<Trouble>, BooksError> {
    let rows = sqlx::query_as!(GiftRow, "SELECT * FROM gift").fetch_all(&mut *connection).await?;
    let gifts = readable(rows, |row| row.gift(desks).map(|gift| (gift.id, gift)));
    let rows = sqlx::query_as!(DriveRow, "SELECT * FROM drive").fetch_all(&mut *connection).await?;
    let drives = readable(rows, |row| row.drive(desks).map(|drive| (drive.id, drive)));
    let rows = sqlx::query!("SELECT * FROM account").fetch_all(&mut *connection).await?;
    let accounts = readable(rows, |row| {
        let id = AccountId { desk: desks.id(row.desk)?, seq: count(row.seq)? };
        let texts = Commitment(bytes(&row.commitment, "a commitment")?);
        Ok((id, Account { id, texts, reference: reference(&row.reference)? }))
    });
    let rows = sqlx::query!("SELECT commitment FROM organisation").fetch_all(&mut *connection);
    let organisation = readable(rows.await?, |row| {
        bytes(&row.commitment, "a commitment").map(|texts| ((), Commitment(texts)))
    });
    let mut found = Vec::new();
    for desk in desks.0 {
        let numbering = numbering(&mut *connection, desks.no(*desk)?).await;
        found.extend(numbering.transpose().map(|numbering| (*desk, numbering)));
    }
    let numbers = readable(found, |(desk, numbering)| Ok((desk, numbering?)));
    let named = ledger.organisation.map(|texts| ((), texts)).into_iter().collect();
    let summary = summary(connection, desks).await?;
    let differing = [
        ("summary", differences(&summary, &summed(&ledger.gifts))),
        ("gift", differences(&gifts, &ledger.gifts)),
        ("drive", differences(&drives, &ledger.drives)),
        ("account", differences(&accounts, &ledger.accounts)),
        ("numbering", differences(&numbers, &ledger.numbering)),
        ("organisation", differences(&organisation, &named)),
    ];
    let troubles = differing.into_iter().filter(|(_, rows)| *rows > 0);
    Ok(troubles.map(|(table, rows)| Trouble::Fold { table, rows }).collect())
}

/// Rows of a folded table by their key, and how many are none that a fold writes.
struct Readable<K, V> {
    rows: BTreeMap<K, V>,
    unreadable: usize,
}

fn readable<R, K: Ord, V>(
    rows: impl IntoIterator<Item = R>,
    read: impl Fn(R) -> Result<(K, V), BooksError>,
) -> Readable<K, V> {
    let mut readable = Readable { rows: BTreeMap::new(), unreadable: 0 };
    for row in rows {
        match read(row) {
            Ok((key, value)) => drop(readable.rows.insert(key, value)),
            Err(_) => readable.unreadable += 1,
        }
    }
    readable
}

/// Drive, civil day, rail and state of a row of the summary.
type SummaryKey = (DriveId, String, &'static str, &'static str);

/// Count, how many of them are open, and their sum in minor units.
type SummaryRow = (i64, i64, i64);

/// The summary as it stands. Rows that every gift has left are nothing.
async fn summary(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
) -> Result<Readable<SummaryKey, SummaryRow>, BooksError> {
    let rows = sqlx::query!("SELECT * FROM summary WHERE count > 0").fetch_all(connection).await?;
    Ok(readable(rows, |row| {
        let drive = DriveId { desk: desks.id(row.drive_desk)?, seq: count(row.drive_seq)? };
        let (rail, state) = (rail_word(rail(&row.rail)?), state_word(state(&row.state)?));
        Ok(((drive, row.day, rail, state), (row.count, row.open, row.sum)))
    }))
}

/// The summary as these gifts make it.
fn summed(gifts: &BTreeMap<GiftId, Gift>) -> BTreeMap<SummaryKey, SummaryRow> {
    let mut sums = BTreeMap::new();
    for gift in gifts.values() {
        let key = (gift.drive, gift.day.to_string(), rail_word(gift.rail), state_word(gift.state));
        let (count, open, sum): &mut SummaryRow = sums.entry(key).or_default();
        *count += 1;
        *open += i64::from(gift.amount.is_none());
        *sum += gift.amount.map(Money::minor).unwrap_or_default();
    }
    sums
}

/// Counts the rows that differ. An unreadable row is mostly missing on the other side as well and
/// counts once.
fn differences<K: Ord, V: PartialEq>(found: &Readable<K, V>, folded: &BTreeMap<K, V>) -> usize {
    let differ = found.rows.iter().filter(|(key, value)| folded.get(key) != Some(value)).count();
    let missing = folded.keys().filter(|key| !found.rows.contains_key(key)).count();
    differ + missing.max(found.unreadable)
}

/// Asks the database whether pages and indexes hold together: sums and searches are read from
/// indexes, which nothing above looks at.
async fn check_file(connection: &mut SqliteConnection) -> Result<Vec<Trouble>, BooksError> {
    let found: Vec<String> =
        sqlx::query_scalar("PRAGMA integrity_check(10)").fetch_all(connection).await?;
    let found = found.into_iter().filter(|what| what != "ok");
    Ok(found.map(|what| Trouble::File { what }).collect())
}

/// Compares every text beside the journal with its commitment, and every commitment with a text.
async fn check_texts(connection: &mut SqliteConnection) -> Result<Vec<Trouble>, BooksError> {
    let mut troubles = Vec::new();
    let rows = sqlx::query!(
        r#"SELECT o.commitment, t.salt AS "salt?", t.name AS "name?"
           FROM organisation o LEFT JOIN organisation_text t USING (commitment)"#
    )
    .fetch_all(&mut *connection)
    .await?;
    let kept = rows.iter().all(|row| {
        let made = salt(row.salt.as_deref())
            .zip(row.name.as_deref())
            .map(|(salt, name)| organisation_commitment(&salt, name));
        committed(made, &row.commitment)
    });
    troubles.extend((!kept).then_some(Trouble::Text { table: "organisation_text" }));

    let rows = sqlx::query!(
        r#"SELECT a.commitment, t.salt AS "salt?", t.holder AS "holder?", t.iban AS "iban?",
                  t.bic AS "bic?"
           FROM account a LEFT JOIN account_text t USING (commitment)"#
    )
    .fetch_all(&mut *connection)
    .await?;
    let kept = rows.into_iter().all(|row| {
        let texts = match (row.holder, row.iban, row.bic) {
            (Some(holder), Some(iban), Some(bic)) => Some(AccountTexts { holder, iban, bic }),
            _ => None,
        };
        let made = salt(row.salt.as_deref()).zip(texts).map(|(salt, t)| t.commitment(&salt));
        committed(made, &row.commitment)
    });
    troubles.extend((!kept).then_some(Trouble::Text { table: "account_text" }));

    let rows = sqlx::query!(
        r#"SELECT d.commitment, t.salt AS "salt?", t.name AS "name?", t.purpose AS "purpose?"
           FROM drive d LEFT JOIN drive_text t USING (commitment)"#
    )
    .fetch_all(&mut *connection)
    .await?;
    let kept = rows.into_iter().all(|row| {
        let texts = row.name.zip(row.purpose).map(|(name, purpose)| DriveTexts { name, purpose });
        let made = salt(row.salt.as_deref()).zip(texts).map(|(salt, t)| t.commitment(&salt));
        committed(made, &row.commitment)
    });
    troubles.extend((!kept).then_some(Trouble::Text { table: "drive_text" }));
    Ok(troubles)
}

fn salt(stored: Option<&[u8]>) -> Option<Salt> {
    stored?.try_into().ok().map(Salt)
}

fn committed(made: Option<Commitment>, stored: &[u8]) -> bool {
    made.is_some_and(|made| made.0.as_slice() == stored)
}
