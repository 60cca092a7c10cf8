//! A rectangle of dark and light modules, the one form every kind of code is drawn from.

/// Dark and light modules in rows, without a quiet zone.
#[derive(Clone, PartialEq, Eq)]
pub struct Modules {
    width: usize,
    /// Each row from the left, in words of 64 modules, the first in the lowest bit; as many words
    /// a row as the width needs. Bits beyond the width are 0.
    words: Box<[u64]>,
}

impl Modules {
    pub(crate) fn new(width: usize, words: Box<[u64]>) -> Modules {
        Modules { width, words }
    }

    /// Collects rows that tell of each module whether it is dark.
    pub(crate) fn of_rows<R: IntoIterator<Item = bool>>(
        width: usize,
        rows: impl IntoIterator<Item = R>,
    ) -> Modules {
        let mut words = Vec::new();
        for row in rows {
            let start = words.len();
            words.resize(start + width.div_ceil(64), 0);
            let (_, row_words) = words.split_at_mut(start);
            for (at, dark) in row.into_iter().take(width).enumerate() {
                row_words
                    .iter_mut()
                    .skip(at / 64)
                    .take(1)
                    .for_each(|word: &mut u64| *word |= u64::from(dark) << (at % 64));
            }
        }
        Modules { width, words: words.into_boxed_slice() }
    }

    /// Returns the number of modules in a row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Returns the number of rows.
    #[must_use]
    pub fn height(&self) -> usize {
        self.words.len().checked_div(self.width.div_ceil(64)).unwrap_or(0)
    }

    /// Tells whether a module is dark; every module outside is light.
    #[must_use]
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let across = self.width.div_ceil(64);
        let place = (x < self.width).then(|| y.saturating_mul(across).saturating_add(x / 64));
        let word = place.and_then(|place| self.words.get(place));
        word.is_some_and(|word| word >> (x % 64) & 1 == 1)
    }

    /// Returns start and length of each run of dark modules, row by row.
    pub(crate) fn dark_runs(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let rows = self.words.chunks_exact(self.width.div_ceil(64).max(1)).enumerate();
        rows.flat_map(|(y, row)| {
            let runs = dark_runs(row, self.width);
            runs.map(move |(x, length)| (x, y, length))
        })
    }
}

/// Start and length of each run of dark modules.
fn dark_runs(row: &[u64], width: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = find(row, at, 0).filter(|start| *start < width)?;
        at = find(row, start, u64::MAX).unwrap_or(width).min(width);
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
