//! Payment codes and references as JSON: what `groat code` reads and answers, a line at a time.
//!
//! The shapes are those of the published vectors (`tests/vectors/SOURCE`). A line that cannot be
//! read is answered with a fault like any other refusal; nothing here can stop a stream.

use groat_app::{Code, Fault};
use groat_payment_codes::{Encoded, Options, Reading, Standard};
use groat_phrases::Locale;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::fault_view;

mod advise;
mod expected;
mod findings;
mod form;
mod picture;
mod references;

pub use picture::{Picture, picture};

/// What a vector may say of itself; the kind decides nothing, a request is encoded or refused.
const KINDS: [&str; 7] = [
    "build",
    "both",
    "encode",
    "reject-input",
    "lightning-address",
    "pay-request-accept",
    "reject-pay-request",
];

/// Answers one request to encode: `{"payload":…}`, with `"plain"` where the payload is not readable
/// text, or `{"fault":…}`.
#[must_use]
pub fn encode(line: &[u8], locale: Locale) -> Value {
    answered(locale, || {
        let asked: Request = read(line)?;
        asked.has_kind(&KINDS)?;
        read_options(asked.options)?;
        let standard = named(&asked.standard)?;
        let request = form::request(asked.input)?;
        Ok(encoded(standard.encode(&request)?))
    })
}

/// Answers one request to decode: `{"standard":…,"input":{…},"findings":[…]}` or `{"fault":…}`.
///
/// With `"expected":{"names":[…],"keys":[…],"amount":…}` the code is compared with what the
/// organisation expects of it, and the answer begins with a verdict.
#[must_use]
pub fn decode(line: &[u8], locale: Locale) -> Value {
    answered(locale, || {
        let asked: Payload = read(line)?;
        let options = read_options(asked.options)?;
        if let Some(told) = asked.expected {
            return expected::compared(&asked.payload, told, locale);
        }
        let reading = match asked.standard.as_deref() {
            Some(name) => named(name)?.decode(&asked.payload, options)?,
            None => groat_payment_codes::decode(&asked.payload, options)?,
        };
        Ok(reading_json(reading, locale))
    })
}

/// Writes a reading: what the code asks for, and what is odd about it.
fn reading_json(reading: Reading, locale: Locale) -> Value {
    let findings = reading.findings.iter();
    let findings: Vec<Value> =
        findings.map(|found| findings::finding_json(found, locale)).collect();
    let mut answer = json!({
        "standard": reading.standard.name(),
        "input": form::input(&reading),
        "findings": findings,
    });
    if let (Some(plain), Some(answer)) = (reading.plain, answer.as_object_mut()) {
        answer.insert("plain".to_owned(), plain.into());
    }
    answer
}

/// Answers one request to make or check a reference: `{"payload":…}` or `{"fault":…}`.
#[must_use]
pub fn reference(line: &[u8], locale: Locale) -> Value {
    answered(locale, || {
        let asked: Request = read(line)?;
        if asked.options.as_ref().is_some_and(|options| !options.is_empty()) {
            return Err(malformed("options").at("options"));
        }
        references::reference(asked).map(|reference| json!({ "payload": reference }))
    })
}

/// Answers one request for advice: `{"country":…,"advice":[…]}` or `{"fault":…}`.
#[must_use]
pub fn advise(line: &[u8], locale: Locale) -> Value {
    answered(locale, || advise::advised(read(line)?, locale))
}

fn encoded(encoded: Encoded) -> Value {
    match encoded.plain {
        Some(plain) => json!({ "payload": encoded.payload, "plain": plain }),
        None => json!({ "payload": encoded.payload }),
    }
}

fn named(name: &str) -> Result<Standard, Fault> {
    Standard::from_name(name).ok_or_else(unknown_standard)
}

/// A vector without its answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    standard: String,
    kind: Option<String>,
    #[serde(rename = "use")]
    used_for: Option<String>,
    input: Value,
    options: Option<Map<String, Value>>,
}

impl Request {
    /// A kind may be left out where there is one only.
    fn has_kind(&self, known: &[&str]) -> Result<(), Fault> {
        for (name, kind) in [("kind", &self.kind), ("use", &self.used_for)] {
            if kind.as_deref().is_some_and(|kind| !known.contains(&kind)) {
                return Err(malformed(name).at(name));
            }
        }
        Ok(())
    }
}

fn read_options(options: Option<Map<String, Value>>) -> Result<Options, Fault> {
    let mut read = Options::default();
    for (name, value) in options.unwrap_or_default() {
        match (name.as_str(), value) {
            ("check_address", Value::Bool(check)) => read.check_address = check,
            _ => return Err(malformed(&name).at("options")),
        }
    }
    Ok(read)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payload {
    payload: String,
    standard: Option<String>,
    options: Option<Map<String, Value>>,
    expected: Option<expected::Told>,
}

fn answered(locale: Locale, act: impl FnOnce() -> Result<Value, Fault>) -> Value {
    act().unwrap_or_else(|fault| fault_json(&fault, locale))
}

/// A fault as every `--json` answer carries it: `{"fault":{"code","field","message","hint"?}}`.
#[must_use]
pub fn fault_json(fault: &Fault, locale: Locale) -> Value {
    let view = fault_view(fault, locale);
    let mut written = json!({ "code": view.code, "field": view.field, "message": view.message });
    if let (Some(hint), Some(fields)) = (view.hint, written.as_object_mut()) {
        fields.insert("hint".to_owned(), hint.into());
    }
    json!({ "fault": written })
}

/// Reads an object; an array of its values in the right order is none.
fn read<T: for<'a> Deserialize<'a>>(line: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice::<Map<String, Value>>(line)
        .and_then(|fields| serde_json::from_value(fields.into()))
        .map_err(|error| malformed(&error.to_string()))
}

fn fields<T: for<'a> Deserialize<'a>>(input: Value) -> Result<T, Fault> {
    serde_json::from_value::<Map<String, Value>>(input)
        .and_then(|fields| serde_json::from_value(fields.into()))
        .map_err(|error| malformed(&error.to_string()).at("input"))
}

fn malformed(detail: &str) -> Fault {
    Fault::new(Code::ArgumentsMalformed).with("detail", detail.to_owned())
}

fn unknown_standard() -> Fault {
    Fault::new(Code::PayloadUnknownStandard).at("standard")
}
