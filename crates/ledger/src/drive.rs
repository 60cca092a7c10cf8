//! A drive: a time-bound collection with a purpose, and what may still happen in it.

use groat_money::{Currency, Money};
use groat_payment_codes::GiftNumber;
use jiff::civil::Date;
use thiserror::Error;

use crate::journal::Fact;
use crate::{AccountId, Commitment, DriveId};

/// A drive as the journal tells it. Its name and purpose stand outside, behind `texts`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drive {
    /// Its name in the books.
    pub id: DriveId,
    /// The currency of the goal, of asks and of cash.
    pub currency: Currency,
    /// What the drive wants to reach, if it says so.
    pub goal: Option<Money>,
    /// Amounts the volunteer is offered, smallest first.
    pub suggested: Vec<Money>,
    /// IANA name of the zone that fixes the civil day of every gift.
    pub zone: String,
    /// The civil day it was opened.
    pub opened_on: Date,
    /// The civil day it was closed, once it is.
    pub closed_on: Option<Date>,
    /// Commitment to name and purpose.
    pub texts: Commitment,
}

/// Why nothing can be asked or received in a drive.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AskError {
    /// The drive is closed.
    #[error("the drive was closed on {closed_on}")]
    DriveClosed {
        /// The day it was closed.
        closed_on: Date,
    },
    /// The amount is in another currency than the drive.
    #[error("the drive collects {drive}, the amount is in {amount}")]
    CurrencyDiffers {
        /// The currency of the drive.
        drive: Currency,
        /// The currency of the amount.
        amount: Currency,
    },
    /// A gift is a positive amount.
    #[error("a gift is more than nothing")]
    NotPositive,
    /// The account is retired.
    #[error("the account is retired")]
    AccountRetired,
}

/// Why a drive cannot be closed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CloseDriveError {
    /// It is closed already.
    #[error("the drive was closed on {closed_on}")]
    AlreadyClosed {
        /// The day it was closed.
        closed_on: Date,
    },
}

impl Drive {
    /// Asks for a gift: `None` leaves the amount to the donor. The account is one that
    /// [`crate::Account::for_ask`] named.
    ///
    /// # Errors
    /// [`AskError`]; a closed drive takes no asks.
    pub fn ask(
        &self,
        account: AccountId,
        number: GiftNumber,
        amount: Option<Money>,
        day: Date,
    ) -> Result<Fact, AskError> {
        self.accepts(amount)?;
        Ok(Fact::Asked { drive: self.id, account, number, currency: self.currency, amount, day })
    }

    /// Receives cash at the desk.
    ///
    /// # Errors
    /// [`AskError`]; a closed drive takes no cash.
    pub fn receive_cash(&self, amount: Money, day: Date) -> Result<Fact, AskError> {
        self.accepts(Some(amount))?;
        Ok(Fact::CashReceived { drive: self.id, amount, day })
    }

    /// Closes the drive: no more asks and no more cash. Corrections and arrivals go on.
    ///
    /// # Errors
    /// [`CloseDriveError::AlreadyClosed`].
    pub fn close(&self, day: Date) -> Result<Fact, CloseDriveError> {
        match self.closed_on {
            Some(closed_on) => Err(CloseDriveError::AlreadyClosed { closed_on }),
            None => Ok(Fact::DriveClosed { drive: self.id, day }),
        }
    }

    /// The one rule of what may begin here: the acts ask it before they write, the fold again
    /// when it reads.
    ///
    /// # Errors
    /// [`AskError`]; a closed drive takes nothing.
    pub fn accepts(&self, amount: Option<Money>) -> Result<(), AskError> {
        if let Some(closed_on) = self.closed_on {
            return Err(AskError::DriveClosed { closed_on });
        }
        amount.map_or(Ok(()), |amount| self.check_amount(amount))
    }

    fn check_amount(&self, amount: Money) -> Result<(), AskError> {
        if amount.currency() != self.currency {
            let (drive, amount) = (self.currency, amount.currency());
            return Err(AskError::CurrencyDiffers { drive, amount });
        }
        if amount.minor() <= 0 {
            return Err(AskError::NotPositive);
        }
        Ok(())
    }
}
