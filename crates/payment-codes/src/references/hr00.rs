//! Croatian reference of model HR00: one to three blocks of up to twelve digits, free.
//!
//! Standard: Croatian Banking Association (HUB), 2D bar code format for HUB3. The slip has the model
//! in a field of its own; printed it stands before the number with a blank.
//!
//! # What the check promises
//! Nothing: there is no check digit. A gift number brings its own.
//!
//! # Incomplete support
//! HR99 is the model for no reference at all. HR01 and the others have control digits, but the
//! published example of HR01 does not follow the rule given for it, so none is made or read.

use super::{ReferenceError, reference, signs, strip_prefix, within};

const MODEL: &str = "HR00";
const BLOCKS_MAX: usize = 3;
const BLOCK_LENGTH_MAX: usize = 12;
const LENGTH_MAX: usize = 22;

reference! {
    /// A Croatian reference of model HR00: the number without the model.
    Hr00
}

impl Hr00 {
    /// The model as it stands in the slip's field.
    pub const MODEL: &str = MODEL;

    /// Makes the reference for digits, parted by at most two hyphens.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign, too long, or blocks that do not fit.
    pub fn from_base(base: &str) -> Result<Hr00, ReferenceError> {
        let read = signs(base, |sign| sign.is_ascii_digit() || sign == '-')?;
        let number = within(read, 1, LENGTH_MAX)?;
        let blocks: Vec<&str> = number.split('-').collect();
        if blocks.len() > BLOCKS_MAX || blocks.contains(&"") {
            return Err(ReferenceError::Blocks { room: BLOCKS_MAX });
        }
        match blocks.iter().map(|block| block.len()).max() {
            Some(found) if found > BLOCK_LENGTH_MAX => {
                Err(ReferenceError::TooLong { room: BLOCK_LENGTH_MAX, found })
            }
            _ => Ok(Hr00::from_checked_base(&number)),
        }
    }

    /// The base must be blocks that fit.
    pub(super) fn from_checked_base(base: &str) -> Hr00 {
        Hr00(base.into())
    }

    /// Reads a reference, with or without its model before it, in letters of either size.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause. Places count from the first sign after the model.
    pub fn parse(text: &str) -> Result<Hr00, ReferenceError> {
        let squeezed: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
        Hr00::from_base(strip_prefix(&squeezed, MODEL).unwrap_or(&squeezed))
    }

    /// Returns the printed form, with the model before it: `HR00 2026-42`.
    #[must_use]
    pub fn printed(&self) -> String {
        format!("{MODEL} {}", self.0)
    }
}
