//! Signing in, waiting after wrong tries, and locking.

use std::sync::Arc;

use groat_app::{App, Code, Fault, Right, Session};
use groat_books::{Access, Books};
use groat_ledger::journal::Fact;
use groat_ledger::{Means, PersonId, Role};
use tempfile::TempDir;

use crate::given::{SetClock, app_at, at, euro, folder, opened, refusal};
use crate::phone::Phone;

pub const ADMIN: &str = "seven wet lanterns hum";
pub const TREASURER: &str = "four old bridges sing";
pub const PIN: &str = "2749";

/// A desk with an admin who is signed in, and her phone.
pub struct Office {
    pub app: App,
    pub clock: Arc<SetClock>,
    pub folder: TempDir,
    pub ada: PersonId,
    pub phone: Phone,
    pub recovery: Vec<String>,
    pub codes: Vec<String>,
}

impl Office {
    pub async fn new() -> Office {
        let folder = folder();
        let clock = SetClock::at("2026-11-23T08:00:00Z", "Europe/Berlin");
        let app = app_at(folder.path(), Arc::clone(&clock)).await;
        opened(&app).await;
        let begun = app.begin_office("Ada", ADMIN).unwrap();
        let recovery: Vec<_> = begun.recovery.iter().map(|group| group.to_string()).collect();
        app.check_recovery(&recovery.join(" ")).unwrap();
        let phone = Phone::typed(&begun.factor.text);
        let (first, second) = two_codes(&clock, &phone);
        let codes = app.finish_office(&first, &second).await.unwrap();
        let codes = codes.iter().map(|code| code.to_string()).collect();
        let ada = app.people().await.unwrap()[0].id;
        Office { app, clock, folder, ada, phone, recovery, codes }
    }

    /// With a treasurer whose phone shows codes, and a volunteer; the admin is signed in.
    pub async fn staffed() -> (Office, PersonId, Phone, PersonId) {
        let office = Office::new().await;
        let ben = office.app.add_person("Ben", Role::Treasurer, TREASURER).await.unwrap();
        let cleo = office.app.add_person("Cleo", Role::Volunteer, PIN).await.unwrap();
        let begun = office.app.begin_factor(ben, TREASURER).await.unwrap();
        let phone = Phone::typed(&begun.text);
        let (first, second) = two_codes(&office.clock, &phone);
        office.app.finish_factor(&first, &second).await.unwrap();
        office.ada_signs_in().await;
        (office, ben, phone, cleo)
    }

    /// After the step of the last code is over.
    pub async fn ada_signs_in(&self) {
        self.clock.pass(30);
        let code = self.code();
        self.app.sign_in(self.ada, ADMIN, Some(&code)).await.unwrap();
    }

    /// What the admin's phone shows now.
    pub fn code(&self) -> String {
        shown(&self.phone, &self.clock)
    }

    /// Opens the same books anew.
    pub async fn restart(self) -> Office {
        let Office { app, clock, folder, ada, phone, recovery, codes } = self;
        app.close().await;
        let app = app_at(folder.path(), Arc::clone(&clock)).await;
        Office { app, clock, folder, ada, phone, recovery, codes }
    }

    pub async fn session(&self) -> Session {
        self.app.session().await.unwrap().session
    }

    /// Closes the desk and reads its journal: person and fact of every entry.
    pub async fn journal(self) -> Vec<(Option<PersonId>, Fact)> {
        self.app.close().await;
        journal(self.folder.path()).await
    }
}

pub fn shown(phone: &Phone, clock: &SetClock) -> String {
    phone.shows(groat_app::Clock::now(clock))
}

pub fn two_codes(clock: &SetClock, phone: &Phone) -> (String, String) {
    let first = shown(phone, clock);
    clock.pass(30);
    (first, shown(phone, clock))
}

async fn journal(folder: &std::path::Path) -> Vec<(Option<PersonId>, Fact)> {
    let bytes = std::fs::read(folder.join("station.key")).unwrap();
    let key = groat_books::FileKey::new(bytes[..32].try_into().unwrap());
    let books = Books::open(folder, &key, Access::Read).await.unwrap();
    let entries = books.entries_after(0, 1000).await.unwrap();
    books.close().await;
    entries.into_iter().map(|entry| (entry.person, entry.fact)).collect()
}

