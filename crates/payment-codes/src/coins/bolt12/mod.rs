//! Lightning offer, `lno1…`: a code that can be paid again and again.
//!
//! Standard: BOLT #12 (lightning/bolts a377265), with its test vectors `bolt12/offers-test.json`
//! and `bolt12/format-string-test.json`.
//!
//! `lno1` and bech32 characters without a checksum; between two characters a `+`, with blanks
//! after it, may join pieces. The bytes are a TLV stream, types rising: 2 chains, 4 metadata,
//! 6 currency, 8 amount, 10 description, 12 features, 14 absolute expiry, 16 blinded paths,
//! 18 issuer, 20 most of them at once, 22 issuer id. An amount needs a description, a currency an
//! amount, and there must be an issuer id or a path. Unknown even types are refused, odd ones
//! ignored.
//!
//! The payee's node makes offers. This module checks one and writes it in capitals, which makes a
//! smaller picture: `lno` is the one field that is needed, and all others that are given must be
//! what the offer says. Read are `lno` (small letters, joined), `network`, `currency`, `amount`
//! (absent where the donor chooses), `amount_msat` (for bitcoin), `description`, `issuer`,
//! `node_id`, `quantity_max` (0: any) and `absolute_expiry`.
//!
//! # Incomplete support
//! Blinded paths and features are checked and not read, metadata is not looked at. Whether an
//! offer has expired is for whoever has a clock. Few wallets read offers yet: offer one beside an
//! LNURL.
//!
//! # Limits
//! Offers of test networks are read and not written. A donor may add a note (`payer_note`); the
//! offer itself has no place for a reference but its description.
//!
//! # Quirks
//! * Without a checksum, a changed letter may still be a readable offer; the key of the issuer is
//!   checked to be one.
//! * An offer under `lightning` in a Bitcoin URI is not found by wallets (site of BIP-21, issue 94);
//!   it belongs under `lno`.

mod paths;
#[cfg(test)]
mod tests;
mod text;
mod tlv;

use groat_money::{Currency, Money};

use super::bech32_long::hex;
use super::bolt11::{MILLISATOSHI, agrees};
use super::lightning::Wrapped;
use super::uri;
use crate::{Encoded, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard};

pub(super) use text::{begins_as_offer, is_offer};

const BITCOIN: &str = "BTC";
const MAIN_NETWORK: &str = "mainnet";

/// The hashes of the first blocks, as a chain is named in an offer.
const CHAINS: [(&str, &str); 4] = [
    ("6fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000", MAIN_NETWORK),
    ("43497fd7f826957108f4a30fd9cec3aeba79972084e90ead01ea330900000000", "testnet"),
    ("f61eee3b63a380a477a063af32b2bbc97c9ff9f01f2c4225e973988108000000", "signet"),
    ("06226e46111a0b59caaf126043eb5bbf28c34f3a5e332a1fc7b2b73cf188910f", "regtest"),
];

/// An offer that was read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Offer {
    text: String,
    network: String,
    records: tlv::Records,
}

impl Offer {
    fn on_main_network(&self) -> Result<(), Refusal> {
        match self.network.as_str() {
            MAIN_NETWORK => Ok(()),
            _ => Err(Refusal::new(Field::Lno, Flaw::OtherNetwork)),
        }
    }

