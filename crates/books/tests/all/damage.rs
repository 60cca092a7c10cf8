//! What a disk changed behind our back: single bytes, and whole pages.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use groat_books::{Access, Books, BooksError, FileKey, GiftFilter};

use crate::given::{ask, cash, folder, holder, new_desk, open, open_to_read, some_days_of_work};
use crate::rounds::{Dice, is_soak, rounds};

/// The size of a page of the file.
const PAGE: usize = 4096;

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

/// What became of a damaged file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// It did not open, or what was read did not hold.
    Noticed,
    /// Every answer is as before.
    SameAnswers,
    /// Something else was answered, and nothing noticed.
    OtherAnswers,
}

async fn outcome(folder: &Path, expected: &str) -> Outcome {
    match answers(folder).await {
        Err(_) => Outcome::Noticed,
        Ok(read) if read == expected => Outcome::SameAnswers,
        Ok(_) => Outcome::OtherAnswers,
    }
}

/// Books of some days, closed: the file is all there is.
async fn some_books(rounds: i64) -> (tempfile::TempDir, Vec<u8>, String) {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    some_days_of_work(&books, rounds).await;
    books.close().await;
    let whole = std::fs::read(station(folder.path())).unwrap();
    let expected = answers(folder.path()).await.unwrap();
    (folder, whole, expected)
}

