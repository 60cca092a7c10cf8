//! Hungarian code for instant payments of the time before qvik.
//!
//! Standard: Magyar Nemzeti Bank, *Guidelines on the QR code data entry solution applicable in the
//! instant payment system* (12 July 2019). Replaced in shops and on bills by qvik on 1 September
//! 2024, whose text is not published. Seventeen lines, each ended by a line feed; UTF-8; forint
//! only; to be drawn at level M, at most version 13.
//!
//! ```text
//! 1 HCT   2 001   3 1   4 BIC   5 name   6 IBAN   7 HUF and amount   8 valid until   9 purpose
//! 10 message   11 shop   12 device   13 invoice   14 customer   15 payee's own reference
//! 16 loyalty   17 code of the tax authority
//! ```
//!
//! # Incomplete support
//! `RTP` codes, with which a payer shows the own account in order to be asked, are refused: read
//! as a code of a payee they would name the wrong one. Nobody has tried what is written here on a
//! phone: experimental, for those who still meet such codes.
//!
//! # Limits
//! 345 bytes. Whole forints, 1 to 999999999999. The instant needs Budapest's offset of its day,
//! `+01:00` or `+02:00`; which of them it is on that day is not checked.
//!
//! # Quirks
//! Since qvik apps need not read it any more (Gerifield/mnb-qr-go, README): a finding in everything
//! that is read. hubipe/QrPaymentHU leaves line ends at the end out: read, with a finding.

use groat_money::{Currency, Money};

use super::lines::{LineEnds, Lines, begun};
use crate::request::amount;
use crate::{
    AmountLimits, Bic, Day, Encoded, Field, Flaw, Iban, Oddity, Options, Reading, Refusal, Request,
    Standard,
};

const FIELDS: &[Field] = &[
    Field::Bic,
    Field::PayeeName,
    Field::Iban,
    Field::Amount,
    Field::Currency,
    Field::ValidUntil,
    Field::Purpose,
    Field::Message,
    Field::ShopId,
    Field::DeviceId,
    Field::InvoiceId,
    Field::CustomerId,
    Field::Reference,
    Field::LoyaltyId,
    Field::TaxCode,
];
/// Lines 11 to 17.
const NUMBERS: [Field; 7] = [
    Field::ShopId,
    Field::DeviceId,
    Field::InvoiceId,
    Field::CustomerId,
    Field::Reference,
    Field::LoyaltyId,
    Field::TaxCode,
];
const LINES: usize = 17;
const BYTES_MAX: usize = 345;
const TEXT_LENGTH_MAX: usize = 70;
const NUMBER_LENGTH_MAX: usize = 35;
const COUNTRY: &[&str] = &["HU"];
const AMOUNT: AmountLimits = AmountLimits { decimals: 0, minor_max: 99_999_999_999_900 };
const AMOUNT_EXAMPLE: &str = "HUF5000";
const INSTANT_EXAMPLE: &str = "2031-07-01T23:59:59+02:00";

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(FIELDS)?;
    let bic = request.bic()?.ok_or(Refusal::new(Field::Bic, Flaw::Missing))?;
    let name = request.needed_fitting(Field::PayeeName, TEXT_LENGTH_MAX)?;
    let iban = request.iban(COUNTRY)?;
    let forints = request.amount(request.currency(&["HUF"])?, AMOUNT)?.map(whole_forints);
    let valid_until = written_instant(request.needed(Field::ValidUntil)?)?;
    let purpose = request.text(Field::Purpose)?.map(purpose).transpose()?.unwrap_or_default();
    let mut lines = vec![
        "HCT".to_owned(),
        "001".to_owned(),
        "1".to_owned(),
        with_branch(&bic),
        name.to_owned(),
        iban.to_string(),
        forints.map(|forints| format!("HUF{forints}")).unwrap_or_default(),
        valid_until,
        purpose.to_owned(),
        request.fitting(Field::Message, TEXT_LENGTH_MAX)?.unwrap_or_default().to_owned(),
    ];
    for field in NUMBERS {
        let number = request.fitting(field, NUMBER_LENGTH_MAX)?;
        lines.push(number.unwrap_or_default().to_owned());
    }
    let payload = lines.join("\n") + "\n";
    match payload.len() {
        found if found > BYTES_MAX => {
            Err(Refusal::new(Field::Payload, Flaw::TooManyBytes { max: BYTES_MAX, found }))
        }
        _ => Ok(payload.into()),
    }
}

