//! The examples of BOLT #11, and invoices signed here with the key printed there.

use k256::ecdsa::SigningKey;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::bech32_long::{bytes_and_rest, words_of, written_words};
use super::*;

/// BOLT #11, "all the following examples are signed with".
const KEY: [u8; 32] = [
    0xe1, 0x26, 0xf6, 0x8f, 0x7e, 0xaf, 0xcc, 0x8b, 0x74, 0xf5, 0x4d, 0x26, 0x9f, 0xe2, 0x06, 0xbe,
    0x71, 0x50, 0x00, 0xf9, 0x4d, 0xac, 0x06, 0x7d, 0x1c, 0x04, 0xa8, 0xca, 0x3b, 0x2d, 0xb7, 0x34,
];
const NODE: &str = "03e7156ae33b0a208d0744199163177e909e80176e55d97a2f221ede0f934dd9ad";
const COFFEE: &str = "lnbc2500u1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpu9qrsgquk0rl77nj30yxdy8j9vdx85fkpmdla2087ne0xh8nhedh8w27kyke0lp53ut353s06fv3qfegext0eh0ymjpf39tuven09sam30g4vgpfna3rh";
const TEST_NETWORK: &str = "lntb20m1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygshp58yjmdan79s6qqdhdzgynm4zwqd5d7xmw5fk98klysy043l2ahrqspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqfpp3x9et2e20v6pu37c5d9vax37wxq72un989qrsgqdj545axuxtnfemtpwkc45hx9d2ft7x04mt8q7y6t0k2dge9e7h8kpy9p34ytyslj3yu569aalz2xdk8xkd7ltxqld94u8h2esmsmacgpghe9k8";
/// BOLT #11, "Public-key recovery with high-S signature".
const LARGE_S: &str = "lnbc1pvjluezsp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygspp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdpl2pkx2ctnv5sxxmmwwd5kgetjypeh2ursdae8g6twvus8g6rfwvs8qun0dfjkxaq9qrsgq357wnc5r2ueh7ck6q93dj32dlqnls087fxdwk8qakdyafkq3yap2r09nt4ndd0unm3z9u5t48y6ucv4r5sg7lk98c77ctvjczkspk5qprc90gx";

type Tagged = Vec<(u8, Vec<u8>)>;

/// Payment hash, payment secret and description.
fn tagged() -> Tagged {
    vec![(1, words_of(&[1; 32])), (16, words_of(&[2; 32])), (13, words_of(b"coffee"))]
}

fn without(kind: u8) -> Tagged {
    tagged().into_iter().filter(|(found, _)| *found != kind).collect()
}

fn with(kind: u8, words: Vec<u8>) -> Tagged {
    tagged().into_iter().chain([(kind, words)]).collect()
}

/// Signs an invoice; `large` takes the other S that fits.
fn signed(prefix: &str, tagged: &[(u8, Vec<u8>)], large: bool) -> String {
    let mut data = vec![1, 12, 18, 31, 28, 25, 2];
    for (kind, words) in tagged {
        let length = u8::try_from(words.len() % 32).unwrap();
        data.extend([*kind, u8::try_from(words.len() / 32).unwrap(), length]);
        data.extend(words);
    }
    let (mut bytes, bits, count) = bytes_and_rest(&data);
    if count > 0 {
        bytes.push(u8::try_from(bits << (8 - count)).unwrap());
    }
    let hash = Sha256::new().chain_update(prefix).chain_update(bytes).finalize();
    let key = SigningKey::from_slice(&KEY).unwrap();
    let (mut signature, recovery) = key.sign_prehash_recoverable(&hash);
    let mut recovery = recovery.to_byte();
    if large {
        let (r, s) = signature.split_scalars();
        let other = k256::ecdsa::Signature::from_scalars(r.to_bytes(), (-s).to_bytes()).unwrap();
        signature = other;
        recovery ^= 1;
    }
    data.extend(words_of(&[&signature.to_bytes()[..], &[recovery]].concat()));
    written_words(prefix, &data)
}

