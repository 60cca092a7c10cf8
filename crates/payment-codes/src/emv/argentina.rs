//! Argentine Transferencias 3.0.
//!
//! Standard: Central Bank of Argentina, in the grammar of EMVCo MPM 1.1, as observed in the
//! documentation of Mercado Pago. A bank or wallet issues it; accounts of organisations must have
//! one since 2021. Tag 43: 00 domain of the network (`com.mercadolibre`, `app.palta`), 01 address
//! or 02 token. 50: tax number (CUIT). 52 is often `9700`. The amount lies in the network, so 54 is
//! usually absent.
//!
//! # Limits
//! Shown and printed as it is, from `base_payload`; an amount or a reference is refused.
//!
//! # Quirks
//! Mercado Pago uses the same form in Colombia, and writes accents in name and city: lengths count
//! characters, the checksum bytes.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use crate::{Encoded, Options, Reading, Refusal, Request, Standard};

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::reprint(request, Standard::Argentina)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let (countries, currencies) = (&["AR", "CO"], &["032", "170"]);
    issuer::read_of(&code, Standard::Argentina, Terms::STRICT, countries, currencies)
}
