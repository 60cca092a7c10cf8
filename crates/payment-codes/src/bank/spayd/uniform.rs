//! The code as one of many: from the common request and back to it.
//!
//! Name and message are written in capitals without diacritics. `alt_accounts` are texts `IBAN` or
//! `IBAN+BIC`; `payment_type` is `IP` or another of up to three letters; `other_keys` holds the
//! keys that have no field of their own.

use std::collections::BTreeMap;

use groat_money::{Currency, Money};

use super::{
    ALTERNATIVES_MAX, AMOUNT_HUNDREDTHS_MAX, SpaydAccount, SpaydAmount, SpaydAmountFlaw,
    SpaydError, SpaydField, SpaydFinding, SpaydRefusal, SpaydRequest, other_form_missed, plain,
};
use crate::bank::lines;
use crate::{
    AmountLimits, Bic, Encoded, Field, Finding, Flaw, Iban, Oddity, Options, Reading, Refusal,
    Request, Standard, Value,
};

const FIELDS: &[Field] = &[
    Field::Iban,
    Field::Bic,
    Field::AltAccounts,
    Field::Amount,
    Field::Currency,
    Field::PayerReference,
    Field::VariableSymbol,
    Field::SpecificSymbol,
    Field::ConstantSymbol,
    Field::PayeeName,
    Field::DueDate,
    Field::PaymentType,
    Field::Message,
    Field::OtherKeys,
];
const CROWNS: &str = "CZK";
const PAYMENT_TYPE_LENGTH_MAX: usize = 3;
const DIGITS_EXAMPLE: &str = "1042618037";

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(FIELDS)?;
    Ok(super::encode(&typed(request)?).map_err(unencodable)?.into())
}

fn typed(request: &Request) -> Result<SpaydRequest, Refusal> {
    let own = |field| Ok(request.text(field)?.map(str::to_owned));
    let mut typed = SpaydRequest::new(request.iban(&[])?, amount(request)?);
    typed.account.bic = request.bic()?;
    typed.alternatives = alternatives(request)?;
    typed.payer_reference = own(Field::PayerReference)?;
    typed.variable_symbol = own(Field::VariableSymbol)?;
    typed.specific_symbol = own(Field::SpecificSymbol)?;
    typed.constant_symbol = own(Field::ConstantSymbol)?;
    typed.payee_name = request.text(Field::PayeeName)?.map(plain);
    typed.due_date = request.day(Field::DueDate)?;
    typed.message = request.text(Field::Message)?.map(plain);
    typed.others = others(request)?;
    match request.fitting(Field::PaymentType, PAYMENT_TYPE_LENGTH_MAX)? {
        None => {}
        Some("IP") => typed.instant = true,
        Some(other) => typed.others.insert(0, ("PT".to_owned(), other.to_owned())),
    }
    Ok(typed)
}

fn amount(request: &Request) -> Result<SpaydAmount, Refusal> {
    let code = request.text(Field::Currency)?.unwrap_or(CROWNS);
    let unknown = |_| Refusal::new(Field::Currency, Flaw::Form { example: CROWNS });
    let currency = Currency::from_code(code).map_err(unknown)?;
    let limits = AmountLimits {
        decimals: currency.exponent().min(2),
        minor_max: match currency.exponent() {
            0 => AMOUNT_HUNDREDTHS_MAX / 100,
            1 => AMOUNT_HUNDREDTHS_MAX / 10,
            _ => AMOUNT_HUNDREDTHS_MAX,
        },
    };
    let fixed = request.amount(currency, limits)?;
    Ok(fixed.map_or(SpaydAmount::Open(currency), SpaydAmount::Fixed))
}

fn alternatives(request: &Request) -> Result<Vec<SpaydAccount>, Refusal> {
    match request.value(Field::AltAccounts) {
        None => Ok(Vec::new()),
        Some(Value::List(accounts)) => accounts.iter().map(account).collect(),
        Some(Value::Text(text)) if text.is_empty() => Ok(Vec::new()),
        Some(_) => Err(Refusal::new(Field::AltAccounts, Flaw::Kind)),
    }
}

/// `IBAN` or `IBAN+BIC`.
fn account(value: &Value) -> Result<SpaydAccount, Refusal> {
    let refuse = |flaw: Flaw| Refusal::new(Field::AltAccounts, flaw);
    let text = value.as_text().ok_or_else(|| refuse(Flaw::Kind))?;
    let (iban, bic) = text.split_once('+').map_or((text, None), |(iban, bic)| (iban, Some(bic)));
    let iban = Iban::parse(iban).map_err(|error| refuse(error.into()))?;
    let bic = bic.map(Bic::parse).transpose().map_err(|error| refuse(error.into()))?;
    Ok(SpaydAccount { iban, bic })
}

