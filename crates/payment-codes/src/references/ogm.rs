//! Belgian structured communication (OGM/VCS): ten digits and two check digits.
//!
//! Standard: Febelfin, structured communication; check = number mod 97, written 97 where that is 0.
//! Printed `+++123/4567/89002+++`, electronically the twelve digits alone.
//!
//! # Limits
//! The slashes and signs of the printed form may be left out, but only digits, blanks, `+`, `*` and
//! `/` are read.

use std::fmt;

use thiserror::Error;

/// A structured communication whose check digits fit.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Ogm(Box<str>);

/// Why a text is not a structured communication.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum OgmError {
    /// A sign that neither form has; its place counts every sign of the text, from zero.
    #[error("{found:?} at place {at} does not belong into a structured communication")]
    ForeignSign {
        /// Its place.
        at: usize,
        /// The sign.
        found: char,
    },
    /// Not as many digits as needed.
    #[error("{expected} digits are needed, not {found}")]
    WrongLength {
        /// Ten for a base, twelve for the whole.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The last two digits do not fit the first ten.
    #[error("the check digits do not fit")]
    CheckDigits,
}

impl Ogm {
    /// Makes the communication for a base of ten digits.
    ///
    /// # Errors
    /// [`OgmError::ForeignSign`], [`OgmError::WrongLength`].
    pub fn from_base(base: &str) -> Result<Ogm, OgmError> {
        let digits = digits(base)?;
        match digits.len() {
            10 => Ok(Ogm::from_checked_base(&digits)),
            found => Err(OgmError::WrongLength { expected: 10, found }),
        }
    }

    /// The base must be ten digits.
    pub(super) fn from_checked_base(base: &str) -> Ogm {
        Ogm(format!("{base}{:02}", check(base)).into())
    }

    /// Reads the printed or the electronic form.
    ///
    /// # Errors
    /// [`OgmError`], one variant a cause.
    pub fn parse(text: &str) -> Result<Ogm, OgmError> {
        let digits = digits(text)?;
        let found = digits.len();
        let Some((base, given)) = digits.split_at_checked(10).filter(|_| found == 12) else {
            return Err(OgmError::WrongLength { expected: 12, found });
        };
        if given.parse() != Ok(check(base)) {
            return Err(OgmError::CheckDigits);
        }
        Ok(Ogm(digits.into()))
    }

    /// Returns the twelve digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the ten digits before the check digits.
    #[must_use]
    pub fn base(&self) -> &str {
        self.0.get(..10).unwrap_or_default()
    }

    /// Returns the printed form: `+++123/4567/89002+++`.
    #[must_use]
    pub fn printed(&self) -> String {
        let part = |range| self.0.get(range).unwrap_or_default();
        format!("+++{}/{}/{}+++", part(0..3), part(3..7), part(7..12))
    }
}

fn digits(text: &str) -> Result<String, OgmError> {
    let skipped = |sign: &char| sign.is_whitespace() || matches!(sign, '+' | '*' | '/');
    let digits = text.chars().enumerate().filter(|(_, sign)| !skipped(sign));
    digits
        .map(|(at, found)| match found {
            '0'..='9' => Ok(found),
            _ => Err(OgmError::ForeignSign { at, found }),
        })
        .collect()
}

fn check(base: &str) -> u64 {
    match base.parse::<u64>().map_or(0, |number| number % 97) {
        0 => 97,
        rest => rest,
    }
}

impl fmt::Display for Ogm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Ogm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.printed())
    }
}
