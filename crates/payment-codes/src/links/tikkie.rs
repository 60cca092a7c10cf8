//! Tikkie in the Netherlands: a payment request made in the app or by contract.
//!
//! Standard: none that is published. `https://tikkie.me/pay/<token>`.
//!
//! # Limits
//! The token says nothing. Read and shown as it is.

use super::opened::Opened;
use super::{Provider, as_it_stands};
use crate::Refusal;

pub(super) const PROVIDER: Provider = Provider {
    names: &["tikkie"],
    hosts: &["tikkie.me"],
    schemes: &[],
    encode: |request| as_it_stands(request, Some(&PROVIDER)),
    decode,
};

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    opened.keep_as_issued();
    Ok(())
}
