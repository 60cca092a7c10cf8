//! What may happen to a drive and to a gift.

use groat_ledger::journal::Fact;
use groat_ledger::{
    Account, AskError, CloseDriveError, CorrectError, CorrectionReason, Drive, Gift, GiftState,
    Numbering, NumbersUsedUp, PromiseError, RetireError, Standing,
};
use groat_money::{Currency, Money};
use groat_payment_codes::Standard;

use crate::given::{ACCOUNT, DRIVE, TEXTS, asked, cash, day, drive_opened, entry, euro, number};

fn drive(goal: Option<i64>) -> Drive {
    entry(4, drive_opened(goal)).opened_drive().unwrap()
}

fn closed() -> Drive {
    Drive { closed_on: Some(day()), ..drive(None) }
}

fn gift_in(state: GiftState) -> Gift {
    let begun = match state {
        GiftState::InHand => cash(250),
        _ => asked(0, Some(500)),
    };
    Gift { state, ..entry(9, begun).begun_gift().unwrap() }
}

#[test]
fn an_open_drive_asks_with_and_without_an_amount() {
    for amount in [None, Some(euro(1)), Some(euro(i64::MAX))] {
        let fact = drive(None).ask(ACCOUNT, number(1042, 1), amount, day()).unwrap();
        let gift = entry(5, fact).begun_gift().unwrap();
        assert_eq!((gift.state, gift.amount, gift.drive), (GiftState::Asked, amount, DRIVE));
        assert_eq!(gift.number, Some(number(1042, 1)));
    }
}

#[test]
fn cash_is_in_hand_at_once_and_has_no_number() {
    let fact = drive(None).receive_cash(euro(250), day()).unwrap();
    let gift = entry(5, fact).begun_gift().unwrap();
    assert_eq!((gift.state, gift.number), (GiftState::InHand, None));
}

#[test]
fn a_gift_is_a_positive_amount_in_the_currency_of_the_drive() {
    let yen = Money::from_minor(500, Currency::from_code("JPY").unwrap());
    let (drive_currency, amount) = (Currency::EUR, yen.currency());
    let differs = AskError::CurrencyDiffers { drive: drive_currency, amount };
    for (amount, refusal) in [
        (euro(0), AskError::NotPositive),
        (euro(-1), AskError::NotPositive),
        (euro(i64::MIN), AskError::NotPositive),
        (yen, differs),
    ] {
        let drive = drive(None);
        let ask = drive.ask(ACCOUNT, number(1042, 1), Some(amount), day());
        assert_eq!(ask, Err(refusal.clone()));
        assert_eq!(drive.receive_cash(amount, day()), Err(refusal));
    }
}

#[test]
fn a_closed_drive_takes_nothing_and_is_not_closed_again() {
    let refusal = AskError::DriveClosed { closed_on: day() };
    let ask = closed().ask(ACCOUNT, number(1042, 1), None, day());
    assert_eq!(ask, Err(refusal.clone()));
    assert_eq!(closed().receive_cash(euro(5), day()), Err(refusal));
    let refusal = CloseDriveError::AlreadyClosed { closed_on: day() };
    assert_eq!(closed().close(day()), Err(refusal));
    assert_eq!(drive(None).close(day()), Ok(Fact::DriveClosed { drive: DRIVE, day: day() }));
}

#[test]
fn an_account_is_retired_once_and_then_asked_for_nothing() {
    let added = Fact::AccountAdded { values: TEXTS, standard: Standard::Pix };
    let account = entry(2, added).begun_account().unwrap();
    assert_eq!((account.for_ask(), account.standard), (Ok(ACCOUNT), Standard::Pix));
    assert_eq!(account.retire(), Ok(Fact::AccountRetired { account: ACCOUNT }));
    let retired = Account { is_retired: true, ..account };
    assert_eq!(retired.for_ask(), Err(AskError::AccountRetired));
    assert_eq!(retired.retire(), Err(RetireError::AlreadyRetired));
    assert_eq!(entry(3, cash(5)).begun_account(), None);
}

