//! From the link of a code to the request, with findings on what is odd about it.

use std::borrow::Cow;

use data_encoding::BASE64URL_NOPAD;
use encoding_rs::WINDOWS_1251;

use super::encode::written_amount;
use super::{
    AMOUNT, CATEGORY_EXAMPLE, CHARSETS, COUNTRIES, CURRENCIES, FORMATS, FUNCTION, FUNCTIONS, HOSTS,
    LABEL, LETTERS_MAX, LOCK_EXAMPLE, NAME, REFERENCE, SHOWN, TAX_ID_LENGTHS, TEXT, WINDOWS,
    instant, is_category, is_cyrillic_set, is_lock,
};
use crate::bank::slip::{self, Lines};
use crate::{Field, Flaw, ForeignSign, Oddity, Options, Reading, Refusal, Request, Standard};

/// What a QR code holds at most, so that no text is decoded that cannot be one.
const TEXT_LENGTH_MAX: usize = 2953;
/// Bit 8 of the lock, for line 8.
const AMOUNT_LOCKED: u16 = 1 << 8;

/// Tells whether a text begins as such a code does. Links on hosts that only look like the bank's
/// are taken for one too, and refused for their host.
pub(crate) fn is_begun(text: &str) -> bool {
    let mut lines = text.lines();
    let plain = lines.next() == Some(LABEL)
        && lines.nth(2).is_some_and(|function| FUNCTIONS.contains(&function));
    plain || authority(text).is_some_and(|host| host.to_ascii_lowercase().contains("bank.gov.ua"))
}

/// Returns what stands between the scheme of a link and its path.
fn authority(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    rest.split(['/', '?', '#']).next().filter(|_| web)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::NbuQr, Request::new());
    let text = slip::begun(text, &mut reading);
    if is_begun(text) && authority(text).is_none() {
        let lines = text.replace("\r\n", "\n");
        read(&lines, &["001"], &mut reading)?;
        return Ok(reading);
    }
    let letters = slip::bare(text, &mut reading);
    let Some(letters) = HOSTS.iter().find_map(|host| letters.strip_prefix(host)) else {
        let flaw = match authority(text) {
            Some(host) => Flaw::NotOneOf { allowed: &HOSTS, found: host.to_owned() },
            None => Flaw::OtherStandard,
        };
        return Err(Refusal::new(Field::Payload, flaw));
    };
    let bytes = of_letters(letters, &mut reading)?;
    let plain = of_bytes(&bytes)?.into_owned();
    if let Some(at) = plain.chars().position(|sign| sign == '\r') {
        let (found, why) = ('\r', Some(ForeignSign::Control));
        return Err(Refusal::new(Field::Payload, Flaw::ForeignSign { at, found, why }));
    }
    read(&plain, FORMATS, &mut reading)?;
    reading.plain = Some(plain);
    Ok(reading)
}

fn of_letters(letters: &str, reading: &mut Reading) -> Result<Vec<u8>, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Payload, flaw);
    let unpadded = letters.trim_end_matches('=');
    if unpadded.len() < letters.len() {
        reading.find(Field::Payload, Oddity::NotNormalised);
    }
    let found = unpadded.len();
    if found > TEXT_LENGTH_MAX {
        return Err(refuse(Flaw::TooManyBytes { max: LETTERS_MAX, found }));
    }
    if found > LETTERS_MAX {
        reading.find(Field::Payload, Oddity::TooManyBytes { max: LETTERS_MAX, found });
    }
    slip::of_set(Field::Payload, unpadded, |sign| {
        sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_')
    })?;
    let decoded = BASE64URL_NOPAD.decode(unpadded.as_bytes());
    decoded.map_err(|_| refuse(Flaw::Broken { place: "base64url".to_owned() }))
}

/// Reads bytes in the character set that their third line names.
fn of_bytes(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    let mut lines = bytes
        .split(|byte| *byte == b'\n')
        .map(|line| String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line)).into_owned());
    if lines.next().as_deref() != Some(LABEL) {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    }
    let charset = lines.nth(1).unwrap_or_default();
    if charset == WINDOWS {
        return Ok(WINDOWS_1251.decode_without_bom_handling(bytes).0);
    }
    if !CHARSETS.contains(&charset.as_str()) {
        let flaw = Flaw::NotOneOf { allowed: CHARSETS, found: charset };
        return Err(Refusal::new(Field::Charset, flaw));
    }
    let text = std::str::from_utf8(bytes).map(Cow::Borrowed);
    text.map_err(|error| {
        Refusal::new(Field::Payload, Flaw::NotInCharset { at: error.valid_up_to() })
    })
}

