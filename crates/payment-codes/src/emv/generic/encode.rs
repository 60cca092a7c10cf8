//! Writing a code tag by tag.

use groat_money::Currency;

use crate::emv::asked::{
    self, CITY_LENGTH_MAX, LABEL_LENGTH_MAX, NAME_LENGTH_MAX, ascii_fitting, is_digits,
    plain_fitting,
};
use crate::emv::draft::Draft;
use crate::emv::{issuer, numeric, tlv};
use crate::request::fitting;
use crate::{Encoded, Field, Flaw, Refusal, Request, Standard, Value};

/// The most characters of an owner's name (sub-tag 00 of a template).
const OWNER_LENGTH_MAX: usize = 32;
const TEMPLATE_LENGTH_MAX: usize = 99;

const FIELDS: &[Field] = &[
    Field::Poi,
    Field::Accounts,
    Field::Mcc,
    Field::CurrencyCode,
    Field::Currency,
    Field::Amount,
    Field::Tip,
    Field::FeeFixed,
    Field::FeePercent,
    Field::Country,
    Field::PayeeName,
    Field::City,
    Field::PostalCode,
    Field::Additional,
    Field::Language,
    Field::Unreserved,
];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    if request.word(Field::BasePayload).is_some() {
        return issuer::reprint(request, Standard::Emv);
    }
    request.holds_only(FIELDS)?;
    let mut draft = Draft::new();
    draft.put_some(1, Field::Poi, asked::poi(request)?);
    put_accounts(request, &mut draft)?;
    let mcc = asked::mcc(request)?.ok_or(Refusal::new(Field::Mcc, Flaw::Missing))?;
    draft.put(52, Field::Mcc, mcc);
    let (digits, currency) = currency(request)?;
    draft.put(53, Field::CurrencyCode, digits);
    draft.put_some(54, Field::Amount, asked::amount(request, currency)?);
    put_fees(request, currency, &mut draft)?;
    draft.put(58, Field::Country, country(request)?);
    let name = asked::needed_plain(request, Field::PayeeName, NAME_LENGTH_MAX)?;
    draft.put(59, Field::PayeeName, name);
    let city = asked::needed_plain(request, Field::City, CITY_LENGTH_MAX)?;
    draft.put(60, Field::City, city);
    draft.put_some(61, Field::PostalCode, asked::plain(request, Field::PostalCode, 10)?);
    put_additional(request, &mut draft)?;
    put_language(request, &mut draft)?;
    put_unreserved(request, &mut draft)?;
    draft.write()
}

/// Returns the values of a table by their tags; empty ones ask for nothing.
fn tags(request: &Request, field: Field) -> Result<Vec<(u8, &Value)>, Refusal> {
    match request.value(field) {
        None => Ok(Vec::new()),
        Some(value) => tags_of(field, value),
    }
}

fn tags_of(field: Field, value: &Value) -> Result<Vec<(u8, &Value)>, Refusal> {
    let Value::Table(table) = value else { return Err(Refusal::new(field, Flaw::Kind)) };
    let asked = table.iter().filter(|(_, value)| value.as_text() != Some(""));
    let tag = |name: &str| {
        let digits = Some(name).filter(|name| is_digits(name, 2));
        digits.and_then(|digits| digits.parse().ok())
    };
    let numbered = asked.map(|(name, value)| {
        tag(name).map(|id| (id, value)).ok_or(Refusal::new(field, Flaw::Form { example: "26" }))
    });
    numbered.collect()
}

fn text_of(field: Field, value: &Value) -> Result<&str, Refusal> {
    value.as_text().ok_or(Refusal::new(field, Flaw::Kind))
}

/// Tags 02 to 25 hold bare values, 26 to 51 templates; at least one of them is there.
fn put_accounts(request: &Request, draft: &mut Draft) -> Result<(), Refusal> {
    let field = Field::Accounts;
    let accounts = tags(request, field)?;
    if accounts.is_empty() {
        return Err(Refusal::new(field, Flaw::Missing));
    }
    for (id, value) in accounts {
        match id {
            2..=25 => {
                let value = ascii_fitting(field, text_of(field, value)?, TEMPLATE_LENGTH_MAX)?;
                draft.put(id, field, value);
            }
            26..=51 => put_owned(draft, field, id, value)?,
            _ => return Err(Refusal::new(field, Flaw::Form { example: "26" })),
        }
    }
    Ok(())
}

fn put_unreserved(request: &Request, draft: &mut Draft) -> Result<(), Refusal> {
    let field = Field::Unreserved;
    for (id, value) in tags(request, field)? {
        if !(80..=99).contains(&id) {
            return Err(Refusal::new(field, Flaw::Form { example: "80" }));
        }
        put_owned(draft, field, id, value)?;
    }
    Ok(())
}

/// Puts a template whose sub-tag 00 names its owner. Its values are identifiers: nothing in them
/// is folded.
fn put_owned(draft: &mut Draft, field: Field, id: u8, value: &Value) -> Result<(), Refusal> {
    let subs = tags_of(field, value)?;
    if subs.iter().all(|(sub, _)| *sub != 0) {
        return Err(Refusal::new(field, Flaw::Missing));
    }
    for (sub, value) in subs {
        let max = if sub == 0 { OWNER_LENGTH_MAX } else { TEMPLATE_LENGTH_MAX };
        draft.put_in(id, sub, field, ascii_fitting(field, text_of(field, value)?, max)?);
    }
    Ok(())
}

