//! Cash, corrections, and finding gifts again.

use groat_books::{GiftFilter, GiftPage};
use groat_ledger::{CorrectionReason, DriveId, Gift, GiftId, GiftState};
use groat_money::Money;
use groat_payment_codes::{GiftNumber, GiftNumberError};

use crate::asks::check_amount;
use crate::fault::refused;
use crate::surroundings::day_in;
use crate::{App, Code, Fault};

/// What gifts to look for.
#[derive(Debug, Clone, Default)]
pub struct GiftSearch {
    /// What was typed; digits are looked for in gift numbers.
    pub text: String,
    /// The same text as an amount, where it is one.
    pub amount: Option<Money>,
    /// Only gifts in this state.
    pub state: Option<GiftState>,
}

impl App {
    /// Records cash received at the desk.
    ///
    /// # Errors
    /// [`Code::DriveUnknown`], [`Code::DriveClosed`], the codes of amounts and books.
    pub async fn record_cash(&self, drive: DriveId, amount: Money) -> Result<Gift, Fault> {
        check_amount(amount)?;
        let author = self.author();
        let at = author.at;
        let mut writing = self.books.write(author).await?;
        let (found, texts) =
            writing.drive(drive).await?.ok_or_else(|| Fault::new(Code::DriveUnknown))?;
        let day = day_in(at, &found.zone);
        let fact = found.receive_cash(amount, day).map_err(|error| refused(error, &texts.name))?;
        let entry = writing.append(fact).await?;
        writing.commit().await?;
        entry.begun_gift().ok_or_else(|| Fault::new(Code::Internal))
    }

    /// Undoes a gift by a further entry; it stays visible in the books.
    ///
    /// # Errors
    /// [`Code::GiftUnknown`], [`Code::GiftAlreadyCorrected`], the codes of books.
    pub async fn correct(&self, gift: GiftId, reason: CorrectionReason) -> Result<Gift, Fault> {
        self.change(gift, |found| Ok(found.correct(reason)?)).await
    }

    /// Gifts of a drive, newest first.
    ///
    /// # Errors
    /// [`Code::DriveUnknown`], the codes of books.
    pub async fn gifts(
        &self,
        drive: DriveId,
        search: &GiftSearch,
        limit: u32,
        offset: u32,
    ) -> Result<GiftPage, Fault> {
        self.known_drive(drive).await?;
        // Blanks and hyphens are how people part digits; anything else is looked for as it is, and
        // found nowhere.
        let parts = |sign: &char| sign.is_whitespace() || matches!(sign, '-' | '‐' | '–');
        let digits: String = search.text.chars().filter(|sign| !parts(sign)).collect();
        let filter = GiftFilter {
            state: search.state,
            digits: (!digits.is_empty()).then_some(digits),
            amount: search.amount.map(Money::minor),
        };
        Ok(self.books.gifts(drive, &filter, limit, offset).await?)
    }

    /// One gift.
    ///
    /// # Errors
    /// [`Code::GiftUnknown`], the codes of books.
    pub async fn gift(&self, id: GiftId) -> Result<Gift, Fault> {
        self.books.gift(id).await?.ok_or_else(|| Fault::new(Code::GiftUnknown))
    }

    /// The gift that was asked for under a number.
    ///
    /// # Errors
    /// [`Code::GiftUnknown`], the codes of books.
    pub async fn gift_by_number(&self, number: GiftNumber) -> Result<Gift, Fault> {
        self.books.gift_by_number(number).await?.ok_or_else(|| Fault::new(Code::GiftUnknown))
    }

    /// The gift that a person names by its ten-digit number, or by the shorter one it has in the
    /// books.
    ///
    /// # Errors
    /// [`Code::NumberMalformed`], [`Code::NumberCheckDigit`], [`Code::GiftUnknown`], the codes of
    /// books, all pointing at "gift".
    pub async fn find_gift(&self, text: &str) -> Result<Gift, Fault> {
        let text = text.trim();
        // No desk comes near its billionth entry, so ten digits are always a gift number.
        let found = match self.gift_id(text) {
            Ok(id) if text.len() < 10 => self.gift(id).await,
            _ => self.gift_by_number(GiftNumber::parse(text)?).await,
        };
        found.map_err(|fault| match fault.code {
            Code::GiftUnknown => fault.at("gift"),
            _ => fault,
        })
    }

    /// The id of a gift by its name in these books.
    ///
    /// # Errors
    /// [`Code::GiftUnknown`] pointing at "gift".
    pub fn gift_id(&self, text: &str) -> Result<GiftId, Fault> {
        let unknown = || Fault::new(Code::GiftUnknown).at("gift");
        let (desk, seq) = self.ids().read(text).ok_or_else(unknown)?;
        Ok(GiftId { desk, seq })
    }
}

impl From<GiftNumberError> for Fault {
    fn from(error: GiftNumberError) -> Fault {
        let code = match error {
            GiftNumberError::CheckDigit => Code::NumberCheckDigit,
            _ => Code::NumberMalformed,
        };
        Fault::new(code).because(error).at("gift")
    }
}
