//! What cannot be used is refused with a sentence in the person's language, and with status 2.

use crate::given::{IBAN, Room};

/// A call, the code and field of its fault, and its sentences in English and German.
type Refusal<'a> = (&'a [&'a str], &'a str, &'a str, &'a str, &'a str);

fn refused(room: &Room, refusals: &[Refusal<'_>]) {
    for (call, code, field, english, german) in refusals {
        for (locale, message) in [("en", english), ("de", german)] {
            let call = [*call, &["--locale", locale]].concat();
            let machine = room.groat(&[call.as_slice(), &["--json"]].concat());
            let fault = machine.json()["fault"].take();
            assert_eq!((machine.status, machine.err.as_str()), (2, ""), "{call:?} {fault}");
            assert_eq!(
                [&fault["code"], &fault["field"], &fault["message"]],
                [code, field, message]
            );
            let person = room.groat(&call);
            assert_eq!((person.status, person.out.as_str()), (2, ""), "{call:?}");
            assert_eq!(person.err.lines().next(), Some(*message), "{call:?}");
        }
    }
}

#[test]
fn accounts_and_names_that_cannot_be_used() {
    let long = &"N".repeat(71);
    let refusals: &[Refusal<'_>] = &[
        (
            &["init", "--name", "Lichtblick", "--holder", "Lichtblick e.V.", "--iban", ""],
            "iban-empty",
            "iban",
            "The IBAN is missing.",
            "Die IBAN fehlt.",
        ),
        (
            &[
                "init",
                "--name",
                "Lichtblick",
                "--holder",
                "Lichtblick e.V.",
                "--iban",
                "DE89 3704 0044 0532 0310 00",
            ],
            "iban-check-digits",
            "iban",
            "This IBAN is not right: its check digits do not fit.",
            "Diese IBAN stimmt nicht: Die Prüfziffern passen nicht.",
        ),
        (
            &[
                "init",
                "--name",
                "Lichtblick",
                "--holder",
                "Lichtblick e.V.",
                "--iban",
                "DE89 3704 0044 0532 0130 0",
            ],
            "iban-wrong-length",
            "iban",
            "An IBAN of this country (Germany) has 22 characters; this one has 21.",
            "Eine IBAN dieses Landes (Deutschland) hat 22 Stellen, diese hat 21.",
        ),
        (
            &[
                "init",
                "--name",
                "Lichtblick",
                "--holder",
                "Lichtblick e.V.",
                "--iban",
                "XX89370400440532013000",
            ],
            "iban-unknown-country",
            "iban",
            "No IBAN begins with “XX”.",
            "Keine IBAN beginnt mit „XX“.",
        ),
        (
            &[
                "init",
                "--name",
                "Lichtblick",
                "--holder",
                "Lichtblick e.V.",
                "--iban",
                "DE89-3704-0044-0532-0130-00",
            ],
            "iban-foreign-sign",
            "iban",
            "“-” (character 5) does not belong in an IBAN.",
            "„-“ (Stelle 5) gehört nicht in eine IBAN.",
        ),
        (
            &[
                "init",
                "--name",
                "Lichtblick",
                "--holder",
                "Lichtblick e.V.",
                "--iban",
                "DE8937O400440532013000",
            ],
            "iban-wrong-structure",
            "iban",
            "Character 7 of this IBAN must be a digit.",
            "An Stelle 7 dieser IBAN muss eine Ziffer stehen.",
        ),
        (
            &[
                "init",
                "--name",
                "Lichtblick",
                "--holder",
                "Lichtblick e.V.",
                "--iban",
                "GE29NB0000000101904917",
            ],
            "iban-outside-sepa",
            "iban",
            "Codes for the banking app do not reach accounts in this country (Georgia).",
            "Konten in diesem Land (Georgien) sind mit Codes für die Banking-App nicht erreichbar.",
        ),
        (
            &[
                "init",
                "--name",
                "Lichtblick",
                "--holder",
                "Lichtblick e.V.",
                "--iban",
                "CH9300762011623852957",
            ],
            "bic-missing",
            "bic",
            "For an account in this country (Switzerland) the BIC is needed too.",
            "Für ein Konto in diesem Land (Schweiz) wird auch die BIC gebraucht.",
        ),
        (
            &[
                "init",
                "--name",
                "Lichtblick",
                "--holder",
                "Lichtblick e.V.",
                "--iban",
                "CH9300762011623852957",
                "--bic",
                "ZKB",
            ],
            "bic-malformed",
            "bic",
            "This is not a complete BIC.",
            "Das ist keine vollständige BIC.",
        ),
        (
            &["init", "--name", "", "--holder", "Lichtblick e.V.", "--iban", IBAN],
            "name-empty",
            "name",
            "The name of the organisation is missing.",
            "Der Name der Organisation fehlt.",
        ),
        (
            &["init", "--name", long, "--holder", "Lichtblick e.V.", "--iban", IBAN],
            "name-too-long",
            "name",
            "This name has 71 characters; there is room for 70.",
            "Dieser Name hat 71 Zeichen, Platz ist für 70.",
        ),
        (
            &["init", "--name", "Lichtblick", "--holder", "  ", "--iban", IBAN],
            "holder-empty",
            "holder",
            "The account holder is missing.",
            "Der Name des Kontoinhabers fehlt.",
        ),
        (
            &["init", "--name", "Lichtblick", "--holder", long, "--iban", IBAN],
            "holder-too-long",
            "holder",
            "This account holder has 71 characters; banks carry 70.",
            "Der Name des Kontoinhabers hat 71 Zeichen, Banken übermitteln 70.",
        ),
        (
            &["init", "--name", "Lichtblick", "--holder", &"ä".repeat(71), "--iban", IBAN],
            "holder-too-long",
            "holder",
            "This account holder has 71 characters; banks carry 70.",
            "Der Name des Kontoinhabers hat 71 Zeichen, Banken übermitteln 70.",
        ),
        (
            &["init", "--name", "Lichtblick", "--holder", "Licht\u{7}blick", "--iban", IBAN],
            "text-control-sign",
            "holder",
            "Account holder, character 6: an invisible control character stands here.",
            "Kontoinhaber, Stelle 6: Hier steht ein unsichtbares Steuerzeichen.",
        ),
        (
            &[
                "init",
                "--name",
                "Licht\u{202e}blick",
                "--holder",
                "Lichtblick e.V.",
                "--iban",
                IBAN,
            ],
            "text-direction-mark",
            "name",
            "Name, character 6: an invisible mark stands here that turns the direction of writing.",
            "Name, Stelle 6: Hier steht ein unsichtbares Zeichen, das die Schreibrichtung umkehrt.",
        ),
        (
            &[
                "init",
                "--name",
                "Lichtblick",
                "--holder",
                "\u{200f}Lichtblick\u{202c} x",
                "--iban",
                IBAN,
            ],
            "text-direction-mark",
            "holder",
            "Account holder, character 1: an invisible mark stands here that turns the direction of writing.",
            "Kontoinhaber, Stelle 1: Hier steht ein unsichtbares Zeichen, das die Schreibrichtung umkehrt.",
        ),
        (
            &["init", "--name", "Lichtblick", "--holder", "Licht\nblick", "--iban", IBAN],
            "text-line-break",
            "holder",
            "This text has to stand on one line.",
            "Dieser Text muss in einer Zeile stehen.",
        ),
        (
            &["init", "--name", "Lichtblick", "--holder", "Lichtblick 😀", "--iban", IBAN],
            "holder-sign",
            "holder",
            "Banks do not carry “😀” (character 12) in a name.",
            "Banken übermitteln „😀“ (Stelle 12) nicht in einem Namen.",
        ),
    ];
    refused(&Room::new(), refusals);
}

#[test]
fn drives_that_cannot_be_opened() {
    let refusals: &[Refusal<'_>] = &[
        (
            &["drive", "open", "", "--purpose", "Neue Pumpe"],
            "drive-name-empty",
            "name",
            "The drive has no name yet.",
            "Die Sammlung hat noch keinen Namen.",
        ),
        (
            &["drive", "open", &"N".repeat(61), "--purpose", "Neue Pumpe"],
            "drive-name-too-long",
            "name",
            "This name has 61 characters; there is room for 60.",
            "Dieser Name hat 61 Zeichen, Platz ist für 60.",
        ),
        (
            &["drive", "open", "Brunnen", "--purpose", ""],
            "purpose-empty",
            "purpose",
            "The line that says what the money is for is missing.",
            "Es fehlt die Zeile, die sagt, wofür das Geld ist.",
        ),
        (
            &["drive", "open", "Brunnen", "--purpose", &"p".repeat(130)],
            "purpose-too-long",
            "purpose",
            "This line has 130 characters; there is room for 129.",
            "Diese Zeile hat 130 Zeichen, Platz ist für 129.",
        ),
        (
            &["drive", "open", "Brunnen", "--purpose", "Danke ❤"],
            "purpose-sign",
            "purpose",
            "Banks do not carry “❤” (character 7) in a transfer.",
            "Banken übermitteln „❤“ (Stelle 7) nicht in einer Überweisung.",
        ),
        (
            &["drive", "open", "Brun\u{1b}[2Jnen", "--purpose", "Neue Pumpe"],
            "text-control-sign",
            "name",
            "Name, character 5: an invisible control character stands here.",
            "Name, Stelle 5: Hier steht ein unsichtbares Steuerzeichen.",
        ),
        (
            &["drive", "open", "Brunnen", "--purpose", "Neue\u{2067} Pumpe"],
            "text-direction-mark",
            "purpose",
            "What the money is for, character 5: an invisible mark stands here that turns the direction of writing.",
            "Wofür das Geld ist, Stelle 5: Hier steht ein unsichtbares Zeichen, das die Schreibrichtung umkehrt.",
        ),
        (
            &[
                "drive",
                "open",
                "Brunnen",
                "--purpose",
                "äääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää",
            ],
            "code-too-long",
            "purpose",
            "Together the texts are too long for the code: they take 345 places, and it has 331.",
            "Zusammen sind die Texte zu lang für den Code: Sie brauchen 345 Plätze, er hat 331.",
        ),
        (
            &["drive", "open", "Brunnen", "--purpose", "Pumpe", "--goal", "0"],
            "amount-zero",
            "goal",
            "The amount is zero.",
            "Der Betrag ist null.",
        ),
        (
            &["drive", "open", "Brunnen", "--purpose", "Pumpe", "--goal", "1.000,00"],
            "amount-ambiguous",
            "goal",
            "The “,” in this amount can mean two things, so nothing was guessed.",
            "„,“ kann in diesem Betrag zweierlei bedeuten; geraten wird hier nicht.",
        ),
        (
            &["drive", "open", "Brunnen", "--purpose", "Pumpe", "--suggest", "2,0,5"],
            "amount-zero",
            "suggested.1",
            "The amount is zero.",
            "Der Betrag ist null.",
        ),
        (
            &["drive", "open", "Brunnen", "--purpose", "Pumpe", "--suggest", "2,5,2"],
            "suggested-repeated",
            "suggested.2",
            "Two of the suggested amounts are the same.",
            "Zwei der vorgeschlagenen Beträge sind gleich.",
        ),
    ];
    refused(&Room::with_drive(), refusals);
}

#[test]
fn amounts_and_names_that_cannot_be_asked_for() {
    let refusals: &[Refusal<'_>] = &[
        (&["ask", "0"], "amount-zero", "amount", "The amount is zero.", "Der Betrag ist null."),
        (&["ask", "0.00"], "amount-zero", "amount", "The amount is zero.", "Der Betrag ist null."),
        (
            &["ask", "0.001"],
            "amount-too-precise",
            "amount",
            "Amounts in EUR have 2 decimals at most.",
            "Beträge in EUR haben höchstens 2 Nachkommastellen.",
        ),
        (
            &["ask", "1e9"],
            "amount-unreadable",
            "amount",
            "“e” does not belong in an amount.",
            "„e“ gehört nicht in einen Betrag.",
        ),
        (
            &["ask", "1000000000"],
            "amount-too-large",
            "amount",
            "This amount is too large: €999,999,999.99 is the most.",
            "Dieser Betrag ist zu groß: Möglich sind höchstens 999.999.999,99\u{a0}€.",
        ),
        (
            &["ask", "1.000,00"],
            "amount-ambiguous",
            "amount",
            "The “,” in this amount can mean two things, so nothing was guessed.",
            "„,“ kann in diesem Betrag zweierlei bedeuten; geraten wird hier nicht.",
        ),
        (
            &["ask", "1,000.00"],
            "amount-ambiguous",
            "amount",
            "The “,” in this amount can mean two things, so nothing was guessed.",
            "„,“ kann in diesem Betrag zweierlei bedeuten; geraten wird hier nicht.",
        ),
        (
            &["ask", "１２"],
            "amount-unreadable",
            "amount",
            "“１” does not belong in an amount.",
            "„１“ gehört nicht in einen Betrag.",
        ),
        (
            &["ask", "-5"],
            "amount-negative",
            "amount",
            "An amount cannot be less than nothing.",
            "Ein Betrag kann nicht kleiner als null sein.",
        ),
        (&["ask", ""], "amount-empty", "amount", "The amount is missing.", "Der Betrag fehlt."),
        (
            &["ask", "five"],
            "amount-unreadable",
            "amount",
            "“f” does not belong in an amount.",
            "„f“ gehört nicht in einen Betrag.",
        ),
        (
            &["ask", "5,00"],
            "amount-ambiguous",
            "amount",
            "The “,” in this amount can mean two things, so nothing was guessed.",
            "„,“ kann in diesem Betrag zweierlei bedeuten; geraten wird hier nicht.",
        ),
        (
            &["ask", "٥"],
            "amount-unreadable",
            "amount",
            "“\u{2068}٥\u{2069}” does not belong in an amount.",
            "„\u{2068}٥\u{2069}“ gehört nicht in einen Betrag.",
        ),
        (
            &["record", "cash", "0"],
            "amount-zero",
            "amount",
            "The amount is zero.",
            "Der Betrag ist null.",
        ),
        (
            &["record", "cash", "-5"],
            "amount-negative",
            "amount",
            "An amount cannot be less than nothing.",
            "Ein Betrag kann nicht kleiner als null sein.",
        ),
        (
            &["record", "cash", "1e9"],
            "amount-unreadable",
            "amount",
            "“e” does not belong in an amount.",
            "„e“ gehört nicht in einen Betrag.",
        ),
        (
            &["ask", "5", "--drive", "99"],
            "drive-unknown",
            "drive",
            "There is no such drive in these books.",
            "Diese Sammlung steht nicht in diesen Büchern.",
        ),
        (
            &["ask", "5", "--drive", "x"],
            "drive-unknown",
            "drive",
            "There is no such drive in these books.",
            "Diese Sammlung steht nicht in diesen Büchern.",
        ),
        (
            &["record", "seen", "1042 618 034"],
            "number-check-digit",
            "gift",
            "There is no such gift number: a digit is mistyped, or two are swapped.",
            "Diese Spendennummer gibt es nicht: Eine Ziffer ist falsch getippt, oder zwei sind vertauscht.",
        ),
        (
            &["record", "seen", "1042 618"],
            "number-malformed",
            "gift",
            "A gift number has ten digits.",
            "Eine Spendennummer hat zehn Ziffern.",
        ),
        (
            &["record", "seen", "77"],
            "gift-unknown",
            "gift",
            "There is no such gift in these books.",
            "Diese Spende steht nicht in diesen Büchern.",
        ),
        (
            &["record", "seen", "12a"],
            "number-malformed",
            "gift",
            "A gift number has ten digits.",
            "Eine Spendennummer hat zehn Ziffern.",
        ),
        (
            &["correct", "77", "--reason", "mistake"],
            "gift-unknown",
            "gift",
            "There is no such gift in these books.",
            "Diese Spende steht nicht in diesen Büchern.",
        ),
        (
            &["drive", "close", "77"],
            "drive-unknown",
            "drive",
            "There is no such drive in these books.",
            "Diese Sammlung steht nicht in diesen Büchern.",
        ),
    ];
    let room = Room::with_drive();
    refused(&room, refusals);
    assert_eq!(room.json(&["report"])["last"], serde_json::json!([]));
}
