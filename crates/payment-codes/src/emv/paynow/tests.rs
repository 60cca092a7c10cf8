//! What the published vectors do not show: limits, quirks and findings.

use proptest::prelude::*;

use super::*;
use crate::emv::given::{changed, tags};
use crate::reading::found;
use crate::{Oddity, Options, Reading};

fn plain() -> Request {
    Request::new()
        .with(Field::PayeeName, "Clean Water Fund")
        .with(Field::ProxyType, "uen")
        .with(Field::Proxy, "T08SS0123A")
        .with(Field::Currency, "SGD")
}

fn refused(field: Field, value: &str) -> (Field, Flaw) {
    let refusal = encode(&plain().with(field, value)).unwrap_err();
    (refusal.field, refusal.flaw)
}

/// Reads a code with some tags changed.
fn read(changes: &[(u8, &str)]) -> Result<Reading, Refusal> {
    let account = account(&[(1, "2"), (2, "T08SS0123A"), (3, "1")]);
    let parts = [
        (0, "01"),
        (1, "11"),
        (26, account.as_str()),
        (52, "0000"),
        (53, "702"),
        (58, "SG"),
        (59, "Fund"),
        (60, "Singapore"),
    ];
    decode(&changed(&parts, changes), Options::default())
}

fn account(subs: &[(u8, &str)]) -> String {
    let mut all = vec![(0, OWNER)];
    all.extend_from_slice(subs);
    tags(&all)
}

