//! Codes on posters, and what is expected of them.

use super::epc;
use crate::{
    Expected, ExpectedAmount, Field, Flaw, Inspection, Oddity, Standard, Verdict, inspect,
};

fn ours() -> Expected {
    Expected {
        names: vec!["Verein Lichtblick e.V.".to_owned(), "Lichtblick".to_owned()],
        keys: [
            "DE89 3704 0044 0532 0130 00",
            "1230000017",
            "paypal: no key",
            "HelferBeispiel",
            "PL60102010260000042270201111",
            "+65 9123 4567",
            "https://buy.stripe.com/abc",
        ]
        .map(str::to_owned)
        .to_vec(),
        amount: ExpectedAmount::Any,
    }
}

fn verdict(text: &str) -> Verdict {
    inspect(text, &ours()).verdict
}

fn found(inspection: Inspection) -> Vec<(Field, Oddity)> {
    crate::reading::found(&inspection.read.unwrap())
}

const OURS: &str = "BCD\n002\n1\nSCT\n\nVerein Lichtblick e.V.\nDE89370400440532013000";

#[test]
fn our_own_codes_are_ours() {
    for text in [
        OURS.to_owned(),
        epc("VEREIN LICHTBLICK E.V.", "Spende"),
        epc("Lichtblick", ""),
        "C1230000017;;LB7;2".to_owned(),
        "https://paypal.me/helferbeispiel/5.00EUR".to_owned(),
        "https://buy.stripe.com/abc?client_reference_id=LB7".to_owned(),
        "\u{feff}https://www.paypal.me/HelferBeispiel\n".to_owned(),
    ] {
        assert_eq!(verdict(&text), Verdict::Ours, "{text}");
    }
}

#[test]
fn a_code_that_pays_another_is_not_ours_whatever_its_name() {
    let pasted = OURS.replace("DE89370400440532013000", "DE02120300000000202051");
    let inspection = inspect(&pasted, &ours());
    assert_eq!(inspection.verdict, Verdict::NotOurs);
    let expected = "DE89 3704 0044 0532 0130 00".to_owned();
    assert_eq!(found(inspection), [(Field::Iban, Oddity::Differs { expected })]);
    for text in ["https://paypal.me/Anderer", "C1230000025;;LB7;2", "https://buy.stripe.com/abd"] {
        assert_eq!(verdict(text), Verdict::NotOurs, "{text}");
    }
}

#[test]
fn a_key_that_only_looks_like_ours_says_where() {
    let inspection = inspect("https://paypal.me/HeIferBeispie1", &ours());
    assert_eq!(inspection.verdict, Verdict::NotOurs);
    let found = found(inspection);
    let lookalike = |at, found, like| (Field::User, Oddity::Lookalike { at, found, like });
    assert!(found.contains(&lookalike(2, 'I', 'l')));
    assert!(found.contains(&lookalike(13, '1', 'l')));
    let expected = "HelferBeispiel".to_owned();
    assert!(found.contains(&(Field::User, Oddity::Differs { expected })));
}

#[test]
fn another_name_on_our_account_wants_a_look() {
    let inspection = inspect(&epc("Winterhilfe 2026", ""), &ours());
    assert_eq!(inspection.verdict, Verdict::LookHere);
    let expected = "Verein Lichtblick e.V.".to_owned();
    assert_eq!(found(inspection), [(Field::PayeeName, Oddity::Differs { expected })]);
    let cut = epc("Verein Lichtblick fuer Kin", "");
    let long = Expected { names: vec!["Verein Lichtblick für Kinder".to_owned()], ..ours() };
    assert_ne!(inspect(&cut, &long).verdict, Verdict::Ours);
    let cut = epc("Verein Lichtblick fur Kin", "");
    assert_eq!(inspect(&cut, &long).verdict, Verdict::Ours);
    let disguised = inspect(&epc("Verein Lichtbliсk e.V.", ""), &ours());
    let letter = Oddity::Lookalike { at: 15, found: 'с', like: 'c' };
    assert!(found_once(disguised, &letter));
}

fn found_once(inspection: Inspection, oddity: &Oddity) -> bool {
    found(inspection).iter().filter(|(_, found)| found == oddity).count() == 1
}

#[test]
fn amounts_are_compared() {
    let with = |amount| Expected { amount, ..ours() };
    let exactly = |amount: &str, currency: Option<&str>| {
        with(ExpectedAmount::Exactly {
            amount: amount.to_owned(),
            currency: currency.map(str::to_owned),
        })
    };
    let fixed = OURS.to_owned() + "\nEUR5.00";
    let open = inspect(&fixed, &with(ExpectedAmount::Open));
    assert_eq!(open.verdict, Verdict::LookHere);
    assert_eq!(found(open), [(Field::Amount, Oddity::AmountFixed)]);
    assert_eq!(inspect(OURS, &with(ExpectedAmount::Open)).verdict, Verdict::Ours);
    let suggested = "C1230000017;50,00;LB7;2";
    assert_eq!(inspect(suggested, &with(ExpectedAmount::Open)).verdict, Verdict::Ours);
    assert_eq!(inspect(&fixed, &exactly("5", Some("EUR"))).verdict, Verdict::Ours);
    let differs = |text: &str, expected: Expected| found(inspect(text, &expected));
    let expected = "50".to_owned();
    let other = [(Field::Amount, Oddity::AmountDiffers { expected })];
    assert_eq!(differs(&fixed, exactly("50", None)), other);
    assert_eq!(differs(OURS, exactly("50", None)), other);
    let expected = "CHF".to_owned();
    let currency = [(Field::Currency, Oddity::Differs { expected })];
    assert_eq!(differs(&fixed, exactly("5.00", Some("CHF"))), currency);
}

