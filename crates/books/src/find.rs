//! Finding gifts of a drive as somebody types.
//!
//! A part of a number is found by no index: its digits may stand anywhere, and the first ones that
//! are typed fit nearly every gift. So what is looked for is kept in memory, 32 bytes a gift, for
//! the drive that was looked at last, and read from end to end: a million gifts take some
//! milliseconds, and the count of matches is exact. What happened since is taken from the journal.
//!
//! Measured with half a million gifts in one drive: `instr` over the table took seconds a key on a
//! busy machine, because every page of gifts is decrypted for it; from memory a key takes 4 ms. An
//! index by three signs would cost every gift eight rows, and still look at all of them for the
//! first two signs. Reading the drive costs as much as one `instr`, so it begins when somebody
//! looks at its gifts.

use std::cmp::Reverse;

use groat_ledger::journal::{Entry, Fact, body};
use groat_ledger::{DeskId, DriveId, Gift, GiftId, GiftState};
use groat_money::Money;
use groat_payment_codes::GiftNumber;
use sqlx::SqliteConnection;
use tokio::sync::Mutex;

use crate::error::damaged;
use crate::rows::{Desks, column, count, state};
use crate::{Books, BooksError, GiftFilter};

/// Digits of a gift number.
const LENGTH: usize = 10;
/// No digit has this in its four bits.
const NO_NUMBER: u64 = u64::MAX;
/// More entries than this since the last look: reading the drive anew is quicker.
const CATCH_UP: u64 = 20_000;

/// What is kept of the drive that was looked at last.
#[derive(Debug, Default)]
pub(crate) struct Finder(Mutex<Option<Listing>>);

/// The gifts of one drive, oldest first.
#[derive(Debug)]
struct Listing {
    drive: DriveId,
    /// The last entry of this desk that is in here.
    seq: u64,
    gifts: Vec<Listed>,
}

/// What may be looked for of a gift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Listed {
    /// Its number, four bits a digit.
    number: u64,
    /// Its amount in minor units; zero where the donor decides.
    amount: i64,
    seq: u64,
    desk: u32,
    state: GiftState,
}

/// Where gifts stand in a drive: the newest come last, desks beside each other.
type Place = (u64, Reverse<u32>);

impl Listed {
    fn place(&self) -> Place {
        (self.seq, Reverse(self.desk))
    }
}

impl Finder {
    /// Forgets what was read: the tables are folded anew.
    pub(crate) async fn forget(&self) {
        *self.0.lock().await = None;
    }
}

/// What a search found.
pub(crate) struct Found {
    /// A part of the gifts, newest first.
    pub(crate) gifts: Vec<GiftId>,
    /// How many there are.
    pub(crate) matches: u64,
    /// How many the drive has.
    pub(crate) total: u64,
}

impl Books {
    /// Finds gifts of a drive, newest first.
    pub(crate) async fn find(
        &self,
        drive: DriveId,
        filter: &GiftFilter,
        limit: u32,
        offset: u32,
    ) -> Result<Found, BooksError> {
        let mut kept = self.finder.0.lock().await;
        let listing = self.up_to_date(&mut kept, drive).await?;
        let wanted = Wanted::of(filter);
        let (mut matches, mut gifts) = (0_u64, Vec::new());
        let (from, to) = (u64::from(offset), u64::from(offset) + u64::from(limit));
        for listed in listing.gifts.iter().rev().filter(|listed| wanted.fits(listed)) {
            if (from..to).contains(&matches) {
                let desk = Desks(&self.desks).id(i64::from(listed.desk))?;
                gifts.push(GiftId { desk, seq: listed.seq });
            }
            matches += 1;
        }
        let total = u64::try_from(listing.gifts.len()).unwrap_or(u64::MAX);
        Ok(Found { gifts, matches, total })
    }

    /// Reads a drive before anybody types: whoever sees its gifts may look for one next.
    pub(crate) fn make_ready_to_find(&self, drive: DriveId) {
        let books = self.clone();
        drop(tokio::spawn(async move {
            // Somebody who finds is further than this would bring them.
            let Ok(mut kept) = books.finder.0.try_lock() else { return };
            // What cannot be read is told to whoever looks for it.
            let _ = books.up_to_date(&mut kept, drive).await;
        }));
    }

