//! Which standards suit a country, the best first.
//!
//! Sources: reach of the national codes as their associations and central banks describe them; the
//! data sheet of each standard names them. State of November 2026.

use crate::{IbanCountry, Standard};

/// A standard that suits a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The standard.
    pub standard: Standard,
    /// Whether donors of the country know it and have an app for it.
    pub is_at_home: bool,
}

/// Returns the standards that suit an organisation in this country, the best first: the national
/// ones, then what works for donors everywhere. The country is two letters of ISO 3166.
///
/// ```
/// use groat_payment_codes::{Standard, rails::offers};
/// assert_eq!(offers("BR").first().map(|offer| offer.standard), Some(Standard::Pix));
/// assert_eq!(offers("DE").first().map(|offer| offer.standard), Some(Standard::Epc));
/// ```
#[must_use]
pub fn offers(country: &str) -> Vec<Offer> {
    let home =
        at_home(country).iter().map(|standard| Offer { standard: *standard, is_at_home: true });
    let abroad = EVERYWHERE.iter().map(|standard| Offer { standard: *standard, is_at_home: false });
    home.chain(abroad).collect()
}

const EVERYWHERE: &[Standard] = &[
    Standard::Links,
    Standard::Lnurl,
    Standard::BitcoinUri,
    Standard::Bolt12,
    Standard::SolanaPay,
    Standard::EthereumUri,
];

fn at_home(country: &str) -> &'static [Standard] {
    use Standard as S;
    match country {
        "CH" | "LI" => &[S::SwissQrBill],
        "CZ" => &[S::Spayd],
        "SK" => &[S::PayBySquare, S::Epc],
        "SI" => &[S::UpnQr, S::Epc],
        "HR" => &[S::Hub3, S::Epc],
        "RS" => &[S::NbsIps],
        "PL" => &[S::Zbp2d],
        "UA" => &[S::NbuQr],
        "SE" => &[S::Swish],
        "BR" => &[S::Pix],
        "SG" => &[S::PayNow],
        "TH" => &[S::PromptPay],
        "VN" => &[S::VietQr],
        "MY" => &[S::DuitNow],
        "HK" => &[S::Fps],
        "KH" => &[S::Khqr],
        "ID" => &[S::Qris],
        "PH" => &[S::QrPh],
        "IN" => &[S::Upi],
        // No bank of these reads a code of another payee's making.
        "RO" | "HU" | "DK" | "NO" | "GB" => &[],
        _ if IbanCountry::from_code(country).is_some_and(IbanCountry::is_in_sepa) => &[S::Epc],
        _ => &[],
    }
}
