//! Czech payment code ("QR Platba"), Short Payment Descriptor.
//!
//! Standard: Czech Banking Association, *Format for sharing payment data within domestic CZK
//! payments by QR codes*, version 1.2 (in force since 1 January 2022); older open text at
//! spayd.org. One line `SPD*1.0*KEY:VALUE*KEY:VALUE…`, to be drawn at level M.
//!
//! # Incomplete support
//! Notifications, standing orders, payment types other than `IP` and the keys of other makers stand
//! in [`SpaydRequest::others`]: read and written as they are, only their length and, where it is
//! fixed, their form is checked.
//! `CRC32` is checked and never written, because implementations disagree whether the closing
//! asterisk counts; both sums are accepted.
//!
//! # Limits
//! Every bank is bound to read account, amount, currency (CZK), due date, message and the three
//! symbols; whatever else a code holds is decoration. Lengths count characters, before percent
//! encoding. Signs that [`crate::first_foreign_sign`] names are refused in what is written.
//!
//! # Quirks
//! * A code in signs of the QR alphanumeric mode is smaller, and diacritics are suspected to break
//!   one bank's app (SkautDevs/kissj issue 168): pass message and name through [`plain`].
//!   [`encode`] itself changes nothing.
//! * One library writes `AM:0.00` for an open amount (RikudouSage/QrPaymentCZ): read as open, with a
//!   finding.
//! * Header `1.1` breaks a bank's app (skaut/SRS issue 943) and is refused.
//! * Currencies other than CZK are shown as nothing or refused by several banks
//!   (dfridrich/QRPlatba issue 44).
//! * Banks cut or add leading zeros of symbols (skaut/SRS issues 745 and 1126): compare symbols as
//!   numbers.
//! * One library writes the checksum in small letters (shoptet/spayd-php): read with a finding.

mod attributes;
mod decode;
mod encode;
mod plain;
pub(crate) mod uniform;

use std::fmt;

use groat_money::{Currency, Money};
use thiserror::Error;

use crate::{Bic, Day, ForeignSign, Iban};

pub use decode::{SpaydAmountFlaw, SpaydFinding, SpaydReading, SpaydRefusal, decode};
pub use encode::encode;
pub use plain::plain;

const HEADER: &str = "SPD*1.0*";
const NAME_LENGTH_MAX: usize = 35;
const MESSAGE_LENGTH_MAX: usize = 60;
const SYMBOL_LENGTH_MAX: usize = 10;
const PAYER_REFERENCE_LENGTH_MAX: usize = 16;
const ALTERNATIVES_MAX: usize = 2;
/// The largest amount, 9999999.99, counted in hundredths.
const AMOUNT_HUNDREDTHS_MAX: i64 = 999_999_999;

/// What a code asks a donor's bank to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpaydRequest {
    /// The account that is paid.
    pub account: SpaydAccount,
    /// Up to two accounts that may be paid instead.
    pub alternatives: Vec<SpaydAccount>,
    /// How much, or in which currency the donor chooses.
    pub amount: SpaydAmount,
    /// The payer's own reference, 1 to 16 digits. Not a creditor reference of ISO 11649.
    pub payer_reference: Option<String>,
    /// Variable symbol, 1 to 10 digits: the reference that reaches the payee's statement.
    pub variable_symbol: Option<String>,
    /// Specific symbol, 1 to 10 digits.
    pub specific_symbol: Option<String>,
    /// Constant symbol, 1 to 10 digits.
    pub constant_symbol: Option<String>,
    /// Who is paid; 1 to 35 characters.
    pub payee_name: Option<String>,
    /// When it is due.
    pub due_date: Option<Day>,
    /// Whether an instant payment is asked for (`PT:IP`).
    pub instant: bool,
    /// What the payee reads on the statement; 1 to 60 characters.
    pub message: Option<String>,
    /// All other keys and their values, in the order of the code.
    pub others: Vec<(String, String)>,
}

impl SpaydRequest {
    /// Starts a request with what every code has: an account, and an amount or its currency.
    #[must_use]
    pub fn new(iban: Iban, amount: SpaydAmount) -> SpaydRequest {
        SpaydRequest {
            account: SpaydAccount { iban, bic: None },
            alternatives: Vec::new(),
            amount,
            payer_reference: None,
            variable_symbol: None,
            specific_symbol: None,
            constant_symbol: None,
            payee_name: None,
            due_date: None,
            instant: false,
            message: None,
            others: Vec::new(),
        }
    }
}

/// An account, with its bank where that is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpaydAccount {
    /// The account.
    pub iban: Iban,
    /// Its bank.
    pub bic: Option<Bic>,
}

impl fmt::Display for SpaydAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.iban.as_str())?;
        self.bic.iter().try_for_each(|bic| write!(f, "+{bic}"))
    }
}

/// How much is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpaydAmount {
    /// The donor chooses, in this currency.
    Open(Currency),
    /// 0.01 to 9999999.99, in a currency of at most two decimals.
    Fixed(Money),
}

impl SpaydAmount {
    /// Returns the currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        match self {
            SpaydAmount::Open(currency) => currency,
            SpaydAmount::Fixed(money) => money.currency(),
        }
    }

    /// Returns the amount, where it is fixed.
    #[must_use]
    pub fn fixed(self) -> Option<Money> {
        match self {
            SpaydAmount::Open(_) => None,
            SpaydAmount::Fixed(money) => Some(money),
        }
    }
}

