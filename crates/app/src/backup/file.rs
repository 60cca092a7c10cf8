//! The one file of a backup: an ordinary tar archive of encrypted files and a page of plain text that
//! says what they are. Nothing in it can be read without the passphrase or the recovery sheet.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use groat_ledger::journal::{CheckpointDigits, EntryHash};
use sha2::{Digest, Sha256};

use crate::{Code, Fault};

/// The form this program writes.
const FORMAT: u32 = 1;

/// The page that says what is in a backup.
const PAGE: &str = "groat-backup.txt";

/// The most bytes a page has; more is no page of ours.
const PAGE_MAX: u64 = 64 * 1024;

/// What the page of a backup says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    /// The civil day it was made, for people.
    pub(crate) made_on: String,
    /// The newest entry of the desk that made it.
    pub(crate) entry: u64,
    /// Its digits.
    pub(crate) digits: CheckpointDigits,
    /// SHA-256 of every file, in hexadecimal digits.
    files: BTreeMap<String, String>,
}

/// Packs the files of a folder into one, puts it on the disk for good, and says what is in it.
pub(crate) fn pack(
    folder: &Path,
    names: &[&str],
    to: &Path,
    (made_on, entry, digits): (String, u64, CheckpointDigits),
) -> io::Result<()> {
    let mut files = BTreeMap::new();
    for name in names {
        files.insert((*name).to_owned(), digest(&folder.join(name))?);
    }
    let page = Page { made_on, entry, digits, files }.text();
    let mut archive = tar::Builder::new(File::create(to)?);
    let mut header = tar::Header::new_gnu();
    header.set_size(u64::try_from(page.len()).unwrap_or(u64::MAX));
    header.set_mode(0o600);
    archive.append_data(&mut header, PAGE, page.as_bytes())?;
    for name in names {
        let mut header = tar::Header::new_gnu();
        let mut file = File::open(folder.join(name))?;
        header.set_size(file.metadata()?.len());
        header.set_mode(0o600);
        archive.append_data(&mut header, name, &mut file)?;
    }
    archive.into_inner()?.sync_all()
}

/// Unpacks a backup into an empty folder, and checks every file against the page.
///
/// # Errors
/// [`Code::BackupUnreadable`] for anything that is not a whole backup, [`Code::BackupTooNew`],
/// [`Code::DiskFull`].
pub(crate) fn unpack(from: &Path, known: &[&str], folder: &Path) -> Result<Page, Fault> {
    let mut archive = tar::Archive::new(File::open(from).map_err(unreadable)?);
    let mut entries = archive.entries().map_err(unreadable)?;
    let mut page = String::new();
    let first = entries.next().ok_or_else(no_backup)?.map_err(unreadable)?;
    if first.path_bytes().as_ref() != PAGE.as_bytes() {
        return Err(no_backup());
    }
    first.take(PAGE_MAX).read_to_string(&mut page).map_err(unreadable)?;
    let page = Page::read(&page)?;
    let mut missing = page.files.clone();
    for entry in entries {
        let mut entry = entry.map_err(unreadable)?;
        let bytes = entry.path_bytes().into_owned();
        // Only names we know: what a file is called must never decide where it is written.
        let name = known.iter().find(|name| name.as_bytes() == bytes.as_slice());
        let name = name.ok_or_else(no_backup)?;
        let path = folder.join(name);
        let mut file = File::create_new(&path).map_err(not_written)?;
        io::copy(&mut entry, &mut file).map_err(not_written)?;
        file.flush().and_then(|()| file.sync_all()).map_err(not_written)?;
        if missing.remove(*name) != Some(digest(&path).map_err(unreadable)?) {
            return Err(no_backup());
        }
    }
    if missing.is_empty() { Ok(page) } else { Err(no_backup()) }
}

impl Page {
    fn text(&self) -> String {
        let mut text = format!(
            "Groat backup\nformat {FORMAT}\nmade {}\nentry {}\ndigits {}\n",
            self.made_on, self.entry, self.digits
        );
        for (name, digest) in &self.files {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "file {name} {digest}");
        }
        text
    }

    fn read(text: &str) -> Result<Page, Fault> {
        let mut lines = text.lines();
        if lines.next() != Some("Groat backup") {
            return Err(no_backup());
        }
        let mut part = |name: &str| {
            let line = lines.next().and_then(|line| line.strip_prefix(name));
            line.map(|rest| rest.trim().to_owned()).ok_or_else(no_backup)
        };
        let format: u32 = part("format ")?.parse().map_err(|_| no_backup())?;
        if format > FORMAT {
            return Err(Fault::new(Code::BackupTooNew)
                .with("found", format.to_string())
                .with("supported", FORMAT.to_string()));
        }
        let made_on = part("made ")?;
        let entry = part("entry ")?.parse().map_err(|_| no_backup())?;
        let digits = CheckpointDigits::parse(&part("digits ")?).ok_or_else(no_backup)?;
        let mut files = BTreeMap::new();
        for line in lines {
            let (name, digest) = line
                .strip_prefix("file ")
                .and_then(|line| line.split_once(' '))
                .ok_or_else(no_backup)?;
            files.insert(name.to_owned(), digest.to_owned());
        }
        Ok(Page { made_on, entry, digits, files })
    }
}

