//! The one connection that writes and checkpoints, and what its owner knows without asking the file.
//!
//! A durable gift is mostly waiting for the disk; a question saved here, and the way through a pool
//! of one, would each be a good part of the rest.

use std::collections::BTreeMap;
use std::sync::Arc;

use groat_ledger::journal::{Chain, EntryHash, Fact, Signer, SignerKey};
use groat_ledger::{DeskId, Drive, DriveId, Numbering};
use sqlx::{Connection, SqliteConnection};

use crate::rows::{bytes, count};
use crate::{BooksError, DriveTexts, KnownAccount, read};

/// The writing connection.
#[derive(Debug)]
pub(crate) struct Writer {
    pub(crate) connection: SqliteConnection,
    /// What this desk signs with.
    pub(crate) signer: Arc<Signer>,
    /// Away while an act is under way: one that ends otherwise than by a commit leaves nothing
    /// behind that the file does not say.
    known: Option<Known>,
    /// Whether a transaction was begun and not committed.
    unfinished: bool,
}

/// What the only writer knows.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) chain: Chain,
    pub(crate) numbering: Option<Numbering>,
    pub(crate) accounts: Option<Arc<[KnownAccount]>>,
    pub(crate) preferences: BTreeMap<String, Option<String>>,
    pub(crate) drives: BTreeMap<DriveId, (Drive, DriveTexts)>,
}

impl Writer {
    pub(crate) fn new(connection: SqliteConnection, signer: Signer) -> Writer {
        Writer { connection, signer: Arc::new(signer), known: None, unfinished: false }
    }

    /// Begins an act, and takes along what is known.
    pub(crate) async fn begin(&mut self, desk: DeskId, no: i64) -> Result<Known, BooksError> {
        let known = self.known.take();
        self.begin_afresh().await?;
        match known {
            Some(known) => Ok(known),
            None => Known::read(&mut self.connection, desk, no).await,
        }
    }

    /// Forgets what is known, so that the next act reads it anew.
    pub(crate) fn forget(&mut self) {
        self.known = None;
    }

    /// Begins a transaction that writes, and forgets what is known.
    pub(crate) async fn begin_afresh(&mut self) -> Result<(), BooksError> {
        self.roll_back().await;
        self.forget();
        self.unfinished = true;
        sqlx::query("BEGIN IMMEDIATE").execute(&mut self.connection).await?;
        Ok(())
    }

    /// Makes what was begun durable, and keeps what the act knows by then.
    pub(crate) async fn commit(&mut self, known: Option<Known>) -> Result<(), BooksError> {
        sqlx::query("COMMIT").execute(&mut self.connection).await?;
        self.unfinished = false;
        self.known = known;
        Ok(())
    }

    /// Undoes what was begun and not committed, if anything was.
    pub(crate) async fn roll_back(&mut self) {
        if self.unfinished {
            // SQLite may have rolled back by itself, as it does on a full disk, and then refuses.
            let _ = sqlx::query("ROLLBACK").execute(&mut self.connection).await;
            self.unfinished = false;
        }
    }

    pub(crate) async fn close(mut self) {
        self.roll_back().await;
        // What was acknowledged is on the disk; a connection that does not close loses nothing.
        let _ = self.connection.close().await;
    }
}

impl Known {
    async fn read(
        connection: &mut SqliteConnection,
        desk: DeskId,
        no: i64,
    ) -> Result<Known, BooksError> {
        let last = sqlx::query!(
            "SELECT seq, hash FROM journal WHERE desk = ? ORDER BY seq DESC LIMIT 1",
            no
        );
        let mut chain = Chain::start(desk);
        if let Some(row) = last.fetch_optional(&mut *connection).await? {
            chain.seq = count(row.seq)?;
            chain.hash = EntryHash(bytes(&row.hash, "a hash")?);
        }
        let declared = sqlx::query!("SELECT key FROM signer WHERE desk = ?", no);
        if let Some(row) = declared.fetch_optional(&mut *connection).await? {
            chain.signer = Some(SignerKey(bytes(&row.key, "a signer's key")?));
        }
        let numbering = read::numbering(connection, no).await?;
        let (drives, preferences) = (BTreeMap::new(), BTreeMap::new());
        Ok(Known { chain, numbering, accounts: None, preferences, drives })
    }

    /// Takes in what an appended fact changes.
    pub(crate) fn learn(&mut self, fact: &Fact) {
        match fact {
            Fact::NumbersDrawn { desk_number, first_serial } => {
                let (desk_number, first_serial) = (*desk_number, *first_serial);
                self.numbering = Some(Numbering { desk_number, first_serial, used: 0 });
            }
            Fact::Asked { .. } => {
                self.numbering.iter_mut().for_each(|numbering| numbering.used += 1);
            }
            Fact::AccountDeclared { .. }
            | Fact::AccountAdded { .. }
            | Fact::AccountRetired { .. } => self.accounts = None,
            Fact::DriveClosed { drive, .. } => {
                self.drives.remove(drive);
            }
            _ => {}
        }
    }
}
