//! Names of things in the books. What an entry creates is named by desk and sequence number.

use std::fmt;

/// One desk: one books folder of one organisation, named by 128 random bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeskId(pub [u8; 16]);

/// One person at a desk, named by 128 random bits. The name stands outside the journal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PersonId(pub [u8; 16]);

impl fmt::Display for DeskId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for DeskId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name {
            /// The desk that wrote the first entry about it.
            pub desk: DeskId,
            /// The sequence number of that entry on that desk, from 1.
            pub seq: u64,
        }
    };
}

id!(
    /// One drive, named by the entry that opened it.
    DriveId
);
id!(
    /// One gift, named by its first entry: the ask, or the cash received.
    GiftId
);
id!(
    /// One account gifts are paid to, named by the entry that declared it.
    AccountId
);
