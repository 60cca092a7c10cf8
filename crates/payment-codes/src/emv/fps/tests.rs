//! What the published vectors do not show: limits, quirks and findings.

use proptest::prelude::*;

use super::*;
use crate::emv::given::{changed, tags};
use crate::reading::found;
use crate::{Oddity, Options, Reading};

fn plain() -> Request {
    Request::new()
        .with(Field::ProxyType, "fps_id")
        .with(Field::Proxy, "7654321")
        .with(Field::Currency, "HKD")
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

/// Reads a code with some tags changed.
fn read(changes: &[(u8, &str)]) -> Result<Reading, Refusal> {
    let account = account(&[(2, "7654321")]);
    let parts = [
        (0, "01"),
        (1, "11"),
        (26, account.as_str()),
        (52, "0000"),
        (53, "344"),
        (58, "HK"),
        (59, "NA"),
        (60, "HK"),
    ];
    decode(&changed(&parts, changes), Options::default())
}

fn oddities(changes: &[(u8, &str)]) -> Vec<(Field, Oddity)> {
    found(&read(changes).unwrap())
}

#[test]
fn what_is_not_said_has_its_usual_value() {
    let payload = encode(&plain()).unwrap().payload;
    assert!(payload.ends_with("5204000053033445802HK5902NA6002HK63040456"), "{payload}");
    let yuan = plain().with(Field::Currency, "CNY").with(Field::Amount, "8.8");
    let payload = encode(&yuan).unwrap().payload;
    assert!(payload.contains("010212") && payload.contains("530315654048.80"), "{payload}");
    assert_eq!(read(&[(53, "156")]).unwrap().request.word(Field::Currency), Some("CNY"));
}

#[test]
fn every_limit_holds_at_its_last_place() {
    for (field, max) in
        [(Field::BillNumber, 25), (Field::Reference, 25), (Field::PayeeName, 25), (Field::City, 15)]
    {
        assert!(encode(&plain().with(field, "A".repeat(max))).is_ok(), "{field}");
        let long = (field, Flaw::TooLong { max, found: max + 1 });
        assert_eq!(refused(field, &"A".repeat(max + 1)), long);
    }
    assert!(encode(&plain().with(Field::Reference, "aZ0.@_+-")).is_ok());
    for (field, value) in [
        (Field::Reference, "A B"),
        (Field::Reference, "é"),
        (Field::BillNumber, "A#1"),
        (Field::BankCode, "04"),
        (Field::BankCode, "00a"),
        (Field::ProxyType, "phone"),
        (Field::Proxy, "12345678"),
        (Field::Currency, "USD"),
        (Field::Amount, "0"),
        (Field::Amount, "1.234"),
        (Field::Poi, "13"),
        (Field::Mcc, "00"),
        (Field::Message, "x"),
    ] {
        assert_eq!(refused(field, value).0, field, "{value}");
    }
    // Template 26 has 99 characters, 16 of them for its owner and 4 before the address.
    let mail = plain().with(Field::ProxyType, "email");
    let address = |length: usize| format!("{}@ngo.example", "a".repeat(length - 12));
    assert!(encode(&mail.clone().with(Field::Proxy, address(79))).is_ok());
    assert_eq!(encode(&mail.with(Field::Proxy, address(80))).unwrap_err().field, Field::Proxy);
}

#[test]
fn a_code_has_exactly_one_proxy() {
    let refusal = |subs: &[(u8, &str)]| read(&[(26, &account(subs))]).unwrap_err();
    assert_eq!(refusal(&[]), Refusal::new(Field::Proxy, Flaw::Missing));
    let two = refusal(&[(2, "7654321"), (4, "give@ngo.example")]);
    assert_eq!(two, Refusal::new(Field::Proxy, Flaw::Repeated));
    for (wrong, field) in [
        ((2, "765432a"), Field::Proxy),
        ((3, "+86-13800138000"), Field::Proxy),
        ((4, "give.ngo.example"), Field::Proxy),
    ] {
        assert_eq!(refusal(&[wrong]).field, field);
    }
    assert_eq!(refusal(&[(1, "04"), (2, "7654321")]).field, Field::BankCode);
    for (id, value, field) in [
        (52, "", Field::Mcc),
        (53, "840", Field::CurrencyCode),
        (58, "CN", Field::Country),
        (59, "", Field::PayeeName),
        (60, "", Field::City),
        (1, "13", Field::Poi),
        (54, "0.00", Field::Amount),
    ] {
        assert_eq!(read(&[(id, value)]).unwrap_err().field, field, "{value}");
    }
    assert_eq!(read(&[(26, "")]).unwrap_err().flaw, Flaw::OtherStandard);
}

#[test]
fn what_apps_forgive_is_a_finding() {
    assert_eq!(oddities(&[]), []);
    let form = (Field::Proxy, Oddity::Form { example: "7654321" });
    assert_eq!(oddities(&[(26, &account(&[(2, "999999999999")]))]), [form]);
    let odd = [(Field::Proxy, Oddity::NotNormalised)];
    let reading = read(&[(26, &account(&[(3, "+85291234567")]))]).unwrap();
    assert_eq!(found(&reading), odd);
    assert_eq!(reading.request.word(Field::Proxy), Some("+852-91234567"));
    assert_eq!(oddities(&[(26, &account(&[(4, "GIVE@NGO.EXAMPLE")]))]), odd);
    let labels = tags(&[(1, "INV/1"), (5, &"A".repeat(26))]);
    let odd = [
        (Field::BillNumber, Oddity::ForeignSign { at: 3, found: '/', why: None }),
        (Field::Reference, Oddity::TooLong { max: 25, found: 26 }),
    ];
    assert_eq!(oddities(&[(62, &labels)]), odd);
    assert_eq!(oddities(&[(54, "1989")]), [(Field::Amount, Oddity::AmountDecimals)]);
    let operator = tags(&[(0, "com.octopus")]);
    let unknown = Oddity::Unknown { key: "32".to_owned() };
    assert_eq!(oddities(&[(32, &operator)]), [(Field::Accounts, unknown)]);
}

proptest! {
    #[test]
    fn any_request_that_is_written_is_read_again(
        proxy in prop_oneof![
            "([0-9]{7}|[0-9]{9})".prop_map(|proxy| ("fps_id", proxy)),
            "\\+852-[0-9]{8}".prop_map(|proxy| ("mobile", proxy)),
            "[A-Za-z0-9.]{1,20}@[a-z]{1,9}\\.hk".prop_map(|proxy| ("email", proxy)),
        ],
        bank in proptest::option::of("[0-9]{3}"),
        name in "[ -~]{1,25}",
        city in "[ -~]{1,15}",
        currency in "HKD|CNY",
        bill in proptest::option::of("[A-Za-z0-9.@_+-]{1,25}"),
        reference in proptest::option::of("[A-Za-z0-9.@_+-]{1,25}"),
        minor in proptest::option::of(1..u32::MAX),
        poi in "1[12]",
    ) {
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let request = Request::new()
            .with(Field::ProxyType, proxy.0)
            .with(Field::Proxy, proxy.1)
            .with(Field::PayeeName, name)
            .with(Field::City, city)
            .with(Field::Currency, currency)
            .with(Field::Mcc, "8398")
            .with(Field::Poi, poi)
            .with_some(Field::BankCode, bank)
            .with_some(Field::BillNumber, bill)
            .with_some(Field::Reference, reference)
            .with_some(Field::Amount, amount);
        let payload = encode(&request).unwrap().payload;
        let reading = decode(&payload, Options::default()).unwrap();
        prop_assert_eq!(&reading.findings, &vec![]);
        prop_assert_eq!(reading.request, request);
    }
}
