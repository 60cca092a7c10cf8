//! Where a drive stands, always by state, never as one number.

use groat_money::{Money, MoneyError};

use crate::{Drive, Gift, GiftState};

/// How many gifts are in one state, and their sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateSum {
    /// The number of gifts.
    pub count: u64,
    /// How many of them have no amount: counted, never summed.
    pub open: u64,
    /// The sum of those that have one.
    pub sum: Money,
}

/// The standing of one drive in its own currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Codes shown, nothing seen yet.
    pub asked: StateSum,
    /// Seen on a donor's phone, not on the bank account yet.
    pub promised: StateSum,
    /// Cash at the desk.
    pub in_hand: StateSum,
    /// Undone by a later entry.
    pub corrected: StateSum,
    /// What the drive wants to reach.
    pub goal: Option<Money>,
}

impl Standing {
    /// A standing without gifts.
    #[must_use]
    pub fn empty(drive: &Drive) -> Standing {
        let none = StateSum { count: 0, open: 0, sum: Money::from_minor(0, drive.currency) };
        Standing {
            asked: none.clone(),
            promised: none.clone(),
            in_hand: none.clone(),
            corrected: none,
            goal: drive.goal,
        }
    }

    /// Sums the gifts of one drive.
    ///
    /// # Errors
    /// [`MoneyError`] where a gift is in another currency or the sum outgrows 64 bits.
    pub fn of<'a>(
        drive: &Drive,
        gifts: impl IntoIterator<Item = &'a Gift>,
    ) -> Result<Standing, MoneyError> {
        let mut standing = Standing::empty(drive);
        for gift in gifts {
            let state = standing.state_mut(gift.state);
            state.count += 1;
            match gift.amount {
                Some(amount) => state.sum = state.sum.checked_add(amount)?,
                None => state.open += 1,
            }
        }
        Ok(standing)
    }

    /// The sum of one state, to be filled in.
    pub fn state_mut(&mut self, state: GiftState) -> &mut StateSum {
        match state {
            GiftState::Asked => &mut self.asked,
            GiftState::Promised => &mut self.promised,
            GiftState::InHand => &mut self.in_hand,
            GiftState::Corrected => &mut self.corrected,
        }
    }

    /// What fills the goal: money in hand. A promise does not, before the bank shows it.
    #[must_use]
    pub fn filled(&self) -> Money {
        self.in_hand.sum
    }

    /// What is missing to the goal; zero once it is reached, `None` without a goal.
    #[must_use]
    pub fn missing(&self) -> Option<Money> {
        let missing = self.goal?.checked_sub(self.filled()).ok()?;
        Some(Money::from_minor(missing.minor().max(0), missing.currency()))
    }

    /// The part of the goal that an amount fills, in per mille, rounded down, 0 to 1000.
    #[must_use]
    pub fn share_of_goal(&self, amount: Money) -> Option<u16> {
        let goal = i128::from(self.goal?.minor()).max(1);
        let share = i128::from(amount.minor().max(0)) * 1000 / goal;
        u16::try_from(share.min(1000)).ok()
    }
}
