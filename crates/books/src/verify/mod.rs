//! Proving the books: every link of the chain, every commitment, every folded row.

mod compare;
mod signatures;

use groat_ledger::journal::chain::StoredEntry;
use groat_ledger::journal::{
    Chain, ChainBreak, Checkpoint, Entry, EntryHash, Fact, Signature, Signed, SignerKey, body,
};
use groat_ledger::{Contradiction, DeskId, Ledger};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use self::signatures::Signatures;

use self::compare::{check_file, check_texts, compare};
use crate::error::damaged;
use crate::fold::{empty, fold_all};
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
    /// How many of them carry a signature of their desk that holds.
    pub signed: u64,
    /// How far this desk's journal was proved: all entries before its last one stand behind it.
    pub checkpoint: Checkpoint,
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

#[derive(sqlx::FromRow)]
struct JournalRow {
    desk: i64,
    seq: i64,
    kind: String,
    at_ms: i64,
    person: Option<Vec<u8>>,
    body: Vec<u8>,
    prev: Vec<u8>,
    hash: Vec<u8>,
    signature: Option<Vec<u8>>,
}

impl JournalRow {
    /// Checks one row against the chain before it and against its own copies.
    fn check(&self, desks: Desks<'_>, chain: &mut Chain) -> Result<Step, BooksError> {
        let desk = desks.id(self.desk)?;
        let hash = EntryHash(bytes(&self.hash, "a hash")?);
        let stored = StoredEntry {
            desk,
            seq: count(self.seq)?,
            body: &self.body,
            previous: EntryHash(bytes(&self.prev, "a hash")?),
            hash,
            signature: self
                .signature
                .as_deref()
                .map(|signature| bytes(signature, "a signature").map(Signature))
                .transpose()?,
        };
        let (entry, signed) = match chain.follow(&stored) {
            Ok(followed) => followed,
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
            None => Ok(Ok((entry, signed))),
        }
    }
}

/// An entry that holds and the signature it rests on, or where the chain breaks.
type Step = Result<(Entry, Option<Signed>), ChainBreak>;

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
        let mut chain = Chain::start(*desk);
        chain.seq = count(from)?;
        chain.hash = hash_at(reader, no, from).await?;
        chain.signer = signer_at(reader, no, from).await?;
        check_rows(&batch(reader, no, from, length).await?, desks, &mut chain)?;
    }
    Ok(())
}

/// Checks the newest entries of a file of a form that knew one desk and no signatures.
pub(crate) async fn check_tail_of_first_forms(
    reader: &mut SqliteConnection,
    desks: &[DeskId],
    length: i64,
) -> Result<(), BooksError> {
    let desks = Desks(desks);
    let newest = "SELECT desk, seq, kind, at_ms, person, body, prev, hash, NULL AS signature
                  FROM journal ORDER BY seq DESC LIMIT ?";
    let mut rows: Vec<JournalRow> =
        sqlx::query_as(newest).bind(length).fetch_all(&mut *reader).await?;
    rows.reverse();
    let Some(first) = rows.first() else { return Ok(()) };
    let mut chain = Chain::start(desks.id(first.desk)?);
    chain.seq = count(first.seq - 1)?;
    chain.hash = EntryHash(bytes(&first.prev, "a hash")?);
    check_rows(&rows, desks, &mut chain)
}

fn check_rows(rows: &[JournalRow], desks: Desks<'_>, chain: &mut Chain) -> Result<(), BooksError> {
    let mut signatures = Vec::new();
    for row in rows {
        let (_, signed) = row.check(desks, chain)??;
        signatures.extend(signed.map(|signed| (count(row.seq), signed)));
    }
    let signed: Vec<Signed> = signatures.iter().map(|(_, signed)| *signed).collect();
    match Signed::first_forged(&signed).and_then(|place| signatures.into_iter().nth(place)) {
        Some((seq, _)) => Err(ChainBreak::Signature { desk: chain.desk, seq: seq? }.into()),
        None => Ok(()),
    }
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
        let walk = walk(&mut tx, self, progress, &mut |entry| ledger.apply(entry)).await?;
        let Walk { entries, signed, checkpoint, mut troubles, stopped } = walk;
        if troubles.is_empty() && !stopped {
            troubles.extend(compare(&mut tx, desks, &ledger).await?);
            troubles.extend(check_texts(&mut tx).await?);
            troubles.extend(check_file(&mut tx).await?);
        }
        Ok(Verified { entries, signed, checkpoint, troubles, stopped })
    }

    /// The checkpoint of this desk at one of its entries, or at the newest one; `None` where there
    /// is no such entry.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn checkpoint(&self, seq: Option<u64>) -> Result<Option<Checkpoint>, BooksError> {
        let desk = self.desk()?;
        let Ok(seq) = seq.map(column).transpose() else { return Ok(None) };
        let row = sqlx::query!(
            "SELECT seq, hash FROM journal WHERE desk = ?1 AND (?2 IS NULL OR seq = ?2)
             ORDER BY seq DESC LIMIT 1",
            self.own,
            seq
        );
        let Some(row) = row.fetch_optional(self.reader()).await? else { return Ok(None) };
        let hash = EntryHash(bytes(&row.hash, "a hash")?);
        Ok(Some(Checkpoint { desk, seq: count(row.seq)?, hash }))
    }

    /// When an entry of this desk was written, or its newest one; `None` where there is none.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn written_at(&self, seq: Option<u64>) -> Result<Option<Timestamp>, BooksError> {
        let Ok(seq) = seq.map(column).transpose() else { return Ok(None) };
        let at_ms = sqlx::query_scalar!(
            "SELECT at_ms FROM journal WHERE desk = ?1 AND (?2 IS NULL OR seq = ?2)
             ORDER BY seq DESC LIMIT 1",
            self.own,
            seq
        );
        let at_ms = at_ms.fetch_optional(self.reader()).await?;
        let instant = |at_ms| Timestamp::from_millisecond(at_ms).map_err(|_| damaged("an instant"));
        at_ms.map(instant).transpose()
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
                self.finder.forget().await;
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
        let mut chain = Chain::start(*desk);
        loop {
            let rows = batch(connection, no, column(chain.seq)?, BATCH).await?;
            if rows.is_empty() {
                break;
            }
            let entries = rows.iter().map(|row| Ok(row.check(desks, &mut chain)??.0));
            let entries: Vec<Entry> = entries.collect::<Result<_, BooksError>>()?;
            fold_all(connection, desks, entries.iter()).await?;
            done += u64::try_from(entries.len()).unwrap_or(0);
            if !progress(done, total) {
                return Ok(None);
            }
        }
    }
    Ok(Some(done))
}

