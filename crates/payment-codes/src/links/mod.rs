//! Payment links: pages and apps of providers, one file a provider.
//!
//! Standard: none in common. Each provider documents its own link, or others found it out; its file
//! says which. The grammar of all is RFC 3986: steps of the path are plain ASCII, values of the
//! query percent-encoded in UTF-8 with `%20` for a blank. Any camera opens such a code.
//!
//! # Incomplete support
//! Links that a provider alone can make (Tikkie, TWINT, Vipps, Alipay, WeChat, KakaoPay, Touch 'n
//! Go, Mercado Pago, and any page that is not known here) are read and shown as they are: nothing
//! is built, and [`Field::Link`] writes them again letter by letter. No link was tried on a phone.
//!
//! # Limits
//! Amounts and texts that a link has no place for are refused, because a page that ignores them
//! asks the donor for something else. Only `https` is written. Nothing is written that leads to a
//! host which looks like a known one ([`crate::inspect`]).
//!
//! # Quirks
//! `HTTPS://HOST` in capitals makes a smaller code and is read alike; steps of the path are never
//! changed in size, because providers tell them apart.

mod alipay;
mod bancontact_pay;
mod cash_app;
mod gov_uk_pay;
mod kakaopay;
mod mercado_pago;
mod mobilepay;
mod monzo_me;
mod opened;
mod paypal_me;
mod profiles;
mod revolut;
mod stripe;
mod swish;
#[cfg(test)]
mod tests;
mod tikkie;
mod toss;
mod touch_n_go;
mod twint;
pub(crate) mod url;
mod venmo;
mod vipps;
mod wechat;
mod wise;
mod zelle;

use groat_money::Money;

use self::opened::Opened;
use self::url::Link;
use crate::inspect::hosts;
use crate::{
    AmountLimits, Encoded, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard,
};

/// What a link carries where its provider names no limit.
const AMOUNT_LIMITS: AmountLimits = AmountLimits { decimals: 2, minor_max: 99_999_999_999 };
const LINK_EXAMPLE: &str = "https://buy.stripe.com/abc123";

/// One maker of payment links.
struct Provider {
    /// Its names in a request; the first one is read.
    names: &'static [&'static str],
    /// The hosts of its links, each also with `www.` in front.
    hosts: &'static [&'static str],
    /// The schemes of its app.
    schemes: &'static [&'static str],
    /// Writes a link.
    encode: fn(&Request) -> Result<String, Refusal>,
    /// Reads a link that leads to one of its hosts or has one of its schemes.
    decode: fn(&mut Opened<'_>) -> Result<(), Refusal>,
}

/// In the order of their names.
const PROVIDERS: &[&Provider] = &[
    &alipay::PROVIDER,
    &bancontact_pay::PROVIDER,
    &cash_app::PROVIDER,
    &gov_uk_pay::PROVIDER,
    &kakaopay::PROVIDER,
    &profiles::KO_FI,
    &mercado_pago::PROVIDER,
    &mobilepay::PROVIDER,
    &monzo_me::PROVIDER,
    &paypal_me::PROVIDER,
    &revolut::PROVIDER,
    &stripe::PROVIDER,
    &swish::PROVIDER,
    &tikkie::PROVIDER,
    &profiles::TIPEEE,
    &toss::PROVIDER,
    &touch_n_go::PROVIDER,
    &twint::PROVIDER,
    &venmo::PROVIDER,
    &vipps::PROVIDER,
    &wechat::PROVIDER,
    &wise::PROVIDER,
    &zelle::PROVIDER,
];

const NAMES: &[&str] = &[
    "alipay",
    "bancontact-pay",
    "cash.app",
    "gov.uk-pay",
    "kakaopay",
    "ko-fi",
    "mercado-pago",
    "mobilepay",
    "monzo.me",
    "paypal.me",
    "revolut",
    "stripe",
    "swish",
    "tikkie",
    "tipeee",
    "toss",
    "touch-n-go",
    "twint",
    "venmo",
    "vipps",
    "wechat",
    "wise",
    "zelle",
];

/// Writes a link.
///
/// # Errors
/// [`Refusal`] at the field that its provider does not take.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    let Some(name) = request.text(Field::Provider)? else {
        return as_it_stands(request, None).map(Encoded::from);
    };
    let provider = PROVIDERS.iter().copied().find(|provider| provider.names.contains(&name));
    let provider = provider.ok_or_else(|| {
        let flaw = Flaw::NotOneOf { allowed: NAMES, found: name.to_owned() };
        Refusal::new(Field::Provider, flaw)
    })?;
    (provider.encode)(request).map(Encoded::from)
}

/// Tells whether a text is a link of a known provider, or one that passes for one. Other pages may
/// take payments too, but nothing in their link says so.
pub(crate) fn recognise(text: &str) -> Option<Standard> {
    let link = Link::parse(text.split_whitespace().next()?)?;
    let known = provider_of(&link).is_some()
        || (link.is_web() && hosts::find(&link).is_some())
        || (link.scheme.is_none() && hosts::looks_like(link.host).is_some());
    known.then_some(Standard::Links)
}

/// Tells whether a text is a link to any web page or into an app that pays.
pub(crate) fn is_link(text: &str) -> bool {
    let link = text.split_whitespace().next().and_then(Link::parse);
    let is_page = link.is_some_and(|link| link.scheme.is_some() && link.is_web());
    is_page || recognise(text).is_some()
}

