//! The check digits of ISO 7064 mod 97-10, which IBAN and ISO 11649 share.
//! Callers hand in capitals and digits only; other signs are theirs to refuse.

/// Returns the remainder by 97 of the number the text stands for, with A = 10 to Z = 35.
pub(crate) fn remainder(text: impl Iterator<Item = char>) -> u32 {
    text.filter_map(|sign| sign.to_digit(36)).fold(0, |rest, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (rest * shift + value) % 97
    })
}

/// Tells whether the text passes the check with its first four signs moved to the end.
///
/// ISO 7064 makes check digits from 02 to 98 only; 00, 01 and 99 would pass the remainder but no
/// issuer makes them.
pub(crate) fn passes(text: &str) -> bool {
    let made = matches!(text.get(2..4), Some(digits) if !matches!(digits, "00" | "01" | "99"));
    made && remainder(text.chars().skip(4).chain(text.chars().take(4))) == 1
}

/// Returns the two check digits for a number and the two letters that stand before it.
pub(crate) fn check_digits(letters: &str, number: &str) -> String {
    let rest = remainder(number.chars().chain(letters.chars()).chain("00".chars()));
    format!("{:02}", 98 - rest)
}

/// Brings a typed number into its stored form: no blanks, capitals.
pub(crate) fn normalised(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace())
        .map(|sign| sign.to_ascii_uppercase())
        .collect()
}

/// Parts a text into groups of four by blanks, as such numbers are printed.
pub(crate) fn in_fours(text: &str) -> String {
    let mut grouped = String::with_capacity(text.len() + text.len() / 4);
    for (place, sign) in text.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            grouped.push(' ');
        }
        grouped.push(sign);
    }
    grouped
}
