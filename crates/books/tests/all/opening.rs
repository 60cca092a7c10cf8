//! Opening, closing, who may write and who may only read.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use groat_books::{Access, Books, BooksError, GiftFilter, NewDesk};
use groat_ledger::DeskId;

use crate::given::{
    DESK, ask, begin, folder, holder, key, new_desk, open, open_to_read, some_days_of_work, tamper,
    verify,
};

/// Tells the other process which books to hold.
const HELD: &str = "GROAT_TEST_HELD_BOOKS";

#[tokio::test]
async fn everything_is_there_after_closing() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = some_days_of_work(&books, 3).await;
    let gifts = books.gifts(drive, &GiftFilter::default(), 100, 0).await.unwrap().gifts;
    let verified = verify(&books).await;
    let accounts = books.accounts().await.unwrap();
    let drives = books.drives().await.unwrap();
    books.close().await;
    assert_eq!(side_files(folder.path()), Vec::<String>::new(), "the file is complete by itself");

    let other_desk = NewDesk { id: DeskId([8; 16]), ..new_desk() };
    let access = Access::Write { holder: holder("window"), new_desk: other_desk };
    let books = Books::open(folder.path(), &key(), access).await.unwrap();
    assert_eq!(books.desk().unwrap(), DESK, "a desk is named once");
    assert_eq!(books.gifts(drive, &GiftFilter::default(), 100, 0).await.unwrap().gifts, gifts);
    assert_eq!(books.organisation().await.unwrap().unwrap().name, "Brunnen e.V.");
    assert_eq!(books.accounts().await.unwrap(), accounts);
    assert_eq!(books.drives().await.unwrap(), drives);
    assert_eq!(verify(&books).await, verified);
    assert_eq!((verified.troubles.as_slice(), verified.stopped), ([].as_slice(), false));
    ask(&books, drive, None).await.unwrap();
    books.close().await;
}

fn side_files(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap();
    let names = names.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains("db-")).collect()
}

#[tokio::test]
async fn a_second_writer_in_this_process_is_told_who_is_first() {
    let folder = folder();
    let first = open(folder.path()).await.unwrap();
    let Err(BooksError::Held { holder: told }) = open(folder.path()).await else {
        panic!("two writers");
    };
    assert_eq!(told, Some(holder("terminal")));
    first.close().await;
    open(folder.path()).await.unwrap().close().await;
}

/// Another process that has the books open for writing until its input ends.
struct Other {
    process: Child,
    _output: Box<dyn Iterator<Item = String>>,
}

impl Other {
    fn holding(folder: &Path) -> Other {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["opening::hold_the_books", "--exact", "--nocapture", "--test-threads=1"])
            .env(HELD, folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut lines = lines.map_while(Result::ok);
        assert!(lines.any(|line| line.contains("holding")), "the other process did not open");
        Other { process, _output: Box::new(lines) }
    }

    fn let_go(mut self) {
        drop(self.process.stdin.take());
        assert!(self.process.wait().unwrap().success());
    }
}

/// Not a test by itself: what the other process runs.
#[tokio::test]
async fn hold_the_books() {
    let Some(folder) = std::env::var_os(HELD) else { return };
    let books = open(Path::new(&folder)).await.unwrap();
    println!("\nholding");
    std::io::stdout().flush().unwrap();
    std::io::stdin().lines().for_each(drop);
    books.close().await;
}

#[tokio::test]
async fn a_second_process_is_told_who_is_first_and_may_read_meanwhile() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = begin(&books).await;
    books.close().await;

    let other = Other::holding(folder.path());
    let Err(BooksError::Held { holder: Some(told) }) = open(folder.path()).await else {
        panic!("two writers");
    };
    assert_eq!((told.process, told.user.as_str()), (other.process.id(), "ada"));
    let reader = open_to_read(folder.path()).await.unwrap();
    assert!(!reader.is_writable());
    assert_eq!(verify(&reader).await.entries, 5);
    let refused = ask(&reader, drive, None).await;
    assert!(matches!(refused, Err(BooksError::ReadOnly)), "{refused:?}");
    assert!(matches!(reader.refold(&mut |_, _| true).await, Err(BooksError::ReadOnly)));
    reader.close().await;
    other.let_go();

    let books = open(folder.path()).await.unwrap();
    ask(&books, drive, None).await.unwrap();
    books.close().await;
}

#[tokio::test]
async fn the_lock_of_a_killed_process_holds_nobody_up() {
    let folder = folder();
    let mut other = Other::holding(folder.path());
    other.process.kill().unwrap();
    other.process.wait().unwrap();
    open(folder.path()).await.unwrap().close().await;
}

type Bytes = Vec<(String, std::time::SystemTime, Vec<u8>)>;

