//! PINs: four to eight digits that tell volunteers apart at a desk that is already open.
//!
//! A PIN is a gate, not a lock. Ten thousand values are tried in minutes by whoever holds the
//! hash, whatever a try costs; but the hash lies inside books that are encrypted with a random key,
//! and at the desk waiting times bound the tries. So a PIN is stretched at the least cost that this
//! crate knows: dearer, it would only hold up the queue in front of an old laptop.

use std::fmt;

use minicbor::{Decoder, Encoder};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::kdf::{Cost, CostError, OutOfMemory, stretch};

/// A PIN. Wiped on drop.
pub struct Pin(Zeroizing<String>);

/// Why a text is not taken as a new PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PinError {
    /// Not four to eight signs.
    #[error("a PIN has four to eight digits, not {found}")]
    WrongLength {
        /// How many there are.
        found: usize,
    },
    /// A sign other than 0 to 9.
    #[error("a PIN has digits alone")]
    ForeignSign,
    /// One digit all over, or digits counting up or down.
    #[error("a PIN of one digit or of counting digits is the first to be tried")]
    TooEasy,
}

/// What is stored of a PIN: cost, salt, and the stretched PIN.
#[derive(Clone, PartialEq, Eq)]
pub struct PinHash {
    cost: Cost,
    salt: [u8; 16],
    hash: [u8; 32],
}

/// Why bytes are not a stored PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PinHashError {
    /// Not what [`PinHash::encode`] writes.
    #[error("not the shape of a stored PIN")]
    Shape,
    /// The cost is outside the limits.
    #[error(transparent)]
    Cost(#[from] CostError),
}

impl From<minicbor::decode::Error> for PinHashError {
    fn from(_: minicbor::decode::Error) -> PinHashError {
        PinHashError::Shape
    }
}

impl Pin {
    /// Takes a text as a new PIN; blanks around it are cut off.
    ///
    /// # Errors
    /// [`PinError`] names the first rule it breaks.
    pub fn parse(text: &str) -> Result<Pin, PinError> {
        let pin = Pin::typed(text);
        match pin.0.chars().count() {
            4..=8 => {}
            found => return Err(PinError::WrongLength { found }),
        }
        if !pin.0.bytes().all(|sign| sign.is_ascii_digit()) {
            return Err(PinError::ForeignSign);
        }
        if too_easy(pin.0.as_bytes()) { Err(PinError::TooEasy) } else { Ok(pin) }
    }

    /// Takes a text that is held against a stored PIN: no rules, only the blanks around cut off.
    #[must_use]
    pub fn typed(text: &str) -> Pin {
        Pin(Zeroizing::new(text.trim().to_owned()))
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl PinHash {
    /// Stretches a PIN with a random salt.
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn of(pin: &Pin, salt: &[u8; 16]) -> Result<PinHash, OutOfMemory> {
        let cost = Cost::LEAST;
        let hash = *stretch(&pin.0, salt, cost)?.expose();
        Ok(PinHash { cost, salt: *salt, hash })
    }

    /// Tells whether a PIN is the stored one.
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn verify(&self, pin: &Pin) -> Result<bool, OutOfMemory> {
        let stretched = stretch(&pin.0, &self.salt, self.cost)?;
        Ok(stretched == crate::Key::from_bytes(self.hash))
    }

    /// Encodes it for the books: a CBOR array of memory in KiB, passes, lanes, salt, hash.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Encoder::new(Vec::with_capacity(64));
        // Writing to a vector cannot fail; an empty one would be refused by `decode`.
        let Ok(()) = self.write(&mut bytes) else { return Vec::new() };
        bytes.into_writer()
    }

    /// Decodes a stored PIN.
    ///
    /// # Errors
    /// [`PinHashError`]; also for every byte string that [`PinHash::encode`] would not have
    /// written.
    pub fn decode(bytes: &[u8]) -> Result<PinHash, PinHashError> {
        let mut parts = Decoder::new(bytes);
        let places = parts.array()?;
        let cost = Cost::new(parts.u32()?, parts.u32()?, parts.u32()?)?;
        let salt = parts.bytes()?.try_into().map_err(|_| PinHashError::Shape)?;
        let hash = parts.bytes()?.try_into().map_err(|_| PinHashError::Shape)?;
        let stored = PinHash { cost, salt, hash };
        let same = places.is_some() && stored.encode() == bytes;
        if same { Ok(stored) } else { Err(PinHashError::Shape) }
    }

    fn write(
        &self,
        bytes: &mut Encoder<Vec<u8>>,
    ) -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
        let [memory_kib, passes, lanes] = self.cost.parts();
        bytes.array(5)?.u32(memory_kib)?.u32(passes)?.u32(lanes)?;
        bytes.bytes(&self.salt)?.bytes(&self.hash)?;
        Ok(())
    }
}

impl fmt::Debug for PinHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinHash(***)")
    }
}

/// One step between all neighbours: none, one up or one down; after 9 comes 0.
fn too_easy(digits: &[u8]) -> bool {
    let steps = |step: u8| {
        digits.iter().zip(digits.iter().skip(1)).all(|(one, next)| (one + step) % 10 == next % 10)
    };
    [0, 1, 9].into_iter().any(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_that_are_not_tried_first_are_taken() {
        for text in ["2580", " 19283746 ", "1357", "1123"] {
            assert!(Pin::parse(text).is_ok(), "{text}");
        }
        for text in ["0000", "77777777", "1234", "4321", "7890", "0987", "3210", "23456789"] {
            assert_eq!(Pin::parse(text).unwrap_err(), PinError::TooEasy, "{text}");
        }
        for text in ["12a4", "12 34", "１２５９"] {
            assert_eq!(Pin::parse(text).unwrap_err(), PinError::ForeignSign, "{text}");
        }
        for (text, found) in [("", 0), ("258", 3), ("192837465", 9)] {
            assert_eq!(Pin::parse(text).unwrap_err(), PinError::WrongLength { found });
        }
    }

    #[test]
    fn the_stored_pin_knows_its_own() {
        let pin = Pin::parse("2580").unwrap();
        let stored = PinHash::of(&pin, &[7; 16]).unwrap();
        let stored = PinHash::decode(&stored.encode()).unwrap();
        assert_eq!(stored.verify(&Pin::typed(" 2580 ")), Ok(true));
        assert_eq!(stored.verify(&Pin::typed("2581")), Ok(false));
        assert_eq!(stored.verify(&Pin::typed("")), Ok(false));
        assert!(!format!("{pin:?}{stored:?}").contains("2580"));
    }

    #[test]
    fn a_stored_pin_is_read_in_its_one_form() {
        let stored = PinHash { cost: Cost::LEAST, salt: [1; 16], hash: [2; 32] };
        let bytes = stored.encode();
        assert_eq!(PinHash::decode(&bytes).unwrap(), stored);
        assert_eq!(PinHash::decode(&[&bytes[..], &[0]].concat()), Err(PinHashError::Shape));
        assert_eq!(PinHash::decode(&bytes[1..]), Err(PinHashError::Shape));
        let weak = PinHash { cost: Cost::QUICK, ..stored };
        assert!(matches!(PinHash::decode(&weak.encode()), Err(PinHashError::Cost(_))));
    }
}
