//! The limits and quirks of each provider.

use super::*;

#[test]
fn paypal_amounts_need_a_currency_that_paypal_has() {
    let gift = |amount: &str, currency: &str| {
        of("paypal.me")
            .with(Field::User, "Helfer")
            .with(Field::Amount, amount)
            .with(Field::Currency, currency)
    };
    assert_eq!(flaw(&gift("5.00", "")), (Field::Currency, Flaw::Missing));
    assert!(matches!(flaw(&gift("5.00", "XAU")), (Field::Currency, Flaw::NotOneOf { .. })));
    assert_eq!(flaw(&gift("0.00", "EUR")), (Field::Amount, Flaw::Zero));
    assert_eq!(flaw(&gift("5.001", "EUR")).0, Field::Amount);
    let open = of("paypal.me").with(Field::User, "@Helfer").with(Field::Currency, "EUR");
    assert_eq!(written(&open), "https://paypal.me/Helfer");
    let user = |user: &str| flaw(&of("paypal.me").with(Field::User, user));
    assert!(matches!(user("a-b"), (Field::User, Flaw::ForeignSign { at: 1, .. })));
    assert_eq!(user("@"), (Field::User, Flaw::Missing));
    assert!(encode(&of("paypal.me").with(Field::User, "a".repeat(20))).is_ok());
    let missing = (Field::Currency, Oddity::Missing);
    assert_eq!(found("https://paypal.me/Helfer/5"), [missing]);
    for amount in ["abc", "5,00EUR", "5.001EUR", "-5EUR", "5XYZ1", "5 EUR"] {
        let text = format!("https://paypal.me/Helfer/{}", amount.replace(' ', "%20"));
        assert!(decode(&text, Options::default()).is_err(), "{text}");
    }
    assert_eq!(found("https://paypal.me/Helfer/0EUR"), [(Field::Amount, Oddity::AmountZero)]);
}

#[test]
fn venmo_shows_a_user_and_a_note() {
    let note =
        |length| of("venmo").with(Field::User, "@helper").with(Field::Message, "n".repeat(length));
    assert!(written(&note(280)).starts_with("https://venmo.com/helper?txn=pay&note=nn"));
    assert_eq!(flaw(&note(281)), (Field::Message, Flaw::TooLong { max: 280, found: 281 }));
    let long = of("venmo").with(Field::User, "a".repeat(31));
    assert_eq!(flaw(&long), (Field::User, Flaw::TooLong { max: 30, found: 31 }));
    for text in [
        "https://venmo.com/u/helper",
        "https://account.venmo.com/u/helper",
        "https://venmo.com/@helper",
        "venmo://paycharge?txn=pay&recipients=helper",
    ] {
        assert_eq!(read(text).request.word(Field::User), Some("helper"), "{text}");
    }
    assert_eq!(refused("https://venmo.com/helper?txn=charge&amount=5").0, Field::Kind);
    let euro = note(1).with(Field::Currency, "EUR");
    assert!(matches!(flaw(&euro), (Field::Currency, Flaw::NotOneOf { .. })));
}

#[test]
fn cashtags_have_a_letter_and_a_dollar_sign_in_front() {
    let tag = |tag: &str| encode(&of("cash.app").with(Field::User, tag));
    assert_eq!(tag("$Helper").unwrap().payload, "https://cash.app/$Helper");
    assert!(tag("12345").is_err() && tag("a b").is_err() && tag(&"a".repeat(21)).is_err());
    let noted = of("cash.app").with(Field::User, "Helper").with(Field::Message, "LB7");
    assert_eq!(flaw(&noted), (Field::Message, Flaw::NotCarried));
    assert_eq!(read("https://cash.app/%24Helper?qr=1").request.word(Field::User), Some("Helper"));
    assert_eq!(found("https://cash.app/$Helper?qr=1"), []);
}

#[test]
fn zelle_holds_a_name_and_an_address_or_a_number() {
    let gift = |name: &str, token: &str| {
        of("zelle").with(Field::PayeeName, name).with(Field::Token, token)
    };
    for token in ["(555) 123-4567", "+1 555 123 4567", "1-555-123-4567"] {
        let reading = read(&written(&gift("HELPER", token)));
        assert_eq!(reading.request.word(Field::Token), Some("5551234567"));
    }
    for token in ["555123456", "2555123456700", "a@b", "a b@c.org", "@c.org", ""] {
        assert_eq!(flaw(&gift("X", token)).0, Field::Token, "{token}");
    }
    let foreign = written(&gift("Förening Ö?>~", "give@example.org"));
    assert!(foreign.is_ascii() && !foreign.contains('+'));
    assert_eq!(read(&foreign).request.word(Field::PayeeName), Some("Förening Ö?>~"));
    assert_eq!(flaw(&gift("X", "a@b.org").with(Field::Amount, "5")).1, Flaw::NotCarried);
}

