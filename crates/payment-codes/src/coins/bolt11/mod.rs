//! Lightning invoice, `lnbc2500u1…`.
//!
//! Standard: BOLT #11 (lightning/bolts a377265).
//!
//! `ln`, the network (`bc`, `tb`, `tbs`, `bcrt`), an amount with a multiplier, `1`, then bech32
//! without its limit of characters: 7 words of time, tagged fields (type, two words of length,
//! value), 104 words of signature. Needed are `p` (payment hash), `s` (payment secret) and one of
//! `d` (description) and `h` (its hash).
//!
//! The payee's node makes invoices. This module checks one and writes it in capitals, which makes
//! a smaller picture: `lightning` is the one field that is needed, and all others that are given
//! must be what the invoice says. Read are `lightning` (small letters), `network`, `amount` (BTC)
//! and `amount_msat` (both absent where the donor chooses), `description`, `description_hash`,
//! `payment_hash`, `timestamp`, `expiry_s` and `node_id`.
//!
//! # Incomplete support
//! Fallback addresses, routing hints, metadata and the expiry in blocks are checked for their form
//! and not read. Whether an invoice has expired is for whoever has a clock.
//!
//! # Limits
//! Every invoice can be paid once and for a short time: never print one. Invoices of test networks
//! are read and not written. Amounts below a thousandth of a satoshi are refused, and so are
//! unknown features that are required, and a signature that does not fit.
//!
//! # Quirks
//! * `p`, `s`, `h` and `n` of another length are skipped, as the standard had it until 2025 and as
//!   its examples have it; newer texts refuse them.
//! * PyPI bolt11 2.2.0 takes amounts below a thousandth of a satoshi, npm bolt11 1.4.1 a missing
//!   secret; neither is taken here.
//! * A signature with a large S is taken where the key is recovered from it and refused where the
//!   key is given, as the examples of the standard have it.

mod amount;
mod fields;
mod signature;
#[cfg(test)]
mod tests;

pub(super) use amount::MILLISATOSHI;
use fields::{Fields, secret_missing};

use super::bech32_long;
use super::lightning::Wrapped;
use super::uri;
use crate::{Encoded, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard, Value};

const CURRENCY: &str = "BTC";
const MAIN_NETWORK: &str = "mainnet";
const EXPIRY_SECONDS: u64 = 3600;

/// An invoice that was read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Invoice {
    text: String,
    network: &'static str,
    amount_msat: Option<u64>,
    timestamp: u64,
    fields: Fields,
    payment_hash: String,
    node_id: String,
}

impl Invoice {
    /// Returns the amount in decimal BTC; none where the donor chooses.
    pub(super) fn amount(&self) -> Option<String> {
        self.amount_msat.map(|amount| MILLISATOSHI.text(amount.into()))
    }

    /// Refuses an invoice of a test network.
    ///
    /// # Errors
    /// [`Flaw::OtherNetwork`].
    pub(super) fn on_main_network(&self) -> Result<(), Refusal> {
        match self.network {
            MAIN_NETWORK => Ok(()),
            _ => Err(Refusal::new(Field::Lightning, Flaw::OtherNetwork)),
        }
    }

    fn request(&self) -> Request {
        let expiry = self.fields.expiry_seconds.unwrap_or(EXPIRY_SECONDS);
        Request::new()
            .with(Field::Currency, CURRENCY)
            .with_some(Field::Amount, self.amount())
            .with_some(Field::AmountMsat, self.amount_msat)
            .with(Field::Network, self.network)
            .with_some(Field::Description, self.fields.description.as_deref())
            .with_some(Field::DescriptionHash, self.fields.description_hash.as_deref())
            .with(Field::PaymentHash, &self.payment_hash)
            .with(Field::Timestamp, self.timestamp)
            .with(Field::ExpirySeconds, expiry)
            .with(Field::NodeId, &self.node_id)
            .with(Field::Lightning, &self.text)
    }
}

/// Tells whether a text begins as an invoice does.
pub(super) fn is_invoice(text: &str) -> bool {
    let beginning: String = text.chars().take(6).map(|sign| sign.to_ascii_lowercase()).collect();
    amount::network(&beginning).is_some()
}

