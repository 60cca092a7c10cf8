use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::emv::tlv;
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Request, Value};

fn table<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Table(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn account() -> Value {
    table([("00", "org.example.pay".into()), ("01", "4242".into())])
}

fn smallest() -> Request {
    Request::new()
        .with(Field::Accounts, table([("26", account())]))
        .with(Field::Mcc, "8398")
        .with(Field::CurrencyCode, "978")
        .with(Field::Country, "FR")
        .with(Field::PayeeName, "AIDE")
        .with(Field::City, "PARIS")
}

fn flaw(request: &Request) -> (Field, Flaw) {
    let refusal = encode(request).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn is_taken(field: Field, value: impl Into<Value>) -> bool {
    match encode(&smallest().with(field, value)) {
        Ok(_) => true,
        Err(refusal) => {
            assert_eq!(refusal.field, field);
            false
        }
    }
}

/// The smallest legal code with other tags behind the account.
fn sealed(rest: &str) -> String {
    let mut text = format!("00020126270015org.example.pay01044242{rest}");
    tlv::push_checksum(&mut text);
    text
}

fn read(rest: &str) -> Result<Reading, Refusal> {
    decode(&sealed(rest), Options::default())
}

fn refused(rest: &str) -> (Field, Flaw) {
    let refusal = read(rest).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn oddities(rest: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&read(rest).unwrap())
}

const REST: &str = "5204839853039785802FR5904AIDE6005PARIS";

#[test]
fn what_a_code_needs_is_asked_for() {
    for field in [
        Field::Accounts,
        Field::Mcc,
        Field::CurrencyCode,
        Field::Country,
        Field::PayeeName,
        Field::City,
    ] {
        let mut request = smallest();
        request.take(field);
        assert_eq!(flaw(&request), (field, Flaw::Missing));
    }
    assert_eq!(flaw(&smallest().with(Field::Iban, "X")), (Field::Iban, Flaw::NotCarried));
}

#[test]
fn lengths_hold_on_both_sides() {
    for (field, max) in [(Field::PayeeName, 25), (Field::City, 15), (Field::PostalCode, 10)] {
        assert!(is_taken(field, "A".repeat(max)), "{field}");
        assert!(!is_taken(field, "A".repeat(max + 1)), "{field}");
    }
    let label = |sub: &str, length| table([(sub, "1".repeat(length).into())]);
    for (sub, max) in [("01", 25), ("08", 25), ("10", 20)] {
        assert!(is_taken(Field::Additional, label(sub, max)), "{sub}");
        assert!(!is_taken(Field::Additional, label(sub, max + 1)), "{sub}");
    }
    let owned = |owner: usize, value: usize| {
        table([("26", table([("00", "o".repeat(owner).into()), ("01", "v".repeat(value).into())]))])
    };
    assert!(is_taken(Field::Accounts, owned(32, 59)));
    assert!(!is_taken(Field::Accounts, owned(32, 60)));
    assert!(!is_taken(Field::Accounts, owned(33, 1)));
    let bare = |length: usize| table([("02", "4".repeat(length).into())]);
    assert!(is_taken(Field::Accounts, bare(99)) && !is_taken(Field::Accounts, bare(100)));
    let both = table([
        ("01", "A".repeat(25).into()),
        ("02", "A".repeat(25).into()),
        ("03", "A".repeat(25).into()),
        ("05", "ABCDEFGHI".into()),
    ]);
    assert!(!is_taken(Field::Additional, both));
}

#[test]
fn forms_are_kept() {
    for (field, good, bad) in [
        (Field::Mcc, "0000", vec!["000", "00000", "83a8"]),
        (Field::Poi, "12", vec!["13", "1", "011"]),
        (Field::CurrencyCode, "392", vec!["39", "999", "EUR"]),
        (Field::Country, "DE", vec!["de", "DEU", "D1"]),
        (Field::Tip, "01", vec!["1", "04"]),
        (Field::Amount, "12.5", vec!["0", "12,5", "-1", "1.234", "12345678901.50"]),
        (Field::PayeeName, "Stra\u{df}e", vec!["\u{5e0c}\u{671b}", "a\nb", "\u{1f600}"]),
    ] {
        assert!(is_taken(field, good), "{good}");
        for bad in bad {
            assert!(!is_taken(field, bad), "{field} {bad}");
        }
    }
    for (sub, good, bad) in [
        ("09", "AME", "MM"),
        ("09", "E", "X"),
        ("11", "211", "21"),
        ("50", "0003abc0101x", "0103abc"),
        ("05", "***", "\u{5e0c}"),
    ] {
        assert!(is_taken(Field::Additional, table([(sub, good.into())])), "{sub} {good}");
        assert!(!is_taken(Field::Additional, table([(sub, bad.into())])), "{sub} {bad}");
    }
    for sub in ["00", "12", "49", "5", "five"] {
        assert!(!is_taken(Field::Additional, table([(sub, "x".into())])), "{sub}");
    }
}

#[test]
fn templates_have_owners_and_stand_where_templates_stand() {
    let ownerless = table([("01", "x".into())]);
    for (field, id, value) in [
        (Field::Accounts, "26", ownerless.clone()),
        (Field::Accounts, "26", "bare".into()),
        (Field::Accounts, "02", account()),
        (Field::Accounts, "01", "11".into()),
        (Field::Accounts, "52", "8398".into()),
        (Field::Unreserved, "80", ownerless),
        (Field::Unreserved, "79", account()),
        (Field::Unreserved, "26", account()),
    ] {
        assert!(!is_taken(field, table([(id, value)])), "{id}");
    }
    assert!(is_taken(Field::Unreserved, table([("99", account())])));
    let account = table([("00", "caf\u{e9}".into())]);
    assert!(!is_taken(Field::Accounts, table([("26", account)])), "no sign of an id is changed");
}

#[test]
fn the_language_template_has_language_and_name() {
    let language = |language: &str, name: &str, city: &str| {
        table([("00", language.into()), ("01", name.into()), ("02", city.into())])
    };
    assert!(is_taken(Field::Language, language("km", "\u{1791}\u{17b9}\u{1780}", "")));
    assert!(is_taken(
        Field::Language,
        language("ZH", &"\u{6c34}".repeat(25), &"\u{5317}".repeat(15))
    ));
    for bad in [
        language("Z1", "a", ""),
        language("ZHO", "a", ""),
        language("", "a", ""),
        language("ZH", "", ""),
        language("ZH", &"\u{6c34}".repeat(26), ""),
        language("ZH", "a", &"\u{5317}".repeat(16)),
        language("ZH", "a\u{202e}", ""),
    ] {
        assert!(!is_taken(Field::Language, bad.clone()), "{bad:?}");
    }
}

#[test]
fn fees_go_with_their_indicator() {
    let asked = |tip: Option<&str>, fixed: Option<&str>, percent: Option<&str>| {
        let request = smallest().with_some(Field::Tip, tip);
        let request = request.with_some(Field::FeeFixed, fixed);
        encode(&request.with_some(Field::FeePercent, percent)).is_ok()
    };
    assert!(asked(Some("02"), Some("0.3"), None) && asked(Some("03"), None, Some("99.99")));
    assert!(!asked(Some("02"), None, None) && !asked(Some("03"), None, None));
    assert!(!asked(None, Some("0.3"), None) && !asked(Some("01"), Some("0.3"), None));
    assert!(!asked(Some("02"), None, Some("1")) && !asked(Some("02"), Some("1"), Some("1")));
    assert!(!asked(Some("02"), Some("0"), None) && !asked(Some("03"), None, Some("100")));
}

#[test]
fn the_currency_is_known_by_digits_or_letters() {
    let mut request = smallest();
    request.take(Field::CurrencyCode);
    let by_letters = encode(&request.clone().with(Field::Currency, "EUR")).unwrap();
    assert_eq!(by_letters, encode(&smallest()).unwrap());
    assert!(encode(&smallest().with(Field::Currency, "EUR")).is_ok());
    assert_eq!(flaw(&smallest().with(Field::Currency, "USD")).0, Field::Currency);
    assert_eq!(flaw(&request.with(Field::Currency, "eur")).0, Field::Currency);
}

#[test]
fn amounts_that_cannot_be_read_are_refused() {
    let amount = |text: &str| read(&format!("54{:02}{text}{REST}", text.len()));
    for text in ["12,5", "3 705", "0", "0.00", "1.234", ".5", "-1", "1.2.3", "12345678901.50", ""] {
        assert_eq!(amount(text).unwrap_err().field, Field::Amount, "{text}");
    }
    for (text, read) in [("98.", "98.00"), ("012.5", "12.50"), ("1.230", "1.23"), ("0.05", "0.05")]
    {
        let reading = amount(text).unwrap();
        assert_eq!(reading.request.word(Field::Amount), Some(read), "{text}");
    }
}

#[test]
fn tags_are_what_they_should_be() {
    for (rest, field) in [
        ("520383953039785802FR5904AIDE6005PARIS", Field::Mcc),
        ("520483985302975802FR5904AIDE6005PARIS", Field::CurrencyCode),
        ("52048398530397a5802FR5904AIDE6005PARIS", Field::CurrencyCode),
        ("5204839853039785803FRA5904AIDE6005PARIS", Field::Country),
        ("5204839853039785802FR6005PARIS", Field::PayeeName),
        ("5204839853039785802FR5904AIDE", Field::City),
        ("5204839853039785802FR59006005PARIS", Field::PayeeName),
        ("53039785802FR5904AIDE6005PARIS", Field::Mcc),
    ] {
        assert_eq!(refused(rest).0, field, "{rest}");
    }
    assert_eq!(refused(&format!("010213{REST}")).0, Field::Poi);
    assert_eq!(refused(&format!("{REST}550204")).0, Field::Tip);
    assert_eq!(refused(&format!("{REST}550202")), (Field::FeeFixed, Flaw::Missing));
    assert_eq!(refused(&format!("{REST}56011")).0, Field::FeeFixed);
    assert_eq!(refused(&format!("{REST}5502035703100")).0, Field::FeePercent);
    let text = sealed(REST).replacen("000201", "000203", 1);
    assert!(decode(&text, Options::default()).is_err());
}

#[test]
fn what_real_codes_have_is_read_with_a_finding() {
    assert_eq!(oddities(REST), []);
    assert_eq!(oddities("520053039785802FR5904AIDE6005PARIS"), [(Field::Mcc, Oddity::Empty)]);
    let long = "5204839853039785802FR5926ABCDEFGHIJKLMNOPQRSTUVWXYZ6016ABCDEFGHIJKLMNOP";
    let too_long = |max| Oddity::TooLong { max, found: max + 1 };
    assert_eq!(oddities(long), [(Field::PayeeName, too_long(25)), (Field::City, too_long(15))]);
    let accent = "5204839853039785802FR5904AID\u{e9}6005PARIS";
    let foreign = Oddity::ForeignSign { at: 3, found: '\u{e9}', why: None };
    assert_eq!(oddities(accent), [(Field::PayeeName, foreign)]);
    let unknown = |key: &str| (Field::Payload, Oddity::Unknown { key: key.to_owned() });
    assert_eq!(oddities(&format!("{REST}6501x")), [unknown("65")]);
    let small = "5204839853039785802fr5904AIDE6005PARIS";
    assert_eq!(oddities(small), [(Field::Country, Oddity::NotNormalised)]);
    assert_eq!(read(small).unwrap().request.word(Field::Country), Some("FR"));
    let unusual = "5204839853039995802FR5904AIDE6005PARIS";
    let currency = Oddity::CurrencyUnusual { currency: "999".to_owned() };
    assert_eq!(oddities(unusual), [(Field::CurrencyCode, currency)]);
}

#[test]
fn bare_values_are_kept_as_they_are() {
    let reading = read(&format!("3904a+b={REST}8204FF00")).unwrap();
    let opaque = table([("39", "a+b=".into()), ("82", "FF00".into())]);
    assert_eq!(reading.request.value(Field::Opaque), Some(&opaque));
    assert_eq!(flaw(&reading.request), (Field::Opaque, Flaw::NotCarried));
}

#[test]
fn a_code_of_an_unknown_scheme_is_printed_as_it_is() {
    // ZeroPay of Korea, whose codes a municipality gives out.
    let body = "00020101021126230011com.zeropay01041234520483985303410\
                5802KR5903AID6005SEOUL";
    let mut text = body.to_owned();
    tlv::push_checksum(&mut text);
    let request = Request::new().with(Field::BasePayload, text.as_str());
    assert_eq!(encode(&request).unwrap().payload, text);
    let asked = request.with(Field::Amount, "1000");
    assert_eq!(flaw(&asked), (Field::Amount, Flaw::Bound));
}

fn labels() -> impl Strategy<Value = BTreeMap<String, Value>> {
    let label = "[ -~]{1,20}".prop_map(Value::from);
    prop::collection::btree_map("0[1-8]", label, 1..4)
}

fn owned() -> impl Strategy<Value = Value> {
    let subs = prop::collection::btree_map("(0[1-9]|[1-9][0-9])", "[ -~]{1,20}", 0..3);
    ("[ -~]{1,30}", subs).prop_map(|(owner, subs)| {
        let subs = subs.into_iter().map(|(name, value)| (name, Value::Text(value)));
        Value::Table(subs.chain([("00".to_owned(), Value::Text(owner))]).collect())
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        accounts in prop::collection::btree_map("(2[6-9]|3[0-9]|4[0-9]|5[01])", owned(), 1..3),
        card in prop::option::of("[0-9]{13,16}"),
        unreserved in prop::option::of(owned()),
        name in "[!-~]([ -~]{0,23}[!-~])?",
        city in "[!-~]{1,15}",
        minor in prop::option::of(1_u32..=u32::MAX),
        postal_code in prop::option::of("[!-~]{1,10}"),
        additional in prop::option::of(labels()),
        local in prop::option::of("[\u{4e00}-\u{9fa5}]{1,25}"),
        poi in prop::option::of("1[12]"),
    ) {
        let mut accounts = accounts;
        accounts.extend(card.map(|card| ("02".to_owned(), Value::Text(card))));
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let language = local.map(|name| table([("00", "ZH".into()), ("01", name.into())]));
        let request = Request::new()
            .with_some(Field::Poi, poi)
            .with(Field::Accounts, Value::Table(accounts))
            .with(Field::Mcc, "8398")
            .with(Field::Currency, "EUR")
            .with(Field::CurrencyCode, "978")
            .with_some(Field::Amount, amount)
            .with(Field::Country, "DE")
            .with(Field::PayeeName, name)
            .with(Field::City, city)
            .with_some(Field::PostalCode, postal_code)
            .with_some(Field::Additional, additional.map(Value::Table))
            .with_some(Field::Language, language)
            .with_some(Field::Unreserved, unreserved.map(|owned| table([("80", owned)])));
        let payload = encode(&request).unwrap().payload;
        let reading = decode(&payload, Options::default()).unwrap();
        prop_assert_eq!(&reading.request, &request, "{}", payload);
        prop_assert_eq!(reading.findings, vec![]);
        prop_assert_eq!(encode(&reading.request).unwrap().payload, payload);
    }
}
