//! Facts and entries to start from.

use groat_ledger::journal::{Entry, EntryHash, Fact, ReferenceForm, SignerKey};
use groat_ledger::{
    AccountId, Commitment, CorrectionReason, DeskId, DonorId, DriveId, ErasureReason, GiftId,
    Means, PersonId, Role,
};
use groat_money::{Currency, Money};
use groat_payment_codes::{DeskNumber, GiftNumber, Standard};
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::prelude::*;

pub const DESK: DeskId = DeskId([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
pub const TEXTS: Commitment = Commitment([9; 32]);

/// Where [`beginning`] puts the account and the drive.
pub const ACCOUNT: AccountId = AccountId { desk: DESK, seq: 2 };
pub const DRIVE: DriveId = DriveId { desk: DESK, seq: 4 };

pub fn euro(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

pub fn day() -> Date {
    jiff::civil::date(2026, 11, 23)
}

pub fn number(desk: u16, k: u32) -> GiftNumber {
    GiftNumber::of(DeskNumber::new(desk).unwrap(), k)
}

pub fn gift(seq: u64) -> GiftId {
    GiftId { desk: DESK, seq }
}

pub fn entry(seq: u64, fact: Fact) -> Entry {
    Entry {
        desk: DESK,
        seq,
        person: None,
        at: Timestamp::from_millisecond(1_795_422_896_789).unwrap(),
        zone: "Europe/Berlin".to_owned(),
        fact,
    }
}

pub fn drive_opened(goal: Option<i64>) -> Fact {
    Fact::DriveOpened {
        texts: TEXTS,
        currency: Currency::EUR,
        goal: goal.map(euro),
        suggested: vec![euro(200), euro(500), euro(1000)],
        zone: "Europe/Berlin".to_owned(),
        day: day(),
    }
}

/// The four entries after which a desk can ask: its numbers are 1042, from k = 10.
pub fn beginning() -> Vec<Entry> {
    vec![
        entry(1, Fact::OrganisationNamed { texts: TEXTS }),
        entry(2, Fact::AccountDeclared { texts: TEXTS, reference: ReferenceForm::Text }),
        entry(3, Fact::NumbersDrawn { desk_number: 1042, first_serial: 10 }),
        entry(4, drive_opened(Some(10_000))),
    ]
}

pub fn asked(k: u32, minor: Option<i64>) -> Fact {
    Fact::Asked {
        drive: DRIVE,
        account: ACCOUNT,
        number: number(1042, k),
        currency: Currency::EUR,
        amount: minor.map(euro),
        day: day(),
    }
}

pub fn cash(minor: i64) -> Fact {
    Fact::CashReceived { drive: DRIVE, amount: euro(minor), day: day() }
}

fn desks() -> impl Strategy<Value = DeskId> {
    any::<[u8; 16]>().prop_map(DeskId)
}

fn ids() -> impl Strategy<Value = (DeskId, u64)> {
    (desks(), any::<u64>())
}

fn commitments() -> impl Strategy<Value = Commitment> {
    any::<[u8; 32]>().prop_map(Commitment)
}

fn currencies() -> impl Strategy<Value = Currency> {
    prop::sample::select(vec!["EUR", "JPY", "KWD", "CHF"])
        .prop_map(|code| Currency::from_code(code).unwrap())
}

fn amounts() -> impl Strategy<Value = Money> {
    (any::<i64>(), currencies()).prop_map(|(minor, currency)| Money::from_minor(minor, currency))
}

fn days() -> impl Strategy<Value = Date> {
    (-9999i16..=9999, 1i8..=12, 1i8..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn numbers() -> impl Strategy<Value = GiftNumber> {
    (1000u16..=9999, any::<u32>()).prop_map(|(desk, k)| number(desk, k))
}

fn facts() -> impl Strategy<Value = Fact> {
    use prop::option::of;
    let reference =
        prop::sample::select(vec![ReferenceForm::Text, ReferenceForm::CreditorReference]);
    let reason = prop::sample::select(vec![CorrectionReason::Mistake, CorrectionReason::NotGiven]);
    let drive = || ids().prop_map(|(desk, seq)| DriveId { desk, seq });
    let account = || ids().prop_map(|(desk, seq)| AccountId { desk, seq });
    let standard = prop::sample::select(Standard::ALL);
    let gift = || ids().prop_map(|(desk, seq)| GiftId { desk, seq });
    let person = || any::<[u8; 16]>().prop_map(PersonId);
    let donor = || any::<[u8; 16]>().prop_map(DonorId);
    let role = || prop::sample::select(vec![Role::Volunteer, Role::Treasurer, Role::Admin]);
    let means = prop::sample::select(vec![Means::Pin, Means::Passphrase, Means::Code]);
    let erasure = prop::sample::select(vec![ErasureReason::Asked, ErasureReason::Expired]);
    let about_people = prop_oneof![
        (person(), role(), commitments()).prop_map(|(person, role, name)| Fact::PersonAdded {
            person,
            role,
            name
        }),
        (person(), role()).prop_map(|(person, role)| Fact::RoleGiven { person, role }),
        person().prop_map(|person| Fact::PersonRemoved { person }),
        person().prop_map(|person| Fact::SignedIn { person }),
        (person(), means).prop_map(|(person, means)| Fact::SignInRefused { person, means }),
        person().prop_map(|person| Fact::SecondFactorEnrolled { person }),
        person().prop_map(|person| Fact::RecoveryCodeUsed { person }),
        person().prop_map(|person| Fact::RecoverySheetUsed { person }),
        person().prop_map(|person| Fact::Approved { person }),
        any::<bool>().prop_map(|on| Fact::FourEyesSet { on }),
        (gift(), donor(), commitments()).prop_map(|(gift, donor, values)| Fact::DonorNamed {
            gift,
            donor,
            values
        }),
        (donor(), erasure).prop_map(|(donor, reason)| Fact::DonorErased { donor, reason }),
    ];
    prop_oneof![
        8 => about_people,
        1 => any::<[u8; 32]>().prop_map(|key| Fact::SignerDeclared { key: SignerKey(key) }),
        1 => (ids(), any::<[u8; 32]>()).prop_map(|((from, seq), hash)| Fact::DeskContinued {
            from,
            seq,
            hash: EntryHash(hash),
        }),
        1 => commitments().prop_map(|texts| Fact::OrganisationNamed { texts }),
        1 => (1000u16..=9999, 0u32..100_000).prop_map(|(desk_number, first_serial)| {
            Fact::NumbersDrawn { desk_number, first_serial }
        }),
        1 => (commitments(), reference)
            .prop_map(|(texts, reference)| Fact::AccountDeclared { texts, reference }),
        1 => (commitments(), standard)
            .prop_map(|(values, standard)| Fact::AccountAdded { values, standard }),
        1 => account().prop_map(|account| Fact::AccountRetired { account }),
        1 => (
            commitments(),
            currencies(),
            of(amounts()),
            prop::collection::vec(amounts(), 0..30),
            ".{0,40}",
            days()
        )
            .prop_map(|(texts, currency, goal, suggested, zone, day)| {
                Fact::DriveOpened { texts, currency, goal, suggested, zone, day }
            }),
        1 => (drive(), days()).prop_map(|(drive, day)| Fact::DriveClosed { drive, day }),
        1 => (drive(), account(), numbers(), currencies(), of(amounts()), days()).prop_map(
            |(drive, account, number, currency, amount, day)| {
                Fact::Asked { drive, account, number, currency, amount, day }
            }
        ),
        1 => gift().prop_map(|gift| Fact::Promised { gift }),
        1 => (drive(), amounts(), days()).prop_map(|(drive, amount, day)| Fact::CashReceived {
            drive,
            amount,
            day
        }),
        1 => (gift(), reason).prop_map(|(gift, reason)| Fact::Corrected { gift, reason }),
    ]
}

/// Entries of every kind with every value that has a place in a body.
pub fn entries() -> impl Strategy<Value = Entry> {
    let instants = Timestamp::MIN.as_millisecond()..=Timestamp::MAX.as_millisecond();
    let person = prop::option::of(any::<[u8; 16]>().prop_map(PersonId));
    (ids(), person, instants, ".{0,40}", facts()).prop_map(
        |((desk, seq), person, at, zone, fact)| Entry {
            desk,
            seq,
            person,
            at: Timestamp::from_millisecond(at).unwrap(),
            zone,
            fact,
        },
    )
}
