//! Thai PromptPay, the codes of Thai QR Payment.
//!
//! Used by all Thai banks and wallets. Two codes: the *credit transfer* (tag 29) to a mobile
//! number, a tax number or an e-wallet, which anybody makes and which carries no reference; and the
//! *bill payment* (tag 30), which has two references and needs a biller id that a bank registers.
//!
//! Standard: Bank of Thailand and ITMX, *Thai QR Payment Standard*, as read by
//! dtinth/promptpay-qr, maythiwat/promptparse and uunw/thai-qr-payment. EMVCo tags:
//!
//! | tag | field | |
//! |---|---|---|
//! | 01 | `poi` | `12` with an amount, otherwise `11` |
//! | 29-00 | | `A000000677010111` |
//! | 29-01, -02, -03 | `proxy`, `proxy_type` | `mobile` (0066 and 9 digits), `tax_id` (13), `ewallet` (15) |
//! | 30-00 | | `A000000677010112` |
//! | 30-01 | `proxy` | `biller`: tax number and two digits |
//! | 30-02, 30-03 | `reference`, `reference2` | 20 of `A–Z 0–9`; the first is needed |
//! | 53, 54, 58 | `currency`, `amount` | `764`, two decimals, `TH` |
//! | 52, 59, 60 | `mcc`, `payee_name`, `city` | normally left out: the name comes from the registry |
//! | 62-07 | `terminal` | bill payment only |
//!
//! # Incomplete support
//! Bank accounts (29-04) are read with a finding and not written: KBank and KTB refuse them
//! (saladpuk/PromptPay issue 16). Cross-border billers (30-00 `A000000677012006`) are read as
//! `kind` `cross_border`. Tags 80 and 81, value-added tax and the messages of TrueMoney, are kept
//! as they are, never written. Codes that a payer presents (`A000000677010114`) are none.
//!
//! # Limits
//! A credit transfer has no place for a reference; the way out is an amount with a tag of satang.
//! Check digits of tax numbers are not looked at.
//!
//! # Quirks
//! * A classic fault leaves the 0 of the national number in place, `00608…`
//!   (dtinth/promptpay-qr issue 12): refused, the code points to nobody.
//! * Bill payment to billers of other banks is read by some apps only (saladpuk/PromptPay issue
//!   14).
//! * Ids of K PLUS Shop look like e-wallets and do not work as such (promptpay.github.io issue 44).
//! * Libraries differ in the order of 53, 54 and 58: read with a finding.

mod decode;
mod proxy;
#[cfg(test)]
mod tests;

use super::asked::{self, CITY_LENGTH_MAX, LABEL_LENGTH_MAX, NAME_LENGTH_MAX};
use super::draft::Draft;
use crate::{Encoded, Field, Flaw, Refusal, Request};

pub(crate) use decode::decode;
use proxy::ProxyKind;

const CREDIT_TRANSFER: &str = "A000000677010111";
const BILL_PAYMENT: &str = "A000000677010112";
const CROSS_BORDER: &str = "A000000677012006";
const REFERENCE_LENGTH_MAX: usize = 20;

const CARRIED: &[Field] = &[
    Field::ProxyType,
    Field::Proxy,
    Field::Amount,
    Field::Currency,
    Field::Reference,
    Field::Reference2,
    Field::Terminal,
    Field::PayeeName,
    Field::City,
    Field::Mcc,
    Field::Poi,
];

/// Writes a code.
///
/// # Errors
/// [`Refusal`]: the first field that PromptPay does not take as it is.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(CARRIED)?;
    let currency = request.currency(&["THB"])?;
    let kind = ProxyKind::named(request.needed(Field::ProxyType)?)?;
    let proxy = kind.written(request.needed(Field::Proxy)?)?;
    let amount = asked::amount(request, currency)?;

    let mut draft = Draft::new();
    draft.put(1, Field::Poi, asked::poi_or_by_amount(request, amount.is_some())?);
    if kind == ProxyKind::Biller {
        put_bill(request, proxy, &mut draft)?;
    } else {
        put_transfer(request, kind, proxy, &mut draft)?;
    }
    draft.put_some(52, Field::Mcc, asked::mcc(request)?);
    draft.put(53, Field::Currency, "764");
    draft.put_some(54, Field::Amount, amount);
    draft.put(58, Field::Country, "TH");
    let name = asked::plain(request, Field::PayeeName, NAME_LENGTH_MAX)?;
    draft.put_some(59, Field::PayeeName, name);
    draft.put_some(60, Field::City, asked::plain(request, Field::City, CITY_LENGTH_MAX)?);
    draft.write()
}

fn put_transfer(
    request: &Request,
    kind: ProxyKind,
    proxy: String,
    draft: &mut Draft,
) -> Result<(), Refusal> {
    for field in [Field::Reference, Field::Reference2, Field::Terminal] {
        if request.text(field)?.is_some() {
            let flaw = Flaw::NotWith { other: Field::ProxyType };
            return Err(Refusal::new(field, flaw));
        }
    }
    draft.put_in(29, 0, Field::Proxy, CREDIT_TRANSFER);
    draft.put_in(29, kind.sub_tag(), Field::Proxy, proxy);
    Ok(())
}

fn put_bill(request: &Request, biller: String, draft: &mut Draft) -> Result<(), Refusal> {
    draft.put_in(30, 0, Field::Proxy, BILL_PAYMENT);
    draft.put_in(30, 1, Field::Proxy, biller);
    let first = request.needed(Field::Reference)?;
    draft.put_in(30, 2, Field::Reference, reference(Field::Reference, first)?);
    if let Some(second) = request.text(Field::Reference2)? {
        draft.put_in(30, 3, Field::Reference2, reference(Field::Reference2, second)?);
    }
    if let Some(terminal) = request.text(Field::Terminal)? {
        let terminal = asked::ascii_fitting(Field::Terminal, terminal, LABEL_LENGTH_MAX)?;
        draft.put_in(62, 7, Field::Terminal, terminal);
    }
    Ok(())
}

fn reference(field: Field, text: &str) -> Result<&str, Refusal> {
    if let Some((at, found)) = foreign_in_reference(text) {
        return Err(Refusal::new(field, Flaw::ForeignSign { at, found, why: None }));
    }
    match text.len() {
        found if found > REFERENCE_LENGTH_MAX => {
            Err(Refusal::new(field, Flaw::TooLong { max: REFERENCE_LENGTH_MAX, found }))
        }
        _ => Ok(text),
    }
}

/// Finds a sign that is no capital and no digit; donors retype references.
fn foreign_in_reference(text: &str) -> Option<(usize, char)> {
    let usual = |sign: char| sign.is_ascii_uppercase() || sign.is_ascii_digit();
    text.chars().enumerate().find(|(_, sign)| !usual(*sign))
}
