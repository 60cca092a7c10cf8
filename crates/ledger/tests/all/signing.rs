//! Signatures and checkpoints: who vouches for an entry, and what paper can prove.

use groat_ledger::journal::chain::StoredEntry;
use groat_ledger::journal::{
    Chain, ChainBreak, Checkpoint, CheckpointDigits, EntryHash, Fact, SealedEntry, Signature,
    Signed, Signer, SignerKey,
};

use crate::given::{DESK, asked, beginning, entry};

/// The hash that `chain.rs` has from another program.
fn hash() -> EntryHash {
    let text = "be67999fa27d21d051c045c9deba404bb6e98b7141dca3034067f2563fc26101";
    let byte = |place: usize| u8::from_str_radix(&text[2 * place..2 * place + 2], 16).unwrap();
    EntryHash(std::array::from_fn(byte))
}

fn signer(seed: u8) -> Signer {
    Signer::from_seed(&[seed; 32])
}

#[test]
fn key_and_signature_are_those_another_program_made() {
    // cryptography: Ed25519PrivateKey.from_private_bytes(07 × 32).sign(hash)
    assert_eq!(
        signer(7).key().to_string(),
        "ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c"
    );
    assert_eq!(
        format!("{:?}", signer(7).sign(hash())),
        "eec02091b905b32611f30d47e796016ab3ab7d3a28732191bfefdab9949c3c15\
         b2902982e9b03bead5cdc85cb8be5e356ce2a6208154b51fc23f3d9a8cbb310c"
    );
}

#[test]
fn the_digits_of_a_checkpoint_are_those_another_program_computed() {
    // hashlib: sha256(b"groat/checkpoint/1" + desk + seq (8, big-endian) + hash), five bytes each
    let checkpoint = Checkpoint { desk: DESK, seq: 7, hash: hash() };
    assert_eq!(checkpoint.digits().to_string(), "69076 74099 97721 35623 92065 52226");
}

#[test]
fn digits_are_read_as_people_type_them() {
    let digits = Checkpoint { desk: DESK, seq: 7, hash: hash() }.digits();
    for typed in [
        "69076 74099 97721 35623 92065 52226",
        "690767409997721356239206552226",
        " 69076-74099-97721\n35623-92065-52226 ",
    ] {
        assert_eq!(CheckpointDigits::parse(typed).as_ref(), Some(&digits), "{typed:?}");
    }
    assert_eq!(CheckpointDigits::parse("69076 74099 97721 35623 92065 5222"), None);
    assert_eq!(CheckpointDigits::parse("69076 74099 97721 35623 92065 5222x"), None);
}

/// Two entries of the first program, then the key, then two signed ones.
fn journal() -> Vec<SealedEntry> {
    let mut chain = Chain::start(DESK);
    let mut sealed = Vec::new();
    for entry in beginning().into_iter().take(2) {
        sealed.push(SealedEntry::seal(entry, chain.hash));
        chain.follow(&stored(sealed.last().unwrap())).unwrap();
    }
    let key = signer(7).key();
    let facts = [Fact::SignerDeclared { key }, asked(10, None), asked(11, Some(500))];
    for (seq, fact) in (3..).zip(facts) {
        sealed.push(chain.append(entry(seq, fact), &signer(7)));
    }
    sealed
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

/// Follows a whole journal, and says where it does not hold.
fn follow(journal: &[SealedEntry]) -> Result<Chain, ChainBreak> {
    let mut chain = Chain::start(DESK);
    for sealed in journal {
        let (entry, signed) = chain.follow(&stored(sealed))?;
        if signed.is_some_and(|signed| !signed.holds()) {
            return Err(ChainBreak::Signature { desk: entry.desk, seq: entry.seq });
        }
    }
    Ok(chain)
}

#[test]
fn entries_before_the_key_are_unsigned_and_those_after_it_are_not() {
    let chain = follow(&journal()).unwrap();
    assert_eq!((chain.seq, chain.signer), (5, Some(signer(7).key())));
}

#[test]
fn a_missing_or_foreign_signature_is_found() {
    let mut unsigned = journal();
    unsigned[3].signature = None;
    assert_eq!(follow(&unsigned), Err(ChainBreak::Unsigned { desk: DESK, seq: 4 }));
    let mut foreign = journal();
    foreign[3].signature = Some(signer(8).sign(foreign[3].hash));
    assert_eq!(follow(&foreign), Err(ChainBreak::Signature { desk: DESK, seq: 4 }));
    let mut swapped = journal();
    swapped[3].signature = swapped[4].signature;
    assert_eq!(follow(&swapped), Err(ChainBreak::Signature { desk: DESK, seq: 4 }));
    let mut early = journal();
    early[1].signature = Some(signer(7).sign(early[1].hash));
    assert_eq!(follow(&early), Err(ChainBreak::Signature { desk: DESK, seq: 2 }));
}

#[test]
fn a_key_is_only_replaced_under_the_signature_of_the_one_before() {
    let mut journal = journal();
    let mut chain = follow(&journal).unwrap();
    let declared = Fact::SignerDeclared { key: signer(9).key() };
    let by_the_old = chain.append(entry(6, declared.clone()), &signer(7));
    let after = chain.append(entry(7, asked(12, None)), &signer(9));
    journal.extend([by_the_old, after]);
    assert_eq!(follow(&journal).unwrap().signer, Some(signer(9).key()));
    journal.truncate(5);
    let mut chain = follow(&journal).unwrap();
    journal.push(chain.append(entry(6, declared), &signer(9)));
    assert_eq!(follow(&journal), Err(ChainBreak::Signature { desk: DESK, seq: 6 }));
}

#[test]
fn every_changed_bit_of_a_signature_is_found_alone_and_in_a_batch() {
    let key = signer(7).key();
    let signed: Vec<Signed> = (0..64)
        .map(|number| {
            let hash = EntryHash([number; 32]);
            Signed { hash, signature: signer(7).sign(hash), key }
        })
        .collect();
    assert_eq!(Signed::first_forged(&signed), None);
    assert_eq!(Signed::first_forged(&[]), None);
    for byte in 0..64 {
        let mut forged = signed.clone();
        forged[byte].signature.0[byte] ^= 1 << (byte % 8);
        assert!(!forged[byte].holds(), "byte {byte}");
        assert_eq!(Signed::first_forged(&forged), Some(byte));
    }
}

#[test]
fn a_key_that_accepts_anything_is_refused() {
    // The identity as a key: with it, one signature would fit many hashes (a key of small order).
    let key = SignerKey(std::array::from_fn(|place| u8::from(place == 0)));
    let signature = Signature(std::array::from_fn(|place| u8::from(place == 0)));
    let signed = Signed { hash: hash(), signature, key };
    assert!(!signed.holds());
    assert_eq!(Signed::first_forged(&[signed]), Some(0));
}

#[test]
fn a_signer_shows_nothing_of_its_secret() {
    assert_eq!(format!("{:?}", signer(7)), "Signer(***)");
}
