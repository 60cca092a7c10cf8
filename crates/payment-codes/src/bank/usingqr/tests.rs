//! What the published vectors do not show of UsingQR codes.

use proptest::prelude::*;

use super::*;
use crate::{Oddity, Options, Reading, Value};

fn invoice() -> Request {
    Request::new()
        .with(Field::PayeeName, "Exempelföreningen")
        .with(Field::OrganisationNumber, "802412-3453")
        .with(Field::AccountType, "BG")
        .with(Field::Account, "5050-1055")
        .with(Field::Amount, "200.00")
        .with(Field::Currency, "SEK")
        .with(Field::Reference, "10017")
        .with(Field::IssueDate, "2026-11-22")
        .with(Field::DueDate, "2026-12-31")
}

const JSON: &str = "{\"uqr\":1,\"tp\":1,\"nme\":\"A\",\"cid\":\"802412-3453\",\"iref\":\"1\",\
                    \"ddt\":\"20261231\",\"due\":200,\"pt\":\"BG\",\"acc\":\"5050-1055\"}";

fn payload(request: &Request) -> String {
    encode(request).unwrap().payload
}

fn flaw(field: Field, value: &str) -> (Field, Flaw) {
    let refusal = encode(&invoice().with(field, value)).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn read(text: &str) -> Result<Reading, Refusal> {
    decode(text, Options::default())
}

fn found(text: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&read(text).unwrap())
}

fn refused(from: &str, to: &str) -> (Field, Flaw) {
    assert!(JSON.contains(from));
    let refusal = read(&JSON.replace(from, to)).unwrap_err();
    (refusal.field, refusal.flaw)
}

#[test]
fn what_is_mandatory_is_refused_where_it_is_missing() {
    for field in [
        Field::PayeeName,
        Field::OrganisationNumber,
        Field::AccountType,
        Field::Account,
        Field::Amount,
        Field::Reference,
        Field::DueDate,
    ] {
        assert_eq!(flaw(field, ""), (field, Flaw::Missing));
    }
    let mut request = invoice();
    request.take(Field::IssueDate);
    request.take(Field::Currency);
    assert!(!payload(&request).contains("idt"));
}

#[test]
fn what_has_no_place_or_form_is_refused() {
    assert_eq!(flaw(Field::Message, "x"), (Field::Message, Flaw::NotCarried));
    assert_eq!(flaw(Field::PayeeCity, "x"), (Field::PayeeCity, Flaw::NotCarried));
    assert_eq!(flaw(Field::Bic, "DABADKKK"), (Field::Bic, Flaw::NotCarried));
    for (field, value) in [
        (Field::DueDate, "2026-02-30"),
        (Field::DueDate, "20261231"),
        (Field::IssueDate, "22.11.2026"),
        (Field::OrganisationNumber, "80241-23453"),
        (Field::OrganisationNumber, "198024123453"),
        (Field::AccountType, "bg"),
        (Field::Amount, "0.001"),
        (Field::Amount, "-1"),
        (Field::Amount, "1000000000.00"),
        (Field::PayeeName, "a\nb"),
        (Field::Reference, "a\u{200b}b"),
    ] {
        assert_eq!(flaw(field, value).0, field, "{value:?}");
    }
    let name = |length| "n".repeat(length);
    assert!(encode(&invoice().with(Field::PayeeName, name(255))).is_ok());
    assert_eq!(flaw(Field::PayeeName, &name(256)).1, Flaw::TooLong { max: 255, found: 256 });
}

#[test]
fn organisation_numbers_and_amounts_are_written_in_their_one_form() {
    let request = invoice().with(Field::OrganisationNumber, "8024123453");
    assert!(payload(&request).contains("\"cid\":\"802412-3453\""));
    for (amount, number) in
        [("200", "200"), ("75.50", "75.5"), ("0.01", "0.01"), ("999999999.99", "999999999.99")]
    {
        let payload = payload(&invoice().with(Field::Amount, amount));
        assert!(payload.contains(&format!("\"due\":{number},")), "{payload}");
    }
}

#[test]
fn accounts_abroad_carry_currency_bank_and_town() {
    let request = invoice()
        .with(Field::AccountType, "IBAN")
        .with(Field::Account, "DK50 0040 0440 1162 43")
        .with(Field::Currency, "DKK")
        .with(Field::Amount, "10.75")
        .with(Field::PayeeCountry, "SE")
        .with(Field::Bic, "DABADKKK")
        .with(Field::PayeeCity, "1092 Köpenhamn");
    let payload = payload(&request);
    assert!(payload.ends_with(
        "\"due\":10.75,\"cur\":\"DKK\",\"pt\":\"IBAN\",\"acc\":\"DK5000400440116243\",\
         \"bc\":\"DABADKKK\",\"adr\":\"1092 Köpenhamn\"}"
    ));
    let reading = read(&payload).unwrap();
    assert_eq!(reading.request, request.with(Field::Account, "DK5000400440116243"));
    assert!(reading.findings.is_empty());
}

#[test]
fn a_bank_abroad_may_go_by_its_number() {
    let request = invoice()
        .with(Field::AccountType, "BBAN")
        .with(Field::Account, "6000658159712")
        .with(Field::Currency, "USD")
        .with(Field::BankCode, "021000021");
    let reading = read(&payload(&request)).unwrap();
    assert_eq!(reading.request, request);
    let refusal = encode(&request.clone().with(Field::Bic, "ACIXUS33")).unwrap_err();
    assert_eq!(refusal, Refusal::new(Field::BankCode, Flaw::NotWith { other: Field::Bic }));
    let refusal = encode(&request.with(Field::BankCode, "")).unwrap_err();
    assert_eq!(refusal, Refusal::new(Field::Bic, Flaw::Missing));
}

