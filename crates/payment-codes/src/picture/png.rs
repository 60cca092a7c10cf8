//! Codes as PNG files in black and white, one bit a pixel.

use super::sheet::Sheet;

/// The longest side of a picture in pixels.
const SIDE_MAX: u32 = 32_768;

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

impl Sheet<'_> {
    /// Returns a PNG file with the quiet zone, so many pixels a module.
    pub(crate) fn png(&self, scale: u32) -> Result<Vec<u8>, PngError> {
        let side = |modules: usize| {
            let side = u32::try_from(modules).ok()?.checked_mul(scale)?;
            (1..=SIDE_MAX).contains(&side).then_some(side)
        };
        let sides = side(self.width()).zip(side(self.height()));
        let (Some((width, height)), Ok(scale_wide)) = (sides, usize::try_from(scale)) else {
            return Err(PngError::Scale { scale });
        };
        let pixels = self.pixels(scale_wide);
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let mut writer = encoder.write_header().map_err(PngError::Write)?;
        writer.write_image_data(&pixels).map_err(PngError::Write)?;
        writer.finish().map_err(PngError::Write)?;
        Ok(file)
    }

    /// The rows of pixels, eight pixels a byte; a set bit is light.
    fn pixels(&self, scale: usize) -> Vec<u8> {
        let mut pixels = Vec::new();
        for y in 0..self.height() {
            let row = (0..self.width()).map(|x| !self.is_dark(x, y));
            let row: Vec<bool> = row.flat_map(|light| std::iter::repeat_n(light, scale)).collect();
            let plain: Vec<u8> = row.chunks(8).map(byte).collect();
            for part in 0..scale {
                match self.marked(&row, y * scale + part, scale) {
                    Some(row) => pixels.extend(row.chunks(8).map(byte)),
                    None => pixels.extend_from_slice(&plain),
                }
            }
        }
        pixels
    }

    /// A row of pixels with the mark over it, where the mark reaches the row.
    fn marked(&self, row: &[bool], y: usize, scale: usize) -> Option<Vec<bool>> {
        let mark = self.mark?;
        let (left, top) = self.quiet;
        let y = self.offset(y, top, scale)?;
        let side = i64::try_from(2 * self.modules.width() * scale).ok()?;
        if y.saturating_mul(mark.units).abs() > mark.reach.saturating_mul(side) {
            return None;
        }
        let pixel = |(x, light): (usize, &bool)| {
            let x = self.offset(x, left, scale);
            !x.and_then(|x| mark.colour_at(x, y, side)).unwrap_or(!light)
        };
        Some(row.iter().enumerate().map(pixel).collect())
    }

    /// How many half pixels the middle of a pixel is away from the middle of the code.
    fn offset(&self, pixel: usize, quiet: usize, scale: usize) -> Option<i64> {
        let middle = (2 * quiet + self.modules.width()) * scale;
        Some(i64::try_from(2 * pixel + 1).ok()? - i64::try_from(middle).ok()?)
    }
}

/// Eight pixels, the first in the highest bit; missing ones are light.
fn byte(pixels: &[bool]) -> u8 {
    let lit = pixels.iter().chain(std::iter::repeat(&true)).take(8);
    lit.fold(0, |byte, light| byte << 1 | u8::from(*light))
}
