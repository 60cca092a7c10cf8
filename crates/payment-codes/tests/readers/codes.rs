//! Fifty different texts of a standard: the published vectors, and the same requests with other
//! amounts and messages.

use std::path::Path;

use groat_payment_codes::{Field, Options, Request, Standard};
use serde_json::Value as Json;

const COUNT: usize = 50;

pub(crate) fn fifty(standard: Standard) -> Vec<String> {
    let published = published(standard);
    assert!(!published.is_empty(), "no vectors of {standard}");
    let mut texts = Vec::new();
    let mut add = |text: String| {
        let is_new = texts.len() < COUNT && !text.is_empty() && !texts.contains(&text);
        if is_new {
            texts.push(text);
        }
    };
    published.iter().cloned().for_each(&mut add);
    for number in 1..=COUNT {
        published.iter().filter_map(|text| asked_anew(standard, text, number)).for_each(&mut add);
    }
    // Codes that only their issuer can sign or number: drawn with other digits.
    for number in 1..=10 * COUNT {
        published.iter().map(|text| with_other_digits(text, number)).for_each(&mut add);
    }
    texts
}

fn published(standard: Standard) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let is_json = |file: &&std::path::PathBuf| file.extension().is_some_and(|end| end == "json");
    let read = |file: &std::path::PathBuf| -> Vec<Json> {
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
    };
    let vectors = files.iter().filter(is_json).flat_map(read);
    let right = vectors.filter(|vector| vector.get("valid") == Some(&true.into()));
    let own = right.filter(|vector| vector.get("standard") == Some(&standard.name().into()));
    own.filter_map(|vector| Some(vector.get("payload")?.as_str()?.to_owned())).collect()
}

/// The same request with another amount and another message, as far as the standard takes them.
fn asked_anew(standard: Standard, text: &str, number: usize) -> Option<String> {
    let request = standard.decode(text, Options { check_address: false }).ok()?.request;
    let amount = request.word(Field::Amount).and_then(|amount| raised(amount, number));
    let message = format!("Gift {number}");
    let with = |amount: Option<&String>, message: Option<&String>| {
        let mut request: Request = request.clone();
        if let Some(amount) = amount {
            request.put(Field::Amount, amount.as_str());
        }
        if let Some(message) = message {
            request.put(Field::Message, message.as_str());
        }
        standard.encode(&request).ok().map(|encoded| encoded.payload)
    };
    with(amount.as_ref(), Some(&message))
        .or_else(|| with(None, Some(&message)))
        .or_else(|| with(amount.as_ref(), None))
}

fn raised(amount: &str, by: usize) -> Option<String> {
    let (whole, fraction) = amount.split_once('.').map_or((amount, None), |(w, f)| (w, Some(f)));
    let whole = whole.parse::<u64>().ok()?.checked_add(u64::try_from(by).ok()?)?;
    Some(fraction.map_or(whole.to_string(), |fraction| format!("{whole}.{fraction}")))
}

/// Every digit but those of the first ten signs, which tell what the text is, moved on.
fn with_other_digits(text: &str, by: usize) -> String {
    let by = u32::try_from(by).unwrap();
    let moved = |(at, sign): (usize, char)| match sign.to_digit(10) {
        Some(digit) if at >= 10 => {
            let turn = u32::try_from(at).unwrap() % 7 + 1;
            char::from_digit((digit + by * turn + by / 10 * (turn % 3)) % 10, 10).unwrap()
        }
        _ => sign,
    };
    text.chars().enumerate().map(moved).collect()
}
