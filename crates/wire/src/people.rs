//! The commands about people, the session and the office.

use groat_app::{Fault, PersonStanding, Session};
use groat_payment_codes::picture::draw;

use crate::acts::desk_read;
use crate::desk::{Desk, Host};
use crate::views::{
    Approve, ClockState, CodeConfirm, CodePicture, DeskView, FactorBegin, FactorView, FourEyesSet,
    GuardView, Nothing, OfPerson, OfficeBegin, OfficeBegunView, PassphraseChange, PersonAdd,
    PersonView, RecoveryCheck, RecoveryCodesView, RoleGive, SessionState, SessionView, SignIn,
    TwoCodes, WordsView, count,
};

pub(crate) async fn session(desk: &Desk) -> Result<SessionView, Fault> {
    let standing = desk.app.session().await?;
    let (state, signed_in) = match standing.session {
        Session::Nobody => (SessionState::Nobody, None),
        Session::Locked => (SessionState::Locked, None),
        Session::SignedIn(signed_in) => (SessionState::SignedIn, Some(signed_in)),
    };
    Ok(SessionView {
        state,
        person: signed_in.map(|signed_in| signed_in.person.to_string()),
        role: signed_in.map(|signed_in| signed_in.role.into()),
        fresh_seconds: standing.fresh_seconds,
        approved: standing.approved,
        rights: standing.rights.into_iter().filter_map(super::views::Right::of).collect(),
    })
}

pub(crate) async fn people(desk: &Desk) -> Result<Vec<PersonView>, Fault> {
    Ok(desk.app.people().await?.iter().map(PersonView::from).collect())
}

pub(crate) async fn guard(desk: &Desk, people: &[PersonView]) -> Result<GuardView, Fault> {
    let backup = desk.app.backup_standing().await?;
    let clock = match desk.app.clock_is_set_back().await? {
        true => ClockState::SetBack,
        false => ClockState::Right,
    };
    Ok(GuardView {
        keyring: desk.app.keeper() == groat_app::Keeper::Keyring,
        office: !people.is_empty(),
        four_eyes: desk.app.four_eyes(),
        backup_on: backup.made_on.map(|day| day.to_string()),
        backup_due: backup.is_due,
        waiting_notes: count(desk.app.waiting_notes().await?),
        clock,
    })
}

pub(crate) async fn sign_in(
    desk: &Desk,
    host: &impl Host,
    args: SignIn,
) -> Result<DeskView, Fault> {
    let person = desk.app.person_id(&args.person)?;
    desk.app.sign_in(person, &args.secret, args.code.as_deref()).await?;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn lock(desk: &Desk, host: &impl Host, _: Nothing) -> Result<DeskView, Fault> {
    desk.app.lock().await;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn code_confirm(
    desk: &Desk,
    host: &impl Host,
    args: CodeConfirm,
) -> Result<DeskView, Fault> {
    desk.app.confirm_code(&args.code).await?;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn approve(
    desk: &Desk,
    host: &impl Host,
    args: Approve,
) -> Result<DeskView, Fault> {
    desk.app.approve(desk.app.person_id(&args.person)?, &args.secret, &args.code).await?;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn factor_begin(
    desk: &Desk,
    _: &impl Host,
    args: FactorBegin,
) -> Result<FactorView, Fault> {
    let person = desk.app.person_id(&args.person)?;
    factor(&desk.app.begin_factor(person, &args.passphrase).await?)
}

pub(crate) async fn factor_finish(
    desk: &Desk,
    host: &impl Host,
    args: TwoCodes,
) -> Result<RecoveryCodesView, Fault> {
    let codes = desk.app.finish_factor(&args.first_code, &args.second_code).await?;
    recovery_codes(desk, host, codes).await
}

pub(crate) async fn passphrase_suggest(
    desk: &Desk,
    _: &impl Host,
    _: Nothing,
) -> Result<WordsView, Fault> {
    Ok(WordsView { words: desk.app.suggest_passphrase()?.to_string() })
}

pub(crate) async fn passphrase_change(
    desk: &Desk,
    host: &impl Host,
    args: PassphraseChange,
) -> Result<DeskView, Fault> {
    desk.app.change_passphrase(&args.old, &args.new).await?;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn office_begin(
    desk: &Desk,
    _: &impl Host,
    args: OfficeBegin,
) -> Result<OfficeBegunView, Fault> {
    let begun = desk.app.begin_office(&args.name, &args.passphrase)?;
    let recovery = begun.recovery.iter().map(|group| group.to_string()).collect();
    Ok(OfficeBegunView { recovery, factor: factor(&begun.factor)? })
}

pub(crate) async fn office_recovery_check(
    desk: &Desk,
    _: &impl Host,
    args: RecoveryCheck,
) -> Result<(), Fault> {
    desk.app.check_recovery(&args.typed)
}

pub(crate) async fn office_finish(
    desk: &Desk,
    host: &impl Host,
    args: TwoCodes,
) -> Result<RecoveryCodesView, Fault> {
    let codes = desk.app.finish_office(&args.first_code, &args.second_code).await?;
    recovery_codes(desk, host, codes).await
}

pub(crate) async fn office_cancel(desk: &Desk, _: &impl Host, _: Nothing) -> Result<(), Fault> {
    desk.app.cancel_office();
    Ok(())
}

pub(crate) async fn person_add(
    desk: &Desk,
    host: &impl Host,
    args: PersonAdd,
) -> Result<DeskView, Fault> {
    desk.app.add_person(&args.name, args.role.into(), &args.secret).await?;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn person_remove(
    desk: &Desk,
    host: &impl Host,
    args: OfPerson,
) -> Result<DeskView, Fault> {
    desk.app.remove_person(desk.app.person_id(&args.person)?).await?;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn role_give(
    desk: &Desk,
    host: &impl Host,
    args: RoleGive,
) -> Result<DeskView, Fault> {
    let person = desk.app.person_id(&args.person)?;
    desk.app.give_role(person, args.role.into(), args.secret.as_deref()).await?;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn four_eyes_set(
    desk: &Desk,
    host: &impl Host,
    args: FourEyesSet,
) -> Result<DeskView, Fault> {
    desk.app.set_four_eyes(args.on).await?;
    desk_read(desk, host, Nothing {}).await
}

fn factor(new: &groat_app::NewFactor) -> Result<FactorView, Fault> {
    let drawn = draw(None, &new.uri);
    let drawn = drawn.map_err(|error| Fault::new(groat_app::Code::Internal).because(error))?;
    Ok(FactorView { picture: CodePicture::from(&drawn), text: new.text.to_string() })
}

async fn recovery_codes(
    desk: &Desk,
    host: &impl Host,
    codes: groat_app::RecoveryCodes,
) -> Result<RecoveryCodesView, Fault> {
    let codes = codes.iter().map(|code| code.to_string()).collect();
    Ok(RecoveryCodesView { codes, desk: desk_read(desk, host, Nothing {}).await? })
}

impl From<&PersonStanding> for PersonView {
    fn from(one: &PersonStanding) -> PersonView {
        PersonView {
            id: one.id.to_string(),
            name: one.name.clone(),
            role: one.person.role.into(),
            removed: one.person.is_removed,
            second_factor: one.person.is_enrolled,
            wait_seconds: one.wait_seconds,
        }
    }
}
