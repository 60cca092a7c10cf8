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
///
/// Each count is a loop of its own without branches, which compilers turn into vector code.
pub(super) fn penalty<const N: usize>(rows: &[Line<N>], columns: &[Line<N>]) -> u32 {
    let inner = Line::dark(rows.len().saturating_sub(1));
    let dark = rows.iter().map(Line::count).sum();
    let lines = along(rows, inner) + along(columns, inner);
    lines + BLOCK * blocks(rows, inner) + BALANCE * imbalance(dark, rows.len())
}

/// Points for runs and finder look-alikes along each line.
fn along<const N: usize>(lines: &[Line<N>], inner: Line<N>) -> u32 {
    let runs: u32 = lines.iter().map(|line| runs(*line, inner)).sum();
    let (narrow, any_wide) = lines.iter().fold((0, Line::LIGHT), |(narrow, any), line| {
        (narrow + narrow_finders(*line), any | wide_cores(*line))
    });
    let wide = if any_wide.is_light() { 0 } else { lines.iter().map(wide_finders).sum() };
    runs + FINDER * (narrow + wide)
}

/// Marks each module that looks like the next one.
#[inline]
fn alike<const N: usize>(line: Line<N>, inner: Line<N>) -> Line<N> {
    !(line ^ line.ahead(1)) & inner
}

/// Three points for each run of five modules of one colour, one more for each further module.
#[inline]
fn runs<const N: usize>(line: Line<N>, inner: Line<N>) -> u32 {
    let alike = alike(line, inner);
    let pairs = alike & alike.ahead(1);
    let fives = pairs & pairs.ahead(2);
    // A run of length n holds n - 4 runs of five, and one of them is the first.
    let first = fives & !fives.behind(1);
    fives.count() + (RUN - 1) * first.count()
}

/// Counts the squares of four modules of one colour.
fn blocks<const N: usize>(rows: &[Line<N>], inner: Line<N>) -> u32 {
    let pairs = rows.iter().zip(rows.iter().skip(1));
    let block = |(above, below): (&Line<N>, &Line<N>)| {
        (alike(*above, inner) & alike(*below, inner) & !(*above ^ *below)).count()
    };
    pairs.map(block).sum()
}

/// Counts finder look-alikes whose unit is one module, once for each light side.
#[inline]
fn narrow_finders<const N: usize>(line: Line<N>) -> u32 {
    let dark = line & line.ahead(2) & line.ahead(3) & line.ahead(4) & line.ahead(6);
    let near = line.behind(1) | line.ahead(1) | line.ahead(5) | line.ahead(7);
    let before = line.behind(2) | line.behind(3) | line.behind(4);
    let after = line.ahead(8) | line.ahead(9) | line.ahead(10);
    let narrow = dark & !near;
    (narrow & !before).count() + (narrow & !after).count()
}

/// Marks where a dark run of six begins that has light runs of two beside it, or one of nine and
/// more: only there may a finder look-alike of a wider unit be.
#[inline]
fn wide_cores<const N: usize>(line: Line<N>) -> Line<N> {
    let pairs = line & line.ahead(1);
    let six = pairs & pairs.ahead(2) & pairs.ahead(4) & !line.behind(1);
    let [seventh, eighth, ninth] = [6, 7, 8].map(|place| line.ahead(place));
    let ends = !(seventh | eighth) & ninth & line.behind(3);
    six & (ends | (seventh & eighth & ninth))
}

/// Counts finder look-alikes whose unit is two modules or more, once for each light side.
fn wide_finders<const N: usize>(line: &Line<N>) -> u32 {
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
    wide_cores(*line).places().filter_map(sides).sum()
}

/// Counts how many whole steps of five per cent the share of dark modules is away from a half.
fn imbalance(dark: u32, size: usize) -> u32 {
    let total = u32::try_from(size * size).unwrap_or(u32::MAX);
    // The side is odd, so the share is never exactly a half and the difference never zero.
    (dark * 20).abs_diff(total * 10).div_ceil(total).saturating_sub(1)
}