fn others(request: &Request) -> Result<Vec<(String, String)>, Refusal> {
    let of_another_kind = || Refusal::new(Field::OtherKeys, Flaw::Kind);
    let table = match request.value(Field::OtherKeys) {
        None => return Ok(Vec::new()),
        Some(Value::Table(table)) => table,
        Some(_) => return Err(of_another_kind()),
    };
    let pair = |(key, value): (&String, &Value)| {
        let value = value.as_text().ok_or_else(of_another_kind)?;
        Ok((key.clone(), value.to_owned()))
    };
    table.iter().map(pair).collect()
}

fn unencodable(error: SpaydError) -> Refusal {
    match error {
        SpaydError::Empty { field } => Refusal::new(name_of(field), Flaw::Missing),
        SpaydError::TooLong { field, max, found } => {
            Refusal::new(name_of(field), Flaw::TooLong { max, found })
        }
        SpaydError::ForeignSign { field, at, found, why } => {
            Refusal::new(name_of(field), Flaw::ForeignSign { at, found, why: Some(why) })
        }
        SpaydError::NotDigits { field, at, found } => {
            Refusal::new(name_of(field), Flaw::ForeignSign { at, found, why: None })
        }
        SpaydError::AmountOutOfRange { amount } => {
            let max = Money::from_minor(AMOUNT_HUNDREDTHS_MAX, amount.currency()).decimal_text();
            Refusal::new(Field::Amount, Flaw::TooLarge { max })
        }
        SpaydError::CurrencyTooFine { .. } => {
            Refusal::new(Field::Currency, Flaw::TooPrecise { decimals: 2 })
        }
        SpaydError::TooManyAlternatives { found } => {
            Refusal::new(Field::AltAccounts, Flaw::TooMany { max: ALTERNATIVES_MAX, found })
        }
        SpaydError::OtherKey { .. } => {
            Refusal::new(Field::OtherKeys, Flaw::Form { example: "X-ID" })
        }
        SpaydError::OtherForm { example, .. } => {
            Refusal::new(Field::OtherKeys, Flaw::Form { example })
        }
    }
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (text, findings) = lines::bare(text);
    let typed = super::decode(text).map_err(refused)?;
    let mut reading = Reading::new(Standard::Spayd, uniform(&typed.request));
    reading.findings = findings;
    reading.findings.extend(typed.findings.iter().map(found));
    for (key, value) in &typed.request.others {
        if let Some(example) = other_form_missed(key, value) {
            reading.find(Field::OtherKeys, Oddity::Form { example });
        }
    }
    Ok(reading)
}

fn uniform(typed: &SpaydRequest) -> Request {
    let alternatives: Vec<String> = typed.alternatives.iter().map(ToString::to_string).collect();
    let others = typed.others.iter().map(|(key, value)| (key.clone(), value.into()));
    let mut others: BTreeMap<String, Value> = others.collect();
    let other_type = others.remove("PT");
    let payment_type = if typed.instant { Some("IP".into()) } else { other_type };
    Request::new()
        .with(Field::Iban, typed.account.iban.as_str())
        .with_some(Field::Bic, typed.account.bic.as_ref().map(Bic::as_str))
        .with_some(Field::AltAccounts, Some(alternatives).filter(|them| !them.is_empty()))
        .with_some(Field::Amount, typed.amount.fixed().map(Money::decimal_text))
        .with(Field::Currency, typed.amount.currency().code())
        .with_some(Field::PayerReference, typed.payer_reference.as_ref())
        .with_some(Field::VariableSymbol, typed.variable_symbol.as_ref())
        .with_some(Field::SpecificSymbol, typed.specific_symbol.as_ref())
        .with_some(Field::ConstantSymbol, typed.constant_symbol.as_ref())
        .with_some(Field::PayeeName, typed.payee_name.as_ref())
        .with_some(Field::DueDate, typed.due_date.map(|day| day.to_string()))
        .with_some(Field::PaymentType, payment_type)
        .with_some(Field::Message, typed.message.as_ref())
        .with_some(Field::OtherKeys, Some(others).filter(|them| !them.is_empty()))
}

