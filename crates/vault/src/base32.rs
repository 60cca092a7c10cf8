//! Base32 that people write down: no I, L, O or U, and forgiving when it is typed back.
//!
//! The alphabet is Douglas Crockford's (crockford.com/base32.html). Lower case, blanks and hyphens
//! are let pass; O is read as 0, I and L as 1.

use zeroize::Zeroizing;

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What may stand between groups when they are typed.
pub(crate) fn separates(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The five bits a sign stands for.
pub(crate) fn bits(sign: char) -> Option<u8> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.bytes().zip(0..).find(|(letter, _)| char::from(*letter) == sign).map(|(_, bits)| bits)
}

/// The sign of five bits; what stands above them is left out.
pub(crate) fn sign(bits: u8) -> char {
    ALPHABET.chars().nth(usize::from(bits & 31)).unwrap_or('0')
}

/// Cuts bytes into pieces of five bits, the highest first. Five bytes give eight pieces; a rest
/// that does not fill a piece is left out.
pub(crate) fn cut(bytes: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut pieces = Zeroizing::new(Vec::with_capacity(bytes.len() * 8 / 5));
    let (mut held, mut count) = (0_u16, 0_u32);
    for byte in bytes {
        held = (held << 8) | u16::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            pieces.push(low_byte(held >> count) & 31);
            held &= (1 << count) - 1;
        }
    }
    pieces
}

/// Joins pieces of five bits to bytes; a rest that does not fill a byte is left out.
pub(crate) fn join(pieces: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(pieces.len() * 5 / 8));
    let (mut held, mut count) = (0_u16, 0_u32);
    for piece in pieces {
        held = (held << 5) | u16::from(piece & 31);
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(low_byte(held >> count));
            held &= (1 << count) - 1;
        }
    }
    bytes
}

fn low_byte(value: u16) -> u8 {
    let [_, low] = value.to_be_bytes();
    low
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn signs_people_mix_up_are_one() {
        for (typed, meant) in [('o', '0'), ('O', '0'), ('i', '1'), ('L', '1'), ('z', 'Z')] {
            assert_eq!(bits(typed), bits(meant), "{typed}");
        }
        assert_eq!([bits('U'), bits('u'), bits('ß'), bits('*')], [None; 4]);
    }

    proptest! {
        #[test]
        fn pieces_join_to_what_was_cut(bytes in proptest::array::uniform20(any::<u8>())) {
            let pieces = cut(&bytes);
            prop_assert_eq!(pieces.len(), 32);
            prop_assert!(pieces.iter().all(|piece| bits(sign(*piece)) == Some(*piece)));
            prop_assert_eq!(&join(&pieces)[..], &bytes[..]);
        }
    }
}
