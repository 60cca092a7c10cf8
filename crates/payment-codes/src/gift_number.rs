//! Gift number: ten digits that name one ask of one desk.
//!
//! A house standard: desk (four digits, 1000 to 9999), serial (five digits), check digit after
//! Damm (the quasigroup of order ten in H. M. Damm's dissertation, 2004), which catches every
//! single wrong digit and every swap of neighbours. The k-th serial of a desk is k × 61803 mod
//! 100000, so that neighbours in time differ in many digits.
//!
//! # Limits
//! A desk has 100,000 numbers. Which of them are given out is the journal's to know.

use std::fmt;

use thiserror::Error;

use crate::CreditorReference;

/// How many gift numbers one desk number yields.
pub const SERIALS_PER_DESK: u32 = 100_000;

/// Shares no factor with [`SERIALS_PER_DESK`], so every serial comes up once.
const SERIAL_STEP: u64 = 61_803;

/// The four digits of a desk: 1000 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeskNumber(u16);

/// The number is not one of 1000 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{found} is not a desk number: they run from 1000 to 9999")]
pub struct DeskNumberError {
    /// The number as it was given.
    pub found: u16,
}

/// A gift number whose check digit fits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GiftNumber {
    desk: DeskNumber,
    serial: u32,
}

/// Why a text is not a gift number. Places count the signs without blanks and hyphens, from zero.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum GiftNumberError {
    /// Nothing but blanks and hyphens.
    #[error("the gift number is empty")]
    Empty,
    /// A sign other than a digit.
    #[error("{found:?} at place {at} does not belong into a gift number")]
    ForeignSign {
        /// Its place.
        at: usize,
        /// The sign.
        found: char,
    },
    /// Not ten digits.
    #[error("a gift number has ten digits, not {found}")]
    WrongLength {
        /// How many digits there are.
        found: usize,
    },
    /// It begins with zero, as no desk does.
    #[error("a gift number does not begin with zero")]
    NoDesk,
    /// The check digit does not fit: a digit is wrong or two are swapped.
    #[error("the check digit does not fit")]
    CheckDigit,
}

impl DeskNumber {
    /// Takes a number from 1000 to 9999.
    ///
    /// # Errors
    /// [`DeskNumberError`] for every other number.
    pub fn new(number: u16) -> Result<DeskNumber, DeskNumberError> {
        match number {
            1000..=9999 => Ok(DeskNumber(number)),
            found => Err(DeskNumberError { found }),
        }
    }

    /// Returns the four digits as a number.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for DeskNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl GiftNumber {
    /// Makes the k-th number of a desk; counting wraps round after [`SERIALS_PER_DESK`].
    ///
    /// ```
    /// use groat_payment_codes::{DeskNumber, GiftNumber};
    /// let number = GiftNumber::of(DeskNumber::new(1042)?, 1);
    /// assert_eq!(number.grouped(), "1042 618 037");
    /// # Ok::<(), groat_payment_codes::DeskNumberError>(())
    /// ```
    #[must_use]
    pub fn of(desk: DeskNumber, k: u32) -> GiftNumber {
        let scattered = u64::from(k) * SERIAL_STEP % u64::from(SERIALS_PER_DESK);
        // The remainder is below 100,000, so the conversion never falls back.
        GiftNumber { desk, serial: u32::try_from(scattered).unwrap_or(0) }
    }

    /// Reads ten digits; blanks and hyphens between them are dropped.
    ///
    /// # Errors
    /// [`GiftNumberError`], one variant a cause.
    pub fn parse(text: &str) -> Result<GiftNumber, GiftNumberError> {
        let signs = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-');
        let mut digits: Vec<u32> = Vec::with_capacity(10);
        for (at, found) in signs.enumerate() {
            digits.push(found.to_digit(10).ok_or(GiftNumberError::ForeignSign { at, found })?);
        }
        GiftNumber::from_digits(&digits)
    }

