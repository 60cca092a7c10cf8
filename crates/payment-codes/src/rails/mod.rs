//! Rails: from an organisation's account to the code of one ask.
//!
//! An [`Account`] is a standard and what stays the same for every ask: who is paid, and by which
//! account, key or link. [`Account::code`] puts the amount, the gift number and a line of text
//! where that standard carries them. [`offers`] says which standards suit a country, and what each
//! needs to know.

mod account;
mod advise;
mod countries;
mod issued;
mod links;
mod number;
mod placing;
mod questions;
mod self_test;
mod setting_up;
mod traits;

pub use account::{Account, Ask, Code};
pub use advise::{Advice, Readiness, Reason, Situation, advise};
pub use countries::{Offer, Reach, offers};
pub use number::NumberPlace;
pub use questions::{Question, questions};
pub use traits::{Maker, NameShown, Reader, ReturnOfNumber};
