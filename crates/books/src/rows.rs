//! How values of the ledger stand in columns, and back.

use groat_ledger::journal::ReferenceForm;
use groat_ledger::{
    Account, AccountId, Commitment, CorrectionReason, DeskId, Drive, DriveId, Gift, GiftId,
    GiftState, Rail,
};
use groat_money::{Currency, Money};
use groat_payment_codes::{GiftNumber, Standard};
use jiff::Timestamp;

use crate::BooksError;
use crate::error::damaged;

pub(crate) fn bytes<const N: usize>(
    stored: &[u8],
    what: &'static str,
) -> Result<[u8; N], BooksError> {
    stored.try_into().map_err(|_| damaged(what))
}

pub(crate) fn count(stored: i64) -> Result<u64, BooksError> {
    u64::try_from(stored).map_err(|_| damaged("a negative count"))
}

pub(crate) fn column(number: u64) -> Result<i64, BooksError> {
    i64::try_from(number).map_err(|_| damaged("a number beyond 63 bits"))
}

/// How many rows one statement writes where many are written. More gain nothing.
pub(crate) const AT_ONCE: usize = 32;

/// The placeholders of so many rows.
pub(crate) fn rows_of(columns: usize) -> String {
    let row = format!("({})", vec!["?"; columns].join(", "));
    vec![row; AT_ONCE].join(", ")
}

/// Ids in the file: desks by a small number, so that keys stay short.
#[derive(Clone, Copy)]
pub(crate) struct Desks<'a>(pub(crate) &'a [DeskId]);

impl Desks<'_> {
    pub(crate) fn no(self, desk: DeskId) -> Result<i64, BooksError> {
        let place = self.0.iter().position(|known| *known == desk);
        let no = place.and_then(|place| i64::try_from(place).ok()).map(|place| place + 1);
        no.ok_or(damaged("an unknown desk"))
    }

    pub(crate) fn id(self, no: i64) -> Result<DeskId, BooksError> {
        let place = no.checked_sub(1).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| self.0.get(place)).copied().ok_or(damaged("an unknown desk"))
    }
}

pub(crate) fn state_word(state: GiftState) -> &'static str {
    match state {
        GiftState::Asked => "asked",
        GiftState::Promised => "promised",
        GiftState::InHand => "in-hand",
        GiftState::Corrected => "corrected",
    }
}

pub(crate) fn state(word: &str) -> Result<GiftState, BooksError> {
    match word {
        "asked" => Ok(GiftState::Asked),
        "promised" => Ok(GiftState::Promised),
        "in-hand" => Ok(GiftState::InHand),
        "corrected" => Ok(GiftState::Corrected),
        _ => Err(damaged("an unknown state")),
    }
}

pub(crate) fn rail_word(rail: Rail) -> &'static str {
    match rail {
        Rail::Bank => "bank",
        Rail::Cash => "cash",
    }
}

pub(crate) fn rail(word: &str) -> Result<Rail, BooksError> {
    match word {
        "bank" => Ok(Rail::Bank),
        "cash" => Ok(Rail::Cash),
        _ => Err(damaged("an unknown rail")),
    }
}

pub(crate) fn reason_word(reason: CorrectionReason) -> &'static str {
    match reason {
        CorrectionReason::Mistake => "mistake",
        CorrectionReason::NotGiven => "not-given",
    }
}

fn reason(word: &str) -> Result<CorrectionReason, BooksError> {
    match word {
        "mistake" => Ok(CorrectionReason::Mistake),
        "not-given" => Ok(CorrectionReason::NotGiven),
        _ => Err(damaged("an unknown reason")),
    }
}

pub(crate) fn reference_word(form: ReferenceForm) -> &'static str {
    match form {
        ReferenceForm::Text => "text",
        ReferenceForm::CreditorReference => "rf",
    }
}

fn reference(word: &str) -> Result<ReferenceForm, BooksError> {
    match word {
        "text" => Ok(ReferenceForm::Text),
        "rf" => Ok(ReferenceForm::CreditorReference),
        _ => Err(damaged("an unknown form of reference")),
    }
}

pub(crate) fn currency(code: &str) -> Result<Currency, BooksError> {
    Currency::from_code(code).map_err(|_| damaged("an unknown currency"))
}