fn refused(refusal: SpaydRefusal) -> Refusal {
    let payload = |flaw| Refusal::new(Field::Payload, flaw);
    let of_key = |key: &str| name_of(SpaydField::of_key(key));
    match refusal {
        SpaydRefusal::NotSpayd => payload(Flaw::OtherStandard),
        SpaydRefusal::UnknownVersion { found } => {
            Refusal::new(Field::Version, Flaw::UnknownVersion { found })
        }
        SpaydRefusal::NotAnAttribute { found } => payload(Flaw::Broken { place: found }),
        SpaydRefusal::NoValue { key } => Refusal::new(of_key(&key), Flaw::Missing),
        SpaydRefusal::Repeated { key } => Refusal::new(of_key(&key), Flaw::Repeated),
        SpaydRefusal::NotUtf8 { key } => Refusal::new(of_key(&key), Flaw::Broken { place: key }),
        SpaydRefusal::Checksum { found, computed } => payload(Flaw::Checksum { found, computed }),
        SpaydRefusal::AccountMissing => Refusal::new(Field::Iban, Flaw::Missing),
        SpaydRefusal::Iban { field, why } => Refusal::new(name_of(field), why),
        SpaydRefusal::Bic { field: SpaydField::Account, why } => Refusal::new(Field::Bic, why),
        SpaydRefusal::Bic { field, why } => Refusal::new(name_of(field), why),
        SpaydRefusal::TooManyAlternatives { found } => {
            Refusal::new(Field::AltAccounts, Flaw::TooMany { max: ALTERNATIVES_MAX, found })
        }
        SpaydRefusal::UnknownCurrency { .. } => {
            Refusal::new(Field::Currency, Flaw::Form { example: CROWNS })
        }
        SpaydRefusal::Amount { found, why: SpaydAmountFlaw::NotDecimal } => {
            Refusal::new(Field::Amount, Flaw::NotDecimal { found })
        }
        SpaydRefusal::Amount { why: SpaydAmountFlaw::TooLarge, .. } => {
            let max = Money::from_minor(AMOUNT_HUNDREDTHS_MAX, Currency::EUR).decimal_text();
            Refusal::new(Field::Amount, Flaw::TooLarge { max })
        }
        SpaydRefusal::NotDigits { field, .. } => {
            Refusal::new(name_of(field), Flaw::Form { example: DIGITS_EXAMPLE })
        }
        SpaydRefusal::DueDate { found } => Refusal::new(Field::DueDate, Flaw::NotADay { found }),
    }
}

fn found(finding: &SpaydFinding) -> Finding {
    let (field, oddity) = match finding {
        SpaydFinding::ByteOrderMark => (Field::Payload, Oddity::ByteOrderMark),
        SpaydFinding::CurrencyMissing => {
            (Field::Currency, Oddity::CurrencyMeant { currency: CROWNS })
        }
        SpaydFinding::CurrencyNotCzk { found } => {
            (Field::Currency, Oddity::CurrencyUnusual { currency: found.code().to_owned() })
        }
        SpaydFinding::AmountZero => (Field::Amount, Oddity::AmountZero),
        SpaydFinding::TooLong { field, max, found } => {
            (name_of(*field), Oddity::TooLong { max: *max, found: *found })
        }
        SpaydFinding::ForeignSign { field, at, found, why } => {
            (name_of(*field), Oddity::ForeignSign { at: *at, found: *found, why: Some(*why) })
        }
        SpaydFinding::NotNormalised { field: SpaydField::Checksum } => {
            (Field::Payload, Oddity::SmallLetterChecksum)
        }
        SpaydFinding::NotNormalised { field } => (name_of(*field), Oddity::NotNormalised),
        SpaydFinding::PercentAlone { field } => (name_of(*field), Oddity::PercentAlone),
    };
    Finding { field, oddity }
}

fn name_of(field: SpaydField) -> Field {
    match field {
        SpaydField::Account => Field::Iban,
        SpaydField::Alternatives => Field::AltAccounts,
        SpaydField::Amount => Field::Amount,
        SpaydField::Currency => Field::Currency,
        SpaydField::PayerReference => Field::PayerReference,
        SpaydField::VariableSymbol => Field::VariableSymbol,
        SpaydField::SpecificSymbol => Field::SpecificSymbol,
        SpaydField::ConstantSymbol => Field::ConstantSymbol,
        SpaydField::PayeeName => Field::PayeeName,
        SpaydField::DueDate => Field::DueDate,
        SpaydField::PaymentType => Field::PaymentType,
        SpaydField::Message => Field::Message,
        SpaydField::Checksum => Field::Payload,
        SpaydField::Other => Field::OtherKeys,
    }
}
