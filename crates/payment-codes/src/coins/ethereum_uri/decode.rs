//! From the text of an ERC-681 URI to the request.

use super::{CURRENCY, SCHEME, address, in_ether, is_ether, number};
use crate::coins::uri::{self, Parameter};
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Standard};

const TRANSFER: [&str; 1] = ["transfer"];

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (mut reading, text) = uri::begun(Standard::EthereumUri, text);
    let rest = uri::without_scheme(text, SCHEME);
    let rest = rest.ok_or(Refusal::new(Field::Payload, Flaw::OtherStandard))?;
    let (path, query) = uri::path_and_query(rest.strip_prefix("pay-").unwrap_or(rest));
    let (target, function) = match path.split_once('/') {
        Some((target, function)) => (target, Some(function)),
        None => (path, None),
    };
    let (address, chain) = match target.split_once('@') {
        Some((address, chain)) => (address, Some(chain)),
        None => (target, None),
    };
    address::put(&mut reading, Field::Address, address)?;
    put_chain(&mut reading, chain)?;
    let parameters = uri::parameters(query)?;
    match function {
        None => put_ether(&mut reading, &parameters)?,
        Some("transfer") => put_token(&mut reading, &parameters)?,
        Some(found) => {
            let flaw = Flaw::NotOneOf { allowed: &TRANSFER, found: found.to_owned() };
            return Err(Refusal::new(Field::Payload, flaw));
        }
    }
    Ok(reading)
}

fn put_chain(reading: &mut Reading, chain: Option<&str>) -> Result<(), Refusal> {
    let Some(chain) = chain else {
        reading.find(Field::ChainId, Oddity::Missing);
        return Ok(());
    };
    if chain.is_empty() || !chain.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(number::flaw(Field::ChainId, chain));
    }
    let chain = number::chain_id(chain)?;
    if chain == "0" {
        return Err(Refusal::new(Field::ChainId, Flaw::Zero));
    }
    reading.request.put(Field::ChainId, chain);
    Ok(())
}

fn put_ether(reading: &mut Reading, parameters: &[Parameter<'_>]) -> Result<(), Refusal> {
    for Parameter { key, value } in parameters {
        match *key {
            "value" => put_number(reading, Field::Wei, value)?,
            // Ether for the contract of a token would be lost.
            "address" | "uint256" => {
                return Err(Refusal::new(
                    Field::TokenTo,
                    Flaw::Broken { place: (*key).to_owned() },
                ));
            }
            _ => put_other(reading, key, value)?,
        }
    }
    let amount = reading.request.word(Field::Wei).map(in_ether).transpose()?;
    if is_ether(reading.request.word(Field::ChainId)) {
        reading.request.put(Field::Currency, CURRENCY);
        amount.into_iter().for_each(|amount| reading.request.put(Field::Amount, amount));
    }
    drop_zero(reading, Field::Wei);
    Ok(())
}

fn put_token(reading: &mut Reading, parameters: &[Parameter<'_>]) -> Result<(), Refusal> {
    for Parameter { key, value } in parameters {
        match *key {
            "address" => {
                let address = uri::decoded(Field::TokenTo, value)?;
                address::put(reading, Field::TokenTo, &address)?;
            }
            "uint256" => put_number(reading, Field::Units, value)?,
            "value" => {
                return Err(Refusal::new(Field::Wei, Flaw::NotWith { other: Field::TokenTo }));
            }
            _ => put_other(reading, key, value)?,
        }
    }
    if reading.request.value(Field::TokenTo).is_none() {
        return Err(Refusal::new(Field::TokenTo, Flaw::Missing));
    }
    drop_zero(reading, Field::Units);
    Ok(())
}

/// Suggestions about the price of gas, and keys that are not known.
fn put_other(reading: &mut Reading, key: &str, value: &str) -> Result<(), Refusal> {
    let value = uri::decoded(Field::Payload, value)?;
    if matches!(key, "gas" | "gasLimit" | "gasPrice") {
        number::whole(Field::Payload, &value)?;
    }
    uri::find_unknown(reading, key);
    Ok(())
}

fn put_number(reading: &mut Reading, field: Field, value: &str) -> Result<(), Refusal> {
    uri::once(reading, field)?;
    let text = uri::decoded(field, value)?;
    let number = number::whole(field, &text)?;
    if number != text {
        reading.find(field, Oddity::NotNormalised);
    }
    reading.request.put(field, number);
    Ok(())
}

/// A number of nothing leaves the amount to the donor.
fn drop_zero(reading: &mut Reading, field: Field) {
    if reading.request.word(field) == Some("0") {
        reading.find(field, Oddity::AmountZero);
        let _zero = (reading.request.take(field), reading.request.take(Field::Amount));
    }
}
