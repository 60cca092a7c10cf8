//! Disks that are full, fail in the middle of a write, or are gone.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use groat_books::{Books, BooksError};
use groat_ledger::DriveId;

use crate::disk::Disk;
use crate::given::{ask, begin, cash, folder, open, open_drive, open_to_read, verify};
use crate::rounds::{Dice, is_soak, left_out, rounds};

/// Tells the other process where to try; its own files are what is limited there.
const LIMITED: &str = "GROAT_TEST_LIMITED_BOOKS";

/// Refuses this process every write past a place in a file; half of a write may still happen.
fn limit(bytes: Option<u64>) {
    let most = libc::RLIM_INFINITY;
    let limit = libc::rlimit { rlim_cur: bytes.unwrap_or(most), rlim_max: most };
    #[expect(unsafe_code, reason = "the standard library sets no limits")]
    // SAFETY: the call reads two numbers from a live place.
    let status = unsafe { libc::setrlimit(libc::RLIMIT_FSIZE, &limit) };
    assert_eq!(status, 0, "{}", std::io::Error::last_os_error());
}

fn length(folder: &Path, name: &str) -> u64 {
    std::fs::metadata(folder.join(name)).unwrap().len()
}

/// Not a test by itself: a limit is one of the whole process.
#[tokio::test]
async fn write_under_a_limit() {
    let Some(folder) = std::env::var_os(LIMITED) else { return };
    let folder = Path::new(&folder);
    let mut dice = Dice::new();
    let books = open(folder).await.unwrap();
    let drive = begin(&books).await;
    let (step, acts) = (if is_soak() { 24 } else { 997 }, rounds(4, 12));
    let mut refused = 0;
    for act in 0..acts {
        let before = verify(&books).await;
        let mut end = length(folder, "station.db-wal");
        loop {
            // Every write is met: frames are longer than the longest step.
            end += 1 + dice.draw() % step;
            limit(Some(end));
            let done = one_act(&books, drive, act).await;
            limit(None);
            if done.is_ok() {
                break;
            }
            refused += 1;
            if refused % 16 == 0 {
                assert_eq!(verify(&books).await, before, "an act that failed left something");
            }
        }
        let after = verify(&books).await;
        assert_eq!((after.entries, after.troubles.as_slice()), (before.entries + 1, [].as_slice()));
    }
    books.close().await;
    let at_closing = limit_the_closing(folder, drive).await;
    dice.told(&format!(
        "{refused} writes and {at_closing} closings failed, {acts} acts went on; 0 changed anything"
    ));
}

async fn one_act(books: &Books, drive: DriveId, act: u64) -> Result<(), BooksError> {
    let minor = i64::try_from(act + 1).unwrap();
    match act % 2 {
        0 => cash(books, drive, minor).await.map(drop),
        _ => ask(books, drive, Some(minor)).await.map(drop),
    }
}

/// Closing carries the log over into the file; that may fail at every page of it.
async fn limit_the_closing(folder: &Path, drive: DriveId) -> u64 {
    let (pages, step) = (length(folder, "station.db") / 4096, if is_soak() { 1 } else { 8 });
    let mut failed = 0;
    for page in (0..pages).step_by(step) {
        let books = open(folder).await.unwrap();
        let before = verify(&books).await.entries;
        cash(&books, drive, 5).await.unwrap();
        limit(Some(page * 4096 + 100));
        books.close().await;
        limit(None);
        failed += u64::from(folder.join("station.db-wal").exists());
        let books = open(folder).await.unwrap();
        let after = verify(&books).await;
        assert_eq!((after.entries, after.troubles.as_slice()), (before + 1, [].as_slice()));
        books.close().await;
    }
    failed
}

#[test]
fn a_write_that_fails_anywhere_changes_nothing_and_recording_goes_on() {
    let folder = folder();
    let mut shell = Command::new("sh");
    // Who writes past the limit gets a signal first; ignored, the write fails as on a bad disk.
    shell.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]).arg(std::env::current_exe().unwrap());
    shell.args(["full::write_under_a_limit", "--exact", "--nocapture", "--test-threads=1"]);
    let output = shell.env(LIMITED, folder.path()).stderr(Stdio::inherit()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    let told = said.lines().find(|line| line.contains(" closings failed")).unwrap();
    println!("{told}");
    assert!(!told.starts_with("0 writes") && !told.contains(" 0 closings"));
}

