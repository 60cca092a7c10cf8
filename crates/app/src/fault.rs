//! A failure told to a person: a stable code, the field it points at, the values of its sentence.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::Path;

use groat_books::BooksError;
use groat_ledger::{AskError, CloseDriveError, CorrectError, PromiseError};
use groat_money::{AmountError, Currency};
use groat_phrases::Arg;

mod codes;
mod refusal;

pub use codes::{Code, Kind};

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

    /// The fault of a file that could not be written.
    #[must_use]
    pub(crate) fn not_written(path: &Path, error: io::Error) -> Fault {
        let fault = match error.kind() {
            io::ErrorKind::StorageFull => Fault::new(Code::DiskFull),
            _ => Fault::new(Code::FileNotWritten)
                .with("path", path.display().to_string())
                .with("detail", error.to_string()),
        };
        fault.because(error)
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
            BooksError::OutOfDate { found, supported } => Fault::new(Code::BooksOutOfDate)
                .with("found", found.to_string())
                .with("supported", supported.to_string()),
            BooksError::TooNew { found, supported } => Fault::new(Code::BooksTooNew)
                .with("found", found.to_string())
                .with("supported", supported.to_string()),
            BooksError::Damaged { what } => Fault::new(Code::BooksDamaged).with("detail", what),
            BooksError::KeyRefused => Fault::new(Code::BooksKeyRefused),
            BooksError::NoCipher => Fault::new(Code::NoCipher),
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
        AskError::CurrencyDiffers { drive, amount } => currency_differs(drive, amount).at("amount"),
        _ => Fault::new(Code::Internal).because(error),
    }
}

/// The fault of an amount in another currency than the drive's.
pub(crate) fn currency_differs(drive: Currency, amount: Currency) -> Fault {
    Fault::new(Code::CurrencyDiffers).with("drive", drive.code()).with("currency", amount.code())
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