fn wrong(fault: Result<(), Fault>) -> Code {
    refusal(fault).0
}

#[tokio::test]
async fn before_an_office_whoever_sits_there_may_do_what_needs_none() {
    let folder = folder();
    let clock = SetClock::at("2026-11-23T08:00:00Z", "Europe/Berlin");
    let app = app_at(folder.path(), clock).await;
    assert_eq!(app.session().await.unwrap().session, Session::Nobody);
    opened(&app).await;
    for right in [Right::Always, Right::Found, Right::Look, Right::Collect, Right::Sensitive] {
        let _ = app.may(right).await.unwrap();
    }
    assert_eq!(refusal(app.may(Right::Admin).await).0, Code::OfficeMissing);
    app.lock().await;
    assert_eq!(app.session().await.unwrap().session, Session::Nobody);
    assert_eq!(wrong(app.confirm_code("123456").await), Code::OfficeMissing);
    app.close().await;
}

#[tokio::test]
async fn an_office_stands_only_when_sheet_and_phone_were_tried() {
    let folder = folder();
    let clock = SetClock::at("2026-11-23T08:00:00Z", "Europe/Berlin");
    let app = app_at(folder.path(), Arc::clone(&clock)).await;
    assert_eq!(refusal(app.finish_office("1", "2").await).0, Code::OfficeNotBegun);
    assert_eq!(wrong(app.check_recovery("x")), Code::OfficeNotBegun);
    for (name, passphrase, code, field) in [
        ("", ADMIN, Code::PersonNameEmpty, "name"),
        ("Ada", "short", Code::PassphraseShort, "passphrase"),
        ("Ada", "passwordpassword", Code::PassphrasePattern, "passphrase"),
        ("Ada", "password welcome", Code::PassphraseCommon, "passphrase"),
        ("Ada", &"x y".repeat(60), Code::PassphraseLong, "passphrase"),
    ] {
        assert_eq!(refusal(app.begin_office(name, passphrase).map(drop)), (code, at(field)));
    }
    let begun = app.begin_office("Ada", ADMIN).unwrap();
    let phone = Phone::typed(&begun.factor.text);
    assert!(begun.factor.uri.starts_with("otpauth://totp/Groat:Ada?secret="));
    let (first, second) = two_codes(&clock, &phone);
    assert_eq!(refusal(app.finish_office(&first, &second).await).0, Code::RecoveryUnchecked);
    let mut groups: Vec<_> = begun.recovery.iter().map(|group| group.to_string()).collect();
    assert_eq!(wrong(app.check_recovery(&groups[..7].join(" "))), Code::RecoveryLength);
    groups.swap(2, 3);
    assert_eq!(wrong(app.check_recovery(&groups.join("-"))), Code::RecoveryMistyped);
    groups.swap(2, 3);
    app.check_recovery(&groups.join("-").to_lowercase()).unwrap();
    for (first, second, code, field) in [
        ("12345", second.as_str(), Code::CodeMalformed, "first_code"),
        (&second, &second, Code::CodeSame, "second_code"),
        (&second, &first, Code::CodeWrong, "first_code"),
    ] {
        let refused = refusal(app.finish_office(first, second).await);
        assert_eq!(refused, (code, at(field)), "{first} {second}");
    }
    assert!(!folder.path().join("office.db").exists(), "nothing is on the disk before");
    assert!(app.people().await.unwrap().is_empty());
    let codes = app.finish_office(&first, &second).await.unwrap();
    assert_eq!(codes.len(), 10);
    let standing = app.session().await.unwrap();
    let Session::SignedIn(ada) = standing.session else { panic!("{standing:?}") };
    assert_eq!((ada.role, standing.fresh_seconds), (Role::Admin, 300));
    assert_eq!(refusal(app.may(Right::Found).await).0, Code::OfficeExists);
    app.close().await;
}

