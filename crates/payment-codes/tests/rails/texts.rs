//! The line of text: it never keeps a donor from giving where it only decorates, and is refused
//! when a drive is opened where the payee's bank carries it as the purpose.

use groat_payment_codes::{Field, Flaw, Standard};

use crate::given::{GIVEN, code, given_of, word};

const BINDING: [Standard; 2] = [Standard::Epc, Standard::SwissQrBill];

fn awkward() -> Vec<String> {
    vec![
        "Winterhilfe für Obdachlose und ihre Hunde in der ganzen Stadt ".repeat(6),
        "寒い冬を越すために".to_owned(),
        "Hilfe | jetzt; *sofort* & überall 100% „gern“".to_owned(),
        "Допомога взимку".to_owned(),
        "❤️".to_owned(),
        "zero\u{200b}width".to_owned(),
        "null".to_owned(),
    ]
}

#[test]
fn a_text_that_only_decorates_keeps_nobody_from_giving() {
    for given in GIVEN.iter().filter(|given| !BINDING.contains(&given.standard)) {
        let account = given.account();
        for text in awkward() {
            let made = code(&account, Some(given.amount()), &text);
            let bare = code(&account, Some(given.amount()), "");
            assert_eq!(made.number_place, bare.number_place, "{} {text}", given.standard);
            assert_eq!(account.trial(&text), Ok(()), "{} {text}", given.standard);
        }
    }
}

#[test]
fn a_text_that_binds_is_refused_when_a_drive_is_opened() {
    let long = "Winterhilfe für Obdachlose ".repeat(6);
    for (standard, text, flaw) in [
        (Standard::Epc, long.as_str(), Flaw::TooLong { max: 140, found: 173 }),
        (Standard::SwissQrBill, long.as_str(), Flaw::TooLong { max: 140, found: 162 }),
        (Standard::SwissQrBill, "Помощь", Flaw::ForeignSign { at: 0, found: 'П', why: None }),
    ] {
        let refusal = given_of(standard).account().trial(text).unwrap_err();
        assert_eq!((refusal.field, refusal.flaw), (Field::Message, flaw), "{standard}");
    }
    assert_eq!(given_of(Standard::Epc).account().trial("Помощь зимой"), Ok(()));
    // Line 10 leaves no room for a text, so that none can be too long.
    let rf = given_of(Standard::Epc).try_with(&[(Field::ReferenceType, "RF")]).unwrap();
    assert_eq!(rf.trial(&long), Ok(()));
}

#[test]
fn a_text_that_fits_stands_where_donors_see_it() {
    for (standard, message) in [
        (Standard::Epc, "1042618037 Für Hunde"),
        (Standard::SwissQrBill, "Für Hunde"),
        (Standard::Spayd, "FUR HUNDE"),
        (Standard::PayBySquare, "1042618037 Fur Hunde"),
        (Standard::UpnQr, "Für Hunde"),
        (Standard::Zbp2d, "1042618037 Für Hunde"),
        (Standard::Pix, "Fur Hunde"),
        (Standard::Khqr, "Fur Hunde"),
        (Standard::Upi, "1042618037 Für Hunde"),
        (Standard::BitcoinUri, "Für Hunde"),
        (Standard::SolanaPay, "Für Hunde"),
        // These have no such letters, and the number stands alone.
        (Standard::Swish, "1042618037"),
        (Standard::Hub3, "1042618037"),
        (Standard::NbsIps, ""),
        (Standard::NbuQr, "1042618037"),
    ] {
        let given = given_of(standard);
        let made = code(&given.account(), Some(given.amount()), "Für Hunde");
        assert_eq!(word(&made, Field::Message), message, "{standard}");
    }
}

#[test]
fn a_slip_that_needs_a_text_has_the_number_where_there_is_none() {
    for standard in [Standard::UpnQr, Standard::Hub3] {
        let made = code(&given_of(standard).account(), None, "");
        assert_eq!(word(&made, Field::Message), "1042618037");
    }
}

#[test]
fn the_text_of_a_drive_is_not_written_into_a_chain() {
    let made = code(&given_of(Standard::SolanaPay).account(), None, "Winterhilfe");
    assert_eq!(word(&made, Field::Memo), "1042618037");
}
