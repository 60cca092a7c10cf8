//! Hong Kong's Faster Payment System (FPS), the "Common QR Code".
//!
//! Used by all Hong Kong banks and wallets; anybody makes a code of an FPS id, a mobile number or an
//! e-mail address that is registered at a bank.
//!
//! Standard: Hong Kong Monetary Authority, *Common QR Code Specification for Retail Payments*,
//! version 1.0 (December 2017); HKICL, payee-presented codes, version 1.2 (February 2019). EMVCo
//! tags:
//!
//! | tag | field | |
//! |---|---|---|
//! | 01 | `poi` | `12` with an amount, otherwise `11` |
//! | 26-00 | | `hk.com.hkicl` |
//! | 26-01 | `bank_code` | 3 digits; without it the default account of the proxy is credited |
//! | 26-02 | `proxy` of type `fps_id` | 7 or 9 digits |
//! | 26-03 | `mobile` | `+852-` and 8 digits |
//! | 26-04 | `email` | its letters keep their size |
//! | 52, 53, 58 | `mcc`, `currency` | `0000` unless given, `344` HKD or `156` CNY, `HK` |
//! | 54 | `amount` | two decimals |
//! | 59, 60 | `payee_name`, `city` | 25, 15; `NA` and `HK` unless given |
//! | 62-01, 62-05 | `bill_number`, `reference` | 25 of `A–Z a–z 0–9 . @ _ + -` |
//!
//! # Incomplete support
//! Tags 27 to 51, of the working group and of payment operators, are told in findings.
//!
//! # Limits
//! Mobile numbers of other countries cannot be registered.
//!
//! # Quirks
//! * With an ordinary account many banks refuse a code with 62-01 or 62-05 ("does not match the
//!   designation") until the receiving bank has enabled bill payment (nessgor/fps-hk-qrcode issue 1,
//!   odoo/odoo issue 140409): without a reference until a test succeeded, then with one.
//! * An older sample has an FPS id of 12 digits (pulsely/hkqr, readme): read with a finding.
//! * nessgor/fps-hk-qrcode writes e-mail addresses in capitals, which nobody has registered.
//! * npm hkqr-fps loses zeros of the checksum: refused, as banks do.

mod decode;
mod proxy;
#[cfg(test)]
mod tests;

use super::asked::{self, CITY_LENGTH_MAX, LABEL_LENGTH_MAX, NAME_LENGTH_MAX, is_digits};
use super::draft::Draft;
use super::numeric;
use crate::{Encoded, Field, Flaw, Refusal, Request};

pub(crate) use decode::decode;
use proxy::ProxyKind;

const OWNER: &str = "hk.com.hkicl";

const CARRIED: &[Field] = &[
    Field::PayeeName,
    Field::City,
    Field::ProxyType,
    Field::Proxy,
    Field::BankCode,
    Field::Amount,
    Field::Currency,
    Field::BillNumber,
    Field::Reference,
    Field::Mcc,
    Field::Poi,
];

/// Writes a code.
///
/// # Errors
/// [`Refusal`]: the first field that FPS does not take as it is.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(CARRIED)?;
    let currency = request.currency(&["HKD", "CNY"])?;
    let kind = ProxyKind::named(request.needed(Field::ProxyType)?)?;
    let proxy = kind.written(request.needed(Field::Proxy)?)?;
    let amount = asked::amount(request, currency)?;
    let name = asked::plain(request, Field::PayeeName, NAME_LENGTH_MAX)?;
    let city = asked::plain(request, Field::City, CITY_LENGTH_MAX)?;

    let mut draft = Draft::new();
    draft.put(1, Field::Poi, asked::poi_or_by_amount(request, amount.is_some())?);
    draft.put_in(26, 0, Field::Proxy, OWNER);
    draft.put_some_in(26, 1, Field::BankCode, bank_code(request)?);
    draft.put_in(26, kind.sub_tag(), Field::Proxy, proxy);
    draft.put(52, Field::Mcc, asked::mcc(request)?.unwrap_or("0000"));
    draft.put_some(53, Field::Currency, numeric::digits(currency));
    draft.put_some(54, Field::Amount, amount);
    draft.put(58, Field::Country, "HK");
    draft.put(59, Field::PayeeName, name.as_deref().unwrap_or("NA"));
    draft.put(60, Field::City, city.as_deref().unwrap_or("HK"));
    draft.put_some_in(62, 1, Field::BillNumber, label(request, Field::BillNumber)?);
    draft.put_some_in(62, 5, Field::Reference, label(request, Field::Reference)?);
    draft.write()
}

fn bank_code(request: &Request) -> Result<Option<&str>, Refusal> {
    match request.text(Field::BankCode)? {
        Some(code) if !is_digits(code, 3) => {
            Err(Refusal::new(Field::BankCode, Flaw::Form { example: "004" }))
        }
        code => Ok(code),
    }
}

fn label(request: &Request, field: Field) -> Result<Option<&str>, Refusal> {
    let Some(label) = request.text(field)? else { return Ok(None) };
    match foreign_in_label(label) {
        Some((at, found)) => Err(Refusal::new(field, Flaw::ForeignSign { at, found, why: None })),
        None => asked::ascii_fitting(field, label, LABEL_LENGTH_MAX).map(Some),
    }
}

fn foreign_in_label(text: &str) -> Option<(usize, char)> {
    let usual = |sign: char| sign.is_ascii_alphanumeric() || ".@_+-".contains(sign);
    text.chars().enumerate().find(|(_, sign)| !usual(*sign))
}
