//! From a request to the values of a code, parted by tabs, and back.

use groat_money::{Currency, Money};

use super::LENGTH_MAX;
use crate::bank::slip;
use crate::{
    AmountLimits, Bic, Field, Flaw, Iban, Oddity, Reading, Refusal, Request, Value, plain_ascii,
};

const ONE_PAYMENT: &str = "1";
const PAYMENT_ORDER: &str = "1";
const NO_PART: &str = "0";
const AMOUNT_LENGTH_MAX: usize = 15;
const INVOICE_ID: (Field, usize) = (Field::InvoiceId, 10);
const REFERENCE: (Field, usize) = (Field::OriginatorsReference, 35);
const NOTE: (Field, usize) = (Field::Message, 140);
const SYMBOLS: [(Field, usize); 3] =
    [(Field::VariableSymbol, 10), (Field::ConstantSymbol, 4), (Field::SpecificSymbol, 10)];
const PAYEE: [(Field, usize); 3] =
    [(Field::PayeeName, 70), (Field::PayeeStreet, 70), (Field::PayeeCity, 70)];
const FIELDS: &[Field] = &[
    Field::InvoiceId,
    Field::Amount,
    Field::Currency,
    Field::DueDate,
    Field::VariableSymbol,
    Field::ConstantSymbol,
    Field::SpecificSymbol,
    Field::OriginatorsReference,
    Field::Message,
    Field::Iban,
    Field::Bic,
    Field::Accounts,
    Field::PayeeName,
    Field::PayeeStreet,
    Field::PayeeCity,
];

/// Writes the values of a request.
pub(super) fn written(request: &Request) -> Result<String, Refusal> {
    request.holds_only(FIELDS)?;
    request.needed(Field::PayeeName)?;
    let currency = currency(request.needed(Field::Currency)?)?;
    let amount = request.amount(currency, amount_limits(currency))?;
    let amount = amount.map(Money::decimal_text).unwrap_or_default();
    let due = request.day(Field::DueDate)?.map(|day| day.compact()).unwrap_or_default();
    let mut values = vec![plain(request, INVOICE_ID)?, ONE_PAYMENT.into(), PAYMENT_ORDER.into()];
    values.extend([amount, currency.code().to_owned(), due]);
    for symbol in SYMBOLS {
        values.push(digits(request, symbol)?.to_owned());
    }
    values.extend([reference(request)?, plain(request, NOTE)?]);
    let accounts = accounts(request)?;
    values.push(accounts.len().to_string());
    for (iban, bic) in accounts {
        values.extend([iban.to_string(), bic.map(|bic| bic.to_string()).unwrap_or_default()]);
    }
    values.extend([NO_PART.to_owned(), NO_PART.to_owned()]);
    for part in PAYEE {
        values.push(plain(request, part)?);
    }
    let values = values.join("\t");
    match values.len() {
        found if found > LENGTH_MAX => {
            let flaw = Flaw::TooManyBytes { max: LENGTH_MAX, found };
            Err(Refusal::new(Field::Payload, flaw))
        }
        _ => Ok(values),
    }
}

fn currency(code: &str) -> Result<Currency, Refusal> {
    let refuse = |_| Refusal::new(Field::Currency, Flaw::Form { example: "EUR" });
    Currency::from_code(code).map_err(refuse)
}

/// An amount has at most fifteen characters, its dot among them.
fn amount_limits(currency: Currency) -> AmountLimits {
    let dot = usize::from(currency.exponent() > 0);
    let digits = u32::try_from(AMOUNT_LENGTH_MAX - dot).unwrap_or_default();
    AmountLimits { decimals: currency.exponent(), minor_max: 10_i64.pow(digits) - 1 }
}

/// Returns a text without marks on its letters and tabs; an empty one where there is none.
fn plain(request: &Request, (field, max): (Field, usize)) -> Result<String, Refusal> {
    let Some(text) = request.text(field)? else { return Ok(String::new()) };
    let plain = plain_ascii(field, &text.replace('\t', " "))?;
    match plain.len() {
        found if found > max => Err(Refusal::new(field, Flaw::TooLong { max, found })),
        _ => Ok(plain),
    }
}

fn digits(request: &Request, (field, max): (Field, usize)) -> Result<&str, Refusal> {
    let text = request.fitting(field, max)?.unwrap_or_default();
    slip::of_set(field, text, |sign| sign.is_ascii_digit())
}

