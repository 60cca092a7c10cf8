//! Addresses of the Monero main network.

use sha3::{Digest, Keccak256};

use crate::{Field, Flaw, Refusal};

const FORM: Flaw = Flaw::Form {
    example: "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
};

const ALPHABET: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// Characters of a whole block, which holds eight bytes.
const BLOCK: usize = 11;
/// Characters of a block by the number of its bytes.
const BLOCK_LENGTHS: [usize; 9] = [0, 2, 3, 5, 6, 7, 9, 10, BLOCK];

/// The first byte on the main network (standard, integrated, subaddress) and the bytes in all.
const MAIN: [(u8, usize); 3] = [(18, 69), (19, 77), (42, 69)];
/// The same on the test network and the stage network.
const TEST: [(u8, usize); 6] = [(53, 69), (54, 77), (63, 69), (24, 69), (25, 77), (36, 69)];

/// Checks an address.
///
/// # Errors
/// [`Flaw::Form`], [`Flaw::CheckDigits`], [`Flaw::OtherNetwork`].
pub(super) fn check(text: &str) -> Result<(), Refusal> {
    let refuse = |flaw| Err(Refusal::new(Field::Address, flaw));
    let Some(bytes) = bytes(text) else { return refuse(FORM) };
    let kind = bytes.first().map(|first| (*first, bytes.len()));
    let Some((body, check)) = bytes.split_last_chunk::<4>() else { return refuse(FORM) };
    let is_of = |networks: &[(u8, usize)]| kind.is_some_and(|kind| networks.contains(&kind));
    if !is_of(&MAIN) && !is_of(&TEST) {
        return refuse(FORM);
    }
    if Keccak256::digest(body).get(..4) != Some(check) {
        return refuse(Flaw::CheckDigits);
    }
    if is_of(&TEST) { refuse(Flaw::OtherNetwork) } else { Ok(()) }
}

/// Decodes base 58 as Monero has it: block for block, so that lengths are fixed.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let signs: Vec<char> = text.chars().collect();
    let mut bytes = Vec::with_capacity(80);
    for block in signs.chunks(BLOCK) {
        let size = BLOCK_LENGTHS.iter().position(|length| *length == block.len())?;
        let number = block.iter().try_fold(0_u128, |number, sign| {
            Some(number * 58 + u128::try_from(ALPHABET.find(*sign)?).ok()?)
        })?;
        let number = u64::try_from(number).ok()?.to_be_bytes();
        let (beyond, held) = number.split_at_checked(8 - size)?;
        if beyond.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend(held);
    }
    Some(bytes)
}
