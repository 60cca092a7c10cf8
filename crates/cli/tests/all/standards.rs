//! Every standard as JSON lines: every published vector, line by line, in both languages.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::codes::{answers, is_refusal, vectors};

/// References are made and checked by another call.
const REFERENCES: [&str; 10] =
    ["iban", "kid11", "luhn", "model97", "ogm", "qrr", "rf", "si12", "variable_symbol", "viite"];

fn published() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let names = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name());
    let mut names: Vec<String> = names
        .filter_map(|name| name.into_string().unwrap().strip_suffix(".json").map(str::to_owned))
        .filter(|name| !REFERENCES.contains(&name.as_str()))
        .collect();
    names.sort();
    assert!(names.len() >= 41, "{names:?}");
    names.iter().flat_map(|name| vectors(name)).collect()
}

fn kind(vector: &Value) -> &str {
    vector["kind"].as_str().or(vector["use"].as_str()).unwrap()
}

fn is_read(vector: &Value) -> bool {
    matches!(kind(vector), "parse" | "decode" | "reject-payload")
}

/// A vector without its answer.
fn to_encode(vector: &Value) -> String {
    let kept = ["standard", "kind", "use", "input", "options"];
    let known = kept.iter().filter(|name| !vector[**name].is_null());
    let fields: Map<String, Value> =
        known.map(|name| ((*name).to_owned(), vector[*name].clone())).collect();
    Value::Object(fields).to_string()
}

fn to_decode(vector: &Value, standard: Option<&Value>) -> String {
    let mut line = json!({ "payload": vector["payload"] });
    if !vector["options"].is_null() {
        line["options"] = vector["options"].clone();
    }
    if let Some(standard) = standard {
        line["standard"] = standard.clone();
    }
    line.to_string()
}

#[test]
fn every_published_request_is_encoded_or_refused() {
    let vectors: Vec<Value> = published().into_iter().filter(|vector| !is_read(vector)).collect();
    let requests: Vec<String> = vectors.iter().map(to_encode).collect();
    assert!(requests.len() > 400, "{}", requests.len());
    for locale in ["en", "de"] {
        for (vector, answer) in vectors.iter().zip(answers("encode", locale, &requests)) {
            if vector["valid"] != true {
                assert!(is_refusal(&answer), "{answer} {vector:#}");
                continue;
            }
            let compared = vector["compare"].as_str().unwrap_or("exact");
            if compared == "exact" && vector["payload"].is_string() {
                assert_eq!(answer["payload"], vector["payload"], "{vector:#}");
            }
            if vector["plain"].is_string() {
                assert_eq!(answer["plain"], vector["plain"], "{vector:#}");
            }
            assert!(answer["payload"].is_string(), "{answer} {vector:#}");
        }
    }
}

#[test]
fn every_published_code_is_recognised_and_read_or_refused() {
    let vectors: Vec<Value> = published()
        .into_iter()
        .filter(|vector| vector["payload"].is_string() && kind(vector) != "lightning-address")
        .collect();
    let alone: Vec<String> = vectors.iter().map(|vector| to_decode(vector, None)).collect();
    let named: Vec<String> =
        vectors.iter().map(|vector| to_decode(vector, Some(&vector["standard"]))).collect();
    assert!(alone.len() > 400, "{}", alone.len());
    let read = answers("decode", "en", &alone).into_iter().zip(answers("decode", "de", &named));
    for (vector, (alone, named)) in vectors.iter().zip(read) {
        if vector["valid"] != true {
            // What is no code of this standard may be one of another: a wallet's own link.
            let other = alone["standard"] != vector["standard"];
            assert!(is_refusal(&named), "{named} {vector:#}");
            assert!(is_refusal(&alone) || other, "{alone} {vector:#}");
            continue;
        }
        assert_eq!(alone["standard"], vector["standard"], "{alone} {vector:#}");
        assert_eq!(alone["input"], named["input"], "{vector:#}");
        for finding in named["findings"].as_array().unwrap() {
            let said = finding["message"].as_str().unwrap();
            assert!(!said.contains(['{', '}']) && !said.starts_with("finding-"), "{finding}");
            assert_ne!(finding["code"], "odd", "{finding} {vector:#}");
        }
    }
}
