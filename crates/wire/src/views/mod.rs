//! The shapes of answers. What commands take is in `args`, how values become views in `from` and `from_rails`.

mod args;
mod donors;
mod from;
mod from_rails;
mod people;
mod rails;
mod safety;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Fault;

pub use args::{
    AccountArg, AmountArg, AskOpen, CashRecord, CountryOffers, DriveOpen, GiftCorrect, GiftList,
    IbanCheck, LocaleSet, Nothing, OfAccount, OfDrive, OfDriveOrNone, OfGift, OrganisationSetUp,
};
pub use donors::{
    DonorField, DonorFieldView, DonorList, DonorListView, DonorNote, DonorView, OfDonor, Purpose,
};
pub(crate) use from::count;
pub use people::{
    Approve, ClockState, CodeConfirm, FactorBegin, FactorView, FourEyesSet, GuardView, OfPerson,
    OfficeBegin, OfficeBegunView, PassphraseChange, PersonAdd, PersonView, RecoveryCheck,
    RecoveryCodesView, Right, Role, RoleGive, SessionState, SessionView, SignIn, TwoCodes,
    WordsView,
};
pub use rails::{
    AccountCheckView, AccountView, ChoiceView, CountryView, CurrencyView, Maker, OfferView,
    OffersView, QuestionView, RailView, Reader, ReturnOfNumber,
};
pub use safety::{
    BackupRestore, BackupView, CheckpointCompare, CheckpointView, CompareView, Progress, ProofView,
    Recover,
};

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

/// A payment code to be drawn, in module units from the top left of the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodePicture {
    /// Its width, without the quiet zone.
    pub width: u32,
    /// Its height, without the quiet zone.
    pub height: u32,
    /// How much has to stay empty on every side.
    pub quiet: u32,
    /// All dark modules as one SVG path.
    pub path: String,
    /// What is drawn over it, in this order: the Swiss cross.
    pub marks: Vec<CodeMark>,
}

/// A part of a mark on a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodeMark {
    /// One SVG path, in the units of the code.
    pub path: String,
    /// Whether it is drawn dark like the modules, or light like the ground.
    pub dark: bool,
    /// How wide the line along the path is, with round ends; absent where the path is filled.
    pub line: Option<String>,
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
    /// Asked for by a payment code.
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

/// Who collects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrganisationView {
    /// What people call it.
    pub name: String,
    /// Where it is, two letters of ISO 3166.
    pub country: Option<String>,
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
    /// The currency it collects, three letters of ISO 4217.
    pub currency: String,
    /// How many decimals its amounts have.
    pub decimals: u8,
    /// The accounts that can be asked for it, the best first; none where it collects cash alone.
    pub rails: Vec<String>,
    /// The account that the next ask takes when none is named.
    pub rail: Option<String>,
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
    /// The accounts gifts are paid to, oldest first; the retired ones too. None while it is locked.
    pub accounts: Vec<AccountView>,
    /// The currency that a new drive starts with.
    pub currency: String,
    /// All drives, newest first. None while it is locked.
    pub drives: Vec<DriveView>,
    /// Why nothing can be recorded here, as a sentence.
    pub read_only: Option<String>,
    /// Whether the donor's window is open.
    pub display_open: bool,
    /// Who is at the desk.
    pub session: SessionView,
    /// Everybody the desk knows, also those who were removed.
    pub people: Vec<PersonView>,
    /// What guards the books.
    pub guard: GuardView,
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
    /// The account it was asked for; cash has none.
    pub account: Option<String>,
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
    /// How it is paid.
    pub rail: RailView,
    /// Who is paid, as the donor's app must show it.
    pub holder: String,
    /// The account, short: "DE … 3000".
    pub destination: String,
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
        /// How it is paid.
        rail: Box<RailView>,
        /// Who is paid.
        holder: String,
        /// The account, short: "DE … 3000".
        destination: String,
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
