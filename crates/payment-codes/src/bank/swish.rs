//! Swedish Swish code: a payment that the Swish app fills in.
//!
//! Standard: Getswish AB, Swish QR-code API manual, section 6 "QR code encoding specification"
//! (6.1 Swish C2B), <https://developer.swish.nu>. Needs the Swish app; a camera shows text.
//!
//! ```text
//! C<payee>;<amount>;<message>;<mask>     C1230000017;100,00;LB-2K7Q;0
//! ```
//!
//! The payee is a Swish number of ten digits; that of an organisation, and of a charity with a
//! 90-account, begins with 123. The amount is in kronor with two decimals and a comma; nothing
//! leaves it open. The message has at most 50 characters and is percent-encoded in UTF-8. The mask
//! adds up what the donor may change: 1 payee, 2 amount, 4 message. Empty parts may be cut from the
//! right; a mask that is left out is 0.
//!
//! # Incomplete support
//! One-time codes that a shop's server asks of Swish ("D" and a token) are not read.
//!
//! # Limits
//! Up to 999 999 999 999,99 kronor. A message has the letters of the Swedish alphabet, digits,
//! blanks and `! ? ( ) , . - : ;`; other signs are refused where one writes and found where one
//! reads. An open amount that nobody may change leaves the donor nothing to type and is refused
//! likewise.
//!
//! # Quirks
//! npm and PyPI packages take the bits of amount and message for each other (PyPI swish-qr 0.3.3);
//! the masks 0, 6 and 7 mean the same to both. github.com/antonlindstrom/payqr (31a96ee) writes a
//! point for the comma and does not encode the message: the first is refused, the second read.

#[cfg(test)]
mod tests;

use groat_money::{Currency, Money};
use percent_encoding::percent_decode_str;

use crate::links::url::{has_percent_alone, percent_encoded};
use crate::request::amount as read_amount;
use crate::{
    AmountLimits, Encoded, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard, Value,
};

const NUMBER_LENGTH: usize = 10;
const MERCHANT_PREFIX: &str = "123";
const EXAMPLE: &str = "1230000017";
const MESSAGE_LENGTH_MAX: usize = 50;
pub(crate) const AMOUNT_LIMITS: AmountLimits =
    AmountLimits { decimals: 2, minor_max: 99_999_999_999_999 };

/// What a donor may change, with its bit in the mask.
const EDITABLE: [(&str, u8); 3] = [("payee", 1), ("amount", 2), ("message", 4)];
const EDITABLE_NAMES: &[&str] = &["payee", "amount", "message"];

/// Writes a code.
///
/// # Errors
/// [`Refusal`] at the field that does not fit.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(&[
        Field::SwishNumber,
        Field::Amount,
        Field::Currency,
        Field::Message,
        Field::Editable,
    ])?;
    let number = merchant_number(request)?;
    let amount = open_or_fixed(request)?.map(|amount| amount.decimal_text().replace('.', ","));
    let message = message(request)?.map(percent_encoded);
    let mask = mask(request)?;
    let (amount, message) = (amount.unwrap_or_default(), message.unwrap_or_default());
    Ok(format!("C{number};{amount};{message};{mask}").into())
}

/// Tells whether a text begins like a code.
pub(crate) fn is_begun(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('C') else { return false };
    let (number, behind) = rest.split_once(';').unzip();
    let number = number.unwrap_or(rest);
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    digits && (behind.is_some() || number.len() == NUMBER_LENGTH)
}

