//! Indonesian QRIS.
//!
//! Standard: QRIS of Bank Indonesia and ASPI, in the grammar of EMVCo MPM 1.1, as observed in codes
//! of acquirers (public "Dynamic QRIS Implementation Guide"; verssache/qris-dinamis). Every bank
//! and wallet of Indonesia reads it. An acquirer issues the reusable code, foundations and places
//! of worship under criterion URE or UBE; a payee can turn it, given in `base_payload`, into one
//! for one payment.
//!
//! | Tag | Field | |
//! |---|---|---|
//! | 01 | `poi` | `11`; `12` once something is added |
//! | 26-45 | `accounts` | 00 the acquirer's domain, 01 merchant PAN, 02 merchant id, 03 criterion |
//! | 51 | `accounts`, `merchant_id` | 00 `ID.CO.QRIS.WWW`, 02 NMID: `ID` and 13 digits |
//! | 54 | `amount` | rupiah without decimals |
//! | 55-57 | `fee_fixed`, `fee_percent` | not for gifts |
//! | 62-05 | `reference` | 25; only where the acquirer has not taken it |
//!
//! # Limits
//! Only amount, reference and fee are added, and only to a reusable code without its own. Nothing
//! comes back to the payee but the amount: use unique amounts (50123 in place of 50000). The code
//! that comes of it never expires.
//!
//! # Quirks
//! Acquirers print `25578.00`: read as 25578 with a finding. Alipay+ and some acquirers' servers
//! refuse added amounts (verssache/qris-dinamis issue 10). Swindlers use tools of this kind
//! (the same, issue 9), so show name and NMID before anything is added. One bank repeats its own
//! domain in 51-00: read with a finding.

use super::code::Code;
use super::generic::Terms;
use super::issuer;
use crate::{Encoded, Field, Oddity, Options, Reading, Refusal, Request, Standard};

const OWNER: &str = "ID.CO.QRIS.WWW";
const ADDABLE: &[Field] = &[Field::Amount, Field::Reference, Field::FeeFixed, Field::FeePercent];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::add(request, Standard::Qris, ADDABLE)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let mut reading = issuer::read(&code, Standard::Qris, Terms::STRICT)?;
    code.is_of(&["ID"], &["360"])?;
    if let Some(number) = code.sub(51, 2) {
        reading.request.put(Field::MerchantId, number);
    }
    if code.sub(51, 0).is_none_or(|owner| !owner.eq_ignore_ascii_case(OWNER)) {
        reading.find(Field::Accounts, Oddity::Form { example: OWNER });
    }
    if let (Some("12"), Some(reference)) = (code.value(1), code.sub(62, 5)) {
        reading.request.put(Field::Reference, reference);
    }
    Ok(reading)
}

#[cfg(test)]
mod tests;
