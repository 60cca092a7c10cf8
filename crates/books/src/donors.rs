//! Donors as the station knows them: ids, commitments, gifts; and notes that wait, sealed, for the
//! office to open.

use std::collections::{BTreeMap, BTreeSet};

use groat_ledger::{Commitment, Donor, DonorId, ErasureReason, GiftId};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::error::damaged;
use crate::rows::{Desks, bytes, column, count};
use crate::{Books, BooksError, Writing};

/// What somebody noted of a donor while the office was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedNote {
    /// The donor it will be.
    pub donor: DonorId,
    /// The gift it was noted for.
    pub gift: GiftId,
    /// What only the office reads.
    pub sealed: Vec<u8>,
    /// When it was noted, to the millisecond.
    pub at: Timestamp,
}

/// What the journal says of a donor, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownDonor {
    /// Nothing.
    Unknown,
    /// A name was given.
    Named,
    /// It was erased.
    Erased,
}

impl Books {
    /// Reads every donor who gave a name, as the journal tells it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn donors(&self) -> Result<BTreeMap<DonorId, Donor>, BooksError> {
        donors(&mut *self.reader().acquire().await?, Desks(&self.desks)).await
    }

    /// Reads the notes that wait for the office, oldest first.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn sealed_notes(&self) -> Result<Vec<SealedNote>, BooksError> {
        let desks = Desks(&self.desks);
        let rows = sqlx::query!(
            "SELECT id, gift_desk, gift_seq, sealed, at_ms FROM sealed_note ORDER BY at_ms, id"
        );
        let rows = rows.fetch_all(self.reader()).await?;
        rows.into_iter()
            .map(|row| {
                let at = Timestamp::from_millisecond(row.at_ms);
                Ok(SealedNote {
                    donor: DonorId(bytes(&row.id, "a donor's id")?),
                    gift: GiftId { desk: desks.id(row.gift_desk)?, seq: count(row.gift_seq)? },
                    sealed: row.sealed,
                    at: at.map_err(|_| damaged("an instant"))?,
                })
            })
            .collect()
    }

    /// How many notes wait for the office.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn waiting_notes(&self) -> Result<u64, BooksError> {
        let row = sqlx::query!(r#"SELECT count(*) AS "waiting!: i64" FROM sealed_note"#);
        count(row.fetch_one(self.reader()).await?.waiting)
    }

    /// The key that notes are sealed to, as it was when the office was set up.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn office_public(&self) -> Result<Option<[u8; 32]>, BooksError> {
        let row = sqlx::query!("SELECT key FROM office_public");
        let row = row.fetch_optional(self.reader()).await?;
        row.map(|row| bytes(&row.key, "the office's public key")).transpose()
    }
}

impl Writing<'_> {
    /// Keeps a sealed note until the office opens.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_sealed_note(&mut self, note: &SealedNote) -> Result<(), BooksError> {
        let desks = self.desks();
        let (id, sealed) = (note.donor.0.as_slice(), note.sealed.as_slice());
        let (gift_desk, gift_seq) = (Desks(&desks).no(note.gift.desk)?, column(note.gift.seq)?);
        let at_ms = note.at.as_millisecond();
        sqlx::query!(
            "INSERT INTO sealed_note (id, gift_desk, gift_seq, sealed, at_ms)
             VALUES (?, ?, ?, ?, ?)",
            id,
            gift_desk,
            gift_seq,
            sealed,
            at_ms
        )
        .execute(self.connection())
        .await?;
        Ok(())
    }

    /// Takes a sealed note out.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn drop_sealed_note(&mut self, donor: DonorId) -> Result<(), BooksError> {
        let id = donor.0.as_slice();
        sqlx::query!("DELETE FROM sealed_note WHERE id = ?", id).execute(self.connection()).await?;
        Ok(())
    }

    /// Keeps the key that notes are sealed to. It never becomes another one.
    ///
    /// # Errors
    /// [`BooksError::Damaged`] where another one is kept; other [`BooksError`].
    pub async fn keep_office_public(&mut self, key: [u8; 32]) -> Result<(), BooksError> {
        let bytes = key.as_slice();
        sqlx::query!("INSERT OR IGNORE INTO office_public (one, key) VALUES (1, ?)", bytes)
            .execute(self.connection())
            .await?;
        let row = sqlx::query!("SELECT key FROM office_public");
        let kept = row.fetch_one(self.connection()).await?.key;
        if kept == key { Ok(()) } else { Err(damaged("another office's public key")) }
    }

    /// What the journal says of a donor, as this act sees it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn donor(&mut self, donor: DonorId) -> Result<KnownDonor, BooksError> {
        let id = donor.0.as_slice();
        let row = sqlx::query!("SELECT erased FROM named_donor WHERE id = ?", id);
        match row.fetch_optional(self.connection()).await? {
            None => Ok(KnownDonor::Unknown),
            Some(row) if row.erased.is_some() => Ok(KnownDonor::Erased),
            Some(_) => Ok(KnownDonor::Named),
        }
    }
}

/// Every donor as the folded tables tell it.
pub(crate) async fn donors(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
) -> Result<BTreeMap<DonorId, Donor>, BooksError> {
    let rows = sqlx::query!("SELECT id, commitment, erased FROM named_donor");
    let mut found = BTreeMap::new();
    for row in rows.fetch_all(&mut *connection).await? {
        let donor = Donor {
            values: Commitment(bytes(&row.commitment, "a commitment")?),
            gifts: BTreeSet::new(),
            erased: row.erased.as_deref().map(erasure).transpose()?,
        };
        found.insert(DonorId(bytes(&row.id, "a donor's id")?), donor);
    }
    let rows = sqlx::query!("SELECT donor, gift_desk, gift_seq FROM donor_gift");
    for row in rows.fetch_all(connection).await? {
        let gift = GiftId { desk: desks.id(row.gift_desk)?, seq: count(row.gift_seq)? };
        let donor = found.get_mut(&DonorId(bytes(&row.donor, "a donor's id")?));
        donor.ok_or(damaged("a gift of an unknown donor"))?.gifts.insert(gift);
    }
    Ok(found)
}

pub(crate) fn erasure_word(reason: ErasureReason) -> &'static str {
    match reason {
        ErasureReason::Asked => "asked",
        ErasureReason::Expired => "expired",
    }
}

fn erasure(word: &str) -> Result<ErasureReason, BooksError> {
    match word {
        "asked" => Ok(ErasureReason::Asked),
        "expired" => Ok(ErasureReason::Expired),
        _ => Err(damaged("an unknown reason of an erasure")),
    }
}