#[tokio::test]
async fn an_office_whose_setting_up_was_cut_off_is_set_up_anew() {
    let folder = folder();
    let clock = SetClock::at("2026-11-23T08:00:00Z", "Europe/Berlin");
    let app = app_at(folder.path(), Arc::clone(&clock)).await;
    std::fs::write(folder.path().join("office.db"), "half a file").unwrap();
    let begun = app.begin_office("Ada", ADMIN).unwrap();
    let groups: Vec<_> = begun.recovery.iter().map(|group| group.to_string()).collect();
    app.check_recovery(&groups.join(" ")).unwrap();
    let (first, second) = two_codes(&clock, &Phone::typed(&begun.factor.text));
    app.finish_office(&first, &second).await.unwrap();
    app.cancel_office();
    app.close().await;
}

#[tokio::test]
async fn the_office_is_entered_with_passphrase_and_code_and_a_code_counts_once() {
    let office = Office::new().await.restart().await;
    assert_eq!(office.session().await, Session::Locked);
    assert_eq!(refusal(office.app.may(Right::Look).await).0, Code::DeskLocked);
    let used = office.code();
    let sign_in = async |secret: &str, code: Option<&str>| {
        refusal(office.app.sign_in(office.ada, secret, code).await)
    };
    assert_eq!(sign_in(ADMIN, None).await, (Code::CodeNeeded, at("code")));
    assert_eq!(sign_in(ADMIN, Some(" ")).await, (Code::CodeNeeded, at("code")));
    assert_eq!(sign_in(ADMIN, Some(&used)).await, (Code::CodeUsed, at("code")));
    assert_eq!(sign_in(ADMIN, Some("12345")).await, (Code::CodeMalformed, at("code")));
    assert_eq!(sign_in(ADMIN, Some("never a code")).await, (Code::CodeMalformed, at("code")));
    assert_eq!(sign_in("another passphrase", Some(&used)).await.0, Code::PassphraseWrong);
    office.clock.pass(600);
    assert_eq!(sign_in(ADMIN, Some(&used)).await.0, Code::CodeUsed, "it stays used");
    office.ada_signs_in().await;
    office.clock.pass(30);
    office.app.confirm_code(&office.code()).await.unwrap();
    assert_eq!(wrong(office.app.confirm_code(&office.code()).await), Code::CodeUsed);
    let stranger = PersonId([9; 16]);
    let refused = refusal(office.app.sign_in(stranger, ADMIN, Some("123456")).await);
    assert_eq!(refused, (Code::PersonUnknown, at("person")));
    office.app.close().await;
}

#[tokio::test]
async fn a_phone_whose_clock_is_behind_is_told_so() {
    let office = Office::new().await;
    office.clock.pass(3600);
    let late = office.code();
    office.clock.pass(600);
    let refused = office.app.sign_in(office.ada, ADMIN, Some(&late)).await.unwrap_err();
    assert_eq!(refused.code, Code::ClockDiffers);
    office.app.close().await;
}

#[tokio::test]
async fn a_recovery_code_lets_in_once_and_a_new_phone_can_be_enrolled() {
    let office = Office::new().await.restart().await;
    let code = office.codes[3].clone();
    let typed = code.to_lowercase().replace('-', " ");
    office.app.sign_in(office.ada, ADMIN, Some(&typed)).await.unwrap();
    let again = refusal(office.app.sign_in(office.ada, ADMIN, Some(&code)).await);
    assert_eq!(again, (Code::RecoveryCodeWrong, at("code")));
    let begun = office.app.begin_factor(office.ada, ADMIN).await.unwrap();
    let phone = Phone::typed(&begun.text);
    let (first, second) = two_codes(&office.clock, &phone);
    let codes = office.app.finish_factor(&first, &second).await.unwrap();
    assert_eq!(codes.len(), 10);
    office.clock.pass(60);
    assert_eq!(wrong(office.app.confirm_code(&office.code()).await), Code::CodeWrong);
    assert_eq!(wrong(office.app.confirm_code(&office.codes[4]).await), Code::RecoveryCodeWrong);
    office.app.confirm_code(&shown(&phone, &office.clock)).await.unwrap();
    let ada = office.ada;
    let journal = office.journal().await;
    let used = |fact: &Fact| matches!(fact, Fact::RecoveryCodeUsed { .. });
    assert_eq!(journal.iter().filter(|(by, fact)| *by == Some(ada) && used(fact)).count(), 1);
}

