//! What opens a slot, and everything that must not.

use proptest::prelude::*;

use super::*;
use crate::CostError;

const ANNA: [u8; 16] = [0xA; 16];
const BEN: [u8; 16] = [0xB; 16];
const VAULT: VaultId = VaultId([9; 16]);

fn bundle() -> KeyBundle {
    KeyBundle {
        station: Key::from_bytes([1; 32]),
        office: Key::from_bytes([2; 32]),
        office_secret: Key::from_bytes([3; 32]),
    }
}

fn random(seed: u8) -> SlotRandom {
    SlotRandom { id: [seed; 16], salt: [seed ^ 0x55; 16], nonce: [seed ^ 0xAA; 24] }
}

fn keyring() -> Key {
    Key::from_bytes([4; 32])
}

fn sheet() -> RecoveryKey {
    RecoveryKey::from_bytes([5; 20])
}

fn words(text: &str) -> Passphrase {
    Passphrase::typed(text)
}

/// Anna's passphrase slot and the recovery slot.
fn office() -> Keys {
    let mut keys = Keys::empty(VAULT);
    put(&mut keys, ANNA, "anna's words", 1);
    keys.put_recovery(&sheet(), &bundle(), &random(2)).unwrap();
    keys
}

fn put(keys: &mut Keys, person: [u8; 16], text: &str, seed: u8) {
    let made = keys.put_passphrase(
        person,
        &words(text),
        &keyring(),
        &bundle(),
        Cost::QUICK,
        &random(seed),
    );
    made.unwrap();
}

fn travel(keys: &Keys, person: [u8; 16], text: &str, seed: u8) -> Slot {
    keys.travel_slot(person, &words(text), &bundle(), Cost::QUICK, &random(seed)).unwrap()
}

fn read(bytes: &[u8]) -> Result<Keys, KeysError> {
    Keys::decode_down_to(bytes, Cost::QUICK)
}

/// Every way in, with the right secrets.
fn opened(keys: &Keys) -> [Result<KeyBundle, OpenError>; 3] {
    [
        keys.open_passphrase(ANNA, &words("anna's words"), &keyring()),
        keys.open_recovery(&sheet()),
        keys.open_travel(&words("anna's words")).map(|(_, bundle)| bundle),
    ]
}

#[test]
fn passphrase_and_sheet_open_the_same_keys() {
    let keys = read(&office().encode()).unwrap();
    assert_eq!(keys.office(), Some(bundle().office_key()));
    assert_eq!(keys.vault(), VAULT);
    assert_eq!(opened(&keys), [Ok(bundle()), Ok(bundle()), Err(OpenError::NoSlot)]);
}

#[test]
fn every_other_secret_is_refused() {
    let keys = office();
    let with = |person, text: &str, keyring: [u8; 32]| {
        keys.open_passphrase(person, &words(text), &Key::from_bytes(keyring))
    };
    assert_eq!(with(ANNA, "anna's word", [4; 32]), Err(OpenError::Closed));
    assert_eq!(with(ANNA, "anna's words", [0; 32]), Err(OpenError::Closed));
    assert_eq!(with(BEN, "anna's words", [4; 32]), Err(OpenError::NoSlot));
    let other_sheet = RecoveryKey::from_bytes([6; 20]);
    assert_eq!(keys.open_recovery(&other_sheet), Err(OpenError::Closed));
    assert_eq!(Keys::empty(VAULT).open_recovery(&sheet()), Err(OpenError::NoSlot));
}

#[test]
fn a_changed_passphrase_leaves_the_other_slots_alone() {
    let mut keys = office();
    put(&mut keys, BEN, "ben's words", 3);
    let before = keys.clone();
    put(&mut keys, ANNA, "anna's new words", 4);
    assert_eq!(opened(&keys)[0], Err(OpenError::Closed));
    assert_eq!(keys.open_passphrase(ANNA, &words("anna's new words"), &keyring()), Ok(bundle()));
    assert!(keys.kinds().eq(before.kinds()));
    assert_eq!(keys.slots[1..], before.slots[1..]);
}

#[test]
fn a_new_sheet_makes_the_old_one_worthless() {
    let mut keys = office();
    let new_sheet = RecoveryKey::from_bytes([6; 20]);
    keys.put_recovery(&new_sheet, &bundle(), &random(7)).unwrap();
    assert_eq!(keys.open_recovery(&sheet()), Err(OpenError::Closed));
    assert_eq!(keys.open_recovery(&new_sheet), Ok(bundle()));
}

