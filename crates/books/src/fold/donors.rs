//! Folds what an entry says of donors into their tables.

use groat_ledger::journal::Fact;
use sqlx::SqliteConnection;

use crate::BooksError;
use crate::donors::erasure_word;
use crate::error::one_row;
use crate::rows::{Desks, column};

/// Folds a fact about donors; one about anything else changes nothing.
pub(crate) async fn fold_donors(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    fact: &Fact,
) -> Result<(), BooksError> {
    match fact {
        Fact::DonorNamed { gift, donor, values } => {
            let (id, values) = (donor.0.as_slice(), values.0.as_slice());
            let (gift_desk, gift_seq) = (desks.no(gift.desk)?, column(gift.seq)?);
            let done = sqlx::query!(
                "INSERT INTO named_donor (id, commitment) VALUES (?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET commitment = ?2 WHERE erased IS NULL",
                id,
                values
            );
            one_row(done.execute(&mut *connection).await?.rows_affected())?;
            let done = sqlx::query!(
                "INSERT INTO donor_gift (donor, gift_desk, gift_seq)
                 SELECT ?, desk, seq FROM gift WHERE desk = ? AND seq = ?
                 ON CONFLICT DO UPDATE SET donor = excluded.donor",
                id,
                gift_desk,
                gift_seq
            );
            one_row(done.execute(connection).await?.rows_affected())?;
        }
        Fact::DonorErased { donor, reason } => {
            let (id, reason) = (donor.0.as_slice(), erasure_word(*reason));
            let done = sqlx::query!(
                "UPDATE named_donor SET erased = ? WHERE id = ? AND erased IS NULL",
                reason,
                id
            );
            one_row(done.execute(connection).await?.rows_affected())?;
        }
        _ => {}
    }
    Ok(())
}

/// Empties the tables of donors that are folded from the journal.
pub(crate) async fn empty_donors(connection: &mut SqliteConnection) -> Result<(), BooksError> {
    sqlx::query!("DELETE FROM donor_gift").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM named_donor").execute(connection).await?;
    Ok(())
}
