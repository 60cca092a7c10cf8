//! Addresses on the web, as far as LNURL uses them.

use super::FORM;
use crate::coins::uri;
use crate::{Field, Flaw, Refusal};

/// What an LNURL may be for by its `tag`; without one the server says it.
const TAGS: [&str; 1] = ["payRequest"];

/// Checks an address and returns it with scheme and host in small letters.
///
/// # Errors
/// [`Flaw::Form`] where it is not `https`, nor `http` on an onion host, or breaks RFC 3986;
/// [`Flaw::NotOneOf`] where its `tag` names another use than paying.
pub(super) fn checked(field: Field, text: &str) -> Result<String, Refusal> {
    let form = || Refusal::new(field, FORM);
    let (scheme, rest) = text.split_once("://").ok_or_else(form)?;
    let scheme = scheme.to_ascii_lowercase();
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let authority = authority.to_ascii_lowercase();
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (authority.as_str(), None),
    };
    let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    let safe = scheme == "https" || (scheme == "http" && is_onion(host));
    if !safe || !is_host(host) || !port_fits || !is_path(path) {
        return Err(form());
    }
    check_tag(field, path)?;
    Ok(format!("{scheme}://{authority}{path}"))
}

/// Returns the address that the scheme of LUD-17 stands for.
pub(super) fn of_plain(text: &str) -> Result<String, Refusal> {
    let (_, rest) = text.split_once("://").unwrap_or_default();
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let scheme = if is_onion(host) { "http" } else { "https" };
    checked(Field::Url, &format!("{scheme}://{rest}"))
}

/// Tells whether a host is one of the Tor network.
pub(super) fn is_onion(host: &str) -> bool {
    let tail = host.len().checked_sub(".onion".len()).and_then(|at| host.get(at..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(".onion"))
}

/// Tells whether a text is the name of a host that can be found from anywhere.
pub(super) fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=63).contains(&label.len())
            && label.bytes().all(allowed)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let mut labels = host.rsplit('.');
    let top = labels.next().unwrap_or_default();
    let is_number = top.bytes().all(|byte| byte.is_ascii_digit());
    host.len() <= 253 && host.contains('.') && !is_number && host.split('.').all(is_label)
}

fn is_path(path: &str) -> bool {
    let allowed =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    path.bytes().all(allowed) && uri::decoded(Field::Url, path).is_ok()
}

fn check_tag(field: Field, path: &str) -> Result<(), Refusal> {
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let tag = query.split('&').find_map(|parameter| parameter.strip_prefix("tag="));
    match tag {
        Some(tag) if !TAGS.contains(&tag) => {
            let flaw = Flaw::NotOneOf { allowed: &TAGS, found: tag.to_owned() };
            Err(Refusal::new(field, flaw))
        }
        _ => Ok(()),
    }
}
