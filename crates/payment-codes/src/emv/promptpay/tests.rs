//! What the published vectors do not show: limits, quirks and findings.

use proptest::prelude::*;

use super::*;
use crate::emv::given::{changed, tags};
use crate::reading::found;
use crate::{Oddity, Options, Reading, Value};

fn transfer() -> Request {
    Request::new()
        .with(Field::ProxyType, "tax_id")
        .with(Field::Proxy, "0994000165501")
        .with(Field::Currency, "THB")
}

fn bill() -> Request {
    Request::new()
        .with(Field::ProxyType, "biller")
        .with(Field::Proxy, "099400016550100")
        .with(Field::Currency, "THB")
        .with(Field::Reference, "DON0001")
}

fn refused(request: Request) -> (Field, Flaw) {
    let refusal = encode(&request).unwrap_err();
    (refusal.field, refusal.flaw)
}

/// Reads a code with some tags changed.
fn read(changes: &[(u8, &str)]) -> Result<Reading, Refusal> {
    let account = tags(&[(0, CREDIT_TRANSFER), (2, "0994000165501")]);
    let parts = [(0, "01"), (1, "11"), (29, account.as_str()), (53, "764"), (58, "TH")];
    decode(&changed(&parts, changes), Options::default())
}

fn read_bill(subs: &[(u8, &str)]) -> Result<Reading, Refusal> {
    read(&[(29, ""), (30, &tags(subs))])
}

#[test]
fn a_bill_has_references_and_a_transfer_has_none() {
    let letters = |count: usize| "A".repeat(count);
    for field in [Field::Reference, Field::Reference2] {
        assert!(encode(&bill().with(field, letters(20))).is_ok());
        let long = (field, Flaw::TooLong { max: 20, found: 21 });
        assert_eq!(refused(bill().with(field, letters(21))), long);
        for wrong in ["don1", "D-1", "D 1", "É"] {
            assert_eq!(refused(bill().with(field, wrong)).0, field, "{wrong}");
        }
    }
    assert!(encode(&bill().with(Field::Terminal, letters(25))).is_ok());
    assert_eq!(refused(bill().with(Field::Terminal, letters(26))).0, Field::Terminal);
    assert_eq!(refused(bill().with(Field::Reference, "")), (Field::Reference, Flaw::Missing));
    for field in [Field::Reference, Field::Reference2, Field::Terminal] {
        let not_with = Flaw::NotWith { other: Field::ProxyType };
        assert_eq!(refused(transfer().with(field, "A1")), (field, not_with));
    }
}

#[test]
fn what_a_code_cannot_carry_is_refused() {
    for (field, value) in [
        (Field::ProxyType, "bank_account"),
        (Field::Proxy, "099400016550"),
        (Field::Currency, "USD"),
        (Field::Amount, "0"),
        (Field::Amount, "1.234"),
        (Field::Mcc, "839"),
        (Field::Poi, "1"),
        (Field::Message, "x"),
    ] {
        assert_eq!(refused(transfer().with(field, value)).0, field, "{value}");
    }
    for (field, max) in [(Field::PayeeName, 25), (Field::City, 15)] {
        assert!(encode(&transfer().with(field, "A".repeat(max))).is_ok());
        assert_eq!(refused(transfer().with(field, "A".repeat(max + 1))).0, field);
    }
}

#[test]
fn a_transfer_has_exactly_one_account() {
    let account = |subs: &[(u8, &str)]| {
        let mut all = vec![(0, CREDIT_TRANSFER)];
        all.extend_from_slice(subs);
        read(&[(29, &tags(&all))])
    };
    let missing = account(&[]).unwrap_err();
    assert_eq!(missing, Refusal::new(Field::Proxy, Flaw::Missing));
    let two = account(&[(1, "0066812345678"), (2, "0994000165501")]).unwrap_err();
    assert_eq!(two, Refusal::new(Field::Proxy, Flaw::Repeated));
    for wrong in [(1, "0812345678"), (2, "099400016550"), (3, "01234567890123")] {
        assert_eq!(account(&[wrong]).unwrap_err().field, Field::Proxy);
    }
    let bank = account(&[(4, "0041234567890")]).unwrap();
    assert_eq!(found(&bank), [(Field::ProxyType, Oddity::OftenRefused)]);
    assert!(encode(&bank.request).is_err());
    let other = read(&[(29, &tags(&[(0, "A000000677010114"), (5, "123")]))]).unwrap_err();
    assert_eq!(other, Refusal::new(Field::Payload, Flaw::OtherStandard));
}

