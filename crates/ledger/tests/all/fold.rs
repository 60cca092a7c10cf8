//! The fold: what it refuses, and that a refused entry changes nothing.

use groat_ledger::journal::{Entry, Fact};
use groat_ledger::{AccountId, CorrectionReason, DeskId, DriveId, GiftState, Ledger, Numbering};
use groat_money::{Currency, Money};
use groat_payment_codes::Standard;

use crate::given::{
    ACCOUNT, DESK, DRIVE, TEXTS, asked, beginning, cash, day, entry, euro, gift, number,
};

fn folded(entries: &[Entry]) -> Ledger {
    let mut ledger = Ledger::default();
    for entry in entries {
        ledger.apply(entry).unwrap();
    }
    ledger
}

/// A drive with an ask (5), a promise (6), cash (7) and a corrected ask (8).
fn busy() -> Vec<Entry> {
    let mut entries = beginning();
    entries.extend([
        entry(5, asked(10, Some(500))),
        entry(6, asked(11, None)),
        entry(7, cash(250)),
        entry(8, asked(12, Some(100))),
        entry(9, Fact::Promised { gift: gift(6) }),
        entry(10, Fact::Corrected { gift: gift(8), reason: CorrectionReason::Mistake }),
    ]);
    entries
}

#[test]
fn what_stands_is_what_the_entries_said() {
    let ledger = folded(&busy());
    let state = |seq| ledger.gifts[&gift(seq)].state;
    assert_eq!(
        [5, 6, 7, 8].map(state),
        [GiftState::Asked, GiftState::Promised, GiftState::InHand, GiftState::Corrected]
    );
    let corrected = &ledger.gifts[&gift(8)];
    assert_eq!(corrected.before, Some(GiftState::Asked));
    assert_eq!(corrected.reason, Some(CorrectionReason::Mistake));
    let expected = Numbering { desk_number: 1042, first_serial: 10, used: 3 };
    assert_eq!(ledger.numbering[&DESK], expected);
    let standing = ledger.standing(DRIVE).unwrap();
    assert_eq!((standing.promised.count, standing.promised.open), (1, 1));
    assert_eq!(standing.in_hand.sum, euro(250));
    assert!(ledger.standing(DriveId { desk: DESK, seq: 5 }).is_none());
}

#[test]
fn an_entry_that_cannot_follow_is_refused_and_changes_nothing() {
    let elsewhere = DriveId { desk: DESK, seq: 99 };
    let (nowhere, no_account) = ([99, 4]).map(|seq| AccountId { desk: DESK, seq }).into();
    let yen = Money::from_minor(500, Currency::from_code("JPY").unwrap());
    let ask = |change: fn(&mut Fact)| {
        let mut fact = asked(13, Some(500));
        change(&mut fact);
        fact
    };
    let refused = [
        ("an unknown drive", Fact::DriveClosed { drive: elsewhere, day: day() }),
        ("cash for no drive", Fact::CashReceived { drive: elsewhere, amount: euro(1), day: day() }),
        ("cash in yen", Fact::CashReceived { drive: DRIVE, amount: yen, day: day() }),
        ("no cash at all", cash(0)),
        ("cash taken away", cash(-5)),
        ("an unknown gift", Fact::Promised { gift: gift(99) }),
        ("no gift at this place", Fact::Promised { gift: gift(4) }),
        ("seen twice", Fact::Promised { gift: gift(6) }),
        ("cash that was seen", Fact::Promised { gift: gift(7) }),
        ("seen after correction", Fact::Promised { gift: gift(8) }),
        ("corrected twice", Fact::Corrected { gift: gift(8), reason: CorrectionReason::NotGiven }),
        ("a number given out before", asked(10, Some(500))),
        ("a number left out", asked(14, Some(500))),
        (
            "another desk's number",
            ask(|fact| {
                if let Fact::Asked { number: at, .. } = fact {
                    *at = number(1043, 13);
                }
            }),
        ),
        (
            "an unknown account",
            ask(|fact| {
                if let Fact::Asked { account, .. } = fact {
                    *account = AccountId { desk: DESK, seq: 3 };
                }
            }),
        ),
        (
            "an ask in yen",
            ask(|fact| {
                if let Fact::Asked { currency, .. } = fact {
                    *currency = Currency::from_code("JPY").unwrap();
                }
            }),
        ),
        (
            "a euro ask with an amount in yen",
            ask(|fact| {
                if let Fact::Asked { amount, .. } = fact {
                    *amount = Some(Money::from_minor(5, Currency::from_code("JPY").unwrap()));
                }
            }),
        ),
        ("an ask for nothing", asked(13, Some(0))),
        ("an unknown account retired", Fact::AccountRetired { account: nowhere }),
        ("no account at this place", Fact::AccountRetired { account: no_account }),
    ];
    let before = folded(&busy());
    for (what, fact) in refused {
        let mut ledger = before.clone();
        let contradiction = ledger.apply(&entry(11, fact)).expect_err(what);
        assert_eq!((contradiction.desk, contradiction.seq), (DESK, 11));
        assert_eq!(ledger, before, "{what}");
    }
    let mut ledger = before.clone();
    ledger.apply(&entry(11, asked(13, Some(500)))).unwrap();
    assert_ne!(ledger, before);
}

