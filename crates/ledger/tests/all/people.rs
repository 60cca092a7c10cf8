//! People: who may be let in, and what may not happen to the last ones.

use groat_ledger::journal::{Entry, Fact};
use groat_ledger::{
    Commitment, DonorId, ErasureReason, Ledger, Means, PeopleError, PersonId, Role,
};

use crate::given::{TEXTS, beginning, cash, entry, gift};

const ADA: PersonId = PersonId([1; 16]);
const BEN: PersonId = PersonId([2; 16]);
const CLEO: PersonId = PersonId([3; 16]);
const NOBODY: PersonId = PersonId([9; 16]);

fn added(person: PersonId, role: Role) -> Fact {
    Fact::PersonAdded { person, role, name: TEXTS }
}

/// An admin and a treasurer with second factors, and a volunteer.
fn staffed() -> Ledger {
    let mut ledger = Ledger::default();
    let facts = [
        added(ADA, Role::Admin),
        Fact::SecondFactorEnrolled { person: ADA },
        added(BEN, Role::Treasurer),
        Fact::SecondFactorEnrolled { person: BEN },
        added(CLEO, Role::Volunteer),
    ];
    for (seq, fact) in (1..).zip(facts) {
        ledger.apply(&entry(seq, fact)).unwrap();
    }
    ledger
}

fn by(person: PersonId, seq: u64, fact: Fact) -> Entry {
    Entry { person: Some(person), ..entry(seq, fact) }
}

#[test]
fn later_roles_are_higher() {
    assert!(Role::Volunteer < Role::Treasurer && Role::Treasurer < Role::Admin);
}

#[test]
fn what_stands_of_people_is_what_the_entries_said() {
    let mut ledger = staffed();
    let name = Commitment([7; 32]);
    let last = PersonId([4; 16]);
    for (seq, fact) in (6..).zip([
        Fact::PersonAdded { person: last, role: Role::Volunteer, name },
        Fact::RoleGiven { person: last, role: Role::Treasurer },
        Fact::PersonRemoved { person: CLEO },
        Fact::FourEyesSet { on: true },
    ]) {
        ledger.apply(&entry(seq, fact)).unwrap();
    }
    let people = &ledger.people;
    let stands = |id| {
        let person = people.by_id[&id];
        (person.role, person.is_removed, person.is_enrolled)
    };
    assert_eq!(stands(ADA), (Role::Admin, false, true));
    assert_eq!(stands(CLEO), (Role::Volunteer, true, false));
    assert_eq!(stands(last), (Role::Treasurer, false, false));
    assert_eq!(people.by_id[&last].name, name);
    assert!(people.four_eyes);
    assert_eq!(people.active(CLEO), Err(PeopleError::Removed));
    assert_eq!(people.active(NOBODY), Err(PeopleError::Unknown));
}

#[test]
fn what_cannot_follow_is_refused_and_changes_nothing() {
    let means = Means::Pin;
    let refused = [
        (added(ADA, Role::Volunteer), "the person is known already"),
        (Fact::RoleGiven { person: NOBODY, role: Role::Admin }, "unknown person"),
        (Fact::RoleGiven { person: ADA, role: Role::Treasurer }, "the last admin"),
        (Fact::PersonRemoved { person: NOBODY }, "unknown person"),
        (Fact::PersonRemoved { person: ADA }, "the last admin"),
        (Fact::SignedIn { person: NOBODY }, "unknown person"),
        (Fact::SignInRefused { person: NOBODY, means }, "unknown person"),
        (Fact::SecondFactorEnrolled { person: CLEO }, "a volunteer"),
        (Fact::RecoveryCodeUsed { person: CLEO }, "a volunteer"),
        (Fact::Approved { person: CLEO }, "a volunteer"),
        (Fact::FourEyesSet { on: false }, "switched so already"),
    ];
    let before = staffed();
    for (fact, what) in refused {
        let mut ledger = before.clone();
        assert_eq!(ledger.apply(&entry(6, fact)).unwrap_err().what, what);
        assert_eq!(ledger, before, "{what}");
    }
    let mut ledger = before.clone();
    let own = by(BEN, 6, Fact::Approved { person: BEN });
    assert_eq!(ledger.apply(&own).unwrap_err().what, "approved by the same person");
    ledger.apply(&by(ADA, 6, Fact::Approved { person: BEN })).unwrap();
}

#[test]
fn the_first_person_is_an_admin() {
    for role in [Role::Volunteer, Role::Treasurer] {
        let refused = Ledger::default().apply(&entry(1, added(ADA, role))).unwrap_err();
        assert_eq!(refused.what, "the first person is no admin");
    }
}

