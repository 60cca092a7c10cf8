//! Many acts at the same time.

use std::collections::BTreeSet;

use crate::given::{ask, begin, cash, folder, open, open_to_read, verify};

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
