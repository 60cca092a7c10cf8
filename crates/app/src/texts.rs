//! Texts of one line as people type them, and what does not belong there.

use groat_phrases::Arg;

use crate::{Code, Fault};

/// Trims a text and refuses what a line may not contain: line breaks, control characters, and
/// marks that turn the direction of writing (a payee's name could be made to look like another).
///
/// `called` is how people know the field.
pub(crate) fn line(text: &str, field: &str, called: Arg<'static>) -> Result<String, Fault> {
    let text = text.trim();
    for (index, sign) in text.chars().enumerate() {
        let code = match sign {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Code::TextLineBreak,
            '\u{200e}'
            | '\u{200f}'
            | '\u{61c}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => Code::TextDirectionMark,
            sign if sign.is_control() => Code::TextControlSign,
            _ => continue,
        };
        return Err(Fault::new(code).with("field", called).with("position", index + 1).at(field));
    }
    Ok(text.to_owned())
}

/// A [`line`] that is not empty and has at most so many characters.
pub(crate) fn named_line(
    text: &str,
    field: &'static str,
    max: usize,
    (empty, too_long): (Code, Code),
) -> Result<String, Fault> {
    let text = line(text, field, Arg::from(field))?;
    let found = text.chars().count();
    if found == 0 {
        return Err(Fault::new(empty).at(field));
    }
    if found > max {
        return Err(Fault::new(too_long).with("max", max).with("found", found).at(field));
    }
    Ok(text)
}
