//! Opening, listing and closing drives.

use groat_books::DriveTexts;
use groat_ledger::journal::Fact;
use groat_ledger::{Drive, DriveId, Standing};
use groat_money::{Currency, Money};
use groat_payment_codes::first_foreign_sign;

use crate::asks::check_amount;
use crate::fault::{currency_differs, not_closed};
use crate::surroundings::{day_in, zone_name};
use crate::texts::named_line;
use crate::{App, Code, Fault};

/// The longest name of a drive, in characters.
const NAME_MAX: usize = 60;
/// The longest purpose, in characters: line 11 of a code holds 140, the gift number and a blank
/// take 11 of them.
const PURPOSE_MAX: usize = 129;

/// What a drive is opened with.
#[derive(Debug, Clone)]
pub struct NewDrive {
    /// Its name, for the people at the desk.
    pub name: String,
    /// What the money is for: shown to the donor, travels with the payment.
    pub purpose: String,
    /// The currency it collects.
    pub currency: Currency,
    /// What it wants to reach.
    pub goal: Option<Money>,
    /// Amounts to offer, in any order.
    pub suggested: Vec<Money>,
}

/// A drive, its texts and where it stands.
#[derive(Debug, Clone)]
pub struct DriveStanding {
    /// The drive.
    pub drive: Drive,
    /// Its name and purpose.
    pub texts: DriveTexts,
    /// Its sums by state.
    pub standing: Standing,
}

impl App {
    /// Opens a drive in one currency. The amounts are offered smallest first.
    ///
    /// # Errors
    /// The codes about the drive's name, purpose and amounts, pointing at "name", "purpose",
    /// "goal" or "suggested.0" and so on; [`Code::NotSetUp`]; the codes of books.
    pub async fn open_drive(&self, new: NewDrive) -> Result<DriveStanding, Fault> {
        let name = named_line(
            &new.name,
            "name",
            NAME_MAX,
            (Code::DriveNameEmpty, Code::DriveNameTooLong),
        )?;
        let purpose = named_line(
            &new.purpose,
            "purpose",
            PURPOSE_MAX,
            (Code::PurposeEmpty, Code::PurposeTooLong),
        )?;
        // Told by its place in the line that was typed: in the code a gift number stands before it.
        if let Some(sign) = first_foreign_sign(&purpose) {
            let fault = Fault::new(Code::PurposeSign).with("found", sign.found);
            return Err(fault.with("position", sign.at + 1).at("purpose"));
        }
        let currency = new.currency;
        new.goal.map_or(Ok(()), |goal| check_stated(goal, currency, "goal"))?;
        let suggested = in_order(new.suggested, currency)?;
        if self.organisation().await?.is_none() {
            return Err(Fault::new(Code::NotSetUp));
        }
        for account in self.accounts().await? {
            if !account.known.is_retired && account.takes(currency) {
                account.trial(&purpose, currency)?;
            }
        }

        let texts = DriveTexts { name, purpose };
        let author = self.author();
        let zone = zone_name(&self.clock.zone());
        let day = day_in(author.at, &zone);
        let mut writing = self.books.write(author).await?;
        let commitment = writing.keep_drive(self.salt()?, &texts).await?;
        let entry = writing
            .append(Fact::DriveOpened {
                texts: commitment,
                currency,
                goal: new.goal,
                suggested,
                zone,
                day,
            })
            .await?;
        writing.commit().await?;
        let drive = entry.opened_drive().ok_or_else(|| Fault::new(Code::Internal))?;
        let standing = Standing::empty(&drive);
        Ok(DriveStanding { drive, texts, standing })
    }

    /// Closes a drive: no more asks and no more cash.
    ///
    /// # Errors
    /// [`Code::DriveUnknown`], [`Code::DriveClosed`], the codes of books.
    pub async fn close_drive(&self, id: DriveId) -> Result<DriveStanding, Fault> {
        let author = self.author();
        let at = author.at;
        let mut writing = self.books.write(author).await?;
        let (drive, texts) =
            writing.drive(id).await?.ok_or_else(|| Fault::new(Code::DriveUnknown))?;
        let day = day_in(at, &drive.zone);
        let fact = drive.close(day).map_err(|error| not_closed(error, &texts.name))?;
        writing.append(fact).await?;
        writing.commit().await?;
        self.drive(id).await
    }

