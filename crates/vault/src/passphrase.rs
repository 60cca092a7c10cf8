//! Passphrases: what opens a slot, and which ones are taken.
//!
//! # Rules
//! At least 15 characters, at most 128, any characters, no composition rules (OWASP ASVS 5.0,
//! section 6.2). Five words of the generator always have 15 letters or more, so that rule covers
//! them. Refused is what guessers try first: up to three common words or words of ours in a row
//! with a few digits and signs between them, the same short piece again and again, runs along
//! the keyboard.
//!
//! # Limits
//! The text is not brought into a Unicode normal form: keyboards give composed letters. Somebody
//! who types "é" in two pieces on one computer and in one on another has two passphrases.

use std::fmt;

use bip39::Language;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::common::{COMMON, ROWS};

/// As many signs as 2026-11-23 has; guessers put that many before and after common words.
const A_DATE: usize = 10;

/// A passphrase, trimmed, with one blank between its words. Wiped on drop.
pub struct Passphrase(Zeroizing<String>);

/// Why a text is not taken as a new passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PassphraseError {
    /// Fewer than [`Passphrase::SHORTEST`] characters.
    #[error("a passphrase has at least 15 characters, not {found}")]
    TooShort {
        /// How many there are.
        found: usize,
    },
    /// More than [`Passphrase::LONGEST`] characters.
    #[error("a passphrase has at most 128 characters, not {found}")]
    TooLong {
        /// How many there are.
        found: usize,
    },
    /// Made of words that everybody tries first, ours among them.
    #[error("the passphrase is made of words that are tried first")]
    Common,
    /// One short piece again and again, or a run along the keyboard or the alphabet.
    #[error("the passphrase repeats itself or runs along the keyboard")]
    Pattern,
}

impl Passphrase {
    /// The fewest characters.
    pub const SHORTEST: usize = 15;
    /// The most characters.
    pub const LONGEST: usize = 128;

    /// Takes a text as a new passphrase, if it keeps the rules.
    ///
    /// Blanks around it are cut off; several blanks between words count as one.
    ///
    /// # Errors
    /// [`PassphraseError`] names the first rule it breaks.
    pub fn parse(text: &str) -> Result<Passphrase, PassphraseError> {
        let passphrase = Passphrase::typed(text);
        match passphrase.0.chars().count() {
            found @ ..Passphrase::SHORTEST => return Err(PassphraseError::TooShort { found }),
            found if found > Passphrase::LONGEST => {
                return Err(PassphraseError::TooLong { found });
            }
            _ => {}
        }
        if patterned(&passphrase.0) {
            return Err(PassphraseError::Pattern);
        }
        if common(&passphrase.0) {
            return Err(PassphraseError::Common);
        }
        Ok(passphrase)
    }

    /// Takes a text that is held against an existing slot: no rules, only the blanks put right.
    ///
    /// Rules may become stricter; what was accepted once must go on opening.
    #[must_use]
    pub fn typed(text: &str) -> Passphrase {
        // The room is taken at once, so that no half-written copy stays behind in memory.
        let mut kept = Zeroizing::new(String::with_capacity(text.len()));
        for word in text.split_whitespace() {
            if !kept.is_empty() {
                kept.push(' ');
            }
            kept.push_str(word);
        }
        Passphrase(kept)
    }

    /// Draws six words of the BIP-39 English list: 66 bits of the 96 that are handed in.
    ///
    /// The list's words differ in their first four letters and are all plain English.
    #[must_use]
    pub fn generate(random: &[u8; 12]) -> Passphrase {
        let list = Language::English.word_list();
        let (pairs, _) = random.as_chunks::<2>();
        let mut text = Zeroizing::new(String::with_capacity(64));
        for pair in pairs {
            // 65,536 is a multiple of the list's 2,048, so every word is as likely as another.
            let at = usize::from(u16::from_be_bytes(*pair)) % list.len();
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(list.get(at).copied().unwrap_or_default());
        }
        Passphrase(text)
    }

