//! A link in its parts (RFC 3986), as phones take it apart.

use std::borrow::Cow;
use std::str::Utf8Error;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Returns a text with every sign encoded that is not an unreserved one; a blank is `%20`.
pub(crate) fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Tells whether a percent sign stands before anything but two hexadecimal digits.
pub(crate) fn has_percent_alone(text: &str) -> bool {
    text.split('%').skip(1).any(|behind| {
        let digits = behind.as_bytes().get(..2);
        !digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    })
}

/// Returns a value of a query decoded; a plus is a blank, as web pages write it.
pub(crate) fn decoded_value(written: &str) -> Result<String, Utf8Error> {
    let blanks = match written.contains('+') {
        true => Cow::Owned(written.replace('+', " ")),
        false => Cow::Borrowed(written),
    };
    percent_decode_str(&blanks).decode_utf8().map(Cow::into_owned)
}

/// The parts of a link, each as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Link<'a> {
    /// The whole.
    pub(crate) text: &'a str,
    /// What stands before `://`; none where the text begins with the host.
    pub(crate) scheme: Option<&'a str>,
    /// What stands before an `@` in front of the host.
    pub(crate) user: Option<&'a str>,
    /// The host.
    pub(crate) host: &'a str,
    /// What stands behind a colon after the host.
    pub(crate) port: Option<&'a str>,
    /// From the first slash on, that slash included.
    pub(crate) path: &'a str,
    /// What stands behind the question mark.
    pub(crate) query: Option<&'a str>,
    /// What stands behind the number sign.
    pub(crate) fragment: Option<&'a str>,
}

impl<'a> Link<'a> {
    /// Takes a text apart that begins with a scheme and `://`, or with the name of a host.
    pub(crate) fn parse(text: &'a str) -> Option<Link<'a>> {
        if text.chars().any(|sign| sign.is_whitespace() || sign.is_control()) {
            return None;
        }
        let (scheme, rest) = match scheme(text) {
            Some((scheme, rest)) => (Some(scheme), rest),
            None => (None, text),
        };
        // Browsers take a backslash for a slash, other readers for a part of the user's name.
        let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
        let (authority, behind) = rest.split_at(end);
        let (user, host) = match authority.rsplit_once('@') {
            Some((user, host)) => (Some(user), host),
            None => (None, authority),
        };
        let (host, port) = match host.rsplit_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (host, None),
        };
        if scheme.is_none() && !is_bare_host(authority) {
            return None;
        }
        let (behind, fragment) = split_off(behind, '#');
        let (path, query) = split_off(behind, '?');
        let link = Link { text, scheme, user, host, port, path, query, fragment };
        (!host.is_empty()).then_some(link)
    }

    /// Tells whether the scheme is this one; capitals do not matter.
    pub(crate) fn is_of(&self, scheme: &str) -> bool {
        self.scheme.is_some_and(|written| written.eq_ignore_ascii_case(scheme))
    }

    /// Tells whether the link leads to a web page.
    pub(crate) fn is_web(&self) -> bool {
        self.scheme.is_none() || self.is_of("https") || self.is_of("http")
    }

    /// Returns the host in small letters, without a dot at its end.
    pub(crate) fn host_name(&self) -> String {
        host_name(self.host)
    }

    /// Returns the steps of the path, decoded; empty ones are left out.
    ///
    /// # Errors
    /// The bytes of a step are not UTF-8.
    pub(crate) fn steps(&self) -> Result<Vec<String>, Utf8Error> {
        let steps = self.path.split('/').filter(|step| !step.is_empty());
        steps.map(|step| percent_decode_str(step).decode_utf8().map(Cow::into_owned)).collect()
    }

    /// Returns the keys and values of the query as they are written; what has no key is left out.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let pairs = self.query.unwrap_or_default().split('&');
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        pairs.filter(|(key, _)| !key.is_empty())
    }
}

/// Returns the name of a host in small letters, without a dot at its end.
pub(crate) fn host_name(host: &str) -> String {
    host.strip_suffix('.').unwrap_or(host).to_lowercase()
}

/// Parts a scheme from what follows `://`.
fn scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    let begins = scheme.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
    (begins && scheme.bytes().all(fits)).then_some((scheme, rest))
}

/// Tells whether a text can be the name of a host that stands without a scheme.
fn is_bare_host(text: &str) -> bool {
    let fits = |sign: char| sign.is_alphanumeric() || sign == '-' || sign == '.';
    let long = text.len() > 3 && text.len() <= 253;
    long && text.contains('.') && !text.starts_with('.') && text.chars().all(fits)
}

fn split_off(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, behind)| (before, Some(behind)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_taken_apart_where_phones_do() {
        let link = Link::parse("HTTPS://a:b@Pay.Example.:443/x/%C3%A5?k=v&&l#end").unwrap();
        assert!(link.is_of("https") && link.is_web());
        assert_eq!((link.user, link.host, link.port), (Some("a:b"), "Pay.Example.", Some("443")));
        assert_eq!(link.host_name(), "pay.example");
        assert_eq!(link.steps(), Ok(vec!["x".to_owned(), "å".to_owned()]));
        assert_eq!(link.pairs().collect::<Vec<_>>(), [("k", "v"), ("l", "")]);
        assert_eq!(link.fragment, Some("end"));
        let bare = Link::parse("paypal.me/user").unwrap();
        assert_eq!((bare.scheme, bare.host, bare.path), (None, "paypal.me", "/user"));
    }

    #[test]
    fn the_host_ends_at_a_backslash_and_begins_behind_the_last_at() {
        let link = Link::parse("https://evil.example\\@paypal.me/x").unwrap();
        assert_eq!((link.user, link.host), (None, "evil.example"));
        let link = Link::parse("https://paypal.me@x@evil.example/x").unwrap();
        assert_eq!((link.user, link.host), (Some("paypal.me@x"), "evil.example"));
    }

    #[test]
    fn what_is_no_link_is_not_taken_apart() {
        for text in ["", "https://", "hello", "a b://c", "1x://y", "a@b.org/x", ".me/x", "https:x"]
        {
            assert_eq!(Link::parse(text), None, "{text}");
        }
    }

    #[test]
    fn only_unreserved_signs_are_written_as_they_are() {
        assert_eq!(percent_encoded("aZ0-._~ +%/@å"), "aZ0-._~%20%2B%25%2F%40%C3%A5");
        assert_eq!(decoded_value("a+b%20c%2B").as_deref(), Ok("a b c+"));
        assert!(decoded_value("%ff").is_err());
        assert!(has_percent_alone("5%") && has_percent_alone("%4x") && !has_percent_alone("%4a"));
    }
}
