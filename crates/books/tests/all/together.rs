//! Many acts at the same time.

use std::collections::BTreeSet;

use groat_ledger::Standing;

use crate::given::{ask, begin, cash, folder, open, open_to_read, see, verify};
use crate::rounds::{Dice, rounds};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn asks_at_the_same_time_get_different_numbers_and_one_chain() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = begin(&books).await;
    let mut asking = tokio::task::JoinSet::new();
    for minor in 1..=60 {
        let books = books.clone();
        asking.spawn(async move {
            match minor % 3 {
                0 => cash(&books, drive, minor).await.unwrap(),
                _ => ask(&books, drive, Some(minor)).await.unwrap(),
            }
        });
        let reader = open_to_read(folder.path()).await.unwrap();
        if minor % 10 == 0 {
            assert_eq!(verify(&reader).await.troubles, []);
        }
        reader.close().await;
    }
    let gifts = asking.join_all().await;
    let numbers: BTreeSet<_> = gifts.iter().filter_map(|gift| gift.number).collect();
    let ids: BTreeSet<_> = gifts.iter().map(|gift| gift.id.seq).collect();
    assert_eq!((numbers.len(), ids.len()), (40, 60));
    assert!(ids.iter().copied().eq(6..=65), "no place is left out");
    let verified = verify(&books).await;
    assert_eq!((verified.entries, verified.troubles.as_slice()), (65, [].as_slice()));
    books.close().await;
}

#[tokio::test]
async fn an_act_that_was_dropped_leaves_nothing_and_blocks_nobody() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = begin(&books).await;
    for _ in 0..3 {
        let mut act = books.write(crate::given::author(9)).await.unwrap();
        let fact = groat_ledger::journal::Fact::CashReceived {
            drive,
            amount: crate::given::euro(5),
            day: jiff::civil::date(2026, 11, 23),
        };
        act.append(fact).await.unwrap();
        drop(act);
    }
    let gift = ask(&books, drive, None).await.unwrap();
    assert_eq!(gift.id.seq, 6);
    assert_eq!(verify(&books).await.entries, 6);
    books.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn acts_that_are_broken_off_at_any_moment_stand_whole_or_not_at_all() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = begin(&books).await;
    let mut acknowledged = Vec::new();
    let mut broken_off = 0;
    for round in 0..120 {
        let asking = books.clone();
        let act = tokio::spawn(async move { ask(&asking, drive, Some(5)).await.unwrap() });
        tokio::time::sleep(std::time::Duration::from_micros(round * 25)).await;
        act.abort();
        match act.await {
            Ok(gift) => acknowledged.push(gift),
            Err(_) => broken_off += 1,
        }
    }
    let last = ask(&books, drive, None).await.unwrap();
    acknowledged.push(last);
    for gift in &acknowledged {
        assert_eq!(books.gift(gift.id).await.unwrap().as_ref(), Some(gift));
    }
    assert_eq!(verify(&books).await.troubles, []);
    println!("{} acts done, {broken_off} broken off", acknowledged.len());
    assert!(broken_off > 0);
    books.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_readers_see_whole_books_while_one_writes() {
    const READERS: usize = 50;
    let dice = Dice::new();
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = begin(&books).await;
    let looks_of_each = rounds(2, 40);
    let mut readers = tokio::task::JoinSet::new();
    for _ in 0..READERS {
        let folder = folder.path().to_owned();
        readers.spawn(async move {
            let reader = open_to_read(&folder).await.unwrap();
            let mut entries = 0;
            for _ in 0..looks_of_each {
                let verified = verify(&reader).await;
                assert_eq!(verified.troubles, []);
                assert!(verified.entries >= entries, "a reader went back in time");
                entries = verified.entries;
                // What stood by then is there, and it is a standing of whole gifts.
                let gifts = reader.gifts_after(drive, None, 100_000).await.unwrap();
                let (found, _) = reader.drive(drive).await.unwrap().unwrap();
                let standing = Standing::of(&found, &gifts).unwrap();
                let later = reader.standing(&found).await.unwrap();
                assert!(
                    later.filled().minor() >= standing.filled().minor(),
                    "a sum went back in time"
                );
                tokio::task::yield_now().await;
            }
            reader.close().await;
            entries
        });
    }
    let mut written = 0;
    while !readers.is_empty() {
        let asked = ask(&books, drive, Some(500)).await.unwrap();
        see(&books, asked.id).await;
        cash(&books, drive, 250).await.unwrap();
        written += 3;
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        while let Some(read) = readers.try_join_next() {
            read.unwrap();
        }
    }
    let verified = verify(&books).await;
    assert_eq!((verified.entries, verified.troubles.as_slice()), (5 + written, [].as_slice()));
    books.close().await;
    let looks = looks_of_each * 50;
    dice.told(&format!(
        "{looks} looks of {READERS} readers, {written} entries meanwhile, 0 errors"
    ));
}
