//! Slovenian slip with a QR code, UPN QR.
//!
//! Standard: Bank Association of Slovenia (ZBS), instructions for programmers for the UPN QR of
//! registered issuers (May 2017) and the technical standard UPN QR. To be drawn in version 15 at
//! level M, as one byte segment in ISO 8859-2 with its ECI (4).
//!
//! Twenty lines, each ended by a line feed, then blanks up to 411 characters or nothing: `UPNQR`;
//! the payer's account, deposit, withdrawal, the payer's reference; the payer's name, street, town;
//! the amount in eleven digits of cents; day of payment, urgent; purpose code and text; due day;
//! the payee's account, reference, name, street, town; and a control sum of three digits: the
//! lengths of the lines before it with their line ends. Lengths count characters.
//!
//! # Incomplete support
//! The payer's account and reference, deposit, withdrawal, day of payment and urgency are for the
//! payer's own slips and never written; what is read of them stands in [`Field::OtherKeys`]. Of the
//! references, models 00, 12, 99 and RF are written; others are read as they are.
//!
//! # Limits
//! Only signs of ISO 8859-2. Purpose code, text, and the payee's name, street and town are
//! mandatory on a slip; without a reference `SI99` is written, which stands for none. An open
//! amount is zeros alone, as the rules foresee for humanitarian payments. Readers refuse a code
//! whose control sum does not fit, or whose reference fails its own check.
//!
//! # Quirks
//! DataLinx/php-upn-qr-generator leaves an open amount empty and omits the last line end: both are
//! read, with a finding. npm `upnqr` 1.1.0 rounds 1234567.89 down by a cent and demands a due day.

mod decode;
mod encode;
mod reference;

use encoding_rs::ISO_8859_2;

use crate::{AmountLimits, Field};

pub(crate) use decode::decode;
pub(crate) use encode::encode;

const HEADER: &str = "UPNQR";
/// The line that holds the control sum, the last one.
const LINES: usize = 20;
const LENGTH_MAX: usize = 411;
const NAME_LENGTH_MAX: usize = 33;
const MESSAGE_LENGTH_MAX: usize = 42;
const AMOUNT_DIGITS: usize = 11;
const AMOUNT: AmountLimits = AmountLimits { decimals: 2, minor_max: 99_999_999_999 };
const CURRENCIES: &[&str] = &["EUR"];
/// Lines that only a payer fills, by the names under which they are kept.
const PAYERS: [(usize, &str); 6] = [
    (2, "payer_iban"),
    (3, "deposit"),
    (4, "withdrawal"),
    (5, "payer_reference"),
    (10, "payment_date"),
    (11, "urgent"),
];
const ADDRESSES: [(usize, Field); 6] = [
    (6, Field::PayerName),
    (7, Field::PayerStreet),
    (8, Field::PayerCity),
    (17, Field::PayeeName),
    (18, Field::PayeeStreet),
    (19, Field::PayeeCity),
];

/// Tells whether a sign has a place in ISO 8859-2.
fn is_latin2(sign: char) -> bool {
    sign.is_ascii() || {
        let mut utf8 = [0; 4];
        !ISO_8859_2.encode(sign.encode_utf8(&mut utf8)).2
    }
}

/// Returns the control sum of the lines before it.
fn control_sum<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let sum: usize = lines.map(|line| line.chars().count() + 1).sum();
    format!("{sum:03}")
}

#[cfg(test)]
mod tests;