#[tokio::test]
async fn without_a_fresh_code_nobody_enrols_another_phone() {
    let office = Office::new().await;
    office.clock.pass(299);
    drop(office.app.begin_factor(office.ada, ADMIN).await.unwrap());
    office.clock.pass(2);
    let refused = refusal(office.app.begin_factor(office.ada, ADMIN).await.map(drop));
    assert_eq!(refused, (Code::CodeNeeded, at("person")));
    office.app.lock().await;
    let refused = refusal(office.app.begin_factor(office.ada, ADMIN).await.map(drop));
    assert_eq!(refused, (Code::CodeNeeded, at("person")));
    let finished = office.app.finish_factor("123456", "654321").await;
    assert_eq!(refusal(finished).0, Code::FactorNotBegun, "locking forgets what was begun");
    office.app.close().await;
}

#[tokio::test]
async fn wrong_tries_make_wait_also_after_a_restart_and_make_nobody_else_wait() {
    let (office, _, _, cleo) = Office::staffed().await;
    let dan = office.app.add_person("Dan", Role::Volunteer, "8163").await.unwrap();
    office.app.lock().await;
    for _ in 0..5 {
        let refused = refusal(office.app.sign_in(cleo, "0000", None).await);
        assert_eq!(refused, (Code::PinWrong, at("secret")));
    }
    assert_eq!(wrong(office.app.sign_in(cleo, "0000", None).await), Code::PinWrong, "the sixth");
    let refused = office.app.sign_in(cleo, PIN, None).await.unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::WaitFirst, Some("person")));
    let wait = |people: Vec<groat_app::PersonStanding>| {
        people.iter().map(|one| (one.name.clone(), one.wait_seconds)).collect::<Vec<_>>()
    };
    let expected = [("Ada", 0), ("Ben", 0), ("Cleo", 60), ("Dan", 0)];
    let expected = expected.map(|(name, seconds)| (name.to_owned(), seconds));
    assert_eq!(wait(office.app.people().await.unwrap()), expected);
    office.app.sign_in(dan, "8163", None).await.unwrap();

    let office = office.restart().await;
    office.clock.pass(59);
    assert_eq!(wrong(office.app.sign_in(cleo, PIN, None).await), Code::WaitFirst);
    office.clock.pass(1);
    assert_eq!(wrong(office.app.sign_in(cleo, "0000", None).await), Code::PinWrong);
    office.clock.pass(60);
    assert_eq!(wrong(office.app.sign_in(cleo, PIN, None).await), Code::WaitFirst, "two minutes");
    office.clock.pass(60);
    office.app.sign_in(cleo, PIN, None).await.unwrap();
    // The count begins anew after a right try.
    assert_eq!(wrong(office.app.sign_in(cleo, "0000", None).await), Code::PinWrong);
    office.app.sign_in(cleo, PIN, None).await.unwrap();

    let journal = office.journal().await;
    let refused = Fact::SignInRefused { person: cleo, means: Means::Pin };
    assert_eq!(journal.iter().filter(|(_, fact)| *fact == refused).count(), 8);
    let signed_in = Fact::SignedIn { person: cleo };
    assert_eq!(journal.iter().filter(|(_, fact)| *fact == signed_in).count(), 2);
}

#[tokio::test]
async fn a_hundred_wrong_tries_lock_until_an_admin_helps() {
    let (office, _, _, cleo) = Office::staffed().await;
    office.app.lock().await;
    let mut tried = 0;
    while wrong(office.app.sign_in(cleo, "0000", None).await) == Code::PinWrong {
        tried += 1;
        office.clock.pass(15 * 60);
    }
    assert_eq!(tried, 100);
    office.clock.pass(24 * 3600);
    assert_eq!(wrong(office.app.sign_in(cleo, PIN, None).await), Code::PersonLockedOut);
    office.ada_signs_in().await;
    office.app.give_role(cleo, Role::Volunteer, Some("9031")).await.unwrap();
    assert_eq!(wrong(office.app.sign_in(cleo, PIN, None).await), Code::PinWrong);
    office.app.sign_in(cleo, "9031", None).await.unwrap();
    office.app.close().await;
}

