//! Accounts of every standard: checked when they are added, retired, and turned into codes.

use groat_books::{AccountValues, KnownAccount, Writing};
use groat_ledger::AccountId;
use groat_ledger::journal::{Fact, ReferenceForm};
use groat_money::{Currency, Money};
use groat_payment_codes::rails::{self, Ask, ReturnOfNumber};
use groat_payment_codes::{
    DeskNumber, Field, Flaw, GiftNumber, Iban, Refusal, Request, SERIALS_PER_DESK, Standard, Value,
};
use groat_phrases::Arg;
use jiff::Timestamp;

use crate::currencies::{largest, suggested};
use crate::texts::line;
use crate::{App, Code, Fault};

/// The longest destination that is shown whole below a code, in characters.
const SHORT_MAX: usize = 28;

/// An account as a person typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// The name of its standard.
    pub standard: String,
    /// What was typed, by the names of its parts; what is empty counts as absent.
    pub values: AccountValues,
}

/// An account that gifts are or were paid to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The account as the journal tells it.
    pub known: groat_ledger::Account,
    kept: rails::Account,
}

/// What is to know of an account before it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountTraits {
    /// Whether its codes carry the amount; otherwise the donor types it.
    pub carries_amount: bool,
    /// Whether it can ask for any amount.
    pub takes_open: bool,
    /// Whether the gift number comes back with the payment.
    pub number_returns: ReturnOfNumber,
}

impl Account {
    pub(crate) fn of(known: &KnownAccount) -> Account {
        let parts = known.values.iter().filter_map(|(name, text)| {
            let field = Field::from_name(name)?;
            Some((field, text.as_str().into()))
        });
        let mut values: Request = parts.collect();
        if let Some(form) = known.account.declared {
            let form = match form {
                ReferenceForm::Text => "TEXT",
                ReferenceForm::CreditorReference => "RF",
            };
            values.put(Field::ReferenceType, form);
        }
        let kept = rails::Account::kept(known.account.standard, values);
        Account { known: known.account.clone(), kept }
    }

    /// Returns its name in the books.
    #[must_use]
    pub fn id(&self) -> AccountId {
        self.known.id
    }

    /// Returns the standard of its codes.
    #[must_use]
    pub fn standard(&self) -> Standard {
        self.known.standard
    }

    /// Returns who is paid, as the donor's app shows it.
    #[must_use]
    pub fn holder(&self) -> &str {
        self.kept.payee_name()
    }

    pub(crate) fn payee_beside<'a>(&'a self, code: &'a rails::Code) -> &'a str {
        self.kept.payee_beside(code)
    }

    /// Returns the IBAN, where it has one.
    #[must_use]
    pub fn iban(&self) -> Option<Iban> {
        iban(&self.kept)
    }

    /// Returns the account, key or link as people write it.
    #[must_use]
    pub fn destination(&self) -> String {
        destination(&self.kept)
    }

    /// Returns the destination short enough for a line below a code: "DE … 3000".
    #[must_use]
    pub fn short(&self) -> String {
        if let Some(iban) = self.iban() {
            return format!("{} … {}", iban.country().code(), iban.tail());
        }
        let whole = self.destination();
        let length = whole.chars().count();
        if length <= SHORT_MAX {
            return whole;
        }
        let start: String = whole.chars().take(8).collect();
        let end: String = whole.chars().skip(length.saturating_sub(6)).collect();
        format!("{start} … {end}")
    }

