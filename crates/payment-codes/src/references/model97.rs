//! Serbian reference of model 97: `97`, two control digits, a number of digits, capitals, hyphens.
//!
//! Standard: National Bank of Serbia, IPS QR recommendations, tag RO, and the rules for payment
//! orders; control = 98 − (number × 100 mod 97), letters A = 10 to Z = 35, hyphens skipped. Printed
//! with blanks after model and control.
//!
//! # What the check promises
//! Every wrong digit and every swap of neighbouring digits is caught.
//!
//! # Limits
//! The tag holds 35 signs, so the number at most 31.

use super::{ReferenceError, reference, signs, within};
use crate::iso7064;

const MODEL: &str = "97";
/// The model and the control digits.
const HEAD_LENGTH: usize = 4;
const LENGTH_MAX: usize = 35;

reference! {
    /// A Serbian reference of model 97 whose control digits fit, with `97` before it.
    Model97
}

impl Model97 {
    /// Makes the reference for a number of 1 to 31 digits, letters and hyphens.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign, too long, or hyphens alone.
    pub fn from_base(base: &str) -> Result<Model97, ReferenceError> {
        let base = within(read(base)?, 1, LENGTH_MAX - HEAD_LENGTH)?;
        has_number(&base)?;
        Ok(Model97::from_checked_base(&base))
    }

    /// The base must be 1 to 31 digits, capitals and hyphens.
    pub(super) fn from_checked_base(base: &str) -> Model97 {
        Model97(format!("{MODEL}{}{base}", control(base)).into())
    }

    /// Reads a reference with its model before it, in letters of either size.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause.
    pub fn parse(text: &str) -> Result<Model97, ReferenceError> {
        let whole = read(text)?;
        let Some(rest) = whole.strip_prefix(MODEL) else {
            return Err(ReferenceError::NoPrefix { expected: MODEL });
        };
        let whole = within(whole.clone(), HEAD_LENGTH + 1, LENGTH_MAX)?;
        let (given, base) = rest.split_at_checked(2).unwrap_or((rest, ""));
        has_number(base)?;
        match given == control(base) {
            true => Ok(Model97(whole.into())),
            false => Err(ReferenceError::CheckDigits),
        }
    }

    /// Returns what stands after the control digits.
    #[must_use]
    pub fn base(&self) -> &str {
        self.0.get(HEAD_LENGTH..).unwrap_or_default()
    }

    /// Returns the printed form, with blanks after model and control: `97 75 20260042`.
    #[must_use]
    pub fn printed(&self) -> String {
        let control = self.0.get(MODEL.len()..HEAD_LENGTH).unwrap_or_default();
        format!("{MODEL} {control} {}", self.base())
    }
}

fn read(text: &str) -> Result<String, ReferenceError> {
    signs(text, |sign| sign.is_ascii_alphanumeric() || sign == '-')
        .map(|read| read.to_ascii_uppercase())
}

fn has_number(base: &str) -> Result<(), ReferenceError> {
    match base.bytes().any(|sign| sign != b'-') {
        true => Ok(()),
        false => Err(ReferenceError::TooShort { needed: 1, found: 0 }),
    }
}

fn control(base: &str) -> String {
    // A hyphen is no digit of base 36, so the remainder passes over it.
    format!("{:02}", 98 - iso7064::remainder(base.chars().chain("00".chars())))
}
