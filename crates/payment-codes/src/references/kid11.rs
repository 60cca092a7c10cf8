//! Norwegian KID of modulo 11: digits and a check digit, weights 2 to 7 from the right.
//!
//! Standard: Nets, KID, modulo 11.
//!
//! # What the check promises
//! Every wrong digit and every swap of neighbours is caught.
//!
//! # Incomplete support
//! One number in eleven has no check digit; the standard writes a hyphen there. Such a number is
//! neither made nor read: keyboards for payments have no hyphen, so its serial is skipped.
//!
//! # Limits
//! 2 to 25 digits in all. Zeros on the left belong to the number and are kept.

use super::luhn::{LENGTH_MAX, LENGTH_MIN};
use super::{ReferenceError, digits, reference, weighted, within, without_last};

reference! {
    /// A KID of modulo 11 whose check digit fits.
    Kid11
}

impl Kid11 {
    /// Makes the KID for a number of 1 to 24 digits.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign, too long, or a number that has no check digit.
    ///
    /// ```
    /// use groat_payment_codes::{Kid11, ReferenceError};
    /// assert_eq!(Kid11::from_base("1234567890")?.as_str(), "12345678903");
    /// assert_eq!(Kid11::from_base("6"), Err(ReferenceError::NoCheckDigit));
    /// # Ok::<(), ReferenceError>(())
    /// ```
    pub fn from_base(base: &str) -> Result<Kid11, ReferenceError> {
        let base = within(digits(base)?, LENGTH_MIN - 1, LENGTH_MAX - 1)?;
        let check = check(&base).ok_or(ReferenceError::NoCheckDigit)?;
        Ok(Kid11(format!("{base}{check}").into()))
    }

    /// Reads a KID.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause.
    pub fn parse(text: &str) -> Result<Kid11, ReferenceError> {
        let number = match text.trim_end().strip_suffix('-') {
            Some(base) if check(&digits(base)?).is_none() => {
                return Err(ReferenceError::NoCheckDigit);
            }
            _ => within(digits(text)?, LENGTH_MIN, LENGTH_MAX)?,
        };
        let (base, last) = without_last(&number);
        match check(base) {
            Some(check) if last.parse() == Ok(check) => Ok(Kid11(number.into())),
            _ => Err(ReferenceError::CheckDigits),
        }
    }

    /// Returns what stands before the check digit.
    #[must_use]
    pub fn base(&self) -> &str {
        without_last(&self.0).0
    }
}

fn check(base: &str) -> Option<u32> {
    match weighted(base, (2..=7).cycle()) % 11 {
        0 => Some(0),
        1 => None,
        rest => Some(11 - rest),
    }
}
