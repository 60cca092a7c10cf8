//! Books of earlier programs (`tests/books`): they open, are proved, and fold to known totals.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use groat_books::{Books, BooksError, GiftFilter};
use groat_ledger::journal::ReferenceForm;
use groat_payment_codes::{GiftNumber, Standard};
use tempfile::TempDir;

use crate::given::{folder, open, open_to_read, tamper, verify};
use crate::rounds::{Dice, rounds};

const FIRST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/books/format-1/station.db");

fn first_form() -> TempDir {
    let folder = folder();
    std::fs::copy(FIRST, folder.path().join("station.db")).unwrap();
    folder
}

/// Names, and the count and sum of asked, promised, in hand and undone, newest drive first.
async fn totals(books: &Books) -> Vec<(String, [(u64, i64); 4])> {
    let mut totals = Vec::new();
    for (drive, texts) in books.drives().await.unwrap() {
        let standing = books.standing(&drive).await.unwrap();
        let sums = [&standing.asked, &standing.promised, &standing.in_hand, &standing.corrected];
        totals.push((texts.name, sums.map(|sum| (sum.count, sum.sum.minor()))));
    }
    totals
}

#[tokio::test]
async fn books_of_the_first_form_open_are_proved_and_fold_to_their_totals() {
    let folder = first_form();
    let books = open(folder.path()).await.unwrap();
    let expected = [
        ("Winterhilfe".to_owned(), [(1, 777), (0, 0), (0, 0), (0, 0)]),
        ("Sommerfest".to_owned(), [(0, 0), (2, 500), (1, 250), (2, 3000)]),
    ];
    assert_eq!(totals(&books).await, expected);
    let verified = verify(&books).await;
    assert_eq!((verified.troubles.as_slice(), verified.entries), ([].as_slice(), 16));
    let head = "5bffd38692d1cc2fe6e56af5c7158c60fcd03cd3e11cde8d00793d262ac0a3a1";
    assert_eq!(verified.checkpoint.hash.to_string(), head, "the journal is what it was");
    assert_eq!(books.refold(&mut |_, _| true).await.unwrap(), 16);
    assert_eq!(totals(&books).await, expected);
    assert_eq!(verify(&books).await, verified);
    books.close().await;
    let read = open_to_read(folder.path()).await.unwrap();
    assert_eq!(totals(&read).await, expected);
    read.close().await;
}

#[tokio::test]
async fn the_account_of_the_first_form_is_read_with_the_names_of_today() {
    let folder = first_form();
    let books = open(folder.path()).await.unwrap();
    let organisation = books.organisation().await.unwrap().unwrap();
    assert_eq!(organisation.name, "Freundeskreis Dorfbrunnen");
    assert_eq!(organisation.country, None);
    let accounts = books.accounts().await.unwrap();
    let [known] = accounts.as_slice() else { panic!("{accounts:?}") };
    assert_eq!(known.account.standard, Standard::Epc);
    assert_eq!(known.account.declared, Some(ReferenceForm::Text));
    let values: Vec<_> = known.values.iter().map(|(field, text)| (&**field, &**text)).collect();
    let holder = ("payee_name", "Freundeskreis Dorfbrunnen e.V.");
    assert_eq!(values, [("iban", "DE19999999990000123456"), holder]);
    let number = GiftNumber::parse("2093353787").unwrap();
    let gift = books.gift_by_number(number).await.unwrap().unwrap();
    assert_eq!(gift.account, Some(known.account.id));
    let drive = books.drives().await.unwrap()[1].0.id;
    let gifts = books.gifts(drive, &GiftFilter::default(), 9, 0).await.unwrap().gifts;
    for gift in gifts {
        assert_eq!(gift.account.is_some(), gift.number.is_some(), "cash has no account");
    }
    books.close().await;
}

#[tokio::test]
async fn the_first_form_is_kept_beside_the_new_one() {
    let folder = first_form();
    assert!(matches!(open_to_read(folder.path()).await, Err(BooksError::OutOfDate { .. })));
    // A copy that was cut off is made anew.
    let copy = folder.path().join("station.format-1.db");
    std::fs::write(folder.path().join("station.format-1.db.unfinished"), "half").unwrap();
    open(folder.path()).await.unwrap().close().await;
    let kept = folder.path().join("kept");
    std::fs::create_dir(&kept).unwrap();
    std::fs::copy(&copy, kept.join("station.db")).unwrap();
    assert!(matches!(open_to_read(&kept).await, Err(BooksError::OutOfDate { .. })));
    let books = open(&kept).await.unwrap();
    assert_eq!(verify(&books).await.entries, 16);
    books.close().await;
    let before = std::fs::metadata(&copy).unwrap().modified().unwrap();
    open(folder.path()).await.unwrap().close().await;
    assert_eq!(std::fs::metadata(&copy).unwrap().modified().unwrap(), before, "copied once");
    assert!(!exists(folder.path(), "station.format-1.db.unfinished"));
}

fn exists(folder: &Path, name: &str) -> bool {
    folder.join(name).exists()
}

#[tokio::test]
async fn damaged_books_of_the_first_form_are_refused_as_they_are() {
    let folder = first_form();
    let change = "DROP TRIGGER journal_is_never_updated;
        UPDATE journal SET hash = zeroblob(32) WHERE seq = 16";
    tamper(folder.path(), change).await.unwrap();
    assert!(matches!(open(folder.path()).await, Err(BooksError::Damaged { .. })));
    assert!(matches!(open_to_read(folder.path()).await, Err(BooksError::OutOfDate { .. })));
    assert!(!exists(folder.path(), "station.format-1.db"));
}

/// Tells the other process which books to bring to today's form.
const UPGRADED: &str = "GROAT_TEST_UPGRADED_BOOKS";

/// Not a test by itself: what the other process does until it is killed.
#[tokio::test]
async fn bring_to_todays_form() {
    let Some(folder) = std::env::var_os(UPGRADED) else { return };
    writeln!(std::io::stdout().lock(), "\nbegins").unwrap();
    open(Path::new(&folder)).await.unwrap().close().await;
}

#[tokio::test]
async fn a_kill_at_any_moment_of_an_upgrade_leaves_whole_books() {
    let mut dice = Dice::new();
    let kills = rounds(24, 500);
    let (mut came_before_the_end, mut attempts) = (0, 0);
    let mut folder = first_form();
    for _ in 0..kills {
        let mut other = Command::new(std::env::current_exe().unwrap())
            .args(["formats::bring_to_todays_form", "--exact", "--nocapture"])
            .env(UPGRADED, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(other.stdout.take().unwrap()).lines();
        let mut lines = lines.map_while(Result::ok);
        assert!(lines.any(|line| line == "begins"));
        std::thread::sleep(dice.between(Duration::ZERO, Duration::from_millis(100)));
        other.kill().unwrap();
        came_before_the_end += u64::from(!other.wait().unwrap().success());
        attempts += 1;
        // Half of them go on from where they were cut off.
        if dice.draw().is_multiple_of(2) {
            continue;
        }
        let books = open(folder.path()).await.unwrap();
        let verified = verify(&books).await;
        books.close().await;
        assert_eq!((verified.entries, verified.troubles.as_slice()), (16, [].as_slice()));
        assert!(!exists(folder.path(), "station.db.unfinished"));
        folder = first_form();
    }
    dice.told(&format!(
        "{attempts} kills, {came_before_the_end} of them before the end, 0 damaged"
    ));
    assert!(came_before_the_end > kills / 4, "the kills come too late");
}
