//! From the link back to the request, with findings on what is odd about it.

use std::collections::BTreeMap;

use groat_money::{Currency, Money};

use super::query::Pair;
use super::{
    AMOUNT_LIMITS, BEGINNINGS, NAME_LENGTH_MAX, NOTE_LENGTH_MAX, REFERENCE_LENGTH_MAX, check_least,
    foreign_in_reference, foreign_sign, is_category, upi_id,
};
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard, Value};

/// Reads a link.
///
/// # Errors
/// [`Refusal`]: the text is no UPI link for one payment, or one that an app would refuse.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::Upi, Request::new());
    let link = without_margins(text, &mut reading);
    let query = query_of(link, &mut reading)?;
    read_pairs(query, &mut reading)?;
    upi_id(reading.request.needed(Field::Vpa)?)?;
    reading.request.needed(Field::PayeeName)?;
    check_currency(&mut reading)?;
    let amount = check_amount(&mut reading, Field::Amount)?;
    let least = check_amount(&mut reading, Field::MinAmount)?;
    check_least(least, amount)?;
    check_texts(&mut reading);
    check_merchant(&mut reading);
    check_issuer(&mut reading);
    Ok(reading)
}

fn without_margins<'a>(text: &'a str, reading: &mut Reading) -> &'a str {
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(text);
    if unmarked.len() < text.len() {
        reading.find(Field::Payload, Oddity::ByteOrderMark);
    }
    let link = unmarked.trim();
    if link.len() < unmarked.len() {
        reading.find(Field::Payload, Oddity::BlanksAround);
    }
    link
}

/// Returns what stands behind `upi://pay?`, or behind the same of a single app.
fn query_of<'a>(link: &'a str, reading: &mut Reading) -> Result<&'a str, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Payload, flaw);
    let begins = |beginning: &&str| {
        link.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning))
    };
    let beginning = BEGINNINGS.into_iter().find(begins).ok_or(refuse(Flaw::OtherStandard))?;
    let behind = link.get(beginning.len()..).unwrap_or_default();
    let (action, query) = behind.split_once('?').unwrap_or((behind, ""));
    let pay = action.strip_suffix('/').unwrap_or(action).to_ascii_lowercase();
    let own = beginning == "upi://";
    if pay != "pay" && (own || pay != "upi/pay") {
        return Err(refuse(Flaw::NotOneOf { allowed: &["pay"], found: action.to_owned() }));
    }
    if !own {
        reading.find(Field::Payload, Oddity::Form { example: "upi://pay?pa=" });
    } else if pay.len() < action.len() {
        reading.find(Field::Payload, Oddity::NotNormalised);
    }
    Ok(query)
}

fn read_pairs(query: &str, reading: &mut Reading) -> Result<(), Refusal> {
    // What follows a number sign is no part of the query.
    let (query, fragment) = query.split_once('#').map_or((query, None), |(q, f)| (q, Some(f)));
    let mut others = BTreeMap::new();
    let mut last = "";
    for pair in Pair::part(query) {
        last = pair.key;
        match field(pair.key) {
            Some(field) => read_field(field, pair, reading)?,
            None => read_other(pair, &mut others, reading)?,
        }
    }
    if reading.request.value(Field::Sign).is_some() && last != "sign" {
        reading.find(Field::Sign, Oddity::OutOfOrder);
    }
    if let Some(fragment) = fragment {
        reading.find(Field::Payload, Oddity::Unknown { key: format!("#{fragment}") });
    }
    if !others.is_empty() {
        reading.request.put(Field::OtherKeys, others);
    }
    Ok(())
}

fn field(key: &str) -> Option<Field> {
    Some(match key {
        "pa" => Field::Vpa,
        "pn" => Field::PayeeName,
        "mc" => Field::Mcc,
        "tid" => Field::Tid,
        "tr" => Field::Reference,
        "tn" => Field::Message,
        "am" => Field::Amount,
        "mam" => Field::MinAmount,
        "cu" => Field::Currency,
        "url" => Field::Url,
        "mode" => Field::Mode,
        "orgid" => Field::Orgid,
        "purpose" => Field::Purpose,
        "sign" => Field::Sign,
        _ => return None,
    })
}

fn read_field(field: Field, pair: Pair, reading: &mut Reading) -> Result<(), Refusal> {
    let value = value(field, pair, reading)?;
    if reading.request.value(field).is_none() {
        reading.request.put(field, value);
        return Ok(());
    }
    if matches!(field, Field::Vpa | Field::Amount) {
        return Err(Refusal::new(field, Flaw::Repeated));
    }
    reading.find(field, Oddity::Repeated);
    Ok(())
}

fn read_other(
    pair: Pair,
    others: &mut BTreeMap<String, Value>,
    reading: &mut Reading,
) -> Result<(), Refusal> {
    let value = value(Field::OtherKeys, pair, reading)?;
    if others.contains_key(pair.key) {
        reading.find(Field::OtherKeys, Oddity::Repeated);
        return Ok(());
    }
    reading.find(Field::OtherKeys, Oddity::Unknown { key: pair.key.to_owned() });
    others.insert(pair.key.to_owned(), value.into());
    Ok(())
}

