//! Proving, comparing, saving and bringing back through the commands.

use serde_json::json;

use crate::office::{desk_by_clock, found};

#[tokio::test]
async fn the_books_are_proved_and_their_digits_compared() {
    let (given, clock) = desk_by_clock().await;
    found(&given, &clock).await;
    let proof = given.ok("books_verify", json!({})).await;
    assert_eq!((&proof["troubles"], &proof["unsigned"]), (&json!([]), &json!(0)));
    assert_eq!(proof["signed"], proof["entries"]);
    assert_eq!(proof["not_proven"].as_array().unwrap().len(), 2);
    let last = given.windows.progress().pop().unwrap();
    assert_eq!(json!(last.done), proof["entries"]);
    let groups: Vec<_> = proof["checkpoint"]["groups"].as_array().unwrap().iter().collect();
    let digits: Vec<_> = groups.iter().map(|group| group.as_str().unwrap()).collect();
    let seq = proof["checkpoint"]["seq"].to_string();
    let paper = json!({ "seq": seq, "digits": digits.join(" ") });
    assert_eq!(given.ok("checkpoint_compare", paper).await["holds"], true);
    let other = json!({ "seq": "1", "digits": digits.join("-") });
    assert_eq!(given.ok("checkpoint_compare", other).await["holds"], false);
    let torn = json!({ "seq": seq, "digits": digits[1..].join(" ") });
    assert_eq!(given.refused("checkpoint_compare", torn).await.0, "checkpoint-malformed");
}

#[tokio::test]
async fn a_backup_is_saved_and_restored_on_an_empty_desk_alone() {
    let (given, clock) = desk_by_clock().await;
    found(&given, &clock).await;
    let file = given.folder.path().join("saved.groat");
    given.windows.save_to(&file);
    let saved = given.ok("backup_make", json!({})).await;
    assert_eq!(saved["saved"], "saved.groat");
    let guard = given.ok("desk_read", json!({})).await["guard"].take();
    assert_eq!((&guard["backup_on"], &guard["backup_due"]), (&json!("2026-11-23"), &json!(false)));
    // An office is there: nothing may take its place.
    let secret = json!({ "secret": crate::office::ADMIN });
    assert_eq!(given.refused("backup_restore", secret.clone()).await.0, "office-exists");

    let (other, _) = crate::office::empty_desk_by_clock().await;
    other.windows.save_to(&file);
    let wrong = json!({ "secret": "not the words of Ada" });
    assert_eq!(other.refused("backup_restore", wrong).await.0, "backup-secret-wrong");
    assert_eq!(other.windows.reopened(), 0);
    other.ok("backup_restore", secret).await;
    assert_eq!(other.windows.reopened(), 1);
    // What the shell does then: the restored books are opened in the place of the empty ones.
    let reopened = other.reopened().await;
    let desk = reopened.ok("desk_read", json!({})).await;
    assert_eq!(desk["session"]["state"], "locked");
    assert_eq!(desk["people"][0]["name"], "Ada");
}
