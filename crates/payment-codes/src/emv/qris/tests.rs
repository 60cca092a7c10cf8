use proptest::prelude::*;

use super::*;
use crate::emv::tlv;
use crate::{Finding, Flaw};

/// Code A of the standard's page: an acquirer's reusable code.
const STATIC: &str = "00020101021126610014COM.GO-JEK.WWW01189360091400000000010210G0000000010303URE\
                      51440014ID.CO.QRIS.WWW0215ID10260000000010303URE5204839853033605802ID\
                      5921Yayasan Sungai Bersih6007BANDUNG61054011162070703A016304BA0C";

fn sealed(text: &str) -> String {
    let mut text = text.to_owned();
    tlv::push_checksum(&mut text);
    text
}

/// The static code with a piece of it exchanged.
fn with(piece: &str, other: &str) -> String {
    let body = STATIC.strip_suffix("6304BA0C").unwrap();
    assert!(body.contains(piece));
    sealed(&body.replacen(piece, other, 1))
}

fn request(base: &str) -> Request {
    Request::new().with(Field::BasePayload, base)
}

fn read(text: &str) -> Reading {
    decode(text, Options::default()).unwrap()
}

fn flaw(request: &Request) -> (Field, Flaw) {
    let refusal = encode(request).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn oddities(reading: &Reading) -> Vec<&Oddity> {
    reading.findings.iter().map(|Finding { oddity, .. }| oddity).collect()
}

#[test]
fn the_static_code_is_printed_as_it_is() {
    assert_eq!(encode(&request(STATIC)).unwrap().payload, STATIC);
    let reading = read(STATIC);
    assert_eq!(reading.request.word(Field::MerchantId), Some("ID1026000000001"));
    assert_eq!(reading.request.word(Field::Currency), Some("IDR"));
    assert_eq!(encode(&reading.request).unwrap().payload, STATIC);
}

#[test]
fn a_reference_is_added_where_the_acquirer_has_none() {
    let asked = request(STATIC).with(Field::Amount, "25000").with(Field::Reference, "D1");
    let payload = encode(&asked).unwrap().payload;
    assert!(payload.contains("62130502D10703A01"), "{payload}");
    assert_eq!(read(&payload).request.word(Field::Reference), Some("D1"));
    let taken = with("62070703A01", "62130502X10703A01");
    let asked = request(&taken).with(Field::Amount, "25000").with(Field::Reference, "D1");
    assert_eq!(flaw(&asked), (Field::Reference, Flaw::Bound));
}

#[test]
fn fees_stand_alone_and_where_there_is_none() {
    let asked = request(STATIC).with(Field::Amount, "1000");
    let both = asked.clone().with(Field::FeeFixed, "10").with(Field::FeePercent, "1");
    assert_eq!(flaw(&both).0, Field::FeeFixed);
    for percent in ["0", "0.00", "100", "1.234", "-1", "1%", ".5", "5."] {
        let asked = asked.clone().with(Field::FeePercent, percent);
        assert_eq!(flaw(&asked).0, Field::FeePercent, "{percent}");
    }
    for percent in ["0.01", "99.99", "7"] {
        assert!(encode(&asked.clone().with(Field::FeePercent, percent)).is_ok(), "{percent}");
    }
    assert_eq!(flaw(&asked.clone().with(Field::FeeFixed, "0")).0, Field::FeeFixed);
    assert_eq!(flaw(&asked.with(Field::FeeFixed, "1.50")).0, Field::FeeFixed);
    let prompting = with("5802ID", "5502015802ID");
    let asked = request(&prompting).with(Field::Amount, "1000");
    assert!(encode(&asked).is_ok());
    assert_eq!(flaw(&asked.with(Field::FeeFixed, "10")), (Field::FeeFixed, Flaw::Bound));
}

#[test]
fn a_code_for_one_payment_takes_no_amount() {
    let dynamic = with("010211", "010212");
    let asked = request(&dynamic).with(Field::Amount, "1000");
    assert_eq!(flaw(&asked), (Field::BasePayload, Flaw::Bound));
}

#[test]
fn other_schemes_and_countries_are_refused() {
    let plain = with("ID.CO.QRIS.WWW0215ID1026000000001", "ID.CO.OTHER.WW0215XX1026000000001");
    assert_eq!(flaw(&request(&plain)), (Field::BasePayload, Flaw::OtherStandard));
    for (piece, other) in [("5802ID", "5802MY"), ("5303360", "5303458")] {
        assert!(decode(&with(piece, other), Options::default()).is_err(), "{other}");
    }
}

#[test]
fn quirks_of_acquirers_are_told() {
    let decimals = read(&with("5802ID", "540825578.005802ID"));
    assert_eq!(decimals.request.word(Field::Amount), Some("25578"));
    assert!(oddities(&decimals).contains(&&Oddity::AmountDecimals));
    let repeated = read(&with("ID.CO.QRIS.WWW", "ID.NEO.BNC.WWW"));
    assert!(oddities(&repeated).contains(&&Oddity::Form { example: "ID.CO.QRIS.WWW" }));
    for zero in ["54010", "54040.00"] {
        assert!(decode(&with("5802ID", &format!("{zero}5802ID")), Options::default()).is_err());
    }
}

#[test]
fn limits_hold_on_both_sides() {
    for (amount, fits) in
        [("1", true), ("9999999999999", true), ("10000000000000", false), ("0", false)]
    {
        assert_eq!(encode(&request(STATIC).with(Field::Amount, amount)).is_ok(), fits, "{amount}");
    }
    for (length, fits) in [(25, true), (26, false)] {
        let asked = request(STATIC).with(Field::Reference, "A".repeat(length));
        assert_eq!(encode(&asked).is_ok(), fits, "{length}");
    }
}

proptest! {
    #[test]
    fn what_is_added_comes_back(
        amount in prop::option::of(1_u32..=u32::MAX),
        reference in prop::option::of("[A-Za-z0-9-]{1,25}"),
        percent in prop::option::of("[1-9]{1,2}(\\.[0-9]{1,2})?"),
    ) {
        let amount = amount.map(|amount| amount.to_string());
        let asked = request(STATIC)
            .with_some(Field::Amount, amount.clone())
            .with_some(Field::Reference, reference.clone())
            .with_some(Field::FeePercent, percent.clone());
        let payload = encode(&asked).unwrap().payload;
        let reading = read(&payload);
        prop_assert_eq!(reading.request.word(Field::Amount), amount.as_deref());
        prop_assert_eq!(reading.request.word(Field::Reference), reference.as_deref());
        prop_assert_eq!(reading.request.word(Field::FeePercent), percent.as_deref());
        prop_assert_eq!(encode(&reading.request).unwrap().payload, payload);
    }
}
