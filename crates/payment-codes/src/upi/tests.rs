//! What the published vectors do not show: limits, quirks and findings.

use proptest::prelude::*;

use super::*;
use crate::{Finding, Oddity, Options, Reading, Value};

fn plain() -> Request {
    Request::new()
        .with(Field::Vpa, "greenvalley@okaxis")
        .with(Field::PayeeName, "Green Valley Trust")
        .with(Field::Currency, "INR")
}

fn refused(request: Request) -> (Field, Flaw) {
    let refusal = encode(&request).unwrap_err();
    (refusal.field, refusal.flaw)
}

fn read(link: &str) -> Reading {
    decode(link, Options::default()).unwrap()
}

fn findings(link: &str) -> Vec<(Field, Oddity)> {
    crate::reading::found(&read(link))
}

#[test]
fn an_id_is_a_name_and_a_handle() {
    let long = format!("{}@a", "a".repeat(256));
    for right in ["ab@s", "9876543210@okbizaxis", "x.-_@kotak811", "AB@UPI", &long] {
        assert!(encode(&plain().with(Field::Vpa, right)).is_ok(), "{right}");
    }
    let long = format!("{}@a", "a".repeat(257));
    for wrong in [
        "a@upi", "ab", "ab@", "@upi", "ab@1x", "ab@x.in", "a b@upi", "ab@u@pi", "é@upi", " ab@upi",
        "ab@x-y", "a+b@upi", &long,
    ] {
        let form = Flaw::Form { example: "name@okaxis" };
        assert_eq!(refused(plain().with(Field::Vpa, wrong)), (Field::Vpa, form), "{wrong}");
        let link = format!("upi://pay?pa={wrong}&pn=x&cu=INR");
        assert_eq!(decode(&link, Options::default()).unwrap_err().field, Field::Vpa, "{wrong}");
    }
}

#[test]
fn every_limit_holds_at_its_last_place() {
    let letters = |count: usize| "a".repeat(count);
    for (field, max) in [(Field::PayeeName, 99), (Field::Message, 80), (Field::Reference, 35)] {
        assert!(encode(&plain().with(field, letters(max))).is_ok(), "{field}");
        let long = (field, Flaw::TooLong { max, found: max + 1 });
        assert_eq!(refused(plain().with(field, letters(max + 1))), long);
    }
    for wrong in ["GV/1", "GV 1", "GV_1", "É1"] {
        assert_eq!(refused(plain().with(Field::Reference, wrong)).0, Field::Reference);
    }
    for amount in ["0.01", "9999999999.99"] {
        assert!(encode(&plain().with(Field::Amount, amount)).is_ok());
    }
    for amount in ["10000000000", "-1", "1,5", "1e3", "+1", " 1", "1.", "10.000"] {
        assert_eq!(refused(plain().with(Field::Amount, amount)).0, Field::Amount, "{amount}");
    }
}

#[test]
fn a_category_is_a_merchants_and_needs_a_reference() {
    let merchant = || plain().with(Field::Mcc, "8398");
    assert!(encode(&merchant().with(Field::Reference, "GV-1")).is_ok());
    let needs = Flaw::Needs { other: Field::Reference };
    assert_eq!(refused(merchant()), (Field::Mcc, needs));
    for wrong in ["839", "83980", "839x"] {
        let request = merchant().with(Field::Reference, "GV-1").with(Field::Mcc, wrong);
        assert_eq!(refused(request), (Field::Mcc, Flaw::Form { example: "8398" }));
    }
    assert_eq!(encode(&plain().with(Field::Mcc, "")), encode(&plain()));
}

#[test]
fn what_only_a_bank_may_write_is_refused() {
    for mode in ["02", "05", "15", "16", "1"] {
        assert_eq!(refused(plain().with(Field::Mode, mode)).0, Field::Mode, "{mode}");
    }
    for field in [Field::Tid, Field::Orgid, Field::Purpose, Field::Sign, Field::Iban] {
        assert_eq!(refused(plain().with(field, "00")), (field, Flaw::NotCarried));
    }
    for wrong in ["http://ngo.example", "https://", "https:///x", "ngo.example", "https://a b"] {
        assert_eq!(refused(plain().with(Field::Url, wrong)).0, Field::Url, "{wrong}");
    }
    let link = encode(&plain().with(Field::Url, "https://ngo.example/a?b=c")).unwrap().payload;
    assert!(link.ends_with("&cu=INR&url=https%3A%2F%2Fngo.example%2Fa%3Fb%3Dc"), "{link}");
    assert_eq!(read(&link).request.word(Field::Url), Some("https://ngo.example/a?b=c"));
}

