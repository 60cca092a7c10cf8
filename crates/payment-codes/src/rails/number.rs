//! Where each standard carries the gift number, and how it comes back from there.

use super::traits::ReturnOfNumber;
use crate::bank::swiss_qr_bill;
use crate::{Field, GiftNumber, Iban, ReferenceScheme, Request, Standard};

/// The place of the gift number in the codes of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberPlace {
    /// The field it stands in, of a code that was read.
    pub field: Field,
    /// How it is spelled there.
    pub scheme: ReferenceScheme,
    /// How it comes back with the payment.
    pub returns: ReturnOfNumber,
}

impl NumberPlace {
    /// Finds the place for an account of a standard; none where no code of it has one.
    pub(super) fn of(standard: Standard, account: &Request) -> Option<NumberPlace> {
        use Field as F;
        use ReferenceScheme as R;
        use ReturnOfNumber::{Reference, Text, Uncertain};
        use Standard as S;
        let (field, scheme, returns) = match standard {
            S::Epc => return epc(account),
            S::SwissQrBill => (F::Reference, swiss(account), Reference),
            S::Spayd | S::PayBySquare => (F::VariableSymbol, R::VariableSymbol, Reference),
            S::UpnQr => (F::Reference, R::Si12, Reference),
            S::Hub3 => (F::Reference, R::Hr00, Reference),
            S::NbsIps => (F::Reference, R::Model97, Reference),
            S::UsingQr => (F::Reference, R::Luhn, Reference),
            S::VirtualBarcode => (F::Reference, R::Viite, Reference),
            S::Zbp2d | S::NbuQr | S::Swish => (F::Message, R::Text, Text),
            S::Pix => (F::Reference, R::PixTxid, Reference),
            S::Khqr => (F::Reference, R::EmvBill, Reference),
            // A mobile number has no place for a bill, and only a biller has one for references.
            S::PayNow if account.word(F::ProxyType) != Some("mobile") => {
                (F::Reference, R::EmvBill, Reference)
            }
            S::PromptPay if account.word(F::ProxyType) == Some("biller") => {
                (F::Reference, R::EmvReference, Reference)
            }
            S::VietQr => (F::Reference, R::Text, Text),
            S::DuitNow => (F::Reference, R::EmvReference, Uncertain),
            // A reference makes apps decline the payment to a personal id.
            S::Upi if account.word(F::Mcc).is_some() => (F::Reference, R::UpiReference, Reference),
            S::Upi => (F::Message, R::Text, Uncertain),
            S::Links => return link(account.word(F::Provider).unwrap_or_default()),
            // The memo stands in the chain for everybody to read: the number alone, no text.
            S::SolanaPay => (F::Memo, R::Text, Text),
            // The reference that FPS has is refused by the banks of ordinary accounts; QRIS and QR
            // Ph report none; labels of coins stay in the donor's wallet.
            _ => return None,
        };
        Some(NumberPlace { field, scheme, returns })
    }

    /// Reads the number back from a code that was read.
    #[must_use]
    pub fn number_in(self, read: &Request) -> Option<GiftNumber> {
        GiftNumber::from_reference(self.scheme, read.word(self.field)?)
    }

    /// Spells a number as the field has it. Every scheme in use here spells every number.
    pub(super) fn spelled(self, number: GiftNumber) -> String {
        let reference = number.to_reference(self.scheme).unwrap_or_default();
        match self.scheme {
            // The model has a field of its own.
            ReferenceScheme::Model97 => reference.trim_start_matches("97").to_owned(),
            _ => reference,
        }
    }
}

/// Line 10 for what the payee's bank reads by itself, otherwise the first word of line 11.
fn epc(account: &Request) -> Option<NumberPlace> {
    let (field, scheme, returns) = match account.word(Field::ReferenceType) {
        Some("RF") => {
            (Field::Reference, ReferenceScheme::CreditorReference, ReturnOfNumber::Reference)
        }
        Some("OGM") => (Field::Reference, ReferenceScheme::Ogm, ReturnOfNumber::Reference),
        _ => (Field::Message, ReferenceScheme::Text, ReturnOfNumber::Text),
    };
    Some(NumberPlace { field, scheme, returns })
}

/// A QR-IBAN takes a QR reference only, every other account a creditor reference.
fn swiss(account: &Request) -> ReferenceScheme {
    let iban = account.word(Field::Iban).and_then(|text| Iban::parse(text).ok());
    match iban.is_some_and(|iban| swiss_qr_bill::is_qr_iban(&iban)) {
        true => ReferenceScheme::Qrr,
        false => ReferenceScheme::CreditorReference,
    }
}

fn link(provider: &str) -> Option<NumberPlace> {
    let (field, returns) = match provider {
        "stripe" | "gov.uk-pay" => (Field::Reference, ReturnOfNumber::Reference),
        "mobilepay" | "venmo" | "monzo.me" => (Field::Message, ReturnOfNumber::Uncertain),
        _ => return None,
    };
    Some(NumberPlace { field, scheme: ReferenceScheme::Text, returns })
}
