//! Solana Pay, a request for a transfer, `solana:RECIPIENT?amount=…`.
//!
//! Standard: Solana Pay specification 1.1 (solana-foundation/solana-pay cc8df3d), transfer request.
//!
//! `solana:` recipient `?` `amount`, `spl-token`, `reference`, `label`, `message`, `memo`; keys as
//! they stand, values percent-encoded UTF-8. Recipient, token and references are 32 bytes in base
//! 58. The amount is in whole coins or tokens, with a zero before the dot, without an exponent.
//!
//! Fields: `recipient`, `amount`, `currency` (SOL, or that of a token which is known here),
//! `spl_token`, `reference` (several), `label`, `message`, `memo`. A reference is written into the
//! payment and can be searched on the chain: the best one of all coins. **The memo is on the chain
//! too, for everyone to read.**
//!
//! # Incomplete support
//! Transaction requests (`solana:https://…`) are refused: what they ask for is not in the text.
//!
//! # Limits
//! At most 9 decimals, 6 for the known tokens, 19 for others, whose decimals only the chain knows.
//! The whole must fit into a QR code at level M.
//!
//! # Quirks
//! * npm @solana/pay 1.0.16 writes `+` for a blank and `%2B` for a plus; a bare plus is read as a
//!   blank, with a finding. Blanks are written `%20`.
//! * An amount of nothing is valid; it is read as an open one, with a finding, and not written.

use super::decimal::Scale;
use super::uri::{self, Parameter};
use crate::{Encoded, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard, Value};

const SCHEME: &str = "solana";
const EXAMPLE: &str = "mvines9iiHiQTysrwkJjGf2gb9Ex9jXJX8ns3qwf2kN";

const SOL: &str = "SOL";
/// Tokens of the dollar: USD Coin and Tether.
const TOKENS: [(&str, &str); 2] = [
    ("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", "USDC"),
    ("Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB", "USDT"),
];

const UNITS_MAX: u128 = 18_446_744_073_709_551_615;
const COIN: Scale = Scale { decimals: 9, units_max: UNITS_MAX };
const KNOWN_TOKEN: Scale = Scale { decimals: 6, units_max: UNITS_MAX };
/// The chain counts units in 64 bits, so that more decimals would leave no room before the dot.
const OTHER_TOKEN: Scale =
    Scale { decimals: 19, units_max: UNITS_MAX * 10_000_000_000_000_000_000 };

const FIELDS: [Field; 8] = [
    Field::Recipient,
    Field::Amount,
    Field::Currency,
    Field::SplToken,
    Field::Reference,
    Field::Label,
    Field::Message,
    Field::Memo,
];

/// Returns how the coin or the token is divided and what it is called.
fn coin(token: Option<&str>) -> (Scale, Option<&'static str>) {
    match token {
        None => (COIN, Some(SOL)),
        Some(token) => match TOKENS.iter().find(|(known, _)| *known == token) {
            Some((_, currency)) => (KNOWN_TOKEN, Some(currency)),
            None => (OTHER_TOKEN, None),
        },
    }
}

/// Checks that a text is 32 bytes in base 58.
fn check_key(field: Field, text: &str) -> Result<(), Refusal> {
    let form = Refusal::new(field, Flaw::Form { example: EXAMPLE });
    // Longer texts hold more than 32 bytes, and base 58 takes the square of their length.
    let bytes = if text.len() > 44 { None } else { bs58::decode(text).into_vec().ok() };
    if bytes.is_some_and(|bytes| bytes.len() == 32) { Ok(()) } else { Err(form) }
}

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(&FIELDS)?;
    let recipient = request.needed(Field::Recipient)?;
    check_key(Field::Recipient, recipient)?;
    let token = request.text(Field::SplToken)?;
    token.map_or(Ok(()), |token| check_key(Field::SplToken, token))?;
    let (scale, currency) = coin(token);
    check_currency(request, currency)?;
    let amount = request.text(Field::Amount)?;
    let amount = amount.map(|text| scale.amount(Field::Amount, text)).transpose()?;
    let references = uri::texts(request, Field::Reference)?;
    references.iter().try_for_each(|text| check_key(Field::Reference, text))?;
    let references = references.into_iter().map(|text| ("reference", Some(text.to_owned())));
    let parameters = [("amount", amount), ("spl-token", token.map(str::to_owned))]
        .into_iter()
        .chain(references)
        .chain([
            ("label", uri::text_to_write(request, Field::Label)?),
            ("message", uri::text_to_write(request, Field::Message)?),
            ("memo", uri::text_to_write(request, Field::Memo)?),
        ]);
    let parameters = parameters.filter_map(|(key, value)| Some((key, value?)));
    uri::with_query(format!("{SCHEME}:{recipient}"), parameters).map(Encoded::from)
}

