//! Hosts that only look like those of a provider of payments.
//!
//! What is found:
//!
//! * letters of another alphabet, also behind `xn--`, digits for letters, `rn` for `m`:
//!   `venmо.com`, `paypa1.me`;
//! * a known name in front of another one: `paypal.me.evil.example`, and in front of an `@`:
//!   `https://paypal.me@evil.example`;
//! * the name of a provider as a label or a part of one: `secure-paypal.com`;
//! * one letter too many, too few, another or swapped: `paypall.me`.

use std::sync::LazyLock;

use super::lookalikes::latin_shape;
use super::punycode;
use crate::Oddity;
use crate::latin::push_folded;
use crate::links::url::{Link, host_name};

/// Where payments are made; everything below them is theirs.
const KNOWN: &[&str] = &[
    "paypal.me",
    "paypal.com",
    "venmo.com",
    "cash.app",
    "zellepay.com",
    "stripe.com",
    "monzo.me",
    "monzo.com",
    "revolut.me",
    "revolut.com",
    "wise.com",
    "mobilepay.dk",
    "vipps.no",
    "swish.nu",
    "payconiq.com",
    "tikkie.me",
    "twint.ch",
    "raisenow.io",
    "gov.uk",
    "ko-fi.com",
    "tipeee.com",
    "alipay.com",
    "kakaopay.com",
    "tngdigital.com.my",
    "mpago.la",
    "mpago.li",
    "mercadopago.com",
    "mercadopago.com.ar",
    "mercadopago.com.br",
    "mercadopago.com.mx",
    "bank.gov.ua",
];

/// Names so much their own that another host has no reason to bear them; words of a language, such
/// as the German `Zelle`, are none.
const NAMES: &[(&str, &str)] = &[
    ("paypal", "paypal.com"),
    ("venmo", "venmo.com"),
    ("cashapp", "cash.app"),
    ("zellepay", "zellepay.com"),
    ("monzo", "monzo.com"),
    ("revolut", "revolut.com"),
    ("mobilepay", "mobilepay.dk"),
    ("vipps", "vipps.no"),
    ("payconiq", "payconiq.com"),
    ("tikkie", "tikkie.me"),
    ("twint", "twint.ch"),
    ("alipay", "alipay.com"),
    ("kakaopay", "kakaopay.com"),
    ("mercadopago", "mercadopago.com"),
];

/// Names whose first label is shorter differ in one letter by chance.
const SLIP_LENGTH_MIN: usize = 6;

/// The known hosts and names with their shapes.
static SHAPES: LazyLock<Vec<(String, &str)>> =
    LazyLock::new(|| KNOWN.iter().map(|known| (shape(known), *known)).collect());
static NAME_SHAPES: LazyLock<Vec<(String, &str)>> =
    LazyLock::new(|| NAMES.iter().map(|(name, known)| (shape(name), *known)).collect());

/// Finds what disguises the host a link leads to.
pub(crate) fn find(link: &Link<'_>) -> Option<Oddity> {
    let oddity = |host: &str, like| Oddity::HostLooksLike { host: host_name(host), like };
    if let Some(like) = link.user.and_then(named_in) {
        return Some(oddity(link.host, like));
    }
    // Readers that do not take a backslash for a slash go to what stands behind the at sign.
    if link.path.starts_with('\\')
        && let Some((_, behind)) = link.path.rsplit_once('@')
    {
        let other = behind.split(['/', '?', '#']).next().unwrap_or_default();
        if let Some(like) = named_in(link.host).or(named_in(other)) {
            return Some(oddity(other, like));
        }
    }
    looks_like(link.host).map(|like| oddity(link.host, like))
}

/// Returns the known host that this one looks like; none where it is one itself.
pub(crate) fn looks_like(host: &str) -> Option<&'static str> {
    let name = host_name(host);
    if is_known(&name) {
        return None;
    }
    let shape = shape(&name);
    let known = |fits: fn(&str, &str) -> bool| {
        SHAPES.iter().find(|(known, _)| fits(&shape, known)).map(|(_, known)| *known)
    };
    known(is_below)
        .or_else(|| known(stands_in))
        .or_else(|| bears_name(&shape))
        .or_else(|| known(is_slip))
}

fn is_known(name: &str) -> bool {
    KNOWN.iter().any(|known| is_below(name, known))
}

/// Tells whether a host is this one or stands below it.
fn is_below(name: &str, known: &str) -> bool {
    let above = name.strip_suffix(known);
    above.is_some_and(|above| above.is_empty() || above.ends_with('.'))
}

/// Tells whether the labels of a known host stand at the beginning or in the middle.
fn stands_in(name: &str, known: &str) -> bool {
    name.match_indices(known).any(|(at, _)| {
        let before = name.get(..at).unwrap_or_default();
        let behind = name.get(at + known.len()..).unwrap_or_default();
        (before.is_empty() || before.ends_with(['.', '-'])) && behind.starts_with(['.', '-'])
    })
}

fn named_in(text: &str) -> Option<&'static str> {
    let shape = shape(&text.to_lowercase());
    SHAPES.iter().find(|(known, _)| shape.contains(known)).map(|(_, known)| *known)
}

fn bears_name(name: &str) -> Option<&'static str> {
    name.split(['.', '-'])
        .find_map(|part| NAME_SHAPES.iter().find(|(own, _)| own == part).map(|(_, known)| *known))
}

