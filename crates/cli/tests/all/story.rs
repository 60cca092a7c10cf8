//! The whole line, from the first call to the export, for machines and for people.

use serde_json::json;

use crate::given::{IBAN, Room};

#[test]
fn a_drive_from_set_up_to_export_for_machines() {
    let room = Room::new();
    let init = ["init", "--name", "Lichtblick", "--holder", "Lichtblick e.V.", "--iban"];
    let set_up = room.json(&[init.as_slice(), &["de89 3704 0044 0532 0130 00"]].concat());
    assert_eq!(set_up["organisation"], json!({ "name": "Lichtblick", "country": "DE" }));
    assert_eq!(set_up["account"]["destination"], "DE89 3704 0044 0532 0130 00");
    assert_eq!(set_up["books"], room.books().display().to_string());

    let open = ["drive", "open", "Brunnen", "--purpose", "Neue Pumpe", "--goal", "20"];
    let opened =
        room.json(&[open.as_slice(), &["--suggest", "10,2", "--suggest", "5.50"]].concat());
    let drive = opened["drive"]["id"].as_str().unwrap();
    assert_eq!(opened["drive"]["suggested"][1], json!({ "amount": "5.50", "currency": "EUR" }));

    let asked = room.json(&["ask", "5"]);
    let number = asked["number"].as_str().unwrap();
    let expected = format!(
        "BCD\n002\n1\nSCT\n\nLichtblick e.V.\n{IBAN}\nEUR5.00\nCHAR\n\n{number} Neue Pumpe"
    );
    assert_eq!(asked["payload"], expected);
    assert_eq!(asked["gift"]["number"].as_str().unwrap().replace(' ', ""), number);
    assert_eq!(asked["gift"]["state"], "asked");
    let any = room.json(&["ask", "--drive", drive]);
    assert_eq!(any["gift"]["amount"], json!(null));
    let open_code =
        expected.replace("EUR5.00", "").replace(number, any["number"].as_str().unwrap());
    assert_eq!(any["payload"], open_code);

    let seen = room.json(&["record", "seen", number]);
    assert_eq!(seen["gift"]["state"], "promised");
    let cash = room.json(&["record", "cash", "2.50"]);
    assert_eq!(cash["gift"]["state"], "in_hand");
    let mistake = room.json(&["record", "cash", "15"]);
    let mistake = mistake["gift"]["id"].as_str().unwrap();
    let undone = room.json(&["correct", mistake, "--reason", "mistake"]);
    assert_eq!(undone["gift"]["state"], "corrected");
    assert_eq!(undone["gift"]["before"], "in_hand");
    let words: Vec<&str> = any["gift"]["number"].as_str().unwrap().split(' ').collect();
    let by_words = ["correct", words[0], words[1], words[2], "--reason", "not-given"];
    assert_eq!(room.json(&by_words)["gift"]["reason"], "not_given");

    let standing = &room.json(&["report"])["drive"]["standing"];
    let sum = |count, amount| json!({ "count": count, "open": 0, "sum": { "amount": amount, "currency": "EUR" } });
    assert_eq!(standing["asked"], sum(0, "0.00"));
    assert_eq!(standing["promised"], sum(1, "5.00"));
    assert_eq!(standing["in_hand"], sum(1, "2.50"));
    assert_eq!(standing["corrected"], 2);
    assert_eq!(standing["missing"]["amount"], "17.50");
    assert_eq!(room.json(&["report"])["last"].as_array().unwrap().len(), 4);

    assert_eq!(room.json(&["export", "gifts.csv"]), json!({ "saved": "gifts.csv", "gifts": 4 }));
    let exported = std::fs::read_to_string(room.path("gifts.csv")).unwrap();
    assert_eq!(exported.lines().count(), 5);
    let proof = room.json(&["verify"]);
    assert_eq!((&proof["holds"], &proof["troubles"]), (&json!(true), &json!([])));
    assert_eq!(room.json(&["refold"])["entries"], proof["entries"]);
    assert_eq!(room.json(&["verify"]), proof);

    let closed = room.json(&["drive", "close", drive]);
    assert!(closed["drive"]["closed_on"].is_string());
    let listed = room.json(&["drive", "list"]);
    assert_eq!(listed["drives"].as_array().unwrap().len(), 1);
    let late = room.groat(&["ask", "5", "--json"]);
    assert_eq!((late.status, &late.json()["fault"]["code"]), (3, &json!("drive-closed")));
    let twice = room.groat(&["record", "seen", number, "--json"]);
    assert_eq!((twice.status, &twice.json()["fault"]["code"]), (3, &json!("gift-already-seen")));
}

/// What a person reads, in one language; "#" stands for a gift number.
fn told(locale: &str, expected: &[(&[&str], &[&str])]) {
    let room = Room::new();
    let mut number = String::new();
    for (call, lines) in expected {
        let call: Vec<&str> = call
            .iter()
            .map(|word| match *word {
                "#" => number.as_str(),
                word => word,
            })
            .collect();
        let said = room.groat(&[&call, ["--locale", locale].as_slice()].concat()).succeeded().out;
        let grouped = said.split(['.', '\n']).find_map(|part| {
            let words: Vec<&str> = part.split(' ').rev().take(3).collect();
            let digits: String = words.into_iter().rev().collect();
            (digits.len() == 10 && digits.bytes().all(|sign| sign.is_ascii_digit()))
                .then_some(digits)
        });
        number = grouped.unwrap_or(number);
        let written = match number.len() {
            10 => format!("{} {} {}", &number[..4], &number[4..7], &number[7..]),
            _ => "#".to_owned(),
        };
        for line in *lines {
            let line = line.replace('#', &written);
            assert!(said.lines().any(|said| said.trim() == line), "{line}\n{said}");
        }
    }
}

