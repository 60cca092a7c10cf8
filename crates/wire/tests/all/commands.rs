//! Every command with good, bad, wrong-audience and unknown input.

use groat_app::Right;
use groat_wire::{Audience, Desk, TABLE, call};
use serde_json::{Value, json};

use crate::given::{Given, Windows, drive_open, set_up, typed};

#[tokio::test]
async fn every_command_answers_good_input() {
    let (given, drive) = Given::with_drive().await;
    let of_drive = || json!({ "drive": drive });
    let desk = given.ok("desk_read", json!({})).await;
    assert_eq!(desk["organisation"], json!({ "name": "Brunnen", "country": "DE" }));
    assert_eq!(desk["accounts"][0]["short"], "DE … 3000");
    assert_eq!(desk["accounts"][0]["destination"], "DE89 3704 0044 0532 0130 00");
    assert_eq!(desk["currency"], "EUR");
    assert_eq!(desk["read_only"], Value::Null);
    assert_eq!(desk["drives"][0]["id"], json!(drive));
    let amounts = &desk["drives"][0]["suggested"];
    assert_eq!(*amounts, json!(["2.00", "5.00", "10.00"].map(euro)));

    let ask = given.ok("ask_open", json!({ "drive": drive, "amount": typed("5") })).await;
    assert_eq!(ask["gift"]["amount"], euro("5.00"));
    assert_eq!(ask["gift"]["state"], "asked");
    assert_eq!(ask["number"], ask["gift"]["number"]);
    let payload = ask["payload"].as_str().unwrap();
    assert!(payload.starts_with("BCD\n002\n1\nSCT\n"), "{payload}");
    assert!(ask["code"]["path"].as_str().unwrap().starts_with("M0 0h7v1h-7z"));
    let asked = json!({ "gift": ask["gift"]["id"] });
    assert_eq!(given.ok("ask_seen", asked).await["state"], "promised");
    let exact = json!({ "drive": drive, "amount": { "decimal": "2.50" } });
    let cash = given.ok("cash_record", exact).await;
    assert_eq!((&cash["rail"], &cash["number"]), (&json!("cash"), &Value::Null));
    let correct = json!({ "gift": cash["id"], "reason": "not_given" });
    let undone = given.ok("gift_correct", correct).await;
    assert_eq!((&undone["state"], &undone["before"]), (&json!("corrected"), &json!("in_hand")));
    given.ok("ask_open", json!({ "drive": drive, "amount": null })).await;
    assert_eq!(given.windows.changed(), vec![vec![drive.clone()]; 5]);

    let standing = given.ok("drive_standing", of_drive()).await;
    assert_eq!(standing["asked"], json!({ "count": 1, "sum": euro("0.00"), "open": 1 }));
    assert_eq!(standing["promised"], json!({ "count": 1, "sum": euro("5.00"), "open": 0 }));
    assert_eq!(standing["corrected"], 1);
    assert_eq!(standing["missing"], euro("1000.00"));
    assert_eq!((&standing["filled_share"], &standing["promised_share"]), (&json!(0), &json!(5)));

    let list = json!({ "drive": drive, "search": "5.00", "state": null, "limit": 9, "offset": 0 });
    let list = given.ok("gift_list", list).await;
    assert_eq!((&list["total"], &list["gifts"][0]["id"]), (&json!(3), &ask["gift"]["id"]));

    assert_eq!(given.ok("drive_export", of_drive()).await, json!({ "saved": null, "gifts": 0 }));
    given.windows.save_to(&given.folder.path().join("out.csv"));
    let export = given.ok("drive_export", of_drive()).await;
    assert_eq!(export, json!({ "saved": "out.csv", "gifts": 3 }));
    assert_eq!(given.windows.suggested(), ["groat-fountain.csv"; 2]);

    assert_eq!(given.ok("display_toggle", json!({})).await, json!({ "open": false }));
    assert_eq!(given.ok("display_toggle", json!({})).await, json!({ "open": true }));
    assert_eq!(given.ok("display_clear", json!({ "drive": null })).await, Value::Null);
    assert_eq!(given.ok("display_read", json!({})).await["screen"]["kind"], "idle");
    let iban = given.ok("iban_check", json!({ "text": "de89 37" })).await;
    assert_eq!((&iban["grouped"], &iban["length"]), (&json!("DE89 37"), &json!(22)));
    let closed = given.ok("drive_close", of_drive()).await;
    assert_ne!(closed["closed_on"], Value::Null);
    given.desk.close().await;
}

fn euro(amount: &str) -> Value {
    json!({ "amount": amount, "currency": "EUR" })
}

