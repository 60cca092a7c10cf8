//! Codes for tests, written tag by tag.

use super::tlv;

/// Writes tags in this order, empty ones too.
pub(crate) fn tags(tags: &[(u8, &str)]) -> String {
    let write = |(id, value): &(u8, &str)| format!("{id:02}{:02}{value}", value.chars().count());
    tags.iter().map(write).collect()
}

/// Writes tags with the checksum behind them.
pub(crate) fn code(parts: &[(u8, &str)]) -> String {
    let mut text = tags(parts);
    tlv::push_checksum(&mut text);
    text
}

/// Writes the tags of a code with some in place of its own, or out of it where they are empty.
pub(crate) fn changed(parts: &[(u8, &str)], changes: &[(u8, &str)]) -> String {
    let mut parts = parts.to_vec();
    for (id, value) in changes {
        parts.retain(|(known, _)| known != id);
        parts.push((*id, value));
    }
    parts.retain(|(_, value)| !value.is_empty());
    parts.sort_by_key(|(id, _)| *id);
    code(&parts)
}
