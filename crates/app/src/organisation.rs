//! Who collects, and where.

use groat_books::OrganisationTexts;
use groat_ledger::journal::Fact;
use groat_money::Currency;

use crate::accounts::iban;
use crate::open::draw;
use crate::texts::named_line;
use crate::{Account, App, Chance, Code, Fault, NewAccount};

/// The longest organisation's name, in characters.
const NAME_MAX: usize = 70;

/// Who collects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// What people call it.
    pub name: String,
    /// Where it is, two letters of ISO 3166.
    pub country: Option<String>,
}

impl App {
    /// Says once who collects and where, draws the desk's gift numbers, and adds the first
    /// account, where there is one: without, the desk collects cash alone. Without a country it is
    /// the one of the account's IBAN.
    ///
    /// # Errors
    /// [`Code::NameEmpty`], [`Code::NameTooLong`], [`Code::CountryUnknown`], as
    /// [`NewAccount::check`]; [`Code::AlreadySetUp`].
    pub async fn set_up(
        &self,
        name: &str,
        country: Option<&str>,
        account: Option<&NewAccount>,
    ) -> Result<(Organisation, Option<Account>), Fault> {
        let name = named_line(name, "name", NAME_MAX, (Code::NameEmpty, Code::NameTooLong))?;
        let account = account.map(NewAccount::check).transpose()?;
        let country = match (country, account.as_ref().and_then(iban)) {
            (None, Some(iban)) => iban.country().code().to_owned(),
            (country, _) => country.unwrap_or_default().trim().to_ascii_uppercase(),
        };
        if Currency::of_country(&country).is_none() {
            return Err(Fault::new(Code::CountryUnknown).with("country", country).at("country"));
        }
        let mut writing = self.books.write(self.author()).await?;
        if writing.has_organisation().await? {
            return Err(Fault::new(Code::AlreadySetUp));
        }
        let country = Some(country);
        let texts = OrganisationTexts { name, country };
        let commitment = writing.keep_organisation(self.salt()?, &texts).await?;
        writing.append(Fact::OrganisationNamed { texts: commitment }).await?;
        let account = match account {
            Some(account) => Some(self.keep(&mut writing, account).await?),
            None => None,
        };
        let (desk_number, first_serial) = draw_numbers(self.chance.as_ref())?;
        writing.append(Fact::NumbersDrawn { desk_number, first_serial }).await?;
        writing.commit().await?;
        Ok((Organisation { name: texts.name, country: texts.country }, account))
    }

    /// Who collects; `None` before set-up. The first program did not ask for the country: it is
    /// the one of its account then.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn organisation(&self) -> Result<Option<Organisation>, Fault> {
        let Some(texts) = self.books.organisation().await? else { return Ok(None) };
        let country = match texts.country {
            Some(country) => Some(country),
            None => {
                let ibans = self.accounts().await?.into_iter().filter_map(|known| known.iban());
                ibans.map(|iban| iban.country().code().to_owned()).next()
            }
        };
        Ok(Some(Organisation { name: texts.name, country }))
    }

    /// The currency that a new drive starts with: the country's, unless every account that can be
    /// asked takes others only.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn currency(&self) -> Result<Currency, Fault> {
        let country = self.organisation().await?.and_then(|organisation| organisation.country);
        let home = country.and_then(|country| Currency::of_country(&country));
        let accounts = self.accounts().await?;
        Ok(currency_of(home.unwrap_or(Currency::EUR), &accounts))
    }
}

/// Draws a desk number and a first serial at random, so that a second installation on the same
/// account hardly repeats its numbers.
pub(crate) fn draw_numbers(chance: &dyn Chance) -> Result<(u16, u32), Fault> {
    let [a, b, c, d, e, f, g, h] = draw::<8>(chance)?;
    // Eight random bytes make the bias of the remainder smaller than one in 10^14.
    let drawn = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
    let desk_number = u16::try_from(1000 + drawn % 9000).unwrap_or(1000);
    let first_serial = u32::try_from((drawn / 9000) % 100_000).unwrap_or(0);
    Ok((desk_number, first_serial))
}

fn currency_of(home: Currency, accounts: &[Account]) -> Currency {
    let mut active = accounts.iter().filter(|account| !account.known.is_retired).peekable();
    let first = active.peek().and_then(|account| account.currencies().first());
    match first.and_then(|code| Currency::from_code(code).ok()) {
        Some(other) if !active.any(|account| account.takes(home)) => other,
        _ => home,
    }
}
