//! Restoring a backup: on a computer that has nothing but the file and a passphrase or the sheet.

use std::fs;
use std::path::{Path, PathBuf};

use groat_books::{
    Access, Author, Books, Holder, NewDesk, Office, Progress, continue_under, create_private_folder,
};
use groat_ledger::DeskId;
use groat_ledger::journal::{Checkpoint, Fact};
use groat_vault::{Cost, Key, KeyBundle, Keys, OpenError, Passphrase, RecoveryKey, SlotRandom};

use super::{FILES, file};
use crate::keys::{self, DeviceKeys, KeyStore, SystemKeys};
use crate::open::draw;
use crate::organisation::draw_numbers;
use crate::passphrases::{blocking, not_put};
use crate::session::office_key;
use crate::sign_in::no_memory;
use crate::surroundings::zone_name;
use crate::{Code, Fault, Surroundings};

/// What was restored.
#[derive(Debug, Clone)]
pub struct Restored {
    /// Entries that were proved, of all desks.
    pub entries: u64,
    /// How far the former desk's journal goes.
    pub checkpoint: Checkpoint,
    /// The civil day of the backup, as it says itself.
    pub made_on: String,
}

/// Restores a backup in the place of a books folder that is not there, or of an empty desk's.
///
/// Everything is proved before anything is put in place. The books go on under a new desk, whose
/// first entries name the end of the former one; nobody is signed in.
///
/// # Errors
/// [`Code::BackupUnreadable`], [`Code::BackupTooNew`], [`Code::BackupSecretWrong`] for a secret
/// that is neither a passphrase of the office nor the recovery sheet, [`Code::BackupNotGood`],
/// [`Code::Stopped`], the codes of books.
pub async fn restore(
    backup: &Path,
    folder: &Path,
    secret: &str,
    surroundings: &Surroundings,
    progress: Progress<'_>,
) -> Result<Restored, Fault> {
    let place = beside(folder, "restoring");
    let _ = fs::remove_dir_all(&place);
    create_private_folder(&place).map_err(|error| Fault::not_written(&place, error))?;
    let restored = restore_into(backup, &place, secret, surroundings, progress).await;
    let moved = restored.and_then(|restored| {
        let ready = beside(folder, "restored");
        let _ = fs::remove_dir_all(&ready);
        fs::rename(&place, &ready).map_err(|error| Fault::not_written(&ready, error))?;
        Ok(restored)
    });
    if moved.is_err() {
        let _ = fs::remove_dir_all(&place);
    }
    moved
}

/// Puts restored books in their place, also where that was cut off before. What stood there is
/// kept beside them.
///
/// # Errors
/// [`Code::FileNotWritten`].
pub(crate) fn settle(folder: &Path) -> Result<(), Fault> {
    let ready = beside(folder, "restored");
    if !ready.is_dir() {
        return Ok(());
    }
    if folder.exists() {
        let former = (1..)
            .map(|number| beside(folder, &format!("before-restore-{number}")))
            .find(|place| !place.exists());
        if let Some(former) = former {
            fs::rename(folder, &former).map_err(|error| Fault::not_written(&former, error))?;
        }
    }
    fs::rename(&ready, folder).map_err(|error| Fault::not_written(folder, error))
}

async fn restore_into(
    backup: &Path,
    place: &Path,
    secret: &str,
    surroundings: &Surroundings,
    progress: Progress<'_>,
) -> Result<Restored, Fault> {
    let page = file::unpack(backup, FILES, place)?;
    let not_good = || Fault::new(Code::BackupNotGood);
    let slots = keys::read(place)?.ok_or_else(not_good)?;
    let (bundle, by) = open(&slots, secret).await?;
    let station = groat_books::FileKey::new(*bundle.station.expose());
    let books = Books::open(place, &station, Access::Prove).await;
    let verified = match books {
        // Books of an earlier form are brought to today's by opening them to write, below.
        Err(groat_books::BooksError::OutOfDate { .. }) => None,
        Err(refused) => return Err(refused.into()),
        Ok(books) => {
            let verified = books.verify(progress).await;
            books.close().await;
            Some(verified?)
        }
    };
    if let Some(verified) = &verified {
        if verified.stopped {
            return Err(Fault::new(Code::Stopped));
        }
        let reached = verified.checkpoint.seq >= page.entry;
        if !verified.troubles.is_empty() || !reached {
            return Err(not_good());
        }
    }
    Office::open(place, &office_key(&bundle)).await?.close().await;
    let checkpoint = go_on(place, &station, surroundings).await?;
    keep_keys(place, slots, bundle, by, surroundings).await?;
    let entries = verified.map_or(checkpoint.seq, |verified| verified.entries);
    Ok(Restored { entries, checkpoint, made_on: page.made_on })
}

