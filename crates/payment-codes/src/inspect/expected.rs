//! What an organisation expects of its own code, and how a reading differs from it.

use super::lookalikes::latin_shape;
use crate::latin::push_folded;
use crate::links::url::Link;
use crate::request::same_decimal;
use crate::{Field, Finding, Iban, Oddity, Reading, Request, Standard, Value};

/// Standards cut long names; fewer letters and digits than this say too little.
const CUT_NAME_LENGTH_MIN: usize = 16;

/// What an organisation expects of its own code.
///
/// ```
/// use groat_payment_codes::{Expected, Verdict, inspect};
/// let expected = Expected {
///     names: vec!["Verein Lichtblick e.V.".to_owned()],
///     keys: vec!["DE89 3704 0044 0532 0130 00".to_owned()],
///     ..Expected::default()
/// };
/// let ours = "BCD\n002\n1\nSCT\n\nVerein Lichtblick e.V.\nDE89370400440532013000";
/// assert_eq!(inspect(ours, &expected).verdict, Verdict::Ours);
/// let pasted = ours.replace("DE89370400440532013000", "DE02120300000000202051");
/// assert_eq!(inspect(&pasted, &expected).verdict, Verdict::NotOurs);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expected {
    /// The names it goes by at its banks; any name will do where there are none.
    pub names: Vec<String>,
    /// Its accounts, keys, numbers, users and links, in any usual way of writing. Nothing can be
    /// said to be ours where there are none.
    pub keys: Vec<String>,
    /// What the code should ask for.
    pub amount: ExpectedAmount,
}

/// What a code should ask for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ExpectedAmount {
    /// Anything.
    #[default]
    Any,
    /// The donor chooses.
    Open,
    /// This amount.
    Exactly {
        /// Decimal text with a dot.
        amount: String,
        /// Three letters; any currency will do where there are none.
        currency: Option<String>,
    },
}

/// How a reading stands to what was expected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Comparison {
    /// Every account or key is one of the organisation's, and there is one.
    pub(super) pays_us: bool,
    /// The link is one of the organisation's, letter by letter from its host on.
    pub(super) leads_to_us: bool,
    /// An account or key is another's.
    pub(super) pays_another: bool,
    /// What differs.
    pub(super) findings: Vec<Finding>,
}

impl Comparison {
    fn find(&mut self, field: Field, oddity: Oddity) {
        self.findings.push(Finding { field, oddity });
    }
}

impl Expected {
    /// Compares a reading with what was expected.
    pub(super) fn compare(&self, reading: &Reading) -> Comparison {
        let mut comparison = Comparison::default();
        if !self.keys.is_empty() {
            self.compare_keys(reading, &mut comparison);
        }
        if let Some(name) = reading.request.word(Field::PayeeName)
            && !self.names.is_empty()
            && !self.names.iter().any(|own| is_same_name(name, own))
        {
            differs(Field::PayeeName, name, &self.names, &mut comparison);
        }
        self.compare_amount(&reading.request, &mut comparison);
        comparison
    }

    fn compare_keys(&self, reading: &Reading, comparison: &mut Comparison) {
        let is_ours = |key: &str| self.keys.iter().any(|own| is_same_key(key, own));
        let mut ours = 0;
        for (field, key) in keys_of(reading) {
            if is_ours(key) {
                ours += 1;
                comparison.leads_to_us |= field == Field::Link;
            } else {
                differs(field, key, &self.keys, comparison);
                comparison.pays_another = true;
            }
        }
        // Of a network's templates one value is the key, and which one only the network knows.
        if let Some((field, templates)) = templates_of(reading) {
            let mut values = Vec::new();
            leaves(templates, &mut values);
            if values.iter().any(|value| is_ours(value)) {
                ours += 1;
            } else {
                let expected = self.keys.first().cloned().unwrap_or_default();
                comparison.find(field, Oddity::Differs { expected });
                comparison.pays_another = true;
            }
        }
        comparison.pays_us = ours > 0 && !comparison.pays_another;
    }

