//! From a request to the text of a code.

use super::reference::written;
use super::{
    AMOUNT, AMOUNT_DIGITS, CURRENCIES, HEADER, MESSAGE_LENGTH_MAX, NAME_LENGTH_MAX, control_sum,
    is_latin2,
};
use crate::bank::slip;
use crate::{Encoded, Field, Refusal, Request};

const FIELDS: &[Field] = &[
    Field::PayerName,
    Field::PayerStreet,
    Field::PayerCity,
    Field::Amount,
    Field::Currency,
    Field::Purpose,
    Field::Message,
    Field::DueDate,
    Field::Iban,
    Field::Reference,
    Field::PayeeName,
    Field::PayeeStreet,
    Field::PayeeCity,
];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(FIELDS)?;
    let payee = |field| needed(request, field, NAME_LENGTH_MAX);
    let (name, street, town) =
        (payee(Field::PayeeName)?, payee(Field::PayeeStreet)?, payee(Field::PayeeCity)?);
    let iban = request.iban(&[])?;
    let reference = written(request.text(Field::Reference)?)?;
    let amount = request.amount(request.currency(CURRENCIES)?, AMOUNT)?;
    let amount = slip::cents(amount, AMOUNT_DIGITS);
    let purpose = slip::purpose(request.needed(Field::Purpose)?)?;
    let message = needed(request, Field::Message, MESSAGE_LENGTH_MAX)?;
    let due = request.day(Field::DueDate)?.map(|day| dotted(&day.to_string())).unwrap_or_default();
    let payer = |field| payer(request, field);
    let payer = [payer(Field::PayerName)?, payer(Field::PayerStreet)?, payer(Field::PayerCity)?];

    let mut lines = vec![HEADER, "", "", "", ""];
    lines.extend(payer);
    lines.extend([&amount, "", "", purpose, message, &due]);
    lines.extend([iban.as_str(), &reference, name, street, town]);
    let sum = control_sum(lines.iter().copied());
    lines.extend([&sum, ""]);
    Ok(lines.join("\n").into())
}

fn needed(request: &Request, field: Field, max: usize) -> Result<&str, Refusal> {
    slip::of_set(field, request.needed_fitting(field, max)?, is_latin2)
}

fn payer(request: &Request, field: Field) -> Result<&str, Refusal> {
    let text = request.fitting(field, NAME_LENGTH_MAX)?.unwrap_or_default();
    slip::of_set(field, text, is_latin2)
}

/// Turns `2026-12-24` into `24.12.2026`.
fn dotted(day: &str) -> String {
    let parts: Vec<&str> = day.rsplit('-').collect();
    parts.join(".")
}
