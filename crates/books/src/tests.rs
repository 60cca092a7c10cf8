//! What needs the writer's own connection: its settings, and a disk that fills up under it.

use groat_ledger::journal::Fact;
use groat_ledger::{DeskId, Salt};
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};

use crate::{Access, Author, Books, BooksError, FileKey, Holder, NewDesk, OrganisationTexts};

async fn open(folder: &std::path::Path) -> Books {
    let since = Timestamp::UNIX_EPOCH;
    let holder = Holder { face: "terminal".into(), user: "ada".into(), process: 1, since };
    let new_desk = NewDesk { id: DeskId([7; 16]), signer: [9; 32] };
    let key = FileKey::new([0x5a; 32]);
    Books::open(folder, &key, Access::Write { holder, new_desk }).await.unwrap()
}

/// One act with a text long enough to need pages of its own.
async fn act(books: &Books, salt: u8) -> Result<u64, BooksError> {
    let author = Author { person: None, at: Timestamp::UNIX_EPOCH, zone: "UTC".to_owned() };
    let mut act = books.write(author).await?;
    let texts = OrganisationTexts { name: "x".repeat(20_000), country: None };
    let texts = act.keep_organisation(Salt([salt; 32]), &texts).await?;
    let entry = act.append(Fact::OrganisationNamed { texts }).await?;
    act.commit().await?;
    Ok(entry.seq)
}

async fn setting(connection: &mut SqliteConnection, name: &str) -> String {
    let pragma = AssertSqlSafe(format!("PRAGMA {name}"));
    let row = sqlx::query(pragma).fetch_one(connection).await.unwrap();
    let number = row.try_get::<i64, _>(0).map(|number| number.to_string());
    number.or_else(|_| row.try_get::<String, _>(0)).unwrap()
}

#[tokio::test]
async fn the_settings_that_the_promises_rest_on_are_set() {
    let folder = tempfile::tempdir().unwrap();
    let books = open(folder.path()).await;
    let mut writer = books.writer().await.unwrap();
    for (name, value) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("fullfsync", "1"),
        ("checkpoint_fullfsync", "1"),
        ("foreign_keys", "1"),
        ("recursive_triggers", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
    ] {
        assert_eq!(setting(&mut writer.connection, name).await, value, "{name}");
    }
    drop(writer);
    let mut reader = books.readers.acquire().await.unwrap();
    assert_eq!(setting(&mut reader, "wal_autocheckpoint").await, "0");
    drop(reader);
    let written = sqlx::query("DELETE FROM preference").execute(&books.readers).await;
    assert!(written.is_err(), "a reader can write");
    books.close().await;
}

async fn limit(books: &Books, pages: &str) {
    let mut writer = books.writer().await.unwrap();
    let pragma = AssertSqlSafe(format!("PRAGMA max_page_count = {pages}"));
    sqlx::raw_sql(pragma).execute(&mut writer.connection).await.unwrap();
}

#[tokio::test]
async fn a_full_disk_changes_nothing_and_recording_goes_on_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let books = open(folder.path()).await;
    assert_eq!(act(&books, 1).await.unwrap(), 2, "the first entry is the desk's key");
    for round in 0..3 {
        limit(&books, "1").await;
        let refused = act(&books, 2).await;
        assert!(matches!(refused, Err(BooksError::DiskFull)), "round {round}: {refused:?}");
        let verified = books.verify(&mut |_, _| true).await.unwrap();
        assert_eq!((verified.entries, verified.troubles.as_slice()), (2 + round, [].as_slice()));
        limit(&books, "1000000").await;
        let salt = u8::try_from(3 + round).unwrap();
        assert_eq!(act(&books, salt).await.unwrap(), 3 + round, "recording does not go on");
    }
    books.close().await;
}