#[test]
fn the_word_null_is_no_text() {
    for field in [Field::PayeeName, Field::Reference, Field::Message] {
        assert_eq!(refused(plain().with(field, "null")), (field, Flaw::Missing));
    }
    assert_eq!(read("upi://pay?pa=ab@ybl&pn=A&tn=null").request.value(Field::Message), None);
}

#[test]
fn joiners_stand_behind_a_virama_only() {
    let name = "क्\u{200d}ष ट्रस्ट";
    let link = encode(&plain().with(Field::PayeeName, name)).unwrap().payload;
    assert_eq!((read(&link).request.word(Field::PayeeName), findings(&link)), (Some(name), vec![]));
    for wrong in ["a\u{200d}b", "\u{200c}", "क\u{200d}", "a\u{202e}b", "❤"] {
        assert_eq!(refused(plain().with(Field::PayeeName, wrong)).0, Field::PayeeName);
    }
}

#[test]
fn links_of_one_app_are_read_with_a_finding() {
    let odd = vec![(Field::Payload, Oddity::Form { example: "upi://pay?pa=" })];
    for beginning in ["gpay://upi/pay", "tez://upi/pay", "phonepe://pay", "paytmmp://pay"] {
        let link = format!("{beginning}?pa=asha@ybl&pn=Asha&am=21.00&cu=INR");
        assert_eq!((recognise(&link), findings(&link)), (Some(Standard::Upi), odd.clone()));
        assert_eq!(read(&link).request.word(Field::Amount), Some("21.00"));
    }
    for wrong in [
        "upi://upi/pay?pa=ab@ybl&pn=A",
        "upi://mandate?pa=ab@ybl&pn=A",
        "upi://pay",
        "gpay://mandate?pa=ab@ybl&pn=A",
        "upi:pay?pa=ab@ybl&pn=A",
        "upi://payx?pa=ab@ybl&pn=A",
    ] {
        assert!(decode(wrong, Options::default()).is_err(), "{wrong}");
    }
}

#[test]
fn an_id_or_an_amount_that_stands_twice_is_refused() {
    let refusal = |link: &str| decode(link, Options::default()).unwrap_err();
    let twice = refusal("upi://pay?pa=ab@ybl&pn=A&cu=INR&pa=cd@ybl");
    assert_eq!(twice, Refusal::new(Field::Vpa, Flaw::Repeated));
    let twice = refusal("upi://pay?pa=ab@ybl&pn=A&am=1.00&cu=INR&am=1.00");
    assert_eq!(twice, Refusal::new(Field::Amount, Flaw::Repeated));
    let link = "upi://pay?pa=ab@ybl&pn=A&cu=INR&tn=one&tn=two&x=1&x=2";
    let odd = [
        (Field::Message, Oddity::Repeated),
        (Field::OtherKeys, Oddity::Unknown { key: "x".to_owned() }),
        (Field::OtherKeys, Oddity::Repeated),
    ];
    assert_eq!(findings(link), odd);
    assert_eq!(read(link).request.word(Field::Message), Some("one"));
}

#[test]
fn a_code_of_a_bank_is_read_with_what_it_adds() {
    let link = "upi://pay?ver=01&mode=15&pa=ngo@hdfcbank&pn=Ngo&tr=R1&cu=INR&mc=8398\
        &orgid=000000&purpose=00&qrMedium=06&QRexpire=2026-12-31&sign=MEUC+a/b==";
    let Reading { request, findings, .. } = read(link);
    assert_eq!(request.word(Field::Sign), Some("MEUC+a/b=="));
    assert_eq!(request.word(Field::Orgid), Some("000000"));
    let Some(Value::Table(others)) = request.value(Field::OtherKeys) else { panic!() };
    assert_eq!(others.get("qrMedium"), Some(&Value::from("06")));
    for (field, oddity) in [
        (Field::Sign, Oddity::Bound),
        (Field::Mode, Oddity::Issued),
        (Field::Payload, Oddity::OneTime),
    ] {
        assert!(findings.contains(&Finding { field, oddity }), "{findings:?}");
    }
    let unsigned = findings_of_mode("02");
    assert_eq!(unsigned, [(Field::Sign, Oddity::Missing)]);
    assert_eq!(findings_of_mode("x"), [(Field::Mode, Oddity::Form { example: "01" })]);
}

