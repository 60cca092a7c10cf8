//! The letters of an offer: pieces joined by `+`, one case, no checksum.

use crate::coins::bech32_long;
use crate::{Field, Flaw, Refusal};

const BEGIN: &str = "lno1";

/// Tells whether a text begins as an offer does, in either case and in pieces.
pub(in crate::coins) fn begins_as_offer(text: &str) -> bool {
    let letters = text.chars().filter(|sign| *sign != '+' && !sign.is_whitespace());
    letters.take(BEGIN.len()).map(|sign| sign.to_ascii_lowercase()).eq(BEGIN.chars())
}

/// Tells whether a text in one piece begins as an offer does.
pub(in crate::coins) fn is_offer(text: &str) -> bool {
    text.get(..BEGIN.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(BEGIN))
}

/// Joins the pieces; a `+` stands between two characters, blanks may follow it.
pub(super) fn joined(text: &str) -> Result<String, Refusal> {
    let refuse =
        |place: &str| Err(Refusal::new(Field::Lno, Flaw::Broken { place: place.to_owned() }));
    let mut joined = String::with_capacity(text.len());
    for (place, piece) in text.split('+').enumerate() {
        let piece = if place == 0 { piece } else { piece.trim_start() };
        if piece.is_empty() || !piece.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return refuse("+");
        }
        joined.push_str(piece);
    }
    if joined != joined.to_ascii_lowercase() && joined != joined.to_ascii_uppercase() {
        return Err(Refusal::new(Field::Lno, Flaw::MixedCase));
    }
    if !is_offer(&joined) {
        return Err(Refusal::new(Field::Lno, Flaw::OtherStandard));
    }
    Ok(joined)
}

/// Returns the bytes of an offer in one piece.
pub(super) fn bytes(joined: &str) -> Result<Vec<u8>, Refusal> {
    let data = joined.get(BEGIN.len()..).unwrap_or_default().to_ascii_lowercase();
    let bytes = bech32_long::words(&data).and_then(|words| bech32_long::bytes(&words));
    bytes.ok_or_else(|| Refusal::new(Field::Lno, Flaw::Broken { place: BEGIN.to_owned() }))
}
