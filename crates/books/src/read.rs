//! Reading what stands: drives, gifts, sums. Readers never wait for a writer.

use groat_ledger::{
    Commitment, Drive, DriveId, Gift, GiftId, GiftState, Numbering, Salt, Standing,
};
use groat_money::Money;
use groat_payment_codes::GiftNumber;
use sqlx::SqliteConnection;

use crate::error::damaged;
use crate::find::{Found, ids_json};
use crate::rows::{Desks, DriveRow, GiftRow, column, count, state};
use crate::{Books, BooksError};

/// What the journal only commits to of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationTexts {
    /// What people call it.
    pub name: String,
    /// Where it is, two letters of ISO 3166; unknown where the first program named it.
    pub country: Option<String>,
}

/// The texts of a drive, which the journal only commits to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DriveTexts {
    /// Its name, for the people at the desk.
    pub name: String,
    /// What the money is for; travels with the payment.
    pub purpose: String,
}

/// Which gifts of a drive to read.
#[derive(Debug, Clone, Default)]
pub struct GiftFilter {
    /// Only gifts in this state.
    pub state: Option<GiftState>,
    /// Only gifts whose number contains these digits.
    pub digits: Option<String>,
    /// Only gifts of exactly this amount, in minor units. With `digits`: of either.
    pub amount: Option<i64>,
}

/// A part of the gifts of a drive, newest first.
#[derive(Debug, Clone)]
pub struct GiftPage {
    /// The gifts.
    pub gifts: Vec<Gift>,
    /// How many fit the filter.
    pub matches: u64,
    /// How many the drive has.
    pub total: u64,
}

impl OrganisationTexts {
    /// Returns the commitment to these texts.
    #[must_use]
    pub fn commitment(&self, salt: &Salt) -> Commitment {
        let texts = ["organisation", &self.name, self.country.as_deref().unwrap_or_default()];
        let covered = if self.country.is_some() { 3 } else { 2 };
        Commitment::to(salt, texts.get(..covered).unwrap_or_default())
    }
}

impl DriveTexts {
    /// Returns the commitment to these texts.
    #[must_use]
    pub fn commitment(&self, salt: &Salt) -> Commitment {
        Commitment::to(salt, &["drive", &self.name, &self.purpose])
    }
}

