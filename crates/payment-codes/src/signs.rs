//! Which signs may stand in a value that travels with a payment.
//!
//! Letters of every script, digits and punctuation may: banks transliterate what they cannot
//! carry. Signs that hide, turn or break a text may not, because a code must say the same to a
//! person and to a bank. Emoji may not either: no bank's character set has them (EPC217-08).

/// Why a sign may not stand in a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForeignSign {
    /// A line end, a tab or another control character.
    Control,
    /// A mark that turns the direction of writing.
    Direction,
    /// A sign that takes no room and cannot be seen.
    Invisible,
    /// A blank other than the ordinary one.
    Blank,
    /// An emoji, a symbol from a symbol font or a character no standard gives a meaning.
    Symbol,
}

/// A sign in a value, and why it may not stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInValue {
    /// Its place in the value, counted in characters from zero.
    pub at: usize,
    /// The sign.
    pub found: char,
    /// Why it may not stand there.
    pub why: ForeignSign,
}

/// Finds the first sign that may not stand in a payment.
#[must_use]
pub fn first_foreign_sign(text: &str) -> Option<SignInValue> {
    text.chars()
        .enumerate()
        .find_map(|(at, found)| foreign(found).map(|why| SignInValue { at, found, why }))
}

fn foreign(sign: char) -> Option<ForeignSign> {
    match sign {
        ' '..='~' => None,
        '\u{2028}' | '\u{2029}' => Some(ForeignSign::Control),
        _ if sign.is_control() => Some(ForeignSign::Control),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(ForeignSign::Direction)
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}' => Some(ForeignSign::Invisible),
        _ if sign.is_whitespace() => Some(ForeignSign::Blank),
        '\u{20d0}'..='\u{20ff}'
        | '\u{2122}'
        | '\u{2139}'
        | '\u{2190}'..='\u{2bff}'
        | '\u{3030}'
        | '\u{303d}'
        | '\u{3297}'
        | '\u{3299}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{fff0}'..='\u{ffff}'
        | '\u{10000}'.. => Some(ForeignSign::Symbol),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_script_may_stand() {
        for text in
            ["Straßenkinder Köln gGmbH", "Ελπίδα", "Дом № 5", "D’Alsace – «Don»", "希望", "₣ §"]
        {
            assert_eq!(first_foreign_sign(text), None, "{text}");
        }
    }

    #[test]
    fn signs_that_hide_turn_break_or_picture_may_not() {
        use ForeignSign::*;
        for (sign, why) in [
            ('\n', Control),
            ('\t', Control),
            ('\u{85}', Control),
            ('\u{7f}', Control),
            ('\u{2028}', Control),
            ('\u{202e}', Direction),
            ('\u{2067}', Direction),
            ('\u{200f}', Direction),
            ('\u{200b}', Invisible),
            ('\u{feff}', Invisible),
            ('\u{ad}', Invisible),
            ('\u{a0}', Blank),
            ('\u{202f}', Blank),
            ('😀', Symbol),
            ('❤', Symbol),
            ('\u{e000}', Symbol),
        ] {
            let found = first_foreign_sign(&format!("ab{sign}"));
            assert_eq!(found, Some(SignInValue { at: 2, found: sign, why }));
        }
    }
}
