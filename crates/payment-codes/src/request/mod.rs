//! The one request type: what a code asks for, as values by field.
//!
//! Every standard encodes from a [`Request`] and decodes into one. The names of the fields are
//! those of the published vectors; which of them a standard carries, which it needs and in what
//! form stands in the data sheet of its module. A field that a standard has no place for is
//! refused, never dropped.

mod checks;
mod field;

use std::collections::BTreeMap;

pub use checks::{AmountLimits, fitting, plain_ascii};
pub(crate) use checks::{amount, is_alphanumeric, same_decimal};
pub use field::Field;

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text. Amounts are decimal text with a dot, days are ISO 8601.
    Text(String),
    /// A whole number.
    Whole(u64),
    /// Yes or no.
    Flag(bool),
    /// Several values in their order.
    List(Vec<Value>),
    /// Values by tag or key.
    Table(BTreeMap<String, Value>),
}

impl Value {
    /// Returns the text, where it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::Text(text.clone())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Value {
        Value::Whole(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Value {
        Value::Flag(flag)
    }
}

impl From<Vec<String>> for Value {
    fn from(texts: Vec<String>) -> Value {
        Value::List(texts.into_iter().map(Value::Text).collect())
    }
}

impl From<BTreeMap<String, Value>> for Value {
    fn from(table: BTreeMap<String, Value>) -> Value {
        Value::Table(table)
    }
}

/// What a code asks for: at most one value a field. The order of the fields means nothing.
///
/// ```
/// use groat_payment_codes::{Field, Request};
/// let request = Request::new()
///     .with(Field::PayeeName, "Verein Lichtblick e.V.")
///     .with(Field::Iban, "DE89370400440532013000")
///     .with(Field::Amount, "12.50");
/// assert_eq!(request.value(Field::Amount).and_then(|value| value.as_text()), Some("12.50"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Request {
    values: Vec<(Field, Value)>,
}

/// Two requests are the same when they hold the same values, in whatever order they were put.
impl PartialEq for Request {
    fn eq(&self, other: &Request) -> bool {
        self.values.len() == other.values.len()
            && self.values.iter().all(|(field, value)| other.value(*field) == Some(value))
    }
}

impl Eq for Request {}

impl Request {
    /// Starts a request that asks for nothing yet.
    #[must_use]
    pub fn new() -> Request {
        Request { values: Vec::with_capacity(12) }
    }

    /// Puts a value, in place of an earlier one.
    #[must_use]
    pub fn with(mut self, field: Field, value: impl Into<Value>) -> Request {
        self.put(field, value);
        self
    }

    /// Puts a value where there is one.
    #[must_use]
    pub fn with_some(self, field: Field, value: Option<impl Into<Value>>) -> Request {
        match value {
            Some(value) => self.with(field, value),
            None => self,
        }
    }

    /// Puts a value, in place of an earlier one.
    pub fn put(&mut self, field: Field, value: impl Into<Value>) {
        let value = value.into();
        match self.values.iter_mut().find(|(known, _)| *known == field) {
            Some((_, place)) => *place = value,
            None => self.values.push((field, value)),
        }
    }

    /// Takes a value out.
    pub fn take(&mut self, field: Field) -> Option<Value> {
        let place = self.values.iter().position(|(known, _)| *known == field)?;
        Some(self.values.remove(place).1)
    }

    /// Returns the value of a field.
    #[must_use]
    pub fn value(&self, field: Field) -> Option<&Value> {
        self.values.iter().find(|(known, _)| *known == field).map(|(_, value)| value)
    }

    /// Returns the text of a field; nothing where it is absent, empty or no text.
    #[must_use]
    pub fn word(&self, field: Field) -> Option<&str> {
        self.value(field).and_then(Value::as_text).filter(|text| !text.is_empty())
    }

    /// Returns every field with its value, in the order they were put.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &Value)> {
        self.values.iter().map(|(field, value)| (*field, value))
    }
}

impl FromIterator<(Field, Value)> for Request {
    fn from_iter<T: IntoIterator<Item = (Field, Value)>>(values: T) -> Request {
        let mut request = Request::new();
        values.into_iter().for_each(|(field, value)| request.put(field, value));
        request
    }
}
