//! Setting up an office, people and sessions through the commands.

use std::sync::{Arc, Mutex};

use groat_app::{Clock, Surroundings, SystemChance, SystemKeys};
use groat_wire::Desk;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::given::{Given, Windows, drive_open, set_up, typed};
use crate::phone::Phone;

pub const ADMIN: &str = "seven wet lanterns hum";
pub const TREASURER: &str = "four old bridges sing";
pub const PIN: &str = "2749";

/// A clock that stands where it was put.
pub struct SetClock(Mutex<Timestamp>);

impl SetClock {
    pub fn pass(&self, seconds: i64) {
        *self.0.lock().unwrap() += SignedDuration::from_secs(seconds);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::UTC
    }
}

/// A desk that nobody has set up, by a clock of its own.
pub async fn empty_desk_by_clock() -> (Given, Arc<SetClock>) {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(SetClock(Mutex::new("2026-11-23T08:00:00Z".parse().unwrap())));
    let (chance, keys) = (Arc::new(SystemChance), Arc::new(SystemKeys::of(folder.path())));
    let surroundings = Surroundings { clock: clock.clone(), chance, keys };
    let desk = Desk::open_with(folder.path().to_owned(), surroundings).await.unwrap();
    (Given { desk, windows: Windows::with_display(), folder }, clock)
}

/// A desk in English with a drive, by a clock of its own.
pub async fn desk_by_clock() -> (Given, Arc<SetClock>) {
    let (given, clock) = empty_desk_by_clock().await;
    given.ok("locale_set", json!({ "locale": "en" })).await;
    given.ok("organisation_set_up", set_up()).await;
    given.ok("drive_open", drive_open()).await;
    (given, clock)
}

/// Two codes, one after the other.
pub fn two_codes(phone: &Phone, clock: &SetClock) -> Value {
    let first = phone.shows(clock.now());
    clock.pass(30);
    json!({ "first_code": first, "second_code": phone.shows(clock.now()) })
}

