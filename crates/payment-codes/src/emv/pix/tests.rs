//! What the published vectors do not show: limits, quirks and findings.

use proptest::prelude::*;

use super::*;
use crate::emv::given::{changed, tags};
use crate::reading::found;
use crate::{Oddity, Options, Reading, Value};

fn plain() -> Request {
    Request::new()
        .with(Field::PayeeName, "Instituto Rio Limpo")
        .with(Field::City, "Sao Paulo")
        .with(Field::Key, "doe@riolimpo.example")
        .with(Field::KeyType, "email")
        .with(Field::Currency, "BRL")
}

fn refused(field: Field, value: &str) -> (Field, Flaw) {
    let refusal = encode(&plain().with(field, value)).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn account(subs: &[(u8, &str)]) -> String {
    let mut all = vec![(0, OWNER)];
    all.extend_from_slice(subs);
    tags(&all)
}

/// Reads a code of a key with some tags changed.
fn read(changes: &[(u8, &str)]) -> Result<Reading, Refusal> {
    let account = account(&[(1, "doe@riolimpo.example")]);
    let txid = tags(&[(5, "D1")]);
    let parts = [
        (0, "01"),
        (26, account.as_str()),
        (52, "0000"),
        (53, "986"),
        (58, "BR"),
        (59, "Rio"),
        (60, "Rio"),
        (62, txid.as_str()),
    ];
    decode(&changed(&parts, changes), Options::default())
}

fn oddities(changes: &[(u8, &str)]) -> Vec<(Field, Oddity)> {
    found(&read(changes).unwrap())
}

fn refusal(changes: &[(u8, &str)]) -> (Field, Flaw) {
    let refusal = read(changes).unwrap_err();
    (refusal.field, refusal.flaw)
}

#[test]
fn every_limit_holds_at_its_last_place() {
    let letters = |count: usize| "A".repeat(count);
    // The key has 20 characters, so the message may have 53.
    for (field, max) in
        [(Field::PayeeName, 25), (Field::City, 15), (Field::Reference, 25), (Field::Message, 53)]
    {
        assert!(encode(&plain().with(field, letters(max))).is_ok(), "{field}");
        let long = (field, Flaw::TooLong { max, found: max + 1 });
        assert_eq!(refused(field, &letters(max + 1)), long);
    }
    let longest = plain().with(Field::KeyType, "phone").with(Field::Key, "+12");
    let longest = longest.with(Field::Message, letters(70));
    let Encoded { payload, .. } = encode(&longest).unwrap();
    assert!(payload.contains("26990014br.gov.bcb.pix0103+120270AAA"), "{payload}");
    assert!(encode(&longest.with(Field::Message, letters(71))).is_err());
    assert!(encode(&plain().with(Field::Amount, "9999999999.99")).is_ok());
    for wrong in ["10000000000.00", "0", "-1", "1,00", "1.005"] {
        assert_eq!(refused(Field::Amount, wrong).0, Field::Amount, "{wrong}");
    }
}

#[test]
fn what_a_static_code_cannot_carry_is_refused() {
    for (field, value) in [
        (Field::Kind, "dynamic"),
        (Field::Poi, "12"),
        (Field::Currency, "USD"),
        (Field::KeyType, "iban"),
        (Field::Key, "nobody"),
        (Field::Mcc, "12"),
        (Field::Url, "pix.example.com/1"),
        (Field::Reference, "D 1"),
        (Field::Reference, "Dé1"),
        (Field::Reference, "**"),
        (Field::PostalCode, "0131-010"),
        (Field::PostalCode, "01310 100"),
        (Field::PayeeName, "希望"),
    ] {
        let expected = if value == "nobody" { Field::Key } else { field };
        assert_eq!(refused(field, value).0, expected, "{field} {value}");
    }
    for (field, value) in [
        (Field::Kind, "static"),
        (Field::Poi, "11"),
        (Field::Mcc, "8398"),
        (Field::Reference, "***"),
        (Field::PostalCode, "01310-100"),
        (Field::PostalCode, "01310100"),
    ] {
        assert!(encode(&plain().with(field, value)).is_ok(), "{field} {value}");
    }
    assert_eq!(encode(&plain().with(Field::Reference, "***")), encode(&plain()));
}

#[test]
fn the_name_of_the_scheme_may_be_in_capitals_and_in_any_template() {
    let account = tags(&[(0, "BR.GOV.BCB.PIX"), (1, "doe@riolimpo.example")]);
    let odd = [(Field::Accounts, Oddity::NotNormalised)];
    assert_eq!(oddities(&[(26, &account)]), odd);
    assert_eq!(oddities(&[(26, ""), (51, &account)]), odd);
    let twice = refusal(&[(27, &account)]);
    assert_eq!(twice, (Field::Accounts, Flaw::Repeated));
    let other = tags(&[(0, "org.example")]);
    assert_eq!(refusal(&[(26, &other)]), (Field::Payload, Flaw::OtherStandard));
    let unknown = (Field::Accounts, Oddity::Unknown { key: "27".to_owned() });
    assert_eq!(oddities(&[(27, &other)]), [unknown]);
}

#[test]
fn a_code_has_a_key_and_a_txid() {
    assert_eq!(refusal(&[(62, "")]), (Field::Reference, Flaw::Missing));
    assert_eq!(refusal(&[(26, &account(&[]))]), (Field::Key, Flaw::Missing));
    let both = account(&[(1, "doe@rio.example"), (25, "pix.example.com/1")]);
    let not_with = Flaw::NotWith { other: Field::Url };
    assert_eq!(refusal(&[(26, &both)]), (Field::Key, not_with));
    for (id, field) in
        [(52, Field::Mcc), (53, Field::CurrencyCode), (58, Field::Country), (59, Field::PayeeName)]
    {
        assert_eq!(refusal(&[(id, "")]), (field, Flaw::Missing));
    }
    assert_eq!(refusal(&[(53, "840")]).0, Field::CurrencyCode);
    assert_eq!(refusal(&[(58, "US")]).0, Field::Country);
    let long = tags(&[(5, &"A".repeat(26))]);
    let odd = [(Field::Reference, Oddity::TooLong { max: 25, found: 26 })];
    assert_eq!(oddities(&[(62, &long)]), odd);
}

#[test]
fn a_key_that_cannot_exist_is_told() {
    let with_key = |key: &str| read(&[(26, &account(&[(1, key)]))]).unwrap();
    let form = Oddity::Form { example: "123e4567-e12b-12d1-a456-426655440000" };
    for key in ["52998224726", "5581987654321", "nobody"] {
        let reading = with_key(key);
        assert_eq!(found(&reading), [(Field::Key, form.clone())]);
        assert_eq!(reading.request.word(Field::Key), Some(key));
        assert_eq!(reading.request.value(Field::KeyType), None);
        assert_eq!(encode(&reading.request).unwrap_err().field, Field::Key);
    }
    let reading = with_key("DOE@RIO.EXAMPLE");
    assert_eq!(found(&reading), [(Field::Key, Oddity::NotNormalised)]);
    assert_eq!(reading.request.word(Field::Key), Some("doe@rio.example"));
}

#[test]
fn the_example_of_the_manual_is_read() {
    // Banco Central do Brasil, Manual do BR Code, version 1.0.0.
    let code = "00020104141234567890123426580014BR.GOV.BCB.PIX0136123e4567-e12b-12d1-a456-4266554400\
        0027300012BR.COM.OUTRO011001234567895204000053039865406123.455802BR5917NOME DO RECEBEDOR\
        6008BRASILIA61087007490062190515RP12345678-201980390012BR.COM.OUTRO01190123.ABCD.3456.WXYZ\
        6304AD38";
    let reading = decode(code, Options::default()).unwrap();
    for (field, value) in [
        (Field::Key, "123e4567-e12b-12d1-a456-426655440000"),
        (Field::KeyType, "evp"),
        (Field::Amount, "123.45"),
        (Field::PostalCode, "70074900"),
        (Field::Reference, "RP12345678-2019"),
    ] {
        assert_eq!(reading.request.word(field), Some(value), "{field}");
    }
    let unknown = |field, key: &str| (field, Oddity::Unknown { key: key.to_owned() });
    let odd = [
        (Field::Accounts, Oddity::NotNormalised),
        (Field::Reference, Oddity::ForeignSign { at: 10, found: '-', why: None }),
        unknown(Field::Accounts, "04"),
        unknown(Field::Accounts, "27"),
        unknown(Field::Unreserved, "80"),
    ];
    assert_eq!(found(&reading), odd);
}

#[test]
fn codes_of_an_institution_are_read() {
    let dynamic = account(&[(25, "pix.example.com/v2/8b3d")]);
    let reading = read(&[(1, "12"), (26, &dynamic), (62, &tags(&[(5, "***")]))]).unwrap();
    assert_eq!(found(&reading), [(Field::Url, Oddity::Issued), (Field::Poi, Oddity::OneTime)]);
    assert_eq!(reading.request.word(Field::Kind), Some("dynamic"));
    assert_eq!(reading.request.value(Field::Reference), None);
    assert!(encode(&reading.request).is_err());
    let recurring = tags(&[(0, OWNER), (25, "pix.example.com/rec/1")]);
    let reading = read(&[(26, &account(&[])), (80, &recurring)]).unwrap();
    assert_eq!(reading.request.word(Field::Kind), Some("recurring"));
    assert_eq!(reading.request.word(Field::Url), Some("pix.example.com/rec/1"));
    assert!(found(&reading).contains(&(Field::Unreserved, Oddity::Issued)));
    let secured = account(&[(25, "https://pix.example.com/1")]);
    let form = Oddity::Form { example: "pix.example.com/v2/1234" };
    assert!(oddities(&[(26, &secured)]).contains(&(Field::Url, form)));
}

#[test]
fn what_apps_forgive_is_a_finding() {
    for amount in ["1.2", "5", "5."] {
        assert_eq!(oddities(&[(54, amount)]), [(Field::Amount, Oddity::AmountDecimals)]);
    }
    assert_eq!(read(&[(54, "1.2")]).unwrap().request.word(Field::Amount), Some("1.2"));
    assert_eq!(refusal(&[(54, "0.00")]), (Field::Amount, Flaw::Zero));
    let accent = Oddity::ForeignSign { at: 1, found: 'ã', why: None };
    assert_eq!(oddities(&[(60, "São Paulo")]), [(Field::City, accent)]);
    let long = Oddity::TooLong { max: 25, found: 26 };
    assert_eq!(oddities(&[(59, &"A".repeat(26))]), [(Field::PayeeName, long)]);
    let cash = account(&[(1, "doe@rio.example"), (3, "12345678")]);
    let unknown = Oddity::Unknown { key: "26-03".to_owned() };
    assert_eq!(oddities(&[(26, &cash)]), [(Field::Accounts, unknown)]);
    let labels = tags(&[(5, "D1"), (7, "T1")]);
    let reading = read(&[(62, &labels)]).unwrap();
    let Some(Value::Table(others)) = reading.request.value(Field::Additional) else { panic!() };
    assert_eq!(others.get("07"), Some(&Value::from("T1")));
}

proptest! {
    #[test]
    fn any_request_that_is_written_is_read_again(
        name in "[ -~]{1,25}",
        city in "[ -~]{1,15}",
        key in prop_oneof![
            Just(("cpf", "52998224725".to_owned())),
            Just(("cnpj", "12ABC34501DE35".to_owned())),
            "\\+[1-9][0-9]{1,14}".prop_map(|key| ("phone", key)),
            "[a-z0-9.+]{1,20}@[a-z]{1,9}\\.br".prop_map(|key| ("email", key)),
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}".prop_map(|key| ("evp", key)),
        ],
        reference in proptest::option::of("[A-Za-z0-9]{1,25}"),
        message in proptest::option::of("[ -~]{1,40}"),
        minor in proptest::option::of(1..u32::MAX),
    ) {
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let request = Request::new()
            .with(Field::PayeeName, name)
            .with(Field::City, city)
            .with(Field::Key, key.1)
            .with(Field::KeyType, key.0)
            .with(Field::Currency, "BRL")
            .with(Field::Mcc, "0000")
            .with_some(Field::Reference, reference)
            .with_some(Field::Message, message)
            .with_some(Field::Amount, amount);
        if let Ok(Encoded { payload, .. }) = encode(&request) {
            let reading = decode(&payload, Options::default()).unwrap();
            prop_assert_eq!(&reading.findings, &vec![]);
            prop_assert_eq!(reading.request, request);
        }
    }
}
