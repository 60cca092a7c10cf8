//! Adding, removing, roles, passphrases, and two people for what is sensitive.

use groat_app::{Code, Right, Session};
use groat_ledger::journal::Fact;
use groat_ledger::{PersonId, Role};

use crate::given::{at, refusal};
use crate::phone::Phone;
use crate::signing_in::{ADMIN, Office, PIN, TREASURER, shown, two_codes};

#[tokio::test]
async fn what_a_person_may_not_be_called_or_sign_in_with_is_refused_by_its_cause() {
    let (office, ..) = Office::staffed().await;
    let long = "x".repeat(71);
    for (name, role, secret, code, field) in [
        (" ", Role::Volunteer, PIN, Code::PersonNameEmpty, "name"),
        (long.as_str(), Role::Volunteer, PIN, Code::PersonNameTooLong, "name"),
        ("E\u{202e}ve", Role::Volunteer, PIN, Code::TextDirectionMark, "name"),
        ("cleo", Role::Volunteer, PIN, Code::PersonNameTaken, "name"),
        ("Eve", Role::Volunteer, "123", Code::PinMalformed, "secret"),
        ("Eve", Role::Volunteer, "12a4", Code::PinMalformed, "secret"),
        ("Eve", Role::Volunteer, "1234", Code::PinWeak, "secret"),
        ("Eve", Role::Volunteer, "7777", Code::PinWeak, "secret"),
        ("Eve", Role::Treasurer, PIN, Code::PassphraseShort, "secret"),
    ] {
        let refused = refusal(office.app.add_person(name, role, secret).await);
        assert_eq!(refused, (code, at(field)), "{name}");
    }
    assert_eq!(office.app.people().await.unwrap().len(), 3, "a refusal leaves nothing");
    office.app.close().await;
}

#[tokio::test]
async fn a_treasurer_without_a_phone_is_sent_to_enrol_one() {
    let office = Office::new().await;
    let ben = office.app.add_person("Ben", Role::Treasurer, TREASURER).await.unwrap();
    let cleo = office.app.add_person("Cleo", Role::Volunteer, PIN).await.unwrap();
    office.app.lock().await;
    let refused = refusal(office.app.sign_in(ben, TREASURER, None).await);
    assert_eq!(refused, (Code::FactorMissing, at("person")));
    let wrong = refusal(office.app.sign_in(ben, "wrong passphrase!", None).await);
    assert_eq!(wrong, (Code::PassphraseWrong, at("secret")));
    let wrong = refusal(office.app.begin_factor(ben, "wrong passphrase!").await.map(drop));
    assert_eq!(wrong, (Code::PassphraseWrong, at("passphrase")));
    let volunteer = refusal(office.app.begin_factor(cleo, PIN).await.map(drop));
    assert_eq!(volunteer, (Code::RightMissing, at("person")));
    let begun = office.app.begin_factor(ben, TREASURER).await.unwrap();
    let (first, second) = two_codes(&office.clock, &Phone::typed(&begun.text));
    office.app.finish_factor(&first, &second).await.unwrap();
    let Session::SignedIn(there) = office.session().await else { panic!("not let in") };
    assert_eq!((there.person, there.role), (ben, Role::Treasurer));
    office.app.close().await;
}

#[tokio::test]
async fn an_enrolment_that_nobody_finishes_is_forgotten() {
    let office = Office::new().await;
    let ben = office.app.add_person("Ben", Role::Treasurer, TREASURER).await.unwrap();
    let begun = office.app.begin_factor(ben, TREASURER).await.unwrap();
    office.clock.pass(15 * 60);
    office.app.tick().await;
    let (first, second) = two_codes(&office.clock, &Phone::typed(&begun.text));
    let refused = refusal(office.app.finish_factor(&first, &second).await);
    assert_eq!(refused.0, Code::FactorNotBegun);
    office.app.close().await;
}

