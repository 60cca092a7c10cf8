//! Monero payment URI, `monero:ADDRESS?tx_amount=…`.
//!
//! Standard: monero-project/monero, `wallet2::make_uri` and `parse_uri` (the wiki's page "URI
//! formatting"); addresses: base 58 in blocks with a Keccak checksum (CryptoNote standard 7).
//!
//! `monero:` address `?` `tx_amount`, `recipient_name`, `tx_description`; values percent-encoded
//! UTF-8.
//!
//! Fields: `address`, `amount` (XMR), `label` (who is paid), `message`. There is no place for a
//! reference: give each donor a subaddress of its own.
//!
//! # Incomplete support
//! `tx_payment_id` is obsolete: the long kind is read as a finding, others are refused as by the
//! wallet, and none is written. Several recipients in one text (monero-project/monero pull request
//! 9830, open) are refused.
//!
//! # Limits
//! At most 12 decimals. Standard, integrated and subaddresses of the main network; others are
//! refused. The whole must fit into a QR code at level M.
//!
//! # Quirks
//! * The wallet left `=` as it is in names and could not read its own text again (fixed by
//!   monero-project/monero pull request 11167): it is written `%3D`; a bare one is a finding.
//! * The wallet does not read the scheme in capitals: that is a finding. It takes amounts without a
//!   digit on one side of the dot, and writes all twelve decimals.
//! * Unstoppable ignored the amount (horizontalsystems/unstoppable-wallet-android issue 9117).

mod address;

use super::decimal::{Scale, completed};
use super::uri::{self, Parameter};
use crate::{Encoded, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard};

const SCHEME: &str = "monero";
const CURRENCY: &str = "XMR";
const MONERO: Scale = Scale { decimals: 12, units_max: 18_446_744_073_709_551_615 };

const FIELDS: [Field; 5] =
    [Field::Address, Field::Amount, Field::Currency, Field::Label, Field::Message];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(&FIELDS)?;
    uri::currency(request, &[CURRENCY])?;
    let address = request.needed(Field::Address)?;
    address::check(address)?;
    let amount = request.text(Field::Amount)?;
    let amount = amount.map(|text| MONERO.amount(Field::Amount, text)).transpose()?;
    let parameters = [
        ("tx_amount", amount),
        ("recipient_name", uri::text_to_write(request, Field::Label)?),
        ("tx_description", uri::text_to_write(request, Field::Message)?),
    ];
    let parameters = parameters.into_iter().filter_map(|(key, value)| Some((key, value?)));
    uri::with_query(format!("{SCHEME}:{address}"), parameters).map(Encoded::from)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (mut reading, text) = uri::begun(Standard::MoneroUri, text);
    let rest = uri::without_scheme(text, SCHEME);
    let rest = rest.ok_or(Refusal::new(Field::Payload, Flaw::OtherStandard))?;
    if !text.starts_with(SCHEME) {
        reading.find(Field::Payload, Oddity::NotNormalised);
    }
    let (path, query) = uri::path_and_query(rest);
    address::check(path)?;
    reading.request.put(Field::Currency, CURRENCY);
    reading.request.put(Field::Address, path);
    let mut amount = None;
    for parameter in uri::parameters(query)? {
        take(&mut reading, &mut amount, parameter)?;
    }
    match amount {
        Some(0) => reading.find(Field::Amount, Oddity::AmountZero),
        Some(units) => reading.request.put(Field::Amount, MONERO.text(units)),
        None => {}
    }
    uri::drop_empty(&mut reading, &[Field::Label, Field::Message]);
    Ok(reading)
}

fn take(
    reading: &mut Reading,
    amount: &mut Option<u128>,
    Parameter { key, value }: Parameter<'_>,
) -> Result<(), Refusal> {
    match key {
        "tx_amount" if amount.is_some() => {
            return Err(Refusal::new(Field::Amount, Flaw::Repeated));
        }
        "tx_amount" => {
            let text = uri::decoded(Field::Amount, value)?;
            let completed = completed(&text);
            if completed != text {
                reading.find(Field::Amount, Oddity::AmountDecimals);
            }
            *amount = Some(MONERO.units(Field::Amount, &completed)?);
        }
        "recipient_name" => text_of(reading, Field::Label, value)?,
        "tx_description" => text_of(reading, Field::Message, value)?,
        _ => {
            check_other(key, &uri::decoded(Field::Payload, value)?)?;
            uri::find_unknown(reading, key);
        }
    }
    Ok(())
}

/// The wallet refuses a payment id that is not of the old, long kind.
fn check_other(key: &str, value: &str) -> Result<(), Refusal> {
    let long = value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    if key == "tx_payment_id" && !long { Err(uri::broken(key)) } else { Ok(()) }
}

fn text_of(reading: &mut Reading, field: Field, value: &str) -> Result<(), Refusal> {
    if value.contains(['+', '=']) {
        reading.find(field, Oddity::NotNormalised);
    }
    uri::put_text(reading, field, value)
}

#[cfg(test)]
mod tests;