    fn compare_amount(&self, request: &Request, comparison: &mut Comparison) {
        let found = request.word(Field::Amount);
        match &self.amount {
            ExpectedAmount::Any => {}
            ExpectedAmount::Open => {
                if found.is_some() && !is_editable(request) {
                    comparison.find(Field::Amount, Oddity::AmountFixed);
                }
            }
            ExpectedAmount::Exactly { amount, currency } => {
                if !found.is_some_and(|found| same_decimal(found, amount)) {
                    let expected = amount.clone();
                    comparison.find(Field::Amount, Oddity::AmountDiffers { expected });
                }
                let found = request.word(Field::Currency);
                if let (Some(expected), Some(found)) = (currency, found)
                    && expected != found
                {
                    let expected = expected.clone();
                    comparison.find(Field::Currency, Oddity::Differs { expected });
                }
            }
        }
    }
}

/// Says what was expected: the one that is most like what stands there, and where only its looks
/// are like it, which signs differ.
fn differs(field: Field, found: &str, expected: &[String], comparison: &mut Comparison) {
    let alike = expected.iter().find(|own| shape(own) == shape(found));
    if let Some(own) = alike.filter(|own| own.chars().count() == found.chars().count()) {
        for (at, (found, like)) in found.chars().zip(own.chars()).enumerate() {
            if !found.to_lowercase().eq(like.to_lowercase()) {
                comparison.find(field, Oddity::Lookalike { at, found, like });
            }
        }
    }
    let in_common = |own: &&String| {
        let folded = (folded(own), folded(found));
        folded.0.chars().zip(folded.1.chars()).take_while(|(one, other)| one == other).count()
    };
    // The last of equals wins; the first one is the one that was named first.
    let closest = alike.or_else(|| expected.iter().rev().max_by_key(in_common));
    let expected = closest.cloned().unwrap_or_default();
    comparison.find(field, Oddity::Differs { expected });
}

/// Returns the accounts and keys that a reading pays.
fn keys_of(reading: &Reading) -> Vec<(Field, &str)> {
    const SINGLE: &[Field] = &[
        Field::Iban,
        Field::Account,
        Field::SwishNumber,
        Field::Key,
        Field::Vpa,
        Field::Proxy,
        Field::AccountId,
        Field::User,
        Field::Token,
        Field::Profile,
        Field::LightningAddress,
        Field::Recipient,
        Field::TokenTo,
        Field::NodeId,
        Field::Lno,
        Field::Link,
    ];
    const LISTS: &[Field] = &[Field::AltAccounts, Field::Bc, Field::Sp];
    let request = &reading.request;
    let mut keys: Vec<(Field, &str)> =
        SINGLE.iter().filter_map(|field| request.word(*field).map(|key| (*field, key))).collect();
    let one = |keys: &mut Vec<_>, field| {
        if let Some(key) = request.word(field) {
            keys.push((field, key));
        }
    };
    match reading.standard {
        // The address of a transfer of tokens is that of the token.
        Standard::EthereumUri if request.word(Field::TokenTo).is_some() => {}
        _ => one(&mut keys, Field::Address),
    }
    match reading.standard {
        Standard::Lnurl | Standard::Pix => one(&mut keys, Field::Url),
        Standard::DuitNow => one(&mut keys, Field::MerchantId),
        // Wallets pay the invoice and leave the address.
        Standard::BitcoinUri => one(&mut keys, Field::Lightning),
        Standard::Links => one(&mut keys, Field::Phone),
        Standard::PayBySquare => {
            if let Some(Value::List(accounts)) = request.value(Field::Accounts) {
                keys.extend(
                    accounts.iter().filter_map(first_text).map(|key| (Field::Accounts, key)),
                );
            }
        }
        _ => {}
    }
    for field in LISTS {
        if let Some(Value::List(values)) = request.value(*field) {
            keys.extend(values.iter().filter_map(first_text).map(|key| (*field, key)));
        }
    }
    keys
}

fn first_text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        Value::List(values) => values.first().and_then(first_text),
        _ => None,
    }
}

/// Returns the templates of a standard that has no single key.
fn templates_of(reading: &Reading) -> Option<(Field, &Value)> {
    let field = match reading.standard {
        // The token of the wallet is all there is.
        Standard::Yape => Field::Opaque,
        _ => Field::Accounts,
    };
    let templates = reading.request.value(field)?;
    matches!(templates, Value::Table(_)).then_some((field, templates))
}

