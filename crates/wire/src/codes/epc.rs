//! EPC codes as JSON. The fields bear the names of the vectors, and faults point at them.

use groat_app::{Code, Fault};
use groat_money::{Currency, Money};
use groat_payment_codes::epc::{
    self, EpcAmountFlaw, EpcField, EpcFinding, EpcReading, EpcRefusal, EpcRequest, EpcVersion,
    Purpose, Remittance,
};
use groat_payment_codes::{Bic, CreditorReference, Iban, Ogm};
use groat_phrases::{Arg, Id, Locale, sentence};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{epc_fault, fields, malformed, ogm_fault, reference_fault, unknown_standard};
use crate::typed_money;

pub(super) const STANDARD: &str = "EPC";

/// The largest amount of a code, in minor units (EPC069-12, line 8).
const AMOUNT_MINOR_MAX: i64 = 99_999_999_999;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    payee_name: Option<String>,
    iban: Option<String>,
    bic: Option<String>,
    amount: Option<String>,
    currency: Option<String>,
    purpose: Option<String>,
    reference: Option<String>,
    reference_type: Option<String>,
    message: Option<String>,
    information: Option<String>,
    version: Option<String>,
}

/// Builds the text of a code and reads it back before it is handed out.
pub(super) fn encode(input: Value) -> Result<String, Fault> {
    let input: Input = fields(input)?;
    let text_field = if filled(&input.message).is_some() { "message" } else { "reference" };
    let request = input.request()?;
    let payload = epc::encode(&request).map_err(|error| renamed(epc_fault(error), text_field))?;
    match epc::decode_text(&payload) {
        Ok(reading) if reading.request == request => Ok(payload),
        _ => Err(Fault::new(Code::Internal)),
    }
}

impl Input {
    fn request(self) -> Result<EpcRequest, Fault> {
        let iban = self.iban.as_deref().unwrap_or_default();
        let iban = Iban::parse(iban).map_err(|error| Fault::from(error).at("iban"))?;
        let remittance = self.remittance()?;
        let mut request = EpcRequest::new(self.payee_name.unwrap_or_default(), iban);
        request.remittance = remittance;
        request.bic = filled(&self.bic).map(bic).transpose()?;
        let currency = self.currency.as_deref().unwrap_or("EUR");
        if currency != "EUR" {
            return Err(Fault::new(Code::CurrencyNotEur)
                .with("currency", currency.to_owned())
                .at("currency"));
        }
        request.amount = self.amount.as_deref().map(amount).transpose()?;
        request.purpose = filled(&self.purpose).map(purpose).transpose()?;
        request.information = filled(&self.information).map(str::to_owned);
        request.version = match self.version.as_deref() {
            None | Some("002") => EpcVersion::V002,
            Some("001") => EpcVersion::V001,
            Some(_) => return Err(malformed("version").at("version")),
        };
        Ok(request)
    }

    fn remittance(&self) -> Result<Remittance, Fault> {
        let (reference, message) = (filled(&self.reference), filled(&self.message));
        let structured = match self.reference_type.as_deref() {
            None | Some("TEXT") => {
                let reference = reference.unwrap_or_default();
                return Ok(Remittance::text(reference, message.unwrap_or_default()));
            }
            Some("RF") => CreditorReference::parse(reference.unwrap_or_default())
                .map(Remittance::Reference)
                .map_err(reference_fault),
            Some("OGM") => {
                Ogm::parse(reference.unwrap_or_default()).map(Remittance::Ogm).map_err(ogm_fault)
            }
            Some(_) => return Err(malformed("reference_type").at("reference_type")),
        };
        let structured = structured.map_err(|fault| fault.at("reference"))?;
        match message {
            Some(_) => Err(Fault::new(Code::RemittanceBoth).at("message")),
            None => Ok(structured),
        }
    }
}

/// An empty text stands for an absent one.
pub(super) fn filled(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.is_empty())
}

fn bic(text: &str) -> Result<Bic, Fault> {
    Bic::parse(text).map_err(|error| Fault::new(Code::BicMalformed).because(error).at("bic"))
}

fn purpose(text: &str) -> Result<Purpose, Fault> {
    Purpose::parse(text)
        .map_err(|error| Fault::new(Code::PurposeCodeMalformed).because(error).at("purpose"))
}

/// Decimal text and nothing else: no currency beside it, no blanks, no grouping.
fn amount(text: &str) -> Result<Money, Fault> {
    let decimal = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '-');
    match text.chars().find(|sign| !decimal(*sign)) {
        Some(found) => Err(Fault::new(Code::AmountUnreadable)
            .with("found", found)
            .with("example", "1000.50")
            .at("amount")),
        None => typed_money(None, text),
    }
}

/// Gives the field of a fault the name it has in a request.
fn renamed(fault: Fault, text_field: &str) -> Fault {
    match fault.field.as_deref() {
        Some("holder") => fault.at("payee_name"),
        Some("purpose") => fault.at(text_field),
        _ => fault,
    }
}

/// Reads the text of a code, with what is odd about it.
pub(super) fn decode(payload: &str, locale: Locale) -> Result<Value, Fault> {
    let reading = epc::decode_text(payload).map_err(refused)?;
    let findings: Vec<Value> =
        reading.findings.iter().map(|finding| finding_json(finding, locale)).collect();
    Ok(json!({ "standard": STANDARD, "input": input_json(&reading), "findings": findings }))
}

