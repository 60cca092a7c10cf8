//! The desk behind the windows: the program, its language, and what the donor's window shows.

use std::future::Future;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use groat_app::{App, Code, Face, Surroundings};
use groat_ledger::{DriveId, GiftId};
use groat_money::{Currency, Money, NumberSymbols};
use groat_phrases::{Arg, Locale, format};

use crate::stage::Stage;
use crate::views::{AmountArg, Changed, DisplayView, Progress};
use crate::{Fault, fault_view};

/// What the shell around the windows does for the commands.
pub trait Host: Sync {
    /// Lets the person choose where to save; `None` where they close the dialog.
    fn choose_save_path(&self, suggested: &str) -> impl Future<Output = Option<PathBuf>> + Send;
    /// Lets the person choose a file to open, of a kind by its ending; `None` where they close the
    /// dialog.
    fn choose_open_path(&self, ending: &str) -> impl Future<Output = Option<PathBuf>> + Send;
    /// Tells every window how far long work has come.
    fn progress(&self, progress: &Progress);
    /// Closes the books and opens them again: others lie in their place.
    fn reopen(&self);
    /// Opens or closes the donor's window and tells whether it is open now.
    fn toggle_display(&self) -> bool;
    /// Whether the donor's window is open.
    fn display_is_open(&self) -> bool;
    /// Shows something in the donor's window, at once.
    fn show(&self, view: &DisplayView);
    /// Tells every window that the books changed.
    fn changed(&self, changed: &Changed);
}

/// An open desk.
pub struct Desk {
    pub(crate) app: App,
    /// Why the books can only be read, as it was found at opening.
    pub(crate) held: Option<groat_app::Fault>,
    state: Mutex<State>,
    /// Whether the person wants long work to end.
    stop: AtomicBool,
}

/// What a desk knows beside its books; gone with the process, and nobody misses it.
struct State {
    locale: Locale,
    stage: Stage,
}

impl Desk {
    /// Opens the books of this user, or those in a folder, for the windows.
    ///
    /// Books that somebody else writes are opened for reading.
    ///
    /// # Errors
    /// A fault in the language of the system where the books cannot be opened at all.
    pub async fn open(folder: Option<PathBuf>) -> Result<Desk, Fault> {
        let system = system_locale();
        let opened = async {
            let folder = folder.map_or_else(groat_app::books_folder, Ok)?;
            let surroundings = Surroundings::of(&folder);
            Desk::open_in(folder, surroundings, system).await
        };
        opened.await.map_err(|fault| fault_view(&fault, system))
    }

    /// Opens the books in a folder by a given clock, given dice and a given place for keys.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub async fn open_with(folder: PathBuf, surroundings: Surroundings) -> Result<Desk, Fault> {
        let system = system_locale();
        let opened = Desk::open_in(folder, surroundings, system).await;
        opened.map_err(|fault| fault_view(&fault, system))
    }

    /// Locks the desk where its person has been away too long; tells whether it did, so that the
    /// windows read it again. To be called every few seconds.
    pub async fn tick(&self) -> bool {
        self.app.tick().await
    }

    async fn open_in(
        folder: PathBuf,
        surroundings: Surroundings,
        system: Locale,
    ) -> Result<Desk, groat_app::Fault> {
        let opened = App::open_with(folder.clone(), Face::Window, surroundings).await;
        let (app, held) = match opened {
            Ok(app) => (app, None),
            Err(held) if held.code == Code::BooksHeld => {
                (App::open_to_read(folder).await?, Some(held))
            }
            Err(other) => return Err(other),
        };
        let preferred = match app.preference(LOCALE).await {
            Ok(preferred) => preferred,
            Err(refused) => {
                app.close().await;
                return Err(refused);
            }
        };
        let locale = preferred.and_then(|code| code.parse().ok()).unwrap_or(system);
        Ok(Desk {
            app,
            held,
            state: Mutex::new(State { locale, stage: Stage::default() }),
            stop: AtomicBool::new(false),
        })
    }

    /// Closes the books. Must have returned before the process ends.
    pub async fn close(self) {
        self.app.close().await;
    }

    pub(crate) fn begin_long_work(&self) {
        self.stop.store(false, Ordering::Relaxed);
    }

    pub(crate) fn stop_long_work(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// The language of the desk.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.with_state(|state| state.locale)
    }

    pub(crate) async fn speak(&self, locale: Locale) -> Result<(), groat_app::Fault> {
        if self.app.is_writable() {
            self.app.prefer(LOCALE, locale.code()).await?;
        }
        self.with_state(|state| state.locale = locale);
        Ok(())
    }

    pub(crate) fn stage(&self) -> Stage {
        self.with_state(|state| state.stage.clone())
    }

    pub(crate) fn set_stage(&self, stage: Stage) {
        self.with_state(|state| state.stage = stage);
    }

    /// The state is whole whatever happened to a thread that held it: it is only ever replaced.
    fn with_state<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn drive_id(&self, text: &str) -> Result<DriveId, groat_app::Fault> {
        self.app.drive_id(text)
    }

    pub(crate) fn gift_id(&self, text: &str) -> Result<GiftId, groat_app::Fault> {
        self.app.gift_id(text)
    }

    pub(crate) fn amount(
        &self,
        amount: &AmountArg,
        currency: Currency,
    ) -> Result<Money, groat_app::Fault> {
        match amount {
            AmountArg::Typed(text) => self.typed(text, currency, "amount"),
            AmountArg::Decimal(text) => typed_money(None, currency, text),
        }
    }

    pub(crate) fn typed(
        &self,
        text: &str,
        currency: Currency,
        field: &str,
    ) -> Result<Money, groat_app::Fault> {
        typed_money(Some(self.locale()), currency, text).map_err(|fault| fault.at(field))
    }
}

const LOCALE: &str = "locale";

/// The language the system is set to.
#[must_use]
pub fn system_locale() -> Locale {
    // The first of them that is set decides alone (POSIX, "Internationalization Variables").
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    let wish = set.into_iter().find(|value| !value.is_empty());
    Locale::negotiate(&wish.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Reads an amount of a currency: as a person writes it in a language, or as plain decimal text.
///
/// # Errors
/// The codes of amounts, pointing at "amount", with an example in the signs that are read.
pub fn typed_money(
    locale: Option<Locale>,
    currency: Currency,
    text: &str,
) -> Result<Money, groat_app::Fault> {
    // A thousand and a half, in the decimals that the currency has.
    let minor = 10_i64.pow(currency.exponent().into());
    let example = Money::from_minor(1000 * minor + minor / 2, currency);
    let (read, example) = match locale {
        Some(locale) => {
            (format::read_amount(locale, text, currency), format::amount(locale, example))
        }
        None => {
            (groat_money::read_typed(text, NumberSymbols::PLAIN, currency), example.decimal_text())
        }
    };
    let largest = Arg::Money(groat_app::largest(currency));
    read.map_err(|error| groat_app::Fault::amount(error, example, largest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shell opens the desk on a thread of its own while the web view starts.
    #[test]
    fn opening_and_closing_may_move_between_threads() {
        fn moves<T: Send>(_: T) {}
        moves(Desk::open(None));
        moves(async { Desk::open(None).await.map(Desk::close) });
    }
}
