//! Sealing: what a volunteer notes about a donor, only the office reads.
//!
//! # Construction, version 1
//! `e` is a random X25519 secret that is used once, `E` its public key, `R` the office's public
//! key (RFC 7748):
//!
//! ```text
//! key ‖ nonce = HKDF-SHA-256(X25519(e, R), no salt, info "groat/sealed/1" ‖ E ‖ R), 56 bytes
//! sealed      = 1 (one byte) ‖ E ‖ XChaCha20-Poly1305(key, nonce, plain, bound to context)
//! ```
//!
//! Both public keys stand in the derivation, so a sealed text opens for the office it was made for
//! and under the `E` it was made with. Nonce and key come from one secret that exists once, so no
//! nonce is ever used twice. A public key of small order, with which the shared secret would be
//! known to everybody, is refused on both sides.
//!
//! # Limits
//! A seal proves nothing about who sealed: anybody with the office's public key can. It shows the
//! length of what it hides.

use thiserror::Error;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::key::expand;
use crate::{Key, aead};

const VERSION: u8 = 1;
/// Bytes before the closed box: the version and the public key used once.
const HEAD: usize = 33;

/// The office's public key (X25519): what is sealed to it, only the office's secret opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfficeKey(pub [u8; 32]);

/// The office's public key is none that keeps a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the office's public key is of small order and keeps no secret")]
pub struct SealError;

/// Why sealed bytes do not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum UnsealError {
    /// Too short, or not of a version that this program knows.
    #[error("not sealed bytes of a known version")]
    Shape,
    /// Another key, another context, or the bytes were changed; which of them cannot be told.
    #[error("sealed for somebody or something else, or changed")]
    Closed,
}

impl OfficeKey {
    /// The public key of the office's secret.
    #[must_use]
    pub fn of(secret: &Key) -> OfficeKey {
        OfficeKey(PublicKey::from(&StaticSecret::from(*secret.expose())).to_bytes())
    }
}

/// Seals bytes to an office. `context` says what they belong to, a gift for instance; they open
/// only with the same. `random` is used for this one sealing and nothing else.
///
/// # Errors
/// [`SealError`] for a public key that no honest office has.
pub fn seal(
    to: OfficeKey,
    plain: &[u8],
    context: &[u8],
    random: &[u8; 32],
) -> Result<Vec<u8>, SealError> {
    let once = StaticSecret::from(*random);
    let once_public = OfficeKey(PublicKey::from(&once).to_bytes());
    let (key, nonce) = agree(&once, to, once_public, to).ok_or(SealError)?;
    let mut sealed = Vec::with_capacity(HEAD + plain.len() + aead::TAG);
    sealed.push(VERSION);
    sealed.extend_from_slice(&once_public.0);
    sealed.extend_from_slice(&aead::close(&key, &nonce, plain, context));
    Ok(sealed)
}

/// Opens sealed bytes with the office's secret and the context they were sealed with.
///
/// # Errors
/// [`UnsealError`]
pub fn open(
    secret: &Key,
    sealed: &[u8],
    context: &[u8],
) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    let (head, closed) = sealed.split_first_chunk::<HEAD>().ok_or(UnsealError::Shape)?;
    let [VERSION, once_public @ ..] = *head else { return Err(UnsealError::Shape) };
    let once_public = OfficeKey(once_public);
    let mine = StaticSecret::from(*secret.expose());
    let (key, nonce) =
        agree(&mine, once_public, once_public, OfficeKey::of(secret)).ok_or(UnsealError::Closed)?;
    aead::open(&key, &nonce, closed, context).ok_or(UnsealError::Closed)
}

