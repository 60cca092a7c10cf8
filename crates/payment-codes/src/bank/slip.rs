//! What the codes of paper slips have in common: texts in lines, cents in a fixed number of digits,
//! purpose codes, and what is odd about a value that was read.

use std::collections::BTreeMap;

use groat_money::{Currency, Money};

use crate::{Field, Flaw, Iban, Oddity, Reading, Refusal, Request, Value};

/// Takes off what a scanner or a person left before a text, and says so.
pub(super) fn begun<'a>(text: &'a str, reading: &mut Reading) -> &'a str {
    let unmarked = text.trim_start_matches('\u{feff}');
    if unmarked.len() < text.len() {
        reading.find(Field::Payload, Oddity::ByteOrderMark);
    }
    let bare = unmarked.trim_start();
    if bare.len() < unmarked.len() {
        reading.find(Field::Payload, Oddity::BlanksAround);
    }
    bare
}

/// Takes off what a scanner or a person left around a text of one line, and says so.
pub(super) fn bare<'a>(text: &'a str, reading: &mut Reading) -> &'a str {
    let text = begun(text, reading);
    let bare = text.trim_end();
    if bare.len() < text.len() {
        reading.find(Field::Payload, Oddity::BlanksAround);
    }
    bare
}

/// The lines of a text, counted from one as the standards do.
pub(super) struct Lines<'a>(Vec<&'a str>);

impl<'a> Lines<'a> {
    /// Parts a text at its line feeds.
    ///
    /// # Errors
    /// [`Flaw::Broken`] where there are fewer lines than this.
    pub(super) fn of(text: &'a str, least: usize) -> Result<Lines<'a>, Refusal> {
        let lines: Vec<&str> = text.split('\n').collect();
        if lines.len() < least {
            let place = lines.len().to_string();
            return Err(Refusal::new(Field::Payload, Flaw::Broken { place }));
        }
        Ok(Lines(lines))
    }

    /// Returns a line; an empty one where there is none.
    pub(super) fn line(&self, number: usize) -> &'a str {
        number.checked_sub(1).and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }

    /// Returns a line that has something in it.
    pub(super) fn filled(&self, number: usize) -> Option<&'a str> {
        Some(self.line(number)).filter(|line| !line.is_empty())
    }

    /// Returns the lines up to this one.
    pub(super) fn up_to(&self, number: usize) -> impl Iterator<Item = &'a str> {
        self.0.iter().copied().take(number)
    }

    /// Counts what follows the last line: empty lines at most.
    ///
    /// # Errors
    /// [`Flaw::Broken`] where a line after the last one is filled.
    pub(super) fn after(&self, last: usize) -> Result<usize, Refusal> {
        let after = self.0.get(last..).unwrap_or_default();
        match after.iter().position(|line| !line.trim().is_empty()) {
            Some(place) => {
                let place = (last + place + 1).to_string();
                Err(Refusal::new(Field::Payload, Flaw::Broken { place }))
            }
            None => Ok(after.len()),
        }
    }

    /// Looks at what follows the last line where that has a line end of its own.
    ///
    /// # Errors
    /// As [`Lines::after`].
    pub(super) fn end(&self, last: usize, reading: &mut Reading) -> Result<(), Refusal> {
        match self.after(last)? {
            0 => reading.find(Field::Payload, Oddity::EndMissing),
            1 => {}
            lines => reading.find(Field::Payload, Oddity::TrailingLines { count: lines - 1 }),
        }
        Ok(())
    }
}

/// Writes an amount in its smallest units, filled with zeros on the left; zeros alone where the
/// donor chooses.
pub(super) fn cents(amount: Option<Money>, digits: usize) -> String {
    format!("{:0digits$}", amount.map_or(0, Money::minor))
}

/// Puts an amount that was read from digits of its smallest unit, and its currency; zeros alone are
/// an open one.
///
/// # Errors
/// As [`read_cents`], and [`Flaw::Length`] for any other number of digits than this.
pub(super) fn put_cents(
    reading: &mut Reading,
    digits: &str,
    allowed: &'static [usize],
    currency: Currency,
) -> Result<(), Refusal> {
    let amount = read_cents(digits, currency)?;
    if !allowed.contains(&digits.len()) {
        let flaw = Flaw::Length { allowed, found: digits.len() };
        return Err(Refusal::new(Field::Amount, flaw));
    }
    put_amount(reading, amount);
    Ok(())
}

