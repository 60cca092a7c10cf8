//! What the encoders of this family ask of a request, so that each flaw is named once.

use groat_money::Currency;

use super::numeric;
use crate::request;
use crate::{AmountLimits, Field, Flaw, Refusal, Request, plain_ascii};

/// The most characters of a merchant's name (tag 59).
pub(crate) const NAME_LENGTH_MAX: usize = 25;
/// The most characters of a merchant's city (tag 60).
pub(crate) const CITY_LENGTH_MAX: usize = 15;
/// The most characters of an additional label (sub-tags of 62).
pub(crate) const LABEL_LENGTH_MAX: usize = 25;
/// The most characters of an amount (tag 54).
pub(crate) const AMOUNT_LENGTH_MAX: usize = 13;

const REUSABLE: &str = "11";
const ONE_PAYMENT: &str = "12";

/// Returns a text in ASCII that fits; Latin letters lose their marks.
///
/// # Errors
/// [`Flaw::Kind`], [`Flaw::ForeignSign`] for what has no plain form, [`Flaw::TooLong`].
pub(crate) fn plain(
    request: &Request,
    field: Field,
    max: usize,
) -> Result<Option<String>, Refusal> {
    request.text(field)?.map(|text| plain_fitting(field, text, max)).transpose()
}

/// Returns a text in ASCII that must be there and must fit.
///
/// # Errors
/// [`Flaw::Missing`], and as [`plain`].
pub(crate) fn needed_plain(request: &Request, field: Field, max: usize) -> Result<String, Refusal> {
    plain_fitting(field, request.needed(field)?, max)
}

/// Passes a text on in ASCII, where it fits.
///
/// # Errors
/// [`Flaw::ForeignSign`], [`Flaw::TooLong`].
pub(crate) fn plain_fitting(field: Field, text: &str, max: usize) -> Result<String, Refusal> {
    let text = plain_ascii(field, text)?;
    match text.len() {
        found if found > max => Err(Refusal::new(field, Flaw::TooLong { max, found })),
        _ => Ok(text),
    }
}

/// Passes an identifier on that is ASCII as it stands: it names an account, so no sign of it is
/// changed.
///
/// # Errors
/// [`Flaw::ForeignSign`], [`Flaw::TooLong`].
pub(crate) fn ascii_fitting(field: Field, text: &str, max: usize) -> Result<&str, Refusal> {
    let foreign = text.chars().enumerate().find(|(_, sign)| !matches!(sign, ' '..='~'));
    if let Some((at, found)) = foreign {
        return Err(Refusal::new(field, Flaw::ForeignSign { at, found, why: None }));
    }
    match text.len() {
        found if found > max => Err(Refusal::new(field, Flaw::TooLong { max, found })),
        _ => Ok(text),
    }
}

/// Returns the merchant category, where one is asked for: four digits.
///
/// # Errors
/// [`Flaw::Form`], [`Flaw::Kind`].
pub(crate) fn mcc(request: &Request) -> Result<Option<&str>, Refusal> {
    let Some(mcc) = request.text(Field::Mcc)? else { return Ok(None) };
    if is_digits(mcc, 4) {
        return Ok(Some(mcc));
    }
    Err(Refusal::new(Field::Mcc, Flaw::Form { example: "8398" }))
}

/// Returns the point of initiation that is asked for: `11` or `12`.
///
/// # Errors
/// [`Flaw::NotOneOf`], [`Flaw::Kind`].
pub(crate) fn poi(request: &Request) -> Result<Option<&str>, Refusal> {
    let Some(poi) = request.text(Field::Poi)? else { return Ok(None) };
    let allowed: &'static [&'static str] = &[REUSABLE, ONE_PAYMENT];
    if allowed.contains(&poi) {
        return Ok(Some(poi));
    }
    Err(Refusal::new(Field::Poi, Flaw::NotOneOf { allowed, found: poi.to_owned() }))
}

/// Returns the point of initiation that is asked for, otherwise `12` for a code with an amount and
/// `11` for one that can be paid again and again.
///
/// # Errors
/// As [`poi`].
pub(crate) fn poi_or_by_amount(request: &Request, has_amount: bool) -> Result<&str, Refusal> {
    let usual = if has_amount { ONE_PAYMENT } else { REUSABLE };
    Ok(poi(request)?.unwrap_or(usual))
}

/// Returns the amount as tag 54 writes it: exactly the decimals of the currency, 13 characters.
///
/// # Errors
/// As [`Request::amount`].
pub(crate) fn amount(request: &Request, currency: Currency) -> Result<Option<String>, Refusal> {
    let decimals = numeric::decimals(currency);
    Ok(request.amount(currency, limits(currency))?.map(|amount| written(amount, decimals)))
}