#[tokio::test]
async fn the_donors_window_may_read_its_own_view_and_nothing_else() {
    let may: Vec<_> = TABLE
        .iter()
        .filter(|command| command.audience.contains(&Audience::Display))
        .map(|command| command.name)
        .collect();
    assert_eq!(may, ["display_read"]);
    assert_eq!(TABLE.len(), 48);

    let (given, drive) = Given::with_drive().await;
    let before = given.ok("desk_read", json!({})).await;
    let as_display = |name, args| call(&given.desk, &given.windows, Audience::Display, name, args);
    for command in TABLE.iter().filter(|command| command.name != "display_read") {
        for args in
            [json!({}), json!({ "drive": drive }), json!({ "drive": drive, "amount": null })]
        {
            let fault = as_display(command.name, args).await.unwrap_err();
            assert_eq!(fault.code, "command-not-allowed", "{}", command.name);
        }
    }
    as_display("display_read", json!({})).await.unwrap();
    assert_eq!(as_display("desk_write", json!({})).await.unwrap_err().code, "command-unknown");
    assert_eq!(given.ok("desk_read", json!({})).await, before);
    assert!(given.windows.shown().is_empty() && given.windows.changed().is_empty());
    given.desk.close().await;
}

#[tokio::test]
async fn arguments_that_are_none_are_refused_for_every_command() {
    let (given, drive) = Given::with_drive().await;
    let before = given.ok("desk_read", json!({})).await;
    // What needs an office is refused before its arguments are read.
    for command in TABLE.iter().filter(|command| command.right != Right::Admin) {
        for args in [
            json!(null),
            json!([]),
            json!("text"),
            json!(7),
            json!({ "unknown": 1 }),
            json!({ "drive": 4, "gift": 5 }),
            json!({ "drive": drive, "amount": null, "unknown": 1 }),
        ] {
            let (code, field) = given.refused(command.name, args).await;
            assert_eq!((code.as_str(), field), ("arguments-malformed", None), "{}", command.name);
        }
    }
    // Good arguments with one field too many, or with an amount that is a number.
    let with_more = |mut args: Value| {
        args["also"] = json!(true);
        args
    };
    for (name, args) in [
        ("organisation_set_up", with_more(set_up())),
        ("drive_open", with_more(drive_open())),
        ("ask_seen", json!({ "gift": "5", "also": true })),
        ("desk_read", json!({ "also": true })),
        ("cash_record", json!({ "drive": drive, "amount": 5 })),
        ("cash_record", json!({ "drive": drive, "amount": { "typed": 5 } })),
        ("cash_record", json!({ "drive": drive, "amount": { "typed": "5", "decimal": "7" } })),
        ("gift_correct", json!({ "gift": "5", "reason": "because" })),
        ("locale_set", json!({ "locale": "fr" })),
    ] {
        assert_eq!(given.refused(name, args).await.0, "arguments-malformed", "{name}");
    }
    assert_eq!(given.refused("no_such_thing", json!({})).await.0, "command-unknown");
    assert_eq!(given.ok("desk_read", json!({})).await, before);
    given.desk.close().await;
}

#[tokio::test]
async fn ids_of_nothing_are_unknown_and_no_damage() {
    let (given, drive) = Given::with_drive().await;
    for id in ["", "x", "0", "1", "999", "-4", "4.0", "9223372036854775808", "18446744073709551615"]
    {
        for name in ["drive_close", "drive_standing", "drive_export", "display_clear"] {
            let (code, _) = given.refused(name, json!({ "drive": id })).await;
            assert_eq!(code, "drive-unknown", "{name} {id:?}");
        }
        let ask = given.refused("ask_open", json!({ "drive": id, "amount": null })).await;
        assert_eq!(ask.0, "drive-unknown", "{id:?}");
        let cash = given.refused("cash_record", json!({ "drive": id, "amount": typed("5") })).await;
        assert_eq!(cash.0, "drive-unknown", "{id:?}");
        assert_eq!(given.refused("ask_seen", json!({ "gift": id })).await.0, "gift-unknown");
        let correct = json!({ "gift": id, "reason": "mistake" });
        assert_eq!(given.refused("gift_correct", correct).await.0, "gift-unknown");
    }
    // A drive is no gift.
    assert_eq!(given.refused("ask_seen", json!({ "gift": drive })).await.0, "gift-unknown");
    given.desk.close().await;
}

