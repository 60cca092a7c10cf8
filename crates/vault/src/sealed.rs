//! Sealing: what a volunteer notes about a donor, only the office reads.
//!
//! # Construction, version 1
//! `e` is a random X25519 secret that is used once, `E` its public key, `R` the office's public
//! key (RFC 7748):
//!
//! ```text
//! key ‖ nonce = HKDF-SHA-256(input X25519(e, R), salt none, info "groat/sealed/1" ‖ E ‖ R), 56 bytes
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
