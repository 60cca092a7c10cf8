//! From a request to the link of a code.

use std::borrow::Cow;

use data_encoding::BASE64URL_NOPAD;
use encoding_rs::WINDOWS_1251;
use groat_money::Money;

use super::{
    AMOUNT, BYTES_MAX, CATEGORY_EXAMPLE, CHARSETS, COUNTRIES, CURRENCIES, FORMATS, FUNCTION,
    FUNCTIONS, HOSTS, LABEL, LOCK_EXAMPLE, NAME, REFERENCE, SHOWN, TAX_ID_LENGTHS, TEXT, WINDOWS,
    instant, is_category, is_cyrillic_set, is_lock,
};
use crate::bank::slip;
use crate::{Encoded, Field, Flaw, Refusal, Request, Value};

/// What both formats carry.
const COMMON: &[Field] = &[
    Field::Format,
    Field::Charset,
    Field::Service,
    Field::PayeeName,
    Field::Iban,
    Field::Amount,
    Field::Currency,
    Field::TaxId,
    Field::Message,
    Field::Information,
];
/// What format 003 carries besides.
const LATER: &[Field] =
    &[Field::Category, Field::Reference, Field::Lock, Field::ValidUntil, Field::CreatedAt];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(&[COMMON, LATER].concat())?;
    let function = chosen(request, Field::Service, FUNCTIONS)?.unwrap_or(FUNCTION);
    let is_later = is_later(request, function)?;
    let charset = chosen(request, Field::Charset, CHARSETS)?.unwrap_or("1");
    let (name, text) = (needed(request, NAME)?, needed(request, TEXT)?);
    let iban = request.iban(COUNTRIES)?;
    let amount = request.amount(request.currency(CURRENCIES)?, AMOUNT)?;
    let amount = amount.map(written_amount).unwrap_or_default();
    let tax_id = tax_id(request)?;
    let [host, later_host] = HOSTS;
    let mut lines = vec![LABEL, if is_later { "003" } else { "002" }, charset, function, "", name];
    lines.extend([iban.as_str(), &amount, tax_id, category(request)?, reference(request)?, text]);
    lines.push(fitting(request, SHOWN)?);
    let lock = lock(request)?;
    let valid_until = instant(request, Field::ValidUntil, "23:59:59")?;
    let created_at = instant(request, Field::CreatedAt, "00:00:00")?;
    if is_later {
        lines.extend([&lock, &valid_until, &created_at, ""]);
    }
    let plain = lines.join("\n");
    let letters = letters(&plain, charset)?;
    let host = if is_later { later_host } else { host };
    Ok(Encoded { payload: format!("{host}{letters}"), plain: Some(plain) })
}

/// Tells whether format 003 is written: where it is asked for, or where 002 cannot carry all.
fn is_later(request: &Request, function: &str) -> Result<bool, Refusal> {
    let common = request.holds_only(COMMON);
    match chosen(request, Field::Format, FORMATS)? {
        None => Ok(common.is_err() || function != FUNCTION),
        Some("002") => {
            common?;
            chosen(request, Field::Service, &[FUNCTION])?;
            Ok(false)
        }
        Some(_) => Ok(true),
    }
}

/// Returns one of a few values.
fn chosen(
    request: &Request,
    field: Field,
    allowed: &'static [&'static str],
) -> Result<Option<&'static str>, Refusal> {
    let found = match request.value(field) {
        // The digit of a character set may come as a number.
        Some(Value::Whole(number)) => number.to_string(),
        _ => match request.text(field)? {
            Some(text) => text.to_owned(),
            None => return Ok(None),
        },
    };
    let known = allowed.iter().copied().find(|known| *known == found);
    known.map(Some).ok_or(Refusal::new(field, Flaw::NotOneOf { allowed, found }))
}

fn needed(request: &Request, (field, max): (Field, usize)) -> Result<&str, Refusal> {
    slip::of_set(field, request.needed_fitting(field, max)?, is_cyrillic_set)
}

fn fitting(request: &Request, (field, max): (Field, usize)) -> Result<&str, Refusal> {
    let text = request.fitting(field, max)?.unwrap_or_default();
    slip::of_set(field, text, is_cyrillic_set)
}

/// Writes `UAH100` or `UAH10.50`.
pub(super) fn written_amount(amount: Money) -> String {
    let text = amount.decimal_text();
    let figures = text.strip_suffix(".00").unwrap_or(&text);
    format!("{}{figures}", amount.currency())
}

fn tax_id(request: &Request) -> Result<&str, Refusal> {
    let code = request.needed(Field::TaxId)?;
    slip::of_set(Field::TaxId, code, |sign| sign.is_ascii_digit())?;
    match TAX_ID_LENGTHS.contains(&code.len()) {
        true => Ok(code),
        false => {
            let flaw = Flaw::Length { allowed: TAX_ID_LENGTHS, found: code.len() };
            Err(Refusal::new(Field::TaxId, flaw))
        }
    }
}

fn category(request: &Request) -> Result<&str, Refusal> {
    match request.text(Field::Category)?.unwrap_or_default() {
        text if text.is_empty() || is_category(text) => Ok(text),
        _ => Err(Refusal::new(Field::Category, Flaw::Form { example: CATEGORY_EXAMPLE })),
    }
}

fn reference(request: &Request) -> Result<&str, Refusal> {
    slip::of_set(Field::Reference, fitting(request, REFERENCE)?, |sign| sign.is_ascii())
}

fn lock(request: &Request) -> Result<String, Refusal> {
    match request.text(Field::Lock)?.unwrap_or_default() {
        text if text.is_empty() || is_lock(text) => Ok(text.to_ascii_uppercase()),
        _ => Err(Refusal::new(Field::Lock, Flaw::Form { example: LOCK_EXAMPLE })),
    }
}

fn instant(request: &Request, field: Field, midnight: &str) -> Result<String, Refusal> {
    let instant = request.text(field)?.map(|text| instant::compact(field, text, midnight));
    instant.transpose().map(Option::unwrap_or_default)
}

/// Returns the letters after the host.
fn letters(plain: &str, charset: &str) -> Result<String, Refusal> {
    let bytes = match charset {
        WINDOWS => WINDOWS_1251.encode(plain).0,
        _ => Cow::Borrowed(plain.as_bytes()),
    };
    match bytes.len() {
        found if found > BYTES_MAX => {
            Err(Refusal::new(Field::Payload, Flaw::TooManyBytes { max: BYTES_MAX, found }))
        }
        _ => Ok(BASE64URL_NOPAD.encode(&bytes)),
    }
}
