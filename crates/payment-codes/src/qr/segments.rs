//! The shortest way to write a text as runs of digits, of capitals and of bytes.

use qrcode::Version;
use qrcode::bits::Bits;
use qrcode::types::{Mode, QrError};

/// A stretch of text written in one mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segment<'a> {
    mode: Mode,
    text: &'a [u8],
}

impl<'a> Segment<'a> {
    pub(super) fn bytes(text: &'a [u8]) -> Segment<'a> {
        Segment { mode: Mode::Byte, text }
    }

    /// How many bits the segment takes, its head included.
    pub(super) fn bits(&self, version: Version) -> usize {
        let head = version.mode_bits_count() + self.mode.length_bits_count(version);
        head + self.mode.data_bits_count(self.text.len())
    }

    pub(super) fn push(&self, bits: &mut Bits) -> Result<(), QrError> {
        match self.mode {
            Mode::Numeric => bits.push_numeric_data(self.text),
            Mode::Alphanumeric => bits.push_alphanumeric_data(self.text),
            Mode::Byte | Mode::Kanji => bits.push_byte_data(self.text),
        }
    }
}

const MODES: [Mode; 3] = [Mode::Byte, Mode::Alphanumeric, Mode::Numeric];

/// Parts a text so that it takes the fewest bits in a version of this range.
///
/// For each sign and mode the cheapest way to have written the text up to that sign is kept. Costs
/// are in sixths of a bit, because three digits share ten bits and two capitals eleven.
pub(super) fn shortest(text: &[u8], version: Version) -> Vec<Segment<'_>> {
    let heads = MODES.map(|mode| 6 * (version.mode_bits_count() + mode.length_bits_count(version)));
    let mut costs = heads;
    let mut steps: Vec<[usize; 3]> = Vec::with_capacity(text.len());
    for byte in text {
        // Where the mode of the next sign was entered from: itself, or another mode by a new head.
        let mut from = [0, 1, 2];
        let mut written = [usize::MAX; 3];
        for ((mode, cost), place) in MODES.iter().zip(costs).zip(written.iter_mut()) {
            if let Some(sixths) = sixths(*mode, *byte).filter(|_| cost < usize::MAX) {
                *place = cost + sixths;
            }
        }
        let mut next = written;
        for (to, head) in heads.iter().enumerate() {
            for (origin, cost) in written.iter().enumerate() {
                // A segment ends on a whole bit.
                let fresh =
                    cost.checked_next_multiple_of(6).and_then(|cost| cost.checked_add(*head));
                if let (Some(fresh), Some(place), Some(step)) =
                    (fresh, next.get_mut(to), from.get_mut(to))
                    && fresh < *place
                {
                    (*place, *step) = (fresh, origin);
                }
            }
        }
        costs = next;
        steps.push(from);
    }
    modes(text, &costs, &steps)
}

/// Walks the kept steps back from the cheapest end and joins neighbours of one mode.
fn modes<'a>(text: &'a [u8], costs: &[usize; 3], steps: &[[usize; 3]]) -> Vec<Segment<'a>> {
    let mut mode = (0..3).min_by_key(|mode| costs.get(*mode)).unwrap_or(0);
    let mut chosen: Vec<usize> = Vec::with_capacity(text.len());
    for step in steps.iter().rev() {
        mode = step.get(mode).copied().unwrap_or(0);
        chosen.push(mode);
    }
    chosen.reverse();
    let mut rest = text;
    let stretches = chosen.chunk_by(|before, after| before == after);
    let segments = stretches.filter_map(|stretch| {
        let (text, after) = rest.split_at_checked(stretch.len())?;
        rest = after;
        let mode = *MODES.get(*stretch.first()?)?;
        Some(Segment { mode, text })
    });
    segments.collect()
}

fn sixths(mode: Mode, byte: u8) -> Option<usize> {
    match mode {
        Mode::Numeric => byte.is_ascii_digit().then_some(20),
        Mode::Alphanumeric => is_alphanumeric(byte).then_some(33),
        Mode::Byte | Mode::Kanji => Some(48),
    }
}

fn is_alphanumeric(byte: u8) -> bool {
    byte.is_ascii_digit() || byte.is_ascii_uppercase() || b" $%*+-./:".contains(&byte)
}
