//! What the published vectors do not show of Swish codes.

use proptest::prelude::*;

use super::*;
use crate::ForeignSign;

fn gift() -> Request {
    Request::new()
        .with(Field::SwishNumber, "1230000017")
        .with(Field::Amount, "100.00")
        .with(Field::Currency, "SEK")
        .with(Field::Message, "LB-2K7Q")
        .with(Field::Editable, Value::List(Vec::new()))
}

fn names(names: &[&str]) -> Value {
    Value::List(names.iter().map(|name| Value::from(*name)).collect())
}

fn payload(request: &Request) -> Result<String, Refusal> {
    encode(request).map(|encoded| encoded.payload)
}

fn flaw(request: &Request) -> (Field, Flaw) {
    let refusal = encode(request).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn read(text: &str) -> Reading {
    decode(text, Options::default()).unwrap()
}

fn refused(text: &str) -> (Field, Flaw) {
    let refusal = decode(text, Options::default()).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn found(text: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&read(text))
}

#[test]
fn the_mask_adds_up_what_the_donor_may_change() {
    for (editable, mask) in [
        (vec![], "0"),
        (vec!["payee"], "1"),
        (vec!["amount"], "2"),
        (vec!["message"], "4"),
        (vec!["message", "amount"], "6"),
        (vec!["message", "payee", "amount"], "7"),
    ] {
        let payload = payload(&gift().with(Field::Editable, names(&editable))).unwrap();
        assert_eq!(payload, format!("C1230000017;100,00;LB-2K7Q;{mask}"));
    }
    let twice = gift().with(Field::Editable, names(&["amount", "amount"]));
    assert_eq!(flaw(&twice), (Field::Editable, Flaw::Repeated));
    let other = gift().with(Field::Editable, names(&["colour"]));
    assert!(matches!(flaw(&other), (Field::Editable, Flaw::NotOneOf { .. })));
    let text = gift().with(Field::Editable, "amount");
    assert_eq!(flaw(&text), (Field::Editable, Flaw::Kind));
}

#[test]
fn limits_hold_on_both_sides() {
    let message = |length| gift().with(Field::Message, "å".repeat(length));
    assert!(payload(&message(50)).unwrap().ends_with("%C3%A5;0"));
    assert_eq!(flaw(&message(51)), (Field::Message, Flaw::TooLong { max: 50, found: 51 }));
    let amount = |text: &str| gift().with(Field::Amount, text);
    assert!(payload(&amount("999999999999.99")).is_ok());
    assert!(matches!(flaw(&amount("1000000000000.00")), (Field::Amount, Flaw::TooLarge { .. })));
    assert!(payload(&amount("0.01")).unwrap().contains(";0,01;"));
    assert_eq!(flaw(&amount("5.001")), (Field::Amount, Flaw::TooPrecise { decimals: 2 }));
    assert_eq!(flaw(&amount("-5")), (Field::Amount, Flaw::Negative));
    assert!(matches!(flaw(&amount("5,00")), (Field::Amount, Flaw::NotDecimal { .. })));
    let number = |text: &str| flaw(&gift().with(Field::SwishNumber, text));
    assert!(matches!(number("12300000171"), (_, Flaw::Length { found: 11, .. })));
    assert!(matches!(number("123000001O"), (_, Flaw::ForeignSign { at: 9, found: 'O', .. })));
    assert_eq!(number(" "), (Field::SwishNumber, Flaw::Missing));
}

#[test]
fn a_message_has_swedish_letters_and_few_signs() {
    let message = |text: &str| payload(&gift().with(Field::Message, text));
    assert_eq!(
        message("Åh! (a, b). c-d: e; f?").unwrap(),
        "C1230000017;100,00;%C3%85h%21%20%28a%2C%20b%29.%20c-d%3A%20e%3B%20f%3F;0"
    );
    for text in ["é", "A&B", "A/B", "a_b", "\u{1f600}", "a\nb"] {
        assert!(matches!(message(text).unwrap_err().flaw, Flaw::ForeignSign { .. }), "{text}");
    }
}

#[test]
fn what_has_no_place_is_refused() {
    let named = gift().with(Field::PayeeName, "Verein");
    assert_eq!(flaw(&named), (Field::PayeeName, Flaw::NotCarried));
    let mut open = gift().with(Field::Editable, names(&["message"]));
    open.take(Field::Amount);
    assert_eq!(flaw(&open), (Field::Amount, Flaw::Needs { other: Field::Editable }));
}

#[test]
fn empty_parts_may_be_cut_from_the_right() {
    let fixed = read("C1230000017;100,00");
    assert_eq!(fixed.request.word(Field::Amount), Some("100.00"));
    assert_eq!(fixed.request.word(Field::Message), None);
    assert!(fixed.findings.is_empty());
    for text in ["C1230000017", "C1230000017;;x;0"] {
        let locked = (Field::Amount, Oddity::NotWith { other: Field::Editable });
        assert_eq!(found(text), [locked]);
    }
    assert_eq!(found("C1230000017;;;2"), []);
    assert_eq!(found("C;100,00;x;1"), [(Field::SwishNumber, Oddity::Missing)]);
    assert_eq!(refused("C;100,00;x;0"), (Field::SwishNumber, Flaw::Missing));
    assert!(matches!(refused("C1230000017;1,00;x;0;y"), (_, Flaw::Broken { .. })));
}

#[test]
fn amounts_are_read_exactly_or_not_at_all() {
    for (text, amount) in
        [("100,00", "100.00"), ("100", "100.00"), ("0,5", "0.50"), ("99999999,99", "99999999.99")]
    {
        let reading = read(&format!("C1230000017;{text};;0"));
        assert_eq!(reading.request.word(Field::Amount), Some(amount));
        assert_eq!(reading.request.word(Field::Currency), Some("SEK"));
    }
    assert_eq!(found("C1230000017;100;;0"), [(Field::Amount, Oddity::AmountDecimals)]);
    assert_eq!(found("C1230000017;0,00;;2"), [(Field::Amount, Oddity::AmountZero)]);
    for text in ["1 000,00", "1.000,00", "1,0,0", "-5,00", "x", "100,001", "1000000000000,00"] {
        let (field, _) = refused(&format!("C1230000017;{text};;0"));
        assert_eq!(field, Field::Amount, "{text}");
    }
}

#[test]
fn a_private_number_and_odd_messages_are_found() {
    let private = (Field::SwishNumber, Oddity::Form { example: "1230000017" });
    assert_eq!(found("C0701234567;100,00;x;0"), [private]);
    assert!(matches!(refused("C+46701234567;1,00;x;0"), (Field::SwishNumber, _)));
    let sign = |at, found, why| (Field::Message, Oddity::ForeignSign { at, found, why });
    assert_eq!(found("C1230000017;1,00;a/b;0"), [sign(1, '/', None)]);
    let hidden = Some(ForeignSign::Invisible);
    assert_eq!(found("C1230000017;1,00;a%E2%80%8Bb;0"), [sign(1, '\u{200b}', hidden)]);
    let long = format!("C1230000017;1,00;{};0", "a".repeat(51));
    assert_eq!(found(&long), [(Field::Message, Oddity::TooLong { max: 50, found: 51 })]);
    assert_eq!(found("C1230000017;1,00;50%;0")[0], (Field::Message, Oddity::PercentAlone));
    assert_eq!(refused("C1230000017;1,00;%FF;0").1, Flaw::NotInCharset { at: 0 });
}

#[test]
fn margins_of_scanners_are_found() {
    let reading = read("\u{feff}C1230000017;1,00;x;0\r\n");
    assert_eq!(reading.request.word(Field::Message), Some("x"));
    let margins = [Oddity::ByteOrderMark, Oddity::BlanksAround];
    assert_eq!(reading.findings.len(), margins.len());
    assert!(reading.findings.iter().zip(margins).all(|(found, margin)| found.oddity == margin));
}

#[test]
fn only_texts_of_this_kind_are_recognised() {
    for text in ["C1230000017;1,00;x;0", "C1230000017", "C;;;7", "C123;"] {
        assert!(is_begun(text), "{text}");
    }
    for text in ["C", "CHF;1", "c1230000017;1", "C123000001", "Cabc", "D1230000017;"] {
        assert!(!is_begun(text), "{text}");
    }
}

proptest! {
    #[test]
    fn a_code_is_read_as_it_was_asked_for(
        number in "123[0-9]{7}",
        minor in proptest::option::of(1..99_999_999_999_999_i64),
        message in proptest::option::of("[a-zåäöA-ZÅÄÖ0-9!?(),.:; -]{1,50}"),
        editable in 0_u8..8,
    ) {
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let editable = if amount.is_none() { editable | 2 } else { editable };
        let editable: Vec<&str> = EDITABLE.into_iter()
            .filter(|(_, bit)| editable & bit != 0).map(|(name, _)| name).collect();
        let request = Request::new()
            .with(Field::SwishNumber, number)
            .with_some(Field::Amount, amount)
            .with(Field::Currency, "SEK")
            .with_some(Field::Message, message)
            .with(Field::Editable, names(&editable));
        let payload = payload(&request).unwrap();
        prop_assert!(is_begun(&payload));
        let reading = decode(&payload, Options::default()).unwrap();
        prop_assert_eq!(&reading.request, &request);
        prop_assert!(reading.findings.is_empty());
    }

    #[test]
    fn what_is_read_of_a_damaged_text_is_written_to_the_same(
        seed in proptest::sample::select(vec!["C1230000017;100,00;LB-2K7Q;6", "C1230000017;;G%C3%A5va;2", "C1230000017;5"]),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), "[0-9C;,.%A -]{0,2}", 0..3_usize), 1..4),
    ) {
        let mut text: Vec<char> = seed.chars().collect();
        for (place, signs, cut) in changes {
            let at = place.index(text.len() + 1);
            text.splice(at..(at + cut).min(text.len()), signs.chars());
        }
        let text: String = text.into_iter().collect();
        if let Ok(reading) = decode(&text, Options::default())
            && let Ok(written) = encode(&reading.request)
        {
            let again = decode(&written.payload, Options::default()).unwrap();
            prop_assert_eq!(again.request, reading.request, "{}", text);
        }
    }
}
