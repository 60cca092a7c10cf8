//! The table of commands: names, arguments, answers, who may ask and with which right. Rust's dispatch and the
//! TypeScript of the windows both come from it.

use groat_app::{Code, Right as May};
use serde_json::Value;
use ts_rs::{Config, TS};

use crate::desk::{Desk, Host};
use crate::views::*;
use crate::{Fault, acts, fault_view};

/// Who asks. The shell knows it from the window, never from what the window says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The main window.
    Desk,
    /// The donor's window.
    Display,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// Which windows may ask for it.
    pub audience: &'static [Audience],
    /// What the person at the desk must be allowed.
    pub right: May,
}

macro_rules! commands {
    ($($name:ident ($args:ty) -> $answer:ty, for $($audience:ident)&+, by $right:ident;)*) => {
        /// Every command there is.
        pub const TABLE: &[Command] = &[$(
            Command {
                name: stringify!($name),
                audience: &[$(Audience::$audience),+],
                right: May::$right,
            },
        )*];

        async fn dispatch(
            desk: &Desk,
            host: &impl Host,
            name: &str,
            args: Value,
        ) -> Result<Value, groat_app::Fault> {
            match name {
                $(stringify!($name) => {
                    let args: $args = serde_json::from_value(args).map_err(|error| {
                        groat_app::Fault::new(Code::ArgumentsMalformed)
                            .with("detail", error.to_string())
                    })?;
                    let answer: $answer = acts::$name(desk, host, args).await?;
                    serde_json::to_value(answer).map_err(|error| {
                        groat_app::Fault::new(Code::Internal).because(error)
                    })
                })*
                _ => Err(groat_app::Fault::new(Code::CommandUnknown).with("name", name.to_owned())),
            }
        }

        /// The table as TypeScript: what each command takes and answers.
        fn calls(config: &Config) -> String {
            let mut rows = String::new();
            $(
                rows.push_str(&format!(
                    "  {}: [{}, {}];\n",
                    stringify!($name),
                    <$args as TS>::inline(config),
                    <$answer as TS>::name(config),
                ));
            )*
            rows
        }
    };
}

commands! {
    desk_read (Nothing) -> DeskView, for Desk, by Always;
    locale_set (LocaleSet) -> DeskView, for Desk, by Always;
    iban_check (IbanCheck) -> IbanView, for Desk, by Look;
    country_list (Nothing) -> Vec<CountryView>, for Desk, by Look;
    country_offers (CountryOffers) -> OffersView, for Desk, by Look;
    currency_list (Nothing) -> Vec<CurrencyView>, for Desk, by Look;
    account_check (AccountArg) -> AccountCheckView, for Desk, by Look;
    organisation_set_up (OrganisationSetUp) -> DeskView, for Desk, by Office;
    account_add (AccountArg) -> DeskView, for Desk, by Sensitive;
    account_retire (OfAccount) -> DeskView, for Desk, by Sensitive;
    drive_open (DriveOpen) -> DriveView, for Desk, by Office;
    drive_close (OfDrive) -> DriveView, for Desk, by Office;
    ask_open (AskOpen) -> AskView, for Desk, by Collect;
    ask_seen (OfGift) -> GiftView, for Desk, by Collect;
    cash_record (CashRecord) -> GiftView, for Desk, by Collect;
    gift_correct (GiftCorrect) -> GiftView, for Desk, by Collect;
    gift_list (GiftList) -> GiftListView, for Desk, by Look;
    drive_standing (OfDrive) -> StandingView, for Desk, by Look;
    drive_export (OfDrive) -> ExportView, for Desk, by Office;
    display_toggle (Nothing) -> DisplayOpen, for Desk, by Always;
    display_clear (OfDriveOrNone) -> (), for Desk, by Look;
    display_read (Nothing) -> DisplayView, for Desk & Display, by Always;
    sign_in (SignIn) -> DeskView, for Desk, by Always;
    lock (Nothing) -> DeskView, for Desk, by Always;
    code_confirm (CodeConfirm) -> DeskView, for Desk, by Office;
    approve (Approve) -> DeskView, for Desk, by Office;
    factor_begin (FactorBegin) -> FactorView, for Desk, by Always;
    factor_finish (TwoCodes) -> RecoveryCodesView, for Desk, by Always;
    passphrase_suggest (Nothing) -> WordsView, for Desk, by Always;
    passphrase_change (PassphraseChange) -> DeskView, for Desk, by Sensitive;
    office_begin (OfficeBegin) -> OfficeBegunView, for Desk, by Found;
    office_recovery_check (RecoveryCheck) -> (), for Desk, by Found;
    office_finish (TwoCodes) -> RecoveryCodesView, for Desk, by Found;
    office_cancel (Nothing) -> (), for Desk, by Found;
    person_add (PersonAdd) -> DeskView, for Desk, by Admin;
    person_remove (OfPerson) -> DeskView, for Desk, by Admin;
    role_give (RoleGive) -> DeskView, for Desk, by Admin;
    four_eyes_set (FourEyesSet) -> DeskView, for Desk, by Admin;
    recover (Recover) -> DeskView, for Desk, by Always;
    books_verify (Nothing) -> ProofView, for Desk, by Office;
    books_verify_stop (Nothing) -> (), for Desk, by Look;
    checkpoint_compare (CheckpointCompare) -> CompareView, for Desk, by Office;
    backup_make (Nothing) -> BackupView, for Desk, by Office;
    backup_restore (BackupRestore) -> DeskView, for Desk, by Found;
    donor_note (DonorNote) -> (), for Desk, by Collect;
    donor_list (DonorList) -> DonorListView, for Desk, by Office;
    donor_forget (OfDonor) -> DonorView, for Desk, by Sensitive;
    donor_export (Nothing) -> ExportView, for Desk, by Sensitive;
}