#[test]
fn a_removed_person_has_no_slot() {
    let mut keys = office();
    put(&mut keys, BEN, "ben's words", 3);
    assert!(keys.remove_person(ANNA));
    assert!(!keys.remove_person(ANNA));
    assert_eq!(opened(&keys)[0], Err(OpenError::NoSlot));
    assert_eq!(keys.kinds().count(), 2);
}

#[test]
fn a_backup_opens_with_the_passphrase_alone() {
    let mut keys = office();
    put(&mut keys, BEN, "ben's words", 3);
    let slots = [travel(&keys, ANNA, "anna's words", 5), travel(&keys, BEN, "ben's words", 6)];
    let mut backup = read(&keys.for_backup(&slots).unwrap().encode()).unwrap();
    assert_eq!(opened(&backup), [Err(OpenError::NoSlot), Ok(bundle()), Ok(bundle())]);
    assert_eq!(backup.open_travel(&words("ben's words")), Ok((BEN, bundle())));
    assert_eq!(backup.open_travel(&words("nobody's words")), Err(OpenError::Closed));
    assert!(keys.kinds().all(|kind| !matches!(kind, SlotKind::Travel { .. })));
    assert!(backup.remove_travel(BEN));
    assert!(!backup.remove_travel(BEN));
    assert_eq!(backup.open_travel(&words("ben's words")), Err(OpenError::Closed));
}

#[test]
fn only_travel_slots_go_into_a_backup_and_one_a_person() {
    let keys = office();
    let mine = travel(&keys, ANNA, "anna's words", 5);
    let again = travel(&keys, ANNA, "anna's words", 6);
    assert_eq!(keys.for_backup(&[mine, again]), Err(PutError::OtherSlot));
    assert_eq!(keys.for_backup(&keys.slots[..1]), Err(PutError::OtherSlot));
}

#[test]
fn a_travel_slot_comes_back_from_its_bytes() {
    let least = Cost::LEAST;
    let slot =
        office().travel_slot(ANNA, &words("anna's words"), &bundle(), least, &random(5)).unwrap();
    let bytes = slot.encode();
    assert_eq!(Slot::decode(&bytes).unwrap(), slot);
    assert_eq!(Slot::decode(&[&bytes[..], &[0]].concat()), Err(KeysError::NotCanonical));
    assert_eq!(Slot::decode(&bytes[..bytes.len() - 1]), Err(KeysError::Shape));
    let backup = Keys::decode(&office_at(least).for_backup(&[slot]).unwrap().encode()).unwrap();
    assert_eq!(backup.open_travel(&words("anna's words")), Ok((ANNA, bundle())));
}

fn office_at(cost: Cost) -> Keys {
    let mut keys = Keys::empty(VAULT);
    let made = keys.put_passphrase(ANNA, &words("w"), &keyring(), &bundle(), cost, &random(1));
    made.unwrap();
    keys
}

#[test]
fn keys_of_another_office_are_refused() {
    let mut keys = office();
    let other = KeyBundle { office_secret: Key::from_bytes([8; 32]), ..bundle() };
    let put = keys.put_recovery(&sheet(), &other, &random(7));
    assert_eq!(put, Err(PutError::OtherOffice));
    let made = keys.travel_slot(ANNA, &words("w"), &other, Cost::QUICK, &random(7));
    assert_eq!(made, Err(PutError::OtherOffice));
    assert_eq!(keys, office());
}

#[test]
fn a_replaced_office_key_is_found_when_a_slot_opens() {
    let mut keys = office();
    keys.office = Some(OfficeKey::of(&Key::from_bytes([8; 32])));
    let keys = read(&keys.encode()).unwrap();
    assert_eq!(
        opened(&keys)[..2],
        [Err(OpenError::OfficeReplaced), Err(OpenError::OfficeReplaced)]
    );
}

#[test]
fn a_slot_opens_nothing_in_another_file() {
    let mut elsewhere = office();
    elsewhere.vault = VaultId([8; 16]);
    assert_eq!(opened(&elsewhere)[..2], [Err(OpenError::Closed), Err(OpenError::Closed)]);
}

