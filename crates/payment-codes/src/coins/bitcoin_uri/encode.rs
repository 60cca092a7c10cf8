//! From the request to the text of a Bitcoin URI.

use super::address;
use super::{BITCOIN, CURRENCY, SCHEME};
use crate::coins::uri;
use crate::coins::{bolt11, bolt12};
use crate::{Encoded, Field, Flaw, Refusal, Request};

const FIELDS: [Field; 9] = [
    Field::Address,
    Field::Amount,
    Field::Currency,
    Field::Bc,
    Field::Label,
    Field::Lightning,
    Field::Lno,
    Field::Message,
    Field::Sp,
];

pub(crate) fn encode(request: &Request) -> Result<Encoded, Refusal> {
    if !uri::texts(request, Field::Tb)?.is_empty() {
        return Err(Refusal::new(Field::Tb, Flaw::OtherNetwork));
    }
    request.holds_only(&FIELDS)?;
    uri::currency(request, &[CURRENCY])?;
    let address = request.text(Field::Address)?;
    let address = address.map(|text| address::checked(Field::Address, text)).transpose()?;
    let instructions = instructions(request)?;
    if address.is_none() && instructions.is_empty() {
        return Err(Refusal::new(Field::Address, Flaw::Missing));
    }
    let amount = request.text(Field::Amount)?;
    let amount = amount.map(|text| BITCOIN.amount(Field::Amount, text)).transpose()?;
    let once = [
        ("amount", amount),
        ("label", uri::text_to_write(request, Field::Label)?),
        ("message", uri::text_to_write(request, Field::Message)?),
    ];
    let once = once.into_iter().filter_map(|(key, value)| Some((key, value?)));
    let mut parameters: Vec<(&str, String)> = once.chain(instructions).collect();
    // Keeps those of one key in their order.
    parameters.sort_by_key(|(key, _)| *key);
    let payload = format!("{SCHEME}:{}", address.unwrap_or_default());
    uri::with_query(payload, parameters).map(Encoded::from)
}

/// What can be paid besides the address.
fn instructions(request: &Request) -> Result<Vec<(&'static str, String)>, Refusal> {
    let mut instructions = Vec::new();
    for text in uri::texts(request, Field::Bc)? {
        instructions.push(("bc", address::checked_segwit(Field::Bc, text, "bc")?));
    }
    for text in uri::texts(request, Field::Lightning)? {
        let invoice = bolt11::read(text)?;
        invoice.on_main_network()?;
        agrees(request, &invoice)?;
        instructions.push(("lightning", text.to_owned()));
    }
    for text in uri::texts(request, Field::Lno)? {
        instructions.push(("lno", bolt12::joined_on_main(text)?));
    }
    for text in uri::texts(request, Field::Sp)? {
        instructions.push(("sp", address::silent_payment(Field::Sp, text)?));
    }
    Ok(instructions)
}

/// Refuses an invoice over another amount than the address is to be paid.
fn agrees(request: &Request, invoice: &bolt11::Invoice) -> Result<(), Refusal> {
    let (Some(text), Some(asked)) = (request.text(Field::Amount)?, invoice.amount()) else {
        return Ok(());
    };
    if BITCOIN.amount(Field::Amount, text)? != asked {
        return Err(Refusal::new(Field::Amount, Flaw::NotWith { other: Field::Lightning }));
    }
    Ok(())
}
