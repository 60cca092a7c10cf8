//! The desk's acts: set up, open and close drives, ask, record, correct. Each says what happened
//! and returns its answer for machines.

use groat_app::{App, Asked, DriveStanding, Fault, NewDrive, Rails, suggested};
use groat_phrases::{Arg, Id, shown};
use groat_wire::codes::{Picture, picture};
use groat_wire::views::{
    AccountView, CorrectionReason, DriveView, GiftView, OrganisationView, RailView, Reader,
    ReturnOfNumber,
};
use groat_wire::{named_currency, typed_money};
use serde_json::{Value, json};

use crate::args::{Ask, Correct, DriveOpen, Gift, Init, OfDrive};
use crate::table::{Lean, lay_out};
use crate::terminal::Terminal;

type Answer = Result<Value, Fault>;

pub async fn init(terminal: &mut Terminal, app: &App, args: &Init) -> Answer {
    let account = args.account.account();
    let set_up = app.set_up(&args.name, args.country.as_deref(), account.as_ref()).await;
    let (organisation, account) = set_up.map_err(|fault| args.account.renamed(fault))?;
    let books = app.folder().display().to_string();
    let named = ("organisation", organisation.name.as_str().into());
    match &account {
        Some(account) => terminal.say(
            Id::InitDone,
            &[
                named,
                ("holder", account.holder().into()),
                ("destination", account.destination().into()),
            ],
        ),
        None => terminal.say(Id::InitCashOnly, &[named]),
    }
    terminal.say(Id::InitBooks, &[("path", books.as_str().into())]);
    terminal.say(Id::InitNext, &[]);
    let account = account.map(|account| AccountView::of(&account, terminal.locale(), &app.ids()));
    let organisation = OrganisationView::from(&organisation);
    Ok(json!({ "organisation": organisation, "account": account, "books": books }))
}

pub async fn drive_open(terminal: &mut Terminal, app: &App, args: &DriveOpen) -> Answer {
    let currency = match &args.currency {
        Some(code) => named_currency(code)?,
        None => app.currency().await?,
    };
    let goal = args.goal.as_deref().map(|goal| typed_money(None, currency, goal)).transpose();
    let goal = goal.map_err(|fault| fault.at("goal"))?;
    let typed = args.suggest.iter().enumerate().map(|(place, text)| {
        typed_money(None, currency, text).map_err(|fault| fault.at(&format!("suggested.{place}")))
    });
    let typed = typed.collect::<Result<Vec<_>, _>>()?;
    let suggested = if typed.is_empty() { suggested(currency).to_vec() } else { typed };
    let (name, purpose) = (args.name.clone(), args.purpose.clone());
    let opened = app.open_drive(NewDrive { name, purpose, currency, goal, suggested }).await?;
    let view = drive_view(app, &opened).await?;
    let args = [("name", view.name.as_str().into()), ("id", view.id.as_str().into())];
    terminal.say(Id::DriveOpened, &args);
    Ok(json!({ "drive": view }))
}

/// A drive with the accounts it can be asked for.
pub async fn drive_view(app: &App, found: &DriveStanding) -> Result<DriveView, Fault> {
    let rails = app.rails(std::slice::from_ref(found)).await?;
    Ok(DriveView::of(found, rails.first().unwrap_or(&Rails::default()), &app.ids()))
}

pub async fn drive_list(terminal: &mut Terminal, app: &App) -> Answer {
    let drives = app.drives().await?;
    if drives.is_empty() {
        terminal.say(Id::DriveListEmpty, &[]);
    } else {
        terminal.say(Id::DriveListHeading, &[("count", drives.len().into())]);
    }
    let mut rows = Vec::new();
    for found in &drives {
        let opened = Arg::from(found.drive.opened_on);
        let days = match found.drive.closed_on {
            None => terminal.sentence(Id::DriveOpenSince, &[("date", opened)]),
            Some(closed) => terminal
                .sentence(Id::DriveClosedOn, &[("opened", opened), ("closed", closed.into())]),
        };
        rows.push([app.ids().text(&found.drive.id), shown(&found.texts.name), days]);
    }
    for line in lay_out([Lean::Right, Lean::Left, Lean::Left], &rows) {
        terminal.line(&format!("  {line}"));
    }
    let rails = app.rails(&drives).await?;
    let views = drives.iter().zip(&rails);
    let views: Vec<_> =
        views.map(|(found, rails)| DriveView::of(found, rails, &app.ids())).collect();
    Ok(json!({ "drives": views }))
}

pub async fn drive_close(terminal: &mut Terminal, app: &App, drive: &str) -> Answer {
    let found = app.find_drive(Some(drive)).await?;
    let closed = app.close_drive(found.drive.id).await?;
    terminal.say(Id::DriveClosed, &[("name", closed.texts.name.as_str().into())]);
    Ok(json!({ "drive": drive_view(app, &closed).await? }))
}

