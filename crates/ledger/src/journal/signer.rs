//! Who vouches for an entry: an Ed25519 key pair of the desk (RFC 8032).

use std::fmt;

use ed25519_dalek::{Signature as Ed25519Signature, Signer as _, SigningKey, VerifyingKey};

use crate::journal::EntryHash;

/// The secret half of a desk's key pair. It is wiped when it is dropped.
pub struct Signer(SigningKey);

/// The public half: what the journal declares, and what signatures are checked against.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SignerKey(pub [u8; 32]);

/// The signature of one entry's hash.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

/// A hash, its signature, and the key that should have made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed {
    /// What was signed.
    pub hash: EntryHash,
    /// The signature.
    pub signature: Signature,
    /// Whose it should be.
    pub key: SignerKey,
}

impl Signer {
    /// The key pair of 32 random bytes.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Signer {
        Signer(SigningKey::from_bytes(seed))
    }

    /// Returns the public half.
    #[must_use]
    pub fn key(&self) -> SignerKey {
        SignerKey(self.0.verifying_key().to_bytes())
    }

    /// Signs the hash of an entry.
    #[must_use]
    pub fn sign(&self, hash: EntryHash) -> Signature {
        Signature(self.0.sign(&hash.0).to_bytes())
    }
}

impl Signed {
    /// Tells whether the signature is the key's.
    #[must_use]
    pub fn holds(&self) -> bool {
        let signature = Ed25519Signature::from_bytes(&self.signature.0);
        VerifyingKey::from_bytes(&self.key.0)
            .is_ok_and(|key| key.verify_strict(&self.hash.0, &signature).is_ok())
    }

    /// The place of the first signature that does not hold.
    ///
    /// Many at once are checked in half the time that they take one by one. A batch accepts no
    /// more than [`Signed::holds`] does, but for keys of small order, which are looked at apart.
    #[must_use]
    pub fn first_forged(signed: &[Signed]) -> Option<usize> {
        if batch_holds(signed) {
            return None;
        }
        signed.iter().position(|one| !one.holds())
    }
}

fn batch_holds(signed: &[Signed]) -> bool {
    let messages: Vec<&[u8]> = signed.iter().map(|one| one.hash.0.as_slice()).collect();
    let signatures: Vec<Ed25519Signature> =
        signed.iter().map(|one| Ed25519Signature::from_bytes(&one.signature.0)).collect();
    let keys: Result<Vec<VerifyingKey>, _> =
        signed.iter().map(|one| VerifyingKey::from_bytes(&one.key.0)).collect();
    keys.is_ok_and(|keys| {
        keys.iter().all(|key| !key.is_weak())
            && ed25519_dalek::verify_batch(&messages, &signatures, &keys).is_ok()
    })
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signer(***)")
    }
}

impl fmt::Display for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
