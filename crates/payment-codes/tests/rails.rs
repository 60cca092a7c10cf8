//! From the answers of set-up to the code of an ask, standard by standard; what is read back is
//! what was asked.

#![cfg(test)]

#[path = "rails/advice.rs"]
mod advice;
#[path = "rails/given.rs"]
mod given;
#[path = "rails/numbers.rs"]
mod numbers;
#[path = "rails/set_up.rs"]
mod set_up;
#[path = "rails/texts.rs"]
mod texts;
#[path = "rails/ways.rs"]
mod ways;

use groat_payment_codes::rails::{Ask, Maker, ReturnOfNumber, questions};
use groat_payment_codes::{DeskNumber, Field, GiftNumber, Standard, Value};

use proptest::prelude::*;

use given::{AT_MS, GIVEN, code, given_of, money, number, read};

#[test]
fn every_standard_with_questions_has_an_account_here() {
    let asked = Standard::ALL.iter().filter(|standard| !questions(**standard).is_empty());
    let missing: Vec<&Standard> =
        asked.filter(|standard| GIVEN.iter().all(|given| given.standard != **standard)).collect();
    assert_eq!(missing, Vec::<&Standard>::new());
}

#[test]
fn what_is_read_of_a_code_is_what_was_asked() {
    for given in GIVEN {
        let account = given.account();
        let (standard, text) = (given.standard, "Winterhilfe");
        let made = code(&account, Some(given.amount()), text);
        let request = read(&made).request;
        assert_eq!(made.carries_amount, given.asked.2.is_some(), "{standard}");
        let (currency, _, said) = given.asked;
        assert_eq!(request.word(Field::Amount), said, "{standard}");
        if said.is_some() {
            assert_eq!(request.word(Field::Currency), Some(currency), "{standard}");
        }
        if standard.takes_open_amount() {
            let open = code(&account, None, text);
            assert_eq!(read(&open).request.value(Field::Amount), None, "{standard}");
        }
    }
}

#[test]
fn who_is_paid_is_read_of_the_code_as_the_treasurer_sees_it() {
    for given in GIVEN {
        let account = given.account();
        let made = code(&account, Some(given.amount()), "");
        let request = read(&made).request;
        if given.answers().word(Field::BasePayload).is_some() {
            assert_eq!(request.word(Field::PayeeName), made.payee_name.as_deref());
            let name = made.payee_name.unwrap_or_default();
            assert!(account.destination().contains(&name), "{}", given.standard);
            continue;
        }
        let destination = account.destination();
        let is_said = match given.standard {
            // The address on the web that stands for it.
            Standard::Lnurl => request.word(Field::Url).unwrap().ends_with("/donate"),
            _ => request.iter().any(|(_, value)| value.as_text() == Some(&destination)),
        };
        assert!(is_said, "{}: {destination} {request:?}", given.standard);
    }
}

#[test]
fn the_name_in_the_code_is_told() {
    let name_of = |standard: Standard| {
        let given = given_of(standard);
        code(&given.account(), Some(given.amount()), "").payee_name
    };
    for (standard, name) in [
        (Standard::Epc, Some("Verein Lichtblick")),
        (Standard::Spayd, Some("VEREIN LICHTBLICK")),
        (Standard::Pix, Some("Associacao Sao Vicente")),
        (Standard::Upi, Some("हरित घाटी")),
        (Standard::BitcoinUri, Some("Verein Lichtblick")),
        (Standard::DuitNow, Some("PERTUBUHAN SUNGAI BERSIH")),
        // The treasurer said who they are; the code does not.
        (Standard::Yape, Some("YAPERO")),
        (Standard::Swish, None),
        (Standard::VietQr, None),
        (Standard::Lnurl, None),
    ] {
        assert_eq!(name_of(standard).as_deref(), name, "{standard}");
    }
    let shown = |standard, typed| {
        let account = given_of(standard).try_with(&[(Field::PayeeName, typed)]).unwrap();
        account.payee_beside(&code(&account, None, "")).to_owned()
    };
    assert_eq!(shown(Standard::DuitNow, "Kami"), "PERTUBUHAN SUNGAI BERSIH");
    assert_eq!(shown(Standard::Spayd, "Nadace Kočka"), "Nadace Kočka");
    assert_eq!(shown(Standard::Yape, "Nosotros"), "Nosotros");
    assert_eq!(given_of(Standard::Yape).account().payee_name(), "Verein Lichtblick");
    assert_eq!(given_of(Standard::DuitNow).account().payee_name(), "PERTUBUHAN SUNGAI BERSIH");
}

#[test]
fn an_account_takes_its_own_currencies_and_no_other() {
    for given in GIVEN {
        let account = given.account();
        let standard = given.standard;
        let takes_any = account.currencies().is_empty();
        for currency in ["JPY", "KWD", "XAF"] {
            assert_eq!(account.takes(currency), takes_any, "{standard} {currency}");
            let made = account.code(&given::ask(Some(money(currency, 1000)), ""));
            match made {
                // The donor types it.
                Ok(code) if takes_any && currency != "JPY" => assert!(!code.carries_amount),
                Ok(code) => assert_eq!((takes_any, code.standard), (true, standard)),
                Err(refusal) => assert_eq!((takes_any, refusal.field), (false, Field::Currency)),
            }
        }
        for currency in account.currencies() {
            assert!(account.takes(currency), "{standard}");
        }
    }
}

