//! Venmo: payments between accounts in the United States.
//!
//! Standard: not documented by Venmo for print; the link of its web pages as public code uses it
//! (`txn=pay`, `amount`, `note`), and its help pages for names.
//!
//! ```text
//! https://venmo.com/<name>?txn=pay&amount=10.00&note=<text>
//! ```
//!
//! A name has up to 30 letters, digits, hyphens and low lines of ASCII; dollars; a note has up to
//! 280 characters. The donor can change all of it.
//!
//! # Quirks
//! `venmo.com/u/<name>` shows the profile alone and is read, also with `account.` in front; so is
//! the older `venmo://paycharge?txn=pay&recipients=<name>`. A link that asks for money instead
//! (`txn=charge`) is refused.

use super::opened::Opened;
use super::url::percent_encoded;
use super::{Provider, UserForm, amount, user, with_query};
use crate::{Field, Flaw, Refusal, Request};

pub(super) const PROVIDER: Provider = Provider {
    names: &["venmo"],
    hosts: &["venmo.com", "account.venmo.com"],
    schemes: &["venmo"],
    encode,
    decode,
};

const USER: UserForm = UserForm { mark: '@', length_max: 30, signs: "-_" };
/// What stands before the name where the profile is shown; nobody has it for a name.
const PROFILE_STEP: &str = "u";
const NOTE_LENGTH_MAX: usize = 280;

fn encode(request: &Request) -> Result<String, Refusal> {
    let fields = [Field::Provider, Field::User, Field::Amount, Field::Currency, Field::Message];
    request.holds_only(&fields)?;
    let user = user(request, USER)?;
    if user == PROFILE_STEP {
        return Err(Refusal::new(Field::User, Flaw::Form { example: "helper-example" }));
    }
    let link = format!("https://venmo.com/{user}?txn=pay");
    let amount = amount(request, &["USD"])?.map(|amount| amount.decimal_text());
    let note = request.fitting(Field::Message, NOTE_LENGTH_MAX)?.map(percent_encoded);
    Ok(with_query(&link, &[("amount", amount), ("note", note)]))
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    if let Some(kind) = opened.take("txn", Field::Kind)?.filter(|kind| kind != "pay") {
        return Err(Refusal::new(Field::Kind, Flaw::NotOneOf { allowed: &["pay"], found: kind }));
    }
    let recipients = opened.take("recipients", Field::User)?;
    let at = usize::from(opened.step(0).as_deref() == Some(PROFILE_STEP));
    let user = opened.step(at).or(recipients);
    let Some(user) = user else {
        opened.keep_as_it_stands();
        return Ok(());
    };
    opened.put_user(&user, USER);
    opened.find_steps_from(at + 1);
    opened.put_currency("USD")?;
    if let Some(amount) = opened.take("amount", Field::Amount)? {
        opened.put_amount(&amount, "USD")?;
    }
    if let Some(note) = opened.take("note", Field::Message)? {
        opened.put_text(Field::Message, &note, NOTE_LENGTH_MAX);
    }
    Ok(())
}
