//! How each scheme's reference carries a gift number, there and back.
//!
//! A reference comes back as banks and people leave it: with blanks or points, in small letters,
//! without its prefix, filled up with zeros or robbed of them. What is read back is a gift number
//! only if the reference's own check fits and the gift number's too.

use super::{
    CreditorReference, Hr00, Kid11, LuhnReference, Model97, Ogm, Qrr, ReferenceError, Si12,
    VariableSymbol, Viite, Viitenumber,
};
use crate::GiftNumber;

/// A scheme of references that can carry a gift number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReferenceScheme {
    /// ISO 11649, `RF…`.
    CreditorReference,
    /// Belgian structured communication.
    Ogm,
    /// Swiss QR reference.
    Qrr,
    /// Finnish reference number.
    Viite,
    /// Estonian reference number.
    Viitenumber,
    /// Swedish OCR number without a length digit, Norwegian KID of modulo 10.
    Luhn,
    /// Swedish OCR number with a length digit.
    LuhnWithLength,
    /// Norwegian KID of modulo 11.
    Kid11,
    /// Slovenian model 12.
    Si12,
    /// Serbian model 97.
    Model97,
    /// Czech and Slovak variable symbol.
    VariableSymbol,
    /// Croatian model HR00.
    Hr00,
    /// Brazilian PIX, `txid`.
    PixTxid,
    /// Indian UPI, `tr`.
    UpiReference,
    /// EMVCo reference label, tag 62-05.
    EmvReference,
    /// EMVCo bill number, tag 62-01.
    EmvBill,
    /// Comment of a Lightning payment (LUD-12).
    LightningComment,
    /// Free text: remittance information, a note, a transfer text.
    Text,
}

impl ReferenceScheme {
    /// Every scheme.
    pub const ALL: [ReferenceScheme; 18] = [
        ReferenceScheme::CreditorReference,
        ReferenceScheme::Ogm,
        ReferenceScheme::Qrr,
        ReferenceScheme::Viite,
        ReferenceScheme::Viitenumber,
        ReferenceScheme::Luhn,
        ReferenceScheme::LuhnWithLength,
        ReferenceScheme::Kid11,
        ReferenceScheme::Si12,
        ReferenceScheme::Model97,
        ReferenceScheme::VariableSymbol,
        ReferenceScheme::Hr00,
        ReferenceScheme::PixTxid,
        ReferenceScheme::UpiReference,
        ReferenceScheme::EmvReference,
        ReferenceScheme::EmvBill,
        ReferenceScheme::LightningComment,
        ReferenceScheme::Text,
    ];

    /// Returns its name, the one of the published vectors where there are any.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ReferenceScheme::CreditorReference => "RF_ISO11649",
            ReferenceScheme::Ogm => "BE_OGM",
            ReferenceScheme::Qrr => "CH_QRR",
            ReferenceScheme::Viite => "FI_VIITE",
            ReferenceScheme::Viitenumber => "EE_VIITENUMBER",
            ReferenceScheme::Luhn => "LUHN_OCR_KID10",
            ReferenceScheme::LuhnWithLength => "LUHN_OCR_WITH_LENGTH",
            ReferenceScheme::Kid11 => "NO_KID11",
            ReferenceScheme::Si12 => "SI_SI12",
            ReferenceScheme::Model97 => "RS_MODEL97",
            ReferenceScheme::VariableSymbol => "CZ_SK_VS",
            ReferenceScheme::Hr00 => "HR_HR00",
            ReferenceScheme::PixTxid => "PIX_TXID",
            ReferenceScheme::UpiReference => "UPI_TR",
            ReferenceScheme::EmvReference => "EMV_62_05",
            ReferenceScheme::EmvBill => "EMV_62_01",
            ReferenceScheme::LightningComment => "LIGHTNING_COMMENT",
            ReferenceScheme::Text => "TEXT",
        }
    }

    /// Finds a scheme by its name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<ReferenceScheme> {
        ReferenceScheme::ALL.into_iter().find(|scheme| scheme.name() == name)
    }

    /// Whether the number stands as it is, perhaps among words.
    fn is_bare(self) -> bool {
        matches!(
            self,
            ReferenceScheme::PixTxid
                | ReferenceScheme::UpiReference
                | ReferenceScheme::EmvReference
                | ReferenceScheme::EmvBill
                | ReferenceScheme::LightningComment
                | ReferenceScheme::Text
        )
    }

    /// What may stand before the number, the longest first.
    fn marks(self) -> &'static [&'static str] {
        match self {
            ReferenceScheme::CreditorReference | ReferenceScheme::Qrr => &["REF"],
            ReferenceScheme::Ogm => &["OGM", "VCS"],
            ReferenceScheme::Viite => &["VIITE"],
            ReferenceScheme::Viitenumber => &["VIITENUMBER", "VIITENR", "VIITE"],
            ReferenceScheme::Luhn | ReferenceScheme::LuhnWithLength => &["OCR", "KID"],
            ReferenceScheme::Kid11 => &["KID"],
            ReferenceScheme::Si12 => &["SI12"],
            ReferenceScheme::Model97 => &["RO"],
            ReferenceScheme::VariableSymbol => &["VS"],
            ReferenceScheme::Hr00 => &["HR00"],
            ReferenceScheme::PixTxid => &["TXID"],
            ReferenceScheme::UpiReference => &["TR", "UPI"],
            ReferenceScheme::EmvReference | ReferenceScheme::EmvBill => &["REF"],
            ReferenceScheme::LightningComment | ReferenceScheme::Text => &[],
        }
    }
}

