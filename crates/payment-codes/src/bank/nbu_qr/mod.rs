//! Ukrainian code for credit transfers, NBU QR: a link that any camera opens.
//!
//! Standard: National Bank of Ukraine, rules for the QR code of credit transfers, resolution 97 of
//! 19 August 2025, in force since 1 November 2025
//! (<https://bank.gov.ua/admin_uploads/law/19082025_97.pdf>), formats 001, 002 and 003. Version 10
//! to 17 at level Q or M, the hryvnia sign in a white circle in the middle.
//!
//! `https://bank.gov.ua/qr/` or `https://qr.bank.gov.ua/` and base64url without padding of lines
//! parted by line feeds: `BCD`; format; character set (1 UTF-8, 2 windows-1251); function (`UCT`,
//! in format 003 also `ICT` and `XCT`); nothing; payee's name; account; `UAH` and amount; payee's
//! code; category and purpose; reference; text; text to show; and in format 003 which parts are
//! locked, until when it is valid, when it was made, signature.
//!
//! # Incomplete support
//! Format 001, the same lines without a link, is read (as the hex package `qr_nbu_ex` 0.3.3 has it) and
//! never written. Signatures are read into [`Field::OtherKeys`] and never written. Links on a
//! bank's own host, which format 003 allows, open one bank's app only and are refused.
//!
//! # Limits
//! Signs of windows-1251. Name 140, text 420, text to show 140, reference 35 characters; the payee's
//! code has 8 digits (organisations) or 10 (people); amounts to 999999999.99, whole ones without
//! decimals. The link holds 475 letters, so 356 bytes: about 130 Cyrillic letters in UTF-8, twice
//! that in windows-1251. Without a format named, 002 is written where it can carry the request, on
//! the first host; 003 on the second. Times are civil ones in Ukraine, without a zone.
//!
//! # Quirks
//! Some banks' apps register one of the two hosts only, so both formats may use both. Padding is
//! tolerated. oneb-pub/qr-uct adds a line end and opencartbot/nbu-qr-v3 writes `UAH10.5`: both are
//! read, with a finding. Line ends are line feeds alone. Bit N of the lock stands for line N in
//! Privat24 and monobank (skules777/nbu-qr-code-kotlin), against the letter of the resolution: an
//! amount locked by bit 8 is told, the rest is kept as it is. Privat24 refuses format 003 with an
//! empty category (the same source).

mod decode;
mod encode;
mod instant;

use encoding_rs::WINDOWS_1251;

use crate::{AmountLimits, Field};

pub(crate) use decode::{decode, is_begun};
pub(crate) use encode::encode;

const LABEL: &str = "BCD";
/// Where format 002 is written, and where format 003 is.
const HOSTS: [&str; 2] = ["https://bank.gov.ua/qr/", "https://qr.bank.gov.ua/"];
const FORMATS: &[&str] = &["002", "003"];
/// UTF-8 and windows-1251.
const CHARSETS: &[&str] = &["1", WINDOWS];
const WINDOWS: &str = "2";
const FUNCTION: &str = "UCT";
const FUNCTIONS: &[&str] = &[FUNCTION, "ICT", "XCT"];
const LETTERS_MAX: usize = 475;
/// What so many letters of base 64 hold.
const BYTES_MAX: usize = 356;
const NAME: (Field, usize) = (Field::PayeeName, 140);
const REFERENCE: (Field, usize) = (Field::Reference, 35);
const TEXT: (Field, usize) = (Field::Message, 420);
const SHOWN: (Field, usize) = (Field::Information, 140);
const TAX_ID_LENGTHS: &[usize] = &[8, 10];
const COUNTRIES: &[&str] = &["UA"];
const CURRENCIES: &[&str] = &["UAH"];
const AMOUNT: AmountLimits = AmountLimits { decimals: 2, minor_max: 99_999_999_999 };
const LOCK_EXAMPLE: &str = "FEFF";
const CATEGORY_EXAMPLE: &str = "CHAR/DONR";

/// Tells whether a sign has a place in windows-1251 that the resolution lets it use.
fn is_cyrillic_set(sign: char) -> bool {
    match sign {
        ' '..='~' => true,
        '\0'..='\u{a0}' | '\u{ad}' => false,
        _ => {
            let mut utf8 = [0; 4];
            !WINDOWS_1251.encode(sign.encode_utf8(&mut utf8)).2
        }
    }
}

/// Tells whether a text is two codes of four capitals or digits, parted by a slash.
fn is_category(text: &str) -> bool {
    let code = |part: &str| {
        part.len() == 4
            && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    text.split_once('/').is_some_and(|(category, purpose)| code(category) && code(purpose))
}

/// Tells whether a text is a lock: four hexadecimal digits.
fn is_lock(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests;
