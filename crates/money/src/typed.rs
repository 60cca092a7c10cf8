//! Amounts as a person types them, read by the signs of the person's language.
//!
//! The one rule: nothing is guessed. "1.000,00" is a thousand for a German reader and is refused
//! for an English one, because a sign in an unexpected place may as well be a slip.

use thiserror::Error;

use crate::{Currency, Money, MoneyError};

/// The signs a language writes numbers with (Unicode CLDR, `decimal` and `group`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberSymbols {
    /// Stands between whole units and decimals.
    pub decimal: char,
    /// May stand between groups of three digits; `None` where a reader allows no grouping.
    pub group: Option<char>,
}

impl NumberSymbols {
    /// A dot and no grouping: what terminals and files use.
    pub const PLAIN: NumberSymbols = NumberSymbols { decimal: '.', group: None };
}

/// Why a typed text is not an amount that can be asked for or recorded.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum AmountError {
    /// Nothing was typed.
    #[error("the amount is empty")]
    Empty,
    /// A sign that does not belong into a number, or digits of another script.
    #[error("{found:?} does not belong into an amount")]
    Unreadable {
        /// The first sign that does not belong.
        found: char,
    },
    /// A decimal or grouping sign at a place where this language does not write one.
    #[error("the sign {found:?} stands where it may mean two things")]
    Ambiguous {
        /// The sign in question.
        found: char,
    },
    /// A minus stands before the number.
    #[error("the amount is negative")]
    Negative,
    /// The amount is zero.
    #[error("the amount is zero")]
    Zero,
    /// More decimals than the currency has.
    #[error("{currency} has {} decimal places", currency.exponent())]
    TooPrecise {
        /// The currency it was read for.
        currency: Currency,
    },
    /// More than 64 bits of minor units.
    #[error("the amount is too large")]
    TooLarge,
}

