//! How each standard wants its text drawn: kind of code, error level, versions, signs, mark, size.
//!
//! Where a standard says nothing, the codes are QR codes of level M in the smallest version that
//! holds the text, digits and capitals in the modes that take less room, 4 light modules around it
//! and no mark.

use std::ops::RangeInclusive;

use super::length::Length;
use super::mark::{HRYVNIA, Mark, SWISS_CROSS};
use crate::Standard;
use crate::qr::{EcLevel, Modes, VERSIONS};

/// A kind of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbology {
    /// QR code, model 2 (ISO/IEC 18004).
    Qr,
    /// PDF417, stacked bars (ISO/IEC 15438).
    Pdf417,
    /// Code 128, plain bars (ISO/IEC 15417).
    Code128,
}

/// How a standard wants its text drawn.
#[derive(Debug, Clone)]
pub struct SymbolRules {
    pub(crate) symbology: Symbology,
    /// The levels allowed, the best first.
    pub(crate) levels: &'static [EcLevel],
    pub(crate) versions: RangeInclusive<u8>,
    pub(crate) modes: Modes,
    pub(crate) charset: Charset,
    /// Whether capitals mean the same as small letters and take less room.
    pub(crate) folds_case: bool,
    pub(crate) mark: Option<&'static Mark>,
    pub(crate) printed: Printed,
}

/// Which bytes stand for the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Charset {
    /// UTF-8, as readers guess by themselves.
    Utf8,
    /// UTF-8, and said so (ECI 26) where a sign is outside ASCII.
    Utf8Announced,
    /// ISO 8859-2, said so (ECI 4), filled up with blanks to so many bytes.
    Latin2 { bytes: usize },
}

/// How large a code is to be on paper, its quiet zone left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Printed {
    /// Modules at least so large.
    Modules { least: Length },
    /// A side between two lengths.
    Between { least: Length, most: Length },
    /// One length only, with at least so much white around it.
    Fixed { side: Length, quiet: Length },
}

/// What a phone reads at arm's length.
pub(crate) const MODULE_IN_HAND: Length = Length::micrometres(400);

const PLAIN: SymbolRules = SymbolRules {
    symbology: Symbology::Qr,
    levels: &[EcLevel::Medium],
    versions: VERSIONS,
    modes: Modes::Shortest,
    charset: Charset::Utf8,
    folds_case: false,
    mark: None,
    printed: Printed::Modules { least: MODULE_IN_HAND },
};

/// EPC069-12 v3.1, section 4: level M, at most version 13, bytes.
const EPC: SymbolRules = SymbolRules { versions: 1..=13, modes: Modes::Bytes, ..PLAIN };

/// SIX, Implementation Guidelines QR-bill 2.3, section 6: level M, at most version 25, 46 mm, 5 mm
/// of white around it, the cross. Bytes, because validators take nothing else (Shane32/QRCoder
/// issue 405); no ECI, because post offices failed with one (manuelbl/SwissQRBill.NET issue 76).
///
/// Not below version 14: from 7 to 13 the mark hides the pattern in the middle by which zbar, the
/// reader of many invoice programs, finds its way, and zbar reads no such code (mchehab/zbar issues
/// 121, 167, 216). Of the 46 mm a module of version 14 still takes 0.63 mm.
const SWISS: SymbolRules = SymbolRules {
    versions: 14..=25,
    modes: Modes::Bytes,
    mark: Some(&SWISS_CROSS),
    printed: Printed::Fixed { side: Length::mm(46), quiet: Length::mm(5) },
    ..PLAIN
};

/// Czech Banking Association, QR Platba 1.2: level M, 23 to 58 mm.
const SPAYD: SymbolRules = SymbolRules {
    printed: Printed::Between { least: Length::mm(23), most: Length::mm(58) },
    ..PLAIN
};

/// Slovak Banking Association, PAY by square 1.1.0: capitals and digits, at most version 17, 30 to
/// 36 mm.
const PAY_BY_SQUARE: SymbolRules = SymbolRules {
    versions: 1..=17,
    printed: Printed::Between { least: Length::mm(30), most: Length::mm(36) },
    ..PLAIN
};

/// Magyar Nemzeti Bank, guideline of 2019: level M, at most version 13.
const MNB_HCT: SymbolRules = SymbolRules { versions: 1..=13, ..PLAIN };

/// Bank Association of Slovenia, UPN QR (May 2017): version 15, level M, ISO 8859-2 with its ECI,
/// one segment of bytes filled up to 411; 77 modules of 0.423 mm.
const UPN_QR: SymbolRules = SymbolRules {
    versions: 15..=15,
    modes: Modes::Bytes,
    charset: Charset::Latin2 { bytes: 411 },
    printed: Printed::Fixed {
        side: Length::micrometres(32_600),
        quiet: Length::micrometres(4 * 423),
    },
    ..PLAIN
};

