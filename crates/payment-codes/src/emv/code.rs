//! A code read by the grammar alone: its tags in their order, and what is odd about their writing.
//!
//! Refused: tags that do not part, tag 00 not first, tag 63 not last, a wrong checksum, a tag twice
//! at one level. Read with a finding: blanks around the text, a checksum in small letters, tags out
//! of order (also 00 inside a template), empty tags, a bare value where a template stands (kept
//! verbatim; banks issue such codes), sub-tag 62-00. What the values say is not looked at here.

use super::scheme;
use super::tlv::{self, BrokenAt, Tag};
use crate::{Field, Finding, Flaw, Oddity, Reading, Refusal, Standard};

/// The most characters a code may have (EMVCo MPM 1.1, section 3.2).
pub(crate) const LENGTH_MAX: usize = 512;

/// A code whose grammar holds.
#[derive(Debug)]
pub(crate) struct Code<'a> {
    text: &'a str,
    parts: Vec<Part<'a>>,
    findings: Vec<Finding>,
}

/// A tag of the first level.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub(crate) id: u8,
    pub(crate) value: &'a str,
    /// The sub-tags in their order; `None` where the value has none.
    pub(crate) subs: Option<Vec<Tag<'a>>>,
}

impl<'a> Code<'a> {
    /// Reads a code.
    ///
    /// # Errors
    /// At [`Field::Payload`]: [`Flaw::OtherStandard`] where no tag begins the text,
    /// [`Flaw::Broken`], [`Flaw::Checksum`]. At the field of the tag: [`Flaw::Repeated`], and
    /// [`Flaw::Missing`] for an account template without its owner in sub-tag 00.
    pub(crate) fn read(text: &'a str) -> Result<Code<'a>, Refusal> {
        let mut findings = Vec::new();
        let text = without_blanks(text, &mut findings);
        let tags = part_whole(text)?;
        verify_checksum(text, &tags, &mut findings)?;
        if text.chars().count() > LENGTH_MAX {
            let found = text.chars().count();
            find(&mut findings, Field::Payload, Oddity::TooLong { max: LENGTH_MAX, found });
        }
        unique(&tags, field_of)?;
        if !tags.iter().map(|tag| tag.id).filter(|id| *id != 63).is_sorted() {
            find(&mut findings, Field::Payload, Oddity::OutOfOrder);
        }
        let parts = tags.into_iter().map(|tag| look_inside(tag, &mut findings));
        Ok(Code { text, parts: parts.collect::<Result<_, _>>()?, findings })
    }

    /// Starts a reading of it, with what is odd about its grammar.
    pub(crate) fn reading(&self, standard: Standard) -> Reading {
        let mut reading = Reading::new(standard, crate::Request::new());
        reading.findings.clone_from(&self.findings);
        reading
    }

    /// Returns the text, without blanks around it.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// Tells the scheme it belongs to.
    pub(crate) fn scheme(&self) -> Standard {
        scheme::of(self.text)
    }

    /// Returns every tag of the first level, in the order of the code, 63 among them.
    pub(crate) fn parts(&self) -> &[Part<'a>] {
        &self.parts
    }

    /// Tells whether a tag of the first level is there, be it empty.
    pub(crate) fn has(&self, id: u8) -> bool {
        self.parts.iter().any(|part| part.id == id)
    }

    /// Returns the value of a tag of the first level; nothing where it is absent or empty.
    pub(crate) fn value(&self, id: u8) -> Option<&'a str> {
        let part = self.parts.iter().find(|part| part.id == id)?;
        Some(part.value).filter(|value| !value.is_empty())
    }

    /// Returns the sub-tags of a template; none where it is absent or holds a bare value.
    pub(crate) fn subs(&self, id: u8) -> &[Tag<'a>] {
        let part = self.parts.iter().find(|part| part.id == id);
        part.and_then(|part| part.subs.as_deref()).unwrap_or_default()
    }

    /// Returns the value of a sub-tag; nothing where it is absent or empty.
    pub(crate) fn sub(&self, id: u8, sub: u8) -> Option<&'a str> {
        let tag = self.subs(id).iter().find(|tag| tag.id == sub)?;
        Some(tag.value).filter(|value| !value.is_empty())
    }
}

/// Returns the field of a tag of the first level.
pub(crate) fn field_of(id: u8) -> Field {
    match id {
        0 => Field::PayloadFormat,
        1 => Field::Poi,
        2..=51 => Field::Accounts,
        52 => Field::Mcc,
        53 => Field::CurrencyCode,
        54 => Field::Amount,
        55 => Field::Tip,
        56 => Field::FeeFixed,
        57 => Field::FeePercent,
        58 => Field::Country,
        59 => Field::PayeeName,
        60 => Field::City,
        61 => Field::PostalCode,
        62 => Field::Additional,
        64 => Field::Language,
        80..=99 => Field::Unreserved,
        _ => Field::Payload,
    }
}