/// Reads a positive amount as it was typed.
///
/// Blanks around the number and the currency's code or usual sign (€, £, $, ¥) before or after it
/// are allowed. Digits are ASCII. Grouping signs must part groups of three. A blank, a narrow
/// blank and a no-break blank are one and the same grouping sign.
///
/// # Errors
/// [`AmountError`], one variant a cause.
pub fn read_typed(
    text: &str,
    symbols: NumberSymbols,
    currency: Currency,
) -> Result<Money, AmountError> {
    let number = without_currency(text, currency);
    if number.is_empty() {
        return Err(AmountError::Empty);
    }
    let unsigned = number.trim_start_matches(['-', '−']);
    let (whole, fraction) = match unsigned.split_once(symbols.decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    check_signs(unsigned, symbols)?;
    if unsigned.len() < number.len() {
        return Err(AmountError::Negative);
    }
    let whole = without_groups(whole, symbols)?;
    let fraction = fraction.unwrap_or("");
    if let Some(found) = fraction.chars().find(|sign| !sign.is_ascii_digit()) {
        return Err(AmountError::Ambiguous { found });
    }
    if whole.is_empty() || (fraction.is_empty() && unsigned.contains(symbols.decimal)) {
        return Err(AmountError::Ambiguous { found: symbols.decimal });
    }
    let plain = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
    match Money::from_decimal_text(&plain, currency) {
        Ok(money) if money.minor() == 0 => Err(AmountError::Zero),
        Ok(money) => Ok(money),
        Err(MoneyError::TooPrecise { .. }) => Err(AmountError::TooPrecise { currency }),
        Err(_) => Err(AmountError::TooLarge),
    }
}

/// Every sign must be a digit, a known sign of this language, or a dot or comma (which is then
/// told apart as ambiguous rather than as unreadable).
fn check_signs(number: &str, symbols: NumberSymbols) -> Result<(), AmountError> {
    for found in number.chars() {
        let known = found.is_ascii_digit()
            || found == symbols.decimal
            || symbols.group.is_some_and(|group| same_group(found, group));
        if known {
            continue;
        }
        return Err(match found {
            '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' => {
                AmountError::Ambiguous { found }
            }
            _ => AmountError::Unreadable { found },
        });
    }
    Ok(())
}

fn without_groups(whole: &str, symbols: NumberSymbols) -> Result<String, AmountError> {
    let Some(group) = symbols.group else {
        return Ok(whole.to_owned());
    };
    let groups: Vec<&str> = whole.split(|sign| same_group(sign, group)).collect();
    let well_formed = match groups.split_first() {
        Some((_, [])) => true,
        Some((first, rest)) => {
            (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3)
        }
        None => true,
    };
    if well_formed { Ok(groups.concat()) } else { Err(AmountError::Ambiguous { found: group }) }
}

fn same_group(found: char, group: char) -> bool {
    let blank = |sign| matches!(sign, ' ' | '\u{a0}' | '\u{202f}');
    found == group || (blank(found) && blank(group))
}

fn without_currency(text: &str, currency: Currency) -> &str {
    let sign = match currency.code() {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => "$",
        "JPY" => "¥",
        code => code,
    };
    let mut number = text.trim();
    for mark in [sign, currency.code()] {
        let before = number.strip_prefix(mark);
        number = before.or_else(|| number.strip_suffix(mark)).unwrap_or(number).trim();
    }
    number
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ENGLISH: NumberSymbols = NumberSymbols { decimal: '.', group: Some(',') };
    const GERMAN: NumberSymbols = NumberSymbols { decimal: ',', group: Some('.') };
    const FRENCH: NumberSymbols = NumberSymbols { decimal: ',', group: Some('\u{202f}') };

    fn minor(text: &str, symbols: NumberSymbols) -> Result<i64, AmountError> {
        read_typed(text, symbols, Currency::EUR).map(Money::minor)
    }

    #[test]
    fn each_language_reads_its_own_signs() {
        assert_eq!(minor("1,000.00", ENGLISH), Ok(100_000));
        assert_eq!(minor("1.000,00", GERMAN), Ok(100_000));
        assert_eq!(minor("1.000", GERMAN), Ok(100_000));
        assert_eq!(minor("1 000,5", FRENCH), Ok(100_050));
        assert_eq!(minor(" €5 ", ENGLISH), Ok(500));
        assert_eq!(minor("5 €", GERMAN), Ok(500));
        assert_eq!(minor("EUR 7.5", ENGLISH), Ok(750));
        assert_eq!(minor("12.50", NumberSymbols::PLAIN), Ok(1250));
    }

    #[test]
    fn signs_of_another_language_are_refused() {
        assert_eq!(minor("1.000,00", ENGLISH), Err(AmountError::Ambiguous { found: ',' }));
        assert_eq!(minor("1,000.00", GERMAN), Err(AmountError::Ambiguous { found: '.' }));
        assert_eq!(minor("2,50", ENGLISH), Err(AmountError::Ambiguous { found: ',' }));
        assert_eq!(minor("2.50", GERMAN), Err(AmountError::Ambiguous { found: '.' }));
        assert_eq!(
            minor("1,000.00", NumberSymbols::PLAIN),
            Err(AmountError::Ambiguous { found: ',' })
        );
        assert_eq!(minor("1'000", ENGLISH), Err(AmountError::Ambiguous { found: '\'' }));
    }

    #[test]
    fn what_is_no_gift_is_refused_by_its_cause() {
        assert_eq!(minor("", ENGLISH), Err(AmountError::Empty));
        assert_eq!(minor("€", ENGLISH), Err(AmountError::Empty));
        assert_eq!(minor("0", ENGLISH), Err(AmountError::Zero));
        assert_eq!(minor("0.00", ENGLISH), Err(AmountError::Zero));
        assert_eq!(minor("-5", ENGLISH), Err(AmountError::Negative));
        assert_eq!(minor("−5", ENGLISH), Err(AmountError::Negative));
        assert_eq!(
            minor("0.001", ENGLISH),
            Err(AmountError::TooPrecise { currency: Currency::EUR })
        );
        assert_eq!(minor("1e9", ENGLISH), Err(AmountError::Unreadable { found: 'e' }));
        assert_eq!(minor("１２", ENGLISH), Err(AmountError::Unreadable { found: '１' }));
        assert_eq!(minor("5\u{202e}", ENGLISH), Err(AmountError::Unreadable { found: '\u{202e}' }));
        assert_eq!(minor("99999999999999999999", ENGLISH), Err(AmountError::TooLarge));
        assert_eq!(minor("5.", ENGLISH), Err(AmountError::Ambiguous { found: '.' }));
        assert_eq!(minor(".5", ENGLISH), Err(AmountError::Ambiguous { found: '.' }));
        assert_eq!(minor("1.2.3", ENGLISH), Err(AmountError::Ambiguous { found: '.' }));
        assert_eq!(minor("1,00,000", ENGLISH), Err(AmountError::Ambiguous { found: ',' }));
    }

    fn written(minor: i64, symbols: NumberSymbols) -> String {
        let whole = (minor / 100).to_string();
        let mut grouped = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.extend(symbols.group);
            }
            grouped.push(digit);
        }
        format!("{grouped}{}{:02}", symbols.decimal, minor % 100)
    }

    proptest! {
        #[test]
        fn what_a_language_prints_it_reads(amount in 1i64..=i64::MAX) {
            for symbols in [ENGLISH, GERMAN, FRENCH, NumberSymbols::PLAIN] {
                prop_assert_eq!(minor(&written(amount, symbols), symbols), Ok(amount));
            }
        }

        #[test]
        fn any_text_gives_a_positive_amount_or_a_cause(text in "\\PC*") {
            for symbols in [ENGLISH, GERMAN, FRENCH, NumberSymbols::PLAIN] {
                if let Ok(read) = minor(&text, symbols) {
                    prop_assert!(read > 0);
                }
            }
        }
    }
}
