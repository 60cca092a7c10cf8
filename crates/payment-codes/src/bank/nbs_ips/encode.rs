//! From a request to the text of a code.

use groat_money::Money;

use super::account::account;
use super::{
    AMOUNT, CURRENCIES, KIND, MODEL_97, MODELS, NAME_LENGTH_MAX, PURPOSE_LENGTH_MAX,
    REFERENCE_LENGTH_MAX, UTF8, VERSION, first_foreign_in_name, is_latin, is_payment_code,
};
use crate::bank::slip;
use crate::request::fitting;
use crate::{Encoded, Field, Flaw, Model97, Refusal, Request};

const FIELDS: &[Field] = &[
    Field::Kind,
    Field::Account,
    Field::PayeeName,
    Field::Amount,
    Field::Currency,
    Field::PayerName,
    Field::Purpose,
    Field::Message,
    Field::Model,
    Field::Reference,
];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(FIELDS)?;
    if let Some(found) = request.text(Field::Kind)?.filter(|kind| *kind != KIND) {
        let flaw = Flaw::NotOneOf { allowed: &[KIND], found: found.to_owned() };
        return Err(Refusal::new(Field::Kind, flaw));
    }
    let account = account(request.needed(Field::Account)?)?;
    request.needed(Field::PayeeName)?;
    let name = name(request, Field::PayeeName)?.unwrap_or_default();
    let amount = request.amount(request.currency(CURRENCIES)?, AMOUNT)?;
    let amount = amount.ok_or(Refusal::new(Field::Amount, Flaw::Missing))?;
    let amount = Money::decimal_text(amount).replace('.', ",");
    let code = request.needed(Field::Purpose)?;
    if !is_payment_code(code) {
        return Err(Refusal::new(Field::Purpose, Flaw::Form { example: "289" }));
    }
    let mut tags =
        vec![format!("K:{KIND}|V:{VERSION}|C:{UTF8}|R:{account}|N:{name}|I:RSD{amount}")];
    tags.extend(self::name(request, Field::PayerName)?.map(|payer| format!("P:{payer}")));
    tags.push(format!("SF:{code}"));
    let purpose = line(request, Field::Message, PURPOSE_LENGTH_MAX)?;
    tags.extend(purpose.map(|purpose| format!("S:{purpose}")));
    tags.extend(reference(request)?.map(|reference| format!("RO:{reference}")));
    Ok(tags.join("|").into())
}

/// Returns a name and address of up to three lines.
fn name(request: &Request, field: Field) -> Result<Option<String>, Refusal> {
    let Some(text) = request.text(field)? else { return Ok(None) };
    let text = text.replace('|', "-");
    // Line feeds are the one control character that names may have, and only between lines.
    fitting(field, &text.replace('\n', " "), NAME_LENGTH_MAX)?;
    match first_foreign_in_name(&text).or_else(|| blank_at_edge(&text)) {
        Some((at, found)) => Err(foreign_sign(field, at, found)),
        None => Ok(Some(text)),
    }
}

/// Returns a text of one line.
fn line(request: &Request, field: Field, max: usize) -> Result<Option<String>, Refusal> {
    let Some(text) = request.text(field)? else { return Ok(None) };
    let text = text.replace('|', "-");
    fitting(field, &text, max)?;
    match slip::foreign(&text, is_latin).or_else(|| blank_at_edge(&text)) {
        Some((at, found)) => Err(foreign_sign(field, at, found)),
        None => Ok(Some(text)),
    }
}

/// Finds a blank or a line end where none may stand, because the whole may not end with one.
fn blank_at_edge(text: &str) -> Option<(usize, char)> {
    let mut signs = text.chars().enumerate();
    let (first, last) = (signs.next(), text.chars().enumerate().last());
    [first, last].into_iter().flatten().find(|(_, sign)| sign.is_whitespace())
}

fn foreign_sign(field: Field, at: usize, found: char) -> Refusal {
    Refusal::new(field, Flaw::ForeignSign { at, found, why: None })
}

/// Returns model and reference as one value.
fn reference(request: &Request) -> Result<Option<String>, Refusal> {
    let reference = request.text(Field::Reference)?;
    let (model, reference) = match (request.text(Field::Model)?, reference) {
        (None, None) => return Ok(None),
        (None, Some(_)) => return Err(Refusal::new(Field::Model, Flaw::Missing)),
        (Some(_), None) => return Err(Refusal::new(Field::Reference, Flaw::Missing)),
        (Some(model), Some(reference)) => (model, reference),
    };
    if !MODELS.contains(&model) {
        let flaw = Flaw::NotOneOf { allowed: MODELS, found: model.to_owned() };
        return Err(Refusal::new(Field::Model, flaw));
    }
    if model == MODEL_97 {
        let checked = Model97::parse(&format!("{model}{reference}"));
        let checked = checked.map_err(|error| Refusal::new(Field::Reference, error))?;
        return Ok(Some(checked.to_string()));
    }
    let free = line(request, Field::Reference, REFERENCE_LENGTH_MAX - model.len())?;
    Ok(free.map(|free| format!("{model}{free}")))
}
