//! Every published vector of every standard, through the one request type, in both directions
//! (`tests/vectors/SOURCE`); and what must hold for every text there is.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that fails here has found what it looks for"
)]

use std::collections::BTreeMap;

use groat_payment_codes::{Field, Options, Reading, Refusal, Request, Standard, Value, decode};
use proptest::prelude::*;
use serde_json::Value as Json;

macro_rules! standards {
    ($($file:ident: $name:literal, $count:literal;)*) => {
        $(
            mod $file {
                #[test]
                fn is_written_and_read_as_published() {
                    super::check_all(stringify!($file), $name, $count);
                }

                #[test]
                fn gives_an_answer_to_damaged_texts() {
                    super::damage(stringify!($file), $name);
                }
            }
        )*

        #[test]
        fn every_standard_has_its_vectors() {
            let tried = [$($name),*];
            for standard in Standard::ALL {
                assert!(tried.contains(&standard.name()), "{standard}");
            }
        }
    };
}

standards! {
    epc: "EPC", 40;
    spayd: "SPAYD", 29;
    swiss_qr_bill: "SWISS_QR_BILL", 35;
    pay_by_square: "PAY_BY_SQUARE", 23;
    mnb_hct: "MNB_HCT", 16;
    upn_qr: "UPN_QR", 19;
    hub3: "HUB3", 18;
    nbs_ips: "NBS_IPS", 19;
    zbp_2d: "ZBP_2D", 17;
    nbu_qr: "NBU_QR", 19;
    swish: "SWISH", 19;
    links: "LINKS", 21;
    usingqr: "USINGQR_SE", 17;
    virtual_barcode: "FI_VIRTUAL_BARCODE", 14;
    emv: "EMV generic", 27;
    pix: "PIX", 19;
    paynow: "PayNow", 16;
    promptpay: "PromptPay", 19;
    vietqr: "VietQR", 17;
    duitnow: "DuitNow", 17;
    fps: "FPS", 18;
    khqr: "KHQR", 20;
    upi: "UPI", 24;
    qris: "QRIS", 10;
    qr_ph: "QR Ph", 3;
    bharat_qr: "Bharat QR", 4;
    laoqr: "LaoQR", 1;
    raast: "Raast", 1;
    ghqr: "GhQR", 1;
    jpqr: "JPQR", 2;
    lankaqr: "LANKAQR", 1;
    nepalpay: "NepalPay", 1;
    argentina: "Argentina T3.0", 3;
    bre_b: "Bre-B", 1;
    yape: "Yape", 1;
    bitcoin_uri: "BIP21", 24;
    lnurl: "LNURL", 20;
    bolt11: "BOLT11", 15;
    bolt12: "BOLT12", 12;
    ethereum_uri: "EIP-681", 4;
    solana_pay: "Solana Pay", 5;
    monero_uri: "Monero", 24;
}

/// What is wrong with one vector.
type Wrong = Box<dyn std::error::Error>;

