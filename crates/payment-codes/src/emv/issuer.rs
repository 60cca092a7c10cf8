//! Codes that only an issuer makes: read, shown as they are, and added to where the scheme allows.
//!
//! A reading keeps the code itself in [`Field::BasePayload`]. A request with that field is written
//! from it: what the code says already may be repeated, what the scheme lets a payee add is added,
//! everything else is refused. Tags that are not touched stay as they are, the unknown ones too.

use groat_money::Currency;

use super::asked::{self, LABEL_LENGTH_MAX, ascii_fitting};
use super::code::Code;
use super::draft::Draft;
use super::generic::{Terms, whole};
use crate::{
    Encoded, Field, Finding, Flaw, Oddity, Options, Reading, Refusal, Request, Standard, Value,
};

/// Reads a code of a scheme whose codes only issuers make.
///
/// # Errors
/// [`Flaw::OtherStandard`], and as [`whole`].
pub(crate) fn read(code: &Code<'_>, standard: Standard, terms: Terms) -> Result<Reading, Refusal> {
    if code.scheme() != standard {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    }
    let mut reading = whole(code, standard, terms)?;
    reading.request.put(Field::BasePayload, code.text());
    reading.find(Field::Payload, Oddity::Issued);
    Ok(reading)
}

/// Reads a code that nobody but its issuer may change, of one country and currency.
///
/// # Errors
/// As [`read`], and [`Flaw::NotOneOf`] for another country or currency.
pub(crate) fn read_of(
    code: &Code<'_>,
    standard: Standard,
    terms: Terms,
    country: &'static [&'static str],
    currency: &'static [&'static str],
) -> Result<Reading, Refusal> {
    let mut reading = read(code, standard, terms)?;
    code.is_of(country, currency)?;
    if code.value(1) == Some("12") {
        reading.find(Field::Poi, Oddity::OneTime);
    }
    Ok(reading)
}

/// Writes an issuer's code as it is.
///
/// # Errors
/// As [`add`].
pub(crate) fn reprint(request: &Request, standard: Standard) -> Result<Encoded, Refusal> {
    add(request, standard, &[])
}

/// Writes an issuer's code with what the scheme lets a payee add to it.
///
/// # Errors
/// At [`Field::BasePayload`]: [`Flaw::Missing`], what is wrong with the code, and [`Flaw::Bound`]
/// where something is to be added to a code that may not change or was made for one payment. At the
/// fields asked for: [`Flaw::Bound`] where the code has its own, [`Flaw::NotCarried`] where it has
/// no place for them, and what is wrong with their values.
pub(crate) fn add(
    request: &Request,
    standard: Standard,
    addable: &[Field],
) -> Result<Encoded, Refusal> {
    let text = request.needed(Field::BasePayload)?;
    let reading = standard.decode(text, Options::default()).map_err(of_base)?;
    let code = Code::read(text).map_err(of_base)?;
    let wishes = wishes(request, &reading.request, addable)?;
    if wishes.iter().next().is_none() {
        return Ok(code.text().to_owned().into());
    }
    let additions = Additions::new(&wishes, &code, &reading)?;
    if additions.is_empty() {
        return Ok(code.text().to_owned().into());
    }
    let is_bound = reading.findings.iter().any(|Finding { oddity, .. }| *oddity == Oddity::Bound);
    if is_bound || code.value(1) == Some("12") {
        return Err(Refusal::new(Field::BasePayload, Flaw::Bound));
    }
    additions.written_into(&code)
}

/// Turns what is wrong with an issuer's code into what is wrong with the field it was given in.
fn of_base(refusal: Refusal) -> Refusal {
    let flaw = match refusal.flaw {
        flaw @ (Flaw::Checksum { .. } | Flaw::Broken { .. } | Flaw::OtherStandard) => flaw,
        _ => Flaw::Broken { place: refusal.field.name().to_owned() },
    };
    Refusal::new(Field::BasePayload, flaw)
}

