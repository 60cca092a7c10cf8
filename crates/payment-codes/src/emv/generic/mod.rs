//! EMVCo merchant-presented code of no scheme that is known here: what every national code of this
//! family is made of.
//!
//! Standard: EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode, version 1.1
//! (November 2020). The text is `1*( ID LENGTH VALUE )`: two digits, two digits from 01 to 99, so
//! many characters. Templates hold the same grammar one level down. Tag 00 is first, 63 (the
//! checksum) last.
//!
//! | Tag | Field | Form |
//! |---|---|---|
//! | 01 | `poi` | `11` reusable, `12` for one payment |
//! | 02-25 | `accounts` | bare values of the card networks, 99 |
//! | 26-51 | `accounts` | templates; 00 names the owner, 32 |
//! | 52 | `mcc` | four digits; `0000` unknown, 8398 charities, 8661 religious organisations |
//! | 53 | `currency_code`, `currency` | three digits of ISO 4217 |
//! | 54 | `amount` | 13: digits and at most one dot, not zero; absent where the payer chooses |
//! | 55 56 57 | `tip`, `fee_fixed`, `fee_percent` | `01` asks, `02` needs 56, `03` needs 57 |
//! | 58 59 60 61 | `country`, `payee_name`, `city`, `postal_code` | 2, 25, 15, 10 |
//! | 62 | `additional` | sub-tags 01-11 and 50-99 |
//! | 64 | `language` | 00 language, 01 name, 02 city; the one place for other scripts |
//! | 80-99 | `unreserved` | templates; 00 names the owner |
//!
//! # Incomplete support
//! Tags 65 to 79 are reserved: told in a finding, not kept. A bare value where a template stands is
//! shown in `opaque`, never written. The templates 50 to 99 inside 62 stay text, as they are.
//!
//! # Limits
//! A template has 99 characters, the whole 512. Amounts have exactly the decimals of their
//! currency, none for rupiah and riel. On its own this standard names no scheme: a code is of use
//! only where the payer's app knows one of its accounts. Tips and fees are not for gifts.
//!
//! # Quirks
//! Checksums in small letters are printed by MB Bank (xuannghia/vietnam-qr-pay, its tests) and in
//! Indian codes; libraries that forget a leading zero of the checksum break one code in sixteen
//! (npm hkqr-fps 1.1.1). Non-ASCII letters in 59 and 60 make several banks refuse a code
//! (bacen/pix-api issues 634, 635), so encoders fold them. Readers that part the bare values 02 to
//! 25 reject valid codes (dongri/emv-qrcode issue 28). Sub-tag 62-00 is undefined and in use
//! (Mastercard/masterpass-qr-core-sdk-ios issue 4). Names and cities that are too long, `00` of
//! `02` and an empty tag 52 are in use and read with a finding. Malaysian codes begin `000202`.

mod decode;
mod encode;
#[cfg(test)]
mod tests;

pub(crate) use decode::{Terms, decode, whole};
pub(crate) use encode::encode;
