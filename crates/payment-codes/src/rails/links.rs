//! Payment links: what set-up asked as "name, number or link" is, what else a provider's link
//! carries.

use super::account::Ask;
use super::placing::InPlace;
use crate::{Field, Standard};

/// The provider of a link that is shown as it is, such as the page of a collection elsewhere.
pub(super) const OTHER: &str = "other";

/// The providers to choose from, by how often small organisations have them.
pub(super) const PROVIDERS: &[&str] = &[
    "paypal.me",
    "stripe",
    OTHER,
    "mobilepay",
    "venmo",
    "cash.app",
    "zelle",
    "monzo.me",
    "gov.uk-pay",
    "revolut",
    "wise",
    "ko-fi",
    "tipeee",
    "twint",
    "vipps",
    "tikkie",
];

/// The currencies of a provider; empty where its page takes any.
pub(super) fn currencies(provider: &str) -> &'static [&'static str] {
    match provider {
        "venmo" | "cash.app" | "zelle" => &["USD"],
        "monzo.me" | "gov.uk-pay" => &["GBP"],
        "mobilepay" => &["DKK"],
        "twint" => &["CHF"],
        "vipps" => &["NOK"],
        "tikkie" => &["EUR"],
        _ => &[],
    }
}

/// The provider's own field for the name, number or link.
fn own_field(provider: &str) -> Field {
    match provider {
        "mobilepay" => Field::Phone,
        "zelle" => Field::Token,
        "stripe" | "gov.uk-pay" | "twint" | "vipps" | "tikkie" | OTHER => Field::Link,
        _ => Field::User,
    }
}

pub(super) fn placed(place: InPlace, ask: &Ask<'_>, text: &str) -> InPlace {
    let provider = place.request.word(Field::Provider).unwrap_or_default().to_owned();
    let place = match own_field(&provider) {
        Field::User => place,
        own => place.moved(Field::User, own),
    };
    let place = match provider.as_str() {
        "zelle" => place,
        OTHER => place.without(Field::PayeeName).without(Field::Provider),
        _ => place.without(Field::PayeeName),
    };
    // Stripe and the Government's pages drop a text; where the number stands in a text, more of it
    // is only in its way.
    let text =
        if place.number.is_some_and(|place| place.field == Field::Message) { text } else { "" };
    let place = place.numbered(ask.number, text);
    match provider.as_str() {
        // What donors may change they do: a locked number comes back.
        "mobilepay" => place.put(Field::Lock, ask.amount.is_some()),
        "paypal.me" | "wise" if ask.amount.is_some() => amount_or_none(place),
        "venmo" | "cash.app" | "monzo.me" | "gov.uk-pay" => place,
        _ => place.without_amount(),
    }
}

/// Leaves an amount out whose currency the provider does not have.
fn amount_or_none(place: InPlace) -> InPlace {
    match place.encode(Standard::Links) {
        Err(refusal) if refusal.field == Field::Currency => place.without_amount(),
        _ => place,
    }
}
