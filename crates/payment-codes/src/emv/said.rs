//! What the decoders of this family put into a reading: the tags that mean the same everywhere.
//!
//! Each function puts the value of one tag, and what is odd about it, into the reading. A value
//! that cannot be what its tag says is a refusal: an amount above all, which never becomes zero.

use groat_money::Currency;

use super::asked::{AMOUNT_LENGTH_MAX, CITY_LENGTH_MAX, NAME_LENGTH_MAX, is_digits};
use super::code::{Code, field_of};
use super::numeric;
use crate::{Field, Flaw, Oddity, Reading, Refusal};

/// What an amount of zero means in a standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ZeroAmount {
    /// The issuers write it where the donor chooses.
    Open,
    /// It may not stand there.
    Refused,
}

impl Code<'_> {
    /// Refuses a code in which one of these tags of the first level is missing. Tag 52 may be
    /// empty: codes of that kind are in use in Colombia.
    ///
    /// # Errors
    /// [`Flaw::Missing`] at the field of the tag.
    pub(crate) fn needs(&self, ids: &[u8]) -> Result<(), Refusal> {
        let missing =
            ids.iter().find(|id| self.value(**id).is_none() && !(**id == 52 && self.has(52)));
        missing.map_or(Ok(()), |id| Err(Refusal::new(field_of(*id), Flaw::Missing)))
    }

    /// Refuses a code of another country (tag 58) or currency (tag 53).
    ///
    /// # Errors
    /// [`Flaw::NotOneOf`], [`Flaw::Missing`].
    pub(crate) fn is_of(
        &self,
        countries: &'static [&'static str],
        currencies: &'static [&'static str],
    ) -> Result<(), Refusal> {
        self.is_one_of(58, countries)?;
        self.is_one_of(53, currencies)
    }

    fn is_one_of(&self, id: u8, allowed: &'static [&'static str]) -> Result<(), Refusal> {
        let refuse = |flaw| Err(Refusal::new(field_of(id), flaw));
        match self.value(id) {
            None => refuse(Flaw::Missing),
            Some(value) if allowed.iter().any(|known| known.eq_ignore_ascii_case(value)) => Ok(()),
            Some(value) => refuse(Flaw::NotOneOf { allowed, found: value.to_owned() }),
        }
    }

    /// Puts the point of initiation (tag 01), and looks at the format (tag 00): `01`, or the `02`
    /// of most Malaysian codes.
    ///
    /// # Errors
    /// [`Flaw::NotOneOf`], [`Flaw::UnknownVersion`].
    pub(crate) fn put_poi(&self, reading: &mut Reading) -> Result<(), Refusal> {
        match self.value(0).unwrap_or_default() {
            "01" => {}
            "02" => reading.find(Field::PayloadFormat, Oddity::Form { example: "01" }),
            found => {
                let flaw = Flaw::UnknownVersion { found: found.to_owned() };
                return Err(Refusal::new(Field::PayloadFormat, flaw));
            }
        }
        if let Some(poi) = self.value(1) {
            self.is_one_of(1, &["11", "12"])?;
            reading.request.put(Field::Poi, poi);
        }
        Ok(())
    }

    /// Puts the merchant category (tag 52).
    ///
    /// # Errors
    /// [`Flaw::Form`].
    pub(crate) fn put_mcc(&self, reading: &mut Reading) -> Result<(), Refusal> {
        match self.value(52) {
            Some(mcc) if is_digits(mcc, 4) => reading.request.put(Field::Mcc, mcc),
            Some(_) => return Err(Refusal::new(Field::Mcc, Flaw::Form { example: "8398" })),
            None => {}
        }
        Ok(())
    }

    /// Puts the currency (tag 53) by its three letters, where it is one, and returns it.
    ///
    /// # Errors
    /// [`Flaw::Form`] for anything but three digits.
    pub(crate) fn put_currency(&self, reading: &mut Reading) -> Result<Option<Currency>, Refusal> {
        let Some(digits) = self.value(53) else { return Ok(None) };
        if !is_digits(digits, 3) {
            return Err(Refusal::new(Field::CurrencyCode, Flaw::Form { example: "978" }));
        }
        let currency = numeric::currency(digits);
        match currency {
            Some(currency) => reading.request.put(Field::Currency, currency.code()),
            None => {
                let oddity = Oddity::CurrencyUnusual { currency: digits.to_owned() };
                reading.find(Field::CurrencyCode, oddity);
            }
        }
        Ok(currency)
    }

    /// Puts the amount (tag 54) in the decimals of its currency, where they can hold it.
    ///
    /// # Errors
    /// As [`amount`]; [`Flaw::Zero`] where zero is not an open amount.
    pub(crate) fn put_amount(
        &self,
        reading: &mut Reading,
        currency: Option<Currency>,
        zero: ZeroAmount,
    ) -> Result<(), Refusal> {
        if self.has(54) {
            let text = self.value(54).unwrap_or_default();
            put_sum(reading, Field::Amount, text, currency, zero)?;
        }
        Ok(())
    }

    /// Puts the country (tag 58).
    ///
    /// # Errors
    /// [`Flaw::Form`] for anything but two letters.
    pub(crate) fn put_country(&self, reading: &mut Reading) -> Result<(), Refusal> {
        let Some(country) = self.value(58) else { return Ok(()) };
        if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Err(Refusal::new(Field::Country, Flaw::Form { example: "FR" }));
        }
        if country.bytes().any(|byte| byte.is_ascii_lowercase()) {
            reading.find(Field::Country, Oddity::NotNormalised);
        }
        reading.request.put(Field::Country, country.to_ascii_uppercase());
        Ok(())
    }

    /// Puts name (59), city (60) and postal code (61). Longer ones are in use; letters outside
    /// ASCII too, though some banks refuse them.
    pub(crate) fn put_payee(&self, reading: &mut Reading) {
        for (id, max) in [(59, NAME_LENGTH_MAX), (60, CITY_LENGTH_MAX), (61, 10)] {
            if let Some(value) = self.value(id) {
                look_at(reading, field_of(id), value, max);
                reading.request.put(field_of(id), value);
            }
        }
    }
}