fn reference(request: &Request) -> Result<String, Refusal> {
    let reference = plain(request, REFERENCE)?;
    let symbol = SYMBOLS.into_iter().find(|(field, _)| request.word(*field).is_some());
    match symbol.filter(|_| !reference.is_empty()) {
        Some((other, _)) => Err(Refusal::new(REFERENCE.0, Flaw::NotWith { other })),
        None => Ok(reference),
    }
}

type Account = (Iban, Option<Bic>);

/// Returns the one account of a request, or its list of pairs.
fn accounts(request: &Request) -> Result<Vec<Account>, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Accounts, flaw);
    match request.value(Field::Accounts) {
        Some(Value::List(pairs)) if !pairs.is_empty() => {
            let single = [Field::Iban, Field::Bic].into_iter();
            if let Some(other) = single.into_iter().find(|field| request.word(*field).is_some()) {
                return Err(refuse(Flaw::NotWith { other }));
            }
            pairs.iter().map(|pair| listed(pair).map_err(refuse)).collect()
        }
        None | Some(Value::List(_)) => Ok(vec![(request.iban(&[])?, request.bic()?)]),
        Some(_) => Err(refuse(Flaw::Kind)),
    }
}

/// Reads a pair of IBAN and BIC; the BIC may be empty or absent.
fn listed(pair: &Value) -> Result<Account, Flaw> {
    let Value::List(pair) = pair else { return Err(Flaw::Kind) };
    let texts: Option<Vec<&str>> = pair.iter().map(Value::as_text).collect();
    match texts.as_deref() {
        Some([iban] | [iban, ""]) => Ok((Iban::parse(iban)?, None)),
        Some([iban, bic]) => Ok((Iban::parse(iban)?, Some(Bic::parse(bic)?))),
        _ => Err(Flaw::Kind),
    }
}

/// Reads values into a request.
pub(super) fn read(text: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let mut values = Values { all: text.split('\t').collect(), read: 0 };
    put(reading, INVOICE_ID, values.next()?, |sign| sign.is_ascii());
    values.must_be(Field::Payload, &[ONE_PAYMENT])?;
    values.must_be(Field::PaymentType, &[PAYMENT_ORDER])?;
    let (amount, code) = (values.next()?, values.next()?);
    reading.request.put(Field::Currency, currency(code)?.code());
    put_amount(reading, amount, currency(code)?)?;
    put_due_day(reading, values.next()?)?;
    for symbol in SYMBOLS {
        put(reading, symbol, values.next()?, |sign| sign.is_ascii_digit());
    }
    put(reading, REFERENCE, values.next()?, |sign| sign.is_ascii());
    let symbol = SYMBOLS.into_iter().find(|(field, _)| reading.request.word(*field).is_some());
    if let Some((other, _)) = symbol.filter(|_| reading.request.word(REFERENCE.0).is_some()) {
        reading.find(REFERENCE.0, Oddity::NotWith { other });
    }
    put(reading, NOTE, values.next()?, |sign| sign.is_ascii());
    put_accounts(reading, &mut values)?;
    values.must_be(Field::PaymentType, &[NO_PART, ""])?;
    values.must_be(Field::PaymentType, &[NO_PART, ""])?;
    for part in PAYEE {
        put(reading, part, values.next().unwrap_or_default(), |sign| sign.is_ascii());
    }
    if reading.request.word(Field::PayeeName).is_none() {
        reading.find(Field::PayeeName, Oddity::Missing);
    }
    values.end(reading)?;
    let found = text.chars().count();
    if found > LENGTH_MAX {
        reading.find(Field::Payload, Oddity::TooLong { max: LENGTH_MAX, found });
    }
    Ok(())
}

/// The values of a code in their order.
struct Values<'a> {
    all: Vec<&'a str>,
    read: usize,
}

