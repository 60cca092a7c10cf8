//! Wise: the payment page of a business or a person.
//!
//! Standard: not documented; `wise.com/pay/business/<name>?currency=EUR&amount=39&description=…`
//! and `wise.com/pay/me/<name>` as public code uses them.
//!
//! # Incomplete support
//! Of personal pages only the link is read. A description is read and not written: whether it
//! comes back is not known.

use super::opened::Opened;
use super::{AMOUNT_LIMITS, Provider, UserForm, user, with_query};
use crate::{Field, Flaw, Refusal, Request};

pub(super) const PROVIDER: Provider =
    Provider { names: &["wise"], hosts: &["wise.com"], schemes: &[], encode, decode };

const USER: UserForm = UserForm { mark: '@', length_max: 64, signs: "-._" };
const TEXT_LENGTH_MAX: usize = 140;

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[Field::Provider, Field::User, Field::Amount, Field::Currency])?;
    let link = format!("https://wise.com/pay/business/{}", user(request, USER)?);
    let refuse = |flaw| Refusal::new(Field::Currency, flaw);
    let Some(code) = request.text(Field::Currency)? else {
        return match request.value(Field::Amount) {
            None => Ok(link),
            Some(_) => Err(refuse(Flaw::Missing)),
        };
    };
    let currency = groat_money::Currency::from_code(code)
        .map_err(|_| refuse(Flaw::Form { example: "EUR" }))?;
    let amount = request.amount(currency, AMOUNT_LIMITS)?.map(|amount| amount.decimal_text());
    Ok(with_query(&link, &[("currency", Some(code.to_owned())), ("amount", amount)]))
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    let is = |at: usize, word: &str| opened.step(at).as_deref() == Some(word);
    let business = is(0, "pay") && is(1, "business");
    let Some(user) = opened.step(2).filter(|_| business) else {
        opened.keep_as_it_stands();
        return Ok(());
    };
    opened.put_user(&user, USER);
    opened.find_steps_from(3);
    let amount = opened.take("amount", Field::Amount)?;
    match (opened.take("currency", Field::Currency)?, amount) {
        (Some(code), Some(amount)) => opened.put_amount(&amount, &code)?,
        (Some(code), None) => _ = opened.put_currency(&code)?,
        (None, Some(_)) => return Err(Refusal::new(Field::Currency, Flaw::Missing)),
        (None, None) => {}
    }
    if let Some(text) = opened.take("description", Field::Message)? {
        opened.put_text(Field::Message, &text, TEXT_LENGTH_MAX);
    }
    Ok(())
}
