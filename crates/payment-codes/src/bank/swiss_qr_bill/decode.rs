//! From the text of a code back to the request, with findings on what is odd about it.

use groat_money::{Currency, Money};

use super::{
    ALTERNATIVE_LENGTH_MAX, AMOUNT, BILL_EXAMPLE, COUNTRIES, COUNTRY_EXAMPLE, CURRENCIES, PAYEE,
    PAYER, PAYLOAD_BYTES_MAX, Part, REFERENCE_TYPES, TEXT_LENGTH_MAX, check_account, first_misfit,
    is_country, is_country_field,
};
use crate::bank::lines::{LineEnds, Lines, begun};
use crate::request::amount;
use crate::{
    CreditorReference, Field, Flaw, Iban, Oddity, Options, Qrr, Reading, Refusal, Request,
    Standard, Value,
};

/// The line of the trailer, the last one that must be there.
const TRAILER: usize = 31;
const LINES_MAX: usize = 34;

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (text, findings) = begun(text);
    let mut lines = Lines::of(text);
    let mut reading = Reading::new(Standard::SwissQrBill, Request::new());
    reading.findings = findings;
    check_form(&mut lines, &mut reading)?;
    let iban = read_iban(lines.line(4), &mut reading)?;
    read_address(&lines, 5, &PAYEE, &mut reading)?;
    read_amount(lines.line(19), lines.line(20), &mut reading)?;
    if (21..=27).any(|number| !lines.line(number).is_empty()) {
        read_address(&lines, 21, &PAYER, &mut reading)?;
    }
    read_reference(&iban, lines.line(28), lines.line(29), &mut reading)?;
    read_texts(lines.line(30), lines.line(32), &mut reading)?;
    read_alternatives([lines.line(33), lines.line(34)], &mut reading);
    if text.len() > PAYLOAD_BYTES_MAX {
        let oddity = Oddity::TooManyBytes { max: PAYLOAD_BYTES_MAX, found: text.len() };
        reading.find(Field::Payload, oddity);
    }
    Ok(reading)
}

/// Head, trailer and the number of lines.
fn check_form(lines: &mut Lines<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    let refuse = |field, flaw| Err(Refusal::new(field, flaw));
    let broken = |number: usize| {
        Err(Refusal::new(Field::Payload, Flaw::Broken { place: number.to_string() }))
    };
    if lines.line(1) != "SPC" {
        return refuse(Field::Payload, Flaw::OtherStandard);
    }
    if lines.line(2) != "0200" {
        let found = lines.line(2).to_owned();
        return refuse(Field::Version, Flaw::UnknownVersion { found });
    }
    if lines.line(3) != "1" {
        let found = lines.line(3).to_owned();
        return refuse(Field::Charset, Flaw::NotOneOf { allowed: &["1"], found });
    }
    if lines.line(TRAILER) != "EPD" {
        return broken(TRAILER);
    }
    if let Some(number) = (12..=18).find(|number| !lines.line(*number).is_empty()) {
        return broken(number);
    }
    if matches!(lines.ends, LineEnds::Returns | LineEnds::Mixed) {
        reading.find(Field::Payload, Oddity::LineEnds);
    }
    match lines.cut_to(TRAILER) {
        0 => {}
        count => reading.find(Field::Payload, Oddity::TrailingLines { count }),
    }
    if lines.all.len() > LINES_MAX { broken(LINES_MAX + 1) } else { Ok(()) }
}

fn read_iban(line: &str, reading: &mut Reading) -> Result<Iban, Refusal> {
    let iban = Iban::parse(line).map_err(|error| Refusal::new(Field::Iban, error))?;
    let country = iban.country().code();
    if !COUNTRIES.contains(&country) {
        let flaw = Flaw::NotOneOf { allowed: COUNTRIES, found: country.to_owned() };
        return Err(Refusal::new(Field::Iban, flaw));
    }
    if iban.as_str() != line {
        reading.find(Field::Iban, Oddity::NotNormalised);
    }
    reading.request.put(Field::Iban, iban.as_str());
    Ok(iban)
}

