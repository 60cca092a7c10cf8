//! From the JSON of a code back to the request.

use std::collections::BTreeMap;

use groat_money::Currency;

use super::giro::{BANKGIRO_EXAMPLE, PLUSGIRO_EXAMPLE};
use super::{
    ACCOUNT_TYPES, AMOUNT_LIMITS, ORGANISATION_EXAMPLE, TEXT_LENGTH_MAX, account, is_giro,
    swedish_organisation_number,
};
use crate::json::{Json, JsonFlaw};
use crate::{Bic, Day, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard, Value};

/// The keys in their order, with what they hold.
const KEYS: &[(&str, Field)] = &[
    ("uqr", Field::Version),
    ("tp", Field::Kind),
    ("nme", Field::PayeeName),
    ("cid", Field::OrganisationNumber),
    ("cc", Field::PayeeCountry),
    ("iref", Field::Reference),
    ("cr", Field::OtherKeys),
    ("idt", Field::IssueDate),
    ("ddt", Field::DueDate),
    ("due", Field::Amount),
    ("vat", Field::OtherKeys),
    ("vh", Field::OtherKeys),
    ("vm", Field::OtherKeys),
    ("vl", Field::OtherKeys),
    ("cur", Field::Currency),
    ("pt", Field::AccountType),
    ("acc", Field::Account),
    ("bc", Field::Bic),
    ("adr", Field::PayeeCity),
];

/// Tells whether a text begins like a code.
pub(crate) fn is_begun(text: &str) -> bool {
    text.starts_with('{') && text.contains("\"uqr\"")
}

/// Reads a code.
///
/// # Errors
/// [`Refusal`] at the key that a bank app would not take.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::UsingQr, Request::new());
    let text = reading.without_margins(text);
    if !is_begun(text) {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    }
    let members = members(text)?;
    check_order(&members, &mut reading);
    let invoice = Invoice { members };
    invoice.check_kind()?;
    let kind = invoice.account_type()?;
    invoice.put_texts(&mut reading)?;
    invoice.put_organisation_number(kind, &mut reading)?;
    invoice.put_days(&mut reading)?;
    invoice.put_amount(kind, &mut reading)?;
    invoice.put_account(kind, &mut reading)?;
    invoice.put_bank(kind, &mut reading)?;
    invoice.put_others(&mut reading);
    Ok(reading)
}

fn members(text: &str) -> Result<Vec<(String, Json)>, Refusal> {
    match Json::parse(text) {
        Ok(Json::Object(members)) => Ok(members),
        Ok(_) => Err(Refusal::new(Field::Payload, Flaw::OtherStandard)),
        Err(JsonFlaw::Repeated { name }) => {
            let field = field_of(&name).unwrap_or(Field::Payload);
            Err(Refusal::new(field, Flaw::Repeated))
        }
        Err(JsonFlaw::Broken { at }) => {
            Err(Refusal::new(Field::Payload, Flaw::Broken { place: at.to_string() }))
        }
    }
}

fn field_of(key: &str) -> Option<Field> {
    KEYS.iter().find(|(known, _)| *known == key).map(|(_, field)| *field)
}

/// The tax amounts stand anywhere in invoices that are in use; the order of the rest counts.
fn check_order(members: &[(String, Json)], reading: &mut Reading) {
    let places = members.iter().filter_map(|(key, _)| {
        KEYS.iter().position(|(known, field)| known == key && *field != Field::OtherKeys)
    });
    if !places.is_sorted() {
        reading.find(Field::Payload, Oddity::OutOfOrder);
    }
}

struct Invoice {
    members: Vec<(String, Json)>,
}

impl Invoice {
    fn member(&self, key: &str) -> Option<&Json> {
        let value = self.members.iter().find(|(known, _)| known == key).map(|(_, value)| value);
        value.filter(|value| **value != Json::Null)
    }

