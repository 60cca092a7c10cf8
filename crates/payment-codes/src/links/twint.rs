//! TWINT in Switzerland: a code by contract, of a bank or of RaiseNow.
//!
//! Standard: none that is published. `https://go.twint.ch/…`, `https://pay.raisenow.io/<id>`.
//!
//! # Limits
//! No code can be made without the contract. Read and shown as it is.

use super::opened::Opened;
use super::{Provider, as_it_stands};
use crate::Refusal;

pub(super) const PROVIDER: Provider = Provider {
    names: &["twint"],
    hosts: &["go.twint.ch", "pay.raisenow.io"],
    schemes: &[],
    encode: |request| as_it_stands(request, Some(&PROVIDER)),
    decode,
};

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    opened.keep_as_issued();
    Ok(())
}
