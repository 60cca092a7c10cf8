//! Croatian slip with a bar code, HUB3. To be drawn as PDF417, not as a QR code.
//!
//! Standard: Croatian Banking Association (HUB), *Format zapisa PDF417 2D bar-koda prema HUB3
//! standardu*, version 5 (October 2012), in its euro edition (`2DBK_EUR`). Level 4, nine columns of
//! data, rows three modules high, bytes of UTF-8.
//!
//! Fourteen lines, each ended by a line feed: `HRVHUB30`; `EUR`; the amount in fifteen digits of
//! cents; the payer's name, street, town; the payee's name, street, town; the account; the model of
//! the reference (`HR` and two digits); the reference; the purpose code; the text.
//!
//! # Incomplete support
//! Control digits are not checked: model HR00, which this app uses, has none, and the published
//! example of HR01 does not follow the rule given for it. There is no place for the payer's own
//! reference (ihabunek/hub3-api issue 6).
//!
//! # Limits
//! Latin letters with Č Ć Đ Š Ž, digits, blank and `, . : - + ? ' / ( )`. Model HR99 is the one
//! without a reference, and is written where neither is given; every other model needs a reference
//! of digits, parted by hyphens. Only models of the Financial Agency's list (FINA, *Jedinstveni
//! pregled osnovnih modela*, as knee-cola/hub-3a-payment-encoder carries it) are written.
//!
//! # Quirks
//! The payee's name, street and text are mandatory to both public encoders. ihabunek/hub3-api still
//! writes HRK, which ended on 31 December 2022 and is refused, and lets the payee's name and street
//! have 30 and 27 characters: read, with a finding.

use super::slip::{self, Lines};
use crate::{
    AmountLimits, Encoded, Field, Flaw, Hr00, Oddity, Options, Reading, ReferenceError, Refusal,
    Request, Standard,
};

const HEADER: &str = "HRVHUB30";
const LINES: usize = 14;
const CURRENCIES: &[&str] = &["EUR"];
const COUNTRIES: &[&str] = &["HR"];
const AMOUNT_DIGITS: usize = 15;
const AMOUNT: AmountLimits = AmountLimits { decimals: 2, minor_max: 999_999_999_999_999 };
const REFERENCE_LENGTH_MAX: usize = 22;
/// A line of text, how long it may be, and whether a slip needs it.
type Text = (usize, Field, usize, bool);
const TEXTS: [Text; 7] = [
    (4, Field::PayerName, 30, false),
    (5, Field::PayerStreet, 27, false),
    (6, Field::PayerCity, 27, false),
    (7, Field::PayeeName, 25, true),
    (8, Field::PayeeStreet, 25, true),
    (9, Field::PayeeCity, 27, true),
    (14, Field::Message, 35, true),
];
/// The model without a reference.
const NO_REFERENCE: &str = "HR99";
const MODELS: &[&str] = &[
    "HR00", "HR01", "HR02", "HR03", "HR04", "HR05", "HR06", "HR07", "HR08", "HR09", "HR10", "HR11",
    "HR12", "HR13", "HR14", "HR15", "HR16", "HR17", "HR18", "HR23", "HR24", "HR25", "HR26", "HR27",
    "HR28", "HR29", "HR30", "HR31", "HR33", "HR34", "HR40", "HR41", "HR42", "HR43", "HR50", "HR55",
    "HR62", "HR63", "HR64", "HR65", "HR67", "HR68", "HR69", "HR83", "HR84", "HR99",
];

const FIELDS: &[Field] = &[
    Field::Amount,
    Field::Currency,
    Field::PayerName,
    Field::PayerStreet,
    Field::PayerCity,
    Field::PayeeName,
    Field::PayeeStreet,
    Field::PayeeCity,
    Field::Iban,
    Field::Model,
    Field::Reference,
    Field::Purpose,
    Field::Message,
];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(FIELDS)?;
    let currency = request.currency(CURRENCIES)?;
    let amount = slip::cents(request.amount(currency, AMOUNT)?, AMOUNT_DIGITS);
    let iban = request.iban(COUNTRIES)?;
    let (model, reference) = model_and_reference(request)?;
    let purpose = request.text(Field::Purpose)?.map(slip::purpose).transpose()?;
    let mut texts = Vec::with_capacity(TEXTS.len());
    for text in TEXTS {
        texts.push(line(request, text)?);
    }
    let (message, names) = texts.split_last().unwrap_or((&"", &[]));
    let mut lines = vec![HEADER, currency.code(), &amount];
    lines.extend(names);
    lines.extend([iban.as_str(), model, &reference, purpose.unwrap_or_default(), message, ""]);
    Ok(lines.join("\n").into())
}

fn line(request: &Request, (_, field, max, needed): Text) -> Result<&str, Refusal> {
    let text = match needed {
        true => request.needed_fitting(field, max)?,
        false => request.fitting(field, max)?.unwrap_or_default(),
    };
    slip::of_set(field, text, is_croatian)
}

