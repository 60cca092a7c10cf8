//! Currencies of ISO 4217 and the number of their decimal places.

use std::fmt;

use thiserror::Error;

/// A currency of ISO 4217: its code and the number of decimal places of its smallest unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: &'static str,
    exponent: u8,
}

/// The code is not one of the active currencies of ISO 4217.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{code:?} is not a currency code of ISO 4217")]
pub struct UnknownCurrency {
    /// The code as it was given.
    pub code: String,
}

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency { code: "EUR", exponent: 2 };

    /// Finds a currency by its three capital letters.
    ///
    /// # Errors
    /// [`UnknownCurrency`] for anything that is not an active code of ISO 4217 (list one,
    /// including the amendments up to 2025), in capitals.
    pub fn from_code(code: &str) -> Result<Currency, UnknownCurrency> {
        CURRENCIES
            .iter()
            .flat_map(|(exponent, codes)| codes.iter().map(move |code| (*code, *exponent)))
            .find(|(known, _)| *known == code)
            .map(|(code, exponent)| Currency { code, exponent })
            .ok_or_else(|| UnknownCurrency { code: code.to_owned() })
    }

    /// Returns every currency, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Currency> {
        let listed = CURRENCIES.iter().flat_map(|(exponent, codes)| {
            codes.iter().map(move |code| Currency { code, exponent: *exponent })
        });
        let mut all: Vec<Currency> = listed.collect();
        all.sort_unstable_by_key(|currency| currency.code);
        all.into_iter()
    }

    /// Returns the three letters of ISO 4217.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.code
    }

    /// Returns how many decimal places the smallest unit has: 2 for EUR, 0 for JPY, 3 for KWD.
    #[must_use]
    pub fn exponent(self) -> u8 {
        self.exponent
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

/// ISO 4217 list one by number of decimal places, without funds, metals and test codes.
const CURRENCIES: &[(u8, &[&str])] = &[
    (
        2,
        &[
            "EUR", "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD",
            "BDT", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF",
            "CHF", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DKK", "DOP", "DZD", "EGP", "ERN",
            "ETB", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ", "GYD", "HKD", "HNL",
            "HTG", "HUF", "IDR", "ILS", "INR", "IRR", "JMD", "KES", "KGS", "KHR", "KPW", "KYD",
            "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT",
            "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK",
            "NPR", "NZD", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB",
            "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN",
            "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH",
            "USD", "UYU", "UZS", "VED", "VES", "WST", "XCD", "XCG", "YER", "ZAR", "ZMW", "ZWG",
        ],
    ),
    (
        0,
        &[
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND",
            "VUV", "XAF", "XOF", "XPF",
        ],
    ),
    (3, &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_places_follow_iso_4217() {
        for (code, exponent) in [("EUR", 2), ("JPY", 0), ("KWD", 3), ("XCG", 2), ("UGX", 0)] {
            assert_eq!(Currency::from_code(code).unwrap().exponent(), exponent, "{code}");
        }
    }

    #[test]
    fn no_code_stands_twice() {
        let mut codes: Vec<_> = CURRENCIES.iter().flat_map(|(_, codes)| *codes).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }

    #[test]
    fn small_letters_and_unknown_codes_are_refused() {
        assert!(Currency::from_code("eur").is_err());
        assert!(Currency::from_code("XXX").is_err());
        assert!(Currency::from_code("").is_err());
    }
}
