//! Folds one entry into the tables. The only code that writes them.

mod donors;
mod many;
mod people;

pub(crate) use many::fold_all;

use groat_ledger::GiftState;
use groat_ledger::journal::{Entry, Fact};
use groat_money::Money;
use sqlx::SqliteConnection;

use crate::BooksError;
use crate::error::{damaged, one_row};
use crate::rows::{
    Desks, column, rail_word, reason_word, reference_word, state_word, suggested_text,
};

pub(crate) async fn fold(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    entry: &Entry,
) -> Result<(), BooksError> {
    let (desk, seq) = (desks.no(entry.desk)?, column(entry.seq)?);
    match &entry.fact {
        Fact::OrganisationNamed { texts } => {
            let texts = texts.0.as_slice();
            sqlx::query!(
                "INSERT OR REPLACE INTO organisation (one, commitment) VALUES (1, ?)",
                texts
            )
            .execute(connection)
            .await?;
        }
        Fact::NumbersDrawn { desk_number, first_serial } => {
            sqlx::query!(
                "INSERT OR REPLACE INTO numbering (desk, desk_number, first_serial)
                 VALUES (?, ?, ?)",
                desk,
                desk_number,
                first_serial
            )
            .execute(connection)
            .await?;
        }
        Fact::AccountDeclared { .. } | Fact::AccountAdded { .. } => {
            begin_account(connection, desk, seq, entry).await?;
        }
        Fact::AccountRetired { account } => {
            let (account_desk, account_seq) = (desks.no(account.desk)?, column(account.seq)?);
            let done = sqlx::query!(
                "UPDATE account SET retired = 1 WHERE desk = ? AND seq = ?",
                account_desk,
                account_seq
            );
            one_row(done.execute(connection).await?.rows_affected())?;
        }
        Fact::DriveOpened { .. } => open_drive(connection, desk, seq, entry).await?,
        Fact::DriveClosed { drive, day } => {
            let (drive_desk, drive_seq) = (desks.no(drive.desk)?, column(drive.seq)?);
            let day = day.to_string();
            let done = sqlx::query!(
                "UPDATE drive SET closed_on = ? WHERE desk = ? AND seq = ?",
                day,
                drive_desk,
                drive_seq
            );
            one_row(done.execute(connection).await?.rows_affected())?;
        }
        Fact::Asked { .. } | Fact::CashReceived { .. } => {
            begin_gift(connection, desks, entry).await?;
        }
        Fact::Promised { gift } => {
            let (gift_desk, gift_seq) = (desks.no(gift.desk)?, column(gift.seq)?);
            let state = state_word(GiftState::Promised);
            let done = sqlx::query!(
                "UPDATE gift SET state = ? WHERE desk = ? AND seq = ?",
                state,
                gift_desk,
                gift_seq
            );
            one_row(done.execute(connection).await?.rows_affected())?;
        }
        Fact::Corrected { gift, reason } => {
            let (gift_desk, gift_seq) = (desks.no(gift.desk)?, column(gift.seq)?);
            let (state, reason) = (state_word(GiftState::Corrected), reason_word(*reason));
            let done = sqlx::query!(
                "UPDATE gift SET state_before = state, state = ?, reason = ?
                 WHERE desk = ? AND seq = ?",
                state,
                reason,
                gift_desk,
                gift_seq
            );
            one_row(done.execute(connection).await?.rows_affected())?;
        }
        Fact::SignerDeclared { key } => {
            let key = key.0.as_slice();
            sqlx::query!(
                "INSERT OR REPLACE INTO signer (desk, key, since) VALUES (?, ?, ?)",
                desk,
                key,
                seq
            )
            .execute(connection)
            .await?;
        }
        // Says where another desk ended; nothing stands differently after it.
        Fact::DeskContinued { .. } => {}
        Fact::PersonAdded { .. }
        | Fact::RoleGiven { .. }
        | Fact::PersonRemoved { .. }
        | Fact::SignedIn { .. }
        | Fact::SignInRefused { .. }
        | Fact::SecondFactorEnrolled { .. }
        | Fact::RecoveryCodeUsed { .. }
        | Fact::RecoverySheetUsed { .. }
        | Fact::Approved { .. }
        | Fact::FourEyesSet { .. } => people::fold_people(connection, &entry.fact).await?,
        Fact::DonorNamed { .. } | Fact::DonorErased { .. } => {
            donors::fold_donors(connection, desks, &entry.fact).await?;
        }
        _ => return Err(damaged("a fact of a later version")),
    }
    Ok(())
}