pub(crate) fn suggested_text(suggested: &[Money]) -> String {
    let minors: Vec<String> = suggested.iter().map(|money| money.minor().to_string()).collect();
    minors.join(" ")
}

/// A row of `account`.
pub(crate) struct AccountRow {
    pub(crate) desk: i64,
    pub(crate) seq: i64,
    pub(crate) standard: String,
    pub(crate) reference: Option<String>,
    pub(crate) retired: i64,
    pub(crate) commitment: Vec<u8>,
}

impl AccountRow {
    pub(crate) fn account(self, desks: Desks<'_>) -> Result<Account, BooksError> {
        Ok(Account {
            id: AccountId { desk: desks.id(self.desk)?, seq: count(self.seq)? },
            standard: Standard::from_name(&self.standard).ok_or(damaged("an unknown standard"))?,
            values: Commitment(bytes(&self.commitment, "a commitment")?),
            declared: self.reference.as_deref().map(reference).transpose()?,
            is_retired: self.retired != 0,
        })
    }
}

/// A row of `drive`.
pub(crate) struct DriveRow {
    pub(crate) desk: i64,
    pub(crate) seq: i64,
    pub(crate) currency: String,
    pub(crate) goal: Option<i64>,
    pub(crate) suggested: String,
    pub(crate) zone: String,
    pub(crate) opened_on: String,
    pub(crate) closed_on: Option<String>,
    pub(crate) commitment: Vec<u8>,
}

impl DriveRow {
    pub(crate) fn drive(self, desks: Desks<'_>) -> Result<Drive, BooksError> {
        let currency = currency(&self.currency)?;
        let money = |minor| Money::from_minor(minor, currency);
        let day = |text: String| text.parse().map_err(|_| damaged("a day"));
        let suggested = self
            .suggested
            .split_whitespace()
            .map(|minor| minor.parse().map(money).map_err(|_| damaged("a suggested amount")));
        Ok(Drive {
            id: DriveId { desk: desks.id(self.desk)?, seq: count(self.seq)? },
            currency,
            goal: self.goal.map(money),
            suggested: suggested.collect::<Result<_, _>>()?,
            zone: self.zone,
            opened_on: day(self.opened_on)?,
            closed_on: self.closed_on.map(day).transpose()?,
            texts: Commitment(bytes(&self.commitment, "a commitment")?),
        })
    }
}

/// A row of `gift`.
pub(crate) struct GiftRow {
    pub(crate) desk: i64,
    pub(crate) seq: i64,
    pub(crate) drive_desk: i64,
    pub(crate) drive_seq: i64,
    pub(crate) number: Option<String>,
    pub(crate) rail: String,
    pub(crate) currency: String,
    pub(crate) amount: Option<i64>,
    pub(crate) state: String,
    pub(crate) state_before: Option<String>,
    pub(crate) reason: Option<String>,
    pub(crate) at_ms: i64,
    pub(crate) day: String,
    pub(crate) account_desk: Option<i64>,
    pub(crate) account_seq: Option<i64>,
}

impl GiftRow {
    pub(crate) fn gift(self, desks: Desks<'_>) -> Result<Gift, BooksError> {
        let currency = currency(&self.currency)?;
        let number = self.number.as_deref().map(GiftNumber::parse).transpose();
        let account = self.account_desk.zip(self.account_seq).map(|(desk, seq)| {
            Ok::<_, BooksError>(AccountId { desk: desks.id(desk)?, seq: count(seq)? })
        });
        Ok(Gift {
            id: GiftId { desk: desks.id(self.desk)?, seq: count(self.seq)? },
            drive: DriveId { desk: desks.id(self.drive_desk)?, seq: count(self.drive_seq)? },
            account: account.transpose()?,
            number: number.map_err(|_| damaged("a gift number"))?,
            rail: rail(&self.rail)?,
            currency,
            amount: self.amount.map(|minor| Money::from_minor(minor, currency)),
            state: state(&self.state)?,
            before: self.state_before.as_deref().map(state).transpose()?,
            reason: self.reason.as_deref().map(reason).transpose()?,
            at: Timestamp::from_millisecond(self.at_ms).map_err(|_| damaged("an instant"))?,
            day: self.day.parse().map_err(|_| damaged("a day"))?,
        })
    }
}