#[tokio::test]
async fn every_field_of_the_forms_is_pointed_at() {
    let given = Given::new().await;
    let changed = |mut args: Value, field: &str, value: Value| {
        args[field] = value;
        args
    };
    for (field, value, code) in [("name", " ", "name-empty"), ("country", "QQ", "country-unknown")]
    {
        let refused = changed(set_up(), field, json!(value));
        let refused = given.refused("organisation_set_up", refused).await;
        assert_eq!(refused, (code.to_owned(), Some(field.to_owned())));
    }
    for (field, value, code) in [
        ("payee_name", "Brunnen 😀", "holder-sign"),
        ("iban", "DE89 3704 0044 0532 0130 01", "iban-check-digits"),
        ("bic", "no bic", "bic-malformed"),
        ("key", "x", "field-not-carried"),
    ] {
        let mut args = set_up();
        args["account"]["values"][field] = json!(value);
        let refused = given.refused("organisation_set_up", args).await;
        assert_eq!(refused, (code.to_owned(), Some(field.to_owned())));
    }
    given.ok("organisation_set_up", set_up()).await;
    let again = given.refused("organisation_set_up", set_up()).await;
    assert_eq!(again, ("already-set-up".to_owned(), None));
    for (field, value, at, code) in [
        ("name", json!(""), "name", "drive-name-empty"),
        ("purpose", json!("a\u{202e}b"), "purpose", "text-direction-mark"),
        ("goal", json!("-5"), "goal", "amount-negative"),
        ("goal", json!("1.000,00"), "goal", "amount-ambiguous"),
        ("suggested", json!(["", "2", "3"]), "suggested.0", "amount-empty"),
        ("suggested", json!(["1", "0", "3"]), "suggested.1", "amount-zero"),
        ("suggested", json!(["1", "2", "1e9"]), "suggested.2", "amount-unreadable"),
        ("suggested", json!(["1", "2", "1.00"]), "suggested.2", "suggested-repeated"),
        ("suggested", json!(["1", "2", "10000000000"]), "suggested.2", "amount-too-large"),
    ] {
        let refused = given.refused("drive_open", changed(drive_open(), field, value)).await;
        assert_eq!(refused, (code.to_owned(), Some(at.to_owned())));
    }
    for goal in [json!(null), json!(""), json!("  ")] {
        let drive = given.ok("drive_open", changed(drive_open(), "goal", goal)).await;
        assert_eq!(drive["standing"]["goal"], Value::Null);
    }
    given.desk.close().await;
}

#[tokio::test]
async fn an_iban_is_followed_while_it_is_typed() {
    let given = Given::new().await;
    for (text, complete, country, code, at) in [
        ("", false, None, None, None),
        ("D", false, None, None, None),
        ("DE", false, Some("DE"), None, None),
        ("DE89 3704 0044 0532 0130 0", false, Some("DE"), None, None),
        ("DE89 3704 0044 0532 0130 00", true, Some("DE"), None, None),
        ("DE89 3704 0044 0532 0130 01", false, Some("DE"), Some("iban-check-digits"), None),
        ("DE89370O", false, Some("DE"), Some("iban-wrong-structure"), Some(8)),
        ("DE89 37-", false, Some("DE"), Some("iban-foreign-sign"), Some(7)),
        ("ZZ", false, None, Some("iban-unknown-country"), None),
        ("AE070331234567890123456", false, Some("AE"), Some("iban-outside-sepa"), None),
        ("CH93 0076 2011 6238 5295 7", true, Some("CH"), None, None),
    ] {
        let view = given.ok("iban_check", json!({ "text": text })).await;
        assert_eq!(view["complete"], json!(complete), "{text}");
        assert_eq!(view["country"].as_str(), country, "{text}");
        assert_eq!(view["fault"]["code"].as_str(), code, "{text}");
        assert_eq!(view["fault_at"].as_u64(), at, "{text}");
        assert_eq!(view["bic_needed"], json!(matches!(country, Some("CH" | "AE"))), "{text}");
        if let Some(at) = at {
            let sign = view["grouped"].as_str().unwrap().chars().nth(at.try_into().unwrap());
            assert!(matches!(sign, Some('O' | '-')), "{text} {sign:?}");
        }
    }
    given.desk.close().await;
}

#[tokio::test]
async fn a_second_desk_reads_and_says_who_writes() {
    let (given, drive) = Given::with_drive().await;
    let second = Desk::open(Some(given.folder.path().to_owned())).await.unwrap();
    let windows = Windows::default();
    let ask = |name, args| call(&second, &windows, Audience::Desk, name, args);
    let view = ask("desk_read", json!({})).await.unwrap();
    let why = view["read_only"].as_str().unwrap();
    assert!(why.contains(&std::process::id().to_string()), "{why}");
    assert_eq!(view["drives"].as_array().unwrap().len(), 1);
    let refused = ask("cash_record", json!({ "drive": drive, "amount": typed("5") })).await;
    assert_eq!(refused.unwrap_err().code, "books-read-only");
    let german = ask("locale_set", json!({ "locale": "de" })).await.unwrap();
    assert_ne!(german["read_only"].as_str().unwrap(), why);
    given.ok("cash_record", json!({ "drive": drive, "amount": typed("5") })).await;
    let standing = ask("drive_standing", json!({ "drive": drive })).await.unwrap();
    assert_eq!(standing["in_hand"]["count"], 1, "what was just written is read");
    second.close().await;
    given.desk.close().await;
}
