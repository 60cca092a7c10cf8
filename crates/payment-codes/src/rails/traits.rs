//! What is to know of each standard before one shows its codes.

use super::number::NumberPlace;
use crate::{Request, Standard};

/// An enumeration whose variants have stable words: what JSON says and sentences are found by.
macro_rules! worded {
    ($(#[$about:meta])* pub enum $name:ident {
        $($(#[$doc:meta])* $variant:ident $word:literal;)*
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every one.
            pub const ALL: &[$name] = &[$($name::$variant,)*];

            /// Returns the stable word for it.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }
    };
}
pub(super) use worded;

/// With what a donor's phone reads a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reader {
    /// The banking app of the donor's own bank; the camera shows text only.
    BankingApp,
    /// Any app that pays by UPI.
    UpiApp,
    /// An app of this name.
    App(&'static str),
    /// Any camera: the code is a link.
    Camera,
    /// A Lightning wallet.
    LightningWallet,
    /// A Bitcoin wallet.
    BitcoinWallet,
    /// A wallet for Ethereum.
    EthereumWallet,
    /// A wallet for Solana.
    SolanaWallet,
}

impl Reader {
    /// One of each kind; the app is an example.
    pub const ALL: &[Reader] = &[
        Reader::BankingApp,
        Reader::UpiApp,
        Reader::App("Swish"),
        Reader::Camera,
        Reader::LightningWallet,
        Reader::BitcoinWallet,
        Reader::EthereumWallet,
        Reader::SolanaWallet,
    ];

    /// Returns the stable word for it; an app's name stands beside it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Reader::BankingApp => "banking-app",
            Reader::UpiApp => "upi-app",
            Reader::App(_) => "app",
            Reader::Camera => "camera",
            Reader::LightningWallet => "lightning-wallet",
            Reader::BitcoinWallet => "bitcoin-wallet",
            Reader::EthereumWallet => "ethereum-wallet",
            Reader::SolanaWallet => "solana-wallet",
        }
    }

    /// Returns the name of the app, where it must be one.
    #[must_use]
    pub fn app(self) -> Option<&'static str> {
        match self {
            Reader::App(name) => Some(name),
            _ => None,
        }
    }
}

worded! {
    /// Who can make the codes of a standard.
    pub enum Maker {
        /// The organisation itself, from its own account or key.
        Organisation "organisation";
        /// The organisation itself, after its bank registered it.
        Registered "registered";
        /// Its acquirer or bank: a code that it gave out is the base, the amount can be set.
        Issuer "issuer";
        /// Its acquirer or bank alone; the code is shown as it is.
        IssuerAlone "issuer-alone";
        /// A service it has a contract or an account with.
        Contract "contract";
        /// Its own server or node.
        OwnServer "own-server";
    }
}

worded! {
    /// Whether the gift number comes back to the treasurer with the payment.
    pub enum ReturnOfNumber {
        /// In a field of its own, as it was sent.
        Reference "reference";
        /// In the text of the payment.
        Text "text";
        /// In a text that the donor may change or that some banks drop.
        Uncertain "uncertain";
        /// Not at all: match by amount and time.
        No "no";
    }
}

impl Standard {
    /// Returns with what a donor's phone reads a code of this standard.
    #[must_use]
    pub fn reader(self) -> Reader {
        use Standard as S;
        match self {
            S::Swish => Reader::App("Swish"),
            S::NbuQr | S::Links => Reader::Camera,
            S::Upi | S::BharatQr => Reader::UpiApp,
            S::Lnurl | S::Bolt11 | S::Bolt12 => Reader::LightningWallet,
            S::BitcoinUri => Reader::BitcoinWallet,
            S::EthereumUri => Reader::EthereumWallet,
            S::SolanaPay => Reader::SolanaWallet,
            S::MoneroUri => Reader::App("Monero"),
            S::Yape => Reader::App("Yape"),
            _ => Reader::BankingApp,
        }
    }

