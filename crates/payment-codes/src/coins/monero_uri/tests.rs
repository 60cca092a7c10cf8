//! What the vectors do not show.

use proptest::prelude::*;

use super::*;

/// The address that the Monero project asks gifts to.
const ADDRESS: &str = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A";

fn request() -> Request {
    Request::new().with(Field::Currency, CURRENCY).with(Field::Address, ADDRESS)
}

fn read(query: &str) -> Reading {
    let text = format!("monero:{ADDRESS}{query}");
    decode(&text, Options::default()).unwrap_or_else(|refusal| panic!("{refusal}: {text}"))
}

#[test]
fn what_a_treasurer_should_see_is_found() {
    let long = "0".repeat(64);
    for (query, field, oddity) in [
        ("?tx_amount=0", Field::Amount, Oddity::AmountZero),
        ("?tx_amount=5.", Field::Amount, Oddity::AmountDecimals),
        ("?recipient_name=a+b", Field::Label, Oddity::NotNormalised),
        ("?tx_description=a=b", Field::Message, Oddity::NotNormalised),
        ("?recipient_name=", Field::Label, Oddity::Empty),
        ("?x=1", Field::Payload, Oddity::Unknown { key: "x".to_owned() }),
        (
            &format!("?tx_payment_id={long}"),
            Field::Payload,
            Oddity::Unknown { key: "tx_payment_id".to_owned() },
        ),
    ] {
        let findings = read(query).findings;
        assert_eq!(findings.len(), 1, "{query}");
        assert_eq!((findings[0].field, &findings[0].oddity), (field, &oddity), "{query}");
    }
    assert_eq!(read("?tx_amount=0").request, request());
    let capitals = decode(&format!("MONERO:{ADDRESS}"), Options::default()).unwrap();
    assert_eq!(capitals.findings[0].oddity, Oddity::NotNormalised);
    assert_eq!(capitals.request, request());
}

#[test]
fn an_address_has_its_length_its_network_and_its_checksum() {
    let flaw = |text: &str| address::check(text).unwrap_err().flaw;
    let form = |text: &str| matches!(flaw(text), Flaw::Form { .. });
    for text in [
        "",
        "4",
        "44AFFq5k",
        &ADDRESS[..94],
        &format!("{ADDRESS}1"),
        &ADDRESS.replacen('A', "0", 1),
        &ADDRESS.replacen('A', "é", 1),
        // A first block above 64 bits, and a last one above 40.
        &format!("zzzzzzzzzzz{}", &ADDRESS[11..]),
        &format!("{}zzzzzzz", &ADDRESS[..88]),
    ] {
        assert!(form(text), "{text}");
    }
    assert_eq!(flaw(&ADDRESS.replacen("AFF", "AFE", 1)), Flaw::CheckDigits);
    // Two addresses, as an open proposal has them, are none.
    assert!(form(&format!("{ADDRESS};{ADDRESS}")));
}

#[test]
fn amounts_go_to_the_last_piconero() {
    let most = request().with(Field::Amount, "18446744.073709551615");
    let payload = encode(&most).unwrap().payload;
    assert_eq!(decode(&payload, Options::default()).unwrap().request, most);
    for (amount, flaw) in [
        ("18446744.073709551616", Flaw::TooLarge { max: "18446744.073709551615".to_owned() }),
        ("0.0000000000001", Flaw::TooPrecise { decimals: 12 }),
        ("0", Flaw::Zero),
    ] {
        let refusal = encode(&request().with(Field::Amount, amount)).unwrap_err();
        assert_eq!(refusal, Refusal::new(Field::Amount, flaw));
    }
    let reference = request().with(Field::Reference, "D-0001");
    assert_eq!(encode(&reference).unwrap_err().field, Field::Reference);
    let missing = Request::new().with(Field::Amount, "1");
    assert_eq!(encode(&missing).unwrap_err(), Refusal::new(Field::Address, Flaw::Missing));
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        units in prop::option::of(1..=MONERO.units_max),
        label in prop::option::of("[ -~äßéЖ東]{1,30}"),
        message in prop::option::of("[ -~äßéЖ東]{1,30}"),
    ) {
        let request = request()
            .with_some(Field::Amount, units.map(|units| MONERO.text(units)))
            .with_some(Field::Label, label)
            .with_some(Field::Message, message);
        let payload = encode(&request).unwrap().payload;
        let reading = decode(&payload, Options::default()).unwrap();
        prop_assert_eq!(&reading.request, &request);
        prop_assert!(reading.findings.is_empty());
    }
}
