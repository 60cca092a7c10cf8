//! What a code says is read back before anybody sees it.
//!
//! Three things are compared: who is paid, how much, and the number, each with what was asked; and
//! the reading, written again, must be the same text, so that nothing else stands in it either.

use super::account::{Account, Ask};
use super::issued;
use super::placing::InPlace;
use crate::request::same_decimal;
use crate::{Field, Flaw, Options, Reading, Refusal, Request, Standard, Value};

/// Who is paid: what names an account, a key or a link.
pub(super) const DESTINATION: &[Field] = &[
    Field::Iban,
    Field::Bic,
    Field::Account,
    Field::AccountType,
    Field::BankBin,
    Field::BankCode,
    Field::Key,
    Field::Vpa,
    Field::Mcc,
    Field::SwishNumber,
    Field::ProxyType,
    Field::Proxy,
    Field::AccountId,
    Field::MerchantId,
    Field::AcquiringBank,
    Field::OrganisationNumber,
    Field::TaxId,
    Field::Address,
    Field::ChainId,
    Field::Recipient,
    Field::SplToken,
    Field::Lno,
    Field::Url,
    Field::Provider,
    Field::User,
    Field::Link,
    Field::Phone,
    Field::Token,
];

/// Reads a code back and returns the reading, if it says what was asked.
///
/// # Errors
/// [`Flaw::Broken`] at [`Field::Payload`], naming what differs; what the decoder refuses.
pub(super) fn read_back(
    account: &Account,
    ask: &Ask<'_>,
    place: &InPlace,
    payload: &str,
) -> Result<Reading, Refusal> {
    let standard = account.standard();
    let reading = standard.decode(payload, Options::default())?;
    let read = &reading.request;
    let differs = |field: Field| {
        let place = format!("self-test: {field}");
        Refusal::new(Field::Payload, Flaw::Broken { place })
    };
    if !is_same_amount(&place.request, read) {
        return Err(differs(Field::Amount));
    }
    if place.number.is_some_and(|place| place.number_in(read) != Some(ask.number)) {
        return Err(differs(Field::Reference));
    }
    match account.values().word(Field::BasePayload) {
        Some(base) if standard.maker().is_issuer() => {
            let base = standard.decode(base, Options::default())?;
            match issued::pays_the_same(&base.request, read) {
                true => Ok(reading),
                false => Err(differs(Field::BasePayload)),
            }
        }
        _ => {
            let other = DESTINATION.iter().find(|field| !is_same(&place.request, read, **field));
            match other {
                Some(field) => Err(differs(*field)),
                None if is_written_from(standard, read, payload) => Ok(reading),
                None => Err(differs(Field::Payload)),
            }
        }
    }
}

/// An open amount is read as none, and the currency where the code has one.
fn is_same_amount(asked: &Request, read: &Request) -> bool {
    let same = match (asked.word(Field::Amount), read.word(Field::Amount)) {
        (None, None) => true,
        (Some(asked), Some(read)) => same_decimal(asked, read),
        _ => false,
    };
    let currencies = (asked.word(Field::Currency), read.word(Field::Currency));
    same && !matches!(currencies, (Some(asked), Some(read)) if asked != read)
}

/// What set-up told is in the form of the standard already; accounts kept by an earlier version may
/// have blanks.
fn is_same(asked: &Request, read: &Request, field: Field) -> bool {
    let Some(asked) = asked.value(field).and_then(Value::as_text) else { return true };
    let read = match read.value(field) {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Whole(number)) => number.to_string(),
        _ => return false,
    };
    let squeezed = |text: &str| text.replace(' ', "");
    asked == read || squeezed(asked) == squeezed(&read)
}

fn is_written_from(standard: Standard, read: &Request, payload: &str) -> bool {
    standard.encode(read).is_ok_and(|again| again.payload == payload)
}
