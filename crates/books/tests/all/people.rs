//! People on disk: folded, proved, and what is remembered of them beside the journal.

use groat_books::{Books, BooksError, FileKey, Office, SecondFactor, Trouble, WrongTries};
use groat_ledger::journal::Fact;
use groat_ledger::{PersonId, Role, Salt};

use crate::given::{at, author, folder, open, tamper, verify};

const ADA: PersonId = PersonId([1; 16]);
const BEN: PersonId = PersonId([2; 16]);

fn key(byte: u8) -> FileKey {
    FileKey::new([byte; 32])
}

async fn add(books: &Books, id: PersonId, role: Role, name: &str) {
    let mut act = books.write(author(0)).await.unwrap();
    let name = act.keep_person(Salt([id.0[0]; 32]), name).await.unwrap();
    act.append(Fact::PersonAdded { person: id, role, name }).await.unwrap();
    act.commit().await.unwrap();
}

async fn append(books: &Books, fact: Fact) -> Result<(), BooksError> {
    let mut act = books.write(author(1)).await?;
    act.append(fact).await?;
    act.commit().await
}

async fn staffed(books: &Books) {
    add(books, ADA, Role::Admin, "Ada").await;
    add(books, BEN, Role::Volunteer, "Ben").await;
    for fact in [
        Fact::SecondFactorEnrolled { person: ADA },
        Fact::SignedIn { person: ADA },
        Fact::RoleGiven { person: BEN, role: Role::Treasurer },
        Fact::SecondFactorEnrolled { person: BEN },
        Fact::FourEyesSet { on: true },
        Fact::RoleGiven { person: BEN, role: Role::Treasurer },
    ] {
        append(books, fact).await.unwrap();
    }
}

#[tokio::test]
async fn people_are_read_as_the_journal_says_and_folded_again() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    staffed(&books).await;
    let known = books.people().await.unwrap();
    let person = known.people.by_id[&BEN];
    assert_eq!(
        (person.role, person.is_enrolled, person.is_removed),
        (Role::Treasurer, true, false)
    );
    assert!(known.people.four_eyes);
    assert_eq!(known.names[&ADA], "Ada");
    assert_eq!(verify(&books).await.troubles, []);
    books.refold(&mut |_, _| true).await.unwrap();
    assert_eq!(books.people().await.unwrap(), known);
    append(&books, Fact::FourEyesSet { on: false }).await.unwrap();
    append(&books, Fact::RoleGiven { person: BEN, role: Role::Volunteer }).await.unwrap();
    assert!(!books.people().await.unwrap().people.by_id[&BEN].is_enrolled);
    assert_eq!(verify(&books).await.troubles, []);
    let known = books.people().await.unwrap();
    let mut act = books.write(author(2)).await.unwrap();
    assert_eq!(act.people().await.unwrap(), known);
    drop(act);
    books.close().await;
}

#[tokio::test]
async fn a_change_of_people_is_found() {
    for (trouble, change) in [
        ("person", "UPDATE person SET role = 'admin'"),
        ("person", "UPDATE person SET removed = 1"),
        ("person", "UPDATE person SET enrolled = 0"),
        ("person", "DELETE FROM person WHERE role = 'admin'"),
        ("four_eyes", "UPDATE four_eyes SET required = 0"),
        ("four_eyes", "DELETE FROM four_eyes"),
    ] {
        let folder = folder();
        let books = open(folder.path()).await.unwrap();
        staffed(&books).await;
        books.close().await;
        tamper(folder.path(), change).await.unwrap();
        let books = open(folder.path()).await.unwrap();
        let found = verify(&books).await.troubles;
        let [Trouble::Fold { table, .. }] = found.as_slice() else { panic!("{change}: {found:?}") };
        assert_eq!(*table, trouble, "{change}");
        books.refold(&mut |_, _| true).await.unwrap();
        assert_eq!(verify(&books).await.troubles, [], "{change}");
        books.close().await;
    }
    for change in ["UPDATE person_text SET name = 'Eve'", "DELETE FROM person_text"] {
        let folder = folder();
        let books = open(folder.path()).await.unwrap();
        staffed(&books).await;
        books.close().await;
        tamper(folder.path(), change).await.unwrap();
        let books = open(folder.path()).await.unwrap();
        let found = verify(&books).await.troubles;
        assert_eq!(found, [Trouble::Text { table: "person_text" }], "{change}");
        books.close().await;
    }
}

