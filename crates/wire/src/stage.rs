//! What the donor's window shows.

use groat_ledger::{DriveId, GiftId};

use crate::views::Screen;

/// The screen of the donor's window and what it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct Stage {
    pub(crate) drive: Option<DriveId>,
    pub(crate) gift: Option<GiftId>,
    pub(crate) screen: Screen,
}

impl Default for Stage {
    fn default() -> Stage {
        Stage { drive: None, gift: None, screen: Screen::Idle }
    }
}
