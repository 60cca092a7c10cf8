//! Reading a code tag by tag; the issued schemes read theirs with the same words.

use std::collections::BTreeMap;

use groat_money::Currency;

use crate::emv::asked::{
    CITY_LENGTH_MAX, LABEL_LENGTH_MAX, NAME_LENGTH_MAX, is_digits, is_percentage,
};
use crate::emv::code::{Code, field_of};
use crate::emv::said::{ZeroAmount, look_at, put_sum};
use crate::emv::tlv::Tag;
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Standard, Value};

/// What a scheme reads that EMVCo does not allow.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terms {
    /// Tags that EMVCo wants and that codes in use lack.
    pub(crate) may_lack: &'static [u8],
    /// What amounts and fees of zero mean.
    pub(crate) zero: ZeroAmount,
}

impl Terms {
    /// EMVCo's own.
    pub(crate) const STRICT: Terms = Terms { may_lack: &[], zero: ZeroAmount::Refused };
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    whole(&Code::read(text)?, Standard::Emv, Terms::STRICT)
}

/// Reads every tag of a code.
///
/// # Errors
/// [`Flaw::Missing`] for a tag that is needed, and what is wrong with the value of a tag.
pub(crate) fn whole(code: &Code<'_>, standard: Standard, terms: Terms) -> Result<Reading, Refusal> {
    let mut reading = code.reading(standard);
    need(code, terms, &mut reading)?;
    code.put_poi(&mut reading)?;
    put_templates(code, &mut reading);
    code.put_mcc(&mut reading)?;
    let currency = code.put_currency(&mut reading)?;
    if let Some(digits) = code.value(53) {
        reading.request.put(Field::CurrencyCode, digits);
    }
    code.put_amount(&mut reading, currency, terms.zero)?;
    put_fees(code, currency, terms.zero, &mut reading)?;
    code.put_country(&mut reading)?;
    code.put_payee(&mut reading);
    look_at_additional(code, &mut reading);
    look_at_language(code, &mut reading);
    Ok(reading)
}

fn need(code: &Code<'_>, terms: Terms, reading: &mut Reading) -> Result<(), Refusal> {
    if !code.parts().iter().any(|part| matches!(part.id, 2..=51) && !part.value.is_empty()) {
        return Err(Refusal::new(Field::Accounts, Flaw::Missing));
    }
    for id in [52, 53, 58, 59, 60] {
        match code.needs(&[id]) {
            Err(_) if terms.may_lack.contains(&id) => reading.find(field_of(id), Oddity::Missing),
            other => other?,
        }
    }
    Ok(())
}

fn named(id: u8) -> String {
    format!("{id:02}")
}

fn table(subs: &[Tag<'_>]) -> Value {
    let filled = subs.iter().filter(|sub| !sub.value.is_empty());
    Value::Table(filled.map(|sub| (named(sub.id), Value::from(sub.value))).collect())
}

/// Puts accounts, additional labels, language, unreserved templates, and the bare values that
/// stand where a template belongs.
fn put_templates(code: &Code<'_>, reading: &mut Reading) {
    let mut tables: BTreeMap<Field, BTreeMap<String, Value>> = BTreeMap::new();
    for part in code.parts().iter().filter(|part| !part.value.is_empty()) {
        let (field, value) = match (part.id, &part.subs) {
            (62 | 64, Some(subs)) => {
                reading.request.put(field_of(part.id), table(subs));
                continue;
            }
            (26..=51 | 80..=99, None) => (Field::Opaque, Value::from(part.value)),
            (2..=51 | 80..=99, Some(subs)) => (field_of(part.id), table(subs)),
            (2..=25, None) => (Field::Accounts, Value::from(part.value)),
            (65..=79, _) => {
                reading.find(Field::Payload, Oddity::Unknown { key: named(part.id) });
                continue;
            }
            _ => continue,
        };
        tables.entry(field).or_default().insert(named(part.id), value);
    }
    tables.into_iter().for_each(|(field, table)| reading.request.put(field, Value::Table(table)));
}

/// Tag 56 stands with tip indicator 02 and with no other, 57 likewise with 03.
fn put_fees(
    code: &Code<'_>,
    currency: Option<Currency>,
    zero: ZeroAmount,
    reading: &mut Reading,
) -> Result<(), Refusal> {
    let tip = code.value(55);
    if let Some(found) = tip.filter(|tip| !matches!(*tip, "01" | "02" | "03")) {
        let flaw = Flaw::NotOneOf { allowed: &["01", "02", "03"], found: found.to_owned() };
        return Err(Refusal::new(Field::Tip, flaw));
    }
    if let Some(tip) = tip {
        reading.request.put(Field::Tip, tip);
    }
    for (id, kind) in [(56, "02"), (57, "03")] {
        let field = field_of(id);
        let Some(value) = code.value(id) else {
            if tip == Some(kind) {
                return Err(Refusal::new(field, Flaw::Missing));
            }
            continue;
        };
        if id == 56 {
            put_sum(reading, field, value, currency, zero)?;
        } else if is_percentage(value) {
            reading.request.put(field, value);
        } else {
            return Err(Refusal::new(field, Flaw::Form { example: "2.5" }));
        }
        if tip != Some(kind) && reading.request.value(field).is_some() {
            return Err(Refusal::new(field, Flaw::Needs { other: Field::Tip }));
        }
    }
    Ok(())
}

fn look_at_additional(code: &Code<'_>, reading: &mut Reading) {
    let field = Field::Additional;
    for Tag { id, value } in code.subs(62) {
        match id {
            1..=8 => look_at(reading, field, value, LABEL_LENGTH_MAX),
            10 => look_at(reading, field, value, 20),
            11 if !is_digits(value, 3) => reading.find(field, Oddity::Form { example: "211" }),
            12..=49 => reading.find(field, Oddity::Unknown { key: format!("62-{id:02}") }),
            _ => {}
        }
    }
}

fn look_at_language(code: &Code<'_>, reading: &mut Reading) {
    let field = Field::Language;
    let subs = code.subs(64);
    if subs.is_empty() {
        return;
    }
    if code.sub(64, 0).is_none() || code.sub(64, 1).is_none() {
        reading.find(field, Oddity::Missing);
    }
    for Tag { id, value } in subs {
        let found = value.chars().count();
        match id {
            0 if found != 2 => reading.find(field, Oddity::Form { example: "ZH" }),
            1 if found > NAME_LENGTH_MAX => {
                reading.find(field, Oddity::TooLong { max: NAME_LENGTH_MAX, found });
            }
            2 if found > CITY_LENGTH_MAX => {
                reading.find(field, Oddity::TooLong { max: CITY_LENGTH_MAX, found });
            }
            3.. => reading.find(field, Oddity::Unknown { key: format!("64-{id:02}") }),
            _ => {}
        }
    }
}
