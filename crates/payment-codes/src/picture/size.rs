//! The least size of a printed code.
//!
//! Sources: 0.4 mm a module in the hand and 0.5 mm further away are what payment standards and
//! their users settled on (UPN QR 0.423 mm; National Bank of Ukraine 0.5 mm); a code read from
//! further away is as wide as a tenth of the distance, the common rule for posters and signs; a
//! printer draws a clean edge only with whole dots, and two of them are the least for a module (DENSO
//! WAVE, "Point for setting the module size", recommends four).

use super::Picture;
use super::length::Length;
use super::rules::{MODULE_IN_HAND, Printed, Symbology};

/// As far as a paper in the hand is from the phone.
pub const ARMS_LENGTH: Length = Length::mm(400);

const MODULE_AFAR: Length = Length::micrometres(500);
const DISTANCE_TO_SIDE: u64 = 10;
const DOTS_MIN: u64 = 2;
const INCH: Length = Length::micrometres(25_400);

/// Where a printed code is read, and what prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    /// From how far away.
    pub distance: Length,
    /// Dots to the inch of the printer.
    pub dots_per_inch: u32,
}

/// How large a code is on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintedSize {
    /// One side of a module.
    pub module: Length,
    /// From edge to edge, the quiet zone included.
    pub width: Length,
    /// From top to bottom, the quiet zone included.
    pub height: Length,
}

impl Picture {
    /// Returns the least size at which the code is read from a distance, or the one size that its
    /// standard allows.
    ///
    /// Modules are whole dots of the printer, rounded up, unless the standard says how large the
    /// code is. A paper in the hand ([`ARMS_LENGTH`] and nearer) never exceeds the standard's most.
    #[must_use]
    pub fn least_size(&self, print: Print) -> PrintedSize {
        let side = self.code_side();
        match self.printed {
            Printed::Fixed { side: fixed, .. } => self.sized(fixed, side),
            Printed::Modules { least } => {
                let least = least.max(afar(print.distance));
                self.sized(whole_dots(self.for_distance(least, print), print), 1)
            }
            Printed::Between { least, most } => {
                let module = MODULE_IN_HAND.max(afar(print.distance)).max(least.times(1, side));
                let module = whole_dots(self.for_distance(module, print), print);
                let in_hand = print.distance <= ARMS_LENGTH;
                if in_hand && module.times(side, 1) > most {
                    return self.sized(most, side);
                }
                self.sized(module, 1)
            }
        }
    }

    /// Returns the width from edge to edge that the standard fixes, if it does.
    #[must_use]
    pub fn fixed_width(&self) -> Option<Length> {
        match self.printed {
            Printed::Fixed { side, .. } => Some(self.sized(side, self.code_side()).width),
            _ => None,
        }
    }

    /// A module as large as the distance asks for.
    fn for_distance(&self, module: Length, print: Print) -> Length {
        if print.distance <= ARMS_LENGTH {
            return module;
        }
        match self.symbology {
            Symbology::Qr => {
                module.max(print.distance.times(1, DISTANCE_TO_SIDE * self.code_side()))
            }
            // Wide codes need modules that grow with the distance, not a tenth of it for a width.
            Symbology::Pdf417 | Symbology::Code128 => {
                module.times(print.distance.in_micrometres(), ARMS_LENGTH.in_micrometres())
            }
        }
    }

    /// The size of the picture where so many modules are so long.
    fn sized(&self, length: Length, modules: u64) -> PrintedSize {
        let times = |count: usize| length.times(u64::try_from(count).unwrap_or(1), modules);
        PrintedSize {
            module: times(1),
            width: times(self.width_in_modules()),
            height: times(self.height_in_modules()),
        }
    }

    fn code_side(&self) -> u64 {
        u64::try_from(self.modules.width()).unwrap_or(1)
    }
}

fn afar(distance: Length) -> Length {
    if distance <= ARMS_LENGTH { Length::mm(0) } else { MODULE_AFAR }
}

fn whole_dots(module: Length, print: Print) -> Length {
    let per_inch = u64::from(print.dots_per_inch.max(1));
    let dots = module.in_micrometres().saturating_mul(per_inch).div_ceil(INCH.in_micrometres());
    INCH.times(dots.max(DOTS_MIN), per_inch)
}
