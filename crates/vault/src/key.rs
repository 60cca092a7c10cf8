//! A secret key: 32 bytes that are wiped when they go, and never shown by accident.

use std::fmt;

use data_encoding::HEXLOWER;
use hkdf::Hkdf;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// 32 secret bytes. Wiped on drop; there is no text form but [`Key::sqlcipher`].
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl Key {
    /// Takes 32 random bytes as a key.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    /// Returns the bytes. What is copied out of here is the caller's to wipe.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns the key as SQLCipher reads a raw key: `x'` and 64 hex digits and `'`.
    ///
    /// In this form SQLCipher stretches nothing; the key must be random, not a passphrase.
    #[must_use]
    pub fn sqlcipher(&self) -> Zeroizing<String> {
        let hex = Zeroizing::new(HEXLOWER.encode(&self.0));
        // The room is taken at once, so that no half-written copy stays behind in memory.
        let mut text = Zeroizing::new(String::with_capacity(67));
        for part in ["x'", hex.as_str(), "'"] {
            text.push_str(part);
        }
        text
    }

    /// Derives a key with HKDF-SHA-256 (RFC 5869): input, salt, and what it is for.
    pub(crate) fn derive(input: &[u8], salt: &[u8], purpose: &[&[u8]]) -> Key {
        let mut key = Key([0; 32]);
        expand(input, salt, purpose, &mut key.0);
        key
    }
}

/// Fills `out` with HKDF-SHA-256.
///
/// # Panics
/// Never for fewer than 8,161 bytes, the most that HKDF-SHA-256 yields.
#[expect(clippy::expect_used, reason = "every caller asks for far less than HKDF's limit")]
pub(crate) fn expand(input: &[u8], salt: &[u8], purpose: &[&[u8]], out: &mut [u8]) {
    Hkdf::<Sha256>::new(Some(salt), input)
        .expand_multi_info(purpose, out)
        .expect("less than 255 blocks are asked for");
}

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Key {}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_shows_itself_to_sqlcipher_alone() {
        let key = Key::from_bytes([0xAB; 32]);
        assert_eq!(format!("{key:?}"), "***");
        assert_eq!(*key.sqlcipher(), format!("x'{}'", "ab".repeat(32)));
    }

    #[test]
    fn what_a_key_is_for_makes_it_another() {
        let one = Key::derive(b"input", b"salt", &[b"one"]);
        assert_ne!(one, Key::derive(b"input", b"salt", &[b"two"]));
        assert_ne!(one, Key::derive(b"input", b"other", &[b"one"]));
        assert_eq!(one, Key::derive(b"input", b"salt", &[b"o", b"ne"]));
    }

    #[test]
    fn the_first_vector_of_rfc_5869() {
        let salt: Vec<u8> = (0x00..=0x0c).collect();
        let purpose: Vec<u8> = (0xf0..=0xf9).collect();
        let mut out = [0; 42];
        expand(&[0x0b; 22], &salt, &[&purpose], &mut out);
        assert_eq!(
            HEXLOWER.encode(&out),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        );
    }
}
