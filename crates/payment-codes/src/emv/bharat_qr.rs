//! Indian Bharat QR: card networks and UPI in one code.
//!
//! Standard: EMVCo MPM 1.1 with the templates of NPCI, as observed in the documentation of Razorpay
//! and in codes of HDFC and KVB. The acquiring bank or an aggregator issues it, because it carries
//! the merchant's card numbers; a payee's own code is a UPI link.
//!
//! | Tag | In `accounts` |
//! |---|---|
//! | 02 04 06 | merchant numbers of Visa, Mastercard, RuPay; the last digit may be missing |
//! | 08 | IFSC (11) and account number, bare |
//! | 26 | 00 `A000000524`, 01 UPI id, 02 least amount |
//! | 27 | 00 `A000000524`, 01 reference of the payment, 02 address |
//! | 28 | 00 `A000000524`, 01 Aadhaar number (old codes) |
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.
//!
//! # Quirks
//! HDFC prints the checksum in small letters. Some acquirers want 62-07. A public test code has the
//! letter O in the length of a sub-tag: it is refused.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use crate::{Encoded, Options, Reading, Refusal, Request, Standard};

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::BharatQr)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    issuer::read_of(&code, Standard::BharatQr, Terms::STRICT, &["IN"], &["356"])
}
