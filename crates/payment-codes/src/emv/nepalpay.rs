//! Nepalese NepalPay and Fonepay.
//!
//! Standard: NCHL's and Fonepay's, in the grammar of EMVCo MPM 1.1, as observed
//! (npidoc.connectips.com). Banks and wallets issue it; several networks stand in one code: tag 26
//! with 00 `fonepay.com` and 07 merchant number, tags 27 to 29 with 00 `NCHL…`, UnionPay in 15.
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.
//!
//! # Quirks
//! Codes with an open amount carry `54` and `56` of zero: read as open with a finding. Checksums in
//! small letters and names in a language template that has only its language are in use.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use super::said::ZeroAmount;
use crate::{Encoded, Options, Reading, Refusal, Request, Standard};

const TERMS: Terms = Terms { may_lack: &[], zero: ZeroAmount::Open };

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::NepalPay)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    issuer::read_of(&code, Standard::NepalPay, TERMS, &["NP"], &["524"])
}