    /// Returns the currencies that its codes carry amounts in; empty where the donor types the
    /// amount, in any.
    #[must_use]
    pub fn currencies(&self) -> &'static [&'static str] {
        self.kept.currencies()
    }

    /// Tells whether it can be asked for in this currency.
    #[must_use]
    pub fn takes(&self, currency: Currency) -> bool {
        self.kept.takes(currency.code())
    }

    /// Tells what its codes carry, by making two of them.
    #[must_use]
    pub fn traits(&self) -> AccountTraits {
        let open = sample(&self.kept, None, 0);
        let fixed = small(&self.kept).and_then(|amount| sample(&self.kept, Some(amount), 0));
        AccountTraits {
            carries_amount: fixed.as_ref().is_some_and(|code| code.carries_amount),
            takes_open: open.is_some(),
            number_returns: fixed.or(open).map_or(ReturnOfNumber::No, |code| code.number_returns),
        }
    }

    /// Makes the code of one ask. A text that does not fit, because the account was added after
    /// the drive was opened, may not keep a donor from giving: the number finds the gift without.
    pub(crate) fn code(&self, ask: &Ask<'_>) -> Result<rails::Code, Fault> {
        let made = self.kept.code(ask).or_else(|refusal| match is_about_text(&refusal) {
            true => self.kept.code(&Ask { message: "", ..*ask }),
            false => Err(refusal),
        });
        made.map_err(|refusal| match (refusal.field, &refusal.flaw) {
            (Field::Amount, Flaw::Missing) => Fault::new(Code::AmountNeeded).at("amount"),
            (Field::Amount, Flaw::TooLarge { max }) => {
                let currency = ask.amount.map(Money::currency);
                let most =
                    currency.and_then(|currency| Money::from_decimal_text(max, currency).ok());
                let most = most.map_or_else(|| Arg::from(max.clone()), Arg::from);
                Fault::new(Code::AmountTooLarge).with("max", most).at("amount")
            }
            _ => refusal.into(),
        })
    }

    /// Refuses a purpose that the codes of this account have no room or no signs for, also beside
    /// the largest amount there is.
    pub(crate) fn trial(&self, purpose: &str, currency: Currency) -> Result<(), Fault> {
        let widest = || {
            let number = GiftNumber::of(DeskNumber::new(9999).ok()?, SERIALS_PER_DESK - 1);
            let amount = Some(largest(currency));
            self.kept
                .code(&Ask { number, amount, currency: None, message: purpose, at_ms: 0 })
                .err()
        };
        // Where a standard refuses the largest amount, the text is tried beside its own.
        let refused = [widest(), self.kept.trial(purpose).err()].into_iter().flatten();
        match refused.into_iter().find(is_about_text) {
            Some(refusal) => Err(purpose_fault(purpose, refusal)),
            None => Ok(()),
        }
    }
}

impl NewAccount {
    /// Checks what was typed, by making the largest code that the account could need.
    ///
    /// # Errors
    /// The codes of what a standard refuses, pointing at the part by its name.
    pub fn check(&self) -> Result<rails::Account, Fault> {
        let unknown = || {
            let found = self.standard.clone();
            Fault::new(Code::StandardUnknown).with("found", found).at("standard")
        };
        let named = |standard: &&Standard| standard.name().eq_ignore_ascii_case(&self.standard);
        let standard = *Standard::ALL.iter().find(named).ok_or_else(unknown)?;
        let values = self.request(standard)?;
        check_reach(standard, &values)?;
        rails::Account::new(standard, values.clone())
            .map_err(|refusal| account_fault(standard, &values, refusal))
    }

    /// Only what set-up asks about has a place in an account.
    fn request(&self, standard: Standard) -> Result<Request, Fault> {
        let mut values = Request::new();
        for (name, text) in &self.values {
            if text.trim().is_empty() {
                continue;
            }
            let asked = rails::questions(standard).iter().map(|question| question.field);
            let field = asked.into_iter().find(|field| field.name() == name).ok_or_else(|| {
                let field = Arg::field(name.clone());
                Fault::new(Code::FieldNotCarried).with("field", field).at(name)
            })?;
            // One account is kept in one form, however its blanks were typed.
            match field {
                Field::Iban => {
                    let iban = Iban::parse(text).map_err(|error| Fault::from(error).at(name))?;
                    values.put(field, iban.as_str());
                }
                Field::PayeeName if is_of_bank(standard) => {
                    values.put(field, line(text, name, Arg::from("holder"))?);
                }
                _ => values.put(field, line(text, name, Arg::field(name.clone()))?),
            }
        }
        Ok(values)
    }
}

