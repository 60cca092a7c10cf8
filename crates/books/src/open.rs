//! Opening the books: the one place where a file is opened, and where encryption will come.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use groat_ledger::DeskId;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};
use tokio::sync::Mutex;

use crate::error::damaged;
use crate::lock::WriterLock;
use crate::writer::Writer;
use crate::{BooksError, Holder, verify};

static MIGRATIONS: Migrator = sqlx::migrate!();

/// How long a reader may take to close.
const CLOSE_AT_MOST: Duration = Duration::from_secs(2);

/// How many of the newest entries are checked at every opening.
const TAIL: i64 = 200;

/// What the books are opened for.
#[derive(Debug, Clone)]
pub enum Access {
    /// To read and write, creating them if they are not there.
    Write {
        /// Who opens them, told to whoever comes second.
        holder: Holder,
        /// The id of the desk, if it is made now: 128 random bits.
        new_desk: DeskId,
    },
    /// To read only; another process may write meanwhile.
    Read,
    /// To prove: as [`Access::Read`], but damaged books open too.
    Prove,
}

/// Open books. Dropping them is not enough: call [`Books::close`] before the process ends.
#[derive(Debug, Clone)]
pub struct Books {
    pub(crate) folder: PathBuf,
    pub(crate) readers: SqlitePool,
    /// The one that writes; acts wait here for each other. Empty once it is closed.
    pub(crate) writer: Option<Arc<Mutex<Option<Writer>>>>,
    /// Desks by their number in the file, from 1; the first is this desk.
    pub(crate) desks: Arc<[DeskId]>,
    _lock: Option<Arc<WriterLock>>,
}

impl Books {
    /// Opens the books in a folder.
    ///
    /// The newest entries are checked against the chain before anything else is read.
    ///
    /// # Errors
    /// [`BooksError::Held`] when somebody else writes them, [`BooksError::NotFound`] when reading
    /// books that are not there, [`BooksError::TooNew`], [`BooksError::Damaged`],
    /// [`BooksError::DiskFull`], [`BooksError::Unavailable`].
    pub async fn open(folder: &Path, access: Access) -> Result<Books, BooksError> {
        let file = folder.join("station.db");
        let proving = matches!(access, Access::Prove);
        let (lock, writer) = match access {
            Access::Write { holder, new_desk } => {
                create_folder(folder)?;
                let lock = WriterLock::take(folder, &holder)?;
                let mut connection = connect_writer(&file).await?;
                if let Err(refused) = prepare(&mut connection, folder, new_desk).await {
                    // The refusal says more than a connection that cannot even be closed.
                    let _ = connection.close().await;
                    return Err(refused);
                }
                let writer = Writer::new(connection);
                (Some(Arc::new(lock)), Some(Arc::new(Mutex::new(Some(writer)))))
            }
            Access::Read | Access::Prove => {
                if !file.try_exists()? {
                    return Err(BooksError::NotFound { path: folder.to_owned() });
                }
                (None, None)
            }
        };
        let readers = SqlitePoolOptions::new()
            .max_connections(3)
            .connect_lazy_with(options(&file).read_only(true).pragma("wal_autocheckpoint", "0"));
        let mut books =
            Books { folder: folder.to_owned(), readers, writer, desks: Arc::new([]), _lock: lock };
        match books.check(proving).await {
            Ok(desks) => {
                books.desks = desks;
                Ok(books)
            }
            Err(refused) => {
                books.close().await;
                Err(refused)
            }
        }
    }

    /// Looks at format, desks and the newest entries before anything else is read.
    async fn check(&self, proving: bool) -> Result<Arc<[DeskId]>, BooksError> {
        let mut reader = self.readers.acquire().await?;
        if self.writer.is_none() {
            check_format(&mut reader, &self.folder).await?;
        }
        let desks = read_desks(&mut reader).await?;
        if !proving {
            verify::check_tail(&mut reader, &desks, TAIL).await?;
        }
        Ok(desks)
    }

    /// Closes every connection. The file is then complete without its side files.
    pub async fn close(self) {
        // The pool waits for ever for a reader whose thread ended on a damaged file (sqlx-sqlite
        // 0.9 takes the names of columns for text). A reader has nothing to finish.
        let _ = tokio::time::timeout(CLOSE_AT_MOST, self.readers.close()).await;
        let Some(writer) = self.writer else { return };
        if let Some(writer) = writer.lock().await.take() {
            writer.close().await;
        }
    }

