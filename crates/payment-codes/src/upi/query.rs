//! The query of the link: keys with percent-encoded values.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Adds `&key=value`; an absent value adds nothing.
pub(super) fn push(link: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        link.extend(["&", key, "="]);
        link.extend(utf8_percent_encode(value, RESERVED));
    }
}

/// A key with its value as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair<'a> {
    pub(super) key: &'a str,
    pub(super) written: &'a str,
}

impl<'a> Pair<'a> {
    /// Parts a query; empty values and the word `null` count as absent.
    pub(super) fn part(query: &'a str) -> impl Iterator<Item = Pair<'a>> {
        let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        pairs
            .filter(|(_, written)| !written.is_empty() && *written != "null")
            .map(|(key, written)| Pair { key, written })
    }

    /// Returns the value; a percent sign that begins no byte stays as it is.
    ///
    /// # Errors
    /// The place of the first byte that is not UTF-8.
    pub(super) fn value(self) -> Result<String, usize> {
        // A plus is a blank everywhere but in Base64.
        let blanks = match self.has_blank_plus() {
            true => self.written.replace('+', " "),
            false => self.written.to_owned(),
        };
        let decoded = percent_decode_str(&blanks).decode_utf8();
        decoded.map(|text| text.into_owned()).map_err(|error| error.valid_up_to())
    }

    /// Tells whether a blank is written as a plus.
    pub(super) fn has_blank_plus(self) -> bool {
        self.key != "sign" && self.written.contains('+')
    }

    /// Tells whether a percent sign stands before anything but two hexadecimal digits.
    pub(super) fn has_percent_alone(self) -> bool {
        self.written.split('%').skip(1).any(|behind| {
            let digits = behind.as_bytes().get(..2);
            !digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair<'a>(key: &'a str, written: &'a str) -> Pair<'a> {
        Pair { key, written }
    }

    #[test]
    fn what_has_no_value_is_absent() {
        let pairs: Vec<Pair> = Pair::part("pa=a@b&mc=&am&mam=null&&url=https://a/?b=c").collect();
        assert_eq!(pairs, [pair("pa", "a@b"), pair("url", "https://a/?b=c")]);
    }

    #[test]
    fn only_unreserved_signs_are_written_as_they_are() {
        let mut link = String::new();
        push(&mut link, "tn", Some("a-Z.0_~ +%/@é'"));
        push(&mut link, "mc", None);
        assert_eq!(link, "&tn=a-Z.0_~%20%2B%25%2F%40%C3%A9%27");
    }

    #[test]
    fn plus_and_percent_are_read_as_url_parsers_read_them() {
        assert_eq!(pair("pn", "a+b%20c%2B%zz%4").value(), Ok("a b c+%zz%4".to_owned()));
        assert_eq!(pair("sign", "ab+c==").value(), Ok("ab+c==".to_owned()));
        assert_eq!(pair("pn", "ab%ff").value(), Err(2));
        for (written, alone) in [("50%", true), ("50%25", false), ("%4", true), ("%zz", true)] {
            assert_eq!(pair("tn", written).has_percent_alone(), alone, "{written}");
        }
    }
}