/// Puts an amount or a fee; nothing where it is an open one.
///
/// # Errors
/// As [`amount`]; [`Flaw::Zero`] where zero may not stand there.
pub(crate) fn put_sum(
    reading: &mut Reading,
    field: Field,
    text: &str,
    currency: Option<Currency>,
    zero: ZeroAmount,
) -> Result<(), Refusal> {
    match (amount(field, text, currency)?, zero) {
        (None, ZeroAmount::Refused) => return Err(Refusal::new(field, Flaw::Zero)),
        (None, ZeroAmount::Open) => reading.find(field, Oddity::AmountZero),
        (Some(amount), _) => {
            let fraction = |text: &str| text.split_once('.').map_or(0, |(_, part)| part.len());
            if currency.is_some() && fraction(&amount) != fraction(text) {
                reading.find(field, Oddity::AmountDecimals);
            }
            reading.request.put(field, amount);
        }
    }
    Ok(())
}

/// Reads an amount as a code writes it, with the usual decimals of its currency; nothing is zero.
///
/// # Errors
/// [`Flaw::NotDecimal`], [`Flaw::TooLong`], [`Flaw::TooPrecise`] for parts of a minor unit.
fn amount(field: Field, text: &str, currency: Option<Currency>) -> Result<Option<String>, Refusal> {
    let refuse = |flaw| Err(Refusal::new(field, flaw));
    let Some((whole, fraction)) = decimal(text) else {
        return refuse(Flaw::NotDecimal { found: text.to_owned() });
    };
    if text.len() > AMOUNT_LENGTH_MAX {
        return refuse(Flaw::TooLong { max: AMOUNT_LENGTH_MAX, found: text.len() });
    }
    let most = currency.map_or(fraction.len(), |known| known.exponent().into());
    let usual = currency.map_or(fraction.len(), |known| numeric::decimals(known).into());
    let part = fraction.trim_end_matches('0');
    if part.len() > most {
        return refuse(Flaw::TooPrecise { decimals: most });
    }
    let whole = whole.trim_start_matches('0');
    Ok(match (whole, part, usual) {
        ("", "", _) => None,
        (_, "", 0) => Some(whole.to_owned()),
        ("", ..) => Some(format!("0.{part:0<usual$}")),
        _ => Some(format!("{whole}.{part:0<usual$}")),
    })
}

/// Finds what is odd about a text that should be short and in ASCII.
pub(crate) fn look_at(reading: &mut Reading, field: Field, text: &str, max: usize) {
    let found = text.chars().count();
    if found > max {
        reading.find(field, Oddity::TooLong { max, found });
    }
    let foreign = text.chars().enumerate().find(|(_, sign)| !matches!(sign, ' '..='~'));
    if let Some((at, found)) = foreign {
        reading.find(field, Oddity::ForeignSign { at, found, why: None });
    }
}

/// Parts digits with at most one dot; `98.` is legal, and so no fraction.
fn decimal(text: &str) -> Option<(&str, &str)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && is_number(whole) && is_number(fraction)).then_some((whole, fraction))
}