fn refused(text: &str) -> (Field, Flaw) {
    let refusal = decode(text, Options::default()).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn broken(place: &str) -> (Field, Flaw) {
    (Field::Lightning, Flaw::Broken { place: place.to_owned() })
}

/// BOLT #11, "Examples".
#[test]
fn the_examples_of_the_standard_are_read_with_the_key_that_signed_them() {
    let secret = "sp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygs";
    let hash = "pp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypq";
    let list = "hp58yjmdan79s6qqdhdzgynm4zwqd5d7xmw5fk98klysy043l2ahrqs";
    let zeros = |count| "q".repeat(count);
    let skipped = [("fppn", 32), ("ppn", 51), ("pp4", 53), ("hpn", 51), ("hp4", 53), ("spn", 51)]
        .into_iter()
        .chain([("sp4", 53), ("np5", 52), ("npk", 54)])
        .map(|(head, count)| format!("{head}{}", zeros(count)));
    let skipped: String = skipped.collect();
    for text in [
        format!(
            "lnbc20m1pvjluez{secret}{hash}{list}fpp3qjmp7lwpagxun9pygexvgpjdc4jdj85fr9yq20q82gphp2nflc7jtzrcazrra7wwgzxqc8u7754cdlpfrmccae92qgzqvzq2ps8pqqqqqqpqqqqq9qqqvpeuqafqxu92d8lr6fvg0r5gv0heeeqgcrqlnm6jhphu9y00rrhy4grqszsvpcgpy9qqqqqqgqqqqq7qqzq9qrsgqdfjcdk6w3ak5pca9hwfwfh63zrrz06wwfya0ydlzpgzxkn5xagsqz7x9j4jwe7yj7vaf2k9lqsdk45kts2fd0fkr28am0u4w95tt2nsq76cqw0"
        ),
        format!(
            "lnbc20m1pvjluez{secret}{list}{hash}fppj3a24vwu6r8ejrss3axul8rxldph2q7z99qrsgqz6qsgww34xlatfj6e3sngrwfy3ytkt29d2qttr8qz2mnedfqysuqypgqex4haa2h8fx3wnypranf3pdwyluftwe680jjcfp438u82xqphf75ym"
        ),
        format!(
            "lnbc20m1pvjluez{secret}{list}{hash}fppqw508d6qejxtdg4y5r3zarvary0c5xw7k9qrsgqt29a0wturnys2hhxpner2e3plp6jyj8qx7548zr2z7ptgjjc7hljm98xhjym0dg52sdrvqamxdezkmqg4gdrvwwnf0kv2jdfnl4xatsqmrnsse"
        ),
        format!(
            "lnbc20m1pvjluez{secret}{list}{hash}fp4qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q9qrsgq9vlvyj8cqvq6ggvpwd53jncp9nwc47xlrsnenq2zp70fq83qlgesn4u3uyf4tesfkkwwfg3qs54qe426hp3tz7z6sweqdjg05axsrjqp9yrrwc"
        ),
        format!(
            "lnbc9678785340p1pwmna7lpp5gc3xfm08u9qy06djf8dfflhugl6p7lgza6dsjxq454gxhj9t7a0sd8dgfkx7cmtwd68yetpd5s9xar0wfjn5gpc8qhrsdfq24f5ggrxdaezqsnvda3kkum5wfjkzmfqf3jkgem9wgsyuctwdus9xgrcyqcjcgpzgfskx6eqf9hzqnteypzxz7fzypfhg6trddjhygrcyqezcgpzfysywmm5ypxxjemgw3hxjmn8yptk7untd9hxwg3q2d6xjcmtv4ezq7pqxgsxzmnyyqcjqmt0wfjjq6t5v4khx{secret}xqyjw5qcqp2rzjq0gxwkzc8w6323m55m4jyxcjwmy7stt9hwkwe2qxmy8zpsgg7jcuwz87fcqqeuqqqyqqqqlgqqqqn3qq9q9qrsgqrvgkpnmps664wgkp43l22qsgdw4ve24aca4nymnxddlnp8vh9v2sdxlu5ywdxefsfvm0fq3sesf08uf6q9a2ke0hc9j6z6wlxg5z5kqpu2v9wz"
        ),
        format!(
            "lnbc25m1pvjluez{hash}dq5vdhkven9v5sxyetpdees{secret}9q5sqqqqqqqqqqqqqqqqsgq2qrqqq{skipped}z599y53s3ujmcfjp5xrdap68qxymkqphwsexhmhr8wdz5usdzkzrse33chw6dlp3jhuhge9ley7j2ayx36kawe7kmgg8sv5ugdyusdcqzn8z9x"
        ),
        format!(
            "lnbc10m1pvjluez{hash}dp9wpshjmt9de6zqmt9w3skgct5vysxjmnnd9jx2mq8q8a04uq{secret}9q2gqqqqqqsgq7hf8he7ecf7n4ffphs6awl9t6676rrclv9ckg3d3ncn7fct63p6s365duk5wrk202cfy3aj5xnnp5gs3vrdvruverwwq7yzhkf5a3xqpd05wjc"
        ),
    ] {
        let reading = decode(&text, Options::default());
        let reading = reading.unwrap_or_else(|refusal| panic!("{refusal}: {text}"));
        assert_eq!(reading.request.word(Field::NodeId), Some(NODE), "{text}");
        let again = encode(&reading.request).unwrap().payload;
        assert_eq!(again, text.to_uppercase());
    }
}

/// BOLT #11, "Examples of Invalid Invoices", where the published vectors do not have them.
#[test]
fn the_invalid_examples_of_the_standard_are_refused_for_their_reason() {
    for (text, refusal) in [
        (
            "lnbc25m1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5vdhkven9v5sxyetpdeessp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygs9q4psqqqqqqqqqqqqqqqqsgqtqyx5vggfcsll4wu246hz02kp85x4katwsk9639we5n5yngc3yhqkm35jnjw4len8vrnqnf5ejh0mzj9n3vz2px97evektfm2l6wqccp3y7372",
            broken("9 (100)"),
        ),
        (
            "lnbc2500u1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpusp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygs9qrsgqwgt7mcn5yqw3yx0w94pswkpq6j9uh6xfqqqtsk4tnarugeektd4hg5975x9am52rz4qskukxdmjemg92vvqz8nvmsye63r5ykel43pgz7zq0g2",
            (Field::NodeId, Flaw::CheckDigits),
        ),
        (
            "lnbc2500000001p1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdq5xysxxatsyp3k7enxv4jsxqzpusp5zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zyg3zygs9qrsgq0lzc236j96a95uv0m3umg28gclm5lqxtqqwk32uuk4k6673k6n5kfvx3d2h8s295fad45fdhmusm8sjudfhlf6dcsxmfvkeywmjdkxcp99202x",
            (Field::Amount, Flaw::TooPrecise { decimals: 11 }),
        ),
        (
            "lnbc20m1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqhp58yjmdan79s6qqdhdzgynm4zwqd5d7xmw5fk98klysy043l2ahrqs9qrsgq7ea976txfraylvgzuxs8kgcw23ezlrszfnh8r6qtfpr6cxga50aj6txm9rxrydzd06dfeawfk6swupvz4erwnyutnjq7x39ymw6j38gp49qdkj",
            broken("s"),
        ),
        (
            "lnbc1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdpl2pkx2ctnv5sxxmmwwd5kgetjypeh2ursdae8g6na6hlh",
            broken("signature"),
        ),
    ] {
        assert_eq!(refused(text), refusal, "{text}");
    }
}

#[test]
fn what_an_invoice_needs_is_needed() {
    assert!(decode(&signed("lnbc", &tagged(), false), Options::default()).is_ok());
    let cases = [
        (without(1), (Field::PaymentHash, Flaw::Missing)),
        (without(16), broken("s")),
        (without(13), (Field::Description, Flaw::Missing)),
        (
            with(23, words_of(&[3; 32])),
            (Field::DescriptionHash, Flaw::NotWith { other: Field::Description }),
        ),
        (with(5, vec![1]), broken("9 (0)")),
        (with(5, vec![4, 0, 0]), broken("9 (12)")),
        // Payments in parts need the secret, which needs onions of variable length.
        (with(5, vec![2, 0, 0, 0]), broken("9 (14)")),
        (with(5, vec![1, 0, 0, 0]), broken("9 (8)")),
        (with(5, vec![16, 0, 0]), broken("9 (8)")),
        (
            with(6, vec![31; 13]),
            (Field::ExpirySeconds, Flaw::TooLarge { max: u64::MAX.to_string() }),
        ),
        (with(9, vec![]), broken("f")),
        (with(9, vec![17, 0]), broken("f")),
        (with(9, [vec![0], words_of(&[0; 41])].concat()), broken("f")),
        (with(9, [vec![1], words_of(&[0; 41])].concat()), broken("f")),
        (
            without(13).into_iter().chain([(13, words_of(b"caf\xff"))]).collect(),
            (Field::Description, Flaw::NotInCharset { at: 3 }),
        ),
    ];
    for (tagged, refusal) in cases {
        assert_eq!(refused(&signed("lnbc", &tagged, false)), refusal, "{tagged:?}");
    }
    assert_eq!(refused(&signed("lnxx", &tagged(), false)), (Field::Lightning, Flaw::OtherStandard));
}

#[test]
fn fields_of_another_length_are_skipped_and_the_first_one_counts() {
    let mut tagged = vec![(1, words_of(&[9; 31])), (23, vec![0; 51]), (19, vec![0; 52])];
    tagged.extend(with(1, words_of(&[8; 32])));
    tagged.extend([(13, words_of(b"tea")), (6, vec![1, 28]), (6, vec![2]), (5, vec![16, 8, 0])]);
    let reading = decode(&signed("lnbc1m", &tagged, false), Options::default()).unwrap();
    let word = |field| reading.request.word(field).unwrap().to_owned();
    assert_eq!(word(Field::PaymentHash), "01".repeat(32));
    assert_eq!(word(Field::Description), "coffee");
    assert_eq!(word(Field::Amount), "0.001");
    assert_eq!(reading.request.value(Field::AmountMsat), Some(&Value::Whole(100_000_000)));
    assert_eq!(reading.request.value(Field::ExpirySeconds), Some(&Value::Whole(60)));
    assert_eq!(reading.request.value(Field::Timestamp), Some(&Value::Whole(1_496_314_658)));
}

#[test]
fn a_key_that_is_given_must_have_signed_with_a_small_s() {
    let given = with(19, key_words(&KEY));
    assert_eq!(
        decode(&signed("lnbc", &given, false), Options::default())
            .unwrap()
            .request
            .word(Field::NodeId),
        Some(NODE)
    );
    assert_eq!(refused(&signed("lnbc", &given, true)), (Field::NodeId, Flaw::CheckDigits));
    let other = with(19, key_words(&[7; 32]));
    assert_eq!(refused(&signed("lnbc", &other, false)), (Field::NodeId, Flaw::CheckDigits));
    assert!(read(LARGE_S).is_ok());
    let large = decode(&signed("lnbc", &tagged(), true), Options::default()).unwrap();
    assert_eq!(large.request.word(Field::NodeId), Some(NODE));
}

fn key_words(secret: &[u8; 32]) -> Vec<u8> {
    let key = SigningKey::from_slice(secret).unwrap();
    words_of(key.verifying_key().to_sec1_point(true).as_bytes())
}

#[test]
fn an_invoice_is_never_to_be_printed_and_one_of_a_test_network_pays_nothing() {
    let reading = decode(COFFEE, Options::default()).unwrap();
    assert_eq!(reading.findings.len(), 1);
    assert_eq!(reading.findings[0].oddity, Oddity::OneTime);
    let reading = decode(TEST_NETWORK, Options::default()).unwrap();
    let network = Oddity::OtherNetwork { network: "testnet".to_owned() };
    assert!(reading.findings.iter().any(|finding| finding.oddity == network));
    let refusal = encode(&reading.request).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::Lightning, Flaw::OtherNetwork));
    let bell: Tagged = without(13).into_iter().chain([(13, words_of(b"a\x07"))]).collect();
    let reading = decode(&signed("lnbc", &bell, false), Options::default()).unwrap();
    assert_eq!(reading.findings[1].field, Field::Description);
}

