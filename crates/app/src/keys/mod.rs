//! The keys of the books on this computer: made at the first start without a question, found again
//! at every later one.

mod store;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use groat_books::{FileKey, create_private_folder};
use groat_vault::{Key, Keys, VaultId};

use crate::{Chance, Code, Fault};

pub(crate) use store::write_private;
pub use store::{DeviceKeys, Keeper, KeyStore, SystemKeys};

/// The keys of one books folder, open on this computer.
#[derive(Debug)]
pub(crate) struct OpenKeys {
    /// What this computer keeps.
    pub(crate) device: DeviceKeys,
    /// Where it keeps it.
    pub(crate) keeper: Keeper,
    /// The file `keys` of the folder.
    pub(crate) keys: Keys,
}

impl OpenKeys {
    /// The key of the station's file, for the books.
    pub(crate) fn station(&self) -> FileKey {
        FileKey::new(*self.device.station.expose())
    }
}

/// Finds the keys of a books folder; makes them where the folder has none yet.
///
/// # Errors
/// [`Code::BooksKeyMissing`] for encrypted books whose key this computer does not have,
/// [`Code::BooksDamaged`] for a file of keys that cannot be read, [`Code::BooksUnavailable`].
pub(crate) fn find_or_make(
    folder: &Path,
    store: &dyn KeyStore,
    chance: &dyn Chance,
) -> Result<OpenKeys, Fault> {
    if let Some(found) = find(folder, store)? {
        return Ok(found);
    }
    if is_encrypted(folder)? {
        return Err(missing(folder));
    }
    create_private_folder(folder).map_err(unreachable)?;
    let keys = match read(folder)? {
        Some(keys) => keys,
        None => {
            let keys = Keys::empty(VaultId(crate::open::draw(chance)?));
            write(folder, &keys)?;
            keys
        }
    };
    let device = DeviceKeys {
        station: Key::from_bytes(crate::open::draw(chance)?),
        keyring: Key::from_bytes(crate::open::draw(chance)?),
    };
    // Before the books: a key without books is nothing, books without a key are lost.
    let keeper = store.keep(keys.vault(), &device).map_err(unreachable)?;
    Ok(OpenKeys { device, keeper, keys })
}

/// Finds the keys of a books folder; `None` where there are none, nor encrypted books.
///
/// # Errors
/// As [`find_or_make`].
pub(crate) fn find(folder: &Path, store: &dyn KeyStore) -> Result<Option<OpenKeys>, Fault> {
    let Some(keys) = read(folder)? else {
        return if is_encrypted(folder)? { Err(missing(folder)) } else { Ok(None) };
    };
    match store.load(keys.vault()).map_err(unreachable)? {
        Some((device, keeper)) => Ok(Some(OpenKeys { device, keeper, keys })),
        None if is_encrypted(folder)? => Err(missing(folder)),
        None => Ok(None),
    }
}

/// The file with the slots of all who may open the office.
pub(crate) fn file(folder: &Path) -> PathBuf {
    folder.join("keys")
}

/// Reads the file of keys; `None` where there is none.
pub(crate) fn read(folder: &Path) -> Result<Option<Keys>, Fault> {
    match fs::read(file(folder)) {
        Ok(bytes) => Keys::decode(&bytes)
            .map(Some)
            .map_err(|error| Fault::new(Code::BooksDamaged).with("detail", "keys").because(error)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreachable(error)),
    }
}

/// Writes the file of keys, whole or not at all.
pub(crate) fn write(folder: &Path, keys: &Keys) -> Result<(), Fault> {
    write_private(&file(folder), &keys.encode()).map_err(unreachable)
}

/// Whether there are books that nobody reads without a key: those of a first program are plain.
fn is_encrypted(folder: &Path) -> Result<bool, Fault> {
    let mut begins = [0; 16];
    let mut file = match fs::File::open(folder.join("station.db")) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(unreachable(error)),
    };
    let whole = io::Read::read_exact(&mut file, &mut begins).is_ok();
    Ok(whole && begins != *b"SQLite format 3\0")
}

fn missing(folder: &Path) -> Fault {
    Fault::new(Code::BooksKeyMissing).with("path", folder.display().to_string())
}

fn unreachable(error: io::Error) -> Fault {
    let code = match error.kind() {
        io::ErrorKind::StorageFull => Code::DiskFull,
        _ => Code::BooksUnavailable,
    };
    Fault::new(code).with("detail", error.to_string()).because(error)
}
