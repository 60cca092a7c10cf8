//! What is typed about a donor: checked, and packed to be sealed.

use std::collections::BTreeMap;

use groat_books::{DonorField, KeptField, Purpose};
use groat_ledger::{Commitment, DonorId, GiftId, Salt};
use groat_phrases::Arg;
use jiff::civil::Date;
use zeroize::Zeroizing;

use crate::texts::{line, named_line};
use crate::{Code, Fault};

/// The longest name, in characters.
const NAME_MAX: usize = 100;
/// The longest contact.
const CONTACT_MAX: usize = 200;
/// The longest message.
const MESSAGE_MAX: usize = 500;
/// The longest tax number.
const TAX_MAX: usize = 40;
/// The version of what is sealed.
const VERSION: u8 = 1;
/// Sealed texts are as long as a multiple of this, so that their length tells little.
const STEP: usize = 256;

/// What somebody wants noted with a gift. What is empty was not said.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NewDonor {
    /// The name.
    pub name: String,
    /// How to reach them.
    pub contact: String,
    /// What they said.
    pub message: String,
    /// Whether that may be shown.
    pub may_show: bool,
    /// What the tax office knows them by.
    pub tax_number: String,
}

/// Never shows what was said.
impl std::fmt::Debug for NewDonor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewDonor(***)")
    }
}

impl NewDonor {
    /// Trims what was typed and refuses what does not belong there.
    pub(crate) fn check(&self) -> Result<NewDonor, Fault> {
        let codes = (Code::DonorNameEmpty, Code::DonorTextTooLong);
        let name = named_line(&self.name, "name", NAME_MAX, codes);
        Ok(NewDonor {
            name: name.map_err(|fault| match fault.code {
                Code::DonorTextTooLong => fault.with("field", "name"),
                _ => fault,
            })?,
            contact: short_line(&self.contact, "contact", CONTACT_MAX)?,
            message: short_line(&self.message, "message", MESSAGE_MAX)?,
            may_show: self.may_show && !self.message.trim().is_empty(),
            tax_number: short_line(&self.tax_number, "tax_number", TAX_MAX)?,
        })
    }

    /// Packs what is sealed: a version, whether the message may be shown, and each text with its
    /// length in two bytes, filled up with zeros.
    pub(crate) fn pack(&self) -> Zeroizing<Vec<u8>> {
        let texts = [&self.name, &self.contact, &self.message, &self.tax_number];
        let length = 2 + texts.iter().map(|text| 2 + text.len()).sum::<usize>();
        let mut packed = Zeroizing::new(Vec::with_capacity(length.next_multiple_of(STEP)));
        packed.extend_from_slice(&[VERSION, u8::from(self.may_show)]);
        for text in texts {
            // Checked texts have at most 500 characters.
            packed.extend_from_slice(&u16::try_from(text.len()).unwrap_or(0).to_be_bytes());
            packed.extend_from_slice(text.as_bytes());
        }
        packed.resize(length.next_multiple_of(STEP), 0);
        packed
    }

    /// Reads what was packed; `None` where it was not.
    pub(crate) fn unpack(packed: &[u8]) -> Option<NewDonor> {
        let [VERSION, may_show, rest @ ..] = packed else { return None };
        let mut rest = rest;
        let mut text = || {
            let (length, after) = rest.split_first_chunk::<2>()?;
            let (bytes, after) = after.split_at_checked(u16::from_be_bytes(*length).into())?;
            rest = after;
            String::from_utf8(bytes.to_vec()).ok()
        };
        let (name, contact, message, tax_number) = (text()?, text()?, text()?, text()?);
        Some(NewDonor { name, contact, message, may_show: *may_show != 0, tax_number })
    }

    /// The commitment to all that was said.
    pub(crate) fn commitment(&self, salt: &Salt) -> Commitment {
        let shown = if self.may_show { "shown" } else { "kept" };
        let (name, contact) = (self.name.as_str(), self.contact.as_str());
        Commitment::to(salt, &["donor", name, contact, &self.message, shown, &self.tax_number])
    }

