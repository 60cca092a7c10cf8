//! Networks of coins: Bitcoin, Lightning, Ethereum, Solana, Monero; one file a standard.

mod bech32_long;
pub(crate) mod bitcoin_uri;
pub(crate) mod bolt11;
pub(crate) mod bolt12;
mod decimal;
pub(crate) mod ethereum_uri;
mod lightning;
pub(crate) mod lnurl;
pub(crate) mod monero_uri;
pub(crate) mod solana_pay;
mod uri;

use crate::Standard;

use lightning::Wrapped;

pub use lnurl::{lightning_address_lnurl, lightning_address_url};

/// The schemes of one standard each.
const SCHEMES: [(&str, Standard); 4] = [
    ("bitcoin", Standard::BitcoinUri),
    ("ethereum", Standard::EthereumUri),
    ("solana", Standard::SolanaPay),
    ("monero", Standard::MoneroUri),
];

/// Tells which of these standards a text is written in, by how it begins.
pub(crate) fn recognise(text: &str) -> Option<Standard> {
    let of_scheme = |(scheme, standard): &(&str, Standard)| {
        uri::without_scheme(text, scheme).map(|_| *standard)
    };
    SCHEMES.iter().find_map(of_scheme).or_else(|| recognise_lightning(text)).or_else(|| {
        let text = text.trim_end();
        bitcoin_uri::address::is_one(text).then_some(Standard::BitcoinUri)
    })
}

fn recognise_lightning(text: &str) -> Option<Standard> {
    let wrapped = Wrapped::of(text);
    let inner = wrapped.inner();
    if lnurl::is_bech32(inner) {
        return Some(Standard::Lnurl);
    }
    if bolt12::begins_as_offer(inner) {
        return Some(Standard::Bolt12);
    }
    if bolt11::is_invoice(inner) {
        return Some(Standard::Bolt11);
    }
    // An address without the scheme may be an ordinary one for letters.
    let is_address = match wrapped {
        Wrapped::Scheme { inner, .. } => lnurl::is_address(inner.trim_end()),
        _ => false,
    };
    (is_address || lnurl::is_plain(inner)).then_some(Standard::Lnurl)
}

#[cfg(test)]
mod tests;
