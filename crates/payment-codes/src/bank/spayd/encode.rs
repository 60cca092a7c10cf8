//! From a request to the text of its code.

use std::fmt::Write;

use super::{
    ALTERNATIVES_MAX, AMOUNT_HUNDREDTHS_MAX, HEADER, MESSAGE_LENGTH_MAX, NAME_LENGTH_MAX,
    PAYER_REFERENCE_LENGTH_MAX, SYMBOL_LENGTH_MAX, SpaydAmount, SpaydError, SpaydField,
    SpaydRequest, is_key, other_form_missed, other_length_max,
};
use crate::first_foreign_sign;

/// Writes the text of the code, without checksum and without closing asterisk.
///
/// The amount is written with the decimals of its currency; nothing is rounded, cut or folded.
/// What cannot stand in a value as it is, is percent-encoded in UTF-8.
///
/// # Errors
/// [`SpaydError`], the first cause in the order of the keys.
///
/// ```
/// use groat_money::{Currency, Money};
/// use groat_payment_codes::{Iban, spayd};
/// let crowns = Money::from_minor(45_000, Currency::from_code("CZK")?);
/// let iban = Iban::parse("CZ28 0600 0000 0001 6854 0115")?;
/// let mut request = spayd::SpaydRequest::new(iban, spayd::SpaydAmount::Fixed(crowns));
/// request.variable_symbol = Some("1042618037".to_owned());
/// request.message = Some(spayd::plain("Dar na útulek"));
/// let payload = spayd::encode(&request)?;
/// assert_eq!(
///     payload,
///     "SPD*1.0*ACC:CZ2806000000000168540115*AM:450.00*CC:CZK*X-VS:1042618037*MSG:DAR NA UTULEK"
/// );
/// assert_eq!(spayd::decode(&payload)?.request, request);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn encode(request: &SpaydRequest) -> Result<String, SpaydError> {
    let symbol = |field, value: &Option<String>| digits(field, value, SYMBOL_LENGTH_MAX);
    let text = |field, value: &Option<String>, max| {
        value.as_deref().map(|value| escaped(field, value, Some(max))).transpose()
    };
    let currency = request.amount.currency();
    let values = [
        (SpaydField::Account, Some(request.account.to_string())),
        (SpaydField::Alternatives, alternatives(request)?),
        (SpaydField::Amount, amount(request.amount)?),
        (SpaydField::Currency, Some(currency.code().to_owned())),
        (
            SpaydField::PayerReference,
            digits(
                SpaydField::PayerReference,
                &request.payer_reference,
                PAYER_REFERENCE_LENGTH_MAX,
            )?,
        ),
        (SpaydField::VariableSymbol, symbol(SpaydField::VariableSymbol, &request.variable_symbol)?),
        (SpaydField::SpecificSymbol, symbol(SpaydField::SpecificSymbol, &request.specific_symbol)?),
        (SpaydField::ConstantSymbol, symbol(SpaydField::ConstantSymbol, &request.constant_symbol)?),
        (SpaydField::PayeeName, text(SpaydField::PayeeName, &request.payee_name, NAME_LENGTH_MAX)?),
        (SpaydField::DueDate, request.due_date.map(|date| date.compact())),
        (SpaydField::PaymentType, request.instant.then(|| "IP".to_owned())),
        (SpaydField::Message, text(SpaydField::Message, &request.message, MESSAGE_LENGTH_MAX)?),
    ];
    let written = values.into_iter().filter_map(|(field, value)| Some((field.key()?, value?)));
    let mut payload = HEADER.trim_end_matches('*').to_owned();
    for (key, value) in written {
        put(&mut payload, key, &value);
    }
    write_others(&mut payload, request)?;
    Ok(payload)
}

fn put(payload: &mut String, key: &str, value: &str) {
    payload.extend(["*", key, ":", value]);
}

fn alternatives(request: &SpaydRequest) -> Result<Option<String>, SpaydError> {
    let accounts: Vec<String> = request.alternatives.iter().map(ToString::to_string).collect();
    match accounts.len() {
        0 => Ok(None),
        found if found > ALTERNATIVES_MAX => Err(SpaydError::TooManyAlternatives { found }),
        _ => Ok(Some(accounts.join(","))),
    }
}

fn amount(amount: SpaydAmount) -> Result<Option<String>, SpaydError> {
    let found = amount.currency();
    let largest = match found.exponent() {
        0 => AMOUNT_HUNDREDTHS_MAX / 100,
        1 => AMOUNT_HUNDREDTHS_MAX / 10,
        2 => AMOUNT_HUNDREDTHS_MAX,
        _ => return Err(SpaydError::CurrencyTooFine { found }),
    };
    match amount.fixed() {
        Some(amount) if !(1..=largest).contains(&amount.minor()) => {
            Err(SpaydError::AmountOutOfRange { amount })
        }
        fixed => Ok(fixed.map(|amount| amount.decimal_text())),
    }
}

fn digits(
    field: SpaydField,
    value: &Option<String>,
    max: usize,
) -> Result<Option<String>, SpaydError> {
    let Some(value) = value else { return Ok(None) };
    check(field, value, Some(max))?;
    let foreign = value.chars().enumerate().find(|(_, sign)| !sign.is_ascii_digit());
    match foreign {
        Some((at, found)) => Err(SpaydError::NotDigits { field, at, found }),
        None => Ok(Some(value.clone())),
    }
}

fn write_others(payload: &mut String, request: &SpaydRequest) -> Result<(), SpaydError> {
    for (place, (key, value)) in request.others.iter().enumerate() {
        let repeated = request.others.iter().take(place).any(|(earlier, _)| earlier == key);
        // A payment type that has no field of its own is one of the others, `IP` is not.
        let own = match SpaydField::of_key(key) {
            SpaydField::Other => false,
            SpaydField::PaymentType => request.instant || value == "IP",
            _ => true,
        };
        if repeated || own || !is_key(key) {
            return Err(SpaydError::OtherKey { key: key.clone() });
        }
        let escaped = escaped(SpaydField::of_key(key), value, other_length_max(key))?;
        if let Some(example) = other_form_missed(key, value) {
            return Err(SpaydError::OtherForm { key: key.clone(), example });
        }
        put(payload, key, &escaped);
    }
    Ok(())
}

fn escaped(field: SpaydField, value: &str, max: Option<usize>) -> Result<String, SpaydError> {
    check(field, value, max)?;
    let mut escaped = String::with_capacity(value.len());
    let last = value.len() - 1;
    for (at, byte) in value.bytes().enumerate() {
        // A blank at the edge would be taken for one around the value, which readers drop.
        let edge = byte == b' ' && (at == 0 || at == last);
        match byte {
            b'*' | b'%' | 0x80.. => _ = write!(escaped, "%{byte:02X}"),
            _ if edge => escaped.push_str("%20"),
            _ => escaped.push(char::from(byte)),
        }
    }
    Ok(escaped)
}

fn check(field: SpaydField, value: &str, max: Option<usize>) -> Result<(), SpaydError> {
    if value.trim().is_empty() {
        return Err(SpaydError::Empty { field });
    }
    if let Some(sign) = first_foreign_sign(value) {
        let (at, found, why) = (sign.at, sign.found, sign.why);
        return Err(SpaydError::ForeignSign { field, at, found, why });
    }
    match (value.chars().count(), max) {
        (found, Some(max)) if found > max => Err(SpaydError::TooLong { field, max, found }),
        _ => Ok(()),
    }
}
