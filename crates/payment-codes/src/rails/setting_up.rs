//! What follows from the answers of set-up, and what is wrong with them.

use super::account::Account;
use super::issued;
use super::questions::{USUAL, questions};
use super::self_test::DESTINATION;
use crate::{Field, Flaw, Options, Reading, Refusal, Request, Standard, Value};

/// Takes the answers of set-up, without blanks around them, and adds what follows from them.
///
/// # Errors
/// [`Refusal`] at the question: [`Flaw::Missing`], [`Flaw::NotCarried`] for an answer that nobody
/// asked for, [`Flaw::NotOneOf`], [`Flaw::NotWith`]. What the standard itself refuses is told when
/// a code is made.
pub(super) fn completed(standard: Standard, answers: &Request) -> Result<Request, Refusal> {
    let asked = questions(standard);
    if asked.is_empty() {
        return Err(Refusal::new(Field::Payload, Flaw::NotCarried));
    }
    answers.holds_only(&asked.iter().map(|question| question.field).collect::<Vec<_>>())?;
    let mut values = Request::new();
    for question in asked {
        let answer = answers.text(question.field)?.map(str::trim);
        let is_usual = |text: &str| text == USUAL && question.choices.contains(&USUAL);
        let answer = answer.filter(|text| !text.is_empty() && !is_usual(text));
        let known =
            |answer: &str| question.choices.is_empty() || question.choices.contains(&answer);
        match answer {
            Some(answer) if known(answer) => values.put(question.field, answer),
            Some(answer) => {
                let flaw = Flaw::NotOneOf { allowed: question.choices, found: answer.to_owned() };
                return Err(Refusal::new(question.field, flaw));
            }
            None if question.needed => return Err(Refusal::new(question.field, Flaw::Missing)),
            None => {}
        }
    }
    complete(standard, &mut values)?;
    Ok(values)
}

/// The countries whose accounts a standard is for; none where it names no IBAN, or where its reach
/// is larger than its home.
pub(super) fn iban_countries(standard: Standard) -> Option<&'static [&'static str]> {
    Some(match standard {
        Standard::SwissQrBill => &["CH", "LI"],
        // Both take any IBAN; their readers pay at home only.
        Standard::Spayd => &["CZ"],
        Standard::PayBySquare => &["SK"],
        Standard::UpnQr => &["SI"],
        Standard::Hub3 => &["HR"],
        Standard::NbuQr => &["UA"],
        Standard::VirtualBarcode => &["FI"],
        _ => return None,
    })
}

fn complete(standard: Standard, values: &mut Request) -> Result<(), Refusal> {
    if let Some(countries) = iban_countries(standard) {
        values.iban(countries)?;
    }
    match standard {
        Standard::Epc => complete_epc(values),
        Standard::SwissQrBill => {
            let country = values.iban(&[])?.country().code();
            default(values, Field::PayeeCountry, country);
            Ok(())
        }
        Standard::NbsIps => {
            // The order of a citizen, where the payee's bank wants no other.
            default(values, Field::Purpose, "289");
            Ok(())
        }
        Standard::PayNow | Standard::PromptPay | Standard::Fps => complete_proxy(standard, values),
        Standard::Bolt12 => check_offer(values.needed(Field::Lno)?),
        Standard::EthereumUri => {
            default(values, Field::ChainId, "1");
            Ok(())
        }
        _ if standard.maker().is_issuer() => complete_issued(standard, values),
        _ => Ok(()),
    }
}

fn default(values: &mut Request, field: Field, value: &str) {
    if values.word(field).is_none() {
        values.put(field, value);
    }
}

/// Belgian and Finnish banks read line 10 by themselves; elsewhere apps lose it (jverein and
/// invoiceninja issues, see the data sheet), and line 11 is what arrives.
fn complete_epc(values: &mut Request) -> Result<(), Refusal> {
    let country = values.iban(&[])?.country().code();
    match country {
        "BE" => default(values, Field::ReferenceType, "OGM"),
        "FI" => default(values, Field::ReferenceType, "RF"),
        _ => {}
    }
    match values.word(Field::ReferenceType) {
        Some("OGM") if country != "BE" => {
            return Err(Refusal::new(Field::ReferenceType, Flaw::NotWith { other: Field::Iban }));
        }
        // What is kept without a type is a text, as it was before there was a choice.
        Some("TEXT") => drop(values.take(Field::ReferenceType)),
        _ => {}
    }
    Ok(())
}

/// Tells by its form what kind of proxy was typed, where nobody said.
fn complete_proxy(standard: Standard, values: &mut Request) -> Result<(), Refusal> {
    let proxy = values.needed(Field::Proxy)?.to_owned();
    let digits = proxy.bytes().filter(u8::is_ascii_digit).count();
    let is_number = proxy.chars().all(|sign| sign.is_ascii_digit() || " -+()".contains(sign));
    let kind = match standard {
        Standard::PayNow if proxy.starts_with('+') || (is_number && digits == 8) => "mobile",
        Standard::PayNow => "uen",
        Standard::Fps if proxy.contains('@') => "email",
        Standard::Fps if is_number && matches!(digits, 7 | 9) && !proxy.starts_with('+') => {
            "fps_id"
        }
        Standard::Fps => "mobile",
        _ if values.word(Field::ProxyType).is_some() => return Ok(()),
        // An e-wallet and a biller have fifteen digits each.
        _ if digits == 15 => return Err(Refusal::new(Field::ProxyType, Flaw::Missing)),
        _ if digits == 13 => "tax_id",
        _ => "mobile",
    };
    default(values, Field::ProxyType, kind);
    if standard == Standard::PayNow && kind == "mobile" && !proxy.starts_with('+') {
        values.put(Field::Proxy, format!("+65{proxy}"));
    }
    Ok(())
}

/// An offer of one amount is none for gifts of any. What else is wrong with it is told when a code
/// is made.
fn check_offer(offer: &str) -> Result<(), Refusal> {
    let reading = Standard::Bolt12.decode(offer, Options::default());
    match reading.is_ok_and(|reading| reading.request.word(Field::Amount).is_some()) {
        true => Err(Refusal::new(Field::Lno, Flaw::NotWith { other: Field::Amount })),
        false => Ok(()),
    }
}

/// The name that nobody typed is the one in the code.
fn complete_issued(standard: Standard, values: &mut Request) -> Result<(), Refusal> {
    let base = issued::read(standard, values.needed(Field::BasePayload)?)?.request;
    if let Some(name) = base.word(Field::PayeeName) {
        default(values, Field::PayeeName, name);
    }
    values.needed(Field::PayeeName)?;
    if let Some(base) = base.word(Field::BasePayload) {
        values.put(Field::BasePayload, base);
    }
    Ok(())
}

/// Puts what names the account in the form that was read of its code: what people see as the
/// account is what their code says.
pub(super) fn normalised(
    account: &Account,
    moved: Option<(Field, Field)>,
    read: &Reading,
) -> Request {
    let mut values = account.values().clone();
    for field in DESTINATION {
        let at = match moved {
            Some((from, to)) if from == *field => to,
            _ => *field,
        };
        let text = read.request.value(at).and_then(Value::as_text);
        if let (Some(_), Some(text)) = (values.value(*field), text) {
            values.put(*field, text);
        }
    }
    values
}
