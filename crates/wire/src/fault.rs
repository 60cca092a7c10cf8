//! Faults as they cross: a code for programs, sentences for people.

use groat_app::{Code, Kind};
use groat_phrases::{Arg, Locale};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A failure, in the person's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fault {
    /// The stable code.
    pub code: String,
    /// The field it points at.
    pub field: Option<String>,
    /// What happened.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

/// Writes a fault in a language.
#[must_use]
pub fn fault_view(fault: &groat_app::Fault, locale: Locale) -> Fault {
    let params: Vec<(&str, Arg<'_>)> =
        fault.params.iter().map(|(name, value)| (*name, value.clone())).collect();
    let (message, hint) = groat_phrases::fault(locale, fault.code.as_str(), &params);
    Fault { code: fault.code.as_str().to_owned(), field: fault.field.clone(), message, hint }
}

/// The exit status of the terminal: 2 bad input, 3 refused by a rule, 4 books damaged or locked,
/// 1 anything else.
#[must_use]
pub fn exit_status(code: Code) -> u8 {
    match code.kind() {
        Kind::Input => 2,
        Kind::Rule => 3,
        Kind::Books => 4,
        Kind::Other => 1,
    }
}
