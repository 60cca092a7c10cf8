//! What the published vectors do not show.

use proptest::prelude::*;

use super::*;
use crate::{Field, Flaw, Oddity, Options, Reading, Request, Value};

const ADDRESS: &str = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
const TAPROOT: &str = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0";
/// BIP-352.
const SILENT: &str = "sp1qqgste7k9hx0qftg6qmwlkqtwuy6cycyavzmzj85c6qdfhjdpdjtdgqjuexzk6murw56suy3e0rd2cgqvycxttddwsvgxe2usfpxumr70xc9pkqwv";
/// BOLT #11: 2500 micro-bitcoin, mainnet; 20 milli-bitcoin, testnet; any amount.
const INVOICE: &str = "lnbc2500u1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpu9qrsgquk0rl77nj30yxdy8j9vdx85fkpmdla2087ne0xh8nhedh8w27kyke0lp53ut353s06fv3qfegext0eh0ymjpf39tuven09sam30g4vgpfna3rh";
const TEST_INVOICE: &str = "lntb20m1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygshp58yjmdan79s6qqdhdzgynm4zwqd5d7xmw5fk98klysy043l2ahrqspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqfpp3x9et2e20v6pu37c5d9vax37wxq72un989qrsgqdj545axuxtnfemtpwkc45hx9d2ft7x04mt8q7y6t0k2dge9e7h8kpy9p34ytyslj3yu569aalz2xdk8xkd7ltxqld94u8h2esmsmacgpghe9k8";
const ANY_INVOICE: &str = "lnbc1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdpl2pkx2ctnv5sxxmmwwd5kgetjypeh2ursdae8g6twvus8g6rfwvs8qun0dfjkxaq9qrsgq357wnc5r2ueh7ck6q93dj32dlqnls087fxdwk8qakdyafkq3yap9us6v52vjjsrvywa6rt52cm9r9zqt8r2t7mlcwspyetp5h2tztugp9lfyql";
/// BOLT #12.
const OFFER: &str = "lno1zcss9mk8y3wkklfvevcrszlmu23kfrxh49px20665dqwmn4p72pksese";
/// LUD-01.
const LNURL: &str = "LNURL1DP68GURN8GHJ7UM9WFMXJCM99E3K7MF0V9CXJ0M385EKVCENXC6R2C35XVUKXEFCV5MKVV34X5EKZD3EV56NYD3HXQURZEPEXEJXXEPNXSCRVWFNV9NXZCN9XQ6XYEFHVGCXXCMYXYMNSERXFQ5FNS";

fn read(text: &str) -> Reading {
    decode(text, Options::default()).unwrap()
}