fn read_address(
    lines: &Lines<'_>,
    first: usize,
    parts: &[Part; 6],
    reading: &mut Reading,
) -> Result<(), Refusal> {
    match lines.line(first) {
        "S" => {}
        "" => {
            let flaw = Flaw::Broken { place: first.to_string() };
            return Err(Refusal::new(Field::Payload, flaw));
        }
        found => {
            let flaw = Flaw::NotOneOf { allowed: &["S"], found: found.to_owned() };
            return Err(Refusal::new(Field::Payload, flaw));
        }
    }
    for (part, number) in parts.iter().zip(first + 1..) {
        let line = lines.line(number);
        if part.is_needed && line.trim().is_empty() {
            return Err(Refusal::new(part.field, Flaw::Missing));
        }
        if is_country_field(part.field) && !is_country(line) {
            return Err(Refusal::new(part.field, Flaw::Form { example: COUNTRY_EXAMPLE }));
        }
        read_text(part.field, line, part.length_max, reading);
    }
    Ok(())
}

fn read_text(field: Field, line: &str, max: usize, reading: &mut Reading) {
    if line.is_empty() {
        return;
    }
    find_misfits(field, line, max, reading);
    reading.request.put(field, line);
}

fn find_misfits(field: Field, text: &str, max: usize, reading: &mut Reading) {
    let found = text.chars().count();
    if found > max {
        reading.find(field, Oddity::TooLong { max, found });
    }
    if let Some((at, found, why)) = first_misfit(text) {
        reading.find(field, Oddity::ForeignSign { at, found, why });
    }
}

fn read_amount(line: &str, code: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let known = Currency::from_code(code).ok().filter(|_| CURRENCIES.contains(&code));
    let currency = known.ok_or_else(|| {
        let flaw = Flaw::NotOneOf { allowed: CURRENCIES, found: code.to_owned() };
        Refusal::new(Field::Currency, flaw)
    })?;
    reading.request.put(Field::Currency, currency.code());
    if line.is_empty() {
        return Ok(());
    }
    let amount = amount(Field::Amount, line, currency, AMOUNT).map(Money::decimal_text)?;
    if amount != line {
        return Err(Refusal::new(Field::Amount, Flaw::Form { example: "50.00" }));
    }
    reading.request.put(Field::Amount, amount);
    Ok(())
}

fn read_reference(
    iban: &Iban,
    kind: &str,
    line: &str,
    reading: &mut Reading,
) -> Result<(), Refusal> {
    let refuse = |flaw: Flaw| Refusal::new(Field::Reference, flaw);
    if !REFERENCE_TYPES.contains(&kind) {
        let flaw = Flaw::NotOneOf { allowed: REFERENCE_TYPES, found: kind.to_owned() };
        return Err(Refusal::new(Field::ReferenceType, flaw));
    }
    check_account(iban, kind)?;
    let reference = match (kind, line) {
        ("NON", "") => None,
        ("NON", _) => return Err(refuse(Flaw::NotWith { other: Field::ReferenceType })),
        (_, "") => return Err(refuse(Flaw::Missing)),
        ("QRR", _) => Some(Qrr::parse(line).map_err(|error| refuse(error.into()))?.to_string()),
        _ => {
            let reference = CreditorReference::parse(line);
            Some(reference.map_err(|error| refuse(error.into()))?.to_string())
        }
    };
    reading.request.put(Field::ReferenceType, kind);
    if let Some(reference) = reference {
        if reference != line {
            reading.find(Field::Reference, Oddity::NotNormalised);
        }
        reading.request.put(Field::Reference, reference);
    }
    Ok(())
}

fn read_texts(message: &str, bill: &str, reading: &mut Reading) -> Result<(), Refusal> {
    if !bill.is_empty() && !bill.starts_with("//") {
        return Err(Refusal::new(Field::BillInformation, Flaw::Form { example: BILL_EXAMPLE }));
    }
    let room = TEXT_LENGTH_MAX.saturating_sub(message.chars().count());
    read_text(Field::Message, message, TEXT_LENGTH_MAX, reading);
    read_text(Field::BillInformation, bill, room, reading);
    Ok(())
}

fn read_alternatives(lines: [&str; 2], reading: &mut Reading) {
    if let ["", second] = lines
        && !second.is_empty()
    {
        reading.find(Field::AlternativeSchemes, Oddity::Empty);
    }
    let filled: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    for line in &filled {
        find_misfits(Field::AlternativeSchemes, line, ALTERNATIVE_LENGTH_MAX, reading);
    }
    if !filled.is_empty() {
        let values = filled.into_iter().map(Value::from).collect();
        reading.request.put(Field::AlternativeSchemes, Value::List(values));
    }
}
