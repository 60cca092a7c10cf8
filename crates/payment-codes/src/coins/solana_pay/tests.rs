//! What the published vectors do not show.

use proptest::prelude::*;

use super::*;

const RECIPIENT: &str = "mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN";
const REFERENCE: &str = "82ZJ7nbGpixjeDCmEhUcmwXYfvurzAgGdtSMuHnUgyny";
const USDC: &str = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";

fn read(query: &str) -> Reading {
    let text = format!("solana:{RECIPIENT}{query}");
    decode(&text, Options::default()).unwrap_or_else(|refusal| panic!("{refusal}: {text}"))
}

fn refused(query: &str) -> (Field, Flaw) {
    let refusal = decode(&format!("solana:{RECIPIENT}{query}"), Options::default()).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn request() -> Request {
    Request::new().with(Field::Recipient, RECIPIENT).with(Field::Currency, SOL)
}

fn payload(request: &Request) -> String {
    encode(request).unwrap().payload
}

#[test]
fn amounts_have_the_decimals_of_their_coin() {
    for (query, amount) in [
        ("?amount=0.000000001", "0.000000001"),
        ("?amount=1.50", "1.5"),
        ("?amount=18446744073.709551615", "18446744073.709551615"),
        (&format!("?amount=0.000001&spl-token={USDC}"), "0.000001"),
        (&format!("?spl-token={REFERENCE}&amount=0.0000000000000000001"), "0.0000000000000000001"),
    ] {
        assert_eq!(read(query).request.word(Field::Amount), Some(amount), "{query}");
    }
    for (query, flaw) in [
        ("?amount=0.0000000001", Flaw::TooPrecise { decimals: 9 }),
        (
            "?amount=18446744073.709551616",
            Flaw::TooLarge { max: "18446744073.709551615".to_owned() },
        ),
        (&format!("?amount=0.0000001&spl-token={USDC}"), Flaw::TooPrecise { decimals: 6 }),
        ("?amount=-1", Flaw::Negative),
        ("?amount=", Flaw::NotDecimal { found: String::new() }),
        ("?amount=5.", Flaw::NotDecimal { found: "5.".to_owned() }),
        ("?amount=1,5", Flaw::NotDecimal { found: "1,5".to_owned() }),
        ("?amount=1&amount=1", Flaw::Repeated),
    ] {
        assert_eq!(refused(query), (Field::Amount, flaw), "{query}");
    }
    let none = read("?amount=0.00");
    assert_eq!(none.request.word(Field::Amount), None);
    assert_eq!(none.findings[0].oddity, Oddity::AmountZero);
    let flaw = encode(&request().with(Field::Amount, "0")).unwrap_err().flaw;
    assert_eq!(flaw, Flaw::Zero);
}

#[test]
fn the_currency_is_that_of_the_coin_or_of_a_known_token() {
    assert_eq!(read("").request.word(Field::Currency), Some("SOL"));
    assert_eq!(read(&format!("?spl-token={USDC}")).request.word(Field::Currency), Some("USDC"));
    assert_eq!(read(&format!("?spl-token={REFERENCE}")).request.word(Field::Currency), None);
    let wrong = request().with(Field::SplToken, USDC);
    let flaw = Flaw::NotWith { other: Field::SplToken };
    assert_eq!(encode(&wrong).unwrap_err(), Refusal::new(Field::Currency, flaw));
    let unknown = request().with(Field::SplToken, REFERENCE);
    assert_eq!(encode(&unknown).unwrap_err(), Refusal::new(Field::Currency, Flaw::NotCarried));
}

#[test]
fn references_stand_several_times_and_all_else_once() {
    let references = vec![REFERENCE.to_owned(), USDC.to_owned()];
    let request = request().with(Field::Reference, references).with(Field::Memo, "m");
    let written = payload(&request);
    assert_eq!(
        written,
        format!("solana:{RECIPIENT}?reference={REFERENCE}&reference={USDC}&memo=m")
    );
    assert_eq!(decode(&written, Options::default()).unwrap().request, request);
    let one = Request::new().with(Field::Recipient, RECIPIENT).with(Field::Reference, REFERENCE);
    assert_eq!(payload(&one), format!("solana:{RECIPIENT}?reference={REFERENCE}"));
    for (query, field) in [
        ("?label=a&label=b", Field::Label),
        ("?message=&message=b", Field::Message),
        ("?memo=a&memo=a", Field::Memo),
        (&format!("?spl-token={USDC}&spl-token={USDC}"), Field::SplToken),
    ] {
        assert_eq!(refused(query), (field, Flaw::Repeated), "{query}");
    }
}

#[test]
fn keys_are_32_bytes() {
    let form = Flaw::Form { example: EXAMPLE };
    for text in [
        "",
        "0",
        "mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2k",
        "mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kNN",
        "lOI0",
        &"1".repeat(33),
        &"z".repeat(44),
    ] {
        assert!(decode(&format!("solana:{text}"), Options::default()).is_err(), "{text}");
        let reference = request().with(Field::Reference, vec![text.to_owned()]);
        assert_eq!(encode(&reference).unwrap_err(), Refusal::new(Field::Reference, form.clone()));
        assert_eq!(refused(&format!("?reference={text}")), (Field::Reference, form.clone()));
        assert_eq!(refused(&format!("?spl-token={text}")), (Field::SplToken, form.clone()));
    }
    assert!(decode(&format!("SOLANA:{}", "1".repeat(32)), Options::default()).is_ok());
    for text in [
        "solana:https://ngo.example/pay",
        "solana:mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN&label=Michael",
    ] {
        assert_eq!(decode(text, Options::default()).unwrap_err().field, Field::Recipient);
    }
}

#[test]
fn form_encoding_and_other_keys_are_found() {
    let reading = read("?message=Thanks+for+all%2B&x=1&label=");
    assert_eq!(reading.request.word(Field::Message), Some("Thanks for all+"));
    let found: Vec<(Field, &Oddity)> =
        reading.findings.iter().map(|f| (f.field, &f.oddity)).collect();
    assert_eq!(
        found,
        [
            (Field::Message, &Oddity::NotNormalised),
            (Field::Payload, &Oddity::Unknown { key: "x".to_owned() }),
            (Field::Label, &Oddity::Empty),
        ]
    );
    assert_eq!(reading.request.value(Field::Label), None);
    assert_eq!(
        payload(&request().with(Field::Message, "a b+c")),
        format!("solana:{RECIPIENT}?message=a%20b%2Bc")
    );
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        key: [u8; 32],
        reference: [u8; 32],
        units in prop::option::of(1..=UNITS_MAX),
        token: bool,
        label in prop::option::of("[ -~äßéЖ東]{1,30}"),
        memo in prop::option::of("[ -~äßéЖ東]{1,30}"),
    ) {
        let (scale, currency) = coin(token.then_some(USDC));
        let request = Request::new()
            .with(Field::Recipient, bs58::encode(key).into_string())
            .with_some(Field::Currency, currency)
            .with_some(Field::SplToken, token.then_some(USDC))
            .with_some(Field::Amount, units.map(|units| scale.text(units)))
            .with(Field::Reference, vec![bs58::encode(reference).into_string()])
            .with_some(Field::Label, label)
            .with_some(Field::Memo, memo);
        let written = payload(&request);
        let reading = decode(&written, Options::default()).unwrap();
        prop_assert_eq!(&reading.request, &request);
        prop_assert!(reading.findings.is_empty());
    }
}