    /// The folder the books lie in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether these books may be written here.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        self.writer.is_some()
    }

    /// The id of this desk.
    ///
    /// # Errors
    /// [`BooksError::Damaged`] where the file names no desk.
    pub fn desk(&self) -> Result<DeskId, BooksError> {
        self.desks.first().copied().ok_or(damaged("no desk in the file"))
    }

    /// The connections to read from: what was committed is there at once.
    pub(crate) fn reader(&self) -> &SqlitePool {
        &self.readers
    }
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(Duration::from_secs(5))
        .foreign_keys(true)
        .pragma("recursive_triggers", "ON")
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        .pragma("mmap_size", "0")
        .disable_statement_logging()
}

async fn connect_writer(file: &Path) -> Result<SqliteConnection, BooksError> {
    let options = options(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("fullfsync", "ON")
        .pragma("checkpoint_fullfsync", "ON");
    Ok(options.connect().await?)
}

/// Brings the file to this program's format and names the desk.
async fn prepare(
    connection: &mut SqliteConnection,
    folder: &Path,
    new_desk: DeskId,
) -> Result<(), BooksError> {
    let found = format(connection).await?;
    if (1..supported()).contains(&found) {
        let desks = read_desks(connection).await?;
        verify::check_tail(connection, &desks, TAIL).await?;
        keep_copy(connection, folder, found).await?;
    }
    migrate(connection).await?;
    let id = new_desk.0.as_slice();
    sqlx::query!("INSERT INTO desk (no, id) VALUES (1, ?) ON CONFLICT (no) DO NOTHING", id)
        .execute(connection)
        .await?;
    Ok(())
}

async fn migrate(connection: &mut SqliteConnection) -> Result<(), BooksError> {
    match MIGRATIONS.run_direct(None, connection, false).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(found)) => {
            Err(BooksError::TooNew { found, supported: supported() })
        }
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
            Err(error.into())
        }
        Err(other) => Err(BooksError::Damaged { what: other.to_string() }),
    }
}

fn supported() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// Keeps the books of an earlier format beside the new ones, whole or not at all.
async fn keep_copy(
    connection: &mut SqliteConnection,
    folder: &Path,
    format: i64,
) -> Result<(), BooksError> {
    let copy = folder.join(format!("station.format-{format}.db"));
    if copy.try_exists()? {
        return Ok(());
    }
    let unfinished = folder.join(format!("station.format-{format}.db.unfinished"));
    if unfinished.try_exists()? {
        std::fs::remove_file(&unfinished)?;
    }
    let name = unfinished.to_str().ok_or(damaged("a folder whose name is no text"))?;
    sqlx::query("VACUUM INTO ?").bind(name).execute(connection).await?;
    std::fs::File::open(&unfinished)?.sync_all()?;
    Ok(std::fs::rename(&unfinished, &copy)?)
}

/// The format of the file; zero where its first start was cut off before its first commit.
async fn format(connection: &mut SqliteConnection) -> Result<i64, BooksError> {
    let begun: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '_sqlx_migrations')",
    )
    .fetch_one(&mut *connection)
    .await?;
    if !begun {
        return Ok(0);
    }
    let newest = "SELECT coalesce(max(version), 0) FROM _sqlx_migrations WHERE success";
    Ok(sqlx::query_scalar(newest).fetch_one(connection).await?)
}

async fn check_format(connection: &mut SqliteConnection, folder: &Path) -> Result<(), BooksError> {
    let (found, supported) = (format(connection).await?, supported());
    match found.cmp(&supported) {
        _ if found == 0 => Err(BooksError::NotFound { path: folder.to_owned() }),
        std::cmp::Ordering::Greater => Err(BooksError::TooNew { found, supported }),
        // Reading does not upgrade: opening for writing does.
        std::cmp::Ordering::Less => Err(BooksError::OutOfDate { found, supported }),
        std::cmp::Ordering::Equal => Ok(()),
    }
}

async fn read_desks(connection: &mut SqliteConnection) -> Result<Arc<[DeskId]>, BooksError> {
    let rows = sqlx::query!("SELECT id FROM desk ORDER BY no").fetch_all(connection).await?;
    rows.into_iter().map(|row| crate::rows::bytes(&row.id, "desk id").map(DeskId)).collect()
}

/// The folder is for its owner's eyes only where the system knows such a thing.
fn create_folder(folder: &Path) -> Result<(), BooksError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}
