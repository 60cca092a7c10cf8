//! Where this computer keeps the keys of the books: the system's keyring, or a file for its owner's
//! eyes only.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use groat_vault::{Key, VaultId};
use zeroize::Zeroizing;

/// How long a keyring may take to answer. One that asks its owner for a password first has not
/// answered, and must not keep a stall waiting.
const ANSWER_AT_MOST: Duration = Duration::from_secs(2);

/// What this computer knows of one set of books.
#[derive(Debug)]
pub struct DeviceKeys {
    /// The key of the station's file.
    pub station: Key,
    /// The half of every passphrase slot that never leaves this computer.
    pub keyring: Key,
}

/// Where keys are kept, told to people: what it protects differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeper {
    /// The system's keyring: whoever has the disk alone has nothing.
    Keyring,
    /// A file beside the books: it keeps other users of this computer out, and nobody who has the
    /// disk.
    File,
}

/// Keeps the keys of books by the name of their vault.
pub trait KeyStore: Send + Sync {
    /// The keys of these books and where they are; `None` where this computer has none.
    ///
    /// # Errors
    /// Where the place cannot be read.
    fn load(&self, vault: VaultId) -> io::Result<Option<(DeviceKeys, Keeper)>>;

    /// Keeps keys, and tells where.
    ///
    /// # Errors
    /// Where they cannot be kept at all.
    fn keep(&self, vault: VaultId, keys: &DeviceKeys) -> io::Result<Keeper>;
}

/// The system's keyring, and `station.key` in the books folder where none answers.
#[derive(Debug, Clone)]
pub struct SystemKeys {
    folder: PathBuf,
    with_keyring: bool,
}

impl SystemKeys {
    /// The keys of the books in a folder. `GROAT_KEYRING=off` leaves the keyring alone, for
    /// scripts and tests.
    #[must_use]
    pub fn of(folder: &Path) -> SystemKeys {
        let with_keyring = std::env::var_os("GROAT_KEYRING").is_none_or(|value| value != "off");
        SystemKeys { folder: folder.to_owned(), with_keyring }
    }

    fn file(&self) -> PathBuf {
        self.folder.join("station.key")
    }
}

impl KeyStore for SystemKeys {
    fn load(&self, vault: VaultId) -> io::Result<Option<(DeviceKeys, Keeper)>> {
        if self.with_keyring
            && let Some(bytes) = in_keyring(vault, None)
        {
            return Ok(parsed(&bytes).map(|keys| (keys, Keeper::Keyring)));
        }
        match fs::read(self.file()).map(Zeroizing::new) {
            Ok(bytes) => Ok(parsed(&bytes).map(|keys| (keys, Keeper::File))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn keep(&self, vault: VaultId, keys: &DeviceKeys) -> io::Result<Keeper> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(64));
        bytes.extend_from_slice(keys.station.expose());
        bytes.extend_from_slice(keys.keyring.expose());
        // What was put there is asked for again: some keyrings accept everything and keep nothing.
        if self.with_keyring && in_keyring(vault, Some(bytes.clone())).as_ref() == Some(&bytes) {
            let _ = fs::remove_file(self.file());
            return Ok(Keeper::Keyring);
        }
        write_private(&self.file(), &bytes)?;
        Ok(Keeper::File)
    }
}

fn parsed(bytes: &[u8]) -> Option<DeviceKeys> {
    let (station, keyring) = bytes.split_at_checked(32)?;
    Some(DeviceKeys {
        station: Key::from_bytes(station.try_into().ok()?),
        keyring: Key::from_bytes(keyring.try_into().ok()?),
    })
}

/// Asks the keyring, after putting something there if there is something to put. `None` where
/// there is no keyring, nothing in it, or no answer in time.
fn in_keyring(vault: VaultId, put: Option<Zeroizing<Vec<u8>>>) -> Option<Zeroizing<Vec<u8>>> {
    let name: String = vault.0.iter().map(|byte| format!("{byte:02x}")).collect();
    let (answered, answer) = mpsc::channel();
    std::thread::spawn(move || {
        let asked = || {
            let entry = keyring::v1::Entry::new("Groat", &name)?;
            if let Some(secret) = put {
                entry.set_secret(&secret)?;
            }
            entry.get_secret().map(Zeroizing::new)
        };
        // Nobody listens any more when it took too long.
        let _ = answered.send(asked().ok());
    });
    answer.recv_timeout(ANSWER_AT_MOST).ok().flatten()
}

/// Writes a file that only its owner may read, whole or not at all.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = path.with_extension("unfinished");
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}
