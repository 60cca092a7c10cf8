//! Addresses of the Bitcoin main network: Base58Check, bech32 (BIP-173), bech32m (BIP-350), and
//! silent-payment addresses (BIP-352).

use sha2::{Digest, Sha256};

use crate::coins::bech32_long;
use crate::{Field, Flaw, Refusal};

const EXAMPLE: &str = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

/// Public key hash and script hash of the main network.
const MAIN_VERSIONS: [u8; 2] = [0, 5];
/// The same of the test networks.
const TEST_VERSIONS: [u8; 2] = [111, 196];

/// Two keys of 33 bytes.
const SILENT_PAYMENT_BYTES: usize = 66;

/// Checks an address and returns it in its normal form, bech32 in small letters.
///
/// # Errors
/// [`Flaw::MixedCase`], [`Flaw::CheckDigits`], [`Flaw::OtherNetwork`], [`Flaw::Form`].
pub(in crate::coins) fn checked(field: Field, text: &str) -> Result<String, Refusal> {
    match segwit_network(text) {
        Some("bc") => segwit(field, text),
        Some(_) => Err(Refusal::new(field, Flaw::OtherNetwork)),
        None => legacy(field, text).map(|()| text.to_owned()),
    }
}

/// Checks an address that may only be a segwit one, as under the keys `bc` and `tb`.
///
/// # Errors
/// As [`checked`].
pub(super) fn checked_segwit(field: Field, text: &str, network: &str) -> Result<String, Refusal> {
    match segwit_network(text) {
        Some(found) if found == network => segwit(field, text),
        Some(_) => Err(Refusal::new(field, Flaw::OtherNetwork)),
        None => Err(Refusal::new(field, Flaw::Form { example: EXAMPLE })),
    }
}

/// Brings an address into its normal form without checking more than network and case.
///
/// # Errors
/// [`Flaw::MixedCase`], [`Flaw::OtherNetwork`], [`Flaw::Form`].
pub(super) fn unchecked(field: Field, text: &str) -> Result<String, Refusal> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(Refusal::new(field, Flaw::Form { example: EXAMPLE }));
    }
    match segwit_network(text) {
        None => Ok(text.to_owned()),
        Some("bc") => one_case(field, text),
        Some(_) => Err(Refusal::new(field, Flaw::OtherNetwork)),
    }
}

/// Tells whether a text is an address of the main network.
pub(in crate::coins) fn is_one(text: &str) -> bool {
    text.len() <= 90 && checked(Field::Address, text).is_ok()
}

/// Checks a silent-payment address and returns it in small letters.
///
/// # Errors
/// As [`bech32_long::read_modified`]; [`Flaw::OtherNetwork`], [`Flaw::Form`].
pub(super) fn silent_payment(field: Field, text: &str) -> Result<String, Refusal> {
    let refuse = |flaw| Refusal::new(field, flaw);
    let parts = bech32_long::read_modified(field, text)?;
    if parts.prefix == "tsp" {
        return Err(refuse(Flaw::OtherNetwork));
    }
    let form = || refuse(Flaw::Form { example: "sp1q…" });
    let (version, keys) = parts.words.split_first().ok_or_else(form)?;
    let bytes = bech32_long::bytes(keys).ok_or_else(form)?.len();
    // Version 0 has its two keys, later ones may append to them, 31 is for a change that breaks.
    let long_enough = match version {
        0 => bytes == SILENT_PAYMENT_BYTES,
        1..=30 => bytes >= SILENT_PAYMENT_BYTES,
        _ => false,
    };
    if parts.prefix != "sp" || !long_enough {
        return Err(form());
    }
    Ok(text.to_ascii_lowercase())
}

/// Returns the prefix of a text that begins as a segwit address does.
fn segwit_network(text: &str) -> Option<&'static str> {
    let begins = |network: &str| {
        let (prefix, rest) = text.split_at_checked(network.len()).unwrap_or_default();
        prefix.eq_ignore_ascii_case(network) && rest.starts_with('1')
    };
    ["bc", "tb", "bcrt"].into_iter().find(|network| begins(network))
}

fn one_case(field: Field, text: &str) -> Result<String, Refusal> {
    let small = text.to_ascii_lowercase();
    if text != small && text != text.to_ascii_uppercase() {
        return Err(Refusal::new(field, Flaw::MixedCase));
    }
    Ok(small)
}