fn value(field: Field, pair: Pair, reading: &mut Reading) -> Result<String, Refusal> {
    let value = pair.value().map_err(|at| Refusal::new(field, Flaw::NotInCharset { at }))?;
    // Some apps show the plus, and SBI Pay does not know the encoded at sign of an id.
    if pair.has_blank_plus() || (field == Field::Vpa && pair.written.contains('%')) {
        reading.find(field, Oddity::NotNormalised);
    }
    if pair.has_percent_alone() {
        reading.find(field, Oddity::PercentAlone);
    }
    Ok(value)
}

fn check_currency(reading: &mut Reading) -> Result<(), Refusal> {
    match reading.request.word(Field::Currency) {
        Some("INR") => return Ok(()),
        None => reading.find(Field::Currency, Oddity::CurrencyMeant { currency: "INR" }),
        Some(code) if code.eq_ignore_ascii_case("INR") => {
            reading.find(Field::Currency, Oddity::NotNormalised);
        }
        Some(code) => {
            let flaw = Flaw::NotOneOf { allowed: &["INR"], found: code.to_owned() };
            return Err(Refusal::new(Field::Currency, flaw));
        }
    }
    reading.request.put(Field::Currency, "INR");
    Ok(())
}

/// Checks an amount and leaves it as it is written. A least amount of nothing is taken out, a
/// proposed one is refused: some apps pay it, others ask.
fn check_amount(reading: &mut Reading, field: Field) -> Result<Option<Money>, Refusal> {
    let Some(text) = reading.request.word(field) else { return Ok(None) };
    let rupee = Currency::from_code("INR").map_err(|_| Refusal::new(field, Flaw::Kind))?;
    match crate::request::amount(field, without_spare_zeros(text), rupee, AMOUNT_LIMITS) {
        Ok(amount) => {
            let odd = (text != amount.decimal_text()).then_some(Oddity::AmountDecimals);
            odd.into_iter().for_each(|oddity| reading.find(field, oddity));
            Ok(Some(amount))
        }
        Err(Refusal { field: Field::MinAmount, flaw: Flaw::Zero }) => {
            reading.request.take(field);
            reading.find(field, Oddity::AmountZero);
            Ok(None)
        }
        Err(refusal) => Err(refusal),
    }
}

/// Cuts zeros behind the second decimal, which say nothing.
fn without_spare_zeros(text: &str) -> &str {
    let Some(dot) = text.find('.') else { return text };
    match text.split_at_checked(dot.saturating_add(3)) {
        Some((cut, spare)) if spare.bytes().all(|byte| byte == b'0') => cut,
        _ => text,
    }
}

fn check_texts(reading: &mut Reading) {
    for (field, max) in [(Field::PayeeName, NAME_LENGTH_MAX), (Field::Message, NOTE_LENGTH_MAX)] {
        let text = reading.request.word(field).unwrap_or_default();
        let sign = foreign_sign(text).map(|(at, found, why)| (at, found, Some(why)));
        find_in_text(reading, field, max, sign);
    }
    let reference = reading.request.word(Field::Reference).unwrap_or_default();
    let sign = foreign_in_reference(reference).map(|(at, found)| (at, found, None));
    find_in_text(reading, Field::Reference, REFERENCE_LENGTH_MAX, sign);
    if reading.request.word(Field::Url).is_some_and(|url| !url.starts_with("https://")) {
        reading.find(Field::Url, Oddity::NotHttps);
    }
}

fn find_in_text(
    reading: &mut Reading,
    field: Field,
    max: usize,
    sign: Option<(usize, char, Option<crate::ForeignSign>)>,
) {
    if let Some((at, found, why)) = sign {
        reading.find(field, Oddity::ForeignSign { at, found, why });
    }
    let found = reading.request.word(field).unwrap_or_default().chars().count();
    if found > max {
        reading.find(field, Oddity::TooLong { max, found });
    }
}

fn check_merchant(reading: &mut Reading) {
    let Some(category) = reading.request.word(Field::Mcc) else { return };
    if !is_category(category) {
        reading.find(Field::Mcc, Oddity::Form { example: "8398" });
    }
    if reading.request.word(Field::Reference).is_none() {
        reading.find(Field::Reference, Oddity::Missing);
    }
}

/// Finds what only a bank or an acquirer puts into a link.
fn check_issuer(reading: &mut Reading) {
    if reading.request.word(Field::Sign).is_some() {
        reading.find(Field::Sign, Oddity::Bound);
    }
    match reading.request.word(Field::Mode) {
        // A secure code without its signature.
        Some("02" | "05") if reading.request.word(Field::Sign).is_none() => {
            reading.find(Field::Sign, Oddity::Missing);
        }
        Some("15" | "16") => reading.find(Field::Mode, Oddity::Issued),
        Some(mode) if !is_mode(mode) => reading.find(Field::Mode, Oddity::Form { example: "01" }),
        _ => {}
    }
    let expires = match reading.request.value(Field::OtherKeys) {
        Some(Value::Table(others)) => others.contains_key("QRexpire"),
        _ => false,
    };
    if expires || reading.request.word(Field::Tid).is_some() {
        reading.find(Field::Payload, Oddity::OneTime);
    }
}

fn is_mode(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit())
}
