//! Networks of coins: Bitcoin, Lightning, Ethereum, Solana; one file a standard.

pub(crate) mod bitcoin_uri;
pub(crate) mod bolt11;
pub(crate) mod bolt12;
pub(crate) mod ethereum_uri;
pub(crate) mod lnurl;
pub(crate) mod solana_pay;

use crate::Standard;

/// Tells which of these standards a text is written in, by how it begins.
pub(crate) fn recognise(_: &str) -> Option<Standard> {
    None
}