/// Reads a code.
///
/// # Errors
/// [`Refusal`] at the part that the Swish app would not take.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::Swish, Request::new());
    let text = reading.without_margins(text);
    let refuse = |flaw| Err(Refusal::new(Field::Payload, flaw));
    let Some(parts) = text.strip_prefix('C') else { return refuse(Flaw::OtherStandard) };
    let mut parts = parts.split(';');
    let mut part = || parts.next().unwrap_or_default();
    let (number, amount, message, mask) = (part(), part(), part(), part());
    if parts.next().is_some() {
        return refuse(Flaw::Broken { place: "4".to_owned() });
    }
    let mask = read_mask(mask)?;
    put_number(&mut reading, number, mask)?;
    put_amount(&mut reading, amount, mask)?;
    reading.request.put(Field::Currency, "SEK");
    put_message(&mut reading, message)?;
    let editable = EDITABLE.into_iter().filter(|(_, bit)| mask & bit != 0);
    let editable = editable.map(|(name, _)| Value::from(name)).collect();
    reading.request.put(Field::Editable, Value::List(editable));
    Ok(reading)
}

/// Returns the number of an organisation, without the blanks it was typed with.
pub(crate) fn merchant_number(request: &Request) -> Result<String, Refusal> {
    let refuse = |flaw| Refusal::new(Field::SwishNumber, flaw);
    let number: String =
        request.needed(Field::SwishNumber)?.chars().filter(|sign| *sign != ' ').collect();
    check_digits(&number).map_err(refuse)?;
    match number.starts_with(MERCHANT_PREFIX) {
        true => Ok(number),
        false => Err(refuse(Flaw::Form { example: EXAMPLE })),
    }
}

fn check_digits(number: &str) -> Result<(), Flaw> {
    let foreign = number.chars().enumerate().find(|(_, sign)| !sign.is_ascii_digit());
    match (foreign, number.len()) {
        (Some((at, found)), _) => Err(Flaw::ForeignSign { at, found, why: None }),
        (None, NUMBER_LENGTH) => Ok(()),
        (None, found) => Err(Flaw::Length { allowed: &[NUMBER_LENGTH], found }),
    }
}

/// Returns the amount; an open one must be one that the donor may type.
pub(crate) fn open_or_fixed(request: &Request) -> Result<Option<Money>, Refusal> {
    let amount = request.amount(request.currency(&["SEK"])?, AMOUNT_LIMITS)?;
    if amount.is_none() && !editable(request)?.contains(&"amount") {
        return Err(Refusal::new(Field::Amount, Flaw::Needs { other: Field::Editable }));
    }
    Ok(amount)
}

/// Returns the message, of the signs that Swish has.
pub(crate) fn message(request: &Request) -> Result<Option<&str>, Refusal> {
    let Some(text) = request.fitting(Field::Message, MESSAGE_LENGTH_MAX)? else { return Ok(None) };
    match foreign_in_message(text) {
        None => Ok(Some(text)),
        Some((at, found)) => {
            Err(Refusal::new(Field::Message, Flaw::ForeignSign { at, found, why: None }))
        }
    }
}

fn foreign_in_message(text: &str) -> Option<(usize, char)> {
    let known = |sign: char| sign.is_ascii_alphanumeric() || "åäöÅÄÖ !?(),.-:;".contains(sign);
    text.chars().enumerate().find(|(_, sign)| !known(*sign))
}

/// Returns the names of what the donor may change.
pub(crate) fn editable(request: &Request) -> Result<Vec<&str>, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Editable, flaw);
    let values = match request.value(Field::Editable) {
        None => return Ok(Vec::new()),
        Some(Value::List(values)) => values,
        Some(_) => return Err(refuse(Flaw::Kind)),
    };
    let mut names = Vec::with_capacity(values.len());
    for value in values {
        let name = value.as_text().ok_or_else(|| refuse(Flaw::Kind))?;
        if !EDITABLE_NAMES.contains(&name) {
            let flaw = Flaw::NotOneOf { allowed: EDITABLE_NAMES, found: name.to_owned() };
            return Err(refuse(flaw));
        }
        if names.contains(&name) {
            return Err(refuse(Flaw::Repeated));
        }
        names.push(name);
    }
    Ok(names)
}

fn mask(request: &Request) -> Result<u8, Refusal> {
    let names = editable(request)?;
    Ok(EDITABLE.into_iter().filter(|(name, _)| names.contains(name)).map(|(_, bit)| bit).sum())
}