    /// What is kept of it, each value with what for and until when. The tax number is handed in as
    /// it is kept.
    pub(crate) fn fields(
        &self,
        tax_number: Vec<u8>,
        tax_until: Option<Date>,
    ) -> BTreeMap<DonorField, KeptField> {
        let said = |text: &str, purpose| {
            let delete_on = tax_until.filter(|_| purpose == Purpose::Tax);
            let value = Zeroizing::new(text.as_bytes().to_vec());
            KeptField { purpose, value, delete_on, is_shown: false }
        };
        let has_tax = !self.tax_number.is_empty();
        let name = if has_tax { Purpose::Tax } else { Purpose::Books };
        let mut fields = BTreeMap::from([(DonorField::Name, said(&self.name, name))]);
        if !self.contact.is_empty() {
            fields.insert(DonorField::Contact, said(&self.contact, Purpose::Thanks));
        }
        if !self.message.is_empty() {
            let purpose = if self.may_show { Purpose::Display } else { Purpose::Thanks };
            let message = said(&self.message, purpose);
            let message = KeptField { is_shown: self.may_show, ..message };
            fields.insert(DonorField::Message, message);
        }
        if has_tax {
            let value = Zeroizing::new(tax_number);
            let number = KeptField { value, ..said("", Purpose::Tax) };
            fields.insert(DonorField::TaxNumber, number);
        }
        fields
    }
}

fn short_line(text: &str, field: &'static str, max: usize) -> Result<String, Fault> {
    let text = line(text, field, Arg::from(field))?;
    let found = text.chars().count();
    if found > max {
        let fault = Fault::new(Code::DonorTextTooLong).with("field", field);
        return Err(fault.with("max", max).with("found", found).at(field));
    }
    Ok(text)
}

/// What a sealed note is bound to: its gift, and the donor it will be.
pub(crate) fn note_context(gift: GiftId, donor: DonorId) -> Vec<u8> {
    [&gift.desk.0[..], &gift.seq.to_be_bytes(), &donor.0].concat()
}

/// What an encrypted tax number is bound to.
pub(crate) fn tax_context(donor: DonorId) -> Vec<u8> {
    [b"tax number of ", &donor.0[..]].concat()
}

/// A tax number but for its last signs; of a short one nothing is shown.
pub(crate) fn masked(number: &str) -> String {
    let signs: Vec<char> = number.chars().filter(|sign| sign.is_alphanumeric()).collect();
    let shown = if signs.len() > 6 { signs.get(signs.len() - 3..) } else { None };
    let shown: String = shown.unwrap_or_default().iter().collect();
    format!("••• {shown}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said() -> NewDonor {
        NewDonor {
            name: "Ünal".into(),
            contact: "unal@example.org".into(),
            message: "For the wéll".into(),
            may_show: true,
            tax_number: "12 345 678 901".into(),
        }
    }

    #[test]
    fn what_is_packed_comes_back_and_shows_no_length() {
        let short = NewDonor { name: "A".into(), ..NewDonor::default() };
        for donor in [said(), short, NewDonor::default()] {
            let packed = donor.pack();
            assert_eq!(packed.len(), STEP);
            assert_eq!(NewDonor::unpack(&packed), Some(donor));
        }
        let mut packed = said().pack();
        packed.truncate(20);
        assert_eq!(NewDonor::unpack(&packed), None);
        assert_eq!(NewDonor::unpack(&[2; STEP]), None);
    }

    #[test]
    fn each_value_is_kept_for_one_purpose() {
        let until = Some(jiff::civil::date(2037, 1, 1));
        let purposes = |donor: &NewDonor| -> Vec<_> {
            let fields = donor.fields(vec![1], until);
            fields.into_iter().map(|(field, kept)| (field, kept.purpose, kept.delete_on)).collect()
        };
        let all = [
            (DonorField::Name, Purpose::Tax, until),
            (DonorField::Contact, Purpose::Thanks, None),
            (DonorField::Message, Purpose::Display, None),
            (DonorField::TaxNumber, Purpose::Tax, until),
        ];
        assert_eq!(purposes(&said()), all);
        let quiet = NewDonor { may_show: false, tax_number: String::new(), ..said() };
        let kept = [
            (DonorField::Name, Purpose::Books, None),
            (DonorField::Contact, Purpose::Thanks, None),
            (DonorField::Message, Purpose::Thanks, None),
        ];
        assert_eq!(purposes(&quiet), kept);
    }

    #[test]
    fn a_masked_number_shows_its_end_alone() {
        assert_eq!(masked("12 345 678 901"), "••• 901");
        assert_eq!(masked("123456"), "•••");
        assert_eq!(masked(""), "•••");
    }
}
