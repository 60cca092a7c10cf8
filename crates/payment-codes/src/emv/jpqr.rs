//! Japanese JPQR.
//!
//! Standard: JPQR MPM guideline of the Payments Japan Association, in the grammar of EMVCo MPM 1.1,
//! as implemented by mercari/go-emv-code (`mpm/jpqr`). Payment providers are joined by an enrolment
//! that gives out the ids, so the code is issued. An account template, usually 26: 00
//! `jp.or.paymentsjapan`, 01 to 04 of 13, 4, 6 and 6 characters. Postal code (61) and a Japanese
//! name (64 with `JA`) are needed; no city stands in 64.
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.
//!
//! # Quirks
//! Tags stand in any order: read with a finding.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use crate::{Encoded, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard};

const OWNER: &str = "jp.or.paymentsjapan";

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::Jpqr)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let mut reading = issuer::read_of(&code, Standard::Jpqr, Terms::STRICT, &["JP"], &["392"])?;
    verify_id(&code)?;
    code.needs(&[61])?;
    let refuse = |flaw| Err(Refusal::new(Field::Language, flaw));
    match (code.sub(64, 0), code.sub(64, 1)) {
        (None, _) | (_, None) => return refuse(Flaw::Missing),
        (Some(language), _) if !language.eq_ignore_ascii_case("JA") => {
            return refuse(Flaw::NotOneOf { allowed: &["JA"], found: language.to_owned() });
        }
        _ => {}
    }
    if code.sub(64, 2).is_some() {
        reading.find(Field::Language, Oddity::Unknown { key: "64-02".to_owned() });
    }
    Ok(reading)
}

/// The four levels of the id have fixed lengths.
fn verify_id(code: &Code<'_>) -> Result<(), Refusal> {
    let of_jpqr = |id: &u8| code.sub(*id, 0).is_some_and(|name| name.eq_ignore_ascii_case(OWNER));
    let id = (26..=51).find(of_jpqr);
    let fits = |(sub, length): (u8, usize)| {
        let level = id.and_then(|id| code.sub(id, sub));
        level.is_some_and(|level| level.chars().count() == length)
    };
    if [(1, 13), (2, 4), (3, 6), (4, 6)].into_iter().all(fits) {
        return Ok(());
    }
    Err(Refusal::new(Field::Accounts, Flaw::Form { example: "0019jp.or.paymentsjapan0113…" }))
}
