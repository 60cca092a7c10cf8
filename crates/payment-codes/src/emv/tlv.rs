//! The grammar of EMVCo codes: tag, length, value, and the checksum over all of it.
//!
//! Standard: EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode, version 1.1
//! (November 2020), sections 3.2 and 4.7. A tag is two digits, a length two digits from 01 to 99;
//! lengths count characters, the checksum counts UTF-8 bytes.

use crc::{CRC_16_IBM_3740, Crc};

use crate::{Field, Flaw, Refusal};

/// A tag with its value, in the order of the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// 0 to 99.
    pub(crate) id: u8,
    /// What stands behind tag and length.
    pub(crate) value: &'a str,
}

/// The grammar breaks at this tag: `59`, or `26-01` inside a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BrokenAt(pub(crate) String);

impl From<BrokenAt> for Flaw {
    fn from(BrokenAt(place): BrokenAt) -> Flaw {
        Flaw::Broken { place }
    }
}

/// Parts a text, or the value of a template, into its tags.
///
/// # Errors
/// [`BrokenAt`], with the prefix before the tag: `26-` makes `26-01`.
pub(crate) fn part<'a>(text: &'a str, prefix: &str) -> Result<Vec<Tag<'a>>, BrokenAt> {
    let named = |BrokenAt(place)| BrokenAt(format!("{prefix}{place}"));
    tags(text).map(|tag| tag.map_err(named)).collect()
}

/// Walks over the tags of a text. A place at which the grammar breaks is the last thing it gives.
pub(crate) fn tags(text: &str) -> impl Iterator<Item = Result<Tag<'_>, BrokenAt>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let begun = rest;
        let next = first(begun);
        rest = next.as_ref().map_or("", |(_, rest)| *rest);
        Some(next.map(|(tag, _)| tag).ok_or_else(|| BrokenAt(begun.chars().take(2).collect())))
    })
}

/// Parts the first tag from what follows it.
fn first(text: &str) -> Option<(Tag<'_>, &str)> {
    let id = two_digits(text)?;
    let length = usize::from(text.get(2..).and_then(two_digits)?);
    let behind = text.get(4..)?;
    let is_ascii = behind.as_bytes().get(..length).is_some_and(<[u8]>::is_ascii);
    let end = if is_ascii {
        length
    } else {
        let starts = behind.char_indices().map(|(at, _)| at);
        starts.chain([behind.len()]).nth(length)?
    };
    let (value, rest) = behind.split_at_checked(end)?;
    Some((Tag { id, value }, rest))
}

fn two_digits(text: &str) -> Option<u8> {
    text.get(..2).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}

/// Adds a tag with its length; an empty value adds nothing.
///
/// # Errors
/// [`Flaw::TooLong`] at `field` where the value has more than 99 characters.
pub(crate) fn push(text: &mut String, field: Field, id: u8, value: &str) -> Result<(), Refusal> {
    let found = value.chars().count();
    if found > 99 {
        return Err(Refusal::new(field, Flaw::TooLong { max: 99, found }));
    }
    if found > 0 {
        text.push_str(&format!("{id:02}{found:02}{value}"));
    }
    Ok(())
}

/// Adds tag 63: the checksum of everything before it and of its own tag and length.
pub(crate) fn push_checksum(text: &mut String) {
    text.push_str("6304");
    let checksum = checksum(text.as_bytes());
    text.push_str(&format!("{checksum:04X}"));
}

/// CRC-16/IBM-3740: polynomial 1021, begun with FFFF, nothing reflected. Check: 29B1 over
/// `123456789`.
pub(crate) fn checksum(bytes: &[u8]) -> u16 {
    CHECKSUM.checksum(bytes)
}

const CHECKSUM: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_3740);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(checksum(b"123456789"), 0x29b1);
        assert_eq!(checksum(b""), 0xffff);
    }

    #[test]
    fn lengths_count_characters() {
        let tags = part("64200002ZH0104最佳运输0202北京5802FR", "").unwrap();
        assert_eq!(tags.iter().map(|tag| tag.id).collect::<Vec<_>>(), [64, 58]);
        let names = part(tags[0].value, "64-").unwrap();
        assert_eq!(names[1], Tag { id: 1, value: "最佳运输" });
        let mut text = String::new();
        push(&mut text, Field::NameLocal, 1, "最佳运输").unwrap();
        push(&mut text, Field::NameLocal, 2, "").unwrap();
        assert_eq!(text, "0104最佳运输");
    }

    #[test]
    fn a_break_is_told_by_its_tag() {
        for (text, place) in [
            ("5944AIDE", "x59"),
            ("59", "x59"),
            ("5", "x5"),
            ("5x04AIDE", "x5x"),
            ("590", "x59"),
            ("59+4AIDE", "x59"),
        ] {
            assert_eq!(part(text, "x"), Err(BrokenAt(place.to_owned())), "{text}");
        }
        assert_eq!(part("5200", "").unwrap(), [Tag { id: 52, value: "" }]);
    }
}