    /// All drives, newest first, each with its standing.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn drives(&self) -> Result<Vec<DriveStanding>, Fault> {
        let mut drives = Vec::new();
        for (drive, texts) in self.books.drives().await? {
            let standing = self.books.standing(&drive).await?;
            drives.push(DriveStanding { drive, texts, standing });
        }
        Ok(drives)
    }

    /// One drive with its standing.
    ///
    /// # Errors
    /// [`Code::DriveUnknown`], the codes of books.
    pub async fn drive(&self, id: DriveId) -> Result<DriveStanding, Fault> {
        let (drive, texts) = self.known_drive(id).await?;
        let standing = self.books.standing(&drive).await?;
        Ok(DriveStanding { drive, texts, standing })
    }

    /// The currency that a drive collects: what typed amounts are read in.
    ///
    /// # Errors
    /// [`Code::DriveUnknown`], the codes of books.
    pub async fn currency_of(&self, drive: DriveId) -> Result<Currency, Fault> {
        Ok(self.known_drive(drive).await?.0.currency)
    }

    /// The id of a drive by its name in these books.
    ///
    /// # Errors
    /// [`Code::DriveUnknown`] pointing at "drive".
    pub fn drive_id(&self, text: &str) -> Result<DriveId, Fault> {
        let unknown = || Fault::new(Code::DriveUnknown).at("drive");
        let (desk, seq) = self.ids().read(text).ok_or_else(unknown)?;
        Ok(DriveId { desk, seq })
    }

    /// The drive that a person names by the number it has in the books; where they name none, the
    /// newest open one, or else the newest.
    ///
    /// # Errors
    /// [`Code::DriveUnknown`] pointing at "drive", [`Code::NotSetUp`], the codes of books.
    pub async fn find_drive(&self, text: Option<&str>) -> Result<DriveStanding, Fault> {
        let unknown = || Fault::new(Code::DriveUnknown).at("drive");
        if let Some(text) = text {
            return self.drive(self.drive_id(text)?).await.map_err(|fault| match fault.code {
                Code::DriveUnknown => fault.at("drive"),
                _ => fault,
            });
        }
        let drives = self.books.drives().await?;
        let open = drives.iter().find(|(drive, _)| drive.closed_on.is_none());
        match open.or(drives.first()) {
            Some((drive, _)) => self.drive(drive.id).await,
            None if self.organisation().await?.is_none() => Err(Fault::new(Code::NotSetUp)),
            None => Err(unknown()),
        }
    }

    pub(crate) async fn known_drive(&self, id: DriveId) -> Result<(Drive, DriveTexts), Fault> {
        self.books.drive(id).await?.ok_or_else(|| Fault::new(Code::DriveUnknown))
    }
}

/// Refuses an amount that nobody can give, at the field it was typed into.
fn check_stated(amount: Money, currency: Currency, field: &str) -> Result<(), Fault> {
    if amount.currency() != currency {
        return Err(currency_differs(currency, amount.currency()).at(field));
    }
    if amount.minor() <= 0 {
        return Err(Fault::new(Code::AmountZero).at(field));
    }
    check_amount(amount).map_err(|fault| fault.at(field))
}

/// Checks the suggested amounts where they were typed, then puts the smallest first.
fn in_order(suggested: Vec<Money>, currency: Currency) -> Result<Vec<Money>, Fault> {
    for (place, amount) in suggested.iter().enumerate() {
        let field = format!("suggested.{place}");
        check_stated(*amount, currency, &field)?;
        if suggested.iter().take(place).any(|before| before == amount) {
            return Err(Fault::new(Code::SuggestedRepeated).with("amount", *amount).at(&field));
        }
    }
    let mut ordered = suggested;
    ordered.sort_by_key(|amount| amount.minor());
    Ok(ordered)
}
