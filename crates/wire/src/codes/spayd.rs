//! Czech codes as JSON. The fields bear the names of the vectors, and faults point at them.

use std::collections::BTreeMap;

use groat_app::{Code, Fault};
use groat_money::{Currency, Money};
use groat_payment_codes::spayd::{
    self, DueDate, SpaydAccount, SpaydAmount, SpaydAmountFlaw, SpaydError, SpaydField,
    SpaydFinding, SpaydReading, SpaydRefusal, SpaydRequest,
};
use groat_payment_codes::{Bic, Iban};
use groat_phrases::{Arg, Id, Locale, sentence};
use serde::Deserialize;
use serde_json::{Value, json};

use super::epc::filled;
use super::{decimal_amount, fields, unknown_currency, unknown_standard};

pub(super) const STANDARD: &str = "SPAYD";

/// The largest amount of a code, in minor units.
const AMOUNT_MINOR_MAX: i64 = 999_999_999;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    iban: Option<String>,
    bic: Option<String>,
    alt_accounts: Option<Vec<String>>,
    amount: Option<String>,
    currency: Option<String>,
    payer_reference: Option<String>,
    variable_symbol: Option<String>,
    specific_symbol: Option<String>,
    constant_symbol: Option<String>,
    payee_name: Option<String>,
    due_date: Option<String>,
    payment_type: Option<String>,
    message: Option<String>,
    other_keys: Option<BTreeMap<String, String>>,
}

/// Tells whether a text means to be such a code.
pub(super) fn is_begun(payload: &str) -> bool {
    payload.trim_start_matches('\u{feff}').starts_with("SPD*")
}

/// Builds the text of a code and reads it back before it is handed out. Name and message are
/// written in capitals without diacritics, as the answer shows.
pub(super) fn encode(input: Value) -> Result<String, Fault> {
    let input: Input = fields(input)?;
    let request = input.request()?;
    let payload = spayd::encode(&request).map_err(unencodable)?;
    match spayd::decode(&payload) {
        Ok(reading) if reading.request == request => Ok(payload),
        _ => Err(Fault::new(Code::Internal)),
    }
}

impl Input {
    fn request(self) -> Result<SpaydRequest, Fault> {
        let iban = self.iban.as_deref().unwrap_or_default();
        let iban = Iban::parse(iban).map_err(|error| Fault::from(error).at("iban"))?;
        let code = self.currency.as_deref().unwrap_or("CZK");
        let currency = Currency::from_code(code).map_err(|_| unknown_currency(code))?;
        let amount = match self.amount.as_deref() {
            Some(text) => SpaydAmount::Fixed(decimal_amount(text, currency, largest(currency))?),
            None => SpaydAmount::Open(currency),
        };
        let mut request = SpaydRequest::new(iban, amount);
        request.account.bic = filled(&self.bic).map(|text| bic(text, "bic")).transpose()?;
        let alternatives = self.alt_accounts.unwrap_or_default();
        let alternatives = alternatives.iter().map(|text| account(text));
        request.alternatives = alternatives.collect::<Result<_, _>>()?;
        let own = |text: &Option<String>| filled(text).map(str::to_owned);
        request.payer_reference = own(&self.payer_reference);
        request.variable_symbol = own(&self.variable_symbol);
        request.specific_symbol = own(&self.specific_symbol);
        request.constant_symbol = own(&self.constant_symbol);
        request.payee_name = filled(&self.payee_name).map(spayd::plain);
        request.message = filled(&self.message).map(spayd::plain);
        request.due_date = filled(&self.due_date).map(due_date).transpose()?;
        request.others = self.other_keys.unwrap_or_default().into_iter().collect();
        match filled(&self.payment_type) {
            None => {}
            Some("IP") => request.instant = true,
            Some(other) => request.others.insert(0, ("PT".to_owned(), other.to_owned())),
        }
        Ok(request)
    }
}

/// `IBAN` or `IBAN+BIC`.
fn account(text: &str) -> Result<SpaydAccount, Fault> {
    let (iban, after) = match text.split_once('+') {
        Some((iban, after)) => (iban, Some(after)),
        None => (text, None),
    };
    let iban = Iban::parse(iban).map_err(|error| Fault::from(error).at("alt_accounts"))?;
    let bic = after.map(|text| bic(text, "alt_accounts")).transpose()?;
    Ok(SpaydAccount { iban, bic })
}

