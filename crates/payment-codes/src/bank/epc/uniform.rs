//! The code as one of many: from the common request and back to it.
//!
//! `reference_type` is `TEXT` or nothing (reference, one blank, message, all in line 11), `RF` or
//! `OGM` (line 10, and no message beside it). What is read from line 11 is the message. `charset`
//! is the digit of line 3; only 1, UTF-8, is written.

use groat_money::{Currency, Money};

use super::{
    AMOUNT_MINOR_MAX, EpcAmountFlaw, EpcError, EpcField, EpcFinding, EpcReading, EpcRefusal,
    EpcRequest, EpcVersion, INFORMATION_LENGTH_MAX, NAME_LENGTH_MAX, PAYLOAD_BYTES_MAX, Purpose,
    PurposeError, Remittance, SEPA_COUNTRIES, decode_text,
};
use crate::bank::lines;
use crate::{
    AmountLimits, Bic, CreditorReference, Encoded, Field, Finding, Flaw, Oddity, Ogm, Options,
    Reading, Refusal, Request, Standard,
};

const FIELDS: &[Field] = &[
    Field::Version,
    Field::Charset,
    Field::Bic,
    Field::PayeeName,
    Field::Iban,
    Field::Amount,
    Field::Currency,
    Field::Purpose,
    Field::Reference,
    Field::ReferenceType,
    Field::Message,
    Field::Information,
];
const REFERENCE_TYPES: &[&str] = &["TEXT", "RF", "OGM"];
const PURPOSE_LENGTH_MAX: usize = 4;
const AMOUNT: AmountLimits = AmountLimits { decimals: 2, minor_max: AMOUNT_MINOR_MAX };
const AMOUNT_EXAMPLE: &str = "EUR12.50";

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(FIELDS)?;
    let text = text_field(request);
    let payload = super::encode(&typed(request)?).map_err(|error| unencodable(error, text))?;
    Ok(payload.into())
}

fn typed(request: &Request) -> Result<EpcRequest, Refusal> {
    let version = version(request)?;
    if let Some(charset) = request.whole(Field::Charset)?.filter(|charset| *charset != 1) {
        let flaw = Flaw::NotOneOf { allowed: &["1"], found: charset.to_string() };
        return Err(Refusal::new(Field::Charset, flaw));
    }
    let payee_name = request.needed_fitting(Field::PayeeName, NAME_LENGTH_MAX)?;
    let mut typed = EpcRequest::new(payee_name, request.iban(&[])?);
    typed.version = version;
    typed.bic = request.bic()?;
    typed.amount = request.amount(request.currency(&["EUR"])?, AMOUNT)?;
    typed.purpose = request.text(Field::Purpose)?.map(purpose).transpose()?;
    typed.remittance = remittance(request)?;
    let information = request.fitting(Field::Information, INFORMATION_LENGTH_MAX)?;
    typed.information = information.map(str::to_owned);
    Ok(typed)
}

fn version(request: &Request) -> Result<EpcVersion, Refusal> {
    match request.text(Field::Version)? {
        None | Some("002") => Ok(EpcVersion::V002),
        Some("001") => Ok(EpcVersion::V001),
        Some(found) => {
            let flaw = Flaw::NotOneOf { allowed: &["001", "002"], found: found.to_owned() };
            Err(Refusal::new(Field::Version, flaw))
        }
    }
}

fn purpose(text: &str) -> Result<Purpose, Refusal> {
    Purpose::parse(text).map_err(|error| Refusal::new(Field::Purpose, purpose_flaw(error)))
}

fn purpose_flaw(error: PurposeError) -> Flaw {
    match error {
        PurposeError::Empty => Flaw::Missing,
        PurposeError::TooLong { found } => Flaw::TooLong { max: PURPOSE_LENGTH_MAX, found },
        PurposeError::ForeignSign { at, found } => Flaw::ForeignSign { at, found, why: None },
    }
}

