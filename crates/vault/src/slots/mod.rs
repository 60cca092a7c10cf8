//! The file `keys`: which passphrase, sheet or backup opens the books.
//!
//! Slots are kept here; what a slot wraps is in [`wrap`], the bytes of the file in [`file`].

mod file;
mod wrap;

use thiserror::Error;
use zeroize::Zeroizing;

use crate::kdf::{Cost, OutOfMemory};
use crate::sealed::OfficeKey;
use crate::{Key, Passphrase, RecoveryKey};

pub use file::{FORMAT_VERSION, KeysError};

/// One `keys` file and the books it belongs to, named by 128 random bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VaultId(pub [u8; 16]);

/// What every slot wraps.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyBundle {
    /// Opens `station.db`.
    pub station: Key,
    /// Opens `office.db`.
    pub office: Key,
    /// Opens what is sealed to the office: the X25519 secret of [`KeyBundle::office_key`].
    pub office_secret: Key,
}

/// What a slot is opened with, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    /// A person's passphrase and the secret in this computer's keyring.
    Passphrase {
        /// The person.
        person: [u8; 16],
    },
    /// The printed recovery sheet.
    Recovery,
    /// A person's passphrase alone. Belongs into backups.
    Travel {
        /// The person.
        person: [u8; 16],
    },
}

/// One way to open the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    id: [u8; 16],
    kind: SlotKind,
    /// How a passphrase is stretched; none where nothing is typed that could be guessed.
    stretching: Option<Stretching>,
    nonce: [u8; 24],
    wrapped: [u8; wrap::WRAPPED],
}

/// Cost and salt of a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretching {
    cost: Cost,
    salt: [u8; 16],
}

/// The random bytes of one slot. All must be new for every slot that is made.
#[derive(Debug, Clone, Copy)]
pub struct SlotRandom {
    /// What the slot is named by.
    pub id: [u8; 16],
    /// What a passphrase is stretched with.
    pub salt: [u8; 16],
    /// What the wrapping begins with.
    pub nonce: [u8; 24],
}

/// The slots of one `keys` file, at most one a kind and person, at most [`Keys::MOST_SLOTS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    vault: VaultId,
    office: Option<OfficeKey>,
    slots: Vec<Slot>,
}

/// Why a slot is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PutError {
    /// The bundle is of another office than the slots that are there.
    #[error("the keys belong to another office")]
    OtherOffice,
    /// The slot is no travel slot, or its like is there already.
    #[error("the slot does not belong into this file")]
    OtherSlot,
    /// There are [`Keys::MOST_SLOTS`] already.
    #[error("there is no room for another slot")]
    Full,
    /// Too little memory to stretch the passphrase.
    #[error(transparent)]
    OutOfMemory(#[from] OutOfMemory),
}

/// Why the books do not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum OpenError {
    /// There is no such slot.
    #[error("there is no slot of this kind")]
    NoSlot,
    /// The slot does not open. The passphrase or the sheet is another, or the keyring secret is, or
    /// the slot was changed. These cannot be told apart: a check that told a wrong passphrase from
    /// a damaged slot would also tell a guesser when the passphrase is right.
    #[error("the slot does not open: another passphrase or sheet, or it was changed")]
    Closed,
    /// The slot opens, but its office is not the one the file names: what volunteers sealed may
    /// be readable by somebody else. Passphrase and sheet are right.
    #[error("the file names another office than its slots hold")]
    OfficeReplaced,
    /// Too little memory to stretch the passphrase.
    #[error(transparent)]
    OutOfMemory(#[from] OutOfMemory),
}

impl KeyBundle {
    /// Returns the office's public key.
    #[must_use]
    pub fn office_key(&self) -> OfficeKey {
        OfficeKey::of(&self.office_secret)
    }
}

impl Slot {
    /// Returns what it is opened with.
    #[must_use]
    pub fn kind(&self) -> SlotKind {
        self.kind
    }

    fn belongs_to(&self, owner: [u8; 16]) -> bool {
        match self.kind {
            SlotKind::Passphrase { person } | SlotKind::Travel { person } => person == owner,
            SlotKind::Recovery => false,
        }
    }
}

impl Keys {
    /// The most slots of a file: more people than an office has, and few enough that a forged
    /// backup does not have a passphrase stretched for hours.
    pub const MOST_SLOTS: usize = 64;