#[test]
fn amounts_are_numbers_and_stay_exact() {
    let amount = |number: &str| {
        let reading = read(&JSON.replace(":200,", &format!(":{number},"))).unwrap();
        reading.request.word(Field::Amount).map(str::to_owned)
    };
    assert_eq!(amount("4883.15").as_deref(), Some("4883.15"));
    assert_eq!(amount("999999999.99").as_deref(), Some("999999999.99"));
    assert_eq!(amount("2500.0000").as_deref(), Some("2500.00"));
    let decimals = [(Field::Amount, Oddity::AmountDecimals)];
    assert_eq!(found(&JSON.replace(":200,", ":200.00,")), decimals);
    assert_eq!(found(&JSON.replace(":200,", ":75.50,")), decimals);
    for number in ["0", "0.00", "-5", "5e2", "5.001", "\"200\"", "true", "null", "1000000000"] {
        let (field, _) = refused(":200,", &format!(":{number},"));
        assert_eq!(field, Field::Amount, "{number}");
    }
    assert!(matches!(refused(":200,", ":0200,").1, Flaw::Broken { .. }));
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let twice = refused("\"pt\"", "\"due\":5,\"pt\"");
    assert_eq!(twice, (Field::Amount, Flaw::Repeated));
    let escaped = refused("\"pt\"", "\"d\\u0075e\":5,\"pt\"");
    assert_eq!(escaped, (Field::Amount, Flaw::Repeated));
    assert_eq!(refused("\"pt\"", "\"x\":5,\"x\":5,\"pt\""), (Field::Payload, Flaw::Repeated));
}

#[test]
fn other_versions_kinds_and_broken_accounts_are_refused() {
    assert!(matches!(refused("\"uqr\":1", "\"uqr\":2").1, Flaw::UnknownVersion { .. }));
    assert!(matches!(refused("\"uqr\":1", "\"uqr\":\"1\"").1, Flaw::UnknownVersion { .. }));
    assert_eq!(refused("\"tp\":1", "\"tp\":2").0, Field::Kind);
    assert_eq!(refused("5050-1055", "5050-1056"), (Field::Account, Flaw::CheckDigits));
    let bankgiro = Flaw::Form { example: "5050-1055" };
    assert_eq!(refused("5050-1055", "50501055"), (Field::Account, bankgiro.clone()));
    assert_eq!(refused("5050-1055", "5050 1055"), (Field::Account, bankgiro));
    assert_eq!(refused("\"BG\"", "\"XX\"").0, Field::AccountType);
    assert_eq!(refused("20261231", "20261331").0, Field::DueDate);
    assert_eq!(refused("\"iref\":\"1\"", "\"iref\":1"), (Field::Reference, Flaw::Kind));
    assert_eq!(refused("\"iref\":\"1\",", ""), (Field::Reference, Flaw::Missing));
    assert_eq!(refused("\"pt\"", "\"cur\":\"EUR\",\"pt\"").0, Field::Currency);
    assert_eq!(refused("{\"uqr\"", "[\"uqr\""), (Field::Payload, Flaw::OtherStandard));
}

#[test]
fn the_order_of_the_keys_other_keys_and_forms_are_found() {
    assert_eq!(found(JSON), []);
    let swapped = JSON.replace("\"uqr\":1,\"tp\":1", "\"tp\":1,\"uqr\":1");
    assert_eq!(found(&swapped), [(Field::Payload, Oddity::OutOfOrder)]);
    let unknown = JSON.replace("\"pt\"", "\"colour\":{\"a\":[1]},\"vat\":40.50,\"pt\"");
    let reading = read(&unknown).unwrap();
    let key = "colour".to_owned();
    assert_eq!(found(&unknown), [(Field::OtherKeys, Oddity::Unknown { key })]);
    let Some(Value::Table(others)) = reading.request.value(Field::OtherKeys) else { panic!() };
    assert_eq!(others.get("vat"), Some(&Value::from("40.50")));
    let bare = JSON.replace("802412-3453", "8024123453");
    assert_eq!(found(&bare), [(Field::OrganisationNumber, Oddity::NotNormalised)]);
    let odd = JSON.replace("802412-3453", "997912345 MVA");
    let example = "802412-3453";
    assert_eq!(found(&odd), [(Field::OrganisationNumber, Oddity::Form { example })]);
}

#[test]
fn names_may_be_written_in_ascii() {
    let escaped = JSON.replace("\"A\"", "\"Exempelf\\u00f6reningen \\\"Öst\\\"\"");
    let reading = read(&escaped).unwrap();
    assert_eq!(reading.request.word(Field::PayeeName), Some("Exempelföreningen \"Öst\""));
}

proptest! {
    #[test]
    fn a_code_is_read_as_it_was_asked_for(
        name in "[ -~åäöÅÄÖé]{1,40}".prop_filter("not blank", |name| !name.trim().is_empty()),
        reference in "[0-9A-Z-]{1,25}",
        minor in 1..99_999_999_999_i64,
        day in 1..29_u8,
    ) {
        let amount = format!("{}.{:02}", minor / 100, minor % 100);
        let request = invoice()
            .with(Field::PayeeName, name)
            .with(Field::Reference, reference)
            .with(Field::Amount, amount)
            .with(Field::DueDate, format!("2026-12-{day:02}"));
        let payload = payload(&request);
        prop_assert!(is_begun(&payload));
        let reading = read(&payload).unwrap();
        prop_assert_eq!(&reading.request, &request);
        prop_assert!(reading.findings.is_empty());
    }

    #[test]
    fn what_is_read_of_a_damaged_text_is_written_to_the_same(
        seed in proptest::sample::select(vec![JSON]),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), "[0-9a-z{}\":,. -]{0,2}", 0..3_usize), 1..4),
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
