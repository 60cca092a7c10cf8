//! Swish as a link: what any camera opens in the Swish app.
//!
//! Standard: developer.swish.nu, guide "generate QR codes", and public code that uses its keys. The
//! code without a link is [`crate::Standard::Swish`]; number and message follow its rules.
//!
//! ```text
//! https://app.swish.nu/1/p/sw/?sw=1230000017&amt=100&cur=SEK&msg=LB-2K7Q&edit=amt,msg&src=qr
//! ```
//!
//! `edit` names what the donor may change; the amount is open where `amt` is left out, and must
//! then be named there.
//!
//! # Limits
//! The payee cannot be left to the donor. Amounts are written without decimals where they are
//! whole.
//!
//! # Quirks
//! The older `swish://payment?data=<JSON>` is read as the same request.

use super::opened::Opened;
use super::url::percent_encoded;
use super::{Provider, whole_or_decimals, with_query};
use crate::bank::swish::{
    editable, find_in_message, find_private_number, merchant_number, message, open_or_fixed,
};
use crate::json::{Json, JsonFlaw};
use crate::{Field, Flaw, Oddity, Refusal, Request, Value};

pub(super) const PROVIDER: Provider =
    Provider { names: &["swish"], hosts: &["app.swish.nu"], schemes: &["swish"], encode, decode };

/// The keys of `edit`, with the names that requests have for them.
const EDITABLE: [(&str, &str); 2] = [("amt", "amount"), ("msg", "message")];

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[
        Field::Provider,
        Field::SwishNumber,
        Field::Amount,
        Field::Currency,
        Field::Message,
        Field::Editable,
    ])?;
    let number = merchant_number(request)?;
    let amount = open_or_fixed(request)?.map(whole_or_decimals);
    let text = message(request)?.map(percent_encoded);
    let names = editable(request)?;
    if names.contains(&"payee") {
        let flaw = Flaw::NotOneOf { allowed: &["amount", "message"], found: "payee".to_owned() };
        return Err(Refusal::new(Field::Editable, flaw));
    }
    let keys: Vec<&str> =
        EDITABLE.into_iter().filter(|(_, name)| names.contains(name)).map(|(key, _)| key).collect();
    let pairs = [
        ("sw", Some(number)),
        ("amt", amount),
        ("cur", Some("SEK".to_owned())),
        ("msg", text),
        ("edit", (!keys.is_empty()).then(|| keys.join(","))),
        ("src", Some("qr".to_owned())),
    ];
    Ok(with_query("https://app.swish.nu/1/p/sw/", &pairs))
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    if !opened.link.is_web() {
        return decode_app_link(opened);
    }
    let Some(number) = opened.take("sw", Field::SwishNumber)? else {
        opened.keep_as_it_stands();
        return Ok(());
    };
    let currency = opened.take("cur", Field::Currency)?.unwrap_or_else(|| "SEK".to_owned());
    if currency != "SEK" {
        let flaw = Flaw::NotOneOf { allowed: &["SEK"], found: currency };
        return Err(Refusal::new(Field::Currency, flaw));
    }
    let edit = opened.take("edit", Field::Editable)?.unwrap_or_default();
    let editable = edit.split(',').filter(|key| !key.is_empty()).map(|key| {
        let known = EDITABLE.into_iter().find(|(known, _)| *known == key).map(|(_, name)| name);
        known.ok_or_else(|| {
            let flaw = Flaw::NotOneOf { allowed: &["amt", "msg"], found: key.to_owned() };
            Refusal::new(Field::Editable, flaw)
        })
    });
    let editable = editable.collect::<Result<Vec<_>, _>>()?;
    let amount = opened.take("amt", Field::Amount)?;
    let text = opened.take("msg", Field::Message)?;
    // Where the link was shown; says nothing of the payment.
    opened.take("src", Field::OtherKeys)?;
    put(opened, &number, amount, text, &editable)
}

fn put(
    opened: &mut Opened<'_>,
    number: &str,
    amount: Option<String>,
    text: Option<String>,
    editable: &[&str],
) -> Result<(), Refusal> {
    find_private_number(&mut opened.reading, number)?;
    opened.reading.request.put(Field::SwishNumber, number);
    opened.put_currency("SEK")?;
    if let Some(amount) = amount {
        opened.put_amount(&amount, "SEK")?;
    }
    let open = opened.reading.request.word(Field::Amount).is_none();
    if open && !editable.contains(&"amount") {
        opened.reading.find(Field::Amount, Oddity::NotWith { other: Field::Editable });
    }
    if let Some(text) = text {
        find_in_message(&mut opened.reading, &text);
        opened.reading.request.put(Field::Message, text);
    }
    let editable = editable.iter().map(|name| Value::from(*name)).collect();
    opened.reading.request.put(Field::Editable, Value::List(editable));
    Ok(())
}

/// Reads `swish://payment?data={"version":1,"payee":{"value":…},"amount":{"value":…},…}`.
fn decode_app_link(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    let Some(data) = opened.take("data", Field::Payload)? else {
        opened.keep_as_issued();
        opened.reading.find(Field::Link, Oddity::OneTime);
        return Ok(());
    };
    let json = Json::parse(&data).map_err(|flaw| {
        Refusal::new(
            Field::Payload,
            match flaw {
                JsonFlaw::Repeated { .. } => Flaw::Repeated,
                JsonFlaw::Broken { at } => Flaw::Broken { place: at.to_string() },
            },
        )
    })?;
    let value = |name: &str, field| match json.member(name).and_then(|part| part.member("value")) {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Text(text) | Json::Number(text)) => {
            Ok(Some(text.clone()).filter(|text| !text.is_empty()))
        }
        Some(_) => Err(Refusal::new(field, Flaw::Kind)),
    };
    let is_editable = |name: &str| {
        let flag = json.member(name).and_then(|part| part.member("editable"));
        flag == Some(&Json::Flag(true))
    };
    let names: Vec<&str> =
        EDITABLE.into_iter().map(|(_, name)| name).filter(|name| is_editable(name)).collect();
    let number = value("payee", Field::SwishNumber)?;
    let number = number.ok_or(Refusal::new(Field::SwishNumber, Flaw::Missing))?;
    let (amount, text) = (value("amount", Field::Amount)?, value("message", Field::Message)?);
    put(opened, &number, amount, text, &names)
}
