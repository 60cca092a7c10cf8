//! What the encoders of all standards ask of a request, so that each flaw is named once.

use groat_money::{Currency, Money, MoneyError};
use unicode_normalization::UnicodeNormalization;

use super::{Field, Request, Value};
use crate::latin::push_folded;
use crate::{Bic, Day, Flaw, Iban, Refusal, first_foreign_sign};

/// What amounts a standard carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountLimits {
    /// The decimals it may have at most; never more than the currency's.
    pub decimals: u8,
    /// The most, in minor units of the currency.
    pub minor_max: i64,
}

impl Request {
    /// Refuses the first field that is not one of these.
    ///
    /// # Errors
    /// [`Flaw::NotCarried`]. A field whose text or list is empty asks for nothing and passes.
    pub fn holds_only(&self, fields: &[Field]) -> Result<(), Refusal> {
        let other = self.iter().find(|(field, value)| !fields.contains(field) && !is_empty(value));
        other.map_or(Ok(()), |(field, _)| Err(Refusal::new(field, Flaw::NotCarried)))
    }

    /// Returns the text of a field; an empty text is an absent one.
    ///
    /// # Errors
    /// [`Flaw::Kind`] where it is no text.
    pub fn text(&self, field: Field) -> Result<Option<&str>, Refusal> {
        match self.value(field) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
            Some(_) => Err(Refusal::new(field, Flaw::Kind)),
        }
    }

    /// Returns the text of a field that must have one.
    ///
    /// # Errors
    /// [`Flaw::Missing`] also for blanks alone, [`Flaw::Kind`].
    pub fn needed(&self, field: Field) -> Result<&str, Refusal> {
        let text = self.text(field)?.filter(|text| !text.trim().is_empty());
        text.ok_or_else(|| Refusal::new(field, Flaw::Missing))
    }

    /// Returns the text of a field that must fit, its signs fit for a payment.
    ///
    /// # Errors
    /// [`Flaw::Kind`], [`Flaw::TooLong`], [`Flaw::ForeignSign`].
    pub fn fitting(&self, field: Field, max: usize) -> Result<Option<&str>, Refusal> {
        self.text(field)?.map(|text| fitting(field, text, max)).transpose()
    }

    /// Returns the text of a field that must have one and must fit.
    ///
    /// # Errors
    /// As [`Request::needed`] and [`Request::fitting`].
    pub fn needed_fitting(&self, field: Field, max: usize) -> Result<&str, Refusal> {
        fitting(field, self.needed(field)?, max)
    }

    /// Returns a whole number, also one written in digits.
    ///
    /// # Errors
    /// [`Flaw::Kind`] where it is none.
    pub fn whole(&self, field: Field) -> Result<Option<u64>, Refusal> {
        match self.value(field) {
            None => Ok(None),
            Some(Value::Whole(number)) => Ok(Some(*number)),
            Some(Value::Text(text)) if text.is_empty() => Ok(None),
            Some(Value::Text(text)) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
                text.parse().map(Some).map_err(|_| Refusal::new(field, Flaw::Kind))
            }
            Some(_) => Err(Refusal::new(field, Flaw::Kind)),
        }
    }

    /// Returns yes or no.
    ///
    /// # Errors
    /// [`Flaw::Kind`] where it is neither.
    pub fn flag(&self, field: Field) -> Result<Option<bool>, Refusal> {
        match self.value(field) {
            None => Ok(None),
            Some(Value::Flag(flag)) => Ok(Some(*flag)),
            Some(_) => Err(Refusal::new(field, Flaw::Kind)),
        }
    }

    /// Returns the IBAN, of one of these countries where any are named.
    ///
    /// # Errors
    /// [`Flaw::Missing`], [`Flaw::Iban`], [`Flaw::NotOneOf`] for another country.
    pub fn iban(&self, countries: &'static [&'static str]) -> Result<Iban, Refusal> {
        let iban = Iban::parse(self.needed(Field::Iban)?)
            .map_err(|error| Refusal::new(Field::Iban, error))?;
        let country = iban.country().code();
        if countries.is_empty() || countries.contains(&country) {
            return Ok(iban);
        }
        let flaw = Flaw::NotOneOf { allowed: countries, found: country.to_owned() };
        Err(Refusal::new(Field::Iban, flaw))
    }

    /// Returns the BIC, where there is one.
    ///
    /// # Errors
    /// [`Flaw::Bic`], [`Flaw::Kind`].
    pub fn bic(&self) -> Result<Option<Bic>, Refusal> {
        let bic = self.text(Field::Bic)?.map(Bic::parse).transpose();
        bic.map_err(|error| Refusal::new(Field::Bic, error))
    }

    /// Returns the currency, one of these; the first where none is named.
    ///
    /// # Errors
    /// [`Flaw::NotOneOf`]; [`Flaw::Kind`] also where `allowed` names no currency.
    pub fn currency(&self, allowed: &'static [&'static str]) -> Result<Currency, Refusal> {
        let named = self.text(Field::Currency)?;
        let code = named.or(allowed.first().copied()).unwrap_or_default();
        if !allowed.contains(&code) {
            let flaw = Flaw::NotOneOf { allowed, found: code.to_owned() };
            return Err(Refusal::new(Field::Currency, flaw));
        }
        Currency::from_code(code).map_err(|_| Refusal::new(Field::Currency, Flaw::Kind))
    }

    /// Returns the amount; none where the donor chooses.
    ///
    /// # Errors
    /// [`Flaw::Missing`] for an empty text, [`Flaw::NotDecimal`], [`Flaw::Negative`], [`Flaw::Zero`], [`Flaw::TooPrecise`] (a zero in a
    /// place too many counts too), [`Flaw::TooLarge`].
    pub fn amount(
        &self,
        currency: Currency,
        limits: AmountLimits,
    ) -> Result<Option<Money>, Refusal> {
        let Some(value) = self.value(Field::Amount) else { return Ok(None) };
        let text = value.as_text().ok_or(Refusal::new(Field::Amount, Flaw::Kind))?;
        if text.is_empty() {
            // An open amount is an absent one: an empty text is one that somebody forgot.
            return Err(Refusal::new(Field::Amount, Flaw::Missing));
        }
        amount(Field::Amount, text, currency, limits).map(Some)
    }

    /// Returns a day written `2026-12-24`.
    ///
    /// # Errors
    /// [`Flaw::NotADay`], [`Flaw::Kind`].
    pub fn day(&self, field: Field) -> Result<Option<Day>, Refusal> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        let not_a_day = |_| Refusal::new(field, Flaw::NotADay { found: text.to_owned() });
        Day::parse_iso(text).map(Some).map_err(not_a_day)
    }
}

