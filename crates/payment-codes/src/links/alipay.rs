//! Alipay in China: a code of the app or of a contract.
//!
//! Standard: none that is published. `https://qr.alipay.com/<token>`, often in capitals, and
//! `alipays://` into the app.
//!
//! # Limits
//! The token says nothing, and a personal code may not be used by an organisation. Read and shown
//! as it is.

use super::opened::Opened;
use super::{Provider, as_it_stands};
use crate::Refusal;

pub(super) const PROVIDER: Provider = Provider {
    names: &["alipay"],
    hosts: &["qr.alipay.com", "mobilecodec.alipay.com"],
    schemes: &["alipays", "alipayqr"],
    encode: |request| as_it_stands(request, Some(&PROVIDER)),
    decode,
};

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    opened.keep_as_issued();
    Ok(())
}
