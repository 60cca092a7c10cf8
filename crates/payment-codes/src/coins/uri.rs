//! What the texts of all coins share: scheme, percent-encoding, parameters, and the findings that
//! need no standard.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::{
    Field, Finding, Flaw, Oddity, Reading, Refusal, Request, Standard, Value, first_foreign_sign,
};

/// The most bytes a QR code holds at level M (ISO/IEC 18004, version 40).
const PAYLOAD_BYTES_MAX: usize = 2331;

/// All but the unreserved characters of RFC 3986.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Starts a reading: the text without blanks around it, and the findings about those.
pub(super) fn begun(standard: Standard, text: &str) -> (Reading, &str) {
    let mut reading = Reading::new(standard, Request::new());
    let unmarked = text.strip_prefix('\u{feff}');
    if unmarked.is_some() {
        reading.find(Field::Payload, Oddity::ByteOrderMark);
    }
    let text = unmarked.unwrap_or(text);
    let trimmed = text.trim();
    if trimmed.len() < text.len() {
        reading.find(Field::Payload, Oddity::BlanksAround);
    }
    (reading, trimmed)
}

/// Takes a scheme, in any case, and its colon off.
pub(super) fn without_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let (found, rest) = text.split_once(':')?;
    found.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// Splits what follows the scheme at the first question mark.
pub(super) fn path_and_query(rest: &str) -> (&str, &str) {
    rest.split_once('?').unwrap_or((rest, ""))
}

/// A parameter as it stands in the query.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parameter<'a> {
    /// Its key, percent-encoded.
    pub(super) key: &'a str,
    /// Its value, percent-encoded; empty where there is no equals sign.
    pub(super) value: &'a str,
}

/// Splits a query into its parameters; those without a key are left out.
///
/// # Errors
/// [`Flaw::Broken`] where the query holds a fragment, which no coin has.
pub(super) fn parameters(query: &str) -> Result<Vec<Parameter<'_>>, Refusal> {
    if query.contains('#') {
        return Err(broken("#"));
    }
    let split = |parameter| {
        let (key, value) = str::split_once(parameter, '=').unwrap_or((parameter, ""));
        Parameter { key, value }
    };
    Ok(query.split('&').filter(|parameter| !parameter.is_empty()).map(split).collect())
}

/// Refuses a text that breaks off at a place.
pub(super) fn broken(place: &str) -> Refusal {
    Refusal::new(Field::Payload, Flaw::Broken { place: place.to_owned() })
}

/// Percent-encodes a value; a blank is `%20`.
pub(super) fn encoded(value: &str) -> String {
    utf8_percent_encode(value, ESCAPED).to_string()
}

/// Decodes a percent-encoded value; a plus is a plus.
///
/// # Errors
/// [`Flaw::Broken`] for a percent sign that begins no encoded byte, [`Flaw::NotInCharset`] where
/// the bytes are not UTF-8.
pub(super) fn decoded(field: Field, value: &str) -> Result<String, Refusal> {
    let mut pieces = value.split('%');
    let _before_the_first = pieces.next();
    let whole = |piece: &str| piece.bytes().take_while(u8::is_ascii_hexdigit).take(2).count() == 2;
    if !pieces.all(whole) {
        return Err(Refusal::new(field, Flaw::Broken { place: "%".to_owned() }));
    }
    match percent_decode_str(value).decode_utf8() {
        Ok(text) => Ok(text.into_owned()),
        Err(error) => Err(Refusal::new(field, Flaw::NotInCharset { at: error.valid_up_to() })),
    }
}

/// Puts a text of the query into the request; an empty one asks for nothing.
///
/// # Errors
/// As [`decoded`]; [`Flaw::Repeated`] where the field has a value already.
pub(super) fn put_text(reading: &mut Reading, field: Field, value: &str) -> Result<(), Refusal> {
    once(reading, field)?;
    let text = decoded(field, value)?;
    if value.bytes().any(|byte| !byte.is_ascii_graphic()) {
        reading.find(field, Oddity::NotNormalised);
    }
    find_foreign_sign(reading, field, &text);
    if text.is_empty() {
        reading.find(field, Oddity::Empty);
    }
    reading.request.put(field, text);
    Ok(())
}

/// Takes the texts out that turned out empty, now that none can be repeated any more.
pub(super) fn drop_empty(reading: &mut Reading, fields: &[Field]) {
    for field in fields {
        if reading.request.word(*field).is_none() {
            let _empty = reading.request.take(*field);
        }
    }
}

/// Refuses a field that has a value already.
///
/// # Errors
/// [`Flaw::Repeated`].
pub(super) fn once(reading: &Reading, field: Field) -> Result<(), Refusal> {
    match reading.request.value(field) {
        Some(_) => Err(Refusal::new(field, Flaw::Repeated)),
        None => Ok(()),
    }
}

