//! Single bytes that a disk changed behind our back.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::Path;

use groat_books::{Access, Books, BooksError, FileKey, GiftFilter};

use crate::given::{folder, holder, new_desk, open, open_to_read, some_days_of_work};

const FLIPS: u64 = 500;

/// Everything a person can read, by every way the program reads it.
async fn answers(folder: &Path) -> Result<String, BooksError> {
    let books = open_to_read(folder).await?;
    let read = async {
        let verified = books.verify(&mut |_, _| true).await?;
        if !verified.troubles.is_empty() {
            return Err(BooksError::Damaged { what: format!("{:?}", verified.troubles) });
        }
        let mut read = format!("{:?} {:?}", books.organisation().await?, books.accounts().await?);
        for (drive, texts) in books.drives().await? {
            let standing = books.standing(&drive).await?;
            let page = books.gifts(drive.id, &GiftFilter::default(), 500, 0).await?;
            let all = books.gifts_after(drive.id, None, 500).await?;
            read += &format!("{drive:?} {texts:?} {standing:?} {page:?} {all:?}");
            for number in all.iter().filter_map(|gift| gift.number) {
                read += &format!("{:?}", books.gift_by_number(number).await?);
            }
        }
        Ok(read)
    };
    let read = read.await;
    books.close().await;
    read
}

#[tokio::test]
async fn no_flipped_byte_changes_an_answer_unnoticed() {
    let first = folder();
    let books = open(first.path()).await.unwrap();
    some_days_of_work(&books, 12).await;
    books.close().await;
    let whole = std::fs::read(first.path().join("station.db")).unwrap();
    let expected = answers(first.path()).await.unwrap();

    let seed = RandomState::new().build_hasher().finish();
    let (mut noticed, mut without_effect) = (0, 0);
    for round in 0..FLIPS {
        let drawn = mixed(seed, round);
        let place = usize::try_from(drawn).unwrap() % whole.len();
        let bit = 1 << (drawn >> 61);
        let folder = folder();
        let mut file = whole.clone();
        file[place] ^= bit;
        std::fs::write(folder.path().join("station.db"), &file).unwrap();
        match answers(folder.path()).await {
            Err(_) => noticed += 1,
            Ok(read) if read == expected => without_effect += 1,
            Ok(_) => panic!("seed {seed}: byte {place} of {}, bit {bit}, unnoticed", whole.len()),
        }
    }
    println!("seed {seed}: {noticed} of {FLIPS} noticed, {without_effect} without effect");
    assert!(noticed > FLIPS / 10, "the flips do not reach anything");
}

#[tokio::test]
async fn a_key_of_one_bit_less_opens_nothing() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    some_days_of_work(&books, 2).await;
    books.close().await;
    let other = FileKey::new([0x5b; 32]);
    for access in [Access::Read, Access::Prove] {
        let refused = Books::open(folder.path(), &other, access).await;
        assert!(matches!(refused, Err(BooksError::KeyRefused)), "{refused:?}");
    }
    let access = Access::Write { holder: holder("terminal"), new_desk: new_desk() };
    let refused = Books::open(folder.path(), &other, access).await;
    assert!(matches!(refused, Err(BooksError::KeyRefused)), "{refused:?}");
    answers(folder.path()).await.unwrap();
}

/// Everything a thief of the folder could look for.
#[tokio::test]
async fn no_file_of_the_folder_contains_anything_readable() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = some_days_of_work(&books, 3).await;
    let number = books.gifts(drive, &GiftFilter::default(), 9, 0).await.unwrap().gifts;
    let number = number.iter().find_map(|gift| gift.number).unwrap().to_string();
    // While the log still holds what is not in the file yet, and after it was moved there.
    for _ in 0..2 {
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            if path.ends_with("writer.lock") || path.ends_with("station.db-shm") {
                continue;
            }
            assert!(bytes.len() > 1000, "{path:?} was looked into");
            for planted in [
                "Brunnen e.V.",
                "DE89370400440532013000",
                "Fountain",
                "Wasser",
                "EUR",
                "asked",
                "cash-received",
                "gift",
                "SQLite format 3",
                &number,
            ] {
                let planted = planted.as_bytes();
                let found = bytes.windows(planted.len()).any(|window| window == planted);
                assert!(!found, "{path:?} shows {:?}", String::from_utf8_lossy(planted));
            }
            // The log has frames with counters of its own between the pages.
            let even = if path.ends_with("station.db") { 500 } else { 5000 };
            let entropy = chi_squared(&bytes);
            assert!(entropy < even, "{path:?} does not look like random bytes: {entropy}");
        }
        if books.is_writable() && folder.path().join("station.db-wal").exists() {
            books.clone().close().await;
        }
    }
}

/// How far the counts of the 256 bytes are from even ones: about 255 for random bytes.
fn chi_squared(bytes: &[u8]) -> u64 {
    let mut counts = [0_u64; 256];
    bytes.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    let length = u64::try_from(bytes.len()).unwrap();
    let off = |count: &u64| (count * 256).abs_diff(length).pow(2);
    counts.iter().map(off).sum::<u64>() / (256 * length)
}

/// SplitMix64 (Steele, Lea, Flood, 2014).
fn mixed(seed: u64, round: u64) -> u64 {
    let mut z = seed.wrapping_add(round.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
