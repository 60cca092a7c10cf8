//! Sri Lankan LANKAQR.
//!
//! Standard: LankaPay's, in the grammar of EMVCo MPM 1.1, as observed (LankaQR reader sample). A
//! bank issues it: tag 26 holds sub-tag 00 alone, 28 digits of bank, terminal and merchant, and
//! 62-00 a hash of 32 hexadecimal digits that only LankaPay can make. 62-05 is the reference.
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.
//!
//! # Quirks
//! EMVCo does not define 62-00; the readers of Mastercard for iOS stumble over it
//! (Mastercard/masterpass-qr-core-sdk-ios issue 4).

use super::code::{Code, is_hash};
use super::generic::Terms;
use super::issuer;
use crate::{Encoded, Field, Oddity, Options, Reading, Refusal, Request, Standard};

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::LankaQr)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let mut reading = issuer::read_of(&code, Standard::LankaQr, Terms::STRICT, &["LK"], &["144"])?;
    if code.sub(62, 0).is_some_and(is_hash) {
        reading.find(Field::Additional, Oddity::Bound);
    }
    Ok(reading)
}
