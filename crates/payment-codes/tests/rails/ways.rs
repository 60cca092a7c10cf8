//! Single standards: what is particular about the codes of each.

use groat_payment_codes::rails::ReturnOfNumber;
use groat_payment_codes::{Field, Options, Standard, Value, decode};

use crate::given::{AT_MS, DUITNOW, code, given_of, money, read, word};

#[test]
fn the_codes_are_the_ones_that_the_standards_show() {
    for (standard, payload) in [
        (
            Standard::Epc,
            "BCD\n002\n1\nSCT\n\nVerein Lichtblick\nDE89370400440532013000\nEUR12.50\nCHAR\n\n\
             1042618037 Hilfe",
        ),
        (Standard::Swish, "C1230000017;100,00;1042618037%20Hilfe;0"),
        (
            Standard::NbsIps,
            "K:PR|V:01|C:1|R:265110031000001213|N:Verein Lichtblick|I:RSD1000,00|SF:289|S:Hilfe|\
             RO:97331042618037",
        ),
        (Standard::VirtualBarcode, "479440520200360820000125000000000000010426180374000000"),
        (
            Standard::UsingQr,
            "{\"uqr\":1,\"tp\":1,\"nme\":\"Exempelföreningen\",\"cid\":\"802412-3453\",\
             \"iref\":\"10426180377\",\"idt\":\"20261231\",\"ddt\":\"20270130\",\"due\":200,\
             \"pt\":\"BG\",\"acc\":\"5050-1055\"}",
        ),
        (Standard::Links, "https://paypal.me/HelferBeispiel/12.50EUR"),
    ] {
        let given = given_of(standard);
        assert_eq!(code(&given.account(), Some(given.amount()), "Hilfe").payload, payload);
    }
}

#[test]
fn a_donor_may_change_the_amount_exactly_where_it_is_open() {
    let swish = given_of(Standard::Swish).account();
    let open = read(&code(&swish, None, "")).request;
    assert_eq!(open.value(Field::Editable), Some(&Value::List(vec!["amount".into()])));
    let fixed = read(&code(&swish, Some(money("SEK", 5000)), "")).request;
    assert_eq!(fixed.value(Field::Editable), Some(&Value::List(Vec::new())));
    let paynow = given_of(Standard::PayNow).account();
    for (amount, editable) in [(None, true), (Some(money("SGD", 500)), false)] {
        let request = read(&code(&paynow, amount, "")).request;
        assert_eq!(request.value(Field::Editable), Some(&Value::Flag(editable)));
    }
}

#[test]
fn a_cambodian_amount_expires_ten_minutes_after_the_ask() {
    let account = given_of(Standard::Khqr).account();
    let dynamic = read(&code(&account, Some(money("KHR", 400_000)), "")).request;
    assert_eq!(dynamic.value(Field::CreatedMs), Some(&Value::Whole(AT_MS)));
    assert_eq!(dynamic.value(Field::ExpiresMs), Some(&Value::Whole(AT_MS + 600_000)));
    let fixed = read(&code(&account, None, "")).request;
    assert_eq!(fixed.value(Field::ExpiresMs), None);
    assert_eq!(word(&code(&account, Some(money("USD", 550)), ""), Field::Amount), "5.50");
    assert_eq!(word(&code(&account, Some(money("USD", 500)), ""), Field::Amount), "5");
}

