//! What a slot wraps, with which key, and to what it is bound.

use minicbor::Encoder;
use zeroize::Zeroizing;

use super::file::{FORMAT_VERSION, Written, write_cost, write_kind};
use super::{KeyBundle, Slot, SlotKind, SlotRandom, Stretching, VaultId, joined};
use crate::kdf::{OutOfMemory, stretch};
use crate::{Key, Passphrase, RecoveryKey, aead};

/// Three keys.
pub(super) const BUNDLE: usize = 96;
/// Three keys in their closed box.
pub(super) const WRAPPED: usize = BUNDLE + aead::TAG;

/// HKDF over the stretched passphrase and the keyring secret, 32 bytes each: without either,
/// the other is of no use.
pub(super) fn key_of_passphrase(
    vault: VaultId,
    passphrase: &Passphrase,
    keyring: &Key,
    stretching: Stretching,
) -> Result<Key, OutOfMemory> {
    let stretched = stretch(passphrase.expose(), &stretching.salt, stretching.cost)?;
    let mut both = Zeroizing::new([0; 64]);
    let keys = [&stretched, keyring];
    for (place, key) in both.as_chunks_mut::<32>().0.iter_mut().zip(keys) {
        *place = *key.expose();
    }
    Ok(Key::derive(both.as_slice(), &vault.0, &[b"groat/slot/1/passphrase"]))
}

/// HKDF over the 160 bits of the sheet.
pub(super) fn key_of_recovery(vault: VaultId, recovery: &RecoveryKey) -> Key {
    Key::derive(recovery.expose(), &vault.0, &[b"groat/slot/1/recovery"])
}

/// HKDF over the stretched passphrase alone.
pub(super) fn key_of_travel(
    vault: VaultId,
    passphrase: &Passphrase,
    stretching: Stretching,
) -> Result<Key, OutOfMemory> {
    let stretched = stretch(passphrase.expose(), &stretching.salt, stretching.cost)?;
    Ok(Key::derive(stretched.expose(), &vault.0, &[b"groat/slot/1/travel"]))
}

/// Wraps the bundle into a new slot.
pub(super) fn wrap(
    vault: VaultId,
    kind: SlotKind,
    stretching: Option<Stretching>,
    key: &Key,
    bundle: &KeyBundle,
    random: &SlotRandom,
) -> Slot {
    let mut slot =
        Slot { id: random.id, kind, stretching, nonce: random.nonce, wrapped: [0; WRAPPED] };
    let closed = aead::close(key, &slot.nonce, joined(bundle).as_slice(), &bound_to(vault, &slot));
    for (place, byte) in slot.wrapped.iter_mut().zip(closed) {
        *place = byte;
    }
    slot
}

/// Takes the bundle out of a slot, if the key is its and nothing of it was changed.
pub(super) fn unwrap(vault: VaultId, slot: &Slot, key: &Key) -> Option<KeyBundle> {
    let plain = aead::open(key, &slot.nonce, &slot.wrapped, &bound_to(vault, slot))?;
    let (keys, rest) = plain.as_chunks::<32>();
    match (keys, rest) {
        ([station, office, office_secret], []) => Some(KeyBundle {
            station: Key::from_bytes(*station),
            office: Key::from_bytes(*office),
            office_secret: Key::from_bytes(*office_secret),
        }),
        _ => None,
    }
}

/// What a slot cannot be parted from: format version, vault, id, kind with person, cost and salt.
fn bound_to(vault: VaultId, slot: &Slot) -> Vec<u8> {
    let mut bytes = Encoder::new(Vec::with_capacity(128));
    // Writing to a vector cannot fail; were it to, nothing written would fit nothing read.
    let Ok(()) = write_bound(&mut bytes, vault, slot) else { return Vec::new() };
    bytes.into_writer()
}

fn write_bound(w: &mut Encoder<Vec<u8>>, vault: VaultId, slot: &Slot) -> Written {
    w.array(7)?.str("groat/slot")?.u8(FORMAT_VERSION)?;
    w.bytes(&vault.0)?.bytes(&slot.id)?;
    write_kind(w, slot.kind)?;
    write_cost(w, slot.stretching)
}
