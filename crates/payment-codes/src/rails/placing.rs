//! Where each standard carries amount, gift number and text.

use groat_money::{Currency, Money};

use super::account::{Account, Ask};
use super::traits::{Maker, ReturnOfNumber};
use crate::bank::{spayd, swiss_qr_bill};
use crate::coins;
use crate::request::same_decimal;
use crate::{DeskNumber, Field, Flaw, GiftNumber, Refusal, Request, Standard, Value};

/// What was made of an ask.
pub(super) struct Placed {
    pub(super) payload: String,
    amount: Option<String>,
    pub(super) carries_amount: bool,
    pub(super) number_returns: ReturnOfNumber,
}

impl Placed {
    /// Tells whether a reading asks for the amount that was asked for, and is written to the same
    /// text again. What an issuer gave out is no text of ours and is compared by its amount alone.
    pub(super) fn says_the_same(&self, standard: Standard, read: &Request) -> bool {
        let amounts = (self.amount.as_deref(), read.word(Field::Amount));
        let same_amount = match amounts {
            _ if !self.carries_amount => true,
            (None, None) => true,
            (Some(asked), Some(read)) => same_decimal(asked, read),
            _ => false,
        };
        same_amount && (standard.maker() == Maker::Issuer || self.is_written_from(standard, read))
    }

    fn is_written_from(&self, standard: Standard, read: &Request) -> bool {
        let again = standard.encode(read);
        again.is_ok_and(|again| again.payload == self.payload)
    }
}

/// Adds to what set-up was told what follows from it: kinds of keys, usual answers.
pub(super) fn completed(standard: Standard, mut values: Request) -> Result<Request, Refusal> {
    values.holds_only_questions(standard)?;
    match standard {
        Standard::SwissQrBill => default(&mut values, Field::PayeeCountry, "CH"),
        Standard::Khqr => {
            default(&mut values, Field::Kind, "individual");
            default(&mut values, Field::City, "Phnom Penh");
        }
        Standard::PayNow => {
            let proxy = values.needed(Field::Proxy)?;
            let mobile = proxy.trim_start().starts_with('+');
            values.put(Field::ProxyType, if mobile { "mobile" } else { "uen" });
            default(&mut values, Field::City, "Singapore");
        }
        Standard::Fps => default(&mut values, Field::City, "HK"),
        Standard::VietQr => default(&mut values, Field::Service, "account"),
        Standard::Pix => {
            let key = key_type(values.needed(Field::Key)?);
            default(&mut values, Field::KeyType, key);
        }
        _ => {}
    }
    Ok(values)
}

fn default(values: &mut Request, field: Field, value: &str) {
    if values.word(field).is_none() {
        values.put(field, value);
    }
}

/// Tells by its form what kind of key of the Brazilian directory it is.
fn key_type(key: &str) -> &'static str {
    let digits = key.chars().filter(char::is_ascii_digit).count();
    match key {
        _ if key.contains('@') => "email",
        _ if key.trim_start().starts_with('+') => "phone",
        _ if key.len() == 36 && key.matches('-').count() == 4 => "evp",
        _ if digits == 11 && !key.chars().any(|sign| sign.is_ascii_alphabetic()) => "cpf",
        _ => "cnpj",
    }
}

impl Request {
    /// Refuses what set-up has no question for.
    fn holds_only_questions(&self, standard: Standard) -> Result<(), Refusal> {
        let asked = super::questions(standard);
        if asked.is_empty() {
            return Err(Refusal::new(Field::Payload, Flaw::NotCarried));
        }
        Ok(())
    }
}

/// The asks that need the most room: the largest number, with and without an amount.
pub(super) fn trials(account: &Account) -> impl Iterator<Item = (GiftNumber, Option<Money>)> {
    let number = DeskNumber::new(9999).ok().map(|desk| GiftNumber::of(desk, 99_999));
    let currency = account.standard().currencies().first();
    let currency = currency.and_then(|code| Currency::from_code(code).ok());
    let whole = currency.map(|currency| Money::from_minor(scale(currency), currency));
    let open = account.standard() != Standard::NbsIps;
    let amounts = [whole, None].into_iter().filter(move |amount| amount.is_some() || open);
    number.into_iter().flat_map(move |number| amounts.clone().map(move |amount| (number, amount)))
}

/// A thousand whole units, in minor units.
fn scale(currency: Currency) -> i64 {
    1000 * 10_i64.pow(u32::from(currency.exponent()))
}