/// A part of the code that an error or a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpaydField {
    /// `ACC`.
    Account,
    /// `ALT-ACC`.
    Alternatives,
    /// `AM`.
    Amount,
    /// `CC`.
    Currency,
    /// `RF`.
    PayerReference,
    /// `X-VS`.
    VariableSymbol,
    /// `X-SS`.
    SpecificSymbol,
    /// `X-KS`.
    ConstantSymbol,
    /// `RN`.
    PayeeName,
    /// `DT`.
    DueDate,
    /// `PT`.
    PaymentType,
    /// `MSG`.
    Message,
    /// `CRC32`.
    Checksum,
    /// Any other key.
    Other,
}

impl SpaydField {
    /// Returns the key in the code; none for [`SpaydField::Other`].
    #[must_use]
    pub fn key(self) -> Option<&'static str> {
        KEYS.iter().find(|(_, field)| *field == self).map(|(key, _)| *key)
    }

    fn of_key(key: &str) -> SpaydField {
        let known = KEYS.iter().find(|(known, _)| *known == key);
        known.map_or(SpaydField::Other, |(_, field)| *field)
    }
}

const KEYS: [(&str, SpaydField); 13] = [
    ("ACC", SpaydField::Account),
    ("ALT-ACC", SpaydField::Alternatives),
    ("AM", SpaydField::Amount),
    ("CC", SpaydField::Currency),
    ("RF", SpaydField::PayerReference),
    ("X-VS", SpaydField::VariableSymbol),
    ("X-SS", SpaydField::SpecificSymbol),
    ("X-KS", SpaydField::ConstantSymbol),
    ("RN", SpaydField::PayeeName),
    ("DT", SpaydField::DueDate),
    ("PT", SpaydField::PaymentType),
    ("MSG", SpaydField::Message),
    ("CRC32", SpaydField::Checksum),
];

/// The longest values of the keys that are read and written as they are.
const OTHER_LENGTHS_MAX: [(&str, usize); 10] = [
    ("PT", 3),
    ("NT", 1),
    ("NTA", 320),
    ("FRQ", 3),
    ("DL", 8),
    ("DH", 1),
    ("X-PER", 2),
    ("X-ID", 20),
    ("X-URL", 140),
    ("X-SELF", 60),
];

fn other_length_max(key: &str) -> Option<usize> {
    OTHER_LENGTHS_MAX.iter().find(|(known, _)| *known == key).map(|(_, max)| *max)
}

/// Returns an example where a value is not of the form that its key has.
fn other_form_missed(key: &str, value: &str) -> Option<&'static str> {
    let (example, fits) = match key {
        "NT" => ("P", matches!(value, "P" | "E")),
        "FRQ" => ("1M", matches!(value, "1D" | "1M" | "3M" | "6M" | "1Y")),
        "DL" => ("20261224", Day::parse_compact(value).is_ok()),
        "DH" => ("0", matches!(value, "0" | "1")),
        "X-PER" => {
            let digits = value.bytes().all(|byte| byte.is_ascii_digit());
            ("30", digits && value.parse::<u8>().is_ok_and(|days| days <= 30))
        }
        _ => return None,
    };
    (!fits).then_some(example)
}

fn is_key(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(fits)
}

impl fmt::Display for SpaydField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            SpaydField::Account => "account",
            SpaydField::Alternatives => "alternative accounts",
            SpaydField::Amount => "amount",
            SpaydField::Currency => "currency",
            SpaydField::PayerReference => "payer's reference",
            SpaydField::VariableSymbol => "variable symbol",
            SpaydField::SpecificSymbol => "specific symbol",
            SpaydField::ConstantSymbol => "constant symbol",
            SpaydField::PayeeName => "payee's name",
            SpaydField::DueDate => "due date",
            SpaydField::PaymentType => "payment type",
            SpaydField::Message => "message",
            SpaydField::Checksum => "checksum",
            SpaydField::Other => "other values",
        })
    }
}

/// Why a request cannot be put into a code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SpaydError {
    /// A part that has a value holds nothing but blanks; a key without a value is left out.
    #[error("the {field} is empty")]
    Empty {
        /// Which part.
        field: SpaydField,
    },
    /// A part has too many characters.
    #[error("the {field} has {found} characters, {max} are allowed")]
    TooLong {
        /// Which part.
        field: SpaydField,
        /// How many characters it may have.
        max: usize,
        /// How many it has.
        found: usize,
    },
    /// A part has a sign that may not stand in a payment.
    #[error("{found:?} at place {at} of the {field} may not stand in a payment")]
    ForeignSign {
        /// Which part.
        field: SpaydField,
        /// The place, counted in characters from zero.
        at: usize,
        /// The sign.
        found: char,
        /// Why it may not stand there.
        why: ForeignSign,
    },
    /// A symbol or the payer's reference has a sign that is no digit.
    #[error("{found:?} at place {at} of the {field} is no digit")]
    NotDigits {
        /// Which part.
        field: SpaydField,
        /// The place, counted in characters from zero.
        at: usize,
        /// The sign.
        found: char,
    },
    /// The amount is below the smallest unit or above 9999999.99.
    #[error("the amount {amount:?} is not between 0.01 and 9999999.99")]
    AmountOutOfRange {
        /// The amount.
        amount: Money,
    },
    /// The currency has more than two decimals.
    #[error("{found} has more than two decimals")]
    CurrencyTooFine {
        /// The currency.
        found: Currency,
    },
    /// More than two alternative accounts.
    #[error("a code has at most {ALTERNATIVES_MAX} alternative accounts, not {found}")]
    TooManyAlternatives {
        /// How many there are.
        found: usize,
    },
    /// A key among the others that is no key, stands twice, or has a field of its own.
    #[error("{key:?} cannot be one of the other keys")]
    OtherKey {
        /// The key.
        key: String,
    },
    /// A value among the others that its key does not have.
    #[error("the value of {key} is not of the form {example}")]
    OtherForm {
        /// The key.
        key: String,
        /// A right value.
        example: &'static str,
    },
}

#[cfg(test)]
mod tests;
