//! The text a donor's phone reads: payment codes, references with check digits, and their QR
//! pictures.
//!
//! One file per standard, each documented as a data sheet. Values in, values out: nothing here
//! touches a disk, a clock, a network or a window, and nothing knows JSON.
//!
//! ```
//! use groat_money::{Currency, Money};
//! use groat_payment_codes::{DeskNumber, GiftNumber, Iban, Standard, epc, picture};
//!
//! let number = GiftNumber::of(DeskNumber::new(1042)?, 1);
//! let mut request = epc::EpcRequest::new("Verein Lichtblick e.V.", Iban::parse("DE89370400440532013000")?);
//! request.amount = Some(Money::from_minor(500, Currency::EUR));
//! request.purpose = Some(epc::Purpose::CHARITY);
//! request.remittance = epc::Remittance::text(&number.digits(), "Winterhilfe");
//! let payload = epc::encode(&request)?;
//! assert_eq!(epc::decode(payload.as_bytes())?.request, request);
//! let picture = picture::draw(Some(Standard::Epc), &payload)?;
//! assert!(picture.svg_path().starts_with("M0 0h7v1h-7z"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
pub mod picture;
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