#[test]
fn who_was_removed_never_comes_back() {
    let mut ledger = staffed();
    ledger.apply(&entry(6, Fact::PersonRemoved { person: BEN })).unwrap();
    for fact in [
        Fact::SignedIn { person: BEN },
        Fact::PersonRemoved { person: BEN },
        Fact::RoleGiven { person: BEN, role: Role::Admin },
        Fact::SecondFactorEnrolled { person: BEN },
        Fact::RecoveryCodeUsed { person: BEN },
        Fact::Approved { person: BEN },
    ] {
        assert_eq!(ledger.apply(&entry(7, fact)).unwrap_err().what, "the person was removed");
    }
    let again = ledger.apply(&entry(7, added(BEN, Role::Volunteer))).unwrap_err();
    assert_eq!(again.what, "the person is known already");
}

#[test]
fn a_role_may_be_given_anew_and_a_volunteer_has_no_second_factor() {
    let mut ledger = staffed();
    ledger.apply(&entry(6, Fact::RoleGiven { person: BEN, role: Role::Treasurer })).unwrap();
    assert!(ledger.people.by_id[&BEN].is_enrolled);
    ledger.apply(&entry(7, Fact::RoleGiven { person: BEN, role: Role::Volunteer })).unwrap();
    assert!(!ledger.people.by_id[&BEN].is_enrolled);
    ledger.apply(&entry(8, Fact::RoleGiven { person: BEN, role: Role::Admin })).unwrap();
    assert!(!ledger.people.by_id[&BEN].is_enrolled);
}

#[test]
fn one_of_two_admins_may_go() {
    let mut ledger = staffed();
    ledger.apply(&entry(6, Fact::RoleGiven { person: BEN, role: Role::Admin })).unwrap();
    ledger.apply(&entry(7, Fact::PersonRemoved { person: ADA })).unwrap();
    assert_eq!(ledger.people.remove(BEN), Err(PeopleError::LastAdmin));
}

#[test]
fn four_eyes_need_two_people_with_second_factors_and_keep_them() {
    let mut ledger = Ledger::default();
    for (seq, fact) in (1..).zip([
        added(ADA, Role::Admin),
        Fact::SecondFactorEnrolled { person: ADA },
        added(BEN, Role::Treasurer),
        added(CLEO, Role::Treasurer),
    ]) {
        ledger.apply(&entry(seq, fact)).unwrap();
    }
    assert_eq!(ledger.people.switch_four_eyes(true), Err(PeopleError::TooFewEyes));
    ledger.apply(&entry(5, Fact::SecondFactorEnrolled { person: BEN })).unwrap();
    ledger.apply(&entry(6, Fact::FourEyesSet { on: true })).unwrap();
    assert_eq!(ledger.people.remove(BEN), Err(PeopleError::TooFewEyes));
    assert_eq!(ledger.people.give(BEN, Role::Volunteer), Err(PeopleError::TooFewEyes));
    ledger.people.give(BEN, Role::Admin).unwrap();
    ledger.people.remove(CLEO).unwrap();
    ledger.apply(&entry(7, Fact::SecondFactorEnrolled { person: CLEO })).unwrap();
    ledger.people.remove(BEN).unwrap();
}

#[test]
fn ids_are_read_as_they_are_written_and_in_no_other_way() {
    let id = PersonId([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xa, 0xb, 0xc, 0xd, 0xe, 0xff]);
    assert_eq!(id.to_string(), "000102030405060708090a0b0c0d0eff");
    assert_eq!(PersonId::parse(&id.to_string()), Some(id));
    for text in ["", "1", "+0102030405060708090a0b0c0d0eff1", "000102030405060708090A0B0C0D0EFF"] {
        assert_eq!(PersonId::parse(text), None, "{text}");
    }
}

#[test]
fn a_donor_is_named_with_gifts_and_erased_once() {
    let (donor, other) = (DonorId([1; 16]), DonorId([2; 16]));
    let named = |seq, values| Fact::DonorNamed { gift: gift(seq), donor, values };
    let mut ledger = Ledger::default();
    for entry in beginning() {
        ledger.apply(&entry).unwrap();
    }
    for (seq, fact) in (5..).zip([cash(1), cash(2), named(5, TEXTS), named(6, Commitment([1; 32]))])
    {
        ledger.apply(&entry(seq, fact)).unwrap();
    }
    let stands = &ledger.donors[&donor];
    assert_eq!(stands.values, Commitment([1; 32]));
    assert_eq!(stands.gifts.iter().copied().collect::<Vec<_>>(), [gift(5), gift(6)]);
    let erased = |donor| Fact::DonorErased { donor, reason: ErasureReason::Expired };
    let before = ledger.clone();
    for (fact, what) in [(named(99, TEXTS), "unknown gift"), (erased(other), "unknown donor")] {
        assert_eq!(ledger.apply(&entry(9, fact)).unwrap_err().what, what);
        assert_eq!(ledger, before);
    }
    ledger.apply(&entry(9, erased(donor))).unwrap();
    for fact in [erased(donor), named(5, TEXTS)] {
        assert_eq!(ledger.apply(&entry(10, fact)).unwrap_err().what, "the donor was erased");
    }
}
