//! What a code of one version and level looks like without its text, drawn by the crate `qrcode`
//! once and kept: the patterns a scanner looks for, format and version, under each of eight masks.
//!
//! A mask turns a module over whatever text it carries, so a finished code is stencil XOR text.

use std::sync::OnceLock;

use qrcode::canvas::{Canvas, MaskPattern, Module};
use qrcode::{EcLevel, Version};

use super::lines::{self, Line};

/// The drawings of one version and level.
#[derive(Debug)]
pub(super) struct Stencil<const N: usize> {
    /// Modules on one side.
    pub(super) size: usize,
    /// Column and row of each bit of the text, in the order of ISO/IEC 18004, section 7.7.3.
    pub(super) order: Box<[(u8, u8)]>,
    /// One drawing for each mask.
    pub(super) drawings: Vec<Drawing<N>>,
}

/// A code as rows and, once more, as columns.
#[derive(Debug, Clone)]
pub(super) struct Drawing<const N: usize> {
    pub(super) rows: Vec<Line<N>>,
    pub(super) columns: Vec<Line<N>>,
}

impl<const N: usize> Drawing<N> {
    pub(super) fn light(size: usize) -> Drawing<N> {
        Drawing { rows: vec![Line::LIGHT; size], columns: vec![Line::LIGHT; size] }
    }

    /// Draws columns and, from them, the rows.
    pub(super) fn of_columns(columns: Vec<Line<N>>) -> Drawing<N> {
        Drawing { rows: lines::transposed(&columns), columns }
    }
}

/// Stencils already drawn, by version and level.
pub(super) struct Stencils<const N: usize>([[OnceLock<Stencil<N>>; 4]; 40]);

impl<const N: usize> Stencils<N> {
    pub(super) const fn new() -> Stencils<N> {
        Stencils([const { [const { OnceLock::new() }; 4] }; 40])
    }

    /// Returns the stencil of a version from 1 to 40, drawing it where it is asked for first.
    pub(super) fn of(&self, version: i16, level: EcLevel) -> Option<&Stencil<N>> {
        let by_level = self.0.get(usize::try_from(version.checked_sub(1)?).ok()?)?;
        let place = match level {
            EcLevel::L => 0,
            EcLevel::M => 1,
            EcLevel::Q => 2,
            EcLevel::H => 3,
        };
        by_level.get(place).map(|stencil| stencil.get_or_init(|| draw(version, level)))
    }
}

const MASKS: [MaskPattern; 8] = [
    MaskPattern::Checkerboard,
    MaskPattern::HorizontalLines,
    MaskPattern::VerticalLines,
    MaskPattern::DiagonalLines,
    MaskPattern::LargeCheckerboard,
    MaskPattern::Fields,
    MaskPattern::Diamonds,
    MaskPattern::Meadow,
];

fn draw<const N: usize>(version: i16, level: EcLevel) -> Stencil<N> {
    let version = Version::Normal(version);
    let width = version.width();
    let mut blank = Canvas::new(version, level);
    blank.draw_all_functional_patterns();
    let order = order(width).filter(|(x, y)| blank.get(*x, *y) == Module::Empty);
    let order = order.filter_map(|(x, y)| Some((x.try_into().ok()?, y.try_into().ok()?))).collect();
    let drawings = MASKS.iter().map(|mask| {
        let mut canvas = blank.clone();
        canvas.apply_mask(*mask);
        let column = |x| {
            let mut column = Line::LIGHT;
            for y in 0..width {
                column.set(side(y), u64::from(canvas.get(x, y).is_dark()));
            }
            column
        };
        Drawing::of_columns((0..width).map(column).collect())
    });
    Stencil { size: side(width), order, drawings: drawings.collect() }
}

/// Every module in the order in which text fills a code: pairs of columns from the right, past the
/// timing column, upwards and downwards in turn, the right module before the left one.
fn order(width: i16) -> impl Iterator<Item = (i16, i16)> {
    let right_columns =
        (0..width).rev().filter(move |x| (*x > 6 && x % 2 == 0) || matches!(x, 5 | 3 | 1));
    right_columns.enumerate().flat_map(move |(pair, right)| {
        (0..width).flat_map(move |step| {
            let y = if pair % 2 == 0 { width - 1 - step } else { step };
            [(right, y), (right - 1, y)]
        })
    })
}

fn side(width: i16) -> usize {
    usize::try_from(width).unwrap_or(0)
}
