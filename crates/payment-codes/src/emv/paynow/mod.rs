//! Singaporean PayNow, inside SGQR.
//!
//! Used by all major banks and wallets in Singapore; an organisation is paid by its unique entity
//! number (UEN), once that is registered for PayNow at its bank.
//!
//! Standard: Association of Banks in Singapore, *PayNow QR Specifications*, version 1.3 (26 June
//! 2018). EMVCo tags:
//!
//! | tag | field | |
//! |---|---|---|
//! | 01 | `poi` | `12` with an amount, otherwise `11` |
//! | 26-00 | | `SG.PAYNOW` |
//! | 26-01 | `proxy_type` | `0` `mobile`, `2` `uen` |
//! | 26-02 | `proxy` | `+65` and 8 digits; or a UEN of 9 or 10, 12 or 13 with a suffix |
//! | 26-03 | `editable` | whether the donor may change the amount; yes where there is none |
//! | 26-04 | `expiry` | last day, `YYYYMMDD` |
//! | 52, 53, 58 | `mcc`, `currency` | `0000` unless given, `702`, `SG` |
//! | 54 | `amount` | two decimals |
//! | 59, 60, 61 | `payee_name`, `city`, `postal_code` | 25 (`NA` is allowed), `Singapore`, 10 |
//! | 62-01 | `reference` | 25; for a UEN only |
//!
//! # Incomplete support
//! Labels with accounts of several schemes (tag 51) are issued centrally: the PayNow part is read,
//! the rest told in findings. The last letter of a UEN is not checked against its digits.
//!
//! # Limits
//! The donor cannot change a reference that is given, and must type one where none is. There is no
//! time of day at which a code expires.
//!
//! # Quirks
//! * The sample in the specification has a wrong checksum (0870 instead of B90C) and a mobile
//!   number of sixteen characters with a reference: read with findings once the checksum is right.
//! * npm paynowqr writes `54010` where there is no amount and an expiry in five years unasked; npm
//!   sgqr an empty 59. An empty amount is refused, an empty name too.

mod decode;
mod proxy;
#[cfg(test)]
mod tests;

use super::asked::{self, CITY_LENGTH_MAX, LABEL_LENGTH_MAX, NAME_LENGTH_MAX};
use super::draft::Draft;
use crate::Day;
use crate::{Encoded, Field, Flaw, Refusal, Request};

pub(crate) use decode::decode;
use proxy::ProxyKind;

const OWNER: &str = "SG.PAYNOW";
const POSTAL_CODE_LENGTH_MAX: usize = 10;

const CARRIED: &[Field] = &[
    Field::PayeeName,
    Field::City,
    Field::PostalCode,
    Field::ProxyType,
    Field::Proxy,
    Field::Amount,
    Field::Currency,
    Field::Editable,
    Field::Expiry,
    Field::Reference,
    Field::Mcc,
    Field::Poi,
];

/// Writes a code.
///
/// # Errors
/// [`Refusal`]: the first field that PayNow does not take as it is.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(CARRIED)?;
    let currency = request.currency(&["SGD"])?;
    let kind = ProxyKind::named(request.needed(Field::ProxyType)?)?;
    let amount = asked::amount(request, currency)?;
    let name = asked::needed_plain(request, Field::PayeeName, NAME_LENGTH_MAX)?;
    let city = asked::plain(request, Field::City, CITY_LENGTH_MAX)?;
    let postal_code = request.text(Field::PostalCode)?;
    let postal_code = postal_code
        .map(|code| asked::ascii_fitting(Field::PostalCode, code, POSTAL_CODE_LENGTH_MAX))
        .transpose()?;

    let mut draft = Draft::new();
    draft.put(1, Field::Poi, asked::poi_or_by_amount(request, amount.is_some())?);
    draft.put_in(26, 0, Field::Proxy, OWNER);
    draft.put_in(26, 1, Field::ProxyType, kind.digit());
    draft.put_in(26, 2, Field::Proxy, kind.proxy(request.needed(Field::Proxy)?)?);
    draft.put_in(26, 3, Field::Editable, editable(request, amount.is_some())?);
    draft.put_some_in(26, 4, Field::Expiry, expiry(request)?);
    draft.put(52, Field::Mcc, asked::mcc(request)?.unwrap_or("0000"));
    draft.put(53, Field::Currency, "702");
    draft.put_some(54, Field::Amount, amount);
    draft.put(58, Field::Country, "SG");
    draft.put(59, Field::PayeeName, name);
    draft.put(60, Field::City, city.as_deref().unwrap_or("Singapore"));
    draft.put_some(61, Field::PostalCode, postal_code);
    draft.put_some_in(62, 1, Field::Reference, reference(request, kind)?);
    draft.write()
}

/// Returns whether the donor may change the amount, as the code writes it. Without an amount there
/// is nothing to hold fast.
fn editable(request: &Request, has_amount: bool) -> Result<&'static str, Refusal> {
    match request.flag(Field::Editable)? {
        Some(false) if !has_amount => {
            Err(Refusal::new(Field::Editable, Flaw::Needs { other: Field::Amount }))
        }
        Some(true) => Ok("1"),
        Some(false) => Ok("0"),
        None => Ok(if has_amount { "0" } else { "1" }),
    }
}

fn expiry(request: &Request) -> Result<Option<&str>, Refusal> {
    let Some(day) = request.text(Field::Expiry)? else { return Ok(None) };
    let not_a_day = |_| Refusal::new(Field::Expiry, Flaw::NotADay { found: day.to_owned() });
    Day::parse_compact(day).map_err(not_a_day)?;
    Ok(Some(day))
}

/// Returns the reference, which comes back as it is: its letters are not changed.
fn reference(request: &Request, kind: ProxyKind) -> Result<Option<&str>, Refusal> {
    let Some(reference) = request.text(Field::Reference)? else { return Ok(None) };
    if kind == ProxyKind::Mobile {
        let flaw = Flaw::NotWith { other: Field::ProxyType };
        return Err(Refusal::new(Field::Reference, flaw));
    }
    asked::ascii_fitting(Field::Reference, reference, LABEL_LENGTH_MAX).map(Some)
}
