//! A Serbian account: bank (3 digits), number (13), control (2).
//!
//! Standard: National Bank of Serbia; control = 98 − (the first 16 digits × 100 mod 97). People
//! write it with hyphens and without the zeros on the left of the number.

use crate::{Field, Flaw, Refusal, iso7064};

const LENGTH: usize = 18;
const NUMBER_LENGTH: usize = 13;

/// Returns the 18 digits of an account.
///
/// # Errors
/// [`Flaw::ForeignSign`], [`Flaw::Length`], [`Flaw::Form`], [`Flaw::CheckDigits`].
pub(super) fn account(text: &str) -> Result<String, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Account, flaw);
    let squeezed: String = text.chars().filter(|sign| *sign != ' ').collect();
    let fits = |sign: char| sign.is_ascii_digit() || sign == '-';
    if let Some((at, found)) = squeezed.chars().enumerate().find(|(_, sign)| !fits(*sign)) {
        return Err(refuse(Flaw::ForeignSign { at, found, why: None }));
    }
    let digits = match squeezed.split('-').collect::<Vec<_>>().as_slice() {
        [whole] => (*whole).to_owned(),
        [bank, number, control]
            if bank.len() == 3
                && (1..=NUMBER_LENGTH).contains(&number.len())
                && control.len() == 2 =>
        {
            format!("{bank}{number:0>NUMBER_LENGTH$}{control}")
        }
        _ => return Err(refuse(Flaw::Form { example: "160-123456-54" })),
    };
    if digits.len() != LENGTH {
        return Err(refuse(Flaw::Length { allowed: &[LENGTH], found: digits.len() }));
    }
    match digits.split_at_checked(LENGTH - 2) {
        Some((base, control)) if control == control_of(base) => Ok(digits),
        _ => Err(refuse(Flaw::CheckDigits)),
    }
}

fn control_of(base: &str) -> String {
    format!("{:02}", 98 - iso7064::remainder(base.chars().chain("00".chars())))
}
