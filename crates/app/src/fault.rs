//! A failure told to a person: a stable code, the field it points at, the values of its sentence.

use std::error::Error;
use std::fmt;

use groat_books::BooksError;
use groat_ledger::{AskError, CloseDriveError, CorrectError, PromiseError};
use groat_money::AmountError;
use groat_phrases::Arg;

/// A failure that a person is told about, in their language, by whoever shows it.
#[derive(Debug)]
pub struct Fault {
    /// What went wrong; windows and scripts decide by this.
    pub code: Code,
    /// The field it points at, as the caller named it.
    pub field: Option<String>,
    /// What its sentence is filled with.
    pub params: Vec<(&'static str, Arg<'static>)>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// The kinds of faults, which decide the exit status of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What was typed or handed in cannot be used.
    Input,
    /// A rule of the books refuses it.
    Rule,
    /// The books are damaged, held by somebody else, or cannot be reached.
    Books,
    /// Anything else.
    Other,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident $text:literal $kind:ident;)*) => {
        /// The codes of all faults. Each has a sentence in every language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The stable word of the code.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// What kind of fault it is.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Code::$name => Kind::$kind,)* }
            }
        }
    };
}

codes! {
    /// No amount was given.
    AmountEmpty "amount-empty" Input;
    /// A sign that does not belong into an amount.
    AmountUnreadable "amount-unreadable" Input;
    /// A decimal or grouping sign that may mean two things.
    AmountAmbiguous "amount-ambiguous" Input;
    /// A minus before the amount.
    AmountNegative "amount-negative" Input;
    /// Nothing is no gift.
    AmountZero "amount-zero" Input;
    /// More decimals than the currency has.
    AmountTooPrecise "amount-too-precise" Input;
    /// More than a code or the books carry.
    AmountTooLarge "amount-too-large" Input;
    /// Two suggested amounts are the same.
    SuggestedRepeated "suggested-repeated" Input;
    /// Only euro drives can be asked for in this version.
    CurrencyNotEur "currency-not-eur" Input;
    /// Three letters that name no currency.
    CurrencyUnknown "currency-unknown" Input;

    /// No IBAN was given.
    IbanEmpty "iban-empty" Input;
    /// The first two letters name no country with IBANs.
    IbanUnknownCountry "iban-unknown-country" Input;
    /// Too short or too long for its country.
    IbanWrongLength "iban-wrong-length" Input;
    /// A letter where a digit stands in this country, or the other way round.
    IbanWrongStructure "iban-wrong-structure" Input;
    /// The two check digits do not fit the rest.
    IbanCheckDigits "iban-check-digits" Input;
    /// A sign that no IBAN has.
    IbanForeignSign "iban-foreign-sign" Input;
    /// Euro transfers by code do not reach this country.
    IbanOutsideSepa "iban-outside-sepa" Input;
    /// Outside the EEA a code needs the bank's BIC.
    BicMissing "bic-missing" Input;
    /// Not eight or eleven letters and digits in the form of a BIC.
    BicMalformed "bic-malformed" Input;

    /// The organisation has no name.
    NameEmpty "name-empty" Input;
    /// The organisation's name is too long.
    NameTooLong "name-too-long" Input;
    /// No account holder was given.
    HolderEmpty "holder-empty" Input;
    /// The account holder does not fit the code.
    HolderTooLong "holder-too-long" Input;
    /// The account holder has a sign that banks do not carry.
    HolderSign "holder-sign" Input;
    /// The drive has no name.
    DriveNameEmpty "drive-name-empty" Input;
    /// The drive's name is too long.
    DriveNameTooLong "drive-name-too-long" Input;
    /// No line says what the money is for.
    PurposeEmpty "purpose-empty" Input;
    /// The purpose does not fit the code.
    PurposeTooLong "purpose-too-long" Input;
    /// The purpose has a sign that banks do not carry.
    PurposeSign "purpose-sign" Input;
    /// A control character in a text.
    TextControlSign "text-control-sign" Input;
    /// A mark that turns the direction of writing.
    TextDirectionMark "text-direction-mark" Input;
    /// A line break in a text of one line.
    TextLineBreak "text-line-break" Input;
    /// All texts together are too long for the code.
    CodeTooLong "code-too-long" Input;

    /// Nobody said yet who collects.
    NotSetUp "not-set-up" Rule;
    /// It was said already who collects.
    AlreadySetUp "already-set-up" Rule;
    /// The drive is closed.
    DriveClosed "drive-closed" Rule;
    /// There is no such drive.
    DriveUnknown "drive-unknown" Input;
    /// There is no such gift.
    GiftUnknown "gift-unknown" Input;
    /// The gift was seen before.
    GiftAlreadySeen "gift-already-seen" Rule;
    /// The gift was corrected before.
    GiftAlreadyCorrected "gift-already-corrected" Rule;
    /// Cash cannot be seen on a phone.
    GiftNotAsked "gift-not-asked" Rule;
    /// Not the ten digits of a gift number.
    NumberMalformed "number-malformed" Input;
    /// The check digit of a gift number does not fit.
    NumberCheckDigit "number-check-digit" Input;

    /// Somebody else has the books open for writing.
    BooksHeld "books-held" Books;
    /// The books can only be read here.
    BooksReadOnly "books-read-only" Books;
    /// There are no books.
    BooksMissing "books-missing" Books;
    /// A later program wrote the books.
    BooksTooNew "books-too-new" Books;
    /// The books contradict themselves.
    BooksDamaged "books-damaged" Books;
    /// The books cannot be reached.
    BooksUnavailable "books-unavailable" Books;
    /// The disk is full.
    DiskFull "disk-full" Books;
    /// A file could not be written.
    FileNotWritten "file-not-written" Other;

    /// There is no such command.
    CommandUnknown "command-unknown" Input;
    /// This window may not do that.
    CommandNotAllowed "command-not-allowed" Rule;
    /// What was handed to a command is not what it takes.
    ArgumentsMalformed "arguments-malformed" Input;

    /// No such standard of payment codes.
    PayloadUnknownStandard "payload-unknown-standard" Input;
    /// The text is not a code of its standard.
    PayloadMalformed "payload-malformed" Input;
    /// The checksum of a code does not fit its text.
    PayloadChecksum "payload-checksum" Input;
    /// A symbol or reference that is not digits, or too many.
    SymbolMalformed "symbol-malformed" Input;
    /// No day of the calendar.
    DateMalformed "date-malformed" Input;
    /// A purpose code is at most four letters or digits.
    PurposeCodeMalformed "purpose-code-malformed" Input;
    /// A structured reference of the wrong form.
    ReferenceMalformed "reference-malformed" Input;
    /// The check digits of a reference do not fit.
    ReferenceCheckDigits "reference-check-digits" Input;
    /// A reference is too long.
    ReferenceTooLong "reference-too-long" Input;
    /// No reference where one is needed.
    ReferenceEmpty "reference-empty" Input;
    /// A sign that does not belong into this scheme's references.
    ReferenceSign "reference-sign" Input;
    /// A reference with fewer signs than its scheme needs.
    ReferenceTooShort "reference-too-short" Input;
    /// A reference without the letters or digits its scheme begins with.
    ReferenceNoPrefix "reference-no-prefix" Input;
    /// A reference in blocks, too many or an empty one.
    ReferenceBlocks "reference-blocks" Input;
    /// Zeros alone, which stand for no reference.
    ReferenceZero "reference-zero" Input;
    /// The length digit of an OCR number does not fit.
    ReferenceLengthDigit "reference-length-digit" Input;
    /// The scheme has no check digit for this number.
    ReferenceNoCheckDigit "reference-no-check-digit" Input;
    /// A structured reference and a text exclude each other.
    RemittanceBoth "remittance-both" Input;
    /// The information for the payer is too long.
    InformationTooLong "information-too-long" Input;

    /// Something that should not happen.
    Internal "internal" Other;
}

