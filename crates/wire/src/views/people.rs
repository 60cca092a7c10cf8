//! The shapes of people, the session and what guards the books.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CodePicture, DeskView};

/// What a person is to the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Asks and records, with a PIN.
    Volunteer,
    /// Keeps the books, with passphrase and code.
    Treasurer,
    /// Decides who else may do so, with passphrase and code.
    Admin,
}

/// What the person at the desk may do, for menus; the program checks every call anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Right {
    /// Read drives and gifts.
    Look,
    /// Ask, record and correct.
    Collect,
    /// Open and close drives, export without names.
    Office,
    /// What needs a fresh code: accounts, personal data.
    Sensitive,
    /// People and roles.
    Admin,
}

impl From<groat_ledger::Role> for Role {
    fn from(role: groat_ledger::Role) -> Role {
        match role {
            groat_ledger::Role::Volunteer => Role::Volunteer,
            groat_ledger::Role::Treasurer => Role::Treasurer,
            groat_ledger::Role::Admin => Role::Admin,
        }
    }
}

impl From<Role> for groat_ledger::Role {
    fn from(role: Role) -> groat_ledger::Role {
        match role {
            Role::Volunteer => groat_ledger::Role::Volunteer,
            Role::Treasurer => groat_ledger::Role::Treasurer,
            Role::Admin => groat_ledger::Role::Admin,
        }
    }
}

impl Right {
    /// The right as menus know it; the others are not about menus.
    pub(crate) fn of(right: groat_app::Right) -> Option<Right> {
        match right {
            groat_app::Right::Always | groat_app::Right::Found => None,
            groat_app::Right::Look => Some(Right::Look),
            groat_app::Right::Collect => Some(Right::Collect),
            groat_app::Right::Office => Some(Right::Office),
            groat_app::Right::Sensitive => Some(Right::Sensitive),
            groat_app::Right::Admin => Some(Right::Admin),
        }
    }
}

/// Whether somebody is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// The desk knows no people yet; whoever sits there may do what needs no office.
    Nobody,
    /// Nobody is signed in.
    Locked,
    /// Somebody is.
    SignedIn,
}

/// Who is at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionView {
    /// Whether somebody is signed in.
    pub state: SessionState,
    /// Who.
    pub person: Option<String>,
    /// What that person is.
    pub role: Option<Role>,
    /// How long the last code counts as fresh, in seconds; zero where there is none.
    pub fresh_seconds: u32,
    /// Whether somebody else approved the next sensitive act.
    pub approved: bool,
    /// What that person may see in menus.
    pub rights: Vec<Right>,
}

/// A person of the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonView {
    /// The person in the books.
    pub id: String,
    /// What people call them.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// Whether they may no longer sign in.
    pub removed: bool,
    /// Whether a phone shows codes for them.
    pub second_factor: bool,
    /// How long they have to wait after wrong tries, in seconds.
    pub wait_seconds: u32,
}

/// Whether the clock of this computer can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// It goes on from the newest entry.
    Right,
    /// It stands before the newest entry.
    SetBack,
}

/// What guards the books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GuardView {
    /// Whether the key of this desk lies in the system's keyring; otherwise in a file.
    pub keyring: bool,
    /// Whether an office was set up.
    pub office: bool,
    /// Whether sensitive acts need a second person.
    pub four_eyes: bool,
    /// The day of the last good backup: "2026-11-23".
    pub backup_on: Option<String>,
    /// Whether it is time for a backup.
    pub backup_due: bool,
    /// How many sealed notes wait for the office to open.
    pub waiting_notes: u32,
    /// Whether the clock can be believed.
    pub clock: ClockState,
}

/// Words that make a good passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WordsView {
    /// The words, parted by blanks.
    pub words: String,
}

/// What a phone needs to show codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactorView {
    /// For the phone's camera.
    pub picture: CodePicture,
    /// To be typed instead: the secret in groups of four.
    pub text: String,
}

/// An office that is being set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficeBegunView {
    /// The recovery key for the sheet, in groups.
    pub recovery: Vec<String>,
    /// What the admin's phone needs to show codes.
    pub factor: FactorView,
}

/// Codes for the day the phone is gone; each counts once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryCodesView {
    /// The codes, in groups.
    pub codes: Vec<String>,
    /// The desk afterwards.
    pub desk: DeskView,
}

/// Arguments of `office_begin`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfficeBegin {
    /// What people call the first admin.
    pub name: String,
    /// The passphrase of the first admin.
    pub passphrase: String,
}

/// Arguments of `office_recovery_check`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryCheck {
    /// The recovery key as it was typed from the sheet.
    pub typed: String,
}

/// Arguments that end an enrolment: two codes from one after another.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TwoCodes {
    /// A code.
    pub first_code: String,
    /// The one after it.
    pub second_code: String,
}

/// Arguments of `person_add`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonAdd {
    /// What people call them.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// The PIN of a volunteer, the passphrase of the others.
    pub secret: String,
}

/// Arguments that name a person.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfPerson {
    /// The person.
    pub person: String,
}

/// Arguments of `role_give`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoleGive {
    /// The person.
    pub person: String,
    /// What they are from now on.
    pub role: Role,
    /// The PIN or passphrase that the new role needs; absent where the one they have will do.
    pub secret: Option<String>,
}

/// Arguments of `sign_in`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The person.
    pub person: String,
    /// The PIN of a volunteer, the passphrase of the others.
    pub secret: String,
    /// The code on the phone, or a recovery code; volunteers have none.
    pub code: Option<String>,
}

/// Arguments of `factor_begin`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FactorBegin {
    /// The person.
    pub person: String,
    /// Their passphrase.
    pub passphrase: String,
}

/// Arguments of `code_confirm`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CodeConfirm {
    /// The code on the phone.
    pub code: String,
}

/// Arguments of `approve`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Approve {
    /// Who approves.
    pub person: String,
    /// Their passphrase.
    pub secret: String,
    /// The code on their phone.
    pub code: String,
}

/// Arguments of `passphrase_change`.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PassphraseChange {
    /// The passphrase so far.
    pub old: String,
    /// The one from now on.
    pub new: String,
}

/// Arguments of `four_eyes_set`.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FourEyesSet {
    /// Whether sensitive acts need a second person.
    pub on: bool,
}
