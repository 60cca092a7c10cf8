//! The people of a desk: who may sign in, as what, and what may not happen to them.

use std::collections::BTreeMap;
use std::fmt;

use crate::journal::Fact;
use crate::{Commitment, PersonId};

/// What a person is to the organisation; later ones may do all that earlier ones may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Asks and records.
    Volunteer,
    /// Keeps the books.
    Treasurer,
    /// Says who else may do so.
    Admin,
}

/// What was wrong when a person was not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// The PIN of a volunteer.
    Pin,
    /// The passphrase.
    Passphrase,
    /// The code on the phone, or a recovery code.
    Code,
}

/// A person as the journal tells it. The name stands outside, behind a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// What they are.
    pub role: Role,
    /// Commitment to the name.
    pub name: Commitment,
    /// Whether they may no longer sign in.
    pub is_removed: bool,
    /// Whether a second factor was set up.
    pub is_enrolled: bool,
}

/// Everybody a desk knows, and whether two of them are needed for what is sensitive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// People by id; those who were removed too.
    pub by_id: BTreeMap<PersonId, Person>,
    /// Whether a sensitive act needs a second person.
    pub four_eyes: bool,
}

/// Why something cannot happen to the people of a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PeopleError {
    /// There is no such person.
    Unknown,
    /// The person was removed.
    Removed,
    /// The person is known already.
    AlreadyKnown,
    /// Without an admin nobody could ever let anybody in.
    FirstIsNoAdmin,
    /// As above, afterwards.
    LastAdmin,
    /// Volunteers have no second factor and approve nothing.
    Volunteer,
    /// The person has no second factor.
    NotEnrolled,
    /// Nobody is their own second person.
    OwnAct,
    /// Fewer than two people with a second factor could never approve each other's acts.
    TooFewEyes,
    /// It is switched so already.
    AlreadySwitched,
}

impl PeopleError {
    pub(crate) fn what(self) -> &'static str {
        match self {
            PeopleError::Unknown => "unknown person",
            PeopleError::Removed => "the person was removed",
            PeopleError::AlreadyKnown => "the person is known already",
            PeopleError::FirstIsNoAdmin => "the first person is no admin",
            PeopleError::LastAdmin => "the last admin",
            PeopleError::Volunteer => "a volunteer",
            PeopleError::NotEnrolled => "no second factor",
            PeopleError::OwnAct => "approved by the same person",
            PeopleError::TooFewEyes => "four eyes of fewer than two people",
            PeopleError::AlreadySwitched => "switched so already",
        }
    }
}

impl fmt::Display for PeopleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what())
    }
}

impl std::error::Error for PeopleError {}

impl People {
    /// A person who may sign in.
    ///
    /// # Errors
    /// [`PeopleError::Unknown`], [`PeopleError::Removed`].
    pub fn active(&self, id: PersonId) -> Result<&Person, PeopleError> {
        match self.by_id.get(&id) {
            None => Err(PeopleError::Unknown),
            Some(person) if person.is_removed => Err(PeopleError::Removed),
            Some(person) => Ok(person),
        }
    }

    /// Adds a person; the first one is an admin.
    ///
    /// # Errors
    /// [`PeopleError::AlreadyKnown`], [`PeopleError::FirstIsNoAdmin`].
    pub fn add(&self, id: PersonId, role: Role, name: Commitment) -> Result<Fact, PeopleError> {
        if self.by_id.contains_key(&id) {
            return Err(PeopleError::AlreadyKnown);
        }
        if self.by_id.is_empty() && role != Role::Admin {
            return Err(PeopleError::FirstIsNoAdmin);
        }
        Ok(Fact::PersonAdded { person: id, role, name })
    }

    /// Gives a person a role; the one they have is given anew with another PIN or passphrase. A
    /// volunteer has no second factor.
    ///
    /// # Errors
    /// [`PeopleError::LastAdmin`], [`PeopleError::TooFewEyes`]; as [`People::active`].
    pub fn give(&self, id: PersonId, role: Role) -> Result<Fact, PeopleError> {
        self.active(id)?;
        if role < Role::Admin {
            self.leave_an_admin(id)?;
        }
        if role == Role::Volunteer {
            self.leave_four_eyes(id)?;
        }
        Ok(Fact::RoleGiven { person: id, role })
    }

    /// Removes a person: they may never sign in again, what they did stays.
    ///
    /// # Errors
    /// [`PeopleError::LastAdmin`], [`PeopleError::TooFewEyes`]; as [`People::active`].
    pub fn remove(&self, id: PersonId) -> Result<Fact, PeopleError> {
        self.active(id)?;
        self.leave_an_admin(id)?;
        self.leave_four_eyes(id)?;
        Ok(Fact::PersonRemoved { person: id })
    }