/// Adds a finding where a text has a sign that may not stand in a payment.
pub(super) fn find_foreign_sign(reading: &mut Reading, field: Field, text: &str) {
    if let Some(sign) = first_foreign_sign(text) {
        let (at, found, why) = (sign.at, sign.found, Some(sign.why));
        reading.find(field, Oddity::ForeignSign { at, found, why });
    }
}

/// Adds a finding about a key that the standard does not know.
pub(super) fn find_unknown(reading: &mut Reading, key: &str) {
    let oddity = Oddity::Unknown { key: key.to_owned() };
    reading.findings.push(Finding { field: Field::Payload, oddity });
}

/// Tells whether a field has a value; an empty text is none.
pub(super) fn is_given(request: &Request, field: Field) -> bool {
    match request.value(field) {
        Some(Value::Text(text)) => !text.is_empty(),
        value => value.is_some(),
    }
}

/// Returns the texts of a field that holds one or a list of them.
///
/// # Errors
/// [`Flaw::Kind`] where it holds something else.
pub(super) fn texts(request: &Request, field: Field) -> Result<Vec<&str>, Refusal> {
    let kind = || Refusal::new(field, Flaw::Kind);
    match request.value(field) {
        Some(Value::List(values)) => {
            values.iter().map(|value| value.as_text().ok_or_else(kind)).collect()
        }
        _ => Ok(request.text(field)?.into_iter().collect()),
    }
}

/// Returns a text that may stand in a payment, as it is to be written into a query.
///
/// # Errors
/// [`Flaw::Kind`], [`Flaw::ForeignSign`].
pub(super) fn text_to_write(request: &Request, field: Field) -> Result<Option<String>, Refusal> {
    Ok(request.fitting(field, usize::MAX)?.map(encoded))
}

/// Writes keys and their encoded values behind a question mark.
pub(super) fn with_query(
    mut payload: String,
    parameters: impl IntoIterator<Item = (&'static str, String)>,
) -> Result<String, Refusal> {
    for (place, (key, value)) in parameters.into_iter().enumerate() {
        let sign = if place == 0 { "?" } else { "&" };
        payload.extend([sign, key, "=", &value]);
    }
    fitting(payload)
}

/// Passes a text on that a QR code can hold.
///
/// # Errors
/// [`Flaw::TooManyBytes`].
pub(super) fn fitting(payload: String) -> Result<String, Refusal> {
    match payload.len() {
        found if found > PAYLOAD_BYTES_MAX => {
            Err(Refusal::new(Field::Payload, Flaw::TooManyBytes { max: PAYLOAD_BYTES_MAX, found }))
        }
        _ => Ok(payload),
    }
}

/// Refuses a currency other than the one the standard is for.
///
/// # Errors
/// [`Flaw::NotOneOf`], [`Flaw::Kind`].
pub(super) fn currency(request: &Request, allowed: &'static [&'static str]) -> Result<(), Refusal> {
    match request.text(Field::Currency)? {
        Some(code) if !allowed.contains(&code) => {
            let flaw = Flaw::NotOneOf { allowed, found: code.to_owned() };
            Err(Refusal::new(Field::Currency, flaw))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_decoded_to_the_same() {
        let text = "50% + more? é/:@&=#";
        assert_eq!(encoded(text), "50%25%20%2B%20more%3F%20%C3%A9%2F%3A%40%26%3D%23");
        assert_eq!(decoded(Field::Label, &encoded(text)), Ok(text.to_owned()));
        assert_eq!(encoded("a-b.c_d~e"), "a-b.c_d~e");
    }

    #[test]
    fn a_broken_escape_is_refused_and_a_plus_stays() {
        for broken in ["%", "%4", "%4g", "a%", "%%41", "%41%z1"] {
            let flaw = decoded(Field::Label, broken).unwrap_err().flaw;
            assert_eq!(flaw, Flaw::Broken { place: "%".to_owned() }, "{broken}");
        }
        let flaw = decoded(Field::Label, "ab%ff").unwrap_err().flaw;
        assert_eq!(flaw, Flaw::NotInCharset { at: 2 });
        assert_eq!(decoded(Field::Label, "1+1%2b"), Ok("1+1+".to_owned()));
    }

    #[test]
    fn parameters_have_no_fragment_and_nothing_empty() {
        let keys = |query| -> Vec<String> {
            parameters(query).unwrap().iter().map(|p| format!("{}:{}", p.key, p.value)).collect()
        };
        assert_eq!(keys("&a=1&&b&c=d=e&"), ["a:1", "b:", "c:d=e"]);
        assert!(keys("").is_empty());
        assert!(parameters("a=1#b").is_err());
    }
}
