//! Cambodian KHQR, codes of Bakong.
//!
//! Used by all banks in Cambodia, in riel and in US dollars; anybody makes a code of an account of
//! Bakong (`name@bank`), merchants with the id that their bank gave them.
//!
//! Standard: National Bank of Cambodia, KHQR SDK (npm bakong-khqr 1.0.20, its readme and
//! behaviour). EMVCo tags:
//!
//! | tag | field | |
//! |---|---|---|
//! | 01 | `poi` | `12` with an amount, otherwise `11`; nothing else |
//! | 15 | `accounts` | account at UnionPay, as its bank gave it; riel only |
//! | 29-00, -01, -02 | `account_id`, `account_information`, `acquiring_bank` | of `kind` `individual`; 32 each |
//! | 30-00, -01, -02 | `account_id`, `merchant_id`, `acquiring_bank` | of `kind` `merchant`; all needed, 32 each |
//! | 52, 53, 58 | `mcc`, `currency` | `5999` unless given, `116` KHR or `840` USD, `KH` |
//! | 54 | `amount` | riel whole; dollars whole without decimals, otherwise with two |
//! | 59, 60 | `payee_name`, `city` | 25, 15; `Phnom Penh` unless given |
//! | 62-01, -02, -03, -07, -08 | `reference`, `mobile`, `store`, `terminal`, `message` | 25 each |
//! | 64-00, -01, -02 | `lang`, `name_local`, `city_local` | 2, 25, 15; the one place for Khmer letters |
//! | 99-00, -01 | `created_ms`, `expires_ms` | milliseconds since 1970; with an amount, never without |
//!
//! # Incomplete support
//! Whether a code has expired cannot be told without a clock: `expires_ms` is there to be compared.
//!
//! # Limits
//! A code with an amount expires, so it is for a screen; only those without one can be printed.
//!
//! # Quirks
//! * Older codes with an amount have 99-00 alone; the SDK refuses them since 1.0.20, and so they are
//!   here.
//! * Older samples have dollars with one decimal (`10.0`): read with a finding. A Python port writes
//!   a comma between thousands: refused.
//! * [`lookup_key`] is what the Open API of Bakong finds a payment by. It needs a token and answers
//!   addresses in Cambodia only.

mod decode;
#[cfg(test)]
mod tests;

use md5::{Digest, Md5};

use super::asked::{self, CITY_LENGTH_MAX, LABEL_LENGTH_MAX, NAME_LENGTH_MAX};
use super::draft::Draft;
use super::numeric;
use crate::{Encoded, Field, Flaw, Refusal, Request, Value};

pub(crate) use decode::decode;

const ACCOUNT_LENGTH_MAX: usize = 32;
const INDIVIDUAL: &str = "individual";
const MERCHANT: &str = "merchant";
/// The first and the last instant with 13 digits of milliseconds.
const INSTANTS: std::ops::RangeInclusive<u64> = 1_000_000_000_000..=9_999_999_999_999;
const INSTANT_EXAMPLE: &str = "1893456000000";

const CARRIED: &[Field] = &[
    Field::Kind,
    Field::Accounts,
    Field::AccountId,
    Field::AccountInformation,
    Field::MerchantId,
    Field::AcquiringBank,
    Field::PayeeName,
    Field::City,
    Field::Amount,
    Field::Currency,
    Field::Reference,
    Field::Mobile,
    Field::Store,
    Field::Terminal,
    Field::Message,
    Field::Lang,
    Field::NameLocal,
    Field::CityLocal,
    Field::CreatedMs,
    Field::ExpiresMs,
    Field::Mcc,
    Field::Poi,
];

