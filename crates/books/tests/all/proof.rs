//! What `verify` finds, and what `refold` mends.

use std::path::Path;

use groat_books::{Books, BooksError, Trouble};
use groat_ledger::journal::ChainBreak;
use tempfile::TempDir;

use crate::given::{folder, open, open_to_read, some_days_of_work, tamper, verify};

const WITHOUT_TRIGGERS: &str = "DROP TRIGGER journal_is_never_updated;
    DROP TRIGGER journal_is_never_deleted; DROP TRIGGER journal_is_only_appended;";

async fn written_first() -> TempDir {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    some_days_of_work(&books, 80).await;
    assert_eq!(verify(&books).await.troubles, []);
    books.close().await;
    folder
}

async fn troubles(folder: &Path) -> Vec<Trouble> {
    let books = open_to_read(folder).await.unwrap();
    let found = books.verify(&mut |_, _| true).await;
    books.close().await;
    found.unwrap().troubles
}

#[tokio::test]
async fn a_change_of_a_folded_table_is_found_and_mended() {
    for (table, change) in [
        ("gift", "UPDATE gift SET amount = amount + 1 WHERE seq = 6"),
        ("gift", "UPDATE gift SET state = 'promised' WHERE state = 'asked'"),
        ("gift", "UPDATE gift SET reason = 'mistake' WHERE state = 'corrected'"),
        ("gift", "UPDATE gift SET day = '2026-11-22' WHERE seq = 6"),
        ("gift", "DELETE FROM gift WHERE seq = 6"),
        (
            "gift",
            "INSERT INTO gift SELECT desk, 9999, drive_desk, drive_seq, NULL, rail, currency,
            amount, state, state_before, reason, at_ms, day, account_desk, account_seq
            FROM gift WHERE seq = 6",
        ),
        ("drive", "UPDATE drive SET goal = 5"),
        ("drive", "UPDATE drive SET suggested = '200 600'"),
        ("drive", "UPDATE drive SET closed_on = '2026-11-23'"),
        ("drive", "UPDATE drive SET zone = 'UTC'"),
        ("gift", "UPDATE gift SET account_seq = NULL WHERE seq = 6"),
        ("account", "UPDATE account SET reference = 'rf'"),
        ("account", "UPDATE account SET standard = 'PIX'"),
        ("account", "UPDATE account SET retired = 1"),
        ("account", "DELETE FROM account"),
        ("numbering", "UPDATE numbering SET first_serial = first_serial - 1"),
        ("numbering", "DELETE FROM numbering"),
        ("summary", "UPDATE summary SET sum = sum + 1"),
        ("summary", "DELETE FROM summary"),
        ("summary", "UPDATE summary SET sum = sum + 1 WHERE state = 'in-hand'"),
        ("summary", "UPDATE summary SET count = count + 1, open = open + 1"),
        ("summary", "DELETE FROM summary WHERE state = 'asked'"),
        ("summary", "INSERT INTO summary VALUES (1, 5, '2000-01-01', 'cash', 'in-hand', 1, 0, 5)"),
        ("organisation", "DELETE FROM organisation"),
        ("organisation", "UPDATE organisation SET commitment = zeroblob(32)"),
    ] {
        let folder = written_books().await;
        tamper(folder.path(), change).await.unwrap();
        let found = troubles(folder.path()).await;
        assert!(
            found
                .iter()
                .any(|trouble| matches!(trouble, Trouble::Fold { table: at, .. } if *at == table)),
            "{change}: {found:?}"
        );
        let books = open(folder.path()).await.unwrap();
        let entries = books.refold(&mut |_, _| true).await.unwrap();
        let verified = verify(&books).await;
        assert_eq!((verified.troubles.as_slice(), verified.entries), ([].as_slice(), entries));
        books.close().await;
    }
}

/// A copy of books that were written once: most tests here need many.
async fn written_books() -> TempDir {
    static FIRST: tokio::sync::OnceCell<TempDir> = tokio::sync::OnceCell::const_new();
    let first = FIRST.get_or_init(written_first).await;
    let copy = folder();
    std::fs::copy(first.path().join("station.db"), copy.path().join("station.db")).unwrap();
    copy
}