/// Reads the lines of a code in one of these formats.
fn read(
    text: &str,
    formats: &'static [&'static str],
    reading: &mut Reading,
) -> Result<(), Refusal> {
    let format = text.split('\n').nth(1).unwrap_or_default();
    if !formats.contains(&format) {
        let flaw = Flaw::UnknownVersion { found: format.to_owned() };
        return Err(Refusal::new(Field::Format, flaw));
    }
    let is_later = format == "003";
    let last = if is_later { 17 } else { 13 };
    let lines = Lines::of(text, last)?;
    reading.request.put(Field::Format, format);
    head(&lines, is_later, reading)?;
    put(reading, NAME, lines.line(6));
    put(reading, TEXT, lines.line(12));
    put(reading, SHOWN, lines.line(13));
    slip::put_iban(reading, lines.line(7), COUNTRIES)?;
    put_amount(lines.line(8), reading)?;
    put_tax_id(lines.line(9), reading);
    for field in [Field::PayeeName, Field::Message, Field::TaxId] {
        reading.request.needed(field)?;
    }
    let reserved: &[(usize, &str)] = match is_later {
        true => {
            later(&lines, reading)?;
            &[(5, "recipient_id"), (17, "signature")]
        }
        false => &[(5, "bic"), (10, "purpose"), (11, "reference")],
    };
    slip::keep_others(reading, reserved.iter().map(|(number, key)| (*key, lines.line(*number))));
    let count = lines.after(last)?;
    if count > 0 {
        reading.find(Field::Payload, Oddity::TrailingLines { count });
    }
    Ok(())
}

/// Reads character set and function.
fn head(lines: &Lines<'_>, is_later: bool, reading: &mut Reading) -> Result<(), Refusal> {
    let functions = if is_later { FUNCTIONS } else { &[FUNCTION] };
    for (number, field, allowed) in [(3, Field::Charset, CHARSETS), (4, Field::Service, functions)]
    {
        let found = lines.line(number).to_owned();
        if !allowed.contains(&found.as_str()) {
            return Err(Refusal::new(field, Flaw::NotOneOf { allowed, found }));
        }
        if found != FUNCTION {
            reading.request.put(field, found);
        }
    }
    Ok(())
}

/// Reads what format 003 has besides.
fn later(lines: &Lines<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    if let Some(category) = lines.filled(10) {
        if !is_category(category) {
            reading.find(Field::Category, Oddity::Form { example: CATEGORY_EXAMPLE });
        }
        reading.request.put(Field::Category, category);
    }
    put(reading, REFERENCE, lines.line(11));
    if let Some(lock) = lines.filled(14) {
        put_lock(lock, reading)?;
    }
    for (number, field) in [(15, Field::ValidUntil), (16, Field::CreatedAt)] {
        if let Some(text) = lines.filled(number) {
            reading.request.put(field, instant::iso(field, text)?);
        }
    }
    Ok(())
}

fn put(reading: &mut Reading, part: (Field, usize), text: &str) {
    slip::put_text(reading, part, text, is_cyrillic_set);
}

fn put_lock(lock: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let bits = u16::from_str_radix(lock, 16).ok().filter(|_| is_lock(lock));
    let refusal = Refusal::new(Field::Lock, Flaw::Form { example: LOCK_EXAMPLE });
    let bits = bits.ok_or(refusal)?;
    slip::put_normal(reading, Field::Lock, lock, &lock.to_ascii_uppercase());
    if bits & AMOUNT_LOCKED != 0 && reading.request.word(Field::Amount).is_some() {
        reading.find(Field::Amount, Oddity::AmountFixed);
    }
    Ok(())
}

/// Reads `UAH100` or `UAH10.50`; nothing where the donor chooses.
fn put_amount(line: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let currency = slip::put_currency(reading, CURRENCIES)?;
    if line.is_empty() {
        return Ok(());
    }
    let Some(figures) = line.strip_prefix(currency.code()) else {
        let found = line.chars().take(3).collect();
        return Err(Refusal::new(Field::Currency, Flaw::NotOneOf { allowed: CURRENCIES, found }));
    };
    let refuse = || Refusal::new(Field::Amount, Flaw::NotDecimal { found: line.to_owned() });
    match Request::new().with(Field::Amount, figures).amount(currency, AMOUNT) {
        Ok(amount) => {
            let amount = amount.ok_or_else(refuse)?;
            if written_amount(amount) != line {
                let decimals = figures.contains('.');
                let odd = if decimals { Oddity::AmountDecimals } else { Oddity::NotNormalised };
                reading.find(Field::Amount, odd);
            }
            reading.request.put(Field::Amount, amount.decimal_text());
        }
        Err(Refusal { flaw: Flaw::Zero, .. }) => reading.find(Field::Amount, Oddity::AmountZero),
        Err(refusal) => return Err(refusal),
    }
    Ok(())
}

fn put_tax_id(line: &str, reading: &mut Reading) {
    let digits = line.bytes().all(|byte| byte.is_ascii_digit());
    let fits = digits && TAX_ID_LENGTHS.contains(&line.len());
    if !fits {
        reading.find(Field::TaxId, Oddity::Form { example: "12345678" });
    }
    reading.request.put(Field::TaxId, line);
}