#[tokio::test]
async fn who_is_removed_never_signs_in_again() {
    let (office, ben, phone, cleo) = Office::staffed().await;
    let refused = refusal(office.app.remove_person(office.ada).await);
    assert_eq!(refused, (Code::LastAdmin, at("person")));
    office.app.remove_person(ben).await.unwrap();
    office.app.remove_person(cleo).await.unwrap();
    assert_eq!(refusal(office.app.remove_person(ben).await).0, Code::PersonUnknown);
    office.clock.pass(30);
    let code = shown(&phone, &office.clock);
    for (person, secret) in [(ben, TREASURER), (cleo, PIN)] {
        let refused = refusal(office.app.sign_in(person, secret, Some(&code)).await);
        assert_eq!(refused, (Code::PersonUnknown, at("person")));
    }
    // The name is free again.
    office.app.add_person("Cleo", Role::Volunteer, PIN).await.unwrap();
    let people = office.app.people().await.unwrap();
    assert_eq!(people.iter().filter(|one| one.person.is_removed).count(), 2);
    office.app.close().await;
}

#[tokio::test]
async fn a_role_brings_what_it_is_signed_in_with() {
    let (office, ben, phone, cleo) = Office::staffed().await;
    let refused = refusal(office.app.give_role(cleo, Role::Treasurer, None).await);
    assert_eq!(refused, (Code::PassphraseShort, at("secret")));
    let refused = refusal(office.app.give_role(ben, Role::Volunteer, Some("12")).await);
    assert_eq!(refused, (Code::PinMalformed, at("secret")));
    let refused = refusal(office.app.give_role(office.ada, Role::Treasurer, None).await);
    assert_eq!(refused, (Code::LastAdmin, at("person")));
    office.app.give_role(cleo, Role::Treasurer, Some("six blue kettles whisper")).await.unwrap();
    office.app.give_role(ben, Role::Volunteer, Some("5082")).await.unwrap();
    office.app.give_role(ben, Role::Volunteer, None).await.unwrap();

    let refused = refusal(office.app.sign_in(cleo, PIN, None).await);
    assert_eq!(refused.0, Code::PassphraseWrong);
    let refused = office.app.sign_in(cleo, "six blue kettles whisper", None).await;
    assert_eq!(refusal(refused).0, Code::FactorMissing);
    office.clock.pass(30);
    let code = shown(&phone, &office.clock);
    let refused = office.app.sign_in(ben, TREASURER, Some(&code)).await;
    assert_eq!(refusal(refused).0, Code::PinWrong);
    office.app.sign_in(ben, "5082", None).await.unwrap();
    assert_eq!(refusal(office.app.may(Right::Office).await).0, Code::RightMissing);

    // A second admin, and the first one steps down: her own desk knows at once.
    office.ada_signs_in().await;
    office.app.give_role(cleo, Role::Admin, None).await.unwrap();
    office.app.give_role(office.ada, Role::Treasurer, None).await.unwrap();
    assert_eq!(refusal(office.app.may(Right::Admin).await).0, Code::RightMissing);
    let _ = office.app.may(Right::Sensitive).await.unwrap();
    office.app.give_role(office.ada, Role::Volunteer, Some("3196")).await.unwrap();
    assert_eq!(office.session().await, Session::Locked);
    office.app.close().await;
}

#[tokio::test]
async fn a_changed_passphrase_opens_and_the_one_before_does_not() {
    let (office, _, _, cleo) = Office::staffed().await;
    let new = "nine slow tractors dream";
    let change = async |old: &str, new: &str| refusal(office.app.change_passphrase(old, new).await);
    assert_eq!(change("wrong passphrase!", new).await, (Code::PassphraseWrong, at("old")));
    assert_eq!(change(ADMIN, "short").await, (Code::PassphraseShort, at("new")));
    office.app.change_passphrase(ADMIN, new).await.unwrap();
    office.clock.pass(30);
    let refused = office.app.sign_in(office.ada, ADMIN, Some(&office.code())).await;
    assert_eq!(refusal(refused).0, Code::PassphraseWrong);
    office.app.sign_in(office.ada, new, Some(&office.code())).await.unwrap();
    office.app.sign_in(cleo, PIN, None).await.unwrap();
    assert_eq!(change(new, ADMIN).await.0, Code::RightMissing);
    let words = office.app.suggest_passphrase().unwrap();
    assert_eq!(words.split(' ').count(), 6);
    office.app.close().await;
}