#[test]
fn disguises_decide_even_where_nothing_is_expected() {
    let nothing = Expected::default();
    let verdict = |text: &str| inspect(text, &nothing).verdict;
    assert_eq!(verdict(OURS), Verdict::Unchecked);
    assert_eq!(verdict("https://paypal.me.evil.example/HelferBeispiel"), Verdict::NotOurs);
    assert_eq!(verdict("http://paypal.me/HelferBeispiel"), Verdict::LookHere);
    assert_eq!(verdict(&epc("Cаritas", "")), Verdict::LookHere);
    assert_eq!(verdict(&epc("Caritas", "https://evil.example")), Verdict::LookHere);
    assert_eq!(verdict("weixin://wxpay/bizpayurl?pr=abc"), Verdict::LookHere);
}

#[test]
fn what_cannot_be_read_is_damaged_and_not_unknown() {
    let broken = inspect("BCD\n002\n1\nSCT\n\nVerein\nDE89370400440532013001", &ours());
    assert_eq!((broken.verdict, broken.standard), (Verdict::Damaged, Some(Standard::Epc)));
    assert!(matches!(broken.read.unwrap_err().flaw, Flaw::Iban(_)));
    let unknown = inspect("hello", &ours());
    assert_eq!((unknown.verdict, unknown.standard), (Verdict::Unknown, None));
    assert_eq!(unknown.second, None);
    let twice = inspect("C1230000017;1,00;LB7;0 https://evil.example", &ours());
    assert_eq!((twice.verdict, twice.second), (Verdict::Damaged, Some(Standard::Links)));
}

#[test]
fn keys_are_the_same_in_any_usual_way_of_writing() {
    let mut expected = ours();
    expected.keys = vec!["DE89 3704 0044 0532 0130 00".to_owned()];
    assert_eq!(inspect(&OURS.replace("DE89", "de89"), &expected).verdict, Verdict::Ours);
    let pays = |text: &str, key: &str| {
        inspect(text, &Expected { keys: vec![key.to_owned()], ..Expected::default() }).verdict
    };
    let box_number = "https://mobilepay.dk/erhverv/betalingslink/betalingslink-svar?phone=12345";
    assert_eq!(pays(box_number, "12345"), Verdict::Ours);
    assert_eq!(pays(box_number, "12346"), Verdict::NotOurs);
    let zelle = "https://enroll.zellepay.com/qr-codes?data=eyJuYW1lIjoiQSIsImFjdGlvbiI6InBheW1lbnQi\
                 LCJ0b2tlbiI6IjU1NTEyMzQ1NjcifQ";
    assert_eq!(pays(zelle, "+1 (555) 123-4567"), Verdict::Ours);
    assert_eq!(pays(zelle, "555 123 4568"), Verdict::NotOurs);
    let link = "https://tikkie.me/pay/abc";
    assert_eq!(pays(link, "https://www.tikkie.me/pay/abc/"), Verdict::Ours);
    assert_eq!(pays(link, "https://tikkie.me/pay/ab"), Verdict::NotOurs);
}

#[test]
fn our_own_page_may_bear_a_name_like_a_known_one() {
    let other = "\u{feff}https://verein.example/spenden\n";
    let keys = vec!["https://verein.example/spenden".to_owned()];
    assert_eq!(inspect(other, &Expected { keys, ..ours() }).verdict, Verdict::Ours);
    let page = "https://revolt.com/donate";
    let own = Expected { keys: vec![page.to_owned()], ..Expected::default() };
    assert_eq!(inspect(page, &own).verdict, Verdict::Ours);
    assert_eq!(inspect(page, &ours()).verdict, Verdict::NotOurs);
    assert_eq!(inspect("https://revolt.com/other", &own).verdict, Verdict::NotOurs);
    assert_eq!(inspect("https://revolt.com/donate?to=x", &own).verdict, Verdict::NotOurs);
    assert_eq!(inspect("https://revolt.com/donate?utm_source=x", &own).verdict, Verdict::Ours);
    assert_eq!(inspect("https://revolt.com@evil.example/donate", &own).verdict, Verdict::NotOurs);
}

#[test]
fn every_verdict_has_its_word() {
    use Verdict::*;
    let words = [Ours, Unchecked, LookHere, NotOurs, Damaged, Unknown].map(Verdict::word);
    assert!(words.iter().enumerate().all(|(at, word)| !words[..at].contains(word)));
}
