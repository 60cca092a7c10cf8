//! PDF417 as the Croatian slip HUB3 wants it.
//!
//! Standard: ISO/IEC 15438; Croatian Banking Association, 2D bar code of the HUB3 form: error level
//! 4, 9 columns of text, rows 3 modules high (ihabunek/hub3-api). Drawn by the crate `rxing`, a
//! port of ZXing.
//!
//! # Quirks
//! The text is written as raw UTF-8 in byte compaction, without ECI: other encoders mix in text
//! compaction or name a character set, and letters outside ASCII come out garbled (pdf417-js issue
//! 7, zxing issue 1787, tc-lib-barcode issue 65).

use rxing::pdf417::encoder::{Compaction, PDF417};

use super::modules::Modules;

/// Light modules on each side (ISO/IEC 15438, section 5.8.3).
pub(crate) const QUIET_ZONE: usize = 2;
pub(crate) const ROW_HEIGHT: usize = 3;

const LEVEL: u32 = 4;
const COLUMNS: u32 = 9;
const ROWS_MIN: u32 = 3;
const ROWS_MAX: u32 = 90;

/// The most bytes that 90 rows of 9 code words hold: 32 words correct errors, one counts and one
/// says that bytes follow; five words hold six bytes.
pub(crate) const BYTES_MAX: usize = (90 * 9 - 32 - 2) / 5 * 6 + 1;

/// Draws bytes; `None` where they are none, or more than [`BYTES_MAX`].
pub(crate) fn draw(bytes: &[u8]) -> Option<Modules> {
    // The library takes text in ISO 8859-1, in which every byte is the sign of the same number.
    let text: String = bytes.iter().copied().map(char::from).collect();
    let mut symbol = PDF417::new();
    symbol.setDimensions(COLUMNS, COLUMNS, ROWS_MAX, ROWS_MIN);
    symbol.setCompaction(Compaction::BYTE);
    symbol.generateBarcodeLogic(&text, LEVEL).ok()?;
    let mut rows = symbol.getBarcodeMatrix().as_ref()?.getScaledMatrix(1, 1);
    // The library counts rows from below.
    rows.reverse();
    let width = rows.first()?.len();
    Some(Modules::of_rows(width, rows.iter().map(|row| row.iter().map(|module| *module == 1))))
}