/// Eleven signs: the head office has no branch of its own in eight.
fn with_branch(bic: &Bic) -> String {
    format!("{:X<11}", bic.as_str())
}

/// The forint has hundredths in ISO 4217 and none in payments.
fn whole_forints(amount: Money) -> String {
    amount.decimal().trunc().to_string()
}

fn purpose(text: &str) -> Result<&str, Refusal> {
    match text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        true => Ok(text),
        false => Err(Refusal::new(Field::Purpose, Flaw::Form { example: "CHAR" })),
    }
}

/// From `2031-07-01T23:59:59+02:00` to `20310701235959+2`.
fn written_instant(text: &str) -> Result<String, Refusal> {
    let refuse = |flaw| Refusal::new(Field::ValidUntil, flaw);
    let form = || refuse(Flaw::Form { example: INSTANT_EXAMPLE });
    let (day, rest) = text.split_once('T').ok_or_else(form)?;
    let day = Day::parse_iso(day)
        .map_err(|_| refuse(Flaw::NotADay { found: text.to_owned() }))?
        .compact();
    let (time, offset) = rest.split_once('+').ok_or_else(form)?;
    let hours = offset.strip_prefix('0').and_then(|rest| rest.strip_suffix(":00"));
    match (time.split(':').collect::<Vec<_>>().as_slice(), hours) {
        ([hour, minute, second], Some(hours @ ("1" | "2"))) if is_time(hour, minute, second) => {
            Ok(format!("{day}{hour}{minute}{second}+{hours}"))
        }
        _ => Err(form()),
    }
}

/// From `20310701235959+2` to `2031-07-01T23:59:59+02:00`.
fn read_instant(text: &str) -> Result<String, Refusal> {
    let not_one = || Refusal::new(Field::ValidUntil, Flaw::NotADay { found: text.to_owned() });
    let part = |range| text.get(range).unwrap_or_default();
    let day = Day::parse_compact(part(0..8)).map_err(|_| not_one())?;
    let (hour, minute, second) = (part(8..10), part(10..12), part(12..14));
    match text.get(14..) {
        Some("+1") if is_time(hour, minute, second) => {
            Ok(format!("{day}T{hour}:{minute}:{second}+01:00"))
        }
        Some("+2") if is_time(hour, minute, second) => {
            Ok(format!("{day}T{hour}:{minute}:{second}+02:00"))
        }
        _ => Err(not_one()),
    }
}

fn is_time(hour: &str, minute: &str, second: &str) -> bool {
    let below = |text: &str, end: u8| {
        text.len() == 2
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && text.parse::<u8>().is_ok_and(|number| number < end)
    };
    below(hour, 24) && below(minute, 60) && below(second, 60)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (text, findings) = begun(text);
    let mut lines = Lines::of(text);
    check_head(&lines)?;
    let mut reading = Reading::new(Standard::MnbHct, Request::new());
    reading.findings = findings;
    reading.find(Field::Payload, Oddity::Withdrawn);
    check_ends(&mut lines, &mut reading)?;
    read_payee(&lines, &mut reading)?;
    read_amount(lines.line(7), &mut reading)?;
    let valid_until = read_instant(needed(Field::ValidUntil, lines.line(8))?)?;
    reading.request.put(Field::ValidUntil, valid_until);
    if !lines.line(9).is_empty() {
        reading.request.put(Field::Purpose, purpose(lines.line(9))?);
    }
    let numbers = NUMBERS.map(|field| (field, NUMBER_LENGTH_MAX));
    let texts = [(Field::Message, TEXT_LENGTH_MAX)].into_iter().chain(numbers);
    for ((field, max), number) in texts.zip(10..) {
        let line = lines.line(number);
        if !line.is_empty() {
            reading.put_text(field, line, max);
        }
    }
    if text.len() > BYTES_MAX {
        reading.find(Field::Payload, Oddity::TooManyBytes { max: BYTES_MAX, found: text.len() });
    }
    Ok(reading)
}