#[tokio::test]
async fn wrong_passphrases_and_codes_count_for_their_person() {
    let office = Office::new().await;
    office.app.lock().await;
    for round in 0..6 {
        office.clock.pass(30);
        let (secret, code, expected, means) = match round % 2 {
            0 => ("wrong passphrase!", office.code(), Code::PassphraseWrong, Means::Passphrase),
            _ => (ADMIN, "000000".to_owned(), Code::CodeWrong, Means::Code),
        };
        let refused = office.app.sign_in(office.ada, secret, Some(&code)).await;
        assert_eq!(wrong(refused), expected, "{means:?}");
    }
    office.clock.pass(30);
    let waits = office.app.sign_in(office.ada, ADMIN, Some(&office.code())).await;
    assert_eq!(wrong(waits), Code::WaitFirst);
    let ada = office.ada;
    let journal = office.journal().await;
    for means in [Means::Passphrase, Means::Code] {
        let refused = Fact::SignInRefused { person: ada, means };
        assert_eq!(journal.iter().filter(|(by, fact)| by.is_none() && *fact == refused).count(), 3);
    }
}

#[tokio::test]
async fn who_goes_away_is_locked_out_after_a_while() {
    let (office, _, _, cleo) = Office::staffed().await;
    office.clock.pass(299);
    assert!(!office.app.tick().await);
    let _ = office.app.may(Right::Look).await.unwrap();
    office.clock.pass(299);
    let _ = office.app.may(Right::Office).await.unwrap();
    office.clock.pass(300);
    assert_eq!(refusal(office.app.may(Right::Look).await).0, Code::DeskLocked);
    assert_eq!(office.session().await, Session::Locked);
    assert!(!office.app.tick().await, "told once");

    office.app.sign_in(cleo, PIN, None).await.unwrap();
    office.clock.pass(15 * 60 - 1);
    let _ = office.app.may(Right::Collect).await.unwrap();
    // What may be done without a right keeps nobody signed in.
    office.clock.pass(15 * 60 - 1);
    let _ = office.app.may(Right::Always).await.unwrap();
    office.clock.pass(1);
    assert!(office.app.tick().await);
    assert_eq!(office.session().await, Session::Locked);

    // A clock that is set back makes nobody's stay longer.
    office.app.sign_in(cleo, PIN, None).await.unwrap();
    office.clock.pass(-3600);
    assert!(office.app.tick().await);
    office.app.close().await;
}

#[tokio::test]
async fn every_entry_names_who_was_at_the_desk() {
    let (office, ben, phone, cleo) = Office::staffed().await;
    let ada = office.ada;
    office.app.sign_in(cleo, PIN, None).await.unwrap();
    let drive = office.app.drives().await.unwrap()[0].drive.id;
    let asked = office.app.ask(drive, None, Some(euro(500))).await.unwrap();
    office.app.see(asked.gift.id).await.unwrap();
    office.clock.pass(30);
    office.app.sign_in(ben, TREASURER, Some(&shown(&phone, &office.clock))).await.unwrap();
    office.app.close_drive(drive).await.unwrap();
    let journal = office.journal().await;
    let first = journal.iter().position(|(_, fact)| fact.kind() == "person-added").unwrap();
    assert!(journal[..first].iter().all(|(by, _)| by.is_none()), "nobody was known");
    let after: Vec<_> =
        journal[first..].iter().map(|(by, fact)| (by.unwrap(), fact.kind())).collect();
    let expected = [
        (ada, "person-added"),
        (ada, "second-factor-enrolled"),
        (ada, "signed-in"),
        (ada, "person-added"),
        (ada, "person-added"),
        (ben, "second-factor-enrolled"),
        (ben, "signed-in"),
        (ada, "signed-in"),
        (cleo, "signed-in"),
        (cleo, "asked"),
        (cleo, "promised"),
        (ben, "signed-in"),
        (ben, "drive-closed"),
    ];
    assert_eq!(after, expected);
}
