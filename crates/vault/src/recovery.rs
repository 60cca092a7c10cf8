//! The recovery sheet: 160 random bits on paper, and how they are typed back.
//!
//! Eight groups of five signs: four carry 20 bits, the fifth checks them. A check per group, not
//! one group of checks at the end, because the person who typed 40 signs wants to know which five
//! to look at again; a checking group at the end can tell that something is wrong, not where.
//!
//! The check sign is d1·a + d2·a² + d3·a³ + d4·a⁴ + the group's number, in the field of 32
//! elements (x⁵ + x² + 1, a = x). One wrong sign, two signs swapped and a group in another
//! group's place are always found; anything else 31 times of 32.

use std::fmt;

use subtle::ConstantTimeEq;
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::base32::{bits, cut, join, separates, sign};

/// How many groups stand on the sheet.
const GROUPS: usize = 8;
/// Signs of a group that carry something.
const CARRYING: usize = 4;

/// 160 secret bits that open the books when every passphrase is lost. Wiped on drop.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey([u8; 20]);

/// Why a text is not the recovery key of a sheet. Groups are counted from 1, as people do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecoveryError {
    /// It is not eight groups of five signs, and no single group is to blame.
    #[error("a recovery key has 40 signs, not {found}")]
    WrongLength {
        /// How many signs there are.
        found: usize,
    },
    /// This group is mistyped: it has not five signs, a sign that no group has, or its check does
    /// not fit.
    #[error("group {group} of the recovery key is mistyped")]
    Group {
        /// The first such group.
        group: usize,
    },
    /// This group is in itself a right one, but of another sheet.
    #[error("group {group} is not the one on this sheet")]
    OtherSheet {
        /// The first such group.
        group: usize,
    },
}

impl RecoveryKey {
    /// Takes 20 random bytes as a recovery key.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 20]) -> RecoveryKey {
        RecoveryKey(bytes)
    }

    /// Reads what a person typed from the sheet.
    ///
    /// Lower case, blanks and hyphens are let pass; O is read as 0, I and L as 1.
    ///
    /// # Errors
    /// [`RecoveryError`], with the group where one can be named.
    pub fn parse(text: &str) -> Result<RecoveryKey, RecoveryError> {
        let mut pieces = Zeroizing::new(Vec::with_capacity(GROUPS * CARRYING));
        for (group, signs) in groups_of(text)?.iter().enumerate() {
            let group = group + 1;
            let carried = read_group(group, signs).ok_or(RecoveryError::Group { group })?;
            pieces.extend_from_slice(carried.as_slice());
        }
        let found = pieces.len();
        let bytes = join(&pieces).as_slice().try_into();
        bytes.map(RecoveryKey).map_err(|_| RecoveryError::WrongLength { found })
    }

    /// Checks that a person typed back this very sheet.
    ///
    /// # Errors
    /// As [`RecoveryKey::parse`]; [`RecoveryError::OtherSheet`] for a key that is not this one.
    pub fn check_typed(&self, text: &str) -> Result<(), RecoveryError> {
        let typed = RecoveryKey::parse(text)?;
        let (mine, theirs) = (self.groups(), typed.groups());
        let mut pairs = mine.iter().zip(theirs.iter()).zip(1..);
        match pairs
            .find(|((mine, theirs), _)| !bool::from(mine.as_bytes().ct_eq(theirs.as_bytes())))
        {
            Some((_, group)) => Err(RecoveryError::OtherSheet { group }),
            None => Ok(()),
        }
    }

    /// Returns the eight groups as they are printed, five signs each.
    #[must_use]
    pub fn groups(&self) -> Vec<Zeroizing<String>> {
        let pieces = cut(&self.0);
        let groups = pieces.chunks(CARRYING).zip(1..);
        groups.map(|(carried, group)| write_group(group, carried)).collect()
    }

    /// Returns the bytes. What is copied out of here is the caller's to wipe.
    #[must_use]
    pub fn expose(&self) -> &[u8; 20] {
        &self.0
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// The eight groups of a text: as they are separated, or five signs each where they are not.
fn groups_of(text: &str) -> Result<Zeroizing<Vec<String>>, RecoveryError> {
    let parts = text.split(separates).filter(|part| !part.is_empty());
    let parts = Zeroizing::new(parts.map(str::to_owned).collect::<Vec<_>>());
    if parts.len() == GROUPS {
        return Ok(parts);
    }
    let signs: Zeroizing<Vec<char>> =
        Zeroizing::new(text.chars().filter(|sign| !separates(*sign)).collect());
    if signs.len() != GROUPS * (CARRYING + 1) {
        return Err(RecoveryError::WrongLength { found: signs.len() });
    }
    Ok(Zeroizing::new(signs.chunks(CARRYING + 1).map(|signs| signs.iter().collect()).collect()))
}

fn write_group(group: usize, carried: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(CARRYING + 1));
    carried.iter().for_each(|piece| text.push(sign(*piece)));
    text.push(sign(check(group, carried)));
    text
}