fn bic(text: &str, field: &str) -> Result<Bic, Fault> {
    Bic::parse(text).map_err(|error| Fault::new(Code::BicMalformed).because(error).at(field))
}

fn due_date(text: &str) -> Result<DueDate, Fault> {
    DueDate::parse_iso(text).map_err(|_| no_such_day(text))
}

fn no_such_day(text: &str) -> Fault {
    Fault::new(Code::DateMalformed).with("found", text.to_owned()).at("due_date")
}

fn largest(currency: Currency) -> Money {
    let minor = match currency.exponent() {
        0 => AMOUNT_MINOR_MAX / 100,
        _ => AMOUNT_MINOR_MAX,
    };
    Money::from_minor(minor, currency)
}

fn unencodable(error: SpaydError) -> Fault {
    let detail = error.to_string();
    match error {
        SpaydError::Empty { field } => match field {
            SpaydField::PayeeName => Fault::new(Code::HolderEmpty).at(name_of(field)),
            SpaydField::Message => Fault::new(Code::PurposeEmpty).at(name_of(field)),
            _ => broken(detail).at(name_of(field)),
        },
        SpaydError::TooLong { field, max, .. } if is_digits(field) => symbol(field, max),
        SpaydError::TooLong { field, max, found } => Fault::new(match field {
            SpaydField::PayeeName => Code::HolderTooLong,
            _ => Code::PurposeTooLong,
        })
        .with("max", max)
        .with("found", found)
        .at(name_of(field)),
        SpaydError::ForeignSign { field, .. } if is_digits(field) => {
            symbol(field, digits_of(field))
        }
        SpaydError::ForeignSign { field, at, found, .. } => Fault::new(match field {
            SpaydField::PayeeName => Code::HolderSign,
            _ => Code::PurposeSign,
        })
        .with("found", found)
        .with("position", at + 1)
        .at(name_of(field)),
        SpaydError::NotDigits { field, .. } => symbol(field, digits_of(field)),
        SpaydError::AmountOutOfRange { amount } if amount.minor() <= 0 => {
            Fault::new(Code::AmountZero).at("amount")
        }
        SpaydError::AmountOutOfRange { amount } => {
            Fault::new(Code::AmountTooLarge).with("max", largest(amount.currency())).at("amount")
        }
        SpaydError::CurrencyTooFine { .. } => broken(detail).at("currency"),
        SpaydError::TooManyAlternatives { .. } => broken(detail).at("alt_accounts"),
        _ => broken(detail).at("other_keys"),
    }
}

fn is_digits(field: SpaydField) -> bool {
    matches!(
        field,
        SpaydField::PayerReference
            | SpaydField::VariableSymbol
            | SpaydField::SpecificSymbol
            | SpaydField::ConstantSymbol
    )
}

fn digits_of(field: SpaydField) -> usize {
    if field == SpaydField::PayerReference { 16 } else { 10 }
}

fn symbol(field: SpaydField, max: usize) -> Fault {
    Fault::new(Code::SymbolMalformed).with("max", max).at(name_of(field))
}

/// Reads the text of a code, with what is odd about it.
pub(super) fn decode(payload: &str, locale: Locale) -> Result<Value, Fault> {
    let reading = spayd::decode(payload).map_err(refused)?;
    let findings: Vec<Value> =
        reading.findings.iter().map(|finding| finding_json(finding, locale)).collect();
    Ok(json!({ "standard": STANDARD, "input": input_json(&reading), "findings": findings }))
}

fn input_json(reading: &SpaydReading) -> Value {
    let request = &reading.request;
    let alternatives: Vec<String> = request.alternatives.iter().map(ToString::to_string).collect();
    let mut others: BTreeMap<&str, &str> =
        request.others.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let payment_type = if request.instant { Some("IP") } else { others.remove("PT") };
    json!({
        "iban": request.account.iban.as_str(),
        "bic": request.account.bic.as_ref().map(Bic::as_str),
        "alt_accounts": Some(alternatives).filter(|accounts| !accounts.is_empty()),
        "amount": request.amount.fixed().map(Money::decimal_text),
        "currency": request.amount.currency().code(),
        "payer_reference": request.payer_reference,
        "variable_symbol": request.variable_symbol,
        "specific_symbol": request.specific_symbol,
        "constant_symbol": request.constant_symbol,
        "payee_name": request.payee_name,
        "due_date": request.due_date.map(|date| date.to_string()),
        "payment_type": payment_type,
        "message": request.message,
        "other_keys": Some(others).filter(|others| !others.is_empty()),
    })
}

