//! The encoders of others that draw a code from its bytes, and a reader for what they drew.

use std::error::Error;
use std::hint::black_box;

/// What is to be drawn, the same for everybody.
pub(super) struct Job {
    /// Level Q instead of M.
    pub(super) better: bool,
    /// Whether digits and capitals may take less room.
    pub(super) shortest: bool,
    /// Blanks are added up to so many bytes.
    pub(super) padded: usize,
}

impl Job {
    /// The bytes of a text.
    pub(super) fn bytes(&self, text: &str) -> Vec<u8> {
        let mut bytes = text.as_bytes().to_vec();
        let length = self.padded.max(bytes.len());
        bytes.resize(length, b' ');
        bytes
    }
}

/// An encoder as the bench sees it.
pub(super) struct Encoder {
    pub(super) name: &'static str,
    /// Draws a code and throws it away; false where it fails.
    pub(super) encode: fn(&[u8], &Job) -> bool,
    /// Draws a code and shows it.
    pub(super) show: fn(&[u8], &Job) -> Option<Square>,
}

/// A drawn code: its modules row by row, true where dark.
pub(super) struct Square {
    side: usize,
    dark: Vec<bool>,
}

pub(super) const ENCODERS: [Encoder; 4] = [
    Encoder { name: "libqrencode", encode: libqrencode::encode, show: libqrencode::show },
    Encoder { name: "fast_qr", encode: fast_qr::encode, show: fast_qr::show },
    Encoder { name: "qrcodegen", encode: qrcodegen::encode, show: qrcodegen::show },
    Encoder { name: "qrcode", encode: qrcode::encode, show: qrcode::show },
];

impl Square {
    /// Takes every module of a square by its column and row.
    fn of(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> Square {
        let places = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
        Square { side, dark: places.map(|(x, y)| is_dark(x, y)).collect() }
    }

    /// Reads the code from a picture with three pixels a module and a quiet zone of four modules.
    pub(super) fn scanned(&self) -> Result<String, Box<dyn Error>> {
        const SCALE: usize = 3;
        let quiet = 4;
        let width = (self.side + 2 * quiet) * SCALE;
        let module = |pixel: usize| (pixel / SCALE).checked_sub(quiet).filter(|at| *at < self.side);
        let dark = |(x, y): (usize, usize)| {
            let place = module(x).zip(module(y)).map(|(x, y)| y * self.side + x);
            place.and_then(|place| self.dark.get(place)).copied().unwrap_or(false)
        };
        let pixels = (0..width).flat_map(|y| (0..width).map(move |x| (x, y)));
        let grey = pixels.map(|pixel| if dark(pixel) { 0 } else { 255 }).collect();
        let width = u32::try_from(width)?;
        Ok(rxing::helpers::detect_in_luma(grey, width, width, None)?.getText().to_owned())
    }
}

mod fast_qr {
    use fast_qr::{ECL, Mode, QRBuilder, QRCode};

    use super::{Job, Square, black_box};

    pub(super) fn encode(payload: &[u8], job: &Job) -> bool {
        black_box(drawn(payload, job)).is_some()
    }

    pub(super) fn show(payload: &[u8], job: &Job) -> Option<Square> {
        let code = drawn(payload, job)?;
        let dark = |x: usize, y: usize| {
            code.data.get(y * code.size + x).is_some_and(|module| module.value())
        };
        Some(Square::of(code.size, dark))
    }

    fn drawn(payload: &[u8], job: &Job) -> Option<QRCode> {
        let mut code = QRBuilder::new(payload);
        code.ecl(if job.better { ECL::Q } else { ECL::M });
        if !job.shortest {
            code.mode(Mode::Byte);
        }
        code.build().ok()
    }
}

mod qrcodegen {
    use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

    use super::{Job, Square, black_box};

    pub(super) fn encode(payload: &[u8], job: &Job) -> bool {
        black_box(drawn(payload, job)).is_some()
    }

    pub(super) fn show(payload: &[u8], job: &Job) -> Option<Square> {
        let code = drawn(payload, job)?;
        let at = |place: usize| i32::try_from(place).unwrap_or(-1);
        let side = usize::try_from(code.size()).ok()?;
        Some(Square::of(side, |x, y| code.get_module(at(x), at(y))))
    }

