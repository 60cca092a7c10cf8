//! The same gifts for everybody: five years of one organisation, made by arithmetic.
//!
//! One drive is always open and gets half of all gifts; 39 others follow each other, some weeks
//! each. A quarter is cash. Of the asks, six in ten were seen as promised; some were undone.

use groat_ledger::{GiftState, Rail};
use jiff::ToSpan;
use jiff::civil::Date;

pub(super) const DRIVES: usize = 40;
const DAYS: u64 = 1_800;
const FIRST_DAY: Date = Date::constant(2021, 1, 1);
const AMOUNTS: [i64; 8] = [200, 500, 500, 1_000, 1_000, 2_000, 5_000, 10_000];

/// One gift as it was made up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Made {
    pub(super) drive: usize,
    pub(super) day: Date,
    pub(super) rail: Rail,
    /// What it came to.
    pub(super) state: GiftState,
    /// In cents; `None` where the donor decides.
    pub(super) amount: Option<i64>,
}

/// So many gifts, oldest first.
pub(super) fn gifts(all: u64) -> impl Iterator<Item = Made> {
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    (0..all).map(move |at| {
        // Marsaglia's xorshift: the same numbers on every machine.
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        let part = |shift: u32, of: u64| (chance >> shift) % of;
        let day = at * DAYS / all;
        let others = u64::try_from(DRIVES - 1).unwrap_or(1);
        let drive = if part(8, 2) == 0 { 0 } else { 1 + day * others / DAYS };
        let rail = if part(16, 4) == 0 { Rail::Cash } else { Rail::Bank };
        let state = match (rail, part(24, 100)) {
            (Rail::Cash, 0..2) | (Rail::Bank, 0..5) => GiftState::Corrected,
            (Rail::Cash, _) => GiftState::InHand,
            (Rail::Bank, 5..65) => GiftState::Promised,
            (Rail::Bank, _) => GiftState::Asked,
        };
        let amount = match part(32, 10) {
            0 if rail == Rail::Bank => None,
            1 => Some(100 + i64::try_from(part(40, 20_000)).unwrap_or(0)),
            _ => usize::try_from(part(40, 8)).ok().and_then(|at| AMOUNTS.get(at)).copied(),
        };
        let day = FIRST_DAY.saturating_add(i64::try_from(day).unwrap_or(0).days());
        Made { drive: usize::try_from(drive).unwrap_or(0), day, rail, state, amount }
    })
}

/// The word of a rail in the files of others.
pub(super) fn rail_word(rail: Rail) -> &'static str {
    match rail {
        Rail::Bank => "Bank",
        Rail::Cash => "Cash",
    }
}

/// The word of a state in the files of others.
pub(super) fn state_word(state: GiftState) -> &'static str {
    match state {
        GiftState::Asked => "Asked",
        GiftState::Promised => "Promised",
        GiftState::InHand => "InHand",
        GiftState::Corrected => "Corrected",
    }
}
