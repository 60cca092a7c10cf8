//! Entries into the journal: one, or many at once as an import has them.
//!
//! Signing an entry costs as much as storing it. The hashes hang on each other and are cheap; the
//! signatures do not, so all cores make them, ahead of the one connection that stores.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::LazyLock;

use groat_ledger::journal::{Fact, SealedEntry};
use sqlx::SqliteConnection;
use tokio::task::{JoinHandle, spawn_blocking};

use crate::fold::fold_all;
use crate::rows::{AT_ONCE, Desks, column, rows_of};
use crate::{BooksError, Writing};

/// How many entries are signed in one go. A few such lots are in memory at a time, whatever is
/// imported.
const LOT: usize = 16 * AT_ONCE;

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let columns = "desk, seq, kind, at_ms, person, body, prev, hash, signature";
    format!("INSERT INTO journal ({columns}) VALUES {}", rows_of(9))
});

impl Writing<'_> {
    /// Appends many facts as if each were appended by itself, with the cores of the machine.
    ///
    /// Answers the number of the first; the others follow it without a gap. `None` where there
    /// was none. An import commits every few thousand facts: an act holds up all others.
    ///
    /// # Errors
    /// [`BooksError`]; the act must then be dropped, and nothing of it stands.
    pub async fn append_all(
        &mut self,
        facts: impl IntoIterator<Item = Fact>,
    ) -> Result<Option<u64>, BooksError> {
        let mut facts = facts.into_iter().peekable();
        if facts.peek().is_none() {
            return Ok(None);
        }
        let declared = self.undeclared()?;
        let (mut waiting, mut first) = (VecDeque::new(), None);
        let ahead = std::thread::available_parallelism().map_or(1, NonZero::get);
        let mut facts =
            declared.map(|fact| (fact, false)).into_iter().chain(facts.map(|fact| (fact, true)));
        loop {
            let mut lot = Vec::with_capacity(LOT);
            for (fact, is_given) in facts.by_ref().take(LOT) {
                let sealed = self.seal(fact);
                first = first.or(is_given.then_some(sealed.entry.seq));
                // A fact may declare a key, and must not declare a stranger's.
                self.undeclared()?;
                lot.push(sealed);
            }
            if lot.is_empty() {
                break;
            }
            let signer = self.signer();
            waiting.push_back(spawn_blocking(move || {
                lot.iter_mut().for_each(|sealed| sealed.sign(&signer));
                lot
            }));
            if waiting.len() > ahead {
                self.store(waiting.pop_front()).await?;
            }
        }
        while !waiting.is_empty() {
            self.store(waiting.pop_front()).await?;
        }
        Ok(first)
    }

    /// Stores the oldest lot as soon as it is signed.
    async fn store(
        &mut self,
        signing: Option<JoinHandle<Vec<SealedEntry>>>,
    ) -> Result<(), BooksError> {
        let Some(signing) = signing else { return Ok(()) };
        let lot = signing.await.map_err(std::io::Error::other)?;
        let desks = self.desks();
        let desks = Desks(&desks);
        let connection = self.connection();
        let (many, rest) = lot.as_chunks::<AT_ONCE>();
        for sealed in many {
            insert_many(connection, desks, sealed).await?;
        }
        for sealed in rest {
            insert(connection, desks, sealed).await?;
        }
        fold_all(connection, desks, lot.iter().map(|sealed| &sealed.entry)).await
    }
}

/// An entry in the columns of the journal.
struct JournalColumns<'a> {
    desk: i64,
    seq: i64,
    kind: &'static str,
    at_ms: i64,
    person: Option<&'a [u8]>,
    body: &'a [u8],
    prev: &'a [u8],
    hash: &'a [u8],
    signature: Option<&'a [u8]>,
}

impl<'a> JournalColumns<'a> {
    fn of(desks: Desks<'_>, sealed: &'a SealedEntry) -> Result<JournalColumns<'a>, BooksError> {
        let SealedEntry { entry, body, previous, hash, signature } = sealed;
        Ok(JournalColumns {
            desk: desks.no(entry.desk)?,
            seq: column(entry.seq)?,
            kind: entry.fact.kind(),
            at_ms: entry.at.as_millisecond(),
            person: entry.person.as_ref().map(|person| person.0.as_slice()),
            body,
            prev: &previous.0,
            hash: &hash.0,
            signature: signature.as_ref().map(|signature| signature.0.as_slice()),
        })
    }
}

/// Stores one entry.
pub(crate) async fn insert(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    sealed: &SealedEntry,
) -> Result<(), BooksError> {
    let row = JournalColumns::of(desks, sealed)?;
    sqlx::query!(
        "INSERT INTO journal (desk, seq, kind, at_ms, person, body, prev, hash, signature)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.desk,
        row.seq,
        row.kind,
        row.at_ms,
        row.person,
        row.body,
        row.prev,
        row.hash,
        row.signature
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn insert_many(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    many: &[SealedEntry; AT_ONCE],
) -> Result<(), BooksError> {
    let mut query = sqlx::query(INSERT.as_str());
    for sealed in many {
        let row = JournalColumns::of(desks, sealed)?;
        query = query
            .bind(row.desk)
            .bind(row.seq)
            .bind(row.kind)
            .bind(row.at_ms)
            .bind(row.person)
            .bind(row.body)
            .bind(row.prev)
            .bind(row.hash)
            .bind(row.signature);
    }
    query.execute(connection).await?;
    Ok(())
}
