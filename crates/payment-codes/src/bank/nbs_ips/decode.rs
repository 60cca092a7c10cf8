//! From the text of a code to the request, with findings on what is odd about it.

use std::iter::repeat;

use groat_money::Money;

use super::account::account;
use super::{
    CURRENCIES, KIND, MODEL_97, MODELS, NAME_LENGTH_MAX, PURPOSE_LENGTH_MAX, REFERENCE_LENGTH_MAX,
    UTF8, VERSION, first_foreign_in_name, is_latin, is_payment_code,
};
use crate::bank::slip;
use crate::{
    Field, Flaw, Model97, Oddity, Options, Reading, Refusal, Request, Standard, first_foreign_sign,
};

/// The tags that come first, in this order.
const FIRST: [&str; 6] = ["K", "V", "C", "R", "N", "I"];
/// The tags after them, in the order of the recommendations.
const ORDER: [&str; 9] = ["O", "P", "SF", "S", "M", "JS", "RO", "RL", "RP"];
const SHOP_KINDS: [&str; 3] = ["PT", "PK", "EK"];
const AMOUNT_LENGTHS: std::ops::RangeInclusive<usize> = 5..=20;

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::NbsIps, Request::new());
    let unmarked = text.trim_start_matches('\u{feff}');
    if unmarked.len() < text.len() {
        reading.find(Field::Payload, Oddity::ByteOrderMark);
    }
    let tags = tags(unmarked)?;
    let found = tags.iter().map(|(tag, _)| *tag).chain(repeat(""));
    if let Some((place, _)) = FIRST.iter().zip(found).find(|(tag, found)| **tag != *found) {
        let place = (*place).to_owned();
        return Err(Refusal::new(Field::Payload, Flaw::Broken { place }));
    }
    for (tag, value) in &tags {
        if value.trim().len() < value.len() {
            reading.find(field(tag), Oddity::BlanksAround);
        }
        read_tag(tag, value, &mut reading)?;
    }
    reading.request.needed(Field::Purpose)?;
    let places = tags.iter().filter_map(|(tag, _)| ORDER.iter().position(|known| known == tag));
    if !places.is_sorted() {
        reading.find(Field::Payload, Oddity::OutOfOrder);
    }
    let known = |tag: &str| FIRST.contains(&tag) || matches!(tag, "P" | "SF" | "S" | "RO");
    slip::keep_others(&mut reading, tags.iter().copied().filter(|(tag, _)| !known(tag)));
    Ok(reading)
}

/// Parts the text into tags and their values; none of them empty, none twice.
fn tags(text: &str) -> Result<Vec<(&str, &str)>, Refusal> {
    let broken = |place: &str| {
        let place = place.chars().take(8).collect();
        Refusal::new(Field::Payload, Flaw::Broken { place })
    };
    let mut tags: Vec<(&str, &str)> = Vec::new();
    for part in text.split('|') {
        let (tag, value) = part.split_once(':').ok_or_else(|| broken(part))?;
        let fits = |byte: u8| byte.is_ascii_uppercase();
        if !matches!(tag.len(), 1..=2) || !tag.bytes().all(fits) || value.trim().is_empty() {
            return Err(broken(part));
        }
        if tags.iter().any(|(known, _)| *known == tag) {
            return Err(Refusal::new(field(tag), Flaw::Repeated));
        }
        tags.push((tag, value));
    }
    match text.ends_with(char::is_whitespace) {
        true => Err(broken("")),
        false => Ok(tags),
    }
}

fn field(tag: &str) -> Field {
    match tag {
        "K" => Field::Kind,
        "V" => Field::Version,
        "C" => Field::Charset,
        "R" => Field::Account,
        "N" => Field::PayeeName,
        "I" => Field::Amount,
        "P" => Field::PayerName,
        "SF" => Field::Purpose,
        "S" => Field::Message,
        "RO" => Field::Reference,
        _ => Field::OtherKeys,
    }
}

