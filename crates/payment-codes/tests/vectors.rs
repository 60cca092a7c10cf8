//! Published vectors, every one of them, in both directions (`tests/vectors/SOURCE`).
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that fails here has found what it looks for"
)]

use groat_money::{Currency, Money};
use groat_payment_codes::epc::{self, EpcRequest, EpcVersion, Purpose, Remittance};
use groat_payment_codes::{
    Bic, CreditorReference, Iban, Kid11, LuhnReference, Model97, Ogm, Qrr, Si12, VariableSymbol,
    Viite,
};
use serde_json::Value;

type Refused = Box<dyn std::error::Error>;

fn vectors(name: &str) -> Vec<Value> {
    let path = format!("{}/../../tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A field's text; empty where it is null or absent.
fn text<'a>(fields: &'a Value, name: &str) -> &'a str {
    fields[name].as_str().unwrap_or_default()
}

fn check_all(name: &str, count: usize, answer: impl Fn(&Value) -> Result<String, Refused>) {
    let vectors = vectors(name);
    assert_eq!(vectors.len(), count);
    for vector in vectors {
        let answer = answer(&vector);
        match vector["valid"].as_bool() {
            Some(true) => assert_eq!(answer.unwrap(), text(&vector, "payload"), "{vector:#}"),
            _ => assert!(answer.is_err(), "{answer:?} {vector:#}"),
        }
    }
}

#[test]
fn ibans_are_read_or_refused_as_published() {
    check_all("iban", 14, |vector| Ok(Iban::parse(text(&vector["input"], "value"))?.to_string()));
}

#[test]
fn creditor_references_are_made_and_read_as_published() {
    check_all("rf", 12, |vector| {
        let input = &vector["input"];
        let reference = match text(vector, "kind") {
            "make" => CreditorReference::from_base(text(input, "base"))?,
            _ => CreditorReference::parse(text(input, "value"))?,
        };
        Ok(reference.to_string())
    });
}

#[test]
fn structured_communications_are_made_and_read_as_published() {
    check_all("ogm", 11, |vector| {
        let input = &vector["input"];
        let ogm = match text(vector, "kind") {
            "make" => Ogm::from_base(text(input, "base"))?,
            _ => Ogm::parse(text(input, "value"))?,
        };
        Ok(ogm.printed())
    });
}

#[test]
fn national_references_are_made_and_read_as_published() {
    check_references("qrr", 10, Qrr::from_base, Qrr::parse);
    check_references("viite", 10, Viite::from_base, Viite::parse);
    check_references("kid11", 10, Kid11::from_base, Kid11::parse);
    check_references("si12", 10, Si12::from_base, Si12::parse);
    check_references("model97", 10, Model97::from_base, Model97::parse);
    check_references("variable_symbol", 10, VariableSymbol::from_base, VariableSymbol::parse);
}

#[test]
fn luhn_references_are_made_and_read_as_published() {
    check_all("luhn", 11, |vector| {
        let input = &vector["input"];
        let reference = match (text(vector, "kind"), input["length_digit"] == true) {
            ("make", false) => LuhnReference::from_base(text(input, "base"))?,
            ("make", true) => LuhnReference::from_base_with_length(text(input, "base"))?,
            (_, false) => LuhnReference::parse(text(input, "value"))?,
            (_, true) => LuhnReference::parse_with_length(text(input, "value"))?,
        };
        Ok(reference.to_string())
    });
}

fn check_references<R: ToString, E: std::error::Error + 'static>(
    name: &str,
    count: usize,
    make: fn(&str) -> Result<R, E>,
    parse: fn(&str) -> Result<R, E>,
) {
    check_all(name, count, |vector| {
        let input = &vector["input"];
        let reference = match text(vector, "kind") {
            "make" => make(text(input, "base"))?,
            _ => parse(text(input, "value"))?,
        };
        // What is made is read back to the same, in blanks and small letters too.
        let written = reference.to_string();
        assert_eq!(parse(&format!(" {} ", written.to_lowercase()))?.to_string(), written);
        Ok(written)
    });
}