fn vectors(file: &str) -> Vec<Json> {
    let path = format!("{}/../../tests/vectors/{file}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn text<'a>(vector: &'a Json, name: &str) -> &'a str {
    vector[name].as_str().unwrap_or_default()
}

fn check_all(file: &str, name: &str, count: usize) {
    let vectors = vectors(file);
    assert_eq!(vectors.len(), count);
    let standard = Standard::from_name(name).unwrap();
    let mut wrong = Vec::new();
    for vector in &vectors {
        let verdict = match kind(vector) {
            "build" | "both" | "encode" | "reject-input" => built(standard, vector),
            "lightning-address" | "pay-request-accept" | "reject-pay-request" => {
                built(standard, vector)
            }
            "parse" | "decode" | "reject-payload" => read(standard, vector),
            other => panic!("{other}"),
        };
        wrong.extend(verdict.err().map(|why| format!("{}: {why}", text(vector, "name"))));
    }
    assert!(wrong.is_empty(), "{} of {count} wrong\n{}", wrong.len(), wrong.join("\n"));
}

fn kind(vector: &Json) -> &str {
    let kind = text(vector, "kind");
    if kind.is_empty() { text(vector, "use") } else { kind }
}

fn options(vector: &Json) -> Options {
    Options { check_address: vector["options"]["check_address"] != false }
}

fn built(standard: Standard, vector: &Json) -> Result<(), Wrong> {
    let request = request(&vector["input"])?;
    let encoded = standard.encode(&request);
    if vector["valid"] != true {
        return match encoded {
            Ok(encoded) => Err(format!("must be refused: {}", encoded.payload).into()),
            Err(_) => Ok(()),
        };
    }
    let encoded = encoded?;
    if vector["payload"].is_null() {
        return Ok(());
    }
    let expected = text(vector, "payload");
    let plain = vector["plain"].as_str();
    match text(vector, "compare") {
        "fields" | "json" | "url" | "zelle" => {
            let ours = standard.decode(&encoded.payload, options(vector));
            let theirs = standard.decode(expected, options(vector));
            let (ours, theirs) = (ours?, theirs?);
            same(&encoded.payload.len().min(1), &expected.len().min(1))?;
            same(&ours.request, &theirs.request)?;
        }
        "decode" => same(&encoded.plain.as_deref(), &plain)?,
        _ => {
            same(&encoded.payload.as_str(), &expected)?;
            if plain.is_some() {
                same(&encoded.plain.as_deref(), &plain)?;
            }
        }
    }
    if matches!(kind(vector), "lightning-address" | "encode") {
        return Ok(());
    }
    recognised(standard, &encoded.payload)?;
    let reading = standard.decode(&encoded.payload, options(vector))?;
    same(&reading.standard, &standard)?;
    if let Some(plain) = plain {
        same(&reading.plain.as_deref(), &Some(plain))?;
    }
    written_again(standard, &reading, &encoded.payload, text(vector, "compare"))
}

/// What was read is written to the same text.
fn written_again(
    standard: Standard,
    reading: &Reading,
    payload: &str,
    compare: &str,
) -> Result<(), Wrong> {
    let again = standard.encode(&reading.request).map_err(|r| format!("read, not written: {r}"))?;
    if compare == "decode" {
        return same(&again.plain, &reading.plain);
    }
    same(&again.payload.as_str(), &payload)
}

fn read(standard: Standard, vector: &Json) -> Result<(), Wrong> {
    let payload = text(vector, "payload");
    let reading = standard.decode(payload, options(vector));
    if vector["valid"] != true {
        return match reading {
            Ok(reading) => Err(format!("must be refused: {:?}", reading.request).into()),
            Err(_) => Ok(()),
        };
    }
    let reading = reading?;
    recognised(standard, payload)?;
    if let (Some(plain), "decode") = (vector["plain"].as_str(), text(vector, "compare")) {
        same(&reading.plain.as_deref(), &Some(plain))?;
    }
    for (name, expected) in vector["input"].as_object().unwrap() {
        // Other words for the same, and what a clock would be needed for.
        if matches!(name.as_str(), "warnings" | "status" | "note") {
            continue;
        }
        let field = Field::from_name(name).ok_or(format!("no field {name}"))?;
        let found = reading.request.value(field);
        if !agrees(found, expected) {
            return Err(format!("{name} is {found:?}, not {expected}").into());
        }
    }
    Ok(())
}

fn recognised(standard: Standard, payload: &str) -> Result<(), Wrong> {
    same(&Standard::recognise(payload), &Some(standard))
}

fn same<T: PartialEq + std::fmt::Debug>(ours: &T, theirs: &T) -> Result<(), Wrong> {
    if ours == theirs { Ok(()) } else { Err(format!("\n  {ours:?}\n  {theirs:?}").into()) }
}

/// Amounts count as numbers; a number may be written in digits.
fn agrees(found: Option<&Value>, expected: &Json) -> bool {
    match (found, expected) {
        (None, Json::Null) => true,
        (None, Json::Array(values)) => values.is_empty(),
        (Some(Value::Text(found)), Json::String(expected)) => {
            found == expected
                || decimal(found).is_some_and(|found| Some(found) == decimal(expected))
        }
        (Some(Value::Text(found)), Json::Number(expected)) => *found == expected.to_string(),
        (Some(Value::Whole(found)), Json::Number(expected)) => Some(*found) == expected.as_u64(),
        (Some(Value::Whole(found)), Json::String(expected)) => found.to_string() == *expected,
        (Some(Value::Flag(found)), Json::Bool(expected)) => found == expected,
        (Some(Value::List(found)), Json::Array(expected)) => {
            found.len() == expected.len()
                && found.iter().zip(expected).all(|(found, expected)| agrees(Some(found), expected))
        }
        (Some(Value::Table(found)), Json::Object(expected)) => {
            found.len() == expected.len()
                && expected.iter().all(|(name, value)| agrees(found.get(name), value))
        }
        _ => false,
    }
}

/// A decimal text without what means nothing in it.
fn decimal(text: &str) -> Option<(&str, &str)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && digits(whole) && digits(fraction))
        .then(|| (whole.trim_start_matches('0'), fraction.trim_end_matches('0')))
}

fn request(input: &Json) -> Result<Request, Wrong> {
    let mut request = Request::new();
    for (name, value) in input.as_object().unwrap() {
        let field = Field::from_name(name).ok_or(name.clone())?;
        if let Some(value) = of_json(value) {
            request.put(field, value);
        }
    }
    Ok(request)
}

fn of_json(value: &Json) -> Option<Value> {
    Some(match value {
        Json::Null => return None,
        Json::String(text) => Value::Text(text.clone()),
        Json::Bool(flag) => Value::Flag(*flag),
        Json::Number(number) => Value::Whole(number.as_u64()?),
        Json::Array(values) => Value::List(values.iter().filter_map(of_json).collect()),
        Json::Object(values) => {
            let values =
                values.iter().filter_map(|(name, value)| Some((name.clone(), of_json(value)?)));
            Value::Table(values.collect::<BTreeMap<_, _>>())
        }
    })
}

/// Damages the texts of a standard in every single place. Each must be answered, and what is read
/// with nothing odd about it must be what it was written from.
fn damage(file: &str, name: &str) {
    let standard = Standard::from_name(name).unwrap();
    for vector in vectors(file).iter().filter(|vector| vector["payload"].is_string()) {
        let payload = text(vector, "payload");
        for (at, sign) in payload.char_indices().take(400) {
            let (before, rest) = payload.split_at(at);
            let after = &rest[sign.len_utf8()..];
            for damaged in [
                format!("{before}{after}"),
                format!("{before}X{after}"),
                format!("{before}9{rest}"),
                format!("{before}\u{1f600}{after}"),
                before.to_owned(),
            ] {
                let _: Result<Reading, Refusal> = decode(&damaged, Options::default());
                if let Ok(reading) = standard.decode(&damaged, Options::default()) {
                    let _ = standard.encode(&reading.request);
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_gives_an_answer(text: String) {
        let _ = decode(&text, Options::default());
        for standard in Standard::ALL {
            if let Ok(reading) = standard.decode(&text, Options::default()) {
                let _ = standard.encode(&reading.request);
            }
        }
    }
}
