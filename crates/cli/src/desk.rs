//! The desk's acts: set up, open and close drives, ask, record, correct. Each says what happened
//! and returns its answer for machines.

use groat_app::{App, Asked, Fault, NewDrive};
use groat_phrases::{Arg, Id, shown};
use groat_wire::codes::{Picture, picture};
use groat_wire::typed_money;
use groat_wire::views::{CorrectionReason, DriveView, GiftView, OrganisationView};
use serde_json::{Value, json};

use crate::args::{Ask, Correct, DriveOpen, Gift, Init, OfDrive};
use crate::table::{Lean, lay_out};
use crate::terminal::Terminal;

type Answer = Result<Value, Fault>;

pub async fn init(terminal: &mut Terminal, app: &App, args: &Init) -> Answer {
    let set_up = app.set_up(&args.name, &args.holder, &args.iban, args.bic.as_deref()).await?;
    let books = app.folder().display().to_string();
    terminal.say(
        Id::InitDone,
        &[
            ("organisation", set_up.name.as_str().into()),
            ("holder", set_up.payee.holder.as_str().into()),
            ("iban", set_up.payee.iban.grouped().into()),
        ],
    );
    terminal.say(Id::InitBooks, &[("path", books.as_str().into())]);
    terminal.say(Id::InitNext, &[]);
    Ok(json!({ "organisation": OrganisationView::from(&set_up), "books": books }))
}

pub async fn drive_open(terminal: &mut Terminal, app: &App, args: &DriveOpen) -> Answer {
    let goal = args.goal.as_deref().map(|goal| typed_money(None, goal)).transpose();
    let goal = goal.map_err(|fault| fault.at("goal"))?;
    let suggested = args.suggest.iter().enumerate().map(|(place, text)| {
        typed_money(None, text).map_err(|fault| fault.at(&format!("suggested.{place}")))
    });
    let suggested = suggested.collect::<Result<_, _>>()?;
    let (name, purpose) = (args.name.clone(), args.purpose.clone());
    let opened = app.open_drive(NewDrive { name, purpose, goal, suggested }).await?;
    let view = DriveView::from(&opened);
    let args = [("name", view.name.as_str().into()), ("id", view.id.as_str().into())];
    terminal.say(Id::DriveOpened, &args);
    Ok(json!({ "drive": view }))
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
        rows.push([found.drive.id.seq.to_string(), shown(&found.texts.name), days]);
    }
    for line in lay_out([Lean::Right, Lean::Left, Lean::Left], &rows) {
        terminal.line(&format!("  {line}"));
    }
    let views: Vec<DriveView> = drives.iter().map(DriveView::from).collect();
    Ok(json!({ "drives": views }))
}

pub async fn drive_close(terminal: &mut Terminal, app: &App, drive: &str) -> Answer {
    let found = app.find_drive(Some(drive)).await?;
    let closed = app.close_drive(found.drive.id).await?;
    terminal.say(Id::DriveClosed, &[("name", closed.texts.name.as_str().into())]);
    Ok(json!({ "drive": DriveView::from(&closed) }))
}

pub async fn ask(terminal: &mut Terminal, app: &App, args: &Ask) -> Answer {
    let amount = args.amount.as_deref().map(|amount| typed_money(None, amount)).transpose()?;
    let found = app.find_drive(args.of.drive.as_deref()).await?;
    let asked = app.ask(found.drive.id, amount).await?;
    show(terminal, &asked, &found.texts.purpose)?;
    Ok(json!({
        "gift": GiftView::from(&asked.gift),
        "number": asked.number.digits(),
        "payload": asked.payload,
        "holder": asked.payee.holder,
        "iban": asked.payee.iban.as_str(),
    }))
}

/// Shows an ask as a donor and a volunteer need it: the words above the code, the number below.
fn show(terminal: &mut Terminal, asked: &Asked, purpose: &str) -> Result<(), Fault> {
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
    let rows = [
        [label(Id::Amount), amount.unwrap_or_else(|| label(Id::AnyAmount))],
        [label(Id::Holder), shown(&asked.payee.holder)],
        [label(Id::Iban), asked.payee.iban.grouped()],
        [label(Id::Purpose), shown(purpose)],
        [label(Id::Number), number.clone()],
    ];
    for line in lay_out([Lean::Left, Lean::Left], &rows) {
        terminal.line(&line);
    }
    terminal.line("");
    terminal.say(Id::Scan, &[]);
    terminal.say(Id::ScanWhy, &[]);
    terminal.say(Id::AskedNext, &[named]);
    Ok(())
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
    Ok(json!({ "gift": GiftView::from(&seen) }))
}

pub async fn record_cash(terminal: &mut Terminal, app: &App, amount: &str, of: &OfDrive) -> Answer {
    let amount = typed_money(None, amount)?;
    let found = app.find_drive(of.drive.as_deref()).await?;
    let gift = app.record_cash(found.drive.id, amount).await?;
    terminal.say(Id::Recorded, &[("amount", amount.into())]);
    terminal.say(Id::RecordedNext, &[("gift", gift.id.seq.to_string().into())]);
    Ok(json!({ "gift": GiftView::from(&gift) }))
}

pub async fn correct(terminal: &mut Terminal, app: &App, args: &Correct) -> Answer {
    let found = app.find_gift(&args.gift.named()).await?;
    let corrected = app.correct(found.id, CorrectionReason::from(args.reason).into()).await?;
    match corrected.amount {
        Some(amount) => terminal.say(Id::Corrected, &[("amount", amount.into())]),
        None => terminal.say(Id::CorrectedAny, &[]),
    }
    Ok(json!({ "gift": GiftView::from(&corrected) }))
}
