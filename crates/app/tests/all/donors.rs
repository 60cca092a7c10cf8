//! Donors who want their name noted: sealed while the office is closed, and forgotten without a
//! trace. Files are looked into past every rule of ours, with their keys.

use std::path::Path;

use groat_app::{
    App, Code, DonorField, Face, NewDonor, Purpose, Surroundings, SystemChance, SystemKeys,
};
use groat_ledger::journal::Fact;
use groat_ledger::{DonorId, ErasureReason, GiftId};
use groat_vault::{KeyBundle, Keys, RecoveryKey};
use jiff::civil::date;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};

use crate::given::{app, at, euro, folder, opened, refusal};
use crate::signing_in::{ADMIN, Office, PIN};

const NAME: &str = "Xanthippe Quarz";
const CONTACT: &str = "xq@zebra.example";
const MESSAGE: &str = "Gruss vom Vulkan";
const TAX: &str = "98 765 432 109";
const MARKERS: [&str; 4] = [NAME, CONTACT, MESSAGE, TAX];
const NONE: [&str; 0] = [];

fn said(tax_number: &str) -> NewDonor {
    NewDonor {
        name: NAME.into(),
        contact: CONTACT.into(),
        message: MESSAGE.into(),
        may_show: true,
        tax_number: tax_number.into(),
    }
}

async fn gift(office: &Office) -> GiftId {
    let drive = office.app.drives().await.unwrap()[0].drive.id;
    office.app.record_cash(drive, euro(500)).await.unwrap().id
}

/// The keys, as whoever has the recovery sheet gets them.
fn bundle(office: &Office) -> KeyBundle {
    let slots = std::fs::read(office.folder.path().join("keys")).unwrap();
    let sheet = RecoveryKey::parse(&office.recovery.join(" ")).unwrap();
    Keys::decode(&slots).unwrap().open_recovery(&sheet).unwrap()
}

/// Every value of every row of every table, in hex.
async fn dump(file: &Path, key: &groat_vault::Key) -> Vec<String> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
    let pragma = format!("\"{}\"", key.sqlcipher().as_str());
    let mut tool = options.pragma("key", pragma).connect().await.unwrap();
    let columns: Vec<(String, String)> = sqlx::query_as(
        "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
         WHERE t.type = 'table'",
    )
    .fetch_all(&mut tool)
    .await
    .unwrap();
    let mut values = Vec::new();
    for (table, column) in columns {
        let query = format!("SELECT coalesce(hex(\"{column}\"), '') FROM \"{table}\"");
        let found: Vec<String> =
            sqlx::query_scalar(AssertSqlSafe(query)).fetch_all(&mut tool).await.unwrap();
        values.extend(found);
    }
    tool.close().await.unwrap();
    assert!(values.len() > 10, "a file with something in it");
    values
}

/// Which of the markers stand in a file in clear, for whoever has its key.
async fn found(file: &Path, key: &groat_vault::Key) -> Vec<&'static str> {
    let values = dump(file, key).await;
    let stands = |marker: &&str| {
        let forms = [(*marker).to_owned(), marker.replace(' ', "")];
        let hex = forms.map(|form| data_encoding::HEXUPPER.encode(form.as_bytes()));
        values.iter().any(|value| hex.iter().any(|hex| value.contains(hex.as_str())))
    };
    MARKERS.into_iter().filter(stands).collect()
}

async fn office_file(office: &Office) -> Vec<&'static str> {
    found(&office.folder.path().join("office.db"), &bundle(office).office).await
}

async fn station_file(office: &Office) -> Vec<&'static str> {
    found(&office.folder.path().join("station.db"), &bundle(office).station).await
}

/// What the journal says of donors.
async fn told(office: Office) -> Vec<Fact> {
    let entries = office.journal().await.into_iter().map(|(_, fact)| fact);
    let of_donors =
        |fact: &Fact| matches!(fact, Fact::DonorNamed { .. } | Fact::DonorErased { .. });
    entries.filter(of_donors).collect()
}

