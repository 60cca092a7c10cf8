//! One code as a file: SVG, PNG, PDF or text.

use groat_app::{Code as FaultCode, Fault};
use groat_payment_codes::Standard;
use groat_payment_codes::picture::{self, ARMS_LENGTH, DrawError, Length, Print};

use super::malformed;

/// How wide a picture is where neither its standard nor the person says so, if not wider to be read.
const WIDTH: Length = Length::mm(40);

/// Paper in the hand, from an ordinary printer.
const PRINT: Print = Print { distance: ARMS_LENGTH, dots_per_inch: 300 };

/// Pixels of a PNG to the millimetre: a little over 300 to the inch.
const PIXELS_PER_MM: u64 = 12;

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

/// Draws a text as the standard wants it that it is written in, so many millimetres wide with its
/// quiet zone; without a width, as wide as the standard wants it, or 40 mm and as much more as a
/// paper in the hand needs.
///
/// Text has no size. The width of a PNG is rounded up to whole pixels for a module.
///
/// # Errors
/// [`FaultCode::CodeTooLong`] for more than a code of the standard holds,
/// [`FaultCode::ArgumentsMalformed`] for no text or one that the code has no signs for.
pub fn picture(payload: &str, kind: Picture, width_mm: Option<u32>) -> Result<Vec<u8>, Fault> {
    let drawn = picture::draw(Standard::recognise(payload), payload).map_err(not_drawn)?;
    let own_width =
        || drawn.fixed_width().unwrap_or_else(|| WIDTH.max(drawn.least_size(PRINT).width));
    let width = width_mm.map_or_else(own_width, Length::mm);
    Ok(match kind {
        Picture::Svg => drawn.svg(width).into_bytes(),
        Picture::Png => {
            let modules = u64::try_from(drawn.width_in_modules()).unwrap_or(u64::MAX);
            let pixels = width.in_micrometres().saturating_mul(PIXELS_PER_MM);
            let scale = pixels.div_ceil(modules.saturating_mul(1000));
            drawn
                .png(u32::try_from(scale).unwrap_or(u32::MAX))
                .map_err(|error| Fault::new(FaultCode::Internal).because(error))?
        }
        Picture::Pdf => pdf(&drawn, width),
        Picture::Text => drawn.text().into_bytes(),
        Picture::ColouredText => drawn.coloured_text().into_bytes(),
    })
}

fn not_drawn(error: DrawError) -> Fault {
    let fault = match error {
        DrawError::TooLong { found, max } => {
            Fault::new(FaultCode::CodeTooLong).with("bytes", found).with("max", max)
        }
        _ => malformed("payload"),
    };
    fault.at("payload")
}

/// Writes a page with the code on it (ISO 32000-1).
fn pdf(drawn: &picture::Picture, width: Length) -> Vec<u8> {
    let modules = u64::try_from(drawn.width_in_modules()).unwrap_or(1);
    let across = points(width, 1);
    let down = points(drawn.height_at(width), 1);
    let module = points(width, modules);
    let drawing = format!("{module} 0 0 -{module} 0 {down} cm\n{}", drawn.pdf_operators());
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {across} {down}] /Resources << >> \
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

/// A part of a length in points, 360/127 to the millimetre, with six decimals: finer than any
/// printer.
fn points(length: Length, parts: u64) -> String {
    let millionths = length.in_micrometres() * 360_000 / (127 * parts.max(1));
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}