/// Encrypts a value once more inside an encrypted file, a tax number for instance, so that it is
/// not read along with everything else there.
///
/// The key is derived from `key`, which may open the file as well: HKDF-SHA-256 with the info
/// "groat/again/1". The result is 1 (one byte) ‖ nonce ‖ XChaCha20-Poly1305, bound to `context`.
/// `random` must never come twice.
#[must_use]
pub fn encrypt_again(key: &Key, plain: &[u8], context: &[u8], random: &[u8; 24]) -> Vec<u8> {
    let closed = aead::close(&again(key), random, plain, context);
    [&[VERSION][..], random, &closed].concat()
}

/// Decrypts what [`encrypt_again`] encrypted.
///
/// # Errors
/// [`UnsealError`]
pub fn decrypt_again(
    key: &Key,
    encrypted: &[u8],
    context: &[u8],
) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    let (head, closed) = encrypted.split_first_chunk::<25>().ok_or(UnsealError::Shape)?;
    let [VERSION, nonce @ ..] = head else { return Err(UnsealError::Shape) };
    aead::open(&again(key), nonce, closed, context).ok_or(UnsealError::Closed)
}

fn again(key: &Key) -> Key {
    Key::derive(key.expose(), &[], &[b"groat/again/1"])
}

/// The key and nonce both sides come to; none where the shared secret is no secret.
fn agree(
    mine: &StaticSecret,
    theirs: OfficeKey,
    once: OfficeKey,
    office: OfficeKey,
) -> Option<(Key, [u8; 24])> {
    let shared = mine.diffie_hellman(&PublicKey::from(theirs.0));
    if !shared.was_contributory() {
        return None;
    }
    let mut out = Zeroizing::new([0; 56]);
    let purpose: [&[u8]; 3] = [b"groat/sealed/1", &once.0, &office.0];
    expand(shared.as_bytes(), &[], &purpose, out.as_mut_slice());
    let (key, nonce) = out.split_first_chunk::<32>()?;
    Some((Key::from_bytes(*key), nonce.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;
    use proptest::prelude::*;

    use super::*;

    fn key(hex: &str) -> [u8; 32] {
        HEXLOWER.decode(hex.as_bytes()).unwrap().try_into().unwrap()
    }

    fn secret() -> Key {
        Key::from_bytes([7; 32])
    }

    /// RFC 7748, section 6.1.
    #[test]
    fn the_x25519_vector_of_rfc_7748() {
        let alice = key("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
        let bob = key("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
        let alice_public = key("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
        let bob_public = key("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
        assert_eq!(OfficeKey::of(&Key::from_bytes(alice)).0, alice_public);
        assert_eq!(OfficeKey::of(&Key::from_bytes(bob)).0, bob_public);
        let shared = StaticSecret::from(alice).diffie_hellman(&PublicKey::from(bob_public));
        let published = key("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        assert_eq!(shared.to_bytes(), published);
    }

    #[test]
    fn what_is_sealed_opens_for_the_office_alone() {
        let office = OfficeKey::of(&secret());
        let sealed = seal(office, b"a name", b"gift 7", &[1; 32]).unwrap();
        assert_eq!(&open(&secret(), &sealed, b"gift 7").unwrap()[..], b"a name");
        assert_eq!(open(&Key::from_bytes([8; 32]), &sealed, b"gift 7"), Err(UnsealError::Closed));
        assert_eq!(open(&secret(), &sealed, b"gift 8"), Err(UnsealError::Closed));
        assert_eq!(open(&secret(), &sealed[..32], b"gift 7"), Err(UnsealError::Shape));
        assert_eq!(open(&secret(), &sealed[..40], b"gift 7"), Err(UnsealError::Closed));
        let again = seal(office, b"a name", b"gift 7", &[2; 32]).unwrap();
        assert_ne!(sealed[HEAD..], again[HEAD..]);
    }

    #[test]
    fn a_sealed_text_hides_its_own_words() {
        let sealed = seal(OfficeKey::of(&secret()), b"a name", b"", &[1; 32]).unwrap();
        assert!(!sealed.windows(4).any(|window| window == b"name"));
        assert_eq!(sealed.len(), HEAD + 6 + aead::TAG);
    }

    #[test]
    fn keys_of_small_order_are_refused_on_both_sides() {
        let mut one = [0; 32];
        one[0] = 1;
        let eight = key("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
        for public in [[0; 32], one, eight] {
            assert_eq!(seal(OfficeKey(public), b"", b"", &[1; 32]), Err(SealError));
            let forged = [&[VERSION][..], &public, &[0; 16]].concat();
            assert_eq!(open(&secret(), &forged, b""), Err(UnsealError::Closed));
        }
    }

    #[test]
    fn no_byte_of_a_sealed_text_can_be_changed() {
        let sealed = seal(OfficeKey::of(&secret()), b"a name", b"gift 7", &[1; 32]).unwrap();
        let closed = encrypt_again(&secret(), b"a number", b"donor 3", &[1; 24]);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert!(open(&secret(), &changed, b"gift 7").is_err(), "{at}");
        }
        for at in 0..closed.len() {
            let mut changed = closed.clone();
            changed[at] ^= 1;
            assert!(decrypt_again(&secret(), &changed, b"donor 3").is_err(), "{at}");
        }
    }

    #[test]
    fn what_is_encrypted_again_is_bound_to_key_and_context() {
        let closed = encrypt_again(&secret(), b"a number", b"donor 3", &[1; 24]);
        assert_eq!(&decrypt_again(&secret(), &closed, b"donor 3").unwrap()[..], b"a number");
        assert_eq!(decrypt_again(&secret(), &closed, b"donor 4"), Err(UnsealError::Closed));
        let other = Key::from_bytes([8; 32]);
        assert_eq!(decrypt_again(&other, &closed, b"donor 3"), Err(UnsealError::Closed));
        assert_eq!(decrypt_again(&secret(), &closed[..24], b"donor 3"), Err(UnsealError::Shape));
        let sealed = seal(OfficeKey::of(&secret()), b"a number", b"donor 3", &[1; 32]).unwrap();
        assert_eq!(decrypt_again(&secret(), &sealed, b"donor 3"), Err(UnsealError::Closed));
    }

    /// What was once sealed must open in every later program. Both were computed a second time by a
    /// program that knows the RFCs and this file's docs alone.
    #[test]
    fn the_construction_stays() {
        let sealed = seal(OfficeKey::of(&secret()), b"a name", b"gift 7", &[1; 32]).unwrap();
        assert_eq!(
            HEXLOWER.encode(&sealed),
            "01a4e09292b651c278b9772c569f5fa9bb13d906b46ab68c9df9dc2b4409f8a209\
             80a7f9e7ebd2f51f83f6836cfcfa7eca0f9011f80215"
        );
        let closed = encrypt_again(&secret(), b"a number", b"donor 3", &[1; 24]);
        assert_eq!(
            HEXLOWER.encode(&closed),
            "010101010101010101010101010101010101010101010101010f926c4896d22c576b\
             3436df3ad0801d97728ca8df04404c"
        );
    }

    proptest! {
        #[test]
        fn every_text_comes_back(
            secret in any::<[u8; 32]>(),
            random in any::<[u8; 32]>(),
            plain in proptest::collection::vec(any::<u8>(), 0..200),
            context in proptest::collection::vec(any::<u8>(), 0..40),
        ) {
            let secret = Key::from_bytes(secret);
            let sealed = seal(OfficeKey::of(&secret), &plain, &context, &random).unwrap();
            prop_assert_eq!(&open(&secret, &sealed, &context).unwrap()[..], &plain[..]);
        }

        #[test]
        fn no_bytes_make_the_reader_stumble(
            bytes in proptest::collection::vec(any::<u8>(), 0..99),
        ) {
            prop_assert!(open(&secret(), &bytes, b"").is_err());
            prop_assert!(decrypt_again(&secret(), &bytes, b"").is_err());
        }
    }
}