/// Reads a decimal text as an amount a standard carries.
///
/// # Errors
/// As [`Request::amount`].
pub(crate) fn amount(
    field: Field,
    text: &str,
    currency: Currency,
    limits: AmountLimits,
) -> Result<Money, Refusal> {
    let refuse = |flaw| Refusal::new(field, flaw);
    let max = || Money::from_minor(limits.minor_max, currency).decimal_text();
    let amount = Money::from_decimal_text(text, currency).map_err(|error| {
        refuse(match error {
            MoneyError::TooPrecise { .. } => Flaw::TooPrecise { decimals: limits.decimals.into() },
            MoneyError::TooLarge => Flaw::TooLarge { max: max() },
            _ => Flaw::NotDecimal { found: text.to_owned() },
        })
    })?;
    let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    if decimals > usize::from(limits.decimals) {
        return Err(refuse(Flaw::TooPrecise { decimals: limits.decimals.into() }));
    }
    match amount.minor() {
        ..0 => Err(refuse(Flaw::Negative)),
        0 => Err(refuse(Flaw::Zero)),
        minor if minor > limits.minor_max => Err(refuse(Flaw::TooLarge { max: max() })),
        _ => Ok(amount),
    }
}

/// Passes a text on that is not too long and has no sign that may not stand in a payment.
///
/// # Errors
/// [`Flaw::TooLong`], [`Flaw::ForeignSign`].
pub fn fitting(field: Field, text: &str, max: usize) -> Result<&str, Refusal> {
    if let Some(sign) = first_foreign_sign(text) {
        let (at, found, why) = (sign.at, sign.found, Some(sign.why));
        return Err(Refusal::new(field, Flaw::ForeignSign { at, found, why }));
    }
    match text.chars().count() {
        found if found > max => Err(Refusal::new(field, Flaw::TooLong { max, found })),
        _ => Ok(text),
    }
}

