//! The key of one file of the books.

use std::fmt;
use std::fmt::Write as _;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The 32 bytes that one file is encrypted with. They are handed to the cipher as they are: no
/// passphrase is stretched here. Wiped when dropped, and never shown.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct FileKey([u8; 32]);

/// 64 digits, and the blob and its quotes around them.
const LENGTH: usize = 64 + 5;

impl FileKey {
    /// Takes 32 random bytes as the key.
    #[must_use]
    pub fn new(bytes: [u8; 32]) -> FileKey {
        FileKey(bytes)
    }

    /// The key as the cipher's pragma wants it: a blob, quoted.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        // As long as it gets, so that no half of it is left behind by growing.
        let mut text = Zeroizing::new(String::with_capacity(LENGTH));
        text.push_str("\"x'");
        for byte in self.0 {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        text.push_str("'\"");
        text
    }
}

impl fmt::Debug for FileKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileKey(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_quoted_blob_and_shows_nothing() {
        let key = FileKey::new([0xab; 32]);
        assert_eq!(*key.pragma(), format!("\"x'{}'\"", "ab".repeat(32)));
        assert_eq!(key.pragma().len(), LENGTH);
        assert_eq!(format!("{key:?}"), "FileKey(***)");
    }
}
