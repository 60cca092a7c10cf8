//! Donors who gave a name: known to the journal by a random id and a commitment.

use std::collections::BTreeSet;

use crate::{Commitment, GiftId};

/// Why what is kept of a donor was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErasureReason {
    /// The donor asked for it.
    Asked,
    /// The time it may be kept was over.
    Expired,
}

/// A donor as the journal tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Donor {
    /// Commitment to what is kept, as it was said last.
    pub values: Commitment,
    /// The gifts that were given under the name.
    pub gifts: BTreeSet<GiftId>,
    /// Why it was erased, once it was.
    pub erased: Option<ErasureReason>,
}
