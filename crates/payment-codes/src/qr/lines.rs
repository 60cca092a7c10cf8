//! One row or column of a code as bits in machine words, and what scoring needs to know of it.
//!
//! Bit 0 is the left or upper end. Bits beyond the code are 0, which reads as light: outside a code
//! lies its quiet zone.

use std::array::from_fn;
use std::ops::{BitAnd, BitOr, BitXor, Not};

/// A row or column of up to 64 × `N` modules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<const N: usize>(pub(super) [u64; N]);

impl<const N: usize> Line<N> {
    pub(super) const LIGHT: Line<N> = Line([0; N]);

    /// A line whose first `size` modules are dark.
    pub(super) fn dark(size: usize) -> Line<N> {
        Line(from_fn(|word| match size.saturating_sub(word * 64) {
            0 => 0,
            left if left < 64 => (1 << left) - 1,
            _ => u64::MAX,
        }))
    }

    /// Darkens one module where the bit, 0 or 1, says so.
    #[inline]
    pub(super) fn set(&mut self, at: usize, bit: u64) {
        if let Some(word) = self.0.get_mut(at / 64) {
            *word |= bit << (at % 64);
        }
    }

    pub(super) fn is_dark(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    pub(super) fn is_light(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    pub(super) fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// The line with every module moved towards the start by `by` places, 1 to 63.
    #[inline]
    pub(super) fn ahead(self, by: usize) -> Line<N> {
        Line(from_fn(|word| {
            let next = self.0.get(word + 1).map_or(0, |next| next << (64 - by));
            self.0.get(word).map_or(0, |word| word >> by) | next
        }))
    }

    /// The line with every module moved towards the end by `by` places, 1 to 63.
    #[inline]
    pub(super) fn behind(self, by: usize) -> Line<N> {
        Line(from_fn(|word| {
            let previous = word.checked_sub(1).and_then(|word| self.0.get(word));
            self.0.get(word).map_or(0, |word| word << by) | previous.map_or(0, |p| p >> (64 - by))
        }))
    }

    /// The places of the dark modules, from the start.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(at, mut word)| {
            std::iter::from_fn(move || {
                let place = (word != 0).then(|| at * 64 + bits(word.trailing_zeros()));
                word &= word.wrapping_sub(1);
                place
            })
        })
    }

    /// How many modules from this one on have its colour; light goes on without end beyond the code.
    pub(super) fn run_from(&self, at: usize) -> usize {
        let dark = self.is_dark(at);
        let mut length = 0;
        let mut skipped = at % 64;
        for word in self.0.iter().skip(at / 64) {
            let word = if dark { !word } else { *word } >> skipped;
            let same = bits(word.trailing_zeros()).min(64 - skipped);
            length += same;
            if same < 64 - skipped {
                return length;
            }
            skipped = 0;
        }
        if dark { length } else { usize::MAX }
    }

    /// How many modules up to this one have its colour; light goes on without end before the code.
    pub(super) fn run_until(&self, at: usize) -> usize {
        let dark = self.is_dark(at);
        let mut length = 0;
        let mut skipped = 63 - at % 64;
        for word in self.0.iter().take(at / 64 + 1).rev() {
            let word = if dark { !word } else { *word } << skipped;
            let same = bits(word.leading_zeros()).min(64 - skipped);
            length += same;
            if same < 64 - skipped {
                return length;
            }
            skipped = 0;
        }
        if dark { length } else { usize::MAX }
    }

    #[inline]
    fn with(self, other: Line<N>, by: impl Fn(u64, u64) -> u64) -> Line<N> {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(other.0) {
            *word = by(*word, other);
        }
        Line(words)
    }
}

impl<const N: usize> BitAnd for Line<N> {
    type Output = Line<N>;

    #[inline]
    fn bitand(self, other: Line<N>) -> Line<N> {
        self.with(other, |a, b| a & b)
    }
}

impl<const N: usize> BitOr for Line<N> {
    type Output = Line<N>;

    #[inline]
    fn bitor(self, other: Line<N>) -> Line<N> {
        self.with(other, |a, b| a | b)
    }
}

impl<const N: usize> BitXor for Line<N> {
    type Output = Line<N>;

    #[inline]
    fn bitxor(self, other: Line<N>) -> Line<N> {
        self.with(other, |a, b| a ^ b)
    }
}

impl<const N: usize> Not for Line<N> {
    type Output = Line<N>;

    #[inline]
    fn not(self) -> Line<N> {
        self.with(self, |a, _| !a)
    }
}

/// Turns the columns of a square into its rows, or the other way round.
pub(super) fn transposed<const N: usize>(lines: &[Line<N>]) -> Vec<Line<N>> {
    let mut turned = vec![Line::LIGHT; lines.len()];
    for (across, part) in lines.chunks(64).enumerate() {
        for (down, part_turned) in turned.chunks_mut(64).enumerate() {
            let word = |line: &Line<N>| line.0.get(down).copied().unwrap_or(0);
            let mut square = [0; 64];
            square.iter_mut().zip(part).for_each(|(row, line)| *row = word(line));
            transpose(&mut square);
            for (line, row) in part_turned.iter_mut().zip(square) {
                line.0.iter_mut().skip(across).take(1).for_each(|word| *word = row);
            }
        }
    }
    turned
}

/// Swaps ever smaller corners of the square (H. S. Warren, Hacker's Delight, section 7-3).
fn transpose(square: &mut [u64; 64]) {
    let mut side = 32;
    let mut mask = u64::MAX >> 32;
    while side > 0 {
        for rows in square.chunks_exact_mut(2 * side) {
            let (upper, lower) = rows.split_at_mut(side);
            for (upper, lower) in upper.iter_mut().zip(lower) {
                let swapped = (*upper >> side ^ *lower) & mask;
                *upper ^= swapped << side;
                *lower ^= swapped;
            }
        }
        side /= 2;
        mask ^= mask << side;
    }
}

/// A count of bits within a word; it always fits.
fn bits(count: u32) -> usize {
    usize::try_from(count).unwrap_or(0)
}
