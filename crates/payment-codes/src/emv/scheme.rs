//! Which scheme a code belongs to: told by the owner's name in sub-tag 00 of an account template,
//! or by the country together with something only that country's scheme writes.
//!
//! A code of a scheme that is not known here, or of none, is a plain EMVCo code. Nothing is
//! verified: a damaged code is told as far as its tags can be read.

use super::asked::is_digits;
use super::tlv::{self, Tag};
use crate::Standard;

/// Owners by their whole name; letters of either size are the same.
const OWNERS: &[(&str, Standard)] = &[
    ("br.gov.bcb.pix", Standard::Pix),
    ("SG.PAYNOW", Standard::PayNow),
    ("A000000727", Standard::VietQr),
    ("A000000775", Standard::VietQr),
    ("A0000006150001", Standard::DuitNow),
    ("hk.com.hkicl", Standard::Fps),
    ("ID.CO.QRIS.WWW", Standard::Qris),
    ("com.p2pqrpay", Standard::QrPh),
    ("ph.ppmi.p2m", Standard::QrPh),
    ("A000000524", Standard::BharatQr),
    ("fonepay.com", Standard::NepalPay),
    ("A005266284662577", Standard::LaoQr),
    ("GH.NET.GHIPSS.GHQR", Standard::GhQr),
    ("jp.or.paymentsjapan", Standard::Jpqr),
    ("com.mercadolibre", Standard::Argentina),
];

/// Owners by how their name begins.
const OWNERS_BEGIN: &[(&str, Standard)] = &[
    ("A000000677", Standard::PromptPay),
    ("NCHL", Standard::NepalPay),
    ("PK.RAAST", Standard::Raast),
    ("CO.COM.", Standard::BreB),
];

/// Tells the scheme of a code, by what can be read of it.
pub(crate) fn of(text: &str) -> Standard {
    let marks = Marks { tags: tlv::tags(text).map_while(Result::ok).collect() };
    let by_owner = marks.owners().find_map(|(_, owner)| owned(owner));
    by_owner.or_else(|| marks.by_country()).unwrap_or(Standard::Emv)
}

fn owned(owner: &str) -> Option<Standard> {
    let whole = OWNERS.iter().find(|(name, _)| name.eq_ignore_ascii_case(owner));
    let begins =
        |name: &str| owner.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    let found = whole.or_else(|| OWNERS_BEGIN.iter().find(|(name, _)| begins(name)));
    found.map(|(_, standard)| *standard)
}

struct Marks<'a> {
    tags: Vec<Tag<'a>>,
}

impl<'a> Marks<'a> {
    fn value(&self, id: u8) -> Option<&'a str> {
        self.tags.iter().find(|tag| tag.id == id).map(|tag| tag.value)
    }

    fn sub(&self, id: u8, sub: u8) -> Option<&'a str> {
        self.value(id).and_then(|value| sub_of(value, sub))
    }

    /// Returns the owners of the account templates with their tags, in the order of the code.
    fn owners(&self) -> impl Iterator<Item = (u8, &'a str)> {
        let accounts = self.tags.iter().filter(|tag| matches!(tag.id, 26..=51));
        accounts.filter_map(|tag| sub_of(tag.value, 0).map(|owner| (tag.id, owner)))
    }

    fn by_country(&self) -> Option<Standard> {
        let owner = |id| self.sub(id, 0);
        let has_card = || self.tags.iter().any(|tag| matches!(tag.id, 2..=16));
        let (is_written, standard) = match self.value(58)? {
            "KH" => ([29, 30].iter().any(|id| owner(*id).is_some_and(is_bakong)), Standard::Khqr),
            // One bank repeats its own domain where the national one belongs.
            "ID" => (self.sub(51, 2).is_some_and(is_nmid), Standard::Qris),
            "PH" => (self.owners().any(|(id, _)| matches!(id, 26..=28)), Standard::QrPh),
            "IN" => (has_card(), Standard::BharatQr),
            "GH" => (has_card(), Standard::GhQr),
            "LK" => (owner(26).is_some_and(|id| is_digits(id, 28)), Standard::LankaQr),
            "PK" => (owner(28).is_some_and(is_uuid), Standard::Raast),
            "AR" => (self.value(43).and(self.value(50)).is_some(), Standard::Argentina),
            "PE" => (self.is_peruvian(), Standard::Yape),
            _ => return None,
        };
        is_written.then_some(standard)
    }

    /// Tells the bare token of Yape, or the name of Plin's network.
    fn is_peruvian(&self) -> bool {
        let is_yape = self.value(39).is_some_and(|token| sub_of(token, 0).is_none());
        is_yape || self.sub(26, 1).is_some_and(|network| network.starts_with("Plin"))
    }
}

fn sub_of(value: &str, sub: u8) -> Option<&str> {
    let mut subs = tlv::tags(value).map_while(Result::ok);
    subs.find(|tag| tag.id == sub).map(|tag| tag.value)
}

/// An account id of Bakong, `name@bank`.
fn is_bakong(text: &str) -> bool {
    text.contains('@')
}

/// The national merchant id of Indonesia: `ID` and 13 digits.
fn is_nmid(text: &str) -> bool {
    text.strip_prefix("ID").is_some_and(|digits| is_digits(digits, 13))
}

/// A UUID without its hyphens.
fn is_uuid(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
