//! Bringing the books of earlier programs to today's form: plain files become encrypted ones, and
//! nothing is upgraded without a copy.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::connect::options;
use crate::error::damaged;
use crate::open::read_desks;
use crate::{BooksError, FileKey, verify};

static MIGRATIONS: Migrator = sqlx::migrate!();

/// How every plain SQLite file begins (sqlite.org/fileformat.html, 1.3.1). An encrypted one begins
/// with random bytes.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// How many of the newest entries are checked at every opening.
pub(crate) const TAIL: i64 = 200;

/// The newest format this program writes.
pub(crate) fn supported() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// Whether a file is there and can be read without a key.
pub(crate) fn is_plain(file: &Path) -> Result<bool, BooksError> {
    if !file.try_exists()? {
        return Ok(false);
    }
    let mut first = [0; 16];
    Ok(File::open(file)?.read_exact(&mut first).is_ok() && first == *PLAIN)
}

/// Encrypts the plain files of an earlier program: the books, and the copies kept beside them.
/// Each is whole at every moment, in its old form or in its new one.
pub(crate) async fn encrypt_plain_files(folder: &Path, key: &FileKey) -> Result<(), BooksError> {
    let books = folder.join("station.db");
    for file in kept_copies(folder)?.into_iter().chain([books]) {
        if is_plain(&file)? {
            encrypt(&file, key).await?;
        }
    }
    Ok(())
}

fn kept_copies(folder: &Path) -> Result<Vec<PathBuf>, BooksError> {
    let mut copies = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("station.format-") && name.ends_with(".db") {
            copies.push(path);
        }
    }
    Ok(copies)
}

async fn encrypt(file: &Path, key: &FileKey) -> Result<(), BooksError> {
    let unfinished = file.with_extension("db.unfinished");
    if unfinished.try_exists()? {
        std::fs::remove_file(&unfinished)?;
    }
    // The attached file is made under the flags of this one.
    let mut plain = options(file).create_if_missing(true).connect().await?;
    let exported = export(&mut plain, &unfinished, key).await;
    plain.close().await?;
    exported?;
    File::open(&unfinished)?.sync_all()?;
    let mut old = OpenOptions::new().write(true).open(file)?;
    std::fs::rename(&unfinished, file)?;
    sync_folder(file)?;
    // What was readable until now is no longer reachable by a name; on most disks its bytes are
    // gone with this as well.
    let length = old.metadata()?.len();
    old.seek(SeekFrom::Start(0))?;
    std::io::copy(&mut std::io::repeat(0).take(length), &mut old)?;
    Ok(old.flush().and_then(|()| old.sync_all())?)
}

async fn export(plain: &mut SqliteConnection, to: &Path, key: &FileKey) -> Result<(), BooksError> {
    // No side file of the plain form may be left to the encrypted one; and what is damaged stays
    // as it is, to be repaired.
    sqlx::raw_sql("PRAGMA journal_mode = DELETE").execute(&mut *plain).await?;
    let desks = read_desks(plain).await?;
    verify::check_tail_of_first_forms(plain, &desks, TAIL).await?;
    let to = to.to_str().ok_or(damaged("a folder whose name is no text"))?;
    let key = key.pragma();
    let key = key.trim_matches('"');
    let attach = sqlx::query("ATTACH ? AS encrypted KEY ?").bind(to).bind(key);
    attach.execute(&mut *plain).await?;
    sqlx::query("SELECT sqlcipher_export('encrypted')").execute(&mut *plain).await?;
    sqlx::query("DETACH encrypted").execute(plain).await?;
    Ok(())
}

/// Brings the file to this program's format, after a copy of it was kept.
pub(crate) async fn migrate(
    connection: &mut SqliteConnection,
    folder: &Path,
) -> Result<(), BooksError> {
    let found = format(connection).await?;
    if (1..supported()).contains(&found) {
        let desks = read_desks(connection).await?;
        verify::check_tail_of_first_forms(connection, &desks, TAIL).await?;
        keep_copy(connection, folder, found).await?;
    }
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
    copy_whole(connection, &unfinished).await?;
    std::fs::rename(&unfinished, &copy)?;
    sync_folder(&copy)
}

/// Writes a whole copy of the books, encrypted as they are, and puts it on the disk for good.
pub(crate) async fn copy_whole(
    connection: &mut SqliteConnection,
    to: &Path,
) -> Result<(), BooksError> {
    if to.try_exists()? {
        std::fs::remove_file(to)?;
    }
    let name = to.to_str().ok_or(damaged("a folder whose name is no text"))?;
    sqlx::query("VACUUM INTO ?").bind(name).execute(connection).await?;
    Ok(File::open(to)?.sync_all()?)
}

/// A new name in a folder is on the disk only when the folder is.
pub(crate) fn sync_folder(file: &Path) -> Result<(), BooksError> {
    #[cfg(unix)]
    if let Some(folder) = file.parent() {
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// The format of the file; zero where its first start was cut off before its first commit.
pub(crate) async fn format(connection: &mut SqliteConnection) -> Result<i64, BooksError> {
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
