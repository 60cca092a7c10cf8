//! The shapes of donors: what is kept of them, for what, and until when.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::from::count;

/// What is known of a donor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DonorField {
    /// The name.
    Name,
    /// How to reach them.
    Contact,
    /// What they said.
    Message,
    /// What the tax office knows them by.
    TaxNumber,
}

/// What a field is kept for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// Receipts and reports that a law asks for.
    Tax,
    /// To know who gave what.
    Books,
    /// To thank.
    Thanks,
    /// To show it, as the donor allowed.
    Display,
}

/// What a field is kept for, and how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DonorFieldView {
    /// The field.
    pub field: DonorField,
    /// What it is kept for.
    pub purpose: Purpose,
    /// The day it is deleted; absent where nothing says so.
    pub delete_on: Option<String>,
}

/// A donor who gave a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DonorView {
    /// The donor in the books.
    pub id: String,
    /// What stands in the books instead of a name.
    pub token: String,
    /// The name.
    pub name: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
    /// What they said.
    pub message: Option<String>,
    /// Whether that may be shown.
    pub message_may_show: bool,
    /// The tax number, but for its last signs.
    pub tax_number_masked: Option<String>,
    /// How many gifts they gave.
    pub gifts: u32,
    /// What each field is kept for, and how long.
    pub fields: Vec<DonorFieldView>,
}

/// Some of the donors that fit a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DonorListView {
    /// The donors.
    pub donors: Vec<DonorView>,
    /// How many fit the search.
    pub matches: u32,
}

/// Arguments of `donor_note`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DonorNote {
    /// The gift.
    pub gift: String,
    /// The name.
    pub name: String,
    /// How to reach them.
    pub contact: String,
    /// What they said.
    pub message: String,
    /// Whether that may be shown.
    pub message_may_show: bool,
    /// The tax number.
    pub tax_number: String,
}

/// Arguments of `donor_list`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DonorList {
    /// A part of a name, a contact or a token.
    pub search: String,
    /// How many at most.
    pub limit: u32,
    /// How many to pass over.
    pub offset: u32,
}

/// Arguments that name a donor.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfDonor {
    /// The donor.
    pub donor: String,
}

impl From<groat_app::DonorField> for DonorField {
    fn from(field: groat_app::DonorField) -> DonorField {
        match field {
            groat_app::DonorField::Name => DonorField::Name,
            groat_app::DonorField::Contact => DonorField::Contact,
            groat_app::DonorField::Message => DonorField::Message,
            groat_app::DonorField::TaxNumber => DonorField::TaxNumber,
        }
    }
}

impl From<groat_app::Purpose> for Purpose {
    fn from(purpose: groat_app::Purpose) -> Purpose {
        match purpose {
            groat_app::Purpose::Tax => Purpose::Tax,
            groat_app::Purpose::Books => Purpose::Books,
            groat_app::Purpose::Thanks => Purpose::Thanks,
            groat_app::Purpose::Display => Purpose::Display,
        }
    }
}

impl From<groat_app::DonorStanding> for DonorView {
    fn from(donor: groat_app::DonorStanding) -> DonorView {
        let fields = donor.fields.into_iter().map(|(field, purpose, delete_on)| DonorFieldView {
            field: field.into(),
            purpose: purpose.into(),
            delete_on: delete_on.map(|day| day.to_string()),
        });
        DonorView {
            id: donor.id.to_string(),
            token: donor.token,
            name: donor.name,
            contact: donor.contact,
            message: donor.message,
            message_may_show: donor.may_show,
            tax_number_masked: donor.tax_number_masked,
            gifts: u32::try_from(donor.gifts.len()).unwrap_or(u32::MAX),
            fields: fields.collect(),
        }
    }
}

impl From<groat_app::DonorPage> for DonorListView {
    fn from(page: groat_app::DonorPage) -> DonorListView {
        let matches = u64::try_from(page.matches).unwrap_or(u64::MAX);
        let donors = page.donors.into_iter().map(DonorView::from).collect();
        DonorListView { donors, matches: count(matches) }
    }
}
