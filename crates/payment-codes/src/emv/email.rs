//! The form of an e-mail address, as far as directories of accounts check it.

/// Tells whether a text is an address: the local signs of RFC 5322 without quoting, one `@`, and a
/// host of at least two labels.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let local_sign =
        |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let is_label = |label: &str| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    !local.is_empty()
        && local.bytes().all(local_sign)
        && host.contains('.')
        && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_local_part_and_a_host() {
        for right in ["a@b.c", "Give+x_y@ngo.example", "FPS_Identifier_CRC201D@ird.gov.hk"] {
            assert!(is_email(right), "{right}");
        }
        for wrong in [
            "", "@", "a@b", "@b.c", "a@", "a@.c", "a@b.", "a@b..c", "a@@b.c", "a b@c.d", "a@-b.c",
            "a@b-.c", "é@b.c", "a@b.c d", "a@b_c.d",
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }
}
