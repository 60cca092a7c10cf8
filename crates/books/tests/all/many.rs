//! Many entries at once stand as if each had been written by itself.

use groat_books::{Books, GiftFilter, Month, Total};
use groat_ledger::journal::Fact;
use groat_ledger::{AccountId, CorrectionReason, DriveId, GiftId, GiftState, Rail};
use groat_payment_codes::{DeskNumber, GiftNumber};
use jiff::civil::date;
use proptest::prelude::*;
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row};

use crate::given::{
    DESK, ask, author, begin, correct, euro, folder, open, some_days_of_work, tool, verify,
};

/// Entries of [`begin`]: the key first, the drive last.
const BEGUN: u64 = 5;

/// What happens next at the desk; numbers choose among what is there.
#[derive(Debug, Clone, Copy)]
enum Step {
    Ask(i64),
    Cash(i64),
    See(usize),
    Undo(usize),
    Close,
    Open,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        40 => (0_i64..20).prop_map(Step::Ask),
        20 => (1_i64..20).prop_map(Step::Cash),
        20 => any::<usize>().prop_map(Step::See),
        10 => any::<usize>().prop_map(Step::Undo),
        1 => Just(Step::Close),
        1 => Just(Step::Open),
    ];
    prop::collection::vec(step, 1..900)
}

/// The facts of the steps, as the rules would let them happen.
fn facts(steps: &[Step], drive: DriveId) -> Vec<Fact> {
    let desk_number = DeskNumber::new(1042).unwrap();
    let account = AccountId { desk: DESK, seq: 3 };
    let (mut drives, mut gifts, mut asked) = (vec![drive], Vec::new(), 0_u32);
    let mut facts = Vec::new();
    for step in steps {
        let seq = BEGUN + 1 + u64::try_from(facts.len()).unwrap();
        let id = GiftId { desk: DESK, seq };
        let day = date(2026, 11, i8::try_from(seq % 28).unwrap() + 1);
        let drive = *drives.last().unwrap();
        let currency = euro(0).currency();
        let fact = match *step {
            Step::Ask(minor) => {
                let number = GiftNumber::of(desk_number, 99_990 + asked);
                asked += 1;
                gifts.push((id, GiftState::Asked));
                let amount = (minor > 0).then(|| euro(minor));
                Fact::Asked { drive, account, number, currency, amount, day }
            }
            Step::Cash(minor) => {
                gifts.push((id, GiftState::InHand));
                Fact::CashReceived { drive, amount: euro(minor), day }
            }
            Step::See(which) | Step::Undo(which) if !gifts.is_empty() => {
                let at = which % gifts.len();
                let (gift, state) = gifts[at];
                match (step, state) {
                    (Step::See(_), GiftState::Asked) => {
                        gifts[at].1 = GiftState::Promised;
                        Fact::Promised { gift }
                    }
                    (Step::Undo(_), state) if state != GiftState::Corrected => {
                        gifts[at].1 = GiftState::Corrected;
                        Fact::Corrected { gift, reason: CorrectionReason::Mistake }
                    }
                    _ => continue,
                }
            }
            Step::Close if drives.len() > 1 => {
                Fact::DriveClosed { drive: drives.pop().unwrap(), day }
            }
            Step::Open => {
                drives.push(DriveId { desk: DESK, seq });
                let (texts, zone) = (crate::given::drive_texts(), "UTC".to_owned());
                let (goal, suggested) = (None, vec![euro(100)]);
                Fact::DriveOpened { texts, currency, goal, suggested, zone, day }
            }
            _ => continue,
        };
        facts.push(fact);
    }
    facts
}

/// Every row of every table that the journal makes.
async fn tables(folder: &std::path::Path) -> Vec<String> {
    let mut tool = tool(folder).await;
    let mut all = Vec::new();
    for table in ["journal", "drive", "gift", "summary", "signer", "numbering", "account"] {
        let statement = AssertSqlSafe(format!("SELECT * FROM {table} ORDER BY 1, 2, 3"));
        let rows: Vec<SqliteRow> = sqlx::query(statement).fetch_all(&mut tool).await.unwrap();
        for row in rows {
            let cells: Vec<String> = (0..row.len()).map(|at| cell(&row, at)).collect();
            all.push(format!("{table} {}", cells.join(" ")));
        }
    }
    all
}

fn cell(row: &SqliteRow, at: usize) -> String {
    let text = row.try_get_unchecked::<Option<Vec<u8>>, _>(at).unwrap();
    text.map_or_else(
        || "-".to_owned(),
        |bytes| bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    )
}

/// Books with a drive, and the facts written into them in acts of so many.
async fn written(folder: &std::path::Path, facts: &[Fact], acts: Option<usize>) -> Books {
    let books = open(folder).await.unwrap();
    let drive = begin(&books).await;
    keep_text(&books).await;
    // From here on a search catches up with what is written.
    books.gifts(drive, &every_number(), 1, 0).await.unwrap();
    match acts {
        None => {
            for fact in facts {
                let mut act = books.write(author(9)).await.unwrap();
                act.append(fact.clone()).await.unwrap();
                act.commit().await.unwrap();
            }
        }
        Some(length) => {
            let mut first = BEGUN + 1;
            for facts in facts.chunks(length) {
                let mut act = books.write(author(9)).await.unwrap();
                let begun = act.append_all(facts.to_vec()).await.unwrap();
                assert_eq!(begun, Some(first));
                first += u64::try_from(facts.len()).unwrap();
                act.commit().await.unwrap();
            }
        }
    }
    books
}