/// Opens the slots of a backup, with the sheet or with a passphrase; tells whose it was.
async fn open(
    slots: &Keys,
    secret: &str,
) -> Result<(KeyBundle, Option<([u8; 16], Passphrase)>), Fault> {
    let wrong = || Fault::new(Code::BackupSecretWrong).at("secret");
    let opened = if let Ok(sheet) = RecoveryKey::parse(secret) {
        slots.open_recovery(&sheet).map(|bundle| (bundle, None))
    } else {
        let typed = Passphrase::typed(secret);
        let slots = Keys::decode(&slots.encode()).map_err(|_| wrong())?;
        let (opened, typed) = blocking(move || (slots.open_travel(&typed), typed)).await?;
        opened.map(|(person, bundle)| (bundle, Some((person, typed))))
    };
    opened.map_err(|error| match error {
        OpenError::OutOfMemory(error) => no_memory(error),
        _ => wrong(),
    })
}

/// Makes the books those of a new desk, and says so in its first entries.
async fn go_on(
    place: &Path,
    station: &groat_books::FileKey,
    surroundings: &Surroundings,
) -> Result<Checkpoint, Fault> {
    let (clock, chance) = (&surroundings.clock, surroundings.chance.as_ref());
    let holder = Holder {
        face: "restore".to_owned(),
        user: String::new(),
        process: std::process::id(),
        since: clock.now(),
    };
    let new_desk = NewDesk { id: DeskId(draw(chance)?), signer: draw(chance)? };
    let access = Access::Write { holder, new_desk: new_desk.clone() };
    // Opened once to bring books of an earlier program to today's form.
    let books = Books::open(place, station, access.clone()).await?;
    let end = books.checkpoint(None).await;
    books.close().await;
    let end = end?.ok_or_else(|| Fault::new(Code::BackupNotGood))?;
    let from = continue_under(place, station, &new_desk).await?;
    let books = Books::open(place, station, access).await?;
    let written = async {
        let zone = zone_name(&clock.zone());
        let mut act = books.write(Author { person: None, at: clock.now(), zone }).await?;
        act.append(Fact::DeskContinued { from, seq: end.seq, hash: end.hash }).await?;
        let (desk_number, first_serial) = draw_numbers(chance)?;
        act.append(Fact::NumbersDrawn { desk_number, first_serial }).await?;
        act.commit().await.map_err(Fault::from)
    };
    let written = written.await;
    books.close().await;
    written.map(|()| end)
}

/// Keeps the keys of the books on this computer. What only travels stays for those who have not
/// signed in here yet.
async fn keep_keys(
    place: &Path,
    mut slots: Keys,
    bundle: KeyBundle,
    by: Option<([u8; 16], Passphrase)>,
    surroundings: &Surroundings,
) -> Result<(), Fault> {
    let chance = surroundings.chance.as_ref();
    // Beside the books where no keyring answers: in the folder they are restored into.
    let store = SystemKeys::of(place);
    let known = store.load(slots.vault()).ok().flatten().map(|(device, _)| device);
    let device = match known {
        // The same books are or were on this computer: their passphrases must go on working.
        Some(device) if device.station == bundle.station => device,
        _ => DeviceKeys {
            station: Key::from_bytes(*bundle.station.expose()),
            keyring: Key::from_bytes(draw(chance)?),
        },
    };
    store.keep(slots.vault(), &device).map_err(|error| Fault::not_written(place, error))?;
    if let Some((person, passphrase)) = by {
        let random = SlotRandom { id: draw(chance)?, salt: draw(chance)?, nonce: draw(chance)? };
        slots = blocking(move || {
            let cost = Cost::STANDARD;
            slots.put_passphrase(person, &passphrase, &device.keyring, &bundle, cost, &random)?;
            slots.remove_travel(person);
            Ok(slots)
        })
        .await?
        .map_err(not_put)?;
    }
    keys::write(place, &slots)
}

/// A place beside the books folder: on the same disk, so that moving it is one step.
fn beside(folder: &Path, what: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(what);
    folder.with_file_name(name)
}
