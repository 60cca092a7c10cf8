//! What can go wrong with the books.

use std::path::PathBuf;

use groat_ledger::Contradiction;
use groat_ledger::journal::ChainBreak;
use thiserror::Error;

use crate::Holder;

/// Why the books cannot be opened, read or written.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum BooksError {
    /// There are no books in this folder.
    #[error("no books in {path}")]
    NotFound {
        /// The folder.
        path: PathBuf,
    },
    /// Another process writes these books.
    #[error("the books are open for writing elsewhere")]
    Held {
        /// Who has them; `None` where that could not be read.
        holder: Option<Holder>,
    },
    /// These books were opened for reading only.
    #[error("the books are open for reading only")]
    ReadOnly,
    /// A later program wrote these books.
    #[error("the books have format {found}, this program knows {supported}")]
    TooNew {
        /// The format of the books.
        found: i64,
        /// The latest format this program knows.
        supported: i64,
    },
    /// An earlier program wrote these books; opening them to write brings them to today's format.
    #[error("the books have format {found}, this program reads {supported}")]
    OutOfDate {
        /// The format of the books.
        found: i64,
        /// The format this program reads.
        supported: i64,
    },
    /// The books contradict themselves.
    #[error("the books are damaged: {what}")]
    Damaged {
        /// What does not hold, for the log and for whoever repairs.
        what: String,
    },
    /// The key does not open the file; or its first page is damaged, which looks the same.
    #[error("the key does not open the books")]
    KeyRefused,
    /// This program was built without the cipher, and must not open or make any books.
    #[error("this program cannot encrypt")]
    NoCipher,
    /// The disk is full; nothing was written.
    #[error("the disk is full")]
    DiskFull,
    /// The disk or the database refused.
    #[error("the books cannot be reached: {0}")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// SQLite's primary result codes that mean something to a person (sqlite.org/rescode.html).
const SQLITE_READONLY: i32 = 8;
const SQLITE_CORRUPT: i32 = 11;
const SQLITE_FULL: i32 = 13;
const SQLITE_NOTADB: i32 = 26;

impl From<sqlx::Error> for BooksError {
    fn from(error: sqlx::Error) -> BooksError {
        let code = error
            .as_database_error()
            .and_then(|cause| cause.code()?.parse::<i32>().ok())
            .map(|extended| extended & 0xff);
        match code {
            Some(SQLITE_FULL) => BooksError::DiskFull,
            Some(SQLITE_READONLY) => BooksError::ReadOnly,
            Some(SQLITE_CORRUPT | SQLITE_NOTADB) => BooksError::Damaged { what: error.to_string() },
            _ => BooksError::Unavailable(Box::new(error)),
        }
    }
}

impl From<std::io::Error> for BooksError {
    fn from(error: std::io::Error) -> BooksError {
        match error.kind() {
            std::io::ErrorKind::StorageFull => BooksError::DiskFull,
            _ => BooksError::Unavailable(Box::new(error)),
        }
    }
}

impl From<Contradiction> for BooksError {
    fn from(contradiction: Contradiction) -> BooksError {
        BooksError::Damaged { what: contradiction.to_string() }
    }
}

impl From<ChainBreak> for BooksError {
    fn from(chain: ChainBreak) -> BooksError {
        BooksError::Damaged { what: chain.to_string() }
    }
}

/// A stored value that no writer of ours writes.
pub(crate) fn damaged(what: &str) -> BooksError {
    BooksError::Damaged { what: what.to_owned() }
}

/// A change that an entry says must have hit the one row it is about.
pub(crate) fn one_row(affected: u64) -> Result<(), BooksError> {
    if affected == 1 { Ok(()) } else { Err(damaged("an entry refers to nothing")) }
}