/// Returns the key by which Bakong's Open API finds the payment of a code: the MD5 of its whole
/// text, in small hexadecimal letters.
///
/// ```
/// use groat_payment_codes::khqr;
/// let code = "00020101021129180014jonhsmith@nbcq5204599953038405802KH5910Jonh Smith6010PHNOM PENH\
///     62090105INV-163041503";
/// assert_eq!(khqr::lookup_key(code), "e7a9bc42dfa1b379b6d40f8d3975625b");
/// ```
#[must_use]
pub fn lookup_key(payload: &str) -> String {
    Md5::digest(payload).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a code.
///
/// # Errors
/// [`Refusal`]: the first field that KHQR does not take as it is.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(CARRIED)?;
    let currency = request.currency(&["KHR", "USD"])?;
    let amount = asked::amount(request, currency)?.map(|amount| as_the_sdk_writes(&amount));
    let city = asked::plain(request, Field::City, CITY_LENGTH_MAX)?;

    let mut draft = Draft::new();
    draft.put(1, Field::Poi, poi(request, amount.is_some())?);
    draft.put_some(15, Field::Accounts, union_pay(request, currency.code())?);
    put_account(request, &mut draft)?;
    draft.put(52, Field::Mcc, asked::mcc(request)?.unwrap_or("5999"));
    draft.put_some(53, Field::Currency, numeric::digits(currency));
    draft.put(58, Field::Country, "KH");
    let name = asked::needed_plain(request, Field::PayeeName, NAME_LENGTH_MAX)?;
    draft.put(59, Field::PayeeName, name);
    draft.put(60, Field::City, city.as_deref().unwrap_or("Phnom Penh"));
    put_labels(request, &mut draft)?;
    put_local_names(request, &mut draft)?;
    put_instants(request, amount.is_some(), &mut draft)?;
    draft.put_some(54, Field::Amount, amount);
    draft.write()
}

/// Writes whole dollars without decimals, as the official SDK does.
fn as_the_sdk_writes(amount: &str) -> String {
    amount.strip_suffix(".00").unwrap_or(amount).to_owned()
}

/// Returns the point of initiation, which goes with the amount.
fn poi(request: &Request, has_amount: bool) -> Result<&str, Refusal> {
    let refuse = |flaw| Err(Refusal::new(Field::Poi, flaw));
    match (asked::poi_or_by_amount(request, has_amount)?, has_amount) {
        ("11", true) => refuse(Flaw::NotWith { other: Field::Amount }),
        ("12", false) => refuse(Flaw::Needs { other: Field::Amount }),
        (poi, _) => Ok(poi),
    }
}

fn union_pay<'a>(request: &'a Request, currency: &str) -> Result<Option<&'a str>, Refusal> {
    let refuse = |flaw| Err(Refusal::new(Field::Accounts, flaw));
    let accounts = match request.value(Field::Accounts) {
        None => return Ok(None),
        Some(Value::Table(accounts)) => accounts,
        Some(Value::Text(text)) if text.is_empty() => return Ok(None),
        Some(_) => return refuse(Flaw::Kind),
    };
    if accounts.keys().any(|tag| tag != "15") {
        return refuse(Flaw::NotCarried);
    }
    match accounts.get("15") {
        None => Ok(None),
        Some(_) if currency != "KHR" => refuse(Flaw::NotWith { other: Field::Currency }),
        Some(Value::Text(account)) => asked::ascii_fitting(Field::Accounts, account, 99).map(Some),
        Some(_) => refuse(Flaw::Kind),
    }
}

fn put_account(request: &Request, draft: &mut Draft) -> Result<(), Refusal> {
    let merchant_id = ascii(request, Field::MerchantId, ACCOUNT_LENGTH_MAX)?;
    let information = ascii(request, Field::AccountInformation, ACCOUNT_LENGTH_MAX)?;
    let bank = asked::plain(request, Field::AcquiringBank, ACCOUNT_LENGTH_MAX)?;
    let usual = if merchant_id.is_some() { MERCHANT } else { INDIVIDUAL };
    let kind = request.text(Field::Kind)?.unwrap_or(usual);
    let not_of_kind = |field| Err(Refusal::new(field, Flaw::NotWith { other: Field::Kind }));
    let account_id = checked_account_id(request.needed(Field::AccountId)?)?;
    let account_id = asked::ascii_fitting(Field::AccountId, account_id, ACCOUNT_LENGTH_MAX)?;
    let (tag, second) = match kind {
        INDIVIDUAL if merchant_id.is_some() => return not_of_kind(Field::MerchantId),
        MERCHANT if information.is_some() => return not_of_kind(Field::AccountInformation),
        INDIVIDUAL => (29, information),
        MERCHANT => {
            request.needed(Field::MerchantId)?;
            request.needed(Field::AcquiringBank)?;
            (30, merchant_id)
        }
        found => {
            let allowed: &[&str] = &[INDIVIDUAL, MERCHANT];
            let flaw = Flaw::NotOneOf { allowed, found: found.to_owned() };
            return Err(Refusal::new(Field::Kind, flaw));
        }
    };
    draft.put_in(tag, 0, Field::AccountId, account_id);
    draft.put_some_in(tag, 1, Field::AccountId, second);
    draft.put_some_in(tag, 2, Field::AcquiringBank, bank);
    Ok(())
}

