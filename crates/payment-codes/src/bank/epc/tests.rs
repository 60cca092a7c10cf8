//! The code as one of many: what is refused by which field, what is odd, what comes back.

use proptest::prelude::*;

use super::uniform::{decode, encode};
use super::{PAYLOAD_BYTES_MAX, SEPA_COUNTRIES};
use crate::{
    CreditorReference, Field, Finding, Flaw, ForeignSign, IbanCountry, Oddity, Options, Refusal,
    Request, Value,
};

const GERMAN: &str = "DE89370400440532013000";

fn request() -> Request {
    Request::new().with(Field::PayeeName, "Verein").with(Field::Iban, GERMAN)
}

fn refused(field: Field, value: impl Into<Value>) -> Refusal {
    encode(&request().with(field, value)).unwrap_err()
}

fn read(text: &str) -> Result<(Request, Vec<Finding>), Refusal> {
    decode(text, Options::default()).map(|reading| (reading.request, reading.findings))
}

#[test]
fn the_refusal_names_the_field_that_was_typed() {
    let not_one_of = |allowed, found: &str| Flaw::NotOneOf { allowed, found: found.to_owned() };
    for (field, value, flaw) in [
        (Field::PayeeName, "  ", Flaw::Missing),
        (Field::PayerName, "A", Flaw::NotCarried),
        (Field::Amount, "0", Flaw::Zero),
        (Field::Amount, "12,50", Flaw::NotDecimal { found: "12,50".to_owned() }),
        (Field::Amount, "1000000000", Flaw::TooLarge { max: "999999999.99".to_owned() }),
        (Field::Currency, "CHF", not_one_of(&["EUR"], "CHF")),
        (Field::Purpose, "CHARI", Flaw::TooLong { max: 4, found: 5 }),
        (Field::Purpose, "char", Flaw::ForeignSign { at: 0, found: 'c', why: None }),
        (Field::Version, "003", not_one_of(&["001", "002"], "003")),
        (Field::Charset, "2", not_one_of(&["1"], "2")),
        (Field::ReferenceType, "QRR", not_one_of(&["TEXT", "RF", "OGM"], "QRR")),
    ] {
        assert_eq!(refused(field, value), Refusal::new(field, flaw), "{value}");
    }
    let missing = |field| Refusal::new(field, Flaw::Missing);
    assert_eq!(refused(Field::Version, "001"), missing(Field::Bic));
    assert_eq!(refused(Field::Iban, "CH9300762011623852957"), missing(Field::Bic));
    assert_eq!(refused(Field::ReferenceType, "RF"), missing(Field::Reference));
    assert_eq!(refused(Field::ReferenceType, "OGM"), missing(Field::Reference));
}

#[test]
fn line_11_is_blamed_on_the_part_that_fills_it() {
    let long = |max, found| Flaw::TooLong { max, found };
    let reference = "R".repeat(141);
    assert_eq!(
        refused(Field::Reference, &reference),
        Refusal::new(Field::Reference, long(140, 141))
    );
    let both = request().with(Field::Reference, "R").with(Field::Message, "m".repeat(139));
    assert_eq!(encode(&both).unwrap_err(), Refusal::new(Field::Message, long(140, 141)));
    let ogm = request().with(Field::Reference, "123456789002").with(Field::ReferenceType, "OGM");
    let elsewhere = Flaw::NotWith { other: Field::Iban };
    assert_eq!(encode(&ogm).unwrap_err(), Refusal::new(Field::Reference, elsewhere));
}

#[test]
fn an_account_outside_the_sepa_countries_is_refused_and_found() {
    let known: Vec<&str> =
        IbanCountry::all().filter(|country| country.is_in_sepa()).map(IbanCountry::code).collect();
    assert_eq!(known, SEPA_COUNTRIES);
    let turkish = "TR330006100519786457841326";
    let flaw = Flaw::NotOneOf { allowed: SEPA_COUNTRIES, found: "TR".to_owned() };
    assert_eq!(refused(Field::Iban, turkish), Refusal::new(Field::Iban, flaw));
    let (_, findings) = read(&format!("BCD\n002\n1\nSCT\n\nVerein\n{turkish}")).unwrap();
    let oddities: Vec<Oddity> = findings.into_iter().map(|finding| finding.oddity).collect();
    assert_eq!(oddities, [Oddity::NotWith { other: Field::Currency }, Oddity::Missing]);
}

#[test]
fn a_text_as_a_scanner_or_a_person_hands_it_over_is_read() {
    let (request, findings) = read(&format!(
        "\u{feff}\nBCD\n002\n2\nSCT\n\n{}\n{GERMAN}\n\n\n\nViite 12\n\n",
        "é".repeat(70)
    ))
    .unwrap();
    assert_eq!(request.value(Field::Charset), Some(&Value::Whole(2)));
    let odd = |oddity| Finding { field: Field::Payload, oddity };
    assert_eq!(
        findings,
        [
            odd(Oddity::ByteOrderMark),
            odd(Oddity::BlanksAround),
            odd(Oddity::TrailingLines { count: 2 })
        ]
    );
}

