//! MobilePay in Denmark: a payment to the number of a shop or a box.
//!
//! Standard: MobilePay Denmark, page on payment links for MyShop and Box numbers (the older form,
//! still documented). The portal gives the number; costs a fee.
//!
//! ```text
//! https://mobilepay.dk/erhverv/betalingslink/betalingslink-svar
//!     ?phone=12345&amount=10&comment=123456&lock=1
//! ```
//!
//! The number has five or six digits. The amount is in kroner, open where it is left out; the
//! comment has up to 60 characters. `lock=1` keeps the donor from changing either.
//!
//! # Limits
//! An open amount cannot be locked: the donor could not type it. Amounts are written without
//! decimals where they are whole.
//!
//! # Quirks
//! Numbers of eight digits are private ones; they are read and found.

use super::opened::Opened;
use super::url::percent_encoded;
use super::{Provider, amount, whole_or_decimals, with_query};
use crate::{Field, Flaw, Oddity, Refusal, Request};

pub(super) const PROVIDER: Provider = Provider {
    names: &["mobilepay"],
    hosts: &["mobilepay.dk"],
    schemes: &["mobilepay"],
    encode,
    decode,
};

const PAGE: &str = "https://mobilepay.dk/erhverv/betalingslink/betalingslink-svar";
const COMMENT_LENGTH_MAX: usize = 60;
const NUMBER_LENGTHS: &[usize] = &[5, 6];
const NUMBER_EXAMPLE: &str = "12345";

fn encode(request: &Request) -> Result<String, Refusal> {
    request.holds_only(&[
        Field::Provider,
        Field::Phone,
        Field::Amount,
        Field::Currency,
        Field::Message,
        Field::Lock,
    ])?;
    let number = without_blanks(request.needed(Field::Phone)?);
    check_number(&number).map_err(|flaw| Refusal::new(Field::Phone, flaw))?;
    let amount = amount(request, &["DKK"])?;
    let locked = request.flag(Field::Lock)?.unwrap_or_default();
    if locked && amount.is_none() {
        return Err(Refusal::new(Field::Lock, Flaw::Needs { other: Field::Amount }));
    }
    let comment = request.fitting(Field::Message, COMMENT_LENGTH_MAX)?.map(percent_encoded);
    let pairs = [
        ("phone", Some(number)),
        ("amount", amount.map(whole_or_decimals)),
        ("comment", comment),
        ("lock", locked.then(|| "1".to_owned())),
    ];
    Ok(with_query(PAGE, &pairs))
}

fn without_blanks(number: &str) -> String {
    number.chars().filter(|sign| *sign != ' ').collect()
}

fn check_number(number: &str) -> Result<(), Flaw> {
    let foreign = number.chars().enumerate().find(|(_, sign)| !sign.is_ascii_digit());
    match foreign {
        Some((at, found)) => Err(Flaw::ForeignSign { at, found, why: None }),
        None if NUMBER_LENGTHS.contains(&number.len()) => Ok(()),
        None => Err(Flaw::Length { allowed: NUMBER_LENGTHS, found: number.len() }),
    }
}

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    let Some(written) = opened.take("phone", Field::Phone)? else {
        opened.keep_as_it_stands();
        return Ok(());
    };
    let number = without_blanks(&written);
    if number != written {
        opened.reading.find(Field::Phone, Oddity::NotNormalised);
    }
    if check_number(&number).is_err() {
        opened.reading.find(Field::Phone, Oddity::Form { example: NUMBER_EXAMPLE });
    }
    opened.put_text(Field::Phone, &number, 15);
    opened.put_currency("DKK")?;
    if let Some(amount) = opened.take("amount", Field::Amount)? {
        opened.put_amount(&amount, "DKK")?;
    }
    if let Some(comment) = opened.take("comment", Field::Message)? {
        opened.put_text(Field::Message, &comment, COMMENT_LENGTH_MAX);
    }
    let locked = match opened.take("lock", Field::Lock)?.as_deref() {
        None | Some("0") => false,
        Some("1") => true,
        Some(found) => {
            let flaw = Flaw::NotOneOf { allowed: &["0", "1"], found: found.to_owned() };
            return Err(Refusal::new(Field::Lock, flaw));
        }
    };
    opened.reading.request.put(Field::Lock, locked);
    if locked && opened.reading.request.word(Field::Amount).is_none() {
        opened.reading.find(Field::Amount, Oddity::NotWith { other: Field::Lock });
    }
    Ok(())
}
