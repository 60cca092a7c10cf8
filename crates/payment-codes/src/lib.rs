//! The text a donor's phone reads: payment codes, references with check digits, and pictures of
//! the codes.
//!
//! One file per standard, each documented as a data sheet. Values in, values out: nothing here
//! touches a disk, a clock, a network or a window, and nothing knows JSON.
//!
//! * [`Standard::encode`], [`Standard::decode`] and [`decode`]: one [`Request`] for all standards.
//! * [`epc`] and [`spayd`]: two of them with types of their own.
//! * [`rails`]: from an organisation's account to the code of one gift.
//! * [`inspect`]: whether a code on a wall is still ours.
//! * [`GiftNumber`] and [`ReferenceScheme`]: numbers that come back with the payment.
//! * `picture`, with the feature `pictures`: each code as its standard wants it drawn.
//!
//! ```
//! use groat_money::{Currency, Money};
//! use groat_payment_codes::{DeskNumber, GiftNumber, Iban, epc};
//!
//! let number = GiftNumber::of(DeskNumber::new(1042)?, 1);
//! let iban = Iban::parse("DE89370400440532013000")?;
//! let mut request = epc::EpcRequest::new("Verein Lichtblick e.V.", iban);
//! request.amount = Some(Money::from_minor(500, Currency::EUR));
//! request.purpose = Some(epc::Purpose::CHARITY);
//! request.remittance = epc::Remittance::text(&number.digits(), "Winterhilfe");
//! let payload = epc::encode(&request)?;
//! assert_eq!(epc::decode(payload.as_bytes())?.request, request);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]

mod bank;
mod bic;
mod coins;
mod day;
mod emv;
mod flaw;
mod gift_number;
mod iban;
mod inspect;
mod iso7064;
mod json;
mod latin;
mod links;
#[cfg(feature = "pictures")]
pub mod picture;
#[cfg(feature = "pictures")]
pub mod qr;
pub mod rails;
mod reading;
mod references;
mod request;
mod signs;
mod standard;
mod upi;

pub use bank::{epc, spayd, swiss_qr_bill};
pub use bic::{Bic, BicError};
pub use coins::{lightning_address_lnurl, lightning_address_url};
pub use day::{Day, DayError};
pub use emv::khqr;
pub use flaw::{Flaw, Refusal};
pub use gift_number::{DeskNumber, DeskNumberError, GiftNumber, GiftNumberError, SERIALS_PER_DESK};
pub use iban::{Iban, IbanCountry, IbanError, IbanProgress, IbanSign};
pub use inspect::{Expected, ExpectedAmount, Inspection, Verdict, inspect};
pub use reading::{Finding, Oddity, Reading};
pub use references::{
    CreditorReference, CreditorReferenceError, Hr00, Kid11, LuhnReference, Model97, Ogm, OgmError,
    Qrr, ReferenceError, ReferenceScheme, Si12, VariableSymbol, Viite, Viitenumber,
};
pub use request::{AmountLimits, Field, Request, Value, plain_ascii};
pub use signs::{ForeignSign, SignInValue, first_foreign_sign};
pub use standard::{Encoded, Options, Standard, decode};

/// The examples of the readme are tried with the others.
#[cfg(all(doctest, feature = "pictures"))]
#[doc = include_str!("../README.md")]
pub struct Readme;