fn station(folder: &Path) -> PathBuf {
    folder.join("station.db")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_flipped_byte_changes_an_answer_unnoticed() {
    let mut dice = Dice::new();
    let (_first, whole, expected) = some_books(12).await;
    // Every byte of the file once in a soak, each by a bit that the dice choose.
    let flips = rounds(500, u64::try_from(whole.len()).unwrap());
    let every_byte = is_soak() && flips >= u64::try_from(whole.len()).unwrap();
    let mut planned = Vec::new();
    for round in 0..usize::try_from(flips).unwrap() {
        let place = if every_byte { round } else { dice.below(whole.len()) };
        planned.push((place, 1_u8 << (dice.draw() >> 61)));
    }
    let mut halves = tokio::task::JoinSet::new();
    for half in planned.chunks(planned.len().div_ceil(2)) {
        halves.spawn(flip(whole.clone(), expected.clone(), half.to_vec()));
    }
    let (mut noticed, mut without_effect) = (0, Vec::new());
    for (found, harmless) in halves.join_all().await {
        noticed += found;
        without_effect.extend(harmless);
    }
    dice.told(&format!(
        "{noticed} of {flips} flips in a file of {} bytes noticed, {} without effect, 0 unnoticed",
        whole.len(),
        without_effect.len()
    ));
    println!("without effect: {:?}", &without_effect[..without_effect.len().min(20)]);
    assert!(noticed > flips / 10, "the flips do not reach anything");
}

fn put(file: &mut File, at: u64, byte: u8) {
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(&[byte]).unwrap();
}

/// Flips and mends one bit after another; answers how many were noticed and which did nothing.
async fn flip(whole: Vec<u8>, expected: String, planned: Vec<(usize, u8)>) -> (u64, Vec<usize>) {
    let folder = folder();
    let (mut noticed, mut without_effect) = (0, Vec::new());
    std::fs::write(station(folder.path()), &whole).unwrap();
    let mut file = OpenOptions::new().write(true).open(station(folder.path())).unwrap();
    for (place, bit) in planned {
        let at = u64::try_from(place).unwrap();
        put(&mut file, at, whole[place] ^ bit);
        match outcome(folder.path(), &expected).await {
            Outcome::Noticed => noticed += 1,
            Outcome::SameAnswers => without_effect.push(place),
            Outcome::OtherAnswers => panic!("byte {place}, bit {bit} changes an answer unnoticed"),
        }
        put(&mut file, at, whole[place]);
    }
    assert_eq!(std::fs::read(station(folder.path())).unwrap(), whole);
    (noticed, without_effect)
}

/// Files that are damaged in one way, one page after another.
type Files<'a> = Box<dyn Iterator<Item = Vec<u8>> + 'a>;

/// Counts what became of files that are damaged as said.
async fn outcomes(
    files: impl IntoIterator<Item = Vec<u8>>,
    expected: &str,
) -> BTreeMap<Outcome, u64> {
    let folder = folder();
    let mut counted = BTreeMap::new();
    for bytes in files {
        std::fs::write(station(folder.path()), bytes).unwrap();
        *counted.entry(outcome(folder.path(), expected).await).or_insert(0) += 1;
    }
    counted
}

/// One page put in the place of another.
fn with_page(whole: &[u8], at: usize, page: &[u8]) -> Vec<u8> {
    let mut file = whole.to_vec();
    file[at * PAGE..(at + 1) * PAGE].copy_from_slice(page);
    file
}

fn page(whole: &[u8], at: usize) -> &[u8] {
    &whole[at * PAGE..(at + 1) * PAGE]
}

#[tokio::test]
async fn no_page_that_is_zeroed_swapped_doubled_or_cut_off_changes_an_answer_unnoticed() {
    let dice = Dice::new();
    let (_first, whole, expected) = some_books(12).await;
    let pages = whole.len() / PAGE;
    let zeroed = (0..pages).map(|at| with_page(&whole, at, &[0; PAGE]));
    let noise = (0..pages).map(|at| with_page(&whole, at, page(&whole, pages - 1 - at)));
    let swapped = (1..pages).map(|at| {
        with_page(&with_page(&whole, at, page(&whole, at - 1)), at - 1, page(&whole, at))
    });
    let doubled = (0..pages).map(|at| {
        [&whole[..(at + 1) * PAGE], page(&whole, at), &whole[(at + 1) * PAGE..]].concat()
    });
    let cut = (0..pages).map(|at| whole[..at * PAGE].to_vec());
    let torn = (0..pages).map(|at| whole[..at * PAGE + 1000].to_vec());
    let longer = (0..pages).map(|at| [&whole, page(&whole, at)].concat());
    let files: [(&str, Files<'_>); 7] = [
        ("zeroed", Box::new(zeroed)),
        ("replaced by another", Box::new(noise)),
        ("swapped with its neighbour", Box::new(swapped)),
        ("doubled", Box::new(doubled)),
        ("the first cut off", Box::new(cut)),
        ("torn", Box::new(torn)),
        ("put behind the end", Box::new(longer)),
    ];
    let mut all = 0;
    for (how, files) in files {
        let counted = outcomes(files, &expected).await;
        println!("pages {how}: {counted:?}");
        assert_eq!(counted.get(&Outcome::OtherAnswers), None, "{how}");
        all += counted.values().sum::<u64>();
    }
    dice.told(&format!("{all} files of {pages} pages with one page wrong, 0 unnoticed"));
}

/// An older page of the same place has a seal that holds: only what stands in it can tell.
#[tokio::test]
async fn no_page_from_an_older_copy_changes_an_answer_unnoticed() {
    let mut dice = Dice::new();
    let (first, older, before) = some_books(12).await;
    let books = open(first.path()).await.unwrap();
    let drive = books.drives().await.unwrap()[0].0.id;
    for minor in 1..=6 {
        ask(&books, drive, Some(minor)).await.unwrap();
        cash(&books, drive, minor).await.unwrap();
    }
    let kept = books.checkpoint(None).await.unwrap().unwrap();
    books.close().await;
    let whole = std::fs::read(station(first.path())).unwrap();
    let expected = answers(first.path()).await.unwrap();
    let changed: Vec<usize> = (0..older.len().min(whole.len()) / PAGE)
        .filter(|&at| page(&older, at) != page(&whole, at))
        .collect();

    let single = changed.iter().map(|&at| with_page(&whole, at, page(&older, at)));
    let counted = outcomes(single, &expected).await;
    println!("of {} pages that changed, each from the older copy: {counted:?}", changed.len());
    assert_eq!(counted.get(&Outcome::OtherAnswers), None);

    let mut several = Vec::new();
    for _ in 0..rounds(60, 2_000) {
        let mut file = whole.clone();
        let chosen = dice.draw();
        for (bit, &at) in changed.iter().enumerate() {
            if chosen >> (bit % 64) & 1 == 1 {
                file = with_page(&file, at, page(&older, at));
            }
        }
        // None of them is no damage, all of them are the older copy itself: another test.
        if file != whole && changed.iter().any(|&at| page(&file, at) == page(&whole, at)) {
            several.push(file);
        }
    }
    let counted = outcomes(several, &expected).await;
    println!("several at once: {counted:?}");
    assert_eq!(counted.get(&Outcome::OtherAnswers), None);

    // The whole older copy is right in itself: it answers what was right then, and only a
    // checkpoint that was kept elsewhere tells that something came after it.
    std::fs::write(station(first.path()), &older).unwrap();
    assert_eq!(answers(first.path()).await.unwrap(), before);
    let books = open_to_read(first.path()).await.unwrap();
    assert_eq!(books.checkpoint(Some(kept.seq)).await.unwrap(), None);
    books.close().await;
    dice.told("the whole older copy: found by comparison with a checkpoint alone");
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