/// Tells whether the end of a host is a known one but for a slip.
fn is_slip(name: &str, known: &str) -> bool {
    let first = known.split('.').next().unwrap_or_default();
    let labels = known.split('.').count();
    let end = name.rmatch_indices('.').nth(labels - 1);
    let end = end.map_or(name, |(at, _)| name.get(at + 1..).unwrap_or_default());
    first.len() >= SLIP_LENGTH_MIN && is_one_slip(end, known)
}

/// Tells whether a name differs by one letter, or by two neighbours that are swapped.
fn is_one_slip(name: &str, known: &str) -> bool {
    let (long, short) = if name.len() > known.len() { (name, known) } else { (known, name) };
    if long.len() - short.len() > 1 || !long.is_ascii() || !short.is_ascii() {
        return false;
    }
    let (long, short) = (long.as_bytes(), short.as_bytes());
    let same = long.iter().zip(short).take_while(|(one, other)| one == other).count();
    let (long, short) =
        (long.get(same..).unwrap_or_default(), short.get(same..).unwrap_or_default());
    if long.len() > short.len() {
        return long.get(1..) == Some(short);
    }
    match (long, short) {
        ([_, one @ ..], [_, other @ ..]) if one == other => true,
        ([a, b, one @ ..], [c, d, other @ ..]) => (a, b, one) == (d, c, other),
        _ => false,
    }
}

/// Returns how a host looks: without marks and alphabets, and without what digits and pairs of
/// letters can be taken for.
fn shape(name: &str) -> String {
    let mut shape = String::with_capacity(name.len());
    for (place, label) in name.split('.').enumerate() {
        if place > 0 {
            shape.push('.');
        }
        match label.strip_prefix("xn--").and_then(punycode::decoded) {
            Some(label) => push_shape(&mut shape, &label.to_lowercase()),
            None => push_shape(&mut shape, label),
        }
    }
    if shape.contains("rn") || shape.contains("vv") {
        return shape.replace("rn", "m").replace("vv", "w");
    }
    shape
}

fn push_shape(shape: &mut String, label: &str) {
    for sign in label.chars() {
        match latin_shape(sign) {
            '0' => shape.push('o'),
            '1' | 'i' | '|' | 'ı' => shape.push('l'),
            '5' => shape.push('s'),
            // A dot of another script.
            '。' | '．' | '․' => shape.push('.'),
            latin if latin.is_ascii() => shape.push(latin.to_ascii_lowercase()),
            latin if push_folded(shape, latin) => {}
            latin => shape.push(latin),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(text: &str) -> Option<&'static str> {
        match find(&Link::parse(text).unwrap()) {
            Some(Oddity::HostLooksLike { like, .. }) => Some(like),
            _ => None,
        }
    }

    #[test]
    fn disguised_hosts_are_found() {
        for (text, known) in [
            ("https://paypal.me.evil.example/x", "paypal.me"),
            ("https://paypal.me-secure.example/x", "paypal.me"),
            ("https://paypa1.me/x", "paypal.me"),
            ("https://paypaI.me/x", "paypal.me"),
            ("https://www.paypai.me/x", "paypal.me"),
            ("https://venmо.com/x", "venmo.com"),
            ("https://venrno.com/x", "venmo.com"),
            ("https://xn--venm-85d.com/x", "venmo.com"),
            ("https://páypal.me/x", "paypal.me"),
            ("https://paypal.me@evil.example/x", "paypal.me"),
            ("https://www.paypal.me:443@evil.example/x", "paypal.me"),
            ("https://paypal.me\\@evil.example/x", "paypal.me"),
            ("https://evil.example\\@paypal.me/x", "paypal.me"),
            ("https://secure-paypal.com/x", "paypal.com"),
            ("https://paypal.donate.example/x", "paypal.com"),
            ("https://paypal.org/x", "paypal.com"),
            ("https://revolut.rne/x", "revolut.me"),
            ("https://buy.stripe.com.pay.example/x", "stripe.com"),
            ("https://paypall.me/x", "paypal.me"),
            ("https://pyapal.me/x", "paypal.me"),
            ("https://buy.str1pe.com/x", "stripe.com"),
            ("https://gov.uk.payments.example/x", "gov.uk"),
            ("https://bank.gov.ua.example/qr/x", "bank.gov.ua"),
        ] {
            assert_eq!(like(text), Some(known), "{text}");
        }
    }

    #[test]
    fn known_hosts_and_hosts_of_others_are_not() {
        for text in [
            "https://paypal.me/x",
            "HTTPS://WWW.PAYPAL.ME/x",
            "https://www.paypal.com./x",
            "https://buy.stripe.com/x",
            "https://www.gov.uk/payments/a/b",
            "https://bank.gov.ua/qr/x",
            "https://verein-lichtblick.example/spenden",
            "https://www.wiseowls.example/x",
            "https://crash.app/x",
            "https://venom.com/x",
            "https://bücher.example/x",
            "https://xn--mnchen-3ya.example/x",
            "https://mono.me/x",
            "https://solar-zelle.example/x",
            "https://xn--.example/x",
            "https://swish-basketball.example/x",
            "https://donate.example/paypal.me/x",
        ] {
            assert_eq!(like(text), None, "{text}");
        }
    }
}
