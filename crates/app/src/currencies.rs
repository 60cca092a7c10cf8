//! What amounts mean in a currency: which are offered, and above which one is a slip.

use groat_money::{Currency, Money};

/// How much more whole units a small gift takes than in euro, as a power of ten. Currencies that
/// are not listed are within a few times of the euro. Rounded from exchange rates of 2026; only
/// what is offered and the limit against slips rest on it.
const TENS: &[(u32, &[&str])] = &[
    (
        1,
        &[
            "BWP", "CNY", "CZK", "DKK", "EGP", "ETB", "GHS", "GTQ", "HKD", "MAD", "MDL", "MOP",
            "MVR", "MXN", "NAD", "NOK", "SCR", "SEK", "SZL", "LSL", "THB", "TRY", "TWD", "UAH",
            "UYU", "ZAR", "HNL", "NIO", "DOP", "MUR", "PHP", "TTD", "MRU", "ZMW", "SRD", "VES",
            "MKD", "BTN", "INR", "NPR", "AFN", "KGS", "CUP", "ERN", "ZWG",
        ],
    ),
    (
        2,
        &[
            "ALL", "AMD", "AOA", "BDT", "CRC", "CVE", "DJF", "DZD", "GMD", "HTG", "HUF", "ISK",
            "JMD", "JPY", "KES", "KMF", "KZT", "LKR", "LRD", "MZN", "PKR", "RSD", "RUB", "VUV",
            "XAF", "XOF", "XPF", "YER", "CLP", "ARS", "MWK", "NGN", "SDG", "SSP", "GYD",
        ],
    ),
    (3, &["COP", "IQD", "KRW", "MMK", "BIF", "RWF", "TZS", "CDF", "KHR", "MGA", "MNT", "UGX"]),
    (4, &["IDR", "LAK", "VND", "GNF", "PYG", "UZS", "SLE", "SYP", "STN", "LBP", "IRR"]),
];

/// The amounts that a new drive starts from where no rule fits: what people there give.
const CUSTOMARY: &[(&str, [i64; 3])] = &[
    ("JPY", [500, 1000, 3000]),
    ("INR", [50, 100, 500]),
    ("KWD", [1, 2, 5]),
    ("BHD", [1, 2, 5]),
    ("OMR", [1, 2, 5]),
    ("JOD", [1, 2, 5]),
];

/// One more than the most whole units of a gift in euro; the EPC code carries no more either
/// (EPC069-12, line 8).
const WHOLE_MAX: i64 = 1_000_000_000;

/// Returns the amounts that a new drive starts from, smallest first.
#[must_use]
pub fn suggested(currency: Currency) -> [Money; 3] {
    let customary = CUSTOMARY.iter().find(|(code, _)| *code == currency.code());
    let whole = customary.map_or_else(
        || [2, 5, 10].map(|amount| amount * 10_i64.pow(tens(currency))),
        |(_, amounts)| *amounts,
    );
    whole.map(|whole| Money::from_minor(whole * minor_units(currency), currency))
}

/// Returns the largest amount of a gift or a goal. A larger one is taken for a slip.
#[must_use]
pub fn largest(currency: Currency) -> Money {
    let whole = WHOLE_MAX * 10_i64.pow(tens(currency));
    Money::from_minor(whole * minor_units(currency) - 1, currency)
}

fn tens(currency: Currency) -> u32 {
    let row = TENS.iter().find(|(_, codes)| codes.contains(&currency.code()));
    row.map_or(0, |(tens, _)| *tens)
}

fn minor_units(currency: Currency) -> i64 {
    10_i64.pow(u32::from(currency.exponent()))
}

#[cfg(test)]
mod tests {
    use groat_money::countries;

    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap()
    }

    #[test]
    fn what_is_offered_fits_the_currency() {
        for (code, texts) in [
            ("EUR", ["2.00", "5.00", "10.00"]),
            ("JPY", ["500", "1000", "3000"]),
            ("KWD", ["1.000", "2.000", "5.000"]),
            ("IDR", ["20000.00", "50000.00", "100000.00"]),
            ("VND", ["20000", "50000", "100000"]),
            ("CZK", ["20.00", "50.00", "100.00"]),
        ] {
            assert_eq!(suggested(currency(code)).map(Money::decimal_text), texts);
        }
    }

    #[test]
    fn the_largest_amount_leaves_room_for_sums_in_every_currency() {
        assert_eq!(largest(Currency::EUR).decimal_text(), "999999999.99");
        assert_eq!(largest(currency("JPY")).decimal_text(), "99999999999");
        assert_eq!(largest(currency("KWD")).decimal_text(), "999999999.999");
        for country in countries() {
            let most = largest(Currency::of_country(country).unwrap()).minor();
            assert!(most > 0 && most <= i64::MAX / 500, "{country}: {most}");
        }
    }

    #[test]
    fn every_listed_currency_exists_and_stands_once() {
        let mut all: Vec<&str> = TENS.iter().flat_map(|(_, codes)| *codes).copied().collect();
        assert!(all.iter().all(|code| Currency::from_code(code).is_ok()), "{all:?}");
        let listed = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), listed);
    }
}
