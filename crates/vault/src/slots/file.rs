//! The bytes of the file `keys`: deterministic CBOR (RFC 8949, section 4.2), format version 1.
//!
//! A map with the keys 0 to 3 in order: `0` format version, `1` vault id (16 bytes), `2` public
//! key of the office (32 bytes or null), `3` array of slots. A slot is an array: id (16 bytes),
//! kind ("passphrase", "recovery", "travel"), person (16 bytes or null), \[memory in KiB, passes,
//! lanes, salt (16 bytes)\] or null, nonce (24 bytes), wrapped bundle (112 bytes).
//!
//! Nothing in it is secret, but for whom it has slots and when it was last written.

use std::convert::Infallible;

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use thiserror::Error;

use super::{Keys, Slot, SlotKind, Stretching, VaultId, like};
use crate::kdf::{Cost, CostError};
use crate::sealed::OfficeKey;

/// The format version this program writes and reads.
pub const FORMAT_VERSION: u8 = 1;

/// Why bytes are not a `keys` file or a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KeysError {
    /// A later program wrote it.
    #[error("format version {found} is not {FORMAT_VERSION}")]
    Version {
        /// The version found.
        found: u8,
    },
    /// A passphrase would be stretched too little or too much.
    #[error(transparent)]
    Cost(#[from] CostError),
    /// A field has no valid value.
    #[error("field {field} has no valid value")]
    Field {
        /// The field.
        field: &'static str,
    },
    /// Slots contradict each other: two of one kind and person or of one id, or slots without an
    /// office.
    #[error("the slots contradict each other")]
    Contradiction,
    /// More than [`Keys::MOST_SLOTS`].
    #[error("{found} slots are more than a keys file has")]
    TooMany {
        /// How many the file says it has.
        found: u64,
    },
    /// The bytes are not CBOR of the expected shape.
    #[error("not the shape of a keys file")]
    Shape,
    /// The same keys would be written in other bytes.
    #[error("not written in the one deterministic form")]
    NotCanonical,
}

impl From<minicbor::decode::Error> for KeysError {
    fn from(_: minicbor::decode::Error) -> KeysError {
        KeysError::Shape
    }
}

impl Keys {
    /// Encodes the file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut file = Encoder::new(Vec::with_capacity(512));
        // Writing to a vector cannot fail; an empty file would be refused by `decode`.
        let Ok(()) = write_keys(&mut file, self) else { return Vec::new() };
        file.into_writer()
    }

    /// Decodes a file.
    ///
    /// # Errors
    /// [`KeysError`]; also for every byte string that [`Keys::encode`] would not have written.
    pub fn decode(bytes: &[u8]) -> Result<Keys, KeysError> {
        Keys::decode_down_to(bytes, Cost::LEAST)
    }

    pub(super) fn decode_down_to(bytes: &[u8], least: Cost) -> Result<Keys, KeysError> {
        let mut file = Decoder::new(bytes);
        let keys = read_keys(&mut file, least)?;
        if file.position() != bytes.len() || keys.encode() != bytes {
            return Err(KeysError::NotCanonical);
        }
        Ok(keys)
    }
}

impl Slot {
    /// Encodes one slot, as it is kept inside the office file.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut slot = Encoder::new(Vec::with_capacity(256));
        // Writing to a vector cannot fail; an empty slot would be refused by `decode`.
        let Ok(()) = write_slot(&mut slot, self) else { return Vec::new() };
        slot.into_writer()
    }

    /// Decodes one slot.
    ///
    /// # Errors
    /// [`KeysError`]; also for every byte string that [`Slot::encode`] would not have written.
    pub fn decode(bytes: &[u8]) -> Result<Slot, KeysError> {
        let mut parts = Decoder::new(bytes);
        let slot = read_slot(&mut parts, Cost::LEAST)?;
        if parts.position() != bytes.len() || slot.encode() != bytes {
            return Err(KeysError::NotCanonical);
        }
        Ok(slot)
    }
}

type Writer = Encoder<Vec<u8>>;
pub(super) type Written = Result<(), minicbor::encode::Error<Infallible>>;

fn write_keys(w: &mut Writer, keys: &Keys) -> Written {
    w.map(4)?.u8(0)?.u8(FORMAT_VERSION)?;
    w.u8(1)?.bytes(&keys.vault.0)?;
    w.u8(2)?;
    match keys.office {
        Some(office) => w.bytes(&office.0)?,
        None => w.null()?,
    };
    w.u8(3)?.array(u64::try_from(keys.slots.len()).unwrap_or(u64::MAX))?;
    keys.slots.iter().try_for_each(|slot| write_slot(w, slot))
}

