//! Payment codes and references as JSON: what `groat code` reads and answers, a line at a time.
//!
//! The shapes are those of the published vectors (`tests/vectors/SOURCE`). A line that cannot be
//! read is answered with a fault like any other refusal; nothing here can stop a stream.

use groat_app::{Code, Fault};
use groat_money::{Currency, Money, NumberSymbols};
use groat_payment_codes::epc::EpcError;
use groat_phrases::Locale;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::fault_view;

mod epc;
mod picture;
mod references;
mod spayd;

pub use picture::{Picture, picture};
use references::{ogm_fault, reference_fault};

/// Answers one request to encode: `{"payload":…}` or `{"fault":…}`.
#[must_use]
pub fn encode(line: &[u8], locale: Locale) -> Value {
    answered(locale, || {
        let asked: Request = read(line)?;
        asked.has_kind(&["build"])?;
        asked.has_no_options()?;
        match asked.standard.as_str() {
            epc::STANDARD => epc::encode(asked.input).map(payload),
            spayd::STANDARD => spayd::encode(asked.input).map(payload),
            _ => Err(unknown_standard()),
        }
    })
}

/// Answers one request to decode: `{"standard":…,"input":{…},"findings":[…]}` or `{"fault":…}`.
#[must_use]
pub fn decode(line: &[u8], locale: Locale) -> Value {
    answered(locale, || {
        let asked: Payload = read(line)?;
        if asked.options.is_some_and(|options| !options.is_empty()) {
            return Err(malformed("options"));
        }
        match asked.standard.as_deref() {
            Some(spayd::STANDARD) => spayd::decode(&asked.payload, locale),
            None if spayd::is_begun(&asked.payload) => spayd::decode(&asked.payload, locale),
            None | Some(epc::STANDARD) => epc::decode(&asked.payload, locale),
            Some(_) => Err(unknown_standard()),
        }
    })
}

/// Answers one request to make or check a reference: `{"payload":…}` or `{"fault":…}`.
#[must_use]
pub fn reference(line: &[u8], locale: Locale) -> Value {
    answered(locale, || {
        let asked: Request = read(line)?;
        asked.has_no_options()?;
        references::reference(asked).map(payload)
    })
}

/// A vector without its answer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    standard: String,
    kind: Option<String>,
    input: Value,
    options: Option<Map<String, Value>>,
}

impl Request {
    /// A kind may be left out where there is one only.
    fn has_kind(&self, known: &[&str]) -> Result<(), Fault> {
        match self.kind.as_deref() {
            Some(kind) if !known.contains(&kind) => Err(malformed("kind").at("kind")),
            _ => Ok(()),
        }
    }

    /// No standard has options yet.
    fn has_no_options(&self) -> Result<(), Fault> {
        match &self.options {
            Some(options) if !options.is_empty() => Err(malformed("options").at("options")),
            _ => Ok(()),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payload {
    payload: String,
    standard: Option<String>,
    options: Option<Map<String, Value>>,
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

fn payload(text: String) -> Value {
    json!({ "payload": text })
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

fn unknown_currency(code: &str) -> Fault {
    Fault::new(Code::CurrencyUnknown).with("currency", code.to_owned()).at("currency")
}

/// Decimal text and nothing else: no currency beside it, no blanks, no grouping.
fn decimal_amount(text: &str, currency: Currency, largest: Money) -> Result<Money, Fault> {
    let example = || Money::from_minor(100_050, Currency::EUR).decimal_text();
    let decimal = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '-');
    if let Some(found) = text.chars().find(|sign| !decimal(*sign)) {
        let fault = Fault::new(Code::AmountUnreadable).with("found", found);
        return Err(fault.with("example", example()).at("amount"));
    }
    groat_money::read_typed(text, NumberSymbols::PLAIN, currency)
        .map_err(|error| Fault::amount(error, example(), largest.into()))
}

fn unknown_standard() -> Fault {
    Fault::new(Code::PayloadUnknownStandard).at("standard")
}

/// The refusals of a code that no person types in the window, so that `app` has no words for them.
fn epc_fault(error: EpcError) -> Fault {
    let told = |code: Code| Fault::new(code).with("standard", epc::STANDARD);
    match error {
        EpcError::BicNeededInVersion001 => {
            told(Code::PayloadMalformed).with("detail", error.to_string()).at("bic")
        }
        EpcError::OgmOutsideBelgium { country } => told(Code::PayloadMalformed)
            .with("detail", format!("a structured communication in {}", country.code()))
            .at("reference"),
        other => Fault::from(other),
    }
}
