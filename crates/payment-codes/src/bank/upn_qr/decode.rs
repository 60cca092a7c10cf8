//! From the text of a code to the request, with findings on what is odd about it.

use super::reference::put_reference;
use super::{
    ADDRESSES, AMOUNT_DIGITS, CURRENCIES, HEADER, LENGTH_MAX, LINES, MESSAGE_LENGTH_MAX,
    NAME_LENGTH_MAX, PAYERS, control_sum, is_latin2,
};
use crate::bank::slip::{self, Lines};
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard};

const MANDATORY: [(usize, Field); 5] = [
    (12, Field::Purpose),
    (13, Field::Message),
    (16, Field::Reference),
    (18, Field::PayeeStreet),
    (19, Field::PayeeCity),
];

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::UpnQr, Request::new());
    let text = slip::begun(text, &mut reading);
    if text.split('\n').next() != Some(HEADER) {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    }
    let found = text.chars().count();
    if found > LENGTH_MAX {
        return Err(Refusal::new(Field::Payload, Flaw::TooLong { max: LENGTH_MAX, found }));
    }
    let lines = Lines::of(text, LINES)?;
    check_sum(&lines, &mut reading)?;
    slip::keep_others(&mut reading, PAYERS.map(|(number, key)| (key, lines.line(number))));
    texts(&lines, &mut reading);
    reading.request.needed(Field::PayeeName)?;
    amount(lines.line(9), &mut reading)?;
    if let Some(purpose) = lines.filled(12) {
        reading.request.put(Field::Purpose, slip::purpose(purpose)?);
    }
    if let Some(due) = lines.filled(14) {
        due_day(due, &mut reading)?;
    }
    slip::put_iban(&mut reading, lines.line(15), &[])?;
    if let Some(reference) = lines.filled(16) {
        put_reference(reference, &mut reading)?;
    }
    lines.end(LINES, &mut reading)?;
    Ok(reading)
}

/// Reads names, addresses and the text, and finds what a slip should have and has not.
fn texts(lines: &Lines<'_>, reading: &mut Reading) {
    for (number, field) in ADDRESSES {
        slip::put_text(reading, (field, NAME_LENGTH_MAX), lines.line(number), is_latin2);
    }
    slip::put_text(reading, (Field::Message, MESSAGE_LENGTH_MAX), lines.line(13), is_latin2);
    for (number, field) in MANDATORY {
        if lines.line(number).is_empty() {
            reading.find(field, Oddity::Missing);
        }
    }
}

/// Compares the control sum; blanks may follow it where its line end is missing.
fn check_sum(lines: &Lines<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    let computed = control_sum(lines.up_to(LINES - 1));
    let found = lines.line(LINES).trim_end();
    if found == computed {
        return Ok(());
    }
    if found.trim_start_matches('0') == computed.trim_start_matches('0') {
        reading.find(Field::Payload, Oddity::NotNormalised);
        return Ok(());
    }
    let found = found.to_owned();
    Err(Refusal::new(Field::Payload, Flaw::Checksum { found, computed }))
}

fn amount(line: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let currency = slip::put_currency(reading, CURRENCIES)?;
    if line.is_empty() {
        reading.find(Field::Amount, Oddity::Empty);
        return Ok(());
    }
    slip::put_cents(reading, line, &[AMOUNT_DIGITS], currency)
}

/// Reads `24.12.2026`.
fn due_day(line: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let parts: Vec<&str> = line.rsplit('.').collect();
    reading.request.put(Field::DueDate, parts.join("-"));
    let day = reading.request.day(Field::DueDate);
    let not_a_day = |_| Refusal::new(Field::DueDate, Flaw::NotADay { found: line.to_owned() });
    day.map(|_| ()).map_err(not_a_day)
}
