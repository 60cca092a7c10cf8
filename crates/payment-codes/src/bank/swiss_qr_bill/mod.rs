//! Swiss QR-bill: the text of its code.
//!
//! Standard: SIX, *Swiss Payment Standards, Implementation Guidelines for the QR-bill*, version 2.3
//! (in force since 22 November 2025). Switzerland and Liechtenstein, francs and euro; the only form
//! of a credit transfer since 1 October 2022. To be drawn at level M, at most version 25, 46 mm
//! wide, with the Swiss cross in its middle.
//!
//! ```text
//!  1 SPC   2 0200   3 1   4 IBAN   5-11 payee   12-18 empty   19 amount   20 currency
//! 21-27 payer   28 QRR, SCOR or NON   29 reference   30 message   31 EPD
//! 32 bill information   33 and 34 alternative procedures
//! ```
//!
//! A payee or a payer is `S`, name, street, house number, postal code, town, country. Lines end
//! with a line feed; nothing follows the last filled line. A [QR-IBAN](is_qr_iban) needs a QR
//! reference, and no other account takes one. Without a type the reference decides it.
//!
//! # Incomplete support
//! An amount of 0.00 marks a notification that must not be paid: refused in both directions.
//! What bill information and alternative procedures say is not read.
//!
//! # Limits
//! Texts hold U+0020 to 7E and A0 to 17F, Ș ș Ț ț and €, without the soft hyphen, which nobody
//! sees. Message and bill information share 140 characters. 997 characters in all, counted in bytes
//! here: a code of version 25 holds no more. Country letters are checked for their form alone.
//!
//! # Quirks
//! * Line 32 stays, empty, where 33 follows; one library dropped it (schoero/swissqrbill 4.4.1).
//! * Empty lines at the end: SIX warns, UBS refuses (manuelbl/SwissQRBill.NET issues 12 and 69,
//!   Shane32/QRCoder issues 216 and 399). Read with a finding, never written.
//! * Lines that end with a carriage return alone exist (manuelbl/SwissQRBill.NET issue 52): read
//!   with a finding.
//! * A line feed inside a message breaks scanners of ZKB and PostFinance (claudep/swiss-qr-bill
//!   issue 86): refused.
//! * Amounts without two decimals, or with a blank as on the printed part, are refused: a bank's
//!   test desk did (damoiser/qr-bills PR 18; sprain/php-swiss-qr-bill PR 292).
//! * Addresses of type `K` were withdrawn with version 2.3 and are refused, as banks do
//!   (sprain/php-swiss-qr-bill issue 287); so are half-filled payers (mitosch/prawn-swiss_qr_bill
//!   issue 7).
//! * A house number inside the street is tolerated (claudep/swiss-qr-bill issue 105).
//! * An ordinary IBAN with a QR reference is the payee's wrong one of two (onfuseag/
//!   swiss_accounting_software issue 15): refused.
//! * Account numbers may hold letters (schoero/swissqrbill issue 215).
//! * Umlauts came out wrong without an ECI header (schoero/swissqrbill issue 364), and post-office
//!   scanners failed with one (manuelbl/SwissQRBill.NET issue 76): draw bytes without ECI.

mod decode;
mod encode;
#[cfg(test)]
mod tests;

use crate::{AmountLimits, Field, Flaw, ForeignSign, Iban, Refusal, first_foreign_sign};

pub(crate) use decode::decode;
pub(crate) use encode::encode;

/// The most bytes a code may hold: version 25 at level M.
pub const PAYLOAD_BYTES_MAX: usize = 997;

const COUNTRIES: &[&str] = &["CH", "LI"];
const CURRENCIES: &[&str] = &["CHF", "EUR"];
const REFERENCE_TYPES: &[&str] = &["QRR", "SCOR", "NON"];
const AMOUNT: AmountLimits = AmountLimits { decimals: 2, minor_max: 99_999_999_999 };
/// Message and bill information together.
const TEXT_LENGTH_MAX: usize = 140;
const ALTERNATIVES_MAX: usize = 2;
const ALTERNATIVE_LENGTH_MAX: usize = 100;
const BILL_EXAMPLE: &str = "//S1/10/10201409";
const COUNTRY_EXAMPLE: &str = "CH";

/// Tells whether an account is a QR-IBAN, whose bank id is 30000 to 31999: its payments carry a QR
/// reference.
///
/// ```
/// use groat_payment_codes::{Iban, swiss_qr_bill};
/// assert!(swiss_qr_bill::is_qr_iban(&Iban::parse("CH44 3199 9123 0008 8901 2")?));
/// assert!(!swiss_qr_bill::is_qr_iban(&Iban::parse("CH58 0079 1123 0008 8901 2")?));
/// # Ok::<(), groat_payment_codes::IbanError>(())
/// ```
#[must_use]
pub fn is_qr_iban(iban: &Iban) -> bool {
    let bank_id = iban.as_str().get(4..9).and_then(|digits| digits.parse::<u32>().ok());
    COUNTRIES.contains(&iban.country().code())
        && bank_id.is_some_and(|id| (30_000..=31_999).contains(&id))
}

/// Refuses an account that the type of the reference does not go with.
fn check_account(iban: &Iban, kind: &str) -> Result<(), Refusal> {
    match (is_qr_iban(iban), kind) {
        (true, "QRR") => Ok(()),
        (true, _) => Err(Refusal::new(Field::ReferenceType, Flaw::NotWith { other: Field::Iban })),
        // The payee has two accounts and typed the other one.
        (false, "QRR") => {
            Err(Refusal::new(Field::Iban, Flaw::NotWith { other: Field::ReferenceType }))
        }
        (false, _) => Ok(()),
    }
}

/// A line of an address: what it is, how long it may be, whether it must be filled.
struct Part {
    field: Field,
    length_max: usize,
    is_needed: bool,
}

const fn part(field: Field, length_max: usize, is_needed: bool) -> Part {
    Part { field, length_max, is_needed }
}

const PAYEE: [Part; 6] = [
    part(Field::PayeeName, 70, true),
    part(Field::PayeeStreet, 70, false),
    part(Field::PayeeHouseNo, 16, false),
    part(Field::PayeeZip, 16, true),
    part(Field::PayeeCity, 35, true),
    part(Field::PayeeCountry, 2, true),
];

const PAYER: [Part; 6] = [
    part(Field::PayerName, 70, true),
    part(Field::PayerStreet, 70, false),
    part(Field::PayerHouseNo, 16, false),
    part(Field::PayerZip, 16, true),
    part(Field::PayerCity, 35, true),
    part(Field::PayerCountry, 2, true),
];

fn is_country_field(field: Field) -> bool {
    matches!(field, Field::PayeeCountry | Field::PayerCountry)
}

fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Finds the first sign that the standard's set does not have, with its place and the reason where
/// it is one that may not stand in any payment.
fn first_misfit(text: &str) -> Option<(usize, char, Option<ForeignSign>)> {
    let (at, found) = text.chars().enumerate().find(|(_, sign)| !is_in_set(*sign))?;
    let foreign = first_foreign_sign(found.encode_utf8(&mut [0; 4]));
    Some((at, found, foreign.map(|sign| sign.why)))
}

fn is_in_set(sign: char) -> bool {
    match sign {
        '\u{ad}' => false,
        ' '..='~' | '\u{a0}'..='\u{17f}' | 'Ș' | 'ș' | 'Ț' | 'ț' | '€' => true,
        _ => false,
    }
}
