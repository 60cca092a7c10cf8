//! What PayNow finds an account by: a mobile number or the number of an organisation.

use crate::{Field, Flaw, Refusal};

pub(super) const PROXY_LENGTH_MAX: usize = 16;
pub(super) const MOBILE_EXAMPLE: &str = "+6591234567";
pub(super) const UEN_EXAMPLE: &str = "T08SS0123A";

/// The kinds of proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProxyKind {
    Mobile,
    Uen,
}

impl ProxyKind {
    /// Finds a kind by the word of the request.
    ///
    /// # Errors
    /// [`Flaw::NotOneOf`].
    pub(super) fn named(word: &str) -> Result<ProxyKind, Refusal> {
        match word {
            "mobile" => Ok(ProxyKind::Mobile),
            "uen" => Ok(ProxyKind::Uen),
            found => Err(unknown(&["mobile", "uen"], found)),
        }
    }

    /// Finds a kind by the digit of sub-tag 01; `1` was never put to use.
    ///
    /// # Errors
    /// [`Flaw::NotOneOf`].
    pub(super) fn of_digit(digit: &str) -> Result<ProxyKind, Refusal> {
        match digit {
            "0" => Ok(ProxyKind::Mobile),
            "2" => Ok(ProxyKind::Uen),
            found => Err(unknown(&["0", "2"], found)),
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            ProxyKind::Mobile => "mobile",
            ProxyKind::Uen => "uen",
        }
    }

    pub(super) fn digit(self) -> &'static str {
        match self {
            ProxyKind::Mobile => "0",
            ProxyKind::Uen => "2",
        }
    }

    pub(super) fn example(self) -> &'static str {
        match self {
            ProxyKind::Mobile => MOBILE_EXAMPLE,
            ProxyKind::Uen => UEN_EXAMPLE,
        }
    }

    /// Returns a proxy of this kind as the code writes it, from one that was typed: numbers lose
    /// blanks and hyphens, letters become capitals.
    ///
    /// # Errors
    /// [`Flaw::Form`].
    pub(super) fn proxy(self, typed: &str) -> Result<String, Refusal> {
        let (proxy, right) = match self {
            ProxyKind::Mobile => {
                let number: String = typed.chars().filter(|sign| !" -".contains(*sign)).collect();
                let right = number.strip_prefix("+65").is_some_and(|digits| is_digits(digits, 8));
                (number, right)
            }
            ProxyKind::Uen => {
                let number = typed.to_ascii_uppercase();
                let right = is_uen(&number);
                (number, right)
            }
        };
        let wrong = || Refusal::new(Field::Proxy, Flaw::Form { example: self.example() });
        right.then_some(proxy).ok_or_else(wrong)
    }
}

fn unknown(allowed: &'static [&'static str], found: &str) -> Refusal {
    Refusal::new(Field::ProxyType, Flaw::NotOneOf { allowed, found: found.to_owned() })
}

fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Tells whether a text is a unique entity number, alone or with the three signs of a suffix.
fn is_uen(text: &str) -> bool {
    let is_suffix = |suffix: &str| suffix.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match text.len() {
        9 | 10 => is_bare_uen(text),
        12 | 13 => text
            .split_at_checked(text.len().saturating_sub(3))
            .is_some_and(|(number, suffix)| is_bare_uen(number) && is_suffix(suffix)),
        _ => false,
    }
}

/// Businesses have 8 digits and a letter, local companies the year, 5 digits and a letter, all
/// others `T`, `S` or `R`, two digits of the year, two letters of their kind, 4 digits and a letter.
fn is_bare_uen(text: &str) -> bool {
    let classes: String = text
        .chars()
        .map(|sign| match sign {
            '0'..='9' => '9',
            'A'..='Z' => 'A',
            _ => '?',
        })
        .collect();
    match classes.as_str() {
        "99999999A" | "999999999A" => true,
        "A99AA9999A" => text.starts_with(['T', 'S', 'R']),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_organisations_have_three_forms() {
        for right in [
            "53382503B",
            "201403121W",
            "T08SS0123A",
            "S99CC1234K",
            "R00LL0001Z",
            "53382503BABC",
            "201403121WA01",
            "T08SS0123A001",
        ] {
            assert_eq!(ProxyKind::Uen.proxy(right).as_deref(), Ok(right));
        }
        assert_eq!(ProxyKind::Uen.proxy("t08ss0123a").as_deref(), Ok("T08SS0123A"));
        for wrong in [
            "",
            "T08SS012",
            "U08SS0123A",
            "533825031",
            "5338250BB",
            "T08S10123A",
            "201403121W0",
            "53382503B0",
            "53382503B0001",
            "T08SS0123A00",
            "T08SS0123A-01",
            "T08SS 0123A",
            "2014031210",
            "53382503é",
        ] {
            let form = Flaw::Form { example: UEN_EXAMPLE };
            assert_eq!(
                ProxyKind::Uen.proxy(wrong),
                Err(Refusal::new(Field::Proxy, form)),
                "{wrong}"
            );
        }
    }

    #[test]
    fn mobile_numbers_are_singaporean() {
        for typed in ["+6591234567", "+65 9123 4567", "+65-9123-4567"] {
            assert_eq!(ProxyKind::Mobile.proxy(typed).as_deref(), Ok("+6591234567"));
        }
        for wrong in [
            "91234567",
            "6591234567",
            "+6091234567",
            "+659123456",
            "+65912345678",
            "+65 9123 456a",
            "",
        ] {
            assert!(ProxyKind::Mobile.proxy(wrong).is_err(), "{wrong}");
        }
    }
}