    fn from_digits(digits: &[u32]) -> Result<GiftNumber, GiftNumberError> {
        match digits.len() {
            0 => return Err(GiftNumberError::Empty),
            10 => {}
            found => return Err(GiftNumberError::WrongLength { found }),
        }
        if damm(digits.iter().copied()) != 0 {
            return Err(GiftNumberError::CheckDigit);
        }
        let number = |part: &[u32]| part.iter().fold(0, |number, digit| number * 10 + digit);
        let (desk, rest) = digits.split_at(4);
        let desk = u16::try_from(number(desk)).ok().and_then(|desk| DeskNumber::new(desk).ok());
        let serial = number(rest) / 10;
        desk.map(|desk| GiftNumber { desk, serial }).ok_or(GiftNumberError::NoDesk)
    }

    /// Finds a gift number in the remittance information of a payment.
    ///
    /// The creditor reference form comes first, then the first ten digits that stand together
    /// (blanks and hyphens between them allowed, no eleventh digit beside them) and pass the check.
    /// One in ten strange runs of ten digits passes too: that a number was given out is checked
    /// where numbers are kept.
    #[must_use]
    pub fn from_remittance(text: &str) -> Option<GiftNumber> {
        let signs: Vec<char> = text.chars().collect();
        let starts =
            || (0..signs.len()).filter_map(|start| signs.get(start..).map(|at| (start, at)));
        let in_reference = starts().find_map(|(_, at)| {
            let reference: String = gather(at, 14, |sign| sign.is_ascii_alphanumeric())?;
            let reference = CreditorReference::parse(&reference).ok()?;
            GiftNumber::parse(reference.base()).ok()
        });
        in_reference.or_else(|| {
            starts().find_map(|(start, at)| {
                let before = start.checked_sub(1).and_then(|before| signs.get(before));
                let digits = gather(at, 10, |sign| sign.is_ascii_digit())?;
                let begins = !before.is_some_and(char::is_ascii_digit);
                begins.then(|| GiftNumber::parse(&digits).ok()).flatten()
            })
        })
    }

    /// Returns the desk that gave it out.
    #[must_use]
    pub fn desk(self) -> DeskNumber {
        self.desk
    }

    /// Returns the ten digits.
    #[must_use]
    pub fn digits(self) -> String {
        self.to_string()
    }

    /// Returns the form people read aloud: "1042 618 037".
    #[must_use]
    pub fn grouped(self) -> String {
        let (desk, serial) = (self.desk, self.serial);
        let (head, tail) = (serial / 100, serial % 100);
        format!("{desk} {head:03} {tail:02}{}", self.check_digit())
    }

    /// Returns the creditor reference that carries it: RF, two check digits, the ten digits.
    #[must_use]
    pub fn to_creditor_reference(self) -> CreditorReference {
        CreditorReference::from_checked_base(&self.to_string())
    }

    fn check_digit(self) -> u32 {
        let number = u64::from(self.desk.0) * u64::from(SERIALS_PER_DESK) + u64::from(self.serial);
        damm(number.to_string().chars().filter_map(|digit| digit.to_digit(10)))
    }
}

impl fmt::Display for GiftNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:05}{}", self.desk, self.serial, self.check_digit())
    }
}

impl fmt::Debug for GiftNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Gathers so many wanted signs from the start, past blanks and hyphens between them, unless one
/// more wanted sign follows at once.
fn gather(signs: &[char], count: usize, wanted: fn(&char) -> bool) -> Option<String> {
    if !signs.first().is_some_and(wanted) {
        return None;
    }
    let mut gathered = String::with_capacity(count);
    for sign in signs {
        if gathered.len() == count {
            return (!wanted(sign)).then_some(gathered);
        }
        if wanted(sign) {
            gathered.push(*sign);
        } else if !matches!(sign, ' ' | '\u{a0}' | '-') {
            return None;
        }
    }
    (gathered.len() == count).then_some(gathered)
}

