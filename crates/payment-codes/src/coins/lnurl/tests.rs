//! What the published vectors do not show.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::Value;

const URL: &str = "https://pay.ngo.example/.well-known/lnurlp/donate";

fn url(text: &str) -> Request {
    Request::new().with(Field::Url, text)
}

fn written(text: &str) -> Result<String, Refusal> {
    encode(&url(text)).map(|encoded| encoded.payload)
}

fn read(text: &str) -> Reading {
    decode(text, Options::default()).unwrap_or_else(|refusal| panic!("{refusal}: {text}"))
}

fn refused(text: &str) -> Flaw {
    decode(text, Options::default()).unwrap_err().flaw
}

#[test]
fn an_address_on_the_web_is_safe_and_complete() {
    for text in [
        "https://ngo.example",
        "https://ngo.example:8443/p?a=b&c=%20#x",
        "https://xn--bcher-kva.example/p",
        "http://abcdef.onion/p",
        "http://a.abcdef.onion:80/p",
    ] {
        assert_eq!(read(&written(text).unwrap()).request, url(text));
    }
    assert_eq!(
        read(&written("HTTPS://NGO.Example/Path").unwrap()).request,
        url("https://ngo.example/Path")
    );
    for text in [
        "ngo.example/p",
        "ftp://ngo.example/p",
        "http://ngo.example/p",
        "http://onion/p",
        "http://ngo.example/.onion",
        "http://ngo.onion.example/p",
        "https://",
        "https:///p",
        "https://localhost/p",
        "https://1.2.3.4/p",
        "https://user:word@ngo.example/p",
        "https://ngo.example@other.example/p",
        "https://ngo..example/p",
        "https://-ngo.example/p",
        "https://ngo.example:0/p",
        "https://ngo.example:x/p",
        "https://ngo.example/a b",
        "https://ngo.example/é",
        "https://bücher.example/",
        "https://ngo.example/%zz",
        "https://ngo.example/<p>",
    ] {
        assert_eq!(written(text).unwrap_err(), Refusal::new(Field::Url, FORM), "{text}");
        let lnurl = bech32_long::written(PREFIX, text.as_bytes()).unwrap();
        assert_eq!(refused(&lnurl), FORM, "{text}");
    }
}

#[test]
fn an_lnurl_for_another_use_than_paying_is_refused() {
    assert!(written("https://ngo.example/p?tag=payRequest&x=1").is_ok());
    for tag in ["login", "withdrawRequest", "channelRequest", ""] {
        let text = format!("https://ngo.example/p?x=1&tag={tag}");
        let flaw = Flaw::NotOneOf { allowed: &["payRequest"], found: tag.to_owned() };
        assert_eq!(written(&text).unwrap_err(), Refusal::new(Field::Url, flaw));
    }
    for text in ["lnurlw://ngo.example/p", "keyauth://ngo.example/p"] {
        assert_eq!(refused(text), FORM, "{text}");
    }
}

#[test]
fn an_lnurl_is_as_long_as_a_picture_can_be() {
    let address = |length| format!("https://ngo.example/{}", "a".repeat(length));
    let longest = written(&address(2_091)).unwrap();
    assert_eq!(longest.len(), 3_390);
    assert_eq!(read(&longest).request, url(&address(2_091)));
    let flaw = Flaw::TooManyBytes { max: 3_391, found: 3_392 };
    assert_eq!(written(&address(2_092)).unwrap_err(), Refusal::new(Field::Payload, flaw));
}

#[test]
fn other_ways_to_write_it_are_read() {
    let lnurl = written(URL).unwrap();
    for text in [
        lnurl.to_lowercase(),
        format!("LiGhTnInG:{lnurl}"),
        format!("https://ngo.example/give?x=1&LIGHTNING={lnurl}&y=2#z"),
        "lnurlp://pay.ngo.example/.well-known/lnurlp/donate".to_owned(),
        "LNURLP://pay.ngo.example/.well-known/lnurlp/donate".to_owned(),
    ] {
        let reading = read(&text);
        assert_eq!(reading.request, url(URL), "{text}");
        assert_eq!(reading.findings, Vec::new(), "{text}");
    }
    assert_eq!(read("lnurlp://abc.onion/p").request, url("http://abc.onion/p"));
    let oddity = |text: &str| read(text).findings[0].oddity.clone();
    assert_eq!(oddity(&format!("lightning://{lnurl}")), Oddity::NotNormalised);
    let form = Oddity::Form { example: "LNURL1…" };
    assert_eq!(oddity(URL), form);
    assert_eq!(oddity("lightning:donate@ngo.example"), form);
    assert_eq!(
        read("donate@ngo.example").request,
        url("https://ngo.example/.well-known/lnurlp/donate")
    );
    assert_eq!(refused("lnbc1"), Flaw::OtherStandard);
    assert_eq!(refused("https://ngo.example/give?lightning=lnbc1"), Flaw::OtherStandard);
    assert_eq!(refused(&lnurl.replacen("LNURL1", "LNURK1", 1)), Flaw::OtherStandard);
}

