//! One function a command: arguments to domain values, an act of `app`, the answer as a view.

use groat_app::{Code, DriveStanding, Fault, GiftSearch, NewAccount, NewDrive, Rails};
use groat_ledger::DriveId;
use groat_payment_codes::epc::EpcRequest;
use groat_payment_codes::{Iban, IbanError};
use groat_phrases::Locale as Language;

pub(crate) use crate::accounts::{
    account_add, account_check, account_retire, country_list, country_offers, currency_list,
};
use crate::accounts::{code_picture, named_currency};
use crate::desk::{Desk, Host};
pub(crate) use crate::donors::{donor_export, donor_forget, donor_list, donor_note};
use crate::fault_view;
use crate::people;
pub(crate) use crate::people::{
    approve, code_confirm, factor_begin, factor_finish, four_eyes_set, lock, office_begin,
    office_cancel, office_finish, office_recovery_check, passphrase_change, passphrase_suggest,
    person_add, person_remove, role_give, sign_in,
};
pub(crate) use crate::safety::{
    backup_make, backup_restore, books_verify, books_verify_stop, checkpoint_compare, recover,
};
use crate::stage::Stage;
use crate::views::{
    AccountView, AskOpen, AskView, CashRecord, Changed, DeskView, DisplayDrive, DisplayOpen,
    DisplayView, DriveOpen, DriveView, ExportView, GiftCorrect, GiftList, GiftListView, GiftView,
    IbanCheck, IbanView, Locale, LocaleSet, Nothing, OfDrive, OfDriveOrNone, OfGift,
    OrganisationSetUp, OrganisationView, Screen, SessionState, StandingView, count,
};

/// The most gifts that are answered at once.
const LIST_MAX: u32 = 500;

pub(crate) async fn desk_read(
    desk: &Desk,
    host: &impl Host,
    _: Nothing,
) -> Result<DeskView, Fault> {
    let session = people::session(desk).await?;
    let everybody = people::people(desk).await?;
    let organisation = desk.app.organisation().await?;
    // Whoever passes a locked desk reads nothing on it but who may unlock it.
    let (accounts, drives) = match session.state {
        SessionState::Locked => (Vec::new(), Vec::new()),
        _ => (desk.app.accounts().await?, desk.app.drives().await?),
    };
    let rails = desk.app.rails(&drives).await?;
    let ids = desk.app.ids();
    Ok(DeskView {
        locale: desk.locale().into(),
        locales: Language::ALL.iter().copied().map(Locale::from).collect(),
        organisation: organisation.as_ref().map(OrganisationView::from),
        accounts: accounts.iter().map(|one| AccountView::of(one, desk.locale(), &ids)).collect(),
        currency: desk.app.currency().await?.code().to_owned(),
        drives: drives
            .iter()
            .zip(&rails)
            .map(|(one, rails)| DriveView::of(one, rails, &ids))
            .collect(),
        read_only: desk.held.as_ref().map(|held| fault_view(held, desk.locale()).message),
        display_open: host.display_is_open(),
        session,
        guard: people::guard(desk, &everybody).await?,
        people: everybody,
    })
}

