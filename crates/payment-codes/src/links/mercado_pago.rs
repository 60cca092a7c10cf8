//! Mercado Pago in Latin America: a short link to a page of the payee.
//!
//! Standard: none that is published. `https://mpago.la/<id>`, `https://link.mercadopago…/<name>`.
//! Argentine codes of the EMV family hold such a link too.
//!
//! # Limits
//! Amount and payee stand on the page. Read and shown as it is.

use super::opened::Opened;
use super::{Provider, as_it_stands};
use crate::Refusal;

pub(super) const PROVIDER: Provider = Provider {
    names: &["mercado-pago"],
    hosts: &[
        "mpago.la",
        "mpago.li",
        "link.mercadopago.com.ar",
        "link.mercadopago.com.br",
        "link.mercadopago.com.mx",
    ],
    schemes: &[],
    encode: |request| as_it_stands(request, Some(&PROVIDER)),
    decode,
};

fn decode(opened: &mut Opened<'_>) -> Result<(), Refusal> {
    opened.keep_as_issued();
    Ok(())
}
