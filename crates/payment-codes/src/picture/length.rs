//! Lengths on paper, and numbers as pictures write them.

use std::fmt::{self, Write as _};

/// A length on paper in whole micrometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length {
    micrometres: u64,
}

impl Length {
    /// Makes a length of whole millimetres.
    #[must_use]
    pub const fn mm(millimetres: u32) -> Length {
        // A u32 always fits, and `From` is not for constants.
        #[expect(clippy::as_conversions, reason = "a wider number")]
        Length { micrometres: millimetres as u64 * 1000 }
    }

    /// Makes a length of whole micrometres.
    #[must_use]
    pub const fn micrometres(micrometres: u64) -> Length {
        Length { micrometres }
    }

    /// Returns the length in whole micrometres.
    #[must_use]
    pub const fn in_micrometres(self) -> u64 {
        self.micrometres
    }

    /// Returns the length in whole millimetres, rounded up.
    #[must_use]
    pub fn in_mm_rounded_up(self) -> u32 {
        u32::try_from(self.micrometres.div_ceil(1000)).unwrap_or(u32::MAX)
    }

    /// The length times a fraction, rounded up.
    pub(crate) fn times(self, numerator: u64, denominator: u64) -> Length {
        let micrometres = self.micrometres.saturating_mul(numerator).div_ceil(denominator.max(1));
        Length { micrometres }
    }
}

/// In millimetres, without zeros at the end.
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}mm", Fraction(i64::try_from(self.micrometres).unwrap_or(i64::MAX), 1000))
    }
}

/// A fraction, written as a decimal number with at most six decimals: finer than any printer.
pub(crate) struct Fraction(pub(crate) i64, pub(crate) i64);

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fraction(numerator, denominator) = *self;
        let millionths = i128::from(numerator) * 1_000_000 / i128::from(denominator).max(1);
        if millionths < 0 {
            f.write_char('-')?;
        }
        let millionths = millionths.unsigned_abs();
        write!(f, "{}", millionths / 1_000_000)?;
        let decimals = format!("{:06}", millionths % 1_000_000);
        match decimals.trim_end_matches('0') {
            "" => Ok(()),
            decimals => write!(f, ".{decimals}"),
        }
    }
}

/// Adds a whole number; small ones, which a picture is full of, without the formatting machinery.
pub(crate) fn push_number(text: &mut String, number: usize) {
    match u8::try_from(number) {
        Ok(digit @ 0..10) => text.push(char::from(b'0' + digit)),
        Ok(pair @ 10..100) => {
            text.push(char::from(b'0' + pair / 10));
            text.push(char::from(b'0' + pair % 10));
        }
        // Writing into a String cannot fail.
        _ => drop(write!(text, "{number}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_in_millimetres() {
        assert_eq!(Length::mm(46).to_string(), "46mm");
        assert_eq!(Length::micrometres(32_571).to_string(), "32.571mm");
        assert_eq!(Length::micrometres(32_001).in_mm_rounded_up(), 33);
    }

    #[test]
    fn fractions_are_written_without_zeros_at_the_end() {
        for (fraction, text) in
            [(Fraction(1, 3), "0.333333"), (Fraction(-5, 2), "-2.5"), (Fraction(6, 2), "3")]
        {
            assert_eq!(fraction.to_string(), text);
        }
    }
}
