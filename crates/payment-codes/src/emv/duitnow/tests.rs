use proptest::prelude::*;

use super::*;
use crate::Finding;
use crate::emv::tlv;

/// Code A of the standard's page: a bank's reusable code.
const BANK: &str = "00020101021126580014A000000615000101065887340212MBBQR000000103100000000000\
                    5204839853034585802MY5924PERTUBUHAN SUNGAI BERSIH6008SELANGOR63044861";

fn sealed(text: &str) -> String {
    let mut text = text.to_owned();
    tlv::push_checksum(&mut text);
    text
}

/// A bank's code with these tags after the account template.
fn bank(format: &str, poi: &str, rest: &str) -> String {
    let account = "26420014A000000615000101065641670210QR00000001";
    sealed(&format!("0002{format}0102{poi}{account}{rest}"))
}

const REST: &str = "5204839853034585802MY5903AID6004IPOH";

fn request(base: &str) -> Request {
    Request::new().with(Field::BasePayload, base)
}

fn read(text: &str) -> Reading {
    decode(text, Options::default()).unwrap()
}

fn oddities(reading: &Reading) -> Vec<&Oddity> {
    reading.findings.iter().map(|Finding { oddity, .. }| oddity).collect()
}

fn flaw(request: &Request) -> (Field, Flaw) {
    let refusal = encode(request).unwrap_err();
    (refusal.field, refusal.flaw)
}

#[test]
fn a_banks_code_is_printed_as_it_is() {
    let odd = format!(" {}\n", bank("02", "11", REST));
    assert_eq!(encode(&request(&odd)).unwrap().payload, odd.trim());
    assert_eq!(encode(&request(BANK)).unwrap().payload, BANK);
}

#[test]
fn what_is_added_is_read_again_and_the_code_is_not_changed_twice() {
    let asked = request(BANK).with(Field::Amount, "50").with(Field::Reference, "CWF000017");
    let payload = encode(&asked).unwrap().payload;
    let reading = read(&payload);
    assert_eq!(reading.request.word(Field::Amount), Some("50.00"));
    assert_eq!(reading.request.word(Field::Reference), Some("CWF000017"));
    assert_eq!(reading.request.word(Field::Poi), Some("12"));
    assert_eq!(encode(&reading.request).unwrap().payload, payload);
    let again = request(&payload).with(Field::Amount, "50").with(Field::Reference, "CWF000017");
    assert_eq!(encode(&again).unwrap().payload, payload);
    let other = request(&payload).with(Field::Reference, "CWF000018");
    assert_eq!(flaw(&other), (Field::Reference, Flaw::Bound));
}

#[test]
fn a_banks_own_label_is_no_reference_of_ours() {
    let labelled = bank("02", "11", &format!("{REST}62090505LABEL"));
    assert_eq!(read(&labelled).request.word(Field::Reference), None);
    let asked = request(&labelled).with(Field::Reference, "MINE");
    assert_eq!(flaw(&asked), (Field::Reference, Flaw::Bound));
    assert!(encode(&request(&labelled).with(Field::Amount, "1")).is_ok());
}

#[test]
fn tags_of_the_bank_stay_and_end_in_order() {
    let base = bank("02", "11", "5802MY53034585204839865021X5903AID6004IPOH9104a1b26210070190301S");
    let payload = encode(&request(&base).with(Field::Amount, "1.5")).unwrap().payload;
    let kept = "52048398530345854041.505802MY5903AID6004IPOH6210070190301S65021X9104a1b26304";
    assert!(payload.contains(kept), "{payload}");
    assert!(payload.starts_with("000202010212264200"), "{payload}");
}

#[test]
fn codes_that_are_bound_or_for_one_payment_take_nothing() {
    let hash = "82327FFC1AC00E99EA2D7A0D7BB79755736A";
    for base in [
        bank("02", "11", &format!("{REST}{hash}")),
        bank("02", "11", &format!("{REST}{}", hash.replacen("82", "90", 1))),
        bank("02", "11", &format!("{REST}82070003abc")),
        bank("02", "12", REST),
    ] {
        assert_eq!(encode(&request(&base)).unwrap().payload, base);
        for (field, value) in [(Field::Amount, "1"), (Field::Reference, "A")] {
            let asked = request(&base).with(field, value);
            assert_eq!(flaw(&asked), (Field::BasePayload, Flaw::Bound), "{base}");
        }
    }
}

