//! One code as a file: SVG, PNG, PDF or text.

use groat_app::{Code as FaultCode, Fault};
use groat_payment_codes::qr::{Code, EcLevel, QUIET_ZONE};

use super::malformed;

/// The most bytes a QR code of level M holds (ISO/IEC 18004:2015, table 7, version 40).
const PICTURE_BYTES_MAX: u32 = 2331;

/// Pixels of a PNG to the millimetre: a little over 300 to the inch.
const PIXELS_PER_MM: u32 = 12;

/// A kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// An SVG document.
    Svg,
    /// A PNG file in black and white.
    Png,
    /// A PDF file of one page, as large as the code.
    Pdf,
    /// Half blocks, light on dark, as most terminals are.
    Text,
    /// Half blocks in the terminal's own black and white: dark on light wherever colours are shown.
    ColouredText,
}

/// Draws a text as a QR code of level M in byte mode, so many millimetres wide with its quiet zone.
///
/// Text has no size. The side of a PNG is rounded up to whole pixels for a module.
///
/// # Errors
/// [`FaultCode::ArgumentsMalformed`] for no text, [`FaultCode::CodeTooLong`] for more than a code
/// holds.
pub fn picture(payload: &str, kind: Picture, side_mm: u32) -> Result<Vec<u8>, Fault> {
    if payload.is_empty() {
        return Err(malformed("payload").at("payload"));
    }
    let code = Code::encode(payload, EcLevel::Medium).map_err(|error| {
        Fault::new(FaultCode::CodeTooLong)
            .with("bytes", error.bytes)
            .with("max", PICTURE_BYTES_MAX)
            .at("payload")
    })?;
    let modules = u32::try_from(code.size() + 2 * QUIET_ZONE).unwrap_or(u32::MAX);
    Ok(match kind {
        Picture::Svg => code.svg(side_mm).into_bytes(),
        Picture::Png => code
            .png(side_mm.saturating_mul(PIXELS_PER_MM).div_ceil(modules))
            .map_err(|error| Fault::new(FaultCode::Internal).because(error))?,
        Picture::Pdf => pdf(&code, side_mm),
        Picture::Text => code.text().into_bytes(),
        Picture::ColouredText => code.coloured_text().into_bytes(),
    })
}

/// Writes a page with the code on it (ISO 32000-1): the dark modules of each row as rectangles.
fn pdf(code: &Code, side_mm: u32) -> Vec<u8> {
    let modules = u64::try_from(code.size() + 2 * QUIET_ZONE).unwrap_or(1);
    // A millimetre is 360/127 points.
    let points = u64::from(side_mm) * 360;
    let side = decimal(points, 127);
    let module = decimal(points, 127 * modules);
    let drawing = format!(
        "1 g 0 0 {side} {side} re f\n0 g {module} 0 0 -{module} 0 {side} cm\n{}f\n",
        rectangles(code)
    );
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {side} {side}] /Resources << >> \
             /Contents 4 0 R >>"
        ),
        format!("<< /Length {} >>\nstream\n{drawing}endstream", drawing.len()),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        places.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (count, table) = (objects.len() + 1, file.len());
    file.push_str(&format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\n\
         startxref\n{table}\n%%EOF\n"
    ));
    file.into_bytes()
}

/// Runs of dark modules, in module units from the top left of the quiet zone.
fn rectangles(code: &Code) -> String {
    let mut drawn = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let length = (x..code.size()).take_while(|x| code.is_dark(*x, y)).count();
            if length > 0 {
                let (left, top) = (x + QUIET_ZONE, y + QUIET_ZONE);
                drawn.push_str(&format!("{left} {top} {length} 1 re\n"));
            }
            x += length + 1;
        }
    }
    drawn
}

/// A fraction with six decimals, which is finer than any printer.
fn decimal(numerator: u64, denominator: u64) -> String {
    let millionths = numerator * 1_000_000 / denominator.max(1);
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}
