//! `groat code advise`: which codes suit an organisation, and why, in both languages.

use serde_json::{Value, json};

use crate::codes::answers;

fn advice(locale: &str, told: &Value) -> Vec<Value> {
    let answer = answers("advise", locale, &[told.to_string()]).remove(0);
    answer["advice"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
}

fn about(told: &Value, standard: &str) -> Value {
    let all = advice("en", told);
    all.iter().find(|one| one["standard"] == standard).unwrap().clone()
}

fn why(advice: &Value) -> Vec<&str> {
    advice["why"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

#[test]
fn a_german_club_is_ready_for_euro_codes() {
    let told = json!({ "country": "de", "currency": "eur", "payee_name": "Verein Lichtblick",
        "accounts": [{ "iban": "DE89 3704 0044 0532 0130 00" }] });
    let first = advice("en", &told).remove(0);
    assert_eq!(
        first,
        json!({
            "standard": "EPC",
            "why": [
                { "code": "at-home", "message":
                    "Donors of this country know it and have what reads it." },
                { "code": "account-there", "message": "Everything for it is there." },
                { "code": "number-returns", "message":
                    "The gift number comes back with the payment, so gifts match by themselves." },
                { "code": "no-fee", "message": "Nothing is taken from the gift on its way." },
            ],
            "readiness": "ready",
            "account": 0,
            "needs": [],
            "fault": null,
            "reader": { "code": "banking-app", "app": null, "message":
                "The donor needs their banking app; the camera alone shows only text." },
            "maker": { "code": "organisation", "message":
                "You make it yourself from your own account." },
            "number_returns": { "code": "text", "message":
                "The gift number comes back in the text of the payment." },
            "open_amount": true,
            "name_in_code": "Verein Lichtblick",
            "name_shown": { "code": "code", "message":
                "Donors see the name that stands in the code; their bank may compare it with the \
                 account." },
        })
    );
    let german = advice("de", &told).remove(0);
    assert_eq!(german["why"][1]["message"], "Alles dafür ist da.");
    assert_eq!(why(&german), why(&first));
}

#[test]
fn typical_organisations_are_told_first_what_their_donors_read() {
    for (country, account, standard, readiness) in [
        (
            "CH",
            json!({ "iban": "CH4431999123000889012", "payee_zip": "6003", "payee_city": "Luzern" }),
            "SWISS_QR_BILL",
            "ready",
        ),
        ("CH", json!({ "iban": "CH4431999123000889012" }), "SWISS_QR_BILL", "needs"),
        ("SK", json!({ "iban": "SK3112000000198742637541" }), "PAY_BY_SQUARE", "ready"),
        ("BR", json!({ "key": "doe@riolimpo.example", "city": "São Paulo" }), "PIX", "ready"),
        ("IN", json!({ "vpa": "greenvalley@okaxis" }), "UPI", "ready"),
        ("PL", json!({ "iban": "DE89370400440532013000" }), "EPC", "ready"),
        ("FI", json!({ "iban": "FI7944052020036082" }), "EPC", "ready"),
        ("SE", json!({ "swish_number": "1230000017" }), "SWISH", "ready"),
        ("MY", json!({}), "DuitNow", "needs"),
        ("GB", json!({ "iban": "GB33BUKB20201555555555" }), "LINKS", "needs"),
        ("JP", json!({}), "LINKS", "needs"),
        ("PE", json!({}), "Yape", "needs"),
    ] {
        let told = json!({ "country": country, "payee_name": "Lichtblick", "accounts": [account] });
        // A Swiss account that lacks an address is no account that is ready.
        let all = advice("en", &told);
        let first = &all[0];
        assert_eq!(
            (&first["standard"], &first["readiness"]),
            (&json!(standard), &json!(readiness))
        );
        let at_home = all.iter().any(|one| why(one).contains(&"at-home"));
        assert_eq!(at_home, !["JP", "GB", "PL"].contains(&country), "{country}");
    }
}

#[test]
fn a_name_is_shown_as_the_code_has_it() {
    let czech = json!({ "country": "CZ", "payee_name": "Příspěvek na péči" });
    assert_eq!(about(&czech, "SPAYD")["name_in_code"], "PRISPEVEK NA PECI");
    let brazilian = json!({ "country": "BR", "payee_name": "Associação São Vicente" });
    assert_eq!(about(&brazilian, "PIX")["name_in_code"], "Associacao Sao Vicente");
    assert_eq!(about(&brazilian, "PIX")["name_shown"]["code"], "directory");
}

#[test]
fn another_currency_is_told_and_comes_last() {
    let told = json!({ "country": "DE", "currency": "USD",
        "accounts": [{ "iban": "DE89370400440532013000", "payee_name": "Lichtblick" }] });
    let all = advice("en", &told);
    let last = all.last().unwrap();
    assert_eq!((&last["standard"], why(last)[0]), (&json!("EPC"), "other-currency"));
}

#[test]
fn what_is_wrong_with_an_account_is_a_fault_in_both_languages() {
    let told = json!({ "country": "DE", "payee_name": "Lichtblick",
        "accounts": [{ "iban": "DE88370400440532013000" }] });
    for locale in ["en", "de"] {
        let all = advice(locale, &told);
        let epc = all.iter().find(|one| one["standard"] == "EPC").unwrap();
        assert_eq!(epc["readiness"], "refused");
        assert_eq!(epc["account"], 0);
        assert_eq!(epc["fault"]["code"], "iban-check-digits");
        assert_eq!(epc["fault"]["field"], "iban");
    }
}

#[test]
fn every_sentence_is_said_in_the_language_that_was_asked_for() {
    let countries = ["DE", "CH", "PL", "IN", "MY", "LK", "SE", "JP", "US", "SK", "UA"];
    for country in countries {
        let told = json!({ "country": country });
        let (english, german) = (advice("en", &told), advice("de", &told));
        for (en, de) in english.iter().zip(&german) {
            for part in ["reader", "maker", "number_returns", "name_shown"] {
                let said = [&en[part]["message"], &de[part]["message"]];
                assert!(said.iter().all(|text| text.as_str().unwrap().ends_with('.')), "{said:?}");
                assert_ne!(said[0], said[1], "{country} {part}");
                assert_eq!(en[part]["code"], de[part]["code"]);
            }
            assert_eq!(en["standard"], de["standard"]);
        }
    }
}

#[test]
fn a_situation_that_cannot_be_read_is_a_fault() {
    for line in ["{}", "[]", r#"{"country":5}"#, r#"{"country":"DE","kontinent":"EU"}"#] {
        let answer = answers("advise", "en", &[line.to_owned()]).remove(0);
        assert_eq!(answer["fault"]["code"], "arguments-malformed", "{answer}");
    }
    // No country at all: what works anywhere.
    let all = advice("en", &json!({ "country": "" }));
    assert!(all.iter().all(|one| why(one).contains(&"anywhere")));
}
