//! Connections to a file of the books: their settings, and the key before anything else.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::{BooksError, FileKey};

/// The settings of every connection. The key is set before them: they are the first to look at
/// the file.
const SETTINGS: &str = "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
    PRAGMA cache_size = -65536;";

/// The settings of the one connection that writes.
const OF_THE_WRITER: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;";

/// The settings of those that read: none of them moves pages from the log into the file.
const OF_A_READER: &str = "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;";

/// A file before its key is set.
pub(crate) fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(Duration::from_secs(5))
        // The thread that reads waits for the one that takes in whenever this is full: with the 50
        // that are usual, more than the reading itself.
        .row_buffer_size(1_000)
        // A statement that is logged shows what is in the books.
        .disable_statement_logging()
}

/// Opens the connection that writes, and creates the file if it is not there.
pub(crate) async fn connect_writer(
    file: &Path,
    key: &FileKey,
) -> Result<SqliteConnection, BooksError> {
    let mut connection = options(file).create_if_missing(true).connect().await?;
    let begun = begin_writer(&mut connection, key).await;
    match begun {
        Ok(()) => Ok(connection),
        Err(refused) => {
            let _ = connection.close().await;
            Err(refused)
        }
    }
}

async fn begin_writer(connection: &mut SqliteConnection, key: &FileKey) -> Result<(), BooksError> {
    unlock(connection, key).await?;
    sqlx::raw_sql(SETTINGS).execute(&mut *connection).await?;
    sqlx::raw_sql(OF_THE_WRITER).execute(connection).await?;
    Ok(())
}

/// Sets key and settings on a connection that reads.
pub(crate) async fn begin_reader(
    connection: &mut SqliteConnection,
    key: &FileKey,
) -> Result<(), sqlx::Error> {
    set_key(connection, key).await?;
    sqlx::raw_sql(SETTINGS).execute(&mut *connection).await?;
    sqlx::raw_sql(OF_A_READER).execute(connection).await?;
    Ok(())
}

/// Sets the key, and looks whether it opens the file.
///
/// A wrong key and a damaged first page look the same: both decrypt to nothing.
pub(crate) async fn unlock(
    connection: &mut SqliteConnection,
    key: &FileKey,
) -> Result<(), BooksError> {
    set_key(connection, key).await?;
    let opened = sqlx::query("SELECT count(*) FROM sqlite_schema").execute(connection).await;
    opened.map(drop).map_err(|error| match BooksError::from(error) {
        BooksError::Damaged { .. } => BooksError::KeyRefused,
        other => other,
    })
}

/// Hands the key to the cipher, past every layer that might keep or log a statement.
async fn set_key(connection: &mut SqliteConnection, key: &FileKey) -> Result<(), sqlx::Error> {
    let text = key.pragma();
    // The cipher takes the blob without the quotes that a pragma needs.
    let blob = text.trim_matches('"').as_bytes();
    let length = i32::try_from(blob.len()).unwrap_or_default();
    let mut handle = connection.lock_handle().await?;
    #[expect(unsafe_code, reason = "sqlx has no other way to a key that leaves no copies behind")]
    // SAFETY: the handle is open and locked, and the cipher copies the bytes before it returns.
    let status = unsafe {
        libsqlite3_sys::sqlite3_key(handle.as_raw_handle().as_ptr(), blob.as_ptr().cast(), length)
    };
    if status == libsqlite3_sys::SQLITE_OK {
        return Ok(());
    }
    Err(sqlx::Error::Configuration("the cipher takes no key".into()))
}

/// Makes sure that SQLite was built with the cipher: without it every file would be readable to
/// anybody. Asked before any file is made.
pub(crate) async fn require_cipher() -> Result<(), BooksError> {
    let mut memory = options(Path::new(":memory:")).connect().await?;
    // What the cipher finds is told by SQLite too; it need not write it to the terminal.
    sqlx::raw_sql("PRAGMA cipher_log_level = NONE").execute(&mut memory).await?;
    let version: Option<String> =
        sqlx::query_scalar("PRAGMA cipher_version").fetch_optional(&mut memory).await?;
    let _ = memory.close().await;
    cipher_is_there(version.as_deref())
}

fn cipher_is_there(version: Option<&str>) -> Result<(), BooksError> {
    match version {
        Some(version) if !version.is_empty() => Ok(()),
        _ => Err(BooksError::NoCipher),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_without_the_cipher_is_refused() {
        // Plain SQLite does not know the pragma and answers no row.
        assert!(matches!(cipher_is_there(None), Err(BooksError::NoCipher)));
        assert!(matches!(cipher_is_there(Some("")), Err(BooksError::NoCipher)));
        assert!(cipher_is_there(Some("4.10.0 community")).is_ok());
    }

    #[tokio::test]
    async fn this_build_has_the_cipher() {
        require_cipher().await.unwrap();
    }
}
