//! The terminal face: the same acts as the window, for people and for scripts.
//!
//! Reads arguments, calls `app`, prints what `phrases` and `wire` make of the answer. No rules, no
//! SQL and no sentences here.

mod accounts;
mod args;
mod auditor;
mod code;
mod demo;
mod desk;
mod people;
mod report;
mod rights;
mod signing_in;
mod table;
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use groat_app::{App, Code, Face, Fault, Right, books_folder};
use groat_wire::system_locale;
use serde_json::Value;

use crate::args::{Account, Call, Cli, Drive, Person, Record};
use crate::signing_in::Caller;
use crate::terminal::{Ended, Terminal};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(refusal) => return refused(&refusal),
    };
    let locale = cli.common.locale.unwrap_or_else(system_locale);
    let mut terminal = Terminal::open(locale, cli.common.json);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let ended = match runtime {
        Ok(runtime) => runtime.block_on(run(&mut terminal, cli)),
        Err(error) => Err(Fault::new(Code::Internal).because(error)),
    };
    terminal.end(ended)
}

/// Arguments that cannot be read: told as clap tells people, or as a fault to machines.
fn refused(refusal: &clap::Error) -> ExitCode {
    let wants_json = std::env::args_os().any(|arg| arg == "--json");
    if !wants_json || !refusal.use_stderr() {
        // Nobody can be told when the streams fail.
        let _ = refusal.print();
        return if refusal.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
    }
    let text = refusal.to_string();
    let detail = text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    let fault = Fault::new(Code::ArgumentsMalformed).with("detail", detail);
    Terminal::open(system_locale(), true).end(Err(fault))
}

async fn run(terminal: &mut Terminal, cli: Cli) -> Ended {
    let caller = Caller::of(&cli.common, terminal.locale());
    let books = Books { folder: cli.common.books, caller: &caller, right: cli.call.right() };
    let answer = match &cli.call {
        Call::Init(args) => {
            let app = App::open(books.folder()?, Face::Terminal).await?;
            books.entering(app, async |app| desk::init(terminal, app, args).await).await?
        }
        Call::Account(Account::List) => {
            books.reading(async |app| accounts::list(terminal, app).await).await?
        }
        Call::Account(Account::Add(args)) => {
            books.writing(async |app| accounts::add(terminal, app, args).await).await?
        }
        Call::Account(Account::Retire { account }) => {
            books.writing(async |app| accounts::retire(terminal, app, account).await).await?
        }
        Call::Person(Person::List) => {
            books.reading(async |app| people::list(terminal, app).await).await?
        }
        Call::Person(Person::Add { name, role }) => {
            let role = (*role).into();
            books.writing(async |app| people::add(terminal, app, &caller, name, role).await).await?
        }
        Call::Person(Person::Role { name, role, new_secret }) => {
            let given = (name.as_str(), (*role).into(), *new_secret);
            books
                .writing(async |app| people::give_role(terminal, app, &caller, given).await)
                .await?
        }
        Call::Person(Person::Remove { name }) => {
            books.writing(async |app| people::remove(terminal, app, name).await).await?
        }
        Call::Drive(Drive::Open(args)) => {
            books.writing(async |app| desk::drive_open(terminal, app, args).await).await?
        }
        Call::Drive(Drive::List) => {
            books.reading(async |app| desk::drive_list(terminal, app).await).await?
        }
        Call::Drive(Drive::Close { drive }) => {
            books.writing(async |app| desk::drive_close(terminal, app, drive).await).await?
        }
        Call::Ask(args) => books.writing(async |app| desk::ask(terminal, app, args).await).await?,
        Call::Record(Record::Seen(gift)) => {
            books.writing(async |app| desk::record_seen(terminal, app, gift).await).await?
        }
        Call::Record(Record::Cash { amount, of }) => {
            books.writing(async |app| desk::record_cash(terminal, app, amount, of).await).await?
        }
        Call::Correct(args) => {
            books.writing(async |app| desk::correct(terminal, app, args).await).await?
        }
        Call::Report(of) => {
            books.reading(async |app| report::report(terminal, app, of).await).await?
        }
        Call::Export(args) => {
            books.reading(async |app| auditor::export(terminal, app, args).await).await?
        }
        Call::Verify(args) => {
            let app = App::open_to_prove(books.folder()?).await?;
            let verified =
                closing(app, async |app| auditor::verify(terminal, app, args).await).await?;
            terminal.answer(&verified.answer);
            return Ok(verified.status());
        }
        Call::Backup { file } => {
            books.writing(async |app| auditor::backup(terminal, app, file).await).await?
        }
        Call::Restore { file } => {
            auditor::restore(terminal, &books.folder()?, file, &caller).await?
        }
        Call::Recover { name } => {
            books.writing(async |app| people::recover(terminal, app, &caller, name).await).await?
        }
        Call::Refold => books.writing(async |app| auditor::refold(terminal, app).await).await?,
        Call::Demo(args) => demo::demo(terminal, args).await?,
        Call::Code(call) => return code::code(terminal, call),
    };
    terminal.answer(&answer);
    Ok(ExitCode::SUCCESS)
}

/// The books of one call, and who may do with them what it asks.
struct Books<'a> {
    folder: Option<PathBuf>,
    caller: &'a Caller,
    right: Right,
}

impl Books<'_> {
    fn folder(&self) -> Result<PathBuf, Fault> {
        self.folder.clone().map_or_else(books_folder, Ok)
    }

    /// Reads books that somebody else may be writing. Whoever has to sign in for it writes them:
    /// who came and who was refused is written down.
    async fn reading<T>(
        &self,
        act: impl AsyncFnOnce(&App) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let mut app = App::open_to_read(self.folder()?).await?;
        match Caller::must_sign_in(&app, self.right).await {
            Ok(false) => {}
            Ok(true) => {
                app.close().await;
                app = App::open_existing(self.folder()?, Face::Terminal).await?;
            }
            Err(refused) => {
                app.close().await;
                return Err(refused);
            }
        }
        self.entering(app, act).await
    }

    /// Writes books that are there.
    async fn writing(
        &self,
        act: impl AsyncFnOnce(&App) -> Result<Value, Fault>,
    ) -> Result<Value, Fault> {
        self.entering(App::open_existing(self.folder()?, Face::Terminal).await?, act).await
    }

    /// Does what the caller may do.
    async fn entering<T>(
        &self,
        app: App,
        act: impl AsyncFnOnce(&App) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        closing(app, async |app| {
            let _permit = self.caller.enter(app, self.right).await?;
            act(app).await
        })
        .await
    }
}

/// The books are closed however the act ended: dropping them is not enough.
async fn closing<T>(app: App, act: impl AsyncFnOnce(&App) -> Result<T, Fault>) -> Result<T, Fault> {
    let done = act(&app).await;
    app.close().await;
    done
}
