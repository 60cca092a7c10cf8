//! The test vectors of BOLT #12, and offers put together here.

use proptest::prelude::*;

use super::*;
use crate::Value;
use crate::coins::bech32_long::words_of;

/// `bolt12/offers-test.json`, "Minimal bolt12 offer".
const MINIMAL: &str = "lno1zcss9mk8y3wkklfvevcrszlmu23kfrxh49px20665dqwmn4p72pksese";
const TEST_NETWORK: &str = "lno1qgsyxjtl6luzd9t3pr62xr7eemp6awnejusgf6gw45q75vcfqqqqqqq2p32x2um5ypmx2cm5dae8x93pqthvwfzadd7jejes8q9lhc4rvjxd022zv5l44g6qah82ru5rdpnpj";
const ISSUER_ID: [u8; 33] = [
    0x02, 0xee, 0xc7, 0x24, 0x5d, 0x6b, 0x7d, 0x2c, 0xcb, 0x30, 0x38, 0x0b, 0xfb, 0xe2, 0xa3, 0x64,
    0x8c, 0xd7, 0xa9, 0x42, 0x65, 0x3f, 0x5a, 0xa3, 0x40, 0xed, 0xce, 0xa1, 0xf2, 0x83, 0x68, 0x66,
    0x19,
];

/// Writes an offer of records that need no more than one byte of type and length.
fn offer(records: &[(u8, &[u8])]) -> String {
    let mut bytes = Vec::new();
    for (kind, value) in records {
        bytes.extend([*kind, u8::try_from(value.len()).unwrap()]);
        bytes.extend(*value);
    }
    let signs = words_of(&bytes).into_iter();
    let signs = signs.map(|word| bech32::Fe32::try_from(word).unwrap().to_char());
    format!("lno1{}", signs.collect::<String>())
}

fn read_whole(text: &str) -> Reading {
    decode(text, Options::default()).unwrap_or_else(|refusal| panic!("{refusal}: {text}"))
}