#[tokio::test]
async fn without_an_office_no_name_is_noted() {
    let folder = folder();
    let app = app(folder.path()).await;
    let drive = opened(&app).await;
    let gift = app.record_cash(drive, euro(500)).await.unwrap().id;
    assert_eq!(refusal(app.note_donor(gift, &said("")).await).0, Code::OfficeMissing);
    assert_eq!(refusal(app.donors("", 10, 0).await).0, Code::OfficeMissing);
    app.close().await;
}

#[tokio::test]
async fn what_is_typed_is_checked() {
    let office = Office::new().await;
    let gift = gift(&office).await;
    let note = async |new: NewDonor| refusal(office.app.note_donor(gift, &new).await);
    let nameless = NewDonor { name: "  ".into(), ..said("") };
    assert_eq!(note(nameless).await, (Code::DonorNameEmpty, at("name")));
    let long = NewDonor { name: "x".repeat(101), ..said("") };
    assert_eq!(note(long).await, (Code::DonorTextTooLong, at("name")));
    let long = NewDonor { message: "x".repeat(501), ..said("") };
    assert_eq!(note(long).await, (Code::DonorTextTooLong, at("message")));
    let lines = NewDonor { contact: "a\nb".into(), ..said("") };
    assert_eq!(note(lines).await, (Code::TextLineBreak, at("contact")));
    let nowhere = GiftId { seq: 99_999, ..gift };
    let refused = refusal(office.app.note_donor(nowhere, &said("")).await);
    assert_eq!(refused.0, Code::GiftUnknown);
    assert_eq!(refusal(office.app.donor_id("x")), (Code::DonorUnknown, at("donor")));
    let refused = refusal(office.app.forget_donor(DonorId([9; 16])).await);
    assert_eq!(refused, (Code::DonorUnknown, at("donor")));
    office.app.close().await;
}

