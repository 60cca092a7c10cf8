//! A code that is being written: tags put in any order come out ascending, 63 last, none empty.
//!
//! Lengths that the grammar itself has are checked when the text is written; narrower ones are the
//! matter of each standard. Ascending order is what the official samples of PIX, KHQR and VietQR
//! have and what the strictest readers expect.

use std::collections::BTreeMap;

use super::code::{Code, LENGTH_MAX};
use super::tlv;
use crate::{Encoded, Field, Flaw, Refusal};

/// A code that is being written, or that of an issuer which is being added to.
#[derive(Debug)]
pub(crate) struct Draft {
    tags: BTreeMap<u8, (Field, Content)>,
}

#[derive(Debug)]
enum Content {
    Text(String),
    Template(BTreeMap<u8, (Field, String)>),
}

impl Draft {
    /// Starts a code of format 01.
    pub(crate) fn new() -> Draft {
        let mut draft = Draft { tags: BTreeMap::new() };
        draft.put(0, Field::PayloadFormat, "01");
        draft
    }

    /// Starts from the code of an issuer: every tag stays as it is, the unknown ones too.
    pub(crate) fn of(code: &Code<'_>) -> Draft {
        let kept = code.parts().iter().filter(|part| part.id != 63);
        let kept =
            kept.map(|part| (part.id, (Field::BasePayload, Content::Text(part.value.into()))));
        Draft { tags: kept.collect() }
    }

    /// Puts a tag of the first level, in place of an earlier one. The field is the one that a
    /// refusal names.
    pub(crate) fn put(&mut self, id: u8, field: Field, value: impl Into<String>) {
        self.tags.insert(id, (field, Content::Text(value.into())));
    }

    /// Puts a tag of the first level where there is a value.
    pub(crate) fn put_some(&mut self, id: u8, field: Field, value: Option<impl Into<String>>) {
        if let Some(value) = value {
            self.put(id, field, value);
        }
    }

    /// Puts a sub-tag into a template, in place of an earlier one. A template of an issuer is taken
    /// apart for it; one that has no parts is replaced.
    pub(crate) fn put_in(&mut self, id: u8, sub: u8, field: Field, value: impl Into<String>) {
        let entry = self.tags.entry(id).or_insert((field, Content::Template(BTreeMap::new())));
        if let Content::Text(text) = &entry.1 {
            let kept = tlv::part(text, "").unwrap_or_default();
            let kept = kept.iter().map(|tag| (tag.id, (entry.0, tag.value.to_owned())));
            entry.1 = Content::Template(kept.collect());
        }
        if let Content::Template(subs) = &mut entry.1 {
            subs.insert(sub, (field, value.into()));
        }
    }

    /// Puts a sub-tag into a template where there is a value.
    pub(crate) fn put_some_in(
        &mut self,
        id: u8,
        sub: u8,
        field: Field,
        value: Option<impl Into<String>>,
    ) {
        if let Some(value) = value {
            self.put_in(id, sub, field, value);
        }
    }

    /// Writes the text.
    ///
    /// # Errors
    /// [`Flaw::TooLong`] where a value or a template has more than 99 characters (the field of the
    /// last sub-tag that was put is named) or the whole, at [`Field::Payload`], more than 512.
    pub(crate) fn write(self) -> Result<Encoded, Refusal> {
        let mut text = String::with_capacity(256);
        for (id, (field, content)) in self.tags {
            match content {
                Content::Text(value) => tlv::push(&mut text, field, id, &value)?,
                Content::Template(subs) => {
                    let (field, value) = template(field, subs)?;
                    tlv::push(&mut text, field, id, &value)?;
                }
            }
        }
        tlv::push_checksum(&mut text);
        match text.chars().count() {
            found if found > LENGTH_MAX => {
                Err(Refusal::new(Field::Payload, Flaw::TooLong { max: LENGTH_MAX, found }))
            }
            _ => Ok(text.into()),
        }
    }
}

fn template(field: Field, subs: BTreeMap<u8, (Field, String)>) -> Result<(Field, String), Refusal> {
    let mut text = String::new();
    let mut last = field;
    for (id, (field, value)) in subs {
        tlv::push(&mut text, field, id, &value)?;
        if field != Field::BasePayload {
            last = field;
        }
    }
    Ok((last, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_ascend_and_empty_ones_are_left_out() {
        let mut draft = Draft::new();
        draft.put(58, Field::Country, "FR");
        draft.put(99, Field::Unreserved, "X");
        draft.put_in(62, 5, Field::Reference, "R");
        draft.put_in(62, 1, Field::BillNumber, "B");
        draft.put_in(62, 8, Field::Message, "");
        draft.put_in(64, 1, Field::NameLocal, "");
        draft.put(54, Field::Amount, "");
        draft.put_some(1, Field::Poi, None::<String>);
        let payload = draft.write().unwrap().payload;
        assert!(payload.starts_with("0002015802FR62100101B0501R9901X6304"), "{payload}");
        assert_eq!(payload.len(), 39);
    }

    #[test]
    fn what_is_too_long_is_refused_by_its_field() {
        let long = |count: usize| "A".repeat(count);
        let too_long = |draft: Draft| match draft.write() {
            Err(Refusal { field, flaw: Flaw::TooLong { found, .. } }) => Some((field, found)),
            _ => None,
        };
        let with = |first: usize, second: usize| {
            let mut draft = Draft::new();
            draft.put_in(26, 0, Field::Key, long(first));
            draft.put_in(26, 2, Field::Message, long(second));
            draft
        };
        assert_eq!(too_long(with(40, 51)), None);
        assert_eq!(too_long(with(40, 52)), Some((Field::Message, 100)));
        assert_eq!(too_long(with(100, 1)), Some((Field::Key, 100)));
        let mut draft = Draft::new();
        (2..6).for_each(|id| draft.put(id, Field::Accounts, long(99)));
        draft.put(6, Field::Accounts, long(82));
        assert_eq!(too_long(draft), None);
        let mut draft = Draft::new();
        (2..6).for_each(|id| draft.put(id, Field::Accounts, long(99)));
        draft.put(6, Field::Accounts, long(83));
        assert_eq!(too_long(draft), Some((Field::Payload, 513)));
    }

    #[test]
    fn an_issuers_code_keeps_what_is_not_touched() {
        let text = "00020262130503X1Y0702T15802MY8203abc65012";
        let text = {
            let mut text = text.to_owned();
            tlv::push_checksum(&mut text);
            text
        };
        let code = Code::read(&text).unwrap();
        let mut draft = Draft::of(&code);
        draft.put_in(62, 6, Field::Reference, "Z");
        let payload = draft.write().unwrap().payload;
        assert!(
            payload.starts_with("0002025802MY62180503X1Y0601Z0702T1650128203abc6304"),
            "{payload}"
        );
    }
}
