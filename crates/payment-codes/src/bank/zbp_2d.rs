//! Polish transfer code, ZBP 2D.
//!
//! Standard: Polish Bank Association (ZBP), *Rekomendacja dotycząca kodu dwuwymiarowego ("2D")*
//! (3 December 2013). UTF-8, at most 160 characters; level M is safe.
//!
//! Nine fields parted by `|`: the payee's tax number (NIP, ten digits, or nothing); `PL`; the
//! account (NRB, 26 digits); the amount in at least six digits of grosz; the payee's name; the
//! title; three reserves.
//!
//! # Incomplete support
//! The reserves (a customer's number, Invoobill) are read into [`Field::OtherKeys`] and never
//! written. What the recommendation says of the level of error correction could not be read.
//!
//! # Limits
//! Name and title are mandatory. An open amount is six zeros. Amounts above 9999.99 do not fit six
//! digits: libraries widen the field, and whether apps read that is not known, so they are read,
//! with a finding, and not written. Banks' apps refuse an account or a tax number whose check
//! digits do not fit (MarcinOrlowski/bank-qrcode-formatter), and so does this reader.
//!
//! # Quirks
//! IonBazan/pl-qr-payment cuts names by bytes, which splits Polish letters, and drops signs without
//! a word: a name that ends in half a letter is not UTF-8 and never arrives here as text.

use super::slip;
use crate::{
    AmountLimits, Encoded, Field, Flaw, Iban, Oddity, Options, Reading, Refusal, Request, Standard,
};

const COUNTRY: &str = "PL";
const FIELDS_PER_CODE: usize = 9;
const LENGTH_MAX: usize = 160;
const ACCOUNT_LENGTH: usize = 26;
const TAX_ID_LENGTH: usize = 10;
const AMOUNT_DIGITS: usize = 6;
const NAME_LENGTH_MAX: usize = 20;
const TITLE_LENGTH_MAX: usize = 32;
const CURRENCIES: &[&str] = &["PLN"];
const COUNTRIES: &[&str] = &["PL"];
const AMOUNT: AmountLimits = AmountLimits { decimals: 2, minor_max: 999_999 };
const FIELDS: &[Field] = &[
    Field::TaxId,
    Field::Account,
    Field::Amount,
    Field::Currency,
    Field::PayeeName,
    Field::Message,
];
const RESERVES: [&str; 3] = ["reserve_1", "reserve_2", "reserve_3"];

/// Tells whether a text begins as such a code does: a tax number or none, and the country.
pub(super) fn is_begun(text: &str) -> bool {
    let mut fields = text.splitn(4, '|');
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut next = || fields.next().unwrap_or_default();
    let (tax_id, country, account) = (next(), next(), next());
    let known = country == COUNTRY || (country.is_empty() && account.len() == ACCOUNT_LENGTH);
    known && digits(tax_id) && matches!(tax_id.len(), 0 | TAX_ID_LENGTH)
}

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(FIELDS)?;
    let tax_id = request.text(Field::TaxId)?.map(tax_id).transpose()?.unwrap_or_default();
    let account = account(request.needed(Field::Account)?)?;
    let amount = request.amount(request.currency(CURRENCIES)?, AMOUNT)?;
    let amount = slip::cents(amount, AMOUNT_DIGITS);
    let name = text(request, Field::PayeeName, NAME_LENGTH_MAX)?;
    let title = text(request, Field::Message, TITLE_LENGTH_MAX)?;
    Ok(format!("{tax_id}|{COUNTRY}|{account}|{amount}|{name}|{title}|||").into())
}

fn text(request: &Request, field: Field, max: usize) -> Result<&str, Refusal> {
    slip::of_set(field, request.needed_fitting(field, max)?, |sign| sign != '|')
}