fn remittance(request: &Request) -> Result<Remittance, Refusal> {
    let reference = request.text(Field::Reference)?;
    let message = request.text(Field::Message)?;
    let structured = match request.text(Field::ReferenceType)? {
        None | Some("TEXT") => {
            let (reference, message) = (reference.unwrap_or_default(), message.unwrap_or_default());
            return Ok(Remittance::text(reference, message));
        }
        Some("RF") => CreditorReference::parse(request.needed(Field::Reference)?)
            .map(Remittance::Reference)
            .map_err(|error| Refusal::new(Field::Reference, error))?,
        Some("OGM") => Ogm::parse(request.needed(Field::Reference)?)
            .map(Remittance::Ogm)
            .map_err(|error| Refusal::new(Field::Reference, error))?,
        Some(found) => {
            let flaw = Flaw::NotOneOf { allowed: REFERENCE_TYPES, found: found.to_owned() };
            return Err(Refusal::new(Field::ReferenceType, flaw));
        }
    };
    match message {
        Some(_) => Err(Refusal::new(Field::Message, Flaw::NotWith { other: Field::Reference })),
        None => Ok(structured),
    }
}

/// The field that a fault of line 11 points at: the longer part of what stands there.
fn text_field(request: &Request) -> Field {
    request.word(Field::Message).map_or(Field::Reference, |_| Field::Message)
}

fn unencodable(error: EpcError, text: Field) -> Refusal {
    let at = |field| if field == EpcField::Text { text } else { name_of(field) };
    match error {
        EpcError::Empty { field } => Refusal::new(at(field), Flaw::Missing),
        EpcError::TooLong { field, max, found } => {
            Refusal::new(at(field), Flaw::TooLong { max, found })
        }
        EpcError::ForeignSign { field, at: place, found, why } => {
            Refusal::new(at(field), Flaw::ForeignSign { at: place, found, why: Some(why) })
        }
        EpcError::NotEuro { found } => {
            let flaw = Flaw::NotOneOf { allowed: &["EUR"], found: found.code().to_owned() };
            Refusal::new(Field::Currency, flaw)
        }
        EpcError::AmountOutOfRange { amount } => out_of_range(amount.minor() <= 0),
        EpcError::BicNeededOutsideEea { .. } | EpcError::BicNeededInVersion001 => {
            Refusal::new(Field::Bic, Flaw::Missing)
        }
        EpcError::OutsideSepa { country } => {
            let flaw = Flaw::NotOneOf { allowed: SEPA_COUNTRIES, found: country.code().to_owned() };
            Refusal::new(Field::Iban, flaw)
        }
        EpcError::OgmOutsideBelgium { .. } => {
            Refusal::new(Field::Reference, Flaw::NotWith { other: Field::Iban })
        }
        EpcError::NationalReference => Refusal::new(Field::Reference, Flaw::NotCarried),
        EpcError::PayloadTooLong { bytes } => {
            let flaw = Flaw::TooManyBytes { max: PAYLOAD_BYTES_MAX, found: bytes };
            Refusal::new(Field::Payload, flaw)
        }
    }
}

fn out_of_range(nothing: bool) -> Refusal {
    let max = Money::from_minor(AMOUNT_MINOR_MAX, Currency::EUR).decimal_text();
    let flaw = if nothing { Flaw::Zero } else { Flaw::TooLarge { max } };
    Refusal::new(Field::Amount, flaw)
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (text, findings) = lines::begun(text);
    let typed = decode_text(text).map_err(refused)?;
    let mut reading = Reading::new(Standard::Epc, uniform(&typed));
    reading.findings = findings;
    reading.findings.extend(typed.findings.iter().map(found));
    Ok(reading)
}

fn uniform(reading: &EpcReading) -> Request {
    let typed = &reading.request;
    let (reference_type, reference) = match &typed.remittance {
        Remittance::Reference(reference) => (Some("RF"), Some(reference.as_str())),
        Remittance::Ogm(ogm) => (Some("OGM"), Some(ogm.as_str())),
        Remittance::National(reference) => (None, Some(reference.as_str())),
        Remittance::None | Remittance::Text(_) => (None, None),
    };
    let message = match &typed.remittance {
        Remittance::Text(text) => Some(text),
        _ => None,
    };
    Request::new()
        .with(Field::Version, typed.version.as_str())
        .with_some(Field::Charset, reading.charset.digit().to_digit(10).map(u64::from))
        .with_some(Field::Bic, typed.bic.as_ref().map(Bic::as_str))
        .with(Field::PayeeName, &typed.payee_name)
        .with(Field::Iban, typed.iban.as_str())
        .with_some(Field::Amount, typed.amount.map(Money::decimal_text))
        .with(Field::Currency, Currency::EUR.code())
        .with_some(Field::Purpose, typed.purpose.map(|purpose| purpose.to_string()))
        .with_some(Field::ReferenceType, reference_type)
        .with_some(Field::Reference, reference)
        .with_some(Field::Message, message)
        .with_some(Field::Information, typed.information.as_ref())
}

