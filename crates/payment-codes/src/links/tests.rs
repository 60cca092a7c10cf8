//! What the published vectors do not show of payment links.

mod providers;

use proptest::prelude::*;

use super::*;
use crate::Value;

fn of(provider: &str) -> Request {
    Request::new().with(Field::Provider, provider)
}

fn written(request: &Request) -> String {
    encode(request).unwrap().payload
}

fn flaw(request: &Request) -> (Field, Flaw) {
    let refusal = encode(request).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn read(text: &str) -> Reading {
    decode(text, Options::default()).unwrap()
}

fn found(text: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&read(text))
}

fn refused(text: &str) -> (Field, Flaw) {
    let refusal = decode(text, Options::default()).unwrap_err();
    (refusal.field, refusal.flaw)
}

/// Reads a link that must say this, and writes it again letter by letter.
fn says(text: &str, values: &[(Field, &str)]) {
    let reading = read(text);
    let request: Request =
        values.iter().map(|(field, value)| (*field, Value::from(*value))).collect();
    assert_eq!(reading.request, request, "{text}");
    assert_eq!(written(&request), text);
}

#[test]
fn every_provider_writes_what_it_reads() {
    use Field::*;
    says("https://paypal.me/Helfer", &[(Provider, "paypal.me"), (User, "Helfer")]);
    says(
        "https://paypal.me/Helfer/1000JPY",
        &[(Provider, "paypal.me"), (User, "Helfer"), (Amount, "1000"), (Currency, "JPY")],
    );
    let venmo = [(Provider, "venmo"), (User, "helper_1"), (Currency, "USD")];
    says("https://venmo.com/helper_1?txn=pay", &venmo);
    says(
        "https://cash.app/$Helper/0.50",
        &[(Provider, "cash.app"), (User, "Helper"), (Amount, "0.50"), (Currency, "USD")],
    );
    says(
        "https://monzo.me/helper?d=LB%2B7%20%26%20%C3%A5",
        &[(Provider, "monzo.me"), (User, "helper"), (Currency, "GBP"), (Message, "LB+7 & å")],
    );
    says("https://revolut.me/helper", &[(Provider, "revolut"), (User, "helper")]);
    says("https://ko-fi.com/helper", &[(Provider, "ko-fi"), (User, "helper")]);
    says("https://tipeee.com/helper", &[(Provider, "tipeee"), (User, "helper")]);
    says(
        "https://wise.com/pay/business/helper?currency=EUR&amount=39.00",
        &[(Provider, "wise"), (User, "helper"), (Amount, "39.00"), (Currency, "EUR")],
    );
    says(
        "https://www.gov.uk/payments/service/page?amount=20000&reference=0451_ABCD",
        &[
            (Provider, "gov.uk-pay"),
            (Link, "https://www.gov.uk/payments/service/page"),
            (Amount, "200.00"),
            (Currency, "GBP"),
            (Reference, "0451 ABCD"),
        ],
    );
    says(
        "supertoss://send?amount=10000&bank=%EA%B5%AD%EB%AF%BC&accountNo=12345&origin=qr&msg=LB7",
        &[
            (Provider, "toss"),
            (BankCode, "국민"),
            (Account, "12345"),
            (Amount, "10000"),
            (Currency, "KRW"),
            (Message, "LB7"),
        ],
    );
}

#[test]
fn links_that_only_their_provider_makes_are_kept_letter_by_letter() {
    for (text, provider) in [
        ("https://tikkie.me/pay/abc123", "tikkie"),
        ("https://go.twint.ch/1/e/tw?tw=acq.abc", "twint"),
        ("https://qr.vipps.no/28/2/05/031/sbL1rCFrp", "vipps"),
        ("https://qr.alipay.com/fkx12345", "alipay"),
        ("HTTPS://QR.ALIPAY.COM/FKX12345", "alipay"),
        ("wxp://f2f0AbC", "wechat"),
        ("https://qr.kakaopay.com/Ej8CUvMtj1f401650", "kakaopay"),
        ("https://qr.tngdigital.com.my/m/abc", "touch-n-go"),
        ("https://mpago.la/pos/104391", "mercado-pago"),
    ] {
        says(text, &[(Field::Provider, provider), (Field::Link, text)]);
        assert_eq!(found(text), [(Field::Link, Oddity::Issued)], "{text}");
    }
    let bill = "weixin://wxpay/bizpayurl?pr=abc";
    assert!(found(bill).contains(&(Field::Link, Oddity::OneTime)));
    let bill = "https://checkout.revolut.com/pay/abc";
    assert!(found(bill).contains(&(Field::Link, Oddity::OneTime)));
    let other = of("tikkie").with(Field::Link, "https://qr.vipps.no/x");
    assert!(matches!(flaw(&other), (Field::Link, Flaw::Form { .. })));
    let asked = of("tikkie").with(Field::Link, "https://tikkie.me/pay/x").with(Field::Amount, "5");
    assert_eq!(flaw(&asked), (Field::Amount, Flaw::NotCarried));
}

