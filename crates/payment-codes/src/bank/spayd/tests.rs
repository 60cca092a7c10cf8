//! The code as one of many: what is refused by which field, what is odd, what comes back.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::uniform::{decode, encode};
use crate::{Field, Flaw, IbanError, Oddity, Options, Reading, Refusal, Request, Value};

const CZECH: &str = "CZ2806000000000168540115";

fn request() -> Request {
    Request::new().with(Field::Iban, CZECH)
}

fn refused(field: Field, value: impl Into<Value>) -> Refusal {
    encode(&request().with(field, value)).unwrap_err()
}

fn others(key: &str, value: &str) -> BTreeMap<String, Value> {
    BTreeMap::from([(key.to_owned(), value.into())])
}

fn read(rest: &str) -> Result<Reading, Refusal> {
    decode(&format!("SPD*1.0*ACC:{CZECH}*CC:CZK{rest}"), Options::default())
}

fn oddities(reading: &Reading) -> Vec<(Field, Oddity)> {
    reading.findings.iter().map(|finding| (finding.field, finding.oddity.clone())).collect()
}

#[test]
fn the_refusal_names_the_field_that_was_typed() {
    let foreign = |at, found| Flaw::ForeignSign { at, found, why: None };
    let long = |max, found| Flaw::TooLong { max, found };
    for (field, value, flaw) in [
        (Field::Reference, "1", Flaw::NotCarried),
        (Field::VariableSymbol, "LB-2", foreign(0, 'L')),
        (Field::SpecificSymbol, "12345678901", long(10, 11)),
        (Field::ConstantSymbol, "5 8", foreign(1, ' ')),
        (Field::PayerReference, "12345678901234567", long(16, 17)),
        (Field::Amount, "0.00", Flaw::Zero),
        (Field::Amount, "10.005", Flaw::TooPrecise { decimals: 2 }),
        (Field::Amount, "10000000", Flaw::TooLarge { max: "9999999.99".to_owned() }),
        (Field::Currency, "CZKK", Flaw::Form { example: "CZK" }),
        (Field::Currency, "KWD", Flaw::TooPrecise { decimals: 2 }),
        (Field::DueDate, "2026-02-29", Flaw::NotADay { found: "2026-02-29".to_owned() }),
        (Field::PaymentType, "INST", long(3, 4)),
        (Field::Message, " ", Flaw::Missing),
    ] {
        assert_eq!(refused(field, value), Refusal::new(field, flaw), "{value}");
    }
    let three = vec![CZECH.to_owned(); 3];
    assert_eq!(refused(Field::AltAccounts, three).flaw, Flaw::TooMany { max: 2, found: 3 });
    let broken = refused(Field::AltAccounts, vec!["CZ".to_owned()]);
    assert!(matches!(broken, Refusal { field: Field::AltAccounts, flaw: Flaw::Iban(_) }));
    assert_eq!(refused(Field::AltAccounts, CZECH).flaw, Flaw::Kind);
    for (key, value, flaw) in [
        ("x", "1", Flaw::Form { example: "X-ID" }),
        ("ACC", "1", Flaw::Form { example: "X-ID" }),
        ("X-PER", "31", Flaw::Form { example: "30" }),
        ("X-ID", "123456789012345678901", long(20, 21)),
    ] {
        assert_eq!(
            refused(Field::OtherKeys, others(key, value)),
            Refusal::new(Field::OtherKeys, flaw)
        );
    }
}

#[test]
fn a_length_counts_what_is_written() {
    let payload = |message: String| encode(&request().with(Field::Message, message));
    assert!(payload("ß".repeat(30)).unwrap().payload.ends_with(&"SS".repeat(30)));
    assert_eq!(payload("ß".repeat(31)).unwrap_err().flaw, Flaw::TooLong { max: 60, found: 62 });
}

