//! What a sentence is filled with, and how foreign text is made safe to show.

use std::borrow::Cow;

use groat_money::Money;
use jiff::civil::{Date, DateTime};

use crate::{Locale, field_name, format};

/// A value in a sentence. It is written by the rules of the sentence's language.
///
/// So a fault can carry an amount or a day without knowing who will read it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Arg<'a> {
    /// Text as it is: a name, a path, a sign that was found, or a token a sentence chooses by.
    ///
    /// Control characters and direction marks in it are shown as "U+202E" and the like; text with
    /// letters written from right to left is isolated (see [`crate::sentence`]).
    Text(Cow<'a, str>),
    /// A count, which also chooses between singular and plural.
    Count(u64),
    /// An amount with its currency.
    Money(Money),
    /// A civil day.
    Date(Date),
    /// A civil day and time of day, to the minute.
    DateTime(DateTime),
    /// A country by its two letters of ISO 3166, written as its name.
    Country(Cow<'a, str>),
    /// A part of a payment code or of an account by its name there, written as people know it.
    Field(Cow<'a, str>),
}

impl<'a> Arg<'a> {
    /// Makes an argument of a text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Arg<'a> {
        Arg::Text(text.into())
    }

    /// Makes an argument of a country's two letters.
    pub fn country(code: impl Into<Cow<'a, str>>) -> Arg<'a> {
        Arg::Country(code.into())
    }

    /// Makes an argument of a part's name, such as `payee_name`.
    pub fn field(name: impl Into<Cow<'a, str>>) -> Arg<'a> {
        Arg::Field(name.into())
    }

    /// Makes an argument of a count; a count beyond 64 bits is shown as the largest one.
    #[must_use]
    pub fn count(count: usize) -> Arg<'a> {
        Arg::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// Returns the same argument, holding its own text.
    #[must_use]
    pub fn into_owned(self) -> Arg<'static> {
        match self {
            Arg::Text(text) => Arg::Text(Cow::Owned(text.into_owned())),
            Arg::Country(code) => Arg::Country(Cow::Owned(code.into_owned())),
            Arg::Field(name) => Arg::Field(Cow::Owned(name.into_owned())),
            Arg::Count(count) => Arg::Count(count),
            Arg::Money(money) => Arg::Money(money),
            Arg::Date(date) => Arg::Date(date),
            Arg::DateTime(at) => Arg::DateTime(at),
        }
    }

    /// Writes the value as it stands in a sentence.
    pub(crate) fn written(&self, locale: Locale) -> String {
        match self {
            Arg::Text(text) => shown(text),
            Arg::Count(count) => format::number(locale, &count.to_string()),
            Arg::Money(money) => format::money(locale, *money),
            Arg::Date(date) => format::date(locale, *date),
            Arg::DateTime(at) => format::date_time(locale, *at),
            Arg::Country(code) => shown(&format::country_name(locale, code)),
            Arg::Field(name) => field_name(locale, name),
        }
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::text(text)
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::text(text)
    }
}

impl From<char> for Arg<'_> {
    fn from(sign: char) -> Self {
        Arg::text(sign.to_string())
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Arg::count(count)
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Arg::Count(count)
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Arg::Count(count.into())
    }
}

impl From<u8> for Arg<'_> {
    fn from(count: u8) -> Self {
        Arg::Count(count.into())
    }
}

impl From<Money> for Arg<'_> {
    fn from(money: Money) -> Self {
        Arg::Money(money)
    }
}

impl From<Date> for Arg<'_> {
    fn from(date: Date) -> Self {
        Arg::Date(date)
    }
}

impl From<DateTime> for Arg<'_> {
    fn from(at: DateTime) -> Self {
        Arg::DateTime(at)
    }
}

/// Names what cannot be seen and isolates what runs from right to left.
///
/// A name or a foreign payload must not be able to steer a terminal or to turn a sentence around.
#[must_use]
pub fn shown(text: &str) -> String {
    let alone = text.chars().nth(1).is_none();
    let mut seen = String::with_capacity(text.len());
    for sign in text.chars() {
        if steers(sign) || (alone && leaves_no_ink(sign)) {
            seen.push_str(&format!("U+{:04X}", u32::from(sign)));
        } else {
            seen.push(sign);
        }
    }
    if seen.chars().any(runs_from_right) { format!("\u{2068}{seen}\u{2069}") } else { seen }
}

/// Control characters, line separators and the marks that change the direction of writing.
fn steers(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(sign, '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// Signs that show nothing when they stand alone between quotation marks.
fn leaves_no_ink(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}')
        || matches!(sign, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

/// The blocks of Unicode whose letters are written from right to left (UAX 9, types R and AL).
fn runs_from_right(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
        || matches!(sign, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_stays_as_it_is() {
        for text in ["", "Müller & Søn", "5,00\u{a0}€", "👩‍👧 Verein", "Łódź 2026", "募金"]
        {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn text_cannot_steer_a_terminal_or_turn_a_sentence() {
        assert_eq!(shown("a\u{1b}[2Jb\n"), "aU+001B[2JbU+000A");
        assert_eq!(shown("gift\u{202e}txt\u{2069}"), "giftU+202EtxtU+2069");
        assert_eq!(shown("\u{200b}"), "U+200B");
        assert_eq!(shown(" "), "U+0020");
    }

    #[test]
    fn text_from_right_to_left_is_isolated() {
        assert_eq!(shown("עמותה"), "\u{2068}עמותה\u{2069}");
        assert_eq!(shown("جمعية 12"), "\u{2068}جمعية 12\u{2069}");
    }
}