    /// The keys of new books: no office, no slots.
    #[must_use]
    pub fn empty(vault: VaultId) -> Keys {
        Keys { vault, office: None, slots: Vec::new() }
    }

    /// Returns what the file is named by.
    #[must_use]
    pub fn vault(&self) -> VaultId {
        self.vault
    }

    /// Returns the office's public key, where there is an office. Whoever can write the file can
    /// put another here; opening a slot finds that ([`OpenError::OfficeReplaced`]).
    #[must_use]
    pub fn office(&self) -> Option<OfficeKey> {
        self.office
    }

    /// Returns the kinds of all slots, in the order they were first made.
    pub fn kinds(&self) -> impl Iterator<Item = SlotKind> {
        self.slots.iter().map(Slot::kind)
    }

    /// Makes a person's passphrase slot, in the place of the one that is there.
    ///
    /// A changed passphrase is this and nothing else: no books are written anew. The first slot
    /// of a file also sets its office.
    ///
    /// # Errors
    /// [`PutError`]
    pub fn put_passphrase(
        &mut self,
        person: [u8; 16],
        passphrase: &Passphrase,
        keyring: &Key,
        bundle: &KeyBundle,
        cost: Cost,
        random: &SlotRandom,
    ) -> Result<(), PutError> {
        let stretching = Stretching { cost, salt: random.salt };
        let key = wrap::key_of_passphrase(self.vault, passphrase, keyring, stretching)?;
        self.put(SlotKind::Passphrase { person }, Some(stretching), &key, bundle, random)
    }

    /// Makes the recovery slot, in the place of the one that is there. An older sheet opens
    /// nothing any more, but for copies of the file that are older, too.
    ///
    /// # Errors
    /// [`PutError`]
    pub fn put_recovery(
        &mut self,
        recovery: &RecoveryKey,
        bundle: &KeyBundle,
        random: &SlotRandom,
    ) -> Result<(), PutError> {
        let key = wrap::key_of_recovery(self.vault, recovery);
        self.put(SlotKind::Recovery, None, &key, bundle, random)
    }

    /// Makes a slot that a person's passphrase opens on any computer, and does not put it here.
    ///
    /// It is made while the passphrase is at hand, kept inside the encrypted office file
    /// ([`Slot::encode`]), and goes out with backups ([`Keys::for_backup`]).
    ///
    /// # Errors
    /// [`PutError`]
    pub fn travel_slot(
        &self,
        person: [u8; 16],
        passphrase: &Passphrase,
        bundle: &KeyBundle,
        cost: Cost,
        random: &SlotRandom,
    ) -> Result<Slot, PutError> {
        self.same_office(bundle)?;
        let stretching = Stretching { cost, salt: random.salt };
        let key = wrap::key_of_travel(self.vault, passphrase, stretching)?;
        let kind = SlotKind::Travel { person };
        Ok(wrap::wrap(self.vault, kind, Some(stretching), &key, bundle, random))
    }

    /// Makes the file that goes into a backup: the recovery slot and the travel slots handed in.
    /// Passphrase slots stay at home; without this computer's keyring they open nothing.
    ///
    /// # Errors
    /// [`PutError::OtherSlot`] for a slot that is no travel slot, or the second of a person;
    /// [`PutError::Full`].
    pub fn for_backup(&self, travel: &[Slot]) -> Result<Keys, PutError> {
        let mut backup = self.clone();
        backup.slots.retain(|slot| slot.kind == SlotKind::Recovery);
        for slot in travel {
            let travels = matches!(slot.kind, SlotKind::Travel { .. });
            if !travels || backup.slots.iter().any(|other| like(other, slot)) {
                return Err(PutError::OtherSlot);
            }
            backup.push(slot.clone())?;
        }
        Ok(backup)
    }

    /// Takes away every slot of a person; tells whether there was one.
    ///
    /// Whoever kept the keys, or a copy of the file and its keyring secret, still holds them.
    pub fn remove_person(&mut self, person: [u8; 16]) -> bool {
        let before = self.slots.len();
        self.slots.retain(|slot| !slot.belongs_to(person));
        self.slots.len() < before
    }