#[test]
fn only_an_asked_gift_is_promised() {
    let gift = gift_in(GiftState::Asked);
    assert_eq!(gift.promise(), Ok(Fact::Promised { gift: gift.id }));
    for (state, refusal) in [
        (GiftState::Promised, PromiseError::AlreadySeen),
        (GiftState::InHand, PromiseError::NotAsked),
        (GiftState::Corrected, PromiseError::Corrected),
    ] {
        assert_eq!(gift_in(state).promise(), Err(refusal));
    }
}

#[test]
fn every_gift_is_corrected_once() {
    let reason = CorrectionReason::Mistake;
    for state in [GiftState::Asked, GiftState::Promised, GiftState::InHand] {
        let gift = gift_in(state);
        assert_eq!(gift.correct(reason), Ok(Fact::Corrected { gift: gift.id, reason }));
    }
    let refused = gift_in(GiftState::Corrected).correct(reason);
    assert_eq!(refused, Err(CorrectError::AlreadyCorrected));
}

#[test]
fn a_standing_counts_open_amounts_and_never_sums_them() {
    let open = Gift { amount: None, ..gift_in(GiftState::Promised) };
    let gifts = [
        gift_in(GiftState::Asked),
        gift_in(GiftState::Promised),
        open,
        gift_in(GiftState::InHand),
        gift_in(GiftState::InHand),
        gift_in(GiftState::Corrected),
    ];
    let standing = Standing::of(&drive(Some(10_000)), &gifts).unwrap();
    let sums = [&standing.asked, &standing.promised, &standing.in_hand, &standing.corrected]
        .map(|sum| (sum.count, sum.open, sum.sum.minor()));
    assert_eq!(sums, [(1, 0, 500), (2, 1, 500), (2, 0, 500), (1, 0, 500)]);
    assert_eq!(standing.filled(), euro(500));
    assert_eq!(standing.missing(), Some(euro(9_500)));
    assert_eq!(standing.share_of_goal(standing.filled()), Some(50));
}

#[test]
fn a_goal_is_never_missed_by_less_than_nothing_nor_filled_by_more_than_all() {
    let gifts = [gift_in(GiftState::InHand)];
    let standing = Standing::of(&drive(Some(100)), &gifts).unwrap();
    assert_eq!(standing.missing(), Some(euro(0)));
    assert_eq!(standing.share_of_goal(standing.filled()), Some(1000));
    let nearly = Standing::of(&drive(Some(251)), &gifts).unwrap();
    assert_eq!(nearly.share_of_goal(nearly.filled()), Some(996));
    let without = Standing::of(&drive(None), &gifts).unwrap();
    assert_eq!((without.missing(), without.share_of_goal(euro(5))), (None, None));
}

#[test]
fn a_sum_beyond_64_bits_is_refused_and_never_wrapped() {
    let gifts = [Some(euro(i64::MAX)), Some(euro(1))]
        .map(|amount| Gift { amount, ..gift_in(GiftState::InHand) });
    assert!(Standing::of(&drive(None), &gifts).is_err());
}

#[test]
fn a_desk_number_gives_100_000_different_numbers_and_no_more() {
    let first_serial = 77_777;
    let mut seen = std::collections::HashSet::new();
    for used in 0..100_000 {
        let numbering = Numbering { desk_number: 1042, first_serial, used };
        assert!(seen.insert(numbering.next().unwrap()), "number {used} came twice");
    }
    for used in [100_000, 100_001, u32::MAX] {
        let numbering = Numbering { desk_number: 1042, first_serial, used };
        assert_eq!(numbering.next(), Err(NumbersUsedUp { desk_number: 1042 }));
    }
    for desk_number in [0, 999, 10_000] {
        assert!(Numbering { desk_number, first_serial, used: 0 }.next().is_err());
    }
    let numbering = Numbering { desk_number: 1042, first_serial: u32::MAX, used: 99_999 };
    assert!(numbering.next().is_ok(), "the largest serial does not overflow");
}