/// Whether its accounts are a bank's, named by an IBAN.
fn is_of_bank(standard: Standard) -> bool {
    rails::questions(standard).iter().any(|question| question.field == Field::Iban)
}

/// A transfer in euro that names an account by its IBAN reaches the SEPA area alone.
fn check_reach(standard: Standard, values: &Request) -> Result<(), Fault> {
    let iban = values.word(Field::Iban).and_then(|text| Iban::parse(text).ok());
    match iban {
        Some(iban) if standard.currencies() == ["EUR"] && !iban.country().is_in_sepa() => {
            Err(Fault::new(Code::IbanOutsideSepa)
                .with("country-name", Arg::country(iban.country().code()))
                .at("iban"))
        }
        _ => Ok(()),
    }
}

/// Banks have words of their own for the holder of an account and for its BIC.
fn account_fault(standard: Standard, values: &Request, refusal: Refusal) -> Fault {
    if !is_of_bank(standard) {
        return refusal.into();
    }
    let iban = values.word(Field::Iban).and_then(|text| Iban::parse(text).ok());
    let told = match (refusal.field, &refusal.flaw) {
        (Field::Iban, Flaw::Missing) => Fault::new(Code::IbanEmpty),
        (Field::PayeeName, Flaw::Missing) => Fault::new(Code::HolderEmpty),
        (Field::PayeeName, Flaw::TooLong { max, found }) => {
            Fault::new(Code::HolderTooLong).with("max", *max).with("found", *found)
        }
        (Field::PayeeName, Flaw::ForeignSign { at, found, .. }) => {
            Fault::new(Code::HolderSign).with("found", *found).with("position", at + 1)
        }
        (Field::Bic, Flaw::Missing) => {
            let country = iban.as_ref().map_or("", |iban| iban.country().code());
            Fault::new(Code::BicMissing).with("country-name", Arg::country(country))
        }
        _ => return refusal.into(),
    };
    told.at(refusal.field.name())
}

fn is_about_text(refusal: &Refusal) -> bool {
    refusal.field == Field::Message || matches!(refusal.flaw, Flaw::TooManyBytes { .. })
}

/// Told by its place in the line that was typed: in the code a gift number may stand before it.
fn purpose_fault(purpose: &str, refusal: Refusal) -> Fault {
    let typed = purpose.chars().count();
    let fault = match refusal.flaw {
        Flaw::TooLong { max, found } => Fault::new(Code::PurposeTooLong)
            .with("max", max.saturating_sub(found.saturating_sub(typed)))
            .with("found", typed),
        Flaw::ForeignSign { found, at, .. } => {
            let place = purpose.chars().position(|sign| sign == found).unwrap_or(at);
            Fault::new(Code::PurposeSign).with("found", found).with("position", place + 1)
        }
        Flaw::TooManyBytes { max, found } => {
            Fault::new(Code::CodeTooLong).with("bytes", found).with("max", max)
        }
        _ => return Fault::from(refusal).at("purpose"),
    };
    fault.at("purpose")
}

/// Returns the account, key or link as people write it; who is paid, where an issuer's code is all
/// there is.
#[must_use]
pub fn destination(account: &rails::Account) -> String {
    if let Some(iban) = iban(account) {
        return iban.grouped();
    }
    let written = account.destination();
    if written.is_empty() { account.payee_name().to_owned() } else { written }
}

pub(crate) fn iban(account: &rails::Account) -> Option<Iban> {
    Iban::parse(account.values().word(Field::Iban)?).ok()
}

/// A code that is in no books, under the first number there is: to try an account with.
fn sample(account: &rails::Account, amount: Option<Money>, at_ms: u64) -> Option<rails::Code> {
    let number = GiftNumber::of(DeskNumber::new(1000).ok()?, 0);
    account.code(&Ask { number, amount, currency: None, message: "", at_ms }).ok()
}

/// A small amount in the first currency of an account; a euro where the donor types it.
fn small(account: &rails::Account) -> Option<Money> {
    let known = account.currencies().first().copied().unwrap_or("EUR");
    let [small, ..] = suggested(Currency::from_code(known).ok()?);
    Some(small)
}

