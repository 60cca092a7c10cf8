//! What the decoders of the national schemes have in common: their country, their currencies, and
//! what becomes of the tags that are not theirs.

use std::collections::BTreeMap;

use groat_money::Currency;

use super::code::{Code, field_of};
use super::said::ZeroAmount;
use super::tlv::Tag;
use crate::{Field, Flaw, Oddity, Reading, Refusal, Standard, Value};

/// A national scheme.
#[derive(Debug)]
pub(crate) struct Scheme {
    pub(crate) standard: Standard,
    /// Its country, as tag 58 writes it.
    pub(crate) country: &'static [&'static str],
    /// Its currencies, as tag 53 writes them.
    pub(crate) currencies: &'static [&'static str],
    /// The tags of the first level that its codes must have.
    pub(crate) needed: &'static [u8],
}

impl Scheme {
    /// Starts the reading of a code of the scheme: checks that it has what it must have, puts the
    /// tags that mean the same everywhere, and returns its currency.
    ///
    /// The amount is left as it is written, where its currency can hold that; zero is refused, because an open amount is absent.
    ///
    /// # Errors
    /// [`Flaw::Missing`], [`Flaw::NotOneOf`] for another country or currency, and those of the
    /// single tags.
    pub(crate) fn begin(&self, code: &Code<'_>) -> Result<(Reading, Currency), Refusal> {
        let mut reading = code.reading(self.standard);
        code.needs(self.needed)?;
        code.is_of(self.country, self.currencies)?;
        if code.value(58).is_some_and(|country| !self.country.contains(&country)) {
            reading.find(Field::Country, Oddity::NotNormalised);
        }
        code.put_poi(&mut reading)?;
        code.put_mcc(&mut reading)?;
        let currency = code.put_currency(&mut reading)?;
        let currency = currency.ok_or(Refusal::new(Field::CurrencyCode, Flaw::Missing))?;
        code.put_amount(&mut reading, Some(currency), ZeroAmount::Refused)?;
        // Decimals that the currency does not have are zeros; a dot without any says nothing.
        let written = code.value(54).map(|amount| amount.trim_end_matches('.'));
        let fits = |amount: &&str| decimals(amount) <= usize::from(currency.exponent());
        reading.request = reading.request.with_some(Field::Amount, written.filter(fits));
        code.put_payee(&mut reading);
        Ok((reading, currency))
    }
}

impl<'a> Code<'a> {
    /// Finds the account template of an owner, named by its sub-tag 00 in whatever letter case.
    ///
    /// # Errors
    /// [`Flaw::OtherStandard`] where there is none, [`Flaw::Repeated`] where there are two: which
    /// one is paid cannot be told.
    pub(crate) fn account_of(&self, owner: &str) -> Result<u8, Refusal> {
        let owned = |id: &u8| self.sub(*id, 0).is_some_and(|name| name.eq_ignore_ascii_case(owner));
        let mut accounts = (26..=51).filter(owned);
        let refuse = |field, flaw| Refusal::new(field, flaw);
        let first = accounts.next().ok_or(refuse(Field::Payload, Flaw::OtherStandard))?;
        match accounts.next() {
            Some(_) => Err(refuse(Field::Accounts, Flaw::Repeated)),
            None => Ok(first),
        }
    }

    /// Puts the labels of template 62 that the scheme has a field for; all others stay together in
    /// [`Field::Additional`].
    pub(crate) fn put_labels(&self, reading: &mut Reading, known: &[(u8, Field)]) {
        let mut others = BTreeMap::new();
        for Tag { id, value } in self.subs(62).iter().filter(|tag| !tag.value.is_empty()) {
            match known.iter().find(|(known, _)| known == id) {
                Some((_, field)) => reading.request.put(*field, *value),
                None => {
                    others.insert(format!("{id:02}"), Value::from(*value));
                }
            }
        }
        if !others.is_empty() {
            reading.request.put(Field::Additional, others);
        }
    }

    /// Finds the sub-tags of a template that its owner does not define.
    pub(crate) fn find_unknown_in(&self, reading: &mut Reading, id: u8, known: &[u8]) {
        for tag in self.subs(id).iter().filter(|tag| !known.contains(&tag.id)) {
            let key = format!("{id:02}-{:02}", tag.id);
            reading.find(field_of(id), Oddity::Unknown { key });
        }
    }

    /// Finds the tags of the first level that are none of the scheme's, such as the accounts of
    /// other schemes. Unreserved templates are kept in [`Field::Unreserved`], bare values in their
    /// place in [`Field::Opaque`]. Tags 65 to 79 are passed over, as the standard asks.
    pub(crate) fn find_others(&self, reading: &mut Reading, own: &[u8]) {
        let mut tables: BTreeMap<Field, BTreeMap<String, Value>> = BTreeMap::new();
        for part in self.parts().iter().filter(|part| !own.contains(&part.id)) {
            let key = format!("{:02}", part.id);
            if matches!(part.id, 2..=51 | 55..=57 | 64 | 80..=99) && !is_told(&key, reading) {
                reading.find(field_of(part.id), Oddity::Unknown { key: key.clone() });
            }
            let (field, value) = match (part.id, &part.subs) {
                (_, None) if part.value.is_empty() => continue,
                (55..=57, _) => {
                    reading.request.put(field_of(part.id), part.value);
                    continue;
                }
                (80..=99, None) => (Field::Opaque, Value::from(part.value)),
                (80..=99, Some(subs)) => (Field::Unreserved, table(subs)),
                _ => continue,
            };
            tables.entry(field).or_default().insert(key, value);
        }
        tables.into_iter().for_each(|(field, table)| reading.request.put(field, table));
    }
}

fn decimals(amount: &str) -> usize {
    amount.split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

/// Tells whether the grammar has already found the tag, because it holds a bare value.
fn is_told(tag: &str, reading: &Reading) -> bool {
    let told = |oddity: &Oddity| matches!(oddity, Oddity::Unknown { key } if key == tag);
    reading.findings.iter().any(|finding| told(&finding.oddity))
}

fn table(subs: &[Tag<'_>]) -> Value {
    let filled = subs.iter().filter(|tag| !tag.value.is_empty());
    Value::Table(filled.map(|tag| (format!("{:02}", tag.id), Value::from(tag.value))).collect())
}
