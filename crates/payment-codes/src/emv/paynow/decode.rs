//! From the text of a code back to the request, with findings on what is odd about it.

use super::OWNER;
use super::proxy::{PROXY_LENGTH_MAX, ProxyKind};
use crate::Day;
use crate::emv::asked::LABEL_LENGTH_MAX;
use crate::emv::code::Code;
use crate::emv::national::Scheme;
use crate::emv::said::look_at;
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Standard};

const PAYNOW: Scheme = Scheme {
    standard: Standard::PayNow,
    country: &["SG"],
    currencies: &["702"],
    needed: &[1, 52, 53, 58, 59, 60],
};

/// Reads a code.
///
/// # Errors
/// [`Refusal`]: the text is no PayNow code, or one that apps refuse.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let account = code.account_of(OWNER)?;
    let (mut reading, _) = PAYNOW.begin(&code)?;
    if code.sub(account, 0).is_some_and(|owner| owner != OWNER) {
        reading.find(Field::Accounts, Oddity::NotNormalised);
    }
    let needed = |sub, field| code.sub(account, sub).ok_or(Refusal::new(field, Flaw::Missing));
    let kind = ProxyKind::of_digit(needed(1, Field::ProxyType)?)?;
    reading.request.put(Field::ProxyType, kind.word());
    read_proxy(kind, needed(2, Field::Proxy)?, &mut reading);
    read_editable(needed(3, Field::Editable)?, &mut reading)?;
    if let Some(expiry) = code.sub(account, 4) {
        read_expiry(expiry, &mut reading)?;
    }
    code.put_labels(&mut reading, &[(1, Field::Reference)]);
    if let Some(reference) = code.sub(62, 1) {
        look_at(&mut reading, Field::Reference, reference, LABEL_LENGTH_MAX);
        if kind == ProxyKind::Mobile {
            reading.find(Field::Reference, Oddity::NotWith { other: Field::ProxyType });
        }
    }
    code.find_unknown_in(&mut reading, account, &[0, 1, 2, 3, 4]);
    code.find_others(&mut reading, &[account]);
    Ok(reading)
}

/// Puts the proxy; the specification's own sample has a number of no mobile phone.
fn read_proxy(kind: ProxyKind, written: &str, reading: &mut Reading) {
    look_at(reading, Field::Proxy, written, PROXY_LENGTH_MAX);
    let proxy = kind.proxy(written);
    match &proxy {
        Err(_) => reading.find(Field::Proxy, Oddity::Form { example: kind.example() }),
        Ok(proxy) if proxy != written => reading.find(Field::Proxy, Oddity::NotNormalised),
        Ok(_) => {}
    }
    reading.request.put(Field::Proxy, proxy.unwrap_or_else(|_| written.to_owned()));
}

fn read_editable(digit: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let editable = match digit {
        "0" => false,
        "1" => true,
        found => {
            let flaw = Flaw::NotOneOf { allowed: &["0", "1"], found: found.to_owned() };
            return Err(Refusal::new(Field::Editable, flaw));
        }
    };
    if !editable && reading.request.word(Field::Amount).is_none() {
        reading.find(Field::Amount, Oddity::Missing);
    }
    reading.request.put(Field::Editable, editable);
    Ok(())
}

/// Puts the last day on which the code can be paid. A time of day behind it has no meaning.
fn read_expiry(written: &str, reading: &mut Reading) -> Result<(), Refusal> {
    let not_a_day = || Refusal::new(Field::Expiry, Flaw::NotADay { found: written.to_owned() });
    let is_number = written.bytes().all(|byte| byte.is_ascii_digit());
    let (day, time) = written.split_at_checked(8).ok_or_else(not_a_day)?;
    if !is_number || !matches!(time.len(), 0 | 4 | 6) || Day::parse_compact(day).is_err() {
        return Err(not_a_day());
    }
    if !time.is_empty() {
        reading.find(Field::Expiry, Oddity::Form { example: "20261231" });
    }
    reading.find(Field::Expiry, Oddity::OneTime);
    reading.request.put(Field::Expiry, day);
    Ok(())
}
