//! Opening and closing the books. Everything that is opened is encrypted.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use groat_ledger::DeskId;
use groat_ledger::journal::Signer;
use sqlx::sqlite::SqlitePoolOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};
use tokio::sync::Mutex;

use crate::connect::{begin_reader, connect_writer, options, require_cipher, unlock};
use crate::error::damaged;
use crate::find::Finder;
use crate::lock::WriterLock;
use crate::rows::bytes;
use crate::upgrade::{TAIL, encrypt_plain_files, format, is_plain, migrate, supported};
use crate::writer::Writer;
use crate::{BooksError, FileKey, Holder, verify};

/// How long a reader may take to close.
const CLOSE_AT_MOST: Duration = Duration::from_secs(2);

/// How long a reader may take to open: the pool tries again until then.
const ACQUIRE_AT_MOST: Duration = Duration::from_secs(8);

/// What the books are opened for.
#[derive(Debug, Clone)]
pub enum Access {
    /// To read and write, creating them if they are not there.
    Write {
        /// Who opens them, told to whoever comes second.
        holder: Holder,
        /// What the desk is made of, if it is made now.
        new_desk: NewDesk,
    },
    /// To read only; another process may write meanwhile.
    Read,
    /// To prove: as [`Access::Read`], but damaged books open too.
    Prove,
}

/// What a desk is made of: random bytes, all of them.
#[derive(Clone)]
pub struct NewDesk {
    /// Its id.
    pub id: DeskId,
    /// The secret of the key it signs with.
    pub signer: [u8; 32],
}

impl std::fmt::Debug for NewDesk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewDesk").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Open books. Dropping them is not enough: call [`Books::close`] before the process ends.
#[derive(Debug, Clone)]
pub struct Books {
    pub(crate) folder: PathBuf,
    pub(crate) readers: SqlitePool,
    /// The one that writes; acts wait here for each other. Empty once it is closed.
    pub(crate) writer: Option<Arc<Mutex<Option<Writer>>>>,
    /// Desks by their number in the file, from 1.
    pub(crate) desks: Arc<[DeskId]>,
    /// The number of this desk.
    pub(crate) own: i64,
    /// What searches read.
    pub(crate) finder: Arc<Finder>,
    _lock: Option<Arc<WriterLock>>,
}

impl Books {
    /// Opens the books in a folder with their key.
    ///
    /// The newest entries are checked against the chain before anything else is read. Books that
    /// an earlier program left unencrypted are encrypted with the key when they are opened to
    /// write.
    ///
    /// # Errors
    /// [`BooksError::NoCipher`] in a program that could not encrypt, [`BooksError::KeyRefused`],
    /// [`BooksError::Held`] when somebody else writes them, [`BooksError::NotFound`] when reading
    /// books that are not there, [`BooksError::TooNew`], [`BooksError::Damaged`],
    /// [`BooksError::DiskFull`], [`BooksError::Unavailable`].
    pub async fn open(folder: &Path, key: &FileKey, access: Access) -> Result<Books, BooksError> {
        require_cipher().await?;
        let file = folder.join("station.db");
        let proving = matches!(access, Access::Prove);
        let (lock, writer) = match access {
            Access::Write { holder, new_desk } => {
                create_private_folder(folder)?;
                let lock = WriterLock::take(folder, &holder)?;
                encrypt_plain_files(folder, key).await?;
                let mut connection = connect_writer(&file, key).await?;
                let signer = match prepare(&mut connection, folder, &new_desk).await {
                    Ok(signer) => signer,
                    Err(refused) => {
                        // The refusal says more than a connection that cannot even be closed.
                        let _ = connection.close().await;
                        return Err(refused);
                    }
                };
                let writer = Writer::new(connection, signer);
                (Some(Arc::new(lock)), Some(Arc::new(Mutex::new(Some(writer)))))
            }
            Access::Read | Access::Prove => {
                if !file.try_exists()? {
                    return Err(BooksError::NotFound { path: folder.to_owned() });
                }
                if is_plain(&file)? {
                    // Books of a first program: reading does not upgrade.
                    return Err(BooksError::OutOfDate { found: 0, supported: supported() });
                }
                (None, None)
            }
        };
        let readers = readers(&file, key.clone());
        let (desks, own) = (Arc::from([]), 1);
        let (folder, finder) = (folder.to_owned(), Arc::default());
        let mut books = Books { folder, readers, writer, desks, own, finder, _lock: lock };
        match books.check(&file, key, proving).await {
            Ok((desks, own)) => {
                (books.desks, books.own) = (desks, own);
                Ok(books)
            }
            Err(refused) => {
                books.close().await;
                Err(refused)
            }
        }
    }

