//! What crosses between the program and its faces: arguments, views, and one table of commands.
//!
//! Windows and terminal speak JSON with this crate and with nothing behind it. Money crosses as
//! decimal text with its currency, never as a number.

mod accounts;
mod acts;
pub mod codes;
mod commands;
mod desk;
mod donors;
mod fault;
mod people;
mod safety;
mod stage;
pub mod views;

pub use accounts::named_currency;
pub use commands::{Audience, Command, TABLE, call, typescript};
pub use desk::{Desk, Host, system_locale, typed_money};
pub use fault::{Fault, exit_status, fault_view};
pub use safety::trouble;
