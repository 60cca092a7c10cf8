//! How a phone sees a code: as so many pixels a module, turned, blurred, pale.
#![expect(
    clippy::float_arithmetic,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "pictures, not money"
)]

use std::io::Cursor;

use groat_payment_codes::picture::{Picture, Symbology};

/// One way to see a code.
pub(crate) struct Look {
    pub(crate) name: &'static str,
    /// Pixels a module.
    scale: u32,
    /// Degrees to the left.
    turn: u16,
    /// How often the picture is smeared over its neighbours.
    blur: usize,
    /// Grey values of dark and light.
    tones: (u8, u8),
}

const FULL: (u8, u8) = (0, 255);
const PALE: (u8, u8) = (105, 185);

const fn look(name: &'static str, scale: u32, turn: u16, blur: usize, tones: (u8, u8)) -> Look {
    Look { name, scale, turn, blur, tones }
}

/// A print of 300 dots to the inch has five for a module of the least size.
pub(crate) const PRINTS: [Look; 5] = [
    look("print", 5, 0, 0, FULL),
    look("print, on its side", 5, 90, 0, FULL),
    look("print, askew", 5, ASKEW, 0, FULL),
    look("print, blurred", 5, 0, 2, FULL),
    look("print, pale, blurred and askew", 5, ASKEW, 1, PALE),
];

/// A screen shows three or four pixels.
pub(crate) const SCREENS: [Look; 5] = [
    look("screen", 3, 0, 0, FULL),
    look("screen, on its side and pale", 3, 90, 0, PALE),
    look("screen, askew", 4, ASKEW, 0, FULL),
    look("screen, blurred", 4, 0, 1, FULL),
    look("screen, pale", 3, 0, 0, PALE),
];

const ASKEW: u16 = 7;

/// The rows of a PDF417 are three modules high and 222 wide: what is askew by more than two degrees
/// ZXing reads line by line across too many rows.
const ASKEW_STACKED: u16 = 2;

/// A picture in shades of grey.
#[derive(Clone)]
pub(crate) struct Grey {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) pixels: Vec<u8>,
}

impl Look {
    /// Draws the code through its PNG file and looks at it.
    pub(crate) fn of(&self, picture: &Picture) -> Grey {
        let upright = Grey::of_png(&picture.png(self.scale).unwrap());
        let is_stacked = picture.symbology() == Symbology::Pdf417;
        let mut seen = match self.turn {
            0 => upright,
            90 => upright.on_its_side(),
            _ if is_stacked => upright.turned(f64::from(ASKEW_STACKED)),
            degrees => upright.turned(f64::from(degrees)),
        };
        for _ in 0..self.blur {
            seen = seen.smeared();
        }
        let (dark, light) = self.tones;
        for pixel in &mut seen.pixels {
            *pixel = (u16::from(dark) + u16::from(*pixel) * u16::from(light - dark) / 255) as u8;
        }
        seen
    }
}

impl Grey {
    /// Reads a picture of one bit a pixel.
    fn of_png(file: &[u8]) -> Grey {
        let mut decoder = png::Decoder::new(Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut picture = decoder.read_info().unwrap();
        let mut pixels = vec![0; picture.output_buffer_size().unwrap()];
        let frame = picture.next_frame(&mut pixels).unwrap();
        Grey { width: frame.width as usize, height: frame.height as usize, pixels }
    }

    /// The picture in the plainest of file formats, Netpbm's grey map.
    pub(crate) fn file(&self) -> Vec<u8> {
        let mut file = format!("P5 {} {} 255\n", self.width, self.height).into_bytes();
        file.extend_from_slice(&self.pixels);
        file
    }

    /// The grey of a pixel; beyond the edge lies white paper.
    fn at(&self, x: i64, y: i64) -> u8 {
        // What is negative becomes larger than any picture.
        let (x, y) = (x as usize, y as usize);
        if x < self.width && y < self.height { self.pixels[y * self.width + x] } else { 255 }
    }

    fn on_its_side(&self) -> Grey {
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for x in (0..self.width).rev() {
            for y in 0..self.height {
                pixels.push(self.pixels[y * self.width + x]);
            }
        }
        Grey { width: self.height, height: self.width, pixels }
    }

    /// Turns the picture about its middle on a sheet large enough to hold it.
    fn turned(&self, degrees: f64) -> Grey {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let (width, height) = (self.width as f64, self.height as f64);
        let (across, down) = (width * cos + height * sin, width * sin + height * cos);
        let mut turned = Grey { width: across.ceil() as usize, height: 0, pixels: Vec::new() };
        while turned.height < down.ceil() as usize {
            let y = turned.height as f64 + 0.5 - down / 2.0;
            for x in 0..turned.width {
                let x = x as f64 + 0.5 - across / 2.0;
                let from = (x * cos - y * sin + width / 2.0, x * sin + y * cos + height / 2.0);
                turned.pixels.push(self.between(from.0, from.1));
            }
            turned.height += 1;
        }
        turned
    }

    /// The grey between the four pixels around a place.
    fn between(&self, x: f64, y: f64) -> u8 {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_share, low_share) = (x - left, y - top);
        let (left, top) = (left as i64, top as i64);
        let row = |y| {
            let (near, far) = (f64::from(self.at(left, y)), f64::from(self.at(left + 1, y)));
            near + (far - near) * right_share
        };
        let (upper, lower) = (row(top), row(top + 1));
        (upper + (lower - upper) * low_share).round() as u8
    }

    /// Every pixel mixed with its eight neighbours, as through a lens slightly out of focus.
    fn smeared(&self) -> Grey {
        let (width, height) = (self.width as i64, self.height as i64);
        let mut pixels = Vec::with_capacity(self.pixels.len());
        // Each column's sum over three rows serves three pixels.
        let column = |x, y| {
            let grey = |y| u32::from(self.at(x, y));
            grey(y - 1) + 2 * grey(y) + grey(y + 1)
        };
        for y in 0..height {
            let (mut left, mut middle) = (column(-1, y), column(0, y));
            for x in 0..width {
                let right = column(x + 1, y);
                pixels.push(((left + 2 * middle + right) / 16) as u8);
                (left, middle) = (middle, right);
            }
        }
        Grey { width: self.width, height: self.height, pixels }
    }
}
