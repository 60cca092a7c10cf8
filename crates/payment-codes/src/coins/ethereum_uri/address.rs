//! Addresses of Ethereum and the case of their letters (EIP-55).

use sha3::{Digest, Keccak256};

use crate::coins::bech32_long::hex;
use crate::coins::uri;
use crate::{Field, Flaw, Oddity, Reading, Refusal};

pub(super) const EXAMPLE: &str = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

/// Returns an address with the letters of EIP-55: small and capital by the bits of its hash.
pub(super) fn with_checksum(small: &str) -> String {
    let hash = hex(&Keccak256::digest(small));
    let sign = |(sign, bits): (char, char)| match bits {
        '8'..='9' | 'a'..='f' => sign.to_ascii_uppercase(),
        _ => sign,
    };
    small.chars().zip(hash.chars()).map(sign).collect()
}

/// Splits `0x` off an address.
fn hexadecimal(text: &str) -> Option<&str> {
    let digits = text.strip_prefix("0x")?;
    let fits = digits.len() == 40 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then_some(digits)
}

/// Returns an address as it is written: in the case of EIP-55 where it has one case alone.
pub(super) fn written(field: Field, text: &str) -> Result<String, Refusal> {
    let form = Refusal::new(field, Flaw::Form { example: EXAMPLE });
    let digits = hexadecimal(text).ok_or(form)?;
    let small = digits.to_ascii_lowercase();
    let one_case = digits == small || digits == digits.to_ascii_uppercase();
    Ok(if one_case { format!("0x{}", with_checksum(&small)) } else { text.to_owned() })
}

/// A name of ENS (ERC-137): labels with dots, and nothing that looks like an address.
fn is_name(text: &str) -> bool {
    let is_label = |label: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        !label.is_empty() && label.bytes().all(allowed)
    };
    text.contains('.') && !text.starts_with("0x") && text.split('.').all(is_label)
}

/// An address as it stands, or a name that the payer's wallet looks up.
pub(super) fn put(reading: &mut Reading, field: Field, text: &str) -> Result<(), Refusal> {
    uri::once(reading, field)?;
    match hexadecimal(text) {
        Some(digits) => {
            let (small, large) = (digits.to_ascii_lowercase(), digits.to_ascii_uppercase());
            let computed = with_checksum(&small);
            if digits == small || digits == large {
                reading.find(field, Oddity::NotNormalised);
            } else if digits != computed {
                reading.find(field, Oddity::Checksum { computed: format!("0x{computed}") });
            }
        }
        None if is_name(text) => reading.find(field, Oddity::Form { example: EXAMPLE }),
        None => return Err(Refusal::new(field, Flaw::Form { example: EXAMPLE })),
    }
    reading.request.put(field, text);
    Ok(())
}