#[tokio::test]
async fn values_that_no_program_of_ours_writes_are_trouble_and_are_mended() {
    for change in [
        "UPDATE gift SET day = 'yesterday' WHERE seq = 6",
        "UPDATE gift SET currency = 'XXX' WHERE seq = 6",
        "UPDATE gift SET number = 'ten digits' WHERE seq = 6",
        "UPDATE drive SET suggested = 'some'",
        "UPDATE drive SET commitment = x'00'",
        "UPDATE numbering SET desk_number = 70000",
        "UPDATE account SET standard = 'SHELLS'",
        "UPDATE gift SET account_desk = 9 WHERE seq = 6",
    ] {
        let folder = written_books().await;
        tamper(folder.path(), change).await.unwrap();
        let found = troubles(folder.path()).await;
        assert!(matches!(found.as_slice(), [Trouble::Fold { .. }, ..]), "{change}: {found:?}");
        let books = open(folder.path()).await.unwrap();
        books.refold(&mut |_, _| true).await.unwrap();
        assert_eq!(verify(&books).await.troubles, []);
        books.close().await;
    }
}

#[tokio::test]
async fn a_changed_text_beside_the_journal_is_found() {
    for (table, change) in [
        ("drive_text", "UPDATE drive_text SET name = name || ' '"),
        ("drive_text", "UPDATE drive_text SET purpose = 'Wein'"),
        ("drive_text", "UPDATE drive_text SET salt = zeroblob(32)"),
        ("drive_text", "DELETE FROM drive_text"),
        (
            "account_value",
            "UPDATE account_value SET text = 'DE02120300000000202051' WHERE field = 'iban'",
        ),
        ("account_value", "UPDATE account_value SET field = 'key' WHERE field = 'iban'"),
        ("account_value", "DELETE FROM account_value WHERE field = 'iban'"),
        (
            "account_value",
            "INSERT INTO account_value SELECT commitment, 'bic', 'MARKDEF1100' FROM account_salt",
        ),
        ("account_value", "UPDATE account_salt SET salt = zeroblob(32)"),
        ("organisation_text", "UPDATE organisation_text SET country = 'AT'"),
        ("organisation_text", "UPDATE organisation_text SET country = NULL"),
        ("organisation_text", "UPDATE organisation_text SET name = 'Brunnen'"),
        ("organisation_text", "DELETE FROM organisation_text"),
    ] {
        let folder = written_books().await;
        tamper(folder.path(), change).await.unwrap();
        assert_eq!(troubles(folder.path()).await, [Trouble::Text { table }], "{change}");
    }
}

#[tokio::test]
async fn a_changed_journal_is_found_wherever_it_was_changed() {
    // Early entries, so that opening, which looks at the newest 200, lets them pass.
    for (what, change) in [
        ("a body", "UPDATE journal SET body = CAST(body || x'00' AS BLOB) WHERE seq = 8"),
        (
            "an amount in a body",
            "UPDATE journal SET body = CAST(substr(body, 1, length(body) - 20) || x'01'
             || substr(body, length(body) - 18) AS BLOB) WHERE seq = 8",
        ),
        ("a kind", "UPDATE journal SET kind = 'promised' WHERE seq = 8"),
        ("an instant", "UPDATE journal SET at_ms = at_ms + 1 WHERE seq = 8"),
        ("a person", "UPDATE journal SET person = zeroblob(16) WHERE seq = 8"),
        ("a hash", "UPDATE journal SET hash = zeroblob(32) WHERE seq = 8"),
        ("a link", "UPDATE journal SET prev = zeroblob(32) WHERE seq = 8"),
        ("a signature", "UPDATE journal SET signature = zeroblob(64) WHERE seq = 8"),
        (
            "a signature of another entry",
            "UPDATE journal SET signature = (SELECT signature FROM journal WHERE seq = 9)
             WHERE seq = 8",
        ),
        ("no signature", "UPDATE journal SET signature = NULL WHERE seq = 8"),
        ("a hole", "DELETE FROM journal WHERE seq = 8"),
        ("the beginning", "DELETE FROM journal WHERE seq < 8"),
        (
            "two swapped",
            "UPDATE journal SET seq = 100000 + CASE seq WHEN 8 THEN 9 ELSE 8 END
             WHERE seq IN (8, 9);
             UPDATE journal SET seq = seq - 100000 WHERE seq > 100000",
        ),
    ] {
        let folder = written_books().await;
        tamper(folder.path(), &format!("{WITHOUT_TRIGGERS}{change}")).await.unwrap();
        let found = troubles(folder.path()).await;
        let [Trouble::Chain(broken)] = found.as_slice() else { panic!("{what}: {found:?}") };
        if matches!(what, "a kind" | "an instant" | "a person") {
            assert!(matches!(broken, ChainBreak::Copy { seq: 8, .. }), "{what}: {broken:?}");
        }
        if what.contains("signature") {
            // The facts are whole: what is folded from them is as right as before.
            continue;
        }
        let books = open(folder.path()).await.unwrap();
        let before = count(&books).await;
        let refused = books.refold(&mut |_, _| true).await;
        assert!(matches!(refused, Err(BooksError::Damaged { .. })), "{what}: {refused:?}");
        assert_eq!(count(&books).await, before, "a refused refold leaves the tables");
        books.close().await;
    }
}

