//! Which currency a country pays in.
//!
//! Source: Unicode CLDR, `supplementalData`, `currencyData`: the currency in use, state of 2026
//! (Bulgaria has the euro, Curaçao and Sint Maarten the Caribbean guilder). Where two are legal
//! tender, the one that prices are written in. Countries without inhabitants are left out.

use crate::Currency;

impl Currency {
    /// Returns the currency of a country by its two capital letters of ISO 3166 ("XK" for Kosovo).
    ///
    /// ```
    /// use groat_money::Currency;
    /// assert_eq!(Currency::of_country("JP").map(Currency::code), Some("JPY"));
    /// assert_eq!(Currency::of_country("QQ"), None);
    /// ```
    #[must_use]
    pub fn of_country(country: &str) -> Option<Currency> {
        let found = BY_CURRENCY.iter().find(|(_, countries)| countries.contains(&country));
        found.and_then(|(code, _)| Currency::from_code(code).ok())
    }
}

/// Returns every country that has a currency here, by its two letters, in their order.
#[must_use]
pub fn countries() -> Vec<&'static str> {
    let mut all: Vec<&str> =
        BY_CURRENCY.iter().flat_map(|(_, countries)| *countries).copied().collect();
    all.sort_unstable();
    all
}

const BY_CURRENCY: &[(&str, &[&str])] = &[
    ("AED", &["AE"]),
    ("AFN", &["AF"]),
    ("ALL", &["AL"]),
    ("AMD", &["AM"]),
    ("AOA", &["AO"]),
    ("ARS", &["AR"]),
    ("AUD", &["AU", "CC", "CX", "KI", "NF", "NR", "TV"]),
    ("AWG", &["AW"]),
    ("AZN", &["AZ"]),
    ("BAM", &["BA"]),
    ("BBD", &["BB"]),
    ("BDT", &["BD"]),
    ("BHD", &["BH"]),
    ("BIF", &["BI"]),
    ("BMD", &["BM"]),
    ("BND", &["BN"]),
    ("BOB", &["BO"]),
    ("BRL", &["BR"]),
    ("BSD", &["BS"]),
    ("BTN", &["BT"]),
    ("BWP", &["BW"]),
    ("BYN", &["BY"]),
    ("BZD", &["BZ"]),
    ("CAD", &["CA"]),
    ("CDF", &["CD"]),
    ("CHF", &["CH", "LI"]),
    ("CLP", &["CL"]),
    ("CNY", &["CN"]),
    ("COP", &["CO"]),
    ("CRC", &["CR"]),
    ("CUP", &["CU"]),
    ("CVE", &["CV"]),
    ("CZK", &["CZ"]),
    ("DJF", &["DJ"]),
    ("DKK", &["DK", "FO", "GL"]),
    ("DOP", &["DO"]),
    ("DZD", &["DZ"]),
    ("EGP", &["EG"]),
    ("ERN", &["ER"]),
    ("ETB", &["ET"]),
    (
        "EUR",
        &[
            "AD", "AT", "AX", "BE", "BG", "BL", "CY", "DE", "EE", "ES", "FI", "FR", "GF", "GP",
            "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MC", "ME", "MF", "MQ", "MT", "NL", "PM",
            "PT", "RE", "SI", "SK", "SM", "VA", "XK", "YT",
        ],
    ),
    ("FJD", &["FJ"]),
    ("FKP", &["FK"]),
    ("GBP", &["GB", "GG", "IM", "JE"]),
    ("GEL", &["GE"]),
    ("GHS", &["GH"]),
    ("GIP", &["GI"]),
    ("GMD", &["GM"]),
    ("GNF", &["GN"]),
    ("GTQ", &["GT"]),
    ("GYD", &["GY"]),
    ("HKD", &["HK"]),
    ("HNL", &["HN"]),
    ("HTG", &["HT"]),
    ("HUF", &["HU"]),
    ("IDR", &["ID"]),
    ("ILS", &["IL", "PS"]),
    ("INR", &["IN"]),
    ("IQD", &["IQ"]),
    ("IRR", &["IR"]),
    ("ISK", &["IS"]),
    ("JMD", &["JM"]),
    ("JOD", &["JO"]),
    ("JPY", &["JP"]),
    ("KES", &["KE"]),
    ("KGS", &["KG"]),
    ("KHR", &["KH"]),
    ("KMF", &["KM"]),
    ("KPW", &["KP"]),
    ("KRW", &["KR"]),
    ("KWD", &["KW"]),
    ("KYD", &["KY"]),
    ("KZT", &["KZ"]),
    ("LAK", &["LA"]),
    ("LBP", &["LB"]),
    ("LKR", &["LK"]),
    ("LRD", &["LR"]),
    ("LSL", &["LS"]),
    ("LYD", &["LY"]),
    ("MAD", &["EH", "MA"]),
    ("MDL", &["MD"]),
    ("MGA", &["MG"]),
    ("MKD", &["MK"]),
    ("MMK", &["MM"]),
    ("MNT", &["MN"]),
    ("MOP", &["MO"]),
    ("MRU", &["MR"]),
    ("MUR", &["MU"]),
    ("MVR", &["MV"]),
    ("MWK", &["MW"]),
    ("MXN", &["MX"]),
    ("MYR", &["MY"]),
    ("MZN", &["MZ"]),
    ("NAD", &["NA"]),
    ("NGN", &["NG"]),
    ("NIO", &["NI"]),
    ("NOK", &["NO", "SJ"]),
    ("NPR", &["NP"]),
    ("NZD", &["CK", "NU", "NZ", "PN", "TK"]),
    ("OMR", &["OM"]),
    ("PAB", &["PA"]),
    ("PEN", &["PE"]),
    ("PGK", &["PG"]),
    ("PHP", &["PH"]),
    ("PKR", &["PK"]),
    ("PLN", &["PL"]),
    ("PYG", &["PY"]),
    ("QAR", &["QA"]),
    ("RON", &["RO"]),
    ("RSD", &["RS"]),
    ("RUB", &["RU"]),
    ("RWF", &["RW"]),
    ("SAR", &["SA"]),
    ("SBD", &["SB"]),
    ("SCR", &["SC"]),
    ("SDG", &["SD"]),
    ("SEK", &["SE"]),
    ("SGD", &["SG"]),
    ("SHP", &["SH"]),
    ("SLE", &["SL"]),
    ("SOS", &["SO"]),
    ("SRD", &["SR"]),
    ("SSP", &["SS"]),
    ("STN", &["ST"]),
    ("SYP", &["SY"]),
    ("SZL", &["SZ"]),
    ("THB", &["TH"]),
    ("TJS", &["TJ"]),
    ("TMT", &["TM"]),
    ("TND", &["TN"]),
    ("TOP", &["TO"]),
    ("TRY", &["TR"]),
    ("TTD", &["TT"]),
    ("TWD", &["TW"]),
    ("TZS", &["TZ"]),
    ("UAH", &["UA"]),
    ("UGX", &["UG"]),
    (
        "USD",
        &["AS", "BQ", "EC", "FM", "GU", "MH", "MP", "PR", "PW", "SV", "TC", "TL", "US", "VG", "VI"],
    ),
    ("UYU", &["UY"]),
    ("UZS", &["UZ"]),
    ("VES", &["VE"]),
    ("VND", &["VN"]),
    ("VUV", &["VU"]),
    ("WST", &["WS"]),
    ("XAF", &["CF", "CG", "CM", "GA", "GQ", "TD"]),
    ("XCD", &["AG", "AI", "DM", "GD", "KN", "LC", "MS", "VC"]),
    ("XCG", &["CW", "SX"]),
    ("XOF", &["BF", "BJ", "CI", "GW", "ML", "NE", "SN", "TG"]),
    ("XPF", &["NC", "PF", "WF"]),
    ("YER", &["YE"]),
    ("ZAR", &["ZA"]),
    ("ZMW", &["ZM"]),
    ("ZWG", &["ZW"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_stands_once_and_has_a_known_currency() {
        let all = countries();
        assert!(all.len() > 240, "{}", all.len());
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
        assert!(all.iter().all(|country| Currency::of_country(country).is_some()));
    }

    #[test]
    fn the_currencies_of_well_known_countries_are_right() {
        for (country, code) in [
            ("DE", "EUR"),
            ("HR", "EUR"),
            ("BG", "EUR"),
            ("CH", "CHF"),
            ("BH", "BHD"),
            ("VN", "VND"),
        ] {
            assert_eq!(Currency::of_country(country).unwrap().code(), code, "{country}");
        }
    }
}
