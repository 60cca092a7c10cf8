//! How drives, gifts and accounts are named outside the books: "12", or "2.12" for what a second
//! desk of the same file wrote.

use std::sync::Arc;

use groat_ledger::{AccountId, DeskId, DriveId, GiftId};

use crate::App;

/// The names of things in these books. Books of one desk, as nearly all are, need numbers alone.
#[derive(Debug, Clone)]
pub struct Ids(Arc<[DeskId]>);

/// Anything named by a desk and the number of an entry.
pub trait Named {
    /// The desk and the number.
    fn place(&self) -> (DeskId, u64);
}

macro_rules! named {
    ($($name:ident)*) => {
        $(impl Named for $name {
            fn place(&self) -> (DeskId, u64) {
                (self.desk, self.seq)
            }
        })*
    };
}

named!(AccountId DriveId GiftId);

impl Ids {
    /// Writes a name.
    #[must_use]
    pub fn text(&self, id: &impl Named) -> String {
        let (desk, seq) = id.place();
        match self.0.iter().position(|known| *known == desk) {
            Some(place) if place > 0 => format!("{}.{seq}", place + 1),
            _ => seq.to_string(),
        }
    }

    /// Reads a name; `None` where it can be none of these books.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<(DeskId, u64)> {
        let text = text.trim();
        let (place, seq) = text.split_once('.').unwrap_or(("1", text));
        let place: usize = place.parse().ok()?;
        Some((*self.0.get(place.checked_sub(1)?)?, seq.parse().ok()?))
    }
}

impl App {
    /// The names of things in these books.
    #[must_use]
    pub fn ids(&self) -> Ids {
        Ids(self.books.desks().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let (first, second) = (DeskId([1; 16]), DeskId([2; 16]));
        let ids = Ids([first, second].into());
        assert_eq!(ids.text(&DriveId { desk: first, seq: 12 }), "12");
        assert_eq!(ids.text(&GiftId { desk: second, seq: 12 }), "2.12");
        assert_eq!(ids.read("12"), Some((first, 12)));
        assert_eq!(ids.read(" 2.12 "), Some((second, 12)));
        for text in ["", "x", "0.1", "3.1", "1.", ".1", "-1", "1.2.3"] {
            assert_eq!(ids.read(text), None, "{text}");
        }
    }
}
