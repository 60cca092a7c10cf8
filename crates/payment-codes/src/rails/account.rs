//! An account as set-up keeps it, and the code of one ask.

use groat_money::{Currency, Money};

use super::number::NumberPlace;
use super::traits::{Maker, NameShown, ReturnOfNumber};
use super::{issued, links, placing, self_test, setting_up};
use crate::{DeskNumber, Field, Flaw, GiftNumber, Options, Reading, Refusal, Request, Standard};

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
    /// one of the account.
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
    /// Where the gift number stands in the code; none where it does not come back.
    pub number_place: Option<NumberPlace>,
    /// Who is paid, as the code itself says it; none where it names nobody.
    pub payee_name: Option<String>,
}

impl Ask<'_> {
    /// Returns the currency it is asked for in, where that is said.
    pub(super) fn currency(&self) -> Option<Currency> {
        self.amount.map(Money::currency).or(self.currency)
    }
}

impl Account {
    /// Keeps what set-up was told, if codes can be made of it: every code that it could need is
    /// made once. Accounts, keys and numbers are kept in the form of the standard.
    ///
    /// # Errors
    /// [`Refusal`] at the question whose answer the standard does not take.
    pub fn new(standard: Standard, answers: Request) -> Result<Account, Refusal> {
        let values = setting_up::completed(standard, &answers)?;
        let typed = Account { standard, values };
        let ask = typed.trials("").next();
        let values = match ask {
            Some(ask) if !standard.maker().is_issuer() => {
                let (place, payload) = placing::place(&typed, &ask)?;
                let reading = standard.decode(&payload, Options::default())?;
                setting_up::normalised(&typed, place.moved, &reading)
            }
            _ => typed.values,
        };
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

    /// Returns who is paid, as set-up was told; as an issuer's code says it where nobody was asked.
    /// What the donor's app shows may differ: see [`Code::payee_name`] and
    /// [`Standard::name_shown`].
    #[must_use]
    pub fn payee_name(&self) -> &str {
        self.values.word(Field::PayeeName).unwrap_or_default()
    }

    /// Returns who is paid, to be shown beside a code: the name that an issuer put into its code
    /// where donors see that one, otherwise what set-up was told.
    #[must_use]
    pub fn payee_beside<'a>(&'a self, code: &'a Code) -> &'a str {
        let issued =
            self.standard.maker().is_issuer() && self.standard.name_shown() == NameShown::Code;
        let name = code.payee_name.as_deref().filter(|_| issued);
        name.unwrap_or_else(|| self.payee_name())
    }

    /// Returns the account, key or link by which people know it; of an issuer's code whom it pays:
    /// name, town and number there.
    #[must_use]
    pub fn destination(&self) -> String {
        const PLACES: [Field; 13] = [
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
        ];
        if let Some(base) = self.base() {
            let parts = [Field::PayeeName, Field::City, Field::MerchantId];
            let parts = parts.into_iter().filter_map(|field| base.request.word(field));
            return parts.collect::<Vec<_>>().join(", ");
        }
        let place = PLACES.into_iter().find_map(|field| self.values.word(field));
        place.unwrap_or_default().to_owned()
    }

    /// The code of an issuer, where it has one.
    fn base(&self) -> Option<Reading> {
        let text = self.values.word(Field::BasePayload)?;
        issued::read(self.standard, text).ok()
    }

    /// Returns the currencies that its codes carry amounts in; empty where the donor types the
    /// amount, in any.
    #[must_use]
    pub fn currencies(&self) -> &'static [&'static str] {
        match self.standard {
            Standard::Links => {
                links::currencies(self.values.word(Field::Provider).unwrap_or_default())
            }
            standard => standard.currencies(),
        }
    }

    /// Tells whether gifts of this currency can be asked for with it: in its own currencies, or in
    /// any where the donor types the amount.
    #[must_use]
    pub fn takes(&self, currency: &str) -> bool {
        let known = self.currencies();
        known.is_empty() || known.contains(&currency)
    }

