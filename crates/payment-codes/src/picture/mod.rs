//! Pictures of payment codes: each text in the kind of code its standard wants, as SVG, PNG, drawing
//! operators of a PDF page, and text for a terminal.
//!
//! ```
//! use groat_payment_codes::picture::{Length, Print, draw};
//! use groat_payment_codes::Standard;
//!
//! let picture = draw(Some(Standard::Swish), "C1230000017;;LB-2K7Q;2")?;
//! assert_eq!(picture.modules().width(), 25);
//! let svg = picture.svg(Length::mm(30));
//! assert!(svg.starts_with("<svg"));
//! let print = Print { distance: Length::mm(1500), dots_per_inch: 300 };
//! assert_eq!(picture.least_size(print).width.in_mm_rounded_up(), 199);
//! # Ok::<(), groat_payment_codes::picture::DrawError>(())
//! ```
//!
//! # Limits
//! Black on white only; marks are drawn without grey edges in PNG, which has one bit a pixel.

mod code128;
mod length;
mod mark;
mod mark_path;
mod modules;
mod pdf;
mod pdf417;
mod png;
mod rules;
mod sheet;
mod size;
mod spelling;
mod svg;
mod terminal;

pub use length::Length;
pub use mark_path::MarkPath;
pub use modules::Modules;
pub use png::PngError;
pub use rules::{SymbolRules, Symbology};
pub use size::{ARMS_LENGTH, Print, PrintedSize};

pub(crate) use sheet::Sheet;

use mark::Mark;
use rules::Printed;
use spelling::Spelled;

use crate::Standard;
use crate::qr::{self, Code, EcLevel, Wanted};

/// Why a text cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DrawError {
    /// There is no text.
    #[error("there is no text to draw")]
    Empty,
    /// The text is longer than the largest code that the standard allows.
    #[error("{found} bytes are more than the {max} that the code holds")]
    TooLong {
        /// How many bytes the text has.
        found: usize,
        /// How many bytes the largest code holds.
        max: usize,
    },
    /// A sign that the character set of the standard does not have.
    #[error("{found:?} at place {at} is not in the character set of the code")]
    Sign {
        /// Its place, counted in characters from zero.
        at: usize,
        /// The sign.
        found: char,
    },
    /// The bars take an even number of digits and nothing else.
    #[error("the bars take an even number of digits and nothing else")]
    Digits,
}

/// A code drawn as its standard wants it.
#[derive(Clone)]
pub struct Picture {
    symbology: Symbology,
    /// Version and level of a QR code.
    qr: Option<(u8, EcLevel)>,
    modules: Modules,
    row_height: usize,
    quiet: (usize, usize),
    mark: Option<&'static Mark>,
    printed: Printed,
}

/// Draws a text as its standard wants it; a text of no standard as a QR code of level M.
///
/// Blanks at the end and a character set in front are added where the standard asks for them, and
/// a text in which small letters and capitals mean the same is drawn in capitals. Nothing else is
/// changed.
///
/// # Errors
/// [`DrawError`] where the code cannot carry the text. Whether the text keeps the grammar of its
/// standard is not asked here.
pub fn draw(standard: Option<Standard>, text: &str) -> Result<Picture, DrawError> {
    if text.is_empty() {
        return Err(DrawError::Empty);
    }
    let rules = standard.map_or_else(SymbolRules::of_any_text, Standard::symbol);
    match rules.symbology {
        Symbology::Qr => draw_qr(text, &rules),
        Symbology::Pdf417 => {
            let too_long = DrawError::TooLong { found: text.len(), max: pdf417::BYTES_MAX };
            let modules = pdf417::draw(text.as_bytes()).ok_or(too_long)?;
            let quiet = (pdf417::QUIET_ZONE, pdf417::QUIET_ZONE);
            Ok(Picture::of_bars(&rules, modules, pdf417::ROW_HEIGHT, quiet))
        }
        Symbology::Code128 => {
            let modules = code128::draw(text).ok_or(DrawError::Digits)?;
            let height = code128::bar_height(modules.width());
            Ok(Picture::of_bars(&rules, modules, height, (code128::QUIET_ZONE, qr::QUIET_ZONE)))
        }
    }
}

fn draw_qr(text: &str, rules: &SymbolRules) -> Result<Picture, DrawError> {
    let spelled = Spelled::of(text, rules)?;
    let drawn = rules.levels.iter().find_map(|level| {
        let versions = rules.versions.clone();
        let wanted = Wanted { level: *level, versions, eci: spelled.eci, modes: rules.modes };
        Some((*level, Code::draw(&spelled.bytes, &wanted).ok()?))
    });
    let (level, code) = drawn.ok_or_else(|| DrawError::TooLong {
        found: spelled.bytes.len(),
        max: qr::bytes_max(*rules.versions.end(), rules.levels, spelled.eci),
    })?;
    let quiet = match rules.printed {
        Printed::Fixed { side, quiet } => white_around(code.size(), side, quiet),
        _ => qr::QUIET_ZONE,
    };
    Ok(Picture {
        symbology: Symbology::Qr,
        qr: Some((code.version(), level)),
        modules: code.into_modules(),
        row_height: 1,
        quiet: (quiet, quiet),
        mark: rules.mark,
        printed: rules.printed,
    })
}