fn check_currency(request: &Request, known: Option<&'static str>) -> Result<(), Refusal> {
    let named = request.text(Field::Currency)?;
    match (named, known) {
        (Some(named), Some(known)) if named != known => {
            Err(Refusal::new(Field::Currency, Flaw::NotWith { other: Field::SplToken }))
        }
        (Some(_), None) => Err(Refusal::new(Field::Currency, Flaw::NotCarried)),
        _ => Ok(()),
    }
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (mut reading, text) = uri::begun(Standard::SolanaPay, text);
    let rest = uri::without_scheme(text, SCHEME);
    let rest = rest.ok_or(Refusal::new(Field::Payload, Flaw::OtherStandard))?;
    let (recipient, query) = uri::path_and_query(rest);
    check_key(Field::Recipient, recipient)?;
    reading.request.put(Field::Recipient, recipient);
    let mut asked = Asked::default();
    for parameter in uri::parameters(query)? {
        asked.take(&mut reading, parameter)?;
    }
    uri::drop_empty(&mut reading, &[Field::Label, Field::Message, Field::Memo]);
    asked.put(&mut reading)?;
    Ok(reading)
}

/// What is put when all parameters are known.
#[derive(Debug, Default)]
struct Asked {
    /// The decimals it may have depend on the token.
    amount: Option<String>,
    references: Vec<String>,
}

impl Asked {
    fn take(&mut self, reading: &mut Reading, parameter: Parameter<'_>) -> Result<(), Refusal> {
        let value = parameter.value;
        match parameter.key {
            "amount" if self.amount.is_some() => {
                return Err(Refusal::new(Field::Amount, Flaw::Repeated));
            }
            "amount" => self.amount = Some(uri::decoded(Field::Amount, value)?),
            "spl-token" => {
                uri::once(reading, Field::SplToken)?;
                let token = uri::decoded(Field::SplToken, value)?;
                check_key(Field::SplToken, &token)?;
                reading.request.put(Field::SplToken, token);
            }
            "reference" => {
                let reference = uri::decoded(Field::Reference, value)?;
                check_key(Field::Reference, &reference)?;
                self.references.push(reference);
            }
            "label" => text(reading, Field::Label, value)?,
            "message" => text(reading, Field::Message, value)?,
            "memo" => text(reading, Field::Memo, value)?,
            key => {
                uri::decoded(Field::Payload, value)?;
                uri::find_unknown(reading, key);
            }
        }
        Ok(())
    }

    fn put(self, reading: &mut Reading) -> Result<(), Refusal> {
        let (scale, currency) = coin(reading.request.word(Field::SplToken));
        currency.into_iter().for_each(|code| reading.request.put(Field::Currency, code));
        if let Some(text) = self.amount {
            match scale.units(Field::Amount, &text)? {
                0 => reading.find(Field::Amount, Oddity::AmountZero),
                units => reading.request.put(Field::Amount, scale.text(units)),
            }
        }
        if !self.references.is_empty() {
            reading.request.put(Field::Reference, Value::from(self.references));
        }
        Ok(())
    }
}

/// Form encoders write a plus for a blank; `encodeURIComponent` writes neither as it is.
fn text(reading: &mut Reading, field: Field, value: &str) -> Result<(), Refusal> {
    if value.contains('+') {
        reading.find(field, Oddity::NotNormalised);
    }
    uri::put_text(reading, field, &value.replace('+', "%20"))
}

#[cfg(test)]
mod tests;
