//! Compares what stands beside the journal with what the journal says: folded rows and kept texts.

use std::collections::BTreeMap;

use groat_ledger::journal::SignerKey;
use groat_ledger::{Commitment, DriveId, Gift, GiftId, Ledger, Salt};
use groat_money::Money;
use sqlx::SqliteConnection;

use super::Trouble;
use crate::accounts::{account_commitment, declared_commitment};
use crate::donors::donors;
use crate::people::{PersonRow, four_eyes, person_commitment};
use crate::read::numbering;
use crate::rows::{
    AccountRow, Desks, DriveRow, GiftRow, bytes, count, rail, rail_word, state, state_word,
};
use crate::{AccountValues, BooksError, DriveTexts, OrganisationTexts};

/// Compares every folded table with the fold in memory.
pub(super) async fn compare(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    ledger: &Ledger,
) -> Result<Vec<Trouble>, BooksError> {
    let rows = sqlx::query_as!(GiftRow, "SELECT * FROM gift").fetch_all(&mut *connection).await?;
    let gifts = readable(rows, |row| row.gift(desks).map(|gift| (gift.id, gift)));
    let rows = sqlx::query_as!(DriveRow, "SELECT * FROM drive").fetch_all(&mut *connection).await?;
    let drives = readable(rows, |row| row.drive(desks).map(|drive| (drive.id, drive)));
    let rows = sqlx::query_as!(AccountRow, "SELECT * FROM account");
    let accounts = readable(rows.fetch_all(&mut *connection).await?, |row| {
        row.account(desks).map(|account| (account.id, account))
    });
    let rows = sqlx::query!("SELECT commitment FROM organisation").fetch_all(&mut *connection);
    let organisation = readable(rows.await?, |row| {
        bytes(&row.commitment, "a commitment").map(|texts| ((), Commitment(texts)))
    });
    let mut found = Vec::new();
    for desk in desks.0 {
        let numbering = numbering(&mut *connection, desks.no(*desk)?).await;
        found.extend(numbering.transpose().map(|numbering| (*desk, numbering)));
    }
    let numbers = readable(found, |(desk, numbering)| Ok((desk, numbering?)));
    let rows = sqlx::query!("SELECT desk, key FROM signer").fetch_all(&mut *connection).await?;
    let signers = readable(rows, |row| {
        Ok((desks.id(row.desk)?, SignerKey(bytes(&row.key, "a signer's key")?)))
    });
    let rows = sqlx::query_as!(PersonRow, "SELECT * FROM person").fetch_all(&mut *connection);
    let people = readable(rows.await?, PersonRow::person);
    let named_donors = match donors(&mut *connection, desks).await {
        Ok(rows) => Readable { rows, unreadable: 0 },
        Err(BooksError::Damaged { .. }) => Readable { rows: BTreeMap::new(), unreadable: 1 },
        Err(other) => return Err(other),
    };
    let asked = readable([four_eyes(&mut *connection).await], |asked| Ok(((), asked?)));
    let required = BTreeMap::from([((), ledger.people.four_eyes)]);
    let named = ledger.organisation.map(|texts| ((), texts)).into_iter().collect();
    let summary = summary(connection, desks).await?;
    let differing = [
        ("summary", differences(&summary, &summed(&ledger.gifts))),
        ("gift", differences(&gifts, &ledger.gifts)),
        ("drive", differences(&drives, &ledger.drives)),
        ("account", differences(&accounts, &ledger.accounts)),
        ("numbering", differences(&numbers, &ledger.numbering)),
        ("signer", differences(&signers, &ledger.signers)),
        ("organisation", differences(&organisation, &named)),
        ("person", differences(&people, &ledger.people.by_id)),
        ("named_donor", differences(&named_donors, &ledger.donors)),
        ("four_eyes", differences(&asked, &required)),
    ];
    let troubles = differing.into_iter().filter(|(_, rows)| *rows > 0);
    Ok(troubles.map(|(table, rows)| Trouble::Fold { table, rows }).collect())
}

/// Rows of a folded table by their key, and how many are none that a fold writes.
struct Readable<K, V> {
    rows: BTreeMap<K, V>,
    unreadable: usize,
}

fn readable<R, K: Ord, V>(
    rows: impl IntoIterator<Item = R>,
    read: impl Fn(R) -> Result<(K, V), BooksError>,
) -> Readable<K, V> {
    let mut readable = Readable { rows: BTreeMap::new(), unreadable: 0 };
    for row in rows {
        match read(row) {
            Ok((key, value)) => drop(readable.rows.insert(key, value)),
            Err(_) => readable.unreadable += 1,
        }
    }
    readable
}

/// Drive, civil day, rail and state of a row of the summary.
type SummaryKey = (DriveId, String, &'static str, &'static str);

/// Count, how many of them are open, and their sum in minor units.
type SummaryRow = (i64, i64, i64);

/// The summary as it stands. Rows that every gift has left are nothing.
async fn summary(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
) -> Result<Readable<SummaryKey, SummaryRow>, BooksError> {
    let rows = sqlx::query!("SELECT * FROM summary WHERE count > 0").fetch_all(connection).await?;
    Ok(readable(rows, |row| {
        let drive = DriveId { desk: desks.id(row.drive_desk)?, seq: count(row.drive_seq)? };
        let (rail, state) = (rail_word(rail(&row.rail)?), state_word(state(&row.state)?));
        Ok(((drive, row.day, rail, state), (row.count, row.open, row.sum)))
    }))
}