#[test]
fn a_desk_without_numbers_of_its_own_asks_nothing() {
    let mut ledger = folded(&busy());
    let stranger = Entry { desk: DeskId([1; 16]), ..entry(1, asked(13, None)) };
    assert_eq!(ledger.apply(&stranger).unwrap_err().what, "no numbers drawn");
}

#[test]
fn a_closed_drive_still_takes_promises_and_corrections() {
    let mut ledger = folded(&busy());
    ledger.apply(&entry(11, Fact::DriveClosed { drive: DRIVE, day: day() })).unwrap();
    let closed = ledger.clone();
    for fact in [asked(13, None), cash(5), Fact::DriveClosed { drive: DRIVE, day: day() }] {
        assert!(ledger.apply(&entry(12, fact)).is_err());
        assert_eq!(ledger, closed);
    }
    ledger.apply(&entry(12, Fact::Promised { gift: gift(5) })).unwrap();
    let reason = CorrectionReason::NotGiven;
    ledger.apply(&entry(13, Fact::Corrected { gift: gift(7), reason })).unwrap();
    assert_eq!(ledger.gifts[&gift(7)].before, Some(GiftState::InHand));
}

#[test]
fn a_retired_account_is_asked_for_nothing_more_and_its_gifts_go_on() {
    let mut ledger = folded(&busy());
    ledger.apply(&entry(11, Fact::AccountRetired { account: ACCOUNT })).unwrap();
    let retired = ledger.clone();
    for fact in [asked(13, None), Fact::AccountRetired { account: ACCOUNT }] {
        assert_eq!(ledger.apply(&entry(12, fact)).unwrap_err().what, "the account is retired");
        assert_eq!(ledger, retired);
    }
    ledger.apply(&entry(12, Fact::Promised { gift: gift(5) })).unwrap();
    assert_eq!(ledger.gifts[&gift(5)].account, Some(ACCOUNT));
    let added = Fact::AccountAdded { values: TEXTS, standard: Standard::Upi };
    ledger.apply(&entry(13, added)).unwrap();
    let account = AccountId { desk: DESK, seq: 13 };
    assert_eq!(ledger.accounts[&account].standard, Standard::Upi);
    assert_eq!(ledger.accounts[&ACCOUNT].standard, Standard::Epc);
    let mut ask = asked(13, Some(5));
    if let Fact::Asked { account: at, .. } = &mut ask {
        *at = account;
    }
    ledger.apply(&entry(14, ask)).unwrap();
    assert_eq!(ledger.gifts[&gift(14)].account, Some(account));
}

#[test]
fn numbers_drawn_again_start_from_the_new_place() {
    let mut ledger = folded(&busy());
    let drawn = Fact::NumbersDrawn { desk_number: 2000, first_serial: 99_999 };
    ledger.apply(&entry(11, drawn)).unwrap();
    assert!(ledger.apply(&entry(12, asked(13, None))).is_err());
    let at = |k| Fact::Asked {
        drive: DRIVE,
        account: ACCOUNT,
        number: number(2000, k),
        currency: Currency::EUR,
        amount: None,
        day: day(),
    };
    ledger.apply(&entry(12, at(99_999))).unwrap();
    ledger.apply(&entry(13, at(0))).unwrap();
}
