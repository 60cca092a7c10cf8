//! Peruvian Yape and Plin.
//!
//! Standard: none is public; the grammar of EMVCo MPM 1.1, as observed. The wallet issues it. Yape:
//! tag 39 is a bare token of 32 hexadecimal digits or in Base64, which tells a reader nothing; name
//! `YAPERO`, city `Lima`. Plin: tag 26 with 01 `Plin Network P2P`. No amount, no reference.
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use crate::{Encoded, Options, Reading, Refusal, Request, Standard};

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::Yape)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    issuer::read_of(&code, Standard::Yape, Terms::STRICT, &["PE"], &["604"])
}