#[tokio::test]
async fn a_donor_is_kept_in_the_office_and_the_tax_number_in_no_clear_form() {
    let office = Office::new().await;
    let gift = gift(&office).await;
    office.app.note_donor(gift, &said(TAX)).await.unwrap();
    let page = office.app.donors("quarz", 10, 0).await.unwrap();
    assert_eq!(page.matches, 1);
    let donor = &page.donors[0];
    assert_eq!(donor.name.as_deref(), Some(NAME));
    assert_eq!(donor.tax_number_masked.as_deref(), Some("••• 109"));
    assert!(donor.token.starts_with("D-") && donor.token.len() == 6, "{}", donor.token);
    assert_eq!(donor.gifts, [gift]);
    let until = Some(date(2037, 1, 1));
    let fields = [
        (DonorField::Name, Purpose::Tax, until),
        (DonorField::Contact, Purpose::Thanks, None),
        (DonorField::Message, Purpose::Display, None),
        (DonorField::TaxNumber, Purpose::Tax, until),
    ];
    assert_eq!(donor.fields, fields);
    assert!(!format!("{donor:?} {:?}", said(TAX)).contains("Quarz"));
    assert_eq!(office.app.donors(&donor.token, 10, 0).await.unwrap().matches, 1);
    assert_eq!(office.app.donors("nobody", 10, 0).await.unwrap().matches, 0);
    assert_eq!(office.app.donors("", 0, 0).await.unwrap().donors, []);
    assert_eq!(office_file(&office).await, [NAME, CONTACT, MESSAGE]);
    assert_eq!(station_file(&office).await, NONE);
    assert_eq!(office.app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    office.app.close().await;
}

#[tokio::test]
async fn a_volunteers_note_waits_sealed_until_the_office_opens() {
    let (office, _, _, cleo) = Office::staffed().await;
    let gift = gift(&office).await;
    office.app.sign_in(cleo, PIN, None).await.unwrap();
    let donor = office.app.note_donor(gift, &said(TAX)).await.unwrap();
    assert_eq!(office.app.waiting_notes().await.unwrap(), 1);
    assert_eq!(refusal(office.app.donors("", 10, 0).await).0, Code::RightMissing);
    assert_eq!(station_file(&office).await, NONE, "not even with the station's key");
    assert_eq!(office_file(&office).await, NONE);

    let office = office.restart().await;
    assert_eq!(office.app.waiting_notes().await.unwrap(), 1);
    office.ada_signs_in().await;
    assert_eq!(office.app.waiting_notes().await.unwrap(), 0);
    let page = office.app.donors("", 10, 0).await.unwrap();
    assert_eq!((page.matches, page.donors[0].id), (1, donor));
    assert_eq!(page.donors[0].contact.as_deref(), Some(CONTACT));
    assert_eq!(station_file(&office).await, NONE);
    assert_eq!(office.app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    assert_eq!(told(office).await.len(), 1);
}

#[tokio::test]
async fn a_note_that_comes_back_is_written_once() {
    let (office, _, _, cleo) = Office::staffed().await;
    let gift = gift(&office).await;
    office.app.sign_in(cleo, PIN, None).await.unwrap();
    office.app.note_donor(gift, &said("")).await.unwrap();
    let file = office.folder.path().join("station.db");
    let key = bundle(&office).station;
    let tool = async |statement: &'static str| {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&file);
        let pragma = format!("\"{}\"", key.sqlcipher().as_str());
        let mut tool = options.pragma("key", pragma).connect().await.unwrap();
        sqlx::raw_sql(statement).execute(&mut tool).await.unwrap();
        tool.close().await.unwrap();
    };
    tool("CREATE TABLE kept AS SELECT * FROM sealed_note").await;
    office.ada_signs_in().await;
    let first = office.app.donors("", 10, 0).await.unwrap();
    office.app.sign_in(cleo, PIN, None).await.unwrap();
    tool("INSERT INTO sealed_note SELECT * FROM kept; DROP TABLE kept").await;
    assert_eq!(office.app.waiting_notes().await.unwrap(), 1);
    office.ada_signs_in().await;
    assert_eq!(office.app.waiting_notes().await.unwrap(), 0);
    assert_eq!(office.app.donors("", 10, 0).await.unwrap(), first);
    assert_eq!(told(office).await.len(), 1);
}

#[tokio::test]
async fn nothing_is_sealed_to_a_key_that_was_exchanged() {
    let (office, _, _, cleo) = Office::staffed().await;
    let gift = gift(&office).await;
    office.app.sign_in(cleo, PIN, None).await.unwrap();
    let file = office.folder.path().join("keys");
    let named = groat_vault::sealed::OfficeKey::of(&bundle(&office).office_secret).0;
    let mut bytes = std::fs::read(&file).unwrap();
    let place = bytes.windows(32).position(|window| window == named).unwrap();
    bytes[place + 3] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    assert_eq!(refusal(office.app.note_donor(gift, &said("")).await).0, Code::BooksDamaged);
    assert_eq!(office.app.waiting_notes().await.unwrap(), 0);
    office.app.close().await;
}

#[tokio::test]
async fn whoever_asks_is_forgotten_without_a_trace() {
    let office = Office::new().await;
    let gift = gift(&office).await;
    let donor = office.app.note_donor(gift, &said("")).await.unwrap();
    let token = office.app.donors("", 1, 0).await.unwrap().donors[0].token.clone();
    let before = office.app.drives().await.unwrap()[0].standing.clone();
    assert_eq!(office_file(&office).await, [NAME, CONTACT, MESSAGE]);

    let left = office.app.forget_donor(donor).await.unwrap();
    assert_eq!((left.name, left.contact, left.message, left.may_show), (None, None, None, false));
    assert_eq!((left.token, left.fields, left.gifts), (token, vec![], vec![gift]));
    let log = office.folder.path().join("office.db-wal");
    assert_eq!(std::fs::metadata(log).map_or(0, |log| log.len()), 0, "the log is empty");
    assert_eq!(office_file(&office).await, NONE);
    office.app.forget_donor(donor).await.unwrap();

    let file = office.folder.path().join("backup.groat");
    office.app.back_up(&file, &mut |_, _| true).await.unwrap();
    let place = folder();
    let books = place.path().join("books");
    let elsewhere = Surroundings {
        clock: office.clock.clone(),
        chance: std::sync::Arc::new(SystemChance),
        keys: std::sync::Arc::new(SystemKeys::of(&books)),
    };
    groat_app::restore(&file, &books, ADMIN, &elsewhere, &mut |_, _| true).await.unwrap();
    // Opening them puts what was restored in its place.
    let restored = App::open_with(books.clone(), Face::Window, elsewhere).await.unwrap();
    restored.close().await;
    let keys = bundle(&office);
    assert_eq!(found(&books.join("office.db"), &keys.office).await, NONE);
    assert_eq!(found(&books.join("station.db"), &keys.station).await, NONE);

    assert_eq!(office.app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    office.app.refold(&mut |_, _| true).await.unwrap();
    assert_eq!(office.app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    assert_eq!(office.app.drives().await.unwrap()[0].standing, before, "sums are what they were");
    let told = told(office).await;
    let erased = Fact::DonorErased { donor, reason: ErasureReason::Asked };
    assert_eq!((told.len(), told.last()), (2, Some(&erased)), "erased once");
}

#[tokio::test]
async fn what_the_tax_office_wants_stays_until_its_day() {
    let office = Office::new().await;
    let gift = gift(&office).await;
    let donor = office.app.note_donor(gift, &said(TAX)).await.unwrap();
    let left = office.app.forget_donor(donor).await.unwrap();
    let until = Some(date(2037, 1, 1));
    let fields =
        [(DonorField::Name, Purpose::Tax, until), (DonorField::TaxNumber, Purpose::Tax, until)];
    assert_eq!(left.fields, fields);
    assert_eq!(office_file(&office).await, [NAME]);
    for (instant, name) in [("2036-12-31T08:00:00Z", Some(NAME)), ("2037-01-01T08:00:00Z", None)] {
        office.app.lock().await;
        office.clock.set(instant);
        office.ada_signs_in().await;
        let donors = office.app.donors("", 10, 0).await.unwrap().donors;
        assert_eq!(donors[0].name.as_deref(), name, "{instant}");
    }
    assert_eq!(office_file(&office).await, NONE);
    assert_eq!(office.app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    assert_eq!(told(office).await.len(), 2, "erased when they asked, and not twice");
}

#[tokio::test]
async fn a_donor_of_whom_nothing_may_be_kept_any_more_is_erased_as_expired() {
    let office = Office::new().await;
    let gift = gift(&office).await;
    let new = NewDonor { name: NAME.into(), tax_number: TAX.into(), ..NewDonor::default() };
    let donor = office.app.note_donor(gift, &new).await.unwrap();
    office.app.lock().await;
    office.clock.set("2037-02-01T08:00:00Z");
    office.ada_signs_in().await;
    assert_eq!(office_file(&office).await, NONE);
    let erased = Fact::DonorErased { donor, reason: ErasureReason::Expired };
    assert_eq!(told(office).await.last(), Some(&erased));
}

#[tokio::test]
async fn an_export_is_no_formula() {
    let office = Office::new().await;
    let gift = gift(&office).await;
    let new = NewDonor { name: "=1+1".into(), ..said(TAX) };
    office.app.note_donor(gift, &new).await.unwrap();
    let file = office.folder.path().join("donors.csv");
    assert_eq!(office.app.export_donors(&file).await.unwrap(), 1);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains(",'=1+1,") && text.contains(TAX), "{text}");
    office.app.lock().await;
    assert_eq!(refusal(office.app.export_donors(&file).await).0, Code::DeskLocked);
    office.app.close().await;
}