/// Writes the code of an ask.
pub(super) fn place(account: &Account, ask: &Ask<'_>) -> Result<Placed, Refusal> {
    let standard = account.standard();
    let placed = placed(account, ask, ask.message)?;
    let encoded = match standard.encode(&placed.request) {
        // A text that only decorates may not keep a donor from giving.
        Err(refusal) if placed.decorated && decorates_badly(&refusal) => {
            standard.encode(&self::placed(account, ask, "")?.request)
        }
        other => other,
    };
    Ok(Placed {
        amount: placed.request.word(Field::Amount).map(str::to_owned),
        payload: encoded?.payload,
        carries_amount: placed.carries_amount,
        number_returns: placed.number_returns,
    })
}

fn decorates_badly(refusal: &Refusal) -> bool {
    let too_much = matches!(refusal.flaw, Flaw::TooManyBytes { .. });
    refusal.field == Field::Message || too_much
}

/// A request with amount, number and text in their places.
struct InPlace {
    request: Request,
    number_returns: ReturnOfNumber,
    carries_amount: bool,
    /// Whether the text only decorates, so that a code without it is as good.
    decorated: bool,
}

impl InPlace {
    fn new(request: Request, number_returns: ReturnOfNumber) -> InPlace {
        InPlace { request, number_returns, carries_amount: true, decorated: true }
    }

    fn put(mut self, field: Field, value: impl Into<Value>) -> InPlace {
        self.request.put(field, value);
        self
    }

    /// Puts a text; an empty one is left out.
    fn text(self, field: Field, text: &str) -> InPlace {
        if text.is_empty() { self } else { self.put(field, text) }
    }

    fn without(mut self, field: Field) -> InPlace {
        self.request.take(field);
        self
    }

    fn without_amount(mut self) -> InPlace {
        self.carries_amount = false;
        self.without(Field::Amount).without(Field::Currency)
    }

    /// The text is the purpose of the drive as the payee's bank carries it: it must fit.
    fn binding(mut self) -> InPlace {
        self.decorated = false;
        self
    }
}

fn placed(account: &Account, ask: &Ask<'_>, message: &str) -> Result<InPlace, Refusal> {
    use Standard as S;
    let digits = ask.number.digits();
    let request = begun(account, ask);
    let within = |number_returns| InPlace::new(request.clone(), number_returns);
    Ok(match account.standard() {
        S::Epc => epc(within(ReturnOfNumber::Text), ask.number, message),
        S::SwissQrBill => swiss(within(ReturnOfNumber::Reference), ask.number, message)?,
        S::Spayd => within(ReturnOfNumber::Reference)
            .put(Field::VariableSymbol, digits)
            .text(Field::Message, &spayd::plain(message)),
        S::PayBySquare => within(ReturnOfNumber::Reference)
            .text(Field::Message, &joined(&digits, message))
            .put(Field::VariableSymbol, digits),
        S::UpnQr => within(ReturnOfNumber::Reference)
            .put(Field::Reference, ask.number.to_si12().as_str())
            .put(Field::Purpose, "CHAR")
            .put(Field::Message, or_number(message, &digits)),
        S::Hub3 => within(ReturnOfNumber::Reference)
            .put(Field::Model, "HR00")
            .put(Field::Reference, &digits)
            .put(Field::Purpose, "CHAR")
            .put(Field::Message, or_number(message, &digits)),
        S::NbsIps => {
            let reference = ask.number.to_model97();
            let number = reference.as_str().strip_prefix("97").unwrap_or_default().to_owned();
            within(ReturnOfNumber::Reference)
                .put(Field::Model, "97")
                .put(Field::Reference, number)
                .text(Field::Message, message)
        }
        S::Zbp2d => number_in_text(within(ReturnOfNumber::Text), &digits, message),
        S::NbuQr => {
            number_in_text(within(ReturnOfNumber::Text), &digits, message).put(Field::Format, "002")
        }
        S::Swish => swish(within(ReturnOfNumber::Text), ask, message),
        S::Pix => within(ReturnOfNumber::Reference)
            .put(Field::Reference, digits)
            .text(Field::Message, message),
        S::PayNow => paynow(request, ask),
        S::PromptPay => promptpay(request, ask),
        S::VietQr => {
            within(ReturnOfNumber::Text).put(Field::Reference, digits).put(Field::Poi, poi(ask))
        }
        // A reference is refused by many banks of ordinary accounts (nessgor/fps-hk-qrcode issue 1).
        S::Fps => within(ReturnOfNumber::No).put(Field::Poi, poi(ask)),
        S::Khqr => khqr(within(ReturnOfNumber::Reference), ask),
        S::DuitNow => issued(within(ReturnOfNumber::Uncertain).put(Field::Reference, digits), ask),
        S::Qris | S::QrPh => issued(within(ReturnOfNumber::No), ask),
        S::Upi => upi(request, ask, message),
        S::Links => links::placed(within(ReturnOfNumber::No), ask),
        S::BitcoinUri => within(ReturnOfNumber::No).without_amount().text(Field::Message, message),
        S::Lnurl => lnurl(within(ReturnOfNumber::No).without_amount())?,
        S::Bolt12 | S::EthereumUri => within(ReturnOfNumber::No).without_amount(),
        S::SolanaPay => within(ReturnOfNumber::No)
            .without_amount()
            .text(Field::Message, &joined(&digits, message)),
        _ => return Err(Refusal::new(Field::Payload, Flaw::NotCarried)),
    })
}