/// The summary as these gifts make it.
fn summed(gifts: &BTreeMap<GiftId, Gift>) -> BTreeMap<SummaryKey, SummaryRow> {
    let mut sums = BTreeMap::new();
    for gift in gifts.values() {
        let key = (gift.drive, gift.day.to_string(), rail_word(gift.rail), state_word(gift.state));
        let (count, open, sum): &mut SummaryRow = sums.entry(key).or_default();
        *count += 1;
        *open += i64::from(gift.amount.is_none());
        *sum += gift.amount.map(Money::minor).unwrap_or_default();
    }
    sums
}

/// Counts the rows that differ. An unreadable row is mostly missing on the other side as well and
/// counts once.
fn differences<K: Ord, V: PartialEq>(found: &Readable<K, V>, folded: &BTreeMap<K, V>) -> usize {
    let differ = found.rows.iter().filter(|(key, value)| folded.get(key) != Some(value)).count();
    let missing = folded.keys().filter(|key| !found.rows.contains_key(key)).count();
    differ + missing.max(found.unreadable)
}

/// Asks the database whether pages and indexes hold together: sums and searches are read from
/// indexes, which nothing above looks at.
pub(super) async fn check_file(
    connection: &mut SqliteConnection,
) -> Result<Vec<Trouble>, BooksError> {
    let found: Vec<String> =
        sqlx::query_scalar("PRAGMA integrity_check(10)").fetch_all(connection).await?;
    let found = found.into_iter().filter(|what| what != "ok");
    Ok(found.map(|what| Trouble::File { what }).collect())
}

/// Compares every text beside the journal with its commitment, and every commitment with a text.
pub(super) async fn check_texts(
    connection: &mut SqliteConnection,
) -> Result<Vec<Trouble>, BooksError> {
    let kept = [
        ("organisation_text", organisation_is_kept(connection).await?),
        ("account_text", declared_accounts_are_kept(connection).await?),
        ("account_value", added_accounts_are_kept(connection).await?),
        ("drive_text", drives_are_kept(connection).await?),
        ("person_text", people_are_kept(connection).await?),
    ];
    let troubles = kept.into_iter().filter(|(_, kept)| !kept);
    Ok(troubles.map(|(table, _)| Trouble::Text { table }).collect())
}

async fn organisation_is_kept(connection: &mut SqliteConnection) -> Result<bool, BooksError> {
    let rows = sqlx::query!(
        r#"SELECT o.commitment, t.salt AS "salt?", t.name AS "name?", t.country
           FROM organisation o LEFT JOIN organisation_text t USING (commitment)"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().all(|row| {
        let texts = row.name.map(|name| OrganisationTexts { name, country: row.country });
        let made = salt(row.salt.as_deref()).zip(texts).map(|(salt, t)| t.commitment(&salt));
        committed(made, &row.commitment)
    }))
}

async fn declared_accounts_are_kept(connection: &mut SqliteConnection) -> Result<bool, BooksError> {
    let rows = sqlx::query!(
        r#"SELECT a.commitment, t.salt AS "salt?", t.holder AS "holder?", t.iban AS "iban?",
                  t.bic AS "bic?"
           FROM account a LEFT JOIN account_text t USING (commitment)
           WHERE a.reference IS NOT NULL"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.iter().all(|row| {
        let texts = match (&row.holder, &row.iban, &row.bic) {
            (Some(holder), Some(iban), Some(bic)) => Some((holder, iban, bic)),
            _ => None,
        };
        let made = salt(row.salt.as_deref())
            .zip(texts)
            .map(|(salt, (holder, iban, bic))| declared_commitment(&salt, holder, iban, bic));
        committed(made, &row.commitment)
    }))
}

async fn added_accounts_are_kept(connection: &mut SqliteConnection) -> Result<bool, BooksError> {
    let rows = sqlx::query!("SELECT commitment, field, text FROM account_value");
    let mut values: BTreeMap<Vec<u8>, AccountValues> = BTreeMap::new();
    for row in rows.fetch_all(&mut *connection).await? {
        values.entry(row.commitment).or_default().insert(row.field, row.text);
    }
    let rows = sqlx::query!(
        r#"SELECT a.commitment, a.standard, t.salt AS "salt?"
           FROM account a LEFT JOIN account_salt t USING (commitment)
           WHERE a.reference IS NULL"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.iter().all(|row| {
        let made = salt(row.salt.as_deref())
            .zip(values.get(&row.commitment))
            .map(|(salt, values)| account_commitment(&salt, &row.standard, values));
        committed(made, &row.commitment)
    }))
}

async fn drives_are_kept(connection: &mut SqliteConnection) -> Result<bool, BooksError> {
    let rows = sqlx::query!(
        r#"SELECT d.commitment, t.salt AS "salt?", t.name AS "name?", t.purpose AS "purpose?"
           FROM drive d LEFT JOIN drive_text t USING (commitment)"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().all(|row| {
        let texts = row.name.zip(row.purpose).map(|(name, purpose)| DriveTexts { name, purpose });
        let made = salt(row.salt.as_deref()).zip(texts).map(|(salt, t)| t.commitment(&salt));
        committed(made, &row.commitment)
    }))
}

async fn people_are_kept(connection: &mut SqliteConnection) -> Result<bool, BooksError> {
    let rows = sqlx::query!(
        r#"SELECT p.commitment, t.salt AS "salt?", t.name AS "name?"
           FROM person p LEFT JOIN person_text t USING (commitment)"#
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.into_iter().all(|row| {
        let made = salt(row.salt.as_deref())
            .zip(row.name)
            .map(|(salt, name)| person_commitment(&salt, &name));
        committed(made, &row.commitment)
    }))
}

fn salt(stored: Option<&[u8]>) -> Option<Salt> {
    stored?.try_into().ok().map(Salt)
}

fn committed(made: Option<Commitment>, stored: &[u8]) -> bool {
    made.is_some_and(|made| made.0.as_slice() == stored)
}
