//! Codes between banks, most of them European: one file a standard.

pub mod epc;
pub(crate) mod hub3;
mod lines;
pub(crate) mod mnb_hct;
pub(crate) mod nbs_ips;
pub(crate) mod nbu_qr;
pub(crate) mod pay_by_square;
mod slip;
pub mod spayd;
pub(crate) mod swish;
pub mod swiss_qr_bill;
pub(crate) mod upn_qr;
pub(crate) mod usingqr;
pub(crate) mod virtual_barcode;
pub(crate) mod zbp_2d;

use crate::Standard;

/// Tells which of these standards a text is written in, by how it begins; the first that fits.
pub(crate) fn recognise(text: &str) -> Option<Standard> {
    let text = text.trim_start();
    let first_line = text.split(['\r', '\n']).next().unwrap_or_default();
    let beginnings = [
        (Standard::NbuQr, nbu_qr::is_begun(text)),
        (Standard::Epc, first_line == "BCD"),
        (Standard::UpnQr, first_line == "UPNQR"),
        (Standard::Hub3, first_line == "HRVHUB30"),
        (Standard::NbsIps, text.starts_with("K:")),
        (Standard::Zbp2d, zbp_2d::is_begun(text)),
        (Standard::PayBySquare, pay_by_square::is_begun(text)),
        (Standard::SwissQrBill, first_line == "SPC"),
        (Standard::Spayd, text.starts_with("SPD*")),
        (Standard::MnbHct, matches!(first_line, "HCT" | "RTP")),
        (Standard::Swish, swish::is_begun(text)),
        (Standard::UsingQr, usingqr::is_begun(text)),
        (Standard::VirtualBarcode, virtual_barcode::is_begun(text)),
    ];
    beginnings.into_iter().find(|(_, fits)| *fits).map(|(standard, _)| standard)
}
