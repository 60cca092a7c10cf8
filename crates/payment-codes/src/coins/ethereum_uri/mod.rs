//! Ethereum payment URI, `ethereum:0x…@1?value=…`.
//!
//! Standard: ERC-681 (ethereum/ERCs); letters of addresses: EIP-55.
//!
//! `ethereum:` [`pay-`] address [`@` chain] [`/` function] [`?` parameters]. Ether: `value`, in
//! wei. A token: its contract is the address, the function is `transfer`, with `address` (who is
//! paid) and `uint256` (units in the token's decimals). Numbers may have an exponent that makes
//! them whole.
//!
//! Fields: `address`, `chain_id`, and `wei` or `token_to` and `units`; both absent where the donor
//! chooses. On chains whose coin is ether, `currency` is ETH and `amount` says the same as `wei`.
//! There is no place for a reference: give each donor an address of its own.
//!
//! # Incomplete support
//! Other functions than `transfer` are refused, names of ENS are read and not written, prices of
//! gas are read as findings.
//!
//! # Limits
//! Numbers are whole and below 2^256, wei below 2^128, and written in plain digits, because wallets
//! differ on exponents. A request without `chain_id` is written, and has a finding when it is read:
//! the wallet pays on whichever chain it is set to.
//!
//! # Quirks
//! * Addresses in one case are written with the case of EIP-55. An address in both cases that does
//!   not fit it is written as it stands and has a finding when it is read: the example address of
//!   ERC-681 is such a one, and its readers take it (npm eth-url-parser 1.0.4).
//! * Many wallets ignore `value` and tokens: test before printing.

mod address;
mod decode;
mod encode;
mod number;
#[cfg(test)]
mod tests;

use super::decimal::Scale;
use crate::{Field, Flaw, Refusal};

pub(crate) use decode::decode;
pub(crate) use encode::encode;

const SCHEME: &str = "ethereum";
const ETHER: Scale = Scale { decimals: 18, units_max: u128::MAX };
const CURRENCY: &str = "ETH";
/// Ethereum itself, and the large chains above it that have its coin: Optimism, Base, Arbitrum.
const ETHER_CHAINS: [&str; 4] = ["1", "10", "8453", "42161"];

fn is_ether(chain: Option<&str>) -> bool {
    chain.is_some_and(|chain| ETHER_CHAINS.contains(&chain))
}

/// Returns wei in ether, as decimal text.
fn in_ether(wei: &str) -> Result<String, Refusal> {
    let units = wei.parse::<u128>();
    let too_large = Flaw::TooLarge { max: u128::MAX.to_string() };
    units.map(|units| ETHER.text(units)).map_err(|_| Refusal::new(Field::Wei, too_large))
}
