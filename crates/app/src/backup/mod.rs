//! Backups in one step: made, restored into a scratch place, proved, and only then called good.

mod file;
mod restore;

use std::fs;
use std::path::{Path, PathBuf};

use groat_books::{Access, Books, OFFICE_FILE, Office, Progress, STATION_FILE, copy_file};
use groat_ledger::journal::Checkpoint;
use groat_vault::Slot;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::session::{OpenOffice, office_key};
use crate::surroundings::day_in;
use crate::{App, Code, Fault, keys};

pub(crate) use restore::settle;
pub use restore::{Restored, restore};

/// The files of a backup, in the order in which they are packed.
const FILES: &[&str] = &["keys", STATION_FILE, OFFICE_FILE];

/// How long work may go on without a backup before somebody is reminded.
const REMIND_AFTER: SignedDuration = SignedDuration::from_hours(24);

/// When the last good backup was made, as "instant entry".
const LAST: &str = "backup-last";

/// A backup that was made and proved.
#[derive(Debug, Clone)]
pub struct Backup {
    /// Entries in it, of all desks.
    pub entries: u64,
    /// How far it goes.
    pub checkpoint: Checkpoint,
}

/// Where the desk stands with its backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupStanding {
    /// The day of the last good one.
    pub made_on: Option<Date>,
    /// Whether there is work that only this computer has, for longer than a day.
    pub is_due: bool,
}

impl App {
    /// Saves everything to one file: books, office, and what opens both with a passphrase of the
    /// office or the recovery sheet. The file is restored into a scratch place and proved before
    /// it gets its name.
    ///
    /// # Errors
    /// [`Code::OfficeMissing`] and [`Code::RightMissing`] without an open office: there would be
    /// no passphrase to open it with; [`Code::FileNotWritten`], [`Code::BackupNotGood`], the codes
    /// of books.
    pub async fn back_up(&self, to: &Path, progress: Progress<'_>) -> Result<Backup, Fault> {
        let (_, open) = self.at_office()?;
        let scratch = tempfile::Builder::new()
            .prefix("backup-")
            .tempdir_in(self.folder())
            .map_err(|error| Fault::not_written(self.folder(), error))?;
        let checkpoint = self.checkpoint(None).await?;
        let checkpoint = checkpoint.ok_or_else(|| Fault::new(Code::NotSetUp))?;
        self.copy_all(scratch.path(), &open).await?;
        let unfinished = unfinished(to);
        let today = day_in(self.clock.now(), &self.author().zone);
        let told = (today.to_string(), checkpoint.seq, checkpoint.digits());
        file::pack(scratch.path(), FILES, &unfinished, told)
            .map_err(|error| Fault::not_written(to, error))?;
        let proved = self.prove(&unfinished, &open, checkpoint, progress).await;
        let entries = match proved {
            Ok(entries) => entries,
            Err(refused) => {
                let _ = fs::remove_file(&unfinished);
                return Err(refused);
            }
        };
        fs::rename(&unfinished, to).map_err(|error| Fault::not_written(to, error))?;
        let stamp = format!("{} {}", self.clock.now().as_millisecond(), checkpoint.seq);
        self.prefer(LAST, &stamp).await?;
        Ok(Backup { entries, checkpoint })
    }

    /// A name for the file of a backup of today.
    #[must_use]
    pub fn backup_name(&self) -> String {
        let author = self.author();
        format!("groat-{}.groat", day_in(author.at, &author.zone))
    }

    /// Where the desk stands with its backups.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn backup_standing(&self) -> Result<BackupStanding, Fault> {
        let last = self.preference(LAST).await?;
        let last =
            last.as_deref().and_then(|stamp| stamp.split_once(' ')).and_then(|(at, entry)| {
                let at = Timestamp::from_millisecond(at.parse().ok()?).ok()?;
                Some((at, entry.parse::<u64>().ok()?))
            });
        let newest = self.checkpoint(None).await?.map_or(0, |checkpoint| checkpoint.seq);
        let made_on = last.map(|(at, _)| day_in(at, &self.author().zone));
        let is_due = match last {
            // Before there is an office there is no backup, and nothing to remind of.
            None => Office::exists(self.folder())?,
            Some((at, entry)) => {
                newest > entry && self.clock.now().duration_since(at) > REMIND_AFTER
            }
        };
        Ok(BackupStanding { made_on, is_due })
    }

    /// Puts whole copies of all files into a folder, with the slots that open them elsewhere.
    async fn copy_all(&self, folder: &Path, open: &OpenOffice) -> Result<(), Fault> {
        let damaged =
            |error| Fault::new(Code::BooksDamaged).with("detail", "travel slot").because(error);
        let slots: Result<Vec<Slot>, _> =
            open.office.travel_slots().await?.iter().map(|slot| Slot::decode(slot)).collect();
        let travelling = self.slots()?.for_backup(&slots.map_err(damaged)?);
        let travelling = travelling.map_err(crate::passphrases::not_put)?;
        keys::write(folder, &travelling)?;
        let (station, office) = (self.keys.station(), office_key(&open.bundle));
        for (name, key) in [(STATION_FILE, &station), (OFFICE_FILE, &office)] {
            copy_file(&self.folder().join(name), key, &folder.join(name)).await?;
        }
        Ok(())
    }

    /// Restores a backup into a scratch place and proves all of it; tells how many entries it has.
    async fn prove(
        &self,
        backup: &Path,
        open: &OpenOffice,
        checkpoint: Checkpoint,
        progress: Progress<'_>,
    ) -> Result<u64, Fault> {
        let scratch = tempfile::Builder::new()
            .prefix("proof-")
            .tempdir_in(self.folder())
            .map_err(|error| Fault::not_written(self.folder(), error))?;
        let page = file::unpack(backup, FILES, scratch.path())?;
        let not_good = || Fault::new(Code::BackupNotGood);
        let kept = keys::read(scratch.path())?.ok_or_else(not_good)?;
        if kept.kinds().next().is_none() {
            return Err(not_good());
        }
        let books = Books::open(scratch.path(), &self.keys.station(), Access::Prove).await?;
        let verified = books.verify(progress).await;
        // An entry that was written meanwhile may be in the copy: the past before it is the same.
        let same = books.checkpoint(Some(checkpoint.seq)).await;
        books.close().await;
        let verified = verified?;
        let same = same?.is_some_and(|found| found.digits() == page.digits);
        if verified.stopped {
            return Err(Fault::new(Code::Stopped));
        }
        if !verified.troubles.is_empty() || !same {
            return Err(not_good());
        }
        let office = Office::open(scratch.path(), &office_key(&open.bundle)).await?;
        let travelled = office.travel_slots().await;
        office.close().await;
        travelled?;
        Ok(verified.entries)
    }
}

/// Where a backup is written until it is proved.
fn unfinished(to: &Path) -> PathBuf {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".unfinished");
    to.with_file_name(name)
}
