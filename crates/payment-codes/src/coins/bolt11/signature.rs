//! Who signed an invoice: the node that is paid.

use k256::ecdsa::signature::hazmat::PrehashVerifier;
use k256::ecdsa::{RecoveryId, Signature, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::coins::bech32_long::{bytes_and_rest, hex};
use crate::{Field, Flaw, Refusal};

/// Words of a signature: 64 bytes and one that helps to recover the key.
pub(super) const WORDS: usize = 104;

/// Checks the signature and returns the key of the node in hexadecimal digits.
///
/// # Errors
/// [`Flaw::CheckDigits`] where no key, or not the given one, can have signed it.
pub(super) fn node_id(
    prefix: &str,
    data: &[u8],
    signature: &[u8],
    given: Option<&[u8]>,
) -> Result<String, Refusal> {
    let key = match given {
        Some(key) => verified(&signed_hash(prefix, data), signature, key),
        None => recovered(&signed_hash(prefix, data), signature),
    };
    let key = key.ok_or_else(|| Refusal::new(Field::NodeId, Flaw::CheckDigits))?;
    Ok(hex(key.to_sec1_point(true).as_bytes()))
}

/// The hash of the readable part and of the data, filled up with zeros to whole bytes.
fn signed_hash(prefix: &str, data: &[u8]) -> [u8; 32] {
    let (mut bytes, bits, count) = bytes_and_rest(data);
    if count > 0 {
        bytes.extend(u8::try_from(bits << (8 - count)));
    }
    Sha256::new().chain_update(prefix).chain_update(bytes).finalize().into()
}

fn recovered(hash: &[u8; 32], words: &[u8]) -> Option<VerifyingKey> {
    let bytes = bytes_and_rest(words).0;
    let (signature, recovery) = bytes.split_first_chunk::<64>()?;
    let signature = Signature::from_slice(signature).ok()?;
    let recovery = RecoveryId::from_byte(*recovery.first()?)?;
    VerifyingKey::recover_from_prehash(hash, &signature, recovery).ok()
}

/// A key that is given also needs a small S, so that nobody on the way can change the text.
fn verified(hash: &[u8; 32], words: &[u8], key: &[u8]) -> Option<VerifyingKey> {
    let bytes = bytes_and_rest(words).0;
    let signature = Signature::from_slice(bytes.get(..64)?).ok()?;
    let key = VerifyingKey::from_sec1_bytes(key).ok()?;
    key.verify_prehash(hash, &signature).ok()?;
    Some(key)
}
