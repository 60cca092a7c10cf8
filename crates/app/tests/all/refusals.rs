//! Everything a person may type wrong: which code, at which field.

use groat_app::{App, Code, NewDrive};
use groat_money::{Currency, Money};

use crate::given::{IBAN, app, at, by_iban, drive, euro, folder, refusal, set_up};

const NAME: &str = "Brunnen";
const SWISS: &str = "CH93 0076 2011 6238 5295 7";

#[tokio::test]
async fn every_wrong_account_is_refused_by_its_cause() {
    let folder = folder();
    let app = app(folder.path()).await;
    for (iban, code) in [
        ("", Code::IbanEmpty),
        ("   ", Code::IbanEmpty),
        ("DE89 3704 0044 0532 0130 01", Code::IbanCheckDigits),
        ("DE98 3704 0044 0532 0130 00", Code::IbanCheckDigits),
        ("DE89 3704 0044 0532 0130 0", Code::IbanWrongLength),
        ("DE89 3704 0044 0532 0130 000", Code::IbanWrongLength),
        ("ZZ89 3704 0044 0532 0130 00", Code::IbanUnknownCountry),
        ("DE89 3704 0044 0532 0130 0O", Code::IbanWrongStructure),
        ("1289 3704 0044 0532 0130 00", Code::IbanWrongStructure),
        ("DE89-3704-0044-0532-0130-00", Code::IbanForeignSign),
        ("DE89 3704 0044 0532 0130 0０", Code::IbanForeignSign),
        ("DE89\u{202e} 3704 0044 0532 0130 00", Code::IbanForeignSign),
        ("DE89 3704 0044 0532 0130 00 😀", Code::IbanForeignSign),
        ("AE07 0331 2345 6789 0123 456", Code::IbanOutsideSepa),
    ] {
        let refused = app.set_up(NAME, None, Some(&by_iban("Brunnen e.V.", iban, None))).await;
        assert_eq!(refusal(refused), (code, at("iban")), "{iban}");
    }
    for (bic, code) in [
        (None, Code::BicMissing),
        (Some(""), Code::BicMissing),
        (Some("  "), Code::BicMissing),
        (Some("POFICHB"), Code::BicMalformed),
        (Some("POFICHBE😀XX"), Code::BicMalformed),
    ] {
        let refused = app.set_up(NAME, None, Some(&by_iban("Brunnen", SWISS, bic))).await;
        assert_eq!(refusal(refused), (code, at("bic")), "{bic:?}");
    }
    assert!(app.organisation().await.unwrap().is_none(), "a refusal leaves nothing");
    let swiss = by_iban("Brunnen", SWISS, Some("POFICHBEXXX"));
    app.set_up(NAME, None, Some(&swiss)).await.unwrap();
    app.close().await;
}