fn findings_of_mode(mode: &str) -> Vec<(Field, Oddity)> {
    findings(&format!("upi://pay?pa=ab@ybl&pn=A&cu=INR&mode={mode}"))
}

#[test]
fn what_apps_forgive_is_a_finding() {
    let of = |rest: &str| findings(&format!("upi://pay?pa=ab@ybl&pn=A{rest}"));
    let inr = Oddity::CurrencyMeant { currency: "INR" };
    assert_eq!(of(""), [(Field::Currency, inr)]);
    assert_eq!(of("&cu=inr"), [(Field::Currency, Oddity::NotNormalised)]);
    for amount in ["10", "10.5", "10.500", "010.00"] {
        let link = format!("&cu=INR&am={amount}");
        assert_eq!(of(&link), [(Field::Amount, Oddity::AmountDecimals)], "{amount}");
    }
    for amount in ["0", "0.00", "0.000"] {
        let link = format!("&cu=INR&mam={amount}");
        assert_eq!(of(&link), [(Field::MinAmount, Oddity::AmountZero)]);
    }
    assert_eq!(of("&cu=INR&mc=8398"), [(Field::Reference, Oddity::Missing)]);
    assert_eq!(of("&cu=INR&tn=50%"), [(Field::Message, Oddity::PercentAlone)]);
    assert_eq!(of("&cu=INR&url=http://a.example"), [(Field::Url, Oddity::NotHttps)]);
    assert_eq!(of("&cu=INR&tn=a#b")[0].1, Oddity::Unknown { key: "#b".to_owned() });
    let around = findings("\u{feff} upi://pay/?pa=ab%40ybl&pn=A+B&cu=INR\n");
    let odd = [
        (Field::Payload, Oddity::ByteOrderMark),
        (Field::Payload, Oddity::BlanksAround),
        (Field::Payload, Oddity::NotNormalised),
        (Field::Vpa, Oddity::NotNormalised),
        (Field::PayeeName, Oddity::NotNormalised),
    ];
    assert_eq!(around, odd);
}

#[test]
fn what_an_app_would_refuse_is_refused() {
    for (rest, field) in [
        ("&cu=USD", Field::Currency),
        ("&cu=INR&am=10.005", Field::Amount),
        ("&cu=INR&am=-1", Field::Amount),
        ("&cu=INR&am=0", Field::Amount),
        ("&cu=INR&am=0.00", Field::Amount),
        ("&cu=INR&am=5.00&mam=6.00", Field::MinAmount),
        ("&cu=INR&tn=%ff", Field::Message),
    ] {
        let link = format!("upi://pay?pa=ab@ybl&pn=A{rest}");
        assert_eq!(decode(&link, Options::default()).unwrap_err().field, field, "{rest}");
    }
    let nameless = decode("upi://pay?pa=ab@ybl&cu=INR", Options::default()).unwrap_err();
    assert_eq!(nameless, Refusal::new(Field::PayeeName, Flaw::Missing));
}

proptest! {
    #[test]
    fn any_request_that_is_written_is_read_again(
        vpa in "[A-Za-z0-9._-]{2,20}@[a-z][a-z0-9]{0,9}",
        name in "[ -~é\u{905}-\u{94d}\u{200d}]{1,99}",
        reference in proptest::option::of("[A-Za-z0-9-]{1,35}"),
        note in proptest::option::of("[ -~§É\u{905}-\u{94d}]{1,80}"),
        minor in proptest::option::of(1..1_000_000_u32),
        merchant: bool,
    ) {
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let request = plain()
            .with(Field::Vpa, vpa)
            .with(Field::PayeeName, name)
            .with_some(Field::Mcc, merchant.then_some("8398"))
            .with_some(Field::Reference, reference)
            .with_some(Field::Message, note)
            .with_some(Field::MinAmount, amount.clone())
            .with_some(Field::Amount, amount);
        if let Ok(Encoded { payload, .. }) = encode(&request) {
            let reading = read(&payload);
            prop_assert_eq!(&reading.findings, &vec![]);
            prop_assert_eq!(reading.request, request);
        }
    }
}