fn digest(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut part = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut part)?;
        if read == 0 {
            return Ok(EntryHash(hasher.finalize().into()).to_string());
        }
        hasher.update(part.get(..read).unwrap_or_default());
    }
}

fn no_backup() -> Fault {
    Fault::new(Code::BackupUnreadable)
}

fn unreadable(error: io::Error) -> Fault {
    no_backup().because(error)
}

fn not_written(error: io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::StorageFull => Fault::new(Code::DiskFull).because(error),
        _ => no_backup().because(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits() -> CheckpointDigits {
        CheckpointDigits([1, 22, 333, 4444, 55555, 0])
    }

    fn packed(folder: &Path) -> std::path::PathBuf {
        std::fs::write(folder.join("station.db"), b"some bytes").unwrap();
        std::fs::write(folder.join("keys"), b"").unwrap();
        let to = folder.join("all.groat");
        let told = ("2026-11-24".to_owned(), 7, digits());
        pack(folder, &["station.db", "keys"], &to, told).unwrap();
        to
    }

    fn code(fault: &Fault) -> Code {
        fault.code
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = packed(from.path());
        let page = unpack(&file, &["station.db", "keys"], to.path()).unwrap();
        assert_eq!((page.made_on.as_str(), page.entry, page.digits), ("2026-11-24", 7, digits()));
        assert_eq!(std::fs::read(to.path().join("station.db")).unwrap(), b"some bytes");
    }

    #[test]
    fn every_changed_byte_of_its_files_and_every_cut_is_found() {
        let from = tempfile::tempdir().unwrap();
        let whole = std::fs::read(packed(from.path())).unwrap();
        let at = whole.windows(10).position(|bytes| bytes == b"some bytes").unwrap();
        let changed = from.path().join("changed");
        for place in at..at + 10 {
            let mut bytes = whole.clone();
            bytes[place] ^= 1;
            std::fs::write(&changed, bytes).unwrap();
            let to = tempfile::tempdir().unwrap();
            let refused = unpack(&changed, &["station.db", "keys"], to.path()).unwrap_err();
            assert_eq!(code(&refused), Code::BackupUnreadable, "byte {place}");
        }
        for length in [0, 10, 511, 512, 700, at + 3, at + 512] {
            std::fs::write(&changed, &whole[..length]).unwrap();
            let to = tempfile::tempdir().unwrap();
            let refused = unpack(&changed, &["station.db", "keys"], to.path()).unwrap_err();
            assert_eq!(code(&refused), Code::BackupUnreadable, "{length} bytes");
        }
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        let from = tempfile::tempdir().unwrap();
        let file = packed(from.path());
        let to = tempfile::tempdir().unwrap();
        let refused = unpack(&file, &["keys"], to.path()).unwrap_err();
        assert_eq!(code(&refused), Code::BackupUnreadable);
        let mut archive = tar::Builder::new(File::create(&file).unwrap());
        let page = Page { made_on: "x".into(), entry: 1, digits: digits(), files: BTreeMap::new() };
        let text = page.text();
        for name in [PAGE, "../elsewhere"] {
            let mut header = tar::Header::new_gnu();
            header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
            header.set_size(u64::try_from(text.len()).unwrap());
            header.set_cksum();
            archive.append(&header, text.as_bytes()).unwrap();
        }
        archive.finish().unwrap();
        let refused = unpack(&file, &["station.db", "keys"], to.path()).unwrap_err();
        assert_eq!(code(&refused), Code::BackupUnreadable);
        assert!(!to.path().parent().unwrap().join("elsewhere").exists());
    }

    #[test]
    fn a_later_form_is_told_as_one() {
        let text = Page { made_on: "x".into(), entry: 1, digits: digits(), files: BTreeMap::new() }
            .text()
            .replace("format 1", "format 2");
        assert_eq!(code(&Page::read(&text).unwrap_err()), Code::BackupTooNew);
    }
}
