//! From the text of a code back to the request, with findings on what is odd about it.

use super::key::Key;
use super::{MESSAGE_LENGTH_MAX, NO_REFERENCE, OWNER, foreign_in_txid};
use crate::emv::asked::LABEL_LENGTH_MAX;
use crate::emv::code::Code;
use crate::emv::national::Scheme;
use crate::emv::said::look_at;
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Standard};

const KEY_LENGTH_MAX: usize = 77;
const URL_LENGTH_MAX: usize = 77;

const PIX: Scheme = Scheme {
    standard: Standard::Pix,
    country: &["BR"],
    currencies: &["986"],
    needed: &[52, 53, 58, 59, 60],
};

/// Reads a static, dynamic or recurring code.
///
/// # Errors
/// [`Refusal`]: the text is no PIX code, or one that institutions refuse.
pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let code = Code::read(text)?;
    let account = code.account_of(OWNER)?;
    let (mut reading, _) = PIX.begin(&code)?;
    if code.sub(account, 0).is_some_and(|owner| owner != OWNER) {
        reading.find(Field::Accounts, Oddity::NotNormalised);
    }
    match (code.sub(account, 1), code.sub(account, 25), code.sub(80, 25)) {
        (Some(_), Some(_), _) => {
            return Err(Refusal::new(Field::Key, Flaw::NotWith { other: Field::Url }));
        }
        (Some(key), None, _) => read_key(key, &mut reading),
        (None, Some(url), _) => read_url("dynamic", url, &mut reading),
        (None, None, Some(url)) => read_url("recurring", url, &mut reading),
        (None, None, None) => return Err(Refusal::new(Field::Key, Flaw::Missing)),
    }
    if let Some(message) = code.sub(account, 2) {
        look_at(&mut reading, Field::Message, message, MESSAGE_LENGTH_MAX);
        reading.request.put(Field::Message, message);
    }
    read_txid(&code, &mut reading)?;
    if reading.request.word(Field::Poi) == Some("12") {
        reading.find(Field::Poi, Oddity::OneTime);
    }
    if code.sub(80, 25).is_some() {
        reading.find(Field::Unreserved, Oddity::Issued);
    }
    code.find_unknown_in(&mut reading, account, &[0, 1, 2, 25]);
    code.find_others(&mut reading, &[account]);
    Ok(reading)
}

/// Puts the key, with its kind where it can have one. The directory is not asked here, so a key that
/// it cannot hold is told and not refused.
fn read_key(written: &str, reading: &mut Reading) {
    look_at(reading, Field::Key, written, KEY_LENGTH_MAX);
    let Ok(key) = Key::of(None, written) else {
        reading.find(Field::Key, Oddity::Form { example: "123e4567-e12b-12d1-a456-426655440000" });
        reading.request.put(Field::Key, written);
        return;
    };
    if key.text != written {
        reading.find(Field::Key, Oddity::NotNormalised);
    }
    reading.request.put(Field::Key, key.text);
    reading.request.put(Field::KeyType, key.kind);
}

/// Puts the address behind which the receiver's institution keeps amount, expiry and txid.
fn read_url(kind: &str, url: &str, reading: &mut Reading) {
    look_at(reading, Field::Url, url, URL_LENGTH_MAX);
    if url.contains("://") {
        reading.find(Field::Url, Oddity::Form { example: "pix.example.com/v2/1234" });
    }
    reading.request.put(Field::Url, url);
    reading.request.put(Field::Kind, kind);
    reading.find(Field::Url, Oddity::Issued);
}

/// Puts the reference. Examples of the central bank have a hyphen in it, which institutions refuse
/// in a static code; in a dynamic one it only informs.
fn read_txid(code: &Code<'_>, reading: &mut Reading) -> Result<(), Refusal> {
    code.put_labels(reading, &[(5, Field::Reference)]);
    let txid = code.sub(62, 5).ok_or(Refusal::new(Field::Reference, Flaw::Missing))?;
    if txid == NO_REFERENCE {
        reading.request.take(Field::Reference);
        return Ok(());
    }
    let found = txid.chars().count();
    if found > LABEL_LENGTH_MAX {
        reading.find(Field::Reference, Oddity::TooLong { max: LABEL_LENGTH_MAX, found });
    }
    if let Some((at, found)) = foreign_in_txid(txid) {
        reading.find(Field::Reference, Oddity::ForeignSign { at, found, why: None });
    }
    Ok(())
}