    /// Returns the text. What is copied out of here is the caller's to wipe.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Whether a text repeats itself or runs along a row.
fn patterned(text: &str) -> bool {
    let all: Zeroizing<Vec<char>> = Zeroizing::new(text.to_lowercase().chars().collect());
    let bare: Zeroizing<Vec<char>> =
        Zeroizing::new(all.iter().copied().filter(|sign| sign.is_alphanumeric()).collect());
    // What stands between letters and digits hides a pattern, unless it is most of the text.
    repeats(&all) || (bare.len() * 2 >= all.len() && (repeats(&bare) || runs(&bare)))
}

/// Whether a text is up to three common words with little or nothing worth guessing between them.
fn common(text: &str) -> bool {
    let text = Zeroizing::new(text.to_lowercase());
    let letters: Zeroizing<String> =
        Zeroizing::new(text.chars().filter(|sign| sign.is_alphabetic()).collect());
    let between: Zeroizing<Vec<char>> = Zeroizing::new(
        text.chars().filter(|sign| !sign.is_alphabetic() && !sign.is_whitespace()).collect(),
    );
    let guessed = between.len() <= A_DATE || repeats(&between) || runs(&between);
    !letters.is_empty() && guessed && made_of_common(&letters, 3)
}

/// One piece shorter than a passphrase, again and again, the last time perhaps cut short.
fn repeats(signs: &[char]) -> bool {
    let longest = (signs.len() / 2).min(Passphrase::SHORTEST - 1);
    (1..=longest).any(|piece| signs.iter().zip(signs.iter().skip(piece)).all(|(a, b)| a == b))
}

/// Part of a known row, forwards or backwards.
fn runs(signs: &[char]) -> bool {
    let forwards: Zeroizing<String> = Zeroizing::new(signs.iter().collect());
    let backwards: Zeroizing<String> = Zeroizing::new(signs.iter().rev().collect());
    ROWS.iter().any(|row| row.contains(forwards.as_str()) || row.contains(backwards.as_str()))
}

/// Whether so many common words, or fewer, make up the whole text.
fn made_of_common(letters: &str, words: usize) -> bool {
    if letters.is_empty() {
        return true;
    }
    words > 0
        && COMMON
            .iter()
            .filter_map(|word| letters.strip_prefix(word))
            .any(|rest| made_of_common(rest, words - 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refused(text: &str) -> Option<PassphraseError> {
        Passphrase::parse(text).err()
    }

    #[test]
    fn length_counts_characters_without_blanks_around() {
        assert_eq!(refused("  vierzehn Ähren  "), Some(PassphraseError::TooShort { found: 14 }));
        assert_eq!(refused(" fünfzehn Ähren! "), None);
        let long: String = ('ऄ'..).take(129).collect();
        assert_eq!(refused(&long), Some(PassphraseError::TooLong { found: 129 }));
        let longest: String = ('ऄ'..).take(128).collect();
        assert_eq!(refused(&longest), None);
    }

    #[test]
    fn several_blanks_are_one() {
        let passphrase = Passphrase::parse(" river  lamp\tmoss\u{a0}oval kite ").unwrap();
        assert_eq!(passphrase.expose(), "river lamp moss oval kite");
        assert_eq!(format!("{passphrase:?}"), "***");
    }

    #[test]
    fn five_words_of_the_generator_are_always_long_enough() {
        let shortest = Language::English.word_list().iter().map(|word| word.len()).min();
        assert!(shortest.unwrap() * 5 >= Passphrase::SHORTEST);
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for text in [
            "groat donation 2026",
            "Password Password!",
            "passwort-12345678",
            "pass12345678901",
            "correct horse battery staple",
            "Admin Admin Groat",
            "ilovemyprincess",
            "GROAT!!!!!!!!!!",
        ] {
            let found = refused(text);
            assert!(
                matches!(found, Some(PassphraseError::Common | PassphraseError::Pattern)),
                "{text}: {found:?}"
            );
        }
        assert_eq!(refused("groat donation 2026"), Some(PassphraseError::Common));
    }

    #[test]
    fn patterns_are_refused() {
        for text in [
            "aaaaaaaaaaaaaaa",
            "1234567890123456",
            "kiwi kiwi kiwi kiwi",
            "abcdefghijklmnop",
            "qwertzuiopasdfghjkl",
            "9 8 7 6 5 4 3 2 1 0 9 8 7 6 5",
            "...............",
        ] {
            assert_eq!(refused(text), Some(PassphraseError::Pattern), "{text}");
        }
    }

    #[test]
    fn what_only_looks_plain_is_taken() {
        for text in [
            "my dragon reads very old newspapers",
            "!?%&/()=-.,;:+#",
            "abc 938 471 293 847 561",
            "847593027164839",
            "the treasurer of our choir hums in the bath",
        ] {
            assert_eq!(refused(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn drawn_words_are_taken(random in any::<[u8; 12]>()) {
            let drawn = Passphrase::generate(&random);
            prop_assert_eq!(drawn.expose().split(' ').count(), 6);
            let taken = Passphrase::parse(drawn.expose()).unwrap();
            prop_assert_eq!(taken.expose(), drawn.expose());
        }
    }
}