/// Does what a window asks for.
///
/// # Errors
/// A [`Fault`] in the desk's language: what the command refuses, or
/// [`Code::CommandUnknown`], [`Code::CommandNotAllowed`], [`Code::ArgumentsMalformed`].
pub async fn call(
    desk: &Desk,
    host: &impl Host,
    audience: Audience,
    name: &str,
    args: Value,
) -> Result<Value, Fault> {
    let known = TABLE.iter().find(|command| command.name == name);
    let answer = match known {
        Some(command) if !command.audience.contains(&audience) => {
            Err(groat_app::Fault::new(Code::CommandNotAllowed).with("name", name.to_owned()))
        }
        // A list would be taken for the fields of an object in their order.
        Some(_) if !args.is_object() => Err(groat_app::Fault::new(Code::ArgumentsMalformed)
            .with("detail", "the arguments are no object")),
        Some(command) => match desk.app.may(command.right).await {
            Ok(permit) => {
                let answer = dispatch(desk, host, name, args).await;
                if answer.is_err() {
                    desk.app.give_back(permit);
                }
                answer
            }
            Err(refused) => Err(refused),
        },
        None => Err(groat_app::Fault::new(Code::CommandUnknown).with("name", name.to_owned())),
    };
    answer.map_err(|fault| fault_view(&fault, desk.locale()))
}

/// The TypeScript of everything that crosses, for `ui/src/wire.gen.ts`.
#[must_use]
pub fn typescript() -> String {
    let config = Config::new();
    let declared = [
        Locale::decl(&config),
        MoneyView::decl(&config),
        AmountArg::decl(&config),
        Fault::decl(&config),
        CodeMark::decl(&config),
        CodePicture::decl(&config),
        GiftState::decl(&config),
        Rail::decl(&config),
        CorrectionReason::decl(&config),
        CountryView::decl(&config),
        CurrencyView::decl(&config),
        Reader::decl(&config),
        Maker::decl(&config),
        ReturnOfNumber::decl(&config),
        ChoiceView::decl(&config),
        QuestionView::decl(&config),
        OfferView::decl(&config),
        OffersView::decl(&config),
        AccountArg::decl(&config),
        AccountCheckView::decl(&config),
        AccountView::decl(&config),
        RailView::decl(&config),
        OrganisationView::decl(&config),
        SumView::decl(&config),
        StandingView::decl(&config),
        DriveView::decl(&config),
        Role::decl(&config),
        Right::decl(&config),
        SessionState::decl(&config),
        SessionView::decl(&config),
        PersonView::decl(&config),
        ClockState::decl(&config),
        GuardView::decl(&config),
        DeskView::decl(&config),
        WordsView::decl(&config),
        FactorView::decl(&config),
        OfficeBegunView::decl(&config),
        RecoveryCodesView::decl(&config),
        DonorField::decl(&config),
        Purpose::decl(&config),
        DonorFieldView::decl(&config),
        DonorView::decl(&config),
        DonorListView::decl(&config),
        IbanView::decl(&config),
        GiftView::decl(&config),
        AskView::decl(&config),
        GiftListView::decl(&config),
        ExportView::decl(&config),
        DisplayDrive::decl(&config),
        Screen::decl(&config),
        DisplayView::decl(&config),
        DisplayOpen::decl(&config),
        Changed::decl(&config),
        CheckpointView::decl(&config),
        ProofView::decl(&config),
        CompareView::decl(&config),
        Progress::decl(&config),
        BackupView::decl(&config),
    ];
    let mut text =
        "// Generated from crates/wire by `cargo xtask generate`. Do not edit.\n".to_owned();
    for declaration in declared {
        text.push_str(&format!("export {declaration}\n"));
    }
    text.push_str("/** The command table: for each name what goes in and what comes back. */\n");
    text.push_str(&format!("export type Calls = {{\n{}}};\n", calls(&config)));
    text.replace(" \n", "\n")
        .replace("\n/**\n * ", "\n  /** ")
        .replace("\n */\n", " */\n  ")
        .replace(", };", ",\n};")
}