    async fn up_to_date<'a>(
        &self,
        kept: &'a mut Option<Listing>,
        drive: DriveId,
    ) -> Result<&'a Listing, BooksError> {
        let mut tx = self.reader().begin().await?;
        let newest = sqlx::query_scalar!(
            r#"SELECT coalesce(max(seq), 0) AS "seq!: i64" FROM journal WHERE desk = ?"#,
            self.own
        );
        let newest = count(newest.fetch_one(&mut *tx).await?)?;
        // Taken out meanwhile: what is broken off half way is not kept.
        let listing = match kept.take() {
            Some(mut listing)
                if listing.drive == drive && newest.saturating_sub(listing.seq) < CATCH_UP =>
            {
                listing.catch_up(&mut tx, Desks(&self.desks), self.own, newest).await?;
                listing
            }
            _ => Listing::read(&mut tx, Desks(&self.desks), drive, newest).await?,
        };
        Ok(kept.insert(listing))
    }
}

impl Listing {
    async fn read(
        connection: &mut SqliteConnection,
        desks: Desks<'_>,
        drive: DriveId,
        newest: u64,
    ) -> Result<Listing, BooksError> {
        let (desk, seq) = (desks.no(drive.desk)?, column(drive.seq)?);
        let length = sqlx::query_scalar!(
            r#"SELECT coalesce(sum(count), 0) AS "count!: i64" FROM summary
               WHERE drive_desk = ? AND drive_seq = ?"#,
            desk,
            seq
        );
        let length = length.fetch_one(&mut *connection).await?;
        let mut gifts = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        let mut after = (0, i64::MAX);
        loop {
            let rows = sqlx::query!(
                r#"SELECT desk AS "desk!", seq AS "seq!", number, amount, state FROM gift
                   WHERE drive_desk = ?1 AND drive_seq = ?2
                     AND seq >= ?3 AND (seq > ?3 OR desk < ?4)
                   ORDER BY seq, desk DESC LIMIT 5000"#,
                desk,
                seq,
                after.0,
                after.1
            )
            .fetch_all(&mut *connection)
            .await?;
            let Some(last) = rows.last() else { break };
            after = (last.seq, last.desk);
            for row in rows {
                gifts.push(Listed {
                    number: row.number.as_deref().map_or(Ok(NO_NUMBER), packed)?,
                    amount: row.amount.unwrap_or(0),
                    seq: count(row.seq)?,
                    desk: u32::try_from(row.desk).map_err(|_| damaged("an unknown desk"))?,
                    state: state(&row.state)?,
                });
            }
        }
        Ok(Listing { drive, seq: newest, gifts })
    }

    /// Takes in what this desk wrote since; no other desk writes into the file.
    async fn catch_up(
        &mut self,
        connection: &mut SqliteConnection,
        desks: Desks<'_>,
        own: i64,
        newest: u64,
    ) -> Result<(), BooksError> {
        if newest == self.seq {
            return Ok(());
        }
        let (from, to) = (column(self.seq)?, column(newest)?);
        let bodies = sqlx::query_scalar!(
            "SELECT body FROM journal WHERE desk = ? AND seq > ? AND seq <= ? ORDER BY seq",
            own,
            from,
            to
        )
        .fetch_all(connection)
        .await?;
        for stored in bodies {
            let entry = body::decode(&stored).map_err(|_| damaged("an entry"))?;
            self.take_in(desks, &entry)?;
        }
        self.seq = newest;
        Ok(())
    }

    fn take_in(&mut self, desks: Desks<'_>, entry: &Entry) -> Result<(), BooksError> {
        match &entry.fact {
            Fact::Asked { drive, .. } | Fact::CashReceived { drive, .. }
                if *drive == self.drive =>
            {
                let gift = entry.begun_gift().ok_or(damaged("an entry that begins no gift"))?;
                let listed = Listed::of(desks, &gift)?;
                let at = self.gifts.partition_point(|other| other.place() < listed.place());
                self.gifts.insert(at, listed);
            }
            Fact::Promised { gift } => self.change(desks, *gift, GiftState::Promised)?,
            Fact::Corrected { gift, .. } => self.change(desks, *gift, GiftState::Corrected)?,
            _ => {}
        }
        Ok(())
    }

