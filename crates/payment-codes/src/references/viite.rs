//! Finnish reference number (viite) and Estonian reference number (viitenumber): weights 7, 3, 1.
//!
//! Standard: Finance Finland, reference numbers in invoicing; the Estonian Banking Association's
//! 7-3-1 method is the same but for the least length. The check digit stands last; the Finnish one
//! is printed in groups of five from the right.
//!
//! # What the check promises
//! Every wrong digit is caught. Neighbours that differ by five may be swapped unnoticed.
//!
//! # Quirks
//! Zeros on the left count for nothing: virtual bar codes and bank files fill up to twenty digits,
//! print leaves them out. They are dropped here too, so that equal references compare equal.

use super::{ReferenceError, checked, digits, in_fives, reference, weighted, within, without_last};

const FINNISH_LEAST: usize = 4;
const ESTONIAN_LEAST: usize = 2;
const LENGTH_MAX: usize = 20;

reference! {
    /// A Finnish reference number whose check digit fits: 4 to 20 digits, no zero on the left.
    Viite
}

reference! {
    /// An Estonian reference number whose check digit fits: 2 to 20 digits, no zero on the left.
    Viitenumber
}

impl Viite {
    /// Makes the reference for a number of 3 to 19 digits.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign, too short or too long.
    pub fn from_base(base: &str) -> Result<Viite, ReferenceError> {
        Ok(Viite::from_checked_base(&own_digits(base, FINNISH_LEAST)?))
    }

    /// The base must be 3 to 19 digits without a zero on the left.
    pub(super) fn from_checked_base(base: &str) -> Viite {
        Viite(format!("{base}{}", check(base)).into())
    }

    /// Reads a reference as it is printed or sent.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause.
    pub fn parse(text: &str) -> Result<Viite, ReferenceError> {
        Ok(Viite(read(text, FINNISH_LEAST)?.into()))
    }

    /// Returns what stands before the check digit.
    #[must_use]
    pub fn base(&self) -> &str {
        without_last(&self.0).0
    }

    /// Returns the printed form, in groups of five from the right.
    #[must_use]
    pub fn printed(&self) -> String {
        in_fives(&self.0)
    }
}

impl Viitenumber {
    /// Makes the reference for a number of 1 to 19 digits.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign, too long, or zeros alone (as too short).
    pub fn from_base(base: &str) -> Result<Viitenumber, ReferenceError> {
        Ok(Viitenumber::from_checked_base(&own_digits(base, ESTONIAN_LEAST)?))
    }

    /// The base must be 1 to 19 digits without a zero on the left.
    pub(super) fn from_checked_base(base: &str) -> Viitenumber {
        Viitenumber(format!("{base}{}", check(base)).into())
    }

    /// Reads a reference as it is printed or sent.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause.
    pub fn parse(text: &str) -> Result<Viitenumber, ReferenceError> {
        Ok(Viitenumber(read(text, ESTONIAN_LEAST)?.into()))
    }

    /// Returns what stands before the check digit.
    #[must_use]
    pub fn base(&self) -> &str {
        without_last(&self.0).0
    }

    /// Returns the printed form, in groups of five from the right, as the Finnish one.
    #[must_use]
    pub fn printed(&self) -> String {
        in_fives(&self.0)
    }
}

fn own_digits(base: &str, least: usize) -> Result<String, ReferenceError> {
    let base = within(digits(base)?, least - 1, LENGTH_MAX - 1)?;
    within(base.trim_start_matches('0').to_owned(), least - 1, LENGTH_MAX - 1)
}

fn read(text: &str, least: usize) -> Result<String, ReferenceError> {
    let number = within(digits(text)?, least, LENGTH_MAX)?;
    checked(within(number.trim_start_matches('0').to_owned(), least, LENGTH_MAX)?, check)
}

fn check(base: &str) -> u32 {
    (10 - weighted(base, [7, 3, 1].into_iter().cycle()) % 10) % 10
}
