//! Whole copies of the books, and going on with them elsewhere.

use std::path::Path;

use groat_ledger::DeskId;
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::connect::{connect_writer, options, require_cipher, unlock};
use crate::upgrade::copy_whole;
use crate::{BooksError, FileKey, NewDesk};

/// The name of the station's file in a books folder.
pub const STATION_FILE: &str = "station.db";
/// The name of the office's file.
pub const OFFICE_FILE: &str = "office.db";

/// Writes a whole copy of one file of the books, under the same key, as it stands at one moment.
/// Others read and write meanwhile.
///
/// # Errors
/// [`BooksError::KeyRefused`], [`BooksError::DiskFull`], [`BooksError::Unavailable`].
pub async fn copy_file(file: &Path, key: &FileKey, to: &Path) -> Result<(), BooksError> {
    require_cipher().await?;
    let mut reader = options(file).connect().await?;
    let copied = async {
        unlock(&mut reader, key).await?;
        copy_whole(&mut reader, to).await
    };
    let copied = copied.await;
    let _ = reader.close().await;
    copied
}

/// Makes restored books those of a new desk: two desks that write the same numbers would each be
/// right, and together wrong. Nobody may have the folder open.
///
/// # Errors
/// [`BooksError`]; the books are still the former desk's then.
pub async fn continue_under(
    folder: &Path,
    key: &FileKey,
    new_desk: &NewDesk,
) -> Result<DeskId, BooksError> {
    require_cipher().await?;
    let mut writer = connect_writer(&folder.join(STATION_FILE), key).await?;
    let done = replace_desk(&mut writer, new_desk).await;
    let _ = writer.close().await;
    done
}

async fn replace_desk(
    writer: &mut SqliteConnection,
    new_desk: &NewDesk,
) -> Result<DeskId, BooksError> {
    let (id, seed) = (new_desk.id.0.as_slice(), new_desk.signer.as_slice());
    let mut tx = writer.begin_with("BEGIN IMMEDIATE").await?;
    let former =
        sqlx::query_scalar!("SELECT id FROM desk JOIN own_desk ON desk.no = own_desk.desk")
            .fetch_one(&mut *tx)
            .await?;
    sqlx::query!("INSERT INTO desk (no, id) SELECT max(no) + 1, ? FROM desk", id)
        .execute(&mut *tx)
        .await?;
    sqlx::query!("UPDATE own_desk SET desk = (SELECT max(no) FROM desk)").execute(&mut *tx).await?;
    // The former desk may still be at work elsewhere: nobody here signs in its name.
    sqlx::query!("DELETE FROM signer_secret").execute(&mut *tx).await?;
    sqlx::query!("INSERT INTO signer_secret (desk, seed) SELECT desk, ? FROM own_desk", seed)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    crate::rows::bytes(&former, "desk id").map(DeskId)
}
