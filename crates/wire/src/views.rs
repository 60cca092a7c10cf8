//! The shapes of arguments and answers, and how values of the ledger become views.

use groat_app::{Asked, DriveStanding, Organisation, Payee};
use groat_ledger::Standing;
use groat_money::Money;
use groat_payment_codes::qr::Code;
use groat_phrases::Locale as Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Fault;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// English.
    En,
    /// German.
    De,
}

/// An amount: decimal text with a dot, and its currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MoneyView {
    /// Decimal text with all decimals of the currency: "5.00".
    pub amount: String,
    /// ISO 4217 code.
    pub currency: String,
}

/// An amount handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum AmountArg {
    /// As a person wrote it, read by the desk's language.
    Typed(String),
    /// Exact decimal text with a dot, from a [`MoneyView`].
    Decimal(String),
}

/// The modules of a payment code as one SVG path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodePicture {
    /// Modules on a side, without the quiet zone.
    pub size: u32,
    /// One path in module units, from the top left of the code.
    pub path: String,
}

/// How far a gift has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GiftState {
    /// A code was shown.
    Asked,
    /// Seen on the donor's phone.
    Promised,
    /// Cash at the desk.
    InHand,
    /// Undone.
    Corrected,
}

/// A way money travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Rail {
    /// From bank to bank.
    Bank,
    /// Notes and coins.
    Cash,
}

/// Why a gift is undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionReason {
    /// Something was entered wrong.
    Mistake,
    /// The donor did not give, or gave in another way.
    NotGiven,
}

/// Who collects, and where the money goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrganisationView {
    /// What people call it.
    pub name: String,
    /// The account holder.
    pub holder: String,
    /// The IBAN in groups of four.
    pub iban_grouped: String,
    /// Country and last four signs: "DE … 3000".
    pub iban_short: String,
    /// ISO 3166 code of the account's country.
    pub country: String,
}

/// How many gifts are in one state, and their sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SumView {
    /// The number of gifts.
    pub count: u32,
    /// The sum of those with an amount.
    pub sum: MoneyView,
    /// How many have no amount: counted, never summed.
    pub open: u32,
}

/// Where a drive stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingView {
    /// Codes shown, nothing seen yet.
    pub asked: SumView,
    /// Seen, not on the account yet.
    pub promised: SumView,
    /// Cash at the desk.
    pub in_hand: SumView,
    /// How many were undone.
    pub corrected: u32,
    /// What the drive wants to reach.
    pub goal: Option<MoneyView>,
    /// What fills the goal: money in hand.
    pub filled: MoneyView,
    /// What is missing to the goal.
    pub missing: Option<MoneyView>,
    /// `filled` in per mille of the goal, 0 to 1000.
    pub filled_share: Option<u16>,
    /// The promised sum in per mille of the goal, at most what `filled_share` leaves.
    pub promised_share: Option<u16>,
}

/// A drive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DriveView {
    /// Its name in the books.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What the money is for.
    pub purpose: String,
    /// Amounts to offer, smallest first.
    pub suggested: Vec<MoneyView>,
    /// The day it was opened: "2026-11-23".
    pub opened_on: String,
    /// The day it was closed.
    pub closed_on: Option<String>,
    /// Where it stands.
    pub standing: StandingView,
}

/// Everything the main window starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeskView {
    /// The language of the desk.
    pub locale: Locale,
    /// All languages.
    pub locales: Vec<Locale>,
    /// Who collects, once that was said.
    pub organisation: Option<OrganisationView>,
    /// All drives, newest first.
    pub drives: Vec<DriveView>,
    /// Why nothing can be recorded here, as a sentence.
    pub read_only: Option<String>,
    /// Whether the donor's window is open.
    pub display_open: bool,
}

/// An IBAN as it is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IbanView {
    /// In groups of four.
    pub grouped: String,
    /// Whether it is whole and right.
    pub complete: bool,
    /// ISO 3166 code, as soon as two letters name a country.
    pub country: Option<String>,
    /// How many signs the country's numbers have.
    pub length: Option<u32>,
    /// How many signs were typed, without blanks.
    pub typed: u32,
    /// Whether codes for this account need a BIC.
    pub bic_needed: bool,
    /// What is wrong so far.
    pub fault: Option<Fault>,
    /// Where in `grouped`, counted in characters from zero; absent for the whole.
    pub fault_at: Option<u32>,
}

