//! A link while it is being read: what was not taken of it yet, and the reading so far.

use std::collections::BTreeMap;

use groat_money::Currency;

use super::url::{Link, decoded_value, has_percent_alone};
use super::{AMOUNT_LIMITS, Provider, UserForm};
use crate::request::amount;
use crate::{AmountLimits, Field, Flaw, Oddity, Reading, Refusal, Value};

/// A link that is being read.
pub(super) struct Opened<'a> {
    /// Its parts.
    pub(super) link: Link<'a>,
    /// The steps of its path, decoded.
    pub(super) steps: Vec<String>,
    /// What was read so far.
    pub(super) reading: Reading,
    pairs: Vec<(&'a str, &'a str)>,
    fragment: Option<&'a str>,
}

impl<'a> Opened<'a> {
    pub(super) fn new(link: Link<'a>, reading: Reading) -> Result<Opened<'a>, Refusal> {
        let steps = link.steps().map_err(|error| {
            Refusal::new(Field::Payload, Flaw::NotInCharset { at: error.valid_up_to() })
        })?;
        let (pairs, fragment) = (link.pairs().collect(), link.fragment);
        Ok(Opened { link, steps, reading, pairs, fragment })
    }

    pub(super) fn put_provider(&mut self, provider: &Provider) {
        let name = provider.names.first().copied().unwrap_or_default();
        self.reading.request.put(Field::Provider, name);
    }

    /// Tells whether the link leads to this host, with or without `www.`.
    pub(super) fn leads_to(&self, host: &str) -> bool {
        let name = self.link.host_name();
        name.strip_prefix("www.").unwrap_or(&name) == host
    }

    /// Returns a step of the path, from zero.
    pub(super) fn step(&self, at: usize) -> Option<String> {
        self.steps.get(at).cloned()
    }

    /// Finds the steps of the path from this one on, which the provider does not know.
    pub(super) fn find_steps_from(&mut self, at: usize) {
        for step in self.steps.iter().skip(at) {
            self.reading.find(Field::Payload, Oddity::Unknown { key: format!("/{step}") });
        }
    }

    /// Takes a value out of the query; an empty one is an absent one.
    ///
    /// # Errors
    /// [`Flaw::Repeated`], [`Flaw::NotInCharset`].
    pub(super) fn take(&mut self, key: &str, field: Field) -> Result<Option<String>, Refusal> {
        let Some(written) = self.take_written(key, field)? else { return Ok(None) };
        if has_percent_alone(written) {
            self.reading.find(field, Oddity::PercentAlone);
        }
        let value = decoded_value(written)
            .map_err(|error| Refusal::new(field, Flaw::NotInCharset { at: error.valid_up_to() }))?;
        Ok(Some(value).filter(|value| !value.is_empty()))
    }

    /// Takes a value out of the query as it is written.
    ///
    /// # Errors
    /// [`Flaw::Repeated`].
    pub(super) fn take_written(
        &mut self,
        key: &str,
        field: Field,
    ) -> Result<Option<&'a str>, Refusal> {
        let mut written = self.pairs.iter().filter(|(known, _)| *known == key);
        let first = written.next().map(|(_, value)| *value);
        if written.next().is_some() {
            return Err(Refusal::new(field, Flaw::Repeated));
        }
        self.pairs.retain(|(known, _)| *known != key);
        Ok(first)
    }

    /// Puts the name of a user, and finds what its provider does not have in one.
    pub(super) fn put_user(&mut self, written: &str, form: UserForm) {
        let user = written.trim_start_matches(form.mark);
        if user.len() < written.len() {
            self.reading.find(Field::User, Oddity::NotNormalised);
        }
        let found = user.chars().count();
        if found > form.length_max {
            let max = form.length_max;
            self.reading.find(Field::User, Oddity::TooLong { max, found });
        }
        if let Some((at, found)) = form.foreign_sign(user) {
            self.reading.find(Field::User, Oddity::ForeignSign { at, found, why: None });
        }
        self.reading.request.put(Field::User, user);
    }

