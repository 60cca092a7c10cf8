//! Bitcoin payment URI, `bitcoin:ADDRESS?amount=0.00015&label=…`.
//!
//! Standard: BIP-321 (complete; bitcoin/bips 7fe0b03), which replaces BIP-21 and reads it.
//! Addresses: BIP-173 and BIP-350 (bech32, bech32m), Base58Check of Bitcoin Core.
//!
//! `bitcoin:` address `?` key `=` value `&` …; scheme and keys in any case, values percent-encoded
//! in UTF-8. The address may be missing where a parameter can be paid. `amount`, `label`, `message`
//! and `pop` stand once; `lightning` (BOLT11 invoice), `lno` (BOLT12 offer), `bc` (further
//! addresses), `sp` (silent payment, BIP-352), `pay` (BIP-351) and `tb` (test network) may stand
//! several times. A key with `req-` that is not known makes the whole text invalid; other unknown
//! keys are ignored.
//!
//! Fields: `address`, `amount` (BTC), `label` (who is paid), `message`, `lightning`, `lno`, `bc`,
//! `sp`. Label and message stay in the donor's wallet and never reach the payee: an address of its
//! own for each donor is the only reference. Written in the alphabetical order of the keys.
//!
//! # Incomplete support
//! `pay` and `pop` are read as findings and never written, the test network (`tb`) is read as one.
//! A `req-pop` that would open a browser makes the text invalid, as BIP-321 has it. Wallets also
//! find LNURL (LUD-01) and offers under `lightning`; both are read with a finding, not written.
//!
//! # Limits
//! More than nothing and at most 21 000 000 BTC, at most 8 decimals. An address is checked before
//! it is written: version 0 or 5 in Base58Check, witness version 0 in bech32, 1 to 16 in bech32m.
//! The whole must fit into a QR code at level M.
//!
//! # Quirks
//! * Keys are written in small letters: `LIGHTNING=` is unknown to many wallets
//!   (btcpayserver/btcpayserver issues 4553 and 4557). An invoice in capitals makes a smaller
//!   picture and stays in capitals, unless the whole text was in capitals.
//! * Exchanges refuse addresses in capitals (GaloyMoney/blink issue 166): they are written in small
//!   letters.
//! * A plus sign is a plus for the BIP and a blank for form decoders: it is written `%2B`, a blank
//!   `%20`, and a bare plus is a finding.
//! * npm bip21 3.0.0 writes and reads `1e-8`; it is refused here.

pub(super) mod address;
mod decode;
mod encode;
#[cfg(test)]
mod tests;

pub(crate) use decode::decode;
pub(crate) use encode::encode;

use super::decimal::Scale;

const SCHEME: &str = "bitcoin";
const CURRENCY: &str = "BTC";
const BITCOIN: Scale = Scale { decimals: 8, units_max: 2_100_000_000_000_000 };