/// Takes all room of a disk but so many bytes.
fn fill(disk: &Disk, leave: u64) {
    let path = disk.path().join("filling");
    let mut filling = OpenOptions::new().append(true).create(true).open(&path).unwrap();
    for size in [1 << 16, 1 << 10] {
        while filling.write_all(&vec![1; size]).is_ok() && filling.sync_data().is_ok() {}
    }
    let length = filling.metadata().unwrap().len();
    filling.set_len(length.saturating_sub(leave)).unwrap();
    filling.sync_all().unwrap();
    File::open(disk.path()).unwrap().sync_all().unwrap();
}

/// So many times full on one disk, before its books have really taken all of it.
const TIMES_A_DISK: u64 = 20;

#[tokio::test]
async fn a_disk_that_is_full_says_so_and_recording_goes_on_once_there_is_room() {
    let mut dice = Dice::new();
    let wanted = rounds(12, 200);
    let (mut refused, mut entries) = (0, 0);
    while refused < wanted {
        let Some(mut disk) = Disk::new(8) else {
            return left_out(wanted, "full disks need root and loop devices");
        };
        let books = open(&disk.path()).await.unwrap();
        let drive = begin(&books).await;
        for _ in 0..TIMES_A_DISK.min(wanted - refused) {
            record_until_full(&disk, &books, drive, &mut dice).await;
            refused += 1;
        }
        entries += verify(&books).await.entries;
        books.close().await;
        disk.unmount();
    }
    dice.told(&format!("{refused} times full, {entries} entries, 0 lost"));
}

/// Fills a disk, records until it refuses, proves that all is there, frees it and records on.
async fn record_until_full(disk: &Disk, books: &Books, drive: DriveId, dice: &mut Dice) {
    fill(disk, (1 + dice.draw() % 128) << 10);
    let mut entries = verify(books).await.entries;
    let refused = loop {
        match one_act(books, drive, entries).await {
            Ok(()) => entries += 1,
            Err(refused) => break refused,
        }
    };
    assert!(matches!(refused, BooksError::DiskFull), "seed {}: {refused}", dice.seed);
    let verified = verify(books).await;
    assert_eq!((verified.entries, verified.troubles.as_slice()), (entries, [].as_slice()));
    let reader = open_to_read(&disk.path()).await.unwrap();
    assert_eq!(verify(&reader).await, verified, "a full disk can be read");
    reader.close().await;
    std::fs::remove_file(disk.path().join("filling")).unwrap();
    // What was freed is there for others once the disk has written down that it is.
    File::open(disk.path()).unwrap().sync_all().unwrap();
    open_drive(books, &entries.to_string()).await;
}

#[tokio::test]
async fn a_disk_that_is_gone_takes_no_act_for_done() {
    let Some(mut disk) = Disk::new(8) else {
        return left_out(1, "a disk that goes away needs root and loop devices");
    };
    let books = open(&disk.path()).await.unwrap();
    let drive = begin(&books).await;
    let kept = cash(&books, drive, 5).await.unwrap();
    disk.cut();
    for act in 0..4 {
        assert!(one_act(&books, drive, act).await.is_err(), "recorded on a disk that is gone");
    }
    assert!(open(&disk.path()).await.is_err());
    books.close().await;
    disk.unmount();

    // A disk that was cut off mends its own log first, which it must be allowed to write.
    assert!(disk.mount());
    disk.unmount();
    assert!(disk.mount_to_read());
    assert!(open(&disk.path()).await.is_err(), "opened to write where nothing can be written");
    disk.unmount();
    assert!(disk.mount());
    let books = open(&disk.path()).await.unwrap();
    assert_eq!(books.gift(kept.id).await.unwrap(), Some(kept));
    assert_eq!(verify(&books).await.troubles, []);
    cash(&books, drive, 7).await.unwrap();
    books.close().await;
    disk.unmount();
}

#[tokio::test]
async fn books_on_a_disk_for_reading_open_to_read_or_say_why_not() {
    let Some(mut disk) = Disk::new(8) else {
        return left_out(1, "a disk for reading only needs root and loop devices");
    };
    let books = open(&disk.path()).await.unwrap();
    begin(&books).await;
    books.close().await;
    disk.unmount();
    assert!(disk.mount_to_read());
    match open_to_read(&disk.path()).await {
        Ok(books) => {
            println!("opened to read");
            assert_eq!(verify(&books).await.entries, 5);
            books.close().await;
        }
        Err(error) => println!("refused: {error}"),
    }
    disk.unmount();
}
