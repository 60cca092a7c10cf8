//! PayPal.Me: a page of PayPal that is paid under a name.
//!
//! Standard: PayPal's help pages on PayPal.Me (amount and currency behind the name), and its
//! developer pages on currency codes. Costs a fee; works with an account or a card.
//!
//! ```text
//! https://paypal.me/<name>/<amount><currency>      https://paypal.me/HelferBeispiel/25.00EUR
//! ```
//!
//! A name has 1 to 20 letters and digits of ASCII. The amount is open where it is left out.
//!
//! # Limits
//! Carries no reference and no text. An amount needs its currency: PayPal takes the donor's own
//! where none stands there. Only currencies that PayPal has are written.
//!
//! # Quirks
//! `paypal.com/paypalme/<name>` is the same page and is read; other pages of PayPal (buttons,
//! invoices) are read and shown as they are.

use super::opened::Opened;
use super::{Provider, UserForm, amount, user};
use crate::{Field, Flaw, Oddity, Refusal, Request};

pub(super) const PROVIDER: Provider = Provider {
    names: &["paypal.me"],
    hosts: &["paypal.me", "paypal.com"],
    schemes: &[],
    encode,
    decode,
};

const USER: UserForm = UserForm { mark: '@', length_max: 20, signs: "" };

const CURRENCIES: &[&str] = &[
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "JPY",
    "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "SEK", "SGD", "THB", "TWD", "USD",
];

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[Field::Provider, Field::User, Field::Amount, Field::Currency])?;
    let mut link = format!("https://paypal.me/{}", user(request, USER)?);
    if request.value(Field::Amount).is_some() {
        // An amount without a currency would be one in the donor's own.
        request.needed(Field::Currency)?;
    }
    if let Some(amount) = amount(request, CURRENCIES)? {
        link.extend(["/", &amount.decimal_text(), amount.currency().code()]);
    }
    Ok(link)
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    if opened.leads_to("paypal.com") {
        let is_page = opened.step(0).is_some_and(|step| step.eq_ignore_ascii_case("paypalme"));
        if !is_page {
            opened.keep_as_issued();
            return Ok(());
        }
        opened.steps.remove(0);
    }
    let user = opened.step(0).ok_or(Refusal::new(Field::User, Flaw::Missing))?;
    opened.put_user(&user, USER);
    if let Some(amount) = opened.step(1) {
        put_amount(opened, &amount)?;
    }
    opened.find_steps_from(2);
    Ok(())
}

fn put_amount(opened: &mut Opened<'_>, text: &str) -> Result<(), Refusal> {
    let figures = text.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    let code = text.get(figures.len()..).unwrap_or_default().to_ascii_uppercase();
    // Any currency with two decimals reads the figures; the donor's own is not known.
    opened.put_amount(figures, if code.is_empty() { "EUR" } else { &code })?;
    let open = opened.reading.request.value(Field::Amount).is_none();
    if code.is_empty() {
        opened.reading.find(Field::Currency, Oddity::Missing);
    }
    if open || code.is_empty() {
        opened.reading.request.take(Field::Currency);
    }
    Ok(())
}
