//! The answer to "is this poster still ours?".

use super::{Expected, second_code};
use crate::{Finding, ForeignSign, Oddity, Options, Reading, Refusal, Standard};

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
    let standard = Standard::recognise(text);
    match crate::decode(text, Options::default()) {
        Ok(mut reading) => {
            let compared = expected.compare(&reading);
            for finding in compared.findings {
                if !reading.findings.contains(&finding) {
                    reading.findings.push(finding);
                }
            }
            let verdict = match weight(&reading.findings) {
                Weight::Disguise => Verdict::NotOurs,
                _ if compared.pays_another => Verdict::NotOurs,
                Weight::Suspicion => Verdict::LookHere,
                Weight::None if compared.pays_us => Verdict::Ours,
                // Something was expected, and the code names no account at all.
                Weight::None if !expected.keys.is_empty() => Verdict::LookHere,
                Weight::None => Verdict::Unchecked,
            };
            Inspection {
                verdict,
                standard: Some(reading.standard),
                read: Ok(reading),
                second: None,
            }
        }
        Err(refusal) => {
            let verdict = if standard.is_some() { Verdict::Damaged } else { Verdict::Unknown };
            let second = second_code::find_behind(text);
            Inspection { verdict, standard, read: Err(refusal), second }
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    None,
    Suspicion,
    Disguise,
}

fn weight(findings: &[Finding]) -> Weight {
    findings.iter().map(|finding| weigh(&finding.oddity)).max().unwrap_or(Weight::None)
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