#[test]
fn zelle_codes_of_other_makers_are_read() {
    // {"token":"555-123-4567","name":"RAY","action":"payment","amount":"5"}, padded.
    let other = "https://enroll.zellepay.com/qr-codes/?data=eyJ0b2tlbiI6IjU1NS0xMjMtNDU2NyIsIm5hbW\
                 UiOiJSQVkiLCJhY3Rpb24iOiJwYXltZW50IiwiYW1vdW50IjoiNSJ9";
    let reading = read(other);
    assert_eq!(reading.request.word(Field::Token), Some("5551234567"));
    let key = "amount".to_owned();
    let expected =
        [(Field::Token, Oddity::NotNormalised), (Field::Payload, Oddity::Unknown { key })];
    assert_eq!(found(other), expected);
    // {"name":"RAY","action":"request","token":"a@b.org"}
    let request = "https://enroll.zellepay.com/qr-codes?data=eyJuYW1lIjoiUkFZIiwiYWN0aW9uIjoicmVxd\
                   WVzdCIsInRva2VuIjoiYUBiLm9yZyJ9";
    assert_eq!(refused(request).0, Field::Kind);
    for data in ["", "%%%", "e30", "W10", "bm8"] {
        let text = format!("https://enroll.zellepay.com/qr-codes?data={data}");
        assert!(decode(&text, Options::default()).is_err(), "{data}");
    }
}

#[test]
fn stripe_takes_its_own_links_and_few_signs() {
    let gift = |link: &str, reference: &str| {
        of("stripe").with(Field::Link, link).with(Field::Reference, reference)
    };
    let link = "https://buy.stripe.com/abc";
    assert_eq!(written(&gift(link, "")), link);
    assert_eq!(
        written(&gift("https://buy.stripe.com/abc?", "A")),
        "https://buy.stripe.com/abc?client_reference_id=A"
    );
    assert!(encode(&gift(link, &"r".repeat(200))).is_ok());
    assert_eq!(flaw(&gift(link, &"r".repeat(201))).0, Field::Reference);
    for reference in ["a.b", "a/b", "ä", "a b"] {
        assert!(matches!(flaw(&gift(link, reference)).1, Flaw::ForeignSign { .. }), "{reference}");
    }
    for link in [
        "http://buy.stripe.com/abc",
        "https://buy.stripe.com/",
        "https://buy.stripe.com.evil.example/abc",
        "https://pay.verein.example/abc",
        "https://a@buy.stripe.com/abc",
        "https://buy.stripe.com/abc#x",
        "https://buy.stripe.com/abc?client_reference_id=B",
        "https://paypal.me/abc",
        "abc",
        "",
    ] {
        assert_eq!(flaw(&gift(link, "A")).0, Field::Link, "{link}");
    }
    let email = |text: &str| encode(&gift(link, "A").with(Field::Email, text));
    assert!(email("a+b@c-d.example.org").unwrap().payload.ends_with("=a%2Bb%40c-d.example.org"));
    assert!(email("a@b").is_err() && email("a b@c.org").is_err() && email("a@b..org").is_err());
    assert_eq!(flaw(&gift(link, "A").with(Field::Amount, "5")).1, Flaw::NotCarried);
}

#[test]
fn what_is_not_ours_in_a_stripe_link_stays_in_it() {
    let text = "https://buy.stripe.com/abc?utm_source=a&client_reference_id=LB7&\
                __prefilled_amount=500&locked_prefilled_email=x%40y.org";
    let reading = read(text);
    let link = "https://buy.stripe.com/abc?utm_source=a&__prefilled_amount=500&\
                locked_prefilled_email=x%40y.org";
    assert_eq!(reading.request.word(Field::Link), Some(link));
    assert_eq!(reading.request.word(Field::Reference), Some("LB7"));
    assert_eq!(reading.request.word(Field::Amount), None);
    let key = "__prefilled_amount".to_owned();
    assert_eq!(found(text), [(Field::Amount, Oddity::Unknown { key })]);
    let twice = "https://buy.stripe.com/abc?client_reference_id=A&client_reference_id=B";
    assert_eq!(refused(twice), (Field::Reference, Flaw::Repeated));
}

