//! LaoQR.
//!
//! Standard: LAPNet's, in the grammar of EMVCo MPM 1.1, as observed (dongri/emv-qrcode issue 28). A
//! bank issues it. Tag 38: 00 `A005266284662577`, 01 number of the bank (8), 02 kind (3), 03
//! receiver; UnionPay in 15.
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.
//!
//! # Quirks
//! Codes without category, name and city (52, 59, 60) are in use: read with a finding.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use super::said::ZeroAmount;
use crate::{Encoded, Options, Reading, Refusal, Request, Standard};

const TERMS: Terms = Terms { may_lack: &[52, 59, 60], zero: ZeroAmount::Refused };

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::LaoQr)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    issuer::read_of(&code, Standard::LaoQr, TERMS, &["LA"], &["418"])
}
