//! The shapes of what commands take.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CorrectionReason, GiftState, Locale};

/// An amount handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum AmountArg {
    /// As a person wrote it, read by the desk's language.
    Typed(String),
    /// Exact decimal text with a dot, from a [`super::MoneyView`].
    Decimal(String),
}

/// Arguments of commands that take none.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}

/// Arguments of `locale_set`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LocaleSet {
    /// The language to speak.
    pub locale: Locale,
}

/// Arguments of `iban_check`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IbanCheck {
    /// What was typed so far.
    pub text: String,
}

/// An account: the standard of its codes, and what is known of it by the names of its parts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountArg {
    /// The standard.
    pub standard: String,
    /// What was typed; what is empty counts as absent.
    pub values: BTreeMap<String, String>,
}

/// Arguments of `country_offers`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CountryOffers {
    /// Two letters of ISO 3166.
    pub country: String,
}

/// Arguments of `organisation_set_up`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrganisationSetUp {
    /// What people call the organisation.
    pub name: String,
    /// Where it is, two letters of ISO 3166.
    pub country: String,
    /// Where gifts go; absent where it collects cash alone.
    pub account: Option<AccountArg>,
}

/// Arguments that name an account.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfAccount {
    /// The account.
    pub account: String,
}

/// Arguments of `drive_open`. Amounts as they were typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DriveOpen {
    /// Its name for the people at the desk.
    pub name: String,
    /// What the money is for.
    pub purpose: String,
    /// What it wants to reach.
    pub goal: Option<String>,
    /// The currency it collects, three letters of ISO 4217; absent takes the desk's.
    pub currency: Option<String>,
    /// Amounts to offer.
    pub suggested: [String; 3],
}

/// Arguments that name a drive.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfDrive {
    /// The drive.
    pub drive: String,
}

/// Arguments that may name a drive.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfDriveOrNone {
    /// The drive.
    pub drive: Option<String>,
}

/// Arguments that name a gift.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfGift {
    /// The gift.
    pub gift: String,
}

/// Arguments of `ask_open`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskOpen {
    /// For which drive.
    pub drive: String,
    /// To which account; absent takes the one that was taken last.
    pub account: Option<String>,
    /// How much; absent leaves it to the donor.
    pub amount: Option<AmountArg>,
}

/// Arguments of `cash_record`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CashRecord {
    /// For which drive.
    pub drive: String,
    /// How much.
    pub amount: AmountArg,
}

/// Arguments of `gift_correct`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GiftCorrect {
    /// The gift.
    pub gift: String,
    /// Why.
    pub reason: CorrectionReason,
}

/// Arguments of `gift_list`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GiftList {
    /// The drive.
    pub drive: String,
    /// Digits of a number, or an amount as the person writes it.
    pub search: String,
    /// Only gifts in this state.
    pub state: Option<GiftState>,
    /// How many at most.
    pub limit: u32,
    /// How many to pass over.
    pub offset: u32,
}