#[test]
fn a_code_that_may_not_be_changed_is_shown_as_it_is() {
    let bound = "00020201021126600014A00000061500010106890087022800000000000000000000000723395204739953034585802MY5925GINTELL REST N GO SDN BHD6015KEPONG MENJALAR610552200625305080.1626.00608168814510825Start machine via DuitNow82327FFC1AC00E99EA2D7A0D7BB79755736A63045CDC";
    let account = given_of(Standard::DuitNow).try_with(&[(Field::BasePayload, bound)]).unwrap();
    let made = code(&account, Some(money("MYR", 5000)), "Hilfe");
    assert_eq!(made.payload, bound);
    assert!(!made.carries_amount);
    assert_eq!(made.number_returns, ReturnOfNumber::No);
    let merchant = "00020101021128430011ph.ppmi.p2m0111PAEYPHM2XXX03091234567895204601653036085802PH5911Sagip Pasig6006Manila";
    let merchant = with_checksum(merchant);
    let account = given_of(Standard::QrPh).try_with(&[(Field::BasePayload, &merchant)]).unwrap();
    let made = code(&account, Some(money("PHP", 5000)), "");
    assert_eq!((made.payload, made.carries_amount), (merchant, false));
}

fn with_checksum(text: &str) -> String {
    let text = format!("{text}6304");
    let sum = crc::Crc::<u16>::new(&crc::CRC_16_IBM_3740).checksum(text.as_bytes());
    format!("{text}{sum:04X}")
}

#[test]
fn an_issuers_code_with_an_amount_pays_the_same_payee() {
    let made = code(&given_of(Standard::DuitNow).account(), Some(money("MYR", 5000)), "");
    let (base, read) = (decode(DUITNOW, Options::default()).unwrap().request, read(&made).request);
    for field in [Field::MerchantId, Field::AcquirerId, Field::Extra03, Field::PayeeName] {
        assert_eq!(base.word(field), read.word(field));
        assert!(base.word(field).is_some(), "{field}");
    }
}

#[test]
fn each_provider_of_links_gets_its_own_field() {
    let stripe = "https://donate.stripe.com/test_abc123?locale=de";
    let other = "https://www.betterplace.org/de/projects/123-hilfe";
    for (provider, user, currency, payload, returns) in [
        (
            "paypal.me",
            "@HelferBeispiel",
            "EUR",
            "https://paypal.me/HelferBeispiel/5.00EUR",
            ReturnOfNumber::No,
        ),
        (
            "stripe",
            stripe,
            "EUR",
            "https://donate.stripe.com/test_abc123?locale=de&client_reference_id=1042618037",
            ReturnOfNumber::Reference,
        ),
        (
            "venmo",
            "helper-example",
            "USD",
            "https://venmo.com/helper-example?txn=pay&amount=5.00&note=1042618037%20Help",
            ReturnOfNumber::Uncertain,
        ),
        (
            "cash.app",
            "$HelperExample",
            "USD",
            "https://cash.app/$HelperExample/5.00",
            ReturnOfNumber::No,
        ),
        (
            "monzo.me",
            "helperexample",
            "GBP",
            "https://monzo.me/helperexample/5.00?d=1042618037%20Help",
            ReturnOfNumber::Uncertain,
        ),
        (
            "mobilepay",
            "12 345",
            "DKK",
            "https://mobilepay.dk/erhverv/betalingslink/betalingslink-svar?phone=12345&amount=5&comment=1042618037%20Help&lock=1",
            ReturnOfNumber::Uncertain,
        ),
        (
            "gov.uk-pay",
            "https://www.gov.uk/payments/my-service/give",
            "GBP",
            "https://www.gov.uk/payments/my-service/give?amount=500&reference=1042618037",
            ReturnOfNumber::Reference,
        ),
        ("revolut", "helper", "EUR", "https://revolut.me/helper", ReturnOfNumber::No),
        (
            "wise",
            "helper",
            "EUR",
            "https://wise.com/pay/business/helper?currency=EUR&amount=5.00",
            ReturnOfNumber::No,
        ),
        ("ko-fi", "helper", "EUR", "https://ko-fi.com/helper", ReturnOfNumber::No),
        ("tipeee", "helper", "EUR", "https://tipeee.com/helper", ReturnOfNumber::No),
        ("other", other, "EUR", other, ReturnOfNumber::No),
        (
            "vipps",
            "https://qr.vipps.no/box/abc",
            "NOK",
            "https://qr.vipps.no/box/abc",
            ReturnOfNumber::No,
        ),
        (
            "tikkie",
            "https://tikkie.me/pay/abc",
            "EUR",
            "https://tikkie.me/pay/abc",
            ReturnOfNumber::No,
        ),
        (
            "zelle",
            "give@ngo.example",
            "USD",
            "https://enroll.zellepay.com/qr-codes?data=eyJuYW1lIjoiVmVyZWluIExpY2h0YmxpY2siLCJhY3Rpb24iOiJwYXltZW50IiwidG9rZW4iOiJnaXZlQG5nby5leGFtcGxlIn0=",
            ReturnOfNumber::No,
        ),
    ] {
        let answers = [(Field::Provider, provider), (Field::User, user)];
        let account = given_of(Standard::Links).try_with(&answers);
        let account = account.unwrap_or_else(|refusal| panic!("{provider}: {refusal}"));
        let made = code(&account, Some(money(currency, 500)), "Help");
        assert_eq!((made.payload.as_str(), made.number_returns), (payload, returns));
        let said = read(&made).request.word(Field::Amount).is_some();
        assert_eq!(said, made.carries_amount, "{provider}");
        let open = code(&account, None, "");
        assert_eq!(read(&open).request.word(Field::Amount), None, "{provider}");
        let _kept = account.destination();
    }
}