impl Fault {
    /// Makes a fault of a code.
    #[must_use]
    pub fn new(code: Code) -> Fault {
        Fault { code, field: None, params: Vec::new(), source: None }
    }

    /// Points at a field.
    #[must_use]
    pub fn at(mut self, field: &str) -> Fault {
        self.field = Some(field.to_owned());
        self
    }

    /// Fills in a value of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg<'static>>) -> Fault {
        self.params.push((name, value.into()));
        self
    }

    /// Keeps the cause for the log.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Fault {
        self.source = Some(source.into());
        self
    }
}

/// For the log; people read the sentence of the code.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())?;
        self.field.iter().try_for_each(|field| write!(f, " at {field}"))?;
        self.source.iter().try_for_each(|source| write!(f, ": {source}"))
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| -> &(dyn Error + 'static) { source.as_ref() })
    }
}

impl From<BooksError> for Fault {
    fn from(error: BooksError) -> Fault {
        match error {
            BooksError::NotFound { path } => {
                Fault::new(Code::BooksMissing).with("path", path.display().to_string())
            }
            BooksError::Held { holder } => {
                let fault = Fault::new(Code::BooksHeld);
                match holder {
                    Some(holder) => fault
                        .with("face", holder.face)
                        .with("user", holder.user)
                        .with("process", holder.process.to_string())
                        .with("since", crate::open::local(holder.since)),
                    None => fault
                        .with("face", "unknown")
                        .with("user", "?")
                        .with("process", "?")
                        .with("since", "?"),
                }
            }
            BooksError::ReadOnly => Fault::new(Code::BooksReadOnly),
            BooksError::TooNew { found, supported } => Fault::new(Code::BooksTooNew)
                .with("found", found.to_string())
                .with("supported", supported.to_string()),
            BooksError::Damaged { what } => Fault::new(Code::BooksDamaged).with("detail", what),
            BooksError::DiskFull => Fault::new(Code::DiskFull),
            other => {
                Fault::new(Code::BooksUnavailable).with("detail", other.to_string()).because(other)
            }
        }
    }
}

