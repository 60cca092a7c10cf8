//! Opening the books for a face: the window or the terminal.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use groat_books::{Access, Books, BooksError, Holder, NewDesk};
use groat_ledger::journal::{Checkpoint, CheckpointDigits};
use groat_ledger::{DeskId, Salt};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::backup::settle;
use crate::keys::{self, OpenKeys};
use crate::session::Presence;
use crate::{Chance, Clock, Code, Fault, Keeper, KeyStore, Surroundings};

/// Which face of the program opens the books; told to whoever comes second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// The windows.
    Window,
    /// The `groat` command.
    Terminal,
}

/// How far a clock may lag behind the newest entry before people are told: corrections by the
/// network are smaller.
const CLOCK_TOLERANCE: SignedDuration = SignedDuration::from_mins(2);

/// The program behind its faces: books, clock and dice.
#[derive(Clone)]
pub struct App {
    pub(crate) books: Books,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) keys: Arc<OpenKeys>,
    pub(crate) presence: Arc<Presence>,
}

/// Where the books of this user lie: `groat/books` in the platform's place for data.
///
/// # Errors
/// [`Code::BooksUnavailable`] where the system names no such place.
pub fn books_folder() -> Result<PathBuf, Fault> {
    let place = dirs::data_dir().ok_or_else(|| {
        Fault::new(Code::BooksUnavailable).with("detail", "no data folder for this user")
    })?;
    Ok(place.join("groat").join("books"))
}

impl App {
    /// Opens books for writing, and makes them if they are not there.
    ///
    /// # Errors
    /// [`Code::BooksHeld`] when another process writes them; the other codes of books.
    pub async fn open(folder: PathBuf, face: Face) -> Result<App, Fault> {
        let surroundings = Surroundings::of(&folder);
        App::open_with(folder, face, surroundings).await
    }

    /// Opens books for writing that must be there already, so that a mistyped folder is told
    /// instead of filled.
    ///
    /// # Errors
    /// [`Code::BooksMissing`]; as [`App::open`].
    pub async fn open_existing(folder: PathBuf, face: Face) -> Result<App, Fault> {
        match App::open_to_read(folder.clone()).await {
            Ok(app) => app.close().await,
            Err(fault) if fault.code == Code::BooksMissing => return Err(fault),
            // Opening for writing mends what reading may not touch, or says what is wrong.
            Err(_) => {}
        }
        App::open(folder, face).await
    }

    /// Opens books for writing by a given clock, given dice and a given place for keys.
    ///
    /// # Errors
    /// As [`App::open`].
    pub async fn open_with(
        folder: PathBuf,
        face: Face,
        surroundings: Surroundings,
    ) -> Result<App, Fault> {
        let Surroundings { clock, chance, keys } = surroundings;
        let holder = Holder {
            face: match face {
                Face::Window => "window".to_owned(),
                Face::Terminal => "terminal".to_owned(),
            },
            user: whoami::username().unwrap_or_default(),
            process: std::process::id(),
            since: clock.now(),
        };
        settle(&folder)?;
        let keys = keys::find_or_make(&folder, keys.as_ref(), chance.as_ref())?;
        let id = DeskId(draw(chance.as_ref())?);
        let new_desk = NewDesk { id, signer: draw(chance.as_ref())? };
        let access = Access::Write { holder, new_desk };
        let books = Books::open(&folder, &keys.station(), access).await?;
        App::of(books, clock, chance, keys).await
    }

    /// Opens books that are there, for reading; somebody else may write them meanwhile.
    ///
    /// # Errors
    /// [`Code::BooksMissing`]; the other codes of books.
    pub async fn open_to_read(folder: PathBuf) -> Result<App, Fault> {
        App::open_only(folder, Access::Read).await
    }

    /// Opens books that are there, to prove them: also those that are damaged.
    ///
    /// # Errors
    /// [`Code::BooksMissing`]; the other codes of books.
    pub async fn open_to_prove(folder: PathBuf) -> Result<App, Fault> {
        App::open_only(folder, Access::Prove).await
    }

    /// Books of an earlier program are brought to today's format first, which only a writer may.
    async fn open_only(folder: PathBuf, access: Access) -> Result<App, Fault> {
        let Surroundings { clock, chance, keys: store } = Surroundings::of(&folder);
        let keys = match keys::find(&folder, store.as_ref())? {
            Some(keys) => keys,
            None => brought_up_to_date(&folder, store.as_ref()).await?,
        };
        let books = match Books::open(&folder, &keys.station(), access.clone()).await {
            Err(BooksError::OutOfDate { .. }) => {
                App::open(folder.clone(), Face::Terminal).await?.close().await;
                Books::open(&folder, &keys.station(), access).await?
            }
            other => other?,
        };
        App::of(books, clock, chance, keys).await
    }