/// Reads an invoice without anything around it.
///
/// # Errors
/// [`Refusal`] of the first part that is wrong; what concerns no part points at `lightning`.
pub(super) fn read(text: &str) -> Result<Invoice, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Lightning, flaw);
    let broken = |place: &str| refuse(Flaw::Broken { place: place.to_owned() });
    let parts = bech32_long::read(Field::Lightning, text)?;
    let network = amount::network(&parts.prefix);
    let (network, amount) = network.ok_or_else(|| refuse(Flaw::OtherStandard))?;
    let amount_msat = amount::millisatoshis(amount)?;
    let signed = parts.words.len().checked_sub(signature::WORDS);
    let signed = signed.ok_or_else(|| broken("signature"))?;
    let (data, signature) = parts.words.split_at(signed);
    let (time, tagged) = data.split_at_checked(7).ok_or_else(|| broken("timestamp"))?;
    let mut fields = Fields::read(tagged)?;
    let payment_hash = fields.payment_hash.take();
    let missing = |field| Refusal::new(field, Flaw::Missing);
    let payment_hash = payment_hash.ok_or_else(|| missing(Field::PaymentHash))?;
    if !fields.has_secret {
        return Err(secret_missing());
    }
    match (&fields.description, &fields.description_hash) {
        (None, None) if !fields.has_description => return Err(missing(Field::Description)),
        (_, Some(_)) if fields.has_description => {
            let flaw = Flaw::NotWith { other: Field::Description };
            return Err(Refusal::new(Field::DescriptionHash, flaw));
        }
        _ => {}
    }
    let given = fields.node_id.take();
    let node_id = signature::node_id(&parts.prefix, data, signature, given.as_deref())?;
    let timestamp = fields::number(time).ok_or_else(|| broken("timestamp"))?;
    let text = text.to_ascii_lowercase();
    Ok(Invoice { text, network, amount_msat, timestamp, fields, payment_hash, node_id })
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (mut reading, text) = uri::begun(Standard::Bolt11, text);
    let text = Wrapped::taken_off(&mut reading, text);
    let invoice = read(text)?;
    reading.find(Field::Lightning, Oddity::OneTime);
    if invoice.network != MAIN_NETWORK {
        let network = invoice.network.to_owned();
        reading.find(Field::Network, Oddity::OtherNetwork { network });
    }
    if let Some(description) = &invoice.fields.description {
        uri::find_foreign_sign(&mut reading, Field::Description, description);
    }
    reading.request = invoice.request();
    Ok(reading)
}

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    let invoice = read(Wrapped::of(request.needed(Field::Lightning)?.trim()).inner())?;
    invoice.on_main_network()?;
    agrees(request, &invoice.request(), Field::Lightning)?;
    Ok(Encoded::from(invoice.text.to_ascii_uppercase()))
}

/// Refuses the first field that says something else than the text it was read from.
///
/// # Errors
/// [`Flaw::NotCarried`] for a field the text does not have, [`Flaw::NotWith`] for one that differs.
pub(super) fn agrees(request: &Request, read: &Request, carrier: Field) -> Result<(), Refusal> {
    let carried: Vec<Field> = read.iter().map(|(field, _)| field).collect();
    request.holds_only(&carried)?;
    for (field, value) in read.iter().filter(|(field, _)| *field != carrier) {
        let given = match (request.value(field), value) {
            (None, _) => true,
            (Some(given), _) if given == value => true,
            (Some(_), Value::Whole(number)) => {
                request.whole(field)?.is_none_or(|given| given == *number)
            }
            (Some(_), Value::Text(text)) => {
                request.text(field)?.is_none_or(|given| same_text(field, given, text))
            }
            _ => false,
        };
        if !given {
            return Err(Refusal::new(field, Flaw::NotWith { other: carrier }));
        }
    }
    Ok(())
}

/// Zeros at the end of an amount mean nothing.
fn same_text(field: Field, given: &str, text: &str) -> bool {
    let units = |text| MILLISATOSHI.units(field, text).ok();
    given == text
        || (field == Field::Amount && units(given).is_some_and(|u| Some(u) == units(text)))
}