const SET_UP: &[&str] =
    &["init", "--name", "Lichtblick", "--holder", "Lichtblick e.V.", "--iban", IBAN];
const OPEN: &[&str] = &["drive", "open", "Brunnen", "--purpose", "Neue Pumpe", "--goal", "1500"];

#[test]
fn a_drive_from_set_up_to_export_in_english() {
    told(
        "en",
        &[
            (
                SET_UP,
                &[
                    "Lichtblick is set up. Gifts go to Lichtblick e.V., DE89 3704 0044 0532 0130 00.",
                    "Next, open a drive: groat drive open",
                ],
            ),
            (
                &["drive", "list"],
                &["There are no drives yet. Open the first one: groat drive open"],
            ),
            (OPEN, &["The drive “Brunnen” is open (5)."]),
            (&["report"], &["In hand: nothing yet", "No gifts yet."]),
            (
                &["ask", "5"],
                &[
                    "Asked for €5.00. Gift number #.",
                    "Amount          €5.00",
                    "Account holder  Lichtblick e.V.",
                    "IBAN            DE89 3704 0044 0532 0130 00",
                    "Purpose         Neue Pumpe",
                    "Gift number     #",
                    "Scan this inside your banking app.",
                    "The ordinary camera shows only text.",
                ],
            ),
            (&["record", "seen", "#"], &["Seen on the donor’s phone: €5.00, gift number #."]),
            (&["record", "cash", "2.50"], &["Recorded: €2.50 in cash."]),
            (
                &["correct", "8", "--reason", "mistake"],
                &["Undone: €2.50 no longer counts. The correction stays visible in the books."],
            ),
            (&["record", "cash", "1000.00"], &["Recorded: €1,000.00 in cash."]),
            (
                &["report"],
                &[
                    "Brunnen, Lichtblick",
                    "In hand: €1,000.00 from 1 gift",
                    "Promised: €5.00 from 1 gift",
                    "Asked: nothing open",
                    "Undone: 1",
                    "Goal: €1,500.00; €500.00 to go",
                    "██████████████████████████▒·············",
                    "The last 3 gifts",
                ],
            ),
            (&["export", "gifts.csv"], &["gifts.csv is written, with 3 gifts."]),
            (
                &["verify"],
                &[
                    "10 entries, every link of the chain holds.",
                    "The books agree with the journal.",
                ],
            ),
            (&["refold"], &["The books were folded anew from 9 entries."]),
            (
                &["drive", "close", "5"],
                &["The drive “Brunnen” is closed. A mistake in it can still be undone."],
            ),
        ],
    );
}

#[test]
fn a_drive_from_set_up_to_export_in_german() {
    told(
        "de",
        &[
            (
                SET_UP,
                &[
                    "Lichtblick ist eingerichtet. Spenden gehen an Lichtblick e.V., DE89 3704 0044 0532 0130 00.",
                ],
            ),
            (OPEN, &["Die Sammlung „Brunnen“ ist offen (5)."]),
            (
                &["ask", "5"],
                &[
                    "Um 5,00\u{a0}€ gebeten. Spendennummer #.",
                    "Betrag         5,00\u{a0}€",
                    "Kontoinhaber   Lichtblick e.V.",
                    "Spendennummer  #",
                    "Bitte diesen Code in der Banking-App scannen.",
                ],
            ),
            (&["record", "seen", "#"], &["Auf dem Telefon gesehen: 5,00\u{a0}€, Spendennummer #."]),
            (&["record", "cash", "1000.00"], &["Erfasst: 1.000,00\u{a0}€ in bar."]),
            (
                &["correct", "8", "--reason", "not-given"],
                &[
                    "Zurückgenommen: 1.000,00\u{a0}€ zählen nicht mehr. Die Berichtigung bleibt in den Büchern sichtbar.",
                ],
            ),
            (
                &["report"],
                &[
                    "In der Kasse: noch nichts",
                    "Zugesagt: 5,00\u{a0}€ aus 1 Spende",
                    "Zurückgenommen: 1",
                    "Ziel: 1.500,00\u{a0}€; es fehlen noch 1.500,00\u{a0}€",
                ],
            ),
            (&["export", "gifts.csv"], &["gifts.csv ist geschrieben, mit 2 Spenden."]),
            (&["verify"], &["Die Bücher stimmen mit dem Journal überein."]),
        ],
    );
}

#[test]
fn the_language_is_the_one_of_the_system_unless_one_is_named() {
    let room = Room::new();
    let speak = |lang: &str, args: &[&str]| {
        let output = room.command(args).env("LANG", lang).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(speak("de_AT.UTF-8", &["report"]).starts_with("In "));
    assert!(speak("fr_FR.UTF-8", &["report"]).starts_with("There are no books"));
    assert!(speak("de_DE.UTF-8", &["report", "--locale", "en"]).starts_with("There are no books"));
}
