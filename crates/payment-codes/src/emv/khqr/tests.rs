//! What the published vectors do not show: limits, quirks and findings.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::emv::given::{changed, tags};
use crate::reading::found;
use crate::{Oddity, Options, Reading};

const CREATED: u64 = 1_893_456_000_000;

fn plain() -> Request {
    Request::new()
        .with(Field::PayeeName, "Clean Water Fund")
        .with(Field::AccountId, "clean_water@aclb")
        .with(Field::Currency, "USD")
}

fn merchant() -> Request {
    plain().with(Field::MerchantId, "123456").with(Field::AcquiringBank, "Dev Bank")
}

fn dynamic() -> Request {
    plain()
        .with(Field::Amount, "5")
        .with(Field::CreatedMs, CREATED)
        .with(Field::ExpiresMs, CREATED + 1)
}

fn refused(request: Request) -> (Field, Flaw) {
    let refusal = encode(&request).unwrap_err();
    (refusal.field, refusal.flaw)
}

/// Reads a code with some tags changed.
fn read(changes: &[(u8, &str)]) -> Result<Reading, Refusal> {
    let account = tags(&[(0, "name@bank")]);
    let parts = [
        (0, "01"),
        (1, "11"),
        (29, account.as_str()),
        (52, "5999"),
        (53, "840"),
        (58, "KH"),
        (59, "Fund"),
        (60, "Phnom Penh"),
    ];
    decode(&changed(&parts, changes), Options::default())
}