    fn change(
        &mut self,
        desks: Desks<'_>,
        gift: GiftId,
        state: GiftState,
    ) -> Result<(), BooksError> {
        let place = (gift.seq, Reverse(desk_column(desks, gift.desk)?));
        // A gift of another drive is not here.
        if let Ok(at) = self.gifts.binary_search_by_key(&place, Listed::place)
            && let Some(listed) = self.gifts.get_mut(at)
        {
            listed.state = state;
        }
        Ok(())
    }
}

impl Listed {
    fn of(desks: Desks<'_>, gift: &Gift) -> Result<Listed, BooksError> {
        let number = gift.number.map(GiftNumber::digits);
        Ok(Listed {
            number: number.as_deref().map_or(Ok(NO_NUMBER), packed)?,
            amount: gift.amount.map_or(0, Money::minor),
            seq: gift.id.seq,
            desk: desk_column(desks, gift.id.desk)?,
            state: gift.state,
        })
    }
}

fn desk_column(desks: Desks<'_>, desk: DeskId) -> Result<u32, BooksError> {
    u32::try_from(desks.no(desk)?).map_err(|_| damaged("an unknown desk"))
}

/// Digits, four bits each, the last one lowest.
fn packed(digits: &str) -> Result<u64, BooksError> {
    let packed = |digits: u64, sign: char| Some(digits << 4 | u64::from(sign.to_digit(10)?));
    let number = digits.chars().try_fold(0, packed).filter(|_| digits.len() <= LENGTH);
    number.ok_or(damaged("a gift number"))
}

/// What is looked for.
struct Wanted {
    state: Option<GiftState>,
    /// Digits anywhere in a number; otherwise every gift fits that the rest allows.
    part: Part,
    amount: Option<i64>,
}

enum Part {
    Any,
    Nothing,
    /// The digits, four bits each; a mask as long; how far they can be moved.
    Digits(u64, u64, usize),
}

impl Wanted {
    fn of(filter: &GiftFilter) -> Wanted {
        let part = match filter.digits.as_deref() {
            None if filter.amount.is_none() => Part::Any,
            None => Part::Nothing,
            Some(digits) => match packed(digits) {
                Ok(part) => {
                    let bits = 4 * digits.len();
                    Part::Digits(part, (1 << bits) - 1, LENGTH - digits.len())
                }
                Err(_) => Part::Nothing,
            },
        };
        Wanted { state: filter.state, part, amount: filter.amount }
    }

    fn fits(&self, listed: &Listed) -> bool {
        self.state.is_none_or(|state| state == listed.state)
            && (self.part.stands_in(listed.number) || self.amount == Some(listed.amount))
    }
}

impl Part {
    fn stands_in(&self, number: u64) -> bool {
        match *self {
            Part::Any => true,
            Part::Nothing => false,
            // All places at once and no way out early: the processor does several in one step.
            Part::Digits(part, mask, moves) => {
                number != NO_NUMBER
                    && (0..=moves).fold(false, |is_there, place| {
                        is_there | ((number >> (4 * place) ^ part) & mask == 0)
                    })
            }
        }
    }
}

/// A request for many gifts by their ids, as the database takes it.
pub(crate) fn ids_json(desks: Desks<'_>, ids: &[GiftId]) -> Result<String, BooksError> {
    let pairs = ids.iter().map(|id| Ok(format!("[{},{}]", desks.no(id.desk)?, column(id.seq)?)));
    let pairs: Vec<String> = pairs.collect::<Result<_, BooksError>>()?;
    Ok(format!("[{}]", pairs.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An amount of zero would be found in gifts that have none: nobody can look for it.
    fn wanted(digits: &str) -> Wanted {
        Wanted::of(&GiftFilter { digits: Some(digits.to_owned()), ..GiftFilter::default() })
    }

    #[test]
    fn a_part_is_found_wherever_a_text_would_find_it() {
        let numbers = ["1042618037", "9999999999", "1000000000", "1234567890", "5550055500"];
        let parts =
            ["", "0", "1", "9", "10", "00", "042", "618037", "1042618037", "03", "37", "98"];
        let odd = ["x", "1x", "10426180370", "²", "१"];
        for number in numbers {
            let listed = packed(number).unwrap();
            for part in parts.into_iter().chain(odd) {
                let is_there = number.contains(part);
                assert_eq!(wanted(part).part.stands_in(listed), is_there, "{part:?} in {number}");
            }
        }
        assert!(!wanted("").part.stands_in(NO_NUMBER), "cash has no number");
    }
}