/// The files that hold what was written; the index of shared memory is no such file.
fn written(folder: &Path) -> Bytes {
    let mut files: Bytes = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap())
        .filter(|file| !file.path().to_string_lossy().ends_with("-shm"))
        .map(|file| {
            let changed = file.metadata().unwrap().modified().unwrap();
            let name = file.file_name().into_string().unwrap();
            (name, changed, std::fs::read(file.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[tokio::test]
async fn a_reader_writes_nothing_while_another_writes() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = some_days_of_work(&books, 3).await;
    let before = written(folder.path());
    assert!(before.iter().any(|(name, ..)| name.ends_with("-wal")));
    for _ in 0..3 {
        let reader = open_to_read(folder.path()).await.unwrap();
        assert_eq!(reader.gifts(drive, &GiftFilter::default(), 9, 0).await.unwrap().total, 9);
        verify(&reader).await;
        reader.close().await;
    }
    assert!(written(folder.path()) == before, "a reader changed a file");
    let gift = ask(&books, drive, Some(700)).await.unwrap();
    let reader = open_to_read(folder.path()).await.unwrap();
    assert_eq!(reader.gift(gift.id).await.unwrap(), Some(gift), "a commit is read at once");
    reader.close().await;
    books.close().await;
}

#[tokio::test]
async fn a_reader_alone_leaves_the_file_as_it_was() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    some_days_of_work(&books, 3).await;
    books.close().await;
    let file = |files: Bytes| files.into_iter().find(|(name, ..)| name == "station.db").unwrap();
    let before = file(written(folder.path()));
    let reader = open_to_read(folder.path()).await.unwrap();
    verify(&reader).await;
    reader.close().await;
    assert!(file(written(folder.path())) == before);
    let books = open(folder.path()).await.unwrap();
    assert_eq!(verify(&books).await.troubles, []);
    books.close().await;
}

#[tokio::test]
async fn books_of_a_later_program_are_refused_to_writers_and_readers() {
    let folder = folder();
    open(folder.path()).await.unwrap().close().await;
    let later = "INSERT INTO _sqlx_migrations
        SELECT 9999, description, installed_on, success, checksum, execution_time
        FROM _sqlx_migrations WHERE version = 1";
    tamper(folder.path(), later).await.unwrap();
    for refused in [open(folder.path()).await, open_to_read(folder.path()).await] {
        let Err(BooksError::TooNew { found, supported }) = refused else {
            panic!("{refused:?}");
        };
        assert!(found == 9999 && supported < 9999, "{found} {supported}");
    }
}

#[tokio::test]
async fn books_that_are_not_there_are_not_made_by_reading() {
    let folder = folder();
    let books = folder.path().join("books");
    let refused = open_to_read(&books).await;
    assert!(matches!(refused, Err(BooksError::NotFound { .. })), "{refused:?}");
    assert!(!books.exists());
    // A first start that was cut off before its first commit leaves an empty file.
    std::fs::create_dir(&books).unwrap();
    std::fs::write(books.join("station.db"), "").unwrap();
    let refused = open_to_read(&books).await;
    assert!(matches!(refused, Err(BooksError::NotFound { .. })), "{refused:?}");
    // A little later the list of migrations is there, and nothing on it.
    open(&books).await.unwrap().close().await;
    tamper(&books, "DELETE FROM _sqlx_migrations").await.unwrap();
    let refused = open_to_read(&books).await;
    assert!(matches!(refused, Err(BooksError::NotFound { .. })), "{refused:?}");
    std::fs::write(books.join("station.db"), "").unwrap();
    open(&books).await.unwrap().close().await;
    open_to_read(&books).await.unwrap().close().await;
    // Later still every table is there, and no desk.
    let no_desk = "DELETE FROM signer_secret; DELETE FROM own_desk; DELETE FROM desk";
    tamper(&books, no_desk).await.unwrap();
    let refused = open_to_read(&books).await;
    assert!(matches!(refused, Err(BooksError::NotFound { .. })), "{refused:?}");
    open(&books).await.unwrap().close().await;
    open_to_read(&books).await.unwrap().close().await;
}

#[tokio::test]
async fn a_file_of_another_kind_does_not_open_with_the_key() {
    let folder = folder();
    std::fs::write(folder.path().join("station.db"), "not a database ".repeat(500)).unwrap();
    for refused in [open(folder.path()).await, open_to_read(folder.path()).await] {
        assert!(matches!(refused, Err(BooksError::KeyRefused)), "{refused:?}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn the_folder_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let books = folder.path().join("groat").join("books");
    open(&books).await.unwrap().close().await;
    assert_eq!(std::fs::metadata(&books).unwrap().permissions().mode() & 0o777, 0o700);
}
