//! Writing: one act is one SQL transaction of journal entries and what they fold into.

use std::sync::Arc;

use groat_ledger::journal::{Entry, Fact, SealedEntry};
use groat_ledger::{Commitment, DeskId, Drive, DriveId, Gift, GiftId, Numbering, PersonId, Salt};
use groat_payment_codes::Standard;
use jiff::Timestamp;
use sqlx::SqliteConnection;
use tokio::sync::{OwnedMappedMutexGuard, OwnedMutexGuard};

use crate::accounts::{account_commitment, accounts};
use crate::error::damaged;
use crate::fold::fold;
use crate::rows::{Desks, column};
use crate::writer::{Known, Writer};
use crate::{AccountValues, Books, BooksError, DriveTexts, KnownAccount, OrganisationTexts, read};

/// Who writes an entry, when and where.
#[derive(Debug, Clone)]
pub struct Author {
    /// Who is at the desk, where the desk knows.
    pub person: Option<PersonId>,
    /// The instant; kept to the millisecond.
    pub at: Timestamp,
    /// IANA name of the desk's zone.
    pub zone: String,
}

/// An act in the making. Nothing of it stands before [`Writing::commit`] has returned.
pub struct Writing<'a> {
    books: &'a Books,
    desk: DeskId,
    author: Author,
    known: Known,
    writer: OwnedMappedMutexGuard<Option<Writer>, Writer>,
}

impl Books {
    /// Begins an act. Acts wait for each other: what this one reads stays true until it is done.
    ///
    /// # Errors
    /// [`BooksError::ReadOnly`] where the books were opened for reading, or are closed.
    pub async fn write(&self, author: Author) -> Result<Writing<'_>, BooksError> {
        let desk = self.desk()?;
        let mut writer = self.writer().await?;
        let known = writer.begin(desk, self.own).await?;
        Ok(Writing { books: self, desk, author, known, writer })
    }

    /// Waits for the one that writes.
    pub(crate) async fn writer(
        &self,
    ) -> Result<OwnedMappedMutexGuard<Option<Writer>, Writer>, BooksError> {
        let writer = self.writer.as_ref().ok_or(BooksError::ReadOnly)?;
        let writer = Arc::clone(writer).lock_owned().await;
        OwnedMutexGuard::try_map(writer, Option::as_mut).map_err(|_| BooksError::ReadOnly)
    }

    /// Remembers what the desk likes, such as its language. Not part of the journal.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn prefer(&self, name: &str, value: &str) -> Result<(), BooksError> {
        let mut writer = self.writer().await?;
        writer.roll_back().await;
        writer.forget();
        prefer(&mut writer.connection, name, value).await
    }
}

async fn prefer(
    connection: &mut SqliteConnection,
    name: &str,
    value: &str,
) -> Result<(), BooksError> {
    sqlx::query!("INSERT OR REPLACE INTO preference (name, value) VALUES (?, ?)", name, value)
        .execute(connection)
        .await?;
    Ok(())
}