impl GiftNumber {
    /// Returns the Belgian structured communication that carries it.
    #[must_use]
    pub fn to_ogm(self) -> Ogm {
        Ogm::from_checked_base(&self.digits())
    }

    /// Returns the Swiss QR reference that carries it.
    ///
    /// ```
    /// use groat_payment_codes::{GiftNumber, ReferenceScheme};
    /// let number = GiftNumber::parse("1042 618 037")?;
    /// assert_eq!(number.to_qrr().printed(), "00 00000 00000 00001 04261 80373");
    /// // A statement without the zeros on the left:
    /// let read = GiftNumber::from_reference(ReferenceScheme::Qrr, "10426180373");
    /// assert_eq!(read, Some(number));
    /// # Ok::<(), groat_payment_codes::GiftNumberError>(())
    /// ```
    #[must_use]
    pub fn to_qrr(self) -> Qrr {
        Qrr::from_checked_base(&self.digits())
    }

    /// Returns the Swiss QR reference that carries it behind the digits that the payee's bank fixed.
    ///
    /// # Errors
    /// [`ReferenceError`]: a foreign sign, or more than sixteen digits before the number.
    pub fn to_qrr_with_prefix(self, prefix: &str) -> Result<Qrr, ReferenceError> {
        Qrr::with_prefix(prefix, &self.digits())
    }

    /// Returns the Finnish reference number that carries it.
    #[must_use]
    pub fn to_viite(self) -> Viite {
        Viite::from_checked_base(&self.digits())
    }

    /// Returns the Estonian reference number that carries it.
    #[must_use]
    pub fn to_viitenumber(self) -> Viitenumber {
        Viitenumber::from_checked_base(&self.digits())
    }

    /// Returns the OCR number or KID of modulo 10 that carries it, without a length digit.
    #[must_use]
    pub fn to_luhn(self) -> LuhnReference {
        LuhnReference::from_checked_base(&self.digits())
    }

    /// Returns the OCR number that carries it, with a length digit.
    #[must_use]
    pub fn to_luhn_with_length(self) -> LuhnReference {
        LuhnReference::from_checked_base_with_length(&self.digits())
    }

    /// Returns the KID of modulo 11 that carries it; none for the one number in eleven that has no
    /// check digit there, which must be skipped where such a KID is asked for.
    #[must_use]
    pub fn to_kid11(self) -> Option<Kid11> {
        Kid11::from_base(&self.digits()).ok()
    }

    /// Returns the Slovenian reference that carries it.
    #[must_use]
    pub fn to_si12(self) -> Si12 {
        Si12::from_checked_base(&self.digits())
    }

    /// Returns the Serbian reference that carries it.
    #[must_use]
    pub fn to_model97(self) -> Model97 {
        Model97::from_checked_base(&self.digits())
    }

    /// Returns the variable symbol that carries it: the ten digits.
    #[must_use]
    pub fn to_variable_symbol(self) -> VariableSymbol {
        VariableSymbol::from_checked_base(&self.digits())
    }

    /// Returns the Croatian reference that carries it: the ten digits.
    #[must_use]
    pub fn to_hr00(self) -> Hr00 {
        Hr00::from_checked_base(&self.digits())
    }

    /// Returns the electronic form of the reference that carries it in a scheme; none only where
    /// [`GiftNumber::to_kid11`] has none.
    #[must_use]
    pub fn to_reference(self, scheme: ReferenceScheme) -> Option<String> {
        Some(match scheme {
            ReferenceScheme::CreditorReference => self.to_creditor_reference().to_string(),
            ReferenceScheme::Ogm => self.to_ogm().to_string(),
            ReferenceScheme::Qrr => self.to_qrr().to_string(),
            ReferenceScheme::Viite => self.to_viite().to_string(),
            ReferenceScheme::Viitenumber => self.to_viitenumber().to_string(),
            ReferenceScheme::Luhn => self.to_luhn().to_string(),
            ReferenceScheme::LuhnWithLength => self.to_luhn_with_length().to_string(),
            ReferenceScheme::Kid11 => self.to_kid11()?.to_string(),
            ReferenceScheme::Si12 => self.to_si12().to_string(),
            ReferenceScheme::Model97 => self.to_model97().to_string(),
            ReferenceScheme::VariableSymbol => self.to_variable_symbol().to_string(),
            ReferenceScheme::Hr00 => self.to_hr00().to_string(),
            ReferenceScheme::PixTxid
            | ReferenceScheme::UpiReference
            | ReferenceScheme::EmvReference
            | ReferenceScheme::EmvBill
            | ReferenceScheme::LightningComment
            | ReferenceScheme::Text => self.digits(),
        })
    }