/// Croatian Banking Association, HUB3: PDF417 (its own rules in `pdf417.rs`). The size of a module
/// is not in the public texts: 0.254 mm is three dots of a printer with 300 dots an inch, and lets
/// the code's 222 modules fit beside the slip.
const HUB3: SymbolRules = SymbolRules {
    symbology: Symbology::Pdf417,
    printed: Printed::Modules { least: Length::micrometres(254) },
    ..PLAIN
};

/// Finance Finland, Bank bar code guide 5.3: Code 128 in character set C. 0.25 mm is the least that
/// scanners of paper are made for (GS1 General Specifications, section 5.12, for Code 128).
const VIRTUAL_BARCODE: SymbolRules = SymbolRules {
    symbology: Symbology::Code128,
    printed: Printed::Modules { least: Length::micrometres(250) },
    ..PLAIN
};

/// National Bank of Ukraine, resolution No. 97 of 19 August 2025: version 10 to 20, level Q, M or L,
/// the sign. L is left out, because the mark takes of what it can make good, and versions 10 to 13
/// for the reason given for the Swiss cross: blurred, zbar does not read them. Modules of 0.5 mm,
/// as the bank recommends (hex package `ukraine_nbuqr`, README).
const NBU_QR: SymbolRules = SymbolRules {
    levels: &[EcLevel::Quartile, EcLevel::Medium],
    versions: 14..=20,
    mark: Some(&HRYVNIA),
    printed: Printed::Modules { least: Length::micrometres(500) },
    ..PLAIN
};

/// UsingQR, revision 2: level M, bytes.
const USING_QR: SymbolRules = SymbolRules { modes: Modes::Bytes, ..PLAIN };

/// EMVCo, Merchant-Presented Mode 1.1, section 4.12: bytes only, even for digits and capitals.
const EMV: SymbolRules =
    SymbolRules { modes: Modes::Bytes, charset: Charset::Utf8Announced, ..PLAIN };

/// Lightning (BOLT 11, BOLT 12, LUD-01): bech32 in capitals, which takes about a quarter less room.
const LIGHTNING: SymbolRules = SymbolRules { folds_case: true, ..PLAIN };

impl SymbolRules {
    /// Returns the rules of a text of no standard: bytes of level M, as large as it must be.
    pub(crate) const fn of_any_text() -> SymbolRules {
        SymbolRules { modes: Modes::Bytes, ..PLAIN }
    }

    /// Returns the kind of code.
    #[must_use]
    pub fn symbology(&self) -> Symbology {
        self.symbology
    }

    /// Returns the smallest and the largest version of a QR code.
    #[must_use]
    pub fn versions(&self) -> RangeInclusive<u8> {
        self.versions.clone()
    }

    /// Returns the error levels of a QR code, the best first.
    #[must_use]
    pub fn levels(&self) -> &'static [EcLevel] {
        self.levels
    }
}

impl Standard {
    /// Returns how the standard wants its text drawn.
    #[must_use]
    pub const fn symbol(self) -> SymbolRules {
        match self {
            Standard::Epc => EPC,
            Standard::SwissQrBill => SWISS,
            Standard::Spayd => SPAYD,
            Standard::PayBySquare => PAY_BY_SQUARE,
            Standard::MnbHct => MNB_HCT,
            Standard::UpnQr => UPN_QR,
            Standard::Hub3 => HUB3,
            Standard::NbuQr => NBU_QR,
            Standard::UsingQr => USING_QR,
            Standard::VirtualBarcode => VIRTUAL_BARCODE,
            Standard::Emv
            | Standard::Pix
            | Standard::PayNow
            | Standard::PromptPay
            | Standard::VietQr
            | Standard::DuitNow
            | Standard::Fps
            | Standard::Khqr
            | Standard::Qris
            | Standard::QrPh
            | Standard::BharatQr
            | Standard::LankaQr
            | Standard::NepalPay
            | Standard::Raast
            | Standard::LaoQr
            | Standard::GhQr
            | Standard::Jpqr
            | Standard::Argentina
            | Standard::BreB
            | Standard::Yape => EMV,
            Standard::Bolt11 | Standard::Bolt12 | Standard::Lnurl => LIGHTNING,
            // Swish wants its symbol only where its name is shown by it; plain codes scan too.
            Standard::Swish
            | Standard::NbsIps
            | Standard::Zbp2d
            | Standard::Links
            | Standard::Upi
            | Standard::BitcoinUri
            | Standard::EthereumUri
            | Standard::SolanaPay
            | Standard::MoneroUri => PLAIN,
        }
    }
}