/// The four pieces a group carries, if it has five signs and its check fits.
fn read_group(group: usize, signs: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut pieces = Zeroizing::new(signs.chars().map(bits).collect::<Option<Vec<u8>>>()?);
    let found = pieces.pop()?;
    (pieces.len() == CARRYING && check(group, &pieces) == found).then_some(pieces)
}

/// The check of a group: Horner's scheme in the field of 32 elements.
fn check(group: usize, carried: &[u8]) -> u8 {
    let sum = carried.iter().rev().fold(0, |sum, piece| times_a(sum ^ piece));
    sum ^ u8::try_from(group).unwrap_or(0)
}

/// Multiplies by a: x⁵ is x² + 1.
fn times_a(element: u8) -> u8 {
    let doubled = element << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sheet(key: &RecoveryKey) -> Vec<String> {
        key.groups().iter().map(|group| group.to_string()).collect()
    }

    fn parse(groups: &[String]) -> Option<RecoveryError> {
        RecoveryKey::parse(&groups.join(" ")).err()
    }

    #[test]
    fn multiplying_walks_through_all_elements() {
        let walk: std::collections::BTreeSet<u8> =
            std::iter::successors(Some(1), |element| Some(times_a(*element))).take(31).collect();
        assert_eq!(walk.len(), 31);
        assert!(walk.iter().all(|element| (1..32).contains(element)));
    }

    #[test]
    fn the_sheet_is_read_however_it_is_typed() {
        let key = RecoveryKey::from_bytes([0x0F; 20]);
        let printed = sheet(&key);
        assert!(printed.iter().all(|group| group.len() == 5));
        let printed = printed.join("-");
        let sloppy = printed.to_lowercase().replace('0', "o").replace('1', "l");
        for typed in [printed.clone(), sloppy, printed.replace('-', ""), printed.replace('-', "  ")]
        {
            assert_eq!(key.check_typed(&typed), Ok(()), "{typed}");
        }
        assert_eq!(format!("{key:?}"), "***");
    }

    #[test]
    fn a_group_that_is_too_short_is_named() {
        let mut groups = sheet(&RecoveryKey::from_bytes([3; 20]));
        groups[5].pop();
        assert_eq!(parse(&groups), Some(RecoveryError::Group { group: 6 }));
        let joined = groups.concat();
        let found = RecoveryKey::parse(&joined).err();
        assert_eq!(found, Some(RecoveryError::WrongLength { found: 39 }));
    }

    #[test]
    fn a_foreign_sign_is_named_by_its_group() {
        let mut groups = sheet(&RecoveryKey::from_bytes([3; 20]));
        groups[1].replace_range(0..1, "U");
        assert_eq!(parse(&groups), Some(RecoveryError::Group { group: 2 }));
    }

    #[test]
    fn another_sheet_is_told_apart() {
        let key = RecoveryKey::from_bytes([3; 20]);
        let mut other = [3; 20];
        other[19] = 4;
        let other = sheet(&RecoveryKey::from_bytes(other)).join(" ");
        assert_eq!(key.check_typed(&other), Err(RecoveryError::OtherSheet { group: 8 }));
    }

    proptest! {
        #[test]
        fn every_key_comes_back(bytes in any::<[u8; 20]>()) {
            let key = RecoveryKey::from_bytes(bytes);
            let back = RecoveryKey::parse(&sheet(&key).join(" ")).unwrap();
            prop_assert_eq!(back.expose(), &bytes);
        }

        #[test]
        fn one_wrong_sign_names_its_group(
            bytes in any::<[u8; 20]>(), group in 0_usize..8, at in 0_usize..5, other in 0_u8..32,
        ) {
            let mut groups = sheet(&RecoveryKey::from_bytes(bytes));
            let wrong = sign(other).to_string();
            prop_assume!(groups[group][at..=at] != wrong);
            groups[group].replace_range(at..=at, &wrong);
            prop_assert_eq!(parse(&groups), Some(RecoveryError::Group { group: group + 1 }));
        }

        #[test]
        fn swapped_signs_name_their_group(
            bytes in any::<[u8; 20]>(), group in 0_usize..8, one in 0_usize..5, two in 0_usize..5,
        ) {
            let mut groups = sheet(&RecoveryKey::from_bytes(bytes));
            let mut signs: Vec<char> = groups[group].chars().collect();
            prop_assume!(signs[one] != signs[two]);
            signs.swap(one, two);
            groups[group] = signs.into_iter().collect();
            prop_assert_eq!(parse(&groups), Some(RecoveryError::Group { group: group + 1 }));
        }

        #[test]
        fn swapped_groups_are_found(
            bytes in any::<[u8; 20]>(), one in 0_usize..8, two in 0_usize..8,
        ) {
            prop_assume!(one != two);
            let mut groups = sheet(&RecoveryKey::from_bytes(bytes));
            groups.swap(one, two);
            prop_assert_eq!(parse(&groups), Some(RecoveryError::Group { group: one.min(two) + 1 }));
        }
    }
}
