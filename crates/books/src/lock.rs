//! The writer lock: one process writes the books, and says who it is.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use jiff::Timestamp;

use crate::BooksError;

/// Who has the books open for writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The face that opened them: "window" or "terminal".
    pub face: String,
    /// The user's name on this computer.
    pub user: String,
    /// The process id.
    pub process: u32,
    /// Since when.
    pub since: Timestamp,
}

/// An operating-system lock on `writer.lock`; it ends with the process, however that ends.
#[derive(Debug)]
pub(crate) struct WriterLock {
    _file: File,
}

impl WriterLock {
    pub(crate) fn take(folder: &Path, holder: &Holder) -> Result<WriterLock, BooksError> {
        let path = folder.join("writer.lock");
        let mut options = OpenOptions::new();
        let mut file = options.read(true).write(true).create(true).truncate(false).open(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(BooksError::Held { holder: read_holder(&mut file) });
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        file.set_len(0)?;
        file.rewind()?;
        let Holder { face, user, process, since } = holder;
        write!(file, "{face}\n{user}\n{process}\n{since}\n")?;
        file.flush()?;
        Ok(WriterLock { _file: file })
    }
}

fn read_holder(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.read_to_string(&mut text).ok()?;
    let mut lines = text.lines();
    Some(Holder {
        face: lines.next()?.to_owned(),
        user: lines.next()?.to_owned(),
        process: lines.next()?.parse().ok()?,
        since: lines.next()?.parse().ok()?,
    })
}
