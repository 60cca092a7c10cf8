//! Writing: one act is one SQL transaction of journal entries and what they fold into.

use groat_ledger::journal::{Entry, EntryHash, Fact, SealedEntry};
use groat_ledger::{Commitment, DeskId, Drive, DriveId, Gift, GiftId, Numbering, PersonId, Salt};
use jiff::Timestamp;
use sqlx::{Sqlite, Transaction};

use crate::fold::fold;
use crate::rows::{Desks, bytes, column, count};
use crate::{AccountTexts, Books, BooksError, DriveTexts, read};

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
    tx: Transaction<'static, Sqlite>,
    head: (u64, EntryHash),
}

impl Books {
    /// Begins an act. Acts wait for each other: what this one reads stays true until it is done.
    ///
    /// # Errors
    /// [`BooksError::ReadOnly`] where the books were opened for reading.
    pub async fn write(&self, author: Author) -> Result<Writing<'_>, BooksError> {
        let pool = self.writer.as_ref().ok_or(BooksError::ReadOnly)?;
        let mut tx = crate::open::begin(pool).await?;
        let head =
            sqlx::query!("SELECT seq, hash FROM journal WHERE desk = 1 ORDER BY seq DESC LIMIT 1")
                .fetch_optional(&mut *tx)
                .await?;
        let head = match head {
            Some(row) => (count(row.seq)?, EntryHash(bytes(&row.hash, "a hash")?)),
            None => (0, EntryHash::NONE),
        };
        Ok(Writing { books: self, desk: self.desk()?, author, tx, head })
    }

    /// Remembers what the desk likes, such as its language. Not part of the journal.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn prefer(&self, name: &str, value: &str) -> Result<(), BooksError> {
        let pool = self.writer.as_ref().ok_or(BooksError::ReadOnly)?;
        sqlx::query!("INSERT OR REPLACE INTO preference (name, value) VALUES (?, ?)", name, value)
            .execute(pool)
            .await?;
        Ok(())
    }
}

impl Writing<'_> {
    /// Appends a fact to the journal and folds it into the tables.
    ///
    /// # Errors
    /// [`BooksError`]; the act must then be dropped, and nothing of it stands.
    pub async fn append(&mut self, fact: Fact) -> Result<Entry, BooksError> {
        let Author { person, at, zone } = self.author.clone();
        let at = Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
        let (last, previous) = self.head;
        let seq = last + 1;
        let sealed =
            SealedEntry::seal(Entry { desk: self.desk, seq, person, at, zone, fact }, previous);
        let (seq_column, at_ms) = (column(seq)?, at.as_millisecond());
        let kind = sealed.entry.fact.kind();
        let person = person.map(|person| person.0.to_vec());
        let (body, prev, hash) =
            (sealed.body.as_slice(), previous.0.as_slice(), sealed.hash.0.as_slice());
        sqlx::query!(
            "INSERT INTO journal (desk, seq, kind, at_ms, person, body, prev, hash)
             VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
            seq_column,
            kind,
            at_ms,
            person,
            body,
            prev,
            hash
        )
        .execute(&mut *self.tx)
        .await?;
        fold(&mut self.tx, Desks(&self.books.desks), &sealed.entry).await?;
        self.head = (seq, sealed.hash);
        Ok(sealed.entry)
    }

    /// Makes the act durable. Only after this may a person be told that it happened.
    ///
    /// # Errors
    /// [`BooksError`]; nothing of the act stands then.
    pub async fn commit(self) -> Result<(), BooksError> {
        Ok(self.tx.commit().await?)
    }

    /// Keeps the organisation's name beside the journal and returns the commitment to it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_organisation(
        &mut self,
        salt: Salt,
        name: &str,
    ) -> Result<Commitment, BooksError> {
        let commitment = read::organisation_commitment(&salt, name);
        let (key, salt) = (commitment.0.as_slice(), salt.0.as_slice());
        sqlx::query!(
            "INSERT INTO organisation_text (commitment, salt, name) VALUES (?, ?, ?)",
            key,
            salt,
            name
        )
        .execute(&mut *self.tx)
        .await?;
        Ok(commitment)
    }

    /// Keeps an account's texts beside the journal and returns the commitment to them.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_account(
        &mut self,
        salt: Salt,
        texts: &AccountTexts,
    ) -> Result<Commitment, BooksError> {
        let commitment = texts.commitment(&salt);
        let (key, salt) = (commitment.0.as_slice(), salt.0.as_slice());
        sqlx::query!(
            "INSERT INTO account_text (commitment, salt, holder, iban, bic) VALUES (?, ?, ?, ?, ?)",
            key,
            salt,
            texts.holder,
            texts.iban,
            texts.bic
        )
        .execute(&mut *self.tx)
        .await?;
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
        .execute(&mut *self.tx)
        .await?;
        Ok(commitment)
    }

    /// Reads a drive, as this act sees it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn drive(&mut self, id: DriveId) -> Result<Option<Drive>, BooksError> {
        read::drive(&mut self.tx, Desks(&self.books.desks), id).await
    }

    /// Reads a gift, as this act sees it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn gift(&mut self, id: GiftId) -> Result<Option<Gift>, BooksError> {
        read::gift(&mut self.tx, Desks(&self.books.desks), id).await
    }

    /// Reads where this desk stands in its gift numbers, as this act sees it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn numbering(&mut self) -> Result<Option<Numbering>, BooksError> {
        read::numbering(&mut self.tx, 1).await
    }

    /// Whether an organisation was set up, as this act sees it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn has_organisation(&mut self) -> Result<bool, BooksError> {
        let row =
            sqlx::query!("SELECT one FROM organisation").fetch_optional(&mut *self.tx).await?;
        Ok(row.is_some())
    }
}