    /// Notes that a second factor was set up, also anew.
    ///
    /// # Errors
    /// [`PeopleError::Volunteer`]; as [`People::active`].
    pub fn enrol(&self, id: PersonId) -> Result<Fact, PeopleError> {
        self.of_office(id)?;
        Ok(Fact::SecondFactorEnrolled { person: id })
    }

    /// Notes that a recovery code stood in for the second factor.
    ///
    /// # Errors
    /// [`PeopleError::NotEnrolled`]; as [`People::enrol`].
    pub fn recover(&self, id: PersonId) -> Result<Fact, PeopleError> {
        match self.of_office(id)?.is_enrolled {
            true => Ok(Fact::RecoveryCodeUsed { person: id }),
            false => Err(PeopleError::NotEnrolled),
        }
    }

    /// Approves the next sensitive act of somebody else.
    ///
    /// # Errors
    /// [`PeopleError::OwnAct`], [`PeopleError::NotEnrolled`]; as [`People::enrol`].
    pub fn approve(&self, id: PersonId, whose: Option<PersonId>) -> Result<Fact, PeopleError> {
        if whose == Some(id) {
            return Err(PeopleError::OwnAct);
        }
        match self.of_office(id)?.is_enrolled {
            true => Ok(Fact::Approved { person: id }),
            false => Err(PeopleError::NotEnrolled),
        }
    }

    /// Switches on or off that a sensitive act needs a second person.
    ///
    /// # Errors
    /// [`PeopleError::TooFewEyes`], [`PeopleError::AlreadySwitched`].
    pub fn switch_four_eyes(&self, on: bool) -> Result<Fact, PeopleError> {
        if on == self.four_eyes {
            return Err(PeopleError::AlreadySwitched);
        }
        if on && self.eyes(None) < 2 {
            return Err(PeopleError::TooFewEyes);
        }
        Ok(Fact::FourEyesSet { on })
    }

    /// Takes in a fact; one that is not about people changes nothing.
    ///
    /// # Errors
    /// What the rule of the fact refuses; nothing is changed then.
    pub(crate) fn apply(&mut self, fact: &Fact, by: Option<PersonId>) -> Result<(), PeopleError> {
        match fact {
            Fact::PersonAdded { person, role, name } => {
                self.add(*person, *role, *name)?;
                let (role, name) = (*role, *name);
                let added = Person { role, name, is_removed: false, is_enrolled: false };
                self.by_id.insert(*person, added);
            }
            Fact::RoleGiven { person, role } => {
                self.give(*person, *role)?;
                self.change(*person, |person| {
                    person.role = *role;
                    person.is_enrolled &= *role > Role::Volunteer;
                });
            }
            Fact::PersonRemoved { person } => {
                self.remove(*person)?;
                self.change(*person, |person| person.is_removed = true);
            }
            Fact::SignedIn { person } | Fact::SignInRefused { person, .. } => {
                self.active(*person)?;
            }
            Fact::SecondFactorEnrolled { person } => {
                self.enrol(*person)?;
                self.change(*person, |person| person.is_enrolled = true);
            }
            Fact::RecoveryCodeUsed { person } => drop(self.recover(*person)?),
            Fact::RecoverySheetUsed { person } => drop(self.active(*person)?),
            Fact::Approved { person } => drop(self.approve(*person, by)?),
            Fact::FourEyesSet { on } => {
                self.switch_four_eyes(*on)?;
                self.four_eyes = *on;
            }
            _ => {}
        }
        Ok(())
    }

    fn change(&mut self, id: PersonId, change: impl FnMut(&mut Person)) {
        self.by_id.get_mut(&id).into_iter().for_each(change);
    }

    fn of_office(&self, id: PersonId) -> Result<&Person, PeopleError> {
        let person = self.active(id)?;
        if person.role == Role::Volunteer { Err(PeopleError::Volunteer) } else { Ok(person) }
    }

    fn leave_an_admin(&self, without: PersonId) -> Result<(), PeopleError> {
        let admin = |(id, person): (&PersonId, &Person)| {
            *id != without && person.role == Role::Admin && !person.is_removed
        };
        if self.by_id.iter().any(admin) { Ok(()) } else { Err(PeopleError::LastAdmin) }
    }

    fn leave_four_eyes(&self, without: PersonId) -> Result<(), PeopleError> {
        let fewer = self.eyes(Some(without)) < self.eyes(None);
        match self.four_eyes && fewer && self.eyes(Some(without)) < 2 {
            true => Err(PeopleError::TooFewEyes),
            false => Ok(()),
        }
    }

    /// How many people could approve an act.
    fn eyes(&self, without: Option<PersonId>) -> usize {
        let people = self.by_id.iter().filter(|(id, _)| Some(**id) != without);
        let sees = |person: &Person| {
            person.role > Role::Volunteer && person.is_enrolled && !person.is_removed
        };
        people.filter(|(_, person)| sees(person)).count()
    }
}