fn segwit(field: Field, text: &str) -> Result<String, Refusal> {
    let small = one_case(field, text)?;
    match bech32::segwit::decode(&small) {
        Ok(_) => Ok(small),
        Err(_) => Err(Refusal::new(field, Flaw::CheckDigits)),
    }
}

fn legacy(field: Field, text: &str) -> Result<(), Refusal> {
    let refuse = |flaw| Err(Refusal::new(field, flaw));
    let form = Flaw::Form { example: EXAMPLE };
    // Longer texts are no addresses, and base 58 takes the square of their length.
    let bytes = if text.len() > 40 { None } else { bs58::decode(text).into_vec().ok() };
    let Some(bytes) = bytes.filter(|bytes| bytes.len() == 25) else { return refuse(form) };
    let (versioned, check) = bytes.split_at(21);
    if Sha256::digest(Sha256::digest(versioned)).get(..4) != Some(check) {
        return refuse(Flaw::CheckDigits);
    }
    match versioned.first() {
        Some(version) if MAIN_VERSIONS.contains(version) => Ok(()),
        Some(version) if TEST_VERSIONS.contains(version) => refuse(Flaw::OtherNetwork),
        _ => refuse(form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaw(text: &str) -> Flaw {
        checked(Field::Address, text).unwrap_err().flaw
    }

    /// BIP-173 and BIP-350, lists of valid segwit addresses of the main network.
    #[test]
    fn the_valid_segwit_addresses_of_the_standards_pass_in_small_letters() {
        for text in [
            "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
            "bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3",
            "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
            "BC1SW50QGDZ25J",
            "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        ] {
            assert_eq!(checked(Field::Address, text), Ok(text.to_ascii_lowercase()));
        }
    }

    /// BIP-350, list of invalid segwit addresses.
    #[test]
    fn the_invalid_segwit_addresses_of_the_standards_are_refused() {
        for text in [
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
            "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
            "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
            "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
            "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
            "bc1pw5dgrnzv",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
            "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
            "bc1gmk9yu",
        ] {
            assert_eq!(flaw(text), Flaw::CheckDigits, "{text}");
        }
        assert_eq!(flaw("bc1qW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"), Flaw::MixedCase);
        let silver = "tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut";
        assert_eq!(flaw(silver), Flaw::Form { example: EXAMPLE });
    }

    #[test]
    fn a_legacy_address_has_its_version_and_its_checksum() {
        for text in ["1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "3EktnHQD7RiAE6uzMj2ZifT9YgRrkSgzQX"] {
            assert_eq!(checked(Field::Address, text), Ok(text.to_owned()));
        }
        assert_eq!(flaw("1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3"), Flaw::CheckDigits);
        assert_eq!(flaw("175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W"), Flaw::CheckDigits);
        for text in ["", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN0", &"1".repeat(5_000), "1é"] {
            assert_eq!(flaw(text), Flaw::Form { example: EXAMPLE });
        }
    }

    #[test]
    fn addresses_of_test_networks_are_named_as_such() {
        for text in [
            "mk2QpYatsKicvFVuTAQLBryyccRXMUaGHP",
            "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
            "TB1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KXPJZSX",
            "bcrt1qs758ursh4q9z627kt3pp5yysm78ddny6txaqgw",
        ] {
            assert_eq!(flaw(text), Flaw::OtherNetwork, "{text}");
        }
    }

    /// BIP-352, test vectors, version 0.
    #[test]
    fn a_silent_payment_address_has_its_two_keys() {
        let text = "sp1qqgste7k9hx0qftg6qmwlkqtwuy6cycyavzmzj85c6qdfhjdpdjtdgqjuexzk6murw56suy3e0rd2cgqvycxttddwsvgxe2usfpxumr70xc9pkqwv";
        assert_eq!(silent_payment(Field::Sp, text), Ok(text.to_owned()));
        let broken = text.replace("gste", "gsta");
        assert_eq!(silent_payment(Field::Sp, &broken).unwrap_err().flaw, Flaw::CheckDigits);
        assert!(silent_payment(Field::Sp, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4").is_err());
    }
}
