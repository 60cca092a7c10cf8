//! Where each standard carries amount, gift number and text.

use groat_money::{Currency, Money};

use super::account::{Account, Ask};
use super::number::NumberPlace;
use super::{issued, links};
use crate::bank::spayd;
use crate::coins;
use crate::{Day, Encoded, Field, Flaw, GiftNumber, Refusal, Request, Standard, Value};

/// An ask as its standard is handed it: amount, number and text in their places.
#[derive(Debug, Clone)]
pub(super) struct InPlace {
    pub(super) request: Request,
    pub(super) number: Option<NumberPlace>,
    pub(super) carries_amount: bool,
    /// The answer of set-up that the standard knows under another name, and that name.
    pub(super) moved: Option<(Field, Field)>,
    /// Whether the text only decorates, so that a code without it is as good.
    decorated: bool,
}

impl InPlace {
    /// What stays the same for every ask, and the amount.
    fn begun(account: &Account, ask: &Ask<'_>) -> InPlace {
        let standard = account.standard();
        let mut request = account.values().clone();
        let first = account.currencies().first().copied();
        if let Some(currency) = ask.currency().map(Currency::code).or(first) {
            request.put(Field::Currency, currency);
        }
        if let Some(amount) = ask.amount {
            request.put(Field::Amount, decimal_text(standard, amount));
        }
        let number = NumberPlace::of(standard, &request);
        InPlace { request, number, carries_amount: true, moved: None, decorated: true }
    }

    pub(super) fn put(mut self, field: Field, value: impl Into<Value>) -> InPlace {
        self.request.put(field, value);
        self
    }

    pub(super) fn without(mut self, field: Field) -> InPlace {
        self.request.take(field);
        self
    }

    pub(super) fn without_amount(mut self) -> InPlace {
        self.carries_amount = false;
        self.without(Field::Amount).without(Field::Currency)
    }

    pub(super) fn without_number(mut self) -> InPlace {
        if let Some(place) = self.number.take() {
            self.request.take(place.field);
        }
        self
    }

    /// Hands an answer over under the name that the standard has for it.
    pub(super) fn moved(mut self, from: Field, to: Field) -> InPlace {
        if let Some(value) = self.request.take(from) {
            self.request.put(to, value);
        }
        self.moved = Some((from, to));
        self
    }

    /// Puts the number in its place, and the text in its own or behind the number.
    pub(super) fn numbered(self, number: GiftNumber, text: &str) -> InPlace {
        match self.number {
            Some(place) if place.field == Field::Message => {
                self.put(Field::Message, joined(number, text))
            }
            Some(place) => self.put(place.field, place.spelled(number)).said(text),
            None => self.said(text),
        }
    }

    /// Puts a text; an empty one is left out.
    fn said(self, text: &str) -> InPlace {
        if text.is_empty() { self } else { self.put(Field::Message, text) }
    }

    /// The text is the purpose of the drive as the payee's bank carries it: it must fit.
    fn binding(mut self) -> InPlace {
        self.decorated = false;
        self
    }

    pub(super) fn encode(&self, standard: Standard) -> Result<Encoded, Refusal> {
        standard.encode(&self.request).map_err(|refusal| match self.moved {
            Some((from, to)) if refusal.field == to => Refusal { field: from, ..refusal },
            _ => refusal,
        })
    }
}

/// Writes the code of an ask.
///
/// # Errors
/// [`Refusal`] at the answer of set-up, the amount or the text that the standard does not take.
pub(super) fn place(account: &Account, ask: &Ask<'_>) -> Result<(InPlace, String), Refusal> {
    let standard = account.standard();
    let whole = placed(account, ask, ask.message)?;
    let (place, encoded) = match whole.encode(standard) {
        // A text that only decorates may not keep a donor from giving.
        Err(refusal) if whole.decorated && is_about_text(&refusal) => {
            let bare = placed(account, ask, "")?;
            let encoded = bare.encode(standard)?;
            (bare, encoded)
        }
        encoded => (whole, encoded?),
    };
    Ok((place, encoded.payload))
}

fn is_about_text(refusal: &Refusal) -> bool {
    refusal.field == Field::Message || matches!(refusal.flaw, Flaw::TooManyBytes { .. })
}

