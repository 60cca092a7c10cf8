//! The people of the desk: their names beside the journal, PINs, and wrong tries.

use std::collections::BTreeMap;

use groat_ledger::{Commitment, People, Person, PersonId, Role, Salt};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::error::damaged;
use crate::rows::bytes;
use crate::{Books, BooksError, Writing};

/// Everybody the desk knows, with their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownPeople {
    /// What the journal says of them.
    pub people: People,
    /// Their names, by id.
    pub names: BTreeMap<PersonId, String>,
}

/// Wrong tries of one person since the last right one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WrongTries {
    /// How many.
    pub failures: u32,
    /// When the newest was, to the millisecond; `None` where there was none.
    pub last: Option<Timestamp>,
}

/// The commitment to a person's name.
pub(crate) fn person_commitment(salt: &Salt, name: &str) -> Commitment {
    Commitment::to(salt, &["person", name])
}

impl Books {
    /// Reads everybody the desk knows.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn people(&self) -> Result<KnownPeople, BooksError> {
        people(&mut *self.reader().acquire().await?).await
    }

    /// Reads the stretched PIN of a person, where there is one.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn pin(&self, person: PersonId) -> Result<Option<Vec<u8>>, BooksError> {
        let id = person.0.as_slice();
        let row = sqlx::query!("SELECT hash FROM person_pin WHERE person = ?", id);
        Ok(row.fetch_optional(self.reader()).await?.map(|row| row.hash))
    }

    /// Reads the wrong tries of everybody who has some.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn wrong_tries(&self) -> Result<BTreeMap<PersonId, WrongTries>, BooksError> {
        wrong_tries(&mut *self.reader().acquire().await?).await
    }
}

impl Writing<'_> {
    /// Reads everybody the desk knows, as this act sees them.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn people(&mut self) -> Result<KnownPeople, BooksError> {
        people(self.connection()).await
    }

    /// Keeps a person's name beside the journal and returns the commitment to it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_person(&mut self, salt: Salt, name: &str) -> Result<Commitment, BooksError> {
        let commitment = person_commitment(&salt, name);
        let (key, salt) = (commitment.0.as_slice(), salt.0.as_slice());
        sqlx::query!(
            "INSERT INTO person_text (commitment, salt, name) VALUES (?, ?, ?)",
            key,
            salt,
            name
        )
        .execute(self.connection())
        .await?;
        Ok(commitment)
    }

    /// Keeps the stretched PIN of a person in the place of the one before; `None` forgets it.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_pin(
        &mut self,
        person: PersonId,
        hash: Option<&[u8]>,
    ) -> Result<(), BooksError> {
        let id = person.0.as_slice();
        let done = match hash {
            Some(hash) => {
                sqlx::query!(
                    "INSERT OR REPLACE INTO person_pin (person, hash) VALUES (?, ?)",
                    id,
                    hash
                )
                .execute(self.connection())
                .await
            }
            None => {
                sqlx::query!("DELETE FROM person_pin WHERE person = ?", id)
                    .execute(self.connection())
                    .await
            }
        };
        done?;
        Ok(())
    }

    /// Reads the wrong tries of a person, as this act sees them.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn wrong_tries(&mut self, person: PersonId) -> Result<WrongTries, BooksError> {
        Ok(wrong_tries(self.connection()).await?.get(&person).copied().unwrap_or_default())
    }

    /// Keeps the wrong tries of a person in the place of those before.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn keep_wrong_tries(
        &mut self,
        person: PersonId,
        tries: WrongTries,
    ) -> Result<(), BooksError> {
        let (id, failures) = (person.0.as_slice(), tries.failures);
        let done = match tries.last.filter(|_| failures > 0) {
            Some(last) => {
                let last_ms = last.as_millisecond();
                sqlx::query!(
                    "INSERT OR REPLACE INTO sign_in_attempts (person, failures, last_failure_ms)
                     VALUES (?, ?, ?)",
                    id,
                    failures,
                    last_ms
                )
                .execute(self.connection())
                .await
            }
            None => {
                sqlx::query!("DELETE FROM sign_in_attempts WHERE person = ?", id)
                    .execute(self.connection())
                    .await
            }
        };
        done?;
        Ok(())
    }
}

async fn people(connection: &mut SqliteConnection) -> Result<KnownPeople, BooksError> {
    let rows = sqlx::query!(
        r#"SELECT p.id, p.role, p.commitment, p.removed, p.enrolled, t.name AS "name?"
           FROM person p LEFT JOIN person_text t USING (commitment)"#
    )
    .fetch_all(&mut *connection)
    .await?;
    let mut known = KnownPeople::default();
    for row in rows {
        let id = PersonId(bytes(&row.id, "a person's id")?);
        let row_of = PersonRow {
            id: row.id,
            role: row.role,
            commitment: row.commitment,
            removed: row.removed,
            enrolled: row.enrolled,
        };
        known.people.by_id.insert(id, row_of.person()?.1);
        known.names.insert(id, row.name.ok_or(damaged("a person without a name"))?);
    }
    known.people.four_eyes = four_eyes(connection).await?;
    Ok(known)
}

/// Whether sensitive acts need a second person; nobody said so at first.
pub(crate) async fn four_eyes(connection: &mut SqliteConnection) -> Result<bool, BooksError> {
    let row = sqlx::query!("SELECT required FROM four_eyes").fetch_optional(connection).await?;
    Ok(row.is_some_and(|row| row.required != 0))
}

async fn wrong_tries(
    connection: &mut SqliteConnection,
) -> Result<BTreeMap<PersonId, WrongTries>, BooksError> {
    let rows = sqlx::query!("SELECT person, failures, last_failure_ms FROM sign_in_attempts");
    let rows = rows.fetch_all(connection).await?;
    rows.into_iter()
        .map(|row| {
            let person = PersonId(bytes(&row.person, "a person's id")?);
            let failures = u32::try_from(row.failures).map_err(|_| damaged("a count of tries"))?;
            let last = Timestamp::from_millisecond(row.last_failure_ms);
            let last = Some(last.map_err(|_| damaged("an instant"))?);
            Ok((person, WrongTries { failures, last }))
        })
        .collect()
}

pub(crate) fn role_word(role: Role) -> &'static str {
    match role {
        Role::Volunteer => "volunteer",
        Role::Treasurer => "treasurer",
        Role::Admin => "admin",
    }
}

fn role(word: &str) -> Result<Role, BooksError> {
    match word {
        "volunteer" => Ok(Role::Volunteer),
        "treasurer" => Ok(Role::Treasurer),
        "admin" => Ok(Role::Admin),
        _ => Err(damaged("an unknown role")),
    }
}

/// A row of `person`.
pub(crate) struct PersonRow {
    pub(crate) id: Vec<u8>,
    pub(crate) role: String,
    pub(crate) commitment: Vec<u8>,
    pub(crate) removed: i64,
    pub(crate) enrolled: i64,
}

impl PersonRow {
    pub(crate) fn person(self) -> Result<(PersonId, Person), BooksError> {
        let person = Person {
            role: role(&self.role)?,
            name: Commitment(bytes(&self.commitment, "a commitment")?),
            is_removed: self.removed != 0,
            is_enrolled: self.enrolled != 0,
        };
        Ok((PersonId(bytes(&self.id, "a person's id")?), person))
    }
}
