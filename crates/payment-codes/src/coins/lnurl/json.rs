//! The little JSON (RFC 8259) of LUD-06 metadata: a list of lists that begin with a text.

/// How deep values may lie inside each other, so that no answer of a server can exhaust the stack.
const DEPTH_MAX: usize = 16;

/// One entry of the metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its kind, such as `text/plain`.
    pub(super) kind: String,
    /// What follows the kind, where it is a text.
    pub(super) text: Option<String>,
}

/// Reads metadata; nothing where it is not JSON or not such a list.
pub(super) fn entries(text: &str) -> Option<Vec<Entry>> {
    let mut cursor = Cursor { rest: text };
    cursor.blanks();
    let entries = cursor.list(Cursor::entry)?;
    cursor.blanks();
    cursor.rest.is_empty().then_some(entries)
}

struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn take(&mut self, sign: char) -> Option<()> {
        self.rest = self.rest.strip_prefix(sign)?;
        Some(())
    }

    fn next(&mut self) -> Option<char> {
        let mut signs = self.rest.chars();
        let sign = signs.next()?;
        self.rest = signs.as_str();
        Some(sign)
    }

    /// Reads what stands between a pair of brackets, parted by commas.
    fn between<T>(
        &mut self,
        (open, close): (char, char),
        mut item: impl FnMut(&mut Self) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.take(open)?;
        self.blanks();
        let mut items = Vec::new();
        if self.take(close).is_some() {
            return Some(items);
        }
        loop {
            self.blanks();
            items.push(item(self)?);
            self.blanks();
            match self.next()? {
                ',' => {}
                sign if sign == close => return Some(items),
                _ => return None,
            }
        }
    }

    fn list<T>(&mut self, item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.between(('[', ']'), item)
    }

    fn entry(&mut self) -> Option<Entry> {
        let mut items = self.list(|cursor| cursor.value(DEPTH_MAX))?.into_iter();
        let kind = items.next()??;
        Some(Entry { kind, text: items.next().flatten() })
    }

    /// Reads any value and returns it where it is a text.
    fn value(&mut self, depth: usize) -> Option<Option<String>> {
        let deeper = depth.checked_sub(1)?;
        match self.rest.chars().next()? {
            '"' => self.text().map(Some),
            '[' => self.list(|cursor| cursor.value(deeper)).map(|_| None),
            '{' => self.table(deeper).map(|()| None),
            _ => self.word().map(|()| None),
        }
    }

    fn table(&mut self, depth: usize) -> Option<()> {
        self.between(('{', '}'), |cursor| {
            cursor.text()?;
            cursor.blanks();
            cursor.take(':')?;
            cursor.blanks();
            cursor.value(depth)
        })
        .map(|_| ())
    }

    /// Reads `true`, `false`, `null` or a number.
    fn word(&mut self) -> Option<()> {
        let end = self.rest.find([',', ']', '}', ' ', '\t', '\n', '\r']);
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        (matches!(word, "true" | "false" | "null") || is_number(word)).then_some(())
    }

    fn text(&mut self) -> Option<String> {
        self.take('"')?;
        let mut text = String::new();
        loop {
            match self.next()? {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                sign if sign < ' ' => return None,
                sign => text.push(sign),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            sign @ ('"' | '\\' | '/') => sign,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.code_point(),
            _ => return None,
        })
    }

    /// A character beyond the first 65536 stands as two units of UTF-16.
    fn code_point(&mut self) -> Option<char> {
        let first = self.unit()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first.into());
        }
        self.take('\\')?;
        self.take('u')?;
        char::decode_utf16([first, self.unit()?]).next()?.ok()
    }

    fn unit(&mut self) -> Option<u16> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u16::from_str_radix(digits, 16).ok().filter(|_| hexadecimal)
    }
}

fn is_number(word: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let word = word.strip_prefix('-').unwrap_or(word);
    let (mantissa, exponent) = match word.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            (mantissa, exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
        }
        None => (word, "0"),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    digits(whole) && !leading_zero && digits(fraction) && digits(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_have_a_kind_and_perhaps_a_text() {
        let text = r#" [ ["text\/plain", "a \"b\" \u00e9\ud83d\ude00"], ["x", 1, {"k": [true, null, -0.5e+3]}], ["y"] ] "#;
        let entry = |kind: &str, text: Option<&str>| Entry {
            kind: kind.to_owned(),
            text: text.map(str::to_owned),
        };
        let expected =
            vec![entry("text/plain", Some("a \"b\" é😀")), entry("x", None), entry("y", None)];
        assert_eq!(entries(text), Some(expected));
        assert_eq!(entries("[]"), Some(Vec::new()));
    }

    #[test]
    fn what_is_not_such_a_list_is_told() {
        for text in [
            "",
            "[",
            "{}",
            "[[]]",
            "[[1]]",
            "[\"text/plain\"]",
            "[[\"a\",]]",
            "[[\"a\"],]",
            "[[\"a\"]]x",
            "[[\"a\", 01]]",
            "[[\"a\", +1]]",
            "[[\"a\", .5]]",
            "[[\"a\", tru]]",
            "[[\"a\\x\"]]",
            "[[\"a\\ud800\"]]",
            "[[\"a\\u00+1\"]]",
            "[[\"a\n\"]]",
            "[[\"a\", {1:2}]]",
            "[[\"a\" \"b\"]]",
        ] {
            assert_eq!(entries(text), None, "{text}");
        }
        let deep = |depth| format!("[[\"a\",{}{}]]", "[".repeat(depth), "]".repeat(depth));
        assert!(entries(&deep(15)).is_some());
        assert_eq!(entries(&deep(100_000)), None);
    }
}
