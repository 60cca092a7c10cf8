//! The desktop shell: opens the books and the windows, passes calls on, closes the books at the end.
//! No rule and no sentence lives here; what a window may ask for is decided in `wire`.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod desktop;
mod leaving;
mod shell;
mod windows;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use groat_wire::{Audience, Fault};
use serde_json::Value;
use tauri::async_runtime;
use tauri::{AppHandle, Manager, State, WebviewWindow};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

use desktop::Desktop;
use shell::Shell;

/// The exit status for books that are damaged, locked or newer than the program (as in the terminal).
const BOOKS_UNUSABLE: u8 = 4;

/// How often the desk looks whether its person has been away too long.
const LOOK_EVERY: Duration = Duration::from_secs(5);

fn main() -> Result<ExitCode, tauri::Error> {
    let desktop = Arc::new(Desktop::new(books_folder()));
    // The books open while the web view starts: neither waits for the other.
    let opening = desktop.open();

    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Arc::clone(&desktop))
        .invoke_handler(tauri::generate_handler![call])
        .setup(move |app| {
            windows::open_main(app.handle())?;
            leaving::on_signals(app.handle());
            lock_when_away(app.handle());
            let app = app.handle().clone();
            async_runtime::spawn(async move {
                if let Ok(Err(fault)) = opening.await {
                    refuse(&app, &fault);
                }
            });
            Ok(())
        })
        .build(tauri::generate_context!())?;

    let status = app.run_return(windows::on_event);
    async_runtime::block_on(desktop.close());
    Ok(ExitCode::from(u8::try_from(status).unwrap_or(u8::MAX)))
}

/// The one command: passes name, arguments and the window's part on, and the answer back.
#[tauri::command]
async fn call(
    window: WebviewWindow,
    desktop: State<'_, Arc<Desktop>>,
    name: String,
    args: Value,
) -> Result<Value, Fault> {
    let audience = match window.label() {
        windows::MAIN => Audience::Desk,
        // A window nobody foresaw may do no more than the one that strangers look at.
        _ => Audience::Display,
    };
    let shell = Shell::new(&window, &desktop);
    desktop.call(&shell, audience, &name, args).await
}

/// Locks the desk by itself when its person is away, and lets the windows see it.
fn lock_when_away(app: &AppHandle) {
    let app = app.clone();
    async_runtime::spawn(async move {
        let desktop = app.state::<Arc<Desktop>>().inner().clone();
        while !desktop.is_leaving() {
            tokio::time::sleep(LOOK_EVERY).await;
            if desktop.tick().await {
                windows::tell_changed(&app);
            }
        }
    });
}

/// Says in a native dialog why the books do not open, and leaves.
fn refuse(app: &AppHandle, fault: &Fault) {
    let mut text = fault.message.clone();
    if let Some(hint) = &fault.hint {
        text.push_str("\n\n");
        text.push_str(hint);
    }
    // The window has nothing to show, whether its page is there already or comes after this.
    app.state::<Arc<Desktop>>().leave();
    windows::hide_main(app);
    let leaving = app.clone();
    app.dialog()
        .message(text)
        .title(windows::TITLE)
        .kind(MessageDialogKind::Error)
        .show(move |_| leaving.exit(i32::from(BOOKS_UNUSABLE)));
}

/// The folder named by `--books DIR` or `GROAT_BOOKS`; none means the platform's own place.
fn books_folder() -> Option<PathBuf> {
    named_in(env::args_os().skip(1))
        .or_else(|| env::var_os("GROAT_BOOKS"))
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
}

fn named_in(mut args: impl Iterator<Item = OsString>) -> Option<OsString> {
    while let Some(arg) = args.next() {
        if arg == "--books" {
            return args.next();
        }
        if let Some(folder) = arg.to_str().and_then(|arg| arg.strip_prefix("--books=")) {
            return Some(folder.into());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(words: &[&str]) -> impl Iterator<Item = OsString> {
        words.iter().map(OsString::from).collect::<Vec<_>>().into_iter()
    }

    #[test]
    fn the_books_are_named_with_a_blank_or_an_equals_sign() {
        assert_eq!(named_in(args(&["--books", "/a b"])), Some("/a b".into()));
        assert_eq!(named_in(args(&["--books=/a b"])), Some("/a b".into()));
    }

    #[test]
    fn without_the_word_no_folder_is_named() {
        assert_eq!(named_in(args(&["/a", "--book"])), None);
        assert_eq!(named_in(args(&["--books"])), None);
    }
}