fn find(findings: &mut Vec<Finding>, field: Field, oddity: Oddity) {
    findings.push(Finding { field, oddity });
}

fn broken(place: BrokenAt) -> Refusal {
    Refusal::new(Field::Payload, place)
}

fn without_blanks<'a>(text: &'a str, findings: &mut Vec<Finding>) -> &'a str {
    let marked = text.strip_prefix('\u{feff}');
    if marked.is_some() {
        find(findings, Field::Payload, Oddity::ByteOrderMark);
    }
    let text = marked.unwrap_or(text);
    if text.trim() != text {
        find(findings, Field::Payload, Oddity::BlanksAround);
    }
    text.trim()
}

/// Parts the first level: 00 first, 63 last and of four hexadecimal digits.
fn part_whole(text: &str) -> Result<Vec<Tag<'_>>, Refusal> {
    if !text.get(..4).is_some_and(|start| start.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    }
    let tags = tlv::part(text, "").map_err(broken)?;
    if tags.first().is_none_or(|tag| tag.id != 0) {
        return Err(broken(BrokenAt("00".to_owned())));
    }
    let is_checksum = |tag: &Tag<'_>| {
        tag.id == 63 && tag.value.len() == 4 && tag.value.bytes().all(|b| b.is_ascii_hexdigit())
    };
    if !tags.last().is_some_and(is_checksum) {
        return Err(broken(BrokenAt("63".to_owned())));
    }
    Ok(tags)
}

fn verify_checksum(
    text: &str,
    tags: &[Tag<'_>],
    findings: &mut Vec<Finding>,
) -> Result<(), Refusal> {
    let found = tags.last().map_or("", |tag| tag.value);
    let covered = text.strip_suffix(found).unwrap_or(text);
    let computed = format!("{:04X}", tlv::checksum(covered.as_bytes()));
    if !found.eq_ignore_ascii_case(&computed) {
        let flaw = Flaw::Checksum { found: found.to_owned(), computed };
        return Err(Refusal::new(Field::Payload, flaw));
    }
    if found != computed {
        find(findings, Field::Payload, Oddity::SmallLetterChecksum);
    }
    Ok(())
}

fn unique(tags: &[Tag<'_>], field: impl Fn(u8) -> Field) -> Result<(), Refusal> {
    let twice = tags.iter().enumerate().find(|(at, tag)| {
        let mut before = tags.iter().take(*at);
        before.any(|other| other.id == tag.id)
    });
    twice.map_or(Ok(()), |(_, tag)| Err(Refusal::new(field(tag.id), Flaw::Repeated)))
}

/// Parts a template into its sub-tags.
fn look_inside<'a>(tag: Tag<'a>, findings: &mut Vec<Finding>) -> Result<Part<'a>, Refusal> {
    let Tag { id, value } = tag;
    let field = field_of(id);
    if value.is_empty() {
        find(findings, field, Oddity::Empty);
    }
    let bare = Part { id, value, subs: None };
    if value.is_empty() || !matches!(id, 26..=51 | 62 | 64 | 80..=99) {
        return Ok(bare);
    }
    let subs = match tlv::part(value, &format!("{id:02}-")) {
        Ok(subs) if matches!(id, 62 | 64) || subs.iter().any(|sub| sub.id == 0) => subs,
        Ok(_) if id <= 51 => return Err(Refusal::new(field, Flaw::Missing)),
        Err(place) if matches!(id, 62 | 64) || begins_as_template(value) => {
            return Err(broken(place));
        }
        _ => {
            find(findings, Field::Opaque, Oddity::Unknown { key: format!("{id:02}") });
            return Ok(bare);
        }
    };
    unique(&subs, |_| field)?;
    if !subs.iter().map(|sub| sub.id).is_sorted() {
        find(findings, field, Oddity::OutOfOrder);
    }
    if subs.iter().any(|sub| sub.value.is_empty()) {
        find(findings, field, Oddity::Empty);
    }
    if id == 62 && subs.iter().any(|sub| sub.id == 0) {
        find(findings, field, Oddity::Unknown { key: "62-00".to_owned() });
    }
    Ok(Part { id, value, subs: Some(subs) })
}

/// Tells a damaged template, which begins with its owner's name in sub-tag 00, from a bare value.
/// Hashes, and tokens in Base64, may begin with any digits.
fn begins_as_template(value: &str) -> bool {
    let is_token = is_hash(value) || value.ends_with('=');
    let has_name = || value.bytes().any(|byte| !byte.is_ascii_hexdigit());
    let has_owner = || matches!(tlv::tags(value).next(), Some(Ok(Tag { id: 0, .. })));
    value.starts_with("00") && !is_token && (has_name() || has_owner())
}

/// Tells a value that looks like a hash: 32, 40 or 64 of them are in use.
pub(crate) fn is_hash(value: &str) -> bool {
    value.len() >= 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests;
