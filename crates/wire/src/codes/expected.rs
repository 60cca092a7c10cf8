//! "Is this poster still ours?" as JSON: a code beside what is expected of it.

use groat_app::Fault;
use groat_payment_codes::{Expected, ExpectedAmount, inspect};
use groat_phrases::{Locale, advice};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{fault_json, reading_json};

/// What an organisation expects of its code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Told {
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    keys: Vec<String>,
    /// Decimal text, or "open".
    amount: Option<String>,
    currency: Option<String>,
}

/// Compares; a code that cannot be read has a verdict too, and its fault beside it.
pub(super) fn compared(payload: &str, told: Told, locale: Locale) -> Result<Value, Fault> {
    let currency = told.currency;
    let amount = match told.amount.as_deref() {
        None => ExpectedAmount::Any,
        Some("open") => ExpectedAmount::Open,
        Some(amount) => ExpectedAmount::Exactly { amount: amount.to_owned(), currency },
    };
    let expected = Expected { names: told.names, keys: told.keys, amount };
    let found = inspect(payload, &expected);
    let word = found.verdict.word();
    let mut answer = match found.read {
        Ok(reading) => reading_json(reading, locale),
        Err(refusal) => fault_json(&Fault::from(refusal), locale),
    };
    if let Some(answer) = answer.as_object_mut() {
        let message = advice(locale, &format!("verdict-{word}"));
        answer.insert("verdict".to_owned(), json!({ "code": word, "message": message }));
    }
    Ok(answer)
}