#[test]
fn a_lightning_address_has_small_letters_and_a_domain() {
    for (text, url) in [
        ("a@ngo.example", "https://ngo.example/.well-known/lnurlp/a"),
        ("don.ate_x-9@NGO.example", "https://ngo.example/.well-known/lnurlp/don.ate_x-9"),
        ("a+b.c+d@ngo.example", "https://ngo.example/.well-known/lnurlp/a+b.c+d"),
        ("a@b.abc.onion", "http://b.abc.onion/.well-known/lnurlp/a"),
    ] {
        assert_eq!(lightning_address_url(text), Ok(url.to_owned()));
        let lnurl = lightning_address_lnurl(text).unwrap();
        assert_eq!(read(&lnurl).request.word(Field::Url), Some(url));
    }
    for text in [
        "",
        "a",
        "@ngo.example",
        "a@",
        "a@localhost",
        "a@ngo.example:80",
        "a@ngo.example.",
        "a@b@c.example",
        "A@ngo.example",
        "ä@ngo.example",
        "a b@ngo.example",
        "a%20@ngo.example",
        "+a@ngo.example",
        "a+@ngo.example",
        "a+T@ngo.example",
        ".@ngo.example",
        "..@ngo.example",
        "a@1.2.3.4",
        "a/b@ngo.example",
        "a@ngo_x.example",
        " a@ngo.example",
    ] {
        let refusal = encode(&Request::new().with(Field::LightningAddress, text)).unwrap_err();
        let field = if text.is_empty() { Field::Url } else { Field::LightningAddress };
        assert_eq!(refusal.field, field, "{text}");
    }
}

#[test]
fn one_of_the_three_is_given() {
    let both = url(URL).with(Field::LightningAddress, "a@ngo.example");
    let flaw = Flaw::NotWith { other: Field::Url };
    assert_eq!(encode(&both).unwrap_err(), Refusal::new(Field::LightningAddress, flaw));
    let missing = Refusal::new(Field::Url, Flaw::Missing);
    assert_eq!(encode(&url("")).unwrap_err(), missing);
    let amount = url(URL).with(Field::Amount, "1");
    assert_eq!(encode(&amount).unwrap_err(), Refusal::new(Field::Amount, Flaw::NotCarried));
    let number = Request::new().with(Field::Url, 1);
    assert_eq!(encode(&number).unwrap_err(), Refusal::new(Field::Url, Flaw::Kind));
}

fn answer() -> BTreeMap<String, Value> {
    let keys = [
        ("tag", Value::from("payRequest")),
        ("callback", Value::from("https://pay.ngo.example/cb?id=1")),
        ("minSendable", Value::Whole(1)),
        ("maxSendable", Value::Whole(1)),
        ("metadata", Value::from(r#"[["text/plain","Gift"],["image/png;base64","AA"],["x",1]]"#)),
        ("commentAllowed", Value::Whole(0)),
        ("allowsNostr", Value::Flag(true)),
    ];
    keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn checked(answer: BTreeMap<String, Value>) -> Result<String, Refusal> {
    encode(&Request::new().with(Field::Response, answer)).map(|encoded| encoded.payload)
}

#[test]
fn the_answer_of_a_server_is_checked_key_by_key() {
    assert_eq!(checked(answer()), Ok(String::new()));
    for (key, value) in [
        ("tag", Value::from("withdrawRequest")),
        ("callback", Value::from("http://pay.ngo.example/cb")),
        ("minSendable", Value::Whole(0)),
        ("minSendable", Value::Whole(2)),
        ("minSendable", Value::from("1")),
        ("maxSendable", Value::from("1")),
        ("commentAllowed", Value::from("yes")),
        ("metadata", Value::from(r#"[["text/plain","a"],["text/plain","b"]]"#)),
        ("metadata", Value::from(r#"[["text/plain",1]]"#)),
        (
            "metadata",
            Value::from(
                r#"[["text/plain","a"],["image/png;base64","A"],["image/jpeg;base64","A"]]"#,
            ),
        ),
        ("metadata", Value::from(r#"[["text/plain","a"],["image/png;base64",1]]"#)),
        ("metadata", Value::from("[]")),
        ("metadata", Value::from("no list")),
        ("metadata", Value::List(Vec::new())),
    ] {
        let mut answer = answer();
        answer.insert(key.to_owned(), value);
        assert_eq!(checked(answer).unwrap_err().field, Field::Response, "{key}");
    }
    for key in ["tag", "callback", "minSendable", "maxSendable", "metadata"] {
        let mut answer = answer();
        answer.remove(key);
        assert!(checked(answer).is_err(), "{key}");
    }
    let image = |length| {
        let mut answer = answer();
        let image = "A".repeat(length);
        let metadata = format!(r#"[["text/plain","a"],["image/jpeg;base64","{image}"]]"#);
        answer.insert("metadata".to_owned(), Value::from(metadata));
        checked(answer)
    };
    assert!(image(136_536).is_ok());
    assert!(image(136_537).is_err());
    let fault = BTreeMap::from([("status".to_owned(), Value::from("ERROR"))]);
    assert!(checked(fault).is_err());
}

proptest! {
    #[test]
    fn what_is_written_is_read(path in "[a-zA-Z0-9._~/-]{0,200}", query in "[a-z0-9&=+]{0,60}", onion: bool) {
        let host = if onion { "http://abc.onion" } else { "https://ngo.example" };
        let request = url(&format!("{host}/{path}?q{query}"));
        let payload = encode(&request);
        prop_assume!(payload.is_ok());
        let payload = payload.unwrap().payload;
        prop_assert_eq!(&payload, &payload.to_uppercase());
        prop_assert_eq!(read(&payload).request, request);
    }

    #[test]
    fn any_metadata_give_an_answer(text in "[\\[\\]{}\",:\\\\u0-9a-e ]{0,60}") {
        let _ = json::entries(&text);
    }
}
