//! Reading the journal itself: who did what, in the order it happened.

use groat_ledger::journal::{BodyError, Entry, body};

use crate::rows::column;
use crate::{Books, BooksError};

impl Books {
    /// Reads entries of this desk after a given one, oldest first.
    ///
    /// # Errors
    /// [`BooksError::Damaged`] for an entry that cannot be read; whether they are linked and
    /// signed, [`Books::verify`] tells.
    pub async fn entries_after(&self, seq: u64, limit: u32) -> Result<Vec<Entry>, BooksError> {
        let (desk, seq) = (self.own, column(seq)?);
        let rows = sqlx::query!(
            "SELECT body FROM journal WHERE desk = ? AND seq > ? ORDER BY seq LIMIT ?",
            desk,
            seq,
            limit
        )
        .fetch_all(self.reader())
        .await?;
        let damaged = |error: BodyError| BooksError::Damaged { what: error.to_string() };
        rows.into_iter().map(|row| body::decode(&row.body).map_err(damaged)).collect()
    }
}