#[test]
fn a_page_of_nobody_known_is_kept_and_found() {
    let page = "https://verein.example/spenden?ref=LB7#form";
    says(page, &[(Field::Link, page)]);
    let unknown = Oddity::Unknown { key: "verein.example".to_owned() };
    assert_eq!(found(page), [(Field::Provider, unknown)]);
    for text in [
        "http://verein.example/spenden",
        "https://paypa1.me/x",
        "https://paypal.me.evil.example/x",
        "https://verein.example/a b",
        "verein.example/spenden",
        "https://vereín.example/x",
    ] {
        let request = Request::new().with(Field::Link, text);
        assert_eq!(encode(&request).unwrap_err().field, Field::Link, "{text}");
    }
    assert_eq!(flaw(&Request::new()), (Field::Link, Flaw::Missing));
    assert!(matches!(flaw(&of("nobody")), (Field::Provider, Flaw::NotOneOf { .. })));
}

#[test]
fn every_name_in_the_refusal_is_one_of_a_provider() {
    assert_eq!(NAMES.len(), PROVIDERS.len());
    for (name, provider) in NAMES.iter().zip(PROVIDERS) {
        assert_eq!(provider.names.first(), Some(name));
    }
}

#[test]
fn no_host_of_a_provider_is_taken_for_a_disguise() {
    for host in PROVIDERS.iter().flat_map(|provider| provider.hosts) {
        assert_eq!(hosts::looks_like(host), None, "{host}");
    }
}

#[test]
fn capitals_www_and_dots_lead_to_the_same_page() {
    for text in [
        "HTTPS://PAYPAL.ME/Helfer/5.00EUR",
        "https://www.paypal.me/Helfer/5EUR/",
        "https://paypal.me./Helfer/5.0eur",
        "https://www.paypal.com/paypalme/Helfer/5EUR",
    ] {
        let request = read(text).request;
        assert_eq!(request.word(Field::User), Some("Helfer"), "{text}");
        assert_eq!(request.word(Field::Amount), Some("5.00"), "{text}");
        assert_eq!(request.word(Field::Currency), Some("EUR"), "{text}");
    }
    for text in ["http://paypal.me/Helfer", "paypal.me/Helfer", "www.paypal.me/Helfer"] {
        assert_eq!(found(text), [(Field::Link, Oddity::NotHttps)], "{text}");
        assert_eq!(recognise(text), Some(Standard::Links));
    }
}

#[test]
fn what_a_provider_does_not_know_is_found_and_kept() {
    let text = "https://monzo.me/helper/5.00/x?d=LB7&colour=r%20b#top";
    let unknown = |field, key: &str| (field, Oddity::Unknown { key: key.to_owned() });
    assert_eq!(
        found(text),
        [
            unknown(Field::Payload, "/x"),
            unknown(Field::OtherKeys, "colour"),
            unknown(Field::Payload, "#top"),
        ]
    );
    let Some(Value::Table(others)) = read(text).request.value(Field::OtherKeys).cloned() else {
        panic!()
    };
    assert_eq!(others.get("colour"), Some(&Value::from("r b")));
    let behind = "https://monzo.me/helper hello there";
    assert_eq!(found(behind), [unknown(Field::Payload, "hello there")]);
}

#[test]
fn other_texts_are_no_links() {
    for text in ["", "hello", "hello.world", "mailto:a@b.org", "a@b.org", "1.50", "ftp://x.example"]
    {
        assert_eq!(recognise(text), None, "{text}");
        assert_eq!(refused(text), (Field::Payload, Flaw::OtherStandard), "{text}");
    }
}