/// Sets an office up; the admin is signed in afterwards. Answers her phone.
pub async fn found(given: &Given, clock: &SetClock) -> Phone {
    let begun = json!({ "name": "Ada", "passphrase": ADMIN });
    let begun = given.ok("office_begin", begun).await;
    let groups: Vec<_> =
        begun["recovery"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    given.ok("office_recovery_check", json!({ "typed": groups.join(" ") })).await;
    let phone = Phone::typed(begun["factor"]["text"].as_str().unwrap());
    given.ok("office_finish", two_codes(&phone, clock)).await;
    phone
}

/// The id of a person by name.
pub fn person(desk: &Value, name: &str) -> String {
    let people = desk["people"].as_array().unwrap();
    let found = people.iter().find(|one| one["name"] == name).unwrap();
    found["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_office_is_set_up_and_its_people_sign_in() {
    let (given, clock) = desk_by_clock().await;
    let desk = given.ok("desk_read", json!({})).await;
    assert_eq!(desk["session"]["state"], "nobody");
    assert_eq!(desk["session"]["rights"], json!(["look", "collect", "office", "sensitive"]));
    let guard = json!({
        "keyring": false, "office": false, "four_eyes": false, "backup_on": null,
        "backup_due": false, "waiting_notes": 0, "clock": "right",
    });
    assert_eq!(desk["guard"], guard);

    let words = given.ok("passphrase_suggest", json!({})).await;
    assert_eq!(words["words"].as_str().unwrap().split(' ').count(), 6);
    let begun = given.ok("office_begin", json!({ "name": "Ada", "passphrase": ADMIN })).await;
    assert_eq!(begun["recovery"].as_array().unwrap().len(), 8);
    assert!(begun["factor"]["picture"]["path"].as_str().unwrap().starts_with('M'));
    let typed_back = given.refused("office_recovery_check", json!({ "typed": "x" })).await;
    assert_eq!(typed_back, ("recovery-length".to_owned(), Some("typed".to_owned())));
    given.ok("office_cancel", json!({})).await;
    let phone = found(&given, &clock).await;

    let desk = given.ok("desk_read", json!({})).await;
    let ada = person(&desk, "Ada");
    assert_eq!(desk["session"]["person"], json!(ada));
    assert_eq!(desk["session"]["role"], "admin");
    assert_eq!(desk["session"]["fresh_seconds"], 300);
    assert_eq!(desk["guard"]["office"], true);
    let add = |name: &str, role: &str, secret: &str| json!({ "name": name, "role": role, "secret": secret });
    given.ok("person_add", add("Cleo", "volunteer", PIN)).await;
    let desk = given.ok("person_add", add("Ben", "treasurer", TREASURER)).await;
    let (ben, cleo) = (person(&desk, "Ben"), person(&desk, "Cleo"));
    assert_eq!(desk["people"][1]["second_factor"], false);

    let desk = given.ok("lock", json!({})).await;
    assert_eq!(desk["session"]["state"], "locked");
    assert_eq!((&desk["drives"], &desk["accounts"]), (&json!([]), &json!([])));
    assert_eq!(desk["people"].as_array().unwrap().len(), 3, "who may unlock it");
    let begun = json!({ "person": ben, "passphrase": TREASURER });
    let begun = given.ok("factor_begin", begun).await;
    let bens = Phone::typed(begun["text"].as_str().unwrap());
    let finished = given.ok("factor_finish", two_codes(&bens, &clock)).await;
    assert_eq!(finished["codes"].as_array().unwrap().len(), 10);
    assert_eq!(finished["desk"]["session"]["role"], "treasurer");
    assert_eq!(finished["desk"]["drives"].as_array().unwrap().len(), 1);

    let wrong = json!({ "person": cleo, "secret": "0000", "code": null });
    let wrong = given.refused("sign_in", wrong).await;
    assert_eq!(wrong, ("pin-wrong".to_owned(), Some("secret".to_owned())));
    let desk = given.ok("sign_in", json!({ "person": cleo, "secret": PIN, "code": null })).await;
    assert_eq!(desk["session"]["rights"], json!(["look", "collect"]));
    let drive = desk["drives"][0]["id"].clone();
    given.ok("cash_record", json!({ "drive": drive, "amount": typed("5") })).await;
    let refused = given.refused("drive_close", json!({ "drive": drive })).await;
    assert_eq!(refused.0, "right-missing");

    clock.pass(30);
    let code = phone.shows(clock.now());
    given.ok("sign_in", json!({ "person": ada, "secret": ADMIN, "code": code })).await;
    let desk = given.ok("four_eyes_set", json!({ "on": true })).await;
    assert_eq!(desk["guard"]["four_eyes"], true);
    let give = json!({ "person": ben, "role": "admin" });
    assert_eq!(given.refused("role_give", give.clone()).await.0, "approval-needed");
    clock.pass(30);
    let approve = json!({ "person": ben, "secret": TREASURER, "code": bens.shows(clock.now()) });
    assert_eq!(given.ok("approve", approve).await["session"]["approved"], true);
    // A refused act leaves the approval for the next one.
    let nobody = json!({ "person": "x", "role": "admin" });
    assert_eq!(given.refused("role_give", nobody).await.0, "person-unknown");
    let desk = given.ok("role_give", give).await;
    assert_eq!(desk["session"]["approved"], false);
    let remove = given.refused("person_remove", json!({ "person": ben })).await;
    assert_eq!(remove.0, "approval-needed");
    let code = json!({ "code": phone.shows(clock.now()) });
    given.ok("code_confirm", code.clone()).await;
    assert_eq!(given.refused("code_confirm", code).await.0, "code-used");

    clock.pass(300);
    assert!(given.desk.tick().await && !given.desk.tick().await);
    assert_eq!(given.ok("desk_read", json!({})).await["session"]["state"], "locked");
    given.desk.close().await;
}

#[tokio::test]
async fn a_passphrase_is_changed_with_the_one_before() {
    let (given, clock) = desk_by_clock().await;
    found(&given, &clock).await;
    let change = |old: &str, new: &str| json!({ "old": old, "new": new });
    let wrong = given.refused("passphrase_change", change("something else entirely", ADMIN)).await;
    assert_eq!(wrong, ("passphrase-wrong".to_owned(), Some("old".to_owned())));
    let short = given.refused("passphrase_change", change(ADMIN, "short")).await;
    assert_eq!(short, ("passphrase-short".to_owned(), Some("new".to_owned())));
    given.ok("passphrase_change", change(ADMIN, "nine slow tractors dream")).await;
    given.desk.close().await;
}

#[tokio::test]
async fn donors_are_noted_listed_exported_and_forgotten() {
    let (given, clock) = desk_by_clock().await;
    let desk = given.ok("desk_read", json!({})).await;
    let drive = desk["drives"][0]["id"].clone();
    let gift = given.ok("cash_record", json!({ "drive": drive, "amount": typed("5") })).await;
    let note = |name: &str| {
        json!({
            "gift": gift["id"], "name": name, "contact": "", "message": "Viel Glück",
            "message_may_show": true, "tax_number": "12 345 678 901",
        })
    };
    assert_eq!(given.refused("donor_note", note("Xanthippe")).await.0, "office-missing");
    found(&given, &clock).await;
    let refused = given.refused("donor_note", note(" ")).await;
    assert_eq!(refused, ("donor-name-empty".to_owned(), Some("name".to_owned())));
    assert_eq!(given.ok("donor_note", note("Xanthippe")).await, json!(null));
    let all = json!({ "search": "", "limit": 10, "offset": 0 });
    let list = given.ok("donor_list", all).await;
    assert_eq!(list["matches"], 1);
    let donor = &list["donors"][0];
    assert_eq!((&donor["name"], &donor["contact"]), (&json!("Xanthippe"), &json!(null)));
    assert_eq!(donor["tax_number_masked"], "••• 901");
    let message = json!({ "field": "message", "purpose": "display", "delete_on": null });
    assert_eq!(donor["fields"][1], message);
    let forget = json!({ "donor": donor["id"] });
    let left = given.ok("donor_forget", forget.clone()).await;
    assert_eq!((&left["message"], &left["message_may_show"]), (&json!(null), &json!(false)));
    assert_eq!(left["token"], donor["token"]);
    given.ok("lock", json!({})).await;
    assert_eq!(given.refused("donor_forget", forget).await.0, "desk-locked");
    given.desk.close().await;
}