/// Empties every table that is folded from the journal.
pub(crate) async fn empty(connection: &mut SqliteConnection) -> Result<(), BooksError> {
    sqlx::query!("DELETE FROM summary").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM gift").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM drive").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM account").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM numbering").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM organisation").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM signer").execute(&mut *connection).await?;
    donors::empty_donors(connection).await?;
    people::empty_people(connection).await?;
    Ok(())
}

async fn begin_account(
    connection: &mut SqliteConnection,
    desk: i64,
    seq: i64,
    entry: &Entry,
) -> Result<(), BooksError> {
    let account = entry.begun_account().ok_or(damaged("an entry that begins no account"))?;
    let (standard, reference) = (account.standard.name(), account.declared.map(reference_word));
    let values = account.values.0.as_slice();
    sqlx::query!(
        "INSERT INTO account (desk, seq, standard, reference, retired, commitment)
         VALUES (?, ?, ?, ?, 0, ?)",
        desk,
        seq,
        standard,
        reference,
        values
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn open_drive(
    connection: &mut SqliteConnection,
    desk: i64,
    seq: i64,
    entry: &Entry,
) -> Result<(), BooksError> {
    let drive = entry.opened_drive().ok_or(damaged("an entry that opens no drive"))?;
    let (currency, suggested) = (drive.currency.code(), suggested_text(&drive.suggested));
    let goal = drive.goal.map(Money::minor);
    let (opened_on, texts) = (drive.opened_on.to_string(), drive.texts.0.as_slice());
    sqlx::query!(
        "INSERT INTO drive (desk, seq, currency, goal, suggested, zone, opened_on, commitment)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        desk,
        seq,
        currency,
        goal,
        suggested,
        drive.zone,
        opened_on,
        texts
    )
    .execute(connection)
    .await?;
    Ok(())
}

async fn begin_gift(
    connection: &mut SqliteConnection,
    desks: Desks<'_>,
    entry: &Entry,
) -> Result<(), BooksError> {
    let row = BegunGift::of(desks, entry)?;
    sqlx::query!(
        "INSERT INTO gift (desk, seq, drive_desk, drive_seq, number, rail, currency, amount,
                           state, at_ms, day, account_desk, account_seq)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.desk,
        row.seq,
        row.drive_desk,
        row.drive_seq,
        row.number,
        row.rail,
        row.currency,
        row.amount,
        row.state,
        row.at_ms,
        row.day,
        row.account_desk,
        row.account_seq
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// A gift as its first entry begins it, in columns.
struct BegunGift {
    desk: i64,
    seq: i64,
    drive_desk: i64,
    drive_seq: i64,
    number: Option<String>,
    rail: &'static str,
    currency: &'static str,
    amount: Option<i64>,
    state: &'static str,
    at_ms: i64,
    day: String,
    account_desk: Option<i64>,
    account_seq: Option<i64>,
}

impl BegunGift {
    fn of(desks: Desks<'_>, entry: &Entry) -> Result<BegunGift, BooksError> {
        let gift = entry.begun_gift().ok_or(damaged("an entry that begins no gift"))?;
        let account = gift
            .account
            .map(|account| Ok::<_, BooksError>((desks.no(account.desk)?, column(account.seq)?)));
        let (account_desk, account_seq) = account.transpose()?.unzip();
        Ok(BegunGift {
            desk: desks.no(gift.id.desk)?,
            seq: column(gift.id.seq)?,
            drive_desk: desks.no(gift.drive.desk)?,
            drive_seq: column(gift.drive.seq)?,
            number: gift.number.map(|number| number.to_string()),
            rail: rail_word(gift.rail),
            currency: gift.currency.code(),
            amount: gift.amount.map(Money::minor),
            state: state_word(gift.state),
            at_ms: gift.at.as_millisecond(),
            day: gift.day.to_string(),
            account_desk,
            account_seq,
        })
    }
}
