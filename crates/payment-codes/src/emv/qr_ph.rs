//! Philippine QR Ph.
//!
//! Standard: BSP's QR Ph, in the grammar of EMVCo MPM 1.1, as written down by PayMaya
//! (PayMaya/PayMaya-EMV-QR, version 1.1.1, 2019-10-24). Tag 27, between persons, is made by the
//! holder's bank app: 00 `com.p2pqrpay`, 01 BIC, 02 network, 03 wallet, 04 account, 05 mobile. Tag
//! 28, for merchants, by an acquirer: 00 `ph.ppmi.p2m`, 01 acquirer, 03 merchant. Tag 26: a
//! wallet's own domain.
//!
//! # Limits
//! An amount of pesos can be added to a reusable code between persons, given in `base_payload`; it
//! then is for one payment. The transfer carries no reference: use unique amounts. A code of a
//! merchant is shown and printed as it is.
//!
//! # Quirks
//! PayMaya prints `390.8`: read as 390.80 with a finding, and leaves `11` in tag 01 beside an
//! amount. `com.paymaya.billspay` in a private template of 62 is kept as it is. Percent-encoded
//! copies (`%2B` for a plus sign) are not the code.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use crate::{Encoded, Field, Options, Reading, Refusal, Request, Standard};

const BETWEEN_PERSONS: &str = "com.p2pqrpay";

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    let base = request.text(Field::BasePayload)?.and_then(|text| Code::read(text).ok());
    let owner = base.and_then(|code| code.sub(27, 0));
    let is_addable = owner.is_some_and(|owner| owner.eq_ignore_ascii_case(BETWEEN_PERSONS));
    let addable: &[Field] = if is_addable { &[Field::Amount] } else { &[] };
    issuer::add(request, Standard::QrPh, addable)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    issuer::read_of(&code, Standard::QrPh, Terms::STRICT, &["PH"], &["608"])
}