/// Returns the currency by its digits and letters, whichever were given.
fn currency(request: &Request) -> Result<(&'static str, Currency), Refusal> {
    let missing = Refusal::new(Field::CurrencyCode, Flaw::Missing);
    let by_digits = request.text(Field::CurrencyCode)?.map(|digits| {
        let unknown = Refusal::new(Field::CurrencyCode, Flaw::Form { example: "978" });
        numeric::currency(digits).ok_or(unknown)
    });
    let by_letters = request.text(Field::Currency)?.map(|letters| {
        let unknown = Refusal::new(Field::Currency, Flaw::Form { example: "EUR" });
        Currency::from_code(letters).map_err(|_| unknown)
    });
    let currency = match (by_digits.transpose()?, by_letters.transpose()?) {
        (Some(one), Some(other)) if one != other => {
            let flaw = Flaw::NotWith { other: Field::CurrencyCode };
            return Err(Refusal::new(Field::Currency, flaw));
        }
        (Some(currency), _) | (None, Some(currency)) => currency,
        (None, None) => return Err(missing),
    };
    let digits = numeric::digits(currency).ok_or(missing)?;
    Ok((digits, currency))
}

/// Tag 56 stands with tip indicator 02 and with no other, 57 likewise with 03.
fn put_fees(request: &Request, currency: Currency, draft: &mut Draft) -> Result<(), Refusal> {
    let allowed: &'static [&'static str] = &["01", "02", "03"];
    let tip = request.text(Field::Tip)?;
    if let Some(found) = tip.filter(|tip| !allowed.contains(tip)) {
        let flaw = Flaw::NotOneOf { allowed, found: found.to_owned() };
        return Err(Refusal::new(Field::Tip, flaw));
    }
    draft.put_some(55, Field::Tip, tip);
    let fixed = asked::fee(request, currency)?;
    let percent = asked::fee_percent(request)?;
    for (field, is_asked, kind) in
        [(Field::FeeFixed, fixed.is_some(), "02"), (Field::FeePercent, percent.is_some(), "03")]
    {
        match (is_asked, tip == Some(kind)) {
            (true, false) => {
                return Err(Refusal::new(field, Flaw::Needs { other: Field::Tip }));
            }
            (false, true) => return Err(Refusal::new(field, Flaw::Missing)),
            _ => {}
        }
    }
    draft.put_some(56, Field::FeeFixed, fixed);
    draft.put_some(57, Field::FeePercent, percent);
    Ok(())
}

fn country(request: &Request) -> Result<&str, Refusal> {
    let country = request.needed(Field::Country)?;
    if country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(country);
    }
    Err(Refusal::new(Field::Country, Flaw::Form { example: "FR" }))
}

fn put_additional(request: &Request, draft: &mut Draft) -> Result<(), Refusal> {
    let field = Field::Additional;
    for (sub, value) in tags(request, field)? {
        let text = text_of(field, value)?;
        let form = |example, is_right| match is_right {
            true => Ok(text.to_owned()),
            false => Err(Refusal::new(field, Flaw::Form { example })),
        };
        let written = match sub {
            1..=8 => plain_fitting(field, text, LABEL_LENGTH_MAX)?,
            9 => form("ME", asks_each_once(text))?,
            10 => ascii_fitting(field, text, 20)?.to_owned(),
            11 => form("211", is_digits(text, 3))?,
            50..=99 => {
                let has_owner = tlv::part(text, "")
                    .is_ok_and(|subs| subs.iter().any(|sub| sub.id == 0 && !sub.value.is_empty()));
                ascii_fitting(field, &form("0015org.example.pay", has_owner)?, TEMPLATE_LENGTH_MAX)?
                    .to_owned()
            }
            _ => return Err(Refusal::new(field, Flaw::NotCarried)),
        };
        draft.put_in(62, sub, field, written);
    }
    Ok(())
}

/// What the app is to send: address, mobile, e-mail, each at most once.
fn asks_each_once(text: &str) -> bool {
    let once = |sign: char| text.chars().filter(|other| *other == sign).count() == 1;
    text.chars().all(|sign| matches!(sign, 'A' | 'M' | 'E') && once(sign))
}

fn put_language(request: &Request, draft: &mut Draft) -> Result<(), Refusal> {
    let field = Field::Language;
    let subs = tags(request, field)?;
    if subs.is_empty() {
        return Ok(());
    }
    if ![0, 1].iter().all(|needed| subs.iter().any(|(sub, _)| sub == needed)) {
        return Err(Refusal::new(field, Flaw::Missing));
    }
    for (sub, value) in subs {
        let text = text_of(field, value)?;
        match sub {
            0 if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) => {}
            0 => return Err(Refusal::new(field, Flaw::Form { example: "ZH" })),
            1 => _ = fitting(field, text, NAME_LENGTH_MAX)?,
            2 => _ = fitting(field, text, CITY_LENGTH_MAX)?,
            _ => return Err(Refusal::new(field, Flaw::NotCarried)),
        }
        draft.put_in(64, sub, field, text);
    }
    Ok(())
}
