//! Code 128 as the Finnish bank bar code wants it.
//!
//! Standard: ISO/IEC 15417; Finance Finland, Bank bar code guide 5.3: character set C, two digits a
//! sign. Drawn by the crate `code128`.

use code128::Code128;

use super::modules::Modules;

/// Light modules left and right (ISO/IEC 15417, section 4.3.2).
pub(crate) const QUIET_ZONE: usize = 10;

/// Draws an even number of digits as one row of bars; `None` for anything else.
pub(crate) fn draw(digits: &str) -> Option<Modules> {
    let is_set_c = digits.bytes().all(|byte| byte.is_ascii_digit());
    if digits.is_empty() || !digits.len().is_multiple_of(2) || !is_set_c {
        return None;
    }
    let code = Code128::encode(digits.as_bytes());
    let runs = |(bar, space)| {
        let dark = std::iter::repeat_n(true, usize::from(bar));
        dark.chain(std::iter::repeat_n(false, usize::from(space)))
    };
    let row: Vec<bool> = code.bars().map(|bar| (bar.width, bar.space)).flat_map(runs).collect();
    let width = row.iter().rposition(|dark| *dark)? + 1;
    Some(Modules::of_rows(width, [row]))
}

/// How high the bars are: at least 15 of 100 of the code's width.
pub(crate) fn bar_height(width: usize) -> usize {
    (width * 15).div_ceil(100)
}
