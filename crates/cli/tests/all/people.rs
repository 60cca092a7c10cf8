//! Calls on books that know people: who is let in, by what, and what each may do.

use std::sync::Arc;

use groat_app::{App, Clock, Face, Surroundings, SystemClock};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::given::{Room, Run};
use crate::phone::Phone;

const PASSPHRASE: &str = "seven wet lanterns hum";
const PIN: &str = "2749";

/// A clock that stands.
struct Standing(Timestamp);

impl Clock for Standing {
    fn now(&self) -> Timestamp {
        self.0
    }

    fn zone(&self) -> TimeZone {
        TimeZone::UTC
    }
}

/// An office whose admin Ada is there since some minutes, her phone, and her recovery codes.
fn office(room: &Room) -> (Phone, Vec<String>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let folder = room.books();
        let at = SystemClock.now() - SignedDuration::from_mins(10);
        let surroundings =
            Surroundings { clock: Arc::new(Standing(at)), ..Surroundings::of(&folder) };
        let app = App::open_with(folder, Face::Window, surroundings).await.unwrap();
        let begun = app.begin_office("Ada", PASSPHRASE).unwrap();
        let groups: Vec<_> = begun.recovery.iter().map(|group| group.to_string()).collect();
        app.check_recovery(&groups.join(" ")).unwrap();
        let phone = Phone::typed(&begun.factor.text);
        let first = phone.shows(at - SignedDuration::from_secs(30));
        let codes = app.finish_office(&first, &phone.shows(at)).await.unwrap();
        app.close().await;
        (phone, codes.iter().map(|code| code.to_string()).collect())
    })
}

