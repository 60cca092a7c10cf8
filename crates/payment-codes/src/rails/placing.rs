//! Where each standard carries amount, gift number and text.

use groat_money::{Currency, Money};

use super::account::{Account, Ask};
use super::traits::ReturnOfNumber;
use crate::{DeskNumber, Field, Flaw, GiftNumber, Refusal, Request, Standard, Value};

/// What was made of an ask.
pub(super) struct Placed {
    pub(super) payload: String,
    pub(super) carries_amount: bool,
    pub(super) number_returns: ReturnOfNumber,
    /// Whether the payload is the issuer's own text, shown as it is.
    pub(super) is_issued: bool,
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
    let (request, number_returns, carries_amount) = placed(account, ask, ask.message)?;
    let encoded = match standard.encode(&request) {
        Err(refusal) if refusal.field == Field::Message && decorates(standard) => {
            standard.encode(&placed(account, ask, "")?.0)
        }
        other => other,
    };
    Ok(Placed { payload: encoded?.payload, carries_amount, number_returns, is_issued: false })
}

/// Whether the text only decorates, so that a code without it is as good.
fn decorates(standard: Standard) -> bool {
    !matches!(
        standard,
        Standard::Epc | Standard::Spayd | Standard::PayBySquare | Standard::SwissQrBill
    )
}

type Made = (Request, ReturnOfNumber, bool);

fn placed(account: &Account, ask: &Ask<'_>, message: &str) -> Result<Made, Refusal> {
    let mut request = account.values().clone();
    let amount = ask.amount.map(|amount| amount.decimal_text());
    if let Some(amount) = &ask.amount {
        request.put(Field::Currency, amount.currency().code());
    }
    if let Some(amount) = amount {
        request.put(Field::Amount, amount);
    }
    let digits = ask.number.digits();
    match account.standard() {
        Standard::Epc => {
            request.put(Field::Reference, digits);
            request.put(Field::ReferenceType, "TEXT");
            request.put(Field::Purpose, "CHAR");
            put_text(&mut request, message);
            Ok((request, ReturnOfNumber::Text, true))
        }
        _ => Err(Refusal::new(Field::Payload, Flaw::NotCarried)),
    }
}

fn put_text(request: &mut Request, message: &str) {
    if !message.is_empty() {
        request.put(Field::Message, Value::from(message));
    }
}