    fn request(&self) -> Result<Request, Refusal> {
        let records = &self.records;
        // An offer of nothing leaves the amount to the donor, as one without an amount does.
        let asked = records.amount.filter(|amount| *amount > 0);
        let (amount, amount_msat) = match (&records.currency, asked) {
            (Some(currency), Some(minor)) => (Some(in_currency(currency, minor)?), None),
            (_, Some(amount)) => (Some(MILLISATOSHI.text(amount.into())), Some(amount)),
            (_, None) => (None, None),
        };
        let currency = records.currency.as_deref().unwrap_or(BITCOIN);
        Ok(Request::new()
            .with(Field::Currency, currency)
            .with_some(Field::Amount, amount)
            .with_some(Field::AmountMsat, amount_msat)
            .with(Field::Network, &self.network)
            .with_some(Field::Description, filled(records.description.as_deref()))
            .with_some(Field::AbsoluteExpiry, records.absolute_expiry)
            .with_some(Field::Issuer, filled(records.issuer.as_deref()))
            .with_some(Field::QuantityMax, records.quantity_max)
            .with_some(Field::NodeId, records.issuer_id.as_deref().map(hex))
            .with(Field::Lno, &self.text))
    }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

/// An amount in another currency is in its minor units.
fn in_currency(code: &str, minor: u64) -> Result<String, Refusal> {
    let unknown = || Refusal::new(Field::Currency, Flaw::Form { example: "EUR" });
    let currency = Currency::from_code(code).map_err(|_| unknown())?;
    let too_large = |_| Refusal::new(Field::Amount, Flaw::TooLarge { max: i64::MAX.to_string() });
    let minor = i64::try_from(minor).map_err(too_large)?;
    Ok(Money::from_minor(minor, currency).decimal_text())
}

fn read(text: &str) -> Result<Offer, Refusal> {
    let joined = text::joined(text)?;
    let records = tlv::Records::read(&text::bytes(&joined)?)?;
    let chains: Vec<String> = records.chains.iter().map(|chain| hex(chain)).collect();
    let is_main = |chain: &String| CHAINS.first().is_some_and(|(hash, _)| chain == hash);
    let network = match chains.first() {
        Some(first) if !chains.iter().any(is_main) => {
            let known = CHAINS.iter().find(|(hash, _)| hash == first);
            known.map_or(first.as_str(), |(_, name)| name).to_owned()
        }
        _ => MAIN_NETWORK.to_owned(),
    };
    if records.currency.is_none() {
        check_bitcoins(records.amount)?;
    }
    Ok(Offer { text: joined.to_ascii_lowercase(), network, records })
}

fn check_bitcoins(amount: Option<u64>) -> Result<(), Refusal> {
    match amount {
        Some(amount) if u128::from(amount) > MILLISATOSHI.units_max => {
            let max = MILLISATOSHI.text(MILLISATOSHI.units_max);
            Err(Refusal::new(Field::Amount, Flaw::TooLarge { max }))
        }
        _ => Ok(()),
    }
}

/// Checks an offer that stands in a URI of the main network and returns it in one piece.
///
/// # Errors
/// As [`Standard::decode`]; [`Flaw::OtherNetwork`].
pub(super) fn joined_on_main(text: &str) -> Result<String, Refusal> {
    read(text)?.on_main_network()?;
    text::joined(text)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (mut reading, text) = uri::begun(Standard::Bolt12, text);
    if let Wrapped::Scheme { .. } | Wrapped::Link(_) = Wrapped::of(text) {
        reading.find(Field::Lno, Oddity::Form { example: "lno1…" });
    }
    let offer = read(Wrapped::of(text).inner())?;
    if offer.network != MAIN_NETWORK {
        let network = offer.network.clone();
        reading.find(Field::Network, Oddity::OtherNetwork { network });
    }
    if offer.records.amount == Some(0) {
        reading.find(Field::Amount, Oddity::AmountZero);
    }
    for (field, text) in
        [(Field::Description, &offer.records.description), (Field::Issuer, &offer.records.issuer)]
    {
        uri::find_foreign_sign(&mut reading, field, text.as_deref().unwrap_or_default());
    }
    for kind in &offer.records.unknown {
        uri::find_unknown(&mut reading, &kind.to_string());
    }
    reading.request = offer.request()?;
    Ok(reading)
}

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    let offer = read(request.needed(Field::Lno)?.trim())?;
    offer.on_main_network()?;
    agrees(request, &offer.request()?, Field::Lno)?;
    Ok(Encoded::from(offer.text.to_ascii_uppercase()))
}
