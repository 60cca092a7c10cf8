//! EMVCo merchant-presented codes: the common grammar, and one file a national scheme.
//!
//! `tlv` parts and writes tags; `code` reads a whole code and tells what is odd about its writing;
//! `draft` writes one. `asked` holds what every encoder asks of a request, `said` what every
//! decoder puts into a reading. `scheme` tells the schemes apart. `issuer` reads, prints and adds
//! to the codes that a payee cannot make itself.

pub(crate) mod argentina;
mod asked;
pub(crate) mod bharat_qr;
pub(crate) mod bre_b;
mod code;
mod draft;
pub(crate) mod duitnow;
mod email;
pub(crate) mod fps;
pub(crate) mod generic;
pub(crate) mod ghqr;
#[cfg(test)]
mod given;
mod issuer;
pub(crate) mod jpqr;
pub mod khqr;
pub(crate) mod lankaqr;
pub(crate) mod laoqr;
mod national;
pub(crate) mod nepalpay;
mod numeric;
pub(crate) mod paynow;
pub(crate) mod pix;
pub(crate) mod promptpay;
pub(crate) mod qr_ph;
pub(crate) mod qris;
pub(crate) mod raast;
mod said;
mod scheme;
mod tlv;
pub(crate) mod vietqr;
pub(crate) mod yape;

use crate::Standard;

/// Tells which of these standards a text is written in: one of a known scheme, or a plain EMVCo
/// code.
pub(crate) fn recognise(text: &str) -> Option<Standard> {
    let is_emv = text.starts_with("000201") || text.starts_with("000202");
    is_emv.then(|| scheme::of(text))
}

#[cfg(test)]
mod tests;
