//! Asking: a gift number, an entry in the books, then the payment code.

use groat_books::Writing;
use groat_ledger::journal::{Fact, ReferenceForm};
use groat_ledger::{DriveId, Gift, GiftId};
use groat_money::{Currency, Money};
use groat_payment_codes::epc::{self, EpcError, EpcField, EpcRequest, Purpose, Remittance};
use groat_payment_codes::{DeskNumber, GiftNumber};
use groat_phrases::Arg;

use crate::fault::refused;
use crate::surroundings::day_in;
use crate::{App, Code, Fault, Payee};

/// The largest amount an EPC code carries, in minor units (EPC069-12, line 8).
const AMOUNT_MINOR_MAX: i64 = 99_999_999_999;

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
    pub payee: Payee,
}

impl App {
    /// Asks for a gift; `None` leaves the amount to the donor.
    ///
    /// The ask is on the disk before its code is answered, so that no code is ever shown that the
    /// books do not know.
    ///
    /// # Errors
    /// [`Code::DriveUnknown`], [`Code::DriveClosed`], [`Code::NotSetUp`], the codes of amounts and
    /// books.
    pub async fn ask(&self, drive: DriveId, amount: Option<Money>) -> Result<Asked, Fault> {
        amount.map_or(Ok(()), check_amount)?;
        let author = self.author();
        let at = author.at;
        let mut writing = self.books.write(author).await?;
        let (found, texts) =
            writing.drive(drive).await?.ok_or_else(|| Fault::new(Code::DriveUnknown))?;
        let account = writing.account().await?.ok_or_else(|| Fault::new(Code::NotSetUp))?;
        let (account, form, payee) = (account.0, account.1, Payee::from_texts(account.2)?);
        let day = day_in(at, &found.zone);
        let number = self.next_number(&mut writing).await?;
        let payload = payee.code(form, number, amount, &texts.purpose)?;
        let fact =
            found.ask(account, number, amount, day).map_err(|error| refused(error, &texts.name))?;
        let entry = writing.append(fact).await?;
        writing.commit().await?;
        let gift = entry.begun_gift().ok_or_else(|| Fault::new(Code::Internal))?;
        Ok(Asked { gift, number, payload, payee })
    }