#[test]
fn amounts_have_the_decimals_of_their_currency() {
    let said = |standard: Standard, currency: &str, minor: i64| {
        let account = given_of(standard).account();
        let made = account.code(&given::ask(Some(money(currency, minor)), ""))?;
        Ok::<_, groat_payment_codes::Refusal>(given::word(&made, Field::Amount))
    };
    for (standard, currency, minor, amount) in [
        (Standard::VietQr, "VND", 50_000, "50000"),
        (Standard::Qris, "IDR", 1_500_000, "15000"),
        (Standard::Khqr, "KHR", 1_000_000, "10000"),
        (Standard::Epc, "EUR", 1, "0.01"),
        (Standard::Epc, "EUR", 99_999_999_999, "999999999.99"),
        (Standard::Upi, "INR", 50_000, "500.00"),
        (Standard::Zbp2d, "PLN", 999_999, "9999.99"),
        (Standard::Links, "JPY", 500, "500"),
    ] {
        assert_eq!(said(standard, currency, minor).as_deref(), Ok(amount), "{standard}");
    }
    for (standard, currency, minor) in [
        // Hundredths of them are not written.
        (Standard::Qris, "IDR", 1_500_050),
        (Standard::Khqr, "KHR", 1_000_050),
        (Standard::Epc, "EUR", 100_000_000_000),
        (Standard::Zbp2d, "PLN", 1_000_000),
        (Standard::VietQr, "VND", 500_000_000),
        (Standard::Epc, "EUR", 0),
        (Standard::Pix, "BRL", -100),
    ] {
        let refusal = said(standard, currency, minor).unwrap_err();
        assert_eq!(refusal.field, Field::Amount, "{standard} {refusal}");
    }
}

#[test]
fn the_currency_of_an_open_amount_is_the_one_that_is_asked_for_in() {
    for (standard, first, second) in [
        (Standard::Khqr, "KHR", "USD"),
        (Standard::SwissQrBill, "CHF", "EUR"),
        (Standard::Fps, "HKD", "CNY"),
    ] {
        let account = given_of(standard).account();
        assert_eq!(account.currencies(), [first, second]);
        let said = |amount, currency| {
            let ask = Ask { currency, ..given::ask(amount, "") };
            given::word(&account.code(&ask).unwrap(), Field::Currency)
        };
        let of = |code| money(code, 500).currency();
        assert_eq!(said(None, None), first);
        assert_eq!(said(None, Some(of(second))), second);
        assert_eq!(said(Some(money(second, 500)), None), second);
        let other = Ask { currency: Some(of("JPY")), ..given::ask(None, "") };
        assert_eq!(account.code(&other).unwrap_err().field, Field::Currency);
    }
}

#[test]
fn an_open_amount_is_refused_where_the_standard_has_none() {
    for standard in [Standard::NbsIps, Standard::UsingQr] {
        let refusal = given_of(standard).account().code(&given::ask(None, "")).unwrap_err();
        assert_eq!(refusal.field, Field::Amount, "{standard}");
        assert!(!standard.takes_open_amount());
    }
}

#[test]
fn traits_of_a_standard_are_those_of_its_codes() {
    for given in GIVEN {
        let (account, standard) = (given.account(), given.standard);
        let made = code(&account, Some(given.amount()), "");
        assert_eq!(made.number_returns, standard.number_returns(), "{standard}");
        let is_alone = standard.maker() == Maker::IssuerAlone;
        assert!(!(is_alone && made.carries_amount), "{standard}");
        assert!(!is_alone || made.number_returns == ReturnOfNumber::No, "{standard}");
        let own = account.values().word(Field::BasePayload);
        assert!(!is_alone || own == Some(&made.payload), "{standard}");
    }
}

#[test]
fn only_texts_are_kept_of_an_account() {
    for given in GIVEN {
        let account = given.account();
        for (field, value) in account.values().iter() {
            assert!(matches!(value, Value::Text(_)), "{} {field}", given.standard);
        }
        // What was kept makes the same codes, and is accepted again as an answer.
        let kept =
            groat_payment_codes::rails::Account::kept(given.standard, account.values().clone());
        let amount = Some(given.amount());
        assert_eq!(code(&kept, amount, "Hilfe"), code(&account, amount, "Hilfe"));
        let asked: Vec<Field> = questions(given.standard).iter().map(|one| one.field).collect();
        let again = account.values().iter().filter(|(field, _)| asked.contains(field));
        let again = again.map(|(field, value)| (field, value.clone())).collect();
        let again = groat_payment_codes::rails::Account::new(given.standard, again);
        assert_eq!(again.as_ref(), Ok(&account), "{}", given.standard);
    }
}

#[test]
fn the_number_of_the_ask_is_the_one_in_the_code() {
    let account = given_of(Standard::Epc).account();
    let made = code(&account, None, "");
    let place = made.number_place.unwrap();
    assert_eq!(place.number_in(&read(&made).request), Some(number()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_ask_gives_a_code_or_says_what_is_wrong_with_amount_or_text(
        place in 0..GIVEN.len(),
        desk in 1000u16..=9999,
        k in 0u32..100_000,
        minor in prop_oneof![1i64..200_000, any::<i64>()],
        message in prop_oneof!["[a-zA-Z0-9 .,;|*&\u{e4}\u{161}\u{431}]{0,60}", any::<String>()],
        is_open: bool,
    ) {
        let given = &GIVEN[place];
        let number = GiftNumber::of(DeskNumber::new(desk).unwrap(), k);
        let amount = (!is_open).then(|| money(given.asked.0, minor));
        let ask = Ask { number, amount, currency: None, message: &message, at_ms: AT_MS };
        match given.account().code(&ask) {
            Ok(code) => {
                let request = read(&code).request;
                let found = code.number_place.map(|place| place.number_in(&request));
                prop_assert_eq!(found.unwrap_or(Some(number)), Some(number));
            }
            Err(refusal) => {
                prop_assert!(matches!(refusal.field, Field::Amount | Field::Message), "{refusal}");
            }
        }
    }
}
