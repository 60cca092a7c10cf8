//! What the published vectors do not show: limits, quirks and findings.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::emv::given::{changed, tags};
use crate::reading::found;
use crate::{Oddity, Options, Reading, Standard};

fn plain() -> Request {
    Request::new()
        .with(Field::BankBin, "970436")
        .with(Field::Account, "0011009876543")
        .with(Field::Currency, "VND")
}

fn refused(field: Field, value: impl Into<Value>) -> (Field, Flaw) {
    let refusal = encode(&plain().with(field, value)).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn account(beneficiary: &[(u8, &str)], service: &str) -> String {
    let all = [(0, OWNER), (1, &tags(beneficiary)), (2, service)];
    tags(&all.map(|(id, value)| (id, value)))
}

/// Reads a code with some tags changed.
fn read(changes: &[(u8, &str)]) -> Result<Reading, Refusal> {
    let account = account(&[(0, "970436"), (1, "0011009876543")], "QRIBFTTA");
    let parts = [(0, "01"), (1, "11"), (38, account.as_str()), (53, "704"), (58, "VN")];
    decode(&changed(&parts, changes), Options::default())
}

fn oddities(changes: &[(u8, &str)]) -> Vec<(Field, Oddity)> {
    found(&read(changes).unwrap())
}

#[test]
fn every_limit_holds_at_its_last_place() {
    for (field, max) in
        [(Field::Account, 19), (Field::Reference, 25), (Field::PayeeName, 25), (Field::City, 15)]
    {
        assert!(encode(&plain().with(field, "A".repeat(max))).is_ok(), "{field}");
        let long = (field, Flaw::TooLong { max, found: max + 1 });
        assert_eq!(refused(field, "A".repeat(max + 1)), long);
    }
    assert!(encode(&plain().with(Field::Amount, "499999999")).is_ok());
    for wrong in ["500000000", "0", "1000.0", "1000.00", "1,000", "-5"] {
        assert_eq!(refused(Field::Amount, wrong).0, Field::Amount, "{wrong}");
    }
    for (field, value) in [
        (Field::BankBin, "9704366"),
        (Field::BankBin, "97043a"),
        (Field::BankBin, ""),
        (Field::Account, ""),
        (Field::Account, "001-100"),
        (Field::Account, "001 100"),
        (Field::Service, "QRIBFTTA"),
        (Field::Currency, "USD"),
        (Field::Reference, "INV-1"),
        (Field::Reference, "a_b"),
        (Field::Reference, "希望"),
        (Field::Mcc, "1"),
        (Field::Message, "x"),
    ] {
        assert_eq!(refused(field, value).0, field, "{value}");
    }
}

#[test]
fn accounts_of_a_wallet_keep_its_label() {
    let labels = |key: &str, value: &str| BTreeMap::from([(key.to_owned(), Value::from(value))]);
    let request = plain().with(Field::Additional, labels("05", "MOMOW2W12345678"));
    let payload = encode(&request.with(Field::Reference, "D1")).unwrap().payload;
    assert!(payload.contains("62250515MOMOW2W123456780802D16304"), "{payload}");
    let other = refused(Field::Additional, labels("01", "X"));
    assert_eq!(other, (Field::Additional, Flaw::NotCarried));
    assert_eq!(refused(Field::Additional, labels("05", &"A".repeat(26))).0, Field::Additional);
    assert_eq!(refused(Field::Additional, "x"), (Field::Additional, Flaw::Kind));
}

#[test]
fn a_code_points_to_an_account() {
    let refusal = |changes: &[(u8, &str)]| read(changes).unwrap_err().field;
    for (beneficiary, service, field) in [
        (vec![(0, "97043"), (1, "1")], "QRIBFTTA", Field::BankBin),
        (vec![(1, "1")], "QRIBFTTA", Field::BankBin),
        (vec![(0, "970436")], "QRIBFTTA", Field::Account),
        (vec![(0, "970436"), (1, "1-1")], "QRIBFTTA", Field::Account),
        (vec![(0, "970436"), (1, "1"), (1, "2")], "QRIBFTTA", Field::Account),
        (vec![(0, "970436"), (1, "1")], "QRPUSH", Field::Service),
    ] {
        assert_eq!(refusal(&[(38, &account(&beneficiary, service))]), field, "{beneficiary:?}");
    }
    let broken = tags(&[(0, OWNER), (1, "0006970436011"), (2, "QRIBFTTA")]);
    assert_eq!(refusal(&[(38, &broken)]), Field::Payload);
    let bare = tags(&[(0, OWNER), (2, "QRIBFTTA")]);
    assert_eq!(refusal(&[(38, &bare)]), Field::Account);
    let without_service = tags(&[(0, OWNER), (1, "00069704360101")]);
    assert!(read(&[(38, &without_service)]).is_err());
    for (id, value, field) in [
        (53, "", Field::CurrencyCode),
        (53, "840", Field::CurrencyCode),
        (58, "TH", Field::Country),
        (54, "0", Field::Amount),
        (54, "1000.5", Field::Amount),
        (54, "500000000", Field::Amount),
    ] {
        assert_eq!(refusal(&[(id, value)]), field, "{value}");
    }
}

#[test]
fn what_apps_forgive_is_a_finding() {
    assert_eq!(oddities(&[]), []);
    assert_eq!(oddities(&[(54, "100000.00")]), [(Field::Amount, Oddity::AmountDecimals)]);
    let slash = Oddity::ForeignSign { at: 3, found: '/', why: None };
    let text = tags(&[(8, "INV/1")]);
    assert_eq!(oddities(&[(62, &text)]), [(Field::Reference, slash)]);
    let long = account(&[(0, "970436"), (1, &"1".repeat(20)), (2, "x")], "QRIBFTTC");
    let odd = [
        (Field::Account, Oddity::TooLong { max: 19, found: 20 }),
        (Field::Account, Oddity::Unknown { key: "38-01-02".to_owned() }),
    ];
    assert_eq!(oddities(&[(38, &long)]), odd);
    assert_eq!(read(&[(38, &long)]).unwrap().request.word(Field::Service), Some("card"));
}

#[test]
fn merchants_of_vnpay_are_read() {
    // xuannghia/vietnam-qr-pay, test/test-vnpay-qr.spec.ts.
    let code = "00020101021126280010A000000775011001087990425204597753037045802VN5909MYPHAMHER\
        6005HANOI62260311MY PHAM HER0707MPHER0163041C50";
    assert_eq!(Standard::recognise(code), Some(Standard::VietQr));
    let reading = decode(code, Options::default()).unwrap();
    assert_eq!(found(&reading), [(Field::Kind, Oddity::Issued)]);
    for (field, value) in [
        (Field::MerchantId, "0108799042"),
        (Field::PayeeName, "MYPHAMHER"),
        (Field::Mcc, "5977"),
        (Field::Store, "MY PHAM HER"),
        (Field::Terminal, "MPHER01"),
    ] {
        assert_eq!(reading.request.word(field), Some(value), "{field}");
    }
    assert!(encode(&reading.request).is_err());
}

proptest! {
    #[test]
    fn any_request_that_is_written_is_read_again(
        bin in "[0-9]{6}",
        account in "[A-Za-z0-9]{1,19}",
        service in "account|card",
        reference in proptest::option::of("[A-Za-z0-9 ]{1,25}"),
        name in proptest::option::of("[ -~]{1,25}"),
        dong in proptest::option::of(1..500_000_000_u32),
        poi in "1[12]",
    ) {
        let request = plain()
            .with(Field::BankBin, bin)
            .with(Field::Account, account)
            .with(Field::Service, service)
            .with(Field::Poi, poi)
            .with_some(Field::Reference, reference)
            .with_some(Field::PayeeName, name)
            .with_some(Field::Amount, dong.map(|dong| dong.to_string()));
        let payload = encode(&request).unwrap().payload;
        let reading = decode(&payload, Options::default()).unwrap();
        prop_assert_eq!(&reading.findings, &vec![]);
        prop_assert_eq!(reading.request, request);
    }
}