/// Reads a link.
///
/// # Errors
/// [`Refusal`]: the text is no link, or says something that its provider would not take.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::Links, Request::new());
    let text = reading.without_margins(text);
    let (first, behind) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let link = Link::parse(first).filter(|_| is_link(first));
    let link = link.ok_or(Refusal::new(Field::Payload, Flaw::OtherStandard))?;
    if link.scheme.is_none() || link.is_of("http") {
        reading.find(Field::Link, Oddity::NotHttps);
    }
    if link.user.is_some() {
        reading.find(Field::Link, Oddity::Form { example: LINK_EXAMPLE });
    }
    if !behind.trim().is_empty() {
        reading.find(Field::Payload, Oddity::Unknown { key: behind.trim().to_owned() });
    }
    let mut opened = Opened::new(link, reading)?;
    match provider_of(&link) {
        Some(provider) => {
            opened.put_provider(provider);
            (provider.decode)(&mut opened)?;
        }
        None => {
            let host = link.host_name();
            opened.reading.find(Field::Provider, Oddity::Unknown { key: host });
            opened.keep_as_it_stands();
        }
    }
    Ok(opened.close())
}

fn provider_of(link: &Link<'_>) -> Option<&'static Provider> {
    if let Some(scheme) = link.scheme.filter(|_| !link.is_web()) {
        let known = |own: &&str| own.eq_ignore_ascii_case(scheme);
        return PROVIDERS.iter().copied().find(|provider| provider.schemes.iter().any(known));
    }
    let host = link.host_name();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    PROVIDERS.iter().copied().find(|provider| provider.hosts.contains(&host))
}

/// Writes a link letter by letter as its maker gave it; `provider` must be its maker.
fn as_it_stands(request: &Request, provider: Option<&Provider>) -> Result<String, Refusal> {
    request.holds_only(&[Field::Provider, Field::Link])?;
    let refuse = |flaw| Refusal::new(Field::Link, flaw);
    let text = request.needed(Field::Link)?;
    let form = || refuse(Flaw::Form { example: LINK_EXAMPLE });
    let foreign = text.chars().enumerate().find(|(_, sign)| !sign.is_ascii_graphic());
    if let Some((at, found)) = foreign {
        return Err(refuse(Flaw::ForeignSign { at, found, why: None }));
    }
    let link = Link::parse(text).ok_or_else(form)?;
    let maker = provider_of(&link).map(|known| known.names);
    let safe = link.is_of("https") || (maker.is_some() && !link.is_web());
    let disguised = link.is_web() && hosts::find(&link).is_some();
    if !safe || disguised || maker != provider.map(|known| known.names) {
        return Err(form());
    }
    Ok(text.to_owned())
}

/// Returns the amount in the one currency of a provider.
fn amount(request: &Request, currency: &'static [&'static str]) -> Result<Option<Money>, Refusal> {
    request.amount(request.currency(currency)?, AMOUNT_LIMITS)
}

/// Returns an amount without decimals where they are zeros: `100`, `75.50`.
fn whole_or_decimals(amount: Money) -> String {
    let text = amount.decimal_text();
    text.strip_suffix(".00").map_or_else(|| text.clone(), str::to_owned)
}

/// Returns the name of a user, without the sign that the provider puts before it.
fn user(request: &Request, form: UserForm) -> Result<&str, Refusal> {
    let refuse = |flaw| Refusal::new(Field::User, flaw);
    let typed = request.needed(Field::User)?;
    let user = typed.strip_prefix(form.mark).unwrap_or(typed);
    if user.is_empty() {
        return Err(refuse(Flaw::Missing));
    }
    if let Some((at, found)) = form.foreign_sign(user) {
        return Err(refuse(Flaw::ForeignSign { at, found, why: None }));
    }
    match user.len() {
        found if found > form.length_max => {
            Err(refuse(Flaw::TooLong { max: form.length_max, found }))
        }
        _ => Ok(user),
    }
}

/// What the name of a user may be made of: letters and digits of ASCII, and a few more signs.
#[derive(Debug, Clone, Copy)]
struct UserForm {
    /// What people write before it, as in `@name`.
    mark: char,
    length_max: usize,
    signs: &'static str,
}

impl UserForm {
    fn foreign_sign(self, user: &str) -> Option<(usize, char)> {
        let fits = |sign: char| sign.is_ascii_alphanumeric() || self.signs.contains(sign);
        user.chars().enumerate().find(|(_, sign)| !fits(*sign))
    }
}

/// Puts the parts of a query together; an absent value leaves its key out.
fn with_query(link: &str, pairs: &[(&str, Option<String>)]) -> String {
    let mut link = link.to_owned();
    for (key, value) in pairs {
        let Some(value) = value else { continue };
        let mark = match link.split_once('?') {
            None => "?",
            Some((_, query)) if query.is_empty() || query.ends_with('&') => "",
            Some(_) => "&",
        };
        link.extend([mark, key, "=", value]);
    }
    link
}

/// Tells whether a text is an e-mail address of ASCII signs.
fn is_email(text: &str) -> bool {
    const LENGTH_MAX: usize = 254;
    let Some((name, host)) = text.split_once('@') else { return false };
    let in_name =
        |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= LENGTH_MAX
        && !name.is_empty()
        && name.bytes().all(in_name)
        && host.contains('.')
        && host.split('.').all(label)
}
