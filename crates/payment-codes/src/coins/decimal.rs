//! Amounts of coins: decimal text, exactly as far as the smallest unit goes, and never a float.
//!
//! The coins have more decimals than the currencies of ISO 4217, so that [`groat_money::Money`]
//! does not carry them.

use crate::{Field, Flaw, Refusal};

/// How finely a coin is divided, and how much of it there can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// Decimals of the smallest unit.
    pub(super) decimals: usize,
    /// The most, in smallest units.
    pub(super) units_max: u128,
}

impl Scale {
    /// Reads decimal text as smallest units; nothing is a number too.
    ///
    /// # Errors
    /// [`Flaw::NotDecimal`], [`Flaw::Negative`], [`Flaw::TooPrecise`] (a zero in a place too many
    /// counts too), [`Flaw::TooLarge`].
    pub(super) fn units(self, field: Field, text: &str) -> Result<u128, Refusal> {
        let refuse = |flaw| Refusal::new(field, flaw);
        if text.strip_prefix('-').is_some_and(is_decimal) {
            return Err(refuse(Flaw::Negative));
        }
        if !is_decimal(text) {
            return Err(refuse(Flaw::NotDecimal { found: text.to_owned() }));
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if fraction.len() > self.decimals {
            return Err(refuse(Flaw::TooPrecise { decimals: self.decimals }));
        }
        let units = format!("{whole}{fraction:0<width$}", width = self.decimals).parse().ok();
        let units = units.filter(|units| *units <= self.units_max);
        units.ok_or_else(|| refuse(Flaw::TooLarge { max: self.text(self.units_max) }))
    }

    /// Reads decimal text as an amount and returns it without zeros that mean nothing.
    ///
    /// # Errors
    /// As [`Scale::units`]; [`Flaw::Zero`].
    pub(super) fn amount(self, field: Field, text: &str) -> Result<String, Refusal> {
        match self.units(field, text)? {
            0 => Err(Refusal::new(field, Flaw::Zero)),
            units => Ok(self.text(units)),
        }
    }

    /// Returns smallest units as decimal text without zeros that mean nothing.
    pub(super) fn text(self, units: u128) -> String {
        let digits = format!("{units:0>width$}", width = self.decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.decimals);
        match fraction.trim_end_matches('0') {
            "" => whole.to_owned(),
            fraction => format!("{whole}.{fraction}"),
        }
    }
}

/// Puts a zero before a dot that begins the text and takes one off that ends it, as some grammars
/// allow them.
pub(super) fn completed(text: &str) -> String {
    match text.strip_prefix('.') {
        Some(fraction) => format!("0.{fraction}"),
        None => text.strip_suffix('.').unwrap_or(text).to_owned(),
    }
}

/// Tells whether a text is made of digits, with digits on both sides of the dot where it has one.
pub(super) fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BITCOIN: Scale = Scale { decimals: 8, units_max: 2_100_000_000_000_000 };

    #[test]
    fn an_amount_goes_as_far_as_the_smallest_unit_and_the_last_coin() {
        for (text, normal) in
            [("20.30", "20.3"), ("0.00000001", "0.00000001"), ("021000000.0", "21000000")]
        {
            assert_eq!(BITCOIN.amount(Field::Amount, text), Ok(normal.to_owned()));
        }
        let flaw = |text: &str| BITCOIN.amount(Field::Amount, text).unwrap_err().flaw;
        assert_eq!(flaw("0.000000010"), Flaw::TooPrecise { decimals: 8 });
        assert_eq!(flaw("21000000.00000001"), Flaw::TooLarge { max: "21000000".to_owned() });
        assert_eq!(flaw(&"9".repeat(60)), Flaw::TooLarge { max: "21000000".to_owned() });
        assert_eq!(flaw("0.00"), Flaw::Zero);
        assert_eq!(flaw("-1"), Flaw::Negative);
        for text in ["", ".", "1.", ".5", "1,5", "1e-8", "+1", " 1", "0x1", "1.2.3", "--1", "１"] {
            assert_eq!(flaw(text), Flaw::NotDecimal { found: text.to_owned() });
        }
    }

    proptest! {
        #[test]
        fn units_lead_back_to_themselves(units in 1..=2_100_000_000_000_000_u128) {
            let text = BITCOIN.text(units);
            prop_assert_eq!(BITCOIN.units(Field::Amount, &text), Ok(units));
            prop_assert_eq!(BITCOIN.amount(Field::Amount, &text), Ok(text));
        }
    }
}