#[test]
fn an_amount_of_the_bank_is_not_replaced() {
    let base = bank("02", "11", "52040000530345854045.005802MY5903AID6004IPOH");
    assert_eq!(flaw(&request(&base).with(Field::Amount, "6")), (Field::Amount, Flaw::Bound));
    assert_eq!(encode(&request(&base).with(Field::Amount, "5")).unwrap().payload, base);
}

#[test]
fn limits_hold_on_both_sides() {
    let with = |field, value: &str| request(BANK).with(field, value);
    assert!(encode(&with(Field::Reference, &"A".repeat(25))).is_ok());
    let too_long = Flaw::TooLong { max: 25, found: 26 };
    assert_eq!(flaw(&with(Field::Reference, &"A".repeat(26))), (Field::Reference, too_long));
    assert!(encode(&with(Field::Amount, "9999999999.99")).is_ok());
    for amount in ["10000000000", "0", "0.00", "-1", "1.005", "1,5", "five"] {
        assert_eq!(flaw(&with(Field::Amount, amount)).0, Field::Amount, "{amount}");
    }
    assert_eq!(flaw(&with(Field::Reference, "R\u{e9}f")).0, Field::Reference);
    assert_eq!(flaw(&with(Field::Currency, "USD")), (Field::Currency, Flaw::Bound));
    assert_eq!(flaw(&with(Field::Message, "x")), (Field::Message, Flaw::NotCarried));
    assert_eq!(flaw(&Request::new()), (Field::BasePayload, Flaw::Missing));
    let full = format!("0125{0}0225{0}0325{0}", "A".repeat(25));
    let full = bank("02", "11", &format!("{REST}6287{full}"));
    let asked = request(&full).with(Field::Reference, "ABCDEFGHI");
    assert_eq!(flaw(&asked), (Field::Reference, Flaw::TooLong { max: 99, found: 100 }));
    assert!(encode(&request(&full).with(Field::Reference, "ABCDEFGH")).is_ok());
}

#[test]
fn what_is_wrong_with_the_banks_code_is_told_at_its_field() {
    let wrong = BANK.replace("4861", "4860");
    assert!(matches!(flaw(&request(&wrong)), (Field::BasePayload, Flaw::Checksum { .. })));
    let nameless = bank("02", "11", "5204839853034585802MY6004IPOH");
    let place = "payee_name".to_owned();
    assert_eq!(flaw(&request(&nameless)), (Field::BasePayload, Flaw::Broken { place }));
}

#[test]
fn quirks_of_banks_are_told() {
    let reading = read(&bank("02", "11", "5204000053034585406000.005802MY5903AID6004IPOH"));
    assert_eq!(reading.request.word(Field::Amount), None);
    assert!(oddities(&reading).contains(&&Oddity::AmountZero));
    assert!(oddities(&reading).contains(&&Oddity::Issued));
    assert!(oddities(&reading).contains(&&Oddity::Form { example: "01" }));
    let account = "26590014A000000615000101065641670210QR0000000103131626147607809";
    let temporary = sealed(&format!("000201010211{account}{REST}"));
    assert!(oddities(&read(&temporary)).contains(&&Oddity::OneTime));
    let foreign = bank("02", "11", "5204839853037025802MY5903AID6004IPOH");
    assert!(decode(&foreign, Options::default()).is_err());
}

proptest! {
    #[test]
    fn what_is_added_comes_back(
        token in "[A-Z0-9]{1,28}",
        name in "[A-Z][A-Z '&]{0,44}[A-Z]",
        minor in prop::option::of(1_u32..=u32::MAX),
        reference in prop::option::of("[A-Za-z0-9./-]{1,25}"),
    ) {
        let account = format!("0014A0000006150001010658873402{:02}{token}", token.len());
        let rest = format!("5204839853034585802MY59{:02}{name}6002MY", name.len());
        let base = sealed(&format!("00020201021126{:02}{account}{rest}", account.len()));
        let amount = minor.map(|minor| format!("{}.{:02}", minor / 100, minor % 100));
        let asked = request(&base)
            .with_some(Field::Amount, amount.clone())
            .with_some(Field::Reference, reference.clone());
        let payload = encode(&asked).unwrap().payload;
        let reading = read(&payload);
        prop_assert_eq!(reading.request.word(Field::Amount), amount.as_deref());
        prop_assert_eq!(reading.request.word(Field::Reference), reference.as_deref());
        prop_assert_eq!(reading.request.word(Field::MerchantId), Some(token.as_str()));
        prop_assert_eq!(reading.request.word(Field::PayeeName), Some(name.as_str()));
        prop_assert_eq!(encode(&reading.request).unwrap().payload, payload);
    }
}
