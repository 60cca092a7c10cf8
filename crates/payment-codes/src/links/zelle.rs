//! Zelle: payments between banks in the United States, to an e-mail address or a mobile number.
//!
//! Standard: not published; the code that bank apps show, as public code decodes it: Base64 of a
//! JSON object.
//!
//! ```text
//! https://enroll.zellepay.com/qr-codes?data=<Base64 of {"name":…,"action":"payment","token":…}>
//! ```
//!
//! The token is an e-mail address or ten digits of a number of the North American plan.
//!
//! # Limits
//! Carries no amount, no reference and no text.
//!
//! # Quirks
//! The page behind the link enrols; bank apps take the code apart themselves. The order of the
//! names differs between banks, some leave `action` out, and numbers stand with hyphens. Signs
//! beyond ASCII are written as `\uXXXX`, so that the Base64 has no sign that a query changes.

use data_encoding::{BASE64, BASE64URL_NOPAD};

use super::opened::Opened;
use super::{Provider, is_email};
use crate::json::{Json, JsonFlaw, in_ascii, push_text};
use crate::{Field, Flaw, Oddity, Refusal, Request};

pub(super) const PROVIDER: Provider =
    Provider { names: &["zelle"], hosts: &["enroll.zellepay.com"], schemes: &[], encode, decode };

const NAME_LENGTH_MAX: usize = 255;
const TOKEN_EXAMPLE: &str = "give@example.org";

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[Field::Provider, Field::PayeeName, Field::Token, Field::Currency])?;
    request.currency(&["USD"])?;
    let name = request.needed_fitting(Field::PayeeName, NAME_LENGTH_MAX)?;
    let token = token(request.needed(Field::Token)?)
        .ok_or(Refusal::new(Field::Token, Flaw::Form { example: TOKEN_EXAMPLE }))?;
    let mut json = String::from("{\"name\":");
    push_text(&mut json, name);
    json.push_str(",\"action\":\"payment\",\"token\":");
    push_text(&mut json, &token);
    json.push('}');
    let data = BASE64.encode(in_ascii(&json).as_bytes()).replace('+', "%2B");
    Ok(format!("https://enroll.zellepay.com/qr-codes?data={data}"))
}

/// Returns an e-mail address as it is, a number as its ten digits.
fn token(text: &str) -> Option<String> {
    if is_email(text) {
        return Some(text.to_owned());
    }
    let digits: String = text.chars().filter(|sign| !" -().+".contains(*sign)).collect();
    let national = match digits.len() {
        11 => digits.strip_prefix('1')?,
        _ => &digits,
    };
    let fits = national.len() == 10 && national.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| national.to_owned())
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    let Some(written) = opened.take_written("data", Field::Payload)? else {
        opened.keep_as_it_stands();
        return Ok(());
    };
    let json = json_of(written).ok_or_else(|| broken("data"))?;
    let json = Json::parse(&json).map_err(|flaw| match flaw {
        JsonFlaw::Repeated { name } => {
            Refusal::new(field_of(&name).unwrap_or(Field::Payload), Flaw::Repeated)
        }
        JsonFlaw::Broken { .. } => broken("data"),
    })?;
    let Json::Object(members) = &json else { return Err(broken("data")) };
    match text(&json, "action", Field::Kind)? {
        Some("payment") => {}
        None => opened.reading.find(Field::Kind, Oddity::Missing),
        Some(found) => {
            let flaw = Flaw::NotOneOf { allowed: &["payment"], found: found.to_owned() };
            return Err(Refusal::new(Field::Kind, flaw));
        }
    }
    put_token(opened, text(&json, "token", Field::Token)?)?;
    match text(&json, "name", Field::PayeeName)? {
        Some(name) => opened.put_text(Field::PayeeName, name, NAME_LENGTH_MAX),
        None => opened.reading.find(Field::PayeeName, Oddity::Missing),
    }
    opened.put_currency("USD")?;
    for (name, _) in members.iter().filter(|(name, _)| field_of(name).is_none()) {
        opened.reading.find(Field::Payload, Oddity::Unknown { key: name.clone() });
    }
    Ok(())
}

fn field_of(name: &str) -> Option<Field> {
    Some(match name {
        "name" => Field::PayeeName,
        "action" => Field::Kind,
        "token" => Field::Token,
        _ => return None,
    })
}

/// Base64 of either alphabet, with or without its padding; a blank was a plus.
fn json_of(written: &str) -> Option<String> {
    let decoded = percent_encoding::percent_decode_str(written).decode_utf8().ok()?;
    let bare: String = decoded
        .trim_end_matches('=')
        .chars()
        .map(|sign| match sign {
            '+' | ' ' => '-',
            '/' => '_',
            _ => sign,
        })
        .collect();
    String::from_utf8(BASE64URL_NOPAD.decode(bare.as_bytes()).ok()?).ok()
}

fn broken(place: &str) -> Refusal {
    Refusal::new(Field::Payload, Flaw::Broken { place: place.to_owned() })
}

fn text<'a>(json: &'a Json, name: &str, field: Field) -> Result<Option<&'a str>, Refusal> {
    match json.member(name) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Text(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
        Some(_) => Err(Refusal::new(field, Flaw::Kind)),
    }
}

fn put_token(opened: &mut Opened<'_>, written: Option<&str>) -> Result<(), Refusal> {
    let written = written.ok_or(Refusal::new(Field::Token, Flaw::Missing))?;
    match token(written) {
        Some(token) if token == written => opened.reading.request.put(Field::Token, token),
        Some(token) => {
            opened.reading.find(Field::Token, Oddity::NotNormalised);
            opened.reading.request.put(Field::Token, token);
        }
        None => {
            opened.reading.find(Field::Token, Oddity::Form { example: TOKEN_EXAMPLE });
            opened.put_text(Field::Token, written, NAME_LENGTH_MAX);
        }
    }
    Ok(())
}
