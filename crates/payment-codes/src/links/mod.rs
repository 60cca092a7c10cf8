//! Payment links. To be written.

use crate::{Encoded, Field, Flaw, Options, Reading, Refusal, Request, Standard};

pub(crate) fn encode(_: &Request) -> Result<Encoded, Refusal> {
    Err(Refusal::new(Field::Payload, Flaw::OtherStandard))
}

pub(crate) fn decode(_: &str, _: Options) -> Result<Reading, Refusal> {
    Err(Refusal::new(Field::Payload, Flaw::OtherStandard))
}

/// Tells which standard a text is written in.
pub(crate) fn recognise(_: &str) -> Option<Standard> {
    None
}
