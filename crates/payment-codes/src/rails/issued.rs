//! Codes that only an issuer makes: an amount is added where the scheme lets a payee, otherwise
//! they are shown as they are and the donor types the amount.

use super::account::Ask;
use super::placing::InPlace;
use super::traits::Maker;
use crate::{Field, Flaw, Oddity, Options, Reading, Refusal, Request, Standard};

/// Reads the code that the issuer gave out, if gifts of any amount can be asked for with it.
///
/// # Errors
/// At [`Field::BasePayload`]: what is wrong with the code; [`Flaw::OneTime`] for one that is used
/// up by a payment or by time; [`Flaw::NotWith`] for one that has an amount of its own.
pub(super) fn read(standard: Standard, text: &str) -> Result<Reading, Refusal> {
    let refuse = |flaw| Refusal::new(Field::BasePayload, flaw);
    let reading = standard.decode(text, Options::default()).map_err(|refusal| {
        // The encoder names the code as what is wrong, not a part of it that nobody typed.
        let request = Request::new().with(Field::BasePayload, text);
        standard.encode(&request).err().unwrap_or(refusal)
    })?;
    let is_used_up = reading.findings.iter().any(|finding| finding.oddity == Oddity::OneTime)
        || reading.request.word(Field::Poi) == Some("12");
    if is_used_up {
        return Err(refuse(Flaw::OneTime));
    }
    match reading.request.word(Field::Amount) {
        Some(_) => Err(refuse(Flaw::NotWith { other: Field::Amount })),
        None => Ok(reading),
    }
}

/// Puts an amount and the number into the code where they may be put, as much of it as may.
pub(super) fn placed(place: InPlace, standard: Standard, ask: &Ask<'_>) -> InPlace {
    let place = place.without(Field::PayeeName);
    let as_it_is = place.clone().without_amount().without_number();
    if ask.amount.is_none() || standard.maker() == Maker::IssuerAlone {
        return as_it_is;
    }
    let whole = place.numbered(ask.number, "");
    let candidates = [whole.clone(), whole.without_number()];
    let bound = |place: &InPlace| place.encode(standard).is_err_and(|refusal| is_bound(&refusal));
    candidates.into_iter().find(|place| !bound(place)).unwrap_or(as_it_is)
}

/// Tells that the code may not be changed so; an amount that cannot be is another matter.
fn is_bound(refusal: &Refusal) -> bool {
    matches!(refusal.flaw, Flaw::Bound | Flaw::NotCarried)
}

/// Tells whether a code says of its payee what the issuer's own says.
pub(super) fn pays_the_same(base: &Request, read: &Request) -> bool {
    use Field as F;
    let ours = [F::Poi, F::Amount, F::Reference, F::Additional, F::BasePayload];
    base.iter()
        .filter(|(field, _)| !ours.contains(field))
        .all(|(field, value)| read.value(field) == Some(value))
}
