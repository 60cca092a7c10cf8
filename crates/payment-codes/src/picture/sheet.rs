//! What every form of a picture is drawn from: modules, how high a row is, and what lies around and
//! over them.

use super::length::Length;
use super::mark::Mark;
use super::modules::Modules;

/// Modules with their surroundings.
#[derive(Clone, Copy)]
pub(crate) struct Sheet<'a> {
    pub(crate) modules: &'a Modules,
    /// How many modules high a row is.
    pub(crate) row_height: usize,
    /// Light modules left and right, above and below.
    pub(crate) quiet: (usize, usize),
    pub(crate) mark: Option<&'static Mark>,
}

impl Sheet<'_> {
    /// Modules from edge to edge, the quiet zone included.
    pub(crate) fn width(&self) -> usize {
        self.modules.width() + 2 * self.quiet.0
    }

    /// Modules from top to bottom, the quiet zone included.
    pub(crate) fn height(&self) -> usize {
        self.modules.height() * self.row_height + 2 * self.quiet.1
    }

    /// How high the picture is where it is so wide.
    pub(crate) fn height_at(&self, width: Length) -> Length {
        let [across, down] =
            [self.width(), self.height()].map(|side| u64::try_from(side).unwrap_or(1));
        width.times(down, across)
    }

    /// Tells whether a module of the picture is dark under the mark.
    pub(crate) fn is_dark(&self, x: usize, y: usize) -> bool {
        let inside = x.checked_sub(self.quiet.0).zip(y.checked_sub(self.quiet.1));
        inside.is_some_and(|(x, y)| self.modules.is_dark(x, y / self.row_height.max(1)))
    }

    /// Tells whether the middle of a module of the picture is dark, with the mark over it.
    pub(crate) fn is_dark_marked(&self, x: usize, y: usize) -> bool {
        let marked = || {
            let [x, y] = [(x, self.quiet.0), (y, self.quiet.1)].map(|(place, quiet)| {
                let place = i64::try_from(2 * place + 1).unwrap_or(i64::MAX);
                place - i64::try_from(2 * quiet + self.modules.width()).unwrap_or(0)
            });
            let parts = i64::try_from(2 * self.modules.width()).unwrap_or(1);
            self.mark?.colour_at(x, y, parts)
        };
        marked().unwrap_or_else(|| self.is_dark(x, y))
    }
}
