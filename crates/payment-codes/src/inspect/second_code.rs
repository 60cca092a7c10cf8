//! A second code or link inside a text.

use crate::{Options, Standard, links};

/// Schemes that begin a payment or lead to a page.
const SCHEMES: &[&str] = &[
    "http",
    "https",
    "upi",
    "bitcoin",
    "lightning",
    "ethereum",
    "solana",
    "swish",
    "wxp",
    "weixin",
    "alipays",
    "alipayqr",
    "supertoss",
    "kakaotalk",
    "venmo",
    "vipps",
    "mobilepay",
    "payconiq",
    "cashme",
];

/// How codes without a scheme begin.
const BEGINNINGS: &[&str] = &[
    "SPD*", "BCD\n", "BCD\r", "SPC\n", "SPC\r", "HCT\n", "UPNQR", "HRVHUB30", "K:PR|", "000201",
    "lnbc", "LNBC", "lno1", "LNO1", "lnurl1", "LNURL1",
];

/// Finds the first code that begins at the text's own beginning or at a later word.
pub(super) fn find(text: &str) -> Option<Standard> {
    starts(text).find_map(begins)
}

/// Finds the first code that begins at a later word than the first.
pub(super) fn find_behind(text: &str) -> Option<Standard> {
    starts(text).skip(1).find_map(begins)
}

/// Returns what follows from the beginning of each word on.
fn starts(text: &str) -> impl Iterator<Item = &str> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, sign)| {
        let starts = sign.is_alphanumeric() && !before.is_alphanumeric();
        before = sign;
        if starts { text.get(at..) } else { None }
    })
}

fn begins(rest: &str) -> Option<Standard> {
    let word = || rest.split_whitespace().next().unwrap_or_default();
    if let Some((scheme, behind)) = scheme(rest) {
        let page = scheme.len() <= 5 && behind.starts_with("//");
        let is_page = page && (scheme.eq_ignore_ascii_case("http") || is_https(scheme));
        if is_page {
            let page = || links::is_link(word()).then_some(Standard::Links);
            return Standard::recognise(word()).or_else(page);
        }
        return known(word());
    }
    if BEGINNINGS.iter().any(|beginning| rest.starts_with(beginning)) {
        return known(rest).or_else(|| known(word()));
    }
    let word = word();
    (word.contains('.') && word.contains('/') && links::is_link(word)).then_some(Standard::Links)
}

fn is_https(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("https")
}

/// Parts one of the schemes from what follows its colon.
fn scheme(rest: &str) -> Option<(&str, &str)> {
    let end = rest.find(|sign: char| !sign.is_ascii_alphabetic())?;
    let (scheme, behind) = rest.split_at(end);
    let behind = behind.strip_prefix(':')?;
    let known = SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme));
    (known && !behind.is_empty()).then_some((scheme, behind))
}

/// Returns the standard of a text that can be read whole: a word that begins like a code is none.
fn known(text: &str) -> Option<Standard> {
    let standard = Standard::recognise(text)?;
    standard.read(text, Options::default()).ok().map(|_| standard)
}
