//! Swiss QR reference (QRR): 26 digits and a check digit.
//!
//! Standard: SIX, Swiss Implementation Guidelines QR-bill, annex B (modulo 10 recursive). Belongs
//! to a QR-IBAN. Printed as two digits and five groups of five.
//!
//! # What the check promises
//! Every wrong digit is caught. Of swapped neighbours some are not.
//!
//! # Quirks
//! Some banks fix the first digits, to tell their customers apart ([`Qrr::with_prefix`]). Zeros on
//! the left belong to it, but spreadsheets and some statements lose them: `GiftNumber::from_reference`
//! puts them back. All zeros are refused, as payees' software refuses them.

use super::{ReferenceError, checked, digits, in_fives, reference, within, without_last};

const BASE_LENGTH: usize = 26;
const LENGTH: usize = BASE_LENGTH + 1;

reference! {
    /// A Swiss QR reference whose check digit fits: 27 digits.
    Qrr
}

impl Qrr {
    /// Makes the reference for a number of at most 26 digits; zeros fill it up on the left.
    ///
    /// # Errors
    /// [`ReferenceError`]: empty, a foreign sign, too long, or zeros alone.
    ///
    /// ```
    /// use groat_payment_codes::Qrr;
    /// let reference = Qrr::from_base("20260042")?;
    /// assert_eq!(reference.printed(), "00 00000 00000 00000 02026 00427");
    /// # Ok::<(), groat_payment_codes::ReferenceError>(())
    /// ```
    pub fn from_base(base: &str) -> Result<Qrr, ReferenceError> {
        Qrr::with_prefix("", base)
    }

    /// Makes the reference for a number behind the digits that the payee's bank fixed.
    ///
    /// # Errors
    /// [`ReferenceError`]: an empty base, a foreign sign, prefix and base too long together, or
    /// zeros alone.
    pub fn with_prefix(prefix: &str, base: &str) -> Result<Qrr, ReferenceError> {
        let base = digits(base)?;
        let prefix = match digits(prefix) {
            Err(ReferenceError::Empty) => String::new(),
            read => read?,
        };
        let room = BASE_LENGTH.saturating_sub(prefix.len());
        let base = within(base, 0, room)?;
        let filled = format!("{prefix}{base:0>room$}");
        match filled.bytes().all(|digit| digit == b'0') {
            true => Err(ReferenceError::Zero),
            false => Ok(Qrr::from_checked_base(&filled)),
        }
    }

    /// The base must be 1 to 26 digits, not all of them zeros.
    pub(super) fn from_checked_base(base: &str) -> Qrr {
        // Zeros on the left leave the carry at zero, so they need not be there for the check.
        Qrr(format!("{base:0>BASE_LENGTH$}{}", check(base)).into())
    }

    /// Reads a reference as it is printed or sent, with or without blanks.
    ///
    /// # Errors
    /// [`ReferenceError`], one variant a cause.
    pub fn parse(text: &str) -> Result<Qrr, ReferenceError> {
        let number = within(digits(text)?, LENGTH, LENGTH)?;
        if number.bytes().all(|digit| digit == b'0') {
            return Err(ReferenceError::Zero);
        }
        Ok(Qrr(checked(number, check)?.into()))
    }

    /// Returns the 26 digits before the check digit.
    #[must_use]
    pub fn base(&self) -> &str {
        without_last(&self.0).0
    }

    /// Returns the printed form: two digits and five groups of five.
    #[must_use]
    pub fn printed(&self) -> String {
        in_fives(&self.0)
    }
}

fn check(base: &str) -> u32 {
    const TABLE: [u32; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let carried = base.chars().filter_map(|sign| sign.to_digit(10)).fold(0, |carry, digit| {
        let place = usize::try_from((carry + digit) % 10).unwrap_or(0);
        TABLE.get(place).copied().unwrap_or(0)
    });
    (10 - carried) % 10
}