    /// The gift number to give out next. A desk that ran out of numbers draws another desk number,
    /// one that it never had.
    async fn next_number(&self, writing: &mut Writing<'_>) -> Result<GiftNumber, Fault> {
        let numbering = writing.numbering().ok_or_else(|| Fault::new(Code::NotSetUp))?;
        if let Ok(number) = numbering.next() {
            return Ok(number);
        }
        let drawn = loop {
            let (desk_number, first_serial) = self.draw_numbers()?;
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
    /// [`Code::GiftUnknown`]; [`Code::GiftNotAsked`] for cash; the codes of books.
    pub async fn code_of(&self, gift: GiftId) -> Result<Asked, Fault> {
        let gift = self.books.gift(gift).await?.ok_or_else(|| Fault::new(Code::GiftUnknown))?;
        let number = gift.number.ok_or_else(|| Fault::new(Code::GiftNotAsked))?;
        let (_, texts) = self.known_drive(gift.drive).await?;
        let account = self.books.account().await?.ok_or_else(|| Fault::new(Code::NotSetUp))?;
        let payee = Payee::from_texts(account.2)?;
        let payload = payee.code(account.1, number, gift.amount, &texts.purpose)?;
        Ok(Asked { gift, number, payload, payee })
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

/// Refuses what no code carries.
pub(crate) fn check_amount(amount: Money) -> Result<(), Fault> {
    if amount.currency() != Currency::EUR {
        let code = amount.currency().code();
        return Err(Fault::new(Code::CurrencyNotEur).with("currency", code).at("amount"));
    }
    if amount.minor() > AMOUNT_MINOR_MAX {
        return Err(Fault::new(Code::AmountTooLarge).with("max", largest()).at("amount"));
    }
    Ok(())
}

/// The largest amount, for the sentence that refuses a larger one.
pub(crate) fn largest() -> Money {
    Money::from_minor(AMOUNT_MINOR_MAX, Currency::EUR)
}

impl Payee {
    /// Writes the payment code of an ask and reads it back before anybody sees it.
    fn code(
        &self,
        form: ReferenceForm,
        number: GiftNumber,
        amount: Option<Money>,
        purpose: &str,
    ) -> Result<String, Fault> {
        let mut request = EpcRequest::new(self.holder.clone(), self.iban.clone());
        request.bic = self.bic.clone();
        request.amount = amount;
        request.purpose = Some(Purpose::CHARITY);
        request.remittance = match form {
            ReferenceForm::Text => Remittance::text(&number.digits(), purpose),
            ReferenceForm::CreditorReference => {
                Remittance::Reference(number.to_creditor_reference())
            }
        };
        let payload = epc::encode(&request)?;
        let same = epc::decode_text(&payload).is_ok_and(|reading| reading.request == request);
        if same { Ok(payload) } else { Err(Fault::new(Code::Internal)) }
    }

    /// Writes the largest code this account could need, so that a name that does not fit is
    /// refused at set-up and not in front of a donor.
    pub(crate) fn trial(&self) -> Result<(), Fault> {
        self.trial_with("x")
    }

    /// The same for the purpose of a drive.
    pub(crate) fn trial_with(&self, purpose: &str) -> Result<(), Fault> {
        let desk =
            DeskNumber::new(9999).map_err(|error| Fault::new(Code::Internal).because(error))?;
        let number = GiftNumber::of(desk, 99_999);
        self.code(ReferenceForm::Text, number, Some(largest()), purpose).map(drop)
    }
}

/// The fault of a request, pointing at the field a person typed it into.
impl From<EpcError> for Fault {
    fn from(error: EpcError) -> Fault {
        match error {
            EpcError::Empty { field } => Fault::new(match field {
                EpcField::PayeeName => Code::HolderEmpty,
                EpcField::Bic => Code::BicMalformed,
                _ => Code::PurposeEmpty,
            })
            .at(name_of(field)),
            EpcError::TooLong { field, max, found } => Fault::new(match field {
                EpcField::PayeeName => Code::HolderTooLong,
                EpcField::Information => Code::InformationTooLong,
                _ => Code::PurposeTooLong,
            })
            .with("max", max)
            .with("found", found)
            .at(name_of(field)),
            EpcError::ForeignSign { field, at, found, .. } => Fault::new(match field {
                EpcField::PayeeName => Code::HolderSign,
                _ => Code::PurposeSign,
            })
            .with("found", found)
            .with("position", at + 1)
            .at(name_of(field)),
            EpcError::NotEuro { found } => {
                Fault::new(Code::CurrencyNotEur).with("currency", found.code()).at("amount")
            }
            EpcError::AmountOutOfRange { amount } if amount.minor() <= 0 => {
                Fault::new(Code::AmountZero).at("amount")
            }
            EpcError::AmountOutOfRange { .. } => {
                Fault::new(Code::AmountTooLarge).with("max", largest()).at("amount")
            }
            EpcError::BicNeededOutsideEea { country } => Fault::new(Code::BicMissing)
                .with("country-name", Arg::country(country.code()))
                .at("bic"),
            EpcError::PayloadTooLong { bytes } => Fault::new(Code::CodeTooLong)
                .with("bytes", bytes)
                .with("max", epc::PAYLOAD_BYTES_MAX)
                .at("purpose"),
            other => Fault::new(Code::Internal).because(other),
        }
    }
}

fn name_of(field: EpcField) -> &'static str {
    match field {
        EpcField::Bic => "bic",
        EpcField::PayeeName => "holder",
        EpcField::Iban => "iban",
        EpcField::Amount => "amount",
        EpcField::Reference => "reference",
        EpcField::Information => "information",
        EpcField::Purpose | EpcField::Text => "purpose",
    }
}
