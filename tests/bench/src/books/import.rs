//! A million gifts into new books: signed, chained, folded, durable every ten thousand facts.

use std::collections::VecDeque;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use groat_books::{
    Access, AccountValues, Author, Books, DriveTexts, FileKey, Holder, NewDesk, OrganisationTexts,
};
use groat_ledger::journal::Fact;
use groat_ledger::{AccountId, CorrectionReason, DeskId, DriveId, GiftId, GiftState, Rail, Salt};
use groat_money::{Currency, Money};
use groat_payment_codes::{DeskNumber, GiftNumber, SERIALS_PER_DESK, Standard};
use jiff::Timestamp;
use jiff::civil::Date;

use super::gifts::{DRIVES, Made, gifts};

const DESK: DeskId = DeskId([7; 16]);
const FACTS_AN_ACT: usize = 10_000;

/// The key of the books of this bench.
pub(super) const KEY: [u8; 32] = [0x5a; 32];

pub(super) async fn open(folder: &Path) -> Result<Books, Box<dyn Error>> {
    let (face, user) = ("terminal".to_owned(), "bench".to_owned());
    let holder = Holder { face, user, process: std::process::id(), since: Timestamp::UNIX_EPOCH };
    let new_desk = NewDesk { id: DESK, signer: [9; 32] };
    let access = Access::Write { holder, new_desk };
    Ok(Books::open(folder, &FileKey::new(KEY), access).await?)
}

/// Writes the books and tells how long it took.
pub(super) async fn measure(folder: &Path, all: u64) -> Result<(), Box<dyn Error>> {
    let books = open(folder).await?;
    let begun = begin(&books).await?;
    let mut work = Work::of(begun, all);
    let start = Instant::now();
    let mut entries = 0_u64;
    while let Some(day) = work.day() {
        let mut act = books.write(author(day)?).await?;
        let facts: Vec<Fact> = work.by_ref().take(FACTS_AN_ACT).collect();
        entries += u64::try_from(facts.len())?;
        act.append_all(facts).await?;
        act.commit().await?;
    }
    let took = start.elapsed();
    books.close().await;
    let rate = u128::from(entries) * 1_000_000 / took.as_micros().max(1);
    let met = if rate >= 30_000 { "met" } else { "missed" };
    let size = std::fs::metadata(folder.join("station.db"))?.len() / 1_000_000;
    println!(
        "import: {entries} signed entries of {all} gifts in {} ms, {rate} a second, {size} MB; \
         aim: 30,000 a second: {met}",
        took.as_millis()
    );
    Ok(())
}

fn author(day: Date) -> Result<Author, Box<dyn Error>> {
    let zone = "Europe/Berlin".to_owned();
    Ok(Author { person: None, at: day.at(12, 0, 0, 0).in_tz("UTC")?.timestamp(), zone })
}

/// What the gifts lean on.
struct Begun {
    drives: Vec<DriveId>,
    account: AccountId,
    /// The last entry.
    seq: u64,
}

async fn begin(books: &Books) -> Result<Begun, Box<dyn Error>> {
    let day = Date::constant(2021, 1, 1);
    let mut act = books.write(author(day)?).await?;
    let organisation = OrganisationTexts { name: "Bench e.V.".to_owned(), country: None };
    let texts = act.keep_organisation(Salt([1; 32]), &organisation).await?;
    act.append(Fact::OrganisationNamed { texts }).await?;
    let values: AccountValues = [("payee_name", "Bench e.V."), ("iban", "DE89370400440532013000")]
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .into();
    let values = act.keep_account(Salt([2; 32]), Standard::Epc, &values).await?;
    let account = act.append(Fact::AccountAdded { values, standard: Standard::Epc }).await?;
    let (mut drives, mut seq) = (Vec::new(), 0);
    for number in 0..DRIVES {
        let salt = Salt([u8::try_from(number)?; 32]);
        let texts = DriveTexts { name: format!("Drive {number}"), purpose: "Bench".to_owned() };
        let texts = act.keep_drive(salt, &texts).await?;
        let zone = "Europe/Berlin".to_owned();
        let (currency, goal, suggested) = (Currency::EUR, None, Vec::new());
        let fact = Fact::DriveOpened { texts, currency, goal, suggested, zone, day };
        let entry = act.append(fact).await?;
        seq = entry.seq;
        drives.push(DriveId { desk: DESK, seq });
    }
    act.commit().await?;
    Ok(Begun { drives, account: AccountId { desk: DESK, seq: account.seq }, seq })
}

/// The facts of all gifts, in the order they would have happened.
struct Work {
    begun: Begun,
    gifts: Box<dyn Iterator<Item = Made> + Send>,
    next: VecDeque<Fact>,
    day: Date,
    asked: u32,
}

impl Work {
    fn of(begun: Begun, all: u64) -> Work {
        let (gifts, next) = (Box::new(gifts(all)), VecDeque::new());
        Work { begun, gifts, next, day: Date::constant(2021, 1, 1), asked: 0 }
    }

    /// The day of the next fact; `None` after the last one.
    fn day(&mut self) -> Option<Date> {
        if self.next.is_empty() {
            self.make()?;
        }
        Some(self.day)
    }

    /// Makes the facts of the next gift.
    fn make(&mut self) -> Option<()> {
        let made = self.gifts.next()?;
        let (drive, day) = (*self.begun.drives.get(made.drive)?, made.day);
        self.day = day;
        let amount = made.amount.map(|cents| Money::from_minor(cents, Currency::EUR));
        let gift = match made.rail {
            Rail::Cash => self.push(Fact::CashReceived { drive, amount: amount?, day }),
            Rail::Bank => {
                let (desk, k) = (self.asked / SERIALS_PER_DESK, self.asked % SERIALS_PER_DESK);
                let desk_number = 1_000 + u16::try_from(desk).ok()?;
                if k == 0 {
                    self.push(Fact::NumbersDrawn { desk_number, first_serial: 0 });
                }
                self.asked += 1;
                let number = GiftNumber::of(DeskNumber::new(desk_number).ok()?, k);
                let (account, currency) = (self.begun.account, Currency::EUR);
                self.push(Fact::Asked { drive, account, number, currency, amount, day })
            }
        };
        match made.state {
            GiftState::Promised => {
                self.push(Fact::Promised { gift });
            }
            GiftState::Corrected => {
                self.push(Fact::Corrected { gift, reason: CorrectionReason::NotGiven });
            }
            GiftState::Asked | GiftState::InHand => {}
        }
        Some(())
    }

    fn push(&mut self, fact: Fact) -> GiftId {
        self.begun.seq += 1;
        self.next.push_back(fact);
        GiftId { desk: DESK, seq: self.begun.seq }
    }
}

impl Iterator for Work {
    type Item = Fact;

    fn next(&mut self) -> Option<Fact> {
        if self.next.is_empty() {
            self.make()?;
        }
        self.next.pop_front()
    }
}
