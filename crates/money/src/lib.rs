//! Amounts of money in minor units, their currencies and their text forms.
//!
//! An amount is an integer count of the smallest unit of its currency. There is no float and no
//! rounding here: a text that does not fit the currency exactly is refused, never adjusted.

#![forbid(unsafe_code)]

mod amount;
mod countries;
mod currency;
mod typed;

pub use amount::{Money, MoneyError};
pub use countries::countries;
pub use currency::{Currency, UnknownCurrency};
pub use typed::{AmountError, NumberSymbols, read_typed};
