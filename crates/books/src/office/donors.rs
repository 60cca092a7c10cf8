//! Who the donors are: kept in the office's file alone, each value with what it is kept for and
//! until when, and erased so that nothing of it remains.

use std::collections::BTreeMap;

use groat_ledger::{Commitment, DonorId, Salt};
use jiff::civil::Date;
use sqlx::{Connection, Row};
use zeroize::Zeroizing;

use super::Office;
use crate::BooksError;
use crate::error::damaged;
use crate::rows::bytes;

/// What is known of a donor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DonorField {
    /// The name.
    Name,
    /// How to reach them.
    Contact,
    /// What they said.
    Message,
    /// What the tax office knows them by.
    TaxNumber,
}

/// What a value is kept for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Receipts and reports that a law asks for.
    Tax,
    /// To know who gave what.
    Books,
    /// To thank.
    Thanks,
    /// To show it, as the donor allowed.
    Display,
}

/// A value that is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptField {
    /// What it is kept for.
    pub purpose: Purpose,
    /// The value: UTF-8, or encrypted once more.
    pub value: Zeroizing<Vec<u8>>,
    /// When it is deleted, where something says so.
    pub delete_on: Option<Date>,
    /// Whether it may be shown.
    pub is_shown: bool,
}

/// Never shows the value.
impl std::fmt::Debug for KeptField {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("KeptField");
        shown.field("purpose", &self.purpose).field("delete_on", &self.delete_on);
        shown.finish_non_exhaustive()
    }
}

/// A donor as the office keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDonor {
    /// The donor.
    pub id: DonorId,
    /// What people call the donor once the name is gone: "D-7KQ2".
    pub token: String,
    /// The salt of the commitment; gone with the first value that was erased.
    pub salt: Option<Salt>,
    /// The commitment to all values, as the journal has it.
    pub commitment: Commitment,
    /// The values that are left.
    pub fields: BTreeMap<DonorField, KeptField>,
}

