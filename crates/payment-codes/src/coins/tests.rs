//! Which texts of coins are recognised.

use super::*;
use crate::{Field, Oddity, Options, decode};

const INVOICE: &str = "lnbc2500u1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpu9qrsgquk0rl77nj30yxdy8j9vdx85fkpmdla2087ne0xh8nhedh8w27kyke0lp53ut353s06fv3qfegext0eh0ymjpf39tuven09sam30g4vgpfna3rh";
const OFFER: &str = "lno1zcss9mk8y3wkklfvevcrszlmu23kfrxh49px20665dqwmn4p72pksese";

#[test]
fn texts_are_recognised_by_how_they_begin() {
    for (text, standard) in [
        ("bitcoin:anything", Standard::BitcoinUri),
        ("BITCOIN:?lightning=x", Standard::BitcoinUri),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", Standard::BitcoinUri),
        ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 ", Standard::BitcoinUri),
        ("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", Standard::BitcoinUri),
        ("3EktnHQD7RiAE6uzMj2ZifT9YgRrkSgzQX", Standard::BitcoinUri),
        (INVOICE, Standard::Bolt11),
        ("LNTB20M1", Standard::Bolt11),
        ("lnbcrt1", Standard::Bolt11),
        ("lntbs1", Standard::Bolt11),
        ("lightning:lnbc1", Standard::Bolt11),
        (OFFER, Standard::Bolt12),
        ("LNO1ZC", Standard::Bolt12),
        ("l+no1zc", Standard::Bolt12),
        ("lightning:lno1", Standard::Bolt12),
        ("LNURL1DP", Standard::Lnurl),
        ("Lightning:lnurl1dp", Standard::Lnurl),
        ("lightning:donate@ngo.example", Standard::Lnurl),
        ("lnurlp://ngo.example/donate", Standard::Lnurl),
        ("https://ngo.example/give?id=1&lightning=LNURL1DP", Standard::Lnurl),
        ("ethereum:0x", Standard::EthereumUri),
        ("solana:mv", Standard::SolanaPay),
        ("monero:44", Standard::MoneroUri),
    ] {
        assert_eq!(recognise(text), Some(standard), "{text}");
        assert_eq!(Standard::recognise(&format!(" {text}")), Some(standard), "{text}");
    }
}

#[test]
fn other_texts_are_left_to_others() {
    for text in [
        "",
        "donate@ngo.example",
        "keyauth://ngo.example/login",
        "lnurlw://ngo.example/voucher",
        "lightning:",
        "https://ngo.example/lnurlp/donate",
        "https://ngo.example/give?lightning=yes",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
        "1234567890",
        "litecoin:ltc1",
        "é",
    ] {
        assert_eq!(recognise(text), None, "{text}");
    }
}

#[test]
fn what_is_recognised_is_read_whatever_stands_around_it() {
    let text = format!("\u{feff}\tlightning://{INVOICE}\r\n");
    let reading = decode(&text, Options::default()).unwrap();
    assert_eq!(reading.request.word(Field::Lightning), Some(INVOICE));
    let oddities: Vec<&Oddity> = reading.findings.iter().map(|finding| &finding.oddity).collect();
    for oddity in
        [Oddity::ByteOrderMark, Oddity::BlanksAround, Oddity::NotNormalised, Oddity::OneTime]
    {
        assert!(oddities.contains(&&oddity), "{oddity:?}");
    }
    let link = format!("https://ngo.example/?lightning={INVOICE}&x=1");
    let reading = decode(&link, Options::default()).unwrap();
    assert_eq!(reading.request.word(Field::Lightning), Some(INVOICE));
}
