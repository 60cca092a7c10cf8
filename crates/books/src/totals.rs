//! Totals by drive, month, rail and state, from sums that are kept as gifts come in.

use groat_ledger::{DriveId, GiftState, Rail};
use groat_money::Money;

use crate::error::damaged;
use crate::rows::{Desks, count, currency, rail, state};
use crate::{Books, BooksError};

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Its year.
    pub year: i16,
    /// Its place in the year, from 1.
    pub month: i8,
}

/// What came together in one month of one drive, over one rail, in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The drive.
    pub drive: DriveId,
    /// The month, by the civil days of the drive's zone.
    pub month: Month,
    /// How the money travels.
    pub rail: Rail,
    /// How far the gifts have come.
    pub state: GiftState,
    /// How many gifts.
    pub count: u64,
    /// How many of them have no amount: counted, never summed.
    pub open: u64,
    /// The sum of the others, in the drive's currency.
    pub sum: Money,
}

impl Books {
    /// Reads the totals of every drive, oldest month first. What no gift is in any more is left
    /// out.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn totals(&self) -> Result<Vec<Total>, BooksError> {
        let desks = Desks(&self.desks);
        let rows = sqlx::query!(
            r#"SELECT drive_desk AS "drive_desk!", drive_seq AS "drive_seq!",
                      month AS "month!: String", rail, state,
                      count AS "count!: i64", open AS "open!: i64", sum AS "sum!: i64", currency
               FROM (SELECT drive_desk, drive_seq, substr(day, 1, 7) AS month, rail, state,
                            sum(count) AS count, sum(open) AS open, sum(sum) AS sum
                     FROM summary WHERE count > 0 GROUP BY 1, 2, 3, 4, 5)
               JOIN drive ON drive.desk = drive_desk AND drive.seq = drive_seq
               ORDER BY 1, 2, 3, 4, 5"#
        )
        .fetch_all(self.reader())
        .await?;
        rows.into_iter()
            .map(|row| {
                let (rail, state) = (rail(&row.rail)?, state(&row.state)?);
                let drive = DriveId { desk: desks.id(row.drive_desk)?, seq: count(row.drive_seq)? };
                Ok(Total {
                    drive,
                    month: month(&row.month)?,
                    rail,
                    state,
                    count: count(row.count)?,
                    open: count(row.open)?,
                    sum: Money::from_minor(row.sum, currency(&row.currency)?),
                })
            })
            .collect()
    }
}

fn month(text: &str) -> Result<Month, BooksError> {
    let parts = text.split_once('-').and_then(|(year, month)| {
        Some(Month { year: year.parse().ok()?, month: month.parse().ok()? })
    });
    parts.ok_or(damaged("a month"))
}
