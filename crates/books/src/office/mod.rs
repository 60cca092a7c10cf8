//! The office: a second file, with what only treasurers and admins may read. It is open while one
//! of them is signed in.

mod donors;
mod factors;

use std::path::Path;
use std::sync::Arc;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{Mutex, OwnedMappedMutexGuard, OwnedMutexGuard};

use crate::connect::{connect_writer, require_cipher};
use crate::error::damaged;
use crate::{BooksError, FileKey};

pub use donors::{DonorField, KeptDonor, KeptField, Purpose};
pub use factors::SecondFactor;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations-office");

/// The open office. Dropping it is not enough: call [`Office::close`] before its key is wiped.
#[derive(Debug, Clone)]
pub struct Office {
    /// Empty once it is closed.
    connection: Arc<Mutex<Option<SqliteConnection>>>,
}

impl Office {
    /// Makes a new office in the folder of the books, in the place of one that was never finished.
    ///
    /// # Errors
    /// [`BooksError::NoCipher`], [`BooksError::DiskFull`], [`BooksError::Unavailable`].
    pub async fn found(folder: &Path, key: &FileKey) -> Result<Office, BooksError> {
        for name in [FILE, "office.db-wal", "office.db-shm"] {
            let file = folder.join(name);
            if file.try_exists()? {
                std::fs::remove_file(file)?;
            }
        }
        Office::connect(folder, key).await
    }

    /// Opens the office in the folder of the books with its key.
    ///
    /// # Errors
    /// [`BooksError::NoCipher`], [`BooksError::NotFound`], [`BooksError::KeyRefused`],
    /// [`BooksError::TooNew`], [`BooksError::Damaged`], [`BooksError::DiskFull`],
    /// [`BooksError::Unavailable`].
    pub async fn open(folder: &Path, key: &FileKey) -> Result<Office, BooksError> {
        if !Office::exists(folder)? {
            return Err(BooksError::NotFound { path: folder.join(FILE) });
        }
        Office::connect(folder, key).await
    }

    async fn connect(folder: &Path, key: &FileKey) -> Result<Office, BooksError> {
        require_cipher().await?;
        let mut connection = connect_writer(&folder.join(FILE), key).await?;
        // Values that were erased are overwritten, not only left behind.
        sqlx::raw_sql("PRAGMA secure_delete = ON").execute(&mut connection).await?;
        if let Err(refused) = migrate(&mut connection).await {
            // The refusal says more than a connection that cannot even be closed.
            let _ = connection.close().await;
            return Err(refused);
        }
        Ok(Office { connection: Arc::new(Mutex::new(Some(connection))) })
    }

    /// Whether there is an office in the folder of the books.
    ///
    /// # Errors
    /// [`BooksError::Unavailable`].
    pub fn exists(folder: &Path) -> Result<bool, BooksError> {
        Ok(folder.join(FILE).try_exists()?)
    }

    /// Closes the file. Whoever asks this office afterwards is refused.
    pub async fn close(&self) {
        if let Some(connection) = self.connection.lock().await.take() {
            // What was acknowledged is on the disk; a connection that does not close loses nothing.
            let _ = connection.close().await;
        }
    }

    async fn connection(
        &self,
    ) -> Result<OwnedMappedMutexGuard<Option<SqliteConnection>, SqliteConnection>, BooksError> {
        let connection = Arc::clone(&self.connection).lock_owned().await;
        OwnedMutexGuard::try_map(connection, Option::as_mut)
            .map_err(|_| damaged("the office was closed meanwhile"))
    }
}

const FILE: &str = "office.db";

async fn migrate(connection: &mut SqliteConnection) -> Result<(), BooksError> {
    match MIGRATIONS.run_direct(None, connection, false).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(found)) => {
            let supported = MIGRATIONS.iter().map(|migration| migration.version).max();
            Err(BooksError::TooNew { found, supported: supported.unwrap_or(0) })
        }
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
            Err(error.into())
        }
        Err(other) => Err(BooksError::Damaged { what: other.to_string() }),
    }
}
