//! Asking: a gift number, an entry in the books, then the payment code.

use groat_books::Writing;
use groat_ledger::journal::Fact;
use groat_ledger::{AccountId, DriveId, Gift, GiftId};
use groat_money::Money;
use groat_payment_codes::GiftNumber;
use groat_payment_codes::rails::{self, Ask, ReturnOfNumber};

use crate::accounts::{instant_ms, retired};
use crate::currencies::largest;
use crate::fault::refused;
use crate::organisation::draw_numbers;
use crate::rails::rail_preference;
use crate::surroundings::day_in;
use crate::{Account, App, Code, Fault};

/// An ask that stands in the books, and the code to show for it.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The gift that was asked for.
    pub gift: Gift,
    /// Its number.
    pub number: GiftNumber,
    /// The text of the payment code.
    pub payload: String,
    /// Where the money goes.
    pub account: Account,
    /// Who is paid, as donors see it beside the code.
    pub payee: String,
    /// Whether the donor's app shows the amount; otherwise the donor types it.
    pub carries_amount: bool,
    /// Whether the gift number comes back with the payment.
    pub number_returns: ReturnOfNumber,
}

impl App {
    /// Asks for a gift; `None` leaves the amount to the donor. Without an account the drive's own
    /// is taken: the one it was asked for last, or the best.
    ///
    /// The ask is on the disk before its code is answered, so that no code is ever shown that the
    /// books do not know.
    ///
    /// # Errors
    /// [`Code::DriveUnknown`], [`Code::DriveClosed`], [`Code::NoAccount`],
    /// [`Code::AccountUnknown`], [`Code::AccountRetired`], [`Code::AccountOtherCurrency`],
    /// [`Code::AmountNeeded`], [`Code::NotSetUp`], the codes of amounts and books.
    pub async fn ask(
        &self,
        drive: DriveId,
        account: Option<AccountId>,
        amount: Option<Money>,
    ) -> Result<Asked, Fault> {
        amount.map_or(Ok(()), check_amount)?;
        let author = self.author();
        let at = author.at;
        let mut writing = self.books.write(author).await?;
        let (found, texts) =
            writing.drive(drive).await?.ok_or_else(|| Fault::new(Code::DriveUnknown))?;
        found.accepts(amount).map_err(|error| refused(error, &texts.name))?;
        let account = self.rail_to_ask(&mut writing, &found, account).await?;
        let number = self.next_number(&mut writing).await?;
        let code = account.code(&Ask {
            number,
            amount,
            currency: Some(found.currency),
            message: &texts.purpose,
            at_ms: instant_ms(at),
        })?;
        let id = account.known.for_ask().map_err(|_| retired(&account))?;
        let fact = found
            .ask(id, number, amount, day_in(at, &found.zone))
            .map_err(|error| refused(error, &texts.name))?;
        let entry = writing.append(fact).await?;
        writing.prefer(&rail_preference(drive), &id.seq.to_string()).await?;
        writing.commit().await?;
        let gift = entry.begun_gift().ok_or_else(|| Fault::new(Code::Internal))?;
        Ok(Asked::of(gift, number, account, code))
    }

    /// The gift number to give out next. A desk that ran out of numbers draws another desk number,
    /// one that it never had.
    async fn next_number(&self, writing: &mut Writing<'_>) -> Result<GiftNumber, Fault> {
        let numbering = writing.numbering().ok_or_else(|| Fault::new(Code::NotSetUp))?;
        if let Ok(number) = numbering.next() {
            return Ok(number);
        }
        let drawn = loop {
            let (desk_number, first_serial) = draw_numbers(self.chance.as_ref())?;
            if !writing.has_used(desk_number).await? {
                break Fact::NumbersDrawn { desk_number, first_serial };
            }
        };
        writing.append(drawn).await?;
        let numbering = writing.numbering().ok_or_else(|| Fault::new(Code::NotSetUp))?;
        numbering.next().map_err(|error| Fault::new(Code::Internal).because(error))
    }

    /// Builds the code of an ask again, to show it once more.
    ///
    /// # Errors
    /// [`Code::GiftUnknown`]; [`Code::GiftNotAsked`] for cash; the codes of books, and of the
    /// standard where a later version of it refuses the account.
    pub async fn code_of(&self, gift: GiftId) -> Result<Asked, Fault> {
        let gift = self.books.gift(gift).await?.ok_or_else(|| Fault::new(Code::GiftUnknown))?;
        let number = gift.number.ok_or_else(|| Fault::new(Code::GiftNotAsked))?;
        let (_, texts) = self.known_drive(gift.drive).await?;
        let accounts = self.accounts().await?;
        let account = accounts.into_iter().find(|account| Some(account.id()) == gift.account);
        let account = account.ok_or_else(|| Fault::new(Code::AccountUnknown))?;
        let code = account.code(&Ask {
            number,
            amount: gift.amount,
            currency: Some(gift.currency),
            message: &texts.purpose,
            at_ms: instant_ms(gift.at),
        })?;
        Ok(Asked::of(gift, number, account, code))
    }

    /// Marks a gift as promised: someone saw "done" on the donor's phone.
    ///
    /// # Errors
    /// [`Code::GiftUnknown`], [`Code::GiftAlreadySeen`], [`Code::GiftAlreadyCorrected`],
    /// [`Code::GiftNotAsked`], the codes of books.
    pub async fn see(&self, gift: GiftId) -> Result<Gift, Fault> {
        self.change(gift, |found| Ok(found.promise()?)).await
    }

    pub(crate) async fn change(
        &self,
        gift: GiftId,
        act: impl FnOnce(&Gift) -> Result<Fact, Fault>,
    ) -> Result<Gift, Fault> {
        let mut writing = self.books.write(self.author()).await?;
        let found = writing.gift(gift).await?.ok_or_else(|| Fault::new(Code::GiftUnknown))?;
        let entry = writing.append(act(&found)?).await?;
        writing.commit().await?;
        Ok(found.after(&entry.fact))
    }
}

/// Refuses what is more than anybody gives.
pub(crate) fn check_amount(amount: Money) -> Result<(), Fault> {
    let largest = largest(amount.currency());
    if amount.minor() > largest.minor() {
        return Err(Fault::new(Code::AmountTooLarge).with("max", largest).at("amount"));
    }
    Ok(())
}

impl Asked {
    fn of(gift: Gift, number: GiftNumber, account: Account, code: rails::Code) -> Asked {
        let payee = account.payee_beside(&code).to_owned();
        let rails::Code { payload, carries_amount, number_returns, .. } = code;
        Asked { gift, number, payload, account, payee, carries_amount, number_returns }
    }
}
