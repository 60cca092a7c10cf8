//! Recovery codes: ten codes on paper, each good once in the place of a one-time code.
//!
//! 24 signs of base32 carry 120 random bits. At 112 bits or more a plain hash is enough to store
//! (OWASP ASVS 5.0, 6.5.2), so a code is kept as SHA-256 and never stretched.

use std::fmt;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::base32::{bits, cut, join, separates, sign};

const SIGNS: usize = 24;
const GROUP: usize = 4;

/// One recovery code: 120 secret bits. Wiped on drop.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; 15]);

/// What is stored of a recovery code: SHA-256("groat/recovery-code/1" ‖ its 15 bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeHash(pub [u8; 32]);

/// The codes of one person that were not used yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnusedCodes(Vec<CodeHash>);

/// Why a text is not a recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecoveryCodeError {
    /// Not 24 signs.
    #[error("a recovery code has 24 signs, not {found}")]
    WrongLength {
        /// How many there are.
        found: usize,
    },
    /// A sign that no recovery code has.
    #[error("{found:?} at place {at} does not belong into a recovery code")]
    ForeignSign {
        /// Its place without blanks and hyphens, from zero.
        at: usize,
        /// The sign.
        found: char,
    },
    /// No unused code is this one: mistyped, used before, or of an older sheet.
    #[error("no unused recovery code is this one")]
    Unknown,
}

impl RecoveryCode {
    /// How many codes stand on a sheet.
    pub const ON_A_SHEET: usize = 10;

    /// Makes the ten codes of a sheet from random bytes.
    #[must_use]
    pub fn sheet(random: &[u8; 150]) -> Vec<RecoveryCode> {
        let (codes, _) = random.as_chunks::<15>();
        codes.iter().map(|bytes| RecoveryCode(*bytes)).collect()
    }

    /// Reads a typed code. Lower case, blanks and hyphens are let pass; O is read as 0, I and L
    /// as 1.
    ///
    /// # Errors
    /// [`RecoveryCodeError`]; whether the code is still good, [`UnusedCodes::use_up`] tells.
    pub fn parse(text: &str) -> Result<RecoveryCode, RecoveryCodeError> {
        let mut pieces = Zeroizing::new(Vec::with_capacity(SIGNS));
        for (at, found) in text.chars().filter(|sign| !separates(*sign)).enumerate() {
            pieces.push(bits(found).ok_or(RecoveryCodeError::ForeignSign { at, found })?);
        }
        let found = pieces.len();
        let bytes = join(&pieces).as_slice().try_into();
        match bytes {
            Ok(bytes) if found == SIGNS => Ok(RecoveryCode(bytes)),
            _ => Err(RecoveryCodeError::WrongLength { found }),
        }
    }

    /// Returns the code as it is printed: six groups of four with hyphens between.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(SIGNS + SIGNS / GROUP));
        for (at, piece) in cut(&self.0).iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                text.push('-');
            }
            text.push(sign(*piece));
        }
        text
    }

    /// Returns what is stored of it.
    #[must_use]
    pub fn hash(&self) -> CodeHash {
        let hash = Sha256::new().chain_update(b"groat/recovery-code/1").chain_update(self.0);
        CodeHash(hash.finalize().into())
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl UnusedCodes {
    /// Takes the hashes that are stored.
    #[must_use]
    pub fn from_hashes(hashes: Vec<CodeHash>) -> UnusedCodes {
        UnusedCodes(hashes)
    }

    /// All codes of a new sheet.
    #[must_use]
    pub fn of(sheet: &[RecoveryCode]) -> UnusedCodes {
        UnusedCodes(sheet.iter().map(RecoveryCode::hash).collect())
    }

    /// Returns the hashes to store.
    #[must_use]
    pub fn hashes(&self) -> &[CodeHash] {
        &self.0
    }

    /// Uses a code up, so that it opens nothing a second time. What is left must be stored before
    /// whoever typed it is let in.
    ///
    /// # Errors
    /// [`RecoveryCodeError::Unknown`] where it is none of these.
    pub fn use_up(&mut self, code: &RecoveryCode) -> Result<CodeHash, RecoveryCodeError> {
        let typed = code.hash();
        let before = self.0.len();
        self.0.retain(|stored| !bool::from(stored.0.ct_eq(&typed.0)));
        if self.0.len() < before { Ok(typed) } else { Err(RecoveryCodeError::Unknown) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sheet() -> Vec<RecoveryCode> {
        let mut random = [0; 150];
        random.iter_mut().zip(0..).for_each(|(byte, place)| *byte = place);
        RecoveryCode::sheet(&random)
    }

    #[test]
    fn a_sheet_has_ten_different_codes() {
        let sheet = sheet();
        assert_eq!(sheet.len(), RecoveryCode::ON_A_SHEET);
        let texts: std::collections::BTreeSet<_> =
            sheet.iter().map(|code| code.text().to_string()).collect();
        assert_eq!(texts.len(), 10);
        assert!(texts.iter().all(|text| text.split('-').all(|group| group.len() == 4)));
    }

    #[test]
    fn a_code_is_good_once() {
        let sheet = sheet();
        let mut unused = UnusedCodes::of(&sheet);
        let typed = sheet[3].text().to_lowercase().replace('-', " ").replace('0', "o");
        let code = RecoveryCode::parse(&typed).unwrap();
        assert_eq!(unused.use_up(&code), Ok(sheet[3].hash()));
        assert_eq!(unused.hashes().len(), 9);
        assert_eq!(unused.use_up(&code), Err(RecoveryCodeError::Unknown));
        let mut stored = UnusedCodes::from_hashes(unused.hashes().to_vec());
        assert_eq!(stored.use_up(&code), Err(RecoveryCodeError::Unknown));
        assert!(stored.use_up(&sheet[4]).is_ok());
    }

    #[test]
    fn what_is_no_code_says_why() {
        let wrong = |text: &str| RecoveryCode::parse(text).unwrap_err();
        assert_eq!(wrong("0123-4567"), RecoveryCodeError::WrongLength { found: 8 });
        assert_eq!(wrong(&"0".repeat(25)), RecoveryCodeError::WrongLength { found: 25 });
        assert_eq!(wrong("01-2u"), RecoveryCodeError::ForeignSign { at: 3, found: 'u' });
        assert_eq!(wrong(""), RecoveryCodeError::WrongLength { found: 0 });
    }

    proptest! {
        #[test]
        fn every_code_comes_back(bytes in any::<[u8; 15]>()) {
            let code = RecoveryCode(bytes);
            prop_assert_eq!(RecoveryCode::parse(&code.text()).unwrap().0, bytes);
        }
    }
}
