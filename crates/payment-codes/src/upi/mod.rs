//! Indian UPI: the link that is also what a UPI QR code holds.
//!
//! Used by every bank in India and by PhonePe, Google Pay, Paytm and BHIM; anyone with a UPI id
//! makes the plain code without asking anybody. Rupees only.
//!
//! Standard: NPCI, *UPI Linking Specification*, version 1.6 (draft, November 2017). A URL
//! `upi://pay?` with `key=value` joined by `&`: keys in small letters, values percent-encoded
//! UTF-8 (RFC 3986), in the order of the specification's table.
//!
//! | key | field | |
//! |---|---|---|
//! | `pa` | `vpa` | UPI id `name@handle`, `@` written raw |
//! | `pn` | `payee_name` | needed |
//! | `mc` | `mcc` | four digits, as the bank issued it |
//! | `tr` | `reference` | 35 of `A–Z a–z 0–9 -`; needed with `mc` |
//! | `tn` | `message` | note, 80 characters |
//! | `am`, `mam` | `amount`, `min_amount` | two decimals |
//! | `cu` | `currency` | `INR`, always written |
//! | `url` | `url` | https |
//! | `mode` | `mode` | `00`, `01`, `04` |
//! | `tid`, `orgid`, `purpose`, `sign` | | read, never written |
//!
//! # Incomplete support
//! A signature is not checked: the key is known to the acquiring bank alone. Signed codes are read
//! with a finding and cannot be written; what banks add (`ver`, `qrMedium`, `QRexpire`, …) is kept
//! in `other_keys`.
//!
//! # Limits
//! The name has 99 characters (NPCI, *UPI Procedural and Technical Specification*), the note 80;
//! NPCI's own apps cut it at 50. The most that can be paid at once is set by banks and changes; it
//! is not checked here.
//!
//! # Quirks
//! * `tr` and `mc` for a personal UPI id are declined as "U16 risk threshold" or "exceeded the bank
//!   limit" (PGKartik/EasyUpiPayment-Android issues 67, 91, 98, 109, 114, 150; upi_pay issues 19
//!   and 38). Whether an id is a merchant's cannot be told from the id: whoever asks decides.
//! * SBI Pay does not decode `%40` (upi_pay issue 1): `@` is written raw.
//! * `+` is shown as it is by several apps: blanks are written `%20`, and both are read.
//! * Empty values and the word `null` are absent: some banks print `mc=` and `am=`. A text that is
//!   just this word is refused.
//! * `gpay://`, `tez://`, `phonepe://` and `paytmmp://` open one app only: read with a finding,
//!   never written.
//! * A key that stands twice is read differently by different apps: refused for id and amount.

mod decode;
mod query;
#[cfg(test)]
mod tests;

use groat_money::{Currency, Money};

use crate::request::AmountLimits;
use crate::{Encoded, Field, Flaw, Refusal, Request, Standard, first_foreign_sign};

pub(crate) use decode::decode;

const NAME_LENGTH_MAX: usize = 99;
const NOTE_LENGTH_MAX: usize = 80;
const REFERENCE_LENGTH_MAX: usize = 35;
const AMOUNT_LIMITS: AmountLimits = AmountLimits { decimals: 2, minor_max: 999_999_999_999 };

/// The ways to begin a payment that need no signature and no acquirer: default, code, link.
const MODES: &[&str] = &["00", "01", "04"];

const CARRIED: &[Field] = &[
    Field::Vpa,
    Field::PayeeName,
    Field::Mcc,
    Field::Reference,
    Field::Message,
    Field::Amount,
    Field::MinAmount,
    Field::Currency,
    Field::Url,
    Field::Mode,
];

/// How links of single apps begin; the standard's own first.
const BEGINNINGS: [&str; 5] = ["upi://", "gpay://", "tez://", "phonepe://", "paytmmp://"];

/// Writes the link.
///
/// # Errors
/// [`Refusal`]: the first field that UPI does not take as it is.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(CARRIED)?;
    let currency = request.currency(&["INR"])?;
    let vpa = upi_id(request.needed(Field::Vpa)?)?;
    request.needed(Field::PayeeName)?;
    let name = text(request, Field::PayeeName, NAME_LENGTH_MAX)?;
    let (category, reference) = merchant(request)?;
    let note = text(request, Field::Message, NOTE_LENGTH_MAX)?;
    let (amount, least) = amounts(request, currency)?;
    let url = text(request, Field::Url, usize::MAX)?.map(web_address).transpose()?;
    let mode = request.text(Field::Mode)?.map(mode).transpose()?;

    let mut link = format!("upi://pay?pa={vpa}");
    for (key, value) in [
        ("pn", name),
        ("mc", category),
        ("tr", reference),
        ("tn", note),
        ("am", amount.as_deref()),
        ("mam", least.as_deref()),
        ("cu", Some(currency.code())),
        ("url", url),
        ("mode", mode),
    ] {
        query::push(&mut link, key, value);
    }
    Ok(link.into())
}

/// Returns category and reference: a merchant's payment needs both.
fn merchant(request: &Request) -> Result<(Option<&str>, Option<&str>), Refusal> {
    let category = request.text(Field::Mcc)?.map(category).transpose()?;
    let reference = request.text(Field::Reference)?.map(reference).transpose()?;
    match (category, reference) {
        (Some(_), None) => Err(Refusal::new(Field::Mcc, Flaw::Needs { other: Field::Reference })),
        both => Ok(both),
    }
}

