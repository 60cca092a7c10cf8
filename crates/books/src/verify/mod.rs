//! Proving the books: every link of the chain, every commitment, every folded row.

mod compare;

use groat_ledger::journal::chain::StoredEntry;
use groat_ledger::journal::{ChainBreak, Entry, EntryHash, SealedEntry};
use groat_ledger::{DeskId, Ledger};
use sqlx::SqliteConnection;

use self::compare::{check_file, check_texts, compare};
use crate::error::damaged;
use crate::fold::{empty, fold};
use crate::rows::{Desks, bytes, column, count};
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
            signature: None,
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
    reader: &mut SqliteConnection,
    desks: &[DeskId],
    length: i64,
) -> Result<(), BooksError> {
    let desks = Desks(desks);
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
        let mut last = (count(from)?, hash_at(reader, no, from).await?);
        for row in batch(reader, no, from, length).await? {
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