/// What stays the same, and the amount. The name is dropped where a standard has no place for it.
fn begun(account: &Account, ask: &Ask<'_>) -> Request {
    let mut request = account.values().clone();
    let standard = account.standard();
    if let Some(amount) = ask.amount {
        request.put(Field::Amount, decimal_text(standard, amount));
    }
    // Without an amount, a currency is only named where there are several or none is meant.
    let names_currency = standard.currencies().len() > 1 || standard == Standard::PayBySquare;
    if ask.amount.is_some() || names_currency {
        let first = standard.currencies().first().copied();
        let currency = ask.currency().map(Currency::code).or(first);
        currency.into_iter().for_each(|code| request.put(Field::Currency, code));
    }
    if !carries_name(account.standard()) {
        request.take(Field::PayeeName);
    }
    request
}

/// The amount in the decimals of the standard: some write whole units of a currency that has
/// hundredths by ISO 4217 and none in daily life.
fn decimal_text(standard: Standard, amount: Money) -> String {
    let text = amount.decimal_text();
    match standard {
        Standard::Qris | Standard::MnbHct | Standard::Khqr => match text.strip_suffix(".00") {
            Some(whole) => whole.to_owned(),
            None => text,
        },
        _ => text,
    }
}

fn carries_name(standard: Standard) -> bool {
    use Standard as S;
    !matches!(
        standard,
        S::Swish
            | S::DuitNow
            | S::Qris
            | S::QrPh
            | S::Links
            | S::Lnurl
            | S::Bolt12
            | S::EthereumUri
    ) && !matches!(standard, S::PromptPay | S::VietQr | S::BitcoinUri | S::SolanaPay)
}

