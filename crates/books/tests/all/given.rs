//! Books to start from, and the acts on them in the order the program does them.

use std::path::Path;

use groat_books::{
    Access, AccountValues, Author, Books, BooksError, DriveTexts, FileKey, Holder, NewDesk,
    OrganisationTexts, Verified, Writing,
};
use groat_ledger::journal::Fact;
use groat_ledger::{AccountId, CorrectionReason, DeskId, DriveId, Gift, GiftId, Salt};
use groat_money::{Currency, Money};
use groat_payment_codes::Standard;
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, ConnectOptions, SqliteConnection};
use tempfile::TempDir;

pub const DESK: DeskId = DeskId([7; 16]);

/// The key of all books here.
pub fn key() -> FileKey {
    FileKey::new([0x5a; 32])
}

pub fn new_desk() -> NewDesk {
    NewDesk { id: DESK, signer: [9; 32] }
}

pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_422_896 + second).unwrap()
}

pub fn holder(face: &str) -> Holder {
    Holder {
        face: face.to_owned(),
        user: "ada".to_owned(),
        process: std::process::id(),
        since: at(0),
    }
}

pub async fn open(folder: &Path) -> Result<Books, BooksError> {
    let access = Access::Write { holder: holder("terminal"), new_desk: new_desk() };
    Books::open(folder, &key(), access).await
}

pub async fn open_to_read(folder: &Path) -> Result<Books, BooksError> {
    Books::open(folder, &key(), Access::Read).await
}

pub fn author(second: i64) -> Author {
    Author { person: None, at: at(second), zone: "Europe/Berlin".to_owned() }
}

pub fn euro(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

/// Says who collects and opens a drive: entries 1 to 5, the first of them the desk's key.
pub async fn begin(books: &Books) -> DriveId {
    let mut act = books.write(author(0)).await.unwrap();
    let texts =
        OrganisationTexts { name: "Brunnen e.V.".to_owned(), country: Some("DE".to_owned()) };
    let texts = act.keep_organisation(Salt([1; 32]), &texts).await.unwrap();
    act.append(Fact::OrganisationNamed { texts }).await.unwrap();
    let iban = [("payee_name", "Brunnen e.V."), ("iban", "DE89370400440532013000")];
    add_account(&mut act, Standard::Epc, &iban).await;
    act.append(Fact::NumbersDrawn { desk_number: 1042, first_serial: 99_990 }).await.unwrap();
    act.commit().await.unwrap();
    open_drive(books, "Fountain").await
}

/// Adds an account inside an act.
pub async fn add_account(
    act: &mut Writing<'_>,
    standard: Standard,
    parts: &[(&str, &str)],
) -> AccountId {
    let values = parts.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
    let values: AccountValues = values.collect();
    let salt = Salt([u8::try_from(parts[0].1.len()).unwrap(); 32]);
    let values = act.keep_account(salt, standard, &values).await.unwrap();
    let entry = act.append(Fact::AccountAdded { values, standard }).await.unwrap();
    entry.begun_account().unwrap().id
}

pub async fn open_drive(books: &Books, name: &str) -> DriveId {
    let mut act = books.write(author(1)).await.unwrap();
    let texts = DriveTexts { name: name.to_owned(), purpose: "Wasser".to_owned() };
    let texts = act.keep_drive(Salt([3; 32]), &texts).await.unwrap();
    let opened = Fact::DriveOpened {
        texts,
        currency: Currency::EUR,
        goal: Some(euro(100_000)),
        suggested: vec![euro(200), euro(500)],
        zone: "Europe/Berlin".to_owned(),
        day: jiff::civil::date(2026, 11, 23),
    };
    let entry = act.append(opened).await.unwrap();
    act.commit().await.unwrap();
    entry.opened_drive().unwrap().id
}

/// Asks as the program does: number and rule inside the act.
pub async fn ask(books: &Books, drive: DriveId, minor: Option<i64>) -> Result<Gift, BooksError> {
    let mut act = books.write(author(2)).await?;
    let number = act.numbering().unwrap().next().unwrap();
    let (found, _) = act.drive(drive).await?.unwrap();
    let account = AccountId { desk: DESK, seq: 3 };
    let day = jiff::civil::date(2026, 11, 23);
    let fact = found.ask(account, number, minor.map(euro), day).unwrap();
    let entry = act.append(fact).await?;
    act.commit().await?;
    Ok(entry.begun_gift().unwrap())
}

pub async fn cash(books: &Books, drive: DriveId, minor: i64) -> Result<Gift, BooksError> {
    let day = jiff::civil::date(2026, 11, 24);
    let fact = Fact::CashReceived { drive, amount: euro(minor), day };
    Ok(append(books, fact).await?.begun_gift().unwrap())
}

pub async fn see(books: &Books, gift: GiftId) {
    append(books, Fact::Promised { gift }).await.unwrap();
}

pub async fn correct(books: &Books, gift: GiftId) {
    let reason = CorrectionReason::NotGiven;
    append(books, Fact::Corrected { gift, reason }).await.unwrap();
}

async fn append(books: &Books, fact: Fact) -> Result<groat_ledger::journal::Entry, BooksError> {
    let mut act = books.write(author(3)).await?;
    let entry = act.append(fact).await?;
    act.commit().await?;
    Ok(entry)
}

/// A drive with asks, promises, cash and corrections: four entries a round.
pub async fn some_days_of_work(books: &Books, rounds: i64) -> DriveId {
    let drive = begin(books).await;
    for round in 1..=rounds {
        let asked = ask(books, drive, (round % 5 > 0).then_some(round * 100)).await.unwrap();
        see(books, asked.id).await;
        let cash = cash(books, drive, round * 7).await.unwrap();
        if round % 3 == 0 {
            correct(books, cash.id).await;
        }
        ask(books, drive, Some(500)).await.unwrap();
    }
    drive
}

pub async fn verify(books: &Books) -> Verified {
    books.verify(&mut |_, _| true).await.unwrap()
}

/// A connection past every rule of ours, as an intruder with a database tool has it.
pub async fn tool(folder: &Path) -> SqliteConnection {
    let file = folder.join("station.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file);
    let begins = std::fs::read(&file).unwrap();
    let options = match begins.starts_with(b"SQLite format 3") {
        true => options,
        false => options.pragma("key", format!("\"x'{}'\"", "5a".repeat(32))),
    };
    options.connect().await.unwrap()
}

/// Runs statements through such a connection.
pub async fn tamper(folder: &Path, statements: &str) -> Result<(), sqlx::Error> {
    let mut tool = tool(folder).await;
    let done = sqlx::raw_sql(AssertSqlSafe(statements.to_owned())).execute(&mut tool).await;
    sqlx::Connection::close(tool).await?;
    done.map(drop)
}