    fn text(&self, key: &str, field: Field) -> Result<Option<&str>, Refusal> {
        match self.member(key) {
            None => Ok(None),
            Some(Json::Text(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
            Some(_) => Err(Refusal::new(field, Flaw::Kind)),
        }
    }

    fn needed(&self, key: &str, field: Field) -> Result<&str, Refusal> {
        let text = self.text(key, field)?.filter(|text| !text.trim().is_empty());
        text.ok_or_else(|| Refusal::new(field, Flaw::Missing))
    }

    /// Version 1, and an invoice rather than a credit note.
    fn check_kind(&self) -> Result<(), Refusal> {
        let one = Json::Number("1".to_owned());
        let found = |value: Option<&Json>| match value {
            Some(Json::Number(text) | Json::Text(text)) => text.clone(),
            _ => String::new(),
        };
        if self.member("uqr") != Some(&one) {
            let flaw = Flaw::UnknownVersion { found: found(self.member("uqr")) };
            return Err(Refusal::new(Field::Version, flaw));
        }
        if self.member("tp") != Some(&one) {
            let flaw = Flaw::NotOneOf { allowed: &["1"], found: found(self.member("tp")) };
            return Err(Refusal::new(Field::Kind, flaw));
        }
        Ok(())
    }

    fn account_type(&self) -> Result<&'static str, Refusal> {
        let named = self.needed("pt", Field::AccountType)?;
        let kind = ACCOUNT_TYPES.iter().find(|kind| **kind == named);
        kind.copied().ok_or_else(|| {
            let flaw = Flaw::NotOneOf { allowed: ACCOUNT_TYPES, found: named.to_owned() };
            Refusal::new(Field::AccountType, flaw)
        })
    }

    fn put_texts(&self, reading: &mut Reading) -> Result<(), Refusal> {
        reading.put_text(Field::PayeeName, self.needed("nme", Field::PayeeName)?, TEXT_LENGTH_MAX);
        reading.put_text(Field::Reference, self.needed("iref", Field::Reference)?, TEXT_LENGTH_MAX);
        for (key, field) in [("cc", Field::PayeeCountry), ("adr", Field::PayeeCity)] {
            if let Some(text) = self.text(key, field)? {
                reading.put_text(field, text, TEXT_LENGTH_MAX);
            }
        }
        Ok(())
    }

    fn put_organisation_number(&self, kind: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let field = Field::OrganisationNumber;
        let text = self.needed("cid", field)?;
        if !is_giro(kind) {
            reading.put_text(field, text, TEXT_LENGTH_MAX);
            return Ok(());
        }
        match swedish_organisation_number(text) {
            Some(number) => put_normal(reading, field, &number, text),
            None => {
                reading.find(field, Oddity::Form { example: ORGANISATION_EXAMPLE });
                reading.put_text(field, text, TEXT_LENGTH_MAX);
            }
        }
        Ok(())
    }

    fn put_days(&self, reading: &mut Reading) -> Result<(), Refusal> {
        let day = |field, text: &str| {
            let day = Day::parse_compact(text).map(|day| day.to_string());
            day.map_err(|_| Refusal::new(field, Flaw::NotADay { found: text.to_owned() }))
        };
        if let Some(text) = self.text("idt", Field::IssueDate)? {
            reading.request.put(Field::IssueDate, day(Field::IssueDate, text)?);
        }
        let due = day(Field::DueDate, self.needed("ddt", Field::DueDate)?)?;
        reading.request.put(Field::DueDate, due);
        Ok(())
    }

    fn put_amount(&self, kind: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let currency = self.currency(kind)?;
        let written = match self.member("due") {
            None => return Err(Refusal::new(Field::Amount, Flaw::Missing)),
            Some(Json::Number(number)) => number.as_str(),
            Some(Json::Text(found)) => {
                return Err(Refusal::new(Field::Amount, Flaw::NotDecimal { found: found.clone() }));
            }
            Some(_) => return Err(Refusal::new(Field::Amount, Flaw::Kind)),
        };
        let shortest = match written.contains('.') {
            true => written.trim_end_matches('0').trim_end_matches('.'),
            false => written,
        };
        if shortest != written {
            reading.find(Field::Amount, Oddity::AmountDecimals);
        }
        let amount = crate::request::amount(Field::Amount, shortest, currency, AMOUNT_LIMITS)?;
        reading.request.put(Field::Amount, amount.decimal_text());
        reading.request.put(Field::Currency, currency.code());
        Ok(())
    }

    fn currency(&self, kind: &str) -> Result<Currency, Refusal> {
        let refuse = |flaw| Refusal::new(Field::Currency, flaw);
        let code = match self.text("cur", Field::Currency)? {
            None if is_giro(kind) => "SEK",
            None => return Err(refuse(Flaw::Missing)),
            Some(code) => code,
        };
        if is_giro(kind) && code != "SEK" {
            return Err(refuse(Flaw::NotOneOf { allowed: &["SEK"], found: code.to_owned() }));
        }
        Currency::from_code(code).map_err(|_| refuse(Flaw::Form { example: "EUR" }))
    }

    fn put_account(&self, kind: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let written = self.needed("acc", Field::Account)?;
        let normal = account(kind, written)?;
        if is_giro(kind) && normal != written {
            // Bank apps take a giro with its hyphen only.
            let example = if kind == "BG" { BANKGIRO_EXAMPLE } else { PLUSGIRO_EXAMPLE };
            return Err(Refusal::new(Field::Account, Flaw::Form { example }));
        }
        put_normal(reading, Field::Account, &normal, written);
        reading.request.put(Field::AccountType, kind);
        Ok(())
    }

    /// The bank of an account abroad; a giro needs none.
    fn put_bank(&self, kind: &str, reading: &mut Reading) -> Result<(), Refusal> {
        match self.text("bc", Field::Bic)? {
            None if is_giro(kind) => {}
            None => reading.find(Field::Bic, Oddity::Missing),
            Some(text) => match Bic::parse(text) {
                Ok(bic) => put_normal(reading, Field::Bic, bic.as_str(), text),
                Err(_) => reading.put_text(Field::BankCode, text, TEXT_LENGTH_MAX),
            },
        }
        Ok(())
    }

    fn put_others(&self, reading: &mut Reading) {
        let mut others = BTreeMap::new();
        for (key, value) in &self.members {
            match field_of(key) {
                Some(Field::OtherKeys) => {}
                Some(_) => continue,
                None => reading.find(Field::OtherKeys, Oddity::Unknown { key: key.clone() }),
            }
            others.insert(key.clone(), plain_value(value));
        }
        if !others.is_empty() {
            reading.request.put(Field::OtherKeys, others);
        }
    }
}

/// Numbers stay text, as they are written.
fn plain_value(value: &Json) -> Value {
    match value {
        Json::Null => Value::Text(String::new()),
        Json::Flag(flag) => Value::Flag(*flag),
        Json::Number(text) | Json::Text(text) => Value::Text(text.clone()),
        Json::List(values) => Value::List(values.iter().map(plain_value).collect()),
        Json::Object(members) => {
            let members = members.iter().map(|(name, value)| (name.clone(), plain_value(value)));
            Value::Table(members.collect())
        }
    }
}

fn put_normal(reading: &mut Reading, field: Field, normal: &str, written: &str) {
    if normal != written {
        reading.find(field, Oddity::NotNormalised);
    }
    reading.request.put(field, normal);
}