fn read_mask(text: &str) -> Result<u8, Refusal> {
    const MASKS: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7"];
    if !text.is_empty() && !MASKS.contains(&text) {
        let flaw = Flaw::NotOneOf { allowed: MASKS, found: text.to_owned() };
        return Err(Refusal::new(Field::Editable, flaw));
    }
    Ok(text.parse().unwrap_or_default())
}

/// An organisation's number is expected; another one is a private person's.
fn put_number(reading: &mut Reading, number: &str, mask: u8) -> Result<(), Refusal> {
    if number.is_empty() && mask & 1 != 0 {
        reading.find(Field::SwishNumber, Oddity::Missing);
        return Ok(());
    }
    find_private_number(reading, number)?;
    reading.request.put(Field::SwishNumber, number);
    Ok(())
}

/// Finds a number that is not an organisation's.
pub(crate) fn find_private_number(reading: &mut Reading, number: &str) -> Result<(), Refusal> {
    let refuse = |flaw| Refusal::new(Field::SwishNumber, flaw);
    if number.is_empty() {
        return Err(refuse(Flaw::Missing));
    }
    check_digits(number).map_err(refuse)?;
    if !number.starts_with(MERCHANT_PREFIX) {
        reading.find(Field::SwishNumber, Oddity::Form { example: EXAMPLE });
    }
    Ok(())
}

fn put_amount(reading: &mut Reading, text: &str, mask: u8) -> Result<(), Refusal> {
    let not_decimal =
        |found: &str| Refusal::new(Field::Amount, Flaw::NotDecimal { found: found.to_owned() });
    if text.contains('.') {
        return Err(not_decimal(text));
    }
    let crowns = crowns().ok_or_else(|| not_decimal(text))?;
    let fixed = match text {
        "" => None,
        _ => match read_amount(Field::Amount, &text.replace(',', "."), crowns, AMOUNT_LIMITS) {
            Ok(amount) => Some(amount.decimal_text()),
            Err(Refusal { flaw: Flaw::Zero, .. }) => {
                reading.find(Field::Amount, Oddity::AmountZero);
                None
            }
            Err(Refusal { flaw: Flaw::NotDecimal { .. }, .. }) => return Err(not_decimal(text)),
            Err(refusal) => return Err(refusal),
        },
    };
    let Some(fixed) = fixed else {
        if mask & 2 == 0 {
            reading.find(Field::Amount, Oddity::NotWith { other: Field::Editable });
        }
        return Ok(());
    };
    if fixed.len() != text.len() {
        reading.find(Field::Amount, Oddity::AmountDecimals);
    }
    reading.request.put(Field::Amount, fixed);
    Ok(())
}

fn crowns() -> Option<Currency> {
    Currency::from_code("SEK").ok()
}

fn put_message(reading: &mut Reading, text: &str) -> Result<(), Refusal> {
    if text.is_empty() {
        return Ok(());
    }
    if has_percent_alone(text) {
        reading.find(Field::Message, Oddity::PercentAlone);
    }
    let decoded = percent_decode_str(text).decode_utf8();
    let decoded = decoded.map_err(|error| {
        Refusal::new(Field::Message, Flaw::NotInCharset { at: error.valid_up_to() })
    })?;
    find_in_message(reading, &decoded);
    reading.request.put(Field::Message, decoded.into_owned());
    Ok(())
}

/// Finds what Swish does not have in a message.
pub(crate) fn find_in_message(reading: &mut Reading, text: &str) {
    let found = text.chars().count();
    if found > MESSAGE_LENGTH_MAX {
        reading.find(Field::Message, Oddity::TooLong { max: MESSAGE_LENGTH_MAX, found });
    }
    if let Some((at, found)) = foreign_in_message(text) {
        let why = crate::first_foreign_sign(text).filter(|sign| sign.at == at);
        let why = why.map(|sign| sign.why);
        reading.find(Field::Message, Oddity::ForeignSign { at, found, why });
    }
}
