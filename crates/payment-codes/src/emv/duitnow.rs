//! Malaysian DuitNow QR.
//!
//! Standard: PayNet's specification is not public; the grammar is that of EMVCo MPM 1.1 as observed
//! in 836 published codes of mosques and charities (khrnchn/sedekah-je at 7df02ef). Every bank and
//! wallet of Malaysia reads it. The payee's bank issues the code: a DuitNow id cannot be turned
//! into one (natsu90/duitnowqr-test, readme). What a payee can do is to add an amount and a
//! reference to the bank's code, given in `base_payload`.
//!
//! | Tag | Field | |
//! |---|---|---|
//! | 00 | `payload_format` | `02` in 813 of 830 codes, else `01`; kept |
//! | 01 | `poi` | `11`; `12` once something is added |
//! | 26-00 | | `A0000006150001` |
//! | 26-01 26-02 26-03 | `acquirer_id`, `merchant_id`, `extra_03` | the bank's |
//! | 54 | `amount` | two decimals; absent or `00.00` is open, and replaced |
//! | 62-05 | `reference` | 25; only where the bank has not taken it |
//! | 82 | `opaque` | a bare hash of some acquirers |
//!
//! # Incomplete support
//! Other account templates stay in `accounts`. The reference is read from codes for one payment
//! only; in a reusable code sub-tag 62-05 is the bank's own label, and stands in `additional`.
//!
//! # Limits
//! Nothing is added to a code with tag 82 (or another bare hash in 80 to 99), which looks like an
//! integrity value; to one that was made for one payment; or over an amount that the bank wrote.
//!
//! # Quirks
//! Some bank codes refuse an added amount: pay one ringgit before printing (natsu90, readme). Names
//! have up to 46 characters, a city is often just `MY`. Acquirer 603346 always fills 62-03 and
//! 62-05. Thirteen digits in 26-03 are milliseconds: such a code of the MAE app expires. Banks
//! reissue codes, and printed ones die (sedekah-je issue 569). Touch 'n Go links
//! (`https://qr.tngdigital.com.my/m/…`) are no EMVCo codes.

use super::asked::is_digits;
use super::code::{Code, is_hash};
use super::generic::Terms;
use super::issuer;
use super::said::ZeroAmount;
use crate::{Encoded, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard, Value};

const OWNER: &str = "A0000006150001";
const TERMS: Terms = Terms { may_lack: &[], zero: ZeroAmount::Open };

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    issuer::add(request, Standard::DuitNow, &[Field::Amount, Field::Reference])
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    if code.sub(26, 0).is_none_or(|owner| !owner.eq_ignore_ascii_case(OWNER)) {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    }
    let mut reading = issuer::read(&code, Standard::DuitNow, TERMS)?;
    code.is_of(&["MY"], &["458"])?;
    reading.request.put(Field::PayloadFormat, code.value(0).unwrap_or_default());
    put_account(&code, &mut reading);
    if let (Some("12"), Some(reference)) = (code.value(1), code.sub(62, 5)) {
        reading.request.put(Field::Reference, reference);
    }
    if code.has(82) || (80..=99).any(|id| is_bare_hash(&code, id)) {
        reading.find(Field::Unreserved, Oddity::Bound);
    }
    Ok(reading)
}

fn is_bare_hash(code: &Code<'_>, id: u8) -> bool {
    code.subs(id).is_empty() && code.value(id).is_some_and(is_hash)
}

/// Puts the parts of the bank's template under their own names.
fn put_account(code: &Code<'_>, reading: &mut Reading) {
    if let Some(Value::Table(mut accounts)) = reading.request.take(Field::Accounts) {
        accounts.remove("26");
        if !accounts.is_empty() {
            reading.request.put(Field::Accounts, Value::Table(accounts));
        }
    }
    for (sub, field) in [(1, Field::AcquirerId), (2, Field::MerchantId), (3, Field::Extra03)] {
        match code.sub(26, sub) {
            Some(value) => reading.request.put(field, value),
            None if sub == 3 => {}
            None => reading.find(field, Oddity::Missing),
        }
    }
    if code.sub(26, 1).is_some_and(|id| !is_digits(id, 6)) {
        reading.find(Field::AcquirerId, Oddity::Form { example: "588734" });
    }
    if code.sub(26, 3).is_some_and(|extra| is_digits(extra, 13)) {
        reading.find(Field::Extra03, Oddity::OneTime);
    }
}

#[cfg(test)]
mod tests;
