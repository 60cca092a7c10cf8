//! The bytes of an entry: one way to write it, and no bytes that bring the program down.

use groat_ledger::journal::body::{decode, encode};
use groat_ledger::journal::{BodyError, EntryHash, Fact, SignerKey};
use groat_ledger::{CorrectionReason, DonorId, ErasureReason, Means, PersonId, Role};
use groat_payment_codes::Standard;
use proptest::prelude::*;

use crate::given::{
    ACCOUNT, DESK, TEXTS, asked, beginning, cash, drive_opened, entries, entry, gift,
};

/// One entry of each kind.
fn one_of_each() -> Vec<groat_ledger::journal::Entry> {
    let mut all = beginning();
    all.push(entry(5, drive_opened(None)));
    all.push(entry(6, asked(0, Some(500))));
    all.push(entry(7, asked(1, None)));
    all.push(entry(8, Fact::Promised { gift: gift(6) }));
    all.push(entry(9, cash(250)));
    all.push(entry(10, Fact::Corrected { gift: gift(9), reason: CorrectionReason::NotGiven }));
    all.push(entry(12, Fact::AccountAdded { values: TEXTS, standard: Standard::Pix }));
    all.push(entry(13, Fact::AccountRetired { account: ACCOUNT }));
    all.extend((14..).zip(about_people()).map(|(seq, fact)| entry(seq, fact)));
    all.push(entry(11, Fact::DriveClosed { drive: crate::given::DRIVE, day: crate::given::day() }));
    all
}

/// What the journal says of desks, people and donors.
fn about_people() -> Vec<Fact> {
    let (person, donor) = (PersonId([5; 16]), DonorId([6; 16]));
    vec![
        Fact::SignerDeclared { key: SignerKey([4; 32]) },
        Fact::DeskContinued { from: DESK, seq: 9, hash: EntryHash([3; 32]) },
        Fact::PersonAdded { person, role: Role::Admin, name: TEXTS },
        Fact::PersonAdded { person, role: Role::Volunteer, name: TEXTS },
        Fact::RoleGiven { person, role: Role::Treasurer },
        Fact::PersonRemoved { person },
        Fact::SignedIn { person },
        Fact::SignInRefused { person, means: Means::Pin },
        Fact::SignInRefused { person, means: Means::Passphrase },
        Fact::SignInRefused { person, means: Means::Code },
        Fact::SecondFactorEnrolled { person },
        Fact::RecoveryCodeUsed { person },
        Fact::RecoverySheetUsed { person },
        Fact::Approved { person },
        Fact::FourEyesSet { on: true },
        Fact::FourEyesSet { on: false },
        Fact::DonorNamed { gift: gift(6), donor, values: TEXTS },
        Fact::DonorErased { donor, reason: ErasureReason::Asked },
        Fact::DonorErased { donor, reason: ErasureReason::Expired },
    ]
}

/// Either nothing is read, or what is read is written in exactly these bytes.
fn holds(bytes: &[u8]) -> bool {
    decode(bytes).is_ok_and(|entry| {
        assert_eq!(encode(&entry), bytes);
        true
    })
}

#[test]
fn a_body_is_the_written_down_sequence_of_bytes() {
    let mut fact = asked(0, Some(500));
    if let Fact::Asked { number, .. } = &mut fact {
        *number = groat_payment_codes::GiftNumber::parse("1042618037").unwrap();
    }
    // Made by another program from RFC 8949 and the layout in the module's description.
    let written = concat!(
        "a7",                                       // a map of seven
        "0001",                                     // 0: format version 1
        "016561736b6564",                           // 1: "asked"
        "028250000102030405060708090a0b0c0d0e0f07", // 2: [desk, 7]
        "03f6",                                     // 3: nobody
        "041b000001a2078b4295",                     // 4: 2026-11-23T08:34:56.789Z
        "056d4575726f70652f4265726c696e",           // 5: "Europe/Berlin"
        "0686",                                     // 6: six facts
        "8250000102030405060708090a0b0c0d0e0f04",   // drive: [desk, 4]
        "8250000102030405060708090a0b0c0d0e0f02",   // account: [desk, 2]
        "6a31303432363138303337",                   // number: "1042618037"
        "63455552",                                 // currency: "EUR"
        "821901f463455552",                         // amount: [500, "EUR"]
        "6a323032362d31312d3233",                   // day: "2026-11-23"
    );
    let hex: String = encode(&entry(7, fact)).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, written);
}

#[test]
fn what_is_said_of_a_person_is_the_written_down_sequence_of_bytes() {
    let person = PersonId([0xab; 16]);
    let refused = Fact::SignInRefused { person, means: Means::Passphrase };
    let entry = groat_ledger::journal::Entry { person: Some(person), ..entry(8, refused) };
    let id = "50abababababababababababababababab";
    let written = [
        "a7",
        "0001",
        "016f7369676e2d696e2d72656675736564", // 1: "sign-in-refused"
        "028250000102030405060708090a0b0c0d0e0f08", // 2: [desk, 8]
        "03",
        id, // 3: who was at the desk
        "041b000001a2078b4295",
        "056d4575726f70652f4265726c696e",
        "0682", // 6: two facts
        id,
        "6a70617373706872617365", // means: "passphrase"
    ];
    let hex: String = encode(&entry).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, written.concat());
}

