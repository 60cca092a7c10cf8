//! QR codes: from a text to black and white modules, and to pictures of them.
//!
//! Standard: ISO/IEC 18004:2015, model 2, versions 1 to 40. The crate `qrcode` lays out bits and
//! draws what every code has; placing the text and choosing the mask are done here on whole rows
//! of bits, because they take most of the time.
//!
//! # Incomplete support
//! No Kanji mode (readers disagree on its mixture with UTF-8), no structured append, no Micro QR.

mod lines;
mod penalty;
mod segments;
mod stencil;

use std::ops::RangeInclusive;

use qrcode::bits::Bits;
use qrcode::{Version, ec};
use thiserror::Error;

pub use crate::picture::PngError;
use crate::picture::{Length, Modules, Sheet};
use lines::Line;
use penalty::penalty;
use segments::Segment;
use stencil::{Drawing, Stencils};

/// Light modules on each side that a scanner needs (ISO/IEC 18004:2015, section 6.3.8).
pub const QUIET_ZONE: usize = 4;

/// Every version there is.
pub(crate) const VERSIONS: RangeInclusive<u8> = 1..=40;

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

/// The text is longer than the largest code wanted holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{bytes} bytes are more than a QR code holds at this level")]
pub struct TooLong {
    /// How many bytes the text has.
    pub bytes: usize,
}

/// How a text is to be written into a code.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub(crate) level: EcLevel,
    pub(crate) versions: RangeInclusive<u8>,
    /// The number of the character set (AIM ECI assignments) that is named before the text.
    pub(crate) eci: Option<u32>,
    pub(crate) modes: Modes,
}

/// Which of the ways to write signs a text may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Modes {
    /// Bytes only, in one segment.
    Bytes,
    /// Whatever is shortest: digits, capitals and bytes.
    Shortest,
}

/// A QR code: a square of dark and light modules, without its quiet zone.
#[derive(Clone, PartialEq, Eq)]
pub struct Code {
    version: u8,
    modules: Modules,
}

impl Code {
    /// Draws a text as bytes, as EPC069-12 wants it, in the smallest version that holds it.
    ///
    /// # Errors
    /// [`TooLong`] beyond version 40.
    pub fn encode(payload: impl AsRef<[u8]>, level: EcLevel) -> Result<Code, TooLong> {
        let wanted = Wanted { level, versions: VERSIONS, eci: None, modes: Modes::Bytes };
        Code::draw(payload.as_ref(), &wanted)
    }

    /// Draws a text in the smallest version that holds it, with its digits and capitals in the
    /// modes that take less room.
    ///
    /// # Errors
    /// [`TooLong`] beyond version 40.
    pub fn encode_shortest(payload: impl AsRef<[u8]>, level: EcLevel) -> Result<Code, TooLong> {
        let wanted = Wanted { level, versions: VERSIONS, eci: None, modes: Modes::Shortest };
        Code::draw(payload.as_ref(), &wanted)
    }

    /// Draws a text in the smallest of the wanted versions that holds it.
    pub(crate) fn draw(payload: &[u8], wanted: &Wanted) -> Result<Code, TooLong> {
        let text = |version| match wanted.modes {
            Modes::Bytes => vec![Segment::bytes(payload)],
            Modes::Shortest => segments::shortest(payload, version),
        };
        draw(wanted, text).ok_or(TooLong { bytes: payload.len() })
    }

    /// Returns the number of modules on one side, without the quiet zone.
    #[must_use]
    pub fn size(&self) -> usize {
        self.modules.width()
    }

    /// Returns the version, 1 to 40.
    #[must_use]
    pub fn version(&self) -> u8 {
        self.version
    }

    /// Tells whether a module is dark; every module outside the code is light.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        self.modules.is_dark(x, y)
    }

    /// Returns all dark modules as one SVG path: `M0 0h7v1h-7z…`, one unit a module, without the
    /// quiet zone. Draw it with `shape-rendering="crispEdges"`, or hairlines appear.
    #[must_use]
    pub fn svg_path(&self) -> String {
        self.sheet().svg_path()
    }

    /// Returns an SVG document, black on white, with its quiet zone; the whole is so many
    /// millimetres wide.
    #[must_use]
    pub fn svg(&self, side_mm: u32) -> String {
        self.sheet().svg(Length::mm(side_mm))
    }

    /// Returns the code in half blocks with its quiet zone, two rows of modules a line.
    ///
    /// The light modules are the filled ones, so that on a dark terminal the code is dark on light
    /// as phones expect it.
    #[must_use]
    pub fn text(&self) -> String {
        self.sheet().text()
    }

    /// Returns the code in half blocks with its quiet zone, with the terminal's own signs for black
    /// and white (ECMA-48), so that it is dark on light on every terminal.
    #[must_use]
    pub fn coloured_text(&self) -> String {
        self.sheet().coloured_text()
    }

    /// Returns a PNG file in black and white, one bit a pixel, with its quiet zone.
    ///
    /// # Errors
    /// [`PngError::Scale`] where `scale`, the pixels on one side of a module, makes no picture.
    pub fn png(&self, scale: u32) -> Result<Vec<u8>, PngError> {
        self.sheet().png(scale)
    }

    pub(crate) fn into_modules(self) -> Modules {
        self.modules
    }

    fn sheet(&self) -> Sheet<'_> {
        let quiet = (QUIET_ZONE, QUIET_ZONE);
        Sheet { modules: &self.modules, row_height: 1, quiet, mark: None }
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

/// Bits before a text that name its character set: mode, and a number below 128.
const ECI_BITS: usize = 12;

fn draw<'a>(wanted: &Wanted, text: impl Fn(Version) -> Vec<Segment<'a>>) -> Option<Code> {
    let level = drawn(wanted.level);
    let (least, most) = (i16::from(*wanted.versions.start()), i16::from(*wanted.versions.end()));
    for (first, last) in VERSION_RANGES {
        let mut versions = first.max(least)..=last.min(most);
        if versions.is_empty() {
            continue;
        }
        let segments = text(Version::Normal(last));
        let text_bits: usize = segments.iter().map(|part| part.bits(Version::Normal(last))).sum();
        let length = text_bits + wanted.eci.map_or(0, |_| ECI_BITS);
        let holds = |version: &i16| {
            let most = Bits::new(Version::Normal(*version)).max_len(level);
            most.is_ok_and(|most| length <= most)
        };
        if let Some(version) = versions.find(holds) {
            let codewords = codewords(wanted.eci, &segments, version, level)?;
            return paint(&codewords, version, level);
        }
    }
    None
}

/// How many bytes fit into a version at the level that leaves most room.
pub(crate) fn bytes_max(version: u8, levels: &[EcLevel], eci: Option<u32>) -> usize {
    let version = Version::Normal(i16::from(version));
    let bits = |level: &EcLevel| Bits::new(version).max_len(drawn(*level)).unwrap_or(0);
    let head = Segment::bytes(&[]).bits(version) + eci.map_or(0, |_| ECI_BITS);
    levels.iter().map(bits).max().unwrap_or(0).saturating_sub(head) / 8
}

fn codewords(
    eci: Option<u32>,
    segments: &[Segment<'_>],
    version: i16,
    level: qrcode::EcLevel,
) -> Option<Vec<u8>> {
    let version = Version::Normal(version);
    let mut bits = Bits::new(version);
    if let Some(eci) = eci {
        bits.push_eci_designator(eci).ok()?;
    }
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
        modules: Modules::new(stencil.size, masked.rows.iter().flat_map(|row| row.0).collect()),
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