/// The signs of the slip.
fn is_croatian(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "ČĆĐŠŽčćđšž ,.:-+?'/()".contains(sign)
}

fn model_and_reference(request: &Request) -> Result<(&'static str, String), Refusal> {
    let reference = request.text(Field::Reference)?;
    let Some(model) = request.text(Field::Model)? else {
        return match reference {
            Some(_) => Err(Refusal::new(Field::Model, Flaw::Missing)),
            None => Ok((NO_REFERENCE, String::new())),
        };
    };
    let model = model_form(model)?;
    let known = MODELS.iter().copied().find(|known| *known == model).ok_or_else(|| {
        Refusal::new(Field::Model, Flaw::NotOneOf { allowed: MODELS, found: model.to_owned() })
    })?;
    match (known, reference) {
        (NO_REFERENCE, None) => Ok((NO_REFERENCE, String::new())),
        (NO_REFERENCE, Some(_)) => {
            Err(Refusal::new(Field::Reference, Flaw::NotWith { other: Field::Model }))
        }
        (_, None) => Err(Refusal::new(Field::Reference, Flaw::Missing)),
        (model, Some(reference)) => Ok((model, number(model, reference)?)),
    }
}

fn model_form(model: &str) -> Result<&str, Refusal> {
    let digits = model.strip_prefix("HR").unwrap_or_default();
    match digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        true => Ok(model),
        false => Err(Refusal::new(Field::Model, Flaw::Form { example: Hr00::MODEL })),
    }
}

/// Returns the number of a reference without blanks.
fn number(model: &str, reference: &str) -> Result<String, Refusal> {
    let refuse = |error: ReferenceError| Refusal::new(Field::Reference, error);
    if model == Hr00::MODEL {
        return Hr00::from_base(reference).map(|number| number.to_string()).map_err(refuse);
    }
    let number: String = reference.chars().filter(|sign| !sign.is_whitespace()).collect();
    let fits = |sign: char| sign.is_ascii_digit() || sign == '-';
    if let Some((at, found)) = slip::foreign(&number, fits) {
        return Err(refuse(ReferenceError::ForeignSign { at, found }));
    }
    let blocks = number.split('-').count();
    match number.len() {
        _ if number.split('-').any(str::is_empty) => {
            Err(refuse(ReferenceError::Blocks { room: blocks }))
        }
        found if found > REFERENCE_LENGTH_MAX => {
            Err(refuse(ReferenceError::TooLong { room: REFERENCE_LENGTH_MAX, found }))
        }
        _ => Ok(number),
    }
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::Hub3, Request::new());
    let text = slip::begun(text, &mut reading);
    if text.split('\n').next() != Some(HEADER) {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    }
    let lines = Lines::of(text, LINES)?;
    let currency = slip::put_currency(&mut reading, CURRENCIES)?;
    if lines.line(2) != currency.code() {
        let flaw = Flaw::NotOneOf { allowed: CURRENCIES, found: lines.line(2).to_owned() };
        return Err(Refusal::new(Field::Currency, flaw));
    }
    slip::put_cents(&mut reading, lines.line(3), &[AMOUNT_DIGITS], currency)?;
    for (number, field, max, needed) in TEXTS {
        slip::put_text(&mut reading, (field, max), lines.line(number), is_croatian);
        if needed && lines.line(number).is_empty() {
            reading.find(field, Oddity::Missing);
        }
    }
    reading.request.needed(Field::PayeeName)?;
    slip::put_iban(&mut reading, lines.line(10), COUNTRIES)?;
    put_reference(&lines, &mut reading)?;
    if let Some(purpose) = lines.filled(13) {
        reading.request.put(Field::Purpose, slip::purpose(purpose)?);
    }
    lines.end(LINES, &mut reading)?;
    Ok(reading)
}

fn put_reference(lines: &Lines<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    let model = lines.filled(11);
    if let Some(model) = model {
        reading.request.put(Field::Model, model_form(model)?);
        if !MODELS.contains(&model) {
            reading.find(Field::Model, Oddity::ReferenceUnknown);
        }
    }
    let Some(reference) = lines.filled(12) else {
        if model != Some(NO_REFERENCE) {
            reading.find(Field::Reference, Oddity::Missing);
        }
        return Ok(());
    };
    match model {
        None => reading.find(Field::Model, Oddity::Missing),
        Some(NO_REFERENCE) => {
            reading.find(Field::Reference, Oddity::NotWith { other: Field::Model });
        }
        Some(_) => {}
    }
    let number = number(model.unwrap_or(NO_REFERENCE), reference)?;
    slip::put_normal(reading, Field::Reference, reference, &number);
    Ok(())
}

#[cfg(test)]
mod tests;
