//! SEPA credit transfer code ("EPC QR", GiroCode, Zahlen mit Code, Betaalcode).
//!
//! Standard: European Payments Council, EPC069-12, versions 2.1 (2012) to 3.1 (19 March 2024).
//! Euro only, at most 331 bytes, to be drawn at level M in byte mode (at most version 13).
//!
//! # Incomplete support
//! Written in UTF-8 only (character set 1); the seven ISO 8859 sets are read. National references
//! other than the Belgian one are read from line 10 as they stand, and not written.
//!
//! # Limits
//! Signs that [`crate::first_foreign_sign`] names, emoji among them, are refused in every value
//! that is written, and are findings in what is read. Version 001 is written only where the request
//! says so: it needs a BIC.
//!
//! An account outside the SEPA countries is refused, and a finding in what is read.
//!
//! # Quirks
//! * One app is known to read by position and to need line 11 even when line 10 is the last one
//!   (RikudouSage/QrPaymentEU issue 43); put the reference into line 11 for its users.
//! * Free text in line 10 is ignored by many apps (invoiceninja issue 8966): text goes into line 11,
//!   line 10 takes references that can be checked.
//! * A Belgian structured communication goes bare into line 10; with anything around it, or in line
//!   11, it is a plain message (invoiceninja issue 9590, Dolibarr PR 38880).
//! * Libraries write `EUR` alone for an open amount, or the figures without `EUR`, of which apps cut
//!   the first three (smhg/sepa-qr-data-php, odoo/odoo PR 75816): both are refused.
//! * Grouped figures and a BIC filled up with underscores make apps see no payment (openjverein
//!   issue 1319, j-lawyer-org issue 2950): refused.
//! * Libraries write empty lines at the end (derhuerst/sepa-payment-qr-code): read with a finding.

mod charset;
mod decode;
mod encode;
pub(crate) mod uniform;

use std::fmt;

use groat_money::{Currency, Money};
use thiserror::Error;

use crate::{Bic, CreditorReference, ForeignSign, Iban, IbanCountry, Ogm};

pub use charset::EpcCharset;
pub use decode::{EpcAmountFlaw, EpcFinding, EpcReading, EpcRefusal, decode, decode_text};
pub use encode::encode;

/// The most bytes a code may hold: version 13 at level M.
pub const PAYLOAD_BYTES_MAX: usize = 331;

const NAME_LENGTH_MAX: usize = 70;
const TEXT_LENGTH_MAX: usize = 140;
const INFORMATION_LENGTH_MAX: usize = 70;
const AMOUNT_MINOR_MAX: i64 = 99_999_999_999;

/// The countries of the SEPA schemes: no other account can be paid by a SEPA credit transfer.
const SEPA_COUNTRIES: &[&str] = &[
    "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI",
    "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL",
    "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "VA",
];

/// What a code asks a donor's bank to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpcRequest {
    /// Who is paid, as the bank knows the account's holder; 1 to 70 characters.
    pub payee_name: String,
    /// The account that is paid.
    pub iban: Iban,
    /// The payee's bank; needed outside the European Economic Area and in version 001.
    pub bic: Option<Bic>,
    /// Euro, 0.01 to 999999999.99; `None` leaves the amount to the donor.
    pub amount: Option<Money>,
    /// What the payment is for, as a code.
    pub purpose: Option<Purpose>,
    /// What travels with the payment.
    pub remittance: Remittance,
    /// What the payer is shown and nobody is sent; 1 to 70 characters.
    pub information: Option<String>,
    /// The version of the grammar.
    pub version: EpcVersion,
}

impl EpcRequest {
    /// Starts a request with what every code has: name and account, version 002, nothing else.
    #[must_use]
    pub fn new(payee_name: impl Into<String>, iban: Iban) -> EpcRequest {
        EpcRequest {
            payee_name: payee_name.into(),
            iban,
            bic: None,
            amount: None,
            purpose: None,
            remittance: Remittance::None,
            information: None,
            version: EpcVersion::V002,
        }
    }

    /// Tells whether an account needs a BIC beside it, in version 002.
    #[must_use]
    pub fn needs_bic(country: IbanCountry) -> bool {
        !country.is_in_eea()
    }
}

/// Remittance information: what reaches the payee's statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Remittance {
    /// Nothing.
    #[default]
    None,
    /// A creditor reference of ISO 11649, in line 10.
    Reference(CreditorReference),
    /// A Belgian structured communication, in line 10; Belgian accounts only.
    Ogm(Ogm),
    /// Another national reference found in line 10. Read, never written.
    National(String),
    /// Free text in line 11; 1 to 140 characters.
    Text(String),
}

impl Remittance {
    /// Makes free text of a reference, one blank and a message.
    #[must_use]
    pub fn text(reference: &str, message: &str) -> Remittance {
        match (reference, message) {
            ("", "") => Remittance::None,
            (text, "") | ("", text) => Remittance::Text(text.to_owned()),
            _ => Remittance::Text(format!("{reference} {message}")),
        }
    }
}

/// The version of the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EpcVersion {
    /// 001, where the BIC is mandatory.
    V001,
    /// 002, where the BIC may be left out inside the European Economic Area.
    #[default]
    V002,
}

