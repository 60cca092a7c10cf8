//! Acts in any order against a model that only keeps lists.

use groat_ledger::journal::{Entry, EntryHash, Fact, SealedEntry};
use groat_ledger::{CorrectionReason, DriveId, Gift, GiftId, GiftState, Ledger, StateSum};
use proptest::prelude::*;

use crate::given::{ACCOUNT, DESK, beginning, day, drive_opened, entry, euro};

#[derive(Debug, Clone)]
enum Act {
    Open,
    Close(usize),
    Ask(usize, Option<i64>),
    Cash(usize, i64),
    See(usize),
    Correct(usize),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let amounts = prop::option::of(1i64..1_000_000);
    let act = prop_oneof![
        1 => Just(Act::Open),
        1 => (0usize..4).prop_map(Act::Close),
        8 => (0usize..4, amounts).prop_map(|(drive, amount)| Act::Ask(drive, amount)),
        6 => (0usize..4, -5i64..1_000_000).prop_map(|(drive, amount)| Act::Cash(drive, amount)),
        6 => (0usize..40).prop_map(Act::See),
        4 => (0usize..40).prop_map(Act::Correct),
    ];
    prop::collection::vec(act, 1..80)
}

/// What a careful clerk would keep on paper.
#[derive(Default)]
struct Paper {
    drives: Vec<(DriveId, bool)>,
    gifts: Vec<PaperGift>,
}

struct PaperGift {
    id: GiftId,
    drive: DriveId,
    amount: Option<i64>,
    state: GiftState,
}

/// The desk under test: rules from the ledger, journal and fold as the program keeps them.
struct Desk {
    journal: Vec<Entry>,
    ledger: Ledger,
}

impl Desk {
    fn append(&mut self, fact: Fact) -> u64 {
        let next = entry(u64::try_from(self.journal.len()).unwrap() + 1, fact);
        self.ledger.apply(&next).unwrap();
        self.journal.push(next);
        self.journal.last().unwrap().seq
    }

    fn gift(&self, id: GiftId) -> &Gift {
        &self.ledger.gifts[&id]
    }
}

/// Does one act on both sides; both must agree on whether it may happen.
fn act(desk: &mut Desk, paper: &mut Paper, act: &Act) {
    match *act {
        Act::Open => {
            let seq = desk.append(drive_opened(None));
            paper.drives.push((DriveId { desk: DESK, seq }, true));
        }
        Act::Close(place) => {
            let Some((id, open)) = paper.drives.get_mut(place) else { return };
            let fact = desk.ledger.drives[id].close(day());
            assert_eq!(fact.is_ok(), *open);
            *open = false;
            if let Ok(fact) = fact {
                desk.append(fact);
            }
        }
        Act::Ask(place, amount) => {
            let Some(&(id, open)) = paper.drives.get(place) else { return };
            let number = desk.ledger.numbering[&DESK].next().unwrap();
            let fact = desk.ledger.drives[&id].ask(ACCOUNT, number, amount.map(euro), day());
            assert_eq!(fact.is_ok(), open);
            begin(desk, paper, id, fact.ok(), (amount, GiftState::Asked));
        }
        Act::Cash(place, amount) => {
            let Some(&(id, open)) = paper.drives.get(place) else { return };
            let fact = desk.ledger.drives[&id].receive_cash(euro(amount), day());
            assert_eq!(fact.is_ok(), open && amount > 0);
            begin(desk, paper, id, fact.ok(), (Some(amount), GiftState::InHand));
        }
        Act::See(place) => {
            let Some(kept) = paper.gifts.get_mut(place) else { return };
            let fact = desk.gift(kept.id).promise();
            assert_eq!(fact.is_ok(), kept.state == GiftState::Asked);
            if let Ok(fact) = fact {
                kept.state = GiftState::Promised;
                desk.append(fact);
            }
        }
        Act::Correct(place) => {
            let Some(kept) = paper.gifts.get_mut(place) else { return };
            let fact = desk.gift(kept.id).correct(CorrectionReason::Mistake);
            assert_eq!(fact.is_ok(), kept.state != GiftState::Corrected);
            if let Ok(fact) = fact {
                kept.state = GiftState::Corrected;
                desk.append(fact);
            }
        }
    }
}

fn begin(
    desk: &mut Desk,
    paper: &mut Paper,
    drive: DriveId,
    fact: Option<Fact>,
    (amount, state): (Option<i64>, GiftState),
) {
    let Some(fact) = fact else { return };
    let id = GiftId { desk: DESK, seq: desk.append(fact) };
    paper.gifts.push(PaperGift { id, drive, amount, state });
}

fn on_paper(paper: &Paper, drive: DriveId, state: GiftState) -> (usize, usize, i64) {
    let kept = || paper.gifts.iter().filter(|gift| gift.drive == drive && gift.state == state);
    let open = kept().filter(|gift| gift.amount.is_none()).count();
    (kept().count(), open, kept().filter_map(|gift| gift.amount).sum())
}

fn in_books(sum: &StateSum) -> (usize, usize, i64) {
    (sum.count.try_into().unwrap(), sum.open.try_into().unwrap(), sum.sum.minor())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn acts_in_any_order_stand_as_the_clerk_would_have_them(all in acts()) {
        let mut desk = Desk { journal: Vec::new(), ledger: Ledger::default() };
        for entry in beginning() {
            desk.append(entry.fact);
        }
        let mut paper = Paper::default();
        paper.drives.push((crate::given::DRIVE, true));
        for one in &all {
            act(&mut desk, &mut paper, one);
        }
        for (drive, open) in &paper.drives {
            let standing = desk.ledger.standing(*drive).unwrap();
            prop_assert_eq!(desk.ledger.drives[drive].closed_on.is_none(), *open);
            for (state, sum) in [
                (GiftState::Asked, &standing.asked),
                (GiftState::Promised, &standing.promised),
                (GiftState::InHand, &standing.in_hand),
                (GiftState::Corrected, &standing.corrected),
            ] {
                prop_assert_eq!(in_books(sum), on_paper(&paper, *drive, state), "{:?}", state);
            }
        }
        prop_assert_eq!(desk.ledger.gifts.len(), paper.gifts.len());
    }

    #[test]
    fn the_fold_does_not_depend_on_where_it_paused(all in acts(), pause in 0usize..80) {
        let mut desk = Desk { journal: Vec::new(), ledger: Ledger::default() };
        for entry in beginning() {
            desk.append(entry.fact);
        }
        let mut paper = Paper::default();
        paper.drives.push((crate::given::DRIVE, true));
        all.iter().for_each(|one| act(&mut desk, &mut paper, one));

        // Through the bytes of the journal, in two parts, with a copy carried over the pause.
        let mut previous = EntryHash::NONE;
        let mut read = Vec::new();
        for entry in &desk.journal {
            let sealed = SealedEntry::seal(entry.clone(), previous);
            previous = sealed.hash;
            read.push(groat_ledger::journal::body::decode(&sealed.body).unwrap());
        }
        let (first, second) = read.split_at(pause.min(read.len()));
        let mut ledger = Ledger::default();
        first.iter().for_each(|entry| ledger.apply(entry).unwrap());
        let mut ledger = ledger.clone();
        second.iter().for_each(|entry| ledger.apply(entry).unwrap());
        prop_assert_eq!(ledger, desk.ledger);
    }
}
