//! Commitments: the journal names a text without containing it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// 32 random bytes that make a commitment unguessable; kept beside the text it belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Salt(pub [u8; 32]);

/// HMAC-SHA-256 of texts under a random salt.
///
/// The journal carries this in the place of names, so that a text can be proven unchanged while
/// it is kept, and is gone without a trace when text and salt are deleted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Commitment(pub [u8; 32]);

impl Commitment {
    /// Commits to texts in the given order.
    ///
    /// Each text enters with its length in bytes (eight bytes, big-endian), so that no two
    /// different lists give the same input.
    #[must_use]
    pub fn to(salt: &Salt, texts: &[&str]) -> Commitment {
        // A key of exactly 32 bytes is always accepted; HMAC takes keys of every length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&salt.0) else {
            return Commitment([0; 32]);
        };
        for text in texts {
            let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
            mac.update(&length.to_be_bytes());
            mac.update(text.as_bytes());
        }
        Commitment(mac.finalize().into_bytes().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_do_not_run_into_each_other() {
        let salt = Salt([7; 32]);
        assert_ne!(Commitment::to(&salt, &["ab", "c"]), Commitment::to(&salt, &["a", "bc"]));
        assert_ne!(Commitment::to(&salt, &["a"]), Commitment::to(&Salt([8; 32]), &["a"]));
        assert_eq!(Commitment::to(&salt, &["a"]), Commitment::to(&salt, &["a"]));
    }
}