#[test]
fn words_that_no_writer_of_ours_writes_are_refused() {
    let person = PersonId([5; 16]);
    for (fact, from, to) in [
        (Fact::RoleGiven { person, role: Role::Admin }, "eadmin", "eabbot"),
        (Fact::SignInRefused { person, means: Means::Code }, "dcode", "dcome"),
        (
            Fact::DonorErased { donor: DonorId([6; 16]), reason: ErasureReason::Asked },
            "easked",
            "eacked",
        ),
    ] {
        let body = encode(&entry(5, fact));
        let other = rewritten(&body, from.as_bytes(), to.as_bytes());
        assert!(matches!(decode(&other), Err(BodyError::Field { .. })), "{to}");
    }
    // A switch that is neither on nor off.
    let body = encode(&entry(5, Fact::FourEyesSet { on: true }));
    assert!(decode(&rewritten(&body, b"\x06\x81\xf5", b"\x06\x81\x01")).is_err());
}

#[test]
fn every_kind_is_read_back() {
    let kinds: std::collections::BTreeSet<_> =
        one_of_each().iter().map(|entry| entry.fact.kind()).collect();
    assert_eq!(kinds.len(), 24);
    for entry in one_of_each() {
        assert_eq!(decode(&encode(&entry)), Ok(entry));
    }
}

#[test]
fn a_body_that_was_cut_is_refused_at_every_place() {
    for entry in one_of_each() {
        let body = encode(&entry);
        for length in 0..body.len() {
            assert!(decode(&body[..length]).is_err(), "{entry:?} cut to {length}");
        }
        let longer = [body.as_slice(), &[0]].concat();
        assert_eq!(decode(&longer), Err(BodyError::NotCanonical));
    }
}

#[test]
fn every_changed_byte_is_refused_or_another_whole_entry() {
    let (mut refused, mut other) = (0, 0);
    for entry in one_of_each() {
        let body = encode(&entry);
        for place in 0..body.len() {
            for change in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
                let mut changed = body.clone();
                changed[place] ^= change;
                if holds(&changed) {
                    assert_ne!(decode(&changed).unwrap(), entry);
                    other += 1;
                } else {
                    refused += 1;
                }
            }
        }
    }
    println!("{refused} changes refused, {other} read as another entry");
    assert!(refused > 0 && other > 0);
}

#[test]
fn a_later_version_and_an_unknown_kind_are_named() {
    let mut body = encode(&entry(5, cash(250)));
    assert_eq!(body[2], 1);
    body[2] = 2;
    assert_eq!(decode(&body), Err(BodyError::Version { found: 2 }));

    let mut body = encode(&entry(5, cash(250)));
    let kind = body.windows(4).position(|signs| signs == b"cash").unwrap();
    body[kind] = b'd';
    let found = "dash-received".to_owned();
    assert_eq!(decode(&body), Err(BodyError::Kind { found }));
}

/// Writes the same body with one stretch of bytes in the place of another.
fn rewritten(body: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = body.windows(from.len()).position(|bytes| bytes == from).unwrap();
    [&body[..at], to, &body[at + from.len()..]].concat()
}

#[test]
fn the_same_entry_in_other_cbor_is_refused() {
    let body = encode(&entry(5, cash(250)));
    // [250, "EUR"]: 250 is 18 fa in its shortest form.
    let money = b"\x82\x18\xfa\x63EUR";
    for (what, other) in [
        ("a longer integer", b"\x82\x19\x00\xfa\x63EUR".as_slice()),
        ("a longer text length", b"\x82\x18\xfa\x78\x03EUR"),
        ("a longer array length", b"\x98\x02\x18\xfa\x63EUR"),
        ("an indefinite text", b"\x82\x18\xfa\x7f\x63EUR\xff"),
        ("an indefinite array", b"\x9f\x18\xfa\x63EUR\xff"),
        ("a tag", b"\xc1\x82\x18\xfa\x63EUR"),
        ("a float", b"\x82\xf9\x5b\xd0\x63EUR"),
        ("a third place", b"\x83\x18\xfa\x63EUR\x00"),
    ] {
        let changed = rewritten(&body, money, other);
        assert!(decode(&changed).is_err(), "{what}");
    }
    // An indefinite map, an undefined in the place of null, two places more than the kind has.
    let indefinite = [b"\xbf".as_slice(), &body[1..], b"\xff"].concat();
    assert!(decode(&indefinite).is_err());
    assert!(decode(&rewritten(&body, b"\x03\xf6", b"\x03\xf7")).is_err());
    assert!(decode(&rewritten(&body, b"\x06\x83", b"\x06\x85")).is_err());
}

#[test]
fn an_array_that_claims_to_be_endless_is_refused_at_once() {
    let body = encode(&entry(5, drive_opened(None)));
    let three = b"\x83\x82\x18\xc8";
    let endless = b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff\x82\x18\xc8";
    assert!(decode(&rewritten(&body, three, endless)).is_err());
}

#[test]
fn numbers_that_no_desk_draws_are_refused() {
    for (desk_number, first_serial) in [(999, 0), (10_000, 0), (1000, 100_000), (1000, u32::MAX)] {
        let body = encode(&entry(3, Fact::NumbersDrawn { desk_number, first_serial }));
        assert!(matches!(decode(&body), Err(BodyError::Field { .. })), "{desk_number}");
    }
}

proptest! {
    #[test]
    fn every_entry_is_read_back_from_its_body(entry in entries()) {
        let body = encode(&entry);
        prop_assert_eq!(decode(&body), Ok(entry));
    }

    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = holds(&bytes);
    }

    #[test]
    fn several_changed_bytes_give_an_answer(
        entry in entries(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut body = encode(&entry);
        for (place, byte) in changes {
            let place = place.index(body.len());
            body[place] = byte;
        }
        let _ = holds(&body);
    }
}
