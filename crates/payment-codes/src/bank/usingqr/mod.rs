//! Swedish UsingQR invoice code: bankgiro and plusgiro, read by "scan invoice" in bank apps.
//!
//! Standard: Visma, UsingQR specification, revision 2 (June 2014), <https://qrkod.info>, free to
//! use; compared with github.com/antonlindstrom/payqr (31a96ee) and github.com/weep/UsingQR
//! (547ead6). A compact JSON object in UTF-8, in byte mode at level M. Needs no contract.
//!
//! ```text
//! uqr  1          version                     ddt  yyyymmdd   due day
//! tp   1          invoice                     due  200        amount: a number above zero
//! nme  text       payee                       cur  SEK        not with BG and PG
//! cid  6-4 digits organisation number         pt   BG PG IBAN BBAN
//! cc   SE         country of the payee        acc  5050-1055  account, giros with their hyphen
//! iref text       OCR number or reference     bc   text       bank: with IBAN and BBAN
//! idt  yyyymmdd   day of issue                adr  text       town: with IBAN and BBAN
//! ```
//!
//! `cc`, `idt`, `cur`, `bc` and `adr` may be left out. The keys are written in the order of the
//! specification's examples: `uqr tp nme cid cc iref idt ddt due cur pt acc bc adr`.
//!
//! # Incomplete support
//! Credit notes and cash receipts (`tp` 2 and 3) are refused. The tax amounts `vat`, `vh`, `vm`,
//! `vl` and the credited invoice `cr` are read as other keys, and not written.
//!
//! # Limits
//! No open amount. Bankgiro and plusgiro are in kronor only; their last digit is checked after
//! Luhn. An organisation number is taken in its form, its check digit is not looked at. Texts have
//! at most 255 characters.
//!
//! # Quirks
//! A real app refused a bankgiro without its hyphen: it is refused here too. Old apps mind the order
//! of the keys: another one is found. Amounts are written without zeros at
//! their end; invoices in use carry up to four decimals (`2500.0000`), which are read where they
//! are zeros. An amount in quotation marks is refused.

mod decode;
mod giro;
#[cfg(test)]
mod tests;

use groat_money::{Currency, Money};

use crate::json::push_text;
use crate::{AmountLimits, Encoded, Field, Flaw, Iban, Refusal, Request};

pub(crate) use decode::{decode, is_begun};

const TEXT_LENGTH_MAX: usize = 255;
const AMOUNT_LIMITS: AmountLimits = AmountLimits { decimals: 2, minor_max: 99_999_999_999 };
const ACCOUNT_TYPES: &[&str] = &["BG", "PG", "IBAN", "BBAN"];
const ORGANISATION_EXAMPLE: &str = "802412-3453";

/// Writes a code.
///
/// # Errors
/// [`Refusal`] at the field that does not fit.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    let kind = account_type(request)?;
    request.holds_only(fields(kind))?;
    let text = |field| request.fitting(field, TEXT_LENGTH_MAX);
    let needed = |field| request.needed_fitting(field, TEXT_LENGTH_MAX);
    let currency = currency(request, kind)?;
    let missing = |field| Refusal::new(field, Flaw::Missing);
    let amount = request.amount(currency, AMOUNT_LIMITS)?;
    let due = request.day(Field::DueDate)?.ok_or_else(|| missing(Field::DueDate))?;
    let issued = request.day(Field::IssueDate)?.map(|day| day.compact());
    let country = text(Field::PayeeCountry)?;
    let bank = bank(request, kind)?;
    let mut json = String::from("{\"uqr\":1,\"tp\":1");
    put(&mut json, "nme", Some(needed(Field::PayeeName)?));
    put(&mut json, "cid", Some(&organisation_number(request, kind)?));
    put(&mut json, "cc", country);
    put(&mut json, "iref", Some(needed(Field::Reference)?));
    put(&mut json, "idt", issued.as_deref());
    put(&mut json, "ddt", Some(&due.compact()));
    json.push_str(",\"due\":");
    json.push_str(&shortest(amount.ok_or_else(|| missing(Field::Amount))?));
    put(&mut json, "cur", (!is_giro(kind)).then(|| currency.code()));
    put(&mut json, "pt", Some(kind));
    put(&mut json, "acc", Some(&account(kind, request.needed(Field::Account)?)?));
    put(&mut json, "bc", bank.as_deref());
    put(&mut json, "adr", text(Field::PayeeCity)?);
    json.push('}');
    Ok(json.into())
}