fn input_json(reading: &EpcReading) -> Value {
    let request = &reading.request;
    let (reference, reference_type, message) = match &request.remittance {
        Remittance::None => (None, None, None),
        Remittance::Reference(reference) => (Some(reference.as_str()), Some("RF"), None),
        Remittance::Ogm(ogm) => (Some(ogm.as_str()), Some("OGM"), None),
        Remittance::National(reference) => (Some(reference.as_str()), None, None),
        Remittance::Text(text) => (None, None, Some(text.as_str())),
    };
    json!({
        "version": request.version.as_str(),
        "charset": reading.charset.digit().to_digit(10),
        "bic": request.bic.as_ref().map(Bic::as_str),
        "payee_name": request.payee_name,
        "iban": request.iban.as_str(),
        "amount": request.amount.map(Money::decimal_text),
        "currency": "EUR",
        "purpose": request.purpose.map(|purpose| purpose.to_string()),
        "reference": reference,
        "reference_type": reference_type,
        "message": message,
        "information": request.information,
    })
}

fn refused(refusal: EpcRefusal) -> Fault {
    let detail = refusal.to_string();
    match refusal {
        EpcRefusal::NotEpc => unknown_standard().at("payload"),
        EpcRefusal::Missing { field: EpcField::PayeeName } => {
            Fault::new(Code::HolderEmpty).at("payee_name")
        }
        EpcRefusal::Missing { field: EpcField::Iban } => Fault::new(Code::IbanEmpty).at("iban"),
        EpcRefusal::Bic(error) => Fault::new(Code::BicMalformed).because(error).at("bic"),
        EpcRefusal::Iban(error) => Fault::from(error).at("iban"),
        EpcRefusal::Purpose(error) => {
            Fault::new(Code::PurposeCodeMalformed).because(error).at("purpose")
        }
        EpcRefusal::ReferenceAndText => Fault::new(Code::RemittanceBoth).at("message"),
        EpcRefusal::Amount { found, why: EpcAmountFlaw::OutOfRange } => {
            let nothing = found.trim_start_matches("EUR").chars().all(|sign| "0.".contains(sign));
            let fault = if nothing {
                Fault::new(Code::AmountZero)
            } else {
                let largest = Money::from_minor(AMOUNT_MINOR_MAX, Currency::EUR);
                Fault::new(Code::AmountTooLarge).with("max", largest)
            };
            fault.at("amount")
        }
        EpcRefusal::Amount { found, .. } => broken(found).at("amount"),
        _ => broken(detail).at("payload"),
    }
}

fn broken(detail: String) -> Fault {
    Fault::new(Code::PayloadMalformed).with("standard", STANDARD).with("detail", detail)
}

fn finding_json(finding: &EpcFinding, locale: Locale) -> Value {
    let said = |id, args: &[(&str, Arg<'_>)]| sentence(locale, id, args);
    let (code, field, message) = match finding {
        EpcFinding::ByteOrderMark => {
            ("byte-order-mark", "payload", said(Id::FindingByteOrderMark, &[]))
        }
        EpcFinding::TrailingLines { count } => (
            "trailing-lines",
            "payload",
            said(Id::FindingTrailingLines, &[("count", (*count).into())]),
        ),
        EpcFinding::PayloadTooLong { bytes } => {
            let args = [("bytes", (*bytes).into()), ("max", epc::PAYLOAD_BYTES_MAX.into())];
            ("payload-too-long", "payload", said(Id::FindingPayloadTooLong, &args))
        }
        EpcFinding::BicMissing => ("bic-missing", "bic", said(Id::FindingBicMissing, &[])),
        EpcFinding::TooLong { field, max, found } => {
            let field = name_of(*field);
            let args =
                [("field", field.into()), ("max", (*max).into()), ("found", (*found).into())];
            ("too-long", field, said(Id::FindingTooLong, &args))
        }
        EpcFinding::ForeignSign { field, at, found, .. } => {
            let field = name_of(*field);
            let args = [
                ("field", field.into()),
                ("found", (*found).into()),
                ("position", (at + 1).into()),
            ];
            ("foreign-sign", field, said(Id::FindingForeignSign, &args))
        }
        EpcFinding::NotNormalised { field } => {
            let field = name_of(*field);
            ("not-normalised", field, said(Id::FindingNotNormalised, &[("field", field.into())]))
        }
        EpcFinding::ReferenceBroken(_) => {
            ("reference-broken", "reference", said(Id::FindingReferenceBroken, &[]))
        }
        // The list may grow in `payment-codes`; what is new there is told there is something.
        _ => ("reference-of-unknown-scheme", "reference", said(Id::FindingReferenceUnknown, &[])),
    };
    json!({ "code": code, "field": field, "message": message })
}

fn name_of(field: EpcField) -> &'static str {
    match field {
        EpcField::Bic => "bic",
        EpcField::PayeeName => "payee_name",
        EpcField::Iban => "iban",
        EpcField::Amount => "amount",
        EpcField::Purpose => "purpose",
        EpcField::Reference => "reference",
        EpcField::Text => "message",
        EpcField::Information => "information",
    }
}
