//! Requests and readings as JSON objects: the names are those of the fields, amounts are text.

use groat_app::{Code, Fault};
use groat_payment_codes::{Field, Reading, Request, Value};
use serde_json::{Map, Number, Value as Json};

use super::malformed;

/// Reads a request; what is null asks for nothing.
pub(super) fn request(input: Json) -> Result<Request, Fault> {
    let Json::Object(input) = input else { return Err(malformed("input").at("input")) };
    let mut request = Request::new();
    for (name, value) in input {
        let Some(field) = Field::from_name(&name) else {
            return Err(Fault::new(Code::FieldNotCarried).with("field", name.clone()).at(&name));
        };
        if let Some(value) = value_of(value).ok_or_else(|| malformed(&name).at(&name))? {
            request.put(field, value);
        }
    }
    Ok(request)
}

/// A value; the outer `None` is one that no field has, the inner one is null.
fn value_of(value: Json) -> Option<Option<Value>> {
    Some(Some(match value {
        Json::Null => return Some(None),
        Json::String(text) => Value::Text(text),
        Json::Bool(flag) => Value::Flag(flag),
        Json::Number(number) => Value::Whole(number.as_u64()?),
        Json::Array(values) => {
            let values: Option<Vec<_>> = values.into_iter().map(value_of).collect();
            Value::List(values?.into_iter().flatten().collect())
        }
        Json::Object(values) => {
            let values = values.into_iter().map(|(name, value)| Some((name, value_of(value)?)));
            let values: Option<Vec<_>> = values.collect();
            let filled = values?.into_iter().filter_map(|(name, value)| Some((name, value?)));
            Value::Table(filled.collect())
        }
    }))
}

/// Writes what was read. An open amount is written as null, so that nobody takes it for forgotten.
pub(super) fn input(reading: &Reading) -> Json {
    let mut input = Map::new();
    for (field, value) in reading.request.iter() {
        input.insert(field.name().to_owned(), json_of(value));
    }
    input.entry(Field::Amount.name()).or_insert(Json::Null);
    Json::Object(input)
}

fn json_of(value: &Value) -> Json {
    match value {
        Value::Text(text) => Json::String(text.clone()),
        Value::Whole(number) => Json::Number(Number::from(*number)),
        Value::Flag(flag) => Json::Bool(*flag),
        Value::List(values) => Json::Array(values.iter().map(json_of).collect()),
        Value::Table(values) => {
            let values = values.iter().map(|(name, value)| (name.clone(), json_of(value)));
            Json::Object(values.collect())
        }
    }
}
