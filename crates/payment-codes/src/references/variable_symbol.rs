//! Czech and Slovak variable symbol: up to ten digits.
//!
//! Standard: Czech Banking Association, format for sharing payment data, X-VS. Slovak banks have the
//! same. Zero means none.
//!
//! # What the check promises
//! Nothing: there is no check digit. A gift number brings its own.
//!
//! # Quirks
//! Some banks fill up with zeros on the left, some drop them, so they are dropped here. More than
//! ten digits as typed are refused, even if they are zeros. Letters `VS` before it are read past.

use super::{ReferenceError, digits, reference, strip_prefix, within};

const LENGTH_MAX: usize = 10;

reference! {
    /// A variable symbol: one to ten digits, no zero on the left.
    VariableSymbol
}

impl VariableSymbol {
    /// Makes the symbol for a number of 1 to 10 digits.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign, too long, or zeros alone.
    pub fn from_base(base: &str) -> Result<VariableSymbol, ReferenceError> {
        let number = within(digits(base)?, 1, LENGTH_MAX)?;
        match number.trim_start_matches('0') {
            "" => Err(ReferenceError::Zero),
            number => Ok(VariableSymbol::from_checked_base(number)),
        }
    }

    /// The base must be 1 to 10 digits without a zero on the left.
    pub(super) fn from_checked_base(base: &str) -> VariableSymbol {
        VariableSymbol(base.into())
    }

    /// Reads a symbol, with or without `VS` or `VS:` before it, in letters of either size.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause. Places count from the first sign after `VS:`.
    pub fn parse(text: &str) -> Result<VariableSymbol, ReferenceError> {
        let squeezed: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        let number = strip_prefix(&squeezed, "VS").unwrap_or(&squeezed);
        let with_mark = number.len() < squeezed.len();
        let number = number.strip_prefix(':').filter(|_| with_mark).unwrap_or(number);
        VariableSymbol::from_base(number)
    }
}