fn refused(text: &str) -> (Field, Flaw) {
    let refusal = decode(text, Options::default()).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn finds(reading: &Reading, field: Field, oddity: &Oddity) -> bool {
    reading.findings.iter().any(|finding| finding.field == field && finding.oddity == *oddity)
}

fn request() -> Request {
    Request::new().with(Field::Address, ADDRESS).with(Field::Currency, CURRENCY)
}

/// BIP-321, appendix, examples; their addresses and invoices are no real ones.
#[test]
fn the_examples_of_the_standard_are_told_apart() {
    let unchecked = |text: &str| decode(text, Options { check_address: false });
    for text in [
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?amount=50&label=Luke-Jr&message=Donation%20for%20project%20xyz",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?lightning=lnbc420bogusinvoice",
        "bitcoin:?lno=lno1bogusoffer",
        "bitcoin:?lno=lno1bogusoffer&sp=sp1qsilentpayment",
        "bitcoin:?sp=sp1qsilentpayment",
        "bitcoin:?bc=bc1qufgy354j3kmvuch987xe4s40836x3h0lg8f5n2&bc=bc1p5swkugezn97763tl0yty6556856uug0q6jflljvep9m4p7339x5qzyrh4g",
        "BITCOIN:?BC=BC1QUFGY354J3KMVUCH987XE4S40836X3H0LG8F5N2&BC=BC1P5SWKUGEZN97763TL0YTY6556856UUG0Q6JFLLJVEP9M4P7339X5QZYRH4G",
        "bitcoin:?tb=tb1qghfhmd4zh7ncpmxl3qzhmq566jk8ckq4gafnmg",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?pop=initiatingapp%3a",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?pop=https%3aiwantyouripaddress.com",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?req-pop=callback%3a",
    ] {
        assert!(unchecked(text).is_ok(), "{text}");
    }
    for text in [
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?amount=42&amount=42",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?amount=42&req-amount=42",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?message=&MESSAGE=a",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?pop=callback%3a&req-pop=callback%3a",
        "bitcoin:?bc=tb1qghfhmd4zh7ncpmxl3qzhmq566jk8ckq4gafnmg",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?req-pop=https%3aevilwebsite.com",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?REQ-unknown",
        "bitcoin:",
        "bitcoin:?",
        "bitcoin:?amount=1&label=nobody",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W#x",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?label=%4",
        "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?label=a#b",
    ] {
        assert!(unchecked(text).is_err(), "{text}");
    }
}

#[test]
fn amounts_are_read_as_the_grammar_has_them_and_nothing_is_refused() {
    for (amount, normal) in
        [(".5", "0.5"), ("5.", "5"), ("00.10", "0.1"), ("21000000", "21000000"), ("0%2E25", "0.25")]
    {
        let reading = read(&format!("bitcoin:{ADDRESS}?amount={amount}"));
        assert_eq!(reading.request.word(Field::Amount), Some(normal));
        let bare_dot = amount.starts_with('.') || amount.ends_with('.');
        assert_eq!(finds(&reading, Field::Amount, &Oddity::AmountDecimals), bare_dot);
    }
    for amount in ["", ".", "0", "0.00000000", "0.000000001", "21000000.00000001", "%201", "+1"] {
        assert_eq!(refused(&format!("bitcoin:{ADDRESS}?amount={amount}")).0, Field::Amount);
    }
    assert_eq!(refused(&format!("bitcoin:{ADDRESS}?amount")).0, Field::Amount);
}

#[test]
fn what_a_treasurer_should_see_is_found() {
    let example = Oddity::Form { example: "bitcoin:ADDRESS" };
    let bare = read(ADDRESS);
    assert!(finds(&bare, Field::Address, &example));
    assert_eq!(bare.request, request());
    let cases = [
        (
            format!("bitcoin:{ADDRESS}?pay=x"),
            Field::Payload,
            Oddity::Unknown { key: "pay".to_owned() },
        ),
        (
            format!("bitcoin:{ADDRESS}?pop=a%3a"),
            Field::Payload,
            Oddity::Unknown { key: "pop".to_owned() },
        ),
        (format!("bitcoin:{ADDRESS}?label=1+1"), Field::Label, Oddity::NotNormalised),
        (format!("bitcoin:{ADDRESS}?label=ü b"), Field::Label, Oddity::NotNormalised),
        (format!("bitcoin:{ADDRESS}?label="), Field::Label, Oddity::Empty),
        (
            format!("bitcoin:{ADDRESS}?message=a%0Ab"),
            Field::Message,
            Oddity::ForeignSign { at: 1, found: '\n', why: Some(crate::ForeignSign::Control) },
        ),
        (format!("bitcoin://{ADDRESS}"), Field::Address, Oddity::NotNormalised),
        (
            "bitcoin:?tb=tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx".to_owned(),
            Field::Tb,
            Oddity::OtherNetwork { network: "testnet".to_owned() },
        ),
        (format!("bitcoin:{ADDRESS}?lightning={INVOICE}"), Field::Lightning, Oddity::OneTime),
        (
            format!("bitcoin:{ADDRESS}?lightning={INVOICE}&amount=0.0026"),
            Field::Lightning,
            Oddity::AmountDiffers { expected: "0.0026".to_owned() },
        ),
        (
            format!("bitcoin:{ADDRESS}?lightning={OFFER}"),
            Field::Lightning,
            Oddity::Form { example: "lno=lno1…" },
        ),
        (
            format!("bitcoin:{ADDRESS}?lightning={LNURL}"),
            Field::Lightning,
            Oddity::Form { example: "lightning=lnbc1…" },
        ),
    ];
    for (text, field, oddity) in cases {
        assert!(finds(&read(&text), field, &oddity), "{text}: {:?}", read(&text).findings);
    }
    let plain = read(&format!("bitcoin:{ADDRESS}?amount=0.0025&lightning={INVOICE}&label=a%2Bb"));
    assert_eq!(plain.findings.len(), 1);
}

#[test]
fn a_broken_instruction_is_refused_where_addresses_are_checked() {
    for query in [
        "lightning=lnbc420bogusinvoice",
        "lightning=",
        "lno=lno1bogusoffer",
        "sp=sp1qsilentpayment",
        "bc=1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "bc=bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "tb=tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsy",
    ] {
        assert!(
            decode(&format!("bitcoin:{ADDRESS}?{query}"), Options::default()).is_err(),
            "{query}"
        );
    }
    assert_eq!(
        refused(&format!("bitcoin:{ADDRESS}?lightning={TEST_INVOICE}")),
        (Field::Lightning, Flaw::OtherNetwork)
    );
    for check_address in [true, false] {
        let test = "bitcoin:tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx";
        let refusal = decode(test, Options { check_address }).unwrap_err();
        assert_eq!((refusal.field, refusal.flaw), (Field::Address, Flaw::OtherNetwork));
        let mixed = "bitcoin:bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
        let refusal = decode(mixed, Options { check_address }).unwrap_err();
        assert_eq!(refusal.flaw, Flaw::MixedCase);
    }
}

#[test]
fn keys_stand_in_their_order_and_may_repeat() {
    let invoices = vec![INVOICE.to_owned(), ANY_INVOICE.to_owned()];
    let all = request()
        .with(Field::Sp, vec![SILENT.to_owned()])
        .with(Field::Message, "m")
        .with(Field::Lno, OFFER)
        .with(Field::Lightning, invoices.clone())
        .with(Field::Label, "l")
        .with(Field::Bc, vec![TAPROOT.to_uppercase(), ADDRESS.to_owned()])
        .with(Field::Amount, "0.00250000");
    let payload = encode(&all).unwrap().payload;
    assert_eq!(
        payload,
        format!(
            "bitcoin:{ADDRESS}?amount=0.0025&bc={TAPROOT}&bc={ADDRESS}&label=l\
             &lightning={INVOICE}&lightning={ANY_INVOICE}&lno={OFFER}&message=m&sp={SILENT}"
        )
    );
    let reading = read(&payload);
    assert_eq!(reading.request.value(Field::Lightning), Some(&Value::from(invoices)));
    assert_eq!(encode(&reading.request).unwrap().payload, payload);
    let alone = Request::new().with(Field::Lno, OFFER);
    assert_eq!(encode(&alone).unwrap().payload, format!("bitcoin:?lno={OFFER}"));
}

#[test]
fn capitals_stay_where_they_make_a_smaller_picture() {
    let capitals = request().with(Field::Lightning, INVOICE.to_uppercase());
    let payload = encode(&capitals).unwrap().payload;
    assert!(payload.contains("?lightning=LNBC2500U1"));
    assert_eq!(read(&payload).request, capitals);
    let whole = format!("bitcoin:{ADDRESS}?lightning={INVOICE}").to_uppercase();
    assert_eq!(read(&whole).request.word(Field::Lightning), Some(INVOICE));
    let large = Request::new().with(Field::Address, ADDRESS.to_uppercase());
    assert_eq!(encode(&large).unwrap().payload, format!("bitcoin:{ADDRESS}"));
}

#[test]
fn what_cannot_be_asked_is_refused_at_its_field() {
    let cases = [
        (Request::new(), Field::Address, Flaw::Missing),
        (request().with(Field::Tb, vec!["tb1q".to_owned()]), Field::Tb, Flaw::OtherNetwork),
        (request().with(Field::Lightning, TEST_INVOICE), Field::Lightning, Flaw::OtherNetwork),
        (
            request().with(Field::Lightning, INVOICE).with(Field::Amount, "0.0026"),
            Field::Amount,
            Flaw::NotWith { other: Field::Lightning },
        ),
        (request().with(Field::Lightning, LNURL), Field::Lightning, Flaw::OtherStandard),
        (request().with(Field::Lno, INVOICE), Field::Lno, Flaw::OtherStandard),
        (
            request().with(Field::Currency, "EUR"),
            Field::Currency,
            Flaw::NotOneOf { allowed: &["BTC"], found: "EUR".to_owned() },
        ),
        (request().with(Field::Reference, "D-0001"), Field::Reference, Flaw::NotCarried),
        (request().with(Field::Amount, "0"), Field::Amount, Flaw::Zero),
        (
            request().with(Field::Amount, "0.000000001"),
            Field::Amount,
            Flaw::TooPrecise { decimals: 8 },
        ),
        (
            request().with(Field::Message, "m".repeat(3_000)),
            Field::Payload,
            Flaw::TooManyBytes { max: 2331, found: 3_059 },
        ),
    ];
    for (request, field, flaw) in cases {
        let refusal = encode(&request).unwrap_err();
        assert_eq!((refusal.field, refusal.flaw), (field, flaw));
    }
    let emoji = request().with(Field::Label, "a\u{1f600}");
    assert_eq!(encode(&emoji).unwrap_err().field, Field::Label);
    let most = request().with(Field::Amount, "21000000.00000000");
    assert!(encode(&most).unwrap().payload.ends_with("?amount=21000000"));
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        address in prop::sample::select(vec![
            ADDRESS, TAPROOT, "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "3EktnHQD7RiAE6uzMj2ZifT9YgRrkSgzQX",
        ]),
        units in prop::option::of(1..=2_100_000_000_000_000_u128),
        label in prop::option::of("[ -~äßéЖ東]{1,30}"),
        message in prop::option::of("[ -~äßéЖ東]{1,60}"),
        lno: bool,
    ) {
        let request = Request::new()
            .with(Field::Currency, CURRENCY)
            .with(Field::Address, address)
            .with_some(Field::Amount, units.map(|units| BITCOIN.text(units)))
            .with_some(Field::Label, label)
            .with_some(Field::Message, message)
            .with_some(Field::Lno, lno.then_some(OFFER));
        let payload = encode(&request).unwrap().payload;
        let reading = read(&payload);
        prop_assert_eq!(&reading.request, &request);
        prop_assert!(reading.findings.is_empty());
        prop_assert_eq!(encode(&reading.request).unwrap().payload, payload);
    }
}
