//! Slovak payment code, PAY by square.
//!
//! Standard: Slovak Banking Association, *PAY by square specification* 1.1.0 (2015); 1.2.0 makes the
//! payee's name mandatory. Use of the mark is licensed, and the printed code carries its frame.
//! Alphanumeric mode, level M, version 17 at most, 30 to 36 mm.
//!
//! Values parted by tabs (number of the bill; `1` payment; `1` payment order; amount; currency; due
//! day; variable, constant and specific symbol; originator's reference; note; number of accounts,
//! and IBAN and BIC of each; `0`; `0`; payee's name and two lines of address), their CRC-32 before
//! them, packed by LZMA, a header before that, all in letters of base 32 (`packing.rs`).
//!
//! # Incomplete support
//! Standing orders, direct debits and several payments in one code are refused: the plain payment
//! order is all that every app reads (xseman/bysquare issues 42 and 133). Invoices by square are
//! another standard.
//!
//! # Limits
//! 550 characters in all; number of the bill 10, amount 15, symbols 10, 4 and 10 digits, reference
//! 35 (only without symbols), note 140, name and lines of address 70 each. Header version 0 is
//! written, because some apps refuse newer ones (xseman/bysquare issue 9); 0 to 2 are read. The
//! name is always written. [`Encoded::plain`](crate::Encoded) and [`Reading::plain`](crate::Reading)
//! hold the values with their tabs. The letters are no standard form: compare the values.
//!
//! # Quirks
//! Letters lose their marks, because apps break on them (xseman/bysquare issue 5), and tabs inside
//! values become blanks; what has no plain form is refused. Tatra banka 3.20 does not fill in the
//! note and shows the account as the name (issue 109). ČSOB and mBank want a BIC that fits the
//! account (PavlinII/PayBySquare.TextGenerator.NET issue 3): one of another country is told. An app
//! drops the zeros on the left of a variable symbol (matusf/pay-by-square issue 1). Czech accounts
//! are refused by some (slatinsky/php-pay-by-square issue 1). A coder in JavaScript made streams
//! nobody could read (xseman/bysquare issue 55), so that what was packed is unpacked and compared.

mod packing;
mod values;

use crate::{Encoded, Field, Oddity, Options, Reading, Refusal, Request, Standard};

const LENGTH_MAX: usize = 550;

pub(super) use packing::is_begun;

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    let values = values::written(request)?;
    Ok(Encoded { payload: packing::packed(&values)?, plain: Some(values) })
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let mut reading = Reading::new(Standard::PayBySquare, Request::new());
    let text = super::slip::bare(text, &mut reading);
    let (values, version) = packing::unpacked(text)?;
    if version != packing::VERSION {
        reading.find(Field::Version, Oddity::Form { example: "0" });
    }
    values::read(&values, &mut reading)?;
    reading.plain = Some(values);
    Ok(reading)
}

#[cfg(test)]
mod tests;
