//! An account that gifts are paid to, and what may still happen with it.

use groat_payment_codes::Standard;
use thiserror::Error;

use crate::journal::{Entry, Fact, ReferenceForm};
use crate::{AccountId, AskError, Commitment};

/// An account as the journal tells it. Holder, number and key stand outside, behind `values`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name in the books.
    pub id: AccountId,
    /// The standard of its codes.
    pub standard: Standard,
    /// Commitment to what its codes are made of.
    pub values: Commitment,
    /// How its codes carry the gift number, where the first program declared it.
    pub declared: Option<ReferenceForm>,
    /// Whether nothing is asked for with it any more.
    pub is_retired: bool,
}

/// Why an account cannot be retired.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RetireError {
    /// It is retired already.
    #[error("the account is retired already")]
    AlreadyRetired,
}

impl Account {
    /// Names the account for an ask.
    ///
    /// # Errors
    /// [`AskError::AccountRetired`].
    pub fn for_ask(&self) -> Result<AccountId, AskError> {
        if self.is_retired { Err(AskError::AccountRetired) } else { Ok(self.id) }
    }

    /// Retires the account: no more asks. What was asked for with it goes on.
    ///
    /// # Errors
    /// [`RetireError::AlreadyRetired`].
    pub fn retire(&self) -> Result<Fact, RetireError> {
        match self.is_retired {
            true => Err(RetireError::AlreadyRetired),
            false => Ok(Fact::AccountRetired { account: self.id }),
        }
    }
}

impl Entry {
    /// The account that this entry begins, if it begins one.
    #[must_use]
    pub fn begun_account(&self) -> Option<Account> {
        let (standard, values, declared) = match &self.fact {
            Fact::AccountDeclared { texts, reference } => (Standard::Epc, *texts, Some(*reference)),
            Fact::AccountAdded { values, standard } => (*standard, *values, None),
            _ => return None,
        };
        let id = AccountId { desk: self.desk, seq: self.seq };
        Some(Account { id, standard, values, declared, is_retired: false })
    }
}