    /// Somebody or nobody is at the desk, as the books know people or none.
    async fn of(
        books: Books,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
        keys: OpenKeys,
    ) -> Result<App, Fault> {
        let presence = match books.people().await {
            Ok(known) => Presence::of(&known),
            // Damaged books are proved by whoever has them; nobody signs in to them.
            Err(_) => Presence::locked(),
        };
        Ok(App { books, clock, chance, keys: Arc::new(keys), presence: Arc::new(presence) })
    }

    /// Closes the books. Must have returned before the process ends.
    pub async fn close(self) {
        self.lock().await;
        self.books.close().await;
    }

    /// Whether acts can be recorded here.
    #[must_use]
    pub fn is_writable(&self) -> bool {
        self.books.is_writable()
    }

    /// Where this computer keeps the key of the books.
    #[must_use]
    pub fn keeper(&self) -> Keeper {
        self.keys.keeper
    }

    /// The folder the books lie in.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.books.folder()
    }

    /// Verifies the whole journal and everything folded from it.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn verify(
        &self,
        progress: groat_books::Progress<'_>,
    ) -> Result<groat_books::Verified, Fault> {
        Ok(self.books.verify(progress).await?)
    }

    /// The short form of all that this desk has written: up to an entry, or to the newest. `None`
    /// where there is no such entry.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn checkpoint(&self, entry: Option<u64>) -> Result<Option<Checkpoint>, Fault> {
        Ok(self.books.checkpoint(entry).await?)
    }

    /// When an entry of this desk was written, by the clock of then; `None` where there is none.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn written_at(&self, entry: u64) -> Result<Option<Timestamp>, Fault> {
        Ok(self.books.written_at(Some(entry)).await?)
    }

    /// Whether the newest entry lies ahead of this computer's clock: then it was set back since, or
    /// it was ahead before.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn clock_is_set_back(&self) -> Result<bool, Fault> {
        let newest = self.books.written_at(None).await?;
        Ok(newest.is_some_and(|at| at.duration_since(self.clock.now()) > CLOCK_TOLERANCE))
    }

    /// Whether digits that somebody kept on paper are still those of an entry.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn checkpoint_holds(
        &self,
        entry: u64,
        digits: &CheckpointDigits,
    ) -> Result<bool, Fault> {
        let found = self.checkpoint(Some(entry)).await?;
        Ok(found.is_some_and(|checkpoint| checkpoint.digits() == *digits))
    }

    /// Folds every table again from the journal and returns the number of entries.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn refold(&self, progress: groat_books::Progress<'_>) -> Result<u64, Fault> {
        Ok(self.books.refold(progress).await?)
    }

    /// What the desk prefers under a name, such as its language.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn preference(&self, name: &str) -> Result<Option<String>, Fault> {
        Ok(self.books.preference(name).await?)
    }

    /// Remembers a preference of the desk.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn prefer(&self, name: &str, value: &str) -> Result<(), Fault> {
        Ok(self.books.prefer(name, value).await?)
    }

    pub(crate) fn salt(&self) -> Result<Salt, Fault> {
        draw(self.chance.as_ref()).map(Salt)
    }

    pub(crate) fn draw<const N: usize>(&self) -> Result<[u8; N], Fault> {
        draw(self.chance.as_ref())
    }
}

/// Books of a first program are plain and have no keys: opening them to write gives them some.
async fn brought_up_to_date(folder: &Path, store: &dyn KeyStore) -> Result<OpenKeys, Fault> {
    let missing = || Fault::new(Code::BooksMissing).with("path", folder.display().to_string());
    if !folder.join("station.db").is_file() {
        return Err(missing());
    }
    App::open(folder.to_owned(), Face::Terminal).await?.close().await;
    keys::find(folder, store)?.ok_or_else(missing)
}

pub(crate) fn draw<const N: usize>(chance: &dyn Chance) -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    chance.fill(&mut bytes).map_err(|error| Fault::new(Code::Internal).because(error))?;
    Ok(bytes)
}

/// An instant as a day and a time on this computer's clock, for sentences.
#[must_use]
pub fn local(at: Timestamp) -> DateTime {
    TimeZone::system().to_datetime(at)
}