#[test]
fn a_provider_takes_its_own_currency() {
    for (provider, user, takes, not) in [
        ("venmo", "helper", "USD", "EUR"),
        ("mobilepay", "12345", "DKK", "EUR"),
        ("monzo.me", "helper", "GBP", "EUR"),
    ] {
        let answers = [(Field::Provider, provider), (Field::User, user)];
        let account = given_of(Standard::Links).try_with(&answers).unwrap();
        assert!(account.takes(takes) && !account.takes(not), "{provider}");
        assert_eq!(account.currencies(), [takes]);
    }
}

#[test]
fn what_is_wrong_with_a_link_is_told_at_the_question() {
    for (provider, user) in [
        ("stripe", "https://stripe.example/abc"),
        ("stripe", "abc"),
        ("stripe", "https://donate.stripe.com/x?client_reference_id=1"),
        ("mobilepay", "12345678"),
        ("zelle", "nobody"),
        ("gov.uk-pay", "https://www.gov.uk.example/payments/x"),
        ("other", "http://ngo.example/give"),
        ("other", "https://раypal.me/x"),
        ("other", "https://paypa1.me/helper"),
        ("tikkie", "https://tikkie.example/pay/abc"),
        ("venmo", "helper example"),
    ] {
        let answers = [(Field::Provider, provider), (Field::User, user)];
        let refusal = given_of(Standard::Links).try_with(&answers).unwrap_err();
        assert_eq!(refusal.field, Field::User, "{provider} {user}: {refusal}");
    }
}

#[test]
fn a_lightning_address_is_drawn_as_its_lnurl() {
    let made = code(&given_of(Standard::Lnurl).account(), None, "");
    assert!(made.payload.starts_with("LNURL1"), "{}", made.payload);
    assert_eq!(word(&made, Field::Url), "https://ngo.example/.well-known/lnurlp/donate");
    assert_eq!(given_of(Standard::Lnurl).account().destination(), "donate@ngo.example");
}

#[test]
fn an_offer_with_an_amount_is_no_account_for_gifts_of_any() {
    // BOLT #12, offers-test.json: 50 msat for a description.
    let offer =
        "lno1pqpzwyq2p32x2um5ypmx2cm5dae8x93pqthvwfzadd7jejes8q9lhc4rvjxd022zv5l44g6qah82ru5rdpnpj";
    let refusal = given_of(Standard::Bolt12).try_with(&[(Field::Lno, offer)]).unwrap_err();
    assert_eq!(refusal.field, Field::Lno, "{refusal}");
}
