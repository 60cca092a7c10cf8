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
