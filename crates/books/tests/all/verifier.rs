//! The second verifier (`tests/verifier/verify.py`), which shares no code with the books: it comes to
//! the same sums, and finds what was changed.
//!
//! It needs Python with two packages; `cargo xtask soak` names one by `GROAT_PYTHON`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::given::{folder, open, some_days_of_work, tamper, verify};
use crate::rounds::{left_out, rounds};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/verifier/verify.py");

fn python() -> Option<String> {
    let python = std::env::var("GROAT_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut asked = Command::new(&python);
    asked.args(["-c", "import sqlcipher3, cryptography"]).stderr(Stdio::null());
    asked.status().is_ok_and(|status| status.success()).then_some(python)
}

/// What it says, and whether all holds.
fn asked(python: &str, folder: &Path) -> (String, bool) {
    let mut other = Command::new(python);
    other.arg(SCRIPT).arg(folder.join("station.db"));
    let mut other = other.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    writeln!(other.stdin.take().unwrap(), "{}", "5a".repeat(32)).unwrap();
    let output = other.wait_with_output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

const WITHOUT_TRIGGERS: &str = "DROP TRIGGER journal_is_never_updated;
    DROP TRIGGER journal_is_never_deleted; DROP TRIGGER journal_is_only_appended;";

#[tokio::test]
async fn a_verifier_of_other_make_comes_to_the_same_and_finds_what_was_changed() {
    let changes = [
        "UPDATE journal SET body = CAST(substr(body, 1, length(body) - 1) || x'35' AS BLOB)
         WHERE seq = 9",
        "UPDATE journal SET at_ms = at_ms + 1 WHERE seq = 9",
        "UPDATE journal SET signature = randomblob(64) WHERE seq = 9",
        "UPDATE journal SET signature = NULL WHERE seq = 9",
        "UPDATE journal SET hash = randomblob(32) WHERE seq = 9",
        "DELETE FROM journal WHERE seq = 9",
        "DELETE FROM journal WHERE seq = 1",
        "UPDATE summary SET sum = sum + 1 WHERE state = 'in-hand'",
    ];
    let Some(python) = python() else {
        let why = "the second verifier needs Python with sqlcipher3 and cryptography";
        return left_out(u64::try_from(changes.len() + 1).unwrap(), why);
    };
    let first = folder();
    let books = open(first.path()).await.unwrap();
    some_days_of_work(&books, i64::try_from(rounds(4, 500)).unwrap()).await;
    let ours = verify(&books).await;
    books.close().await;
    let (said, holds) = asked(&python, first.path());
    let expected = format!(
        "{} entries, {} signed, checkpoint {}: {}",
        ours.entries,
        ours.signed,
        ours.checkpoint.seq,
        ours.checkpoint.digits()
    );
    assert!(holds && said.lines().any(|line| line == expected), "{said}\nand not {expected}");
    for change in changes {
        let copy = folder();
        let name = "station.db";
        std::fs::copy(first.path().join(name), copy.path().join(name)).unwrap();
        tamper(copy.path(), &format!("{WITHOUT_TRIGGERS} {change}")).await.unwrap();
        let (said, holds) = asked(&python, copy.path());
        assert!(!holds && said.contains("does not hold"), "{change}: {said}");
    }
    println!("second verifier: {expected}; {} of {} changes found", changes.len(), changes.len());
}
