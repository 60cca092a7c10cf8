//! The people of the desk: who there is, who is added, removed, or given another role.

use groat_books::{Writing, WrongTries};
use groat_ledger::{PeopleError, Person, PersonId, Role};
use groat_vault::attempts::Gate;

use crate::passphrases::NewSecret;
use crate::session::{OpenOffice, Session};
use crate::sign_in::gate_of;
use crate::texts::named_line;
use crate::{App, Code, Fault, keys};

/// The longest name of a person, in characters.
const NAME_MAX: usize = 70;

/// A person of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonStanding {
    /// The person in the books.
    pub id: PersonId,
    /// What people call them.
    pub name: String,
    /// What the journal says of them.
    pub person: Person,
    /// How many seconds they have to wait after wrong tries.
    pub wait_seconds: u32,
}

impl App {
    /// Everybody the desk knows, also those who were removed, by their names.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn people(&self) -> Result<Vec<PersonStanding>, Fault> {
        let known = self.books.people().await?;
        let (tries, now) = (self.books.wrong_tries().await?, self.clock.now());
        let mut people: Vec<_> = known
            .people
            .by_id
            .iter()
            .map(|(id, person)| {
                let wait_seconds = match gate_of(tries.get(id), now) {
                    Gate::Wait { milliseconds } => {
                        u32::try_from(milliseconds.saturating_add(999) / 1000).unwrap_or(u32::MAX)
                    }
                    Gate::Open | Gate::Locked => 0,
                };
                let name = known.names.get(id).cloned().unwrap_or_default();
                PersonStanding { id: *id, name, person: *person, wait_seconds }
            })
            .collect();
        people.sort_by_cached_key(|one| (one.name.to_lowercase(), one.id));
        Ok(people)
    }

    /// Whether a sensitive act needs a second person.
    #[must_use]
    pub fn four_eyes(&self) -> bool {
        self.presence.with(|state| state.four_eyes)
    }

    /// The person of an id as it is written.
    ///
    /// # Errors
    /// [`Code::PersonUnknown`] pointing at "person".
    pub fn person_id(&self, text: &str) -> Result<PersonId, Fault> {
        PersonId::parse(text).ok_or_else(|| Fault::new(Code::PersonUnknown).at("person"))
    }

    /// The person that somebody names, by name or by id.
    ///
    /// # Errors
    /// [`Code::PersonUnknown`] pointing at "person", the codes of books.
    pub async fn find_person(&self, text: &str) -> Result<PersonStanding, Fault> {
        let (text, id) = (text.trim().to_lowercase(), PersonId::parse(text.trim()));
        let people = self.people().await?.into_iter().filter(|one| !one.person.is_removed);
        let mut named = people.filter(|one| Some(one.id) == id || one.name.to_lowercase() == text);
        named.next().ok_or_else(|| Fault::new(Code::PersonUnknown).at("person"))
    }

    /// Adds a person with a PIN, or with a passphrase, as the role needs it.
    ///
    /// # Errors
    /// [`Code::PersonNameEmpty`], [`Code::PersonNameTooLong`], [`Code::PersonNameTaken`], the codes
    /// of PINs and new passphrases at "secret", [`Code::PeopleTooMany`], the codes of books.
    pub async fn add_person(
        &self,
        name: &str,
        role: Role,
        secret: &str,
    ) -> Result<PersonId, Fault> {
        let name = person_name(name)?;
        let secret = NewSecret::parse(role, secret, "secret")?;
        let _alone = self.presence.trying.lock().await;
        let (_, open) = self.at_office()?;
        let known = self.books.people().await?;
        let taken = known.names.iter().any(|(id, other)| {
            known.people.active(*id).is_ok() && other.to_lowercase() == name.to_lowercase()
        });
        if taken {
            return Err(Fault::new(Code::PersonNameTaken).with("name", name).at("name"));
        }
        let id = PersonId(self.draw()?);
        // A slot of somebody the journal does not know lets nobody in.
        let pin = self.keep_secret(&open, id, secret).await?;
        let mut writing = self.books.write(self.author()).await?;
        let commitment = writing.keep_person(self.salt()?, &name).await?;
        let people = writing.people().await?.people;
        writing.append(people.add(id, role, commitment).map_err(refused)?).await?;
        keep_pin(&mut writing, id, pin).await?;
        writing.commit().await?;
        Ok(id)
    }

    /// Removes a person: they can never sign in again, what they did stays.
    ///
    /// # Errors
    /// [`Code::PersonUnknown`], [`Code::LastAdmin`], [`Code::FourEyesTooFew`], the codes of books.
    pub async fn remove_person(&self, id: PersonId) -> Result<(), Fault> {
        let _alone = self.presence.trying.lock().await;
        let (signed_in, open) = self.at_office()?;
        let mut writing = self.books.write(self.author()).await?;
        let people = writing.people().await?.people;
        let removed = people.remove(id).map_err(|error| refused(error).at("person"))?;
        writing.append(removed).await?;
        writing.keep_pin(id, None).await?;
        writing.keep_wrong_tries(id, WrongTries::default()).await?;
        writing.commit().await?;
        // From here on the person is out; what is left of them is only swept away.
        self.forget_secrets(&open, id).await?;
        if signed_in.person == id {
            self.lock().await;
        }
        Ok(())
    }

    /// Gives a person another role, or another PIN or passphrase: one that was forgotten is given
    /// anew with the same role. A volunteer's second factor is forgotten.
    ///
    /// # Errors
    /// [`Code::PersonUnknown`], [`Code::LastAdmin`], [`Code::FourEyesTooFew`], the codes of PINs
    /// and new passphrases at "secret", the codes of books.
    pub async fn give_role(
        &self,
        id: PersonId,
        role: Role,
        secret: Option<&str>,
    ) -> Result<(), Fault> {
        let _alone = self.presence.trying.lock().await;
        let (signed_in, open) = self.at_office()?;
        let people = self.books.people().await?.people;
        let at_person = |error| refused(error).at("person");
        let before = people.active(id).map_err(at_person)?.role;
        let crosses = (before == Role::Volunteer) != (role == Role::Volunteer);
        let secret = secret.filter(|secret| crosses || !secret.trim().is_empty());
        let secret = match (secret, crosses) {
            (None, false) if before == role => return Ok(()),
            (None, false) => None,
            (typed, _) => Some(NewSecret::parse(role, typed.unwrap_or_default(), "secret")?),
        };
        // Refused before anything is changed.
        let given = people.give(id, role).map_err(at_person)?;
        let gets_secret = secret.is_some();
        let pin = match secret {
            Some(secret) => self.keep_secret(&open, id, secret).await?,
            None => None,
        };
        let mut writing = self.books.write(self.author()).await?;
        writing.append(given).await?;
        if gets_secret {
            keep_pin(&mut writing, id, pin).await?;
            writing.keep_wrong_tries(id, WrongTries::default()).await?;
        }
        writing.commit().await?;
        if role == Role::Volunteer {
            self.forget_secrets(&open, id).await?;
        }
        if signed_in.person == id {
            self.sit_as(role).await;
        }
        Ok(())
    }

    /// Switches on or off that sensitive acts need a second person.
    ///
    /// # Errors
    /// [`Code::FourEyesTooFew`], the codes of books.
    pub async fn set_four_eyes(&self, on: bool) -> Result<(), Fault> {
        let _alone = self.presence.trying.lock().await;
        let mut writing = self.books.write(self.author()).await?;
        let people = writing.people().await?.people;
        match people.switch_four_eyes(on) {
            Err(PeopleError::AlreadySwitched) => return Ok(()),
            Err(error) => return Err(refused(error)),
            Ok(fact) => writing.append(fact).await?,
        };
        writing.commit().await?;
        self.presence.with(|state| state.four_eyes = on);
        Ok(())
    }

    /// Keeps what a person signs in with: a passphrase in the slots; a PIN is answered, for the
    /// books.
    async fn keep_secret(
        &self,
        open: &OpenOffice,
        id: PersonId,
        secret: NewSecret,
    ) -> Result<Option<Vec<u8>>, Fault> {
        match secret {
            NewSecret::Pin(pin) => self.stretched(pin).await.map(Some),
            NewSecret::Passphrase(passphrase) => {
                self.give_slot(open, self.slots()?, id, passphrase).await?;
                Ok(None)
            }
        }
    }

    /// Takes away slot, second factor and recovery codes of a person.
    async fn forget_secrets(&self, open: &OpenOffice, id: PersonId) -> Result<(), Fault> {
        let mut slots = self.slots()?;
        if slots.remove_person(id.0) {
            keys::write(self.folder(), &slots)?;
        }
        Ok(open.office.forget(id).await?)
    }

    /// The person at the desk has another role from now on; a volunteer has no office open.
    async fn sit_as(&self, role: Role) {
        if role == Role::Volunteer {
            return self.lock().await;
        }
        self.presence.with(|state| {
            if let Session::SignedIn(signed_in) = &mut state.session {
                signed_in.role = role;
            }
        });
    }
}

async fn keep_pin(
    writing: &mut Writing<'_>,
    id: PersonId,
    pin: Option<Vec<u8>>,
) -> Result<(), Fault> {
    Ok(writing.keep_pin(id, pin.as_deref()).await?)
}

pub(crate) fn person_name(text: &str) -> Result<String, Fault> {
    named_line(text, "name", NAME_MAX, (Code::PersonNameEmpty, Code::PersonNameTooLong))
}

/// The fault of what cannot happen to people.
pub(crate) fn refused(error: PeopleError) -> Fault {
    let code = match error {
        PeopleError::Unknown | PeopleError::Removed => Code::PersonUnknown,
        PeopleError::LastAdmin => Code::LastAdmin,
        PeopleError::TooFewEyes => Code::FourEyesTooFew,
        PeopleError::OwnAct => Code::ApprovalOwn,
        PeopleError::Volunteer => Code::RightMissing,
        PeopleError::NotEnrolled => Code::FactorMissing,
        _ => Code::Internal,
    };
    Fault::new(code).because(error)
}