pub(crate) async fn locale_set(
    desk: &Desk,
    host: &impl Host,
    args: LocaleSet,
) -> Result<DeskView, Fault> {
    desk.speak(args.locale.into()).await?;
    show(desk, host).await;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn iban_check(
    desk: &Desk,
    _: &impl Host,
    args: IbanCheck,
) -> Result<IbanView, Fault> {
    let progress = Iban::progress(&args.text);
    let country = progress.country;
    let outside = progress.iban.is_some() && country.is_some_and(|country| !country.is_in_sepa());
    let problem = progress.problem.clone();
    let place = match &problem {
        Some(IbanError::ForeignSign { at, .. } | IbanError::WrongStructure { at, .. }) => Some(*at),
        _ => None,
    };
    let fault = match problem {
        // Nothing typed yet is no fault while typing.
        None | Some(IbanError::Empty) if !outside => None,
        Some(error) => Some(Fault::from(error)),
        None => country.map(|country| {
            Fault::new(Code::IbanOutsideSepa)
                .with("country-name", groat_phrases::Arg::country(country.code()))
        }),
    };
    Ok(IbanView {
        grouped: progress.grouped(),
        complete: progress.iban.is_some() && !outside,
        country: country.map(|country| country.code().to_owned()),
        length: progress.expected_length.map(count),
        typed: count(progress.normalised.chars().count()),
        bic_needed: country.is_some_and(EpcRequest::needs_bic),
        fault: fault.map(|fault| fault_view(&fault.at("iban"), desk.locale())),
        // `grouped` has a blank after every fourth sign.
        fault_at: place.map(|at| count(at + at / 4)),
    })
}

pub(crate) async fn organisation_set_up(
    desk: &Desk,
    host: &impl Host,
    args: OrganisationSetUp,
) -> Result<DeskView, Fault> {
    let account = args.account.map(NewAccount::from);
    desk.app.set_up(&args.name, Some(&args.country), account.as_ref()).await?;
    show(desk, host).await;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn drive_open(
    desk: &Desk,
    host: &impl Host,
    args: DriveOpen,
) -> Result<DriveView, Fault> {
    let currency = match args.currency {
        Some(code) => named_currency(&code)?,
        None => desk.app.currency().await?,
    };
    let goal = args.goal.filter(|goal| !goal.trim().is_empty());
    let goal = goal.map(|goal| desk.typed(&goal, currency, "goal")).transpose()?;
    let suggested = args.suggested.iter().enumerate();
    let suggested = suggested
        .map(|(place, text)| desk.typed(text, currency, &format!("suggested.{place}")))
        .collect::<Result<_, _>>()?;
    let new = NewDrive { name: args.name, purpose: args.purpose, currency, goal, suggested };
    let opened = desk.app.open_drive(new).await?;
    to_idle(desk, host, Some(opened.drive.id)).await;
    tell(desk, host, opened.drive.id);
    drive_view(desk, &opened).await
}

pub(crate) async fn drive_close(
    desk: &Desk,
    host: &impl Host,
    args: OfDrive,
) -> Result<DriveView, Fault> {
    let closed = desk.app.close_drive(desk.drive_id(&args.drive)?).await?;
    tell(desk, host, closed.drive.id);
    drive_view(desk, &closed).await
}

pub(crate) async fn ask_open(
    desk: &Desk,
    host: &impl Host,
    args: AskOpen,
) -> Result<AskView, Fault> {
    let drive = desk.drive_id(&args.drive)?;
    let account = args.account.map(|account| desk.app.account_id(&account)).transpose()?;
    let amount = match args.amount {
        Some(amount) => Some(desk.amount(&amount, desk.app.currency_of(drive).await?)?),
        None => None,
    };
    let asked = desk.app.ask(drive, account, amount).await?;
    let view = AskView::of(
        &asked,
        code_picture(asked.account.standard(), &asked.payload)?,
        desk.locale(),
        &desk.app.ids(),
    );
    let screen = Screen::Ask {
        amount: view.gift.amount.clone(),
        code: view.code.clone(),
        holder: view.holder.clone(),
        rail: Box::new(view.rail.clone()),
        destination: view.destination.clone(),
        number: view.number.clone(),
    };
    desk.set_stage(Stage { drive: Some(drive), gift: Some(asked.gift.id), screen });
    show(desk, host).await;
    tell(desk, host, drive);
    Ok(view)
}

pub(crate) async fn ask_seen(
    desk: &Desk,
    host: &impl Host,
    args: OfGift,
) -> Result<GiftView, Fault> {
    let gift = desk.app.see(desk.gift_id(&args.gift)?).await?;
    let view = GiftView::of(&gift, &desk.app.ids());
    let screen = Screen::Thanks { amount: view.amount.clone() };
    desk.set_stage(Stage { drive: Some(gift.drive), gift: Some(gift.id), screen });
    show(desk, host).await;
    tell(desk, host, gift.drive);
    Ok(view)
}

pub(crate) async fn cash_record(
    desk: &Desk,
    host: &impl Host,
    args: CashRecord,
) -> Result<GiftView, Fault> {
    let drive = desk.drive_id(&args.drive)?;
    let amount = desk.amount(&args.amount, desk.app.currency_of(drive).await?)?;
    let gift = desk.app.record_cash(drive, amount).await?;
    show(desk, host).await;
    tell(desk, host, gift.drive);
    Ok(GiftView::of(&gift, &desk.app.ids()))
}

pub(crate) async fn gift_correct(
    desk: &Desk,
    host: &impl Host,
    args: GiftCorrect,
) -> Result<GiftView, Fault> {
    let gift = desk.app.correct(desk.gift_id(&args.gift)?, args.reason.into()).await?;
    if desk.stage().gift == Some(gift.id) {
        to_idle(desk, host, Some(gift.drive)).await;
    } else {
        show(desk, host).await;
    }
    tell(desk, host, gift.drive);
    Ok(GiftView::of(&gift, &desk.app.ids()))
}

pub(crate) async fn gift_list(
    desk: &Desk,
    _: &impl Host,
    args: GiftList,
) -> Result<GiftListView, Fault> {
    let drive = desk.drive_id(&args.drive)?;
    let currency = desk.app.currency_of(drive).await?;
    let search = GiftSearch {
        // A text that is no amount is simply not looked for as one.
        amount: desk.typed(&args.search, currency, "search").ok(),
        text: args.search,
        state: args.state.map(groat_ledger::GiftState::from),
    };
    let page = desk.app.gifts(drive, &search, args.limit.min(LIST_MAX), args.offset).await?;
    let ids = desk.app.ids();
    Ok(GiftListView {
        gifts: page.gifts.iter().map(|gift| GiftView::of(gift, &ids)).collect(),
        matches: count(page.matches),
        total: count(page.total),
    })
}

pub(crate) async fn drive_standing(
    desk: &Desk,
    _: &impl Host,
    args: OfDrive,
) -> Result<StandingView, Fault> {
    let found = desk.app.drive(desk.drive_id(&args.drive)?).await?;
    Ok((&found.standing).into())
}

pub(crate) async fn drive_export(
    desk: &Desk,
    host: &impl Host,
    args: OfDrive,
) -> Result<ExportView, Fault> {
    let found = desk.app.drive(desk.drive_id(&args.drive)?).await?;
    let suggested = groat_app::export_name(&found.texts.name);
    let Some(path) = host.choose_save_path(&suggested).await else {
        return Ok(ExportView { saved: None, gifts: 0 });
    };
    let gifts = desk.app.export_csv(&found, &path).await?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    Ok(ExportView { saved: Some(name.to_string_lossy().into_owned()), gifts: count(gifts) })
}

pub(crate) async fn display_toggle(
    _: &Desk,
    host: &impl Host,
    _: Nothing,
) -> Result<DisplayOpen, Fault> {
    Ok(DisplayOpen { open: host.toggle_display() })
}

pub(crate) async fn display_clear(
    desk: &Desk,
    host: &impl Host,
    args: OfDriveOrNone,
) -> Result<(), Fault> {
    let drive = args.drive.map(|drive| desk.drive_id(&drive)).transpose()?;
    if let Some(drive) = drive {
        // A drive that is not there would keep the donor's window from being drawn ever again.
        desk.app.drive(drive).await?;
    }
    to_idle(desk, host, drive).await;
    Ok(())
}

pub(crate) async fn display_read(
    desk: &Desk,
    _: &impl Host,
    _: Nothing,
) -> Result<DisplayView, Fault> {
    display(desk).await
}

async fn to_idle(desk: &Desk, host: &impl Host, drive: Option<DriveId>) {
    desk.set_stage(Stage { drive, gift: None, screen: Screen::Idle });
    show(desk, host).await;
}

/// Draws the donor's window anew. What was recorded before stays recorded: a window that cannot
/// be drawn must not make it look refused, or it would be recorded twice.
pub(crate) async fn show(desk: &Desk, host: &impl Host) {
    if !host.display_is_open() {
        return;
    }
    if let Ok(view) = display(desk).await {
        host.show(&view);
    }
}

async fn display(desk: &Desk) -> Result<DisplayView, Fault> {
    let stage = desk.stage();
    let drive = match stage.drive {
        Some(drive) => Some(desk.app.drive(drive).await?),
        None => None,
    };
    Ok(DisplayView {
        locale: desk.locale().into(),
        organisation: desk.app.organisation().await?.map(|organisation| organisation.name),
        standing: drive.as_ref().map(|found| (&found.standing).into()),
        drive: drive
            .map(|found| DisplayDrive { name: found.texts.name, purpose: found.texts.purpose }),
        screen: stage.screen,
    })
}

async fn drive_view(desk: &Desk, found: &DriveStanding) -> Result<DriveView, Fault> {
    let rails = desk.app.rails(std::slice::from_ref(found)).await?;
    Ok(DriveView::of(found, rails.first().unwrap_or(&Rails::default()), &desk.app.ids()))
}

fn tell(desk: &Desk, host: &impl Host, drive: DriveId) {
    host.changed(&Changed { drives: vec![desk.app.ids().text(&drive)] });
}
