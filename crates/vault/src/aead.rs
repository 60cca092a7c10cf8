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

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;

    /// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
    #[test]
    fn the_published_vector_of_xchacha20_poly1305() {
        let mut places = [0; 32];
        places.iter_mut().zip(0x80..).for_each(|(byte, value)| *byte = value);
        let key = Key::from_bytes(places);
        let mut nonce = [0; 24];
        nonce.iter_mut().zip(0x40..).for_each(|(byte, value)| *byte = value);
        let bound_to = HEXLOWER.decode(b"50515253c0c1c2c3c4c5c6c7").unwrap();
        let plain: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you only \
            one tip for the future, sunscreen would be it.";
        let closed = close(&key, &nonce, plain, &bound_to);
        let (text, tag) = closed.split_at(plain.len());
        assert!(HEXLOWER.encode(text).starts_with("bd6d179d3e83d43b9576579493c0e939"));
        assert_eq!(HEXLOWER.encode(tag), "c0875924c1c7987947deafd8780acf49");
        assert_eq!(&open(&key, &nonce, &closed, &bound_to).unwrap()[..], plain);
        assert_eq!(open(&key, &nonce, &closed, b""), None);
    }
}
