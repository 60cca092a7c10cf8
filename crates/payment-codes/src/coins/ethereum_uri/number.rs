//! Whole numbers below 2^256, as Ethereum counts everything.

use crate::coins::decimal::is_decimal;
use crate::{Field, Flaw, Refusal, Request, Value};

/// 2^256 - 1.
pub(super) const UINT256_MAX: &str =
    "115792089237316195423570985008687907853269984665640564039457584007913129639935";

/// A whole number above nothing, in plain digits.
pub(super) fn digits(request: &Request, field: Field) -> Result<Option<String>, Refusal> {
    let text = match request.value(field) {
        Some(Value::Whole(number)) => number.to_string(),
        _ => match request.text(field)? {
            Some(text) => text.to_owned(),
            None => return Ok(None),
        },
    };
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(flaw(field, &text));
    }
    match plain(field, &text)? {
        digits if digits == "0" => Err(Refusal::new(field, Flaw::Zero)),
        digits => Ok(Some(digits)),
    }
}

pub(super) fn flaw(field: Field, text: &str) -> Refusal {
    let negative = text.strip_prefix('-').is_some_and(is_decimal);
    let kind = if negative { Flaw::Negative } else { Flaw::NotDecimal { found: text.to_owned() } };
    Refusal::new(field, kind)
}

/// Takes the zeros on the left off and checks that the number is below 2^256.
fn plain(field: Field, digits: &str) -> Result<String, Refusal> {
    let digits = match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    if (digits.len(), digits) > (UINT256_MAX.len(), UINT256_MAX) {
        return Err(Refusal::new(field, Flaw::TooLarge { max: UINT256_MAX.to_owned() }));
    }
    Ok(digits.to_owned())
}

/// Checks the number of a chain and takes the zeros on its left off.
pub(super) fn chain_id(digits: &str) -> Result<String, Refusal> {
    let number = digits.parse::<u64>();
    let too_large = Flaw::TooLarge { max: u64::MAX.to_string() };
    number.map(|number| number.to_string()).map_err(|_| Refusal::new(Field::ChainId, too_large))
}

/// Reads a number that may have decimals and an exponent which makes it whole.
pub(super) fn whole(field: Field, text: &str) -> Result<String, Refusal> {
    let refuse = || flaw(field, text);
    let unsigned = text.strip_prefix('+').unwrap_or(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let all_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(&digits) || !all_digits(exponent) || mantissa.ends_with('.') {
        return Err(refuse());
    }
    let exponent: usize = exponent.parse().map_err(|_| refuse())?;
    let zeros = exponent.checked_sub(fraction.len());
    let zeros = zeros.ok_or(Refusal::new(field, Flaw::TooPrecise { decimals: exponent }))?;
    // More zeros than 2^256 has digits lead above it, or belong to nothing.
    let zeros = "0".repeat(zeros.min(UINT256_MAX.len()));
    plain(field, &format!("{digits}{zeros}"))
}
