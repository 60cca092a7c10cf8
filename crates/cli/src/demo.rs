//! A practice drive from the first ask to the export, by the same acts as in earnest, on books that
//! are thrown away.

use std::path::PathBuf;

use groat_app::{App, Code, Face, Fault};
use groat_phrases::Id;
use serde_json::{Value, json};

use crate::args::{
    Ask, Correct, Demo, DriveOpen, Export, Gift, Init, OfDrive, OfStandard, Reason, Verify,
};
use crate::terminal::Terminal;
use crate::{auditor, closing, desk, report};

/// No German bank code begins with nine (Deutsche Bundesbank, Bankleitzahlen, clearing areas 1 to
/// 8), so this account is nowhere.
const NOBODYS_IBAN: &str = "DE19999999990000123456";

pub async fn demo(terminal: &mut Terminal, args: &Demo) -> Result<Value, Fault> {
    let books = tempfile::tempdir().map_err(no_folder)?;
    let out = args.out.clone().map_or_else(new_file, Ok)?;
    let app = App::open(books.path().to_owned(), Face::Terminal).await?;
    closing(app, async |app| play(terminal, app, out).await).await
}

async fn play(terminal: &mut Terminal, app: &App, out: PathBuf) -> Result<Value, Fault> {
    let word = |id| terminal.sentence(id, &[]);
    let (name, purpose) = (word(Id::DemoName), word(Id::DemoPurpose));
    let (organisation, holder) = (word(Id::DemoOrganisation), word(Id::DemoHolder));
    terminal.say(Id::DemoStart, &[]);

    narrate(terminal, Id::DemoSetUp);
    let (standard, set, bic) = (None, Vec::new(), None);
    let (holder, iban) = (Some(holder), Some(NOBODYS_IBAN.to_owned()));
    let account = OfStandard { standard, set, holder, iban, bic };
    desk::init(terminal, app, &Init { name: organisation, country: None, account }).await?;

    narrate(terminal, Id::DemoDrive);
    let (currency, goal, suggest) = (None, Some("50".to_owned()), Vec::new());
    let open = DriveOpen { name, purpose, currency, goal, suggest };
    desk::drive_open(terminal, app, &open).await?;

    narrate(terminal, Id::DemoAsk);
    let ask = Ask { amount: Some("5".to_owned()), account: None, of: newest() };
    let asked = desk::ask(terminal, app, &ask).await?;

    narrate(terminal, Id::DemoSeen);
    let seen = Gift::of(&asked, "/number");
    desk::record_seen(terminal, app, &seen).await?;

    narrate(terminal, Id::DemoCash);
    desk::record_cash(terminal, app, "2.50", &newest()).await?;

    narrate(terminal, Id::DemoMistake);
    let mistake = desk::record_cash(terminal, app, "20", &newest()).await?;
    let gift = Gift::of(&mistake, "/gift/id");
    desk::correct(terminal, app, &Correct { gift, reason: Reason::Mistake }).await?;

    narrate(terminal, Id::DemoReport);
    let report = report::report(terminal, app, &newest()).await?;

    narrate(terminal, Id::DemoVerify);
    let proof = auditor::verify(terminal, app, &Verify { against: None }).await?;

    narrate(terminal, Id::DemoExport);
    let export = auditor::export(terminal, app, &Export { of: newest(), file: out }).await?;

    narrate(terminal, Id::DemoEnd);
    let verified = proof.answer;
    Ok(json!({ "asked": asked, "report": report, "verified": verified, "export": export }))
}

/// A step: its sentence, and what the act says set off from it.
fn narrate(terminal: &mut Terminal, id: Id) {
    terminal.set_margin("");
    terminal.line("");
    terminal.say(id, &[]);
    terminal.set_margin("  ");
}

fn newest() -> OfDrive {
    OfDrive { drive: None }
}

/// A folder of its own: nobody can have put anything under that name before.
fn new_file() -> Result<PathBuf, Fault> {
    let folder = tempfile::Builder::new().prefix("groat-demo-").tempdir().map_err(no_folder)?;
    Ok(folder.keep().join("groat-demo.csv"))
}

fn no_folder(error: std::io::Error) -> Fault {
    Fault::new(Code::BooksUnavailable).with("detail", error.to_string()).because(error)
}
