//! Pakistani Raast.
//!
//! Standard: State Bank of Pakistan's, in the grammar of EMVCo MPM 1.1, as observed
//! (DannielWhatever/emvqr issue 14). The payee's bank app or an acquirer issues it. Tag 28: 00 a
//! UUID without hyphens, which differs from merchant to merchant, 01 BIC, 02 IBAN.
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.
//!
//! # Quirks
//! Readers that take every sub-tag 00 for a domain name fail (npm emvqr).

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use crate::{Encoded, Options, Reading, Refusal, Request, Standard};

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::Raast)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    issuer::read_of(&code, Standard::Raast, Terms::STRICT, &["PK"], &["586"])
}
