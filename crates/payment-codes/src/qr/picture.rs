//! Pictures of a code: an SVG path, an SVG document, text for a terminal, PNG.

use std::fmt::Write as _;

use super::Code;

/// Light modules on each side that a scanner needs (ISO/IEC 18004:2015, section 6.3.8).
pub const QUIET_ZONE: usize = 4;

/// A PNG picture could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PngError {
    /// A scale of zero, or one that makes a side too long to count.
    #[error("at {scale} pixels a module there is no picture")]
    Scale {
        /// Pixels on one side of a module.
        scale: u32,
    },
    /// The writer failed.
    #[error("the picture cannot be written")]
    Write(#[source] png::EncodingError),
}

impl Code {
    /// Returns all dark modules as one SVG path: `M0 0h7v1h-7z…`, one unit a module, without the
    /// quiet zone. Draw it with `shape-rendering="crispEdges"`, or hairlines appear.
    #[must_use]
    pub fn svg_path(&self) -> String {
        let mut path = String::with_capacity(self.size * self.size * 5);
        for (y, row) in self.rows().enumerate() {
            for (x, length) in dark_runs(row, self.size) {
                path.push('M');
                push_number(&mut path, x);
                path.push(' ');
                push_number(&mut path, y);
                path.push('h');
                push_number(&mut path, length);
                path.push_str("v1h-");
                push_number(&mut path, length);
                path.push('z');
            }
        }
        path
    }

    /// Returns an SVG document, black on white, with its quiet zone; the whole is so many
    /// millimetres wide.
    #[must_use]
    pub fn svg(&self, side_mm: u32) -> String {
        let side = self.size + 2 * QUIET_ZONE;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side_mm}mm\" \
             height=\"{side_mm}mm\" viewBox=\"-{QUIET_ZONE} -{QUIET_ZONE} {side} {side}\" \
             shape-rendering=\"crispEdges\"><path fill=\"#fff\" \
             d=\"M-{QUIET_ZONE}-{QUIET_ZONE}h{side}v{side}h-{side}z\"/><path d=\"{}\"/></svg>\n",
            self.svg_path()
        )
    }

    /// Returns the code in half blocks with its quiet zone, two rows of modules a line.
    ///
    /// The light modules are the filled ones, so that on a dark terminal the code is dark on light
    /// as phones expect it.
    #[must_use]
    pub fn text(&self) -> String {
        self.half_blocks("", "", ["█", "▀", "▄", " "])
    }

    /// Returns the code in half blocks with its quiet zone, with the terminal's own signs for black
    /// and white (ECMA-48), so that it is dark on light on every terminal.
    #[must_use]
    pub fn coloured_text(&self) -> String {
        self.half_blocks("\u{1b}[30;107m", "\u{1b}[0m", [" ", "▄", "▀", "█"])
    }

    /// Signs: both modules light, upper light, lower light, both dark.
    fn half_blocks(&self, before: &str, after: &str, signs: [&str; 4]) -> String {
        let side = self.size + 2 * QUIET_ZONE;
        let dark = |x: usize, y: usize| {
            let inside = x.checked_sub(QUIET_ZONE).zip(y.checked_sub(QUIET_ZONE));
            inside.is_some_and(|(x, y)| self.is_dark(x, y))
        };
        let [light, upper_light, lower_light, full] = signs;
        let mut text = String::with_capacity(side * (side * 2 + before.len() + after.len()));
        for y in (0..side).step_by(2) {
            text.push_str(before);
            for x in 0..side {
                text.push_str(match (dark(x, y), dark(x, y + 1)) {
                    (false, false) => light,
                    (false, true) => upper_light,
                    (true, false) => lower_light,
                    (true, true) => full,
                });
            }
            text.push_str(after);
            text.push('\n');
        }
        text
    }

    /// Returns a PNG file in black and white, one bit a pixel, with its quiet zone.
    ///
    /// # Errors
    /// [`PngError::Scale`] where `scale`, the pixels on one side of a module, makes no picture.
    pub fn png(&self, scale: u32) -> Result<Vec<u8>, PngError> {
        let modules = self.size + 2 * QUIET_ZONE;
        let side = u32::try_from(modules).ok().and_then(|modules| modules.checked_mul(scale));
        let side = side.filter(|side| (1..=32_768).contains(side));
        let (Some(side), Ok(repeat)) = (side, usize::try_from(scale)) else {
            return Err(PngError::Scale { scale });
        };
        let mut pixels: Vec<u8> = Vec::new();
        for y in 0..modules {
            let row = (0..modules).map(|x| {
                let inside = x.checked_sub(QUIET_ZONE).zip(y.checked_sub(QUIET_ZONE));
                !inside.is_some_and(|(x, y)| self.is_dark(x, y))
            });
            let row: Vec<bool> = row.flat_map(|light| std::iter::repeat_n(light, repeat)).collect();
            let row: Vec<u8> = row.chunks(8).map(byte).collect();
            for _ in 0..repeat {
                pixels.extend_from_slice(&row);
            }
        }
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, side, side);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header().map_err(PngError::Write)?;
        writer.write_image_data(&pixels).map_err(PngError::Write)?;
        writer.finish().map_err(PngError::Write)?;
        Ok(file)
    }
}

/// Start and length of each run of dark modules.
fn dark_runs(row: &[u64], size: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = find(row, at, 0).filter(|start| *start < size)?;
        at = find(row, start, u64::MAX).unwrap_or(size);
        Some((start, at - start))
    })
}

/// The first place from `from` on whose bit differs from `colour`, all zeros or all ones.
fn find(row: &[u64], from: usize, colour: u64) -> Option<usize> {
    let mut keep = u64::MAX << (from % 64);
    for (at, word) in row.iter().enumerate().skip(from / 64) {
        let other = (word ^ colour) & keep;
        if other != 0 {
            return Some(at * 64 + usize::try_from(other.trailing_zeros()).unwrap_or(0));
        }
        keep = u64::MAX;
    }
    None
}

/// Eight pixels, the first in the highest bit; missing ones are light.
fn byte(pixels: &[bool]) -> u8 {
    let lit = pixels.iter().chain(std::iter::repeat(&true)).take(8);
    lit.fold(0, |byte, light| byte << 1 | u8::from(*light))
}

fn push_number(text: &mut String, number: usize) {
    match u8::try_from(number) {
        Ok(digit @ 0..10) => text.push(char::from(b'0' + digit)),
        Ok(pair @ 10..100) => {
            text.push(char::from(b'0' + pair / 10));
            text.push(char::from(b'0' + pair % 10));
        }
        // Writing into a String cannot fail.
        _ => drop(write!(text, "{number}")),
    }
}