    /// Makes the code of one ask, read back before anybody sees it.
    ///
    /// # Errors
    /// [`Refusal`] at the field that the standard does not take.
    ///
    /// ```
    /// use groat_money::{Currency, Money};
    /// use groat_payment_codes::rails::{Account, Ask};
    /// use groat_payment_codes::{DeskNumber, Field, GiftNumber, Request, Standard};
    ///
    /// let answers = Request::new()
    ///     .with(Field::PayeeName, "Příspěvek kočkám")
    ///     .with(Field::Iban, "CZ65 0800 0000 1920 0014 5399");
    /// let account = Account::new(Standard::Spayd, answers)?;
    /// let code = account.code(&Ask {
    ///     number: GiftNumber::of(DeskNumber::new(1042)?, 1),
    ///     amount: Some(Money::from_minor(10_000, Currency::from_code("CZK")?)),
    ///     currency: None,
    ///     message: "Na krmivo",
    ///     at_ms: 0,
    /// })?;
    /// assert_eq!(
    ///     code.payload,
    ///     "SPD*1.0*ACC:CZ6508000000192000145399*AM:100.00*CC:CZK*X-VS:1042618037\
    ///      *RN:PRISPEVEK KOCKAM*MSG:NA KRMIVO",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn code(&self, ask: &Ask<'_>) -> Result<Code, Refusal> {
        if let Some(currency) = ask.currency()
            && !self.takes(currency.code())
        {
            let found = currency.code().to_owned();
            let flaw = Flaw::NotOneOf { allowed: self.currencies(), found };
            return Err(Refusal::new(Field::Currency, flaw));
        }
        let (place, payload) = placing::place(self, ask)?;
        let reading = self_test::read_back(self, ask, &place, &payload)?;
        let name = [Field::PayeeName, Field::Label];
        let name = name.into_iter().find_map(|field| reading.request.word(field));
        Ok(Code {
            standard: self.standard,
            payload,
            carries_amount: place.carries_amount,
            number_returns: place.number.map_or(ReturnOfNumber::No, |place| place.returns),
            number_place: place.number,
            payee_name: name.map(str::to_owned),
        })
    }

    /// Makes the largest codes that this account could need, so that what does not fit is refused
    /// at set-up, or when a drive is opened, and not in front of a donor.
    ///
    /// # Errors
    /// As [`Account::code`].
    pub fn trial(&self, message: &str) -> Result<(), Refusal> {
        self.trials(message).try_for_each(|ask| self.code(&ask).map(drop))
    }

    /// Makes a code to see what the account's codes are like.
    pub(super) fn sample(&self) -> Option<Code> {
        self.trials("").next().and_then(|ask| self.code(&ask).ok())
    }

    /// The asks that need the most room: the largest number, with and without an amount.
    fn trials<'a>(&self, message: &'a str) -> impl Iterator<Item = Ask<'a>> {
        let number = DeskNumber::new(9999).ok().map(|desk| GiftNumber::of(desk, 99_999));
        let currency = self.currencies().first().and_then(|code| Currency::from_code(code).ok());
        let whole = currency.map(|currency| Money::from_minor(a_thousand(currency), currency));
        let open = self.standard.takes_open_amount().then_some(None);
        let amounts = [whole.map(Some), open].into_iter().flatten();
        number.into_iter().flat_map(move |number| {
            amounts.clone().map(move |amount| Ask {
                number,
                amount,
                currency: None,
                message,
                at_ms: TRIAL_MS,
            })
        })
    }
}

/// Some instant, for codes that expire: the first of 2030.
const TRIAL_MS: u64 = 1_893_456_000_000;

/// A thousand whole units, in minor units.
fn a_thousand(currency: Currency) -> i64 {
    1000 * 10_i64.pow(u32::from(currency.exponent()))
}

impl Maker {
    /// Tells whether the codes come from an issuer, so that a base code is asked for.
    pub(super) fn is_issuer(self) -> bool {
        matches!(self, Maker::Issuer | Maker::IssuerAlone)
    }
}
