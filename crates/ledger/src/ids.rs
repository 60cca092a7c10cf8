//! Names of things in the books. What an entry creates is named by desk and sequence number.

use std::fmt;

/// One desk: one books folder of one organisation, named by 128 random bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeskId(pub [u8; 16]);

/// One person at a desk, named by 128 random bits. The name stands outside the journal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PersonId(pub [u8; 16]);

/// One donor who gave a name, named by 128 random bits. What is known of them stands outside the
/// journal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DonorId(pub [u8; 16]);

macro_rules! in_hex {
    ($($name:ident),*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }
    )*};
}

in_hex!(DeskId, PersonId, DonorId);

macro_rules! read_in_hex {
    ($($name:ident),*) => {$(
        impl $name {
            /// Reads an id as it is written.
            #[must_use]
            pub fn parse(text: &str) -> Option<$name> {
                let digit = |sign: &u8| matches!(sign, b'0'..=b'9' | b'a'..=b'f');
                if text.len() != 32 || !text.as_bytes().iter().all(digit) {
                    return None;
                }
                u128::from_str_radix(text, 16).ok().map(|id| $name(id.to_be_bytes()))
            }
        }
    )*};
}

read_in_hex!(PersonId, DonorId);

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
