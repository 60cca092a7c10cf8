//! Accounts: what is kept of them beside the journal, in its form of today and in the first one.

use std::collections::BTreeMap;

use groat_ledger::{Account, Commitment, Salt};
use groat_payment_codes::Field;
use sqlx::SqliteConnection;

use crate::error::damaged;
use crate::rows::{AccountRow, Desks, bytes};
use crate::{Books, BooksError};

/// What an account's codes are made of, by the names of its parts.
pub type AccountValues = BTreeMap<String, String>;

/// An account that gifts are paid to, and what the journal only commits to of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAccount {
    /// The account.
    pub account: Account,
    /// What its codes are made of.
    pub values: AccountValues,
}

/// The commitment to an added account: its standard, then each part by name and text, in the
/// order of the names.
pub(crate) fn account_commitment(
    salt: &Salt,
    standard: &str,
    values: &AccountValues,
) -> Commitment {
    let parts = values.iter().flat_map(|(field, text)| [field.as_str(), text.as_str()]);
    let texts: Vec<&str> = ["account-values", standard].into_iter().chain(parts).collect();
    Commitment::to(salt, &texts)
}

/// The commitment to an account as the first program declared it.
pub(crate) fn declared_commitment(salt: &Salt, holder: &str, iban: &str, bic: &str) -> Commitment {
    Commitment::to(salt, &["account", holder, iban, bic])
}

impl Books {
    /// Reads every account that gifts are or were paid to, oldest first.
    ///
    /// # Errors
    /// [`BooksError`].
    pub async fn accounts(&self) -> Result<Vec<KnownAccount>, BooksError> {
        accounts(&mut *self.reader().acquire().await?, Desks(&self.desks)).await
    }
}

pub(crate) async fn accounts(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
) -> Result<Vec<KnownAccount>, BooksError> {
    let mut values = account_values(connection).await?;
    let rows = sqlx::query_as!(AccountRow, "SELECT * FROM account ORDER BY desk, seq")
        .fetch_all(connection)
        .await?;
    rows.into_iter()
        .map(|row| {
            let account = row.account(desks)?;
            let values = values.remove(&account.values.0);
            let values = values.ok_or(damaged("an account without its values"))?;
            Ok(KnownAccount { account, values })
        })
        .collect()
}

/// The values of all accounts, by the commitment to them. Those of the first form are given the
/// names they have today.
async fn account_values(
    connection: &mut SqliteConnection,
) -> Result<BTreeMap<[u8; 32], AccountValues>, BooksError> {
    let mut all: BTreeMap<[u8; 32], AccountValues> = BTreeMap::new();
    let mut keep = |commitment: &[u8], field: &str, text: String| {
        let values = all.entry(bytes(commitment, "a commitment")?).or_default();
        values.insert(field.to_owned(), text);
        Ok::<_, BooksError>(())
    };
    let declared = sqlx::query!("SELECT commitment, holder, iban, bic FROM account_text");
    for row in declared.fetch_all(&mut *connection).await? {
        let parts =
            [(Field::PayeeName, row.holder), (Field::Iban, row.iban), (Field::Bic, row.bic)];
        for (field, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
            keep(&row.commitment, field.name(), text)?;
        }
    }
    let added = sqlx::query!("SELECT commitment, field, text FROM account_value");
    for row in added.fetch_all(connection).await? {
        keep(&row.commitment, &row.field, row.text)?;
    }
    Ok(all)
}
