//! What the national references promise: each mistake named, wrong digits caught, gift numbers
//! carried there and back.
#![expect(clippy::unwrap_used, reason = "a test that fails here has found what it looks for")]

use groat_payment_codes::ReferenceError::*;
use groat_payment_codes::{
    DeskNumber, GiftNumber, Hr00, Kid11, LuhnReference, Model97, Ogm, Qrr, ReferenceScheme, Si12,
    VariableSymbol, Viite, Viitenumber,
};
use proptest::prelude::*;

fn number() -> impl Strategy<Value = GiftNumber> {
    (1000u16..=9999, any::<u32>())
        .prop_map(|(desk, k)| GiftNumber::of(DeskNumber::new(desk).unwrap(), k))
}

/// Every text in which one digit is another one.
fn with_a_wrong_digit(right: &str) -> Vec<String> {
    let places = right.char_indices().filter(|(_, sign)| sign.is_ascii_digit());
    let wrong = places.flat_map(|(place, sign)| {
        let others = ('0'..='9').filter(move |digit| *digit != sign);
        others.map(move |digit| format!("{}{digit}{}", &right[..place], &right[place + 1..]))
    });
    wrong.collect()
}

/// Every text in which two different neighbours are swapped.
fn with_swapped_neighbours(right: &str) -> Vec<String> {
    let swapped = (1..right.len()).map(|place| {
        let mut signs = right.as_bytes().to_vec();
        signs.swap(place - 1, place);
        String::from_utf8(signs).unwrap()
    });
    swapped.filter(|text| text != right).collect()
}

