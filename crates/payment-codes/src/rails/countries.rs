//! Which standards suit a country, the best first.
//!
//! | country | standard | who says that its apps read it |
//! |---|---|---|
//! | AT BE DE FI NL | EPC | EPC069-12, annex; Stuzza (Zahlen mit Code), Febelfin, Finance Finland |
//! | FI | virtual bar code | Finance Finland, Bank Bar Code Guide: pasted or typed |
//! | CH LI | Swiss QR-bill | SIX, the one slip since October 2022 |
//! | CZ | QR Platba | Czech Banking Association, standard 26; qr-platba.cz |
//! | SK | PAY by square | Slovak Banking Association |
//! | SI, HR | UPN QR, HUB3 | Bank Association of Slovenia; Croatian Banking Association |
//! | RS | NBS IPS QR | National Bank of Serbia, ips.nbs.rs |
//! | UA | NBU QR | National Bank of Ukraine, resolution 97 of 2025 |
//! | SE | Swish, UsingQR | Getswish AB; qrkod.info for bankgiro and plusgiro |
//! | DK NO NL US | links | MobilePay, Vipps, Tikkie; Venmo, Cash App, Zelle |
//! | BR | PIX | Banco Central do Brasil |
//! | IN | UPI | NPCI |
//! | SG, HK | PayNow, FPS | Association of Banks in Singapore; HKICL |
//! | TH, VN, KH | PromptPay, VietQR, KHQR | Bank of Thailand; NAPAS; National Bank of Cambodia |
//! | MY, ID, PH | DuitNow, QRIS, QR Ph | PayNet; Bank Indonesia; Bangko Sentral ng Pilipinas |
//! | LK, NP, PK, LA | LANKAQR, NepalPay, Raast, LaoQR | LankaPay; NCHL; State Bank of Pakistan; LAPNet |
//! | GH, AR, CO, PE | GhQR, Transferencias 3.0, Bre-B, Yape | GhIPSS; BCRA; Banco de la República; BCRP |
//!
//! A code of the last two rows can only be shown as its issuer made it.
//!
//! Second choice: EPC in the other countries of the euro, where Revolut, N26 and single banks read
//! it and donors do not look for it; in Slovakia, whose apps mostly do not know it (odoo/odoo PR
//! 283549), Slovenia and Croatia for donors from abroad.
//! ZBP's code in Poland, which some apps still read; the usual BLIK has no open form.
//!
//! # Nothing at home
//! Great Britain has no code that its banks read; a euro code would need a BIC and is not read
//! either, so a page behind a link is what donors know. Romania's RoPay is made inside the banks'
//! apps and Romanian apps do not read EPC codes (getqr.ro, 14 June 2026). Hungary's open code ended
//! with qvik in September 2024 (Gerifield/mnb-qr-go, readme). The codes of Japan, Korea and China
//! come from contracts with their networks.
//!
//! State of November 2026.

use crate::Standard;

/// How far a standard reaches the donors of a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reach {
    /// Donors know it and have an app for it.
    AtHome,
    /// Some apps read it; donors do not look for it.
    SecondChoice,
    /// It works for donors anywhere, with an app or a wallet of its own.
    Anywhere,
}

/// A standard that suits a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// The standard.
    pub standard: Standard,
    /// How far it reaches the donors of the country.
    pub reach: Reach,
}

impl Offer {
    /// Tells whether donors of the country know it and have an app for it.
    #[must_use]
    pub fn is_at_home(self) -> bool {
        self.reach == Reach::AtHome
    }
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
    let mut offers: Vec<Offer> = Vec::new();
    for (reach, standards) in [
        (Reach::AtHome, at_home(country)),
        (Reach::SecondChoice, second_choice(country)),
        (Reach::Anywhere, ANYWHERE),
    ] {
        for standard in standards {
            if !offers.iter().any(|known| known.standard == *standard) {
                offers.push(Offer { standard: *standard, reach });
            }
        }
    }
    offers
}

