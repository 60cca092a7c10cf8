//! What a server answers when an LNURL is asked (LUD-06).

use std::collections::BTreeMap;

use super::{json, web};
use crate::{Field, Flaw, Refusal, Request, Value};

/// LUD-06: an image of at most 100 KB in base64.
const IMAGE_LENGTH_MAX: usize = 136_536;
const IMAGES: [&str; 2] = ["image/png;base64", "image/jpeg;base64"];

fn refuse(flaw: Flaw) -> Refusal {
    Refusal::new(Field::Response, flaw)
}

fn broken(place: &str) -> Refusal {
    refuse(Flaw::Broken { place: place.to_owned() })
}

/// Checks an answer: its tag, where the wallet is to ask for the invoice, between which amounts,
/// and the description that the invoice will be bound to.
///
/// # Errors
/// [`Flaw::Missing`], [`Flaw::Kind`], [`Flaw::Broken`] at the key that is wrong,
/// [`Flaw::TooLarge`] where the least is above the most.
pub(super) fn check(request: &Request) -> Result<(), Refusal> {
    let answer = match request.value(Field::Response) {
        Some(Value::Table(answer)) => answer,
        Some(_) => return Err(refuse(Flaw::Kind)),
        None => return Err(refuse(Flaw::Missing)),
    };
    if text(answer, "tag")? != "payRequest" {
        return Err(broken("tag"));
    }
    web::checked(Field::Response, text(answer, "callback")?)?;
    let (least, most) = (whole(answer, "minSendable")?, whole(answer, "maxSendable")?);
    if least == 0 {
        return Err(broken("minSendable"));
    }
    if least > most {
        return Err(refuse(Flaw::TooLarge { max: most.to_string() }));
    }
    if answer.contains_key("commentAllowed") {
        whole(answer, "commentAllowed")?;
    }
    check_metadata(text(answer, "metadata")?)
}

fn text<'a>(answer: &'a BTreeMap<String, Value>, key: &str) -> Result<&'a str, Refusal> {
    answer.get(key).and_then(Value::as_text).ok_or_else(|| broken(key))
}

fn whole(answer: &BTreeMap<String, Value>, key: &str) -> Result<u64, Refusal> {
    match answer.get(key) {
        Some(Value::Whole(number)) => Ok(*number),
        _ => Err(broken(key)),
    }
}

/// Exactly one plain text, at most one image; every entry is a list that begins with its kind.
fn check_metadata(metadata: &str) -> Result<(), Refusal> {
    let fault = || broken("metadata");
    let entries = json::entries(metadata).ok_or_else(fault)?;
    let count = |kinds: &[&str]| {
        entries.iter().filter(|entry| kinds.contains(&entry.kind.as_str())).count()
    };
    let with_text = entries.iter().all(|entry| match entry.kind.as_str() {
        "text/plain" => entry.text.is_some(),
        kind if IMAGES.contains(&kind) => {
            entry.text.as_ref().is_some_and(|image| image.len() <= IMAGE_LENGTH_MAX)
        }
        _ => true,
    });
    if count(&["text/plain"]) != 1 || count(&IMAGES) > 1 || !with_text {
        return Err(fault());
    }
    Ok(())
}