impl Books {
    /// Reads who collects; `None` before set-up.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn organisation(&self) -> Result<Option<OrganisationTexts>, BooksError> {
        let row = sqlx::query_as!(
            OrganisationTexts,
            "SELECT name, country FROM organisation JOIN organisation_text USING (commitment)"
        );
        Ok(row.fetch_optional(self.reader()).await?)
    }

    /// Reads all drives, newest first.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn drives(&self) -> Result<Vec<(Drive, DriveTexts)>, BooksError> {
        let rows = sqlx::query!(
            "SELECT desk, seq, currency, goal, suggested, zone, opened_on, closed_on, commitment,
                    name, purpose
             FROM drive JOIN drive_text USING (commitment) ORDER BY desk, seq DESC"
        )
        .fetch_all(self.reader())
        .await?;
        rows.into_iter()
            .map(|row| {
                let texts = DriveTexts { name: row.name, purpose: row.purpose };
                let drive = DriveRow {
                    desk: row.desk,
                    seq: row.seq,
                    currency: row.currency,
                    goal: row.goal,
                    suggested: row.suggested,
                    zone: row.zone,
                    opened_on: row.opened_on,
                    closed_on: row.closed_on,
                    commitment: row.commitment,
                };
                Ok((drive.drive(Desks(&self.desks))?, texts))
            })
            .collect()
    }

    /// Reads one drive and its texts.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn drive(&self, id: DriveId) -> Result<Option<(Drive, DriveTexts)>, BooksError> {
        let mut reader = self.reader().acquire().await?;
        drive_and_texts(&mut reader, Desks(&self.desks), id).await
    }

    /// Reads one gift.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn gift(&self, id: GiftId) -> Result<Option<Gift>, BooksError> {
        let mut reader = self.reader().acquire().await?;
        gift(&mut reader, Desks(&self.desks), id).await
    }

    /// Finds the gift asked for under a number.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn gift_by_number(&self, number: GiftNumber) -> Result<Option<Gift>, BooksError> {
        let number = number.to_string();
        let row = sqlx::query_as!(
            GiftRow,
            r#"SELECT desk AS "desk!", seq AS "seq!", drive_desk, drive_seq, number, rail, currency,
                amount, state, state_before, reason, at_ms, day, account_desk, account_seq
               FROM gift WHERE number = ?"#,
            number
        )
        .fetch_optional(self.reader())
        .await?;
        row.map(|row| row.gift(Desks(&self.desks))).transpose()
    }

    /// Reads gifts of a drive, newest first.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn gifts(
        &self,
        drive: DriveId,
        filter: &GiftFilter,
        limit: u32,
        offset: u32,
    ) -> Result<GiftPage, BooksError> {
        if filter.state.is_some() || filter.digits.is_some() || filter.amount.is_some() {
            let Found { gifts, matches, total } = self.find(drive, filter, limit, offset).await?;
            return Ok(GiftPage { gifts: self.gifts_by_id(&gifts).await?, matches, total });
        }
        let desks = Desks(&self.desks);
        let (desk, seq) = (desks.no(drive.desk)?, column(drive.seq)?);
        let rows = sqlx::query_as!(
            GiftRow,
            r#"SELECT desk AS "desk!", seq AS "seq!", drive_desk, drive_seq, number, rail, currency,
                amount, state, state_before, reason, at_ms, day, account_desk, account_seq
               FROM gift WHERE drive_desk = ?1 AND drive_seq = ?2
               ORDER BY seq DESC, desk LIMIT ?3 OFFSET ?4"#,
            desk,
            seq,
            limit,
            offset
        )
        .fetch_all(self.reader())
        .await?;
        let total = sqlx::query_scalar!(
            r#"SELECT coalesce(sum(count), 0) AS "total!: i64"
               FROM summary WHERE drive_desk = ? AND drive_seq = ?"#,
            desk,
            seq
        );
        let total = count(total.fetch_one(self.reader()).await?)?;
        let gifts = rows.into_iter().map(|row| row.gift(desks)).collect::<Result<_, _>>()?;
        self.make_ready_to_find(drive);
        Ok(GiftPage { gifts, matches: total, total })
    }

    /// Reads some gifts, newest first.
    async fn gifts_by_id(&self, ids: &[GiftId]) -> Result<Vec<Gift>, BooksError> {
        let desks = Desks(&self.desks);
        let wanted = ids_json(desks, ids)?;
        let rows = sqlx::query_as!(
            GiftRow,
            r#"SELECT desk AS "desk!", seq AS "seq!", drive_desk, drive_seq, number, rail, currency,
                amount, state, state_before, reason, at_ms, day, account_desk, account_seq
               FROM gift
               WHERE (desk, seq) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))
               ORDER BY seq DESC, desk"#,
            wanted
        )
        .fetch_all(self.reader())
        .await?;
        rows.into_iter().map(|row| row.gift(desks)).collect()
    }

    /// Reads gifts of a drive in the order they were begun, after a given one: for exports.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn gifts_after(
        &self,
        drive: DriveId,
        after: Option<GiftId>,
        limit: u32,
    ) -> Result<Vec<Gift>, BooksError> {
        let desks = Desks(&self.desks);
        let (desk, seq) = (desks.no(drive.desk)?, column(drive.seq)?);
        let (after_desk, after_seq) = match after {
            Some(gift) => (desks.no(gift.desk)?, column(gift.seq)?),
            None => (0, 0),
        };
        let rows = sqlx::query_as!(
            GiftRow,
            r#"SELECT desk AS "desk!", seq AS "seq!", drive_desk, drive_seq, number, rail, currency,
                amount, state, state_before, reason, at_ms, day, account_desk, account_seq
               FROM gift
               WHERE drive_desk = ? AND drive_seq = ? AND (desk, seq) > (?, ?)
               ORDER BY desk, seq LIMIT ?"#,
            desk,
            seq,
            after_desk,
            after_seq,
            limit
        )
        .fetch_all(self.reader())
        .await?;
        rows.into_iter().map(|row| row.gift(desks)).collect()
    }

    /// Reads where a drive stands.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn standing(&self, drive: &Drive) -> Result<Standing, BooksError> {
        let (desk, seq) = (Desks(&self.desks).no(drive.id.desk)?, column(drive.id.seq)?);
        let rows = sqlx::query!(
            r#"SELECT state, sum(count) AS "count!: i64", sum(open) AS "open!: i64",
                      sum(sum) AS "sum!: i64"
               FROM summary WHERE drive_desk = ? AND drive_seq = ? GROUP BY state"#,
            desk,
            seq
        )
        .fetch_all(self.reader())
        .await?;
        let mut standing = Standing::empty(drive);
        for row in rows {
            let sum = standing.state_mut(state(&row.state)?);
            sum.count = count(row.count)?;
            sum.open = count(row.open)?;
            sum.sum = Money::from_minor(row.sum, drive.currency);
        }
        Ok(standing)
    }

    /// Reads what the desk likes.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn preference(&self, name: &str) -> Result<Option<String>, BooksError> {
        preference(&mut *self.reader().acquire().await?, name).await
    }
}

