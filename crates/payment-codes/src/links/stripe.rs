//! Stripe Payment Link: a page of Stripe that its payee set up, with a reference of ours.
//!
//! Standard: Stripe's documentation, Payment Links, URL parameters
//! (<https://docs.stripe.com/payment-links/url-parameters>).
//!
//! ```text
//! <link>?client_reference_id=LB-2K7Q&prefilled_email=a%40b.org
//! ```
//!
//! The reference has 1 to 200 letters, digits, hyphens and low lines of ASCII; it comes back in the
//! session and in the export. The donor chooses the amount on the page.
//!
//! # Incomplete support
//! Links on a payee's own domain are not written: whether they are Stripe's cannot be seen.
//! `__prefilled_amount`, which is in use and not documented, is kept in the link and found; in
//! which currency it is, only the page knows.
//!
//! # Quirks
//! A reference with any other sign is dropped by Stripe without a word; it is refused here.

use super::opened::Opened;
use super::url::{Link, percent_encoded};
use super::{LINK_EXAMPLE, Provider, is_email, provider_of, with_query};
use crate::{Field, Flaw, Oddity, Refusal, Request};

pub(super) const PROVIDER: Provider = Provider {
    names: &["stripe"],
    hosts: &["buy.stripe.com", "donate.stripe.com", "book.stripe.com"],
    schemes: &[],
    encode,
    decode,
};

const REFERENCE_LENGTH_MAX: usize = 200;
const REFERENCE_KEY: &str = "client_reference_id";
const EMAIL_KEY: &str = "prefilled_email";
const EMAIL_EXAMPLE: &str = "a@b.org";

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[Field::Provider, Field::Link, Field::Reference, Field::Email])?;
    let link = own_link(request, &PROVIDER, &[REFERENCE_KEY, EMAIL_KEY])?;
    let reference = request.fitting(Field::Reference, REFERENCE_LENGTH_MAX)?;
    if let Some((at, found)) = reference.and_then(foreign_in_reference) {
        return Err(Refusal::new(Field::Reference, Flaw::ForeignSign { at, found, why: None }));
    }
    let email = request.text(Field::Email)?;
    if email.is_some_and(|email| !is_email(email)) {
        return Err(Refusal::new(Field::Email, Flaw::Form { example: EMAIL_EXAMPLE }));
    }
    let pairs =
        [(REFERENCE_KEY, reference.map(str::to_owned)), (EMAIL_KEY, email.map(percent_encoded))];
    Ok(with_query(link, &pairs))
}

/// Returns a link that its provider gave, if it is one and these keys can be added to it.
pub(super) fn own_link<'a>(
    request: &'a Request,
    provider: &Provider,
    keys: &[&str],
) -> Result<&'a str, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Link, flaw);
    let text = request.needed(Field::Link)?;
    if let Some((at, found)) = text.chars().enumerate().find(|(_, sign)| !sign.is_ascii_graphic()) {
        return Err(refuse(Flaw::ForeignSign { at, found, why: None }));
    }
    let link = Link::parse(text).filter(|link| {
        let plain = link.user.is_none() && link.port.is_none() && link.fragment.is_none();
        let own = provider_of(link).is_some_and(|known| known.names == provider.names);
        let page = link.path.trim_matches('/').len() > 1;
        link.is_of("https") && plain && own && page
    });
    let link = link.ok_or_else(|| refuse(Flaw::Form { example: LINK_EXAMPLE }))?;
    if link.pairs().any(|(key, _)| keys.contains(&key)) {
        return Err(refuse(Flaw::Repeated));
    }
    Ok(text)
}

fn foreign_in_reference(text: &str) -> Option<(usize, char)> {
    let fits = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    text.chars().enumerate().find(|(_, sign)| !fits(*sign))
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    if let Some(reference) = opened.take(REFERENCE_KEY, Field::Reference)? {
        if let Some((at, found)) = foreign_in_reference(&reference) {
            opened.reading.find(Field::Reference, Oddity::ForeignSign { at, found, why: None });
        }
        opened.put_text(Field::Reference, &reference, REFERENCE_LENGTH_MAX);
    }
    if let Some(email) = opened.take(EMAIL_KEY, Field::Email)? {
        if !is_email(&email) {
            opened.reading.find(Field::Email, Oddity::Form { example: EMAIL_EXAMPLE });
        }
        opened.reading.request.put(Field::Email, email);
    }
    const AMOUNT_KEY: &str = "__prefilled_amount";
    if opened.link.pairs().any(|(key, _)| key == AMOUNT_KEY) {
        let key = AMOUNT_KEY.to_owned();
        opened.reading.find(Field::Amount, Oddity::Unknown { key });
    }
    opened.keep_what_is_left();
    Ok(())
}
