//! Toss in Korea: a transfer that the app fills in.
//!
//! Standard: none; community practice, not documented by Viva Republica.
//!
//! ```text
//! supertoss://send?amount=10000&bank=<bank>&accountNo=<digits>&origin=qr&msg=<text>
//! ```
//!
//! The bank is its Korean name or its number of three digits; won.
//!
//! # Limits
//! Opens only where Toss is installed: an extra button, not the main code. The text has at most 140
//! characters, which is not documented either.
//!
//! # Quirks
//! Account numbers stand with hyphens in links that are in use, and the key as `accountno`; both
//! are read.

use super::opened::Opened;
use super::url::percent_encoded;
use super::{Provider, amount, with_query};
use crate::{Field, Flaw, Oddity, Refusal, Request};

pub(super) const PROVIDER: Provider =
    Provider { names: &["toss"], hosts: &[], schemes: &["supertoss"], encode, decode };

const BANK_LENGTH_MAX: usize = 30;
const ACCOUNT_LENGTH_MAX: usize = 20;
const TEXT_LENGTH_MAX: usize = 140;

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[
        Field::Provider,
        Field::BankCode,
        Field::Account,
        Field::Amount,
        Field::Currency,
        Field::Message,
    ])?;
    let bank = request.needed_fitting(Field::BankCode, BANK_LENGTH_MAX)?;
    let account = without_hyphens(request.needed_fitting(Field::Account, ACCOUNT_LENGTH_MAX)?);
    if let Some((at, found)) = account.char_indices().find(|(_, sign)| !sign.is_ascii_digit()) {
        return Err(Refusal::new(Field::Account, Flaw::ForeignSign { at, found, why: None }));
    }
    let text = request.fitting(Field::Message, TEXT_LENGTH_MAX)?;
    let pairs = [
        ("amount", amount(request, &["KRW"])?.map(|amount| amount.decimal_text())),
        ("bank", Some(percent_encoded(bank))),
        ("accountNo", Some(account)),
        ("origin", Some("qr".to_owned())),
        ("msg", text.map(percent_encoded)),
    ];
    Ok(with_query("supertoss://send", &pairs))
}

fn without_hyphens(text: &str) -> String {
    text.chars().filter(|sign| !matches!(sign, '-' | ' ')).collect()
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    if !opened.link.host.eq_ignore_ascii_case("send") {
        opened.keep_as_issued();
        return Ok(());
    }
    let missing = |field| Refusal::new(field, Flaw::Missing);
    let bank = opened.take("bank", Field::BankCode)?.ok_or(missing(Field::BankCode))?;
    let other = opened.take("accountno", Field::Account)?;
    let written = opened.take("accountNo", Field::Account)?.or(other);
    let written = written.ok_or(missing(Field::Account))?;
    let account = without_hyphens(&written);
    if account != written {
        opened.reading.find(Field::Account, Oddity::NotNormalised);
    }
    opened.put_text(Field::BankCode, &bank, BANK_LENGTH_MAX);
    opened.put_text(Field::Account, &account, ACCOUNT_LENGTH_MAX);
    opened.put_currency("KRW")?;
    if let Some(amount) = opened.take("amount", Field::Amount)? {
        opened.put_amount(&amount, "KRW")?;
    }
    if let Some(text) = opened.take("msg", Field::Message)? {
        opened.put_text(Field::Message, &text, TEXT_LENGTH_MAX);
    }
    // The app that made the link; says nothing of the payment.
    opened.take("origin", Field::OtherKeys)?;
    Ok(())
}