fn refusal(changes: &[(u8, &str)]) -> (Field, Flaw) {
    let refusal = read(changes).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn oddities(changes: &[(u8, &str)]) -> Vec<(Field, Oddity)> {
    found(&read(changes).unwrap())
}

#[test]
fn what_is_not_said_has_its_usual_value() {
    let payload = encode(&plain()).unwrap().payload;
    assert!(payload.contains("010211"), "{payload}");
    assert!(payload.contains("0301152040000"), "{payload}");
    assert!(payload.contains("6009Singapore6304"), "{payload}");
    let payload = encode(&plain().with(Field::Amount, "5")).unwrap().payload;
    assert!(payload.contains("010212") && payload.contains("0301052040000"), "{payload}");
    let payload = encode(&plain().with(Field::Amount, "5").with(Field::Poi, "11")).unwrap().payload;
    assert!(payload.contains("010211"), "{payload}");
}

#[test]
fn every_limit_holds_at_its_last_place() {
    for (field, max) in
        [(Field::PayeeName, 25), (Field::City, 15), (Field::Reference, 25), (Field::PostalCode, 10)]
    {
        assert!(encode(&plain().with(field, "A".repeat(max))).is_ok(), "{field}");
        let long = (field, Flaw::TooLong { max, found: max + 1 });
        assert_eq!(refused(field, &"A".repeat(max + 1)), long);
    }
    for (field, value) in [
        (Field::Reference, "é"),
        (Field::Currency, "USD"),
        (Field::ProxyType, "nric"),
        (Field::Expiry, "2026-12-31"),
        (Field::Expiry, "20260229"),
        (Field::Poi, "13"),
        (Field::Mcc, "58145"),
        (Field::Amount, "0.00"),
        (Field::Amount, "1.001"),
        (Field::PayeeName, " "),
        (Field::Message, "Thanks"),
    ] {
        assert_eq!(refused(field, value).0, field, "{value}");
    }
    let fixed = encode(&plain().with(Field::Editable, false)).unwrap_err();
    assert_eq!(fixed, Refusal::new(Field::Editable, Flaw::Needs { other: Field::Amount }));
    let text = encode(&plain().with(Field::Editable, "yes")).unwrap_err();
    assert_eq!(text, Refusal::new(Field::Editable, Flaw::Kind));
}

#[test]
fn what_every_code_must_have_is_missed() {
    for (id, field) in [
        (1, Field::Poi),
        (52, Field::Mcc),
        (53, Field::CurrencyCode),
        (58, Field::Country),
        (59, Field::PayeeName),
        (60, Field::City),
    ] {
        assert_eq!(refusal(&[(id, "")]), (field, Flaw::Missing));
    }
    assert_eq!(refusal(&[(26, "")]), (Field::Payload, Flaw::OtherStandard));
    for (subs, field) in [
        (vec![(2, "T08SS0123A"), (3, "1")], Field::ProxyType),
        (vec![(1, "1"), (2, "T08SS0123A"), (3, "1")], Field::ProxyType),
        (vec![(1, "2"), (3, "1")], Field::Proxy),
        (vec![(1, "2"), (2, "T08SS0123A")], Field::Editable),
        (vec![(1, "2"), (2, "T08SS0123A"), (3, "2")], Field::Editable),
        (vec![(1, "2"), (2, "T08SS0123A"), (3, "1"), (4, "20261332")], Field::Expiry),
        (vec![(1, "2"), (2, "T08SS0123A"), (3, "1"), (4, "261231")], Field::Expiry),
    ] {
        assert_eq!(refusal(&[(26, &account(&subs))]).0, field, "{subs:?}");
    }
    for (id, value, field) in
        [(1, "13", Field::Poi), (53, "840", Field::CurrencyCode), (58, "MY", Field::Country)]
    {
        assert_eq!(refusal(&[(id, value)]).0, field);
    }
}

#[test]
fn what_apps_forgive_is_a_finding() {
    let uen = |rest: &[(u8, &str)]| {
        let mut subs = vec![(1, "2"), (2, "T08SS0123A")];
        subs.extend_from_slice(rest);
        account(&subs)
    };
    assert_eq!(oddities(&[(26, &uen(&[(3, "0")]))]), [(Field::Amount, Oddity::Missing)]);
    let expiring = (Field::Expiry, Oddity::OneTime);
    let of_day = oddities(&[(26, &uen(&[(3, "1"), (4, "20261231")]))]);
    assert!(of_day.iter().eq([&expiring]));
    let timed = (Field::Expiry, Oddity::Form { example: "20261231" });
    let reading = read(&[(26, &uen(&[(3, "1"), (4, "20261231235959")]))]).unwrap();
    assert_eq!(found(&reading), [timed, expiring]);
    assert_eq!(reading.request.word(Field::Expiry), Some("20261231"));
    let mobile = account(&[(1, "0"), (2, "+6591234567"), (3, "1")]);
    let referred = oddities(&[(26, &mobile), (62, &tags(&[(1, "R1")]))]);
    assert_eq!(referred, [(Field::Reference, Oddity::NotWith { other: Field::ProxyType })]);
    let small = account(&[(1, "2"), (2, "t08ss0123a"), (3, "1")]);
    assert_eq!(oddities(&[(26, &small)]), [(Field::Proxy, Oddity::NotNormalised)]);
    let label = tags(&[(0, "SG.SGQR"), (1, "180307510317")]);
    let others = oddities(&[(51, &label), (27, &tags(&[(0, "COM.OTHER")]))]);
    let unknown = |key: &str| (Field::Accounts, Oddity::Unknown { key: key.to_owned() });
    assert_eq!(others, [unknown("27"), unknown("51")]);
    assert_eq!(oddities(&[(54, "100")]), [(Field::Amount, Oddity::AmountDecimals)]);
}

proptest! {
    #[test]
    fn any_request_that_is_written_is_read_again(
        name in "[ -~]{1,25}",
        city in "[ -~]{1,15}",
        proxy in "(53382503B|T08SS0123A|201403121W)([A-Z0-9]{3})?",
        reference in proptest::option::of("[ -~]{1,25}"),
        minor in proptest::option::of(1..u32::MAX),
        editable: bool,
        poi in "1[12]",
    ) {
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let request = plain()
            .with(Field::PayeeName, name)
            .with(Field::City, city)
            .with(Field::Proxy, proxy)
            .with(Field::Mcc, "8398")
            .with(Field::Editable, editable || amount.is_none())
            .with(Field::Poi, poi)
            .with_some(Field::Reference, reference)
            .with_some(Field::Amount, amount);
        if let Ok(Encoded { payload, .. }) = encode(&request) {
            let reading = decode(&payload, Options::default()).unwrap();
            prop_assert_eq!(&reading.findings, &vec![]);
            prop_assert_eq!(reading.request, request);
        }
    }
}