#[test]
fn a_slot_opens_nothing_as_another_kind_or_person() {
    let mut keys = office();
    keys.slots[0].kind = SlotKind::Travel { person: ANNA };
    assert_eq!(opened(&keys)[2], Err(OpenError::Closed));
    keys.slots[0].kind = SlotKind::Passphrase { person: BEN };
    let as_ben = keys.open_passphrase(BEN, &words("anna's words"), &keyring());
    assert_eq!(as_ben, Err(OpenError::Closed));
}

#[test]
fn even_who_knows_the_wrapping_key_cannot_call_a_slot_something_else() {
    let keys = office();
    let key = wrap::key_of_recovery(VAULT, &sheet());
    let slot = &keys.slots[1];
    assert!(wrap::unwrap(VAULT, slot, &key).is_some());
    let stretching = Some(Stretching { cost: Cost::QUICK, salt: [0; 16] });
    let forged = [
        (VaultId([8; 16]), slot.clone()),
        (VAULT, Slot { id: [0; 16], ..slot.clone() }),
        (VAULT, Slot { kind: SlotKind::Travel { person: ANNA }, ..slot.clone() }),
        (VAULT, Slot { stretching, ..slot.clone() }),
    ];
    for (vault, slot) in forged {
        assert_eq!(wrap::unwrap(vault, &slot, &key), None);
    }
}

#[test]
fn a_slot_without_its_cost_or_with_one_too_many_is_refused() {
    let mut keys = office();
    let stretching = keys.slots[0].stretching.take();
    assert_eq!(read(&keys.encode()), Err(KeysError::Field { field: "cost" }));
    keys.slots[0].stretching = stretching;
    keys.slots[1].stretching = stretching;
    assert_eq!(read(&keys.encode()), Err(KeysError::Field { field: "cost" }));
}

#[test]
fn weakened_and_monstrous_costs_are_refused_unread() {
    let refused = |parts: [u32; 3]| {
        let mut keys = office_at(Cost::QUICK);
        let stretching = Stretching { cost: Cost::unchecked(parts), salt: [0; 16] };
        keys.slots[0].stretching = Some(stretching);
        Keys::decode(&keys.encode()).unwrap_err()
    };
    let [memory, passes, lanes] = Cost::STANDARD.parts();
    for parts in [[8, passes, lanes], [memory, 1, lanes], [memory, passes, 0]] {
        assert!(matches!(refused(parts), KeysError::Cost(CostError::TooLow(_))), "{parts:?}");
    }
    for parts in [[u32::MAX, passes, lanes], [memory, u32::MAX, lanes], [memory, passes, 9]] {
        assert!(matches!(refused(parts), KeysError::Cost(CostError::TooHigh(_))), "{parts:?}");
    }
}

#[test]
fn a_lowered_cost_within_the_limits_opens_nothing() {
    let mut keys = office_at(Cost::STANDARD);
    let salt = random(1).salt;
    keys.slots[0].stretching = Some(Stretching { cost: Cost::LEAST, salt });
    let keys = Keys::decode(&keys.encode()).unwrap();
    let found = keys.open_passphrase(ANNA, &words("w"), &keyring());
    assert_eq!(found, Err(OpenError::Closed));
}

#[test]
fn slots_that_contradict_each_other_are_refused() {
    let mut keys = office();
    keys.slots[1].id = keys.slots[0].id;
    assert_eq!(read(&keys.encode()), Err(KeysError::Contradiction));
    let mut keys = office();
    let twin = Slot { id: [7; 16], ..keys.slots[0].clone() };
    keys.slots.push(twin);
    assert_eq!(read(&keys.encode()), Err(KeysError::Contradiction));
    let mut keys = office();
    keys.office = None;
    assert_eq!(read(&keys.encode()), Err(KeysError::Contradiction));
}

#[test]
fn a_file_has_an_end() {
    let mut keys = Keys::empty(VAULT);
    for seed in 0..64 {
        put(&mut keys, [seed; 16], "words", seed);
    }
    assert_eq!(read(&keys.encode()).as_ref(), Ok(&keys));
    let full = keys.put_recovery(&sheet(), &bundle(), &random(64));
    assert_eq!(full, Err(PutError::Full));
    put(&mut keys, [3; 16], "other words", 65);
    let mut slot = keys.slots[0].clone();
    (slot.id, slot.kind) = ([99; 16], SlotKind::Recovery);
    keys.slots.push(slot);
    assert_eq!(read(&keys.encode()), Err(KeysError::TooMany { found: 65 }));
}

