//! How the gift number travels: exactly where a code says that it comes back.

use groat_payment_codes::rails::{Account, ReturnOfNumber};
use groat_payment_codes::{Field, GiftNumber, ReferenceScheme, Request, Standard, Value};

use crate::given::{DUITNOW, GIVEN, Given, code, given_of, number, read, word};

/// Every text of a request, also those inside lists and tables.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![text.clone()],
        Value::Whole(number) => vec![number.to_string()],
        Value::Flag(_) => Vec::new(),
        Value::List(values) => values.iter().flat_map(texts).collect(),
        Value::Table(values) => values.values().flat_map(texts).collect(),
    }
}

fn holds_number(request: &Request) -> bool {
    let digits = number().digits();
    request.iter().flat_map(|(_, value)| texts(value)).any(|text| text.contains(&digits))
}

#[test]
fn the_number_comes_back_exactly_where_it_is_said() {
    for given in GIVEN {
        let account = given.account();
        for amount in [Some(given.amount()), None] {
            if amount.is_none() && !given.standard.takes_open_amount() {
                continue;
            }
            for text in ["", "Winterhilfe", "2026 fuer 5 Hunde"] {
                let made = code(&account, amount, text);
                let request = read(&made).request;
                let found = made.number_place.map(|place| place.number_in(&request));
                let returns = made.number_returns != ReturnOfNumber::No;
                assert_eq!(found, returns.then_some(Some(number())), "{} {text}", given.standard);
                assert_eq!(holds_number(&request), returns, "{} {text}", given.standard);
                let place = made.number_place.map_or(ReturnOfNumber::No, |place| place.returns);
                assert_eq!(place, made.number_returns);
            }
        }
    }
}

#[test]
fn a_number_in_a_text_is_found_there_as_a_statement_is_searched() {
    let in_text: Vec<&Given> = GIVEN
        .iter()
        .filter(|given| matches!(given.standard.number_returns(), ReturnOfNumber::Text))
        .collect();
    assert!(in_text.len() >= 6);
    for given in in_text {
        let made = code(&given.account(), Some(given.amount()), "Hilfe 2026");
        let text = word(&made, made.number_place.unwrap().field);
        assert_eq!(GiftNumber::from_remittance(&text), Some(number()), "{}", given.standard);
        assert!(text.starts_with("1042618037"), "{text}");
    }
}

#[test]
fn the_schemes_are_those_of_the_countries() {
    use ReferenceScheme as R;
    for (standard, scheme, said) in [
        (Standard::SwissQrBill, R::CreditorReference, "RF981042618037"),
        (Standard::Spayd, R::VariableSymbol, "1042618037"),
        (Standard::PayBySquare, R::VariableSymbol, "1042618037"),
        (Standard::UpnQr, R::Si12, "SI1210426180372"),
        (Standard::Hub3, R::Hr00, "1042618037"),
        (Standard::NbsIps, R::Model97, "331042618037"),
        (Standard::UsingQr, R::Luhn, "10426180377"),
        (Standard::VirtualBarcode, R::Viite, "10426180374"),
        (Standard::Pix, R::PixTxid, "1042618037"),
        (Standard::PayNow, R::EmvBill, "1042618037"),
        (Standard::Khqr, R::EmvBill, "1042618037"),
        (Standard::VietQr, R::Text, "1042618037"),
        (Standard::SolanaPay, R::Text, "1042618037"),
    ] {
        let given = given_of(standard);
        let made = code(&given.account(), Some(given.amount()), "");
        let place = made.number_place.unwrap();
        assert_eq!((place.scheme, word(&made, place.field).as_str()), (scheme, said), "{standard}");
    }
}

#[test]
fn a_qr_iban_takes_a_qr_reference_and_another_account_a_creditor_reference() {
    let given = given_of(Standard::SwissQrBill);
    let plain = code(&given.account(), None, "");
    assert_eq!(word(&plain, Field::ReferenceType), "SCOR");
    let account = given.try_with(&[(Field::Iban, "CH44 3199 9123 0008 8901 2")]).unwrap();
    let qrr = code(&account, None, "");
    assert_eq!(word(&qrr, Field::ReferenceType), "QRR");
    assert_eq!(word(&qrr, Field::Reference), "000000000000000010426180373");
    assert_eq!(qrr.number_place.unwrap().scheme, ReferenceScheme::Qrr);
}

