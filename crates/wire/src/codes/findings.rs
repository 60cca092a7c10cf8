//! Findings as JSON: a stable code, the field, and a sentence.

use groat_payment_codes::{Finding, Oddity};
use groat_phrases::{Arg, Locale, finding};
use serde_json::{Value, json};

/// Writes a finding in a language.
pub(super) fn finding_json(found: &Finding, locale: Locale) -> Value {
    let field = found.field.name();
    let (code, mut args) = told(&found.oddity);
    args.push(("field", Arg::field(field)));
    json!({ "code": code, "field": field, "message": finding(locale, code, &args) })
}

type Told<'a> = (&'static str, Vec<(&'static str, Arg<'a>)>);

/// The stable word of an oddity, and the values of its sentence. Places are counted from 1.
fn told(oddity: &Oddity) -> Told<'_> {
    match oddity {
        Oddity::TrailingLines { count } => ("trailing-lines", vec![("count", (*count).into())]),
        Oddity::TooManyBytes { max, found } => {
            ("payload-too-long", vec![("max", (*max).into()), ("bytes", (*found).into())])
        }
        Oddity::TooLong { max, found } => {
            ("too-long", vec![("max", (*max).into()), ("found", (*found).into())])
        }
        Oddity::ForeignSign { at, found, .. } => {
            ("foreign-sign", vec![("position", (at + 1).into()), ("found", (*found).into())])
        }
        Oddity::Form { example } => ("form", vec![("example", (*example).into())]),
        Oddity::Unknown { key } => ("unknown", vec![("key", key.as_str().into())]),
        Oddity::NotWith { other } => ("not-with", vec![("other", Arg::field(other.name()))]),
        Oddity::AmountDiffers { expected } => {
            ("amount-differs", vec![("expected", expected.as_str().into())])
        }
        Oddity::Differs { expected } => ("differs", vec![("expected", expected.as_str().into())]),
        Oddity::Lookalike { at, found, like } => (
            "lookalike",
            vec![
                ("position", (at + 1).into()),
                ("found", (*found).into()),
                ("like", (*like).into()),
            ],
        ),
        Oddity::HostLooksLike { host, like } => {
            ("host-looks-like", vec![("host", host.as_str().into()), ("like", (*like).into())])
        }
        Oddity::SecondCode { standard } => {
            ("second-code", vec![("standard", standard.name().into())])
        }
        Oddity::CurrencyMeant { currency } => {
            ("currency-meant", vec![("currency", (*currency).into())])
        }
        Oddity::CurrencyUnusual { currency } => {
            ("currency-unusual", vec![("currency", currency.as_str().into())])
        }
        Oddity::OtherNetwork { network } => {
            ("other-network", vec![("network", network.to_string().into())])
        }
        Oddity::Checksum { computed } => ("checksum", vec![("computed", computed.as_str().into())]),
        bare => (word(bare), Vec::new()),
    }
}

/// The word of an oddity whose sentence needs no values.
fn word(oddity: &Oddity) -> &'static str {
    match oddity {
        Oddity::ByteOrderMark => "byte-order-mark",
        Oddity::BlanksAround => "blanks-around",
        Oddity::EndMissing => "end-missing",
        Oddity::NotNormalised => "not-normalised",
        Oddity::Missing => "missing",
        Oddity::Empty => "empty",
        Oddity::OutOfOrder => "out-of-order",
        Oddity::SmallLetterChecksum => "small-letter-checksum",
        Oddity::AmountZero => "amount-zero",
        Oddity::AmountDecimals => "amount-decimals",
        Oddity::AmountFixed => "amount-fixed",
        Oddity::NotHttps => "not-https",
        Oddity::Bound => "bound",
        Oddity::OneTime => "one-time",
        Oddity::Issued => "issued",
        Oddity::Withdrawn => "withdrawn",
        Oddity::PercentAlone => "percent-alone",
        Oddity::ReferenceUnknown => "reference-unknown",
        Oddity::ReferenceBroken => "reference-broken",
        Oddity::LineEnds => "line-ends",
        Oddity::Repeated => "repeated",
        Oddity::OftenRefused => "often-refused",
        _ => "odd",
    }
}

#[cfg(test)]
mod tests {
    use groat_payment_codes::{Field, Standard};

    use super::*;

    /// Where the oddities are declared: one that has no sample here fails the test.
    const DECLARED: &str = include_str!("../../../payment-codes/src/reading.rs");

    fn samples() -> Vec<Oddity> {
        let text = || "ngo.example".to_owned();
        vec![
            Oddity::ByteOrderMark,
            Oddity::BlanksAround,
            Oddity::TrailingLines { count: 2 },
            Oddity::EndMissing,
            Oddity::LineEnds,
            Oddity::TooManyBytes { max: 331, found: 340 },
            Oddity::TooLong { max: 25, found: 30 },
            Oddity::ForeignSign { at: 0, found: '\u{202e}', why: None },
            Oddity::NotNormalised,
            Oddity::Form { example: "8398" },
            Oddity::Missing,
            Oddity::Empty,
            Oddity::Unknown { key: text() },
            Oddity::Repeated,
            Oddity::OutOfOrder,
            Oddity::SmallLetterChecksum,
            Oddity::NotWith { other: Field::Iban },
            Oddity::AmountZero,
            Oddity::AmountDecimals,
            Oddity::AmountFixed,
            Oddity::AmountDiffers { expected: "5.00".to_owned() },
            Oddity::Differs { expected: text() },
            Oddity::Lookalike { at: 1, found: 'а', like: 'a' },
            Oddity::HostLooksLike { host: text(), like: "paypal.me" },
            Oddity::NotHttps,
            Oddity::SecondCode { standard: Standard::Epc },
            Oddity::Bound,
            Oddity::OneTime,
            Oddity::Issued,
            Oddity::Withdrawn,
            Oddity::OftenRefused,
            Oddity::PercentAlone,
            Oddity::CurrencyMeant { currency: "CZK" },
            Oddity::CurrencyUnusual { currency: "EUR".to_owned() },
            Oddity::ReferenceUnknown,
            Oddity::ReferenceBroken,
            Oddity::OtherNetwork { network: "testnet".to_owned() },
            Oddity::Checksum { computed: text() },
        ]
    }

    /// The names of the variants, as they stand in the source.
    fn declared() -> Vec<&'static str> {
        let (_, from) = DECLARED.split_once("pub enum Oddity {\n").unwrap();
        let (body, _) = from.split_once("\n}\n").unwrap();
        let names = body.lines().filter_map(|line| line.strip_prefix("    "));
        let names = names.filter(|line| line.starts_with(|sign: char| sign.is_ascii_uppercase()));
        names.map(|line| line.trim_end_matches([',', '{', ' '])).collect()
    }

    #[test]
    fn every_oddity_is_told_whole_in_every_language() {
        let named = |oddity: &Oddity| {
            let name = format!("{oddity:?}");
            name.split([' ', '(']).next().unwrap().to_owned()
        };
        let samples = samples();
        let names: Vec<String> = samples.iter().map(named).collect();
        assert_eq!(names, declared());
        for oddity in samples {
            let (word, _) = told(&oddity);
            assert_ne!(word, "odd", "{oddity:?}");
            let found = Finding { field: Field::PayeeName, oddity };
            for locale in Locale::ALL {
                let said = finding_json(&found, *locale);
                let said = said["message"].as_str().unwrap();
                assert!(!said.contains(['{', '}']) && !said.starts_with("finding-"), "{said}");
            }
            let english = finding_json(&found, Locale::En);
            assert_ne!(english, finding_json(&found, Locale::De), "{word}");
        }
    }
}
