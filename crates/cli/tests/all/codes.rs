//! Codes and references as JSON lines: every published vector, and lines that are none.

use serde_json::{Value, json};

use crate::given::Room;

pub(crate) fn vectors(name: &str) -> Vec<Value> {
    let path = format!("{}/../../tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

pub(crate) fn answers(act: &str, locale: &str, requests: &[String]) -> Vec<Value> {
    let input = requests.iter().map(|line| format!("{line}\n")).collect::<String>();
    let args = ["code", act, "--json", "--locale", locale];
    let run = Room::new().groat_with_input(&args, input.as_bytes()).succeeded();
    let answers: Vec<Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), requests.len());
    answers
}

/// A vector without its answer.
pub(crate) fn request(vector: &Value) -> String {
    let [standard, kind, input] = ["standard", "kind", "input"].map(|name| &vector[name]);
    json!({ "standard": standard, "kind": kind, "input": input }).to_string()
}

pub(crate) fn is_refusal(answer: &Value) -> bool {
    let fault = &answer["fault"];
    ["code", "field", "message"].iter().all(|name| fault[name].is_string())
        && fault["code"] != "internal"
        && fault["code"] != "arguments-malformed"
}

pub(crate) fn check_all(act: &str, count: usize, vectors: &[Value]) {
    assert_eq!(vectors.len(), count);
    let requests: Vec<String> = vectors.iter().map(request).collect();
    for locale in ["en", "de"] {
        for (vector, answer) in vectors.iter().zip(answers(act, locale, &requests)) {
            match vector["valid"].as_bool() {
                Some(true) => assert_eq!(answer, json!({ "payload": vector["payload"] })),
                _ => assert!(is_refusal(&answer), "{answer} {vector:#}"),
            }
        }
    }
}

#[test]
fn references_are_made_and_checked_as_published() {
    check_all("reference", 12, &vectors("rf"));
    check_all("reference", 14, &vectors("iban"));
    check_all("reference", 11, &vectors("ogm"));
    check_all("reference", 11, &vectors("luhn"));
    for name in ["qrr", "viite", "kid11", "si12", "model97", "variable_symbol"] {
        check_all("reference", 10, &vectors(name));
    }
}

#[test]
fn what_is_encoded_is_decoded_to_the_same() {
    let request = json!({ "standard": "EPC", "input": {
        "payee_name": "Straßenkinder Köln gGmbH", "iban": "DE02120300000000202051",
        "bic": "BYLADEM1001", "amount": "7.50", "purpose": "CHAR", "message": "für die Küche",
        "information": "Danke!",
    }});
    let payload = answers("encode", "en", &[request.to_string()]).remove(0);
    let answer = answers("decode", "en", &[payload.to_string()]).remove(0);
    assert_eq!(
        answer,
        json!({ "standard": "EPC", "findings": [], "input": {
            "version": "002", "charset": 1, "bic": "BYLADEM1001",
            "payee_name": "Straßenkinder Köln gGmbH", "iban": "DE02120300000000202051",
            "amount": "7.50", "currency": "EUR", "purpose": "CHAR",
            "message": "für die Küche", "information": "Danke!",
        }})
    );
}

#[test]
fn a_line_that_is_no_request_is_answered_and_the_next_one_too() {
    let good = request(&vectors("rf")[0]);
    let deep = "[".repeat(100_000);
    let lines = [
        "",
        "{",
        "null",
        "[]",
        "\"x\"",
        "{}",
        "{\"standard\":5,\"input\":{}}",
        deep.as_str(),
        "[\"RF_ISO11649\",\"make\",{\"base\":\"1\"},null]",
        "{\"standard\":\"RF_ISO11649\",\"kind\":\"make\",\"input\":{\"base\":\"1\"},\"more\":1}",
        "{\"standard\":\"RF_ISO11649\",\"kind\":\"make\",\"input\":{\"base\":1}}",
        "{\"standard\":\"RF_ISO11649\",\"kind\":\"make\",\"input\":{\"value\":\"1\"}}",
        "{\"standard\":\"RF_ISO11649\",\"kind\":\"build\",\"input\":{\"base\":\"1\"}}",
        "{\"standard\":\"RF_ISO11649\",\"kind\":\"make\",\"input\":{\"base\":\"1\"},\"options\":{\"x\":1}}",
    ];
    let requests: Vec<String> =
        lines.iter().flat_map(|line| [(*line).to_owned(), good.clone()]).collect();
    for (place, answer) in answers("reference", "en", &requests).iter().enumerate() {
        match place % 2 {
            0 => assert_eq!(answer["fault"]["code"], "arguments-malformed", "{}", requests[place]),
            _ => assert_eq!(answer, &json!({ "payload": "RF18539007547034" })),
        }
    }
    let broken = Room::new()
        .groat_with_input(&["code", "decode"], b"{\"payload\":\"\xff\"}\n{\"payload\":\"BCD\"}")
        .succeeded();
    assert_eq!(broken.out.lines().count(), 2);
}

