//! XChaCha20-Poly1305: closed boxes that cannot be changed or taken for another unnoticed.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::Key;

/// How many bytes a box is longer than what lies in it.
pub(crate) const TAG: usize = 16;

/// Closes a box: key, nonce (never twice with one key), content, and what it is bound to.
///
/// # Panics
/// Never below 256 GiB of content, the limit of the cipher.
#[expect(clippy::expect_used, reason = "what lies in memory here is far below the cipher's limit")]
pub(crate) fn close(key: &Key, nonce: &[u8; 24], plain: &[u8], bound_to: &[u8]) -> Vec<u8> {
    XChaCha20Poly1305::new(key.expose().into())
        .encrypt(&XNonce::from(*nonce), Payload { msg: plain, aad: bound_to })
        .expect("the content is below 256 GiB")
}

/// Opens a box; nothing comes out if the key, a byte of it, or what it is bound to differs.
pub(crate) fn open(
    key: &Key,
    nonce: &[u8; 24],
    closed: &[u8],
    bound_to: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    XChaCha20Poly1305::new(key.expose().into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: closed, aad: bound_to })
        .ok()
        .map(Zeroizing::new)
}