/// `12` where the code is made for one payment of one amount, `11` where it is open.
fn poi(ask: &Ask<'_>) -> &'static str {
    if ask.amount.is_some() { "12" } else { "11" }
}

/// The text of a slip that has no place for none: its number where nothing else is said.
fn or_number<'a>(message: &'a str, number: &'a str) -> &'a str {
    if message.is_empty() { number } else { message }
}

fn joined(number: &str, message: &str) -> String {
    if message.is_empty() { number.to_owned() } else { format!("{number} {message}") }
}

fn number_in_text(place: InPlace, digits: &str, message: &str) -> InPlace {
    place.text(Field::Message, &joined(digits, message))
}

fn epc(place: InPlace, number: GiftNumber, message: &str) -> InPlace {
    let place = place.put(Field::Purpose, "CHAR").binding();
    let form = place.request.word(Field::ReferenceType).unwrap_or("TEXT").to_owned();
    match form.as_str() {
        "RF" => place.put(Field::Reference, number.to_creditor_reference().as_str()),
        "OGM" => place.put(Field::Reference, number.to_ogm().as_str()),
        _ => place
            .put(Field::ReferenceType, "TEXT")
            .put(Field::Reference, number.digits())
            .text(Field::Message, message),
    }
}

/// A QR-IBAN takes a QR reference only, every other IBAN a creditor reference.
fn swiss(place: InPlace, number: GiftNumber, message: &str) -> Result<InPlace, Refusal> {
    let iban = place.request.iban(&["CH", "LI"])?;
    let place = place.binding().text(Field::Message, message);
    Ok(match swiss_qr_bill::is_qr_iban(&iban) {
        true => {
            place.put(Field::ReferenceType, "QRR").put(Field::Reference, number.to_qrr().as_str())
        }
        false => place
            .put(Field::ReferenceType, "SCOR")
            .put(Field::Reference, number.to_creditor_reference().as_str()),
    })
}

fn swish(place: InPlace, ask: &Ask<'_>, message: &str) -> InPlace {
    let editable = match ask.amount {
        Some(_) => Vec::new(),
        None => vec![Value::from("amount")],
    };
    number_in_text(place, &ask.number.digits(), message).put(Field::Editable, Value::List(editable))
}

fn paynow(request: Request, ask: &Ask<'_>) -> InPlace {
    let is_uen = request.word(Field::ProxyType) == Some("uen");
    let returns = if is_uen { ReturnOfNumber::Reference } else { ReturnOfNumber::No };
    let place = InPlace::new(request, returns)
        .put(Field::Editable, ask.amount.is_none())
        .put(Field::Poi, poi(ask));
    if is_uen { place.put(Field::Reference, ask.number.digits()) } else { place }
}

fn promptpay(request: Request, ask: &Ask<'_>) -> InPlace {
    let is_biller = request.word(Field::ProxyType) == Some("biller");
    let returns = if is_biller { ReturnOfNumber::Reference } else { ReturnOfNumber::No };
    let place = InPlace::new(request, returns).put(Field::Poi, poi(ask));
    if is_biller { place.put(Field::Reference, ask.number.digits()) } else { place }
}

/// An amount needs an expiry: ten minutes, as long as a donor stands at the stall.
fn khqr(place: InPlace, ask: &Ask<'_>) -> InPlace {
    const VALID_MS: u64 = 10 * 60 * 1000;
    let place = place.put(Field::Reference, ask.number.digits());
    match ask.amount {
        None => place,
        Some(_) => place
            .put(Field::CreatedMs, ask.at_ms)
            .put(Field::ExpiresMs, ask.at_ms.saturating_add(VALID_MS)),
    }
}

/// A code that its issuer gave out: what it does not allow is left out, at worst it is shown as
/// it is.
fn issued(place: InPlace, ask: &Ask<'_>) -> InPlace {
    let standard_takes =
        |place: &InPlace, standard: Standard| standard.encode(&place.request).is_ok();
    let standard = match place.request.word(Field::BasePayload).and_then(Standard::recognise) {
        Some(standard) => standard,
        None => return place,
    };
    if standard_takes(&place, standard) {
        return place;
    }
    let without_number =
        InPlace { number_returns: ReturnOfNumber::No, ..place }.without(Field::Reference);
    if ask.amount.is_none() || standard_takes(&without_number, standard) {
        return without_number;
    }
    without_number.without_amount()
}

/// A personal id with a reference or a category is refused as unsafe by most apps (EasyUpiPayment
/// issues 67, 91, 98), so the number stands in the note there.
fn upi(request: Request, ask: &Ask<'_>, message: &str) -> InPlace {
    let is_merchant = request.word(Field::Mcc).is_some();
    let note = joined(&ask.number.digits(), message);
    match is_merchant {
        true => InPlace::new(request, ReturnOfNumber::Reference)
            .put(Field::Reference, ask.number.digits())
            .text(Field::Message, message),
        false => InPlace::new(request, ReturnOfNumber::Uncertain).text(Field::Message, &note),
    }
}

/// The printed form is the LNURL of the address; wallets refuse a bare address in a code.
fn lnurl(place: InPlace) -> Result<InPlace, Refusal> {
    let Some(address) = place.request.word(Field::LightningAddress).map(str::to_owned) else {
        return Ok(place);
    };
    let url = coins::lightning_address_url(&address)?;
    Ok(place.without(Field::LightningAddress).put(Field::Url, url))
}

/// Payment links: which of them carry an amount and a text.
mod links {
    use super::{Ask, Field, InPlace, ReturnOfNumber};

    pub(super) fn placed(place: InPlace, ask: &Ask<'_>) -> InPlace {
        let digits = ask.number.digits();
        let provider = place.request.word(Field::Provider).unwrap_or_default().to_owned();
        let text = |place: InPlace| {
            let place = InPlace { number_returns: ReturnOfNumber::Uncertain, ..place };
            place.put(Field::Message, digits.clone())
        };
        match provider.as_str() {
            "stripe" => InPlace { number_returns: ReturnOfNumber::Reference, ..place }
                .without_amount()
                .put(Field::Reference, digits),
            "mobilepay" => {
                text(place).put(Field::Lock, ask.amount.is_some()).without(Field::Currency)
            }
            "venmo" | "monzo.me" => text(place).without(Field::Currency),
            "cash.app" => place.without(Field::Currency),
            "paypal.me" => place,
            _ => place.without_amount(),
        }
    }
}
