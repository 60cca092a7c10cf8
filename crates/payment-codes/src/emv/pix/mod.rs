//! Brazilian PIX ("BR Code"), the static code that the receiver makes without asking anybody.
//!
//! Used by every bank and payment institution in Brazil; the donor's bank finds the account by the
//! key in the directory of the central bank (DICT).
//!
//! Standard: Banco Central do Brasil, *Manual de Padrões para Iniciação do Pix*, version 2.2, and
//! *Manual do BR Code*, version 1.0.0; keys by the DICT API (bacen/pix-dict-api). EMVCo tags:
//!
//! | tag | field | |
//! |---|---|---|
//! | 01 | `poi` | left out; `11` where it is asked for |
//! | 26-00 | | `br.gov.bcb.pix` |
//! | 26-01 | `key`, `key_type` | `cpf`, `cnpj`, `phone`, `email` or `evp` (random), see [`key`] |
//! | 26-02 | `message` | 72, and 73 together with the key; shown to the payer, never sent on |
//! | 52, 53, 58 | `mcc`, `currency` | `0000` unless given, `986`, `BR` |
//! | 54 | `amount` | two decimals |
//! | 59, 60, 61 | `payee_name`, `city`, `postal_code` | 25, 15, a CEP |
//! | 62-05 | `reference` | txid, 25 of `A–Z a–z 0–9`; `***` where there is none |
//!
//! # Incomplete support
//! Dynamic codes (`url` in 26-25) and recurring ones (80-25) are made by the receiver's institution
//! and signed on its server: read, never written. 26-03, for taking out cash, is read with a
//! finding.
//!
//! # Limits
//! Template 26 holds 99 characters, so key and message together 73. A key that DICT cannot hold
//! (its form, its check digits) is never written: the code would point to nobody. It is read with a
//! finding, without a kind.
//!
//! # Quirks
//! * Accents are refused by Inter, Itaú, Banco do Brasil, Caixa and Nubank (Piggly wc-pix issue 5,
//!   renatomb/php_qrcode_pix issue 6, bacen/pix-api issues 634 and 635): names lose them.
//! * Without 62-05 Sicoob refuses the code (renatomb/php_qrcode_pix issue 2): always written, and a
//!   code without it is refused.
//! * `***` failed once with Inter (Piggly wc-pix issue 5): a real txid works everywhere.
//! * A txid with a blank or a hyphen makes apps refuse the whole code (pix-payload issue 1), and yet
//!   stands in the example of the BR Code manual: read with a finding.
//! * `1.2` is refused by Itaú (bacen/pix-pendencias issue 26): always two decimals.
//! * Readers take 01 = `12` for a dynamic code; it is not written.
//! * Many tools print the name in 26-00 in capitals: read with a finding.

mod decode;
mod key;
#[cfg(test)]
mod tests;

use super::asked::{self, CITY_LENGTH_MAX, LABEL_LENGTH_MAX, NAME_LENGTH_MAX};
use super::draft::Draft;
use crate::{Encoded, Field, Flaw, Refusal, Request};

pub(crate) use decode::decode;
use key::Key;

const OWNER: &str = "br.gov.bcb.pix";
/// What key and message may have together, so that template 26 has at most 99 characters.
const KEY_AND_MESSAGE_LENGTH_MAX: usize = 73;
const MESSAGE_LENGTH_MAX: usize = 72;
/// The txid of a code without one.
const NO_REFERENCE: &str = "***";

const CARRIED: &[Field] = &[
    Field::PayeeName,
    Field::City,
    Field::PostalCode,
    Field::Key,
    Field::KeyType,
    Field::Kind,
    Field::Amount,
    Field::Currency,
    Field::Reference,
    Field::Message,
    Field::Mcc,
    Field::Poi,
];

/// Writes a static code.
///
/// # Errors
/// [`Refusal`]: the first field that PIX does not take as it is.
pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(CARRIED)?;
    one_of(request, Field::Kind, &["static"])?;
    one_of(request, Field::Poi, &["11"])?;
    let currency = request.currency(&["BRL"])?;
    let key = Key::of(request.text(Field::KeyType)?, request.needed(Field::Key)?)?;
    let room = KEY_AND_MESSAGE_LENGTH_MAX.saturating_sub(key.text.len());
    let message = asked::plain(request, Field::Message, room.min(MESSAGE_LENGTH_MAX))?;

    let mut draft = Draft::new();
    draft.put_some(1, Field::Poi, request.text(Field::Poi)?);
    draft.put_in(26, 0, Field::Key, OWNER);
    draft.put_in(26, 1, Field::Key, key.text);
    draft.put_some_in(26, 2, Field::Message, message);
    draft.put(52, Field::Mcc, asked::mcc(request)?.unwrap_or("0000"));
    draft.put(53, Field::Currency, "986");
    draft.put_some(54, Field::Amount, asked::amount(request, currency)?);
    draft.put(58, Field::Country, "BR");
    let name = asked::needed_plain(request, Field::PayeeName, NAME_LENGTH_MAX)?;
    draft.put(59, Field::PayeeName, name);
    draft.put(60, Field::City, asked::needed_plain(request, Field::City, CITY_LENGTH_MAX)?);
    draft.put_some(61, Field::PostalCode, postal_code(request)?);
    let txid = request.text(Field::Reference)?.unwrap_or(NO_REFERENCE);
    draft.put_in(62, 5, Field::Reference, checked_txid(txid)?);
    draft.write()
}

/// Passes the reference of a static code on: letters and digits, or the mark that there is none.
fn checked_txid(txid: &str) -> Result<&str, Refusal> {
    let refuse = |flaw| Err(Refusal::new(Field::Reference, flaw));
    if txid == NO_REFERENCE {
        return Ok(txid);
    }
    match (foreign_in_txid(txid), txid.len()) {
        (Some((at, found)), _) => refuse(Flaw::ForeignSign { at, found, why: None }),
        (None, found) if found > LABEL_LENGTH_MAX => {
            refuse(Flaw::TooLong { max: LABEL_LENGTH_MAX, found })
        }
        _ => Ok(txid),
    }
}

fn foreign_in_txid(txid: &str) -> Option<(usize, char)> {
    txid.chars().enumerate().find(|(_, sign)| !sign.is_ascii_alphanumeric())
}

/// Returns the postal code: eight digits, as people write them.
fn postal_code(request: &Request) -> Result<Option<&str>, Refusal> {
    let Some(code) = request.text(Field::PostalCode)? else { return Ok(None) };
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    let spaced = code.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte));
    if spaced && digits == 8 && code.len() <= 10 {
        return Ok(Some(code));
    }
    Err(Refusal::new(Field::PostalCode, Flaw::Form { example: "01310-100" }))
}

/// Refuses any value but these where there is one.
fn one_of(
    request: &Request,
    field: Field,
    allowed: &'static [&'static str],
) -> Result<(), Refusal> {
    match request.text(field)? {
        Some(found) if !allowed.contains(&found) => {
            Err(Refusal::new(field, Flaw::NotOneOf { allowed, found: found.to_owned() }))
        }
        _ => Ok(()),
    }
}