pub(crate) async fn preference(
    connection: &mut SqliteConnection,
    name: &str,
) -> Result<Option<String>, BooksError> {
    let row = sqlx::query!("SELECT value FROM preference WHERE name = ?", name);
    Ok(row.fetch_optional(connection).await?.map(|row| row.value))
}

pub(crate) async fn drive_and_texts(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    id: DriveId,
) -> Result<Option<(Drive, DriveTexts)>, BooksError> {
    let desk = desks.no(id.desk)?;
    let Ok(seq) = column(id.seq) else { return Ok(None) };
    let row =
        sqlx::query_as!(DriveRow, "SELECT * FROM drive WHERE desk = ? AND seq = ?", desk, seq)
            .fetch_optional(&mut *connection)
            .await?;
    let Some(drive) = row.map(|row| row.drive(desks)).transpose()? else { return Ok(None) };
    let commitment = drive.texts.0.as_slice();
    let texts =
        sqlx::query!("SELECT name, purpose FROM drive_text WHERE commitment = ?", commitment)
            .fetch_optional(connection)
            .await?
            .ok_or(damaged("a drive without its name"))?;
    Ok(Some((drive, DriveTexts { name: texts.name, purpose: texts.purpose })))
}

pub(crate) async fn gift(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    id: GiftId,
) -> Result<Option<Gift>, BooksError> {
    let desk = desks.no(id.desk)?;
    let Ok(seq) = column(id.seq) else { return Ok(None) };
    let row = sqlx::query_as!(GiftRow, "SELECT * FROM gift WHERE desk = ? AND seq = ?", desk, seq)
        .fetch_optional(connection)
        .await?;
    row.map(|row| row.gift(desks)).transpose()
}

pub(crate) async fn numbering(
    connection: &mut SqliteConnection,
    desk: i64,
) -> Result<Option<Numbering>, BooksError> {
    let row = sqlx::query!("SELECT desk_number, first_serial FROM numbering WHERE desk = ?", desk)
        .fetch_optional(&mut *connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let desk_number = u16::try_from(row.desk_number).map_err(|_| damaged("a desk number"))?;
    let first_serial = u32::try_from(row.first_serial).map_err(|_| damaged("a first serial"))?;
    let used = numbers_used(connection, desk_number).await?;
    Ok(Some(Numbering { desk_number, first_serial, used }))
}

/// How many gift numbers of a desk number were given out.
pub(crate) async fn numbers_used(
    connection: &mut SqliteConnection,
    desk_number: u16,
) -> Result<u32, BooksError> {
    let (from, to) = (desk_number.to_string(), (u32::from(desk_number) + 1).to_string());
    let used = sqlx::query_scalar!(
        "SELECT count(*) FROM gift WHERE number IS NOT NULL AND number > ? AND number < ?",
        from,
        to
    )
    .fetch_one(connection)
    .await?;
    u32::try_from(used).map_err(|_| damaged("a count of numbers"))
}