/// How many modules are at least so much white, and never less than a QR code needs.
fn white_around(modules: usize, side: Length, quiet: Length) -> usize {
    let modules = u64::try_from(modules).unwrap_or(0).saturating_mul(quiet.in_micrometres());
    let quiet = modules.div_ceil(side.in_micrometres().max(1));
    usize::try_from(quiet).map_or(qr::QUIET_ZONE, |quiet| quiet.max(qr::QUIET_ZONE))
}

impl Picture {
    fn of_bars(
        rules: &SymbolRules,
        modules: Modules,
        row_height: usize,
        quiet: (usize, usize),
    ) -> Picture {
        let (symbology, printed) = (rules.symbology, rules.printed);
        Picture { symbology, qr: None, modules, row_height, quiet, mark: None, printed }
    }

    /// Returns the kind of code.
    #[must_use]
    pub fn symbology(&self) -> Symbology {
        self.symbology
    }

    /// Returns version and error level of a QR code.
    #[must_use]
    pub fn qr_version(&self) -> Option<(u8, EcLevel)> {
        self.qr
    }

    /// Returns the modules, without quiet zone and mark. A row of a PDF417 or Code 128 is drawn
    /// several modules high.
    #[must_use]
    pub fn modules(&self) -> &Modules {
        &self.modules
    }

    /// Returns how many modules the picture is wide, its quiet zone included.
    #[must_use]
    pub fn width_in_modules(&self) -> usize {
        self.sheet().width()
    }

    /// Returns how many modules the picture is high, its quiet zone included.
    #[must_use]
    pub fn height_in_modules(&self) -> usize {
        self.sheet().height()
    }

    /// Returns how high the picture is where it is so wide.
    #[must_use]
    pub fn height_at(&self, width: Length) -> Length {
        self.sheet().height_at(width)
    }

    /// Returns all dark modules as one SVG path: `M0 0h7v1h-7z…`, one unit a module, without quiet
    /// zone and mark. Draw it with `shape-rendering="crispEdges"`, or hairlines appear.
    #[must_use]
    pub fn svg_path(&self) -> String {
        self.sheet().svg_path()
    }

    /// Returns the shapes of the mark that the standard wants over the modules, the lowest first;
    /// none where it wants none.
    #[must_use]
    pub fn mark_paths(&self) -> Vec<MarkPath> {
        let side = self.modules.width();
        self.mark.map(|mark| mark_path::mark_paths(mark, side)).unwrap_or_default()
    }

    /// Returns an SVG document, black on white, with quiet zone and mark; the whole is so wide.
    #[must_use]
    pub fn svg(&self, width: Length) -> String {
        self.sheet().svg(width)
    }

    /// Returns a PNG file in black and white, one bit a pixel, with quiet zone and mark.
    ///
    /// # Errors
    /// [`PngError::Scale`] where `scale`, the pixels on one side of a module, makes no picture.
    pub fn png(&self, scale: u32) -> Result<Vec<u8>, PngError> {
        self.sheet().png(scale)
    }

    /// Returns the operators of a PDF page (ISO 32000-1, section 8.5) that paint the picture with
    /// quiet zone and mark: a unit is a module, the origin its upper left corner, and y grows
    /// downwards.
    #[must_use]
    pub fn pdf_operators(&self) -> String {
        self.sheet().pdf_operators()
    }

    /// Returns the picture in half blocks, two rows of modules a line, for a dark terminal: the light
    /// modules are the filled ones. A mark is drawn as coarsely as the modules are.
    #[must_use]
    pub fn text(&self) -> String {
        self.sheet().text()
    }

    /// Returns the picture in half blocks with the terminal's own signs for black and white
    /// (ECMA-48), so that it is dark on light on every terminal.
    #[must_use]
    pub fn coloured_text(&self) -> String {
        self.sheet().coloured_text()
    }

    fn sheet(&self) -> Sheet<'_> {
        let Picture { modules, row_height, quiet, mark, .. } = self;
        Sheet { modules, row_height: *row_height, quiet: *quiet, mark: *mark }
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Picture { symbology, qr, .. } = self;
        let side = (self.width_in_modules(), self.height_in_modules());
        f.debug_struct("Picture")
            .field("symbology", symbology)
            .field("qr", qr)
            .field("modules", &side)
            .finish_non_exhaustive()
    }
}
