//! From a request to the text of its code.

use groat_money::Money;

use super::{
    ALTERNATIVE_LENGTH_MAX, ALTERNATIVES_MAX, AMOUNT, BILL_EXAMPLE, COUNTRIES, COUNTRY_EXAMPLE,
    CURRENCIES, PAYEE, PAYER, PAYLOAD_BYTES_MAX, Part, REFERENCE_TYPES, TEXT_LENGTH_MAX,
    first_misfit, is_country, is_country_field, is_qr_iban,
};
use crate::{CreditorReference, Encoded, Field, Flaw, Iban, Qrr, Refusal, Request, Value};

const FIELDS: [Field; 8] = [
    Field::Iban,
    Field::Amount,
    Field::Currency,
    Field::ReferenceType,
    Field::Reference,
    Field::Message,
    Field::BillInformation,
    Field::AlternativeSchemes,
];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    let addresses = PAYEE.iter().chain(&PAYER).map(|part| part.field);
    request.holds_only(&FIELDS.into_iter().chain(addresses).collect::<Vec<_>>())?;
    let iban = request.iban(COUNTRIES)?;
    let currency = request.currency(CURRENCIES)?;
    let amount = request.amount(currency, AMOUNT)?.map(Money::decimal_text).unwrap_or_default();
    let payee = address(request, &PAYEE)?;
    let payer = payer(request)?;
    let (kind, reference) = reference(request, &iban)?;
    let mut lines = vec!["SPC", "0200", "1", iban.as_str()];
    lines.extend(payee);
    lines.extend([""; 7]);
    lines.extend([amount.as_str(), currency.code()]);
    lines.extend(payer);
    lines.extend([kind, &reference, text(request, Field::Message, TEXT_LENGTH_MAX)?, "EPD"]);
    lines.extend(additional(request)?);
    let payload = lines.join("\n");
    match payload.len() {
        found if found > PAYLOAD_BYTES_MAX => {
            let flaw = Flaw::TooManyBytes { max: PAYLOAD_BYTES_MAX, found };
            Err(Refusal::new(Field::Payload, flaw))
        }
        _ => Ok(payload.into()),
    }
}

/// Seven lines; the payee's, or the payer's where one is named.
fn address<'a>(request: &'a Request, parts: &[Part; 6]) -> Result<[&'a str; 7], Refusal> {
    let mut lines = ["S", "", "", "", "", "", ""];
    for (line, part) in lines.iter_mut().skip(1).zip(parts) {
        if part.is_needed {
            request.needed(part.field)?;
        }
        // A country is two letters, not at most two signs.
        let country = request.text(part.field)?.filter(|_| is_country_field(part.field));
        if country.is_some_and(|country| !is_country(country)) {
            return Err(Refusal::new(part.field, Flaw::Form { example: COUNTRY_EXAMPLE }));
        }
        *line = text(request, part.field, part.length_max)?;
    }
    Ok(lines)
}

fn payer(request: &Request) -> Result<[&str; 7], Refusal> {
    for part in &PAYER {
        if request.text(part.field)?.is_some() {
            return address(request, &PAYER);
        }
    }
    Ok([""; 7])
}

/// A text of the standard's own set of signs; an absent one is empty.
fn text(request: &Request, field: Field, max: usize) -> Result<&str, Refusal> {
    let text = request.text(field)?.unwrap_or_default();
    fitting(field, text, max)
}

fn fitting(field: Field, text: &str, max: usize) -> Result<&str, Refusal> {
    if let Some((at, found, why)) = first_misfit(text) {
        return Err(Refusal::new(field, Flaw::ForeignSign { at, found, why }));
    }
    match text.chars().count() {
        found if found > max => Err(Refusal::new(field, Flaw::TooLong { max, found })),
        _ => Ok(text),
    }
}

/// Lines 28 and 29.
fn reference(request: &Request, iban: &Iban) -> Result<(&'static str, String), Refusal> {
    let refuse = |flaw: Flaw| Refusal::new(Field::Reference, flaw);
    let kind = kind(request, iban)?;
    match kind {
        "QRR" => {
            let reference = Qrr::parse(request.needed(Field::Reference)?);
            Ok((kind, reference.map_err(|error| refuse(error.into()))?.to_string()))
        }
        "SCOR" => {
            let reference = CreditorReference::parse(request.needed(Field::Reference)?);
            Ok((kind, reference.map_err(|error| refuse(error.into()))?.to_string()))
        }
        _ => match request.text(Field::Reference)? {
            Some(_) => Err(refuse(Flaw::NotWith { other: Field::ReferenceType })),
            None => Ok((kind, String::new())),
        },
    }
}

/// The type as named, or as account and reference decide it.
fn kind(request: &Request, iban: &Iban) -> Result<&'static str, Refusal> {
    let named = request.text(Field::ReferenceType)?;
    let is_qr = is_qr_iban(iban);
    let meant = match request.text(Field::Reference)? {
        _ if is_qr => "QRR",
        Some(_) => "SCOR",
        None => "NON",
    };
    let named = named.unwrap_or(meant);
    let kind = REFERENCE_TYPES.iter().find(|known| **known == named).ok_or_else(|| {
        let flaw = Flaw::NotOneOf { allowed: REFERENCE_TYPES, found: named.to_owned() };
        Refusal::new(Field::ReferenceType, flaw)
    })?;
    super::check_account(iban, kind)?;
    Ok(kind)
}

/// Lines 32 to 34, without those that are empty at the end.
fn additional(request: &Request) -> Result<Vec<&str>, Refusal> {
    let message = request.text(Field::Message)?.unwrap_or_default();
    let room = TEXT_LENGTH_MAX.saturating_sub(message.chars().count());
    let bill = text(request, Field::BillInformation, room)?;
    if !bill.is_empty() && !bill.starts_with("//") {
        return Err(Refusal::new(Field::BillInformation, Flaw::Form { example: BILL_EXAMPLE }));
    }
    let mut lines = vec![bill];
    lines.extend(alternatives(request)?);
    match lines.as_slice() {
        [""] => Ok(Vec::new()),
        _ => Ok(lines),
    }
}

fn alternatives(request: &Request) -> Result<Vec<&str>, Refusal> {
    let refuse = |flaw| Refusal::new(Field::AlternativeSchemes, flaw);
    let values = match request.value(Field::AlternativeSchemes) {
        None => return Ok(Vec::new()),
        Some(Value::List(values)) => values,
        Some(Value::Text(text)) if text.is_empty() => return Ok(Vec::new()),
        Some(_) => return Err(refuse(Flaw::Kind)),
    };
    if values.len() > ALTERNATIVES_MAX {
        return Err(refuse(Flaw::TooMany { max: ALTERNATIVES_MAX, found: values.len() }));
    }
    values.iter().map(alternative).collect()
}

fn alternative(value: &Value) -> Result<&str, Refusal> {
    let refuse = |flaw| Err(Refusal::new(Field::AlternativeSchemes, flaw));
    match value.as_text() {
        None => refuse(Flaw::Kind),
        Some(text) if text.trim().is_empty() => refuse(Flaw::Missing),
        Some(text) => fitting(Field::AlternativeSchemes, text, ALTERNATIVE_LENGTH_MAX),
    }
}
