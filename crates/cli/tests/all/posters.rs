//! "Is this poster still ours?", line by line.

use serde_json::{Value, json};

use crate::codes::answers;

fn verdict(payload: &str) -> (Value, Vec<String>) {
    let expected = json!({
        "names": ["Verein Lichtblick e.V."],
        "keys": ["DE89 3704 0044 0532 0130 00"],
        "amount": "open",
    });
    let line = json!({ "payload": payload, "expected": expected }).to_string();
    let english = answers("decode", "en", std::slice::from_ref(&line)).remove(0);
    let german = answers("decode", "de", &[line]).remove(0);
    for answer in [&english, &german] {
        let said = answer["verdict"]["message"].as_str().unwrap();
        assert!(said.ends_with('.') && !said.starts_with("advice-"), "{said}");
    }
    assert_ne!(english["verdict"]["message"], german["verdict"]["message"]);
    let findings = english["findings"].as_array().into_iter().flatten();
    let codes = findings.map(|finding| finding["code"].as_str().unwrap().to_owned());
    (english["verdict"]["code"].clone(), codes.collect())
}

#[test]
fn a_code_on_a_wall_is_told_apart_from_ours() {
    let ours = "BCD\n002\n1\nSCT\n\nVerein Lichtblick e.V.\nDE89370400440532013000";
    assert_eq!(verdict(ours).0, "ours");
    let pasted = ours.replace("DE89370400440532013000", "DE02120300000000202051");
    let (told, findings) = verdict(&pasted);
    assert_eq!((told, findings.contains(&"differs".to_owned())), ("not-ours".into(), true));
    let (told, findings) = verdict(&format!("{ours}\nEUR50.00"));
    assert!(
        told != "ours" && findings.iter().any(|code| code.starts_with("amount")),
        "{findings:?}"
    );
    let (told, findings) = verdict(&ours.replace("Verein", "V\u{435}rein"));
    assert!(told != "ours" && findings.contains(&"lookalike".to_owned()), "{findings:?}");
    let (told, findings) = verdict("https://paypa1.me/lichtblick");
    assert!(told == "not-ours" && findings.contains(&"host-looks-like".to_owned()), "{findings:?}");
    let damaged =
        "00020126270015org.example.pay010442425204839853039785802FR5904AIDE6005PARIS6304D13F";
    assert_eq!(verdict(damaged).0, "damaged");
    assert_eq!(verdict("Happy birthday").0, "unknown");
}