impl<'a> Values<'a> {
    fn next(&mut self) -> Result<&'a str, Refusal> {
        let value = self.all.get(self.read).copied();
        self.read += 1;
        let place = self.read.to_string();
        value.ok_or_else(|| Refusal::new(Field::Payload, Flaw::Broken { place }))
    }

    fn must_be(&mut self, field: Field, allowed: &'static [&'static str]) -> Result<(), Refusal> {
        let value = self.next()?;
        match allowed.contains(&value) {
            true => Ok(()),
            false => {
                let flaw = Flaw::NotOneOf { allowed, found: value.to_owned() };
                Err(Refusal::new(field, flaw))
            }
        }
    }

    fn end(&self, reading: &mut Reading) -> Result<(), Refusal> {
        let rest = self.all.get(self.read..).unwrap_or_default();
        if rest.iter().any(|value| !value.is_empty()) {
            let place = (self.read + 1).to_string();
            return Err(Refusal::new(Field::Payload, Flaw::Broken { place }));
        }
        if !rest.is_empty() {
            reading.find(Field::Payload, Oddity::TrailingLines { count: rest.len() });
        }
        Ok(())
    }
}

fn put(reading: &mut Reading, part: (Field, usize), text: &str, fits: fn(char) -> bool) {
    slip::put_text(reading, part, text, fits);
}

fn put_amount(reading: &mut Reading, text: &str, currency: Currency) -> Result<(), Refusal> {
    if text.is_empty() {
        return Ok(());
    }
    let limits = AmountLimits { decimals: currency.exponent(), minor_max: i64::MAX };
    let amount = Request::new().with(Field::Amount, text).amount(currency, limits);
    match amount {
        Ok(amount) => {
            let amount = amount.map(Money::decimal_text).unwrap_or_default();
            reading.request.put(Field::Amount, amount);
        }
        Err(Refusal { flaw: Flaw::Zero, .. }) => reading.find(Field::Amount, Oddity::AmountZero),
        Err(refusal) => return Err(refusal),
    }
    if text.len() > AMOUNT_LENGTH_MAX {
        let (max, found) = (AMOUNT_LENGTH_MAX, text.len());
        reading.find(Field::Amount, Oddity::TooLong { max, found });
    }
    Ok(())
}

/// Reads `20261224`.
fn put_due_day(reading: &mut Reading, text: &str) -> Result<(), Refusal> {
    if text.is_empty() {
        return Ok(());
    }
    let part = |range| text.get(range).unwrap_or_default();
    let iso = format!("{}-{}-{}", part(0..4), part(4..6), part(6..text.len()));
    reading.request.put(Field::DueDate, iso);
    let not_a_day = |_| Refusal::new(Field::DueDate, Flaw::NotADay { found: text.to_owned() });
    reading.request.day(Field::DueDate).map(|_| ()).map_err(not_a_day)
}

fn put_accounts(reading: &mut Reading, values: &mut Values<'_>) -> Result<(), Refusal> {
    let count = values.next()?;
    let refuse = || Refusal::new(Field::Accounts, Flaw::NotDecimal { found: count.to_owned() });
    let count: u16 = count.parse().map_err(|_| refuse())?;
    let mut pairs = Vec::new();
    for _ in 0..count {
        let (iban, bic) = (values.next()?, values.next()?);
        pairs.push(account(reading, iban, bic)?);
    }
    match pairs.as_slice() {
        [] => return Err(Refusal::new(Field::Iban, Flaw::Missing)),
        [(iban, bic)] => {
            reading.request.put(Field::Iban, iban.as_str());
            if let Some(bic) = bic {
                reading.request.put(Field::Bic, bic.as_str());
            }
        }
        _ => {
            let listed = pairs.iter().map(|(iban, bic)| {
                let bic = bic.as_ref().map_or("", Bic::as_str);
                Value::List(vec![iban.as_str().into(), bic.into()])
            });
            reading.request.put(Field::Accounts, Value::List(listed.collect()));
        }
    }
    Ok(())
}

fn account(reading: &mut Reading, iban: &str, bic: &str) -> Result<Account, Refusal> {
    let account = listed(&Value::List(vec![iban.into(), bic.into()]));
    let (number, bank) = account.map_err(|flaw| Refusal::new(Field::Iban, flaw))?;
    if number.as_str() != iban || bank.as_ref().is_some_and(|bank| bank.as_str() != bic) {
        reading.find(Field::Iban, Oddity::NotNormalised);
    }
    let country = bank.as_ref().and_then(|bank| bank.as_str().get(4..6));
    if country.is_some_and(|country| country != number.country().code()) {
        reading.find(Field::Bic, Oddity::NotWith { other: Field::Iban });
    }
    Ok((number, bank))
}
