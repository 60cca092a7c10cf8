//! Slovenian reference of model 12: `SI12`, up to twelve digits, a control digit.
//!
//! Standard: Bank Association of Slovenia (ZBS), UPN form rules; weights 2, 3, 4 … from the right,
//! modulo 11, where 10 and 11 become 0. Printed with a blank after `SI12`.
//!
//! # What the check promises
//! A wrong digit is caught with two exceptions: the tenth digit from the right has weight 11 and
//! counts for nothing, and two numbers whose controls are 10 and 11 share the control 0. A gift
//! number's own check digit catches both.
//!
//! # Incomplete support
//! The models 00 (free) and 99 (no reference) are not made here.

use super::{ReferenceError, checked, digits, reference, strip_prefix, weighted, within};

const PREFIX: &str = "SI12";
const BASE_LENGTH_MAX: usize = 12;

reference! {
    /// A Slovenian reference of model 12 whose control digit fits, with `SI12` before it.
    Si12
}

impl Si12 {
    /// Makes the reference for a number of 1 to 12 digits.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign or too long.
    pub fn from_base(base: &str) -> Result<Si12, ReferenceError> {
        let base = within(digits(base)?, 1, BASE_LENGTH_MAX)?;
        Ok(Si12::from_checked_base(&base))
    }

    /// The base must be 1 to 12 digits.
    pub(super) fn from_checked_base(base: &str) -> Si12 {
        Si12(format!("{PREFIX}{base}{}", check(base)).into())
    }

    /// Reads a reference with `SI12` before it, in letters of either size.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause. Places count from the first sign after `SI12`.
    pub fn parse(text: &str) -> Result<Si12, ReferenceError> {
        let squeezed: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        if squeezed.is_empty() {
            return Err(ReferenceError::Empty);
        }
        let number =
            strip_prefix(&squeezed, PREFIX).ok_or(ReferenceError::NoPrefix { expected: PREFIX })?;
        let number = match number {
            "" => return Err(ReferenceError::TooShort { needed: 2, found: 0 }),
            number => within(digits(number)?, 2, BASE_LENGTH_MAX + 1)?,
        };
        Ok(Si12(format!("{PREFIX}{}", checked(number, check)?).into()))
    }

    /// Returns what stands between `SI12` and the control digit.
    #[must_use]
    pub fn base(&self) -> &str {
        self.0.get(PREFIX.len()..self.0.len().saturating_sub(1)).unwrap_or_default()
    }

    /// Returns the printed form, with a blank after the model: `SI12 202600424`.
    #[must_use]
    pub fn printed(&self) -> String {
        format!("{PREFIX} {}", self.0.get(PREFIX.len()..).unwrap_or_default())
    }
}

fn check(base: &str) -> u32 {
    match 11 - weighted(base, 2..) % 11 {
        10 | 11 => 0,
        control => control,
    }
}
