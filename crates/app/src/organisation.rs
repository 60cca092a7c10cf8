//! Who collects, and where the money goes.

use groat_books::AccountTexts;
use groat_ledger::journal::{Fact, ReferenceForm};
use groat_payment_codes::{Bic, Iban, IbanError};

use crate::texts::named_line;
use crate::{App, Code, Fault};

/// The longest organisation's name, in characters.
const NAME_MAX: usize = 70;
/// The longest account holder an EPC code carries, in characters (EPC069-12, line 6).
pub(crate) const HOLDER_MAX: usize = 70;

/// Who collects, and the account the money goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// What people call it.
    pub name: String,
    /// Where the money goes.
    pub payee: Payee,
}

/// The account gifts are paid to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payee {
    /// The account holder exactly as on the bank statement.
    pub holder: String,
    /// The account.
    pub iban: Iban,
    /// The bank, where the account is outside the EEA.
    pub bic: Option<Bic>,
}

impl Payee {
    /// Checks what was typed about an account.
    ///
    /// # Errors
    /// The codes about holder, IBAN and BIC, pointing at "holder", "iban" or "bic".
    pub fn check(holder: &str, iban: &str, bic: Option<&str>) -> Result<Payee, Fault> {
        let holder =
            named_line(holder, "holder", HOLDER_MAX, (Code::HolderEmpty, Code::HolderTooLong))?;
        let iban = Iban::parse(iban).map_err(iban_fault)?;
        if !iban.country().is_in_sepa() {
            return Err(Fault::new(Code::IbanOutsideSepa)
                .with("country-name", groat_phrases::Arg::country(iban.country().code()))
                .at("iban"));
        }
        let bic = match bic.map(str::trim).filter(|bic| !bic.is_empty()) {
            Some(bic) => Some(
                Bic::parse(bic)
                    .map_err(|error| Fault::new(Code::BicMalformed).because(error).at("bic"))?,
            ),
            None => None,
        };
        if bic.is_none() && !iban.is_in_eea() {
            return Err(Fault::new(Code::BicMissing)
                .with("country-name", groat_phrases::Arg::country(iban.country().code()))
                .at("bic"));
        }
        Ok(Payee { holder, iban, bic })
    }

    fn texts(&self) -> AccountTexts {
        AccountTexts {
            holder: self.holder.clone(),
            iban: self.iban.as_str().to_owned(),
            bic: self.bic.as_ref().map(|bic| bic.as_str().to_owned()).unwrap_or_default(),
        }
    }

    pub(crate) fn from_texts(texts: AccountTexts) -> Result<Payee, Fault> {
        let damaged =
            |_| Fault::new(Code::BooksDamaged).with("detail", "the account cannot be read");
        let iban = Iban::parse(&texts.iban).map_err(|error| damaged(error.to_string()))?;
        let bic = (!texts.bic.is_empty())
            .then(|| Bic::parse(&texts.bic).map_err(|error| damaged(error.to_string())))
            .transpose()?;
        Ok(Payee { holder: texts.holder, iban, bic })
    }
}

impl App {
    /// Says once who collects and where the money goes, and draws the desk's gift numbers.
    ///
    /// # Errors
    /// The codes about name, holder, IBAN and BIC; [`Code::AlreadySetUp`].
    pub async fn set_up(
        &self,
        name: &str,
        holder: &str,
        iban: &str,
        bic: Option<&str>,
    ) -> Result<Organisation, Fault> {
        let name = named_line(name, "name", NAME_MAX, (Code::NameEmpty, Code::NameTooLong))?;
        let payee = Payee::check(holder, iban, bic)?;
        payee.trial()?;
        let mut writing = self.books.write(self.author()).await?;
        if writing.has_organisation().await? {
            return Err(Fault::new(Code::AlreadySetUp));
        }
        let texts = writing.keep_organisation(self.salt()?, &name).await?;
        writing.append(Fact::OrganisationNamed { texts }).await?;
        let texts = writing.keep_account(self.salt()?, &payee.texts()).await?;
        writing.append(Fact::AccountDeclared { texts, reference: ReferenceForm::Text }).await?;
        let (desk_number, first_serial) = self.draw_numbers()?;
        writing.append(Fact::NumbersDrawn { desk_number, first_serial }).await?;
        writing.commit().await?;
        Ok(Organisation { name, payee })
    }

    /// Who collects; `None` before set-up.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn organisation(&self) -> Result<Option<Organisation>, Fault> {
        let Some(name) = self.books.organisation().await? else { return Ok(None) };
        let Some((_, _, texts)) = self.books.account().await? else { return Ok(None) };
        Ok(Some(Organisation { name, payee: Payee::from_texts(texts)? }))
    }

    /// Draws a desk number and a first serial at random, so that a second installation on the
    /// same account hardly repeats its numbers.
    pub(crate) fn draw_numbers(&self) -> Result<(u16, u32), Fault> {
        let [a, b, c, d, e, f, g, h] = self.draw::<8>()?;
        // Eight random bytes make the bias of the remainder smaller than one in 10^14.
        let drawn = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
        let desk_number = u16::try_from(1000 + drawn % 9000).unwrap_or(1000);
        let first_serial = u32::try_from((drawn / 9000) % 100_000).unwrap_or(0);
        Ok((desk_number, first_serial))
    }
}

/// The fault of an IBAN, pointing at "iban".
#[must_use]
pub(crate) fn iban_fault(error: IbanError) -> Fault {
    Fault::from(error).at("iban")
}