fn write_slot(w: &mut Writer, slot: &Slot) -> Written {
    w.array(6)?.bytes(&slot.id)?;
    write_kind(w, slot.kind)?;
    write_cost(w, slot.stretching)?;
    w.bytes(&slot.nonce)?.bytes(&slot.wrapped)?;
    Ok(())
}

/// Two places: the word and the person.
pub(super) fn write_kind(w: &mut Writer, kind: SlotKind) -> Written {
    match kind {
        SlotKind::Passphrase { person } => w.str("passphrase")?.bytes(&person)?,
        SlotKind::Recovery => w.str("recovery")?.null()?,
        SlotKind::Travel { person } => w.str("travel")?.bytes(&person)?,
    };
    Ok(())
}

/// One place.
pub(super) fn write_cost(w: &mut Writer, stretching: Option<Stretching>) -> Written {
    let Some(Stretching { cost, salt }) = stretching else {
        w.null()?;
        return Ok(());
    };
    let [memory_kib, passes, lanes] = cost.parts();
    w.array(4)?.u32(memory_kib)?.u32(passes)?.u32(lanes)?.bytes(&salt)?;
    Ok(())
}

fn read_keys(r: &mut Decoder<'_>, least: Cost) -> Result<Keys, KeysError> {
    expect(r.map()? == Some(4))?;
    read_key(r, 0)?;
    let version = r.u8()?;
    if version != FORMAT_VERSION {
        return Err(KeysError::Version { found: version });
    }
    read_key(r, 1)?;
    let vault = VaultId(read_bytes(r, "vault")?);
    read_key(r, 2)?;
    let office = if read_null(r)? { None } else { Some(OfficeKey(read_bytes(r, "office")?)) };
    read_key(r, 3)?;
    let count = r.array()?.ok_or(KeysError::Shape)?;
    if usize::try_from(count).map_or(true, |count| count > Keys::MOST_SLOTS) {
        return Err(KeysError::TooMany { found: count });
    }
    let mut keys = Keys { vault, office, slots: Vec::new() };
    for _ in 0..count {
        let slot = read_slot(r, least)?;
        if office.is_none() || keys.slots.iter().any(|other| like(other, &slot)) {
            return Err(KeysError::Contradiction);
        }
        keys.slots.push(slot);
    }
    Ok(keys)
}

fn read_slot(r: &mut Decoder<'_>, least: Cost) -> Result<Slot, KeysError> {
    expect(r.array()? == Some(6))?;
    let id = read_bytes(r, "slot id")?;
    let word = r.str()?;
    let person = if read_null(r)? { None } else { Some(read_bytes(r, "person")?) };
    let kind = match (word, person) {
        ("passphrase", Some(person)) => SlotKind::Passphrase { person },
        ("recovery", None) => SlotKind::Recovery,
        ("travel", Some(person)) => SlotKind::Travel { person },
        _ => return Err(KeysError::Field { field: "kind" }),
    };
    let stretching = if read_null(r)? { None } else { Some(read_stretching(r, least)?) };
    if stretching.is_none() != (kind == SlotKind::Recovery) {
        return Err(KeysError::Field { field: "cost" });
    }
    let (nonce, wrapped) = (read_bytes(r, "nonce")?, read_bytes(r, "bundle")?);
    Ok(Slot { id, kind, stretching, nonce, wrapped })
}

fn read_stretching(r: &mut Decoder<'_>, least: Cost) -> Result<Stretching, KeysError> {
    expect(r.array()? == Some(4))?;
    let cost = Cost::unchecked([r.u32()?, r.u32()?, r.u32()?]).within(least)?;
    Ok(Stretching { cost, salt: read_bytes(r, "salt")? })
}

fn expect(holds: bool) -> Result<(), KeysError> {
    if holds { Ok(()) } else { Err(KeysError::Shape) }
}

fn read_key(r: &mut Decoder<'_>, key: u8) -> Result<(), KeysError> {
    expect(r.u8()? == key)
}

fn read_null(r: &mut Decoder<'_>) -> Result<bool, KeysError> {
    let absent = r.datatype()? == Type::Null;
    if absent {
        r.null()?;
    }
    Ok(absent)
}

fn read_bytes<const N: usize>(
    r: &mut Decoder<'_>,
    field: &'static str,
) -> Result<[u8; N], KeysError> {
    r.bytes()?.try_into().map_err(|_| KeysError::Field { field })
}