pub async fn ask(terminal: &mut Terminal, app: &App, args: &Ask) -> Answer {
    let found = app.find_drive(args.of.drive.as_deref()).await?;
    let currency = found.drive.currency;
    let amount = args.amount.as_deref().map(|amount| typed_money(None, currency, amount));
    let amount = amount.transpose()?;
    let account = args.account.as_deref().map(|account| app.account_id(account)).transpose()?;
    let asked = app.ask(found.drive.id, account, amount).await?;
    show(terminal, app, &asked, &found.texts.purpose)?;
    Ok(json!({
        "gift": GiftView::of(&asked.gift, &app.ids()),
        "number": asked.number.digits(),
        "payload": asked.payload,
        "rail": RailView::of(&asked, terminal.locale(), &app.ids()),
        "holder": asked.payee,
        "destination": asked.account.destination(),
        "iban": asked.account.iban().map(|iban| iban.as_str().to_owned()),
    }))
}

/// Shows an ask as a donor and a volunteer need it: the words above the code, the number below.
fn show(terminal: &mut Terminal, app: &App, asked: &Asked, purpose: &str) -> Result<(), Fault> {
    let number = asked.number.grouped();
    let named = ("number", Arg::from(number.as_str()));
    match asked.gift.amount {
        Some(amount) => terminal.say(Id::Asked, &[("amount", amount.into()), named.clone()]),
        None => terminal.say(Id::AskedAny, std::slice::from_ref(&named)),
    }
    let kind = if Terminal::is_screen() { Picture::ColouredText } else { Picture::Text };
    let drawn = picture(&asked.payload, kind, None)?;
    terminal.line("");
    terminal.lines(&String::from_utf8_lossy(&drawn));
    terminal.line("");
    let amount =
        asked.gift.amount.map(|amount| groat_phrases::format::money(terminal.locale(), amount));
    let label = |id| terminal.sentence(id, &[]);
    let rail = RailView::of(asked, terminal.locale(), &app.ids());
    let has_iban = asked.account.iban().is_some();
    let rows = [
        [label(Id::Amount), amount.unwrap_or_else(|| label(Id::AnyAmount))],
        [label(if has_iban { Id::Holder } else { Id::Payee }), shown(&asked.payee)],
        [
            if has_iban { label(Id::Iban) } else { rail.title.clone() },
            shown(&asked.account.destination()),
        ],
        [label(Id::Purpose), shown(purpose)],
        [label(Id::Number), number.clone()],
    ];
    for line in lay_out([Lean::Left, Lean::Left], &rows) {
        terminal.line(&line);
    }
    terminal.line("");
    words(terminal, asked, &rail);
    terminal.say(Id::AskedNext, &[named]);
    Ok(())
}

/// What donor and volunteer need to know of this way to pay.
fn words(terminal: &mut Terminal, asked: &Asked, rail: &RailView) {
    let id = match rail.reader {
        Reader::BankingApp => Id::Scan,
        Reader::UpiApp => Id::ScanUpi,
        Reader::App => Id::ScanApp,
        Reader::Camera => Id::ScanCamera,
        Reader::LightningWallet => Id::ScanLightning,
        Reader::BitcoinWallet => Id::ScanBitcoin,
        Reader::EthereumWallet => Id::ScanEthereum,
        Reader::SolanaWallet => Id::ScanSolana,
    };
    terminal.say(id, &[("app", rail.app.as_deref().unwrap_or_default().into())]);
    if rail.reader == Reader::BankingApp {
        terminal.say(Id::ScanWhy, &[]);
    }
    if let (Some(amount), false) = (asked.gift.amount, rail.carries_amount) {
        terminal.say(Id::TypeAmount, &[("amount", amount.into())]);
    }
    if rail.number_returns == ReturnOfNumber::No {
        terminal.say(Id::NumberStaysHere, &[]);
    }
}

pub async fn record_seen(terminal: &mut Terminal, app: &App, gift: &Gift) -> Answer {
    let found = app.find_gift(&gift.named()).await?;
    let seen = app.see(found.id).await?;
    let number = seen.number.map(|number| number.grouped()).unwrap_or_default();
    let number = ("number", Arg::from(number));
    match seen.amount {
        Some(amount) => terminal.say(Id::Seen, &[("amount", amount.into()), number]),
        None => terminal.say(Id::SeenAny, &[number]),
    }
    Ok(json!({ "gift": GiftView::of(&seen, &app.ids()) }))
}

pub async fn record_cash(terminal: &mut Terminal, app: &App, amount: &str, of: &OfDrive) -> Answer {
    let found = app.find_drive(of.drive.as_deref()).await?;
    let amount = typed_money(None, found.drive.currency, amount)?;
    let gift = app.record_cash(found.drive.id, amount).await?;
    terminal.say(Id::Recorded, &[("amount", amount.into())]);
    terminal.say(Id::RecordedNext, &[("gift", app.ids().text(&gift.id).into())]);
    Ok(json!({ "gift": GiftView::of(&gift, &app.ids()) }))
}

pub async fn correct(terminal: &mut Terminal, app: &App, args: &Correct) -> Answer {
    let found = app.find_gift(&args.gift.named()).await?;
    let corrected = app.correct(found.id, CorrectionReason::from(args.reason).into()).await?;
    match corrected.amount {
        Some(amount) => terminal.say(Id::Corrected, &[("amount", amount.into())]),
        None => terminal.say(Id::CorrectedAny, &[]),
    }
    Ok(json!({ "gift": GiftView::of(&corrected, &app.ids()) }))
}