async fn count(books: &Books) -> u64 {
    let drive = books.drives().await.unwrap()[0].0.id;
    books.gifts(drive, &groat_books::GiftFilter::default(), 1, 0).await.unwrap().total
}

#[tokio::test]
async fn a_changed_end_of_the_journal_keeps_the_books_from_opening() {
    for change in ["body = zeroblob(99)", "hash = zeroblob(32)", "kind = 'promised'"] {
        let folder = written_books().await;
        let last = "WHERE seq = (SELECT max(seq) FROM journal)";
        let change = format!("{WITHOUT_TRIGGERS}UPDATE journal SET {change} {last}");
        tamper(folder.path(), &change).await.unwrap();
        for refused in [open(folder.path()).await, open_to_read(folder.path()).await] {
            assert!(matches!(refused, Err(BooksError::Damaged { .. })), "{change} {refused:?}");
        }
    }
}

#[tokio::test]
async fn an_entry_put_in_between_keeps_the_books_from_opening() {
    let folder = written_books().await;
    let change = "UPDATE journal SET seq = seq + 100001 WHERE seq >= 8;
        UPDATE journal SET seq = seq - 100000 WHERE seq > 100000;
        INSERT INTO journal SELECT desk, 8, kind, at_ms, person, body, prev, hash, signature
        FROM journal WHERE seq = 9";
    tamper(folder.path(), &format!("{WITHOUT_TRIGGERS}{change}")).await.unwrap();
    let refused = open(folder.path()).await;
    assert!(matches!(refused, Err(BooksError::Damaged { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_removed_last_entry_disagrees_with_the_tables() {
    let folder = written_books().await;
    let cut = "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)";
    tamper(folder.path(), &format!("{WITHOUT_TRIGGERS}{cut}")).await.unwrap();
    let found = troubles(folder.path()).await;
    assert!(found.contains(&Trouble::Fold { table: "gift", rows: 1 }), "{found:?}");
}

#[tokio::test]
async fn entries_of_a_desk_that_is_not_listed_are_found() {
    let folder = written_books().await;
    let hidden = "PRAGMA foreign_keys = OFF;
        INSERT INTO journal SELECT 2, 1, kind, at_ms, person, body, zeroblob(32), hash, signature
        FROM journal WHERE seq = 7";
    tamper(folder.path(), hidden).await.unwrap();
    assert_ne!(troubles(folder.path()).await, []);
}

#[tokio::test]
async fn work_that_was_stopped_says_so_and_leaves_the_tables() {
    let folder = written_books().await;
    tamper(folder.path(), "UPDATE drive SET goal = 5").await.unwrap();
    let books = open(folder.path()).await.unwrap();
    let verified = books.verify(&mut |_, _| false).await.unwrap();
    assert!(verified.stopped && verified.troubles.is_empty());
    let before = count(&books).await;
    assert_eq!(books.refold(&mut |_, _| false).await.unwrap(), 0);
    assert_eq!(count(&books).await, before);
    assert_eq!(verify(&books).await.troubles, [Trouble::Fold { table: "drive", rows: 1 }]);

    let mut steps = Vec::new();
    books
        .refold(&mut |done, all| {
            steps.push((done, all));
            true
        })
        .await
        .unwrap();
    let all = verify(&books).await.entries;
    assert_eq!(steps.last(), Some(&(all, all)));
    books.close().await;
}