/// Returns the amount that is proposed and the least, as the link writes them.
fn amounts(
    request: &Request,
    currency: Currency,
) -> Result<(Option<String>, Option<String>), Refusal> {
    let amount = request.amount(currency, AMOUNT_LIMITS)?;
    let least = request.text(Field::MinAmount)?;
    let least = least
        .map(|text| crate::request::amount(Field::MinAmount, text, currency, AMOUNT_LIMITS))
        .transpose()?;
    check_least(least, amount)?;
    Ok((amount.map(Money::decimal_text), least.map(Money::decimal_text)))
}

/// Tells whether a text is a UPI link, or one of a single UPI app.
pub(crate) fn recognise(text: &str) -> Option<Standard> {
    let begins = |beginning: &str| {
        text.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
    };
    BEGINNINGS.into_iter().any(begins).then_some(Standard::Upi)
}

fn text(request: &Request, field: Field, max: usize) -> Result<Option<&str>, Refusal> {
    let Some(text) = request.text(field)? else { return Ok(None) };
    check_not_null(field, text)?;
    if let Some((at, found, why)) = foreign_sign(text) {
        return Err(Refusal::new(field, Flaw::ForeignSign { at, found, why: Some(why) }));
    }
    match text.chars().count() {
        found if found > max => Err(Refusal::new(field, Flaw::TooLong { max, found })),
        _ => Ok(Some(text)),
    }
}

/// Refuses the word that apps take for an absent value.
fn check_not_null(field: Field, text: &str) -> Result<(), Refusal> {
    if text == "null" { Err(Refusal::new(field, Flaw::Missing)) } else { Ok(()) }
}

/// Finds the first sign that may not stand in a payment. Indian scripts need the invisible joiners,
/// but only behind the sign that takes a letter's vowel away (RFC 5892, appendix A.1 and A.2).
fn foreign_sign(text: &str) -> Option<(usize, char, crate::ForeignSign)> {
    let before = std::iter::once(' ').chain(text.chars());
    text.chars().zip(before).enumerate().find_map(|(at, (sign, before))| {
        if matches!(sign, '\u{200c}' | '\u{200d}') && is_virama(before) {
            return None;
        }
        first_foreign_sign(sign.encode_utf8(&mut [0; 4])).map(|found| (at, sign, found.why))
    })
}

fn is_virama(sign: char) -> bool {
    matches!(
        sign,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{bcd}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
    )
}

/// Passes on a UPI id: `[A-Za-z0-9.\-_]{2,256}@[A-Za-z][A-Za-z0-9]{0,63}`. A dot behind the `@`
/// makes it an e-mail address.
fn upi_id(text: &str) -> Result<&str, Refusal> {
    let name_sign = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    let right = text.split_once('@').is_some_and(|(name, handle)| {
        (2..=256).contains(&name.len())
            && name.bytes().all(name_sign)
            && handle.len() <= 64
            && handle.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && handle.starts_with(|sign: char| sign.is_ascii_alphabetic())
    });
    let wrong = || Refusal::new(Field::Vpa, Flaw::Form { example: "name@okaxis" });
    right.then_some(text).ok_or_else(wrong)
}

fn category(text: &str) -> Result<&str, Refusal> {
    let wrong = || Refusal::new(Field::Mcc, Flaw::Form { example: "8398" });
    is_category(text).then_some(text).ok_or_else(wrong)
}

fn is_category(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn reference(text: &str) -> Result<&str, Refusal> {
    check_not_null(Field::Reference, text)?;
    let refuse = |flaw| Err(Refusal::new(Field::Reference, flaw));
    if let Some((at, found)) = foreign_in_reference(text) {
        return refuse(Flaw::ForeignSign { at, found, why: None });
    }
    match text.chars().count() {
        found if found > REFERENCE_LENGTH_MAX => {
            refuse(Flaw::TooLong { max: REFERENCE_LENGTH_MAX, found })
        }
        _ => Ok(text),
    }
}

fn foreign_in_reference(text: &str) -> Option<(usize, char)> {
    text.chars().enumerate().find(|(_, sign)| !sign.is_ascii_alphanumeric() && *sign != '-')
}

fn web_address(text: &str) -> Result<&str, Refusal> {
    let wrong = || Refusal::new(Field::Url, Flaw::Form { example: "https://ngo.example/give" });
    let host = text.strip_prefix("https://").filter(|host| !host.starts_with(['/', '?', '#']));
    let right = host.is_some_and(|host| !host.is_empty() && !host.contains(' '));
    right.then_some(text).ok_or_else(wrong)
}

fn mode(text: &str) -> Result<&str, Refusal> {
    let wrong = || Flaw::NotOneOf { allowed: MODES, found: text.to_owned() };
    match MODES.contains(&text) {
        true => Ok(text),
        false => Err(Refusal::new(Field::Mode, wrong())),
    }
}

/// The least may not be above the amount that is proposed.
fn check_least(least: Option<Money>, amount: Option<Money>) -> Result<(), Refusal> {
    match (least, amount) {
        (Some(least), Some(amount)) if least.minor() > amount.minor() => {
            Err(Refusal::new(Field::MinAmount, Flaw::TooLarge { max: amount.decimal_text() }))
        }
        _ => Ok(()),
    }
}