#[tokio::test]
async fn four_eyes_let_one_approval_do_one_act() {
    let (office, ben, phone, cleo) = Office::staffed().await;
    let ada = office.ada;
    let approve = async |by: PersonId, secret: &str| {
        office.clock.pass(30);
        let code = shown(if by == ben { &phone } else { &office.phone }, &office.clock);
        office.app.approve(by, secret, &code).await
    };
    office.app.set_four_eyes(true).await.unwrap();
    office.app.set_four_eyes(true).await.unwrap();
    assert!(office.app.four_eyes());
    assert_eq!(refusal(office.app.may(Right::Admin).await).0, Code::ApprovalNeeded);
    let _ = office.app.may(Right::Office).await.unwrap();
    assert_eq!(refusal(approve(ada, ADMIN).await), (Code::ApprovalOwn, at("person")));
    assert_eq!(refusal(approve(cleo, PIN).await), (Code::RightMissing, at("person")));
    let wrong = refusal(approve(ben, "wrong passphrase!").await);
    assert_eq!(wrong, (Code::PassphraseWrong, at("secret")));
    approve(ben, TREASURER).await.unwrap();
    assert!(office.app.session().await.unwrap().approved);
    let permit = office.app.may(Right::Admin).await.unwrap();
    assert_eq!(refusal(office.app.may(Right::Admin).await).0, Code::ApprovalNeeded, "one act");
    office.app.give_back(permit);
    let _ = office.app.may(Right::Sensitive).await.unwrap();
    assert_eq!(refusal(office.app.may(Right::Sensitive).await).0, Code::ApprovalNeeded);
    approve(ben, TREASURER).await.unwrap();
    office
        .app
        .confirm_code(&{
            office.clock.pass(120);
            office.code()
        })
        .await
        .unwrap();
    office.clock.pass(180);
    office.app.confirm_code(&office.code()).await.unwrap();
    assert_eq!(refusal(office.app.may(Right::Admin).await).0, Code::ApprovalNeeded, "too old");
    assert_eq!(refusal(office.app.remove_person(ben).await).0, Code::FourEyesTooFew);

    let office = office.restart().await;
    office.ada_signs_in().await;
    assert_eq!(refusal(office.app.may(Right::Admin).await).0, Code::ApprovalNeeded, "it lasts");
    let journal = office.journal().await;
    let approved: Vec<_> = journal
        .iter()
        .filter(|(_, fact)| matches!(fact, Fact::Approved { .. }))
        .map(|(by, _)| *by)
        .collect();
    assert_eq!(approved, [Some(ada); 2]);
}

#[tokio::test]
async fn four_eyes_need_two_people_with_phones() {
    let office = Office::new().await;
    office.app.add_person("Ben", Role::Treasurer, TREASURER).await.unwrap();
    assert_eq!(refusal(office.app.set_four_eyes(true).await).0, Code::FourEyesTooFew);
    assert_eq!(refusal(office.app.approve(office.ada, ADMIN, "1").await).0, Code::ApprovalOwn);
    office.app.close().await;
}

#[tokio::test]
async fn the_books_still_prove_and_fold_with_people_in_them() {
    let (office, ..) = Office::staffed().await;
    let verified = office.app.verify(&mut |_, _| true).await.unwrap();
    assert_eq!(verified.troubles, []);
    office.app.refold(&mut |_, _| true).await.unwrap();
    assert_eq!(office.app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    let ada = office.app.find_person(" ada ").await.unwrap();
    assert_eq!((ada.id, ada.person.is_enrolled), (office.ada, true));
    assert_eq!(office.app.find_person(&ada.id.to_string()).await.unwrap().id, office.ada);
    assert_eq!(refusal(office.app.find_person("Eve").await).0, Code::PersonUnknown);
    assert_eq!(refusal(office.app.person_id("1")).0, Code::PersonUnknown);
    office.app.close().await;
}
