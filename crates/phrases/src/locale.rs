//! The languages that have a catalogue, and how a wish for a language is read.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A language that every sentence is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    /// English, with dates in the British order.
    En,
    /// German.
    De,
}

/// No catalogue is written in the language that the text names.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{text:?} names no language with a catalogue")]
pub struct UnknownLocale {
    /// The text as it was given.
    pub text: String,
}

impl Locale {
    /// All languages, the one every other falls back to first.
    pub const ALL: &[Locale] = &[Locale::En, Locale::De];

    /// Returns the language subtag of BCP 47: "en", "de".
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::De => "de",
        }
    }

    /// Returns the BCP 47 tag whose CLDR rules write numbers and dates: "en-GB", "de".
    ///
    /// The day stands before the month in every country of this program's first readers, so
    /// English follows the British order. A window must hand the same tag to `Intl`.
    #[must_use]
    pub const fn format_tag(self) -> &'static str {
        match self {
            Locale::En => "en-GB",
            Locale::De => "de",
        }
    }

    /// Takes the first wish that has a catalogue; English where none has.
    ///
    /// A wish is a BCP 47 tag or a POSIX locale name, as [`Locale::from_str`] reads them.
    ///
    /// ```
    /// use groat_phrases::Locale;
    /// assert_eq!(Locale::negotiate(&["fr_FR.UTF-8", "de_AT", "en"]), Locale::De);
    /// assert_eq!(Locale::negotiate(&["C"]), Locale::En);
    /// ```
    #[must_use]
    pub fn negotiate(wishes: &[&str]) -> Locale {
        wishes.iter().find_map(|wish| wish.parse().ok()).unwrap_or(Locale::En)
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;

    /// Reads a BCP 47 tag ("de-AT") or a POSIX locale name ("de_DE.UTF-8@euro") by its language.
    fn from_str(text: &str) -> Result<Locale, UnknownLocale> {
        let language = text.trim().split(['-', '_', '.', '@']).next().unwrap_or_default();
        Locale::ALL
            .iter()
            .copied()
            .find(|locale| locale.code().eq_ignore_ascii_case(language))
            .ok_or_else(|| UnknownLocale { text: text.to_owned() })
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_posix_names_are_read_by_their_language() {
        for text in ["de", "DE", "de_DE.UTF-8", "de-AT", "de_CH@euro", " de-Latn-DE "] {
            assert_eq!(text.parse(), Ok(Locale::De), "{text}");
        }
        for text in ["en", "en_GB.UTF-8", "en-US", "en.UTF-8"] {
            assert_eq!(text.parse(), Ok(Locale::En), "{text}");
        }
    }

    #[test]
    fn other_languages_are_not_taken_for_ours() {
        for text in ["", "C", "POSIX", "fr", "den", "d", "end", "_de", "eng"] {
            assert!(text.parse::<Locale>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_first_wish_with_a_catalogue_counts() {
        assert_eq!(Locale::negotiate(&["nl", "de-DE", "en"]), Locale::De);
        assert_eq!(Locale::negotiate(&["en", "de"]), Locale::En);
        assert_eq!(Locale::negotiate(&[]), Locale::En);
    }
}