fn put(json: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        json.extend([",\"", key, "\":"]);
        push_text(json, value);
    }
}

/// Returns the amount without a dot and zeros that say nothing: `200`, `75.5`.
fn shortest(amount: Money) -> String {
    let text = amount.decimal_text();
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

fn is_giro(kind: &str) -> bool {
    matches!(kind, "BG" | "PG")
}

fn fields(kind: &str) -> &'static [Field] {
    const ALL: &[Field] = &[
        Field::PayeeName,
        Field::OrganisationNumber,
        Field::AccountType,
        Field::Account,
        Field::Amount,
        Field::Currency,
        Field::Reference,
        Field::IssueDate,
        Field::DueDate,
        Field::PayeeCountry,
        Field::Bic,
        Field::BankCode,
        Field::PayeeCity,
    ];
    let (domestic, _) = ALL.split_at(10);
    if is_giro(kind) { domestic } else { ALL }
}

fn account_type(request: &Request) -> Result<&'static str, Refusal> {
    let named = request.needed(Field::AccountType)?;
    let kind = ACCOUNT_TYPES.iter().find(|kind| **kind == named);
    kind.copied().ok_or_else(|| {
        let flaw = Flaw::NotOneOf { allowed: ACCOUNT_TYPES, found: named.to_owned() };
        Refusal::new(Field::AccountType, flaw)
    })
}

/// Kronor for a giro; what the code names for an account abroad.
fn currency(request: &Request, kind: &str) -> Result<Currency, Refusal> {
    if is_giro(kind) {
        return request.currency(&["SEK"]);
    }
    let code = request.needed(Field::Currency)?;
    Currency::from_code(code)
        .map_err(|_| Refusal::new(Field::Currency, Flaw::Form { example: "EUR" }))
}

/// Returns an account in the form of its kind.
fn account(kind: &str, text: &str) -> Result<String, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Account, flaw);
    match kind {
        "BG" => giro::bankgiro(text).map_err(refuse),
        "PG" => giro::plusgiro(text).map_err(refuse),
        "IBAN" => match Iban::parse(text) {
            Ok(iban) => Ok(iban.as_str().to_owned()),
            Err(error) => Err(refuse(error.into())),
        },
        _ => crate::request::fitting(Field::Account, text, TEXT_LENGTH_MAX).map(str::to_owned),
    }
}

fn organisation_number(request: &Request, kind: &str) -> Result<String, Refusal> {
    let text = request.needed_fitting(Field::OrganisationNumber, TEXT_LENGTH_MAX)?;
    if !is_giro(kind) {
        return Ok(text.to_owned());
    }
    let flaw = Flaw::Form { example: ORGANISATION_EXAMPLE };
    swedish_organisation_number(text).ok_or(Refusal::new(Field::OrganisationNumber, flaw))
}

/// Returns six digits, a hyphen and four digits; the hyphen may be left out.
fn swedish_organisation_number(text: &str) -> Option<String> {
    let (head, tail) = match text.split_once('-') {
        Some(parts) => parts,
        None => text.split_at_checked(6)?,
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = head.len() == 6 && tail.len() == 4 && digits(head) && digits(tail);
    fits.then(|| format!("{head}-{tail}"))
}

/// Returns the bank of an account abroad: its BIC, or its number at home.
fn bank(request: &Request, kind: &str) -> Result<Option<String>, Refusal> {
    if is_giro(kind) {
        return Ok(None);
    }
    let bic = request.bic()?.map(|bic| bic.as_str().to_owned());
    let code = request.fitting(Field::BankCode, TEXT_LENGTH_MAX)?;
    match (bic, code) {
        (Some(_), Some(_)) => {
            Err(Refusal::new(Field::BankCode, Flaw::NotWith { other: Field::Bic }))
        }
        (None, None) => Err(Refusal::new(Field::Bic, Flaw::Missing)),
        (bic, code) => Ok(bic.or(code.map(str::to_owned))),
    }
}
