//! Business identifier code (BIC) of a bank.
//!
//! Standard: ISO 9362:2022, form only: four signs for the party, two letters for the country, two
//! for the place, and three for the branch or none.
//!
//! # Limits
//! Whether the code was given out is not known here.

use std::fmt;

use thiserror::Error;

/// A BIC of eight or eleven signs, in capitals.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Bic(Box<str>);

/// Why a text is not a BIC.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum BicError {
    /// Nothing but blanks.
    #[error("the BIC is empty")]
    Empty,
    /// Neither eight nor eleven signs.
    #[error("a BIC has 8 or 11 signs, not {found}")]
    WrongLength {
        /// How many signs there are.
        found: usize,
    },
    /// A sign that does not belong at its place, such as a digit among the country's letters.
    #[error("{found:?} at place {at} does not belong into a BIC")]
    ForeignSign {
        /// Its place, from zero.
        at: usize,
        /// The sign.
        found: char,
    },
}

impl Bic {
    /// Reads a BIC; blanks around it are dropped and small letters raised.
    ///
    /// # Errors
    /// [`BicError`], one variant a cause.
    pub fn parse(text: &str) -> Result<Bic, BicError> {
        let normalised = text.trim().to_ascii_uppercase();
        if normalised.is_empty() {
            return Err(BicError::Empty);
        }
        let fits = |at: usize, sign: char| match at {
            4 | 5 => sign.is_ascii_uppercase(),
            _ => sign.is_ascii_uppercase() || sign.is_ascii_digit(),
        };
        let foreign = normalised.chars().enumerate().find(|(at, sign)| !fits(*at, *sign));
        if let Some((at, found)) = foreign {
            return Err(BicError::ForeignSign { at, found });
        }
        match normalised.len() {
            8 | 11 => Ok(Bic(normalised.into())),
            found => Err(BicError::WrongLength { found }),
        }
    }

    /// Returns the code in capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Bic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Bic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_checked_place_by_place() {
        assert_eq!(Bic::parse(" cobadeffxxx ").unwrap().as_str(), "COBADEFFXXX");
        assert_eq!(Bic::parse("ZKBKCHZZ").unwrap().as_str(), "ZKBKCHZZ");
        assert_eq!(Bic::parse(""), Err(BicError::Empty));
        assert_eq!(Bic::parse("COBADEFF_"), Err(BicError::ForeignSign { at: 8, found: '_' }));
        assert_eq!(Bic::parse("COBA1EFF"), Err(BicError::ForeignSign { at: 4, found: '1' }));
        assert_eq!(Bic::parse("COBA DEFF"), Err(BicError::ForeignSign { at: 4, found: ' ' }));
        assert_eq!(Bic::parse("COBADEFFXX"), Err(BicError::WrongLength { found: 10 }));
    }
}