/// Tells whether a text is made of `A–Z a–z 0–9` alone; an empty one is not.
pub(crate) fn is_alphanumeric(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Tells whether two decimal texts stand for the same number: `5`, `5.0` and `05.00` do.
pub(crate) fn same_decimal(one: &str, other: &str) -> bool {
    fn parts(text: &str) -> (&str, &str) {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        (whole.trim_start_matches('0'), fraction.trim_end_matches('0'))
    }
    parts(one) == parts(other)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.is_empty(),
        Value::List(values) => values.is_empty(),
        Value::Table(values) => values.is_empty(),
        Value::Whole(_) | Value::Flag(_) => false,
    }
}

/// Returns a text in ASCII: Latin letters lose their marks and keep their size, typographic quotes
/// and dashes become plain ones, and what Unicode counts as a form of plain signs (`º`, `Ｎ`, `№`)
/// becomes those (form NFKD of Unicode Standard Annex 15).
///
/// # Errors
/// [`Flaw::ForeignSign`] for the first sign that has no plain form; nothing is dropped.
///
/// ```
/// use groat_payment_codes::{Field, plain_ascii};
/// assert_eq!(plain_ascii(Field::PayeeName, "Associação São Vicente")?, "Associacao Sao Vicente");
/// # Ok::<(), groat_payment_codes::Refusal>(())
/// ```
pub fn plain_ascii(field: Field, text: &str) -> Result<String, Refusal> {
    let mut plain = String::with_capacity(text.len());
    for (at, found) in text.chars().enumerate() {
        if !push_plain(&mut plain, found) && !found.nfkd().all(|part| push_plain(&mut plain, part))
        {
            return Err(Refusal::new(field, Flaw::ForeignSign { at, found, why: None }));
        }
    }
    Ok(plain)
}

/// Adds a sign in ASCII, and tells whether it has a plain form of its own.
fn push_plain(plain: &mut String, sign: char) -> bool {
    match sign {
        ' '..='~' => plain.push(sign),
        // Combining marks of letters that were typed in two parts.
        '\u{300}'..='\u{36f}' => {}
        '«' | '»' | '″' => plain.push('"'),
        '‹' | '›' | '′' => plain.push('\''),
        '−' => plain.push('-'),
        _ => return push_folded(plain, sign),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_typography_become_ascii() {
        for (text, plain) in [
            ("Ủng hộ quỹ Đ0003 – Ướm", "Ung ho quy D0003 - Uom"),
            ("Núcleo nº 5, «Água»", "Nucleo no 5, \"Agua\""),
            ("e\u{301}té\u{a0}№ ８", "ete No 8"),
            ("Ǿ ﬁn −1′", "O fin -1'"),
            ("", ""),
        ] {
            assert_eq!(plain_ascii(Field::PayeeName, text).as_deref(), Ok(plain), "{text}");
        }
        for (text, place) in [("aд", 1), ("希", 0), ("a b\t", 3), ("½", 0), ("a€", 1), ("が", 0)]
        {
            match plain_ascii(Field::PayeeName, text) {
                Err(Refusal { flaw: Flaw::ForeignSign { at, .. }, .. }) => assert_eq!(at, place),
                other => panic!("{text}: {other:?}"),
            }
        }
    }
}