fn refused(text: &str) -> (Field, Flaw) {
    let refusal = decode(text, Options::default()).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn broken(place: &str) -> (Field, Flaw) {
    (Field::Lno, Flaw::Broken { place: place.to_owned() })
}

/// `bolt12/offers-test.json`, the valid ones, each with one thing it says.
#[test]
fn the_valid_offers_of_the_standard_are_read() {
    let description = (Field::Description, Value::from("Test vectors"));
    for (text, (field, value)) in [
        (TEST_NETWORK, (Field::Network, Value::from("testnet"))),
        (
            "lno1qgsxlc5vp2m0rvmjcxn2y34wv0m5lyc7sdj7zksgn35dvxgqqqqqqqq2p32x2um5ypmx2cm5dae8x93pqthvwfzadd7jejes8q9lhc4rvjxd022zv5l44g6qah82ru5rdpnpj",
            (Field::Network, Value::from("mainnet")),
        ),
        (
            "lno1qfqpge38tqmzyrdjj3x2qkdr5y80dlfw56ztq6yd9sme995g3gsxqqm0u2xq4dh3kdevrf4zg6hx8a60jv0gxe0ptgyfc6xkryqqqqqqqq9qc4r9wd6zqan9vd6x7unnzcss9mk8y3wkklfvevcrszlmu23kfrxh49px20665dqwmn4p72pksese",
            (Field::Network, Value::from("mainnet")),
        ),
        (
            "lno1qsgqqqqqqqqqqqqqqqqqqqqqqqqqqzsv23jhxapqwejkxar0wfe3vggzamrjghtt05kvkvpcp0a79gmy3nt6jsn98ad2xs8de6sl9qmgvcvs",
            description.clone(),
        ),
        (
            "lno1pqpzwyq2p32x2um5ypmx2cm5dae8x93pqthvwfzadd7jejes8q9lhc4rvjxd022zv5l44g6qah82ru5rdpnpj",
            (Field::AmountMsat, Value::Whole(10_000)),
        ),
        (
            "lno1pqpzwyq2p32x2um5ypmx2cm5dae8x93pqthvwfzadd7jejes8q9lhc4rvjxd022zv5l44g6qah82ru5rdpnpj",
            (Field::Amount, Value::from("0.0000001")),
        ),
        (
            "lno1qcp4256ypqpzwyq2p32x2um5ypmx2cm5dae8x93pqthvwfzadd7jejes8q9lhc4rvjxd022zv5l44g6qah82ru5rdpnpj",
            (Field::Amount, Value::from("100.00")),
        ),
        (
            "lno1qcp4256ypqpzwyq2p32x2um5ypmx2cm5dae8x93pqthvwfzadd7jejes8q9lhc4rvjxd022zv5l44g6qah82ru5rdpnpj",
            (Field::Currency, Value::from("USD")),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyucwq3ay997czcss9mk8y3wkklfvevcrszlmu23kfrxh49px20665dqwmn4p72pksese",
            (Field::AbsoluteExpiry, Value::Whole(2_051_184_600)),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyucjy358garswvaz7tmzdak8gvfj9ehhyeeqgf85c4p3xgsxjmnyw4ehgunfv4e3vggzamrjghtt05kvkvpcp0a79gmy3nt6jsn98ad2xs8de6sl9qmgvcvs",
            (Field::Issuer, Value::from("https://bolt12.org BOLT12 industries")),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyuc5qyz3vggzamrjghtt05kvkvpcp0a79gmy3nt6jsn98ad2xs8de6sl9qmgvcvs",
            (Field::QuantityMax, Value::Whole(5)),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyuc5qqtzzqhwcuj966ma9n9nqwqtl032xeyv6755yeflt235pmww58egx6rxry",
            (Field::QuantityMax, Value::Whole(0)),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyuc5qyq3vggzamrjghtt05kvkvpcp0a79gmy3nt6jsn98ad2xs8de6sl9qmgvcvs",
            (Field::QuantityMax, Value::Whole(1)),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyucvp5yqqqqqqqqqqqqqqqqqqqqkyypwa3eyt44h6txtxquqh7lz5djge4afgfjn7k4rgrkuag0jsd5xvxg",
            description.clone(),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyucs5ypjgef743p5fzqq9nqxh0ah7y87rzv3ud0eleps9kl2d5348hq2k8qzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgqpqqqqqqqqqqqqqqqqqqqqqqqqqqqzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqqzq3zyg3zyg3zyg3vggzamrjghtt05kvkvpcp0a79gmy3nt6jsn98ad2xs8de6sl9qmgvcvs",
            description.clone(),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyucs3yqqqqqqqqqqqqp2qgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqqyqqqqqqqqqqqqqqqqqqqqqqqqqqqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqqgzyg3zyg3zyg3z93pqthvwfzadd7jejes8q9lhc4rvjxd022zv5l44g6qah82ru5rdpnpj",
            description.clone(),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyucs5ypjgef743p5fzqq9nqxh0ah7y87rzv3ud0eleps9kl2d5348hq2k8qzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgqpqqqqqqqqqqqqqqqqqqqqqqqqqqqzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqqzq3zyg3zyg3zygs",
            description.clone(),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyucsl5qj5qeyv5l2cs6y3qqzesrth7mlzrlp3xg7xhulusczm04x6g6nms9trspqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqqsqqqqqqqqqqqqqqqqqqqqqqqqqqpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsqpqg3zyg3zyg3zygpqqqqzqqqqgqqxqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqqgqqqqqqqqqqqqqqqqqqqqqqqqqqqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgqqsg3zyg3zyg3zygtzzqhwcuj966ma9n9nqwqtl032xeyv6755yeflt235pmww58egx6rxry",
            description.clone(),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyuckyypwa3eyt44h6txtxquqh7lz5djge4afgfjn7k4rgrkuag0jsd5xvxfppf5x2mrvdamk7unvvs",
            description.clone(),
        ),
        (
            "lno1pgx9getnwss8vetrw3hhyuckyypwa3eyt44h6txtxquqh7lz5djge4afgfjn7k4rgrkuag0jsd5xvx078wdv5gg2dpjkcmr0wahhymry",
            description,
        ),
        (MINIMAL, (Field::NodeId, Value::from(hex(&ISSUER_ID)))),
    ] {
        let reading = read_whole(text);
        assert_eq!(reading.request.value(field), Some(&value), "{text}");
        if text != TEST_NETWORK {
            assert_eq!(encode(&reading.request).unwrap().payload, text.to_uppercase());
        }
    }
}

/// `bolt12/offers-test.json`, the invalid ones that the published vectors do not have.
#[test]
fn the_invalid_offers_of_the_standard_are_refused() {
    for text in [
        "lno1pgz5znzfgdz3vggzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpysgr0u2xq4dh3kdevrf4zg6hx8a60jv0gxe0ptgyfc6xkryqqqqqqqq",
        "lno1",
        "lno1pg",
        "lno1pt7s",
        "lno1pgpq",
        "lno1pgpyz",
        "lno1qgqszzs9g9xyjs69zcssyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsz",
        "lno1qcqcqzs9g9xyjs69zcssyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsz",
        "lno1qcplllhapqpq86q2q4qkc6trv5tzzq6muh550qsfva9fdes0ruph7ctk2s8aqq06r4jxj3msc448wzwy9s",
        "lno1qcp5624ypqpzwyq2p32x2um5ypmx2cm5dae8x93pqthvwfzadd7jejes8q9lhc4rvjxd022zv5l44g6qah82ru5rdpnpj",
        "lno1pgqcq93pqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqy",
        "lno1pgpgqsgkyypqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs",
        "lno1pgz5znzfgdz3qqgpzcssyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsz",
        "lno1pgz5znzfgdz3qqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsqzcssyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsz",
        "lno1pgz5znzfgdz3qqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqspqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqgkyypqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs",
        "lno1pgz5znzfgdz3qqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqspqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqgqzcssyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsz",
        "lno1pgz5znzfgdz3qqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcpqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqgqzcssyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsz",
        "lno1pgz5znzfgdz3qqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqspqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqgqzcssyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsz",
        "lno1pgz5znzfgdz3yqvqzcssyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsz",
        "lno1pgz5znzfgdz3yq5qgytzzqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqg",
        "lno1pgz5znzfgdz3vggzqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvps",
        "lno1pgz5znzfgdz3vggzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgp9qgr0u2xq4dh3kdevrf4zg6hx8a60jv0gxe0ptgyfc6xkryqqqqqqqq",
        "lno1pgz5znzfgdz3vggzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgp06ae4jsq9qgr0u2xq4dh3kdevrf4zg6hx8a60jv0gxe0ptgyfc6xkryqqqqqqqq",
        "lno1pgz5znzfgdz3vggzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgp06wu6egp9qgr0u2xq4dh3kdevrf4zg6hx8a60jv0gxe0ptgyfc6xkryqqqqqqqq",
        "lno1pgx9getnwss8vetrw3hhyucvzqzqqqqqqqqqqqqqqqqqqqqqqqqpvggzamrjghtt05kvkvpcp0a79gmy3nt6jsn98ad2xs8de6sl9qmgvcvs",
        "lno1qcp4256ypgx9getnwss8vetrw3hhyuckyypwa3eyt44h6txtxquqh7lz5djge4afgfjn7k4rgrkuag0jsd5xvxg",
        "lno1pgx9getnwss8vetrw3hhyucsespjgef743p5fzqq9nqxh0ah7y87rzv3ud0eleps9kl2d5348hq2k8qzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgqpqqqqqqqqqqqqqqqqqqqqqqqqqqqzqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqqzq3zyg3zyg3zygszqqqqyqqqqsqqvpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqsq",
    ] {
        assert!(decode(text, Options::default()).is_err(), "{text}");
    }
}

/// `bolt12/format-string-test.json`, where the published vectors do not have them.
#[test]
fn pieces_are_joined_between_two_characters_only() {
    let offer = "lno1pqps7sjqpgtyzm3qv4uxzmtsd3jjqer9wd3hy6tsw35k7msjzfpy7nz5yqcnygrfdej82um5wf5k2uckyypwa3eyt44h6txtxquqh7lz5djge4afgfjn7k4rgrkuag0jsd5xvxg";
    let joined = read_whole(offer);
    let spread = offer
        .replacen("pgty", "pgt+ y", 1)
        .replacen("y6tsw35k", "y6tsw3+  5k", 1)
        .replacen("yqcny", "yqcn+\ny", 1)
        .replacen("jsd5x", "jsd+\r\n 5x", 1);
    for text in [offer.replacen("lno", "l+no", 1), spread.to_uppercase(), spread] {
        assert_eq!(read_whole(&text).request, joined.request, "{text}");
    }
    for text in [
        format!("{offer}+ "),
        format!("+{offer}"),
        format!("+ {offer}"),
        offer.replacen("lno", "ln++o", 1),
        offer.replacen("yqcny", "yqcn +y", 1),
        offer.replacen("yqcny", "yqcn y", 1),
        offer.replacen("yqcny", "yqcn+é", 1),
    ] {
        assert_eq!(refused(&text), broken("+"), "{text}");
    }
    assert_eq!(refused("lno1bb").1, Flaw::Broken { place: "lno1".to_owned() });
    assert_eq!(refused("lnr1qq"), (Field::Lno, Flaw::OtherStandard));
}

#[test]
fn records_rise_and_their_numbers_are_short() {
    let id = (22, &ISSUER_ID[..]);
    let text = (10, &b"Fund"[..]);
    assert_eq!(refused(&offer(&[text, text, id])), broken("10"));
    assert_eq!(refused(&offer(&[(0, b""), id])), broken("0"));
    assert_eq!(refused(&offer(&[(2, b""), id])), broken("2"));
    assert_eq!(refused(&offer(&[(8, b"\0\x01"), text, id])), broken("8"));
    assert_eq!(refused(&offer(&[(8, &[1; 9]), text, id])), broken("8"));
    assert_eq!(refused(&offer(&[(16, b""), id])), broken("16"));
    assert_eq!(refused(&offer(&[(6, b"usd"), (8, b"\x01"), text, id])).0, Field::Currency);
    assert_eq!(refused(&offer(&[(6, b"QQQ"), (8, b"\x01"), text, id])).0, Field::Currency);
    assert_eq!(
        refused(&offer(&[(8, &[0x7f; 8]), text, id])),
        (Field::Amount, Flaw::TooLarge { max: "21000000".to_owned() })
    );
    assert_eq!(
        refused(&offer(&[(10, b"a\xffb"), id])),
        (Field::Description, Flaw::NotInCharset { at: 1 })
    );
    let padded = format!("{}q", offer(&[id]));
    assert!(decode(&padded, Options::default()).is_err());
}

#[test]
fn what_a_treasurer_should_see_is_found() {
    let finds = |text: &str, field, oddity: Oddity| {
        let found = read_whole(text).findings;
        assert!(found.iter().any(|f| f.field == field && f.oddity == oddity), "{text}: {found:?}");
    };
    assert!(read_whole(MINIMAL).findings.is_empty());
    let test = Oddity::OtherNetwork { network: "testnet".to_owned() };
    finds(TEST_NETWORK, Field::Network, test);
    let form = Oddity::Form { example: "lno1…" };
    finds(&format!("lightning:{MINIMAL}"), Field::Lno, form);
    let id = (22, &ISSUER_ID[..]);
    let none = offer(&[(8, b""), (10, b"Fund"), id]);
    finds(&none, Field::Amount, Oddity::AmountZero);
    assert_eq!(read_whole(&none).request.value(Field::Amount), None);
    let unknown = Oddity::Unknown { key: "33".to_owned() };
    finds(&offer(&[id, (33, b"x")]), Field::Payload, unknown);
    let bell = offer(&[(10, b"a\x07"), id]);
    assert_eq!(read_whole(&bell).findings[0].field, Field::Description);
}

#[test]
fn an_offer_is_passed_on_in_capitals_when_nothing_contradicts_it() {
    let request = Request::new().with(Field::Lno, MINIMAL);
    assert_eq!(encode(&request).unwrap().payload, MINIMAL.to_uppercase());
    let refusal = encode(&request.with(Field::Amount, "1")).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::Amount, Flaw::NotCarried));
    let refusal = encode(&Request::new().with(Field::Lno, TEST_NETWORK)).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::Lno, Flaw::OtherNetwork));
    let refusal = encode(&Request::new().with(Field::Description, "Fund")).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::Lno, Flaw::Missing));
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        amount in prop::option::of(1_u64..=2_100_000_000_000_000_000),
        description in "[ -~äßéЖ東]{1,40}",
        issuer in prop::option::of("[ -~äßéЖ東]{1,40}"),
    ) {
        let digits = amount.unwrap_or_default().to_be_bytes();
        let first = digits.iter().position(|byte| *byte != 0).unwrap_or_default();
        let mut records = Vec::new();
        if amount.is_some() {
            records.push((8, &digits[first..]));
        }
        records.push((10, description.as_bytes()));
        if let Some(issuer) = &issuer {
            records.push((18, issuer.as_bytes()));
        }
        records.push((22, &ISSUER_ID[..]));
        let text = offer(&records);
        let reading = read_whole(&text);
        prop_assert_eq!(reading.request.word(Field::Issuer), issuer.as_deref());
        let payload = encode(&reading.request).unwrap().payload;
        prop_assert_eq!(&payload, &text.to_uppercase());
        prop_assert_eq!(read_whole(&payload).request, reading.request);
    }

    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = tlv::Records::read(&bytes);
    }
}
