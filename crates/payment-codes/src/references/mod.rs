//! References with check digits: one file per national scheme, and how each carries a gift number.
//!
//! Each type holds the electronic form, without blanks; only `from_base` and `parse` make one.

use thiserror::Error;

mod carrying;
mod creditor_reference;
mod hr00;
mod kid11;
mod luhn;
mod model97;
mod ogm;
mod qrr;
mod si12;
mod variable_symbol;
mod viite;

pub use carrying::ReferenceScheme;
pub use creditor_reference::{CreditorReference, CreditorReferenceError};
pub use hr00::Hr00;
pub use kid11::Kid11;
pub use luhn::LuhnReference;
pub use model97::Model97;
pub use ogm::{Ogm, OgmError};
pub use qrr::Qrr;
pub use si12::Si12;
pub use variable_symbol::VariableSymbol;
pub use viite::{Viite, Viitenumber};

/// Why a text is not a reference of a national scheme. Places count the signs without blanks, from
/// zero, and in a base from the first sign of the base.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReferenceError {
    /// Nothing but blanks.
    #[error("the reference is empty")]
    Empty,
    /// It does not begin as its scheme demands.
    #[error("the reference begins with {expected}")]
    NoPrefix {
        /// The letters and digits it begins with.
        expected: &'static str,
    },
    /// A sign that the scheme does not have.
    #[error("{found:?} at place {at} does not belong into the reference")]
    ForeignSign {
        /// Its place.
        at: usize,
        /// The sign.
        found: char,
    },
    /// Fewer signs than the scheme needs.
    #[error("at least {needed} signs are needed, not {found}")]
    TooShort {
        /// How many there must be at least.
        needed: usize,
        /// How many there are.
        found: usize,
    },
    /// More signs than the scheme has room for.
    #[error("there is room for {room} signs, not {found}")]
    TooLong {
        /// How many there may be.
        room: usize,
        /// How many there are.
        found: usize,
    },
    /// Hyphens part the number into more blocks than the scheme has, or into empty ones.
    #[error("hyphens part the number into one to {room} blocks, none of them empty")]
    Blocks {
        /// How many blocks there may be.
        room: usize,
    },
    /// Zeros alone, which stand for no reference.
    #[error("zeros alone stand for no reference")]
    Zero,
    /// The digit before the check digit is not the last digit of the length.
    #[error("the length digit does not fit")]
    LengthDigit,
    /// The check digit or digits do not fit the rest.
    #[error("the check digits do not fit")]
    CheckDigits,
    /// The scheme has no check digit for this number, which must not be used.
    #[error("no check digit exists for this number")]
    NoCheckDigit,
}

/// A reference kept in its electronic form.
macro_rules! reference {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// Returns the electronic form, without blanks.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}
use reference;

/// Reads digits, past blanks between them.
fn digits(text: &str) -> Result<String, ReferenceError> {
    signs(text, |sign| sign.is_ascii_digit())
}

/// Reads the signs a scheme has, past blanks between them.
fn signs(text: &str, known: fn(char) -> bool) -> Result<String, ReferenceError> {
    let signs = text.chars().filter(|sign| !sign.is_whitespace()).enumerate();
    let read: String = signs
        .map(|(at, found)| match known(found) {
            true => Ok(found),
            false => Err(ReferenceError::ForeignSign { at, found }),
        })
        .collect::<Result<_, _>>()?;
    if read.is_empty() { Err(ReferenceError::Empty) } else { Ok(read) }
}

/// Passes a number on that is neither too short nor too long.
fn within(number: String, needed: usize, room: usize) -> Result<String, ReferenceError> {
    match number.len() {
        found if found < needed => Err(ReferenceError::TooShort { needed, found }),
        found if found > room => Err(ReferenceError::TooLong { room, found }),
        _ => Ok(number),
    }
}

/// Parts a number whose last sign is its check digit.
fn without_last(number: &str) -> (&str, &str) {
    number.split_at_checked(number.len().saturating_sub(1)).unwrap_or((number, ""))
}

/// Passes a number on whose last digit is the one that belongs to the rest.
fn checked(number: String, check: fn(&str) -> u32) -> Result<String, ReferenceError> {
    let (base, last) = without_last(&number);
    match last.parse() == Ok(check(base)) {
        true => Ok(number),
        false => Err(ReferenceError::CheckDigits),
    }
}

/// Adds up the digits from the right, each times its weight.
fn weighted(base: &str, weights: impl Iterator<Item = u32>) -> u32 {
    let digits = base.chars().rev().filter_map(|sign| sign.to_digit(10));
    digits.zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// Parts digits into groups of five, counted from the right.
fn in_fives(number: &str) -> String {
    let mut grouped = String::with_capacity(number.len() + number.len() / 5);
    for (place, sign) in number.chars().enumerate() {
        if place > 0 && (number.len() - place).is_multiple_of(5) {
            grouped.push(' ');
        }
        grouped.push(sign);
    }
    grouped
}

/// Takes a prefix off, whatever the size of its letters.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}