#[test]
fn what_is_odd_is_found_at_its_field() {
    let found = |rest: &str| oddities(&read(rest).unwrap());
    assert_eq!(found("*AM:0.00"), [(Field::Amount, Oddity::AmountZero)]);
    assert_eq!(found("*X-PER:45"), [(Field::OtherKeys, Oddity::Form { example: "30" })]);
    assert_eq!(found("*MSG:100% DAR"), [(Field::Message, Oddity::PercentAlone)]);
    assert_eq!(found("*CRC32:D25437FF"), []);
    assert_eq!(found("*CRC32:24699DE1*"), []);
    assert_eq!(found("*CRC32:d25437ff"), [(Field::Payload, Oddity::SmallLetterChecksum)]);
    assert_eq!(found("*X-VS:1\n"), [(Field::Payload, Oddity::BlanksAround)]);
    let euro = decode(&format!("\u{feff}SPD*1.0*ACC:{CZECH}*CC:EUR"), Options::default()).unwrap();
    let unusual = Oddity::CurrencyUnusual { currency: "EUR".to_owned() };
    assert_eq!(
        oddities(&euro),
        [(Field::Payload, Oddity::ByteOrderMark), (Field::Currency, unusual)]
    );
    let without = decode(&format!("SPD*1.0*ACC:{CZECH}"), Options::default()).unwrap();
    assert_eq!(oddities(&without), [(Field::Currency, Oddity::CurrencyMeant { currency: "CZK" })]);
    assert_eq!(without.request.word(Field::Currency), Some("CZK"));
}

#[test]
fn a_refused_text_is_refused_by_its_field() {
    for (rest, field) in [
        ("*MSG:5* HVEZDY", Field::Payload),
        ("*CRC32:00000000", Field::Payload),
        ("*CRC32: D25437FF", Field::Payload),
        ("*AM:", Field::Amount),
        ("*AM:1,00", Field::Amount),
        ("*AM:1.005", Field::Amount),
        ("*CC:CZK", Field::Currency),
        ("*MSG:%FF", Field::Message),
        ("*X-VS:12345678901", Field::VariableSymbol),
        ("*DT:20260229", Field::DueDate),
        ("*ALT-ACC:CZ29", Field::AltAccounts),
        ("*X-OWN:", Field::OtherKeys),
    ] {
        assert_eq!(read(rest).unwrap_err().field, field, "{rest}");
    }
    let text = |text: &str| decode(text, Options::default()).unwrap_err();
    assert_eq!(text("SPD*1.1*ACC:X").field, Field::Version);
    assert_eq!(text("SPD*1.0*CC:CZK"), Refusal::new(Field::Iban, Flaw::Missing));
    assert_eq!(text("SPD*1.0*ACC:"), Refusal::new(Field::Iban, Flaw::Missing));
    assert_eq!(text(&format!("SPD*1.0*ACC:{CZECH}+X")).field, Field::Bic);
    assert!(matches!(text("SPD*1.0*ACC:-").flaw, Flaw::Iban(IbanError::ForeignSign { .. })));
}

prop_compose! {
    fn any_request()(
        bic in prop::option::of("[A-Z]{4}CZ[A-Z0-9]{2}"),
        alternatives in prop::collection::vec(Just(format!("{CZECH}+AGBACZPP")), 0..=2),
        hellers in prop::option::of(1i64..=999_999_999),
        symbols in prop::array::uniform4(prop::option::of("[0-9]{1,10}")),
        texts in prop::array::uniform2(prop::option::of("[A-Z0-9 *%+,:Д]{0,30}[A-Z*%]")),
        day in prop::option::of((1u16..=9999, 1u8..=12, 1u8..=28)),
        payment_type in prop::option::of("IP|P2P"),
        others in prop::collection::btree_map("X-Q[A-Z]{2,7}", "[a-z*% ]{0,20}[a-z]", 0..3),
    ) -> Request {
        let amount = hellers.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let day = day.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
        let others: BTreeMap<String, Value> =
            others.into_iter().map(|(key, value)| (key, value.into())).collect();
        let [variable, specific, constant, payer] = symbols;
        let [name, message] = texts;
        request()
            .with_some(Field::Bic, bic)
            .with_some(Field::AltAccounts, Some(alternatives).filter(|them| !them.is_empty()))
            .with_some(Field::Amount, amount)
            .with(Field::Currency, "CZK")
            .with_some(Field::VariableSymbol, variable)
            .with_some(Field::SpecificSymbol, specific)
            .with_some(Field::ConstantSymbol, constant)
            .with_some(Field::PayerReference, payer)
            .with_some(Field::PayeeName, name)
            .with_some(Field::Message, message)
            .with_some(Field::DueDate, day)
            .with_some(Field::PaymentType, payment_type)
            .with_some(Field::OtherKeys, Some(others).filter(|them| !them.is_empty()))
    }
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded_to_the_same_request(request in any_request()) {
        let payload = encode(&request).unwrap().payload;
        let reading = decode(&payload, Options::default()).unwrap();
        prop_assert_eq!(&reading.request, &request);
        prop_assert_eq!(oddities(&reading), []);
        prop_assert_eq!(encode(&reading.request).unwrap().payload, payload);
    }
}
