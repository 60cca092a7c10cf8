//! Colombian Bre-B.
//!
//! Standard: the profile EASPBV of the Colombian networks, in the grammar of EMVCo MPM 1.1, as
//! observed in public test codes. The network issues it. Tag 26: 00 `CO.COM.RBM.LLA` or
//! `CO.COM.CRB.LLA`, then the key under 01 number of an identity card, 02 mobile, 03 e-mail, 04
//! `@alias`, 05 merchant code. 49 network, 50 merchant, 51 acquirer, 80 channel, 81 to 85 taxes, 90
//! number of the payment, 91 a hash that the network makes.
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.
//!
//! # Quirks
//! Sub-tag 00 is often the last of its template, the first level is in any order, tag 52 may be
//! empty and a fee of zero stands in 56: all read with a finding. Category `0000` (unknown) stands
//! where none was given, and is read as none, like an empty tag 52.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use super::said::ZeroAmount;
use crate::{Encoded, Field, Oddity, Options, Reading, Refusal, Request, Standard};

const NO_CATEGORY: &str = "0000";
const TERMS: Terms = Terms { may_lack: &[], zero: ZeroAmount::Open };

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::BreB)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let mut reading = issuer::read_of(&code, Standard::BreB, TERMS, &["CO"], &["170"])?;
    if code.value(52) == Some(NO_CATEGORY) {
        reading.request.take(Field::Mcc);
    }
    if code.value(91).is_some() {
        reading.find(Field::Unreserved, Oddity::Bound);
    }
    Ok(reading)
}
