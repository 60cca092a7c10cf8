//! The hash chain: what is hashed, and how a stored entry is checked against its place.

use groat_ledger::journal::chain::StoredEntry;
use groat_ledger::journal::{ChainBreak, Entry, EntryHash, SealedEntry, body};
use groat_ledger::{Commitment, DeskId, Salt};

use crate::given::{DESK, asked, beginning, entry};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_hash_is_the_one_another_program_computed() {
    // hashlib: sha256(b"groat/entry/1" + desk (16) + seq (8, big-endian) + previous (32)
    //                 + sha256(body))
    // with desk = 00 01 … 0f, seq = 7, previous = ab × 32 and the body of `body.rs`.
    let body = unhex(concat!(
        "a70001016561736b6564028250000102030405060708090a0b0c0d0e0f0703f6",
        "041b000001a2078b4295056d4575726f70652f4265726c696e0686",
        "8250000102030405060708090a0b0c0d0e0f04",
        "8250000102030405060708090a0b0c0d0e0f02",
        "6a3130343236313830333763455552821901f4634555526a323032362d31312d3233",
    ));
    let hash = EntryHash::of(DESK, 7, EntryHash([0xab; 32]), &body);
    assert_eq!(
        hash.to_string(),
        "be67999fa27d21d051c045c9deba404bb6e98b7141dca3034067f2563fc26101"
    );
}

#[test]
fn a_commitment_is_the_one_another_program_computed() {
    // hmac.new(07 × 32, len("drive") (8, big-endian) + "drive" + …, sha256)
    let made = Commitment::to(&Salt([7; 32]), &["drive", "Fountain", "Für Kinder"]);
    assert_eq!(hex(&made.0), "bedc928c13558987a5478fab66db396948090aa64500142b9556821543ac8d17");
}

fn unhex(text: &str) -> Vec<u8> {
    let byte = |place| u8::from_str_radix(&text[place..place + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(byte).collect()
}

fn sealed() -> Vec<SealedEntry> {
    let mut previous = EntryHash::NONE;
    let entries = beginning().into_iter().chain([entry(5, asked(10, Some(500)))]);
    entries
        .map(|entry| {
            let sealed = SealedEntry::seal(entry, previous);
            previous = sealed.hash;
            sealed
        })
        .collect()
}

fn stored(sealed: &SealedEntry) -> StoredEntry<'_> {
    StoredEntry {
        desk: sealed.entry.desk,
        seq: sealed.entry.seq,
        body: &sealed.body,
        previous: sealed.previous,
        hash: sealed.hash,
        signature: sealed.signature,
    }
}

fn check(stored: &StoredEntry<'_>) -> Result<Entry, ChainBreak> {
    SealedEntry::check(stored, 5, sealed()[3].hash)
}

#[test]
fn a_sealed_entry_passes_at_its_own_place_only() {
    let sealed = sealed();
    let last = &sealed[4];
    assert_eq!(check(&stored(last)), Ok(last.entry.clone()));
    let found = SealedEntry::check(&stored(last), 6, last.previous);
    assert_eq!(found, Err(ChainBreak::Sequence { desk: DESK, expected: 6, found: 5 }));
    let found = SealedEntry::check(&stored(last), 5, sealed[2].hash);
    assert_eq!(found, Err(ChainBreak::Link { desk: DESK, seq: 5 }));
}

#[test]
fn every_change_of_a_stored_entry_is_found() {
    let sealed = sealed();
    let last = &sealed[4];
    let broken = ChainBreak::Hash { desk: DESK, seq: 5 };
    for place in 0..last.body.len() {
        let mut body = last.body.clone();
        body[place] ^= 1;
        let changed = StoredEntry { body: &body, ..stored(last) };
        assert_eq!(check(&changed), Err(broken.clone()), "byte {place}");
    }
    let changed = StoredEntry { hash: sealed[3].hash, ..stored(last) };
    assert_eq!(check(&changed), Err(broken));
    let changed = StoredEntry { previous: EntryHash::NONE, ..stored(last) };
    assert_eq!(check(&changed), Err(ChainBreak::Link { desk: DESK, seq: 5 }));
    let desk = DeskId([1; 16]);
    let changed = StoredEntry { desk, ..stored(last) };
    assert_eq!(check(&changed), Err(ChainBreak::Hash { desk, seq: 5 }));
}

#[test]
fn a_body_filed_under_another_id_is_found_although_its_hash_holds() {
    let previous = sealed()[3].hash;
    let body = body::encode(&entry(6, asked(10, None)));
    let hash = EntryHash::of(DESK, 5, previous, &body);
    let found =
        check(&StoredEntry { desk: DESK, seq: 5, body: &body, previous, hash, signature: None });
    assert_eq!(found, Err(ChainBreak::Copy { desk: DESK, seq: 5, column: "id" }));
}

#[test]
fn bytes_that_are_no_entry_are_found_although_their_hash_holds() {
    let previous = sealed()[3].hash;
    let hash = EntryHash::of(DESK, 5, previous, b"\xf6");
    let found =
        check(&StoredEntry { desk: DESK, seq: 5, body: b"\xf6", previous, hash, signature: None });
    assert!(matches!(found, Err(ChainBreak::Body { seq: 5, .. })), "{found:?}");
}