#[test]
fn bills_of_banks_are_read() {
    let biller = (1, "099400016550100");
    let reading = read_bill(&[(0, CROSS_BORDER), biller, (2, "D1")]).unwrap();
    assert_eq!(found(&reading), [(Field::Kind, Oddity::Issued)]);
    let reading = read_bill(&[(0, BILL_PAYMENT), biller, (2, "inv-1"), (3, &"A".repeat(21))]);
    let odd = [
        (Field::Reference, Oddity::ForeignSign { at: 0, found: 'i', why: None }),
        (Field::Reference2, Oddity::TooLong { max: 20, found: 21 }),
    ];
    assert_eq!(found(&reading.unwrap()), odd);
    let missing = read_bill(&[(0, BILL_PAYMENT), biller]).unwrap_err();
    assert_eq!(missing, Refusal::new(Field::Reference, Flaw::Missing));
    assert_eq!(read_bill(&[(0, BILL_PAYMENT), (2, "D1")]).unwrap_err().field, Field::Proxy);
    let both = read(&[(30, &tags(&[(0, BILL_PAYMENT), biller, (2, "D1")]))]).unwrap();
    assert_eq!(both.request.word(Field::ProxyType), Some("biller"));
    let unknown = Oddity::Unknown { key: "29".to_owned() };
    assert_eq!(found(&both), [(Field::Accounts, unknown)]);
}

#[test]
fn what_apps_forgive_is_a_finding() {
    assert_eq!(found(&read(&[]).unwrap()), []);
    assert_eq!(found(&read(&[(1, "")]).unwrap()), []);
    let odd = found(&read(&[(54, "5"), (59, &"A".repeat(26))]).unwrap());
    let long = (Field::PayeeName, Oddity::TooLong { max: 25, found: 26 });
    assert_eq!(odd, [(Field::Amount, Oddity::AmountDecimals), long]);
    let reading = read(&[(81, "0041")]).unwrap();
    let Some(Value::Table(opaque)) = reading.request.value(Field::Opaque) else { panic!() };
    assert_eq!(opaque.get("81"), Some(&Value::from("0041")));
    for (id, value, field) in [
        (1, "10", Field::Poi),
        (53, "", Field::CurrencyCode),
        (53, "702", Field::CurrencyCode),
        (58, "", Field::Country),
        (58, "SG", Field::Country),
        (54, "0.00", Field::Amount),
        (54, "1.001", Field::Amount),
    ] {
        assert_eq!(read(&[(id, value)]).unwrap_err().field, field, "{value}");
    }
}

proptest! {
    #[test]
    fn any_request_that_is_written_is_read_again(
        proxy in prop_oneof![
            "0[0-9]{9}".prop_map(|proxy| ("mobile", proxy)),
            "[0-9]{13}".prop_map(|proxy| ("tax_id", proxy)),
            "[0-9]{15}".prop_map(|proxy| ("ewallet", proxy)),
        ],
        minor in proptest::option::of(1..u32::MAX),
        name in proptest::option::of("[ -~]{1,25}"),
        poi in "1[12]",
    ) {
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let request = Request::new()
            .with(Field::ProxyType, proxy.0)
            .with(Field::Proxy, proxy.1)
            .with(Field::Currency, "THB")
            .with(Field::Poi, poi)
            .with_some(Field::PayeeName, name)
            .with_some(Field::Amount, amount);
        let payload = encode(&request).unwrap().payload;
        let reading = decode(&payload, Options::default()).unwrap();
        prop_assert_eq!(&reading.findings, &vec![]);
        prop_assert_eq!(reading.request, request);
    }

    #[test]
    fn any_bill_that_is_written_is_read_again(
        biller in "[0-9]{15}",
        reference in "[A-Z0-9]{1,20}",
        second in proptest::option::of("[A-Z0-9]{1,20}"),
        terminal in proptest::option::of("[ -~]{1,25}"),
    ) {
        let request = bill()
            .with(Field::Proxy, biller)
            .with(Field::Poi, "11")
            .with(Field::Reference, reference)
            .with_some(Field::Reference2, second)
            .with_some(Field::Terminal, terminal);
        let payload = encode(&request).unwrap().payload;
        let reading = decode(&payload, Options::default()).unwrap();
        prop_assert_eq!(&reading.findings, &vec![]);
        prop_assert_eq!(reading.request, request);
    }
}