    /// Reads the gift number back from the reference field of a payment, in the scheme of its
    /// account.
    ///
    /// Blanks, hyphens, points, slashes, colons, plus signs and stars are passed over, small letters
    /// are taken for capitals, the scheme's prefix may be missing, zeros on the left may be missing
    /// or too many. The bare ten digits are taken too: a donor may type only them, and some banks
    /// cut the check digit off. Every other reference whose check fails is none of ours.
    ///
    /// For text in which a number stands among words, see [`GiftNumber::from_remittance`].
    #[must_use]
    pub fn from_reference(scheme: ReferenceScheme, text: &str) -> Option<GiftNumber> {
        let text = match scheme {
            ReferenceScheme::VariableSymbol => symbol_among_others(text),
            _ => text,
        };
        let squeezed = squeezed(text);
        let mut marks = scheme.marks().iter();
        let number = marks.find_map(|mark| squeezed.strip_prefix(mark)).unwrap_or(&squeezed);
        let carried = carried(scheme, number, number.trim_start_matches('0'));
        carried.or_else(|| GiftNumber::parse(number).ok()).or_else(|| {
            // Statements print such a field among words: `UPI/601234567890/1042618037/asha@ybl`.
            GiftNumber::from_remittance(text).filter(|_| scheme.is_bare())
        })
    }

    /// Reads the gift number back from a Swiss QR reference that begins with the digits that the
    /// payee's bank fixed.
    #[must_use]
    pub fn from_qrr(reference: &Qrr, prefix: &str) -> Option<GiftNumber> {
        let prefix: String = prefix.chars().filter(|sign| !sign.is_whitespace()).collect();
        let number = reference.base().strip_prefix(&prefix)?;
        GiftNumber::parse(number.trim_start_matches('0')).ok()
    }
}

/// Reads what stands after the mark, and the same without zeros on the left, which count for
/// nothing in every scheme that weighs its digits from the right.
fn carried(scheme: ReferenceScheme, number: &str, unfilled: &str) -> Option<GiftNumber> {
    let base = match scheme {
        ReferenceScheme::CreditorReference => {
            CreditorReference::parse(number).ok()?.base().to_owned()
        }
        ReferenceScheme::Ogm => Ogm::parse(number).ok()?.base().to_owned(),
        ReferenceScheme::Qrr => {
            return GiftNumber::from_qrr(&Qrr::parse(&format!("{number:0>27}")).ok()?, "");
        }
        ReferenceScheme::Viite => Viite::parse(unfilled).ok()?.base().to_owned(),
        ReferenceScheme::Viitenumber => Viitenumber::parse(unfilled).ok()?.base().to_owned(),
        ReferenceScheme::Luhn => LuhnReference::parse(unfilled).ok()?.base().to_owned(),
        ReferenceScheme::LuhnWithLength => {
            LuhnReference::parse(unfilled).ok()?.base_before_length()?.to_owned()
        }
        ReferenceScheme::Kid11 => Kid11::parse(unfilled).ok()?.base().to_owned(),
        ReferenceScheme::Si12 => Si12::parse(&format!("SI12{number}")).ok()?.base().to_owned(),
        ReferenceScheme::Model97 => {
            let whole = || Model97::parse(number);
            let read = whole().or_else(|_| Model97::parse(&format!("97{number}")));
            read.ok()?.base().to_owned()
        }
        ReferenceScheme::VariableSymbol | ReferenceScheme::Hr00 => unfilled.to_owned(),
        // Free text may hold the digits of anything; zeros on the left make another number of it.
        _ => number.to_owned(),
    };
    GiftNumber::parse(base.trim_start_matches('0')).ok()
}

/// Finds the variable symbol in a text that names the other two symbols beside it, as Slovak banks
/// write them into the end-to-end id: `/VS1042618037/SS/KS0308`.
fn symbol_among_others(text: &str) -> &str {
    let mut places = text.char_indices().map(|(at, _)| at);
    let marked = places.find_map(|at| super::strip_prefix(text.get(at..)?, "VS"));
    let Some(symbol) = marked else { return text };
    let symbol = symbol.trim_start_matches([':', '/', ' ']);
    let end = symbol.find(|sign: char| !sign.is_ascii_digit() && !matches!(sign, ' ' | '-'));
    end.and_then(|end| symbol.get(..end)).unwrap_or(symbol)
}

fn squeezed(text: &str) -> String {
    let skipped = |sign: &char| {
        sign.is_whitespace() || matches!(sign, '-' | '.' | '/' | ':' | '+' | '*' | '(' | ')')
    };
    text.chars().filter(|sign| !skipped(sign)).map(|sign| sign.to_ascii_uppercase()).collect()
}