/// Texts that no line may be, with the codes of signs that are the same for every field.
fn broken_lines() -> [(&'static str, Code); 9] {
    [
        ("Brun\nnen", Code::TextLineBreak),
        ("Brun\r\nnen", Code::TextLineBreak),
        ("Brun\u{2028}nen", Code::TextLineBreak),
        ("Brun\tnen", Code::TextControlSign),
        ("Brun\u{0}nen", Code::TextControlSign),
        ("Brun\u{9b}nen", Code::TextControlSign),
        ("Brun\u{202e}nen", Code::TextDirectionMark),
        ("Brun\u{200f}nen", Code::TextDirectionMark),
        ("Brun\u{2066}nen", Code::TextDirectionMark),
    ]
}

#[tokio::test]
async fn every_wrong_name_and_holder_is_refused_by_its_cause() {
    let folder = folder();
    let app = app(folder.path()).await;
    let long = "ü".repeat(71);
    let names = [("", Code::NameEmpty), (" \u{a0} ", Code::NameEmpty), (&long, Code::NameTooLong)];
    for (name, code) in names.into_iter().chain(broken_lines()) {
        let refused = app.set_up(name, None, Some(&by_iban("Brunnen e.V.", IBAN, None))).await;
        assert_eq!(refusal(refused), (code, at("name")), "{name:?}");
    }
    let holders = [
        ("", Code::HolderEmpty),
        (long.as_str(), Code::HolderTooLong),
        ("Brunnen 😀", Code::HolderSign),
        ("Brun\u{200b}nen", Code::HolderSign),
        ("Brun\u{ad}nen", Code::HolderSign),
    ];
    for (holder, code) in holders.into_iter().chain(broken_lines()) {
        let refused = app.set_up(NAME, None, Some(&by_iban(holder, IBAN, None))).await;
        assert_eq!(refusal(refused), (code, at("payee_name")), "{holder:?}");
    }
    app.set_up(NAME, None, Some(&by_iban(&"ü".repeat(70), IBAN, None))).await.unwrap();
    app.close().await;
}

async fn refused(app: &App, change: impl FnOnce(&mut NewDrive)) -> (Code, Option<String>) {
    let mut new = drive("Fountain", "Wasser");
    change(&mut new);
    refusal(app.open_drive(new).await)
}

#[tokio::test]
async fn every_wrong_drive_is_refused_by_its_cause() {
    let folder = folder();
    let app = app(folder.path()).await;
    set_up(&app).await;
    let long = "x".repeat(130);
    for (name, code) in [("", Code::DriveNameEmpty), (&long[..61], Code::DriveNameTooLong)]
        .into_iter()
        .chain(broken_lines())
    {
        let found = refused(&app, |new| new.name = name.to_owned()).await;
        assert_eq!(found, (code, at("name")), "{name:?}");
    }
    let purposes =
        [("", Code::PurposeEmpty), (&long, Code::PurposeTooLong), ("Wasser ❤", Code::PurposeSign)];
    for (purpose, code) in purposes.into_iter().chain(broken_lines()) {
        let found = refused(&app, |new| new.purpose = purpose.to_owned()).await;
        assert_eq!(found, (code, at("purpose")), "{purpose:?}");
    }
    let yen = Money::from_minor(500, Currency::from_code("JPY").unwrap());
    for (amount, code) in [
        (euro(0), Code::AmountZero),
        (euro(-5), Code::AmountZero),
        (euro(100_000_000_000), Code::AmountTooLarge),
        (yen, Code::CurrencyDiffers),
    ] {
        assert_eq!(refused(&app, |new| new.goal = Some(amount)).await, (code, at("goal")));
        let suggested = vec![euro(200), amount, euro(500)];
        assert_eq!(refused(&app, |new| new.suggested = suggested).await, (code, at("suggested.1")));
    }
    assert!(app.drives().await.unwrap().is_empty(), "a refusal leaves nothing");
    app.open_drive(drive(&"ü".repeat(60), &long[..129])).await.unwrap();
    app.close().await;
}

#[tokio::test]
async fn every_wrong_amount_is_refused_by_its_cause() {
    let folder = folder();
    let app = app(folder.path()).await;
    let drive = crate::given::opened(&app).await;
    let yen = Money::from_minor(500, Currency::from_code("JPY").unwrap());
    for (amount, code) in [
        (euro(0), Code::AmountZero),
        (euro(-500), Code::AmountZero),
        (euro(i64::MIN), Code::AmountZero),
        (euro(100_000_000_000), Code::AmountTooLarge),
        (euro(i64::MAX), Code::AmountTooLarge),
        (yen, Code::CurrencyDiffers),
    ] {
        assert_eq!(refusal(app.ask(drive, None, Some(amount)).await), (code, at("amount")));
        assert_eq!(refusal(app.record_cash(drive, amount).await), (code, at("amount")));
    }
    app.ask(drive, None, Some(euro(99_999_999_999))).await.unwrap();
    app.close().await;
}

#[tokio::test]
async fn texts_that_are_too_long_together_are_refused_when_the_drive_opens() {
    let folder = folder();
    let app = app(folder.path()).await;
    // 70 characters and 140 bytes: each text fits, both together do not.
    app.set_up(NAME, None, Some(&by_iban(&"ü".repeat(70), IBAN, None))).await.unwrap();
    let found = refused(&app, |new| new.purpose = "ä".repeat(129)).await;
    assert_eq!(found, (Code::CodeTooLong, at("purpose")));

    // What is accepted can be asked for with the largest amount there is, in at most 331 bytes.
    let mut longest = 129;
    let opened = loop {
        let new = drive("Fountain", &"ä".repeat(longest));
        match app.open_drive(new).await {
            Ok(opened) => break opened,
            Err(_) => longest -= 1,
        }
    };
    let asked = app.ask(opened.drive.id, None, Some(euro(99_999_999_999))).await.unwrap();
    assert!((330..=331).contains(&asked.payload.len()), "{}", asked.payload.len());
    app.close().await;
}
