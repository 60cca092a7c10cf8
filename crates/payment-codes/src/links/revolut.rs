//! Revolut.me: the page of a person or an organisation at Revolut.
//!
//! Standard: Revolut's public link, `revolut.me/<name>`. What may stand behind the name is not
//! documented, and public code contradicts itself (`/18eur`, `/eur1800`, `?note=`).
//!
//! # Incomplete support
//! Only the name is written; amounts and notes behind it are found and not read.
//!
//! # Limits
//! Carries no reference: the payer types one.
//!
//! # Quirks
//! Links of a business (`checkout.revolut.com`, `pay.revolut.com`) are paid once; they are read and
//! shown as they are.

use super::opened::Opened;
use super::{Provider, UserForm, user};
use crate::{Field, Flaw, Oddity, Refusal, Request};

pub(super) const PROVIDER: Provider = Provider {
    names: &["revolut", "revolut.me"],
    hosts: &["revolut.me", "checkout.revolut.com", "pay.revolut.com"],
    schemes: &[],
    encode,
    decode,
};

const USER: UserForm = UserForm { mark: '@', length_max: 64, signs: "-._" };

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[Field::Provider, Field::User])?;
    Ok(format!("https://revolut.me/{}", user(request, USER)?))
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    if !opened.leads_to("revolut.me") {
        opened.keep_as_issued();
        opened.reading.find(Field::Link, Oddity::OneTime);
        return Ok(());
    }
    let user = opened.step(0).ok_or(Refusal::new(Field::User, Flaw::Missing))?;
    opened.put_user(&user, USER);
    opened.find_steps_from(1);
    Ok(())
}
