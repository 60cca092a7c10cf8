//! Swedish OCR number and Norwegian KID of modulo 10: digits and a check digit after Luhn.
//!
//! Standard: Bankgirot, OCR reference control; Nets, KID modulo 10; the digit after ISO/IEC 7812-1,
//! annex B. An OCR number may carry a length digit before the check digit: the last digit of its
//! whole length. Which control holds is agreed with the bank.
//!
//! # What the check promises
//! Every wrong digit is caught, and every swap of neighbours but that of 0 and 9.
//!
//! # Limits
//! 2 to 25 digits in all. Zeros on the left belong to the number and are kept.

use super::{ReferenceError, checked, digits, reference, within, without_last};

pub(super) const LENGTH_MIN: usize = 2;
pub(super) const LENGTH_MAX: usize = 25;

reference! {
    /// An OCR number or a KID of modulo 10 whose check digit fits.
    LuhnReference
}

impl LuhnReference {
    /// Makes the reference for a number of 1 to 24 digits.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign or too long.
    pub fn from_base(base: &str) -> Result<LuhnReference, ReferenceError> {
        let base = within(digits(base)?, LENGTH_MIN - 1, LENGTH_MAX - 1)?;
        Ok(LuhnReference::from_checked_base(&base))
    }

    /// Makes the reference with a length digit, for a number of 1 to 23 digits.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign or too long.
    ///
    /// ```
    /// use groat_payment_codes::LuhnReference;
    /// assert_eq!(LuhnReference::from_base_with_length("1234")?.as_str(), "123463");
    /// # Ok::<(), groat_payment_codes::ReferenceError>(())
    /// ```
    pub fn from_base_with_length(base: &str) -> Result<LuhnReference, ReferenceError> {
        let base = within(digits(base)?, 1, LENGTH_MAX - 2)?;
        Ok(LuhnReference::from_checked_base_with_length(&base))
    }

    /// The base must be 1 to 24 digits.
    pub(super) fn from_checked_base(base: &str) -> LuhnReference {
        LuhnReference(format!("{base}{}", check(base)).into())
    }

    /// The base must be 1 to 23 digits.
    pub(super) fn from_checked_base_with_length(base: &str) -> LuhnReference {
        LuhnReference::from_checked_base(&format!("{base}{}", (base.len() + 2) % 10))
    }

    /// Reads a reference, whether or not it has a length digit.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause.
    pub fn parse(text: &str) -> Result<LuhnReference, ReferenceError> {
        let number = within(digits(text)?, LENGTH_MIN, LENGTH_MAX)?;
        Ok(LuhnReference(checked(number, check)?.into()))
    }

    /// Reads a reference that must have a length digit.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause.
    pub fn parse_with_length(text: &str) -> Result<LuhnReference, ReferenceError> {
        let read = LuhnReference::parse(text)?;
        within(read.0.to_string(), LENGTH_MIN + 1, LENGTH_MAX)?;
        match read.base_before_length() {
            Some(_) => Ok(read),
            None => Err(ReferenceError::LengthDigit),
        }
    }

    /// Returns what stands before the check digit, a length digit included.
    #[must_use]
    pub fn base(&self) -> &str {
        without_last(&self.0).0
    }

    /// Returns what stands before the length digit, if the digit at its place can be one.
    #[must_use]
    pub fn base_before_length(&self) -> Option<&str> {
        let (base, length) = without_last(self.base());
        (!base.is_empty() && length.parse() == Ok(self.0.len() % 10)).then_some(base)
    }
}

fn check(base: &str) -> u32 {
    let digits = base.chars().rev().filter_map(|sign| sign.to_digit(10)).enumerate();
    let sum: u32 = digits
        .map(|(place, digit)| match (place % 2, digit) {
            (0, 0..=4) => digit * 2,
            (0, _) => digit * 2 - 9,
            _ => digit,
        })
        .sum();
    (10 - sum % 10) % 10
}
