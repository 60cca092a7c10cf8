//! Finnish virtual bar code ("virtuaaliviivakoodi"): 54 digits for Code 128 C, or to be pasted
//! into a bank's page.
//!
//! Standard: Finance Finland, *Bank Bar Code Guide*, version 5.3 (8 November 2012, corrected 21
//! October 2019), symbol versions 4 and 5. Read by Finnish banks; euro only.
//!
//! ```text
//! 4  account 16  euro 6  cents 2  000            reference 20  YYMMDD
//! 5  account 16  euro 6  cents 2  RF's check 2   reference 21  YYMMDD
//! ```
//!
//! The account is the IBAN without `FI`; zeros fill the reference up on the left, an open amount
//! and an absent day are zeros. A reference that begins with RF makes form 5.
//!
//! # Incomplete support
//! The start and stop signs and the second check digit that readers of the bars need belong to the
//! picture, not to the text. Form 2 carried an account of the time before IBAN; the guide does not
//! define it any more, and it is refused.
//!
//! # Limits
//! 0.01 to 999999.99 euro, days of the years 2000 to 2099. The reference is mandatory: a national
//! one of 4 to 20 digits, or RF with digits alone. Name and message have no place.
//!
//! # Quirks
//! Zeros on the left of a reference are lost in the filling, and count for nothing in either check.
//! One library computed in floating point and wrote 4883.14 for 4883.15 (finnish-bank-utils 1.3.3).

use groat_money::{Currency, Money};

use super::lines;
use crate::{
    AmountLimits, CreditorReference, CreditorReferenceError, Day, Encoded, Field, Flaw, Iban,
    Oddity, Options, Reading, ReferenceError, Refusal, Request, Standard, Viite,
};

const DIGITS: usize = 54;
const FIELDS: &[Field] =
    &[Field::Iban, Field::Amount, Field::Currency, Field::Reference, Field::DueDate];
const AMOUNT: AmountLimits = AmountLimits { decimals: 2, minor_max: 99_999_999 };
const NO_DAY: &str = "000000";

/// Tells whether a text is as long as such a code and of digits.
pub(super) fn is_begun(text: &str) -> bool {
    let mut digits = 0;
    let only_digits = text.chars().all(|sign| {
        digits += usize::from(sign.is_ascii_digit());
        sign.is_ascii_digit() || sign.is_whitespace()
    });
    only_digits && digits == DIGITS
}

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(FIELDS)?;
    let iban = request.iban(&["FI"])?;
    let account = iban.as_str().get(2..).unwrap_or_default();
    let amount = request.amount(request.currency(&["EUR"])?, AMOUNT)?.map_or(0, Money::minor);
    let (form, reference) = reference(request.needed(Field::Reference)?)?;
    let day = request.day(Field::DueDate)?.map(short_day).transpose()?;
    let day = day.unwrap_or_else(|| NO_DAY.to_owned());
    Ok(format!("{form}{account}{amount:08}{reference}{day}").into())
}

/// Returns the form and the 23 digits for its reference.
fn reference(text: &str) -> Result<(char, String), Refusal> {
    let refuse = |flaw: Flaw| Refusal::new(Field::Reference, flaw);
    if !text.trim_start().to_ascii_uppercase().starts_with("RF") {
        let viite = Viite::parse(text).map_err(|error| refuse(error.into()))?;
        return Ok(('4', format!("000{:0>20}", viite.as_str())));
    }
    let reference = CreditorReference::parse(text).map_err(|error| refuse(error.into()))?;
    let letter = reference.base().chars().enumerate().find(|(_, sign)| !sign.is_ascii_digit());
    if let Some((at, found)) = letter {
        return Err(refuse(CreditorReferenceError::ForeignSign { at: at + 4, found }.into()));
    }
    if reference.base().bytes().all(|digit| digit == b'0') {
        return Err(refuse(ReferenceError::Zero.into()));
    }
    let check = reference.as_str().get(2..4).unwrap_or_default();
    Ok(('5', format!("{check}{:0>21}", reference.base())))
}

