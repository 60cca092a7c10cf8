//! Stretching: making every guess at a passphrase or PIN expensive.
//!
//! Argon2id, version 0x13 (RFC 9106), salt 16 bytes, output 32 bytes.

use argon2::{Algorithm, Argon2, Params, Version};
use thiserror::Error;

use crate::Key;

/// What one try costs: memory, passes over it, and lanes.
///
/// Stands in the clear beside what it protects, so what is read is held to limits: below
/// [`Cost::LEAST`] somebody may have made guessing cheap, above [`Cost::MOST`] a forged file
/// would take the computer's memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// Why a cost is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CostError {
    /// Guessing would be too cheap.
    #[error("{0:?} is below the least cost")]
    TooLow(Cost),
    /// It would take more memory or time than any of our programs asks for.
    #[error("{0:?} is above the highest cost")]
    TooHigh(Cost),
}

/// The computer has not enough free memory for the cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not enough memory to check a passphrase")]
pub struct OutOfMemory;

impl Cost {
    /// What new slots cost: 64 MiB, three passes, four lanes.
    pub const STANDARD: Cost = Cost { memory_kib: 64 * 1024, passes: 3, lanes: 4 };

    /// The least that is read: 19 MiB, two passes, one lane (OWASP's minimum for passwords).
    pub const LEAST: Cost = Cost { memory_kib: 19 * 1024, passes: 2, lanes: 1 };

    /// The most that is read: 256 MiB, 8 passes, 8 lanes.
    pub const MOST: Cost = Cost { memory_kib: 256 * 1024, passes: 8, lanes: 8 };

    /// Takes a cost within the limits: memory in KiB, passes, lanes.
    ///
    /// # Errors
    /// [`CostError`] where one of the three is outside.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Cost, CostError> {
        Cost { memory_kib, passes, lanes }.within(Cost::LEAST)
    }

    /// Returns memory in KiB, passes and lanes.
    #[must_use]
    pub fn parts(self) -> [u32; 3] {
        [self.memory_kib, self.passes, self.lanes]
    }

    /// Takes a cost without a look at any limit.
    pub(crate) fn unchecked([memory_kib, passes, lanes]: [u32; 3]) -> Cost {
        Cost { memory_kib, passes, lanes }
    }

    /// Holds a cost to the limits, the lower one given.
    pub(crate) fn within(self, least: Cost) -> Result<Cost, CostError> {
        let pairs = |other: Cost| self.parts().into_iter().zip(other.parts());
        if pairs(least).any(|(mine, least)| mine < least) {
            return Err(CostError::TooLow(self));
        }
        if pairs(Cost::MOST).any(|(mine, most)| mine > most) {
            return Err(CostError::TooHigh(self));
        }
        Ok(self)
    }

    /// So cheap that a test can try hundreds of times; exists in this crate's tests alone.
    #[cfg(test)]
    pub(crate) const QUICK: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };
}

/// Stretches what a person typed.
pub(crate) fn stretch(typed: &str, salt: &[u8; 16], cost: Cost) -> Result<Key, OutOfMemory> {
    let [memory_kib, passes, lanes] = cost.parts();
    // Every cost of ours is one that Argon2 takes; its one other failure is want of memory.
    let params = Params::new(memory_kib, passes, lanes, Some(32)).map_err(|_| OutOfMemory)?;
    let mut out = zeroize::Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(typed.as_bytes(), salt, out.as_mut_slice())
        .map_err(|_| OutOfMemory)?;
    Ok(Key::from_bytes(*out))
}

#[cfg(test)]
mod tests {
    use argon2::{AssociatedData, ParamsBuilder};
    use data_encoding::HEXLOWER;

    use super::*;

    #[test]
    fn the_argon2id_vector_of_rfc_9106() {
        let params = ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .output_len(32)
            .data(AssociatedData::new(&[4; 12]).unwrap())
            .build()
            .unwrap();
        let argon =
            Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut tag = [0; 32];
        argon.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
        assert_eq!(
            HEXLOWER.encode(&tag),
            "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
        );
    }

    #[test]
    fn a_cost_outside_the_limits_is_refused() {
        let [memory, passes, lanes] = Cost::STANDARD.parts();
        assert_eq!(Cost::new(memory, passes, lanes), Ok(Cost::STANDARD));
        for (memory, passes, lanes) in [(19 * 1024 - 1, 2, 1), (memory, 1, 1), (memory, 2, 0)] {
            assert!(matches!(Cost::new(memory, passes, lanes), Err(CostError::TooLow(_))));
        }
        for (memory, passes, lanes) in [(u32::MAX, 2, 1), (memory, 9, 1), (memory, 2, 9)] {
            assert!(matches!(Cost::new(memory, passes, lanes), Err(CostError::TooHigh(_))));
        }
    }

    #[test]
    fn salt_and_cost_make_another_key() {
        let key = stretch("a passphrase", &[1; 16], Cost::QUICK).unwrap();
        assert_eq!(key, stretch("a passphrase", &[1; 16], Cost::QUICK).unwrap());
        assert_ne!(key, stretch("a passphrase", &[2; 16], Cost::QUICK).unwrap());
        let dearer = Cost { passes: 2, ..Cost::QUICK };
        assert_ne!(key, stretch("a passphrase", &[1; 16], dearer).unwrap());
    }

    #[test]
    fn the_standard_cost_is_one_that_argon2_takes() {
        for cost in [Cost::STANDARD, Cost::LEAST, Cost::MOST] {
            let [memory, passes, lanes] = cost.parts();
            assert!(Params::new(memory, passes, lanes, Some(32)).is_ok());
        }
    }
}
