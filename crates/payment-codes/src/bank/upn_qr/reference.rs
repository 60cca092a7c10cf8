//! The payee's reference on a slip: `SI`, two digits of the model and a number, or a creditor
//! reference of ISO 11649.
//!
//! Standard: Bank Association of Slovenia (ZBS), rules for standardised references. Model 00 is
//! free: up to 20 digits, parted by at most two hyphens. Model 12 has a control digit. Model 99
//! stands for no reference.

use crate::bank::slip::put_normal;
use crate::{CreditorReference, Field, Flaw, Oddity, Reading, ReferenceError, Refusal, Si12};

const LENGTH_MAX: usize = 26;
const NO_REFERENCE: &str = "SI99";
const FREE: &str = "SI00";
const FREE_DIGITS_MAX: usize = 20;
const FREE_BLOCKS_MAX: usize = 3;
const MODELS: &[&str] = &["SI00", "SI12", "SI99", "RF"];

/// Returns the reference as it is written; `SI99` where there is none.
///
/// # Errors
/// [`Flaw::NotOneOf`] for a model that is not written, and the flaws of each model.
pub(super) fn written(reference: Option<&str>) -> Result<String, Refusal> {
    let Some(reference) = reference else { return Ok(NO_REFERENCE.to_owned()) };
    let normal = normal(reference);
    let checked = checked(&normal).map_err(|flaw| Refusal::new(Field::Reference, flaw))?;
    checked.ok_or_else(|| {
        let found = normal.chars().take(FREE.len()).collect();
        Refusal::new(Field::Reference, Flaw::NotOneOf { allowed: MODELS, found })
    })
}

/// Puts a reference that was read; models that are not written are kept as they are.
///
/// # Errors
/// [`Flaw::Reference`] and [`Flaw::CreditorReference`]: banks refuse such a payment.
pub(super) fn put_reference(line: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let checked = checked(&normal(line)).map_err(|flaw| Refusal::new(Field::Reference, flaw))?;
    match checked {
        Some(reference) => put_normal(reading, Field::Reference, line, &reference),
        None => {
            reading.put_text(Field::Reference, line, LENGTH_MAX);
            reading.find(Field::Reference, Oddity::ReferenceUnknown);
        }
    }
    Ok(())
}

fn normal(reference: &str) -> String {
    let signs = reference.chars().filter(|sign| !sign.is_whitespace());
    signs.map(|sign| sign.to_ascii_uppercase()).collect()
}

/// Checks a reference of a model that is known; none where it is of another one.
fn checked(normal: &str) -> Result<Option<String>, Flaw> {
    if normal.starts_with("RF") {
        return Ok(Some(CreditorReference::parse(normal)?.to_string()));
    }
    match normal.split_at_checked(FREE.len()) {
        Some(("SI12", _)) => Ok(Some(Si12::parse(normal)?.to_string())),
        Some((FREE, number)) => {
            free(number)?;
            Ok(Some(normal.to_owned()))
        }
        Some((NO_REFERENCE, "")) => Ok(Some(normal.to_owned())),
        Some((NO_REFERENCE, number)) => {
            Err(ReferenceError::TooLong { room: 0, found: number.len() }.into())
        }
        _ => Ok(None),
    }
}

/// Checks what follows `SI00`.
fn free(number: &str) -> Result<(), ReferenceError> {
    let fits = |sign: char| sign.is_ascii_digit() || sign == '-';
    if let Some((at, found)) = number.chars().enumerate().find(|(_, sign)| !fits(*sign)) {
        return Err(ReferenceError::ForeignSign { at, found });
    }
    if number.is_empty() {
        return Err(ReferenceError::TooShort { needed: 1, found: 0 });
    }
    let blocks: Vec<&str> = number.split('-').collect();
    if blocks.len() > FREE_BLOCKS_MAX || blocks.contains(&"") {
        return Err(ReferenceError::Blocks { room: FREE_BLOCKS_MAX });
    }
    match number.len() + 1 - blocks.len() {
        found if found > FREE_DIGITS_MAX => {
            Err(ReferenceError::TooLong { room: FREE_DIGITS_MAX, found })
        }
        _ => Ok(()),
    }
}