/// The fault for a typed amount that cannot be read; `example` is one written in the language.
impl Fault {
    /// Makes the fault of an amount that could not be read.
    #[must_use]
    pub fn amount(error: AmountError, example: String, largest: Arg<'static>) -> Fault {
        match error {
            AmountError::Empty => Fault::new(Code::AmountEmpty).with("example", example),
            AmountError::Unreadable { found } => {
                Fault::new(Code::AmountUnreadable).with("found", found).with("example", example)
            }
            AmountError::Ambiguous { found } => {
                Fault::new(Code::AmountAmbiguous).with("found", found).with("example", example)
            }
            AmountError::Negative => Fault::new(Code::AmountNegative),
            AmountError::Zero => Fault::new(Code::AmountZero),
            AmountError::TooPrecise { currency } => Fault::new(Code::AmountTooPrecise)
                .with("currency", currency.code())
                .with("decimals", currency.exponent()),
            _ => Fault::new(Code::AmountTooLarge).with("max", largest),
        }
        .at("amount")
    }
}

impl From<PromiseError> for Fault {
    fn from(error: PromiseError) -> Fault {
        Fault::new(match error {
            PromiseError::AlreadySeen => Code::GiftAlreadySeen,
            PromiseError::NotAsked => Code::GiftNotAsked,
            _ => Code::GiftAlreadyCorrected,
        })
    }
}

impl From<CorrectError> for Fault {
    fn from(_: CorrectError) -> Fault {
        Fault::new(Code::GiftAlreadyCorrected)
    }
}

/// The fault of an ask or of cash in a drive of this name.
pub(crate) fn refused(error: AskError, drive_name: &str) -> Fault {
    match error {
        AskError::DriveClosed { closed_on } => closed(drive_name, closed_on),
        AskError::NotPositive => Fault::new(Code::AmountZero).at("amount"),
        AskError::CurrencyDiffers { amount, .. } => {
            Fault::new(Code::CurrencyNotEur).with("currency", amount.code()).at("amount")
        }
        _ => Fault::new(Code::Internal).because(error),
    }
}

/// The fault of closing a drive of this name.
pub(crate) fn not_closed(error: CloseDriveError, drive_name: &str) -> Fault {
    match error {
        CloseDriveError::AlreadyClosed { closed_on } => closed(drive_name, closed_on),
        _ => Fault::new(Code::Internal).because(error),
    }
}

fn closed(drive_name: &str, closed_on: jiff::civil::Date) -> Fault {
    Fault::new(Code::DriveClosed).with("name", drive_name.to_owned()).with("date", closed_on)
}

#[cfg(test)]
mod tests {
    use groat_phrases::{Locale, fault, fault_codes};

    use super::*;

    #[test]
    fn every_code_has_a_sentence_in_every_language() {
        for code in Code::ALL {
            for locale in Locale::ALL {
                let (sentence, _) = fault(*locale, code.as_str(), &[]);
                assert!(!sentence.starts_with("fault-"), "{code:?} in {locale:?}");
            }
        }
    }

    #[test]
    fn every_sentence_belongs_to_a_code() {
        let known: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        for code in fault_codes() {
            assert!(known.contains(&code), "{code} has a sentence and no user");
        }
    }
}
