//! Bech32 (BIP-173) of any length, as Lightning uses it, and its words of five bits.

use bech32::primitives::checksum::Checksum;
use bech32::primitives::decode::{CharError, UncheckedHrpstring, UncheckedHrpstringError};
use bech32::{Bech32, Bech32m, Fe32, Hrp};

use crate::{Field, Flaw, Refusal};

/// The checksum of BIP-173 without its limit of characters, which Lightning does not have.
#[derive(Debug, Clone, Copy)]
enum LongBech32 {}

impl Checksum for LongBech32 {
    type MidstateRepr = <Bech32 as Checksum>::MidstateRepr;
    type CorrectionField = <Bech32 as Checksum>::CorrectionField;
    const ROOT_GENERATOR: Self::CorrectionField = Bech32::ROOT_GENERATOR;
    const ROOT_EXPONENTS: core::ops::RangeInclusive<usize> = Bech32::ROOT_EXPONENTS;
    const CODE_LENGTH: usize = usize::MAX;
    const CHECKSUM_LENGTH: usize = Bech32::CHECKSUM_LENGTH;
    const GENERATOR_SH: [u32; 5] = Bech32::GENERATOR_SH;
    const TARGET_RESIDUE: u32 = Bech32::TARGET_RESIDUE;
}

/// A text of bech32 taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    /// What stands before the last `1`, in small letters.
    pub(super) prefix: String,
    /// The words of five bits, without the checksum.
    pub(super) words: Vec<u8>,
}

/// Takes a text with a bech32 checksum apart.
///
/// # Errors
/// [`Flaw::MixedCase`], [`Flaw::Broken`] without a `1` or with a character bech32 does not have,
/// [`Flaw::CheckDigits`].
pub(super) fn read(field: Field, text: &str) -> Result<Parts, Refusal> {
    checked::<LongBech32>(field, text)
}

/// Takes a text with a bech32m checksum (BIP-350) apart, of at most 1023 characters.
///
/// # Errors
/// As [`read`].
pub(super) fn read_modified(field: Field, text: &str) -> Result<Parts, Refusal> {
    checked::<Bech32m>(field, text)
}

fn checked<C: Checksum>(field: Field, text: &str) -> Result<Parts, Refusal> {
    let refuse = |flaw| Refusal::new(field, flaw);
    let parts = UncheckedHrpstring::new(text).map_err(|error| refuse(flaw(&error)))?;
    let parts = parts.validate_and_remove_checksum::<C>();
    let parts = parts.map_err(|_| refuse(Flaw::CheckDigits))?;
    let words = parts.fe32_iter().map(Fe32::to_u8).collect();
    Ok(Parts { prefix: parts.hrp().to_lowercase(), words })
}

fn flaw(error: &UncheckedHrpstringError) -> Flaw {
    match error {
        UncheckedHrpstringError::Char(CharError::MixedCase) => Flaw::MixedCase,
        UncheckedHrpstringError::Char(CharError::InvalidChar(sign)) => {
            Flaw::Broken { place: sign.to_string() }
        }
        _ => Flaw::Broken { place: "1".to_owned() },
    }
}

/// Writes bytes as bech32 in capitals, for the alphanumeric mode of a QR code.
pub(super) fn written(prefix: &str, bytes: &[u8]) -> Option<String> {
    let prefix = Hrp::parse(prefix).ok()?;
    bech32::encode_upper::<LongBech32>(prefix, bytes).ok()
}

/// Writes words as bech32 in small letters.
#[cfg(test)]
pub(super) fn written_words(prefix: &str, words: &[u8]) -> String {
    use bech32::primitives::iter::Fe32IterExt;
    let words = words.iter().map(|word| Fe32::try_from(*word).unwrap());
    words.with_checksum::<LongBech32>(&Hrp::parse(prefix).unwrap()).chars().collect()
}

/// Splits bytes into words, filled up with zeros.
#[cfg(test)]
pub(super) fn words_of(bytes: &[u8]) -> Vec<u8> {
    use bech32::primitives::iter::ByteIterExt;
    bytes.iter().copied().bytes_to_fes().map(Fe32::to_u8).collect()
}

/// Returns the words of a text of bech32 characters alone.
pub(super) fn words(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|sign| Fe32::from_char(sign).ok().map(Fe32::to_u8)).collect()
}

/// Joins words of five bits to bytes and returns the bits that are left over, with their number.
pub(super) fn bytes_and_rest(words: &[u8]) -> (Vec<u8>, u32, u32) {
    let mut bytes = Vec::with_capacity(words.len() * 5 / 8);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for word in words {
        bits = (bits << 5) | u32::from(*word);
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.extend(u8::try_from(bits >> count));
            bits &= (1 << count) - 1;
        }
    }
    (bytes, bits, count)
}

/// Joins words of five bits to bytes; nothing where more than padding of zeros is left over.
pub(super) fn bytes(words: &[u8]) -> Option<Vec<u8>> {
    let (bytes, bits, count) = bytes_and_rest(words);
    (bits == 0 && count < 5).then_some(bytes)
}

/// Returns bytes in hexadecimal digits, small letters.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// BIP-173, list of valid and invalid strings.
    #[test]
    fn the_strings_of_the_standard_are_told_apart() {
        for text in [
            "A12UEL5L",
            "a12uel5l",
            "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
            "?1ezyfcl",
        ] {
            assert!(read(Field::Payload, text).is_ok(), "{text}");
        }
        let flaw = |text| read(Field::Payload, text).unwrap_err().flaw;
        assert_eq!(flaw("A12uEL5L"), Flaw::MixedCase);
        assert_eq!(flaw("pzry9x0s0muk"), Flaw::Broken { place: "1".to_owned() });
        assert_eq!(flaw("x1b4n0q5v"), Flaw::Broken { place: "b".to_owned() });
        assert_eq!(flaw("A1G7SGD8"), Flaw::CheckDigits);
        // 84 characters of data are too many for an address and not for Lightning.
        let long = written("lnurl", &[7; 600]).unwrap();
        assert_eq!(bytes(&read(Field::Payload, &long).unwrap().words), Some(vec![7; 600]));
    }

    #[test]
    fn what_is_left_over_must_be_short_and_nothing() {
        assert_eq!(bytes(&[31, 28]), Some(vec![255]));
        assert_eq!(bytes(&[31, 29]), None);
        assert_eq!(bytes(&[31, 28, 0]), None);
        assert_eq!(bytes(&[]), Some(Vec::new()));
        assert_eq!(hex(&[0, 10, 255]), "000aff");
    }
}
