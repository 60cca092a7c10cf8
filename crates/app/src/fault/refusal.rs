//! What the standards of payment codes refuse, told to a person.

use groat_payment_codes::{
    BicError, CreditorReferenceError, Field, Flaw, IbanError, IbanSign, OgmError, ReferenceError,
    Refusal,
};
use groat_phrases::Arg;

use super::{Code, Fault};

/// The fault of a code that a standard does not take, pointing at the part by its name.
impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        let field = refusal.field.name();
        fault_of(refusal).with("field", Arg::field(field)).at(field)
    }
}

fn fault_of(Refusal { field, flaw }: Refusal) -> Fault {
    let is_amount = field == Field::Amount;
    match flaw {
        Flaw::Missing if is_amount => Fault::new(Code::AmountEmpty),
        Flaw::Missing => Fault::new(Code::FieldMissing),
        Flaw::NotCarried => Fault::new(Code::FieldNotCarried),
        Flaw::NotWith { other } => {
            Fault::new(Code::FieldNotWith).with("other", Arg::field(other.name()))
        }
        Flaw::Needs { other } => {
            Fault::new(Code::FieldNeeds).with("other", Arg::field(other.name()))
        }
        Flaw::Repeated => Fault::new(Code::FieldRepeated),
        Flaw::CheckDigits => Fault::new(Code::CheckDigits),
        Flaw::Checksum { .. } => Fault::new(Code::PayloadChecksum),
        Flaw::Zero => Fault::new(Code::AmountZero),
        Flaw::Negative => Fault::new(Code::AmountNegative),
        Flaw::TooPrecise { decimals } => Fault::new(Code::TooPrecise).with("decimals", decimals),
        Flaw::TooLarge { max } if is_amount => Fault::new(Code::AmountTooLarge).with("max", max),
        Flaw::TooLarge { max } => Fault::new(Code::TooLarge).with("max", max),
        Flaw::TooSmall { min } => Fault::new(Code::TooSmall).with("min", min),
        Flaw::OtherStandard => Fault::new(Code::PayloadUnknownStandard),
        Flaw::Broken { place } => Fault::new(Code::PayloadMalformed).with("detail", place),
        Flaw::Bound => Fault::new(Code::Bound),
        Flaw::OtherNetwork => Fault::new(Code::OtherNetwork),
        Flaw::OneTime => Fault::new(Code::OneTime),
        Flaw::Iban(error) => error.into(),
        Flaw::Bic(error) => error.into(),
        Flaw::Reference(error) => error.into(),
        Flaw::CreditorReference(error) => error.into(),
        Flaw::Ogm(error) => error.into(),
        of_form => fault_of_form(of_form),
    }
}

/// The flaws in how a part is written.
fn fault_of_form(flaw: Flaw) -> Fault {
    match flaw {
        Flaw::Kind => Fault::new(Code::FieldKind),
        Flaw::TooLong { max, found } => {
            Fault::new(Code::FieldTooLong).with("max", max).with("found", found)
        }
        Flaw::Length { allowed, found } => {
            Fault::new(Code::FieldLength).with("allowed", listed(allowed)).with("found", found)
        }
        Flaw::TooManyBytes { max, found } => {
            Fault::new(Code::FieldBytes).with("max", max).with("found", found)
        }
        Flaw::ForeignSign { at, found, .. } => {
            Fault::new(Code::FieldSign).with("found", found).with("position", at + 1)
        }
        Flaw::TooMany { max, found } => {
            Fault::new(Code::FieldTooMany).with("max", max).with("found", found)
        }
        Flaw::Form { example } => Fault::new(Code::FieldForm).with("example", example),
        Flaw::NotOneOf { allowed, found } => {
            Fault::new(Code::FieldNotOneOf).with("found", found).with("allowed", listed(allowed))
        }
        Flaw::MixedCase => Fault::new(Code::MixedCase),
        Flaw::NotDecimal { found } => Fault::new(Code::NotDecimal).with("found", found),
        Flaw::NotADay { found } => Fault::new(Code::DateMalformed).with("found", found),
        Flaw::UnknownVersion { found } => Fault::new(Code::VersionUnknown).with("found", found),
        Flaw::NotInCharset { at } => Fault::new(Code::NotInCharset).with("position", at + 1),
        // The list may grow in `payment-codes`.
        other => Fault::new(Code::Internal).because(other),
    }
}

