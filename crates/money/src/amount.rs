//! One amount: minor units and a currency, and its exact decimal text.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use thiserror::Error;

use crate::Currency;

/// An amount of money: a count of minor units in one currency.
///
/// Range: every `i64`. A gift is always positive; differences may be negative.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// Why a decimal text or a sum is not an amount.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The text is not digits with at most one dot.
    #[error("{text:?} is not a decimal number with a dot")]
    NotDecimal {
        /// The text as it was given.
        text: String,
    },
    /// The text has more decimal places than the currency.
    #[error("{currency} has {} decimal places, {text:?} has more", currency.exponent())]
    TooPrecise {
        /// The text as it was given.
        text: String,
        /// The currency it was read for.
        currency: Currency,
    },
    /// The amount does not fit 64 bits of minor units.
    #[error("the amount is too large")]
    TooLarge,
    /// Two currencies met in one sum.
    #[error("{left} and {right} cannot be added")]
    CurrencyDiffers {
        /// The currency of the first amount.
        left: Currency,
        /// The currency of the second amount.
        right: Currency,
    },
}

impl Money {
    /// Makes an amount of so many minor units.
    #[must_use]
    pub const fn from_minor(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// Returns the amount in minor units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// Returns the currency.
    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// Reads an exact decimal text: an optional minus, ASCII digits, at most one dot.
    ///
    /// Fewer decimals than the currency has are filled up ("7.5" is 7.50 EUR); nothing is rounded.
    ///
    /// # Errors
    /// [`MoneyError::NotDecimal`], [`MoneyError::TooPrecise`] (a zero in a place too many counts
    /// too), [`MoneyError::TooLarge`].
    ///
    /// ```
    /// use groat_money::{Currency, Money};
    /// let gift = Money::from_decimal_text("7.5", Currency::EUR)?;
    /// assert_eq!((gift.minor(), gift.decimal_text().as_str()), (750, "7.50"));
    /// # Ok::<(), groat_money::MoneyError>(())
    /// ```
    pub fn from_decimal_text(text: &str, currency: Currency) -> Result<Money, MoneyError> {
        let not_decimal = || MoneyError::NotDecimal { text: text.to_owned() };
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((_, "")) => return Err(not_decimal()),
            Some((whole, fraction)) => (whole, fraction),
            None => (unsigned, ""),
        };
        let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits_only(whole) || !digits_only(fraction) {
            return Err(not_decimal());
        }
        let exponent = usize::from(currency.exponent());
        if fraction.len() > exponent {
            return Err(MoneyError::TooPrecise { text: text.to_owned(), currency });
        }
        let sign = if text.starts_with('-') { "-" } else { "" };
        format!("{sign}{whole}{fraction:0<exponent$}")
            .parse()
            .map(|minor| Money { minor, currency })
            .map_err(|_| MoneyError::TooLarge)
    }

    /// Returns the amount as a decimal number, exactly.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.minor, u32::from(self.currency.exponent()))
    }

    /// Takes a decimal number that fits the currency exactly.
    ///
    /// # Errors
    /// [`MoneyError::TooPrecise`] where the number has a part of a minor unit,
    /// [`MoneyError::TooLarge`].
    pub fn from_decimal(number: Decimal, currency: Currency) -> Result<Money, MoneyError> {
        let mut scaled = number.normalize();
        if scaled.scale() > u32::from(currency.exponent()) {
            return Err(MoneyError::TooPrecise { text: number.to_string(), currency });
        }
        scaled.rescale(u32::from(currency.exponent()));
        scaled
            .mantissa()
            .to_i64()
            .filter(|_| scaled.scale() == u32::from(currency.exponent()))
            .map(|minor| Money { minor, currency })
            .ok_or(MoneyError::TooLarge)
    }

    /// Returns the exact decimal text with a dot and all decimals of the currency: "5.00".
    #[must_use]
    pub fn decimal_text(self) -> String {
        self.decimal().to_string()
    }

    /// Adds two amounts of one currency.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyDiffers`], [`MoneyError::TooLarge`].
    pub fn checked_add(self, other: Money) -> Result<Money, MoneyError> {
        self.combine(other, i64::checked_add)
    }

    /// Subtracts an amount of the same currency.
    ///
    /// # Errors
    /// [`MoneyError::CurrencyDiffers`], [`MoneyError::TooLarge`].
    pub fn checked_sub(self, other: Money) -> Result<Money, MoneyError> {
        self.combine(other, i64::checked_sub)
    }

    fn combine(self, other: Money, by: fn(i64, i64) -> Option<i64>) -> Result<Money, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrencyDiffers { left: self.currency, right: other.currency });
        }
        by(self.minor, other.minor)
            .map(|minor| Money { minor, currency: self.currency })
            .ok_or(MoneyError::TooLarge)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.decimal_text(), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn currency() -> impl Strategy<Value = Currency> {
        prop::sample::select(vec!["EUR", "JPY", "KWD"])
            .prop_map(|code| Currency::from_code(code).unwrap())
    }

    proptest! {
        #[test]
        fn every_amount_is_read_back_from_its_text(minor: i64, currency in currency()) {
            let money = Money::from_minor(minor, currency);
            prop_assert_eq!(Money::from_decimal_text(&money.decimal_text(), currency), Ok(money));
            prop_assert_eq!(Money::from_decimal(money.decimal(), currency), Ok(money));
        }

        #[test]
        fn any_text_gives_an_answer(text: String, currency in currency()) {
            if let Ok(money) = Money::from_decimal_text(&text, currency) {
                prop_assert!(money.decimal_text().contains(text.trim_start_matches(['-', '0'])
                    .trim_end_matches(['0', '.'])));
            }
        }
    }

    #[test]
    fn texts_that_are_no_decimal_are_refused() {
        for text in ["", "-", ".", "5.", ".5", "1,00", "1.000.00", "+1", " 1", "1e3", "１２", "0x1"]
        {
            let refused = Money::from_decimal_text(text, Currency::EUR);
            assert!(matches!(refused, Err(MoneyError::NotDecimal { .. })), "{text:?} {refused:?}");
        }
        let refused = Money::from_decimal_text("10.005", Currency::EUR);
        assert!(matches!(refused, Err(MoneyError::TooPrecise { .. })));
        assert_eq!(
            Money::from_decimal_text("92233720368547758.08", Currency::EUR),
            Err(MoneyError::TooLarge)
        );
    }

    #[test]
    fn currencies_never_mix() {
        let yen = Money::from_minor(1, Currency::from_code("JPY").unwrap());
        let cent = Money::from_minor(1, Currency::EUR);
        assert!(matches!(cent.checked_add(yen), Err(MoneyError::CurrencyDiffers { .. })));
        let most = Money::from_minor(i64::MAX, Currency::EUR);
        assert_eq!(most.checked_add(cent), Err(MoneyError::TooLarge));
        assert_eq!(most.checked_sub(most), Ok(Money::from_minor(0, Currency::EUR)));
    }
}