fn run(room: &Room, args: &[&str], given: &[(&str, &str)]) -> Run {
    let mut command = room.command(args);
    command.envs(given.iter().copied());
    let output = command.stdin(std::process::Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run {
        status: output.status.code().unwrap(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

fn code(run: &Run) -> String {
    let answer: Value = serde_json::from_str(run.out.trim()).unwrap();
    answer["fault"]["code"].as_str().unwrap_or_else(|| panic!("{run:?}")).to_owned()
}

#[test]
fn books_that_know_people_ask_who_is_calling() {
    let room = Room::with_drive();
    room.groat(&["report"]).succeeded();
    let (phone, codes) = office(&room);
    let json = |args: &[&str], given: &[(&str, &str)]| {
        run(&room, &[args, &["--json", "--locale", "en"]].concat(), given)
    };
    for call in [["drive", "list"], ["record", "cash"], ["account", "list"]] {
        let args: Vec<&str> = call
            .into_iter()
            .chain(["5"].into_iter().take(usize::from(call[0] == "record")))
            .collect();
        let refused = json(&args, &[]);
        assert_eq!((refused.status, code(&refused)), (3, "person-missing".into()), "{call:?}");
    }
    json(&["verify"], &[]).succeeded();
    let people = json(&["person", "list"], &[]).succeeded().json();
    assert_eq!(people["people"][0]["name"], "Ada");

    let as_ada = ["--as", "ada"];
    let refused = json(&[&["report"], as_ada.as_slice()].concat(), &[]);
    assert_eq!((refused.status, code(&refused)), (3, "secret-missing".into()));
    let given = [("GROAT_PASSPHRASE", "something else entirely"), ("GROAT_CODE", "123456")];
    let refused = json(&["report", "--as", "Ada"], &given);
    assert_eq!((refused.status, code(&refused)), (3, "passphrase-wrong".into()));
    let refused = json(&["report", "--as", "Eve"], &[]);
    assert_eq!((refused.status, code(&refused)), (2, "person-unknown".into()));

    let now = phone.shows(SystemClock.now());
    let add = ["person", "add", "Cleo", "--role", "volunteer", "--as", "Ada"];
    let given = [("GROAT_PASSPHRASE", PASSPHRASE), ("GROAT_CODE", &now), ("GROAT_NEW_SECRET", PIN)];
    let added = json(&add, &given).succeeded().json();
    assert_eq!(added["person"]["role"], "volunteer");
    let again = json(&["report", "--as", "Ada"], &given);
    assert_eq!((again.status, code(&again)), (3, "code-used".into()), "a code counts once");

    let as_cleo = [("GROAT_PIN", PIN)];
    let cash = ["record", "cash", "5", "--as", "Cleo"];
    json(&cash, &as_cleo).succeeded();
    json(&["report", "--as", "Cleo"], &as_cleo).succeeded();
    for call in [
        ["drive", "close", "5"].as_slice(),
        &["export", "out.csv"],
        &["account", "retire", "3"],
        &["person", "remove", "Cleo"],
        &["refold"],
    ] {
        let refused = json(&[call, &["--as", "Cleo"]].concat(), &as_cleo);
        assert_eq!((refused.status, code(&refused)), (3, "right-missing".into()), "{call:?}");
    }
    let wrong = json(&cash, &[("GROAT_PIN", "0000")]);
    assert_eq!((wrong.status, code(&wrong)), (3, "pin-wrong".into()));

    // The passphrase from a file, and a recovery code in the place of the phone.
    std::fs::write(room.path("words"), format!("{PASSPHRASE}\n")).unwrap();
    let role = ["person", "role", "Cleo", "treasurer", "--as", "Ada", "--passphrase-file", "words"];
    let given = [("GROAT_CODE", codes[0].as_str()), ("GROAT_NEW_SECRET", "four old bridges sing")];
    let given_role = json(&role, &given).succeeded().json();
    assert_eq!(given_role["person"]["role"], "treasurer");
    let given = [("GROAT_PASSPHRASE", "four old bridges sing")];
    let refused = json(&["report", "--as", "Cleo"], &given);
    assert_eq!((refused.status, code(&refused)), (3, "factor-missing".into()));

    let given = [("GROAT_PASSPHRASE", PASSPHRASE), ("GROAT_CODE", codes[1].as_str())];
    let removed = run(&room, &["person", "remove", "Cleo", "--as", "Ada"], &given).succeeded();
    assert!(removed.out.starts_with("Cleo "), "{removed:?}");
    json(&["verify"], &[]).succeeded();
}

#[test]
fn a_backup_is_made_and_restored_from_the_terminal() {
    let room = Room::with_drive();
    let (_, codes) = office(&room);
    let file = room.books().with_file_name("saved.groat");
    let shown = file.display().to_string();
    let ada = |code: &str| {
        [
            ("GROAT_PASSPHRASE".to_owned(), PASSPHRASE.to_owned()),
            ("GROAT_CODE".to_owned(), code.to_owned()),
        ]
    };
    let given = ada(&codes[0]);
    let given: Vec<_> = given.iter().map(|(name, value)| (&**name, &**value)).collect();
    let made = run(&room, &["--as", "Ada", "backup", &shown, "--json"], &given);
    assert_eq!(made.status, 0, "{made:?}");
    let made: Value = serde_json::from_str(&made.out).unwrap();

    let elsewhere = Room::new();
    let secret = [("GROAT_PASSPHRASE", "not the words of Ada")];
    let refused = run(&elsewhere, &["restore", &shown, "--json"], &secret);
    assert_eq!(refused.status, 2, "{refused:?}");
    assert!(refused.out.contains("backup-secret-wrong"), "{refused:?}");
    let secret = [("GROAT_PASSPHRASE", PASSPHRASE)];
    let done = run(&elsewhere, &["restore", &shown, "--json"], &secret);
    assert_eq!(done.status, 0, "{done:?}");
    let done: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(done["checkpoint"], made["checkpoint"]);
    assert!(elsewhere.groat(&["verify"]).status == 0);
    let again = run(&elsewhere, &["restore", &shown, "--json"], &secret);
    assert_eq!(again.status, 3, "books are there: {again:?}");
    let given = ada(&codes[1]);
    let given: Vec<_> = given.iter().map(|(name, value)| (&**name, &**value)).collect();
    let report = run(&elsewhere, &["--as", "Ada", "report", "--json"], &given);
    assert_eq!(report.status, 0, "{report:?}");
}
