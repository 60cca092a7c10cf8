//! Ko-fi and Tipeee: pages of a person or an organisation, paid on the page.
//!
//! Standard: the links that both show to their users.
//!
//! ```text
//! https://ko-fi.com/<name>      https://tipeee.com/<name>
//! ```
//!
//! # Limits
//! Carry no amount, no reference and no text: print the reference beside the code.

use super::opened::Opened;
use super::{Provider, UserForm, user};
use crate::{Field, Flaw, Refusal, Request};

pub(super) const KO_FI: Provider = Provider {
    names: &["ko-fi"],
    hosts: &["ko-fi.com"],
    schemes: &[],
    encode: |request| page(request, "https://ko-fi.com/"),
    decode,
};

pub(super) const TIPEEE: Provider = Provider {
    names: &["tipeee"],
    hosts: &["tipeee.com", "en.tipeee.com", "fr.tipeee.com"],
    schemes: &[],
    encode: |request| page(request, "https://tipeee.com/"),
    decode,
};

const USER: UserForm = UserForm { mark: '@', length_max: 64, signs: "-._" };

fn page(request: &Request, beginning: &str) -> Result<String, Refusal> {
    request.holds_only(&[Field::Provider, Field::User])?;
    Ok(format!("{beginning}{}", user(request, USER)?))
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    let user = opened.step(0).ok_or(Refusal::new(Field::User, Flaw::Missing))?;
    opened.put_user(&user, USER);
    opened.find_steps_from(1);
    Ok(())
}
