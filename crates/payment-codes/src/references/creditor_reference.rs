//! Creditor reference: `RF`, two check digits, up to 21 letters and digits.
//!
//! Standard: ISO 11649:2009. Printed in groups of four.
//!
//! # Quirks
//! Blanks and small letters are tolerated in what people type, hyphens are not.

use std::fmt;

use thiserror::Error;

use crate::iso7064;

const BASE_LENGTH_MAX: usize = 21;

/// A creditor reference whose check digits fit.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CreditorReference(Box<str>);

/// Why a text is not a creditor reference. Places count the signs without blanks, from zero.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CreditorReferenceError {
    /// Nothing but blanks.
    #[error("the reference is empty")]
    Empty,
    /// It does not begin with RF and two digits.
    #[error("a creditor reference begins with RF and two digits")]
    NotRf,
    /// A sign other than A to Z and 0 to 9.
    #[error("{found:?} at place {at} does not belong into a creditor reference")]
    ForeignSign {
        /// Its place.
        at: usize,
        /// The sign.
        found: char,
    },
    /// Nothing stands after the check digits.
    #[error("nothing stands after the check digits")]
    NoBase,
    /// More than 21 signs after the check digits.
    #[error("after the check digits stand at most {BASE_LENGTH_MAX} signs, not {found}")]
    TooLong {
        /// How many signs stand after the check digits.
        found: usize,
    },
    /// The check digits do not fit the rest.
    #[error("the check digits do not fit")]
    CheckDigits,
}

impl CreditorReference {
    /// Makes the reference for a base of 1 to 21 letters and digits.
    ///
    /// # Errors
    /// [`CreditorReferenceError`]: the base is empty, too long or has foreign signs (places count
    /// within the base).
    ///
    /// ```
    /// use groat_payment_codes::CreditorReference;
    /// assert_eq!(CreditorReference::from_base("539007547034")?.grouped(), "RF18 5390 0754 7034");
    /// # Ok::<(), groat_payment_codes::CreditorReferenceError>(())
    /// ```
    pub fn from_base(base: &str) -> Result<CreditorReference, CreditorReferenceError> {
        let base = iso7064::normalised(base);
        if base.is_empty() {
            return Err(CreditorReferenceError::Empty);
        }
        check_base(&base, 0)?;
        Ok(CreditorReference::from_checked_base(&base))
    }

    /// The base must be 1 to 21 capitals and digits.
    pub(crate) fn from_checked_base(base: &str) -> CreditorReference {
        let digits = iso7064::check_digits("RF", base);
        CreditorReference(format!("RF{digits}{base}").into())
    }

    /// Reads a reference as people write it.
    ///
    /// # Errors
    /// [`CreditorReferenceError`], the first cause from the left.
    pub fn parse(text: &str) -> Result<CreditorReference, CreditorReferenceError> {
        let normalised = iso7064::normalised(text);
        if normalised.is_empty() {
            return Err(CreditorReferenceError::Empty);
        }
        let Some((digits, base)) =
            normalised.strip_prefix("RF").and_then(|rest| rest.split_at_checked(2))
        else {
            return Err(CreditorReferenceError::NotRf);
        };
        if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(CreditorReferenceError::NotRf);
        }
        if base.is_empty() {
            return Err(CreditorReferenceError::NoBase);
        }
        check_base(base, 4)?;
        if !iso7064::passes(&normalised) {
            return Err(CreditorReferenceError::CheckDigits);
        }
        Ok(CreditorReference(normalised.into()))
    }

    /// Returns the electronic form without blanks.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns what stands after the check digits.
    #[must_use]
    pub fn base(&self) -> &str {
        self.0.get(4..).unwrap_or_default()
    }

    /// Returns the printed form, in groups of four.
    #[must_use]
    pub fn grouped(&self) -> String {
        iso7064::in_fours(&self.0)
    }
}

fn check_base(base: &str, before: usize) -> Result<(), CreditorReferenceError> {
    let fits = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit();
    if let Some((at, found)) = base.chars().enumerate().find(|(_, sign)| !fits(*sign)) {
        return Err(CreditorReferenceError::ForeignSign { at: at + before, found });
    }
    match base.len() {
        found if found > BASE_LENGTH_MAX => Err(CreditorReferenceError::TooLong { found }),
        _ => Ok(()),
    }
}

impl fmt::Display for CreditorReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for CreditorReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_made_is_read_back(base in "[A-Z0-9]{1,21}") {
            let made = CreditorReference::from_base(&base).unwrap();
            prop_assert_eq!(made.base(), base.as_str());
            prop_assert_eq!(CreditorReference::parse(&made.grouped().to_lowercase()), Ok(made));
        }

        #[test]
        fn a_wrong_sign_of_the_same_kind_is_caught(
            base in "[A-Z0-9]{1,21}",
            place: prop::sample::Index,
            step in 1u8..10,
        ) {
            // Within digits or within letters of one tens group one sign changed is always caught.
            let made = CreditorReference::from_base(&base).unwrap();
            let mut signs: Vec<u8> = made.as_str().bytes().collect();
            let place = 2 + place.index(signs.len() - 2);
            signs[place] = match signs[place] {
                digit @ b'0'..=b'9' => b'0' + (digit - b'0' + step) % 10,
                letter => b'A' + (letter - b'A' + step) % 26,
            };
            let text = String::from_utf8(signs).unwrap();
            prop_assert!(CreditorReference::parse(&text).is_err(), "{text} for {made}");
        }

        #[test]
        fn swapped_neighbours_of_one_kind_are_caught(base in "[A-Z0-9]{1,21}", place: prop::sample::Index) {
            let made = CreditorReference::from_base(&base).unwrap();
            let mut signs: Vec<u8> = made.as_str().bytes().collect();
            let place = 2 + place.index(signs.len() - 3);
            signs.swap(place, place + 1);
            let text = String::from_utf8(signs).unwrap();
            // A letter stands for two digits, so X3 and 3X are one number: kinds must not mix.
            let kinds = text.as_bytes()[place..=place + 1].iter().map(u8::is_ascii_digit);
            if text != made.as_str() && kinds.clone().all(|kind| Some(kind) == kinds.clone().next()) {
                prop_assert!(CreditorReference::parse(&text).is_err(), "{text} for {made}");
            }
        }

        #[test]
        fn any_text_gives_an_answer(text: String) {
            let _ = CreditorReference::parse(&text);
            let _ = CreditorReference::from_base(&text);
        }
    }

    #[test]
    fn each_mistake_is_named() {
        use CreditorReferenceError::*;
        let problem = |text: &str| CreditorReference::parse(text).unwrap_err();
        assert_eq!(problem(""), Empty);
        assert_eq!(problem("RF"), NotRf);
        assert_eq!(problem("RFA1B"), NotRf);
        assert_eq!(problem("RF1é2"), NotRf);
        assert_eq!(problem("RF18"), NoBase);
        assert_eq!(problem("RF18-5390"), ForeignSign { at: 4, found: '-' });
        assert_eq!(problem("RF181234567890123456789012"), TooLong { found: 22 });
        assert_eq!(problem("RF19539007547034"), CheckDigits);
    }
}