#[test]
fn epc_codes_are_built_and_read_as_published() {
    let vectors = vectors("epc");
    assert_eq!(vectors.len(), 40);
    for vector in vectors {
        match text(&vector, "kind") {
            "build" => built_as_published(&vector),
            "parse" => read_as_published(&vector),
            kind => panic!("{kind}"),
        }
    }
}

fn built_as_published(vector: &Value) {
    let payload =
        request(&vector["input"]).and_then(|request| Ok((epc::encode(&request)?, request)));
    if vector["valid"] != true {
        assert!(payload.is_err(), "{payload:?} {vector:#}");
        return;
    }
    let (payload, request) = payload.unwrap();
    assert_eq!(payload, text(vector, "payload"), "{vector:#}");
    assert_eq!(vector["bytes"], payload.len());
    let reading = epc::decode(payload.as_bytes()).unwrap();
    assert_eq!((&reading.request, reading.findings.as_slice()), (&request, [].as_slice()));
    assert_eq!(epc::encode(&reading.request).unwrap(), payload);
}

fn request(input: &Value) -> Result<EpcRequest, Refused> {
    let filled = |name: &str| Some(text(input, name)).filter(|value| !value.is_empty());
    let mut request = EpcRequest::new(text(input, "payee_name"), Iban::parse(text(input, "iban"))?);
    request.bic = filled("bic").map(Bic::parse).transpose()?;
    let currency = Currency::from_code(text(input, "currency"))?;
    let amount = filled("amount").map(|amount| Money::from_decimal_text(amount, currency));
    request.amount = amount.transpose()?;
    request.purpose = filled("purpose").map(Purpose::parse).transpose()?;
    let (reference, message) = (text(input, "reference"), text(input, "message"));
    request.remittance = match text(input, "reference_type") {
        "RF" | "OGM" if !message.is_empty() => return Err("reference and message".into()),
        "RF" => Remittance::Reference(CreditorReference::parse(reference)?),
        "OGM" => Remittance::Ogm(Ogm::parse(reference)?),
        _ => Remittance::text(reference, message),
    };
    request.information = filled("information").map(str::to_owned);
    if input["version"] == "001" {
        request.version = EpcVersion::V001;
    }
    Ok(request)
}

fn read_as_published(vector: &Value) {
    let reading = epc::decode_text(text(vector, "payload"));
    if vector["valid"] != true {
        assert!(reading.is_err(), "{reading:?} {vector:#}");
        return;
    }
    let reading = reading.unwrap();
    let request = reading.request;
    let remittance = match &request.remittance {
        Remittance::None => [None, None, None],
        Remittance::Reference(reference) => [Some(reference.as_str()), Some("RF"), None],
        Remittance::Ogm(ogm) => [Some(ogm.as_str()), Some("OGM"), None],
        Remittance::National(reference) => [Some(reference.as_str()), None, None],
        Remittance::Text(text) => [None, None, Some(text.as_str())],
    };
    let [reference, reference_type, message] = remittance;
    let read = |name: &str| -> Value {
        match name {
            "version" => request.version.as_str().into(),
            "charset" => reading.charset.digit().to_digit(10).into(),
            "bic" => request.bic.as_ref().map(Bic::as_str).into(),
            "payee_name" => request.payee_name.as_str().into(),
            "iban" => request.iban.as_str().into(),
            "amount" => request.amount.map(Money::decimal_text).into(),
            "currency" => "EUR".into(),
            "purpose" => request.purpose.map(|purpose| purpose.to_string()).into(),
            "reference" => reference.into(),
            "reference_type" => reference_type.into(),
            "message" => message.into(),
            "information" => request.information.as_deref().into(),
            name => panic!("{name} is not compared"),
        }
    };
    for (name, expected) in vector["input"].as_object().unwrap() {
        assert_eq!(&read(name), expected, "{name} of {vector:#}");
    }
}
