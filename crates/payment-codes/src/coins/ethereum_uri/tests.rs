//! What the published vectors do not show.

use proptest::prelude::*;

use super::address::{EXAMPLE, with_checksum};
use super::number::UINT256_MAX;
use super::*;
use crate::{Oddity, Options, Reading, Request};

const PAYEE: &str = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
const USDC: &str = "0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48";

fn read(text: &str) -> Reading {
    decode(text, Options::default()).unwrap_or_else(|refusal| panic!("{refusal}: {text}"))
}

fn refused(text: &str) -> (Field, Flaw) {
    let refusal = decode(text, Options::default()).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn ether(chain: &str) -> Request {
    Request::new().with(Field::Address, PAYEE).with(Field::ChainId, chain)
}

fn token() -> Request {
    ether("1").with(Field::Address, USDC).with(Field::TokenTo, PAYEE)
}

/// EIP-55, test cases.
#[test]
fn addresses_have_the_letters_of_the_standard() {
    for address in [
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
        "0xde709f2102306220921060314715629080e2fb77",
        "0x27b1fdb04752bbc536007a920d24acb045561c26",
        PAYEE,
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
    ] {
        let digits = address.trim_start_matches("0x");
        for text in [digits.to_lowercase(), digits.to_uppercase()] {
            let request = Request::new().with(Field::Address, format!("0x{text}"));
            assert_eq!(encode(&request).unwrap().payload, format!("ethereum:{address}"));
        }
        let findings = read(&format!("ethereum:{address}@1")).findings;
        let one_case = digits == digits.to_lowercase() || digits == digits.to_uppercase();
        assert_eq!(findings.is_empty(), !one_case, "{address}");
    }
}

#[test]
fn letters_that_do_not_fit_are_found_with_those_that_do() {
    let typed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed";
    let reading = read(&format!("ethereum:{typed}@1"));
    assert_eq!(reading.request.word(Field::Address), Some(typed));
    assert_eq!(reading.findings.len(), 1);
    assert_eq!(reading.findings[0].oddity, Oddity::Checksum { computed: PAYEE.to_owned() });
    let written = encode(&reading.request).unwrap().payload;
    assert_eq!(written, format!("ethereum:{typed}@1"));
}

#[test]
fn numbers_may_have_an_exponent_that_makes_them_whole() {
    for (value, wei) in [
        ("2.014e18", "2014000000000000000"),
        ("1e0", "1"),
        ("+12E2", "1200"),
        (".5e1", "5"),
        ("007", "7"),
        ("1.50e2", "150"),
        ("340282366920938463463374607431768211455", "340282366920938463463374607431768211455"),
    ] {
        let reading = read(&format!("ethereum:{PAYEE}@1?value={value}"));
        assert_eq!(reading.request.word(Field::Wei), Some(wei), "{value}");
        let plain = reading.findings.is_empty();
        assert_eq!(plain, value == wei, "{value}");
    }
    let refused = |value: &str| refused(&format!("ethereum:{PAYEE}@1?value={value}"));
    assert_eq!(refused("1.5e0"), (Field::Wei, Flaw::TooPrecise { decimals: 0 }));
    assert_eq!(refused("1.50"), (Field::Wei, Flaw::TooPrecise { decimals: 0 }));
    assert_eq!(refused("-1"), (Field::Wei, Flaw::Negative));
    for value in ["", "1e", "1.e1", "e5", "1e-1", "0x10", "1 0", "1e99999999999999999999", "1,0"] {
        let flaw = Flaw::NotDecimal { found: value.to_owned() };
        assert_eq!(refused(value), (Field::Wei, flaw), "{value}");
    }
    assert_eq!(refused("340282366920938463463374607431768211456").0, Field::Wei);
    let max = Flaw::TooLarge { max: UINT256_MAX.to_owned() };
    assert_eq!(refused("1e400"), (Field::Wei, max));
}

#[test]
fn ether_is_given_in_wei_or_in_ether() {
    for chain in ["1", "8453"] {
        let request = ether(chain).with(Field::Amount, "0.0100");
        let payload = encode(&request).unwrap().payload;
        assert_eq!(payload, format!("ethereum:{PAYEE}@{chain}?value=10000000000000000"));
        let reading = read(&payload);
        assert_eq!(reading.request.word(Field::Amount), Some("0.01"));
        assert_eq!(reading.request.word(Field::Currency), Some("ETH"));
        assert_eq!(encode(&reading.request).unwrap().payload, payload);
    }
    let wrong = ether("1").with(Field::Amount, "0.01").with(Field::Wei, "1");
    let flaw = Flaw::NotWith { other: Field::Wei };
    assert_eq!(encode(&wrong).unwrap_err(), Refusal::new(Field::Amount, flaw));
    // The coin of that chain is not ether.
    for field in [Field::Amount, Field::Currency] {
        let value = if field == Field::Amount { "1" } else { "ETH" };
        let flaw = Flaw::Needs { other: Field::ChainId };
        let refusal = encode(&ether("137").with(field, value)).unwrap_err();
        assert_eq!(refusal, Refusal::new(field, flaw));
    }
    assert_eq!(read(&format!("ethereum:{PAYEE}@137?value=5")).request.word(Field::Amount), None);
    let none = read(&format!("ethereum:pay-{PAYEE}@1?value=0"));
    assert_eq!(none.request.word(Field::Wei), None);
    assert_eq!(none.findings[0].oddity, Oddity::AmountZero);
    let chainless = read(&format!("ETHEREUM:{PAYEE}"));
    assert_eq!(
        (chainless.findings[0].field, &chainless.findings[0].oddity),
        (Field::ChainId, &Oddity::Missing)
    );
}

/// ERC-681, its second example.
#[test]
fn a_token_is_asked_for_at_its_contract() {
    let text = "ethereum:0x89205a3a3b2a69de6dbf7f01ed13b2108b2c43e7/transfer?address=0x8e23ee67d1332ad560396262c48ffbb01f93d052&uint256=1";
    let request = read(text).request;
    assert_eq!(request.word(Field::Address), Some("0x89205a3a3b2a69de6dbf7f01ed13b2108b2c43e7"));
    assert_eq!(request.word(Field::TokenTo), Some("0x8e23ee67d1332ad560396262c48ffbb01f93d052"));
    assert_eq!(request.word(Field::Units), Some("1"));
    let open = encode(&token()).unwrap().payload;
    assert_eq!(open, format!("ethereum:{USDC}@1/transfer?address={PAYEE}"));
    assert_eq!(read(&open).request, token());
    let most = encode(&token().with(Field::Units, UINT256_MAX)).unwrap().payload;
    assert_eq!(read(&most).request.word(Field::Units), Some(UINT256_MAX));
}

#[test]
fn what_would_lose_the_coins_or_is_not_understood_is_refused() {
    let base = format!("ethereum:{USDC}@1");
    for (rest, field) in [
        (format!("?address={PAYEE}&uint256=1"), Field::TokenTo),
        ("/transfer?uint256=1".to_owned(), Field::TokenTo),
        (format!("/transfer?address={PAYEE}&value=1"), Field::Wei),
        (format!("/transfer?address={PAYEE}&address={PAYEE}"), Field::TokenTo),
        (format!("/approve?address={PAYEE}&uint256=1"), Field::Payload),
        ("?value=1&value=1".to_owned(), Field::Wei),
        ("?gas=x".to_owned(), Field::Payload),
        ("?x=%4".to_owned(), Field::Payload),
        ("#1".to_owned(), Field::ChainId),
    ] {
        assert_eq!(refused(&format!("{base}{rest}")).0, field, "{rest}");
    }
    for (text, field) in [
        ("ethereum:", Field::Address),
        ("ethereum:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", Field::Address),
        ("ethereum:5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", Field::Address),
        ("ethereum:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg", Field::Address),
        ("ethereum:0x12.eth", Field::Address),
        ("bitcoin:x", Field::Payload),
    ] {
        assert_eq!(refused(text).0, field, "{text}");
    }
    for chain in ["", "0", "x", "-1", "18446744073709551616"] {
        assert_eq!(refused(&format!("ethereum:{PAYEE}@{chain}")).0, Field::ChainId, "{chain}");
    }
}

#[test]
fn names_and_other_keys_are_found() {
    let name = read("ethereum:ngo.example.eth@1?gasPrice=5e9&x=1");
    assert_eq!(name.request.word(Field::Address), Some("ngo.example.eth"));
    let oddities: Vec<&Oddity> = name.findings.iter().map(|finding| &finding.oddity).collect();
    assert_eq!(oddities[0], &Oddity::Form { example: EXAMPLE });
    assert_eq!(oddities[1], &Oddity::Unknown { key: "gasPrice".to_owned() });
    assert_eq!(encode(&name.request).unwrap_err().field, Field::Address);
}

#[test]
fn a_request_holds_what_belongs_together() {
    for (request, field) in [
        (Request::new(), Field::Address),
        (ether("0"), Field::ChainId),
        (ether("1x"), Field::ChainId),
        (ether("1").with(Field::Wei, "0"), Field::Wei),
        (ether("1").with(Field::Wei, "1e18"), Field::Wei),
        (ether("1").with(Field::Wei, "-1"), Field::Wei),
        (ether("1").with(Field::Amount, "0.0000000000000000001"), Field::Amount),
        (ether("1").with(Field::Units, "1"), Field::Units),
        (ether("1").with(Field::Message, "D-0001"), Field::Message),
        (token().with(Field::Wei, "1"), Field::Wei),
        (token().with(Field::Wei, 1), Field::Wei),
        (token().with(Field::Amount, "1"), Field::Amount),
        (token().with(Field::Currency, "ETH"), Field::Currency),
        (token().with(Field::TokenTo, "ngo.eth"), Field::TokenTo),
        (token().with(Field::Units, format!("{UINT256_MAX}0")), Field::Units),
    ] {
        assert_eq!(encode(&request).unwrap_err().field, field);
    }
    let whole = ether("1").with(Field::ChainId, 1).with(Field::Wei, 7);
    assert_eq!(encode(&whole).unwrap().payload, format!("ethereum:{PAYEE}@1?value=7"));
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        digits in "[0-9a-f]{40}",
        chain in 1..u64::MAX,
        number in prop::option::of("[1-9][0-9]{0,37}"),
        is_token: bool,
    ) {
        let address = format!("0x{}", with_checksum(&digits));
        let request = Request::new().with(Field::Address, address);
        let request = request.with(Field::ChainId, chain.to_string());
        let request = match is_token {
            true => request.with(Field::TokenTo, PAYEE).with_some(Field::Units, number),
            false => request.with_some(Field::Wei, number),
        };
        let payload = encode(&request).unwrap().payload;
        let reading = read(&payload);
        for (field, value) in request.iter() {
            prop_assert_eq!(reading.request.value(field), Some(value));
        }
        prop_assert_eq!(encode(&reading.request).unwrap().payload, payload);
    }
}