impl Office {
    /// Keeps a donor in the place of the one with this id.
    ///
    /// # Errors
    /// [`BooksError`]; nothing is changed then.
    pub async fn keep_donor(&self, donor: &KeptDonor) -> Result<(), BooksError> {
        let (id, commitment) = (donor.id.0.as_slice(), donor.commitment.0.as_slice());
        let salt = donor.salt.map(|salt| salt.0.to_vec());
        let mut connection = self.connection().await?;
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query!("DELETE FROM donor_field WHERE donor = ?", id).execute(&mut *tx).await?;
        sqlx::query!("DELETE FROM donor WHERE id = ?", id).execute(&mut *tx).await?;
        sqlx::query!(
            "INSERT INTO donor (id, token, salt, commitment) VALUES (?, ?, ?, ?)",
            id,
            donor.token,
            salt,
            commitment
        )
        .execute(&mut *tx)
        .await?;
        for (field, kept) in &donor.fields {
            let (field, purpose) = (field_word(*field), purpose_word(kept.purpose));
            let delete_on = kept.delete_on.map(|day| day.to_string());
            let (value, shown) = (kept.value.as_slice(), i64::from(kept.is_shown));
            sqlx::query!(
                "INSERT INTO donor_field (donor, field, purpose, value, delete_on, shown)
                 VALUES (?, ?, ?, ?, ?, ?)",
                id,
                field,
                purpose,
                value,
                delete_on,
                shown
            )
            .execute(&mut *tx)
            .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Reads every donor with the values that are left, by token.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn kept_donors(&self) -> Result<Vec<KeptDonor>, BooksError> {
        let mut connection = self.connection().await?;
        let rows = sqlx::query!("SELECT id, token, salt, commitment FROM donor ORDER BY token");
        let rows = rows.fetch_all(&mut *connection).await?;
        let fields = sqlx::query!(
            r#"SELECT donor, field, purpose, value AS "value!", delete_on, shown
               FROM donor_field WHERE value IS NOT NULL"#
        );
        let mut by_donor: BTreeMap<DonorId, BTreeMap<DonorField, KeptField>> = BTreeMap::new();
        for row in fields.fetch_all(&mut *connection).await? {
            let delete_on = row.delete_on.map(|day| day.parse()).transpose();
            let kept = KeptField {
                purpose: purpose(&row.purpose)?,
                value: Zeroizing::new(row.value),
                delete_on: delete_on.map_err(|_| damaged("a day"))?,
                is_shown: row.shown != 0,
            };
            let donor = DonorId(bytes(&row.donor, "a donor's id")?);
            by_donor.entry(donor).or_default().insert(field(&row.field)?, kept);
        }
        rows.into_iter()
            .map(|row| {
                let id = DonorId(bytes(&row.id, "a donor's id")?);
                let salt = row.salt.map(|salt| bytes(&salt, "a salt")).transpose()?;
                Ok(KeptDonor {
                    id,
                    token: row.token,
                    salt: salt.map(Salt),
                    commitment: Commitment(bytes(&row.commitment, "a commitment")?),
                    fields: by_donor.remove(&id).unwrap_or_default(),
                })
            })
            .collect()
    }

    /// Erases values of a donor, and with them the salt: it covered all values together, and with
    /// it whoever has the file could try out what was erased.
    ///
    /// # Errors
    /// [`BooksError`]; nothing is changed then.
    pub async fn erase(&self, donor: DonorId, fields: &[DonorField]) -> Result<(), BooksError> {
        let id = donor.0.as_slice();
        let mut connection = self.connection().await?;
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        for field in fields {
            let field = field_word(*field);
            sqlx::query!(
                "UPDATE donor_field SET value = NULL, shown = 0 WHERE donor = ? AND field = ?",
                id,
                field
            )
            .execute(&mut *tx)
            .await?;
        }
        sqlx::query!("UPDATE donor SET salt = NULL WHERE id = ?", id).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }

    /// Drops a donor whom the journal never named.
    ///
    /// # Errors
    /// [`BooksError`]; nothing is changed then.
    pub async fn drop_donor(&self, donor: DonorId) -> Result<(), BooksError> {
        let id = donor.0.as_slice();
        let mut connection = self.connection().await?;
        sqlx::query!("DELETE FROM donor WHERE id = ?", id).execute(&mut *connection).await?;
        Ok(())
    }

    /// Makes what was erased unreadable: the file's own pages are overwritten as values go, and
    /// the log beside it is emptied here.
    ///
    /// # Errors
    /// [`BooksError::Unavailable`] where somebody reads the file at the moment: the log is left
    /// then, and this can be asked again.
    pub async fn empty_log(&self) -> Result<(), BooksError> {
        let mut connection = self.connection().await?;
        let row =
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut *connection).await?;
        let busy: i64 = row.try_get(0)?;
        match busy {
            0 => Ok(()),
            _ => Err(BooksError::Unavailable("the office's file is being read".into())),
        }
    }
}

fn field_word(field: DonorField) -> &'static str {
    match field {
        DonorField::Name => "name",
        DonorField::Contact => "contact",
        DonorField::Message => "message",
        DonorField::TaxNumber => "tax_number",
    }
}

fn field(word: &str) -> Result<DonorField, BooksError> {
    match word {
        "name" => Ok(DonorField::Name),
        "contact" => Ok(DonorField::Contact),
        "message" => Ok(DonorField::Message),
        "tax_number" => Ok(DonorField::TaxNumber),
        _ => Err(damaged("an unknown field of a donor")),
    }
}

fn purpose_word(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Tax => "tax",
        Purpose::Books => "books",
        Purpose::Thanks => "thanks",
        Purpose::Display => "display",
    }
}

fn purpose(word: &str) -> Result<Purpose, BooksError> {
    match word {
        "tax" => Ok(Purpose::Tax),
        "books" => Ok(Purpose::Books),
        "thanks" => Ok(Purpose::Thanks),
        "display" => Ok(Purpose::Display),
        _ => Err(damaged("an unknown purpose")),
    }
}
