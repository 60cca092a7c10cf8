//! To be written.

use crate::{Encoded, Field, Flaw, Options, Reading, Refusal, Request};

pub(crate) fn encode(_: &Request) -> Result<Encoded, Refusal> {
    Err(Refusal::new(Field::Payload, Flaw::OtherStandard))
}

pub(crate) fn decode(_: &str, _: Options) -> Result<Reading, Refusal> {
    Err(Refusal::new(Field::Payload, Flaw::OtherStandard))
}

pub(crate) fn address_url(_: &str) -> Result<String, Refusal> {
    Err(Refusal::new(Field::Payload, Flaw::OtherStandard))
}
