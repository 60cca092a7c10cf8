//! Ghanaian GhQR.
//!
//! Standard: GhIPSS's, in the grammar of EMVCo MPM 1.1, as observed (juanroman/emvqr issue 2). A
//! bank issues it: merchant numbers of the card networks in 02 and 04, later a national template
//! with 00 `GH.NET.GHIPSS.GHQR`.
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.
//!
//! # Quirks
//! The sub-tags of 62 stand in any order: read with a finding.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use crate::{Encoded, Options, Reading, Refusal, Request, Standard};

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::GhQr)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    issuer::read_of(&code, Standard::GhQr, Terms::STRICT, &["GH"], &["936"])
}
