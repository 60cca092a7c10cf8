//! Backups: made, proved, and restored on a computer that has nothing but the file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use groat_app::{
    App, Code, Face, Fault, Restored, Surroundings, SystemChance, SystemKeys, restore,
};

use crate::given::{at, euro, folder, refusal};
use crate::signing_in::{ADMIN, Office, TREASURER};

/// What another computer has: the time, and a place for keys of its own.
fn elsewhere(folder: &Path, office: &Office) -> Surroundings {
    Surroundings {
        clock: office.clock.clone(),
        chance: Arc::new(SystemChance),
        keys: Arc::new(SystemKeys::of(folder)),
    }
}

async fn restored(
    file: &Path,
    folder: &Path,
    secret: &str,
    like: &Office,
) -> Result<Restored, Fault> {
    restore(file, folder, secret, &elsewhere(folder, like), &mut |_, _| true).await
}

async fn opened(folder: &Path, like: &Office) -> App {
    App::open_with(folder.to_owned(), Face::Window, elsewhere(folder, like)).await.unwrap()
}

async fn saved(office: &Office) -> PathBuf {
    let file = office.folder.path().join("stick").join("backup.groat");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    office.app.back_up(&file, &mut |_, _| true).await.unwrap();
    file
}

#[tokio::test]
async fn file_and_passphrase_are_enough_elsewhere() {
    let (office, ben, _, _) = Office::staffed().await;
    let drive = office.app.drives().await.unwrap()[0].drive.id;
    let asked = office.app.ask(drive, None, Some(euro(500))).await.unwrap();
    let file = saved(&office).await;
    let before = office.app.verify(&mut |_, _| true).await.unwrap();

    let place = folder();
    let books = place.path().join("books");
    let told = restored(&file, &books, ADMIN, &office).await.unwrap();
    assert_eq!(told.entries, before.entries);
    assert_eq!(told.checkpoint, before.checkpoint, "the past is what it was");
    let app = opened(&books, &office).await;
    let verified = app.verify(&mut |_, _| true).await.unwrap();
    assert_eq!(verified.troubles, []);
    assert_eq!(verified.entries, before.entries + 3, "key, continuation, numbers");
    assert_ne!(verified.checkpoint.desk, before.checkpoint.desk, "a desk of its own");

    // Work goes on in the former desk's drive, under numbers of the new one.
    office.clock.pass(60);
    app.sign_in(office.ada, ADMIN, Some(&office.code())).await.unwrap();
    let again = app.ask(drive, None, Some(euro(700))).await.unwrap();
    assert_ne!(again.number.digits()[..4], asked.number.digits()[..4]);
    assert_eq!(app.drive(drive).await.unwrap().standing.asked.count, 2);
    app.see(asked.gift.id).await.unwrap();
    assert_eq!(app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    // Who did not restore it opens it with the slot that travelled, once, and then with one of here.
    for round in 0..2 {
        assert_eq!(app.people().await.unwrap().len(), 3);
        let wrong = app.sign_in(ben, "not the words of Ben", Some("123456")).await;
        assert_eq!(refusal(wrong).0, Code::PassphraseWrong, "round {round}");
        let no_code = app.sign_in(ben, TREASURER, Some("000000")).await;
        assert_ne!(refusal(no_code).0, Code::PassphraseWrong, "round {round}");
    }
    let kept = std::fs::read(books.join("keys")).unwrap();
    assert_eq!(groat_vault::Keys::decode(&kept).unwrap().kinds().count(), 3, "two and the sheet");
    app.close().await;
    office.app.close().await;
}

#[tokio::test]
async fn file_and_sheet_are_enough_and_give_a_new_passphrase() {
    let office = Office::new().await;
    let file = saved(&office).await;
    let place = folder();
    let books = place.path().join("books");
    let sheet = office.recovery.join(" ").to_lowercase();
    restored(&file, &books, &sheet, &office).await.unwrap();
    let app = opened(&books, &office).await;
    let new = "eleven quiet herons wade";
    let mut other = office.recovery.clone();
    other.swap(0, 1);
    let refused = app.recover(office.ada, &other.join(" "), new).await;
    assert_ne!(refusal(refused).0, Code::Internal);
    app.recover(office.ada, &sheet, new).await.unwrap();
    office.clock.pass(60);
    let refused = app.sign_in(office.ada, ADMIN, Some(&office.code())).await;
    assert_eq!(refusal(refused).0, Code::PassphraseWrong, "the former one is gone");
    app.sign_in(office.ada, new, Some(&office.code())).await.unwrap();
    assert_eq!(app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    app.close().await;
    office.app.close().await;
}

#[tokio::test]
async fn another_secret_opens_nothing_and_leaves_nothing() {
    let office = Office::new().await;
    let file = saved(&office).await;
    let place = folder();
    let books = place.path().join("books");
    for secret in ["", "seven wet lanterns hums", &office.codes[0], "123456"] {
        let refused = restored(&file, &books, secret, &office).await;
        assert_eq!(refusal(refused), (Code::BackupSecretWrong, at("secret")), "{secret}");
    }
    let nothing: Vec<_> = std::fs::read_dir(place.path()).unwrap().collect();
    assert!(nothing.is_empty(), "{nothing:?}");
    office.app.close().await;
}

#[tokio::test]
async fn a_damaged_backup_restores_nothing() {
    let office = Office::new().await;
    let file = saved(&office).await;
    let whole = std::fs::read(&file).unwrap();
    let place = folder();
    let books = place.path().join("books");
    for part in 1..20 {
        let mut bytes = whole.clone();
        let at = whole.len() * part / 20;
        bytes[at] ^= 1;
        std::fs::write(&file, &bytes).unwrap();
        match restored(&file, &books, ADMIN, &office).await {
            // Between the files of an archive stand zeros that mean nothing.
            Ok(told) => {
                assert_eq!(told.checkpoint, office.app.checkpoint(None).await.unwrap().unwrap())
            }
            Err(refused) => assert_eq!(refused.code, Code::BackupUnreadable, "byte {at}"),
        }
    }
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let refused = restored(&file, &books, ADMIN, &office).await;
    assert_eq!(refusal(refused).0, Code::BackupUnreadable);
    office.app.close().await;
}

#[tokio::test]
async fn a_backup_that_was_stopped_or_cannot_be_written_leaves_no_file() {
    let office = Office::new().await;
    let stick = folder();
    let file = stick.path().join("backup.groat");
    let stopped = office.app.back_up(&file, &mut |_, _| false).await;
    assert_eq!(refusal(stopped).0, Code::Stopped);
    let gone = stick.path().join("pulled out").join("backup.groat");
    let refused = office.app.back_up(&gone, &mut |_, _| true).await;
    assert_eq!(refusal(refused).0, Code::FileNotWritten);
    assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 0);
    assert_eq!(office.app.backup_standing().await.unwrap().made_on, None);
    let left = std::fs::read_dir(office.folder.path()).unwrap();
    let left = left.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(
        left.filter(|name| name.starts_with("backup-") || name.starts_with("proof-")).count(),
        0
    );
    office.app.close().await;
}

#[tokio::test]
async fn only_an_open_office_backs_up() {
    let (office, _, _, cleo) = Office::staffed().await;
    let file = office.folder.path().join("backup.groat");
    office.app.sign_in(cleo, crate::signing_in::PIN, None).await.unwrap();
    let refused = office.app.back_up(&file, &mut |_, _| true).await;
    assert_eq!(refusal(refused).0, Code::RightMissing);
    office.app.lock().await;
    let refused = office.app.back_up(&file, &mut |_, _| true).await;
    assert_eq!(refusal(refused).0, Code::DeskLocked);
    assert!(!file.exists());
    office.app.close().await;
}

#[tokio::test]
async fn the_reminder_comes_with_work_that_is_a_day_old_and_not_before() {
    let office = Office::new().await;
    assert!(office.app.backup_standing().await.unwrap().is_due, "never saved");
    saved(&office).await;
    let standing = office.app.backup_standing().await.unwrap();
    assert_eq!(standing.made_on, Some(jiff::civil::date(2026, 11, 23)));
    assert!(!standing.is_due);
    office.clock.pass(25 * 3600);
    assert!(!office.app.backup_standing().await.unwrap().is_due, "nothing happened since");
    office.ada_signs_in().await;
    assert!(office.app.backup_standing().await.unwrap().is_due);
    office.app.close().await;
}

#[cfg(unix)]
#[tokio::test]
async fn the_folders_of_books_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let office = Office::new().await;
    let file = saved(&office).await;
    let place = folder();
    let new = place.path().join("new");
    opened(&new, &office).await.close().await;
    assert_eq!((mode(&new), mode(&new.join("station.key"))), (0o700, 0o600));
    let books = place.path().join("books");
    restored(&file, &books, ADMIN, &office).await.unwrap();
    opened(&books, &office).await.close().await;
    assert_eq!((mode(&books), mode(&books.join("keys"))), (0o700, 0o600));
    office.app.close().await;
}

#[tokio::test]
async fn what_stood_in_the_place_of_restored_books_is_kept() {
    let office = Office::new().await;
    let file = saved(&office).await;
    let place = folder();
    let books = place.path().join("books");
    let empty = opened(&books, &office).await;
    empty.close().await;
    restored(&file, &books, ADMIN, &office).await.unwrap();
    let app = opened(&books, &office).await;
    assert_eq!(app.people().await.unwrap().len(), 1);
    assert!(place.path().join("books.before-restore-1").join("station.db").is_file());
    app.close().await;
    office.app.close().await;
}