fn listed(allowed: &[impl ToString]) -> Arg<'static> {
    let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
    Arg::text(allowed.join(", "))
}

impl From<BicError> for Fault {
    fn from(error: BicError) -> Fault {
        Fault::new(Code::BicMalformed).because(error)
    }
}

impl From<IbanError> for Fault {
    fn from(error: IbanError) -> Fault {
        match error {
            IbanError::Empty => Fault::new(Code::IbanEmpty),
            IbanError::ForeignSign { at, found } => {
                Fault::new(Code::IbanForeignSign).with("found", found).with("position", at + 1)
            }
            IbanError::UnknownCountry { code } => {
                Fault::new(Code::IbanUnknownCountry).with("country", code)
            }
            IbanError::WrongStructure { at, expected } => {
                Fault::new(Code::IbanWrongStructure).with("position", at + 1).with(
                    "expected",
                    match expected {
                        IbanSign::Digit => "digit",
                        IbanSign::Capital => "capital",
                        IbanSign::CapitalOrDigit => "capital-or-digit",
                    },
                )
            }
            IbanError::WrongLength { country, expected, found } => {
                Fault::new(Code::IbanWrongLength)
                    .with("country-name", Arg::country(country.code()))
                    .with("expected", expected)
                    .with("found", found)
            }
            IbanError::CheckDigits => Fault::new(Code::IbanCheckDigits),
            other => Fault::new(Code::Internal).because(other),
        }
    }
}

impl From<CreditorReferenceError> for Fault {
    fn from(error: CreditorReferenceError) -> Fault {
        Fault::new(match error {
            CreditorReferenceError::CheckDigits => Code::ReferenceCheckDigits,
            CreditorReferenceError::TooLong { .. } => Code::ReferenceTooLong,
            _ => Code::ReferenceMalformed,
        })
        .because(error)
    }
}

impl From<OgmError> for Fault {
    fn from(error: OgmError) -> Fault {
        match error {
            OgmError::ForeignSign { at, found } => foreign_sign(at, found),
            OgmError::WrongLength { found: 0, .. } => Fault::new(Code::ReferenceEmpty),
            OgmError::WrongLength { expected, found } if found < expected => {
                too_short(expected, found)
            }
            OgmError::WrongLength { .. } => Fault::new(Code::ReferenceTooLong),
            _ => Fault::new(Code::ReferenceCheckDigits),
        }
        .because(error)
    }
}

impl From<ReferenceError> for Fault {
    fn from(error: ReferenceError) -> Fault {
        match error {
            ReferenceError::Empty => Fault::new(Code::ReferenceEmpty),
            ReferenceError::NoPrefix { expected } => {
                Fault::new(Code::ReferenceNoPrefix).with("expected", expected)
            }
            ReferenceError::ForeignSign { at, found } => foreign_sign(at, found),
            ReferenceError::TooShort { needed, found } => too_short(needed, found),
            ReferenceError::TooLong { .. } => Fault::new(Code::ReferenceTooLong),
            ReferenceError::Blocks { room } => Fault::new(Code::ReferenceBlocks).with("max", room),
            ReferenceError::Zero => Fault::new(Code::ReferenceZero),
            ReferenceError::LengthDigit => Fault::new(Code::ReferenceLengthDigit),
            ReferenceError::NoCheckDigit => Fault::new(Code::ReferenceNoCheckDigit),
            _ => Fault::new(Code::ReferenceCheckDigits),
        }
        .because(error)
    }
}

fn foreign_sign(at: usize, found: char) -> Fault {
    Fault::new(Code::ReferenceSign).with("found", found).with("position", at + 1)
}

fn too_short(needed: usize, found: usize) -> Fault {
    Fault::new(Code::ReferenceTooShort).with("needed", needed).with("found", found)
}

