//! Passphrases: suggested, changed, and turned into slots.

use groat_ledger::{PersonId, Role};
use groat_vault::{
    Cost, Key, KeyBundle, Keys, Passphrase, PassphraseError, Pin, PinError, PinHash, PutError,
    SlotRandom,
};
use zeroize::Zeroizing;

use crate::session::OpenOffice;
use crate::sign_in::no_memory;
use crate::{App, Code, Fault, keys};

/// What a person signs in with, checked when it was chosen.
pub(crate) enum NewSecret {
    /// Of a volunteer.
    Pin(Pin),
    /// Of the others.
    Passphrase(Passphrase),
}

impl NewSecret {
    /// Reads what a person of this role chose.
    pub(crate) fn parse(role: Role, text: &str, field: &str) -> Result<NewSecret, Fault> {
        match role {
            Role::Volunteer => {
                Pin::parse(text).map(NewSecret::Pin).map_err(|error| Fault::from(error).at(field))
            }
            Role::Treasurer | Role::Admin => Passphrase::parse(text)
                .map(NewSecret::Passphrase)
                .map_err(|error| Fault::from(error).at(field)),
        }
    }
}

impl App {
    /// Draws words that make a good passphrase.
    ///
    /// # Errors
    /// [`Code::Internal`] where this computer has no randomness.
    pub fn suggest_passphrase(&self) -> Result<Zeroizing<String>, Fault> {
        let drawn = Zeroizing::new(self.draw()?);
        Ok(Zeroizing::new(Passphrase::generate(&drawn).expose().to_owned()))
    }

    /// Changes the passphrase of the person at the desk.
    ///
    /// # Errors
    /// [`Code::PassphraseWrong`] and [`Code::WaitFirst`] for the one so far, the codes of new
    /// passphrases at "new", the codes of books.
    pub async fn change_passphrase(&self, old: &str, new: &str) -> Result<(), Fault> {
        let _alone = self.presence.trying.lock().await;
        let (signed_in, open) = self.at_office()?;
        let new = Passphrase::parse(new).map_err(|error| Fault::from(error).at("new"))?;
        self.gate(signed_in.person).await?;
        drop(self.unlock(signed_in.person, old, "old").await?);
        let slots = self.slots()?;
        self.give_slot(&open, slots, signed_in.person, new).await
    }

    /// The slots of the office.
    pub(crate) fn slots(&self) -> Result<Keys, Fault> {
        keys::read(self.folder())?.ok_or_else(|| Fault::new(Code::OfficeMissing))
    }

    /// Puts a person's passphrase into the slots here, and into the one that travels with backups.
    pub(crate) async fn give_slot(
        &self,
        open: &OpenOffice,
        mut slots: Keys,
        person: PersonId,
        passphrase: Passphrase,
    ) -> Result<(), Fault> {
        let (here, away) = (self.slot_random()?, self.slot_random()?);
        let (keys, bundle) = (self.keys.clone(), copied(&open.bundle));
        let (slots, travel) = blocking(move || {
            let (keyring, cost) = (&keys.device.keyring, Cost::STANDARD);
            slots.put_passphrase(person.0, &passphrase, keyring, &bundle, cost, &here)?;
            let travel = slots.travel_slot(person.0, &passphrase, &bundle, cost, &away)?;
            Ok((slots, travel))
        })
        .await?
        .map_err(not_put)?;
        open.office.keep_travel_slot(person, &travel.encode()).await?;
        keys::write(self.folder(), &slots)
    }

    pub(crate) fn slot_random(&self) -> Result<SlotRandom, Fault> {
        Ok(SlotRandom { id: self.draw()?, salt: self.draw()?, nonce: self.draw()? })
    }

    /// Stretches a new PIN for the books.
    pub(crate) async fn stretched(&self, pin: Pin) -> Result<Vec<u8>, Fault> {
        let salt = self.draw()?;
        let hash = blocking(move || PinHash::of(&pin, &salt)).await?.map_err(no_memory)?;
        Ok(hash.encode())
    }
}

/// Does what takes long in its own thread: a stall's other acts must not wait for it.
pub(crate) async fn blocking<T: Send + 'static>(
    act: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Fault> {
    tokio::task::spawn_blocking(act)
        .await
        .map_err(|error| Fault::new(Code::Internal).because(error))
}

/// The same keys once more, for a thread that may outlive the session.
fn copied(bundle: &KeyBundle) -> KeyBundle {
    let copy = |key: &Key| Key::from_bytes(*key.expose());
    KeyBundle {
        station: copy(&bundle.station),
        office: copy(&bundle.office),
        office_secret: copy(&bundle.office_secret),
    }
}

/// The fault of a slot that was not made.
pub(crate) fn not_put(error: PutError) -> Fault {
    match error {
        PutError::Full => Fault::new(Code::PeopleTooMany).because(error),
        PutError::OutOfMemory(error) => no_memory(error),
        PutError::OtherOffice => {
            Fault::new(Code::BooksDamaged).with("detail", "keys").because(error)
        }
        _ => Fault::new(Code::Internal).because(error),
    }
}

impl From<PassphraseError> for Fault {
    fn from(error: PassphraseError) -> Fault {
        match error {
            PassphraseError::TooShort { found } => Fault::new(Code::PassphraseShort)
                .with("min", Passphrase::SHORTEST)
                .with("found", found),
            PassphraseError::TooLong { found } => Fault::new(Code::PassphraseLong)
                .with("max", Passphrase::LONGEST)
                .with("found", found),
            PassphraseError::Common => Fault::new(Code::PassphraseCommon),
            PassphraseError::Pattern => Fault::new(Code::PassphrasePattern),
            other => Fault::new(Code::Internal).because(other),
        }
    }
}

impl From<PinError> for Fault {
    fn from(error: PinError) -> Fault {
        match error {
            PinError::TooEasy => Fault::new(Code::PinWeak),
            _ => Fault::new(Code::PinMalformed),
        }
    }
}