impl App {
    /// Makes a code that is in no books, so that an account can be tried with one's own phone.
    #[must_use]
    pub fn sample_code(&self, account: &rails::Account) -> Option<rails::Code> {
        sample(account, small(account), instant_ms(self.clock.now()))
    }

    /// Every account that gifts are or were paid to, oldest first.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn accounts(&self) -> Result<Vec<Account>, Fault> {
        Ok(self.books.accounts().await?.iter().map(Account::of).collect())
    }

    /// Adds an account that gifts can be paid to.
    ///
    /// # Errors
    /// As [`NewAccount::check`]; [`Code::AccountRepeated`] where gifts are paid to it already;
    /// [`Code::NotSetUp`], the codes of books.
    pub async fn add_account(&self, new: &NewAccount) -> Result<Account, Fault> {
        let account = new.check()?;
        let mut writing = self.books.write(self.author()).await?;
        if !writing.has_organisation().await? {
            return Err(Fault::new(Code::NotSetUp));
        }
        let known = writing.accounts().await?;
        let same = |known: &&KnownAccount| {
            let known = Account::of(known);
            !known.known.is_retired && is_same(&known.kept, &account)
        };
        if known.iter().any(|known| same(&known)) {
            return Err(Fault::new(Code::AccountRepeated));
        }
        let added = self.keep(&mut writing, account).await?;
        writing.commit().await?;
        Ok(added)
    }

    /// Retires an account: nothing is asked for with it any more, its past stays.
    ///
    /// # Errors
    /// [`Code::AccountUnknown`], [`Code::AccountRetired`], the codes of books.
    pub async fn retire_account(&self, id: AccountId) -> Result<Account, Fault> {
        let mut writing = self.books.write(self.author()).await?;
        let known = writing.accounts().await?;
        let known = known.iter().find(|known| known.account.id == id);
        let mut account = Account::of(known.ok_or_else(|| Fault::new(Code::AccountUnknown))?);
        let fact = account.known.retire().map_err(|_| retired(&account))?;
        writing.append(fact).await?;
        writing.commit().await?;
        account.known.is_retired = true;
        Ok(account)
    }

    /// The account that a person names by the number it has in the books.
    ///
    /// # Errors
    /// [`Code::AccountUnknown`] pointing at "account", the codes of books.
    pub fn account_id(&self, text: &str) -> Result<AccountId, Fault> {
        let unknown = || Fault::new(Code::AccountUnknown).at("account");
        let (desk, seq) = self.ids().read(text).ok_or_else(unknown)?;
        Ok(AccountId { desk, seq })
    }

    /// Keeps an account that was checked.
    pub(crate) async fn keep(
        &self,
        writing: &mut Writing<'_>,
        account: rails::Account,
    ) -> Result<Account, Fault> {
        let standard = account.standard();
        let text = |(field, value): (Field, &Value)| {
            Some((field.name().to_owned(), value.as_text()?.to_owned()))
        };
        let values: AccountValues = account.values().iter().filter_map(text).collect();
        let values = writing.keep_account(self.salt()?, standard, &values).await?;
        let entry = writing.append(Fact::AccountAdded { values, standard }).await?;
        let known = entry.begun_account().ok_or_else(|| Fault::new(Code::Internal))?;
        Ok(Account { known, kept: account })
    }
}

/// Whether the codes of two accounts are the same: each may be kept with answers that the other
/// takes for granted.
fn is_same(one: &rails::Account, other: &rails::Account) -> bool {
    let code = |account| sample(account, small(account), 0).map(|code| code.payload);
    one.standard() == other.standard() && code(one) == code(other)
}

/// Milliseconds since 1970; zero before.
pub(crate) fn instant_ms(at: Timestamp) -> u64 {
    u64::try_from(at.as_millisecond()).unwrap_or(0)
}

/// The fault of asking for, or retiring, a retired account.
pub(crate) fn retired(account: &Account) -> Fault {
    Fault::new(Code::AccountRetired).with("account", account.short()).at("account")
}