    /// Puts an amount and its currency; one of nothing is an open one.
    ///
    /// # Errors
    /// The amount cannot be read.
    pub(super) fn put_amount(&mut self, text: &str, code: &str) -> Result<(), Refusal> {
        let currency = self.put_currency(code)?;
        match amount(Field::Amount, text, currency, AMOUNT_LIMITS) {
            Ok(amount) => self.reading.request.put(Field::Amount, amount.decimal_text()),
            Err(Refusal { flaw: Flaw::Zero, .. }) => {
                self.reading.find(Field::Amount, Oddity::AmountZero);
            }
            Err(refusal) => return Err(refusal),
        }
        Ok(())
    }

    /// Puts an amount that is written in cents.
    ///
    /// # Errors
    /// The amount cannot be read.
    pub(super) fn put_cents(
        &mut self,
        text: &str,
        code: &str,
        minor_max: i64,
    ) -> Result<(), Refusal> {
        let not_decimal =
            || Refusal::new(Field::Amount, Flaw::NotDecimal { found: text.to_owned() });
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(not_decimal());
        }
        let padded = format!("{text:0>3}");
        let (whole, cents) = padded.split_at(padded.len() - 2);
        let currency = self.put_currency(code)?;
        let limits = AmountLimits { decimals: 2, minor_max };
        match amount(Field::Amount, &format!("{whole}.{cents}"), currency, limits) {
            Ok(amount) => self.reading.request.put(Field::Amount, amount.decimal_text()),
            Err(Refusal { flaw: Flaw::Zero, .. }) => {
                self.reading.find(Field::Amount, Oddity::AmountZero);
            }
            Err(refusal) => return Err(refusal),
        }
        Ok(())
    }

    /// Puts a currency.
    ///
    /// # Errors
    /// [`Flaw::Form`] where it is none.
    pub(super) fn put_currency(&mut self, code: &str) -> Result<Currency, Refusal> {
        let currency = Currency::from_code(code)
            .map_err(|_| Refusal::new(Field::Currency, Flaw::Form { example: "EUR" }))?;
        self.reading.request.put(Field::Currency, currency.code());
        Ok(currency)
    }

    /// Puts a text, and finds what should not stand in one.
    pub(super) fn put_text(&mut self, field: Field, text: &str, max: usize) {
        self.reading.put_text(field, text, max);
    }

    /// Keeps the whole link as its maker gave it.
    pub(super) fn keep_as_it_stands(&mut self) {
        self.pairs.clear();
        self.fragment = None;
        self.reading.request.put(Field::Link, self.link.text);
    }

    /// Keeps the whole link, which only its provider can make.
    pub(super) fn keep_as_issued(&mut self) {
        self.keep_as_it_stands();
        self.reading.find(Field::Link, Oddity::Issued);
    }

    /// Keeps the link without the pairs that were taken out of its query.
    pub(super) fn keep_what_is_left(&mut self) {
        let end = self.link.text.find(['?', '#']).unwrap_or(self.link.text.len());
        let mut link = self.link.text.get(..end).unwrap_or_default().to_owned();
        for (place, (key, value)) in self.pairs.iter().enumerate() {
            link.push(if place == 0 { '?' } else { '&' });
            link.push_str(key);
            if !value.is_empty() {
                link.extend(["=", value]);
            }
        }
        self.pairs.clear();
        self.reading.request.put(Field::Link, link);
    }

    /// Finds what was not taken, and ends the reading.
    pub(super) fn close(mut self) -> Reading {
        let mut others = BTreeMap::new();
        for (key, written) in &self.pairs {
            self.reading.find(Field::OtherKeys, Oddity::Unknown { key: (*key).to_owned() });
            let value = decoded_value(written).unwrap_or_else(|_| (*written).to_owned());
            others.insert((*key).to_owned(), Value::Text(value));
        }
        if !others.is_empty() {
            self.reading.request.put(Field::OtherKeys, others);
        }
        if let Some(fragment) = self.fragment.filter(|fragment| !fragment.is_empty()) {
            self.reading.find(Field::Payload, Oddity::Unknown { key: format!("#{fragment}") });
        }
        self.reading
    }
}