/// Returns what tag 54 can carry in a currency.
pub(crate) fn limits(currency: Currency) -> AmountLimits {
    let decimals = numeric::decimals(currency);
    let point = usize::from(decimals > 0);
    // The most is all nines in 13 characters; hundredths that are never written count as well.
    let written = u32::try_from(AMOUNT_LENGTH_MAX - point).unwrap_or(0);
    let hidden = u32::from(currency.exponent().saturating_sub(decimals));
    let minor_max = (10_i64.pow(written) - 1).saturating_mul(10_i64.pow(hidden));
    AmountLimits { decimals, minor_max }
}

fn written(amount: groat_money::Money, decimals: u8) -> String {
    let text = amount.decimal_text();
    match (text.split_once('.'), decimals) {
        (Some((whole, _)), 0) => whole.to_owned(),
        _ => text,
    }
}

/// Returns a fee (tag 56) as the code writes it: an amount of the currency.
///
/// # Errors
/// As [`Request::amount`].
pub(crate) fn fee(request: &Request, currency: Currency) -> Result<Option<String>, Refusal> {
    let Some(text) = request.text(Field::FeeFixed)? else { return Ok(None) };
    let fee = request::amount(Field::FeeFixed, text, currency, limits(currency))?;
    Ok(Some(written(fee, numeric::decimals(currency))))
}

/// Returns a fee in per cent (tag 57): 0.01 to 99.99, as it was typed.
///
/// # Errors
/// [`Flaw::Form`], [`Flaw::Kind`].
pub(crate) fn fee_percent(request: &Request) -> Result<Option<&str>, Refusal> {
    match request.text(Field::FeePercent)? {
        Some(text) if !is_percentage(text) => {
            Err(Refusal::new(Field::FeePercent, Flaw::Form { example: "2.5" }))
        }
        text => Ok(text),
    }
}

/// Tells whether a text is a percentage as tag 57 writes it: up to two digits on either side of a
/// dot, above zero, without a sign.
pub(crate) fn is_percentage(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_short =
        |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    is_short(whole) && is_short(fraction) && !is_zero
}

/// Tells whether a text is so many digits.
pub(crate) fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    fn asked(currency: &str, text: &str) -> Result<Option<String>, Flaw> {
        let request = Request::new().with(Field::Amount, text);
        amount(&request, of(currency)).map_err(|refusal| refusal.flaw)
    }

    #[test]
    fn an_amount_has_exactly_the_decimals_of_its_currency() {
        for (currency, text, written) in [
            ("MYR", "50", "50.00"),
            ("MYR", "007.5", "7.50"),
            ("IDR", "25000", "25000"),
            ("VND", "100000", "100000"),
            ("KWD", "1.5", "1.500"),
            ("USD", "9999999999.99", "9999999999.99"),
            ("JPY", "9999999999999", "9999999999999"),
            ("IDR", "9999999999999", "9999999999999"),
        ] {
            assert_eq!(asked(currency, text), Ok(Some(written.to_owned())), "{currency} {text}");
        }
        assert_eq!(amount(&Request::new(), of("MYR")), Ok(None));
    }

    #[test]
    fn amounts_that_cannot_be_written_are_refused() {
        for (currency, text) in [
            ("IDR", "1000.50"),
            ("IDR", "1000.00"),
            ("JPY", "1.0"),
            ("MYR", "1.005"),
            ("MYR", "0"),
            ("MYR", "0.00"),
            ("MYR", "-1"),
            ("MYR", "1,50"),
            ("MYR", "1 000"),
            ("MYR", "1e3"),
            ("USD", "10000000000.00"),
            ("JPY", "10000000000000"),
            ("IDR", "10000000000000"),
        ] {
            assert!(asked(currency, text).is_err(), "{currency} {text}");
        }
    }

    #[test]
    fn names_lose_their_marks_and_nothing_else() {
        let request = Request::new().with(Field::PayeeName, "Łódź „Świt” – dzieci");
        let name = needed_plain(&request, Field::PayeeName, NAME_LENGTH_MAX).unwrap();
        assert_eq!(name, "Lodz \"Swit\" - dzieci");
        let request = Request::new().with(Field::PayeeName, "希望");
        assert!(needed_plain(&request, Field::PayeeName, NAME_LENGTH_MAX).is_err());
        let request = Request::new().with(Field::City, "ABCDEFGHIJ KLMNO");
        assert!(plain(&request, Field::City, CITY_LENGTH_MAX).is_err());
        assert!(ascii_fitting(Field::Accounts, "caf\u{e9}", 99).is_err());
    }

    #[test]
    fn a_code_with_an_amount_is_for_one_payment() {
        let request = Request::new();
        assert_eq!(poi_or_by_amount(&request, true), Ok("12"));
        assert_eq!(poi_or_by_amount(&request, false), Ok("11"));
        let request = request.with(Field::Poi, "11");
        assert_eq!(poi_or_by_amount(&request, true), Ok("11"));
        assert!(poi(&request.with(Field::Poi, "13")).is_err());
    }
}