fn read_tag(tag: &str, value: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let none_of = |allowed| {
        Err(Refusal::new(field(tag), Flaw::NotOneOf { allowed, found: value.to_owned() }))
    };
    match tag {
        "K" if SHOP_KINDS.contains(&value) => {
            reading.find(Field::Kind, Oddity::Issued);
            reading.request.put(Field::Kind, value);
        }
        "K" if value != KIND => return none_of(&[KIND, "PT", "PK", "EK"]),
        "V" if value != VERSION => {
            return Err(Refusal::new(
                Field::Version,
                Flaw::UnknownVersion { found: value.to_owned() },
            ));
        }
        "C" if value != UTF8 => return none_of(&[UTF8]),
        "R" => slip::put_normal(reading, Field::Account, value, &account(value)?),
        "N" | "P" => put_name(field(tag), value, reading),
        "I" => put_amount(value, reading)?,
        "SF" if !is_payment_code(value) => {
            return Err(Refusal::new(Field::Purpose, Flaw::Form { example: "289" }));
        }
        "SF" => reading.request.put(Field::Purpose, value),
        "S" => slip::put_text(reading, (Field::Message, PURPOSE_LENGTH_MAX), value, is_latin),
        "RO" => put_reference(value, reading)?,
        _ => {}
    }
    Ok(())
}

/// Puts a name and address of several lines.
fn put_name(field: Field, value: &str, reading: &mut Reading) {
    let found = value.chars().count();
    if found > NAME_LENGTH_MAX {
        reading.find(field, Oddity::TooLong { max: NAME_LENGTH_MAX, found });
    }
    let name = value.replace("\r\n", "\n");
    slip::put_normal(reading, field, value, &name);
    if let Some((at, found)) = first_foreign_in_name(&name) {
        let why = first_foreign_sign(&found.to_string()).map(|sign| sign.why);
        reading.find(field, Oddity::ForeignSign { at, found, why });
    }
}

/// Reads `RSD1000,00`; zeros at the end may be left out after the comma, but not the comma.
fn put_amount(value: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let currency = slip::put_currency(reading, CURRENCIES)?;
    let refuse = || Refusal::new(Field::Amount, Flaw::NotDecimal { found: value.to_owned() });
    let Some((code, figures)) = value.split_at_checked(3) else { return Err(refuse()) };
    if code != currency.code() && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let flaw = Flaw::NotOneOf { allowed: CURRENCIES, found: code.to_owned() };
        return Err(Refusal::new(Field::Currency, flaw));
    }
    let (whole, fraction) = figures.split_once(',').ok_or_else(refuse)?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = AMOUNT_LENGTHS.contains(&value.len()) && fraction.len() <= 2 && !whole.is_empty();
    if code != currency.code() || !fits || !digits(whole) || !digits(fraction) {
        return Err(refuse());
    }
    let amount = Money::from_decimal_text(&format!("{whole}.{fraction:0<2}"), currency);
    let amount = amount.map_err(|_| refuse())?;
    if whole.len() > 1 && whole.starts_with('0') {
        reading.find(Field::Amount, Oddity::NotNormalised);
    }
    match amount.minor() {
        0 => reading.find(Field::Amount, Oddity::AmountZero),
        _ => reading.request.put(Field::Amount, amount.decimal_text()),
    }
    Ok(())
}

/// Parts model and reference; model 97 must pass its check.
fn put_reference(value: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let refuse = |flaw| Refusal::new(Field::Reference, flaw);
    let form = || refuse(Flaw::Form { example: "977520260042" });
    let (model, reference) = value.split_at_checked(2).ok_or_else(form)?;
    if !model.bytes().all(|byte| byte.is_ascii_digit()) || reference.is_empty() {
        return Err(form());
    }
    reading.request.put(Field::Model, model);
    if model == MODEL_97 {
        let checked = Model97::parse(value).map_err(|error| refuse(error.into()))?;
        let checked = checked.as_str().get(2..).unwrap_or_default();
        slip::put_normal(reading, Field::Reference, reference, checked);
        return Ok(());
    }
    if !MODELS.contains(&model) {
        reading.find(Field::Reference, Oddity::ReferenceUnknown);
    }
    let max = REFERENCE_LENGTH_MAX - model.len();
    slip::put_text(reading, (Field::Reference, max), reference, is_latin);
    Ok(())
}