#[test]
fn an_unknown_standard_is_told() {
    for (act, line) in [
        ("encode", json!({ "standard": "NOPE", "input": {} })),
        ("reference", json!({ "standard": "NOPE", "kind": "check", "input": { "value": "1" } })),
        ("decode", json!({ "standard": "NOPE", "payload": "BCD" })),
        ("decode", json!({ "payload": "https://example.org" })),
    ] {
        let answer = answers(act, "en", &[line.to_string()]).remove(0);
        assert_eq!(answer["fault"]["code"], "payload-unknown-standard", "{line}");
    }
}

#[test]
fn gift_numbers_are_made_and_checked() {
    let asked = |kind: &str, name: &str, text: &str| {
        json!({ "standard": "GIFT_NUMBER", "kind": kind, "input": { name: text } }).to_string()
    };
    let requests = [
        asked("make", "base", "104261803"),
        asked("check", "value", "1042 618 037"),
        asked("check", "value", "1042 618 073"),
        asked("make", "base", "10426180"),
        asked("make", "base", "004261803"),
    ];
    let answers = answers("reference", "en", &requests);
    assert_eq!(answers[0], json!({ "payload": "1042618037" }));
    assert_eq!(answers[1], json!({ "payload": "1042618037" }));
    assert_eq!(answers[2]["fault"]["code"], "number-check-digit");
    assert_eq!(answers[3]["fault"]["code"], "number-malformed");
    assert_eq!(answers[4]["fault"]["code"], "number-malformed");
}

/// A reference that is wrong in one way, and what it is answered.
#[test]
fn a_reference_is_refused_in_the_words_of_its_scheme() {
    for (scheme, kind, text, code, message) in [
        ("CH_QRR", "check", "", "reference-empty", "Die Referenz fehlt."),
        (
            "FI_VIITE",
            "check",
            "12A4",
            "reference-sign",
            "„A“ (Stelle 3) gehört nicht in diese Referenz.",
        ),
        (
            "BE_OGM",
            "check",
            "+++123+++",
            "reference-too-short",
            "Diese Referenz ist zu kurz: Sie braucht mindestens 12 Zeichen und hat 3.",
        ),
        ("EE_VIITENUMBER", "make", "1234567890123456789", "", "12345678901234567894"),
        (
            "EE_VIITENUMBER",
            "make",
            "12345678901234567890",
            "reference-too-long",
            "Diese Referenz ist zu lang.",
        ),
        (
            "SI_SI12",
            "check",
            "RF18",
            "reference-no-prefix",
            "Diese Referenz beginnt nicht mit SI12.",
        ),
        (
            "HR_HR00",
            "check",
            "hr00 1-2-3-4",
            "reference-blocks",
            "Bindestriche teilen diese Referenz in zu viele Blöcke oder in einen leeren; 3 sind möglich.",
        ),
        ("CZ_SK_VS", "make", "000", "reference-zero", "Nullen allein sind keine Referenz."),
        (
            "NO_KID11",
            "make",
            "6",
            "reference-no-check-digit",
            "Zu dieser Zahl gibt es keine Prüfziffer; sie kann keine Referenz werden.",
        ),
    ] {
        let name = if kind == "make" { "base" } else { "value" };
        let line = json!({ "standard": scheme, "kind": kind, "input": { name: text } });
        let answer = answers("reference", "de", &[line.to_string()]).remove(0);
        if code.is_empty() {
            assert_eq!(answer, json!({ "payload": message }));
            continue;
        }
        let fault = &answer["fault"];
        let told = [&fault["code"], &fault["field"], &fault["message"]];
        assert_eq!(told, [&json!(code), &json!(name), &json!(message)], "{line}");
    }
}

#[test]
fn a_length_digit_is_made_and_checked_where_a_scheme_has_one() {
    let asked = |scheme: &str, kind: &str, name: &str, text: &str| {
        let input = json!({ name: text, "length_digit": true });
        json!({ "standard": scheme, "kind": kind, "input": input }).to_string()
    };
    let requests = [
        asked("LUHN_OCR_KID10", "make", "base", "1234"),
        asked("LUHN_OCR_KID10", "check", "value", "1234 63"),
        asked("LUHN_OCR_KID10", "check", "value", "10017"),
        asked("NO_KID11", "make", "base", "1234"),
    ];
    let answers = answers("reference", "en", &requests);
    assert_eq!(answers[0], json!({ "payload": "123463" }));
    assert_eq!(answers[1], json!({ "payload": "123463" }));
    assert_eq!(answers[2]["fault"]["code"], "reference-length-digit");
    assert_eq!(answers[3]["fault"]["code"], "arguments-malformed");
}

