//! From the text of a code back to the request, with findings on what is odd about it.

use std::collections::BTreeMap;

use groat_money::Currency;

use super::{
    ACCOUNT_LENGTH_MAX, INDIVIDUAL, INSTANT_EXAMPLE, MERCHANT, as_the_sdk_writes, check_instants,
    checked_account_id, is_language,
};
use crate::emv::asked::{CITY_LENGTH_MAX, LABEL_LENGTH_MAX, NAME_LENGTH_MAX, is_digits};
use crate::emv::code::Code;
use crate::emv::national::Scheme;
use crate::emv::said::look_at;
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Standard, Value, first_foreign_sign};

const KHQR: Scheme = Scheme {
    standard: Standard::Khqr,
    country: &["KH"],
    currencies: &["116", "840"],
    needed: &[52, 53, 58, 59, 60],
};

const LABELS: [(u8, Field); 5] = [
    (1, Field::Reference),
    (2, Field::Mobile),
    (3, Field::Store),
    (7, Field::Terminal),
    (8, Field::Message),
];

/// Reads a code of an individual or a merchant.
///
/// # Errors
/// [`Refusal`]: the text is no KHQR code, or one that banks refuse.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let account = match (code.has(29), code.has(30)) {
        (true, false) => 29,
        (false, true) => 30,
        (true, true) => return Err(Refusal::new(Field::Accounts, Flaw::Repeated)),
        (false, false) => return Err(Refusal::new(Field::Payload, Flaw::OtherStandard)),
    };
    let (mut reading, currency) = KHQR.begin(&code)?;
    read_account(&code, account, &mut reading)?;
    read_amount(currency, &mut reading)?;
    read_instants(&code, &mut reading)?;
    code.put_labels(&mut reading, &LABELS);
    for (sub, field) in LABELS {
        look_at(&mut reading, field, code.sub(62, sub).unwrap_or_default(), LABEL_LENGTH_MAX);
    }
    read_local_names(&code, &mut reading);
    if let Some(union_pay) = code.value(15) {
        let accounts = BTreeMap::from([("15".to_owned(), Value::from(union_pay))]);
        reading.request.put(Field::Accounts, accounts);
        if currency.code() != "KHR" {
            reading.find(Field::Accounts, Oddity::NotWith { other: Field::Currency });
        }
    }
    code.find_unknown_in(&mut reading, account, &[0, 1, 2]);
    code.find_unknown_in(&mut reading, 99, &[0, 1]);
    code.find_others(&mut reading, &[account, 15, 64, 99]);
    Ok(reading)
}

fn read_account(code: &Code<'_>, account: u8, reading: &mut Reading) -> Result<(), Refusal> {
    let is_merchant = account == 30;
    let kind = if is_merchant { MERCHANT } else { INDIVIDUAL };
    reading.request.put(Field::Kind, kind);
    let second = if is_merchant { Field::MerchantId } else { Field::AccountInformation };
    let parts = [
        (0, Field::AccountId, true),
        (1, second, is_merchant),
        (2, Field::AcquiringBank, is_merchant),
    ];
    for (sub, field, needed) in parts {
        match code.sub(account, sub) {
            Some(value) => {
                look_at(reading, field, value, ACCOUNT_LENGTH_MAX);
                reading.request.put(field, value);
            }
            None if needed => return Err(Refusal::new(field, Flaw::Missing)),
            None => {}
        }
    }
    checked_account_id(code.sub(account, 0).unwrap_or_default()).map(|_| ())
}

/// Checks the decimals, which are those of the official SDK and not of the currency: riel have none
/// and whole dollars have none.
fn read_amount(currency: Currency, reading: &mut Reading) -> Result<(), Refusal> {
    let Some(written) = reading.request.word(Field::Amount).map(str::to_owned) else {
        return Ok(());
    };
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let is_whole = fraction.bytes().all(|byte| byte == b'0');
    if currency.code() == "KHR" {
        if !is_whole {
            return Err(Refusal::new(Field::Amount, Flaw::TooPrecise { decimals: 0 }));
        }
        reading.request.put(Field::Amount, whole);
    }
    let usual = match (is_whole, fraction.len()) {
        (true, 0) => true,
        (false, 2) => as_the_sdk_writes(&written) == written,
        _ => false,
    };
    reading.findings.retain(|finding| finding.oddity != Oddity::AmountDecimals);
    if !usual {
        reading.find(Field::Amount, Oddity::AmountDecimals);
    }
    Ok(())
}

/// Checks that a code with an amount says when it expires, and that one without does not.
fn read_instants(code: &Code<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    let refuse = |field, flaw| Err(Refusal::new(field, flaw));
    let poi = match code.value(1) {
        Some(poi) => poi,
        None => {
            reading.find(Field::Poi, Oddity::Missing);
            if code.has(54) { "12" } else { "11" }
        }
    };
    match (poi, code.has(54), code.has(99)) {
        ("11", false, false) => return Ok(()),
        ("11", true, _) => return refuse(Field::Amount, Flaw::NotWith { other: Field::Poi }),
        ("11", false, true) => {
            return refuse(Field::CreatedMs, Flaw::Needs { other: Field::Amount });
        }
        (_, false, _) => return refuse(Field::Amount, Flaw::Missing),
        (_, true, _) => {}
    }
    let created = instant(code, 0, Field::CreatedMs)?;
    let expires = instant(code, 1, Field::ExpiresMs)?;
    check_instants(Some(created), Some(expires))?;
    reading.request.put(Field::CreatedMs, created);
    reading.request.put(Field::ExpiresMs, expires);
    reading.find(Field::ExpiresMs, Oddity::OneTime);
    Ok(())
}

fn instant(code: &Code<'_>, sub: u8, field: Field) -> Result<u64, Refusal> {
    let written = code.sub(99, sub).ok_or(Refusal::new(field, Flaw::Missing))?;
    let wrong = || Refusal::new(field, Flaw::Form { example: INSTANT_EXAMPLE });
    let is_instant = is_digits(written, 13) && !written.starts_with('0');
    written.parse().ok().filter(|_| is_instant).ok_or_else(wrong)
}

fn read_local_names(code: &Code<'_>, reading: &mut Reading) {
    if code.subs(64).is_empty() {
        return;
    }
    let names = [
        (0, Field::Lang, 2),
        (1, Field::NameLocal, NAME_LENGTH_MAX),
        (2, Field::CityLocal, CITY_LENGTH_MAX),
    ];
    for (sub, field, max) in names {
        let Some(value) = code.sub(64, sub) else {
            if sub < 2 {
                reading.find(field, Oddity::Missing);
            }
            continue;
        };
        let found = value.chars().count();
        if found > max {
            reading.find(field, Oddity::TooLong { max, found });
        }
        if let Some(sign) = first_foreign_sign(value) {
            let (at, found, why) = (sign.at, sign.found, Some(sign.why));
            reading.find(field, Oddity::ForeignSign { at, found, why });
        }
        reading.request.put(field, value);
    }
    if code.sub(64, 0).is_some_and(|language| !is_language(language)) {
        reading.find(Field::Lang, Oddity::Form { example: "km" });
    }
    code.find_unknown_in(reading, 64, &[0, 1, 2]);
}
