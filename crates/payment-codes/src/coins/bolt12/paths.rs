//! The blinded paths of an offer (BOLT #4): checked, not followed.

use k256::PublicKey;

const KEY_BYTES: usize = 33;

/// Tells whether bytes are the key of a node: a point of secp256k1 in its short form.
pub(super) fn is_key(bytes: &[u8]) -> bool {
    bytes.len() == KEY_BYTES && PublicKey::from_sec1_bytes(bytes).is_ok()
}

/// Checks that there is at least one path and that each has a step; nothing where not.
pub(super) fn check(bytes: &[u8]) -> Option<()> {
    let mut rest = path(bytes)?;
    while !rest.is_empty() {
        rest = path(rest)?;
    }
    Some(())
}

/// Reads one path and returns what follows it.
fn path(bytes: &[u8]) -> Option<&[u8]> {
    let rest = match bytes.first()? {
        // A direction and the eight bytes of a channel stand for a node.
        0 | 1 => bytes.get(9..)?,
        _ => key(bytes)?,
    };
    let (steps, mut rest) = key(rest)?.split_first()?;
    for _ in 0..*steps {
        rest = step(rest)?;
    }
    (*steps > 0).then_some(rest)
}

/// Reads a node and the bytes that only it can open.
fn step(bytes: &[u8]) -> Option<&[u8]> {
    let (length, rest) = key(bytes)?.split_first_chunk::<2>()?;
    rest.get(usize::from(u16::from_be_bytes(*length))..)
}

fn key(bytes: &[u8]) -> Option<&[u8]> {
    let (key, rest) = bytes.split_at_checked(KEY_BYTES)?;
    is_key(key).then_some(rest)
}