    /// Looks at format, desks and the newest entries before anything else is read: through a
    /// connection of its own, because the pool would try for long what cannot succeed.
    async fn check(
        &self,
        file: &Path,
        key: &FileKey,
        proving: bool,
    ) -> Result<(Arc<[DeskId]>, i64), BooksError> {
        let mut reader = options(file).read_only(true).connect().await?;
        let checked = self.look(&mut reader, key, proving).await;
        let _ = tokio::time::timeout(CLOSE_AT_MOST, reader.close()).await;
        checked
    }

    async fn look(
        &self,
        reader: &mut SqliteConnection,
        key: &FileKey,
        proving: bool,
    ) -> Result<(Arc<[DeskId]>, i64), BooksError> {
        unlock(reader, key).await.map_err(|refused| match refused {
            // A first start was cut off in the middle: only a writer may undo its half.
            BooksError::ReadOnly => BooksError::OutOfDate { found: 0, supported: supported() },
            other => other,
        })?;
        if self.writer.is_none() {
            check_format(reader, &self.folder).await?;
        }
        let desks = read_desks(reader).await?;
        let own = match own_desk(reader).await? {
            Some(own) => own,
            // A first start was cut off before it made a desk: there is nothing to read yet.
            None if desks.is_empty() => {
                return Err(BooksError::NotFound { path: self.folder.clone() });
            }
            None => return Err(damaged("the file belongs to no desk")),
        };
        if !proving {
            verify::check_tail(reader, &desks, TAIL).await?;
        }
        Ok((desks, own))
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

    /// All desks that wrote these books, oldest first.
    #[must_use]
    pub fn desks(&self) -> &[DeskId] {
        &self.desks
    }

    /// The id of this desk.
    ///
    /// # Errors
    /// [`BooksError::Damaged`] where the file names no desk.
    pub fn desk(&self) -> Result<DeskId, BooksError> {
        crate::rows::Desks(&self.desks).id(self.own)
    }

    /// The connections to read from: what was committed is there at once.
    pub(crate) fn reader(&self) -> &SqlitePool {
        &self.readers
    }
}

/// The connections that read. They are opened when they are first needed, each with the key.
fn readers(file: &Path, key: FileKey) -> SqlitePool {
    SqlitePoolOptions::new()
        .max_connections(3)
        .acquire_timeout(ACQUIRE_AT_MOST)
        // A file does not hang up as a server does.
        .test_before_acquire(false)
        .after_connect(move |connection, _| {
            let key = key.clone();
            Box::pin(async move { begin_reader(connection, &key).await })
        })
        .connect_lazy_with(options(file).read_only(true))
}

/// Brings the file to this program's format, and makes a desk where there is none.
async fn prepare(
    connection: &mut SqliteConnection,
    folder: &Path,
    new_desk: &NewDesk,
) -> Result<Signer, BooksError> {
    migrate(connection, folder).await?;
    let (id, seed) = (new_desk.id.0.as_slice(), new_desk.signer.as_slice());
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut *connection).await?;
    sqlx::query!("INSERT INTO desk (no, id) VALUES (1, ?) ON CONFLICT (no) DO NOTHING", id)
        .execute(&mut *connection)
        .await?;
    sqlx::query!("INSERT INTO own_desk (one, desk) VALUES (1, 1) ON CONFLICT (one) DO NOTHING")
        .execute(&mut *connection)
        .await?;
    sqlx::query!(
        "INSERT INTO signer_secret (desk, seed) SELECT desk, ? FROM own_desk WHERE TRUE
         ON CONFLICT (desk) DO NOTHING",
        seed
    )
    .execute(&mut *connection)
    .await?;
    let row = sqlx::query!("SELECT seed FROM signer_secret JOIN own_desk USING (desk)")
        .fetch_one(&mut *connection)
        .await?;
    sqlx::raw_sql("COMMIT").execute(connection).await?;
    Ok(Signer::from_seed(&bytes(&row.seed, "the secret of a signer")?))
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

pub(crate) async fn read_desks(
    connection: &mut SqliteConnection,
) -> Result<Arc<[DeskId]>, BooksError> {
    let rows = sqlx::query!("SELECT id FROM desk ORDER BY no").fetch_all(connection).await?;
    rows.into_iter().map(|row| bytes(&row.id, "desk id").map(DeskId)).collect()
}

async fn own_desk(connection: &mut SqliteConnection) -> Result<Option<i64>, BooksError> {
    Ok(sqlx::query_scalar!("SELECT desk FROM own_desk").fetch_optional(connection).await?)
}

/// Makes a folder that only its owner may look into, where the system knows such a thing.
///
/// # Errors
/// Where it cannot be made.
pub fn create_private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