#[test]
fn amounts_in_cents_have_their_limits() {
    let open = of("bancontact-pay").with(Field::Profile, "abc");
    let gift = |amount: &str| open.clone().with(Field::Amount, amount);
    assert_eq!(written(&gift("9999.99")), "https://payconiq.com/t/1/abc?A=999999");
    assert_eq!(written(&gift("0.01")), "https://payconiq.com/t/1/abc?A=1");
    assert_eq!(written(&open), "https://payconiq.com/t/1/abc");
    assert!(matches!(flaw(&gift("10000.00")), (Field::Amount, Flaw::TooLarge { .. })));
    let long = |field| open.clone().with(field, "x".repeat(36));
    assert_eq!(flaw(&long(Field::Message)).0, Field::Message);
    assert!(encode(&open.clone().with(Field::Reference, "x".repeat(35))).is_ok());
    assert!(encode(&open.clone().with(Field::Profile, "a/b")).is_err());
    let amount = |cents: &str| {
        let text = format!("HTTPS://PAYCONIQ.COM/T/1/ABC?A={cents}&D=a+b");
        decode(&text, Options::default()).map(|reading| {
            assert_eq!(reading.request.word(Field::Message), Some("a b"));
            reading.request.word(Field::Amount).map(str::to_owned)
        })
    };
    assert_eq!(amount("5"), Ok(Some("0.05".to_owned())));
    assert_eq!(amount("1254"), Ok(Some("12.54".to_owned())));
    assert_eq!(amount("0"), Ok(None));
    assert!(amount("12.54").is_err() && amount("1000000").is_err() && amount("-1").is_err());
    let pounds = |amount: &str| {
        of("gov.uk-pay")
            .with(Field::Link, "https://www.gov.uk/payments/a/b")
            .with(Field::Amount, amount)
    };
    assert!(encode(&pounds("100000.00")).is_ok() && encode(&pounds("100000.01")).is_err());
}

#[test]
fn an_open_amount_can_be_typed() {
    let box_number =
        |lock: bool| of("mobilepay").with(Field::Phone, "12 345").with(Field::Lock, lock);
    assert!(written(&box_number(false)).ends_with("?phone=12345"));
    assert_eq!(flaw(&box_number(true)), (Field::Lock, Flaw::Needs { other: Field::Amount }));
    let kroner = |amount: &str| written(&box_number(true).with(Field::Amount, amount));
    assert!(kroner("10.00").ends_with("&amount=10&lock=1"));
    assert!(kroner("75.50").ends_with("&amount=75.50&lock=1"));
    let comment = |length| box_number(false).with(Field::Message, "ø".repeat(length));
    assert!(encode(&comment(60)).is_ok());
    assert_eq!(flaw(&comment(61)), (Field::Message, Flaw::TooLong { max: 60, found: 61 }));
    let swish = of("swish").with(Field::SwishNumber, "1230000017");
    assert_eq!(flaw(&swish), (Field::Amount, Flaw::Needs { other: Field::Editable }));
    let locked = "https://app.swish.nu/1/p/sw/?sw=1230000017&cur=SEK&src=qr";
    let stuck = (Field::Amount, Oddity::NotWith { other: Field::Editable });
    assert_eq!(found(locked), [stuck]);
}

#[test]
fn swish_links_name_what_may_be_changed() {
    let names = |names: &[&str]| Value::List(names.iter().map(|name| Value::from(*name)).collect());
    let gift = of("swish")
        .with(Field::SwishNumber, "1230000017")
        .with(Field::Amount, "75.50")
        .with(Field::Message, "Gåva 7");
    let request = gift.clone().with(Field::Editable, names(&["message", "amount"]));
    let text = written(&request);
    assert!(text.ends_with("&amt=75.50&cur=SEK&msg=G%C3%A5va%207&edit=amt,msg&src=qr"), "{text}");
    let read_again = read(&text).request;
    assert_eq!(read_again.value(Field::Editable), Some(&names(&["amount", "message"])));
    assert_eq!(written(&read_again), text);
    let payee = gift.with(Field::Editable, names(&["payee"]));
    assert_eq!(flaw(&payee).0, Field::Editable);
    let json = r#"{"version":1,"payee":{"value":"1230000017"},
        "amount":{"value":75.5,"editable":true},"message":{"value":"Gåva"}}"#;
    let app = format!("swish://payment?data={}", url::percent_encoded(json));
    let reading = read(&app);
    assert_eq!(reading.request.word(Field::Amount), Some("75.50"));
    assert_eq!(reading.request.word(Field::Message), Some("Gåva"));
    assert_eq!(reading.request.value(Field::Editable), Some(&names(&["amount"])));
    assert_eq!(recognise(&app), Some(Standard::Links));
}
