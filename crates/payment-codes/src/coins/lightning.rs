//! How Lightning texts are wrapped: the scheme `lightning:`, and links with one in their query.

use super::uri;
use crate::{Field, Oddity, Reading};

/// A text as it is, or what it carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wrapped<'a> {
    /// No wrapping.
    Bare(&'a str),
    /// `lightning:` and this; some write two slashes after it, against BOLT11.
    Scheme {
        /// What follows.
        inner: &'a str,
        /// Whether there are slashes.
        slashes: bool,
    },
    /// A link of the web that has this under the key `lightning` (LUD-01).
    Link(&'a str),
}

impl<'a> Wrapped<'a> {
    /// Finds the wrapping of a text.
    pub(super) fn of(text: &'a str) -> Wrapped<'a> {
        if let Some(rest) = uri::without_scheme(text, "lightning") {
            let inner = rest.strip_prefix("//").unwrap_or(rest);
            return Wrapped::Scheme { inner, slashes: inner.len() < rest.len() };
        }
        match carried(text) {
            Some(inner) => Wrapped::Link(inner),
            None => Wrapped::Bare(text),
        }
    }

    /// Returns what is wrapped.
    pub(super) fn inner(&self) -> &'a str {
        match self {
            Wrapped::Bare(inner) | Wrapped::Scheme { inner, .. } | Wrapped::Link(inner) => inner,
        }
    }

    /// Finds the wrapping of a text that is being read and adds what is odd about it.
    pub(super) fn taken_off(reading: &mut Reading, text: &'a str) -> &'a str {
        let wrapped = Wrapped::of(text);
        if let Wrapped::Scheme { slashes: true, .. } = wrapped {
            reading.find(Field::Payload, Oddity::NotNormalised);
        }
        wrapped.inner()
    }
}

/// Returns what a link of the web has under `lightning`; the first one counts.
fn carried(text: &str) -> Option<&str> {
    let rest = ["https", "http"].iter().find_map(|scheme| uri::without_scheme(text, scheme))?;
    let (_, query) = rest.strip_prefix("//")?.split_once('?')?;
    let query = query.split('#').next().unwrap_or_default();
    let mut values = query.split('&').filter_map(|parameter| parameter.split_once('='));
    values.find_map(|(key, value)| key.eq_ignore_ascii_case("lightning").then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wrapping_is_found_in_any_case() {
        assert_eq!(
            Wrapped::of("LIGHTNING:LNURL1"),
            Wrapped::Scheme { inner: "LNURL1", slashes: false }
        );
        assert_eq!(Wrapped::of("lightning://x"), Wrapped::Scheme { inner: "x", slashes: true });
        assert_eq!(Wrapped::of("https://a.example/?id=1&lightning=L#x"), Wrapped::Link("L"));
        for text in
            ["https://a.example/?lightnin=L", "https:lightning=L", "lnbc1", "ftp://a?lightning=L"]
        {
            assert_eq!(Wrapped::of(text), Wrapped::Bare(text));
        }
    }
}
