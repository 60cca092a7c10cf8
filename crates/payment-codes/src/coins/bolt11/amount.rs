//! The part of an invoice that people can read: its network and its amount.

use crate::coins::decimal::Scale;
use crate::{Field, Flaw, Refusal};

/// Thousandths of a satoshi in a bitcoin, and at most all bitcoins there can be.
pub(in crate::coins) const MILLISATOSHI: Scale =
    Scale { decimals: 11, units_max: 2_100_000_000_000_000_000 };

/// The longer ones first: `bcrt` begins with `bc`.
const NETWORKS: [(&str, &str); 4] =
    [("lnbcrt", "regtest"), ("lntbs", "signet"), ("lntb", "testnet"), ("lnbc", "mainnet")];

/// Splits what stands before the separator into the network's name and the amount.
pub(super) fn network(prefix: &str) -> Option<(&'static str, &str)> {
    let split = |(begin, name)| Some((name, prefix.strip_prefix(begin)?));
    NETWORKS.into_iter().find_map(split)
}

/// Reads an amount with its multiplier; none where there is none.
///
/// # Errors
/// [`Flaw::Form`] where it is not a number with at most one of the four multipliers,
/// [`Flaw::Zero`], [`Flaw::TooPrecise`] below a thousandth of a satoshi, [`Flaw::TooLarge`].
pub(super) fn millisatoshis(text: &str) -> Result<Option<u64>, Refusal> {
    let refuse = |flaw| Err(Refusal::new(Field::Amount, flaw));
    if text.is_empty() {
        return Ok(None);
    }
    let digits = text.trim_end_matches(['m', 'u', 'n', 'p']);
    // In tenths of a thousandth of a satoshi, because that is what a pico-bitcoin is.
    let tenths: u128 = match text.get(digits.len()..) {
        Some("") => 1_000_000_000_000,
        Some("m") => 1_000_000_000,
        Some("u") => 1_000_000,
        Some("n") => 1_000,
        Some("p") => 1,
        _ => return refuse(Flaw::Form { example: "2500u" }),
    };
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || digits.is_empty() || (digits.starts_with('0') && digits.len() > 1) {
        return refuse(Flaw::Form { example: "2500u" });
    }
    let number = digits.parse::<u128>().ok().and_then(|number| number.checked_mul(tenths));
    let too_large = || Flaw::TooLarge { max: MILLISATOSHI.text(MILLISATOSHI.units_max) };
    match number {
        Some(0) => refuse(Flaw::Zero),
        Some(number) if number % 10 != 0 => refuse(Flaw::TooPrecise { decimals: 11 }),
        Some(number) if number / 10 <= MILLISATOSHI.units_max => match u64::try_from(number / 10) {
            Ok(amount) => Ok(Some(amount)),
            Err(_) => refuse(too_large()),
        },
        _ => refuse(too_large()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_network_is_meant() {
        assert_eq!(network("lnbc2500u"), Some(("mainnet", "2500u")));
        assert_eq!(network("lnbcrt20m"), Some(("regtest", "20m")));
        assert_eq!(network("lntbs1p"), Some(("signet", "1p")));
        assert_eq!(network("lntb"), Some(("testnet", "")));
        assert_eq!(network("lnxx"), None);
    }

    #[test]
    fn multipliers_lead_to_thousandths_of_a_satoshi() {
        for (text, amount) in [
            ("", None),
            ("1", Some(100_000_000_000)),
            ("25m", Some(2_500_000_000)),
            ("2500u", Some(250_000_000)),
            ("1n", Some(100)),
            ("10p", Some(1)),
            ("9678785340p", Some(967_878_534)),
            ("21000000", Some(2_100_000_000_000_000_000)),
        ] {
            assert_eq!(millisatoshis(text), Ok(amount), "{text}");
        }
    }

    #[test]
    fn other_amounts_are_refused() {
        let flaw = |text| millisatoshis(text).unwrap_err().flaw;
        for text in ["2500x", "m", "25mm", "2.5m", "025m", "-1m", "2500 u", "1up"] {
            assert_eq!(flaw(text), Flaw::Form { example: "2500u" }, "{text}");
        }
        assert_eq!(flaw("2500000001p"), Flaw::TooPrecise { decimals: 11 });
        assert_eq!(flaw("0m"), Flaw::Zero);
        for text in ["21000001", &"9".repeat(60)] {
            assert_eq!(flaw(text), Flaw::TooLarge { max: "21000000".to_owned() });
        }
    }
}