    /// Returns who can make a code of this standard.
    #[must_use]
    pub fn maker(self) -> Maker {
        use Standard as S;
        match self {
            S::DuitNow | S::Qris | S::QrPh => Maker::Issuer,
            S::BharatQr | S::LankaQr | S::NepalPay | S::Raast | S::LaoQr | S::GhQr | S::Jpqr => {
                Maker::IssuerAlone
            }
            S::Argentina | S::BreB | S::Yape | S::Emv => Maker::IssuerAlone,
            S::Swish | S::Links => Maker::Contract,
            S::PayNow | S::PromptPay | S::Fps | S::Khqr | S::Pix => Maker::Registered,
            S::Lnurl | S::Bolt11 | S::Bolt12 => Maker::OwnServer,
            _ => Maker::Organisation,
        }
    }

    /// Returns the currencies of this standard; empty where the code names no currency of a state,
    /// so that a donor types the amount.
    #[must_use]
    pub fn currencies(self) -> &'static [&'static str] {
        use Standard as S;
        match self {
            S::Epc | S::PayBySquare | S::UpnQr | S::Hub3 | S::VirtualBarcode => &["EUR"],
            S::SwissQrBill => &["CHF", "EUR"],
            S::Spayd => &["CZK"],
            S::MnbHct => &["HUF"],
            S::NbsIps => &["RSD"],
            S::Zbp2d => &["PLN"],
            S::NbuQr => &["UAH"],
            S::Swish | S::UsingQr => &["SEK"],
            S::Pix => &["BRL"],
            S::PayNow => &["SGD"],
            S::PromptPay => &["THB"],
            S::VietQr => &["VND"],
            S::DuitNow => &["MYR"],
            S::Fps => &["HKD", "CNY"],
            S::Khqr => &["KHR", "USD"],
            S::Qris => &["IDR"],
            S::QrPh => &["PHP"],
            S::Upi | S::BharatQr => &["INR"],
            S::LankaQr => &["LKR"],
            S::NepalPay => &["NPR"],
            S::Raast => &["PKR"],
            S::LaoQr => &["LAK"],
            S::GhQr => &["GHS"],
            S::Jpqr => &["JPY"],
            S::Argentina => &["ARS"],
            S::BreB => &["COP"],
            S::Yape => &["PEN"],
            S::Links | S::Emv | S::BitcoinUri | S::Bolt11 | S::Bolt12 => &[],
            S::Lnurl | S::EthereumUri | S::SolanaPay | S::MoneroUri => &[],
        }
    }
}

worded! {
    /// Where the payee's name that a donor sees comes from.
    pub enum NameShown {
        /// From the code; the donor's bank may compare it with the account.
        Code "code";
        /// From the bank or the directory that knows the account or key.
        Directory "directory";
        /// From the page behind the link.
        Page "page";
        /// From nowhere: the donor sees no name, or one that nobody vouches for.
        Nobody "nobody";
    }
}

impl Standard {
    /// Returns where the name that the donor sees comes from.
    #[must_use]
    pub fn name_shown(self) -> NameShown {
        use Standard as S;
        match self {
            S::Pix
            | S::PayNow
            | S::PromptPay
            | S::VietQr
            | S::Fps
            | S::Khqr
            | S::Swish
            | S::Upi
            | S::Yape => NameShown::Directory,
            S::Links => NameShown::Page,
            S::BitcoinUri | S::Bolt11 | S::Bolt12 | S::Lnurl => NameShown::Nobody,
            S::EthereumUri | S::SolanaPay | S::MoneroUri | S::VirtualBarcode => NameShown::Nobody,
            _ => NameShown::Code,
        }
    }

    /// Tells whether the donor can choose the amount.
    #[must_use]
    pub fn takes_open_amount(self) -> bool {
        !matches!(self, Standard::NbsIps | Standard::UsingQr)
    }

    /// Returns how the gift number comes back from an ordinary account of this standard; a code
    /// tells how its own does ([`Code::number_returns`](super::Code)).
    #[must_use]
    pub fn number_returns(self) -> ReturnOfNumber {
        let place = NumberPlace::of(self, &Request::new());
        place.map_or(ReturnOfNumber::No, |place| place.returns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reader_is_listed() {
        for standard in Standard::ALL {
            let word = standard.reader().word();
            assert!(Reader::ALL.iter().any(|reader| reader.word() == word), "{standard}");
        }
    }
}
