//! What the published vectors do not show: limits, references, quirks.

use proptest::prelude::*;

use super::*;
use crate::{
    Flaw, IbanError, Oddity, Options, Reading, ReferenceError, Refusal, Request, Standard, Value,
};

fn donation() -> Request {
    Request::new()
        .with(Field::PayeeName, "Društvo Primer")
        .with(Field::PayeeStreet, "Pohorska ulica 22")
        .with(Field::PayeeCity, "2000 Maribor")
        .with(Field::Iban, "SI56020170014356205")
        .with(Field::Amount, "20.00")
        .with(Field::Currency, "EUR")
        .with(Field::Reference, "SI12202600424")
        .with(Field::Purpose, "CHAR")
        .with(Field::Message, "Donacija za zavetišče")
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

/// Puts a line in place of another and makes the control sum fit.
fn with_line(number: usize, line: &str) -> String {
    let payload = written(&donation());
    let mut lines: Vec<&str> = payload.split('\n').take(LINES - 1).collect();
    lines[number - 1] = line;
    format!("{}\n{}\n", lines.join("\n"), control_sum(lines.iter().copied()))
}

#[test]
fn texts_fill_their_lines_and_no_more() {
    let limits = ADDRESSES.map(|(_, field)| (field, NAME_LENGTH_MAX));
    for (field, max) in limits.into_iter().chain([(Field::Message, MESSAGE_LENGTH_MAX)]) {
        let request = donation().with(field, "š".repeat(max));
        assert_eq!(read(&written(&request)).unwrap().request, request);
        assert_eq!(refused(field, &"š".repeat(max + 1)), Flaw::TooLong { max, found: max + 1 });
    }
}

#[test]
fn amounts_fill_eleven_digits() {
    for (amount, line) in [("0.01", "00000000001"), ("999999999.99", "99999999999")] {
        let payload = written(&donation().with(Field::Amount, amount));
        assert_eq!(payload.split('\n').nth(8), Some(line));
        assert_eq!(read(&payload).unwrap().request.word(Field::Amount), Some(amount));
    }
    let max = "999999999.99".to_owned();
    assert_eq!(refused(Field::Amount, "1000000000.00"), Flaw::TooLarge { max });
    assert_eq!(refused(Field::Amount, "0"), Flaw::Zero);
    assert_eq!(refused(Field::Amount, "1.234"), Flaw::TooPrecise { decimals: 2 });
    assert!(matches!(refused(Field::Currency, "HRK"), Flaw::NotOneOf { .. }));
}

#[test]
fn what_a_slip_needs_is_asked_for() {
    for field in [
        Field::PayeeName,
        Field::PayeeStreet,
        Field::PayeeCity,
        Field::Iban,
        Field::Purpose,
        Field::Message,
    ] {
        assert_eq!(refused(field, ""), Flaw::Missing);
    }
    assert_eq!(refused(Field::VariableSymbol, "1"), Flaw::NotCarried);
    assert_eq!(refused(Field::Purpose, "char"), Flaw::Form { example: "CHAR" });
    assert!(matches!(refused(Field::DueDate, "2026-02-29"), Flaw::NotADay { .. }));
}

#[test]
fn only_signs_of_latin_2_are_written() {
    let payload = written(&donation().with(Field::Message, "Łódź, ő, ß & §"));
    assert_eq!(odd(&payload), []);
    for (at, found, text) in [(3, '€', "20 €"), (0, 'ñ', "ñ"), (0, 'Д', "Донација")]
    {
        let flaw = Flaw::ForeignSign { at, found, why: None };
        assert_eq!(refused(Field::Message, text), flaw);
        let oddity = Oddity::ForeignSign { at, found, why: None };
        assert_eq!(odd(&with_line(13, text)), [(Field::Message, oddity)]);
    }
}

#[test]
fn references_are_checked_by_their_model() {
    for (typed, line) in [
        ("", "SI99"),
        ("si12 202600424", "SI12202600424"),
        ("SI00 1-2-3", "SI001-2-3"),
        ("SI0012345678901234567890", "SI0012345678901234567890"),
        ("rf18 5390 0754 7034", "RF18539007547034"),
    ] {
        let payload = written(&donation().with(Field::Reference, typed));
        assert_eq!(payload.split('\n').nth(15), Some(line));
        assert_eq!(odd(&payload), []);
    }
    let room = 3;
    for (typed, error) in [
        ("SI12202600425", ReferenceError::CheckDigits),
        ("SI12", ReferenceError::TooShort { needed: 2, found: 0 }),
        ("SI00", ReferenceError::TooShort { needed: 1, found: 0 }),
        ("SI00123456789012345678901", ReferenceError::TooLong { room: 20, found: 21 }),
        ("SI001-2-3-4", ReferenceError::Blocks { room }),
        ("SI001--2", ReferenceError::Blocks { room }),
        ("SI00A", ReferenceError::ForeignSign { at: 0, found: 'A' }),
        ("SI991", ReferenceError::TooLong { room: 0, found: 1 }),
    ] {
        let flaw = Flaw::Reference(error);
        assert_eq!(refused(Field::Reference, typed), flaw, "{typed}");
        assert_eq!(read(&with_line(16, typed)), Err(Refusal::new(Field::Reference, flaw)));
    }
    assert!(matches!(refused(Field::Reference, "SI051-2"), Flaw::NotOneOf { .. }));
    assert_eq!(odd(&with_line(16, "SI051-2")), [(Field::Reference, Oddity::ReferenceUnknown)]);
    assert_eq!(odd(&with_line(16, "SI12 202600424")), [(Field::Reference, Oddity::NotNormalised)]);
}

#[test]
fn the_control_sum_has_three_digits() {
    let short = donation()
        .with(Field::PayeeName, "A")
        .with(Field::PayeeStreet, "B")
        .with(Field::PayeeCity, "C")
        .with(Field::Message, "D")
        .with(Field::Reference, "");
    let payload = written(&short);
    assert!(payload.ends_with("\nC\n066\n"), "{payload}");
    assert_eq!(odd(&payload), []);
    let bare = payload.replace("\n066\n", "\n66\n");
    assert_eq!(odd(&bare), [(Field::Payload, Oddity::NotNormalised)]);
    let (found, computed) = ("067".to_owned(), "066".to_owned());
    let wrong = payload.replace("\n066\n", "\n067\n");
    let refusal = Refusal::new(Field::Payload, Flaw::Checksum { found, computed });
    assert_eq!(read(&wrong), Err(refusal));
}

#[test]
fn codes_of_other_makers_are_read_with_findings() {
    let payload = written(&donation());
    assert_eq!(odd(payload.trim_end()), [(Field::Payload, Oddity::EndMissing)]);
    assert_eq!(odd(&with_line(9, "")), [(Field::Amount, Oddity::Empty)]);
    assert_eq!(read(&with_line(9, "")).unwrap().request.word(Field::Amount), None);
    assert_eq!(odd(&format!("\u{feff}{payload}")), [(Field::Payload, Oddity::ByteOrderMark)]);
    assert_eq!(odd(&with_line(18, "")), [(Field::PayeeStreet, Oddity::Missing)]);
    let lower = with_line(15, "si56 0201 7001 4356 205");
    assert_eq!(odd(&lower), [(Field::Iban, Oddity::NotNormalised)]);
    let urgent = with_line(11, "X");
    let key = "urgent".to_owned();
    assert_eq!(odd(&urgent), [(Field::OtherKeys, Oddity::Unknown { key })]);
    let request = read(&urgent).unwrap().request;
    let Some(Value::Table(others)) = request.value(Field::OtherKeys) else { panic!() };
    assert_eq!(others.get("urgent"), Some(&Value::from("X")));
    assert_eq!(encode(&request), Err(Refusal::new(Field::OtherKeys, Flaw::NotCarried)));
}

#[test]
fn blanks_fill_a_code_up_to_its_length() {
    let payload = written(&donation());
    let filled = format!("{payload:<LENGTH_MAX$}");
    assert_eq!(filled.chars().count(), LENGTH_MAX);
    assert_eq!(odd(&filled), []);
    let flaw = Flaw::TooLong { max: LENGTH_MAX, found: LENGTH_MAX + 1 };
    assert_eq!(read(&format!("{filled} ")), Err(Refusal::new(Field::Payload, flaw)));
}

#[test]
fn broken_codes_are_refused() {
    let payload = written(&donation());
    for (text, field) in [
        (payload.replace("UPNQR", "UPNQ"), Field::Payload),
        (payload.lines().take(19).collect::<Vec<_>>().join("\n"), Field::Payload),
        (format!("{payload}more"), Field::Payload),
        (with_line(9, "0000002000"), Field::Amount),
        (with_line(9, "0000000200O"), Field::Amount),
        (with_line(12, "CHA"), Field::Purpose),
        (with_line(14, "1.4.2017"), Field::DueDate),
        (with_line(14, "31.02.2026"), Field::DueDate),
        (with_line(15, ""), Field::Iban),
        (with_line(17, ""), Field::PayeeName),
    ] {
        assert_eq!(read(&text).unwrap_err().field, field, "{text}");
    }
    let flaw = Flaw::Iban(IbanError::CheckDigits);
    let wrong = with_line(15, "SI57020170014356205");
    assert_eq!(read(&wrong), Err(Refusal::new(Field::Iban, flaw)));
    assert_eq!(Standard::recognise(&payload), Some(Standard::UpnQr));
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        name in "[A-ZČŠŽa-zčšž .,&-]{0,32}[a-zč]",
        message in "[ -~ČŠŽčšžöü]{0,41}[a-z]",
        payer in "[ -~čšž]{0,33}",
        cents in 1..100_000_000_000_i64,
        base in "[0-9]{1,12}",
        day in 1..29_u8,
    ) {
        let amount = format!("{}.{:02}", cents / 100, cents % 100);
        let request = donation()
            .with(Field::PayeeName, name)
            .with(Field::Message, message)
            .with(Field::PayerName, payer)
            .with(Field::Amount, amount)
            .with(Field::DueDate, format!("2026-02-{day:02}"))
            .with(Field::Reference, crate::Si12::from_base(&base).unwrap().as_str());
        let payload = written(&request);
        let reading = read(&payload).unwrap();
        prop_assert_eq!(&reading.findings, &[]);
        prop_assert_eq!(written(&reading.request), payload);
        let mut request = request;
        if request.word(Field::PayerName).is_none() {
            request.take(Field::PayerName);
        }
        prop_assert_eq!(reading.request, request);
    }
}
