//! Bancontact Pay, formerly Payconiq, in Belgium and Luxembourg.
//!
//! Standard: the metadata link of the contract (Bancontact Pro), after the tests of two public
//! Payconiq libraries, which write a blank as a plus.
//!
//! ```text
//! https://payconiq.com/t/1/<profile>?A=1254&D=this+is+a+description&R=referenceXYZ
//! ```
//!
//! `A` is in euro cents, 1 to 999999, and open where it is left out; text `D` and reference `R`
//! have up to 35 characters.
//!
//! # Limits
//! Payconiq ended on 4 December 2025; whether its links work under the new name is not known, so
//! each that is read has a finding.
//!
//! # Quirks
//! Links in capitals (`HTTPS://PAYCONIQ.COM/T/1/…`) are in use and read. Links of another kind
//! (`/l/1/` of a shop, `/pay/` and `/merchant/`) are read and shown as they are.

use super::opened::Opened;
use super::url::percent_encoded;
use super::{Provider, with_query};
use crate::request::is_alphanumeric;
use crate::{AmountLimits, Field, Flaw, Oddity, Refusal, Request};

pub(super) const PROVIDER: Provider = Provider {
    names: &["bancontact-pay", "payconiq"],
    hosts: &["payconiq.com"],
    schemes: &["payconiq"],
    encode,
    decode,
};

const AMOUNT_MINOR_MAX: i64 = 999_999;
const TEXT_LENGTH_MAX: usize = 35;
const PROFILE_LENGTH_MAX: usize = 64;
const PROFILE_EXAMPLE: &str = "3A27A9D64831C2A22202F34F";

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[
        Field::Provider,
        Field::Profile,
        Field::Amount,
        Field::Currency,
        Field::Message,
        Field::Reference,
    ])?;
    let profile = request.needed(Field::Profile)?;
    if !is_alphanumeric(profile) || profile.len() > PROFILE_LENGTH_MAX {
        return Err(Refusal::new(Field::Profile, Flaw::Form { example: PROFILE_EXAMPLE }));
    }
    let limits = AmountLimits { decimals: 2, minor_max: AMOUNT_MINOR_MAX };
    let amount = request.amount(request.currency(&["EUR"])?, limits)?;
    let text = |field| request.fitting(field, TEXT_LENGTH_MAX);
    let with_plus = |text: &str| percent_encoded(text).replace("%20", "+");
    let pairs = [
        ("A", amount.map(|amount| amount.minor().to_string())),
        ("D", text(Field::Message)?.map(with_plus)),
        ("R", text(Field::Reference)?.map(with_plus)),
    ];
    Ok(with_query(&format!("https://payconiq.com/t/1/{profile}"), &pairs))
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    opened.reading.find(Field::Provider, Oddity::Withdrawn);
    let is =
        |at: usize, word: &str| opened.step(at).is_some_and(|step| step.eq_ignore_ascii_case(word));
    let metadata = opened.link.is_web() && is(0, "t") && is(1, "1");
    let Some(profile) = opened.step(2).filter(|_| metadata) else {
        opened.keep_as_issued();
        return Ok(());
    };
    if !is_alphanumeric(&profile) {
        opened.reading.find(Field::Profile, Oddity::Form { example: PROFILE_EXAMPLE });
    }
    opened.put_text(Field::Profile, &profile, PROFILE_LENGTH_MAX);
    opened.find_steps_from(3);
    opened.put_currency("EUR")?;
    if let Some(amount) = opened.take("A", Field::Amount)? {
        opened.put_cents(&amount, "EUR", AMOUNT_MINOR_MAX)?;
    }
    for (key, field) in [("D", Field::Message), ("R", Field::Reference)] {
        if let Some(text) = opened.take(key, field)? {
            opened.put_text(field, &text, TEXT_LENGTH_MAX);
        }
    }
    Ok(())
}