/// Passes an account of Bakong on: `name@bank`, without blanks.
fn checked_account_id(text: &str) -> Result<&str, Refusal> {
    let parts: Vec<&str> = text.split('@').collect();
    let right = parts.len() == 2 && !parts.contains(&"") && !text.contains(char::is_whitespace);
    let wrong = || Refusal::new(Field::AccountId, Flaw::Form { example: "name@bank" });
    right.then_some(text).ok_or_else(wrong)
}

fn ascii(request: &Request, field: Field, max: usize) -> Result<Option<&str>, Refusal> {
    request.text(field)?.map(|text| asked::ascii_fitting(field, text, max)).transpose()
}

fn put_labels(request: &Request, draft: &mut Draft) -> Result<(), Refusal> {
    for (sub, field) in [(1, Field::Reference), (2, Field::Mobile)] {
        draft.put_some_in(62, sub, field, ascii(request, field, LABEL_LENGTH_MAX)?);
    }
    for (sub, field) in [(3, Field::Store), (7, Field::Terminal), (8, Field::Message)] {
        draft.put_some_in(62, sub, field, asked::plain(request, field, LABEL_LENGTH_MAX)?);
    }
    Ok(())
}

fn put_local_names(request: &Request, draft: &mut Draft) -> Result<(), Refusal> {
    let language = request.text(Field::Lang)?;
    let name = request.fitting(Field::NameLocal, NAME_LENGTH_MAX)?;
    let city = request.fitting(Field::CityLocal, CITY_LENGTH_MAX)?;
    let needs = |field, other| Err(Refusal::new(field, Flaw::Needs { other }));
    match (language, name, city) {
        (Some(_), None, _) => return needs(Field::Lang, Field::NameLocal),
        (None, Some(_), _) => return needs(Field::NameLocal, Field::Lang),
        (None, None, Some(_)) => return needs(Field::CityLocal, Field::NameLocal),
        (Some(language), ..) if !is_language(language) => {
            return Err(Refusal::new(Field::Lang, Flaw::Form { example: "km" }));
        }
        _ => {}
    }
    draft.put_some_in(64, 0, Field::Lang, language);
    draft.put_some_in(64, 1, Field::NameLocal, name);
    draft.put_some_in(64, 2, Field::CityLocal, city);
    Ok(())
}

fn is_language(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Puts the instants between which a code with an amount can be paid.
fn put_instants(request: &Request, has_amount: bool, draft: &mut Draft) -> Result<(), Refusal> {
    let created = request.whole(Field::CreatedMs)?;
    let expires = request.whole(Field::ExpiresMs)?;
    for (field, instant) in [(Field::CreatedMs, created), (Field::ExpiresMs, expires)] {
        let flaw = match instant {
            None if has_amount => Flaw::Missing,
            Some(_) if !has_amount => Flaw::Needs { other: Field::Amount },
            Some(instant) if !INSTANTS.contains(&instant) => {
                Flaw::Form { example: INSTANT_EXAMPLE }
            }
            _ => continue,
        };
        return Err(Refusal::new(field, flaw));
    }
    check_instants(created, expires)?;
    draft.put_some_in(99, 0, Field::CreatedMs, created.map(|instant| instant.to_string()));
    draft.put_some_in(99, 1, Field::ExpiresMs, expires.map(|instant| instant.to_string()));
    Ok(())
}

/// Refuses a code that expires before it is made.
fn check_instants(created: Option<u64>, expires: Option<u64>) -> Result<(), Refusal> {
    match (created, expires) {
        (Some(created), Some(expires)) if expires <= created => {
            let flaw = Flaw::TooSmall { min: created.saturating_add(1).to_string() };
            Err(Refusal::new(Field::ExpiresMs, flaw))
        }
        _ => Ok(()),
    }
}
