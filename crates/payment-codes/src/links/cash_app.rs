//! Cash App: payments between accounts in the United States.
//!
//! Standard: Cash App's public link, `cash.app/$<cashtag>/<amount>`, as its pages show it.
//!
//! ```text
//! https://cash.app/$HelperExample/10.00
//! ```
//!
//! A cashtag has 1 to 20 letters, digits, hyphens and low lines of ASCII, one letter among them;
//! dollars.
//!
//! # Limits
//! Carries no reference and no text.
//!
//! # Quirks
//! The dollar sign is a part of the path and is not encoded; it is read also as `%24`. Other pages
//! of Cash App are read and shown as they are.

use super::opened::Opened;
use super::{Provider, UserForm, amount, user};
use crate::{Field, Flaw, Refusal, Request};

pub(super) const PROVIDER: Provider = Provider {
    names: &["cash.app"],
    hosts: &["cash.app"],
    schemes: &["cashme", "cashapp"],
    encode,
    decode,
};

const USER: UserForm = UserForm { mark: '$', length_max: 20, signs: "-_" };

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[Field::Provider, Field::User, Field::Amount, Field::Currency])?;
    let user = user(request, USER)?;
    if !user.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return Err(Refusal::new(Field::User, Flaw::Form { example: "HelperExample" }));
    }
    let mut link = format!("https://cash.app/${user}");
    if let Some(amount) = amount(request, &["USD"])? {
        link.extend(["/", &amount.decimal_text()]);
    }
    Ok(link)
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    let step = opened.step(0).unwrap_or_default();
    let Some(user) = step.strip_prefix('$').filter(|user| !user.is_empty()) else {
        opened.keep_as_it_stands();
        return Ok(());
    };
    opened.put_user(user, USER);
    opened.put_currency("USD")?;
    if let Some(amount) = opened.step(1) {
        opened.put_amount(&amount, "USD")?;
    }
    opened.find_steps_from(2);
    // The pages of the app add it to the codes they draw.
    opened.take("qr", Field::OtherKeys)?;
    Ok(())
}