const SEEDS: &[&str] = &[
    "https://paypal.me/Helfer/25.00EUR",
    "https://www.paypal.com/paypalme/Helfer/5EUR",
    "https://venmo.com/u/helper?txn=pay&amount=10.00&note=LB%207",
    "https://cash.app/$Helper/10.00?qr=1",
    "https://enroll.zellepay.com/qr-codes?data=eyJuYW1lIjoiQSIsInRva2VuIjoiYUBiLm9yZyJ9",
    "https://buy.stripe.com/abc?utm=a&client_reference_id=LB7&prefilled_email=a%40b.org",
    "https://monzo.me/helper/5.00?d=LB7",
    "https://revolut.me/helper",
    "https://wise.com/pay/business/helper?currency=EUR&amount=39",
    "https://mobilepay.dk/erhverv/betalingslink/betalingslink-svar?phone=12345&amount=10&lock=1",
    "https://app.swish.nu/1/p/sw/?sw=1230000017&amt=100&cur=SEK&msg=LB&edit=amt,msg&src=qr",
    "swish://payment?data={\"payee\":{\"value\":\"1230000017\"},\"amount\":{\"value\":5}}",
    "https://payconiq.com/t/1/abc?A=1254&D=a+b&R=c",
    "https://www.gov.uk/payments/a/b?amount=200&reference=0451_A",
    "https://ko-fi.com/helper",
    "https://tikkie.me/pay/abc",
    "supertoss://send?amount=10000&bank=092&accountNo=123-45&origin=qr&msg=a",
    "https://verein.example/spenden?a=b#c",
];

proptest! {
    #[test]
    fn a_link_is_read_as_it_was_asked_for(
        provider in proptest::sample::select(vec!["venmo", "monzo.me", "cash.app", "paypal.me"]),
        user in "[a-zA-Z][a-zA-Z0-9]{0,19}",
        minor in proptest::option::of(1..99_999_999_999_i64),
        message in "[ -~åé€]{1,60}",
    ) {
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let carries_text = matches!(provider, "venmo" | "monzo.me");
        let currency = match provider {
            "monzo.me" => "GBP",
            _ => "USD",
        };
        let names_currency = provider != "paypal.me" || amount.is_some();
        let request = of(provider)
            .with(Field::User, user)
            .with_some(Field::Amount, amount)
            .with_some(Field::Currency, names_currency.then_some(currency))
            .with_some(Field::Message, carries_text.then_some(message));
        let payload = written(&request);
        prop_assert_eq!(recognise(&payload), Some(Standard::Links));
        let reading = decode(&payload, Options::default()).unwrap();
        prop_assert_eq!(&reading.request, &request);
        prop_assert!(reading.findings.is_empty());
    }

    #[test]
    fn a_contract_link_is_read_as_it_was_asked_for(
        minor in proptest::option::of(1..=999_999_i64),
        message in proptest::option::of("[ -~åé€]{1,35}"),
        reference in proptest::option::of("[ -~åé€]{1,35}"),
    ) {
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let request = of("bancontact-pay")
            .with(Field::Profile, "3A27A9D64831C2A22202F34F")
            .with_some(Field::Amount, amount)
            .with(Field::Currency, "EUR")
            .with_some(Field::Message, message)
            .with_some(Field::Reference, reference);
        prop_assert_eq!(read(&written(&request)).request, request);
    }

    #[test]
    fn an_address_or_a_number_is_read_as_it_was_asked_for(
        name in "[ -~åé€]{0,40}[a-z]",
        token in "[2-9][0-9]{9}|[a-z0-9.+]{1,20}@[a-z]{1,9}\\.org",
    ) {
        let request = of("zelle")
            .with(Field::PayeeName, name)
            .with(Field::Token, token)
            .with(Field::Currency, "USD");
        prop_assert_eq!(read(&written(&request)).request, request);
    }

    #[test]
    fn what_is_read_of_a_damaged_text_is_written_to_the_same(
        seed in proptest::sample::select(SEEDS.to_vec()),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), "[0-9a-zA-Z/?&=%#:@+$._ -]{0,2}", 0..3_usize), 1..4),
    ) {
        let mut text: Vec<char> = seed.chars().collect();
        for (place, signs, cut) in changes {
            let at = place.index(text.len() + 1);
            text.splice(at..(at + cut).min(text.len()), signs.chars());
        }
        let text: String = text.into_iter().collect();
        if let Ok(reading) = decode(&text, Options::default())
            && let Ok(written) = encode(&reading.request)
        {
            let again = decode(&written.payload, Options::default()).unwrap();
            prop_assert_eq!(again.request, reading.request, "{}", text);
        }
    }
}
