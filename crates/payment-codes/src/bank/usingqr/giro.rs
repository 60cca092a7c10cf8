//! Bankgiro and plusgiro numbers: digits whose last one is checked after Luhn.

use crate::{Flaw, LuhnReference};

pub(super) const BANKGIRO_EXAMPLE: &str = "5050-1055";
pub(super) const PLUSGIRO_EXAMPLE: &str = "176099-0";

/// Returns a bankgiro number with its hyphen before the last four of seven or eight digits.
///
/// # Errors
/// [`Flaw::Form`], [`Flaw::Length`], [`Flaw::CheckDigits`].
pub(super) fn bankgiro(text: &str) -> Result<String, Flaw> {
    number(text, &[7, 8], 4, BANKGIRO_EXAMPLE)
}

/// Returns a plusgiro number with its hyphen before the last of two to eight digits.
///
/// # Errors
/// [`Flaw::Form`], [`Flaw::Length`], [`Flaw::CheckDigits`].
pub(super) fn plusgiro(text: &str) -> Result<String, Flaw> {
    number(text, &[2, 3, 4, 5, 6, 7, 8], 1, PLUSGIRO_EXAMPLE)
}

/// Blanks are dropped; a hyphen may stand in its own place only.
fn number(
    text: &str,
    allowed: &'static [usize],
    behind_hyphen: usize,
    example: &'static str,
) -> Result<String, Flaw> {
    let bare: String = text.chars().filter(|sign| *sign != ' ').collect();
    let digits = bare.replacen('-', "", 1);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Flaw::Form { example });
    }
    if !allowed.contains(&digits.len()) {
        return Err(Flaw::Length { allowed, found: digits.len() });
    }
    let (head, tail) = digits.split_at(digits.len() - behind_hyphen);
    let hyphenated = format!("{head}-{tail}");
    if bare != digits && bare != hyphenated {
        return Err(Flaw::Form { example });
    }
    LuhnReference::parse(&digits).map_err(|_| Flaw::CheckDigits)?;
    Ok(hyphenated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_gain_their_hyphen() {
        for (typed, number) in [
            ("50501055", "5050-1055"),
            ("5050-1055", "5050-1055"),
            ("5050 1055", "5050-1055"),
            ("4338778", "433-8778"),
        ] {
            assert_eq!(bankgiro(typed).as_deref(), Ok(number));
        }
        for (typed, number) in [
            ("1760990", "176099-0"),
            ("17 60 99-0", "176099-0"),
            ("4567-4", "4567-4"),
            ("18", "1-8"),
        ] {
            assert_eq!(plusgiro(typed).as_deref(), Ok(number));
        }
    }

    #[test]
    fn other_lengths_forms_and_check_digits_are_refused() {
        assert_eq!(bankgiro("505010"), Err(Flaw::Length { allowed: &[7, 8], found: 6 }));
        assert_eq!(bankgiro("505010550"), Err(Flaw::Length { allowed: &[7, 8], found: 9 }));
        assert_eq!(bankgiro("5050-1056"), Err(Flaw::CheckDigits));
        for text in ["50501-055", "5050--1055", "5050/1055", "505O-1055", "-50501055", ""] {
            assert!(bankgiro(text).is_err(), "{text}");
        }
        assert_eq!(plusgiro("176099-1"), Err(Flaw::CheckDigits));
        assert_eq!(plusgiro("17609-90"), Err(Flaw::Form { example: "176099-0" }));
        assert!(matches!(plusgiro("0"), Err(Flaw::Length { found: 1, .. })));
        assert!(matches!(plusgiro("123456789"), Err(Flaw::Length { found: 9, .. })));
    }
}
