//! What the published vectors do not show: limits, numbers as people type them, quirks.

use proptest::prelude::*;

use super::*;
use crate::{IbanError, Value};

const NRB: &str = "60102010260000042270201111";

fn donation() -> Request {
    Request::new()
        .with(Field::PayeeName, "Fundacja Przyklad")
        .with(Field::Account, NRB)
        .with(Field::Amount, "50.00")
        .with(Field::Currency, "PLN")
        .with(Field::Message, "Darowizna LB-2K7Q")
}

fn written(request: &Request) -> String {
    encode(request).unwrap().payload
}

fn refused(field: Field, value: &str) -> Flaw {
    let Refusal { field: named, flaw } = encode(&donation().with(field, value)).unwrap_err();
    assert_eq!(named, field, "{value}");
    flaw
}

fn read(text: &str) -> Result<Reading, Refusal> {
    decode(text, Options::default())
}

fn odd(text: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&read(text).unwrap())
}

fn with_part(at: usize, part: &str) -> String {
    let payload = written(&donation());
    let mut parts: Vec<&str> = payload.split('|').collect();
    parts[at] = part;
    parts.join("|")
}

#[test]
fn texts_fill_their_places_and_no_more() {
    for (field, max) in [(Field::PayeeName, NAME_LENGTH_MAX), (Field::Message, TITLE_LENGTH_MAX)] {
        let request = donation().with(field, "ż".repeat(max));
        assert_eq!(read(&written(&request)).unwrap().request, request);
        let flaw = Flaw::TooLong { max, found: max + 1 };
        assert_eq!(refused(field, &"ż".repeat(max + 1)), flaw);
        assert_eq!(refused(field, " "), Flaw::Missing);
        let pipe = Flaw::ForeignSign { at: 1, found: '|', why: None };
        assert_eq!(refused(field, "a|b"), pipe);
    }
    assert_eq!(refused(Field::Reference, "LB-2K7Q"), Flaw::NotCarried);
}

#[test]
fn amounts_fill_six_digits() {
    for (amount, digits) in [("0.01", "000001"), ("9999.99", "999999")] {
        let payload = written(&donation().with(Field::Amount, amount));
        assert_eq!(payload.split('|').nth(3), Some(digits));
        assert_eq!(read(&payload).unwrap().request.word(Field::Amount), Some(amount));
    }
    let max = "9999.99".to_owned();
    assert_eq!(refused(Field::Amount, "10000"), Flaw::TooLarge { max });
    assert_eq!(refused(Field::Amount, "0"), Flaw::Zero);
    assert!(matches!(refused(Field::Currency, "EUR"), Flaw::NotOneOf { .. }));
}

#[test]
fn numbers_are_taken_as_people_type_them() {
    for account in [NRB, "PL60102010260000042270201111", "60 1020 1026 0000 0422 7020 1111"] {
        assert_eq!(written(&donation().with(Field::Account, account)), written(&donation()));
    }
    for tax_id in ["5260250274", "526-025-02-74", "526 025 02 74"] {
        let payload = written(&donation().with(Field::TaxId, tax_id));
        assert!(payload.starts_with("5260250274|PL|"), "{payload}");
        assert_eq!(Standard::recognise(&payload), Some(Standard::Zbp2d));
    }
    let not_polish = refused(Field::Account, "DE89370400440532013000");
    assert!(matches!(not_polish, Flaw::NotOneOf { .. }));
    assert!(matches!(refused(Field::Account, "60-1020"), Flaw::Iban(_)));
    assert_eq!(
        refused(Field::Account, "61102010260000042270201111"),
        Flaw::Iban(IbanError::CheckDigits)
    );
}

#[test]
fn tax_numbers_pass_their_check() {
    assert_eq!(refused(Field::TaxId, "5260250275"), Flaw::CheckDigits);
    // Three times seven is ten modulo eleven, which no digit is.
    for last in 0..10 {
        assert_eq!(refused(Field::TaxId, &format!("000000003{last}")), Flaw::CheckDigits);
    }
    let flaw = Flaw::Length { allowed: &[TAX_ID_LENGTH], found: 9 };
    assert_eq!(refused(Field::TaxId, "526025027"), flaw);
    let flaw = Flaw::ForeignSign { at: 0, found: 'P', why: None };
    assert_eq!(refused(Field::TaxId, "PL5260250274"), flaw);
}

#[test]
fn codes_of_other_makers_are_read_with_findings() {
    let payload = written(&donation());
    assert_eq!(odd(&payload), []);
    assert_eq!(odd(&with_part(1, "")), [(Field::PayeeCountry, Oddity::Missing)]);
    let wide = with_part(3, "1000000");
    let oddity = Oddity::TooLong { max: AMOUNT_DIGITS, found: 7 };
    assert_eq!(odd(&wide), [(Field::Amount, oddity)]);
    assert_eq!(read(&wide).unwrap().request.word(Field::Amount), Some("10000.00"));
    let oddity = Oddity::TooLong { max: NAME_LENGTH_MAX, found: 21 };
    assert_eq!(odd(&with_part(4, &"N".repeat(21))), [(Field::PayeeName, oddity)]);
    assert_eq!(odd(&format!("{payload}\n")), [(Field::Payload, Oddity::BlanksAround)]);
    let reserve = with_part(7, "990066");
    let key = "reserve_2".to_owned();
    assert_eq!(odd(&reserve), [(Field::OtherKeys, Oddity::Unknown { key })]);
    let request = read(&reserve).unwrap().request;
    let Some(Value::Table(others)) = request.value(Field::OtherKeys) else { panic!() };
    assert_eq!(others.get("reserve_2"), Some(&Value::from("990066")));
}

#[test]
fn broken_codes_are_refused() {
    let payload = written(&donation());
    for (text, field) in [
        (payload.replacen('|', "", 1), Field::Payload),
        (format!("{payload}|"), Field::Payload),
        (with_part(0, "1234567890"), Field::TaxId),
        (with_part(1, "DE"), Field::PayeeCountry),
        (with_part(2, "60102010260000042270201112"), Field::Account),
        (with_part(2, ""), Field::Account),
        (with_part(3, "50.00"), Field::Amount),
        (with_part(3, "05000"), Field::Amount),
        (with_part(3, ""), Field::Amount),
        (with_part(4, ""), Field::PayeeName),
        (with_part(5, ""), Field::Message),
    ] {
        assert_eq!(read(&text).map_err(|refusal| refusal.field), Err(field), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        name in "[ -{}~ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]{0,19}[a-z]",
        title in "[ -{}~ąćęłńóśźż]{0,31}[a-z0-9]",
        grosz in 0..1_000_000_i64,
    ) {
        let amount = format!("{}.{:02}", grosz / 100, grosz % 100);
        let mut request =
            donation().with(Field::PayeeName, name).with(Field::Message, title);
        match grosz {
            0 => _ = request.take(Field::Amount),
            _ => request.put(Field::Amount, amount),
        }
        let payload = written(&request);
        let reading = read(&payload).unwrap();
        prop_assert_eq!(&reading.findings, &[]);
        prop_assert_eq!(written(&reading.request), payload);
        prop_assert_eq!(reading.request, request);
    }
}
