//! One function a command: arguments to domain values, an act of `app`, the answer as a view.

use groat_app::{Code, Fault, GiftSearch, NewDrive};
use groat_ledger::DriveId;
use groat_money::Currency;
use groat_payment_codes::epc::EpcRequest;
use groat_payment_codes::qr::{self, EcLevel};
use groat_payment_codes::rails;
use groat_payment_codes::{Iban, IbanError};
use groat_phrases::{Locale as Language, format};

use crate::desk::{Desk, Host};
use crate::fault_view;
use crate::stage::Stage;
use crate::views::{
    AccountArg, AccountCheckView, AccountView, AskOpen, AskView, CashRecord, Changed,
    CountryOffers, CountryView, CurrencyView, DeskView, DisplayDrive, DisplayOpen, DisplayView,
    DriveOpen, DriveView, ExportView, GiftCorrect, GiftList, GiftListView, GiftView, IbanCheck,
    IbanView, Locale, LocaleSet, Nothing, OfAccount, OfDrive, OfDriveOrNone, OfGift, OfferView,
    OffersView, OrganisationSetUp, OrganisationView, Screen, StandingView, count,
};

/// The most gifts that are answered at once.
const LIST_MAX: u32 = 500;

pub(crate) async fn desk_read(
    desk: &Desk,
    host: &impl Host,
    _: Nothing,
) -> Result<DeskView, Fault> {
    let organisation = desk.app.organisation().await?;
    let drives = desk.app.drives().await?;
    Ok(DeskView {
        locale: desk.locale().into(),
        locales: Language::ALL.iter().copied().map(Locale::from).collect(),
        organisation: organisation.as_ref().map(OrganisationView::from),
        accounts: organisation
            .iter()
            .map(|organisation| AccountView::of(&organisation.payee, desk.locale()))
            .collect(),
        currency: "EUR".to_owned(),
        drives: drives.iter().map(DriveView::from).collect(),
        read_only: desk.held.as_ref().map(|held| fault_view(held, desk.locale()).message),
        display_open: host.display_is_open(),
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
    let account = args.account.ok_or_else(|| Fault::new(Code::HolderEmpty))?;
    let value = |name: &str| account.values.get(name).map(String::as_str).unwrap_or_default();
    let bic = Some(value("bic")).filter(|bic| !bic.is_empty());
    desk.app.set_up(&args.name, value("payee_name"), value("iban"), bic).await?;
    show(desk, host).await;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn country_list(
    desk: &Desk,
    _: &impl Host,
    _: Nothing,
) -> Result<Vec<CountryView>, Fault> {
    let countries = groat_money::countries().into_iter().filter_map(|code| {
        let currency = Currency::of_country(code)?.code().to_owned();
        let name = format::country_name(desk.locale(), code);
        Some(CountryView { code: code.to_owned(), name, currency })
    });
    Ok(countries.collect())
}

pub(crate) async fn country_offers(
    desk: &Desk,
    _: &impl Host,
    args: CountryOffers,
) -> Result<OffersView, Fault> {
    let offers = rails::offers(&args.country);
    Ok(OffersView {
        currency: Currency::of_country(&args.country).map(|currency| currency.code().to_owned()),
        offers: offers.iter().map(|offer| OfferView::of(offer, desk.locale())).collect(),
        country: args.country,
    })
}

pub(crate) async fn currency_list(
    _: &Desk,
    _: &impl Host,
    _: Nothing,
) -> Result<Vec<CurrencyView>, Fault> {
    Ok(Vec::new())
}

pub(crate) async fn account_check(
    _: &Desk,
    _: &impl Host,
    _: AccountArg,
) -> Result<AccountCheckView, Fault> {
    Ok(AccountCheckView { fault: None, destination: None, code: None })
}

pub(crate) async fn account_add(_: &Desk, _: &impl Host, _: AccountArg) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn account_retire(
    _: &Desk,
    _: &impl Host,
    _: OfAccount,
) -> Result<DeskView, Fault> {
    Err(Fault::new(Code::Internal))
}

pub(crate) async fn drive_open(
    desk: &Desk,
    host: &impl Host,
    args: DriveOpen,
) -> Result<DriveView, Fault> {
    let goal = args.goal.filter(|goal| !goal.trim().is_empty());
    let goal = goal.map(|goal| desk.typed(&goal, "goal")).transpose()?;
    let suggested = args.suggested.iter().enumerate();
    let suggested = suggested
        .map(|(place, text)| desk.typed(text, &format!("suggested.{place}")))
        .collect::<Result<_, _>>()?;
    let new = NewDrive { name: args.name, purpose: args.purpose, goal, suggested };
    let opened = desk.app.open_drive(new).await?;
    to_idle(desk, host, Some(opened.drive.id)).await;
    tell(host, opened.drive.id);
    Ok((&opened).into())
}

pub(crate) async fn drive_close(
    desk: &Desk,
    host: &impl Host,
    args: OfDrive,
) -> Result<DriveView, Fault> {
    let closed = desk.app.close_drive(desk.drive_id(&args.drive)?).await?;
    tell(host, closed.drive.id);
    Ok((&closed).into())
}

pub(crate) async fn ask_open(
    desk: &Desk,
    host: &impl Host,
    args: AskOpen,
) -> Result<AskView, Fault> {
    let drive = desk.drive_id(&args.drive)?;
    let amount = args.amount.map(|amount| desk.amount(&amount)).transpose()?;
    let asked = desk.app.ask(drive, amount).await?;
    let code = qr::Code::encode(&asked.payload, EcLevel::Medium)
        .map_err(|error| Fault::new(Code::Internal).because(error))?;
    let view = AskView::of(&asked, &code, desk.locale());
    let screen = Screen::Ask {
        amount: view.gift.amount.clone(),
        code: view.code.clone(),
        holder: view.holder.clone(),
        rail: view.rail.clone(),
        destination: view.destination.clone(),
        number: view.number.clone(),
    };
    desk.set_stage(Stage { drive: Some(drive), gift: Some(asked.gift.id), screen });
    show(desk, host).await;
    tell(host, drive);
    Ok(view)
}

pub(crate) async fn ask_seen(
    desk: &Desk,
    host: &impl Host,
    args: OfGift,
) -> Result<GiftView, Fault> {
    let gift = desk.app.see(desk.gift_id(&args.gift)?).await?;
    let view = GiftView::from(&gift);
    let screen = Screen::Thanks { amount: view.amount.clone() };
    desk.set_stage(Stage { drive: Some(gift.drive), gift: Some(gift.id), screen });
    show(desk, host).await;
    tell(host, gift.drive);
    Ok(view)
}

pub(crate) async fn cash_record(
    desk: &Desk,
    host: &impl Host,
    args: CashRecord,
) -> Result<GiftView, Fault> {
    let amount = desk.amount(&args.amount)?;
    let gift = desk.app.record_cash(desk.drive_id(&args.drive)?, amount).await?;
    show(desk, host).await;
    tell(host, gift.drive);
    Ok((&gift).into())
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
    tell(host, gift.drive);
    Ok((&gift).into())
}

pub(crate) async fn gift_list(
    desk: &Desk,
    _: &impl Host,
    args: GiftList,
) -> Result<GiftListView, Fault> {
    let search = GiftSearch {
        // A text that is no amount is simply not looked for as one.
        amount: desk.typed(&args.search, "search").ok(),
        text: args.search,
        state: args.state.map(groat_ledger::GiftState::from),
    };
    let drive = desk.drive_id(&args.drive)?;
    let page = desk.app.gifts(drive, &search, args.limit.min(LIST_MAX), args.offset).await?;
    Ok(GiftListView {
        gifts: page.gifts.iter().map(GiftView::from).collect(),
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
async fn show(desk: &Desk, host: &impl Host) {
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

fn tell(host: &impl Host, drive: DriveId) {
    host.changed(&Changed { drives: vec![drive.seq.to_string()] });
}