fn refusal(changes: &[(u8, &str)]) -> (Field, Flaw) {
    let refusal = read(changes).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn oddities(changes: &[(u8, &str)]) -> Vec<(Field, Oddity)> {
    found(&read(changes).unwrap())
}

fn instants(created: &str, expires: &str) -> String {
    tags(&[(0, created), (1, expires)])
}

#[test]
fn every_published_key_is_found() {
    let vectors = include_str!("../../../../../tests/vectors/khqr.json");
    let vectors: Vec<serde_json::Value> = serde_json::from_str(vectors).unwrap();
    let keyed = vectors.iter().filter(|vector| vector["md5"].is_string());
    let right = keyed.map(|vector| (vector["payload"].as_str().unwrap(), &vector["md5"]));
    assert_eq!(right.inspect(|(code, key)| assert_eq!(**key, lookup_key(code))).count(), 8);
}

#[test]
fn every_limit_holds_at_its_last_place() {
    for (field, max) in [
        (Field::PayeeName, 25),
        (Field::City, 15),
        (Field::AccountInformation, 32),
        (Field::AcquiringBank, 32),
        (Field::Reference, 25),
        (Field::Mobile, 25),
        (Field::Store, 25),
        (Field::Terminal, 25),
        (Field::Message, 25),
    ] {
        // Template 62 has no room for all labels at their longest, but for each of them.
        assert!(encode(&plain().with(field, "A".repeat(max))).is_ok(), "{field}");
        let long = (field, Flaw::TooLong { max, found: max + 1 });
        assert_eq!(refused(plain().with(field, "A".repeat(max + 1))), long);
    }
    let long = merchant().with(Field::MerchantId, "1".repeat(33));
    assert_eq!(refused(long), (Field::MerchantId, Flaw::TooLong { max: 32, found: 33 }));
    let long = plain().with(Field::AccountId, format!("{}@aclb", "a".repeat(28)));
    assert_eq!(refused(long), (Field::AccountId, Flaw::TooLong { max: 32, found: 33 }));
    for wrong in ["name", "@bank", "name@", "a@b@c", "na me@bank"] {
        let form = Flaw::Form { example: "name@bank" };
        assert_eq!(refused(plain().with(Field::AccountId, wrong)), (Field::AccountId, form));
    }
    for (field, value) in [
        (Field::Currency, "EUR"),
        (Field::Mcc, "839"),
        (Field::Poi, "13"),
        (Field::Kind, "person"),
        (Field::Reference, "é"),
        (Field::Url, "https://x.example"),
    ] {
        assert_eq!(refused(plain().with(field, value)).0, field, "{value}");
    }
}

#[test]
fn merchants_and_individuals_have_their_own_fields() {
    assert!(encode(&merchant()).is_ok());
    for (request, field, flaw) in [
        (merchant().with(Field::Kind, "individual"), Field::MerchantId, Field::Kind),
        (merchant().with(Field::AccountInformation, "1"), Field::AccountInformation, Field::Kind),
    ] {
        assert_eq!(refused(request), (field, Flaw::NotWith { other: flaw }));
    }
    let missing = |request| refused(request) == (Field::MerchantId, Flaw::Missing);
    assert!(missing(plain().with(Field::Kind, "merchant")));
    let bankless = merchant().with(Field::AcquiringBank, "");
    assert_eq!(refused(bankless), (Field::AcquiringBank, Flaw::Missing));
}

#[test]
fn an_amount_goes_with_an_expiry() {
    let amount = |text: &str| encode(&dynamic().with(Field::Amount, text)).unwrap().payload;
    assert!(amount("5").contains("540155802KH"));
    assert!(amount("5.5").contains("54045.505802KH"));
    assert!(amount("9999999999.99").contains("54139999999999.99"));
    let riel = dynamic().with(Field::Currency, "KHR").with(Field::Amount, "9999999999999");
    assert!(encode(&riel).unwrap().payload.contains("54139999999999999"));
    for wrong in ["100.0", "100.00", "0", "10000000000000"] {
        assert_eq!(refused(riel.clone().with(Field::Amount, wrong)).0, Field::Amount, "{wrong}");
    }
    let needs = Flaw::Needs { other: Field::Amount };
    let made = plain().with(Field::CreatedMs, 1_893_456_000_000_u64);
    assert_eq!(refused(made), (Field::CreatedMs, needs.clone()));
    assert_eq!(refused(plain().with(Field::Poi, "12")), (Field::Poi, needs));
    let not_with = Flaw::NotWith { other: Field::Amount };
    assert_eq!(refused(dynamic().with(Field::Poi, "11")), (Field::Poi, not_with));
    for (field, instant) in [(Field::CreatedMs, CREATED / 10), (Field::ExpiresMs, CREATED * 10)] {
        let form = Flaw::Form { example: INSTANT_EXAMPLE };
        assert_eq!(refused(dynamic().with(field, instant)), (field, form));
    }
    let at_once = refused(dynamic().with(Field::ExpiresMs, CREATED));
    assert_eq!(at_once, (Field::ExpiresMs, Flaw::TooSmall { min: (CREATED + 1).to_string() }));
    assert!(encode(&dynamic().with(Field::ExpiresMs, "1893456000001")).is_ok());
    let mut timeless = dynamic();
    timeless.take(Field::CreatedMs);
    assert_eq!(refused(timeless), (Field::CreatedMs, Flaw::Missing));
}

#[test]
fn local_names_need_their_language() {
    let needs = |other| Flaw::Needs { other };
    let with = |field, value: &str| plain().with(field, value);
    assert_eq!(refused(with(Field::Lang, "km")), (Field::Lang, needs(Field::NameLocal)));
    assert_eq!(refused(with(Field::NameLocal, "ទឹក")), (Field::NameLocal, needs(Field::Lang)));
    let city = refused(with(Field::CityLocal, "ភ្នំពេញ"));
    assert_eq!(city, (Field::CityLocal, needs(Field::NameLocal)));
    let named = |name: &str| with(Field::Lang, "km").with(Field::NameLocal, name);
    assert!(encode(&named(&"ទ".repeat(25))).is_ok());
    assert_eq!(refused(named(&"ទ".repeat(26))).0, Field::NameLocal);
    assert_eq!(refused(named("ទ").with(Field::CityLocal, "ទ".repeat(16))).0, Field::CityLocal);
    assert_eq!(refused(named("ទ").with(Field::Lang, "khm")).0, Field::Lang);
}

#[test]
fn an_account_at_union_pay_is_for_riel() {
    let accounts = |tag: &str| BTreeMap::from([(tag.to_owned(), Value::from("31974011600520446"))]);
    let riel = plain().with(Field::Currency, "KHR").with(Field::Accounts, accounts("15"));
    let payload = encode(&riel).unwrap().payload;
    assert!(payload.starts_with("0002010102111517319740116005204462920"), "{payload}");
    assert_eq!(
        decode(&payload, Options::default()).unwrap().request.value(Field::Accounts),
        riel.value(Field::Accounts)
    );
    let not_with = Flaw::NotWith { other: Field::Currency };
    assert_eq!(refused(riel.clone().with(Field::Currency, "USD")), (Field::Accounts, not_with));
    let other = refused(riel.with(Field::Accounts, accounts("16")));
    assert_eq!(other, (Field::Accounts, Flaw::NotCarried));
    let odd = [(Field::Accounts, Oddity::NotWith { other: Field::Currency })];
    assert_eq!(oddities(&[(15, "31974011600520446")]), odd);
}

#[test]
fn what_banks_refuse_is_refused() {
    let not_with = Flaw::NotWith { other: Field::Poi };
    assert_eq!(refusal(&[(54, "5")]), (Field::Amount, not_with));
    let times = instants("1893456000000", "1893456600000");
    let needs = Flaw::Needs { other: Field::Amount };
    assert_eq!(refusal(&[(99, &times)]), (Field::CreatedMs, needs));
    let dynamic = |amount: &str, times: &str| refusal(&[(1, "12"), (54, amount), (99, times)]);
    assert_eq!(dynamic("", &times), (Field::Amount, Flaw::Missing));
    assert_eq!(dynamic("5", ""), (Field::CreatedMs, Flaw::Missing));
    assert_eq!(dynamic("5", &instants("1893456000000", "")).0, Field::ExpiresMs);
    assert_eq!(dynamic("5", &instants("189345600000", "1893456600000")).0, Field::CreatedMs);
    assert_eq!(dynamic("5", &instants("1893456000000", "1893455999000")).0, Field::ExpiresMs);
    assert_eq!(dynamic("1,000.00", &times).0, Field::Amount);
    assert_eq!(dynamic("0", &times), (Field::Amount, Flaw::Zero));
    assert_eq!(refusal(&[(1, "12"), (53, "116"), (54, "1.5"), (99, &times)]).0, Field::Amount);
    let account = tags(&[(0, "name@bank"), (1, "1"), (2, "Bank")]);
    assert_eq!(refusal(&[(30, &account)]), (Field::Accounts, Flaw::Repeated));
    assert_eq!(refusal(&[(29, "")]), (Field::Payload, Flaw::OtherStandard));
    let merchant = |subs: &[(u8, &str)]| refusal(&[(29, ""), (30, &tags(subs))]);
    assert_eq!(merchant(&[(0, "name@bank")]), (Field::MerchantId, Flaw::Missing));
    assert_eq!(merchant(&[(0, "name@bank"), (1, "1")]), (Field::AcquiringBank, Flaw::Missing));
    assert_eq!(refusal(&[(29, &tags(&[(0, "name")]))]).0, Field::AccountId);
    for (id, value, field) in [
        (1, "13", Field::Poi),
        (52, "", Field::Mcc),
        (53, "764", Field::CurrencyCode),
        (58, "TH", Field::Country),
        (59, "", Field::PayeeName),
        (60, "", Field::City),
    ] {
        assert_eq!(refusal(&[(id, value)]).0, field, "{value}");
    }
}

#[test]
fn what_apps_forgive_is_a_finding() {
    assert_eq!(oddities(&[]), []);
    assert_eq!(oddities(&[(1, "")]), [(Field::Poi, Oddity::Missing)]);
    let times = instants("1893456000000", "1893456600000");
    let amount = |currency: &str, amount: &str| {
        read(&[(1, "12"), (53, currency), (54, amount), (99, &times)]).unwrap()
    };
    let decimals = (Field::Amount, Oddity::AmountDecimals);
    let expiring = (Field::ExpiresMs, Oddity::OneTime);
    for (written, odd) in [("10", false), ("5.50", false), ("10.0", true), ("10.00", true)] {
        let reading = amount("840", written);
        assert_eq!(found(&reading).contains(&decimals), odd, "{written}");
        assert!(found(&reading).contains(&expiring));
        assert_eq!(reading.request.word(Field::Amount), Some(written));
    }
    let riel = amount("116", "4000.00");
    assert_eq!(found(&riel), [decimals, expiring]);
    assert_eq!(riel.request.word(Field::Amount), Some("4000"));
    let names = tags(&[(0, "khm"), (3, "x")]);
    let odd = [
        (Field::Lang, Oddity::TooLong { max: 2, found: 3 }),
        (Field::NameLocal, Oddity::Missing),
        (Field::Lang, Oddity::Form { example: "km" }),
        (Field::Language, Oddity::Unknown { key: "64-03".to_owned() }),
    ];
    assert_eq!(oddities(&[(64, &names)]), odd);
    let long = tags(&[(1, &"A".repeat(26)), (5, "R")]);
    let reading = read(&[(62, &long)]).unwrap();
    assert_eq!(found(&reading), [(Field::Reference, Oddity::TooLong { max: 25, found: 26 })]);
    assert!(reading.request.value(Field::Additional).is_some());
}

proptest! {
    #[test]
    fn any_request_that_is_written_is_read_again(
        id in "[a-z0-9_]{1,27}@[a-z]{4}",
        merchant in proptest::option::of("[0-9]{1,32}"),
        bank in "[ -~]{1,32}",
        name in "[ -~]{1,25}",
        city in "[ -~]{1,15}",
        reference in proptest::option::of("[ -~]{1,25}"),
        local in proptest::option::of("[\\u{1780}-\\u{17b3}]{1,25}"),
        amount in proptest::option::of(1..u32::MAX),
        riel: bool,
    ) {
        let written = |amount: u32| match (riel, amount % 100) {
            (true, _) => amount.to_string(),
            (false, 0) => (amount / 100).to_string(),
            (false, cents) => format!("{}.{cents:02}", amount / 100),
        };
        let request = Request::new()
            .with(Field::Kind, if merchant.is_some() { "merchant" } else { "individual" })
            .with(Field::AccountId, id)
            .with_some(Field::MerchantId, merchant)
            .with(Field::AcquiringBank, bank)
            .with(Field::PayeeName, name)
            .with(Field::City, city)
            .with(Field::Currency, if riel { "KHR" } else { "USD" })
            .with(Field::Mcc, "8398")
            .with(Field::Poi, if amount.is_some() { "12" } else { "11" })
            .with_some(Field::Reference, reference)
            .with_some(Field::Lang, local.as_ref().map(|_| "km"))
            .with_some(Field::NameLocal, local)
            .with_some(Field::CreatedMs, amount.map(|_| CREATED))
            .with_some(Field::ExpiresMs, amount.map(|_| CREATED + 1))
            .with_some(Field::Amount, amount.map(written));
        if let Ok(Encoded { payload, .. }) = encode(&request) {
            let reading = decode(&payload, Options::default()).unwrap();
            let expiring = amount.map(|_| (Field::ExpiresMs, Oddity::OneTime));
            prop_assert_eq!(found(&reading), expiring.into_iter().collect::<Vec<_>>());
            prop_assert_eq!(reading.request, request);
        }
    }
}
