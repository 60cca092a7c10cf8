//! How hard a masked code is to read: the four penalties of ISO/IEC 18004:2015, section 7.8.3.1,
//! counted on whole lines of bits instead of module by module.
//!
//! # Quirks
//! The third penalty counts the proportion 1:1:3:1:1 at every width of its unit, once for each side
//! on which four units of light stand, the quiet zone included: the reading of Project Nayuki's and
//! libqrencode's encoders.

use super::lines::Line;

const RUN: u32 = 3;
const BLOCK: u32 = 3;
const FINDER: u32 = 40;
const BALANCE: u32 = 10;

/// Returns the penalty of a code given twice, as rows and as columns.
pub(super) fn penalty<const N: usize>(rows: &[Line<N>], columns: &[Line<N>]) -> u32 {
    let inner = Line::dark(rows.len().saturating_sub(1));
    let mut points = 0;
    let mut dark = 0;
    let mut above: Option<(Line<N>, Line<N>)> = None;
    for row in rows {
        let alike = alike(*row, inner);
        points += runs(alike) + FINDER * finders(*row);
        dark += row.count();
        if let Some((row_above, alike_above)) = above {
            let blocks = alike & alike_above & !(*row ^ row_above);
            points += BLOCK * blocks.count();
        }
        above = Some((*row, alike));
    }
    for column in columns {
        let alike = alike(*column, inner);
        points += runs(alike) + FINDER * finders(*column);
    }
    points + BALANCE * imbalance(dark, rows.len())
}

/// Marks each module that looks like the next one.
#[inline]
fn alike<const N: usize>(line: Line<N>, inner: Line<N>) -> Line<N> {
    !(line ^ line.ahead(1)) & inner
}

/// Three points for each run of five modules of one colour, one more for each further module.
#[inline]
fn runs<const N: usize>(alike: Line<N>) -> u32 {
    let pairs = alike & alike.ahead(1);
    let fives = pairs & pairs.ahead(2);
    // A run of length n holds n - 4 runs of five, and one of them is the first.
    let first = fives & !fives.behind(1);
    fives.count() + (RUN - 1) * first.count()
}

/// Counts what may be taken for a finder pattern along one line, once for each light side.
#[inline]
fn finders<const N: usize>(line: Line<N>) -> u32 {
    let threes = line & line.ahead(1) & line.ahead(2);
    let dark = line & threes.ahead(2) & line.ahead(6);
    let light = line.behind(1) | line.ahead(1) | line.ahead(5) | line.ahead(7);
    let narrow = dark & !light;
    let mut found = 0;
    if !narrow.is_light() {
        let before = light_beside(line.behind(1), Line::behind);
        let after = light_beside(line.ahead(7), Line::ahead);
        found += (narrow & before).count() + (narrow & after).count();
    }
    let sixes = threes & threes.ahead(3);
    if !sixes.is_light() {
        found += wide_finders(line, sixes & !line.behind(1));
    }
    found
}

/// Marks where four light modules stand in a row.
fn light_beside<const N: usize>(line: Line<N>, away: fn(Line<N>, usize) -> Line<N>) -> Line<N> {
    !(line | away(line, 1) | away(line, 2) | away(line, 3))
}

/// Counts finder look-alikes whose unit is two modules or more; `cores` marks where dark runs of
/// six or more begin.
fn wide_finders<const N: usize>(line: Line<N>, cores: Line<N>) -> u32 {
    let sides = |core: usize| {
        let length = line.run_from(core);
        let unit = length / 3;
        let light_before = core.checked_sub(1)?;
        let dark_before = light_before.checked_sub(unit)?;
        let light_after = core + length;
        let dark_after = light_after + unit;
        let fits = length.is_multiple_of(3)
            && line.run_from(light_after) == unit
            && line.run_from(dark_after) == unit
            && line.run_until(light_before) == unit
            && line.run_until(dark_before) == unit;
        let before = dark_before.checked_sub(unit).map_or(usize::MAX, |at| line.run_until(at));
        let after = line.run_from(dark_after + unit);
        let side = |near: usize, far: usize| u32::from(near >= 4 * unit && far >= unit);
        fits.then(|| side(before, after) + side(after, before))
    };
    cores.places().filter_map(sides).sum()
}

/// Counts how many whole steps of five per cent the share of dark modules is away from a half.
fn imbalance(dark: u32, size: usize) -> u32 {
    let total = u32::try_from(size * size).unwrap_or(u32::MAX);
    // The side is odd, so the share is never exactly a half and the difference never zero.
    (dark * 20).abs_diff(total * 10).div_ceil(total).saturating_sub(1)
}