fn refused(refusal: EpcRefusal) -> Refusal {
    let payload = |flaw| Refusal::new(Field::Payload, flaw);
    match refusal {
        EpcRefusal::NotEpc => payload(Flaw::OtherStandard),
        EpcRefusal::MixedLineEnds => payload(Flaw::Broken { place: "CR LF".to_owned() }),
        EpcRefusal::UnknownVersion { found } => {
            Refusal::new(Field::Version, Flaw::UnknownVersion { found })
        }
        EpcRefusal::UnknownCharset { found } => {
            let allowed = &["1", "2", "3", "4", "5", "6", "7", "8"];
            Refusal::new(Field::Charset, Flaw::NotOneOf { allowed, found })
        }
        EpcRefusal::NotInCharset { at } => payload(Flaw::NotInCharset { at }),
        EpcRefusal::UnknownIdentification { found } => {
            payload(Flaw::NotOneOf { allowed: &["SCT"], found })
        }
        EpcRefusal::TooManyLines { .. } => payload(Flaw::Broken { place: "13".to_owned() }),
        EpcRefusal::Missing { field } => Refusal::new(name_of(field), Flaw::Missing),
        EpcRefusal::Bic(error) => Refusal::new(Field::Bic, error),
        EpcRefusal::Iban(error) => Refusal::new(Field::Iban, error),
        EpcRefusal::Amount { found, why } => amount_refused(found, why),
        EpcRefusal::Purpose(error) => Refusal::new(Field::Purpose, purpose_flaw(error)),
        EpcRefusal::ReferenceAndText => {
            Refusal::new(Field::Message, Flaw::NotWith { other: Field::Reference })
        }
    }
}

fn amount_refused(found: String, why: EpcAmountFlaw) -> Refusal {
    let nothing = || found.trim_start_matches("EUR").chars().all(|sign| "0.".contains(sign));
    match why {
        EpcAmountFlaw::NotEuro | EpcAmountFlaw::NoFigures => {
            Refusal::new(Field::Amount, Flaw::Form { example: AMOUNT_EXAMPLE })
        }
        EpcAmountFlaw::NotDecimal => Refusal::new(Field::Amount, Flaw::NotDecimal { found }),
        EpcAmountFlaw::OutOfRange => out_of_range(nothing()),
    }
}

fn found(finding: &EpcFinding) -> Finding {
    let (field, oddity) = match finding {
        EpcFinding::ByteOrderMark => (Field::Payload, Oddity::ByteOrderMark),
        EpcFinding::TrailingLines { count } => {
            (Field::Payload, Oddity::TrailingLines { count: *count })
        }
        EpcFinding::PayloadTooLong { bytes } => {
            (Field::Payload, Oddity::TooManyBytes { max: PAYLOAD_BYTES_MAX, found: *bytes })
        }
        EpcFinding::BicMissing => (Field::Bic, Oddity::Missing),
        EpcFinding::TooLong { field, max, found } => {
            (name_of(*field), Oddity::TooLong { max: *max, found: *found })
        }
        EpcFinding::ForeignSign { field, at, found, why } => {
            (name_of(*field), Oddity::ForeignSign { at: *at, found: *found, why: Some(*why) })
        }
        EpcFinding::NotNormalised { field } => (name_of(*field), Oddity::NotNormalised),
        EpcFinding::ReferenceOfUnknownScheme => (Field::Reference, Oddity::ReferenceUnknown),
        EpcFinding::ReferenceBroken(_) => (Field::Reference, Oddity::ReferenceBroken),
        EpcFinding::OutsideSepa => (Field::Iban, Oddity::NotWith { other: Field::Currency }),
    };
    Finding { field, oddity }
}

fn name_of(field: EpcField) -> Field {
    match field {
        EpcField::Bic => Field::Bic,
        EpcField::PayeeName => Field::PayeeName,
        EpcField::Iban => Field::Iban,
        EpcField::Amount => Field::Amount,
        EpcField::Purpose => Field::Purpose,
        EpcField::Reference => Field::Reference,
        EpcField::Text => Field::Message,
        EpcField::Information => Field::Information,
    }
}
