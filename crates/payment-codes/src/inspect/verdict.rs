//! The answer to "is this poster still ours?".

use super::{Expected, second_code};
use crate::{Field, Finding, ForeignSign, Oddity, Options, Reading, Refusal, Standard, links};

/// What was found out about a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// The answer in one word.
    pub verdict: Verdict,
    /// The standard it is written in; none where none is known.
    pub standard: Option<Standard>,
    /// What it says, with everything odd about it, or why it cannot be read. A checksum that does
    /// not fit is [`crate::Flaw::Checksum`]: somebody changed the text, or a printer damaged it.
    pub read: Result<Reading, Refusal>,
    /// A second code inside a text that cannot be read; what can be read has a finding for it.
    pub second: Option<Standard>,
}

/// The answer in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It pays the organisation and nothing speaks against it.
    Ours,
    /// Nothing speaks against it; no account was named that it could be compared with.
    Unchecked,
    /// Something is odd enough for a person to look at.
    LookHere,
    /// It pays another account, or leads to another host than it seems to.
    NotOurs,
    /// It is written in a known standard and cannot be read.
    Damaged,
    /// It is written in no standard that is known here.
    Unknown,
}

impl Verdict {
    /// Returns the stable word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Ours => "ours",
            Verdict::Unchecked => "unchecked",
            Verdict::LookHere => "look-here",
            Verdict::NotOurs => "not-ours",
            Verdict::Damaged => "damaged",
            Verdict::Unknown => "unknown",
        }
    }
}

/// Reads a code of any standard and compares it with what is expected of it.
#[must_use]
pub fn inspect(text: &str, expected: &Expected) -> Inspection {
    // Any page may be the one of a poster, also one that no standard would recognise.
    let bare = text.trim_start_matches('\u{feff}').trim();
    let page = || links::is_link(bare).then_some(Standard::Links);
    let standard = Standard::recognise(text).or_else(page);
    let read = match standard {
        Some(standard) => standard.decode(text, Options::default()),
        None => crate::decode(text, Options::default()),
    };
    match read {
        Ok(reading) => compared(reading, expected),
        Err(refusal) => {
            let verdict = if standard.is_some() { Verdict::Damaged } else { Verdict::Unknown };
            let second = second_code::find_behind(text);
            Inspection { verdict, standard, read: Err(refusal), second }
        }
    }
}

fn compared(mut reading: Reading, expected: &Expected) -> Inspection {
    let compared = expected.compare(&reading);
    for finding in &compared.findings {
        if !reading.findings.contains(finding) {
            reading.findings.push(finding.clone());
        }
    }
    // An organisation's own page may bear a name like a known one.
    let weighs = |finding: &&Finding| !(compared.leads_to_us && is_of_host(finding));
    let weight = reading.findings.iter().filter(weighs).map(|finding| weigh(&finding.oddity)).max();
    let verdict = match weight.unwrap_or(Weight::None) {
        Weight::Disguise => Verdict::NotOurs,
        _ if compared.pays_another => Verdict::NotOurs,
        Weight::Suspicion => Verdict::LookHere,
        Weight::None if compared.pays_us => Verdict::Ours,
        // Something was expected, and the code names no account at all.
        Weight::None if !expected.keys.is_empty() => Verdict::LookHere,
        Weight::None => Verdict::Unchecked,
    };
    Inspection { verdict, standard: Some(reading.standard), read: Ok(reading), second: None }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    None,
    Suspicion,
    Disguise,
}

fn is_of_host(finding: &Finding) -> bool {
    finding.field == Field::Link && matches!(finding.oddity, Oddity::HostLooksLike { .. })
}

/// How much a finding weighs: what only breaks a form weighs nothing.
fn weigh(oddity: &Oddity) -> Weight {
    match oddity {
        Oddity::HostLooksLike { .. } => Weight::Disguise,
        Oddity::Differs { .. }
        | Oddity::Lookalike { .. }
        | Oddity::SecondCode { .. }
        | Oddity::NotHttps
        | Oddity::AmountFixed
        | Oddity::AmountDiffers { .. }
        | Oddity::OneTime
        | Oddity::Withdrawn
        | Oddity::ReferenceBroken
        | Oddity::ForeignSign {
            why: Some(ForeignSign::Direction | ForeignSign::Invisible), ..
        } => Weight::Suspicion,
        _ => Weight::None,
    }
}