/// Puts an amount where there is one.
pub(super) fn put_amount(reading: &mut Reading, amount: Option<Money>) {
    if let Some(amount) = amount {
        reading.request.put(Field::Amount, amount.decimal_text());
    }
}

/// Reads an amount in its smallest units; zeros alone are an open one.
///
/// # Errors
/// [`Flaw::NotDecimal`] for anything but digits, [`Flaw::TooLarge`].
pub(super) fn read_cents(text: &str, currency: Currency) -> Result<Option<Money>, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Amount, flaw);
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refuse(Flaw::NotDecimal { found: text.to_owned() }));
    }
    let max = || Money::from_minor(i64::MAX, currency).decimal_text();
    let minor: i64 = text.parse().map_err(|_| refuse(Flaw::TooLarge { max: max() }))?;
    Ok((minor > 0).then(|| Money::from_minor(minor, currency)))
}

/// Passes a purpose code on: four capitals of ISO 20022.
///
/// # Errors
/// [`Flaw::Form`].
pub(super) fn purpose(text: &str) -> Result<&str, Refusal> {
    match text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        true => Ok(text),
        false => Err(Refusal::new(Field::Purpose, Flaw::Form { example: "CHAR" })),
    }
}

/// Finds the first sign that a standard's own set does not have.
pub(super) fn foreign(text: &str, fits: impl Fn(char) -> bool) -> Option<(usize, char)> {
    text.chars().enumerate().find(|(_, sign)| !fits(*sign))
}

/// Passes a text on that has only signs of the standard's own set.
///
/// # Errors
/// [`Flaw::ForeignSign`].
pub(super) fn of_set(
    field: Field,
    text: &str,
    fits: impl Fn(char) -> bool,
) -> Result<&str, Refusal> {
    match foreign(text, fits) {
        Some((at, found)) => Err(Refusal::new(field, Flaw::ForeignSign { at, found, why: None })),
        None => Ok(text),
    }
}

/// Puts a text that was read, and finds the first sign that the standard's own set does not have.
/// An empty text is an absent one.
pub(super) fn put_text(
    reading: &mut Reading,
    (field, max): (Field, usize),
    text: &str,
    fits: impl Fn(char) -> bool,
) {
    if text.is_empty() {
        return;
    }
    let odd = reading.findings.len();
    reading.put_text(field, text, max);
    let told = reading.findings.iter().skip(odd);
    let told = told.into_iter().any(|it| matches!(it.oddity, Oddity::ForeignSign { .. }));
    if let Some((at, found)) = foreign(text, fits).filter(|_| !told) {
        reading.find(field, Oddity::ForeignSign { at, found, why: None });
    }
}

/// Reads the account, of one of these countries where any are named.
///
/// # Errors
/// As [`Request::iban`].
pub(super) fn put_iban(
    reading: &mut Reading,
    text: &str,
    countries: &'static [&'static str],
) -> Result<Iban, Refusal> {
    let iban = Request::new().with(Field::Iban, text).iban(countries)?;
    put_normal(reading, Field::Iban, text, iban.as_str());
    Ok(iban)
}

/// Puts the normal form of what was read, and finds whether it was written in another one.
pub(super) fn put_normal(reading: &mut Reading, field: Field, text: &str, normal: &str) {
    if text != normal {
        reading.find(field, Oddity::NotNormalised);
    }
    reading.request.put(field, normal);
}

/// Keeps parts of a code that a request has no field for, by name, each with a finding.
pub(super) fn keep_others<'a>(
    reading: &mut Reading,
    parts: impl IntoIterator<Item = (&'a str, &'a str)>,
) {
    let mut others = BTreeMap::new();
    for (key, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
        reading.find(Field::OtherKeys, Oddity::Unknown { key: key.to_owned() });
        others.insert(key.to_owned(), Value::from(value));
    }
    if !others.is_empty() {
        reading.request.put(Field::OtherKeys, others);
    }
}

/// Returns the one currency of a standard and puts it into what was read.
///
/// # Errors
/// As [`Request::currency`].
pub(super) fn put_currency(
    reading: &mut Reading,
    code: &'static [&'static str],
) -> Result<Currency, Refusal> {
    let currency = Request::new().currency(code)?;
    reading.request.put(Field::Currency, currency.code());
    Ok(currency)
}