#[test]
fn bytes_are_counted_in_the_set_the_code_names() {
    let code = |charset, text: usize| {
        format!(
            "BCD\n002\n{charset}\nSCT\n\n{0}\n{GERMAN}\n\n\n\n{1}\n{0}",
            "é".repeat(70),
            "é".repeat(text)
        )
    };
    let oddities = |text: &str| {
        let (_, findings) = read(text).unwrap();
        findings.into_iter().map(|finding| finding.oddity).collect::<Vec<_>>()
    };
    assert_eq!(oddities(&code(8, 140)), []);
    let found = code(1, 140).len();
    assert_eq!(oddities(&code(1, 140)), [Oddity::TooManyBytes { max: PAYLOAD_BYTES_MAX, found }]);
}

#[test]
fn what_is_read_from_line_10_is_told_by_its_scheme() {
    let line_10 = |iban: &str, line: &str| {
        let (request, findings) =
            read(&format!("BCD\n002\n1\nSCT\n\nVerein\n{iban}\n\n\n{line}")).unwrap();
        let word = |field| request.word(field).map(str::to_owned);
        (word(Field::ReferenceType), word(Field::Reference), findings)
    };
    let some = |text: &str| Some(text.to_owned());
    let odd = |oddity| vec![Finding { field: Field::Reference, oddity }];
    assert_eq!(line_10(GERMAN, "RF18539007547034"), (some("RF"), some("RF18539007547034"), vec![]));
    assert_eq!(
        line_10(GERMAN, "RF19539007547034"),
        (None, some("RF19539007547034"), odd(Oddity::ReferenceBroken))
    );
    assert_eq!(
        line_10("BE68539007547034", "123456789002"),
        (some("OGM"), some("123456789002"), vec![])
    );
    assert_eq!(
        line_10(GERMAN, "123456789002"),
        (None, some("123456789002"), odd(Oddity::ReferenceUnknown))
    );
}

#[test]
fn a_refused_text_is_refused_by_its_field() {
    let with = |number: usize, line: &str| {
        let mut lines = ["BCD", "002", "1", "SCT", "", "Verein", GERMAN, "", "", "", ""];
        lines[number - 1] = line;
        read(lines.join("\n").trim_end_matches('\n')).unwrap_err().field
    };
    for (number, line, field) in [
        (1, "BCE", Field::Payload),
        (2, "003", Field::Version),
        (3, "9", Field::Charset),
        (4, "SCC", Field::Payload),
        (5, "X", Field::Bic),
        (6, "", Field::PayeeName),
        (7, "", Field::Iban),
        (8, "EUR", Field::Amount),
        (8, "EUR0.00", Field::Amount),
        (9, "char", Field::Purpose),
    ] {
        assert_eq!(with(number, line), field, "{line}");
    }
    let direction =
        Oddity::ForeignSign { at: 1, found: '\u{202e}', why: Some(ForeignSign::Direction) };
    let (_, findings) = read(&format!("BCD\n002\n1\nSCT\n\nA\u{202e}B\n{GERMAN}")).unwrap();
    assert_eq!(findings, [Finding { field: Field::PayeeName, oddity: direction }]);
}

prop_compose! {
    fn any_request()(
        name in "[A-Za-zäöüß .]{0,40}[A-Z]",
        bic in prop::option::of("[A-Z]{4}DE[A-Z0-9]{2}"),
        cents in prop::option::of(1i64..=99_999_999_999),
        purpose in prop::option::of("[A-Z0-9]{1,4}"),
        base in prop::option::of("[A-Z0-9]{1,21}"),
        message in prop::option::of("[A-Za-z0-9äöüß ,.]{0,60}[a-z]"),
        information in prop::option::of("[A-Za-z ]{0,60}[a-z]"),
    ) -> Request {
        let amount = cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100));
        let reference = base.map(|base| CreditorReference::from_base(&base).unwrap().to_string());
        let message = message.filter(|_| reference.is_none());
        Request::new()
            .with(Field::Version, "002")
            .with(Field::Charset, 1u64)
            .with(Field::PayeeName, name)
            .with(Field::Iban, GERMAN)
            .with_some(Field::Bic, bic)
            .with_some(Field::Amount, amount)
            .with(Field::Currency, "EUR")
            .with_some(Field::Purpose, purpose)
            .with_some(Field::ReferenceType, reference.as_ref().map(|_| "RF"))
            .with_some(Field::Reference, reference)
            .with_some(Field::Message, message)
            .with_some(Field::Information, information)
    }
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded_to_the_same_request(request in any_request()) {
        let payload = encode(&request).unwrap().payload;
        let (again, findings) = read(&payload).unwrap();
        prop_assert_eq!(&again, &request);
        prop_assert_eq!(findings, []);
        prop_assert_eq!(encode(&again).unwrap().payload, payload);
    }
}
