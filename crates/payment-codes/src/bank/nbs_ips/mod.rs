//! Serbian code for instant payments, NBS IPS QR.
//!
//! Standard: National Bank of Serbia, recommendations for the NBS IPS QR code
//! (<https://ips.nbs.rs>, <https://nbs.rs/QRcode/info_g_lat.html>), which has a validator too.
//!
//! Tags with a colon and a value, parted by `|`, nothing before or after them: `K` kind (`PR`, a
//! printed bill), `V` version (`01`), `C` character set (`1`, UTF-8), `R` account, `N` payee's name
//! and address, `I` currency and amount, in this order; then `P` payer's name and address, `SF`
//! payment code, `S` purpose, `RO` model and reference.
//!
//! # Incomplete support
//! Codes of shops (kinds `PT`, `PK`, `EK`) are read and never written: a shop's bank issues them.
//! The payer's account (`O`) and the tags of shops (`M`, `JS`, `RL`, `RP`) are read into
//! [`Field::OtherKeys`](crate::Field) and never written.
//!
//! # Limits
//! There is no documented form of an open amount, so every code has one; the app lets the payer
//! change it, but not the reference. Print it as a suggestion. `RSD0,00`, which is nowhere
//! described, is read as open, with a finding. The amount takes 5 to 20 characters; name 70 in at
//! most three lines; purpose 35; model and reference together 35. The payment code has three
//! digits and begins with 1, 2 or 9 (289: order of a citizen). Model 97 has control digits, model
//! 00 is free; others are read, with a finding.
//!
//! # Quirks
//! A `|` in a text is written as `-`, as the published encoders do. An amount without its comma is
//! refused by apps (IT-Srbija-Org/solidarityMSP issue 154). Both public encoders (ArtBIT/ips-qr-code
//! 1.0.12, Lotus015/nbs-ips-qr bdb045c) refuse Cyrillic letters: write names in Latin ones. ArtBIT's
//! help names the tag of the payment code wrongly (its issue 19).

mod account;
mod decode;
mod encode;

use crate::AmountLimits;

pub(crate) use decode::decode;
pub(crate) use encode::encode;

const KIND: &str = "PR";
const VERSION: &str = "01";
const UTF8: &str = "1";
const NAME_LENGTH_MAX: usize = 70;
const NAME_LINES_MAX: usize = 3;
const PURPOSE_LENGTH_MAX: usize = 35;
/// Model and reference together.
const REFERENCE_LENGTH_MAX: usize = 35;
const CURRENCIES: &[&str] = &["RSD"];
/// `RSD`, fourteen digits, a comma and two digits are twenty characters.
const AMOUNT: AmountLimits = AmountLimits { decimals: 2, minor_max: 9_999_999_999_999_999 };
const MODEL_97: &str = "97";
const MODELS: &[&str] = &["00", MODEL_97];

/// The signs of names and purposes: Serbian Latin letters, digits and punctuation, no separator.
fn is_latin(sign: char) -> bool {
    match sign {
        '|' | '\\' => false,
        ' '..='~' => true,
        _ => "šđžčćŠĐŽČĆ„”“‘’".contains(sign),
    }
}

/// Finds the first sign that a name may not have: a foreign one, or a line end too many.
fn first_foreign_in_name(name: &str) -> Option<(usize, char)> {
    let mut lines = 1;
    name.chars().enumerate().find(|(_, sign)| {
        lines += usize::from(*sign == '\n');
        lines > NAME_LINES_MAX || !(*sign == '\n' || is_latin(*sign))
    })
}

/// Tells whether a payment code has three digits and begins as one.
fn is_payment_code(text: &str) -> bool {
    text.len() == 3
        && text.starts_with(['1', '2', '9'])
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests;
