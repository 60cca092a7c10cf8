//! What a durable gift costs beside a bare row.
//!
//! A bare row is one INSERT of as many bytes into one table of an encrypted file, with the same
//! settings, in a transaction of its own: what disk, cipher and SQLite ask for at the least. Both
//! take turns in one run, so that whatever else the disk does hits both alike.

use std::error::Error;
use std::time::Instant;

use groat_app::{App, Face, NewDrive};
use groat_money::{Currency, Money};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::practice::account;
use crate::times::{median, part};

const GIFTS: usize = 3_000;
const GIFTS_PER_TURN: usize = 50;
/// An entry's body, two hashes, its signature and the columns beside them, as they stand in the
/// journal.
const ROW_BYTES: usize = 345;
/// A key as the books have one: 32 bytes, nothing to stretch.
const KEY: &str = "\"x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a'\"";
/// The settings of the connection that writes the books.
const SETTINGS: &str = "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
    PRAGMA cache_size = -65536; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;";

/// Measures gifts and rows in turns and prints a table.
pub(super) async fn measure() -> Result<(), Box<dyn Error>> {
    // Not the system's folder for temporary files: that may lie in memory, where nothing is durable.
    let folder = tempfile::tempdir_in(std::env::current_dir()?.join("target"))?;
    let app = App::open(folder.path().join("books"), Face::Terminal).await.map_err(told)?;
    app.set_up("Bench", None, Some(&account("Bench e.V.", "DE89370400440532013000")))
        .await
        .map_err(told)?;
    let euro = |minor| Money::from_minor(minor, Currency::EUR);
    let new = NewDrive {
        name: "Bench".to_owned(),
        purpose: "Bench".to_owned(),
        currency: Currency::EUR,
        goal: None,
        suggested: vec![euro(200), euro(500), euro(1000)],
    };
    let drive = app.open_drive(new).await.map_err(told)?.drive.id;
    let mut bare = bare_table(folder.path()).await?;

    let (mut ask, mut cash, mut row) = (Vec::new(), Vec::new(), Vec::new());
    while row.len() < GIFTS {
        for _ in 0..GIFTS_PER_TURN {
            let start = Instant::now();
            app.ask(drive, None, Some(euro(500))).await.map_err(told)?;
            ask.push(start.elapsed());
        }
        for _ in 0..GIFTS_PER_TURN {
            let start = Instant::now();
            app.record_cash(drive, euro(250)).await.map_err(told)?;
            cash.push(start.elapsed());
        }
        for _ in 0..GIFTS_PER_TURN {
            let start = Instant::now();
            bare_row(&mut bare).await?;
            row.push(start.elapsed());
        }
    }
    println!("{GIFTS} of each, in turns of {GIFTS_PER_TURN}, each durable on its own");
    println!("{:<28}{:>12}{:>12}{:>12}", "", "median", "p99", "ratio");
    let least = median(&mut row);
    for (name, times) in [("bare encrypted row", &mut row), ("cash", &mut cash), ("ask", &mut ask)]
    {
        let (middle, late) = (median(times), part(times, 99, 100));
        let ratio = middle.div_duration_f64(least);
        println!("{name:<28}{:>9} µs{:>9} µs{ratio:>12.2}", middle.as_micros(), late.as_micros());
    }

    let start = Instant::now();
    let verified = app.verify(&mut |_, _| true).await.map_err(told)?;
    println!(
        "\nverify: {} entries in {} ms, {} troubles",
        verified.entries,
        start.elapsed().as_millis(),
        verified.troubles.len()
    );
    bare.close().await?;
    app.close().await;
    Ok(())
}

async fn bare_table(folder: &std::path::Path) -> Result<SqliteConnection, sqlx::Error> {
    let mut connection = SqliteConnectOptions::new()
        .filename(folder.join("bare.db"))
        .create_if_missing(true)
        .pragma("key", KEY)
        .disable_statement_logging()
        .connect()
        .await?;
    sqlx::raw_sql(SETTINGS).execute(&mut connection).await?;
    sqlx::query("CREATE TABLE bare (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT")
        .execute(&mut connection)
        .await?;
    Ok(connection)
}

async fn bare_row(connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let mut tx = connection.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query("INSERT INTO bare (bytes) VALUES (?)")
        .bind([7_u8; ROW_BYTES].as_slice())
        .execute(&mut *tx)
        .await?;
    tx.commit().await
}

fn told(fault: groat_app::Fault) -> Box<dyn Error> {
    fault.to_string().into()
}