fn short_day(day: Day) -> Result<String, Refusal> {
    let refuse = |flaw| Refusal::new(Field::DueDate, flaw);
    match day.year() {
        ..2000 => Err(refuse(Flaw::TooSmall { min: "2000-01-01".to_owned() })),
        2100.. => Err(refuse(Flaw::TooLarge { max: "2099-12-31".to_owned() })),
        _ => Ok(day.compact().get(2..).unwrap_or_default().to_owned()),
    }
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (text, findings) = lines::bare(text);
    let digits: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    check_digits(&digits)?;
    let part = |range| digits.get(range).unwrap_or_default();
    let refuse = |field, flaw: Flaw| Refusal::new(field, flaw);
    let iban = Iban::parse(&format!("FI{}", part(1..17)))
        .map_err(|error| refuse(Field::Iban, error.into()))?;
    let reference = match part(0..1) {
        "4" => national_reference(part(25..48))?,
        "5" => rf_reference(part(25..48))?,
        found => {
            let flaw = Flaw::NotOneOf { allowed: &["4", "5"], found: found.to_owned() };
            return Err(refuse(Field::Payload, flaw));
        }
    };
    let cents = part(17..25).parse().unwrap_or_default();
    let amount = Some(cents).filter(|cents| *cents > 0);
    let amount = amount.map(|cents| Money::from_minor(cents, Currency::EUR).decimal_text());
    let request = Request::new()
        .with(Field::Iban, iban.as_str())
        .with_some(Field::Amount, amount)
        .with(Field::Currency, Currency::EUR.code())
        .with(Field::Reference, reference)
        .with_some(Field::DueDate, day(part(48..54))?.map(|day| day.to_string()));
    let mut reading = Reading::new(Standard::VirtualBarcode, request);
    reading.findings = findings;
    if digits.len() < text.len() {
        reading.find(Field::Payload, Oddity::NotNormalised);
    }
    Ok(reading)
}

fn check_digits(digits: &str) -> Result<(), Refusal> {
    let refuse = |flaw| Refusal::new(Field::Payload, flaw);
    let foreign = digits.chars().enumerate().find(|(_, sign)| !sign.is_ascii_digit());
    match (foreign, digits.len()) {
        (Some((at, found)), _) => Err(refuse(Flaw::ForeignSign { at, found, why: None })),
        (None, DIGITS) => Ok(()),
        (None, found) => Err(refuse(Flaw::Length { allowed: &[DIGITS], found })),
    }
}

fn national_reference(digits: &str) -> Result<String, Refusal> {
    let refuse = |flaw: Flaw| Refusal::new(Field::Reference, flaw);
    let reserved = Flaw::Broken { place: "000".to_owned() };
    let digits = digits.strip_prefix("000").ok_or_else(|| refuse(reserved))?;
    let viite = Viite::parse(digits).map_err(|error| refuse(error.into()))?;
    Ok(viite.as_str().to_owned())
}

fn rf_reference(digits: &str) -> Result<String, Refusal> {
    let (check, base) = digits.split_at_checked(2).unwrap_or_default();
    let reference = CreditorReference::parse(&format!("RF{check}{}", base.trim_start_matches('0')));
    let reference = reference.map_err(|error| Refusal::new(Field::Reference, error))?;
    Ok(reference.as_str().to_owned())
}

