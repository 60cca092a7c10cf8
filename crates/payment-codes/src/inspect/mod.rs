//! Is this poster still ours? What a suspicious treasurer wants to know of a code.
//!
//! [`inspect`] reads a code of any standard and compares it with what the organisation expects of
//! it. What needs no expectation is found by every reading ([`crate::decode`],
//! [`crate::Standard::decode`]): letters that pass for others ([`Oddity::Lookalike`]), hosts that
//! look like known ones ([`Oddity::HostLooksLike`]), a second code inside the first
//! ([`Oddity::SecondCode`]) and signs that turn a text around.
//!
//! A pasted-over code is the usual attack on a poster, so the account or key decides: a code that
//! pays another one is not ours, however good its name looks.

mod expected;
pub(crate) mod hosts;
mod lookalikes;
mod punycode;
mod second_code;
#[cfg(test)]
mod tests;
mod verdict;

use std::collections::BTreeMap;

use crate::links::url::{Link, decoded_value};
use crate::{Field, Finding, ForeignSign, Oddity, Reading, Standard, Value, first_foreign_sign};

pub use expected::{Expected, ExpectedAmount};
pub use verdict::{Inspection, Verdict, inspect};

/// What may stand in a field, as far as a disguise goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A name that a donor reads.
    Name,
    /// Any other text.
    Text,
    /// A key, a user or an address: ASCII by rule.
    Key,
    /// A link, a code or a template of a network: what stands there is meant to be one.
    Code,
}

fn place(field: Field) -> Place {
    match field {
        Field::PayeeName
        | Field::PayeeStreet
        | Field::PayeeCity
        | Field::City
        | Field::NameLocal
        | Field::CityLocal
        | Field::Store
        | Field::Label
        | Field::Issuer => Place::Name,
        Field::User
        | Field::Vpa
        | Field::Email
        | Field::Token
        | Field::Key
        | Field::Proxy
        | Field::LightningAddress
        | Field::AccountId
        | Field::Profile => Place::Key,
        Field::Link
        | Field::Url
        | Field::BasePayload
        | Field::Lightning
        | Field::Lno
        | Field::Bc
        | Field::Sp
        | Field::Response
        | Field::AlternativeSchemes
        | Field::Accounts
        | Field::Unreserved
        | Field::Opaque => Place::Code,
        _ => Place::Text,
    }
}

/// Adds to a reading what needs no expectation to be odd.
pub(crate) fn look(payload: &str, reading: &mut Reading) {
    let mut look = Look::default();
    if reading.standard == Standard::Links {
        look.at_payload(payload, reading);
    }
    for (field, value) in reading.request.iter() {
        look.at_value(field, place(field), value);
    }
    for finding in look.findings {
        if !reading.findings.contains(&finding) {
            reading.findings.push(finding);
        }
    }
}

#[derive(Default)]
struct Look {
    findings: Vec<Finding>,
}

impl Look {
    fn find(&mut self, field: Field, oddity: Oddity) {
        self.findings.push(Finding { field, oddity });
    }

    /// Looks at a link before its parts lie in their fields, where a disguise no longer shows.
    fn at_payload(&mut self, payload: &str, reading: &Reading) {
        let payload = payload.trim_start_matches('\u{feff}').trim();
        let (first, behind) = payload.split_once(char::is_whitespace).unwrap_or((payload, ""));
        self.at_links(Field::Link, first);
        if let Some(standard) = second_code::find(behind) {
            self.find(Field::Payload, Oddity::SecondCode { standard });
        }
        // What is kept whole may lead on from a page that is harmless itself.
        if let Some((_, query)) =
            first.split_once('?').filter(|_| reading.request.value(Field::Link).is_some())
            && let Ok(query) = decoded_value(query)
            && let Some(standard) = second_code::find(&query)
        {
            self.find(Field::Link, Oddity::SecondCode { standard });
        }
    }

    fn at_value(&mut self, field: Field, place: Place, value: &Value) {
        match value {
            Value::Text(text) => self.at_text(field, place, text),
            Value::List(values) => {
                values.iter().for_each(|value| self.at_value(field, place, value));
            }
            Value::Table(values) => self.at_table(field, place, values),
            Value::Whole(_) | Value::Flag(_) => {}
        }
    }

    /// Keys of other makers may be links by their name, such as the Czech `X-URL`.
    fn at_table(&mut self, field: Field, place: Place, values: &BTreeMap<String, Value>) {
        for (key, value) in values {
            let is_url = key.to_ascii_lowercase().ends_with("url");
            let place = if is_url { Place::Code } else { place };
            self.at_value(field, place, value);
        }
    }

    fn at_text(&mut self, field: Field, place: Place, text: &str) {
        self.at_links(field, text);
        let lookalikes = match place {
            Place::Name | Place::Text => lookalikes::in_words(text),
            Place::Key => lookalikes::in_key(text),
            Place::Code => return,
        };
        let digits = match place {
            Place::Name => lookalikes::digits_in_words(text),
            _ => Vec::new(),
        };
        for lookalikes::Lookalike { at, found, like } in lookalikes.into_iter().chain(digits) {
            self.find(field, Oddity::Lookalike { at, found, like });
        }
        if let Some(standard) = second_code::find(text) {
            self.find(field, Oddity::SecondCode { standard });
        }
        if let Some(sign) =
            first_foreign_sign(text).filter(|sign| sign.why == ForeignSign::Direction)
        {
            let (at, found, why) = (sign.at, sign.found, Some(sign.why));
            self.find(field, Oddity::ForeignSign { at, found, why });
        }
    }

    fn at_links(&mut self, field: Field, text: &str) {
        for link in links_in(text).filter(Link::is_web) {
            if let Some(oddity) = hosts::find(&link) {
                self.find(field, oddity);
            }
        }
    }
}

/// Returns the links in a text: words with a scheme, whatever stands before it, and words that
/// begin with a host and a path.
fn links_in(text: &str) -> impl Iterator<Item = Link<'_>> {
    let word_end = |sign: char| sign.is_whitespace() || "\"'<>()[]{}|".contains(sign);
    let words = text.split(word_end).filter(|word| word.contains('/'));
    words.filter_map(|word| {
        let begins = word.find("://").map(|colon| {
            let before = word.get(..colon).unwrap_or_default();
            before.trim_end_matches(|sign: char| sign.is_ascii_alphanumeric()).len()
        });
        Link::parse(word.get(begins.unwrap_or_default()..)?)
    })
}