    fn drawn(payload: &[u8], job: &Job) -> Option<QrCode> {
        let segments = if job.shortest {
            QrSegment::make_segments(std::str::from_utf8(payload).ok()?)
        } else {
            vec![QrSegment::make_bytes(payload)]
        };
        let level = if job.better { QrCodeEcc::Quartile } else { QrCodeEcc::Medium };
        let (first, last) = (Version::MIN, Version::MAX);
        QrCode::encode_segments_advanced(&segments, level, first, last, None, false).ok()
    }
}

mod qrcode {
    use qrcode::bits::Bits;
    use qrcode::{Color, EcLevel, QrCode, Version};

    use super::{Job, Square, black_box};

    pub(super) fn encode(payload: &[u8], job: &Job) -> bool {
        black_box(drawn(payload, job)).is_some()
    }

    pub(super) fn show(payload: &[u8], job: &Job) -> Option<Square> {
        let code = drawn(payload, job)?;
        let (side, colours) = (code.width(), code.into_colors());
        let dark = |x: usize, y: usize| colours.get(y * side + x) == Some(&Color::Dark);
        Some(Square::of(side, dark))
    }

    fn drawn(payload: &[u8], job: &Job) -> Option<QrCode> {
        let level = if job.better { EcLevel::Q } else { EcLevel::M };
        if job.shortest {
            return QrCode::with_error_correction_level(payload, level).ok();
        }
        let filled = |version| {
            let mut bits = Bits::new(Version::Normal(version));
            let pushed = bits.push_byte_data(payload).and_then(|()| bits.push_terminator(level));
            pushed.ok().map(|()| bits)
        };
        QrCode::with_bits((1..=40).find_map(filled)?, level).ok()
    }
}

#[expect(unsafe_code, reason = "libqrencode is written in C")]
mod libqrencode {
    use std::ffi::{CString, c_char, c_int, c_uchar};
    use std::ptr::NonNull;

    use super::{Job, Square, black_box};

    const LEVEL_M: c_int = 1;
    const LEVEL_Q: c_int = 2;
    const MODE_8: c_int = 2;
    const SMALLEST_VERSION: c_int = 0;

    /// `QRcode` of qrencode.h.
    #[repr(C)]
    struct RawCode {
        version: c_int,
        width: c_int,
        data: *mut c_uchar,
    }

    #[link(name = "qrencode")]
    unsafe extern "C" {
        fn QRcode_encodeData(
            size: c_int,
            data: *const c_uchar,
            version: c_int,
            level: c_int,
        ) -> *mut RawCode;
        fn QRcode_encodeString(
            string: *const c_char,
            version: c_int,
            level: c_int,
            hint: c_int,
            casesensitive: c_int,
        ) -> *mut RawCode;
        fn QRcode_free(code: *mut RawCode);
    }

    struct Code(NonNull<RawCode>);

    impl Drop for Code {
        fn drop(&mut self) {
            // SAFETY: the pointer came from QRcode_encodeData and is freed once, here.
            unsafe { QRcode_free(self.0.as_ptr()) }
        }
    }

    pub(super) fn encode(payload: &[u8], job: &Job) -> bool {
        black_box(drawn(payload, job)).is_some()
    }

    pub(super) fn show(payload: &[u8], job: &Job) -> Option<Square> {
        let code = drawn(payload, job)?;
        // SAFETY: a code that was made points to width × width readable bytes until it is freed.
        let (side, modules) = unsafe {
            let raw = code.0.as_ref();
            let side = usize::try_from(raw.width).ok()?;
            (side, std::slice::from_raw_parts(raw.data, side * side))
        };
        Some(Square::of(side, |x, y| modules.get(y * side + x).is_some_and(|bits| bits & 1 == 1)))
    }

    fn drawn(payload: &[u8], job: &Job) -> Option<Code> {
        let level = if job.better { LEVEL_Q } else { LEVEL_M };
        if job.shortest {
            let text = CString::new(payload).ok()?;
            // SAFETY: the text ends with its zero and is not kept by the function.
            let code =
                unsafe { QRcode_encodeString(text.as_ptr(), SMALLEST_VERSION, level, MODE_8, 1) };
            return NonNull::new(code).map(Code);
        }
        let size = c_int::try_from(payload.len()).ok()?;
        // SAFETY: the function reads `size` bytes of the payload and keeps none of them.
        let code = unsafe { QRcode_encodeData(size, payload.as_ptr(), SMALLEST_VERSION, level) };
        NonNull::new(code).map(Code)
    }
}
