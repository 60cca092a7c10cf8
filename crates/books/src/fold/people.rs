//! Folds what an entry says of people into their tables.

use groat_ledger::journal::Fact;
use sqlx::SqliteConnection;

use crate::BooksError;
use crate::error::one_row;
use crate::people::role_word;

/// Folds a fact about people; one about anything else changes nothing.
pub(crate) async fn fold_people(
    connection: &mut SqliteConnection,
    fact: &Fact,
) -> Result<(), BooksError> {
    match fact {
        Fact::PersonAdded { person, role, name } => {
            let (id, role, name) = (person.0.as_slice(), role_word(*role), name.0.as_slice());
            sqlx::query!(
                "INSERT INTO person (id, role, commitment, removed, enrolled)
                 VALUES (?, ?, ?, 0, 0)",
                id,
                role,
                name
            )
            .execute(connection)
            .await?;
        }
        Fact::RoleGiven { person, role } => {
            let (id, role) = (person.0.as_slice(), role_word(*role));
            let done = sqlx::query!(
                "UPDATE person SET role = ?1, enrolled = enrolled AND ?1 <> 'volunteer'
                 WHERE id = ?2",
                role,
                id
            );
            one_row(done.execute(connection).await?.rows_affected())?;
        }
        Fact::PersonRemoved { person } => {
            let id = person.0.as_slice();
            let done = sqlx::query!("UPDATE person SET removed = 1 WHERE id = ?", id);
            one_row(done.execute(connection).await?.rows_affected())?;
        }
        Fact::SecondFactorEnrolled { person } => {
            let id = person.0.as_slice();
            let done = sqlx::query!("UPDATE person SET enrolled = 1 WHERE id = ?", id);
            one_row(done.execute(connection).await?.rows_affected())?;
        }
        Fact::FourEyesSet { on } => {
            let required = i64::from(*on);
            sqlx::query!(
                "INSERT OR REPLACE INTO four_eyes (one, required) VALUES (1, ?)",
                required
            )
            .execute(connection)
            .await?;
        }
        _ => {}
    }
    Ok(())
}

/// Empties the tables of people that are folded from the journal.
pub(crate) async fn empty_people(connection: &mut SqliteConnection) -> Result<(), BooksError> {
    sqlx::query!("DELETE FROM person").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM four_eyes").execute(connection).await?;
    Ok(())
}
