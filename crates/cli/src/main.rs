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
mod report;
mod table;
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use groat_app::{App, Code, Face, Fault, books_folder};
use groat_wire::system_locale;
use serde_json::Value;

use crate::args::{Account, Call, Cli, Drive, Record};
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
    let books = cli.common.books;
    let answer = match &cli.call {
        Call::Init(args) => {
            let app = App::open(folder(books)?, Face::Terminal).await?;
            closing(app, async |app| desk::init(terminal, app, args).await).await?
        }
        Call::Account(Account::List) => {
            reading(books, async |app| accounts::list(terminal, app).await).await?
        }
        Call::Account(Account::Add(args)) => {
            writing(books, async |app| accounts::add(terminal, app, args).await).await?
        }
        Call::Account(Account::Retire { account }) => {
            writing(books, async |app| accounts::retire(terminal, app, account).await).await?
        }
        Call::Drive(Drive::Open(args)) => {
            writing(books, async |app| desk::drive_open(terminal, app, args).await).await?
        }
        Call::Drive(Drive::List) => {
            reading(books, async |app| desk::drive_list(terminal, app).await).await?
        }
        Call::Drive(Drive::Close { drive }) => {
            writing(books, async |app| desk::drive_close(terminal, app, drive).await).await?
        }
        Call::Ask(args) => writing(books, async |app| desk::ask(terminal, app, args).await).await?,
        Call::Record(Record::Seen(gift)) => {
            writing(books, async |app| desk::record_seen(terminal, app, gift).await).await?
        }
        Call::Record(Record::Cash { amount, of }) => {
            writing(books, async |app| desk::record_cash(terminal, app, amount, of).await).await?
        }
        Call::Correct(args) => {
            writing(books, async |app| desk::correct(terminal, app, args).await).await?
        }
        Call::Report(of) => {
            reading(books, async |app| report::report(terminal, app, of).await).await?
        }
        Call::Export(args) => {
            reading(books, async |app| auditor::export(terminal, app, args).await).await?
        }
        Call::Verify(args) => {
            let app = App::open_to_prove(folder(books)?).await?;
            let verified =
                closing(app, async |app| auditor::verify(terminal, app, args).await).await?;
            terminal.answer(&verified.answer);
            return Ok(verified.status());
        }
        Call::Refold => writing(books, async |app| auditor::refold(terminal, app).await).await?,
        Call::Demo(args) => demo::demo(terminal, args).await?,
        Call::Code(call) => return code::code(terminal, call),
    };
    terminal.answer(&answer);
    Ok(ExitCode::SUCCESS)
}

fn folder(books: Option<PathBuf>) -> Result<PathBuf, Fault> {
    books.map_or_else(books_folder, Ok)
}

/// Reads books that somebody else may be writing.
async fn reading<T>(
    books: Option<PathBuf>,
    act: impl AsyncFnOnce(&App) -> Result<T, Fault>,
) -> Result<T, Fault> {
    closing(App::open_to_read(folder(books)?).await?, act).await
}

/// Writes books that are there.
async fn writing(
    books: Option<PathBuf>,
    act: impl AsyncFnOnce(&App) -> Result<Value, Fault>,
) -> Result<Value, Fault> {
    closing(App::open_existing(folder(books)?, Face::Terminal).await?, act).await
}

/// The books are closed however the act ended: dropping them is not enough.
async fn closing<T>(app: App, act: impl AsyncFnOnce(&App) -> Result<T, Fault>) -> Result<T, Fault> {
    let done = act(&app).await;
    app.close().await;
    done
}
