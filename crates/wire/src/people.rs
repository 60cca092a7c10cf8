//! The commands about people, the session and the office.

use groat_app::{Code, Fault};

use crate::desk::{Desk, Host};
use crate::views::*;

pub(crate) fn session(_: &Desk) -> SessionView {
    SessionView {
        state: SessionState::Nobody,
        person: None,
        role: None,
        fresh_seconds: 0,
        approved: false,
        rights: vec![Right::Look, Right::Collect, Right::Office, Right::Sensitive],
    }
}

pub(crate) fn guard(_: &Desk) -> GuardView {
    GuardView {
        keyring: false,
        office: false,
        four_eyes: false,
        backup_on: None,
        backup_due: false,
        waiting_notes: 0,
        clock: ClockState::Right,
    }
}

pub(crate) async fn sign_in(_: &Desk, _: &impl Host, _: SignIn) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn lock(_: &Desk, _: &impl Host, _: Nothing) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn code_confirm(
    _: &Desk,
    _: &impl Host,
    _: CodeConfirm,
) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn approve(_: &Desk, _: &impl Host, _: Approve) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn factor_begin(
    _: &Desk,
    _: &impl Host,
    _: FactorBegin,
) -> Result<FactorView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn factor_finish(
    _: &Desk,
    _: &impl Host,
    _: TwoCodes,
) -> Result<RecoveryCodesView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn passphrase_suggest(
    _: &Desk,
    _: &impl Host,
    _: Nothing,
) -> Result<WordsView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn passphrase_change(
    _: &Desk,
    _: &impl Host,
    _: PassphraseChange,
) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn office_begin(
    _: &Desk,
    _: &impl Host,
    _: OfficeBegin,
) -> Result<OfficeBegunView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn office_recovery_check(
    _: &Desk,
    _: &impl Host,
    _: RecoveryCheck,
) -> Result<(), Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn office_finish(
    _: &Desk,
    _: &impl Host,
    _: TwoCodes,
) -> Result<RecoveryCodesView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn office_cancel(_: &Desk, _: &impl Host, _: Nothing) -> Result<(), Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn person_add(_: &Desk, _: &impl Host, _: PersonAdd) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn person_remove(_: &Desk, _: &impl Host, _: OfPerson) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn role_give(_: &Desk, _: &impl Host, _: RoleGive) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn four_eyes_set(
    _: &Desk,
    _: &impl Host,
    _: FourEyesSet,
) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}