/// Returns the 26 digits of an account, as people write it: with blanks, with `PL` or without.
fn account(text: &str) -> Result<String, Refusal> {
    let squeezed: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let national = squeezed.starts_with(|sign: char| sign.is_ascii_digit());
    let whole = if national { format!("{COUNTRY}{squeezed}") } else { squeezed };
    let refuse = |flaw: Flaw| Refusal::new(Field::Account, flaw);
    let iban = Iban::parse(&whole).map_err(|error| refuse(error.into()))?;
    match iban.as_str().strip_prefix(COUNTRY) {
        Some(digits) => Ok(digits.to_owned()),
        None => {
            let found = iban.country().code().to_owned();
            Err(refuse(Flaw::NotOneOf { allowed: COUNTRIES, found }))
        }
    }
}

/// Returns the ten digits of a tax number (NIP), as people write it: with blanks or hyphens.
///
/// Weights 6 5 7 2 3 4 5 6 7, modulo 11; numbers whose remainder is 10 are not given out.
fn tax_id(text: &str) -> Result<String, Refusal> {
    let refuse = |flaw| Refusal::new(Field::TaxId, flaw);
    let digits: String = text.chars().filter(|sign| !matches!(sign, ' ' | '-')).collect();
    slip::of_set(Field::TaxId, &digits, |sign| sign.is_ascii_digit())?;
    if digits.len() != TAX_ID_LENGTH {
        return Err(refuse(Flaw::Length { allowed: &[TAX_ID_LENGTH], found: digits.len() }));
    }
    let weighted = digits.chars().filter_map(|sign| sign.to_digit(10));
    let sum: u32 = weighted.zip([6, 5, 7, 2, 3, 4, 5, 6, 7]).map(|(a, b)| a * b).sum();
    match digits.chars().last().and_then(|sign| sign.to_digit(10)) == Some(sum % 11) {
        true => Ok(digits),
        false => Err(refuse(Flaw::CheckDigits)),
    }
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::Zbp2d, Request::new());
    let text = slip::bare(text, &mut reading);
    let fields: Vec<&str> = text.split('|').collect();
    let [nip, country, nrb, amount, name, title, reserves @ ..] = fields.as_slice() else {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    };
    if fields.len() != FIELDS_PER_CODE {
        let place = fields.len().min(FIELDS_PER_CODE + 1).to_string();
        return Err(Refusal::new(Field::Payload, Flaw::Broken { place }));
    }
    check_country(country, &mut reading)?;
    if !nip.is_empty() {
        slip::put_normal(&mut reading, Field::TaxId, nip, &tax_id(nip)?);
    }
    slip::put_normal(&mut reading, Field::Account, nrb, &account(nrb)?);
    put_amount(amount, &mut reading)?;
    for (field, max, text) in
        [(Field::PayeeName, NAME_LENGTH_MAX, name), (Field::Message, TITLE_LENGTH_MAX, title)]
    {
        slip::put_text(&mut reading, (field, max), text, |_| true);
        reading.request.needed(field)?;
    }
    slip::keep_others(&mut reading, RESERVES.into_iter().zip(reserves.iter().copied()));
    let found = text.chars().count();
    if found > LENGTH_MAX {
        reading.find(Field::Payload, Oddity::TooLong { max: LENGTH_MAX, found });
    }
    Ok(reading)
}

fn check_country(country: &str, reading: &mut Reading) -> Result<(), Refusal> {
    match country {
        COUNTRY => {}
        "" => reading.find(Field::PayeeCountry, Oddity::Missing),
        found => {
            let flaw = Flaw::NotOneOf { allowed: COUNTRIES, found: found.to_owned() };
            return Err(Refusal::new(Field::PayeeCountry, flaw));
        }
    }
    Ok(())
}

fn put_amount(text: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let currency = slip::put_currency(reading, CURRENCIES)?;
    if text.len() <= AMOUNT_DIGITS {
        return slip::put_cents(reading, text, &[AMOUNT_DIGITS], currency);
    }
    let amount = slip::read_cents(text, currency)?;
    reading.find(Field::Amount, Oddity::TooLong { max: AMOUNT_DIGITS, found: text.len() });
    slip::put_amount(reading, amount);
    Ok(())
}

#[cfg(test)]
mod tests;