/// A gift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GiftView {
    /// Its name in the books.
    pub id: String,
    /// When it was begun: an ISO 8601 instant in UTC.
    pub at: String,
    /// The amount; absent where the donor decides.
    pub amount: Option<MoneyView>,
    /// How far it has come.
    pub state: GiftState,
    /// The state before it was undone.
    pub before: Option<GiftState>,
    /// How the money travels.
    pub rail: Rail,
    /// Its number in groups: "1042 618 037"; cash has none.
    pub number: Option<String>,
    /// Why it was undone.
    pub reason: Option<CorrectionReason>,
}

/// An ask and its code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskView {
    /// The gift asked for.
    pub gift: GiftView,
    /// The code to show.
    pub code: CodePicture,
    /// The text of the code.
    pub payload: String,
    /// The account holder, as the donor's bank must show it.
    pub holder: String,
    /// Country and last four signs of the account.
    pub iban_short: String,
    /// The gift number in groups.
    pub number: String,
}

/// A part of a drive's gifts, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GiftListView {
    /// The gifts.
    pub gifts: Vec<GiftView>,
    /// How many fit the search.
    pub matches: u32,
    /// How many the drive has.
    pub total: u32,
}

/// The outcome of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportView {
    /// The file's name; absent where the person closed the dialog.
    pub saved: Option<String>,
    /// How many gifts it has.
    pub gifts: u32,
}

/// What stands above and beside the code in the donor's window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisplayDrive {
    /// The drive's name.
    pub name: String,
    /// What the money is for.
    pub purpose: String,
}

/// The screen of the donor's window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Screen {
    /// Nothing is asked just now.
    Idle,
    /// A code to be scanned.
    Ask {
        /// The amount; absent where the donor decides.
        amount: Option<MoneyView>,
        /// The code.
        code: CodePicture,
        /// The account holder.
        holder: String,
        /// Country and last four signs of the account.
        iban_short: String,
        /// The gift number in groups.
        number: String,
    },
    /// The gift was seen.
    Thanks {
        /// The amount; absent where the donor decided.
        amount: Option<MoneyView>,
    },
}

/// What the donor's window shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisplayView {
    /// The desk's language.
    pub locale: Locale,
    /// Who collects.
    pub organisation: Option<String>,
    /// For which drive.
    pub drive: Option<DisplayDrive>,
    /// Where it stands.
    pub standing: Option<StandingView>,
    /// The screen.
    pub screen: Screen,
}

/// Whether the donor's window is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DisplayOpen {
    /// It is.
    pub open: bool,
}

/// Told to every window after the books changed: what to read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changed {
    /// Drives that changed.
    pub drives: Vec<String>,
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

/// Arguments of `organisation_set_up`.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrganisationSetUp {
    /// What people call the organisation.
    pub name: String,
    /// The account holder exactly as on the bank statement.
    pub holder: String,
    /// The account.
    pub iban: String,
    /// The bank, where it is needed.
    pub bic: Option<String>,
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

impl From<Language> for Locale {
    fn from(language: Language) -> Locale {
        match language {
            Language::De => Locale::De,
            Language::En => Locale::En,
        }
    }
}

impl From<Locale> for Language {
    fn from(locale: Locale) -> Language {
        match locale {
            Locale::En => Language::En,
            Locale::De => Language::De,
        }
    }
}

impl From<Money> for MoneyView {
    fn from(money: Money) -> MoneyView {
        MoneyView { amount: money.decimal_text(), currency: money.currency().code().to_owned() }
    }
}

impl From<&Code> for CodePicture {
    fn from(code: &Code) -> CodePicture {
        CodePicture { size: count(code.size()), path: code.svg_path() }
    }
}

impl From<groat_ledger::GiftState> for GiftState {
    fn from(state: groat_ledger::GiftState) -> GiftState {
        match state {
            groat_ledger::GiftState::Asked => GiftState::Asked,
            groat_ledger::GiftState::Promised => GiftState::Promised,
            groat_ledger::GiftState::InHand => GiftState::InHand,
            groat_ledger::GiftState::Corrected => GiftState::Corrected,
        }
    }
}

