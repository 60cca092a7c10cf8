//! QR codes: from a text to black and white modules, and to pictures of them.
//!
//! Standard: ISO/IEC 18004:2015, model 2, versions 1 to 40. The crate `qrcode` lays out bits and
//! draws what every code has; placing the text and choosing the mask are done here on whole rows
//! of bits, because they take most of the time.
//!
//! # Incomplete support
//! No Kanji mode (readers disagree on its mixture with UTF-8), no ECI, no structured append, no
//! Micro QR.

mod lines;
mod penalty;
mod picture;
mod segments;
mod stencil;

use qrcode::bits::Bits;
use qrcode::{Version, ec};
use thiserror::Error;

use lines::Line;
use penalty::penalty;
pub use picture::{PngError, QUIET_ZONE};
use segments::Segment;
use stencil::{Drawing, Stencils};

/// How much of a code may be lost before it cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EcLevel {
    /// L: about 7 %.
    Low,
    /// M: about 15 %.
    Medium,
    /// Q: about 25 %.
    Quartile,
    /// H: about 30 %.
    High,
}

/// The text is longer than the largest code holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{bytes} bytes are more than a QR code holds at this level")]
pub struct TooLong {
    /// How many bytes the text has.
    pub bytes: usize,
}

/// A QR code: a square of dark and light modules, without its quiet zone.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    version: u8,
    size: usize,
    /// Each row from the left, in words of 64 modules; as many words a row as the size needs.
    words: Box<[u64]>,
}

impl Code {
    /// Draws a text as bytes, as EPC069-12 wants it, in the smallest version that holds it.
    ///
    /// # Errors
    /// [`TooLong`] beyond version 40.
    pub fn encode(payload: impl AsRef<[u8]>, level: EcLevel) -> Result<Code, TooLong> {
        let payload = payload.as_ref();
        draw(payload, level, |_| vec![Segment::bytes(payload)])
    }

    /// Draws a text in the smallest version that holds it, with its digits and capitals in the
    /// modes that take less room.
    ///
    /// # Errors
    /// [`TooLong`] beyond version 40.
    pub fn encode_shortest(payload: impl AsRef<[u8]>, level: EcLevel) -> Result<Code, TooLong> {
        let payload = payload.as_ref();
        draw(payload, level, |version| segments::shortest(payload, version))
    }

    /// Returns the number of modules on one side, without the quiet zone.
    #[must_use]
    pub fn size(&self) -> usize {
        self.size
    }

    /// Returns the version, 1 to 40.
    #[must_use]
    pub fn version(&self) -> u8 {
        self.version
    }

    /// Tells whether a module is dark; every module outside the code is light.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let row = self.rows().nth(y);
        row.and_then(|row| row.get(x / 64)).is_some_and(|word| word >> (x % 64) & 1 == 1)
    }

    fn rows(&self) -> impl Iterator<Item = &[u64]> {
        self.words.chunks_exact(self.size.div_ceil(64))
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Code").field("version", &self.version).finish_non_exhaustive()
    }
}

/// The largest versions whose text still has short, middle and long counts (ISO/IEC 18004:2015,
/// table 3): within one range the same segments are the shortest.
const VERSION_RANGES: [(i16, i16); 3] = [(1, 9), (10, 26), (27, 40)];

fn draw<'a>(
    payload: &[u8],
    level: EcLevel,
    segments: impl Fn(Version) -> Vec<Segment<'a>>,
) -> Result<Code, TooLong> {
    let too_long = TooLong { bytes: payload.len() };
    let level = drawn(level);
    for (first, last) in VERSION_RANGES {
        let segments = segments(Version::Normal(last));
        let length: usize = segments.iter().map(|part| part.bits(Version::Normal(last))).sum();
        let holds = |version: &i16| {
            let most = Bits::new(Version::Normal(*version)).max_len(level);
            most.is_ok_and(|most| length <= most)
        };
        if let Some(version) = (first..=last).find(holds) {
            return codewords(&segments, version, level)
                .and_then(|codewords| paint(&codewords, version, level))
                .ok_or(too_long);
        }
    }
    Err(too_long)
}

fn codewords(segments: &[Segment<'_>], version: i16, level: qrcode::EcLevel) -> Option<Vec<u8>> {
    let version = Version::Normal(version);
    let mut bits = Bits::new(version);
    for segment in segments {
        segment.push(&mut bits).ok()?;
    }
    bits.push_terminator(level).ok()?;
    let (mut text, correction) =
        ec::construct_codewords(&bits.into_bytes(), version, level).ok()?;
    text.extend(correction);
    Some(text)
}

fn paint(codewords: &[u8], version: i16, level: qrcode::EcLevel) -> Option<Code> {
    static NARROW: Stencils<1> = Stencils::new();
    static MIDDLE: Stencils<2> = Stencils::new();
    static WIDE: Stencils<3> = Stencils::new();
    match version {
        ..=11 => paint_on(codewords, &NARROW, version, level),
        12..=27 => paint_on(codewords, &MIDDLE, version, level),
        _ => paint_on(codewords, &WIDE, version, level),
    }
}

/// Puts the text under each mask and keeps the one that is easiest to read, the first of equals.
fn paint_on<const N: usize>(
    codewords: &[u8],
    stencils: &Stencils<N>,
    version: i16,
    level: qrcode::EcLevel,
) -> Option<Code> {
    let stencil = stencils.of(version, level)?;
    let mut columns = vec![Line::<N>::LIGHT; stencil.size];
    let bits = codewords.iter().flat_map(|codeword| (0..8).rev().map(move |at| codeword >> at & 1));
    for ((x, y), bit) in stencil.order.iter().zip(bits) {
        if let Some(column) = columns.get_mut(usize::from(*x)) {
            column.set(usize::from(*y), u64::from(bit));
        }
    }
    let text = Drawing::of_columns(columns);
    let mut masked = Drawing::<N>::light(stencil.size);
    let mut best: Option<(u32, &Drawing<N>)> = None;
    for drawing in &stencil.drawings {
        overlay(&mut masked.rows, &text.rows, &drawing.rows);
        overlay(&mut masked.columns, &text.columns, &drawing.columns);
        let points = penalty(&masked.rows, &masked.columns);
        if best.is_none_or(|(fewest, _)| points < fewest) {
            best = Some((points, drawing));
        }
    }
    let (_, drawing) = best?;
    overlay(&mut masked.rows, &text.rows, &drawing.rows);
    Some(Code {
        version: version.try_into().ok()?,
        size: stencil.size,
        words: masked.rows.iter().flat_map(|row| row.0).collect(),
    })
}

fn overlay<const N: usize>(masked: &mut [Line<N>], text: &[Line<N>], mask: &[Line<N>]) {
    for ((masked, text), mask) in masked.iter_mut().zip(text).zip(mask) {
        *masked = *text ^ *mask;
    }
}

fn drawn(level: EcLevel) -> qrcode::EcLevel {
    match level {
        EcLevel::Low => qrcode::EcLevel::L,
        EcLevel::Medium => qrcode::EcLevel::M,
        EcLevel::Quartile => qrcode::EcLevel::Q,
        EcLevel::High => qrcode::EcLevel::H,
    }
}
