//! A strict reader of the JSON that stands in some codes.
//!
//! Standard: RFC 8259. Numbers are kept as they are written, because an amount that becomes a
//! float can lose a cent; a name that stands twice in one object is refused, because apps disagree
//! which of the two they take. (The crate `jzon` keeps numbers exact and takes the last of two
//! names in silence.)
//!
//! # Limits
//! Arrays and objects lie at most eight deep.

use std::fmt::Write;

const DEPTH_MAX: u8 = 8;

/// A value of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object: names with values, in their order, each name once.
    Object(Vec<(String, Json)>),
}

/// Why a text is not JSON that can be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum JsonFlaw {
    /// It breaks the grammar at this byte.
    Broken {
        /// Its place, from zero.
        at: usize,
    },
    /// A name stands twice in one object.
    Repeated {
        /// The name.
        name: String,
    },
}

impl Json {
    /// Reads a whole text.
    ///
    /// # Errors
    /// [`JsonFlaw`].
    pub(crate) fn parse(text: &str) -> Result<Json, JsonFlaw> {
        let mut reader = Reader { text, rest: text, depth: 0 };
        let value = reader.value()?;
        reader.skip_blanks();
        if reader.rest.is_empty() { Ok(value) } else { Err(reader.broken()) }
    }

    /// Returns the value of a name, where this is an object that has it.
    pub(crate) fn member(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => {
                members.iter().find(|(known, _)| known == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }
}

/// Adds a text in quotation marks; signs beyond ASCII stay as they are.
pub(crate) fn push_text(json: &mut String, text: &str) {
    json.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => json.extend(['\\', sign]),
            '\0'..='\u{1f}' => _ = write!(json, "\\u{:04x}", u32::from(sign)),
            _ => json.push(sign),
        }
    }
    json.push('"');
}

/// Returns the same JSON with every sign beyond ASCII written as `\uXXXX`.
pub(crate) fn in_ascii(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    for sign in json.chars() {
        if sign.is_ascii() {
            ascii.push(sign);
            continue;
        }
        for unit in sign.encode_utf16(&mut [0; 2]) {
            _ = write!(ascii, "\\u{unit:04x}");
        }
    }
    ascii
}

struct Reader<'a> {
    text: &'a str,
    rest: &'a str,
    depth: u8,
}

