//! An account as set-up keeps it, and the code of one ask.

use groat_money::{Currency, Money};

use super::placing;
use super::traits::ReturnOfNumber;
use crate::{Field, Flaw, GiftNumber, Options, Refusal, Request, Standard};

/// Where gifts go: a standard and what stays the same for every ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    standard: Standard,
    values: Request,
}

/// One ask, as every standard is handed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask<'a> {
    /// Its gift number.
    pub number: GiftNumber,
    /// How much; `None` leaves it to the donor.
    pub amount: Option<Money>,
    /// In which currency the donor is to choose where there is no amount; `None` takes the first
    /// one of the standard.
    pub currency: Option<Currency>,
    /// What the money is for, in a few words; left out where it does not fit and only decorates.
    pub message: &'a str,
    /// When it was asked, in milliseconds since 1970: codes that expire count from it.
    pub at_ms: u64,
}

/// The code of one ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The standard it is drawn by.
    pub standard: Standard,
    /// The text to be drawn.
    pub payload: String,
    /// Whether the donor's app shows the amount; otherwise the donor types it.
    pub carries_amount: bool,
    /// How the gift number comes back.
    pub number_returns: ReturnOfNumber,
}

impl Ask<'_> {
    /// Returns the currency it is asked for in, where that is said.
    pub(super) fn currency(&self) -> Option<Currency> {
        self.amount.map(Money::currency).or(self.currency)
    }
}

impl Account {
    /// Keeps what set-up was told, if codes can be made of it.
    ///
    /// # Errors
    /// [`Refusal`] at the field that the standard does not take.
    pub fn new(standard: Standard, values: Request) -> Result<Account, Refusal> {
        let values = placing::completed(standard, values)?;
        let account = Account { standard, values };
        account.trial("")?;
        Ok(account)
    }

    /// Takes an account as it was kept after [`Account::new`] had accepted it. What a later version
    /// of this crate refuses is told when a code is made.
    #[must_use]
    pub fn kept(standard: Standard, values: Request) -> Account {
        Account { standard, values }
    }

    /// Returns the standard.
    #[must_use]
    pub fn standard(&self) -> Standard {
        self.standard
    }

    /// Returns what stays the same for every ask.
    #[must_use]
    pub fn values(&self) -> &Request {
        &self.values
    }

    /// Returns who is paid, as the donor's app shows it.
    #[must_use]
    pub fn payee_name(&self) -> &str {
        self.values.word(Field::PayeeName).unwrap_or_default()
    }

    /// Returns the account, key or link by which people know it.
    #[must_use]
    pub fn destination(&self) -> String {
        const PLACES: [Field; 14] = [
            Field::Iban,
            Field::Account,
            Field::Key,
            Field::Vpa,
            Field::SwishNumber,
            Field::Proxy,
            Field::AccountId,
            Field::LightningAddress,
            Field::Address,
            Field::Recipient,
            Field::Lno,
            Field::User,
            Field::Link,
            Field::Url,
        ];
        let place = PLACES.into_iter().find_map(|field| self.values.word(field));
        place.unwrap_or_default().to_owned()
    }

    /// Tells whether gifts of this currency can be asked for with it: in its own currency, or in
    /// any where the donor types the amount.
    #[must_use]
    pub fn takes(&self, currency: &str) -> bool {
        let known = self.standard.currencies();
        known.is_empty() || known.contains(&currency)
    }

    /// Makes the code of one ask, read back before anybody sees it.
    ///
    /// # Errors
    /// [`Refusal`] at the field that the standard does not take.
    pub fn code(&self, ask: &Ask<'_>) -> Result<Code, Refusal> {
        if let Some(currency) = ask.currency()
            && !self.takes(currency.code())
        {
            let found = currency.code().to_owned();
            let flaw = Flaw::NotOneOf { allowed: self.standard.currencies(), found };
            return Err(Refusal::new(Field::Currency, flaw));
        }
        let placed = placing::place(self, ask)?;
        let read = self.standard.decode(&placed.payload, Options::default())?;
        if !placed.says_the_same(self.standard, &read.request) {
            let flaw = Flaw::Broken { place: "self-test".to_owned() };
            return Err(Refusal::new(Field::Payload, flaw));
        }
        Ok(Code {
            standard: self.standard,
            payload: placed.payload,
            carries_amount: placed.carries_amount,
            number_returns: placed.number_returns,
        })
    }

    /// Makes the largest code that this account could need, so that what does not fit is refused
    /// at set-up and not in front of a donor.
    ///
    /// # Errors
    /// As [`Account::code`].
    pub fn trial(&self, message: &str) -> Result<(), Refusal> {
        placing::trials(self).try_for_each(|(number, amount)| {
            let ask = Ask { number, amount, currency: None, message, at_ms: 1_893_456_000_000 };
            self.code(&ask).map(drop)
        })
    }
}
