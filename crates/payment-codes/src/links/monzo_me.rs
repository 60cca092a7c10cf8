//! Monzo.me: payments to a personal account of Monzo in the United Kingdom.
//!
//! Standard: Monzo's public link, `monzo.me/<name>/<amount>?d=<text>`, as its app makes it.
//!
//! ```text
//! https://monzo.me/helperexample/5.00?d=LB-2K7Q
//! ```
//!
//! A name has up to 64 letters, digits, hyphens, dots and low lines of ASCII; pounds.
//!
//! # Limits
//! How long the text may be is not documented; 140 characters are written.

use super::opened::Opened;
use super::url::percent_encoded;
use super::{Provider, UserForm, amount, user, with_query};
use crate::{Field, Flaw, Refusal, Request};

pub(super) const PROVIDER: Provider =
    Provider { names: &["monzo.me"], hosts: &["monzo.me"], schemes: &[], encode, decode };

const USER: UserForm = UserForm { mark: '@', length_max: 64, signs: "-._" };
const TEXT_LENGTH_MAX: usize = 140;

fn encode(request: &Request) -> Result<String, Refusal> {
    let fields = [Field::Provider, Field::User, Field::Amount, Field::Currency, Field::Message];
    request.holds_only(&fields)?;
    let mut link = format!("https://monzo.me/{}", user(request, USER)?);
    if let Some(amount) = amount(request, &["GBP"])? {
        link.extend(["/", &amount.decimal_text()]);
    }
    let text = request.fitting(Field::Message, TEXT_LENGTH_MAX)?.map(percent_encoded);
    Ok(with_query(&link, &[("d", text)]))
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    let user = opened.step(0).ok_or(Refusal::new(Field::User, Flaw::Missing))?;
    opened.put_user(&user, USER);
    opened.put_currency("GBP")?;
    if let Some(amount) = opened.step(1) {
        opened.put_amount(&amount, "GBP")?;
    }
    opened.find_steps_from(2);
    if let Some(text) = opened.take("d", Field::Message)? {
        opened.put_text(Field::Message, &text, TEXT_LENGTH_MAX);
    }
    Ok(())
}