impl EpcVersion {
    /// Returns the three digits of line 2.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            EpcVersion::V001 => "001",
            EpcVersion::V002 => "002",
        }
    }
}

/// A purpose code: one to four capitals or digits of ISO 20022 `ExternalPurpose1Code`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Purpose {
    signs: [char; 4],
    length: u8,
}

/// Why a text is not a purpose code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PurposeError {
    /// Nothing.
    #[error("the purpose code is empty")]
    Empty,
    /// More than four signs.
    #[error("a purpose code has at most 4 signs, not {found}")]
    TooLong {
        /// How many there are.
        found: usize,
    },
    /// A sign other than A to Z and 0 to 9.
    #[error("{found:?} at place {at} does not belong into a purpose code")]
    ForeignSign {
        /// Its place, from zero.
        at: usize,
        /// The sign.
        found: char,
    },
}

impl Purpose {
    /// `CHAR`: a charity payment.
    pub const CHARITY: Purpose = Purpose { signs: ['C', 'H', 'A', 'R'], length: 4 };

    /// Reads a purpose code; whether ISO 20022 lists it is not checked.
    ///
    /// # Errors
    /// [`PurposeError`], one variant a cause.
    pub fn parse(text: &str) -> Result<Purpose, PurposeError> {
        let fits = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit();
        if let Some((at, found)) = text.chars().enumerate().find(|(_, sign)| !fits(*sign)) {
            return Err(PurposeError::ForeignSign { at, found });
        }
        let mut signs = [' '; 4];
        for (place, sign) in signs.iter_mut().zip(text.chars()) {
            *place = sign;
        }
        match u8::try_from(text.len()) {
            Ok(0) => Err(PurposeError::Empty),
            Ok(length @ 1..=4) => Ok(Purpose { signs, length }),
            _ => Err(PurposeError::TooLong { found: text.len() }),
        }
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.signs.iter().take(usize::from(self.length)).collect::<String>())
    }
}

impl fmt::Debug for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A part of the code that an error or a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EpcField {
    /// Line 5.
    Bic,
    /// Line 6.
    PayeeName,
    /// Line 7.
    Iban,
    /// Line 8.
    Amount,
    /// Line 9.
    Purpose,
    /// Line 10.
    Reference,
    /// Line 11.
    Text,
    /// Line 12.
    Information,
}

impl fmt::Display for EpcField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            EpcField::Bic => "BIC",
            EpcField::PayeeName => "payee's name",
            EpcField::Iban => "IBAN",
            EpcField::Amount => "amount",
            EpcField::Purpose => "purpose",
            EpcField::Reference => "reference",
            EpcField::Text => "text",
            EpcField::Information => "information for the payer",
        })
    }
}

/// Why a request cannot be put into a code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EpcError {
    /// A part that must have a value, or has one, holds nothing but blanks.
    #[error("the {field} is empty")]
    Empty {
        /// Which part.
        field: EpcField,
    },
    /// A part has too many characters.
    #[error("the {field} has {found} characters, {max} are allowed")]
    TooLong {
        /// Which part.
        field: EpcField,
        /// How many characters it may have.
        max: usize,
        /// How many it has.
        found: usize,
    },
    /// A part has a sign that may not stand in a payment.
    #[error("{found:?} at place {at} of the {field} may not stand in a payment")]
    ForeignSign {
        /// Which part.
        field: EpcField,
        /// The place, counted in characters from zero.
        at: usize,
        /// The sign.
        found: char,
        /// Why it may not stand there.
        why: ForeignSign,
    },
    /// The amount is not in euro.
    #[error("the amount is in {found}, codes are in EUR")]
    NotEuro {
        /// The currency it is in.
        found: Currency,
    },
    /// The amount is below 0.01 or above 999999999.99.
    #[error("the amount {amount:?} is not between 0.01 and 999999999.99")]
    AmountOutOfRange {
        /// The amount.
        amount: Money,
    },
    /// The account is kept outside the European Economic Area, and no BIC is given.
    #[error("an account in {country:?} needs a BIC")]
    BicNeededOutsideEea {
        /// Where the account is kept.
        country: IbanCountry,
    },
    /// The account is kept where no SEPA credit transfer can go.
    #[error("an account in {country:?} cannot be paid by a SEPA credit transfer")]
    OutsideSepa {
        /// Where the account is kept.
        country: IbanCountry,
    },
    /// Version 001 is asked for, and no BIC is given.
    #[error("version 001 needs a BIC")]
    BicNeededInVersion001,
    /// A Belgian structured communication for an account kept elsewhere.
    #[error("a structured communication needs a Belgian account, not one in {country:?}")]
    OgmOutsideBelgium {
        /// Where the account is kept.
        country: IbanCountry,
    },
    /// A national reference that is read and not written.
    #[error("a national reference of an unknown scheme is not written")]
    NationalReference,
    /// The whole is longer than a code of version 13 holds, though each part is short enough.
    #[error("the code would hold {bytes} bytes, {PAYLOAD_BYTES_MAX} are allowed")]
    PayloadTooLong {
        /// How many bytes it would hold.
        bytes: usize,
    },
}

#[cfg(test)]
mod tests;
