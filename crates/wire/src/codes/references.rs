//! References made and checked: which scheme stands behind each name, and its refusals.

use groat_app::{Code, Fault};
use groat_payment_codes::{
    CreditorReference, GiftNumber, Hr00, Iban, Kid11, LuhnReference, Model97, Ogm, Qrr,
    ReferenceScheme, Si12, VariableSymbol, Viite, Viitenumber,
};
use serde::Deserialize;

use super::{Request, fields, malformed, unknown_standard};

const LUHN: &str = "LUHN_OCR_KID10";

/// A base to make a reference of, or a reference to check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ToMake {
    base: String,
    length_digit: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ToCheck {
    value: String,
    length_digit: Option<bool>,
}

/// A gift number to carry.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ToCarry {
    number: String,
}

/// Makes or checks what was asked for and returns the reference in its normal form.
pub(super) fn reference(asked: Request) -> Result<String, Fault> {
    match asked.kind.as_deref() {
        Some("carry") => return carry(&asked.standard, fields(asked.input)?),
        Some("find") => return find(&asked.standard, fields(asked.input)?),
        _ => {}
    }
    let scheme = Scheme::named(&asked.standard).ok_or_else(unknown_standard)?;
    match asked.kind.as_deref() {
        Some("make") => {
            let ToMake { base, length_digit } = fields(asked.input)?;
            let scheme = scheme.with_length_digit(length_digit)?;
            scheme.make(&base).map_err(|fault| fault.at("base"))
        }
        Some("check") => {
            let ToCheck { value, length_digit } = fields(asked.input)?;
            let scheme = scheme.with_length_digit(length_digit)?;
            scheme.check(&value).map_err(|fault| fault.at("value"))
        }
        _ => Err(malformed("kind").at("kind")),
    }
}

/// Writes a gift number as a reference of the scheme.
fn carry(scheme: &str, ToCarry { number }: ToCarry) -> Result<String, Fault> {
    let scheme = ReferenceScheme::from_name(scheme).ok_or_else(unknown_standard)?;
    let number = GiftNumber::parse(&number).map_err(|error| Fault::from(error).at("number"))?;
    let reference = number.to_reference(scheme);
    reference.ok_or_else(|| Fault::new(Code::ReferenceNoCheckDigit).at("number"))
}

/// Finds the gift number in what a bank made of a reference of the scheme.
fn find(scheme: &str, ToCheck { value, .. }: ToCheck) -> Result<String, Fault> {
    let scheme = ReferenceScheme::from_name(scheme).ok_or_else(unknown_standard)?;
    let number = GiftNumber::from_reference(scheme, &value);
    number.map(GiftNumber::digits).ok_or_else(|| Fault::new(Code::NumberMalformed).at("value"))
}

/// How references of one name are made and checked.
struct Scheme {
    name: &'static str,
    make: fn(&str) -> Result<String, Fault>,
    check: fn(&str) -> Result<String, Fault>,
}

impl Scheme {
    fn named(name: &str) -> Option<Scheme> {
        Some(match name {
            "IBAN" => Scheme {
                name: "IBAN",
                make: |_| Err(malformed("kind")),
                check: |value| Ok(Iban::parse(value)?.to_string()),
            },
            "GIFT_NUMBER" => Scheme {
                name: "GIFT_NUMBER",
                make: with_check_digit,
                check: |value| Ok(GiftNumber::parse(value)?.digits()),
            },
            "RF_ISO11649" => Scheme {
                name: "RF_ISO11649",
                make: |base| written(CreditorReference::from_base(base)),
                check: |value| written(CreditorReference::parse(value)),
            },
            "BE_OGM" => Scheme {
                name: "BE_OGM",
                make: |base| Ok(Ogm::from_base(base)?.printed()),
                check: |value| Ok(Ogm::parse(value)?.printed()),
            },
            _ => return Scheme::national(name),
        })
    }

    fn national(name: &str) -> Option<Scheme> {
        macro_rules! scheme {
            ($name:literal, $reference:ty) => {
                Scheme {
                    name: $name,
                    make: |base| written(<$reference>::from_base(base)),
                    check: |value| written(<$reference>::parse(value)),
                }
            };
        }
        Some(match name {
            "CH_QRR" => scheme!("CH_QRR", Qrr),
            "FI_VIITE" => scheme!("FI_VIITE", Viite),
            "EE_VIITENUMBER" => scheme!("EE_VIITENUMBER", Viitenumber),
            "LUHN_OCR_KID10" => scheme!("LUHN_OCR_KID10", LuhnReference),
            "NO_KID11" => scheme!("NO_KID11", Kid11),
            "SI_SI12" => scheme!("SI_SI12", Si12),
            "RS_MODEL97" => scheme!("RS_MODEL97", Model97),
            "CZ_SK_VS" => scheme!("CZ_SK_VS", VariableSymbol),
            "HR_HR00" => scheme!("HR_HR00", Hr00),
            _ => return None,
        })
    }

    /// Only OCR numbers have a length digit.
    fn with_length_digit(self, wanted: Option<bool>) -> Result<Scheme, Fault> {
        match (wanted, self.name) {
            (None | Some(false), _) => Ok(self),
            (Some(true), LUHN) => Ok(Scheme {
                name: LUHN,
                make: |base| written(LuhnReference::from_base_with_length(base)),
                check: |value| written(LuhnReference::parse_with_length(value)),
            }),
            (Some(true), _) => Err(malformed("length_digit").at("length_digit")),
        }
    }

    fn make(&self, base: &str) -> Result<String, Fault> {
        (self.make)(base)
    }

    fn check(&self, value: &str) -> Result<String, Fault> {
        (self.check)(value)
    }
}

fn written<R: ToString, E: Into<Fault>>(reference: Result<R, E>) -> Result<String, Fault> {
    reference.map(|reference| reference.to_string()).map_err(Into::into)
}

/// Exactly one of the ten digits fits behind the nine of desk and serial.
fn with_check_digit(base: &str) -> Result<String, Fault> {
    if base.len() != 9 || !base.bytes().all(|sign| sign.is_ascii_digit()) {
        return Err(Fault::new(Code::NumberMalformed));
    }
    let mut numbers = ('0'..='9').map(|digit| GiftNumber::parse(&format!("{base}{digit}")));
    let number = numbers.find_map(Result::ok).ok_or_else(|| Fault::new(Code::NumberMalformed))?;
    Ok(number.digits())
}