/// Returns what is asked for and not yet said by the code.
fn wishes(request: &Request, said: &Request, addable: &[Field]) -> Result<Request, Refusal> {
    let mut wishes = Request::new();
    for (field, value) in request.iter() {
        if field == Field::BasePayload || is_empty(value) || said.value(field) == Some(value) {
            continue;
        }
        if !addable.contains(&field) {
            let wants_change =
                addable.is_empty() && matches!(field, Field::Amount | Field::Reference);
            let is_change = wants_change || said.value(field).is_some();
            let flaw = if is_change { Flaw::Bound } else { Flaw::NotCarried };
            return Err(Refusal::new(field, flaw));
        }
        wishes.put(field, value.clone());
    }
    Ok(wishes)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.is_empty(),
        Value::List(values) => values.is_empty(),
        Value::Table(values) => values.is_empty(),
        Value::Whole(_) | Value::Flag(_) => false,
    }
}

/// What is added to a code; nothing that it says already.
#[derive(Debug, PartialEq, Eq)]
struct Additions {
    amount: Option<String>,
    reference: Option<String>,
    fee: Option<Fee>,
}

#[derive(Debug, PartialEq, Eq)]
enum Fee {
    Fixed(String),
    Percent(String),
}

impl Additions {
    fn new(wishes: &Request, code: &Code<'_>, reading: &Reading) -> Result<Additions, Refusal> {
        let currency = reading.request.word(Field::Currency).unwrap_or_default();
        let currency = Currency::from_code(currency)
            .map_err(|_| Refusal::new(Field::BasePayload, Flaw::Broken { place: "53".into() }))?;
        let amount = asked::amount(wishes, currency)?;
        let amount = unless_said(Field::Amount, amount, reading.request.word(Field::Amount))?;
        let reference = wishes.text(Field::Reference)?;
        let reference = reference
            .map(|text| ascii_fitting(Field::Reference, text, LABEL_LENGTH_MAX).map(str::to_owned));
        let reference = unless_said(Field::Reference, reference.transpose()?, code.sub(62, 5))?;
        let fee = fee(wishes, code, currency)?;
        Ok(Additions { amount, reference, fee })
    }

    fn is_empty(&self) -> bool {
        self.amount.is_none() && self.reference.is_none() && self.fee.is_none()
    }

    fn written_into(self, code: &Code<'_>) -> Result<Encoded, Refusal> {
        let mut draft = Draft::of(code);
        draft.put(1, Field::Poi, "12");
        draft.put_some(54, Field::Amount, self.amount);
        draft.put_some_in(62, 5, Field::Reference, self.reference);
        match self.fee {
            Some(Fee::Fixed(fee)) => {
                draft.put(55, Field::Tip, "02");
                draft.put(56, Field::FeeFixed, fee);
            }
            Some(Fee::Percent(fee)) => {
                draft.put(55, Field::Tip, "03");
                draft.put(57, Field::FeePercent, fee);
            }
            None => {}
        }
        draft.write()
    }
}

/// Returns what is to be written, where the code does not have it yet; it never replaces what the
/// code has.
fn unless_said(
    field: Field,
    wish: Option<String>,
    said: Option<&str>,
) -> Result<Option<String>, Refusal> {
    match (wish, said) {
        (Some(wish), Some(said)) if wish != said => Err(Refusal::new(field, Flaw::Bound)),
        (_, Some(_)) => Ok(None),
        (wish, None) => Ok(wish),
    }
}

fn fee(wishes: &Request, code: &Code<'_>, currency: Currency) -> Result<Option<Fee>, Refusal> {
    let fixed = asked::fee(wishes, currency)?;
    let percent = asked::fee_percent(wishes)?;
    let (field, fee) = match (fixed, percent) {
        (None, None) => return Ok(None),
        (Some(_), Some(_)) => {
            let flaw = Flaw::NotWith { other: Field::FeePercent };
            return Err(Refusal::new(Field::FeeFixed, flaw));
        }
        (Some(fee), None) => (Field::FeeFixed, Fee::Fixed(fee)),
        (None, Some(fee)) => (Field::FeePercent, Fee::Percent(fee.to_owned())),
    };
    if [55, 56, 57].iter().any(|id| code.has(*id)) {
        return Err(Refusal::new(field, Flaw::Bound));
    }
    Ok(Some(fee))
}
