//! Touch 'n Go eWallet in Malaysia: a code of the app.
//!
//! Standard: none that is published. `https://qr.tngdigital.com.my/m/<token>`, in use on donation
//! posters (github.com/khrnchn/sedekah-je).
//!
//! # Limits
//! Holds no EMV data. Read and shown as it is.

use super::opened::Opened;
use super::{Provider, as_it_stands};
use crate::Refusal;

pub(super) const PROVIDER: Provider = Provider {
    names: &["touch-n-go"],
    hosts: &["qr.tngdigital.com.my", "payment.tngdigital.com.my"],
    schemes: &["tngdwallet"],
    encode: |request| as_it_stands(request, Some(&PROVIDER)),
    decode,
};

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    opened.keep_as_issued();
    Ok(())
}
