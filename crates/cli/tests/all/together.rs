//! Several processes on the same books, and readers that go away.

use std::io::{Read, Write};
use std::process::Stdio;

use groat_app::{App, Face};

use crate::given::Room;

#[tokio::test]
async fn a_second_writer_is_told_who_has_the_books_and_readers_read() {
    let room = Room::with_drive();
    let held = App::open(room.books(), Face::Window).await.unwrap();
    let process = std::process::id();
    for (locale, said) in [
        ("en", "Groat’s window has these books open for writing (user "),
        ("de", "Das Fenster von Groat hat diese Bücher zum Schreiben geöffnet ("),
    ] {
        let run = room.groat(&["ask", "5", "--locale", locale]);
        assert_eq!((run.status, run.out.as_str()), (4, ""));
        assert!(run.err.starts_with(said), "{}", run.err);
        // Process ids are counts, which each language groups in its own way.
        let digits: String = run.err.chars().filter(char::is_ascii_digit).collect();
        assert!(digits.contains(&process.to_string()), "{}", run.err);
    }
    let machine = room.groat(&["record", "cash", "5", "--json"]);
    assert_eq!((machine.status, machine.json()["fault"]["code"].as_str()), (4, Some("books-held")));

    let drive = held.find_drive(None).await.unwrap().drive;
    let amount = groat_wire::typed_money(None, drive.currency, "7").unwrap();
    held.record_cash(drive.id, amount).await.unwrap();
    for call in [["report"].as_slice(), &["drive", "list"], &["verify"], &["export", "x.csv"]] {
        room.groat(call).succeeded();
    }
    let standing = room.json(&["report"])["drive"]["standing"].take();
    assert_eq!(standing["in_hand"]["sum"]["amount"], "7.00");
    held.close().await;
    room.groat(&["ask", "5"]).succeeded();
}

#[test]
fn books_that_are_not_there_are_not_made_by_a_slip() {
    let room = Room::new();
    for call in [
        ["ask", "5"].as_slice(),
        &["report"],
        &["verify"],
        &["refold"],
        &["drive", "list"],
        &["record", "cash", "5"],
        &["record", "seen", "7"],
    ] {
        let run = room.groat(&[call, &["--json"]].concat());
        let fault = run.json()["fault"].take();
        assert_eq!((run.status, fault["code"].as_str()), (4, Some("books-missing")), "{call:?}");
    }
    assert!(!room.books().exists());
}

#[test]
fn a_second_organisation_is_refused() {
    let room = Room::with_drive();
    let init = ["init", "--name", "A", "--holder", "B", "--iban", crate::given::IBAN, "--json"];
    let run = room.groat(&init);
    let code = run.json()["fault"]["code"].take();
    assert_eq!((run.status, code.as_str()), (3, Some("already-set-up")));
}

#[test]
fn a_changed_book_is_found_and_ends_with_status_four() {
    let room = Room::with_drive();
    room.groat(&["record", "cash", "5"]).succeeded();
    let file = room.books().join("station.db");
    let whole = std::fs::read(&file).unwrap();
    // The first page keeps the file from opening at all; a later one is found by looking at it.
    for (place, part, said) in [
        (100, "/fault/code", serde_json::json!("books-key-refused")),
        (whole.len() - 100, "/troubles/0/kind", serde_json::json!("file")),
    ] {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        std::fs::write(&file, bytes).unwrap();
        let run = room.groat(&["verify", "--json"]);
        let told = run.json();
        assert_eq!((run.status, told.pointer(part)), (4, Some(&said)), "{told}");
        assert_eq!(room.groat(&["verify"]).status, 4);
    }
    std::fs::write(&file, whole).unwrap();
    assert_eq!(room.groat(&["verify"]).status, 0);
}

#[test]
fn books_without_their_key_are_refused_in_words() {
    let room = Room::with_drive();
    std::fs::remove_file(room.books().join("station.key")).unwrap();
    let run = room.groat(&["report", "--json"]);
    let told = run.json();
    assert_eq!((run.status, &told["fault"]["code"]), (4, &"books-key-missing".into()), "{told}");
    let refused = room.groat(&["drive", "open", "Brunnen", "--purpose", "Wasser", "--json"]);
    assert_eq!(refused.json()["fault"]["code"], "books-key-missing", "no second key is made");
}

#[test]
fn digits_from_paper_prove_the_past() {
    let room = Room::with_drive();
    room.groat(&["record", "cash", "5"]).succeeded();
    let first = room.json(&["verify"]);
    let (entry, digits) = (&first["checkpoint"]["seq"], &first["checkpoint"]["digits"]);
    let paper = format!("{entry}: {}", digits.as_str().unwrap());
    room.groat(&["record", "cash", "7"]).succeeded();
    let later = room.json(&["verify", "--against", &paper]);
    assert_eq!((&later["holds"], &later["same_as_paper"]), (&true.into(), &true.into()));
    assert_eq!(later["signed"], later["entries"]);
    let misread = paper.replace(": ", ": 1");
    let run = room.groat(&["verify", "--against", &misread[..misread.len() - 1], "--json"]);
    assert_eq!((run.status, &run.json()["same_as_paper"]), (4, &false.into()));
    let run = room.groat(&["verify", "--against", "12: 34", "--json"]);
    assert_eq!((run.status, &run.json()["fault"]["code"]), (2, &"checkpoint-malformed".into()));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let room = Room::with_drive();
    let mut command = room.command(&["code", "decode"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"{}\n").unwrap();
    let mut first = [0; 10];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"{\"fault\":{");
    drop(out);
    // Every line is answered, and nobody hears the answers: it ends before its input does.
    while input.write_all(&b"{}\n".repeat(1000)).is_ok() {}
    drop(input);
    let ended = child.wait_with_output().unwrap();
    assert!(ended.status.success(), "{ended:?}");
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
}

#[test]
fn arguments_that_cannot_be_read_are_a_fault_for_machines() {
    let room = Room::new();
    let run = room.groat(&["ask", "--frobnicate", "--json"]);
    assert_eq!((run.status, run.err.as_str()), (2, ""));
    assert_eq!(run.json()["fault"]["code"], "arguments-malformed");
    let person = room.groat(&["ask", "--frobnicate"]);
    assert_eq!((person.status, person.out.as_str()), (2, ""));
    assert_eq!(room.groat(&["--help"]).status, 0);
}
