//! Vietnamese VietQR, transfers of NAPAS 247.
//!
//! Used by all Vietnamese banks and the large wallets; anybody makes a code of a bank's number (BIN)
//! and an account.
//!
//! Standard: NAPAS, *QR Switching Specification*, part IV, version 1.5.2, as read by
//! xuannghia/vietnam-qr-pay and odoo/odoo (l10n_vn). EMVCo tags:
//!
//! | tag | field | |
//! |---|---|---|
//! | 01 | `poi` | `12` with an amount, otherwise `11` |
//! | 38-00 | | `A000000727` |
//! | 38-01-00 | `bank_bin` | 6 digits |
//! | 38-01-01 | `account` | account or card, 19 of `A–Z a–z 0–9` |
//! | 38-02 | `service` | `account` (QRIBFTTA), unless `card` (QRIBFTTC) is asked for |
//! | 53, 58 | `currency` | `704`, `VN` |
//! | 54 | `amount` | whole dong, below 500 000 000 |
//! | 52, 59, 60 | `mcc`, `payee_name`, `city` | normally left out |
//! | 62-08 | `reference` | text of the transfer: 25 letters, digits and blanks, folded to ASCII |
//! | 62-05 | `additional` | what accounts of MoMo need, nothing else |
//!
//! # Incomplete support
//! VNPAY-QR (26-00 `A000000775`) is a product for merchants under contract: read as `kind` `vnpay`,
//! never written.
//!
//! # Limits
//! Donors can change the text in most apps. SeABank drops it (xuannghia/vietnam-qr-pay issue 11).
//!
//! # Quirks
//! * Vietnamese letters and signs such as the slash are refused or removed by apps (odoo/odoo issues
//!   127689 and 208956): letters are folded, other signs refused.
//! * A reference in 62-01 is ignored by apps (odoo/odoo issue 132479): it stands in 62-08.
//! * An amount with `.0` makes apps fail (odoo/odoo issue 130806): read with a finding.
//! * MB Bank prints the checksum in small letters.

mod decode;
#[cfg(test)]
mod tests;

use groat_money::Money;

use super::asked::{self, CITY_LENGTH_MAX, LABEL_LENGTH_MAX, NAME_LENGTH_MAX, is_digits};
use super::draft::Draft;
use super::tlv;
use crate::{AmountLimits, Encoded, Field, Flaw, Refusal, Request, Value};

pub(crate) use decode::decode;

const OWNER: &str = "A000000727";
const ACCOUNT_LENGTH_MAX: usize = 19;
/// The words for the services of sub-tag 02.
const SERVICES: [(&str, &str); 2] = [("account", "QRIBFTTA"), ("card", "QRIBFTTC")];
const AMOUNT_LIMITS: AmountLimits = AmountLimits { decimals: 0, minor_max: 499_999_999 };

const CARRIED: &[Field] = &[
    Field::BankBin,
    Field::Account,
    Field::Service,
    Field::Amount,
    Field::Currency,
    Field::Reference,
    Field::Additional,
    Field::PayeeName,
    Field::City,
    Field::Mcc,
    Field::Poi,
];

/// Writes a code.
///
/// # Errors
/// [`Refusal`]: the first field that VietQR does not take as it is.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(CARRIED)?;
    let currency = request.currency(&["VND"])?;
    let amount = request.amount(currency, AMOUNT_LIMITS)?.map(Money::decimal_text);

    let mut draft = Draft::new();
    draft.put(1, Field::Poi, asked::poi_or_by_amount(request, amount.is_some())?);
    draft.put_in(38, 0, Field::Account, OWNER);
    draft.put_in(38, 1, Field::Account, beneficiary(request)?);
    draft.put_in(38, 2, Field::Service, service(request)?);
    draft.put_some(52, Field::Mcc, asked::mcc(request)?);
    draft.put(53, Field::Currency, "704");
    draft.put_some(54, Field::Amount, amount);
    draft.put(58, Field::Country, "VN");
    let name = asked::plain(request, Field::PayeeName, NAME_LENGTH_MAX)?;
    draft.put_some(59, Field::PayeeName, name);
    draft.put_some(60, Field::City, asked::plain(request, Field::City, CITY_LENGTH_MAX)?);
    draft.put_some_in(62, 5, Field::Additional, wallet_label(request)?);
    draft.put_some_in(62, 8, Field::Reference, reference(request)?);
    draft.write()
}

/// Returns bank and account as the inner template has them.
fn beneficiary(request: &Request) -> Result<String, Refusal> {
    let bin = request.needed(Field::BankBin)?;
    if !is_digits(bin, 6) {
        return Err(Refusal::new(Field::BankBin, Flaw::Form { example: "970436" }));
    }
    let account = request.needed(Field::Account)?;
    let foreign = account.chars().enumerate().find(|(_, sign)| !sign.is_ascii_alphanumeric());
    if let Some((at, found)) = foreign {
        return Err(Refusal::new(Field::Account, Flaw::ForeignSign { at, found, why: None }));
    }
    let account = asked::ascii_fitting(Field::Account, account, ACCOUNT_LENGTH_MAX)?;
    let mut template = String::new();
    tlv::push(&mut template, Field::BankBin, 0, bin)?;
    tlv::push(&mut template, Field::Account, 1, account)?;
    Ok(template)
}

fn service(request: &Request) -> Result<&'static str, Refusal> {
    let word = request.text(Field::Service)?.unwrap_or("account");
    let known = SERVICES.into_iter().find(|(known, _)| *known == word);
    known.map(|(_, service)| service).ok_or_else(|| {
        let flaw = Flaw::NotOneOf { allowed: &["account", "card"], found: word.to_owned() };
        Refusal::new(Field::Service, flaw)
    })
}

/// Returns the text of the transfer in ASCII, with nothing in it that an app would remove.
fn reference(request: &Request) -> Result<Option<String>, Refusal> {
    let Some(text) = asked::plain(request, Field::Reference, LABEL_LENGTH_MAX)? else {
        return Ok(None);
    };
    match foreign_in_reference(&text) {
        Some((at, found)) => {
            Err(Refusal::new(Field::Reference, Flaw::ForeignSign { at, found, why: None }))
        }
        None => Ok(Some(text)),
    }
}

fn foreign_in_reference(text: &str) -> Option<(usize, char)> {
    text.chars().enumerate().find(|(_, sign)| !sign.is_ascii_alphanumeric() && *sign != ' ')
}

/// Returns the label that a wallet needs to find its own account, the only additional one.
fn wallet_label(request: &Request) -> Result<Option<&str>, Refusal> {
    let refuse = |flaw| Err(Refusal::new(Field::Additional, flaw));
    let labels = match request.value(Field::Additional) {
        None => return Ok(None),
        Some(Value::Table(labels)) => labels,
        Some(Value::Text(text)) if text.is_empty() => return Ok(None),
        Some(_) => return refuse(Flaw::Kind),
    };
    if labels.keys().any(|key| key != "05") {
        return refuse(Flaw::NotCarried);
    }
    match labels.get("05") {
        None => Ok(None),
        Some(Value::Text(label)) => {
            asked::ascii_fitting(Field::Additional, label, LABEL_LENGTH_MAX).map(Some)
        }
        Some(_) => refuse(Flaw::Kind),
    }
}
