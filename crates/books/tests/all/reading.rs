//! Finding gifts again, sums, and what the desk likes.

use std::collections::BTreeSet;

use groat_books::{BooksError, GiftFilter};
use groat_ledger::{DeskId, DriveId, Gift, GiftId, GiftState, Standing};

use crate::given::{DESK, cash, euro, folder, open, open_drive, open_to_read, some_days_of_work};

#[tokio::test]
async fn gifts_are_found_by_digits_amount_and_state() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = some_days_of_work(&books, 12).await;
    let all = books.gifts(drive, &GiftFilter::default(), 500, 0).await.unwrap();
    assert_eq!((all.total, all.matches, all.gifts.len()), (36, 36, 36));
    assert!(all.gifts.is_sorted_by_key(|gift| std::cmp::Reverse(gift.id.seq)), "newest first");

    let found = |filter: GiftFilter| {
        let books = &books;
        async move {
            let page = books.gifts(drive, &filter, 500, 0).await.unwrap();
            assert_eq!((page.matches, page.total), (page.gifts.len().try_into().unwrap(), 36));
            page.gifts.into_iter().map(|gift| gift.id).collect::<BTreeSet<_>>()
        }
    };
    let wanted = |fits: &dyn Fn(&Gift) -> bool| {
        all.gifts.iter().filter(|gift| fits(gift)).map(|gift| gift.id).collect::<BTreeSet<_>>()
    };
    let has = |gift: &Gift, digits: &str| {
        gift.number.is_some_and(|number| number.digits().contains(digits))
    };

    let whole = all.gifts[0].number.unwrap();
    for digits in [whole.digits().as_str(), "1042", "18", "7", "x", "%", "_", "''", ""] {
        let filter = GiftFilter { digits: Some(digits.to_owned()), ..GiftFilter::default() };
        assert_eq!(found(filter).await, wanted(&|gift| has(gift, digits)), "{digits:?}");
    }
    for amount in [500, 700, 1, i64::MAX] {
        let filter = GiftFilter { amount: Some(amount), ..GiftFilter::default() };
        assert_eq!(found(filter).await, wanted(&|gift| gift.amount == Some(euro(amount))));
        let digits = Some("18".to_owned());
        let state = Some(GiftState::Promised);
        let filter = GiftFilter { amount: Some(amount), digits, state };
        let fits = |gift: &Gift| {
            gift.state == GiftState::Promised
                && (has(gift, "18") || gift.amount == Some(euro(amount)))
        };
        assert_eq!(found(filter).await, wanted(&fits));
    }
    for state in [GiftState::Asked, GiftState::Promised, GiftState::InHand, GiftState::Corrected] {
        let filter = GiftFilter { state: Some(state), ..GiftFilter::default() };
        let gifts = found(filter).await;
        assert!(!gifts.is_empty());
        assert_eq!(gifts, wanted(&|gift| gift.state == state));
    }
    assert_eq!(books.gift_by_number(whole).await.unwrap().as_ref(), all.gifts.first());
    books.close().await;
}

#[tokio::test]
async fn pages_and_batches_cover_every_gift_once() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = some_days_of_work(&books, 9).await;
    let other = open_drive(&books, "Other").await;
    cash(&books, other, 5).await.unwrap();

    let mut paged = Vec::new();
    for page in 0.. {
        let found = books.gifts(drive, &GiftFilter::default(), 4, page * 4).await.unwrap();
        assert_eq!(found.matches, 27);
        if found.gifts.is_empty() {
            break;
        }
        paged.extend(found.gifts);
    }
    let mut batched: Vec<Gift> = Vec::new();
    loop {
        let last = batched.last().map(|gift| gift.id);
        let gifts = books.gifts_after(drive, last, 4).await.unwrap();
        if gifts.is_empty() {
            break;
        }
        batched.extend(gifts);
    }
    batched.reverse();
    assert_eq!(paged, batched);
    assert_eq!(paged.len(), 27);

    let (found, _) = books.drive(drive).await.unwrap().unwrap();
    let summed = Standing::of(&found, &batched).unwrap();
    assert_eq!(books.standing(&found).await.unwrap(), summed);
    books.close().await;
}

#[tokio::test]
async fn what_is_not_there_is_not_found_and_no_damage() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    some_days_of_work(&books, 1).await;
    for seq in [0, 1, 999, u64::MAX] {
        assert_eq!(books.gift(GiftId { desk: DESK, seq }).await.unwrap(), None, "gift {seq}");
        assert_eq!(books.drive(DriveId { desk: DESK, seq }).await.unwrap(), None, "drive {seq}");
    }
    let stranger = DriveId { desk: DeskId([1; 16]), seq: 4 };
    assert!(matches!(books.drive(stranger).await, Err(BooksError::Damaged { .. })));
    books.close().await;
}

#[tokio::test]
async fn preferences_are_kept_and_replaced_and_refused_to_readers() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    assert_eq!(books.preference("locale").await.unwrap(), None);
    books.prefer("locale", "de").await.unwrap();
    books.prefer("locale", "en").await.unwrap();
    books.close().await;
    let books = open_to_read(folder.path()).await.unwrap();
    assert_eq!(books.preference("locale").await.unwrap().as_deref(), Some("en"));
    assert!(matches!(books.prefer("locale", "de").await, Err(BooksError::ReadOnly)));
    books.close().await;
}
