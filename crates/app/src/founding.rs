//! Setting up the office: the first admin, the recovery sheet, the first phone. Nothing is on the
//! disk before all three are there.

use groat_books::{Author, Office};
use groat_ledger::journal::Fact;
use groat_ledger::{People, PersonId, Role};
use groat_vault::factor::FactorSecret;
use groat_vault::sealed::OfficeKey;
use groat_vault::{Key, KeyBundle, Keys, Passphrase, RecoveryError, RecoveryKey};
use zeroize::Zeroizing;

use crate::enrolment::{NewFactor, RecoveryCodes, new_factor};
use crate::people::person_name;
use crate::session::{OpenOffice, SignedIn, office_key};
use crate::{App, Code, Fault};

/// What the first admin is shown while the office is set up. To be shown once, and kept nowhere.
pub struct NewOffice {
    /// The groups of the recovery sheet.
    pub recovery: Vec<Zeroizing<String>>,
    /// What the admin's phone needs.
    pub factor: NewFactor,
}

/// An office that is being set up.
#[derive(Debug)]
pub(crate) struct Founding {
    name: String,
    passphrase: Passphrase,
    recovery: RecoveryKey,
    /// Whether the sheet was typed back.
    is_kept: bool,
    secret: FactorSecret,
}

impl App {
    /// Begins to set up the office with its first admin. Begun twice, the first time is forgotten.
    ///
    /// # Errors
    /// [`Code::PersonNameEmpty`], [`Code::PersonNameTooLong`], the codes of passphrases at
    /// "passphrase".
    pub fn begin_office(&self, name: &str, passphrase: &str) -> Result<NewOffice, Fault> {
        let name = person_name(name)?;
        let passphrase =
            Passphrase::parse(passphrase).map_err(|error| Fault::from(error).at("passphrase"))?;
        let recovery = RecoveryKey::from_bytes(self.draw()?);
        let secret = FactorSecret::from_bytes(self.draw()?);
        let new = NewOffice { recovery: recovery.groups(), factor: new_factor(&secret, &name) };
        let founding = Founding { name, passphrase, recovery, is_kept: false, secret };
        self.presence.with(|state| state.founding = Some(founding));
        Ok(new)
    }

    /// Checks that the recovery sheet was written down, by what a person typed from it.
    ///
    /// # Errors
    /// [`Code::OfficeNotBegun`], [`Code::RecoveryLength`], [`Code::RecoveryMistyped`].
    pub fn check_recovery(&self, typed: &str) -> Result<(), Fault> {
        self.presence.with(|state| {
            let founding = state.founding.as_mut();
            let founding = founding.ok_or_else(|| Fault::new(Code::OfficeNotBegun))?;
            founding.recovery.check_typed(typed)?;
            founding.is_kept = true;
            Ok(())
        })
    }

    /// Sets the office up and signs its first admin in.
    ///
    /// # Errors
    /// [`Code::OfficeNotBegun`], [`Code::RecoveryUnchecked`], [`Code::OfficeExists`], the codes of
    /// codes at "first_code" and "second_code", the codes of books.
    pub async fn finish_office(&self, first: &str, second: &str) -> Result<RecoveryCodes, Fault> {
        let _alone = self.presence.trying.lock().await;
        let enrolled = self.presence.with(|state| {
            let founding = state.founding.as_ref();
            let founding = founding.ok_or_else(|| Fault::new(Code::OfficeNotBegun))?;
            if !founding.is_kept {
                return Err(Fault::new(Code::RecoveryUnchecked));
            }
            self.enrolled(&founding.secret, first, second)
        })?;
        // Whoever has the office typed in must not type it again because a disk was full.
        let founding = self.presence.with(|state| state.founding.take());
        let founding = founding.ok_or_else(|| Fault::new(Code::OfficeNotBegun))?;
        let done = self.found(&founding, &enrolled).await;
        match done {
            Ok((signed_in, open)) => {
                self.seat(signed_in, Some(open)).await;
                Ok(enrolled.texts())
            }
            Err(refused) => {
                self.presence.with(|state| state.founding = Some(founding));
                Err(refused)
            }
        }
    }

    /// Forgets an office that was begun.
    pub fn cancel_office(&self) {
        self.presence.with(|state| state.founding = None);
    }

    /// First the office's file, then its slots, then the journal: what is cut off in between is
    /// made anew at the next try, because the journal knows nobody.
    async fn found(
        &self,
        founding: &Founding,
        enrolled: &crate::enrolment::Enrolled,
    ) -> Result<(SignedIn, OpenOffice), Fault> {
        if !self.books.people().await?.people.by_id.is_empty() {
            return Err(Fault::new(Code::OfficeExists));
        }
        let (person, now) = (PersonId(self.draw()?), self.clock.now());
        let bundle = KeyBundle {
            station: Key::from_bytes(*self.keys.device.station.expose()),
            office: Key::from_bytes(self.draw()?),
            office_secret: Key::from_bytes(self.draw()?),
        };
        let office = Office::found(self.folder(), &office_key(&bundle)).await?;
        let open = OpenOffice { office, bundle };
        let written = async {
            enrolled.keep(&open.office, person, now).await?;
            let mut slots = Keys::empty(self.keys.keys.vault());
            slots
                .put_recovery(&founding.recovery, &open.bundle, &self.slot_random()?)
                .map_err(crate::passphrases::not_put)?;
            let passphrase = Passphrase::typed(founding.passphrase.expose());
            self.give_slot(&open, slots, person, passphrase).await?;
            self.write_founding(person, &founding.name, open.bundle.office_key()).await
        };
        if let Err(refused) = written.await {
            open.office.close().await;
            return Err(refused);
        }
        let role = Role::Admin;
        let code_at = Some(now);
        Ok((SignedIn { person, role, active_at: now, code_at, approval: None }, open))
    }

    async fn write_founding(
        &self,
        person: PersonId,
        name: &str,
        public: OfficeKey,
    ) -> Result<(), Fault> {
        let author = Author { person: Some(person), ..self.author() };
        let mut writing = self.books.write(author).await?;
        let name = writing.keep_person(self.salt()?, name).await?;
        let added = People::default().add(person, Role::Admin, name);
        let added = added.map_err(|error| Fault::new(Code::Internal).because(error))?;
        for fact in [added, Fact::SecondFactorEnrolled { person }, Fact::SignedIn { person }] {
            writing.append(fact).await?;
        }
        writing.keep_office_public(public.0).await?;
        Ok(writing.commit().await?)
    }
}

impl From<RecoveryError> for Fault {
    fn from(error: RecoveryError) -> Fault {
        let fault = match error {
            RecoveryError::WrongLength { found } => {
                Fault::new(Code::RecoveryLength).with("found", found)
            }
            RecoveryError::Group { group } | RecoveryError::OtherSheet { group } => {
                Fault::new(Code::RecoveryMistyped).with("group", group)
            }
            _ => Fault::new(Code::Internal),
        };
        fault.because(error).at("typed")
    }
}