#[test]
fn belgian_and_finnish_accounts_have_their_reference_in_line_10() {
    let given = given_of(Standard::Epc);
    for (iban, kind, reference) in [
        ("BE68 5390 0754 7034", "OGM", "104261803754"),
        ("FI79 4405 2020 0360 82", "RF", "RF981042618037"),
    ] {
        let account = given.try_with(&[(Field::Iban, iban)]).unwrap();
        assert_eq!(account.values().word(Field::ReferenceType), Some(kind));
        let made = code(&account, None, "Winterhilfe");
        assert_eq!(made.number_returns, ReturnOfNumber::Reference);
        assert_eq!(word(&made, Field::Reference), reference);
        assert_eq!(word(&made, Field::Message), "");
        let usual = [(Field::Iban, iban), (Field::ReferenceType, "usual")];
        assert_eq!(given.try_with(&usual).as_ref(), Ok(&account));
        // The treasurer decides.
        let text = given.try_with(&[(Field::Iban, iban), (Field::ReferenceType, "TEXT")]).unwrap();
        let made = code(&text, None, "Winterhilfe");
        assert_eq!(made.number_returns, ReturnOfNumber::Text);
        assert_eq!(word(&made, Field::Message), "1042618037 Winterhilfe");
    }
    let german = given.try_with(&[(Field::ReferenceType, "RF")]).unwrap();
    assert_eq!(word(&code(&german, None, ""), Field::Reference), "RF981042618037");
}

#[test]
fn an_account_kept_without_a_choice_goes_on_with_line_11() {
    let values = Request::new()
        .with(Field::PayeeName, "Voedselbank Gent vzw")
        .with(Field::Iban, "BE68539007547034");
    let made = code(&Account::kept(Standard::Epc, values), None, "Hulp");
    assert_eq!(word(&made, Field::Message), "1042618037 Hulp");
}

#[test]
fn a_mobile_number_of_singapore_has_no_place_for_the_number() {
    for typed in ["+65 9123 4567", "9123 4567", "91234567"] {
        let account = given_of(Standard::PayNow).try_with(&[(Field::Proxy, typed)]).unwrap();
        assert_eq!(account.destination(), "+6591234567");
        assert_eq!(code(&account, None, "").number_returns, ReturnOfNumber::No);
    }
}

#[test]
fn a_thai_biller_has_a_place_for_the_number() {
    let biller = [(Field::ProxyType, "biller"), (Field::Proxy, "0994000165501 00")];
    let account = given_of(Standard::PromptPay).try_with(&biller).unwrap();
    let made = code(&account, None, "");
    assert_eq!(made.number_returns, ReturnOfNumber::Reference);
    assert_eq!(word(&made, Field::Reference), "1042618037");
}

#[test]
fn a_merchant_of_upi_gets_the_number_in_a_field_and_others_in_the_note() {
    let given = given_of(Standard::Upi);
    let personal = code(&given.account(), None, "Flood relief");
    assert_eq!(personal.number_returns, ReturnOfNumber::Uncertain);
    assert!(!personal.payload.contains("&tr=") && !personal.payload.contains("&mc="));
    assert!(personal.payload.contains("&tn=1042618037%20Flood%20relief&"));
    let account = given.try_with(&[(Field::Mcc, "8398")]).unwrap();
    let merchant = code(&account, None, "Flood relief");
    assert_eq!(merchant.number_returns, ReturnOfNumber::Reference);
    assert!(merchant.payload.contains("&mc=8398&tr=1042618037&tn=Flood%20relief&cu=INR"));
}

#[test]
fn the_bills_of_hong_kong_have_no_reference() {
    let made =
        code(&given_of(Standard::Fps).account(), Some(given_of(Standard::Fps).amount()), "x");
    assert_eq!(made.number_returns, ReturnOfNumber::No);
    assert!(!made.payload.contains("62"), "{}", made.payload);
}

#[test]
fn a_label_that_the_bank_took_is_left_to_it() {
    let given = given_of(Standard::DuitNow);
    let whole = code(&given.account(), Some(given.amount()), "");
    assert_eq!(whole.number_returns, ReturnOfNumber::Uncertain);
    // Without an amount nothing is put into the bank's code.
    let open = code(&given.account(), None, "");
    assert_eq!((open.payload.as_str(), open.number_returns), (DUITNOW, ReturnOfNumber::No));
    // 62-05 is the bank's own here.
    let taken = "00020201021126420014A000000615000101066033460210MD000063555204866153034585802MY5921MASJID AL FALAH USJ 96002MY6273032516397133474820091719896110520167652249808100195170716163971301865000563048B15";
    let account = given.try_with(&[(Field::BasePayload, taken)]).unwrap();
    let made = code(&account, Some(given.amount()), "");
    assert!(made.carries_amount);
    assert_eq!(made.number_returns, ReturnOfNumber::No);
}
