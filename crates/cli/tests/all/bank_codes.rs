//! National bank codes as JSON lines: where faults and findings point.

use serde_json::{Value, json};

use crate::codes::answers;

/// Each field of a request that is wrong, and what it is answered.
fn check_faults(standard: &str, input: &Value, faults: &[(&str, Value, &str)]) {
    for (field, value, code) in faults {
        let mut input = input.clone();
        input[field] = value.clone();
        let line = json!({ "standard": standard, "input": input }).to_string();
        for locale in ["en", "de"] {
            let fault =
                answers("encode", locale, std::slice::from_ref(&line)).remove(0)["fault"].take();
            assert_eq!((&fault["code"], &fault["field"]), (&json!(code), &json!(field)), "{input}");
        }
    }
}

/// Each payload with the one finding it has.
fn check_findings(findings: &[(String, &str, &str)]) {
    for (payload, code, field) in findings {
        for locale in ["en", "de"] {
            let line = json!({ "payload": payload }).to_string();
            let answer = answers("decode", locale, &[line]).remove(0);
            let found = answer["findings"].as_array().unwrap();
            assert_eq!(found.len(), 1, "{answer}");
            assert_eq!((&found[0]["code"], &found[0]["field"]), (&json!(code), &json!(field)));
            let said = found[0]["message"].as_str().unwrap();
            assert!(said.ends_with('.') && !said.contains(['{', '}']), "{said}");
        }
    }
}

#[test]
fn a_czech_code_is_decoded_to_what_was_encoded() {
    let input = json!({
        "iban": "CZ2806000000000168540115", "bic": "AGBACZPP",
        "alt_accounts": ["CZ3301000000000002970297+KOMBCZPP"], "amount": "450.00",
        "currency": "CZK", "payer_reference": "7", "variable_symbol": "1042618037",
        "specific_symbol": "1", "constant_symbol": "0558", "payee_name": "UTULEK",
        "due_date": "2026-12-24", "payment_type": "P2P", "message": "DAR 5*",
        "other_keys": { "X-ID": "A 1" },
    });
    let line = json!({ "standard": "SPAYD", "input": input }).to_string();
    let payload = answers("encode", "en", &[line]).remove(0);
    let answer = answers("decode", "en", &[payload.to_string()]).remove(0);
    assert_eq!(answer, json!({ "standard": "SPAYD", "input": input, "findings": [] }));
}

#[test]
fn a_fault_of_a_czech_code_points_at_its_field() {
    check_faults(
        "SPAYD",
        &json!({ "iban": "CZ2806000000000168540115" }),
        &[
            ("iban", json!("CZ29"), "iban-wrong-length"),
            ("bic", json!("X"), "bic-malformed"),
            ("alt_accounts", json!(["CZ29"]), "iban-wrong-length"),
            ("alt_accounts", json!(["CZ2806000000000168540115+X"]), "bic-malformed"),
            ("alt_accounts", json!(vec!["CZ2806000000000168540115"; 3]), "field-too-many"),
            ("amount", json!("0"), "amount-zero"),
            ("amount", json!("1,5"), "not-decimal"),
            ("amount", json!("1.005"), "too-precise"),
            ("amount", json!("10000000"), "amount-too-large"),
            ("amount", json!("99999999999999999999"), "amount-too-large"),
            ("currency", json!("Kč"), "field-form"),
            ("currency", json!("KWD"), "too-precise"),
            ("payer_reference", json!("RF18"), "field-sign"),
            ("variable_symbol", json!("12345678901"), "field-too-long"),
            ("specific_symbol", json!("1-2"), "field-sign"),
            ("constant_symbol", json!("❤"), "field-sign"),
            ("payee_name", json!("N".repeat(36)), "field-too-long"),
            ("payee_name", json!("A\u{202e}B"), "field-sign"),
            ("due_date", json!("24.12.2026"), "date-malformed"),
            ("message", json!("M".repeat(61)), "field-too-long"),
            ("message", json!("a\tb"), "field-sign"),
            ("message", json!(" "), "field-missing"),
            ("other_keys", json!({ "ACC": "1" }), "field-form"),
        ],
    );
}

#[test]
fn what_is_odd_about_a_czech_code_is_said_in_both_languages() {
    let start = "SPD*1.0*ACC:CZ2806000000000168540115";
    check_findings(&[
        (format!("\u{feff}{start}*CC:CZK"), "byte-order-mark", "payload"),
        (start.to_owned(), "currency-meant", "currency"),
        (format!("{start}*CC:EUR"), "currency-unusual", "currency"),
        (format!("{start}*CC:CZK*AM:0.00"), "amount-zero", "amount"),
        (format!("{start}*CC:CZK*MSG:{}", "M".repeat(61)), "too-long", "message"),
        (format!("{start}*CC:CZK*RN:A%E2%80%AE"), "foreign-sign", "payee_name"),
        (format!("{start}*CC:CZK*X-VS: 1"), "not-normalised", "variable_symbol"),
        (format!("{start}*CC:CZK*MSG:100% DAR"), "percent-alone", "message"),
    ]);
    let checksum = json!({ "payload": format!("{start}*CC:CZK*CRC32:00000000") }).to_string();
    let fault = answers("decode", "en", &[checksum]).remove(0)["fault"].take();
    assert_eq!((&fault["code"], &fault["field"]), (&json!("payload-checksum"), &json!("payload")));
}