/// Each field of a request that is wrong, and what it is answered.
#[test]
fn a_fault_points_at_the_field_by_its_name_in_the_request() {
    for (field, value, code) in [
        ("payee_name", json!(null), "field-missing"),
        ("payee_name", json!("A\u{202e}B"), "field-sign"),
        ("iban", json!("DE1"), "iban-wrong-length"),
        ("bic", json!("COBA"), "bic-malformed"),
        ("amount", json!(""), "amount-empty"),
        ("amount", json!("-5"), "amount-negative"),
        ("amount", json!("1e9"), "not-decimal"),
        ("amount", json!("EUR5"), "not-decimal"),
        ("amount", json!("1,5"), "not-decimal"),
        ("currency", json!("eur"), "field-not-one-of"),
        ("purpose", json!("charity"), "field-sign"),
        ("reference", json!("r".repeat(141)), "field-too-long"),
        ("reference_type", json!("X"), "field-not-one-of"),
        ("message", json!("a\tb"), "field-sign"),
        ("information", json!("😀"), "field-sign"),
        ("version", json!("003"), "field-not-one-of"),
    ] {
        let mut input = json!({ "payee_name": "Lichtblick", "iban": "DE89370400440532013000" });
        input[field] = value;
        let line = json!({ "standard": "EPC", "input": input }).to_string();
        let fault = answers("encode", "en", &[line]).remove(0)["fault"].take();
        assert_eq!((&fault["code"], &fault["field"]), (&json!(code), &json!(field)), "{input}");
    }
}

#[test]
fn what_is_odd_about_a_code_is_said_in_both_languages() {
    let start = "BCD\n002\n1\nSCT\n";
    for (payload, code, field, english, german) in [
        (
            format!("\u{feff}{start}\nN\nDE89370400440532013000"),
            "byte-order-mark",
            "payload",
            "An invisible mark stands before the code; some apps refuse it.",
            "Vor dem Code steht ein unsichtbares Zeichen; manche Apps weisen ihn ab.",
        ),
        (
            format!("{start}\nN\nDE89370400440532013000\n"),
            "trailing-lines",
            "payload",
            "1 empty line follows the last one; the standard leaves it out.",
            "Nach der letzten Zeile folgt 1 leere; der Standard lässt sie weg.",
        ),
        (
            format!("{start}\nN\nCH9300762011623852957"),
            "missing",
            "bic",
            "BIC: missing, and some apps refuse the code without it.",
            "BIC: fehlt, und ohne weisen manche Apps den Code ab.",
        ),
        (
            format!("{start}\n{}\nDE89370400440532013000", "N".repeat(71)),
            "too-long",
            "payee_name",
            "Payee: 71 characters, the standard allows 70.",
            "Empfänger: 71 Zeichen, der Standard erlaubt 70.",
        ),
        (
            format!("{start}\nN\u{202e}\nDE89370400440532013000"),
            "foreign-sign",
            "payee_name",
            "Payee, character 2: banks do not carry “U+202E”.",
            "Empfänger, Stelle 2: Banken übertragen „U+202E“ nicht.",
        ),
        (
            format!("{start}\nN\nDE89 3704 0044 0532 0130 00"),
            "not-normalised",
            "iban",
            "IBAN: written with blanks or with letters of the wrong size.",
            "IBAN: mit Leerzeichen oder in falscher Groß- und Kleinschreibung.",
        ),
        (
            format!("{start}\nN\nDE89370400440532013000\n\n\nABC"),
            "reference-unknown",
            "reference",
            "The reference follows no scheme that Groat knows; many apps ignore it.",
            "Die Referenz folgt keinem Verfahren, das Groat kennt; viele Apps übergehen sie.",
        ),
        (
            format!("{start}\nN\nDE89370400440532013000\n\n\nRF19539007547034"),
            "reference-broken",
            "reference",
            "The reference begins like one of a known scheme, but it is not right; a bank may refuse it.",
            "Die Referenz beginnt wie eine nach bekanntem Verfahren, stimmt aber nicht; eine Bank kann sie abweisen.",
        ),
    ] {
        for (locale, message) in [("en", english), ("de", german)] {
            let line = json!({ "payload": payload }).to_string();
            let answer = answers("decode", locale, &[line]).remove(0);
            let expected = json!([{ "code": code, "field": field, "message": message }]);
            assert_eq!(answer["findings"], expected);
        }
    }
}
