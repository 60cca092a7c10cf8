//! Amounts and sentences by the language of the desk.

use serde_json::{Value, json};

use crate::given::{Given, typed};

/// What became of a typed amount.
#[derive(Debug, PartialEq)]
enum Typed {
    /// It was recorded as this decimal text.
    Read(String),
    /// It was refused with this code.
    Refused(String),
}

async fn cash(given: &Given, drive: &str, text: &str) -> Typed {
    let args = json!({ "drive": drive, "amount": typed(text) });
    match given.call("cash_record", args).await {
        Ok(gift) => Typed::Read(gift["amount"]["amount"].as_str().unwrap().to_owned()),
        Err(fault) => {
            assert_eq!(fault.field.as_deref(), Some("amount"));
            Typed::Refused(fault.code)
        }
    }
}

#[tokio::test]
async fn typed_amounts_are_read_by_the_language_of_the_desk() {
    let (given, drive) = Given::with_drive().await;
    let refused = |code: &str| Typed::Refused(code.to_owned());
    let read = |amount: &str| Typed::Read(amount.to_owned());
    for (text, english, german) in [
        ("1.000,00", refused("amount-ambiguous"), read("1000.00")),
        ("1,000.00", read("1000.00"), refused("amount-ambiguous")),
        ("2,50", refused("amount-ambiguous"), read("2.50")),
        ("2.50", read("2.50"), refused("amount-ambiguous")),
        ("5", read("5.00"), read("5.00")),
        ("0", refused("amount-zero"), refused("amount-zero")),
        ("", refused("amount-empty"), refused("amount-empty")),
        ("-5", refused("amount-negative"), refused("amount-negative")),
        ("1e9", refused("amount-unreadable"), refused("amount-unreadable")),
        ("１２", refused("amount-unreadable"), refused("amount-unreadable")),
        ("5\u{202e}", refused("amount-unreadable"), refused("amount-unreadable")),
        ("💶", refused("amount-unreadable"), refused("amount-unreadable")),
        ("1000000000", refused("amount-too-large"), refused("amount-too-large")),
    ] {
        given.ok("locale_set", json!({ "locale": "en" })).await;
        assert_eq!(cash(&given, &drive, text).await, english, "en {text:?}");
        given.ok("locale_set", json!({ "locale": "de" })).await;
        assert_eq!(cash(&given, &drive, text).await, german, "de {text:?}");
    }
    for (text, code) in [("0.001", "en"), ("0,001", "de")] {
        given.ok("locale_set", json!({ "locale": code })).await;
        assert_eq!(cash(&given, &drive, text).await, refused("amount-too-precise"));
    }
    // An exact amount is the same in every language.
    let exact = |amount: &str| json!({ "drive": drive, "amount": { "decimal": amount } });
    assert_eq!(given.ok("cash_record", exact("2.50")).await["amount"]["amount"], "2.50");
    for amount in ["2,50", "1,000.00", "1e2", "-1", ""] {
        assert!(given.call("cash_record", exact(amount)).await.is_err(), "{amount:?}");
    }
    given.desk.close().await;
}

#[tokio::test]
async fn the_language_changes_sentences_windows_and_the_next_start() {
    let (given, drive) = Given::with_drive().await;
    let refusal = async || {
        let args = json!({ "drive": drive, "amount": typed("0") });
        given.call("cash_record", args).await.unwrap_err()
    };
    let english = refusal().await;
    let desk = given.ok("locale_set", json!({ "locale": "de" })).await;
    assert_eq!((&desk["locale"], &desk["locales"]), (&json!("de"), &both()));
    let shown = given.windows.shown().pop().unwrap();
    assert_eq!(serde_json::to_value(shown.locale).unwrap(), "de");
    let german = refusal().await;
    assert_eq!((&german.code, &german.field), (&english.code, &english.field));
    assert_ne!(german.message, english.message);

    let Given { desk, windows, folder } = given;
    desk.close().await;
    let desk = groat_wire::Desk::open(Some(folder.path().to_owned())).await.unwrap();
    let given = Given { desk, windows, folder };
    assert_eq!(given.ok("desk_read", json!({})).await["locale"], "de");
    given.desk.close().await;
}

fn both() -> Value {
    let mut all: Vec<_> = groat_phrases::Locale::ALL.iter().map(|locale| locale.code()).collect();
    all.sort_by_key(|code| groat_phrases::Locale::ALL.iter().position(|l| l.code() == *code));
    json!(all)
}