fn needed(field: Field, line: &str) -> Result<&str, Refusal> {
    match line.trim() {
        "" => Err(Refusal::new(field, Flaw::Missing)),
        _ => Ok(line),
    }
}

fn check_head(lines: &Lines<'_>) -> Result<(), Refusal> {
    let refuse = |field, flaw| Err(Refusal::new(field, flaw));
    let [kind, version, charset] = [1, 2, 3].map(|number| lines.line(number));
    match (kind, version, charset) {
        ("HCT", "001", "1") => Ok(()),
        ("HCT", "001", found) => {
            refuse(Field::Charset, Flaw::NotOneOf { allowed: &["1"], found: found.to_owned() })
        }
        ("HCT", found, _) => {
            refuse(Field::Version, Flaw::UnknownVersion { found: found.to_owned() })
        }
        ("RTP", ..) => {
            refuse(Field::Payload, Flaw::NotOneOf { allowed: &["HCT"], found: kind.to_owned() })
        }
        _ => refuse(Field::Payload, Flaw::OtherStandard),
    }
}

/// Seventeen lines end; what follows the last line end is empty.
fn check_ends(lines: &mut Lines<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    if lines.ends != LineEnds::Feeds {
        reading.find(Field::Payload, Oddity::LineEnds);
    }
    match lines.cut_to(LINES + 1) {
        0 => {}
        count => reading.find(Field::Payload, Oddity::TrailingLines { count }),
    }
    if lines.all.len() <= LINES {
        reading.find(Field::Payload, Oddity::EndMissing);
    }
    match lines.all.len() > LINES && !lines.all.last().is_some_and(|line| line.is_empty()) {
        true => Err(Refusal::new(Field::Payload, Flaw::Broken { place: "18".to_owned() })),
        false => Ok(()),
    }
}

/// Lines 4 to 6.
fn read_payee(lines: &Lines<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    let line = needed(Field::Bic, lines.line(4))?;
    let bic = Bic::parse(line).map_err(|error| Refusal::new(Field::Bic, error))?;
    let bic = with_branch(&bic);
    if bic != line {
        reading.find(Field::Bic, Oddity::NotNormalised);
    }
    reading.request.put(Field::Bic, bic);
    reading.put_text(Field::PayeeName, needed(Field::PayeeName, lines.line(5))?, TEXT_LENGTH_MAX);
    let line = needed(Field::Iban, lines.line(6))?;
    let iban = Iban::parse(line).map_err(|error| Refusal::new(Field::Iban, error))?;
    let country = iban.country().code();
    if !COUNTRY.contains(&country) {
        let flaw = Flaw::NotOneOf { allowed: COUNTRY, found: country.to_owned() };
        return Err(Refusal::new(Field::Iban, flaw));
    }
    if iban.as_str() != line {
        reading.find(Field::Iban, Oddity::NotNormalised);
    }
    reading.request.put(Field::Iban, iban.as_str());
    Ok(())
}

fn read_amount(line: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let refuse = |flaw| Refusal::new(Field::Amount, flaw);
    let unknown = |_| Refusal::new(Field::Currency, Flaw::Kind);
    let forint = Currency::from_code("HUF").map_err(unknown)?;
    reading.request.put(Field::Currency, forint.code());
    if line.is_empty() {
        return Ok(());
    }
    let figures = line.strip_prefix("HUF").filter(|figures| !figures.is_empty());
    let figures = figures.ok_or_else(|| refuse(Flaw::Form { example: AMOUNT_EXAMPLE }))?;
    let forints = whole_forints(amount(Field::Amount, figures, forint, AMOUNT)?);
    if forints != figures {
        reading.find(Field::Amount, Oddity::NotNormalised);
    }
    reading.request.put(Field::Amount, forints);
    Ok(())
}

#[cfg(test)]
mod tests;