fn leaves<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::Text(text) => texts.push(text),
        Value::List(values) => values.iter().for_each(|value| leaves(value, texts)),
        Value::Table(values) => values.values().for_each(|value| leaves(value, texts)),
        Value::Whole(_) | Value::Flag(_) => {}
    }
}

/// Tells whether the donor may change an amount that stands in the code.
fn is_editable(request: &Request) -> bool {
    match request.value(Field::Editable) {
        Some(Value::Flag(flag)) => *flag,
        Some(Value::List(names)) => names.contains(&Value::from("amount")),
        _ => false,
    }
}

/// Tells whether two ways of writing mean the same account, key, number or link.
fn is_same_key(found: &str, own: &str) -> bool {
    let bare = |text: &str| -> String {
        text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>().to_lowercase()
    };
    let (found, own) = (bare(found), bare(own));
    found == own
        || is_same_number(&found, &own)
        || is_same_number(&own, &found)
        || is_national_part(&found, &own)
        || is_national_part(&own, &found)
        || is_same_link(&found, &own)
}

/// Digits with signs that part them, the longer one with the prefix of its country.
fn is_same_number(long: &str, short: &str) -> bool {
    let digits = |text: &str| -> Option<String> {
        let known = text.chars().all(|sign| sign.is_ascii_digit() || "+-().".contains(sign));
        known.then(|| text.chars().filter(char::is_ascii_digit).collect())
    };
    let (Some(long_digits), Some(short_digits)) = (digits(long), digits(short)) else {
        return false;
    };
    if long_digits == short_digits {
        return !long_digits.is_empty();
    }
    let national = short_digits.strip_prefix('0').unwrap_or(&short_digits);
    let prefix = long_digits.strip_suffix(national);
    long.starts_with('+') && national.len() >= 7 && prefix.is_some_and(|prefix| prefix.len() <= 3)
}

/// An account in its national form, which the IBAN holds behind its check digits.
fn is_national_part(national: &str, iban: &str) -> bool {
    let Ok(iban) = Iban::parse(&iban.to_uppercase()) else { return false };
    let behind = iban.as_str().get(4..).unwrap_or_default();
    national.len() >= 8 && behind.eq_ignore_ascii_case(national)
}

/// A link that leads to ours: the same page, and in its query nothing more than the marks of a
/// campaign, because on many pages the query says who is paid.
fn is_same_link(found: &str, own: &str) -> bool {
    let (Some(found), Some(own)) = (Link::parse(found), Link::parse(own)) else { return false };
    let host = |link: &Link<'_>| {
        let name = link.host_name();
        name.strip_prefix("www.").map_or_else(|| name.clone(), str::to_owned)
    };
    let page = |link: &Link<'_>| (host(link), link.path.trim_end_matches('/').to_owned());
    let query = |link: &Link<'_>| {
        let mut pairs: Vec<String> = link
            .pairs()
            .filter(|(key, _)| !key.starts_with("utm_"))
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        pairs.sort();
        pairs
    };
    let plain = found.user.is_none() && found.port == own.port;
    found.is_web()
        && own.is_web()
        && plain
        && page(&found) == page(&own)
        && query(&found) == query(&own)
}

/// Tells whether two names are one but for size, marks, punctuation and a cut end.
fn is_same_name(found: &str, own: &str) -> bool {
    let (found, own) = (folded(found), folded(own));
    let is_cut = found.chars().count() >= CUT_NAME_LENGTH_MIN && own.starts_with(&found);
    found == own || is_cut
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for sign in text.chars().filter(|sign| sign.is_alphanumeric()) {
        if sign.is_ascii() || !push_folded(&mut folded, sign) {
            folded.extend(sign.to_lowercase());
        }
    }
    folded.make_ascii_lowercase();
    folded
}

/// Returns how a text looks, whatever alphabets and digits it is made of.
fn shape(text: &str) -> String {
    let latin: String = text.chars().map(latin_shape).collect();
    let folded = folded(&latin);
    let shaped = folded.chars().map(|sign| match sign {
        '0' => 'o',
        '1' | 'i' => 'l',
        '5' => 's',
        other => other,
    });
    shaped.collect::<String>().replace("rn", "m").replace("vv", "w")
}
