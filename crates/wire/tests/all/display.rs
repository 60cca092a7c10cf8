//! What the donor's window shows after each command.

use groat_wire::views::Screen;
use serde_json::{Value, json};

use crate::given::{Given, drive_open, typed};

#[tokio::test]
async fn an_ask_is_shown_and_seen_and_cleared() {
    let (given, drive) = Given::with_drive().await;
    let ask = given.ok("ask_open", json!({ "drive": drive, "amount": typed("5") })).await;
    let shown = given.windows.shown();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].organisation.as_deref(), Some("Brunnen"));
    assert_eq!(shown[0].drive.as_ref().unwrap().purpose, "Wasser");
    assert_eq!(shown[0].standing.as_ref().unwrap().asked.count, 1);
    let screen = serde_json::to_value(&shown[0].screen).unwrap();
    for (field, expected) in [
        ("kind", &json!("ask")),
        ("amount", &ask["gift"]["amount"]),
        ("code", &ask["code"]),
        ("number", &ask["number"]),
        ("holder", &json!("Brunnen e.V.")),
        ("destination", &json!("DE … 3000")),
        ("rail", &ask["rail"]),
    ] {
        assert_eq!(&screen[field], expected, "{field}");
    }
    let read = given.ok("display_read", json!({})).await;
    assert_eq!(
        read,
        serde_json::to_value(&shown[0]).unwrap(),
        "a window opened now shows the same"
    );

    given.ok("ask_seen", json!({ "gift": ask["gift"]["id"] })).await;
    let Screen::Thanks { amount: Some(amount) } = given.windows.screen() else { panic!() };
    assert_eq!(amount.amount, "5.00");
    given.ok("display_clear", json!({ "drive": drive })).await;
    let view = given.windows.shown().pop().unwrap();
    assert_eq!((view.screen, view.drive.unwrap().name), (Screen::Idle, "Fountain".to_owned()));

    let ask = given.ok("ask_open", json!({ "drive": drive, "amount": null })).await;
    assert!(matches!(given.windows.screen(), Screen::Ask { amount: None, .. }));
    given.ok("ask_seen", json!({ "gift": ask["gift"]["id"] })).await;
    assert_eq!(given.windows.screen(), Screen::Thanks { amount: None });
    given.desk.close().await;
}

#[tokio::test]
async fn a_correction_clears_only_the_ask_it_undoes() {
    let (given, drive) = Given::with_drive().await;
    let ask = || given.ok("ask_open", json!({ "drive": drive, "amount": typed("5") }));
    let (first, second) = (ask().await, ask().await);
    let correct = |ask: &Value| {
        given.ok("gift_correct", json!({ "gift": ask["gift"]["id"], "reason": "mistake" }))
    };
    correct(&first).await;
    let view = given.windows.shown().pop().unwrap();
    assert!(matches!(view.screen, Screen::Ask { .. }), "another ask stays");
    assert_eq!(view.standing.unwrap().corrected, 1);
    correct(&second).await;
    assert_eq!(given.windows.screen(), Screen::Idle);
    given.desk.close().await;
}

#[tokio::test]
async fn a_refused_act_leaves_the_screen_and_tells_nobody() {
    let (given, drive) = Given::with_drive().await;
    let ask = given.ok("ask_open", json!({ "drive": drive, "amount": typed("5") })).await;
    given.windows.shown();
    given.windows.changed();
    for (name, args) in [
        ("ask_open", json!({ "drive": drive, "amount": typed("0") })),
        ("ask_open", json!({ "drive": "99", "amount": null })),
        ("cash_record", json!({ "drive": drive, "amount": typed("x") })),
        ("ask_seen", json!({ "gift": "99" })),
        ("gift_correct", json!({ "gift": "99", "reason": "mistake" })),
        ("drive_close", json!({ "drive": "99" })),
        ("display_clear", json!({ "drive": "99" })),
    ] {
        given.refused(name, args).await;
    }
    assert!(given.windows.shown().is_empty() && given.windows.changed().is_empty());
    let read = given.ok("display_read", json!({})).await;
    assert_eq!(read["screen"]["number"], ask["number"]);
    given.desk.close().await;
}

#[tokio::test]
async fn a_drive_that_is_not_there_never_makes_a_recorded_gift_look_refused() {
    let (given, drive) = Given::with_drive().await;
    let _ = given.call("display_clear", json!({ "drive": "99" })).await;
    given.ok("cash_record", json!({ "drive": drive, "amount": typed("5") })).await;
    given.ok("display_read", json!({})).await;
    given.desk.close().await;
}

#[tokio::test]
async fn a_closed_window_is_shown_nothing_and_one_that_opens_reads_what_stands() {
    let (given, drive) = Given::with_drive().await;
    given.ok("display_toggle", json!({})).await;
    let ask = given.ok("ask_open", json!({ "drive": drive, "amount": typed("5") })).await;
    given.ok("cash_record", json!({ "drive": drive, "amount": typed("7") })).await;
    assert!(given.windows.shown().is_empty());
    given.ok("display_toggle", json!({})).await;
    let read = given.ok("display_read", json!({})).await;
    assert_eq!(read["screen"]["number"], ask["number"]);
    assert_eq!(read["standing"]["in_hand"]["sum"]["amount"], "7.00");
    given.ok("drive_open", drive_open()).await;
    assert_eq!(given.windows.screen(), Screen::Idle, "a new drive begins idle");
    given.desk.close().await;
}
