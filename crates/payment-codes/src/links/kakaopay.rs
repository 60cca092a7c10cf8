//! KakaoPay in Korea: the code of a personal account.
//!
//! Standard: none that is published. `https://qr.kakaopay.com/<id>`; with an amount, hexadecimal
//! digits follow whose last places nobody explains.
//!
//! # Limits
//! The amount is not read out of it, and none is put in: use the code that the app exports.

use super::opened::Opened;
use super::{Provider, as_it_stands};
use crate::Refusal;

pub(super) const PROVIDER: Provider = Provider {
    names: &["kakaopay"],
    hosts: &["qr.kakaopay.com", "link.kakaopay.com"],
    schemes: &["kakaotalk", "kakaopay"],
    encode: |request| as_it_stands(request, Some(&PROVIDER)),
    decode,
};

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    opened.keep_as_issued();
    Ok(())
}
