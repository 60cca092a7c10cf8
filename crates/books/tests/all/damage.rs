//! Single bytes that a disk changed behind our back.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::Path;
use std::time::Duration;

use groat_books::{BooksError, GiftFilter};

use crate::given::{folder, open, open_to_read, some_days_of_work};

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

/// A driver that trusts the names of columns to be text ends its thread there; whoever waits for
/// that thread must not wait for ever.
#[tokio::test]
async fn a_column_whose_name_is_no_text_is_told_in_time() {
    let first = folder();
    let books = open(first.path()).await.unwrap();
    some_days_of_work(&books, 2).await;
    books.close().await;
    let whole = std::fs::read(first.path().join("station.db")).unwrap();
    let names: [&[u8]; 4] = [b"opened_on", b"commitment", b"suggested", b"state_before"];
    for name in names {
        let mut file = whole.clone();
        let places: Vec<usize> =
            (0..file.len()).filter(|place| file[*place..].starts_with(name)).collect();
        assert!(!places.is_empty());
        places.iter().for_each(|place| file[place + 3] = 0xff);
        let folder = folder();
        std::fs::write(folder.path().join("station.db"), &file).unwrap();
        let read = tokio::time::timeout(Duration::from_secs(60), answers(folder.path())).await;
        assert!(read.expect("an answer in time").is_err());
    }
}

/// SplitMix64 (Steele, Lea, Flood, 2014).
fn mixed(seed: u64, round: u64) -> u64 {
    let mut z = seed.wrapping_add(round.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