#[test]
fn an_invoice_is_passed_on_in_capitals_when_nothing_contradicts_it() {
    let request = Request::new().with(Field::Lightning, format!("lightning:{COFFEE}"));
    assert_eq!(encode(&request).unwrap().payload, COFFEE.to_uppercase());
    let agreeing =
        request.clone().with(Field::Amount, "0.00250").with(Field::AmountMsat, "250000000");
    assert!(encode(&agreeing).is_ok());
    let refusal = encode(&Request::new().with(Field::Amount, "1")).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::Lightning, Flaw::Missing));
    for (field, value) in [
        (Field::Amount, Value::from("0.003")),
        (Field::AmountMsat, Value::Whole(1)),
        (Field::Description, Value::from("2 cups coffee")),
        (Field::Network, Value::from("testnet")),
        (Field::Currency, Value::from("EUR")),
    ] {
        let refusal = encode(&request.clone().with(field, value)).unwrap_err();
        let flaw = Flaw::NotWith { other: Field::Lightning };
        assert_eq!((refusal.field, refusal.flaw), (field, flaw));
    }
    let refusal = encode(&request.with(Field::Message, "thanks")).unwrap_err();
    assert_eq!((refusal.field, refusal.flaw), (Field::Message, Flaw::NotCarried));
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        amount in "|[1-9][0-9]{0,5}[mun]|[1-9][0-9]{0,9}0p",
        description in "[ -~äßéЖ東]{1,80}",
        expiry in prop::collection::vec(0_u8..32, 0..12),
    ) {
        let mut tagged = without(13);
        tagged.extend([(13, words_of(description.as_bytes())), (6, expiry)]);
        let text = signed(&format!("lnbc{amount}"), &tagged, false);
        let reading = decode(&text, Options::default()).unwrap();
        prop_assert_eq!(reading.request.word(Field::Description), Some(description.as_str()));
        let payload = encode(&reading.request).unwrap().payload;
        prop_assert_eq!(&payload, &text.to_uppercase());
        prop_assert_eq!(decode(&payload, Options::default()).unwrap().request, reading.request);
    }

    #[test]
    fn a_changed_letter_is_noticed(at in 4_usize..300, letter in "[023456789acdefghjklmnpqrstuvwxyz]") {
        let mut damaged = COFFEE.to_owned();
        let at = at % damaged.len();
        prop_assume!(damaged[at..=at] != letter);
        damaged.replace_range(at..=at, &letter);
        prop_assert!(decode(&damaged, Options::default()).is_err());
    }
}
