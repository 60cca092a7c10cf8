//! The table of standards: names, and where each is encoded, decoded and recognised.

use std::fmt;

use crate::{Field, Flaw, Reading, Refusal, Request, bank, coins, emv, inspect, links, upi};

/// What a standard made of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded {
    /// The text to be drawn.
    pub payload: String,
    /// What it says in readable text, where the payload is not readable itself.
    pub plain: Option<String>,
}

impl From<String> for Encoded {
    fn from(payload: String) -> Encoded {
        Encoded { payload, plain: None }
    }
}

/// How strictly a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether an address in a network of coins must pass its own check; published examples of
    /// the grammar carry addresses that do not.
    pub check_address: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { check_address: true }
    }
}

macro_rules! standards {
    ($($(#[$doc:meta])* $variant:ident $name:literal $($module:ident)::+;)*) => {
        /// A standard of payment codes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Standard { $($(#[$doc])* $variant,)* }

        impl Standard {
            /// Every standard.
            pub const ALL: &[Standard] = &[$(Standard::$variant,)*];

            /// Returns its name, the one of the published vectors.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Standard::$variant => $name,)* }
            }

            /// Finds a standard by its name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Standard> {
                match name { $($name => Some(Standard::$variant),)* _ => None }
            }

            /// Writes the text of a code.
            ///
            /// # Errors
            /// [`Refusal`]: the first field that the standard does not take as it is. Nothing is
            /// cut, rounded or dropped.
            pub fn encode(self, request: &Request) -> Result<Encoded, Refusal> {
                match self { $(Standard::$variant => $($module)::+::encode(request),)* }
            }

            /// Reads the text without a look at what may be a disguise.
            pub(crate) fn read(self, text: &str, options: Options) -> Result<Reading, Refusal> {
                match self { $(Standard::$variant => $($module)::+::decode(text, options),)* }
            }
        }
    };
}

standards! {
    /// EPC069-12, "GiroCode".
    Epc "EPC" bank::epc::uniform;
    /// Swiss QR-bill.
    SwissQrBill "SWISS_QR_BILL" bank::swiss_qr_bill;
    /// Czech QR Platba.
    Spayd "SPAYD" bank::spayd::uniform;
    /// Slovak PAY by square.
    PayBySquare "PAY_BY_SQUARE" bank::pay_by_square;
    /// Hungarian MNB code.
    MnbHct "MNB_HCT" bank::mnb_hct;
    /// Slovenian UPN QR.
    UpnQr "UPN_QR" bank::upn_qr;
    /// Croatian HUB3 bar code.
    Hub3 "HUB3" bank::hub3;
    /// Serbian NBS IPS QR.
    NbsIps "NBS_IPS" bank::nbs_ips;
    /// Polish ZBP 2D code.
    Zbp2d "ZBP_2D" bank::zbp_2d;
    /// Ukrainian NBU QR.
    NbuQr "NBU_QR" bank::nbu_qr;
    /// Swedish Swish.
    Swish "SWISH" bank::swish;
    /// Swedish UsingQR.
    UsingQr "USINGQR_SE" bank::usingqr;
    /// Finnish virtual bar code.
    VirtualBarcode "FI_VIRTUAL_BARCODE" bank::virtual_barcode;
    /// Payment links.
    Links "LINKS" links;
    /// EMVCo merchant-presented mode of no scheme that is known here.
    Emv "EMV generic" emv::generic;
    /// Brazilian PIX.
    Pix "PIX" emv::pix;
    /// Singaporean PayNow.
    PayNow "PayNow" emv::paynow;
    /// Thai PromptPay.
    PromptPay "PromptPay" emv::promptpay;
    /// Vietnamese VietQR.
    VietQr "VietQR" emv::vietqr;
    /// Malaysian DuitNow QR.
    DuitNow "DuitNow" emv::duitnow;
    /// Hong Kong FPS.
    Fps "FPS" emv::fps;
    /// Cambodian KHQR.
    Khqr "KHQR" emv::khqr;
    /// Indonesian QRIS.
    Qris "QRIS" emv::qris;
    /// Philippine QR Ph.
    QrPh "QR Ph" emv::qr_ph;
    /// Indian Bharat QR.
    BharatQr "Bharat QR" emv::bharat_qr;
    /// Sri Lankan LANKAQR.
    LankaQr "LANKAQR" emv::lankaqr;
    /// Nepalese NepalPay and Fonepay.
    NepalPay "NepalPay" emv::nepalpay;
    /// Pakistani Raast.
    Raast "Raast" emv::raast;
    /// LaoQR.
    LaoQr "LaoQR" emv::laoqr;
    /// Ghanaian GhQR.
    GhQr "GhQR" emv::ghqr;
    /// Japanese JPQR.
    Jpqr "JPQR" emv::jpqr;
    /// Argentine Transferencias 3.0.
    Argentina "Argentina T3.0" emv::argentina;
    /// Colombian Bre-B.
    BreB "Bre-B" emv::bre_b;
    /// Peruvian Yape and Plin.
    Yape "Yape" emv::yape;
    /// Indian UPI.
    Upi "UPI" upi;
    /// Bitcoin payment URI, BIP21 and BIP321.
    BitcoinUri "BIP21" coins::bitcoin_uri;
    /// Lightning invoice.
    Bolt11 "BOLT11" coins::bolt11;
    /// Lightning offer.
    Bolt12 "BOLT12" coins::bolt12;
    /// LNURL and Lightning address.
    Lnurl "LNURL" coins::lnurl;
    /// Ethereum payment URI, ERC-681.
    EthereumUri "EIP-681" coins::ethereum_uri;
    /// Solana Pay.
    SolanaPay "Solana Pay" coins::solana_pay;
    /// Monero payment URI.
    MoneroUri "Monero" coins::monero_uri;
}

impl Standard {
    /// Reads the text of a code of this standard, and finds what may be a disguise in it.
    ///
    /// # Errors
    /// [`Refusal`] where the text is not one, or would be refused by those who pay.
    pub fn decode(self, text: &str, options: Options) -> Result<Reading, Refusal> {
        let mut reading = self.read(text, options)?;
        inspect::look(text, &mut reading);
        Ok(reading)
    }

    /// Tells which standard a text is written in, by how it begins; the text itself may still
    /// break its grammar.
    #[must_use]
    pub fn recognise(text: &str) -> Option<Standard> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        bank::recognise(text)
            .or_else(|| emv::recognise(text))
            .or_else(|| upi::recognise(text))
            .or_else(|| coins::recognise(text))
            .or_else(|| links::recognise(text))
    }
}

impl fmt::Display for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Reads a text of any standard.
///
/// # Errors
/// [`Flaw::OtherStandard`] where none is recognised; otherwise as [`Standard::decode`].
pub fn decode(text: &str, options: Options) -> Result<Reading, Refusal> {
    let standard = Standard::recognise(text);
    let standard = standard.ok_or(Refusal::new(Field::Payload, Flaw::OtherStandard))?;
    standard.decode(text, options)
}