impl From<GiftState> for groat_ledger::GiftState {
    fn from(state: GiftState) -> groat_ledger::GiftState {
        match state {
            GiftState::Asked => groat_ledger::GiftState::Asked,
            GiftState::Promised => groat_ledger::GiftState::Promised,
            GiftState::InHand => groat_ledger::GiftState::InHand,
            GiftState::Corrected => groat_ledger::GiftState::Corrected,
        }
    }
}

impl From<CorrectionReason> for groat_ledger::CorrectionReason {
    fn from(reason: CorrectionReason) -> groat_ledger::CorrectionReason {
        match reason {
            CorrectionReason::Mistake => groat_ledger::CorrectionReason::Mistake,
            CorrectionReason::NotGiven => groat_ledger::CorrectionReason::NotGiven,
        }
    }
}

impl From<groat_ledger::CorrectionReason> for CorrectionReason {
    fn from(reason: groat_ledger::CorrectionReason) -> CorrectionReason {
        match reason {
            groat_ledger::CorrectionReason::Mistake => CorrectionReason::Mistake,
            groat_ledger::CorrectionReason::NotGiven => CorrectionReason::NotGiven,
        }
    }
}

impl From<&Organisation> for OrganisationView {
    fn from(organisation: &Organisation) -> OrganisationView {
        let payee = &organisation.payee;
        OrganisationView {
            name: organisation.name.clone(),
            holder: payee.holder.clone(),
            iban_grouped: payee.iban.grouped(),
            iban_short: iban_short(payee),
            country: payee.iban.country().code().to_owned(),
        }
    }
}

impl From<&groat_ledger::StateSum> for SumView {
    fn from(sum: &groat_ledger::StateSum) -> SumView {
        SumView { count: count(sum.count), sum: sum.sum.into(), open: count(sum.open) }
    }
}

impl From<&Standing> for StandingView {
    fn from(standing: &Standing) -> StandingView {
        let filled = standing.filled();
        let filled_share = standing.share_of_goal(filled);
        let left = filled_share.map(|share| 1000 - share);
        let promised_share = standing.share_of_goal(standing.promised.sum);
        StandingView {
            asked: (&standing.asked).into(),
            promised: (&standing.promised).into(),
            in_hand: (&standing.in_hand).into(),
            corrected: count(standing.corrected.count),
            goal: standing.goal.map(MoneyView::from),
            filled: filled.into(),
            missing: standing.missing().map(MoneyView::from),
            filled_share,
            promised_share: promised_share.zip(left).map(|(share, left)| share.min(left)),
        }
    }
}

impl From<&DriveStanding> for DriveView {
    fn from(found: &DriveStanding) -> DriveView {
        let drive = &found.drive;
        DriveView {
            id: drive.id.seq.to_string(),
            name: found.texts.name.clone(),
            purpose: found.texts.purpose.clone(),
            suggested: drive.suggested.iter().copied().map(MoneyView::from).collect(),
            opened_on: drive.opened_on.to_string(),
            closed_on: drive.closed_on.map(|day| day.to_string()),
            standing: (&found.standing).into(),
        }
    }
}

impl From<&groat_ledger::Gift> for GiftView {
    fn from(gift: &groat_ledger::Gift) -> GiftView {
        GiftView {
            id: gift.id.seq.to_string(),
            at: gift.at.to_string(),
            amount: gift.amount.map(MoneyView::from),
            state: gift.state.into(),
            before: gift.before.map(GiftState::from),
            rail: match gift.rail {
                groat_ledger::Rail::Bank => Rail::Bank,
                groat_ledger::Rail::Cash => Rail::Cash,
            },
            number: gift.number.map(|number| number.grouped()),
            reason: gift.reason.map(CorrectionReason::from),
        }
    }
}

impl AskView {
    /// Makes the view of an ask and its drawn code.
    #[must_use]
    pub fn of(asked: &Asked, code: &Code) -> AskView {
        AskView {
            gift: (&asked.gift).into(),
            code: code.into(),
            payload: asked.payload.clone(),
            holder: asked.payee.holder.clone(),
            iban_short: iban_short(&asked.payee),
            number: asked.number.grouped(),
        }
    }
}

fn iban_short(payee: &Payee) -> String {
    format!("{} … {}", payee.iban.country().code(), payee.iban.tail())
}

/// Counts cross as 32 bits, which every reader of JSON holds exactly.
pub(crate) fn count(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
