//! The records of an offer: type, length, value (BOLT #1).

use super::paths;
use crate::{Field, Flaw, Refusal};

const CHAINS: u64 = 2;
const METADATA: u64 = 4;
const CURRENCY: u64 = 6;
const AMOUNT: u64 = 8;
const DESCRIPTION: u64 = 10;
const FEATURES: u64 = 12;
const ABSOLUTE_EXPIRY: u64 = 14;
const PATHS: u64 = 16;
const ISSUER: u64 = 18;
const QUANTITY_MAX: u64 = 20;
const ISSUER_ID: u64 = 22;

const CHAIN_BYTES: usize = 32;

/// What an offer says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Records {
    pub(super) chains: Vec<Vec<u8>>,
    pub(super) currency: Option<String>,
    pub(super) amount: Option<u64>,
    pub(super) description: Option<String>,
    pub(super) absolute_expiry: Option<u64>,
    pub(super) has_paths: bool,
    pub(super) issuer: Option<String>,
    pub(super) quantity_max: Option<u64>,
    pub(super) issuer_id: Option<Vec<u8>>,
    /// Odd types that are ignored.
    pub(super) unknown: Vec<u64>,
}

/// Refuses an offer that breaks off at a record.
pub(super) fn broken(kind: u64) -> Refusal {
    Refusal::new(Field::Lno, Flaw::Broken { place: kind.to_string() })
}

impl Records {
    /// Reads a stream to its end and checks what belongs together.
    pub(super) fn read(mut bytes: &[u8]) -> Result<Records, Refusal> {
        let mut records = Records::default();
        let mut last = 0;
        while !bytes.is_empty() {
            let (kind, rest) = big_size(bytes).ok_or_else(|| broken(last))?;
            // Types begin with 1 and rise; those of other messages are no part of an offer.
            if kind <= last || !matches!(kind, 1..=79 | 1_000_000_000..=1_999_999_999) {
                return Err(broken(kind));
            }
            let (length, rest) = big_size(rest).ok_or_else(|| broken(kind))?;
            let length = usize::try_from(length).map_err(|_| broken(kind))?;
            let (value, rest) = rest.split_at_checked(length).ok_or_else(|| broken(kind))?;
            records.take(kind, value)?;
            last = kind;
            bytes = rest;
        }
        records.check()?;
        Ok(records)
    }

    fn take(&mut self, kind: u64, value: &[u8]) -> Result<(), Refusal> {
        match kind {
            CHAINS => self.chains = chains(value)?,
            METADATA => {}
            CURRENCY => self.currency = Some(currency(value)?),
            AMOUNT => self.amount = Some(number(kind, value)?),
            DESCRIPTION => self.description = Some(text(Field::Description, value)?),
            FEATURES => check_features(value)?,
            ABSOLUTE_EXPIRY => self.absolute_expiry = Some(number(kind, value)?),
            PATHS => {
                paths::check(value).ok_or_else(|| broken(kind))?;
                self.has_paths = true;
            }
            ISSUER => self.issuer = Some(text(Field::Issuer, value)?),
            QUANTITY_MAX => self.quantity_max = Some(number(kind, value)?),
            ISSUER_ID if paths::is_key(value) => self.issuer_id = Some(value.to_vec()),
            ISSUER_ID => return Err(Refusal::new(Field::NodeId, Flaw::CheckDigits)),
            _ if kind.is_multiple_of(2) => return Err(broken(kind)),
            _ => self.unknown.push(kind),
        }
        Ok(())
    }

    fn check(&self) -> Result<(), Refusal> {
        if self.amount.is_some() && self.description.is_none() {
            let flaw = Flaw::Needs { other: Field::Description };
            return Err(Refusal::new(Field::Amount, flaw));
        }
        if self.currency.is_some() && self.amount.is_none() {
            let flaw = Flaw::Needs { other: Field::Amount };
            return Err(Refusal::new(Field::Currency, flaw));
        }
        if self.issuer_id.is_none() && !self.has_paths {
            return Err(Refusal::new(Field::NodeId, Flaw::Missing));
        }
        Ok(())
    }
}

/// BOLT #1: 1, 3, 5 or 9 bytes, the fewest that hold the number.
fn big_size(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let (length, least) = match first {
        0xfd => (2, 0xfd),
        0xfe => (4, 0x1_0000),
        0xff => (8, 0x1_0000_0000),
        _ => return Some((u64::from(*first), rest)),
    };
    let (digits, rest) = rest.split_at_checked(length)?;
    let number = from_big_endian(digits);
    (number >= least).then_some((number, rest))
}

fn from_big_endian(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |number, digit| (number << 8) | u64::from(*digit))
}

/// A number without zeros on its left.
fn number(kind: u64, value: &[u8]) -> Result<u64, Refusal> {
    match value.first() {
        Some(0) => Err(broken(kind)),
        _ if value.len() > 8 => Err(broken(kind)),
        _ => Ok(from_big_endian(value)),
    }
}

fn text(field: Field, value: &[u8]) -> Result<String, Refusal> {
    String::from_utf8(value.to_vec()).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Refusal::new(field, Flaw::NotInCharset { at })
    })
}

fn currency(value: &[u8]) -> Result<String, Refusal> {
    let code = text(Field::Currency, value)?;
    let capitals = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    let form = Refusal::new(Field::Currency, Flaw::Form { example: "EUR" });
    if capitals { Ok(code) } else { Err(form) }
}

/// An offer for no chain could not be asked for an invoice.
fn chains(value: &[u8]) -> Result<Vec<Vec<u8>>, Refusal> {
    if value.is_empty() || !value.len().is_multiple_of(CHAIN_BYTES) {
        return Err(broken(CHAINS));
    }
    Ok(value.chunks(CHAIN_BYTES).map(<[u8]>::to_vec).collect())
}

/// No feature of offers is known, so that none may be required.
fn check_features(value: &[u8]) -> Result<(), Refusal> {
    let even = value.iter().any(|byte| byte & 0b0101_0101 != 0);
    if even { Err(broken(FEATURES)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// BOLT #1, test vectors for BigSize.
    #[test]
    fn a_length_is_written_with_the_fewest_bytes() {
        for (bytes, number) in [
            (&[0][..], Some(0)),
            (&[0xfc], Some(252)),
            (&[0xfd, 0, 0xfd], Some(253)),
            (&[0xfe, 0, 1, 0, 0], Some(65_536)),
            (&[0xff, 0, 0, 0, 1, 0, 0, 0, 0], Some(4_294_967_296)),
            (&[0xff; 9], Some(u64::MAX)),
            (&[0xfd, 0, 0xfc], None),
            (&[0xfe, 0, 0, 0xff, 0xff], None),
            (&[0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff], None),
            (&[0xfd, 0], None),
            (&[], None),
        ] {
            assert_eq!(big_size(bytes).map(|(number, _)| number), number, "{bytes:?}");
        }
    }
}