proptest! {
    #[test]
    fn every_wrong_digit_is_caught_where_the_scheme_promises_it(
        base in "[1-9][0-9]{2,18}",
        ten in "[0-9]{10}",
    ) {
        for wrong in with_a_wrong_digit(Ogm::from_base(&ten).unwrap().as_str()) {
            prop_assert!(Ogm::parse(&wrong).is_err(), "OGM {wrong}");
        }
        for wrong in with_a_wrong_digit(Qrr::from_base(&base).unwrap().as_str()) {
            prop_assert!(Qrr::parse(&wrong).is_err(), "QRR {wrong}");
        }
        for wrong in with_a_wrong_digit(Viite::from_base(&base).unwrap().as_str()) {
            prop_assert!(Viite::parse(&wrong).is_err(), "viite {wrong}");
        }
        for wrong in with_a_wrong_digit(Viitenumber::from_base(&base).unwrap().as_str()) {
            prop_assert!(Viitenumber::parse(&wrong).is_err(), "viitenumber {wrong}");
        }
        for wrong in with_a_wrong_digit(LuhnReference::from_base(&base).unwrap().as_str()) {
            prop_assert!(LuhnReference::parse(&wrong).is_err(), "OCR {wrong}");
        }
        for wrong in with_a_wrong_digit(Model97::from_base(&base).unwrap().as_str()) {
            prop_assert!(Model97::parse(&wrong).is_err(), "model 97 {wrong}");
        }
        if let Ok(kid) = Kid11::from_base(&base) {
            for wrong in with_a_wrong_digit(kid.as_str()) {
                prop_assert!(Kid11::parse(&wrong).is_err(), "KID {wrong}");
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_caught_where_the_scheme_promises_it(
        base in "[1-9][0-9]{2,18}",
        ten in "[0-9]{10}",
    ) {
        for swapped in with_swapped_neighbours(Ogm::from_base(&ten).unwrap().as_str()) {
            prop_assert!(Ogm::parse(&swapped).is_err(), "OGM {swapped}");
        }
        for swapped in with_swapped_neighbours(Model97::from_base(&base).unwrap().as_str()) {
            prop_assert!(Model97::parse(&swapped).is_err(), "model 97 {swapped}");
        }
        if let Ok(kid) = Kid11::from_base(&base) {
            for swapped in with_swapped_neighbours(kid.as_str()) {
                prop_assert!(Kid11::parse(&swapped).is_err(), "KID {swapped}");
            }
        }
        let luhn = LuhnReference::from_base(&base).unwrap();
        for swapped in with_swapped_neighbours(luhn.as_str()) {
            let zero_and_nine = luhn.as_str().bytes().zip(swapped.bytes());
            let zero_and_nine = zero_and_nine
                .filter(|(right, wrong)| right != wrong)
                .all(|(right, _)| matches!(right, b'0' | b'9'));
            prop_assert_eq!(LuhnReference::parse(&swapped).is_ok(), zero_and_nine, "{}", swapped);
        }
    }

    /// SI12, the variable symbol and HR00 let wrong digits through by themselves.
    #[test]
    fn a_wrong_digit_of_a_gift_number_is_caught_in_every_scheme(number in number()) {
        for scheme in ReferenceScheme::ALL {
            let Some(reference) = number.to_reference(scheme) else { continue };
            for wrong in with_a_wrong_digit(&reference) {
                let read = GiftNumber::from_reference(scheme, &wrong);
                prop_assert!(read.is_none_or(|read| read == number), "{scheme:?} {wrong} {read:?}");
            }
        }
    }

    #[test]
    fn a_gift_number_comes_back_however_the_bank_writes_it(number in number()) {
        for scheme in ReferenceScheme::ALL {
            let Some(reference) = number.to_reference(scheme) else {
                prop_assert_eq!(scheme, ReferenceScheme::Kid11);
                continue;
            };
            let fours: Vec<String> = reference
                .as_bytes()
                .chunks(4)
                .map(|part| String::from_utf8(part.to_vec()).unwrap())
                .collect();
            for text in [
                reference.clone(),
                reference.to_lowercase(),
                format!("  {} ", fours.join(" ")),
                fours.join("\u{a0}"),
                fours.join("."),
                format!("+++{}+++", fours.join("/")),
                reference.trim_start_matches('0').to_owned(),
                number.digits(),
                number.grouped(),
            ] {
                let read = GiftNumber::from_reference(scheme, &text);
                prop_assert_eq!(read, Some(number), "{:?} {}", scheme, text);
            }
        }
    }

    #[test]
    fn printed_forms_are_read_back(number in number()) {
        let all = [
            (ReferenceScheme::CreditorReference, number.to_creditor_reference().grouped()),
            (ReferenceScheme::Ogm, number.to_ogm().printed()),
            (ReferenceScheme::Qrr, number.to_qrr().printed()),
            (ReferenceScheme::Viite, number.to_viite().printed()),
            (ReferenceScheme::Viitenumber, number.to_viitenumber().printed()),
            (ReferenceScheme::Si12, number.to_si12().printed()),
            (ReferenceScheme::Model97, number.to_model97().printed()),
            (ReferenceScheme::Hr00, number.to_hr00().printed()),
        ];
        for (scheme, printed) in all {
            let read = GiftNumber::from_reference(scheme, &printed);
            prop_assert_eq!(read, Some(number), "{}", printed);
        }
    }

    #[test]
    fn a_prefix_of_the_bank_stays_apart_from_the_gift_number(
        number in number(),
        prefix in "[0-9]{0,16}",
    ) {
        let reference = number.to_qrr_with_prefix(&prefix).unwrap();
        prop_assert_eq!(reference.as_str().len(), 27);
        prop_assert!(reference.as_str().starts_with(&prefix));
        prop_assert_eq!(GiftNumber::from_qrr(&reference, &prefix), Some(number));
    }

    #[test]
    fn any_text_gives_an_answer(text: String, digits in "[0-9 vVsSiI:/+-]{0,40}") {
        for text in [text, digits] {
            for scheme in ReferenceScheme::ALL {
                let _ = GiftNumber::from_reference(scheme, &text);
            }
            let _ = (Qrr::parse(&text), Qrr::from_base(&text), Qrr::with_prefix(&text, &text));
            let _ = (Viite::parse(&text), Viite::from_base(&text));
            let _ = (Viitenumber::parse(&text), Viitenumber::from_base(&text));
            let _ = (LuhnReference::parse(&text), LuhnReference::from_base(&text));
            let _ = LuhnReference::parse_with_length(&text);
            let _ = LuhnReference::from_base_with_length(&text);
            let _ = (Kid11::parse(&text), Kid11::from_base(&text));
            let _ = (Si12::parse(&text), Si12::from_base(&text));
            let _ = (Model97::parse(&text), Model97::from_base(&text));
            let _ = (VariableSymbol::parse(&text), VariableSymbol::from_base(&text));
            let _ = (Hr00::parse(&text), Hr00::from_base(&text));
        }
    }

    #[test]
    fn what_is_made_is_read_back(base in "[0-9]{1,26}") {
        if let Ok(made) = Qrr::from_base(&base) {
            prop_assert_eq!(Qrr::parse(&made.printed()), Ok(made));
        }
        if let Ok(made) = Viite::from_base(&base) {
            prop_assert_eq!(Viite::parse(&format!("000 {}", made.printed())).ok(), (made.as_str().len() <= 17).then_some(made));
        }
        if let Ok(made) = LuhnReference::from_base_with_length(&base) {
            prop_assert_eq!(made.base_before_length(), Some(base.as_str()));
            prop_assert_eq!(LuhnReference::parse_with_length(made.as_str()), Ok(made));
        }
        if let Ok(made) = Kid11::from_base(&base) {
            prop_assert_eq!(Kid11::parse(made.as_str()), Ok(made));
        }
        if let Ok(made) = Si12::from_base(&base) {
            prop_assert_eq!(made.base(), base.as_str());
            prop_assert_eq!(Si12::parse(&made.printed().to_lowercase()), Ok(made));
        }
    }
}

#[test]
fn the_page_of_one_serial_in_every_spelling() {
    let base = "20260042";
    assert_eq!(Ogm::from_base("0020260042").unwrap().printed(), "+++002/0260/04240+++");
    assert_eq!(Qrr::from_base(base).unwrap().as_str(), "000000000000000000202600427");
    assert_eq!(Viite::from_base(base).unwrap().printed(), "2026 00428");
    assert_eq!(LuhnReference::from_base(base).unwrap().as_str(), "202600425");
    assert_eq!(Si12::from_base(base).unwrap().printed(), "SI12 202600424");
    assert_eq!(Hr00::from_base(base).unwrap().printed(), "HR00 20260042");
    assert_eq!(Model97::from_base(base).unwrap().printed(), "97 75 20260042");
    assert_eq!(VariableSymbol::from_base(base).unwrap().as_str(), base);
}

#[test]
fn each_mistake_is_named() {
    assert_eq!(Qrr::parse(" ").unwrap_err(), Empty);
    assert_eq!(Qrr::parse("21 00x").unwrap_err(), ForeignSign { at: 4, found: 'x' });
    assert_eq!(Qrr::parse("210").unwrap_err(), TooShort { needed: 27, found: 3 });
    assert_eq!(Qrr::parse(&"0".repeat(27)).unwrap_err(), Zero);
    assert_eq!(Qrr::from_base("000").unwrap_err(), Zero);
    assert_eq!(
        Qrr::with_prefix(&"1".repeat(20), "1234567").unwrap_err(),
        TooLong { room: 6, found: 7 }
    );
    assert_eq!(Viite::parse("0000 0000 0012").unwrap_err(), TooShort { needed: 4, found: 2 });
    assert_eq!(Viite::parse("1233").unwrap_err(), CheckDigits);
    assert_eq!(Viite::parse("１２３２").unwrap_err(), ForeignSign { at: 0, found: '１' });
    assert_eq!(LuhnReference::parse_with_length("10017").unwrap_err(), LengthDigit);
    assert_eq!(
        LuhnReference::parse_with_length("75").unwrap_err(),
        TooShort { needed: 3, found: 2 }
    );
    assert_eq!(Kid11::from_base("6").unwrap_err(), NoCheckDigit);
    assert_eq!(Kid11::parse("6-").unwrap_err(), NoCheckDigit);
    assert_eq!(Kid11::parse("60").unwrap_err(), CheckDigits);
    assert_eq!(Kid11::parse("7-").unwrap_err(), ForeignSign { at: 1, found: '-' });
    assert_eq!(Si12::parse("12 345").unwrap_err(), NoPrefix { expected: "SI12" });
    assert_eq!(Si12::parse("si12").unwrap_err(), TooShort { needed: 2, found: 0 });
    assert_eq!(Model97::parse("00 20260042").unwrap_err(), NoPrefix { expected: "97" });
    assert_eq!(Model97::from_base("--").unwrap_err(), TooShort { needed: 1, found: 0 });
    assert_eq!(Model97::from_base(&"1".repeat(32)).unwrap_err(), TooLong { room: 31, found: 32 });
    assert_eq!(VariableSymbol::parse("vs: 00").unwrap_err(), Zero);
    assert_eq!(VariableSymbol::parse(":42").unwrap_err(), ForeignSign { at: 0, found: ':' });
    assert_eq!(Hr00::parse("HR00 1-2-3-4").unwrap_err(), Blocks { room: 3 });
    assert_eq!(Hr00::parse("1--2").unwrap_err(), Blocks { room: 3 });
    assert_eq!(Hr00::parse("1234567890123").unwrap_err(), TooLong { room: 12, found: 13 });
    assert_eq!(Hr00::parse("HR01 7269").unwrap_err(), ForeignSign { at: 0, found: 'H' });
}

/// The exceptions that the data sheets name, so that nobody relies on more.
#[test]
fn what_the_schemes_do_not_catch() {
    // The tenth digit from the right weighs eleven.
    assert!(Si12::parse("SI12 10000000009").is_ok() == Si12::parse("SI12 20000000009").is_ok());
    // Controls 10 and 11 are both written 0.
    assert!(Si12::parse("SI12 00").is_ok() && Si12::parse("SI12 60").is_ok());
    // Neighbours that differ by five, weights 7 and 3; 0 and 9 after Luhn.
    assert_eq!(
        Viite::from_base("1016").unwrap().as_str().as_bytes()[4],
        Viite::from_base("1061").unwrap().as_str().as_bytes()[4]
    );
    assert!(LuhnReference::parse("109").is_ok() == LuhnReference::parse("190").is_ok());
}

#[test]
fn forms_seen_in_statements_yield_the_number() {
    use ReferenceScheme as Scheme;
    let number = GiftNumber::parse("1042 618 037").unwrap();
    let viite = number.to_viite();
    let (luhn, model97) = (number.to_luhn(), number.to_model97());
    for (scheme, text) in [
        (Scheme::VariableSymbol, "/VS1042618037/SS/KS0308".to_owned()),
        (Scheme::VariableSymbol, "/SS12/VS/1042618037/KS".to_owned()),
        (Scheme::VariableSymbol, "vs: 1042 618 037".to_owned()),
        (Scheme::Viite, format!("{:0>20}", viite.as_str())),
        (Scheme::Viite, format!("Viite: {}", viite.printed())),
        (Scheme::Luhn, format!("{:0>25}", luhn.as_str())),
        (Scheme::Luhn, format!("OCR {luhn}")),
        (Scheme::Kid11, "1042618037".to_owned()),
        (Scheme::Ogm, format!("***{}***", number.to_ogm().printed().trim_matches('+'))),
        (Scheme::Model97, format!("RO:{model97}")),
        (Scheme::Model97, format!("{}-1042618037", &model97.as_str()[2..4])),
        (Scheme::Si12, number.to_si12().as_str()[4..].to_owned()),
        (Scheme::Hr00, "hr00 1042-618-037".to_owned()),
    ] {
        assert_eq!(GiftNumber::from_reference(scheme, &text), Some(number), "{scheme:?} {text}");
    }
    for (scheme, text) in [
        (Scheme::Qrr, "210000000003139471430009017"),
        (Scheme::Viite, "10426180371 2"),
        (Scheme::VariableSymbol, "VS42"),
        (Scheme::Ogm, "danke"),
        (Scheme::Hr00, ""),
    ] {
        assert_eq!(GiftNumber::from_reference(scheme, text), None, "{scheme:?} {text}");
    }
}

#[test]
fn about_one_number_in_eleven_has_no_kid_of_modulo_11() {
    let desk = DeskNumber::new(1042).unwrap();
    let numbers = (0..11_000).map(|k| GiftNumber::of(desk, k));
    let without = numbers.filter(|number| number.to_kid11().is_none()).count();
    assert!((900..1_100).contains(&without), "{without}");
}