impl Reader<'_> {
    fn broken(&self) -> JsonFlaw {
        JsonFlaw::Broken { at: self.text.len() - self.rest.len() }
    }

    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn next(&mut self) -> Result<char, JsonFlaw> {
        let mut signs = self.rest.chars();
        let sign = signs.next().ok_or_else(|| self.broken())?;
        self.rest = signs.as_str();
        Ok(sign)
    }

    /// Steps over a sign, where it is the next one.
    fn takes(&mut self, sign: char) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn needs(&mut self, sign: char) -> Result<(), JsonFlaw> {
        if self.takes(sign) { Ok(()) } else { Err(self.broken()) }
    }

    fn value(&mut self) -> Result<Json, JsonFlaw> {
        self.skip_blanks();
        match self.rest.chars().next() {
            Some('{') => self.deeper(Reader::object),
            Some('[') => self.deeper(Reader::list),
            Some('"') => self.string().map(Json::Text),
            Some('-' | '0'..='9') => self.number(),
            _ => self.word(),
        }
    }

    fn deeper(&mut self, read: fn(&mut Self) -> Result<Json, JsonFlaw>) -> Result<Json, JsonFlaw> {
        if self.depth == DEPTH_MAX {
            return Err(self.broken());
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn object(&mut self) -> Result<Json, JsonFlaw> {
        let mut members: Vec<(String, Json)> = Vec::new();
        self.needs('{')?;
        self.skip_blanks();
        if self.takes('}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.skip_blanks();
            let name = self.string()?;
            if members.iter().any(|(known, _)| *known == name) {
                return Err(JsonFlaw::Repeated { name });
            }
            self.skip_blanks();
            self.needs(':')?;
            members.push((name, self.value()?));
            self.skip_blanks();
            if self.takes('}') {
                return Ok(Json::Object(members));
            }
            self.needs(',')?;
        }
    }

    fn list(&mut self) -> Result<Json, JsonFlaw> {
        let mut values = Vec::new();
        self.needs('[')?;
        self.skip_blanks();
        if self.takes(']') {
            return Ok(Json::List(values));
        }
        loop {
            values.push(self.value()?);
            self.skip_blanks();
            if self.takes(']') {
                return Ok(Json::List(values));
            }
            self.needs(',')?;
        }
    }

    fn string(&mut self) -> Result<String, JsonFlaw> {
        let mut text = String::new();
        self.needs('"')?;
        loop {
            let broken = self.broken();
            match self.next()? {
                '"' => return Ok(text),
                '\\' => text.push(self.escaped()?),
                '\0'..='\u{1f}' => return Err(broken),
                sign => text.push(sign),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, JsonFlaw> {
        let broken = self.broken();
        Ok(match self.next()? {
            sign @ ('"' | '\\' | '/') => sign,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.utf16(),
            _ => return Err(broken),
        })
    }

    /// Reads the four digits of a `\u`, and of the second one where a letter takes two.
    fn utf16(&mut self) -> Result<char, JsonFlaw> {
        let broken = self.broken();
        let first = self.unit()?;
        let mut units = vec![first];
        if (0xd800..0xdc00).contains(&first) {
            self.needs('\\')?;
            self.needs('u')?;
            units.push(self.unit()?);
        }
        let mut signs = char::decode_utf16(units);
        match (signs.next(), signs.next()) {
            (Some(Ok(sign)), None) => Ok(sign),
            _ => Err(broken),
        }
    }

    fn unit(&mut self) -> Result<u16, JsonFlaw> {
        let broken = self.broken();
        let mut unit = 0;
        for _ in 0..4 {
            let digit = self.next()?.to_digit(16).and_then(|digit| u16::try_from(digit).ok());
            unit = unit << 4 | digit.ok_or_else(|| broken.clone())?;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Result<Json, JsonFlaw> {
        let written = self.rest;
        self.takes('-');
        if !self.takes('0') {
            self.digits()?;
        }
        if self.takes('.') {
            self.digits()?;
        }
        if self.takes('e') || self.takes('E') {
            _ = self.takes('+') || self.takes('-');
            self.digits()?;
        }
        let length = written.len() - self.rest.len();
        Ok(Json::Number(written.get(..length).unwrap_or_default().to_owned()))
    }

    fn digits(&mut self) -> Result<(), JsonFlaw> {
        let rest = self.rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
        if rest.len() == self.rest.len() {
            return Err(self.broken());
        }
        self.rest = rest;
        Ok(())
    }

    fn word(&mut self) -> Result<Json, JsonFlaw> {
        let words =
            [("null", Json::Null), ("true", Json::Flag(true)), ("false", Json::Flag(false))];
        for (word, value) in words {
            if let Some(rest) = self.rest.strip_prefix(word) {
                self.rest = rest;
                return Ok(value);
            }
        }
        Err(self.broken())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_of_every_kind_are_read_and_numbers_kept_as_written() {
        let json = Json::parse(" {\"a\": [1.50, -0, 2e3], \"b\" : null,\"c\":{},\"d\":true} ");
        let number = |text: &str| Json::Number(text.to_owned());
        let list = Json::List(vec![number("1.50"), number("-0"), number("2e3")]);
        let members = [
            ("a", list),
            ("b", Json::Null),
            ("c", Json::Object(Vec::new())),
            ("d", Json::Flag(true)),
        ];
        let members = members.map(|(name, value)| (name.to_owned(), value)).to_vec();
        assert_eq!(json, Ok(Json::Object(members)));
    }

    #[test]
    fn escapes_are_read_in_pairs_where_a_letter_takes_two() {
        let text = Json::parse(r#""\"\\\/\n\u00c5\ud83d\ude00""#);
        assert_eq!(text, Ok(Json::Text("\"\\/\nÅ😀".to_owned())));
        for broken in [r#""\ud83d""#, r#""\ude00""#, r#""\ud83d\u0041""#, r#""\u12g4""#, r#""\x""#]
        {
            assert!(matches!(Json::parse(broken), Err(JsonFlaw::Broken { .. })), "{broken}");
        }
    }

    #[test]
    fn a_name_that_stands_twice_is_refused() {
        let repeated = JsonFlaw::Repeated { name: "due".to_owned() };
        assert_eq!(Json::parse(r#"{"due":5,"pt":"BG","d\u0075e":500}"#), Err(repeated));
        assert!(Json::parse(r#"[{"due":5},{"due":6}]"#).is_ok());
    }

    #[test]
    fn what_breaks_the_grammar_is_refused() {
        let deep = "[".repeat(9) + &"]".repeat(9);
        for text in [
            "",
            "{",
            "{}x",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "-",
            "nul",
            "\"\n\"",
            "\"",
            "'a'",
            "[1 2]",
            "{\"a\" 1}",
            &deep,
        ] {
            assert!(matches!(Json::parse(text), Err(JsonFlaw::Broken { .. })), "{text}");
        }
        assert!(Json::parse(deep.get(1..17).unwrap()).is_ok());
    }

    proptest! {
        #[test]
        fn any_text_is_written_and_read(text: String) {
            let mut json = String::new();
            push_text(&mut json, &text);
            prop_assert_eq!(Json::parse(&json), Ok(Json::Text(text.clone())));
            let ascii = in_ascii(&json);
            prop_assert!(ascii.is_ascii());
            prop_assert_eq!(Json::parse(&ascii), Ok(Json::Text(text)));
        }

        #[test]
        fn any_text_gives_an_answer(text: String) {
            let _ = Json::parse(&text);
        }
    }
}