#[tokio::test]
async fn pins_and_wrong_tries_outlive_a_restart_and_a_fold() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    staffed(&books).await;
    let tries = WrongTries { failures: 6, last: Some(at(5)) };
    let mut act = books.write(author(2)).await.unwrap();
    act.keep_pin(BEN, Some(b"stretched")).await.unwrap();
    act.keep_wrong_tries(BEN, tries).await.unwrap();
    assert_eq!(act.wrong_tries(BEN).await.unwrap(), tries);
    act.commit().await.unwrap();
    books.refold(&mut |_, _| true).await.unwrap();
    books.close().await;

    let books = open(folder.path()).await.unwrap();
    assert_eq!(books.pin(BEN).await.unwrap().as_deref(), Some(b"stretched".as_slice()));
    assert_eq!(books.pin(ADA).await.unwrap(), None);
    let all = books.wrong_tries().await.unwrap();
    assert_eq!(all.into_iter().collect::<Vec<_>>(), [(BEN, tries)]);
    let mut act = books.write(author(3)).await.unwrap();
    act.keep_wrong_tries(BEN, WrongTries::default()).await.unwrap();
    act.keep_pin(BEN, None).await.unwrap();
    act.commit().await.unwrap();
    assert!(books.wrong_tries().await.unwrap().is_empty());
    assert_eq!(books.pin(BEN).await.unwrap(), None);
    books.close().await;
}

#[tokio::test]
async fn a_step_and_a_recovery_code_count_once() {
    let folder = folder();
    assert!(!Office::exists(folder.path()).unwrap());
    assert!(matches!(Office::open(folder.path(), &key(7)).await, Err(BooksError::NotFound { .. })));
    let office = Office::found(folder.path(), &key(7)).await.unwrap();
    assert!(Office::exists(folder.path()).unwrap());
    let factor = SecondFactor { secret: [9; 20], last_step: 100 };
    office.enrol(ADA, &factor, &[[1; 32], [2; 32]], at(0)).await.unwrap();
    office.enrol(BEN, &factor, &[[1; 32]], at(0)).await.unwrap();
    assert_eq!(office.second_factor(ADA).await.unwrap(), Some(factor));
    for (step, counts) in [(100, false), (99, false), (101, true), (101, false), (103, true)] {
        assert_eq!(office.use_step(ADA, step).await.unwrap(), counts, "{step}");
    }
    assert!(office.use_recovery_code(ADA, &[1; 32], at(1)).await.unwrap());
    assert!(!office.use_recovery_code(ADA, &[1; 32], at(1)).await.unwrap(), "used twice");
    assert!(!office.use_recovery_code(ADA, &[3; 32], at(1)).await.unwrap(), "never given out");
    assert!(office.use_recovery_code(BEN, &[1; 32], at(1)).await.unwrap(), "another person's");
    office.close().await;
    assert!(office.second_factor(ADA).await.is_err(), "closed");

    let office = Office::open(folder.path(), &key(7)).await.unwrap();
    assert_eq!(office.second_factor(ADA).await.unwrap().unwrap().last_step, 103);
    let codes = office.recovery_codes(ADA).await.unwrap();
    assert_eq!(codes, [([1; 32], true), ([2; 32], false)]);
    // A phone that is enrolled anew brings codes of its own.
    let factor = SecondFactor { secret: [8; 20], last_step: 110 };
    office.enrol(ADA, &factor, &[[4; 32]], at(2)).await.unwrap();
    assert_eq!(office.recovery_codes(ADA).await.unwrap(), [([4; 32], false)]);
    office.keep_travel_slot(BEN, b"slot").await.unwrap();
    office.keep_travel_slot(ADA, b"first").await.unwrap();
    office.keep_travel_slot(ADA, b"second").await.unwrap();
    assert_eq!(office.travel_slots().await.unwrap(), [b"second".as_slice(), b"slot"]);
    office.forget(ADA).await.unwrap();
    assert_eq!(office.second_factor(ADA).await.unwrap(), None);
    assert!(office.recovery_codes(ADA).await.unwrap().is_empty());
    assert_eq!(office.travel_slots().await.unwrap(), [b"slot"]);
    assert!(office.second_factor(BEN).await.unwrap().is_some());
    office.close().await;
}

#[tokio::test]
async fn the_office_opens_with_its_own_key_alone() {
    let folder = folder();
    Office::found(folder.path(), &key(7)).await.unwrap().close().await;
    let refused = Office::open(folder.path(), &key(8)).await;
    assert!(matches!(refused, Err(BooksError::KeyRefused)), "{refused:?}");
    let bytes = std::fs::read(folder.path().join("office.db")).unwrap();
    assert!(!bytes.windows(13).any(|part| part == b"second_factor"), "readable without the key");
}