fn day(digits: &str) -> Result<Option<Day>, Refusal> {
    let not_a_day = || Flaw::NotADay { found: digits.to_owned() };
    match digits {
        NO_DAY => Ok(None),
        _ => Day::parse_compact(&format!("20{digits}"))
            .map(Some)
            .map_err(|_| Refusal::new(Field::DueDate, not_a_day())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GUIDE: &str = "479440520200360820048831500000000868516259619897100612";

    fn request() -> Request {
        Request::new().with(Field::Iban, "FI7944052020036082").with(Field::Reference, "20260040")
    }

    fn read(text: &str) -> Result<Reading, Refusal> {
        decode(text, Options::default())
    }

    /// The guide's code with other digits from a place on.
    fn with(at: usize, digits: &str) -> String {
        let end = at + digits.len();
        format!("{}{digits}{}", &GUIDE[..at], &GUIDE[end..])
    }

    #[test]
    fn the_guides_example_is_read_in_groups_too() {
        let reading = read(GUIDE).unwrap();
        let word = |field| reading.request.word(field).unwrap_or_default().to_owned();
        assert_eq!(
            [Field::Iban, Field::Amount, Field::Reference, Field::DueDate].map(word),
            ["FI7944052020036082", "4883.15", "868516259619897", "2010-06-12"]
        );
        let grouped = format!("{} {}\n{}", &GUIDE[..20], &GUIDE[20..40], &GUIDE[40..]);
        let again = read(&grouped).unwrap();
        assert!(is_begun(&grouped));
        assert_eq!(again.request, reading.request);
        assert_eq!(again.findings.len(), 1);
    }

    #[test]
    fn each_part_of_a_damaged_code_is_named() {
        let refused = |at, digits| read(&with(at, digits)).unwrap_err().field;
        for (at, digits, field) in [
            (0, "2", Field::Payload),
            (0, "6", Field::Payload),
            (0, "X", Field::Payload),
            (1, "78", Field::Iban),
            (25, "001", Field::Reference),
            (47, "8", Field::Reference),
            (28, "00000000000000000000", Field::Reference),
            (48, "100631", Field::DueDate),
            (48, "001301", Field::DueDate),
        ] {
            assert_eq!(refused(at, digits), field, "{digits} at {at}");
        }
        assert_eq!(read(&GUIDE[1..]).unwrap_err().field, Field::Payload);
        let zeros = "5".to_owned() + &GUIDE[1..25] + "80" + &"0".repeat(21) + NO_DAY;
        assert_eq!(read(&zeros).unwrap_err().field, Field::Reference);
    }

    #[test]
    fn what_has_no_place_in_the_digits_is_refused() {
        let refused = |field, value: &str| encode(&request().with(field, value)).unwrap_err();
        assert_eq!(refused(Field::Reference, ""), Refusal::new(Field::Reference, Flaw::Missing));
        let zero = CreditorReference::from_base("0").unwrap();
        assert_eq!(refused(Field::Reference, zero.as_str()).flaw, ReferenceError::Zero.into());
        assert_eq!(
            refused(Field::DueDate, "1999-12-31").flaw,
            Flaw::TooSmall { min: "2000-01-01".to_owned() }
        );
        assert_eq!(
            refused(Field::DueDate, "2100-01-01").flaw,
            Flaw::TooLarge { max: "2099-12-31".to_owned() }
        );
        assert_eq!(refused(Field::PayeeName, "Lastenapu").flaw, Flaw::NotCarried);
        assert_eq!(refused(Field::Currency, "SEK").field, Field::Currency);
        assert_eq!(refused(Field::Amount, "1.005").flaw, Flaw::TooPrecise { decimals: 2 });
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded_to_the_same_request(
            cents in prop::option::of(1i64..=99_999_999),
            base in "[1-9][0-9]{2,18}",
            rf: bool,
            day in prop::option::of((2000u16..2100, 1u8..=12, 1u8..=28)),
        ) {
            let reference = match rf {
                true => CreditorReference::from_base(&base).unwrap().to_string(),
                false => Viite::from_base(&base).unwrap().to_string(),
            };
            let day = day.map(|(year, month, day)| Day::new(year, month, day).unwrap().to_string());
            let amount = cents.map(|cents| Money::from_minor(cents, Currency::EUR).decimal_text());
            let request = request()
                .with(Field::Currency, "EUR")
                .with_some(Field::Amount, amount)
                .with(Field::Reference, reference)
                .with_some(Field::DueDate, day);
            let payload = encode(&request).unwrap().payload;
            prop_assert!(is_begun(&payload));
            let reading = read(&payload).unwrap();
            prop_assert_eq!(reading.findings, []);
            prop_assert_eq!(&reading.request, &request);
        }
    }
}