const ANYWHERE: &[Standard] = &[
    Standard::Links,
    Standard::Lnurl,
    Standard::BitcoinUri,
    Standard::Bolt12,
    Standard::SolanaPay,
    Standard::EthereumUri,
    Standard::MoneroUri,
];

fn at_home(country: &str) -> &'static [Standard] {
    use Standard as S;
    match country {
        "AT" | "BE" | "DE" => &[S::Epc],
        "FI" => &[S::Epc, S::VirtualBarcode],
        "NL" => &[S::Epc, S::Links],
        "CH" | "LI" => &[S::SwissQrBill],
        "CZ" => &[S::Spayd],
        "SK" => &[S::PayBySquare],
        "SI" => &[S::UpnQr],
        "HR" => &[S::Hub3],
        "RS" => &[S::NbsIps],
        "UA" => &[S::NbuQr],
        "SE" => &[S::Swish, S::UsingQr],
        "DK" | "NO" | "US" => &[S::Links],
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
        "LK" => &[S::LankaQr],
        "NP" => &[S::NepalPay],
        "PK" => &[S::Raast],
        "LA" => &[S::LaoQr],
        "GH" => &[S::GhQr],
        "AR" => &[S::Argentina],
        "CO" => &[S::BreB],
        "PE" => &[S::Yape],
        _ => &[],
    }
}

fn second_choice(country: &str) -> &'static [Standard] {
    match country {
        // The other countries of the euro, with those that use it by agreement.
        "AD" | "BG" | "CY" | "EE" | "ES" | "FR" | "GR" | "IE" | "IT" | "LT" | "LU" | "LV" => {
            &[Standard::Epc]
        }
        "MC" | "ME" | "MT" | "PT" | "SM" | "VA" => &[Standard::Epc],
        "HR" | "SI" | "SK" => &[Standard::Epc],
        "PL" => &[Standard::Zbp2d],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::super::questions;
    use super::*;

    /// Every pair of two capitals, whether or not ISO 3166 gave it out.
    fn pairs() -> impl Iterator<Item = String> {
        ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| format!("{first}{second}")))
    }

    #[test]
    fn every_offer_can_be_set_up_and_stands_once() {
        for country in pairs() {
            let offers = offers(&country);
            for (place, offer) in offers.iter().enumerate() {
                assert!(!questions(offer.standard).is_empty(), "{country} {}", offer.standard);
                let again = offers.iter().skip(place + 1);
                assert!(again.clone().all(|other| other.standard != offer.standard), "{country}");
                assert!(again.clone().all(|other| other.reach >= offer.reach), "{country}");
            }
        }
    }

    #[test]
    fn every_standard_that_can_be_set_up_is_offered_somewhere() {
        let somewhere: Vec<Standard> =
            pairs().flat_map(|country| offers(&country)).map(|offer| offer.standard).collect();
        for standard in Standard::ALL.iter().filter(|one| !questions(**one).is_empty()) {
            assert!(somewhere.contains(standard), "{standard}");
        }
    }

    #[test]
    fn offers_at_home_are_in_the_money_of_the_country() {
        for (country, currency) in [
            ("DE", "EUR"),
            ("CH", "CHF"),
            ("CZ", "CZK"),
            ("RS", "RSD"),
            ("UA", "UAH"),
            ("SE", "SEK"),
            ("BR", "BRL"),
            ("KH", "KHR"),
            ("NP", "NPR"),
            ("PE", "PEN"),
        ] {
            let first = offers(country)[0];
            assert!(first.is_at_home() && first.standard.currencies().contains(&currency));
        }
        for country in ["GB", "RO", "HU", "JP", "KR", "CN", "XX", "", "de"] {
            assert!(
                offers(country).iter().all(|offer| offer.reach == Reach::Anywhere),
                "{country}"
            );
        }
    }
}
