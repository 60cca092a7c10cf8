//! What the published vectors do not show: limits, models, signs, quirks.

use proptest::prelude::*;

use super::*;
use crate::IbanError;

fn donation() -> Request {
    Request::new()
        .with(Field::PayeeName, "Udruga Primjer")
        .with(Field::PayeeStreet, "Alkarski prolaz 13B")
        .with(Field::PayeeCity, "21230 Sinj")
        .with(Field::Iban, "HR1210010051863000160")
        .with(Field::Amount, "20.00")
        .with(Field::Currency, "EUR")
        .with(Field::Model, "HR00")
        .with(Field::Reference, "2026-42")
        .with(Field::Purpose, "CHAR")
        .with(Field::Message, "Donacija za azil")
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

fn with_line(number: usize, line: &str) -> String {
    let payload = written(&donation());
    let mut lines: Vec<&str> = payload.split('\n').collect();
    lines[number - 1] = line;
    lines.join("\n")
}

#[test]
fn texts_fill_their_lines_and_no_more() {
    for (_, field, max, _) in TEXTS {
        let request = donation().with(field, "š".repeat(max));
        assert_eq!(read(&written(&request)).unwrap().request, request);
        let flaw = Flaw::TooLong { max, found: max + 1 };
        assert_eq!(refused(field, &"š".repeat(max + 1)), flaw);
    }
}

#[test]
fn amounts_fill_fifteen_digits() {
    for (amount, line) in [("0.01", "000000000000001"), ("9999999999999.99", "999999999999999")] {
        let payload = written(&donation().with(Field::Amount, amount));
        assert_eq!(payload.split('\n').nth(2), Some(line));
        assert_eq!(read(&payload).unwrap().request.word(Field::Amount), Some(amount));
    }
    let max = "9999999999999.99".to_owned();
    assert_eq!(refused(Field::Amount, "10000000000000"), Flaw::TooLarge { max });
    assert_eq!(refused(Field::Amount, "0.00"), Flaw::Zero);
}

#[test]
fn only_signs_of_the_slip_are_written() {
    let all = "AZaz09 ,.:-+?'/()";
    assert_eq!(odd(&written(&donation().with(Field::Message, all))), []);
    assert_eq!(odd(&written(&donation().with(Field::Message, "ČĆĐŠŽčćđšž"))), []);
    for found in ['&', 'ö', '"', ';', '_', '%', '€', 'Д'] {
        let flaw = Flaw::ForeignSign { at: 1, found, why: None };
        assert_eq!(refused(Field::Message, &format!("a{found}")), flaw);
        let oddity = Oddity::ForeignSign { at: 1, found, why: None };
        assert_eq!(odd(&with_line(14, &format!("a{found}"))), [(Field::Message, oddity)]);
    }
}

#[test]
fn the_model_and_the_reference_go_together() {
    let both = |model: &str, reference: &str| {
        let request = donation().with(Field::Model, model).with(Field::Reference, reference);
        encode(&request).map(|encoded| {
            let mut lines = encoded.payload.split('\n').skip(10).map(str::to_owned);
            (lines.next().unwrap(), lines.next().unwrap())
        })
    };
    let owned = |model: &str, number: &str| Ok((model.to_owned(), number.to_owned()));
    assert_eq!(both("", ""), owned("HR99", ""));
    assert_eq!(both("HR99", ""), owned("HR99", ""));
    assert_eq!(both("HR00", "1-23 4-5"), owned("HR00", "1-234-5"));
    assert_eq!(both("HR05", "12345678901-1"), owned("HR05", "12345678901-1"));
    let refuse = |field, flaw| Err(Refusal::new(field, flaw));
    let other = Field::Model;
    assert_eq!(both("HR99", "1"), refuse(Field::Reference, Flaw::NotWith { other }));
    assert_eq!(both("HR00", ""), refuse(Field::Reference, Flaw::Missing));
    assert_eq!(both("HR01", ""), refuse(Field::Reference, Flaw::Missing));
    assert_eq!(both("", "1"), refuse(Field::Model, Flaw::Missing));
    let blocks = Flaw::Reference(ReferenceError::Blocks { room: 3 });
    assert_eq!(both("HR00", "1-2-3-4"), refuse(Field::Reference, blocks));
    for model in ["00", "HR0", "HR000", "hr00", "HRAA", "SI00"] {
        assert_eq!(both(model, "1"), refuse(Field::Model, Flaw::Form { example: "HR00" }));
    }
    let flaw = Flaw::NotOneOf { allowed: MODELS, found: "HR98".to_owned() };
    assert_eq!(both("HR98", "1"), refuse(Field::Model, flaw));
}

#[test]
fn references_hold_digits_and_hyphens() {
    let request = donation().with(Field::Model, "HR01");
    let reference = |text: &str| {
        let encoded = encode(&request.clone().with(Field::Reference, text));
        encoded.map(|_| ()).map_err(|refusal| refusal.flaw)
    };
    assert_eq!(reference(&"1".repeat(REFERENCE_LENGTH_MAX)), Ok(()));
    for (text, error) in [
        ("11111111111111111111111", ReferenceError::TooLong { room: 22, found: 23 }),
        ("LB-1", ReferenceError::ForeignSign { at: 0, found: 'L' }),
        ("1--2", ReferenceError::Blocks { room: 3 }),
        ("-1", ReferenceError::Blocks { room: 2 }),
    ] {
        assert_eq!(reference(text), Err(Flaw::Reference(error)), "{text}");
        let payload = with_line(11, "HR01").replace("2026-42", text);
        assert_eq!(read(&payload).unwrap_err().field, Field::Reference);
    }
}

#[test]
fn what_a_slip_needs_is_asked_for() {
    for field in
        [Field::PayeeName, Field::PayeeStreet, Field::PayeeCity, Field::Iban, Field::Message]
    {
        assert_eq!(refused(field, ""), Flaw::Missing);
    }
    assert_eq!(refused(Field::PayerReference, "HR00 1"), Flaw::NotCarried);
    assert!(matches!(refused(Field::Iban, "SI56020170014356205"), Flaw::NotOneOf { .. }));
    let payload = written(&donation().with(Field::Purpose, ""));
    assert_eq!(payload.split('\n').nth(12), Some(""));
    assert_eq!(odd(&payload), []);
}

#[test]
fn codes_of_other_makers_are_read_with_findings() {
    let payload = written(&donation());
    let long = "N".repeat(30);
    let oddity = Oddity::TooLong { max: 25, found: 30 };
    assert_eq!(odd(&with_line(7, &long)), [(Field::PayeeName, oddity)]);
    assert_eq!(odd(payload.trim_end()), [(Field::Payload, Oddity::EndMissing)]);
    let oddity = Oddity::TrailingLines { count: 2 };
    assert_eq!(odd(&format!("{payload}\n\n")), [(Field::Payload, oddity)]);
    assert_eq!(odd(&with_line(9, "")), [(Field::PayeeCity, Oddity::Missing)]);
    assert_eq!(odd(&with_line(11, "")), [(Field::Model, Oddity::Missing)]);
    assert_eq!(odd(&with_line(12, "")), [(Field::Reference, Oddity::Missing)]);
    let oddity = Oddity::NotWith { other: Field::Model };
    assert_eq!(odd(&with_line(11, "HR99")), [(Field::Reference, oddity)]);
    assert_eq!(odd(&with_line(11, "HR98")), [(Field::Model, Oddity::ReferenceUnknown)]);
    let open = read(&with_line(3, "000000000000000")).unwrap();
    assert_eq!((open.request.word(Field::Amount), open.findings), (None, vec![]));
}

#[test]
fn broken_codes_are_refused() {
    let payload = written(&donation());
    for (text, field) in [
        (with_line(1, "HRVHUB10"), Field::Payload),
        (with_line(2, "HRK"), Field::Currency),
        (with_line(2, ""), Field::Currency),
        (with_line(3, "0000000000020.0"), Field::Amount),
        (with_line(3, ""), Field::Amount),
        (with_line(7, ""), Field::PayeeName),
        (with_line(10, "HR12"), Field::Iban),
        (with_line(11, "00"), Field::Model),
        (with_line(13, "CHA"), Field::Purpose),
        (payload.replace('\n', "\r\n"), Field::Payload),
        (payload.lines().take(13).collect::<Vec<_>>().join("\n"), Field::Payload),
        (format!("{payload}more"), Field::Payload),
    ] {
        assert_eq!(read(&text).map_err(|refusal| refusal.field), Err(field), "{text}");
    }
    let wrong = with_line(10, "HR1310010051863000160");
    let flaw = Flaw::Iban(IbanError::CheckDigits);
    assert_eq!(read(&wrong), Err(Refusal::new(Field::Iban, flaw)));
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        name in "[A-ZČĆĐŠŽa-z .,'/()-]{0,24}[a-zčćđšž]",
        payer in "[A-Z0-9 ?:+]{0,29}[A-Z]",
        cents in 1..1_000_000_000_000_000_i64,
        reference in "[0-9]{1,7}(-[0-9]{1,6}){0,2}",
        model in prop::sample::select(&["HR00", "HR01", "HR05"][..]),
    ) {
        let request = donation()
            .with(Field::PayeeName, name)
            .with(Field::PayerName, payer)
            .with(Field::Amount, format!("{}.{:02}", cents / 100, cents % 100))
            .with(Field::Model, model)
            .with(Field::Reference, reference);
        let payload = written(&request);
        let reading = read(&payload).unwrap();
        prop_assert_eq!(&reading.findings, &[]);
        prop_assert_eq!(written(&reading.request), payload);
        prop_assert_eq!(reading.request, request);
    }
}