#[test]
fn a_later_format_is_named() {
    let mut bytes = office().encode();
    bytes[2] = 2;
    assert_eq!(read(&bytes), Err(KeysError::Version { found: 2 }));
}

#[test]
fn the_empty_file_comes_back_and_every_longer_or_shorter_one_is_refused() {
    let empty = Keys::empty(VAULT);
    assert_eq!(Keys::decode(&empty.encode()), Ok(empty));
    let bytes = office().encode();
    for end in 0..bytes.len() {
        assert!(read(&bytes[..end]).is_err(), "{end}");
    }
    assert_eq!(read(&[&bytes[..], &[0]].concat()), Err(KeysError::NotCanonical));
}

/// Each byte of a file with every kind of slot is changed in three ways. Either the file is
/// refused, or exactly the slots that the byte belongs to stay closed.
#[test]
fn no_byte_can_be_changed_unnoticed() {
    let mut keys = office();
    let mine = travel(&keys, ANNA, "anna's words", 5);
    keys.slots.push(mine);
    let bytes = keys.encode();
    assert!(opened(&read(&bytes).unwrap()).iter().all(Result::is_ok));
    for at in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xFF] {
            let mut changed = bytes.clone();
            changed[at] ^= flip;
            let Ok(keys) = read(&changed) else { continue };
            assert!(opened(&keys).iter().any(Result::is_err), "byte {at} ^ {flip:#x}");
            for bundle in opened(&keys).into_iter().flatten() {
                assert_eq!(bundle, self::bundle());
            }
        }
    }
}

/// A file once written must open in every later program. The recovery slot was computed a second
/// time by a program that knows the RFCs and this crate's docs alone.
#[test]
fn the_format_stays() {
    use data_encoding::HEXLOWER;
    use sha2::{Digest, Sha256};

    let bytes = office().encode();
    assert_eq!(bytes.len(), 434);
    let wrapped = "0d94ca1896b26a5f4a0669eb0fd93e0483d1fcaf964a86d7614310aa6dd4aa554c642a5cab111fb0\
        2fda46623fe90bb42ae5efb99e0df9f373ea836e13d73993c28d33406598d50f8074091357f0da925b2bc01a\
        2d2af8b875bdb5f1e6687ed0eae3dc00e20b2c0186f3191ac1385bfd";
    assert!(HEXLOWER.encode(&bytes).ends_with(wrapped));
    assert_eq!(
        HEXLOWER.encode(&Sha256::digest(&bytes)),
        "5d7be871e0af85141b38ae539f0ebbca61f9da106aef6c93d4b57dd0111ab70e"
    );
}

#[test]
fn nothing_secret_is_shown_or_written() {
    let keys = office();
    let shown = format!("{:?} {keys:?}", bundle());
    assert!(shown.contains("station: ***"));
    let bytes = keys.encode();
    for secret in [[1; 32], [2; 32], [3; 32], [4; 32]] {
        assert!(!bytes.windows(32).any(|window| window == secret));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_put_opens_and_comes_back(
        vault in any::<[u8; 16]>(),
        keys in any::<[[u8; 32]; 4]>(),
        sheet in any::<[u8; 20]>(),
        text in "\\PC{1,40}",
        seeds in any::<[u8; 16]>(),
    ) {
        let [station, office, office_secret, keyring] = keys.map(Key::from_bytes);
        let bundle = KeyBundle { station, office, office_secret };
        let one = SlotRandom { id: seeds, ..random(1) };
        let mut file = Keys::empty(VaultId(vault));
        let phrase = words(&text);
        file.put_passphrase(ANNA, &phrase, &keyring, &bundle, Cost::QUICK, &one).unwrap();
        prop_assume!(seeds != [2; 16]);
        let sheet = RecoveryKey::from_bytes(sheet);
        file.put_recovery(&sheet, &bundle, &random(2)).unwrap();
        let file = read(&file.encode()).unwrap();
        prop_assert_eq!(&file.open_passphrase(ANNA, &phrase, &keyring).unwrap(), &bundle);
        prop_assert_eq!(&file.open_recovery(&sheet).unwrap(), &bundle);
    }

    #[test]
    fn no_bytes_make_the_reader_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = Keys::decode(&bytes);
        let _ = Slot::decode(&bytes);
    }
}
