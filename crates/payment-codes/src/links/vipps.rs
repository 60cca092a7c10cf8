//! Vipps in Norway: a code of the portal.
//!
//! Standard: Vipps MobilePay, QR API (merchant redirect and one-time codes), made on its servers
//! only. `https://qr.vipps.no/…`; bank transfers carry a KID instead.
//!
//! # Limits
//! There is no form that can be made offline. Read and shown as it is.

use super::opened::Opened;
use super::{Provider, as_it_stands};
use crate::Refusal;

pub(super) const PROVIDER: Provider = Provider {
    names: &["vipps"],
    hosts: &["qr.vipps.no"],
    schemes: &["vipps"],
    encode: |request| as_it_stands(request, Some(&PROVIDER)),
    decode,
};

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    opened.keep_as_issued();
    Ok(())
}
