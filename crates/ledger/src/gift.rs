//! A gift and the states it passes through.

use groat_money::{Currency, Money};
use groat_payment_codes::GiftNumber;
use jiff::Timestamp;
use jiff::civil::Date;
use thiserror::Error;

use crate::journal::Fact;
use crate::{AccountId, DriveId, GiftId};

/// How far a gift has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GiftState {
    /// A code with its own number was shown.
    Asked,
    /// Someone saw "done" on the donor's phone.
    Promised,
    /// Cash was received at the desk.
    InHand,
    /// Undone by a later entry; the gift stays visible and counts nowhere.
    Corrected,
}

/// A way money travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rail {
    /// To an account, asked for by a payment code.
    Bank,
    /// Notes and coins at the desk.
    Cash,
}

/// Why a gift was undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CorrectionReason {
    /// The volunteer entered something wrong.
    Mistake,
    /// The donor changed their mind, or gave in another way.
    NotGiven,
}

/// A gift as the journal tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gift {
    /// Its name in the books.
    pub id: GiftId,
    /// The drive it belongs to.
    pub drive: DriveId,
    /// The account it was asked for; cash has none.
    pub account: Option<AccountId>,
    /// The number of its ask; cash has none.
    pub number: Option<GiftNumber>,
    /// How the money travels.
    pub rail: Rail,
    /// Its currency, also where the amount is left to the donor.
    pub currency: Currency,
    /// The amount; `None` where the donor types it into the banking app.
    pub amount: Option<Money>,
    /// How far it has come.
    pub state: GiftState,
    /// The state before it was corrected.
    pub before: Option<GiftState>,
    /// Why it was corrected.
    pub reason: Option<CorrectionReason>,
    /// When its first entry was written.
    pub at: Timestamp,
    /// The civil day of its first entry in the drive's zone.
    pub day: Date,
}

/// Why a gift cannot be marked as seen.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PromiseError {
    /// It was seen before.
    #[error("the gift was seen already")]
    AlreadySeen,
    /// It was corrected before.
    #[error("the gift was corrected")]
    Corrected,
    /// Cash is in hand; there is nothing to be seen on a phone.
    #[error("cash is not asked for by a code")]
    NotAsked,
}

/// Why a gift cannot be corrected.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CorrectError {
    /// It was corrected before.
    #[error("the gift was corrected already")]
    AlreadyCorrected,
}

impl Gift {
    /// Marks an asked gift as promised: a volunteer saw "done" on the donor's phone.
    ///
    /// A closed drive still accepts it: the donor has paid.
    ///
    /// # Errors
    /// [`PromiseError`].
    pub fn promise(&self) -> Result<Fact, PromiseError> {
        match self.state {
            GiftState::Asked => Ok(Fact::Promised { gift: self.id }),
            GiftState::Promised => Err(PromiseError::AlreadySeen),
            GiftState::InHand => Err(PromiseError::NotAsked),
            GiftState::Corrected => Err(PromiseError::Corrected),
        }
    }

    /// Returns the gift after a further fact; unchanged by a fact about anything else.
    #[must_use]
    pub fn after(&self, fact: &Fact) -> Gift {
        let mut gift = self.clone();
        match fact {
            Fact::Promised { gift: id } if *id == self.id => gift.state = GiftState::Promised,
            Fact::Corrected { gift: id, reason } if *id == self.id => {
                gift.before = Some(self.state);
                gift.state = GiftState::Corrected;
                gift.reason = Some(*reason);
            }
            _ => {}
        }
        gift
    }

    /// Undoes the gift by a further entry. Always accepted, also in a closed drive.
    ///
    /// # Errors
    /// [`CorrectError::AlreadyCorrected`].
    pub fn correct(&self, reason: CorrectionReason) -> Result<Fact, CorrectError> {
        match self.state {
            GiftState::Corrected => Err(CorrectError::AlreadyCorrected),
            _ => Ok(Fact::Corrected { gift: self.id, reason }),
        }
    }
}
