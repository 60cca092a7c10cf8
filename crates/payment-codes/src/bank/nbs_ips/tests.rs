//! What the published vectors do not show: limits, accounts, references, quirks.

use proptest::prelude::*;

use super::account::account;
use super::*;
use crate::{
    Field, Flaw, ForeignSign, Oddity, Options, Reading, ReferenceError, Refusal, Request, Standard,
    Value,
};

const BARE: &str = "K:PR|V:01|C:1|R:265110031000001213|N:Fondacija Primer|I:RSD1000,00|SF:289";

fn donation() -> Request {
    Request::new()
        .with(Field::Account, "265110031000001213")
        .with(Field::PayeeName, "Fondacija Primer")
        .with(Field::Amount, "1000.00")
        .with(Field::Currency, "RSD")
        .with(Field::Purpose, "289")
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

#[test]
fn a_bare_code_has_its_seven_tags() {
    assert_eq!(written(&donation()), BARE);
    assert_eq!(read(BARE).unwrap().request, donation());
    assert_eq!(Standard::recognise(BARE), Some(Standard::NbsIps));
    for field in [Field::Account, Field::PayeeName, Field::Amount, Field::Purpose] {
        assert_eq!(refused(field, ""), Flaw::Missing);
    }
    assert_eq!(refused(Field::Iban, "RS35265110031000001213"), Flaw::NotCarried);
    assert!(matches!(refused(Field::Kind, "PT"), Flaw::NotOneOf { .. }));
    assert!(matches!(refused(Field::Currency, "EUR"), Flaw::NotOneOf { .. }));
}

#[test]
fn texts_fill_their_tags_and_no_more() {
    for (field, max) in [
        (Field::PayeeName, NAME_LENGTH_MAX),
        (Field::PayerName, NAME_LENGTH_MAX),
        (Field::Message, PURPOSE_LENGTH_MAX),
    ] {
        let request = donation().with(field, "š".repeat(max));
        assert_eq!(read(&written(&request)).unwrap().request, request);
        let flaw = Flaw::TooLong { max, found: max + 1 };
        assert_eq!(refused(field, &"š".repeat(max + 1)), flaw);
    }
}

#[test]
fn amounts_take_up_to_twenty_characters() {
    for (amount, tag) in
        [("0.01", "|I:RSD0,01|"), ("99999999999999.99", "|I:RSD99999999999999,99|")]
    {
        let payload = written(&donation().with(Field::Amount, amount));
        assert!(payload.contains(tag), "{payload}");
        assert_eq!(read(&payload).unwrap().request.word(Field::Amount), Some(amount));
    }
    assert!(matches!(refused(Field::Amount, "100000000000000"), Flaw::TooLarge { .. }));
    assert_eq!(refused(Field::Amount, "0"), Flaw::Zero);
    let amount = |text: &str| BARE.replace("RSD1000,00", text);
    for (text, amount_read) in [("RSD1295,", "1295.00"), ("RSD9,5", "9.50")] {
        assert_eq!(odd(&amount(text)), []);
        let request = read(&amount(text)).unwrap().request;
        assert_eq!(request.word(Field::Amount), Some(amount_read));
    }
    assert_eq!(odd(&amount("RSD01,00")), [(Field::Amount, Oddity::NotNormalised)]);
    assert_eq!(odd(&amount("RSD0,00")), [(Field::Amount, Oddity::AmountZero)]);
    assert_eq!(read(&amount("RSD0,00")).unwrap().request.word(Field::Amount), None);
    for text in
        ["RSD1000", "RSD1000.00", "RSD1,000", "RSD,50", "RSD", "RSD1,005", "1000,00", "RSD-1,00"]
    {
        assert_eq!(read(&amount(text)).unwrap_err().field, Field::Amount, "{text}");
    }
    assert_eq!(read(&amount("EUR1000,00")).unwrap_err().field, Field::Currency);
    assert_eq!(read(&amount("RSD123456789012345,00")).unwrap_err().field, Field::Amount);
}

#[test]
fn accounts_are_taken_as_people_write_them() {
    for (typed, digits) in [
        ("160-123456-54", "160000000012345654"),
        ("265-1100310000012-13", "265110031000001213"),
        ("265 1100310000012 13", "265110031000001213"),
        ("845000000040484987", "845000000040484987"),
    ] {
        assert_eq!(account(typed).as_deref(), Ok(digits));
    }
    let flaw = |typed: &str| account(typed).unwrap_err().flaw;
    assert_eq!(flaw("160-123456-55"), Flaw::CheckDigits);
    assert_eq!(flaw("16012345654"), Flaw::Length { allowed: &[18], found: 11 });
    assert_eq!(flaw("160/123456/54"), Flaw::ForeignSign { at: 3, found: '/', why: None });
    for typed in ["160-12345678901234-54", "16-123456-54", "160--54", "160-1-2-3", "160-123456"] {
        assert_eq!(flaw(typed), Flaw::Form { example: "160-123456-54" }, "{typed}");
    }
}

#[test]
fn names_have_up_to_three_lines_of_latin_letters() {
    let lines = donation().with(Field::PayeeName, "Udruženje Primer\nBulevar 1\nBeograd");
    let payload = written(&lines);
    assert!(payload.contains("|N:Udruženje Primer\nBulevar 1\nBeograd|"));
    assert_eq!(read(&payload).unwrap().request, lines);
    let four = Flaw::ForeignSign { at: 5, found: '\n', why: None };
    assert_eq!(refused(Field::PayeeName, "a\nb\nc\nd"), four);
    for (at, name) in [(0, "\na"), (1, "a\n"), (0, " a"), (1, "a ")] {
        let found = name.chars().nth(at).unwrap();
        let flaw = Flaw::ForeignSign { at, found, why: None };
        assert_eq!(refused(Field::PayeeName, name), flaw, "{name:?}");
    }
    let cyrillic = Flaw::ForeignSign { at: 0, found: 'Ф', why: None };
    for field in [Field::PayeeName, Field::PayerName, Field::Message] {
        assert_eq!(refused(field, "Фондација"), cyrillic);
    }
    let returned = Flaw::ForeignSign { at: 1, found: '\r', why: Some(ForeignSign::Control) };
    assert_eq!(refused(Field::PayeeName, "a\r\nb"), returned);
    let pairs = BARE.replace("Primer", "Primer\r\nBeograd");
    assert_eq!(odd(&pairs), [(Field::PayeeName, Oddity::NotNormalised)]);
    let read = read(&pairs).unwrap().request;
    assert_eq!(read.word(Field::PayeeName), Some("Fondacija Primer\nBeograd"));
}

#[test]
fn separators_in_texts_become_hyphens() {
    let request = donation()
        .with(Field::PayerName, "A|B")
        .with(Field::Message, "a|b")
        .with(Field::Model, "00")
        .with(Field::Reference, "1|2");
    assert!(written(&request).ends_with("|P:A-B|SF:289|S:a-b|RO:001-2"));
}

#[test]
fn references_are_checked_by_their_model() {
    let both = |model: &str, reference: &str| {
        let request = donation().with(Field::Model, model).with(Field::Reference, reference);
        encode(&request).map(|encoded| encoded.payload)
    };
    assert_eq!(both("", ""), Ok(BARE.to_owned()));
    assert_eq!(both("97", "75 2026-0042"), Ok(format!("{BARE}|RO:97752026-0042")));
    assert_eq!(both("97", "62lb2k7q"), Ok(format!("{BARE}|RO:9762LB2K7Q")));
    let long = "1".repeat(33);
    assert_eq!(both("00", &long), Ok(format!("{BARE}|RO:00{long}")));
    let refuse = |field, flaw| Err(Refusal::new(field, flaw));
    let flaw = Flaw::TooLong { max: 33, found: 34 };
    assert_eq!(both("00", &"1".repeat(34)), refuse(Field::Reference, flaw));
    assert_eq!(both("97", ""), refuse(Field::Reference, Flaw::Missing));
    assert_eq!(both("", "1"), refuse(Field::Model, Flaw::Missing));
    let flaw = Flaw::NotOneOf { allowed: MODELS, found: "11".to_owned() };
    assert_eq!(both("11", "1"), refuse(Field::Model, flaw));
    let wrong = Flaw::Reference(ReferenceError::CheckDigits);
    assert_eq!(both("97", "7620260042"), refuse(Field::Reference, wrong.clone()));
    let tagged = |reference: &str| format!("{BARE}|RO:{reference}");
    assert_eq!(read(&tagged("977620260042")), Err(Refusal::new(Field::Reference, wrong)));
    assert_eq!(odd(&tagged("1112345")), [(Field::Reference, Oddity::ReferenceUnknown)]);
    for text in ["97", "9", "A712345"] {
        assert_eq!(read(&tagged(text)).unwrap_err().field, Field::Reference, "{text}");
    }
}

#[test]
fn payment_codes_begin_with_one_two_or_nine() {
    for code in ["189", "289", "999"] {
        assert_eq!(odd(&written(&donation().with(Field::Purpose, code))), []);
    }
    for code in ["389", "089", "28", "2890", "28A"] {
        assert_eq!(refused(Field::Purpose, code), Flaw::Form { example: "289" });
        assert_eq!(read(&BARE.replace("289", code)).unwrap_err().field, Field::Purpose);
    }
}

#[test]
fn codes_of_other_makers_are_read_with_findings() {
    let shop = BARE.replace("K:PR", "K:PT") + "|M:5812";
    let key = "M".to_owned();
    let unknown = (Field::OtherKeys, Oddity::Unknown { key });
    assert_eq!(odd(&shop), [(Field::Kind, Oddity::Issued), unknown]);
    let request = read(&shop).unwrap().request;
    let Some(Value::Table(others)) = request.value(Field::OtherKeys) else { panic!() };
    assert_eq!(others.get("M"), Some(&Value::from("5812")));
    let moved = BARE.replace("|SF:289", "|S:Dar|SF:289");
    assert_eq!(odd(&moved), [(Field::Payload, Oddity::OutOfOrder)]);
    let oddity = Oddity::ForeignSign { at: 0, found: 'Ф', why: None };
    let cyrillic = BARE.replace("Fondacija Primer", "Фондација");
    assert_eq!(odd(&cyrillic), [(Field::PayeeName, oddity)]);
    let short = BARE.replace("265110031000001213", "160-123456-54");
    assert_eq!(odd(&short), [(Field::Account, Oddity::NotNormalised)]);
    let blank = BARE.replace("N:F", "N: F");
    assert_eq!(odd(&blank), [(Field::PayeeName, Oddity::BlanksAround)]);
}

#[test]
fn broken_codes_are_refused() {
    for (text, field) in [
        (format!(" {BARE}"), Field::Payload),
        (format!("{BARE}\n"), Field::Payload),
        (format!("{BARE} "), Field::Payload),
        (format!("{BARE}|SF:289"), Field::Purpose),
        (format!("{BARE}|S:"), Field::Payload),
        (format!("{BARE}|S: "), Field::Payload),
        (format!("{BARE}|s:Dar"), Field::Payload),
        (format!("{BARE}|Dar"), Field::Payload),
        (BARE.replace("K:PR", "K:XX"), Field::Kind),
        (BARE.replace("V:01", "V:02"), Field::Version),
        (BARE.replace("C:1", "C:2"), Field::Charset),
        (BARE.replace("1213", "1214"), Field::Account),
        (BARE.replace("|SF:289", ""), Field::Purpose),
        (BARE.replace("|I:RSD1000,00", ""), Field::Payload),
        (BARE.replace("|R:265110031000001213", ""), Field::Payload),
    ] {
        assert_eq!(read(&text).map_err(|refusal| refusal.field), Err(field), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        name in "[A-Z][A-Za-zšđžčć .,&\n-]{0,20}[a-z0-9]",
        message in "[A-Z][ -Z^-{}~šđžčć]{0,30}[a-z]",
        para in 1..10_000_000_000_000_000_i64,
        base in "[0-9A-Z]{1,31}",
    ) {
        let reference = crate::Model97::from_base(&base).unwrap();
        let request = donation()
            .with(Field::PayeeName, name)
            .with(Field::Message, message)
            .with(Field::Amount, format!("{}.{:02}", para / 100, para % 100))
            .with(Field::Model, "97")
            .with(Field::Reference, &reference.as_str()[2..]);
        prop_assume!(request.word(Field::PayeeName).unwrap().matches('\n').count() < 3);
        let payload = written(&request);
        let reading = read(&payload).unwrap();
        prop_assert_eq!(&reading.findings, &[]);
        prop_assert_eq!(written(&reading.request), payload);
        prop_assert_eq!(reading.request, request);
    }
}
