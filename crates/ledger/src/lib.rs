//! The rules of the books: drives, asks, gifts, and the journal that every total is folded from.
//!
//! Nothing here knows a clock, a disk or a window: every fact carries the instant and the civil
//! day it was handed, and every random byte comes in as an argument.

mod account;
mod commitment;
mod donor;
mod drive;
mod fold;
mod gift;
mod ids;
pub mod journal;
mod people;
mod standing;

pub use account::{Account, RetireError};
pub use commitment::{Commitment, Salt};
pub use donor::{Donor, ErasureReason};
pub use drive::{AskError, CloseDriveError, Drive};
pub use fold::{Contradiction, Ledger, Numbering, NumbersUsedUp};
pub use gift::{CorrectError, CorrectionReason, Gift, GiftState, PromiseError, Rail};
pub use ids::{AccountId, DeskId, DonorId, DriveId, GiftId, PersonId};
pub use people::{Means, People, PeopleError, Person, Role};
pub use standing::{Standing, StateSum};
