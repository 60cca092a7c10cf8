//! No key and no name reaches a log, however much is logged.

use std::fmt;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use sqlx::{ConnectOptions, Connection};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::given::{folder, open, open_to_read, some_days_of_work, verify};

/// Tells the other process which books to talk about; what listens, listens to a whole process.
const TALK: &str = "GROAT_TEST_TALKED_OF_BOOKS";

static HEARD: Mutex<String> = Mutex::new(String::new());

/// Hears everything that any library says, at every level.
struct Listener;

impl Subscriber for Listener {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Listener);
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Listener);
    }
    fn event(&self, event: &Event<'_>) {
        event.record(&mut Listener);
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

impl Visit for Listener {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        *HEARD.lock().unwrap() += &format!("{field}={value:?}\n");
    }
}

fn planted() -> Vec<String> {
    let mut planted = vec!["5a".repeat(32), "5A".repeat(32), "Z".repeat(32), "90, ".repeat(32)];
    planted.extend(["09".repeat(32), "9, ".repeat(31)]);
    planted.extend(["Brunnen", "DE89370400440532013000", "Fountain", "Wasser"].map(str::to_owned));
    planted
}

/// Not a test by itself: what the other process says.
#[tokio::test]
async fn talk_of_the_books() {
    let Some(folder) = std::env::var_os(TALK) else { return };
    tracing::subscriber::set_global_default(Listener).unwrap();
    let folder = Path::new(&folder);
    let books = open(folder).await.unwrap();
    some_days_of_work(&books, 3).await;
    assert_eq!(verify(&books).await.troubles, []);
    books.close().await;
    let books = open_to_read(folder).await.unwrap();
    println!("{books:?}");
    books.close().await;
    std::fs::write(folder.join("station.db"), "no books any more").unwrap();
    println!("{:?}", open(folder).await);
    let ours = HEARD.lock().unwrap().clone();
    println!("{} bytes heard of our connections: {ours}", ours.len());

    // A connection as it comes says all of it, or the listener hears nothing at all.
    let chatty = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(folder.join("chatty.db"))
        .create_if_missing(true)
        .pragma("key", format!("\"x'{}'\"", "5a".repeat(32)));
    let mut chatty = chatty.connect().await.unwrap();
    sqlx::raw_sql("CREATE TABLE brook (name TEXT)").execute(&mut chatty).await.unwrap();
    chatty.close().await.unwrap();
    let heard = HEARD.lock().unwrap().clone();
    assert!(heard[ours.len()..].contains("CREATE TABLE brook"), "nothing is heard");
    assert!(heard[ours.len()..].contains(&"5a".repeat(32)), "a key that is logged is not heard");
}

#[test]
fn no_key_and_no_name_reaches_a_log() {
    let folder = folder();
    let mut other = Command::new(std::env::current_exe().unwrap());
    other.args(["silence::talk_of_the_books", "--exact", "--nocapture", "--test-threads=1"]);
    let other = other.env(TALK, folder.path()).env("RUST_LOG", "trace").output().unwrap();
    let said = [other.stdout, other.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(other.status.success(), "{said}");
    assert!(said.contains("bytes heard of our connections"), "{said}");
    for planted in planted() {
        assert!(!said.contains(&planted), "{planted:?} was said: {said}");
    }
}