#[cfg(test)]
mod tests {
    use groat_phrases::{Locale, fault};

    use super::*;

    fn flaws() -> Vec<(Flaw, &'static str)> {
        let found = || "x".to_owned();
        vec![
            (Flaw::Missing, "field-missing"),
            (Flaw::NotCarried, "field-not-carried"),
            (Flaw::Kind, "field-kind"),
            (Flaw::TooLong { max: 1, found: 2 }, "field-too-long"),
            (Flaw::Length { allowed: &[10, 12], found: 2 }, "field-length"),
            (Flaw::TooManyBytes { max: 1, found: 2 }, "field-bytes"),
            (Flaw::ForeignSign { at: 0, found: '*', why: None }, "field-sign"),
            (Flaw::Form { example: "x" }, "field-form"),
            (Flaw::NotOneOf { allowed: &["a", "b"], found: found() }, "field-not-one-of"),
            (Flaw::NotWith { other: Field::Iban }, "field-not-with"),
            (Flaw::Needs { other: Field::Iban }, "field-needs"),
            (Flaw::Repeated, "field-repeated"),
            (Flaw::CheckDigits, "check-digits"),
            (Flaw::Checksum { found: found(), computed: found() }, "payload-checksum"),
            (Flaw::MixedCase, "mixed-case"),
            (Flaw::NotDecimal { found: found() }, "not-decimal"),
            (Flaw::Zero, "amount-zero"),
            (Flaw::Negative, "amount-negative"),
            (Flaw::TooPrecise { decimals: 2 }, "too-precise"),
            (Flaw::TooLarge { max: found() }, "too-large"),
            (Flaw::TooSmall { min: found() }, "too-small"),
            (Flaw::NotADay { found: found() }, "date-malformed"),
            (Flaw::UnknownVersion { found: found() }, "version-unknown"),
            (Flaw::NotInCharset { at: 0 }, "not-in-charset"),
            (Flaw::OtherStandard, "payload-unknown-standard"),
            (Flaw::Broken { place: found() }, "payload-malformed"),
            (Flaw::Bound, "bound"),
            (Flaw::OtherNetwork, "other-network"),
            (Flaw::OneTime, "one-time"),
            (IbanError::CheckDigits.into(), "iban-check-digits"),
            (BicError::Empty.into(), "bic-malformed"),
            (ReferenceError::Zero.into(), "reference-zero"),
            (CreditorReferenceError::NotRf.into(), "reference-malformed"),
            (OgmError::CheckDigits.into(), "reference-check-digits"),
        ]
    }

    #[test]
    fn every_flaw_is_told_whole_in_every_language() {
        for (flaw, code) in flaws() {
            let told = Fault::from(Refusal::new(Field::PayeeName, flaw.clone()));
            assert_eq!((told.code.as_str(), told.field.as_deref()), (code, Some("payee_name")));
            for locale in Locale::ALL {
                let (sentence, hint) = fault(*locale, code, &told.params);
                let said = sentence + &hint.unwrap_or_default();
                assert!(!said.contains(['{', '}']), "{flaw:?}: {said}");
            }
        }
    }

    #[test]
    fn parts_are_called_as_people_know_them() {
        let said = |locale, flaw| {
            let told = Fault::from(Refusal::new(Field::PayeeHouseNo, flaw));
            fault(locale, told.code.as_str(), &told.params).0
        };
        let needs = Flaw::Needs { other: Field::PayeeStreet };
        let text = "House number: this needs one more part (Street).";
        assert_eq!(said(Locale::En, needs), text);
        assert_eq!(said(Locale::De, Flaw::Missing), "Hausnummer: Das fehlt.");
    }

    #[test]
    fn a_missing_or_too_large_amount_is_told_as_one() {
        let told = |flaw| Fault::from(Refusal::new(Field::Amount, flaw)).code;
        assert_eq!(told(Flaw::Missing), Code::AmountEmpty);
        assert_eq!(told(Flaw::TooLarge { max: "1.00".to_owned() }), Code::AmountTooLarge);
    }
}