fn refused(refusal: SpaydRefusal) -> Fault {
    let detail = refusal.to_string();
    match refusal {
        SpaydRefusal::NotSpayd => unknown_standard().at("payload"),
        SpaydRefusal::AccountMissing => Fault::new(Code::IbanEmpty).at("iban"),
        SpaydRefusal::Iban { field, why } => Fault::from(why).at(name_of(field)),
        SpaydRefusal::Bic { field, why } => {
            let field = if field == SpaydField::Account { "bic" } else { name_of(field) };
            Fault::new(Code::BicMalformed).because(why).at(field)
        }
        SpaydRefusal::Checksum { .. } => Fault::new(Code::PayloadChecksum).at("payload"),
        SpaydRefusal::UnknownCurrency { found } => unknown_currency(&found),
        SpaydRefusal::Amount { why: SpaydAmountFlaw::TooLarge, .. } => broken(detail).at("amount"),
        SpaydRefusal::Amount { found, .. } => broken(found).at("amount"),
        SpaydRefusal::NotDigits { field, max } => symbol(field, max),
        SpaydRefusal::DueDate { found } => no_such_day(&found),
        _ => broken(detail).at("payload"),
    }
}

fn broken(detail: String) -> Fault {
    Fault::new(Code::PayloadMalformed).with("standard", STANDARD).with("detail", detail)
}

fn finding_json(finding: &SpaydFinding, locale: Locale) -> Value {
    let said = |id, args: &[(&str, Arg<'_>)]| sentence(locale, id, args);
    let (code, field, message) = match finding {
        SpaydFinding::ByteOrderMark => {
            ("byte-order-mark", "payload", said(Id::FindingByteOrderMark, &[]))
        }
        SpaydFinding::CurrencyMissing => {
            ("currency-missing", "currency", said(Id::FindingCurrencyMissing, &[]))
        }
        SpaydFinding::CurrencyNotCzk { found } => {
            let args = [("currency", found.code().into())];
            ("currency-not-czk", "currency", said(Id::FindingCurrencyNotCzk, &args))
        }
        SpaydFinding::AmountZero => ("amount-zero", "amount", said(Id::FindingAmountZero, &[])),
        SpaydFinding::TooLong { field, max, found } => {
            let field = name_of(*field);
            let args =
                [("field", field.into()), ("max", (*max).into()), ("found", (*found).into())];
            ("too-long", field, said(Id::FindingTooLong, &args))
        }
        SpaydFinding::ForeignSign { field, at, found, .. } => {
            let field = name_of(*field);
            let args = [
                ("field", field.into()),
                ("found", (*found).into()),
                ("position", (at + 1).into()),
            ];
            ("foreign-sign", field, said(Id::FindingForeignSign, &args))
        }
        SpaydFinding::NotNormalised { field } => {
            let field = name_of(*field);
            ("not-normalised", field, said(Id::FindingNotNormalised, &[("field", field.into())]))
        }
        SpaydFinding::PercentAlone { field } => {
            let field = name_of(*field);
            ("percent-alone", field, said(Id::FindingPercentAlone, &[("field", field.into())]))
        }
    };
    json!({ "code": code, "field": field, "message": message })
}

fn name_of(field: SpaydField) -> &'static str {
    match field {
        SpaydField::Account => "iban",
        SpaydField::Alternatives => "alt_accounts",
        SpaydField::Amount => "amount",
        SpaydField::Currency => "currency",
        SpaydField::PayerReference => "payer_reference",
        SpaydField::VariableSymbol => "variable_symbol",
        SpaydField::SpecificSymbol => "specific_symbol",
        SpaydField::ConstantSymbol => "constant_symbol",
        SpaydField::PayeeName => "payee_name",
        SpaydField::DueDate => "due_date",
        SpaydField::PaymentType => "payment_type",
        SpaydField::Message => "message",
        SpaydField::Checksum => "payload",
        SpaydField::Other => "other_keys",
    }
}