impl Writing<'_> {
    /// Appends a fact to the journal and folds it into the tables.
    ///
    /// # Errors
    /// [`BooksError`]; the act must then be dropped, and nothing of it stands.
    pub async fn append(&mut self, fact: Fact) -> Result<Entry, BooksError> {
        let key = self.writer.signer.key();
        match self.known.chain.signer {
            Some(declared) if declared == key => {}
            // The first entry a desk signs says with which key.
            None => {
                self.append_one(Fact::SignerDeclared { key }).await?;
            }
            Some(_) => return Err(damaged("the desk signs with another key than it declared")),
        }
        self.append_one(fact).await
    }

    async fn append_one(&mut self, fact: Fact) -> Result<Entry, BooksError> {
        let Author { person, at, zone } = self.author.clone();
        let at = Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
        let seq = self.known.chain.seq + 1;
        let entry = Entry { desk: self.desk, seq, person, at, zone, fact };
        let sealed = self.known.chain.append(entry, &self.writer.signer);
        self.insert(&sealed).await?;
        fold(&mut self.writer.connection, Desks(&self.books.desks), &sealed.entry).await?;
        self.known.learn(&sealed.entry.fact);
        Ok(sealed.entry)
    }

    async fn insert(&mut self, sealed: &SealedEntry) -> Result<(), BooksError> {
        let SealedEntry { entry, body, previous, hash, signature } = sealed;
        let (desk, seq, at_ms) = (self.books.own, column(entry.seq)?, entry.at.as_millisecond());
        let kind = entry.fact.kind();
        let person = entry.person.map(|person| person.0.to_vec());
        let (body, prev, hash) = (body.as_slice(), previous.0.as_slice(), hash.0.as_slice());
        let signature = signature.as_ref().map(|signature| signature.0.as_slice());
        sqlx::query!(
            "INSERT INTO journal (desk, seq, kind, at_ms, person, body, prev, hash, signature)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            desk,
            seq,
            kind,
            at_ms,
            person,
            body,
            prev,
            hash,
            signature
        )
        .execute(&mut self.writer.connection)
        .await?;
        Ok(())
    }

    /// The connection of this act.
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.writer.connection
    }

    /// Makes the act durable. Only after this may a person be told that it happened.
    ///
    /// # Errors
    /// [`BooksError`]; nothing of the act stands then.
    pub async fn commit(self) -> Result<(), BooksError> {
        let Writing { known, mut writer, .. } = self;
        writer.commit(Some(known)).await
    }

    /// Keeps who collects beside the journal and returns the commitment to it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_organisation(
        &mut self,
        salt: Salt,
        texts: &OrganisationTexts,
    ) -> Result<Commitment, BooksError> {
        let commitment = texts.commitment(&salt);
        let (key, salt) = (commitment.0.as_slice(), salt.0.as_slice());
        sqlx::query!(
            "INSERT INTO organisation_text (commitment, salt, name, country) VALUES (?, ?, ?, ?)",
            key,
            salt,
            texts.name,
            texts.country
        )
        .execute(&mut self.writer.connection)
        .await?;
        Ok(commitment)
    }

    /// Keeps what an account's codes are made of beside the journal and returns the commitment to
    /// it and to the standard.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_account(
        &mut self,
        salt: Salt,
        standard: Standard,
        values: &AccountValues,
    ) -> Result<Commitment, BooksError> {
        let commitment = account_commitment(&salt, standard.name(), values);
        let (key, salt) = (commitment.0.as_slice(), salt.0.as_slice());
        sqlx::query!("INSERT INTO account_salt (commitment, salt) VALUES (?, ?)", key, salt)
            .execute(&mut self.writer.connection)
            .await?;
        for (field, text) in values {
            sqlx::query!(
                "INSERT INTO account_value (commitment, field, text) VALUES (?, ?, ?)",
                key,
                field,
                text
            )
            .execute(&mut self.writer.connection)
            .await?;
        }
        Ok(commitment)
    }

    /// Keeps a drive's texts beside the journal and returns the commitment to them.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_drive(
        &mut self,
        salt: Salt,
        texts: &DriveTexts,
    ) -> Result<Commitment, BooksError> {
        let commitment = texts.commitment(&salt);
        let (key, salt) = (commitment.0.as_slice(), salt.0.as_slice());
        sqlx::query!(
            "INSERT INTO drive_text (commitment, salt, name, purpose) VALUES (?, ?, ?, ?)",
            key,
            salt,
            texts.name,
            texts.purpose
        )
        .execute(&mut self.writer.connection)
        .await?;
        Ok(commitment)
    }

    /// Reads a drive and its texts, as this act sees them.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn drive(&mut self, id: DriveId) -> Result<Option<(Drive, DriveTexts)>, BooksError> {
        if let Some(known) = self.known.drives.get(&id) {
            return Ok(Some(known.clone()));
        }
        let found =
            read::drive_and_texts(&mut self.writer.connection, Desks(&self.books.desks), id)
                .await?;
        if let Some(found) = &found {
            self.known.drives.insert(id, found.clone());
        }
        Ok(found)
    }

    /// Reads every account, oldest first, as this act sees them.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn accounts(&mut self) -> Result<Arc<[KnownAccount]>, BooksError> {
        if let Some(known) = &self.known.accounts {
            return Ok(Arc::clone(known));
        }
        let desks = Desks(&self.books.desks);
        let known: Arc<[_]> = accounts(&mut self.writer.connection, desks).await?.into();
        self.known.accounts = Some(Arc::clone(&known));
        Ok(known)
    }

    /// Reads what the desk likes, as this act sees it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn preference(&mut self, name: &str) -> Result<Option<String>, BooksError> {
        if let Some(known) = self.known.preferences.get(name) {
            return Ok(known.clone());
        }
        let found = read::preference(&mut self.writer.connection, name).await?;
        self.known.preferences.insert(name.to_owned(), found.clone());
        Ok(found)
    }

    /// Remembers what the desk likes, together with the act. Not part of the journal.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn prefer(&mut self, name: &str, value: &str) -> Result<(), BooksError> {
        if self.preference(name).await?.as_deref() == Some(value) {
            return Ok(());
        }
        prefer(&mut self.writer.connection, name, value).await?;
        self.known.preferences.insert(name.to_owned(), Some(value.to_owned()));
        Ok(())
    }

    /// Whether gift numbers of this desk number were given out before, as this act sees it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn has_used(&mut self, desk_number: u16) -> Result<bool, BooksError> {
        Ok(read::numbers_used(&mut self.writer.connection, desk_number).await? > 0)
    }

    /// Reads a gift, as this act sees it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn gift(&mut self, id: GiftId) -> Result<Option<Gift>, BooksError> {
        read::gift(&mut self.writer.connection, Desks(&self.books.desks), id).await
    }

    /// Where this desk stands in its gift numbers, as this act sees it.
    #[must_use]
    pub fn numbering(&self) -> Option<Numbering> {
        self.known.numbering
    }

    /// Whether an organisation was set up, as this act sees it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn has_organisation(&mut self) -> Result<bool, BooksError> {
        let row = sqlx::query!("SELECT one FROM organisation")
            .fetch_optional(&mut self.writer.connection)
            .await?;
        Ok(row.is_some())
    }
}
