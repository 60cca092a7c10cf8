//! Why a request cannot be encoded or a text cannot be decoded: one field and what is wrong there.

use thiserror::Error;

use crate::{
    BicError, CreditorReferenceError, Field, ForeignSign, IbanError, OgmError, ReferenceError,
};

/// Why a standard does not take a request or a text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field}: {flaw}")]
pub struct Refusal {
    /// The part it is about.
    pub field: Field,
    /// What is wrong with it.
    pub flaw: Flaw,
}

impl Refusal {
    /// Makes a refusal.
    #[must_use]
    pub fn new(field: Field, flaw: impl Into<Flaw>) -> Refusal {
        Refusal { field, flaw: flaw.into() }
    }
}

/// What is wrong with a part. Places count characters from zero, lengths count characters.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Flaw {
    /// The standard needs it.
    #[error("is missing")]
    Missing,
    /// The standard has no place for it.
    #[error("has no place in this standard")]
    NotCarried,
    /// It is a list or a number where text is needed, or the other way round.
    #[error("is of another kind")]
    Kind,
    /// Too many characters.
    #[error("has {found} characters, {max} are allowed")]
    TooLong {
        /// How many it may have.
        max: usize,
        /// How many it has.
        found: usize,
    },
    /// A number of characters that the standard does not have.
    #[error("has {found} characters, {allowed:?} are allowed")]
    Length {
        /// How many it may have.
        allowed: &'static [usize],
        /// How many it has.
        found: usize,
    },
    /// The whole takes more bytes than the code has.
    #[error("takes {found} bytes, {max} are allowed")]
    TooManyBytes {
        /// How many it may take.
        max: usize,
        /// How many it takes.
        found: usize,
    },
    /// A sign that may not stand in a payment.
    #[error("{found:?} at place {at} may not stand there")]
    ForeignSign {
        /// Its place.
        at: usize,
        /// The sign.
        found: char,
        /// Why it may not stand there; `None` where the standard's own set does not have it.
        why: Option<ForeignSign>,
    },
    /// Not of the form the standard wants.
    #[error("is not of the form {example}")]
    Form {
        /// A right one.
        example: &'static str,
    },
    /// Not one of the few values there are.
    #[error("{found:?} is none of {allowed:?}")]
    NotOneOf {
        /// The values there are.
        allowed: &'static [&'static str],
        /// The value.
        found: String,
    },
    /// It excludes another part.
    #[error("excludes {other}")]
    NotWith {
        /// The other part.
        other: Field,
    },
    /// It needs another part.
    #[error("needs {other}")]
    Needs {
        /// The other part.
        other: Field,
    },
    /// It stands twice.
    #[error("stands twice")]
    Repeated,
    /// Check digits that do not fit the number.
    #[error("the check digits do not fit")]
    CheckDigits,
    /// A checksum that does not fit the text.
    #[error("the checksum is {found:?}, {computed:?} fits")]
    Checksum {
        /// What is written.
        found: String,
        /// What would fit.
        computed: String,
    },
    /// Capitals and small letters where only one kind may be.
    #[error("mixes capitals and small letters")]
    MixedCase,
    /// Not digits with at most one dot.
    #[error("{found:?} is not a decimal number with a dot")]
    NotDecimal {
        /// What stands there.
        found: String,
    },
    /// Zero, which is no gift; an open amount is left out.
    #[error("is zero")]
    Zero,
    /// Below zero.
    #[error("is below zero")]
    Negative,
    /// More decimals than the standard has.
    #[error("has more than {decimals} decimals")]
    TooPrecise {
        /// How many it may have.
        decimals: usize,
    },
    /// Above what the standard carries.
    #[error("is above {max}")]
    TooLarge {
        /// The most, in decimal text.
        max: String,
    },
    /// Below what the standard carries.
    #[error("is below {min}")]
    TooSmall {
        /// The least, in decimal text.
        min: String,
    },
    /// No day of the calendar, or no instant.
    #[error("{found:?} is not a day")]
    NotADay {
        /// What stands there.
        found: String,
    },
    /// A version that this crate does not know.
    #[error("version {found:?} is not known")]
    UnknownVersion {
        /// What stands there.
        found: String,
    },
    /// Bytes that have no meaning in the code's character set.
    #[error("byte {at} has no meaning in the character set")]
    NotInCharset {
        /// Place of the first one, in bytes.
        at: usize,
    },
    /// The text is of another standard, or of none.
    #[error("is not a text of this standard")]
    OtherStandard,
    /// The text breaks the grammar of its standard at this place.
    #[error("breaks off at {place}")]
    Broken {
        /// A tag, a line or a key, as the standard calls it.
        place: String,
    },
    /// Its issuer bound it against changes.
    #[error("may not be changed")]
    Bound,
    /// A code that one payment or a short time uses up, where one is needed that stays.
    #[error("is for one payment or for a short time only")]
    OneTime,
    /// More values than the standard has places for.
    #[error("has {found} values, {max} are allowed")]
    TooMany {
        /// How many there may be.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// An address of another network, such as a test network.
    #[error("belongs to another network")]
    OtherNetwork,
    /// Not an IBAN.
    #[error(transparent)]
    Iban(#[from] IbanError),
    /// Not a BIC.
    #[error(transparent)]
    Bic(#[from] BicError),
    /// Not a reference of its scheme.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// Not a creditor reference.
    #[error(transparent)]
    CreditorReference(#[from] CreditorReferenceError),
    /// Not a Belgian structured communication.
    #[error(transparent)]
    Ogm(#[from] OgmError),
}