fn placed(account: &Account, ask: &Ask<'_>, text: &str) -> Result<InPlace, Refusal> {
    use Standard as S;
    let number = ask.number;
    let place = InPlace::begun(account, ask);
    Ok(match account.standard() {
        S::Epc => epc(place, number, text),
        S::SwissQrBill => {
            let kind = match place.number.map(|place| place.scheme) {
                Some(crate::ReferenceScheme::Qrr) => "QRR",
                _ => "SCOR",
            };
            place.numbered(number, text).put(Field::ReferenceType, kind).binding()
        }
        S::Spayd => place.numbered(number, &spayd::plain(text)),
        // Apps that do not show the symbol show the note.
        S::PayBySquare => place.numbered(number, &joined(number, text)),
        // A slip needs a text.
        S::UpnQr => {
            place.numbered(number, or_number(text, number).as_str()).put(Field::Purpose, "CHAR")
        }
        S::Hub3 => place
            .numbered(number, or_number(text, number).as_str())
            .put(Field::Purpose, "CHAR")
            .put(Field::Model, "HR00"),
        S::NbsIps => place.numbered(number, text).put(Field::Model, "97"),
        S::NbuQr => place.numbered(number, text).put(Field::Format, "002"),
        S::Swish => place
            .numbered(number, text)
            .put(Field::Editable, editable(ask))
            .without(Field::PayeeName),
        S::UsingQr => usingqr(place.numbered(number, ""), ask.at_ms),
        S::VirtualBarcode => place.numbered(number, "").without(Field::PayeeName),
        S::Khqr => khqr(place.numbered(number, text), ask),
        S::PayNow | S::Fps => place.numbered(number, ""),
        S::PromptPay | S::VietQr => place.numbered(number, "").without(Field::PayeeName),
        S::Zbp2d | S::Pix | S::Upi => place.numbered(number, text),
        S::Links => links::placed(place, ask, text),
        S::BitcoinUri | S::MoneroUri | S::SolanaPay => {
            place.without_amount().numbered(number, text).moved(Field::PayeeName, Field::Label)
        }
        S::Bolt12 | S::EthereumUri => place.without_amount().without(Field::PayeeName),
        S::Lnurl => lnurl(place.without_amount().without(Field::PayeeName))?,
        standard if standard.maker().is_issuer() => issued::placed(place, standard, ask),
        _ => return Err(Refusal::new(Field::Payload, Flaw::NotCarried)),
    })
}

/// The amount in the decimals of the standard: some write whole units of a currency that has
/// hundredths by ISO 4217 and none in daily life.
fn decimal_text(standard: Standard, amount: Money) -> String {
    let text = amount.decimal_text();
    match (standard, text.strip_suffix(".00")) {
        (Standard::Qris | Standard::Khqr, Some(whole)) => whole.to_owned(),
        _ => text,
    }
}

fn joined(number: GiftNumber, text: &str) -> String {
    if text.is_empty() { number.digits() } else { format!("{number} {text}") }
}

fn or_number(text: &str, number: GiftNumber) -> String {
    if text.is_empty() { number.digits() } else { text.to_owned() }
}

/// Lines 10 and 11 exclude each other, so that a structured reference has no text beside it.
fn epc(place: InPlace, number: GiftNumber, text: &str) -> InPlace {
    let place = place.put(Field::Purpose, "CHAR").binding();
    match place.number.is_some_and(|place| place.field == Field::Message) {
        true => place.numbered(number, text).without(Field::ReferenceType),
        false => place.numbered(number, ""),
    }
}

/// What a donor may change: an amount that is not asked for.
fn editable(ask: &Ask<'_>) -> Value {
    let editable = ask.amount.is_none().then(|| Value::from("amount"));
    Value::List(editable.into_iter().collect())
}

/// An invoice has days: issued when it is asked for, due after the thirty days that are usual in
/// Sweden. In the universal day, which differs from the Swedish one for an hour or two at night.
fn usingqr(place: InPlace, at_ms: u64) -> InPlace {
    const MS_PER_DAY: u64 = 24 * 60 * 60 * 1000;
    const DAYS_TO_PAY: u64 = 30;
    let today = at_ms / MS_PER_DAY;
    let days = [(Field::IssueDate, today), (Field::DueDate, today.saturating_add(DAYS_TO_PAY))];
    days.into_iter().fold(place, |place, (field, days)| match Day::after_1970(days) {
        Ok(day) => place.put(field, day.to_string()),
        Err(_) => place,
    })
}

/// An amount needs an expiry: ten minutes, as long as a donor stands at the stall.
fn khqr(place: InPlace, ask: &Ask<'_>) -> InPlace {
    const VALID_MS: u64 = 10 * 60 * 1000;
    match ask.amount {
        None => place,
        Some(_) => place
            .put(Field::CreatedMs, ask.at_ms)
            .put(Field::ExpiresMs, ask.at_ms.saturating_add(VALID_MS)),
    }
}

/// The printed form is the LNURL of the address: some wallets refuse a bare address in a code.
fn lnurl(mut place: InPlace) -> Result<InPlace, Refusal> {
    let address = place.request.needed(Field::LightningAddress)?;
    let url = coins::lightning_address_url(address)?;
    place.request.put(Field::LightningAddress, url);
    Ok(place.moved(Field::LightningAddress, Field::Url))
}
