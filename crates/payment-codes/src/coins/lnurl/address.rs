//! Lightning addresses, `user@domain` (LUD-16).

use super::web;
use crate::{Field, Flaw, Refusal};

const FORM: Flaw = Flaw::Form { example: "donate@ngo.example" };

/// Returns the address on the web that a Lightning address stands for.
///
/// # Errors
/// [`Refusal`] of `lightning_address`: the user has small letters, digits, `-`, `_` and `.`, after
/// a `+` a tag of the same; the domain is a host's name with a dot, without a port.
///
/// ```
/// use groat_payment_codes::lightning_address_url;
/// let url = lightning_address_url("donate+42@ngo.example")?;
/// assert_eq!(url, "https://ngo.example/.well-known/lnurlp/donate+42");
/// # Ok::<(), groat_payment_codes::Refusal>(())
/// ```
pub fn lightning_address_url(address: &str) -> Result<String, Refusal> {
    let form = || Refusal::new(Field::LightningAddress, FORM);
    let (user, domain) = address.split_once('@').ok_or_else(form)?;
    if !is_user(user) || !web::is_host(domain) {
        return Err(form());
    }
    let domain = domain.to_ascii_lowercase();
    let scheme = if web::is_onion(&domain) { "http" } else { "https" };
    Ok(format!("{scheme}://{domain}/.well-known/lnurlp/{user}"))
}

/// Returns the LNURL of a Lightning address: what a code on paper should hold, because some
/// wallets do not read the address itself from a code.
///
/// # Errors
/// As [`lightning_address_url`].
///
/// ```
/// use groat_payment_codes::{Field, Options, Standard, lightning_address_lnurl};
/// let lnurl = lightning_address_lnurl("donate@ngo.example")?;
/// let reading = Standard::Lnurl.decode(&lnurl, Options::default())?;
/// let url = reading.request.word(Field::Url);
/// assert_eq!(url, Some("https://ngo.example/.well-known/lnurlp/donate"));
/// # Ok::<(), groat_payment_codes::Refusal>(())
/// ```
pub fn lightning_address_lnurl(address: &str) -> Result<String, Refusal> {
    super::lnurl(&lightning_address_url(address)?)
}

fn is_user(user: &str) -> bool {
    let signs = |text: &str| {
        let allowed = |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.');
        !text.is_empty() && text.bytes().all(allowed)
    };
    // A name of dots alone would lead to another place of the server.
    let (name, tag) = user.split_once('+').unwrap_or((user, "0"));
    signs(name) && name.bytes().any(|byte| byte != b'.') && tag.split('+').all(signs)
}
