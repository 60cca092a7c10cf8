//! What the file itself refuses, whoever writes into it.

use crate::given::{folder, open, some_days_of_work, tamper, verify};

const WITHOUT_TRIGGERS: &str = "DROP TRIGGER journal_is_never_updated;
    DROP TRIGGER journal_is_never_deleted; DROP TRIGGER journal_is_only_appended;";

/// An entry that fits the chain by its place and link, with another value in one column.
fn next_entry(column: &str, value: &str) -> String {
    let columns = ["desk", "seq", "kind", "at_ms", "person", "body", "prev", "hash"];
    let values = columns.map(|name| {
        if name == column {
            return value;
        }
        match name {
            "seq" => "seq + 1",
            "prev" => "hash",
            "hash" => "randomblob(32)",
            name => name,
        }
    });
    format!(
        "INSERT INTO journal ({}) SELECT {} FROM journal ORDER BY seq DESC LIMIT 1",
        columns.join(", "),
        values.join(", ")
    )
}

#[tokio::test]
async fn the_journal_is_only_added_to() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    some_days_of_work(&books, 2).await;
    let before = verify(&books).await;
    books.close().await;

    let columns = "desk, seq, kind, at_ms, person, body, prev, hash";
    let row = |change: &str| format!("SELECT {change} FROM journal WHERE seq = 3");
    for (what, statement) in [
        ("an update", "UPDATE journal SET at_ms = at_ms + 1 WHERE seq = 3".to_owned()),
        ("an update that changes nothing", "UPDATE journal SET seq = seq".to_owned()),
        ("a deletion", "DELETE FROM journal WHERE seq = 3".to_owned()),
        ("a deletion of all", "DELETE FROM journal".to_owned()),
        (
            "the end cut off",
            "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)".into(),
        ),
        ("a replacement", format!("INSERT OR REPLACE INTO journal {}", row("*"))),
        ("a replacement by its other name", format!("REPLACE INTO journal {}", row("*"))),
        (
            "an insertion that updates",
            format!(
                "INSERT INTO journal {} ON CONFLICT DO UPDATE SET at_ms = 0",
                row("*").replace("WHERE", "WHERE true AND")
            ),
        ),
        ("an update that replaces", "UPDATE OR REPLACE journal SET seq = 2 WHERE seq = 3".into()),
        (
            "a gap",
            format!(
                "INSERT INTO journal ({columns}) SELECT desk, max(seq) + 2, kind, at_ms, person,
                 body, hash, randomblob(32) FROM journal"
            ),
        ),
        ("a place before the first", next_entry("seq", "0")),
        ("a wrong link", next_entry("prev", "zeroblob(32)")),
        ("no link", next_entry("prev", "NULL")),
        (
            "an unknown desk",
            format!(
                "INSERT INTO journal ({columns}) SELECT 2, 1, kind, at_ms, person, body,
                 zeroblob(32), hash FROM journal WHERE seq = 1"
            ),
        ),
        ("a text as a body", next_entry("body", "'text'")),
        ("a text as an instant", next_entry("at_ms", "'soon'")),
        ("a short hash", next_entry("hash", "zeroblob(31)")),
        ("a short person", next_entry("person", "zeroblob(15)")),
    ] {
        let refused = tamper(folder.path(), &statement).await;
        assert!(refused.is_err(), "{what} was accepted: {statement}");
    }

    let books = open(folder.path()).await.unwrap();
    assert_eq!(verify(&books).await, before);
    books.close().await;
    // The statements above fail by the rules and not by a slip of this test.
    tamper(folder.path(), &next_entry("", "")).await.unwrap();
    tamper(folder.path(), WITHOUT_TRIGGERS).await.unwrap();
    tamper(folder.path(), "UPDATE journal SET at_ms = at_ms + 1 WHERE seq = 3").await.unwrap();
    tamper(folder.path(), "DELETE FROM journal WHERE seq = 3").await.unwrap();
}

#[tokio::test]
async fn every_table_takes_only_values_of_its_types() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    some_days_of_work(&books, 1).await;
    books.close().await;
    for statement in [
        "UPDATE gift SET amount = 'many'",
        "UPDATE gift SET amount = 1.5",
        "UPDATE gift SET amount = 0",
        "UPDATE gift SET state = 'lost'",
        "UPDATE gift SET rail = 'card'",
        "UPDATE gift SET number = '1042618037' WHERE number IS NOT NULL",
        "UPDATE drive SET goal = x'00'",
        "UPDATE desk SET id = zeroblob(15)",
        "UPDATE preference SET value = NULL; INSERT INTO preference VALUES ('a', NULL)",
        "INSERT INTO organisation VALUES (2, zeroblob(32))",
    ] {
        assert!(tamper(folder.path(), statement).await.is_err(), "{statement}");
    }
    let mut tool = crate::given::tool(folder.path()).await;
    let loose: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut tool)
    .await
    .unwrap();
    assert_eq!(loose, Vec::<String>::new());
}