struct Walk {
    entries: u64,
    signed: u64,
    checkpoint: Checkpoint,
    troubles: Vec<Trouble>,
    stopped: bool,
}

/// Walks the journal of every desk, entry by entry, and stops at the first break of each.
async fn walk(
    connection: &mut SqliteConnection,
    books: &Books,
    progress: Progress<'_>,
    apply: &mut (dyn FnMut(&Entry) -> Result<(), Contradiction> + Send),
) -> Result<Walk, BooksError> {
    let desks = Desks(&books.desks);
    let total = journal_length(connection).await?;
    let mut ended: Vec<Chain> = Vec::new();
    let checkpoint = Chain::start(books.desk()?).checkpoint();
    let mut walk = Walk { entries: 0, signed: 0, checkpoint, troubles: Vec::new(), stopped: false };
    for desk in desks.0 {
        let no = desks.no(*desk)?;
        let mut chain = Chain::start(*desk);
        let mut signatures = Signatures::default();
        'desk: loop {
            let rows = batch(connection, no, column(chain.seq)?, BATCH).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                match row.check(desks, &mut chain)? {
                    Ok((entry, signed)) => {
                        let applied = apply(&entry).and_then(|()| continues(&entry, &ended));
                        walk.troubles.extend(applied.err().map(Trouble::Contradiction));
                        signatures.add(entry.seq, signed);
                    }
                    Err(found) => {
                        walk.troubles.push(Trouble::Chain(found));
                        break 'desk;
                    }
                }
                walk.entries += 1;
            }
            signatures.check_in_background().await;
            if !progress(walk.entries, total) {
                walk.stopped = true;
                return Ok(walk);
            }
        }
        let (held, forged) = signatures.end().await;
        walk.signed += held;
        let broken = forged.map(|seq| ChainBreak::Signature { desk: *desk, seq });
        walk.troubles.extend(broken.map(Trouble::Chain));
        if no == books.own {
            walk.checkpoint = chain.checkpoint();
        }
        ended.push(chain);
    }
    if walk.troubles.is_empty() && walk.entries != total {
        let what = format!("{} of {total} entries belong to a listed desk", walk.entries);
        walk.troubles.push(Trouble::File { what });
    }
    Ok(walk)
}

/// A desk that goes on after another one names the very end of it.
fn continues(entry: &Entry, ended: &[Chain]) -> Result<(), Contradiction> {
    let Fact::DeskContinued { from, seq, hash } = entry.fact else { return Ok(()) };
    let end = Checkpoint { desk: from, seq, hash };
    if ended.iter().any(|chain| chain.checkpoint() == end) {
        return Ok(());
    }
    let what = "the desk before it ends otherwise";
    Err(Contradiction { desk: entry.desk, seq: entry.seq, what })
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
        "SELECT desk, seq, kind, at_ms, person, body, prev, hash, signature FROM journal
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

/// The key that signs the entry after this one.
async fn signer_at(
    connection: &mut SqliteConnection,
    desk: i64,
    seq: i64,
) -> Result<Option<SignerKey>, BooksError> {
    let now = sqlx::query!("SELECT key, since FROM signer WHERE desk = ?", desk);
    match now.fetch_optional(&mut *connection).await? {
        None => Ok(None),
        Some(now) if now.since <= seq => Ok(Some(SignerKey(bytes(&now.key, "a signer's key")?))),
        Some(_) => {
            let declared = sqlx::query_scalar!(
                "SELECT body FROM journal
                 WHERE desk = ? AND seq <= ? AND kind = 'signer-declared'
                 ORDER BY seq DESC LIMIT 1",
                desk,
                seq
            );
            let Some(declared) = declared.fetch_optional(connection).await? else {
                return Ok(None);
            };
            match body::decode(&declared).map(|entry| entry.fact) {
                Ok(Fact::SignerDeclared { key }) => Ok(Some(key)),
                _ => Err(damaged("the entry that declares a signer")),
            }
        }
    }
}