fn every_number() -> GiftFilter {
    GiftFilter { digits: Some(String::new()), amount: Some(5), ..GiftFilter::default() }
}

async fn keep_text(books: &Books) {
    let mut act = books.write(author(9)).await.unwrap();
    crate::given::keep_drive_texts(&mut act).await;
    act.commit().await.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn many_at_once_are_written_as_one_by_one(steps in steps(), length in 1_usize..1_500) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let drive = DriveId { desk: DESK, seq: BEGUN };
            let facts = facts(&steps, drive);
            let (one, many) = (folder(), folder());
            let one_by_one = written(one.path(), &facts, None).await;
            let at_once = written(many.path(), &facts, Some(length)).await;
            assert_eq!(verify(&at_once).await, verify(&one_by_one).await);
            assert_eq!(verify(&at_once).await.troubles, []);
            let before = tables(many.path()).await;
            assert_eq!(before, tables(one.path()).await);
            let caught_up = at_once.gifts(drive, &every_number(), 900, 0).await.unwrap();
            at_once.refold(&mut |_, _| true).await.unwrap();
            let anew = at_once.gifts(drive, &every_number(), 900, 0).await.unwrap();
            assert_eq!(caught_up.gifts, anew.gifts);
            assert_eq!((caught_up.matches, caught_up.total), (anew.matches, anew.total));
            assert_eq!(verify(&at_once).await.troubles, []);
            one_by_one.close().await;
            at_once.close().await;
        });
    }
}

#[tokio::test]
async fn an_import_into_new_books_begins_with_the_key_and_may_be_empty() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let mut act = books.write(author(1)).await.unwrap();
    assert_eq!(act.append_all([]).await.unwrap(), None);
    let drawn = Fact::NumbersDrawn { desk_number: 1042, first_serial: 0 };
    assert_eq!(act.append_all([drawn]).await.unwrap(), Some(2));
    assert_eq!(act.numbering().unwrap().desk_number, 1042);
    act.commit().await.unwrap();
    let verified = verify(&books).await;
    assert_eq!((verified.entries, verified.signed, verified.troubles.len()), (2, 2, 0));
    books.close().await;
}

#[tokio::test]
async fn an_import_that_refers_to_nothing_leaves_nothing() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    begin(&books).await;
    for gifts in [1, 32, 40] {
        let mut act = books.write(author(1)).await.unwrap();
        let lost = (0..gifts).map(|at| GiftId { desk: DESK, seq: 900 + at });
        let refused = act.append_all(lost.map(|gift| Fact::Promised { gift })).await;
        assert!(refused.is_err(), "{gifts} gifts that are not there were promised");
    }
    assert_eq!(verify(&books).await.entries, BEGUN);
    books.close().await;
}

#[tokio::test]
async fn totals_are_the_sums_of_the_gifts_by_month_rail_and_state() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = some_days_of_work(&books, 12).await;
    let totals = books.totals().await.unwrap();
    let gifts = books.gifts(drive, &GiftFilter::default(), 500, 0).await.unwrap().gifts;
    let month = Month { year: 2026, month: 11 };
    let mut seen = 0;
    for (rail, state) in [
        (Rail::Bank, GiftState::Asked),
        (Rail::Bank, GiftState::Promised),
        (Rail::Cash, GiftState::InHand),
        (Rail::Cash, GiftState::Corrected),
    ] {
        let of = gifts.iter().filter(|gift| (gift.rail, gift.state) == (rail, state));
        let amounts: Vec<_> = of.map(|gift| gift.amount).collect();
        let count = u64::try_from(amounts.len()).unwrap();
        let open = u64::try_from(amounts.iter().filter(|amount| amount.is_none()).count()).unwrap();
        let sum = euro(amounts.iter().flatten().map(|amount| amount.minor()).sum());
        let wanted = Total { drive, month, rail, state, count, open, sum };
        assert!(count == 0 || totals.contains(&wanted), "{wanted:?} is not in {totals:?}");
        seen += usize::from(count > 0);
    }
    assert_eq!(totals.len(), seen, "a state nothing is in any more is told");
    books.close().await;
}

#[tokio::test]
async fn a_search_knows_what_was_written_a_moment_ago() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = some_days_of_work(&books, 3).await;
    let digits = |digits: &str, state| GiftFilter {
        digits: Some(digits.to_owned()),
        state,
        ..GiftFilter::default()
    };
    let before = books.gifts(drive, &digits("1042", None), 9, 0).await.unwrap();
    let asked = ask(&books, drive, Some(700)).await.unwrap();
    let number = asked.number.unwrap().digits();
    let page = books.gifts(drive, &digits("1042", None), 9, 0).await.unwrap();
    assert_eq!((page.matches, page.total), (before.matches + 1, before.total + 1));
    assert_eq!(page.gifts.first(), Some(&asked));
    correct(&books, asked.id).await;
    for (state, found) in [(GiftState::Asked, 0), (GiftState::Corrected, 1)] {
        let page = books.gifts(drive, &digits(&number, Some(state)), 9, 0).await.unwrap();
        assert_eq!(page.matches, found);
        assert!(page.gifts.iter().all(|gift| gift.state == state && gift.id == asked.id));
    }
    books.close().await;
}