/// Folds digits through Damm's table; with the check digit at the end the result is zero.
fn damm(digits: impl Iterator<Item = u32>) -> u32 {
    const TABLE: [[u8; 10]; 10] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];
    let place = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    digits.fold(0, |interim, digit| {
        let next = TABLE.get(place(interim)).and_then(|row| row.get(place(digit)));
        next.copied().map_or(0, u32::from)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn number() -> impl Strategy<Value = GiftNumber> {
        (1000u16..=9999, any::<u32>())
            .prop_map(|(desk, k)| GiftNumber::of(DeskNumber::new(desk).unwrap(), k))
    }

    #[test]
    fn the_table_gives_the_published_check_digit() {
        // The example of the literature: 572 has check digit 4.
        assert_eq!(damm([5, 7, 2].into_iter()), 4);
        assert_eq!(damm([5, 7, 2, 4].into_iter()), 0);
    }

    #[test]
    fn every_wrong_digit_and_every_swap_of_neighbours_is_caught() {
        let desks = [1000, 1042, 5555, 9999].map(|desk| DeskNumber::new(desk).unwrap());
        for number in desks.iter().flat_map(|desk| (0..500).map(|k| GiftNumber::of(*desk, k))) {
            let right = number.to_string();
            for place in 0..10 {
                for digit in b'0'..=b'9' {
                    let mut wrong = right.clone().into_bytes();
                    wrong[place] = digit;
                    let wrong = String::from_utf8(wrong).unwrap();
                    assert_eq!(GiftNumber::parse(&wrong).is_ok(), wrong == right, "{wrong}");
                }
                let mut swapped = right.clone().into_bytes();
                swapped.swap(place, (place + 1).min(9));
                let swapped = String::from_utf8(swapped).unwrap();
                assert_eq!(GiftNumber::parse(&swapped).is_ok(), swapped == right, "{swapped}");
            }
        }
    }

    #[test]
    fn a_desk_gives_out_every_serial_once() {
        let desk = DeskNumber::new(1000).unwrap();
        let all: std::collections::HashSet<_> =
            (0..SERIALS_PER_DESK).map(|k| GiftNumber::of(desk, k)).collect();
        assert_eq!(all.len(), 100_000);
        assert_eq!(GiftNumber::of(desk, 7), GiftNumber::of(desk, 100_007));
    }

    #[test]
    fn each_mistake_is_named() {
        use GiftNumberError::*;
        let problem = |text: &str| GiftNumber::parse(text).unwrap_err();
        assert_eq!(problem(" - "), Empty);
        assert_eq!(problem("1042 61x"), ForeignSign { at: 6, found: 'x' });
        assert_eq!(problem("１042618037"), ForeignSign { at: 0, found: '１' });
        assert_eq!(problem("104261803"), WrongLength { found: 9 });
        assert_eq!(problem("1042618033"), CheckDigit);
        assert_eq!(problem("0000000000"), NoDesk);
        assert!(DeskNumber::new(999).is_err() && DeskNumber::new(10_000).is_err());
    }

    #[test]
    fn remittance_of_every_shape_yields_the_number() {
        let number = GiftNumber::parse("1042 618 037").unwrap();
        let reference = number.to_creditor_reference();
        for text in [
            "1042618037 Spende Winterhilfe".to_owned(),
            "Spende 1042-618-037, danke".to_owned(),
            format!("SVWZ+{reference}"),
            format!("Ref. {} 5 EUR", reference.grouped()),
            reference.as_str().to_lowercase(),
            "2026 1042618037".to_owned(),
        ] {
            assert_eq!(GiftNumber::from_remittance(&text), Some(number), "{text}");
        }
        for text in ["", "11042618037", "1042 618 033", "danke", "1042,618,037"] {
            assert_eq!(GiftNumber::from_remittance(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_number_is_read_back(number in number()) {
            prop_assert_eq!(GiftNumber::parse(&number.grouped()), Ok(number));
            prop_assert_eq!(GiftNumber::from_remittance(&number.digits()), Some(number));
            let reference = number.to_creditor_reference();
            prop_assert_eq!(CreditorReference::parse(reference.as_str()), Ok(reference));
        }

        #[test]
        fn any_text_gives_an_answer(text: String) {
            let _ = GiftNumber::parse(&text);
            let _ = GiftNumber::from_remittance(&text);
        }
    }
}
