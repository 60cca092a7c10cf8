//! The bytes that stand for a text in a code.

use std::borrow::Cow;

use super::DrawError;
use super::rules::{Charset, SymbolRules};

const ECI_LATIN_2: u32 = 4;
const ECI_UTF_8: u32 = 26;

/// A text as the code carries it.
pub(crate) struct Spelled<'a> {
    pub(crate) bytes: Cow<'a, [u8]>,
    /// The number of the character set, where it is to be said.
    pub(crate) eci: Option<u32>,
}

impl<'a> Spelled<'a> {
    pub(crate) fn of(text: &'a str, rules: &SymbolRules) -> Result<Spelled<'a>, DrawError> {
        match rules.charset {
            Charset::Latin2 { bytes } => latin_2(text, bytes),
            Charset::Utf8 if rules.folds_case && is_bech32(text) => {
                Ok(Spelled { bytes: text.to_ascii_uppercase().into_bytes().into(), eci: None })
            }
            Charset::Utf8 => Ok(Spelled { bytes: text.as_bytes().into(), eci: None }),
            Charset::Utf8Announced => {
                let eci = (!text.is_ascii()).then_some(ECI_UTF_8);
                Ok(Spelled { bytes: text.as_bytes().into(), eci })
            }
        }
    }
}

/// Tells whether a text is a Lightning invoice, offer or LNURL in letters of one case and nothing
/// else; addresses and links must stay as they are.
fn is_bech32(text: &str) -> bool {
    const SCHEME: &str = "lightning:";
    let scheme = text.get(..SCHEME.len()).filter(|scheme| scheme.eq_ignore_ascii_case(SCHEME));
    let bech32 = text.get(scheme.map_or(0, str::len)..).unwrap_or_default();
    let small = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase() || byte == b'+';
    let large = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'+';
    (bech32.starts_with("ln") && bech32.bytes().all(small))
        || (bech32.starts_with("LN") && bech32.bytes().all(large))
}

fn latin_2(text: &str, length: usize) -> Result<Spelled<'_>, DrawError> {
    let mut bytes = Vec::with_capacity(length);
    let mut sign_bytes = [0; 4];
    for (at, found) in text.chars().enumerate() {
        let sign = found.encode_utf8(&mut sign_bytes);
        let (sign, _, is_foreign) = encoding_rs::ISO_8859_2.encode(sign);
        // The library's table gives the control characters of C1 a place, the standard has none.
        if is_foreign || ('\u{80}'..'\u{a0}').contains(&found) {
            return Err(DrawError::Sign { at, found });
        }
        bytes.extend_from_slice(&sign);
    }
    if bytes.len() > length {
        return Err(DrawError::TooLong { found: bytes.len(), max: length });
    }
    bytes.resize(length, b' ');
    Ok(Spelled { bytes: bytes.into(), eci: Some(ECI_LATIN_2) })
}
