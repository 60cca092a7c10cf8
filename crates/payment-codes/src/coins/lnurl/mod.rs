//! LNURL-pay and Lightning addresses: a fixed code that gives a new invoice for every scan.
//!
//! Standard: lnurl/luds 0318227: LUD-01 (the bech32 form and links that carry it), LUD-06 (what a
//! server answers), LUD-16 (`user@domain`), LUD-17 (`lnurlp://`).
//!
//! An LNURL is bech32 with the prefix `lnurl`, without limit of characters, of the address on the
//! web: `https`, or `http` on an onion host. A Lightning address stands for
//! `https://DOMAIN/.well-known/lnurlp/USER`. The payee needs a server that answers there.
//!
//! Fields: one of three. `url` is written as an LNURL in capitals; `lightning_address` gives the
//! address on the web that it stands for; `response`, the answer of a server (LUD-06, a table with
//! its own keys), is checked and gives an empty text. Read is `url`. The reference stands in the
//! address on the web: one for each reference, or `user+tag@domain`. There is no place for an
//! amount.
//!
//! # Incomplete support
//! LNURLs that say in their `tag` that they are for logging in, withdrawing or opening a channel
//! are refused. Host names in other letters than ASCII have to be given as the servers know them
//! (`xn--…`).
//!
//! # Limits
//! An LNURL must fit into a QR code at level M in alphanumeric mode. Names and passwords in the
//! address are refused.
//!
//! # Quirks
//! * `lightning:user@domain` is refused by Phoenix (ACINQ/phoenix issue 616) and LNbits
//!   (lnbits/lnbits issue 1224): encode the LNURL, print the address as text. It is read with a
//!   finding.
//! * Blink does not read `lnurlp://` (GaloyMoney/blink issue 3551); LUD-17 also lets a bare web
//!   address stand. Both are read, the latter with a finding, and neither is written.
//! * `lightning:` in any case is read; it is not written, because the bare form is shorter.

mod address;
mod json;
mod pay_request;
#[cfg(test)]
mod tests;
mod web;

pub use address::{lightning_address_lnurl, lightning_address_url};

use super::bech32_long;
use super::lightning::Wrapped;
use super::uri;
use crate::{Encoded, Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard};

const PREFIX: &str = "lnurl";
const FORM: Flaw = Flaw::Form { example: "https://ngo.example/.well-known/lnurlp/donate" };

/// The most characters of a QR code at level M in alphanumeric mode (ISO/IEC 18004, version 40).
const LENGTH_MAX: usize = 3391;

/// Tells whether a text begins as the bech32 form does.
pub(super) fn is_bech32(text: &str) -> bool {
    text.get(..6).is_some_and(|begin| begin.eq_ignore_ascii_case("lnurl1"))
}

/// Tells whether a text begins with the scheme of LUD-17.
pub(super) fn is_plain(text: &str) -> bool {
    uri::without_scheme(text, "lnurlp").is_some_and(|rest| rest.starts_with("//"))
}

/// Tells whether a text looks like a Lightning address.
pub(super) fn is_address(text: &str) -> bool {
    lightning_address_url(text).is_ok()
}

/// Returns the address on the web that a bech32 form holds.
///
/// # Errors
/// As [`bech32_long::read`], [`Flaw::OtherStandard`] for another prefix, [`Flaw::NotInCharset`],
/// [`Flaw::Form`] where it is no such address, [`Flaw::NotOneOf`] where it is not for paying.
pub(super) fn url_of(text: &str) -> Result<String, Refusal> {
    let refuse = |flaw| Refusal::new(Field::Payload, flaw);
    let parts = bech32_long::read(Field::Payload, text)?;
    if parts.prefix != PREFIX {
        return Err(refuse(Flaw::OtherStandard));
    }
    let bytes = bech32_long::bytes(&parts.words).ok_or_else(|| uri::broken(PREFIX))?;
    let url = String::from_utf8(bytes)
        .map_err(|error| refuse(Flaw::NotInCharset { at: error.utf8_error().valid_up_to() }))?;
    web::checked(Field::Url, &url)
}

/// Writes an address on the web as an LNURL.
fn lnurl(url: &str) -> Result<String, Refusal> {
    let lnurl = bech32_long::written(PREFIX, url.as_bytes());
    let lnurl = lnurl.ok_or_else(|| Refusal::new(Field::Url, FORM))?;
    match lnurl.len() {
        found if found > LENGTH_MAX => {
            Err(Refusal::new(Field::Payload, Flaw::TooManyBytes { max: LENGTH_MAX, found }))
        }
        _ => Ok(lnurl),
    }
}

pub(crate) fn decode(text: &str, _: Options) -> Result<Reading, Refusal> {
    let (mut reading, text) = uri::begun(Standard::Lnurl, text);
    let inner = match Wrapped::of(text) {
        Wrapped::Link(inner) => uri::decoded(Field::Payload, inner)?,
        _ => Wrapped::taken_off(&mut reading, text).to_owned(),
    };
    let url = if is_bech32(&inner) {
        url_of(&inner)?
    } else if is_plain(&inner) {
        web::of_plain(&inner)?
    } else if inner.contains('@') && !inner.contains("://") {
        reading.find(Field::LightningAddress, Oddity::Form { example: "LNURL1…" });
        lightning_address_url(&inner)?
    } else if inner.contains("://") {
        reading.find(Field::Url, Oddity::Form { example: "LNURL1…" });
        web::checked(Field::Url, &inner)?
    } else {
        return Err(Refusal::new(Field::Payload, Flaw::OtherStandard));
    };
    reading.request.put(Field::Url, url);
    Ok(reading)
}

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    let kinds = [Field::Url, Field::LightningAddress, Field::Response];
    request.holds_only(&kinds)?;
    let mut given = kinds.iter().filter(|field| uri::is_given(request, **field));
    let first = given.next().ok_or(Refusal::new(Field::Url, Flaw::Missing))?;
    if let Some(second) = given.next() {
        return Err(Refusal::new(*second, Flaw::NotWith { other: *first }));
    }
    let payload = match first {
        Field::Response => pay_request::check(request).map(|()| String::new()),
        Field::LightningAddress => lightning_address_url(request.needed(*first)?),
        _ => lnurl(&web::checked(Field::Url, request.needed(Field::Url)?)?),
    };
    payload.map(Encoded::from)
}
