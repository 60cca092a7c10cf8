//! From the request to the text of an ERC-681 URI.

use super::{CURRENCY, ETHER, SCHEME, address, in_ether, is_ether, number};
use crate::coins::uri;
use crate::{Encoded, Field, Flaw, Refusal, Request};

const FIELDS: [Field; 7] = [
    Field::Address,
    Field::ChainId,
    Field::Amount,
    Field::Currency,
    Field::Wei,
    Field::TokenTo,
    Field::Units,
];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    request.holds_only(&FIELDS)?;
    let address = address::written(Field::Address, request.needed(Field::Address)?)?;
    let chain = chain_to_write(request)?;
    let at = chain.as_deref().map(|chain| format!("@{chain}")).unwrap_or_default();
    let payload = format!("{SCHEME}:{address}{at}");
    let Some(payee) = request.text(Field::TokenTo)? else {
        let wei = wei_to_write(request, chain.as_deref())?;
        return uri::with_query(payload, wei.map(|wei| ("value", wei))).map(Encoded::from);
    };
    for field in [Field::Wei, Field::Amount, Field::Currency] {
        if uri::is_given(request, field) {
            return Err(Refusal::new(field, Flaw::NotWith { other: Field::TokenTo }));
        }
    }
    let payee = ("address", address::written(Field::TokenTo, payee)?);
    let units = number::digits(request, Field::Units)?.map(|units| ("uint256", units));
    let parameters = [Some(payee), units].into_iter().flatten();
    uri::with_query(format!("{payload}/transfer"), parameters).map(Encoded::from)
}

fn chain_to_write(request: &Request) -> Result<Option<String>, Refusal> {
    number::digits(request, Field::ChainId)?.map(|digits| number::chain_id(&digits)).transpose()
}

/// The amount in wei, which may also be given in ether where the chain's coin is ether.
fn wei_to_write(request: &Request, chain: Option<&str>) -> Result<Option<String>, Refusal> {
    if uri::is_given(request, Field::Units) {
        return Err(Refusal::new(Field::Units, Flaw::Needs { other: Field::TokenTo }));
    }
    uri::currency(request, &[CURRENCY])?;
    let ether = request.text(Field::Amount)?;
    let named = if ether.is_some() { Some(Field::Amount) } else { None };
    let named = named.or(request.text(Field::Currency)?.map(|_| Field::Currency));
    if let (Some(field), false) = (named, is_ether(chain)) {
        return Err(Refusal::new(field, Flaw::Needs { other: Field::ChainId }));
    }
    let ether = ether.map(in_wei).transpose()?;
    let wei = number::digits(request, Field::Wei)?;
    wei.as_deref().map(in_ether).transpose()?;
    match (wei, ether) {
        (Some(wei), Some(ether)) if wei != ether => {
            Err(Refusal::new(Field::Amount, Flaw::NotWith { other: Field::Wei }))
        }
        (wei, ether) => Ok(wei.or(ether)),
    }
}

fn in_wei(ether: &str) -> Result<String, Refusal> {
    match ETHER.units(Field::Amount, ether)? {
        0 => Err(Refusal::new(Field::Amount, Flaw::Zero)),
        wei => Ok(wei.to_string()),
    }
}
