//! GOV.UK Pay: payment pages of public bodies in the United Kingdom.
//!
//! Standard: GOV.UK Pay documentation, "Prefill payment links"
//! (<https://docs.payments.service.gov.uk/prefill_payment_links/>).
//!
//! ```text
//! https://www.gov.uk/payments/<service>/<page>?amount=20000&reference=0451_ABCD
//! ```
//!
//! The amount is in pence, 1 to 10 000 000; the reference has letters and digits, up to 255, and a
//! low line for each blank. Both must be switched on for the page.
//!
//! # Limits
//! A reference with a low line of its own is refused: the page would show a blank.

use super::opened::Opened;
use super::stripe::own_link;
use super::{Provider, with_query};
use crate::{AmountLimits, Field, Flaw, Oddity, Refusal, Request};

pub(super) const PROVIDER: Provider = Provider {
    names: &["gov.uk-pay", "gov.uk pay", "govuk-pay"],
    hosts: &["gov.uk"],
    schemes: &[],
    encode,
    decode,
};

const AMOUNT_MINOR_MAX: i64 = 10_000_000;
const REFERENCE_LENGTH_MAX: usize = 255;

fn encode(request: &Request) -> Result<String, Refusal> {
    let fields = [Field::Provider, Field::Link, Field::Amount, Field::Currency, Field::Reference];
    request.holds_only(&fields)?;
    let link = own_link(request, &PROVIDER, &["amount", "reference"])?;
    let limits = AmountLimits { decimals: 2, minor_max: AMOUNT_MINOR_MAX };
    let amount = request.amount(request.currency(&["GBP"])?, limits)?;
    let reference = request.fitting(Field::Reference, REFERENCE_LENGTH_MAX)?;
    if let Some((at, found)) = reference.and_then(foreign_in_reference) {
        return Err(Refusal::new(Field::Reference, Flaw::ForeignSign { at, found, why: None }));
    }
    let pairs = [
        ("amount", amount.map(|amount| amount.minor().to_string())),
        ("reference", reference.map(|text| text.replace(' ', "_"))),
    ];
    Ok(with_query(link, &pairs))
}

fn foreign_in_reference(text: &str) -> Option<(usize, char)> {
    let fits = |sign: char| sign.is_ascii_alphanumeric() || sign == ' ';
    text.chars().enumerate().find(|(_, sign)| !fits(*sign))
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    if opened.step(0).as_deref() != Some("payments") {
        opened.keep_as_it_stands();
        return Ok(());
    }
    opened.put_currency("GBP")?;
    if let Some(amount) = opened.take("amount", Field::Amount)? {
        opened.put_cents(&amount, "GBP", AMOUNT_MINOR_MAX)?;
    }
    if let Some(reference) = opened.take("reference", Field::Reference)? {
        let reference = reference.replace('_', " ");
        if let Some((at, found)) = foreign_in_reference(&reference) {
            opened.reading.find(Field::Reference, Oddity::ForeignSign { at, found, why: None });
        }
        opened.put_text(Field::Reference, &reference, REFERENCE_LENGTH_MAX);
    }
    opened.keep_what_is_left();
    Ok(())
}