    /// Takes away a person's travel slot, as a restored file has them; tells whether there was
    /// one. To be done as soon as the person has a passphrase slot on the new computer.
    pub fn remove_travel(&mut self, person: [u8; 16]) -> bool {
        let before = self.slots.len();
        self.slots.retain(|slot| slot.kind != SlotKind::Travel { person });
        self.slots.len() < before
    }

    /// Opens a person's passphrase slot.
    ///
    /// # Errors
    /// [`OpenError`]
    pub fn open_passphrase(
        &self,
        person: [u8; 16],
        passphrase: &Passphrase,
        keyring: &Key,
    ) -> Result<KeyBundle, OpenError> {
        let slot = self.slot(SlotKind::Passphrase { person }).ok_or(OpenError::NoSlot)?;
        let stretching = slot.stretching.ok_or(OpenError::NoSlot)?;
        let key = wrap::key_of_passphrase(self.vault, passphrase, keyring, stretching)?;
        self.unwrap_slot(slot, &key)
    }

    /// Opens the recovery slot.
    ///
    /// # Errors
    /// [`OpenError`]
    pub fn open_recovery(&self, recovery: &RecoveryKey) -> Result<KeyBundle, OpenError> {
        let slot = self.slot(SlotKind::Recovery).ok_or(OpenError::NoSlot)?;
        self.unwrap_slot(slot, &wrap::key_of_recovery(self.vault, recovery))
    }

    /// Opens the travel slot that the passphrase fits, and tells whose it is. Nobody has to say
    /// who they are on a computer that knows nobody yet; each slot tried costs one stretching.
    ///
    /// # Errors
    /// [`OpenError`]; [`OpenError::Closed`] where it fits none.
    pub fn open_travel(&self, passphrase: &Passphrase) -> Result<([u8; 16], KeyBundle), OpenError> {
        let mut found = OpenError::NoSlot;
        for slot in &self.slots {
            let SlotKind::Travel { person } = slot.kind else { continue };
            let Some(stretching) = slot.stretching else { continue };
            let key = wrap::key_of_travel(self.vault, passphrase, stretching)?;
            match self.unwrap_slot(slot, &key) {
                Ok(bundle) => return Ok((person, bundle)),
                Err(why) => found = why,
            }
        }
        Err(found)
    }

    fn put(
        &mut self,
        kind: SlotKind,
        stretching: Option<Stretching>,
        key: &Key,
        bundle: &KeyBundle,
        random: &SlotRandom,
    ) -> Result<(), PutError> {
        self.same_office(bundle)?;
        let slot = wrap::wrap(self.vault, kind, stretching, key, bundle, random);
        match self.slots.iter_mut().find(|other| other.kind == kind) {
            Some(place) => *place = slot,
            None => self.push(slot)?,
        }
        self.office = Some(bundle.office_key());
        Ok(())
    }

    fn push(&mut self, slot: Slot) -> Result<(), PutError> {
        if self.slots.len() >= Keys::MOST_SLOTS {
            return Err(PutError::Full);
        }
        self.slots.push(slot);
        Ok(())
    }

    fn same_office(&self, bundle: &KeyBundle) -> Result<(), PutError> {
        match self.office {
            Some(office) if office != bundle.office_key() => Err(PutError::OtherOffice),
            _ => Ok(()),
        }
    }

    fn slot(&self, kind: SlotKind) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.kind == kind)
    }

    fn unwrap_slot(&self, slot: &Slot, key: &Key) -> Result<KeyBundle, OpenError> {
        let bundle = wrap::unwrap(self.vault, slot, key).ok_or(OpenError::Closed)?;
        if self.office == Some(bundle.office_key()) {
            Ok(bundle)
        } else {
            Err(OpenError::OfficeReplaced)
        }
    }
}

/// Whether two slots cannot stand in one file.
fn like(one: &Slot, other: &Slot) -> bool {
    one.kind == other.kind || one.id == other.id
}

/// The three keys in a row.
fn joined(bundle: &KeyBundle) -> Zeroizing<[u8; wrap::BUNDLE]> {
    let mut bytes = Zeroizing::new([0; wrap::BUNDLE]);
    let keys = [&bundle.station, &bundle.office, &bundle.office_secret];
    for (place, key) in bytes.as_chunks_mut::<32>().0.iter_mut().zip(keys) {
        *place = *key.expose();
    }
    bytes
}

#[cfg(test)]
mod tests;
