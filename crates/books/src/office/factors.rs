//! Second factors and the codes that stand in for a lost one.

use groat_ledger::PersonId;
use jiff::Timestamp;
use sqlx::Connection;

use super::Office;
use crate::BooksError;
use crate::rows::{bytes, column, count};

/// The second factor of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// What desk and phone make codes of.
    pub secret: [u8; 20],
    /// The step of the newest code that was accepted.
    pub last_step: u64,
}

/// Never shows the secret.
impl std::fmt::Debug for SecondFactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SecondFactor").field("last_step", &self.last_step).finish_non_exhaustive()
    }
}

impl Office {
    /// Reads the second factor of a person.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn second_factor(
        &self,
        person: PersonId,
    ) -> Result<Option<SecondFactor>, BooksError> {
        let id = person.0.as_slice();
        let row = sqlx::query!("SELECT secret, last_step FROM second_factor WHERE person = ?", id)
            .fetch_optional(&mut *self.connection().await?)
            .await?;
        row.map(|row| {
            let secret = bytes(&row.secret, "the secret of a second factor")?;
            Ok(SecondFactor { secret, last_step: count(row.last_step)? })
        })
        .transpose()
    }

    /// Keeps a second factor and its recovery codes in the place of those before.
    ///
    /// # Errors
    /// [`BooksError`]; nothing is changed then.
    pub async fn enrol(
        &self,
        person: PersonId,
        factor: &SecondFactor,
        recovery_hashes: &[[u8; 32]],
        at: Timestamp,
    ) -> Result<(), BooksError> {
        let (id, secret) = (person.0.as_slice(), factor.secret.as_slice());
        let (last_step, at_ms) = (column(factor.last_step)?, at.as_millisecond());
        let mut connection = self.connection().await?;
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query!(
            "INSERT OR REPLACE INTO second_factor (person, secret, last_step, enrolled_ms)
             VALUES (?, ?, ?, ?)",
            id,
            secret,
            last_step,
            at_ms
        )
        .execute(&mut *tx)
        .await?;
        sqlx::query!("DELETE FROM recovery_code WHERE person = ?", id).execute(&mut *tx).await?;
        for hash in recovery_hashes {
            let hash = hash.as_slice();
            sqlx::query!("INSERT INTO recovery_code (person, hash) VALUES (?, ?)", id, hash)
                .execute(&mut *tx)
                .await?;
        }
        Ok(tx.commit().await?)
    }

    /// Uses up a step and all before it; `false` where it was used up already.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn use_step(&self, person: PersonId, step: u64) -> Result<bool, BooksError> {
        let (id, step) = (person.0.as_slice(), column(step)?);
        let done = sqlx::query!(
            "UPDATE second_factor SET last_step = ?2 WHERE person = ?1 AND last_step < ?2",
            id,
            step
        )
        .execute(&mut *self.connection().await?)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// The hashes of the recovery codes of a person, and whether each was used.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn recovery_codes(
        &self,
        person: PersonId,
    ) -> Result<Vec<([u8; 32], bool)>, BooksError> {
        let id = person.0.as_slice();
        let rows = sqlx::query!("SELECT hash, used_ms FROM recovery_code WHERE person = ?", id)
            .fetch_all(&mut *self.connection().await?)
            .await?;
        rows.into_iter()
            .map(|row| Ok((bytes(&row.hash, "a recovery code")?, row.used_ms.is_some())))
            .collect()
    }

    /// Uses up a recovery code; `false` where there is none with this hash, or it was used.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn use_recovery_code(
        &self,
        person: PersonId,
        hash: &[u8; 32],
        at: Timestamp,
    ) -> Result<bool, BooksError> {
        let (id, hash, at_ms) = (person.0.as_slice(), hash.as_slice(), at.as_millisecond());
        let done = sqlx::query!(
            "UPDATE recovery_code SET used_ms = ?
             WHERE person = ? AND hash = ? AND used_ms IS NULL",
            at_ms,
            id,
            hash
        )
        .execute(&mut *self.connection().await?)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Forgets what is kept of a person who was removed.
    ///
    /// # Errors
    /// [`BooksError`]; nothing is changed then.
    pub async fn forget(&self, person: PersonId) -> Result<(), BooksError> {
        let id = person.0.as_slice();
        let mut connection = self.connection().await?;
        let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query!("DELETE FROM second_factor WHERE person = ?", id).execute(&mut *tx).await?;
        sqlx::query!("DELETE FROM recovery_code WHERE person = ?", id).execute(&mut *tx).await?;
        sqlx::query!("DELETE FROM travel_slot WHERE person = ?", id).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }

    /// Keeps what opens the books elsewhere with a person's passphrase, in the place of the one
    /// before.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_travel_slot(&self, person: PersonId, slot: &[u8]) -> Result<(), BooksError> {
        let id = person.0.as_slice();
        sqlx::query!("INSERT OR REPLACE INTO travel_slot (person, slot) VALUES (?, ?)", id, slot)
            .execute(&mut *self.connection().await?)
            .await?;
        Ok(())
    }

    /// Reads what opens the books elsewhere, one a person.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn travel_slots(&self) -> Result<Vec<Vec<u8>>, BooksError> {
        let rows = sqlx::query!("SELECT slot FROM travel_slot ORDER BY person")
            .fetch_all(&mut *self.connection().await?)
            .await?;
        Ok(rows.into_iter().map(|row| row.slot).collect())
    }
}
