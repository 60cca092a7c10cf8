//! Every sentence people read, in every language, and how amounts, dates and countries are written.
//!
//! Sentences live in the Fluent catalogues under `locales/`; the same files serve the windows.
//! This crate knows no clock, disk, environment or network: the language is handed in, and the
//! catalogues are part of the program.
//!
//! ```
//! use groat_phrases::{Arg, Id, Locale, fault, sentence};
//!
//! let (message, hint) = fault(Locale::En, "iban-wrong-length", &[
//!     ("country-name", Arg::country("NL")),
//!     ("expected", Arg::Count(18)),
//!     ("found", Arg::Count(17)),
//! ]);
//! assert_eq!(
//!     message,
//!     "An IBAN of this country (Netherlands) has 18 characters; this one has 17.",
//! );
//! assert!(hint.is_some());
//! let said = sentence(Locale::De, Id::VerifyChainHolds, &[("entries", Arg::Count(1))]);
//! assert_eq!(said, "1 Eintrag, jedes Glied der Kette hält.");
//! ```

mod arg;
mod catalogue;
pub mod format;
mod ids;
mod locale;

pub use arg::{Arg, shown};
pub use catalogue::{
    advice, fault, fault_codes, fault_variables, field_name, finding, finding_codes, sentence,
};
pub use ids::Id;
pub use locale::{Locale, UnknownLocale};
