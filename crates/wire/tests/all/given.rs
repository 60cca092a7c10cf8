//! A desk behind recording windows.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use groat_wire::views::{Changed, DisplayView, Progress, Screen};
use groat_wire::{Audience, Desk, Fault, Host, call};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Windows that remember what they were told.
#[derive(Default)]
pub struct Windows {
    open: AtomicBool,
    shown: Mutex<Vec<DisplayView>>,
    changed: Mutex<Vec<Vec<String>>>,
    save: Mutex<Option<PathBuf>>,
    suggested: Mutex<Vec<String>>,
    progress: Mutex<Vec<Progress>>,
    reopened: AtomicU32,
}

impl Windows {
    pub fn with_display() -> Windows {
        let windows = Windows::default();
        windows.open.store(true, Ordering::Relaxed);
        windows
    }

    /// What the donor's window was shown since this was asked last.
    pub fn shown(&self) -> Vec<DisplayView> {
        std::mem::take(&mut self.shown.lock().unwrap())
    }

    pub fn screen(&self) -> Screen {
        self.shown().pop().unwrap().screen
    }

    /// The drives that the windows were told to read again.
    pub fn changed(&self) -> Vec<Vec<String>> {
        std::mem::take(&mut self.changed.lock().unwrap())
    }

    /// How far long work was said to be, since this was asked last.
    pub fn progress(&self) -> Vec<Progress> {
        std::mem::take(&mut self.progress.lock().unwrap())
    }

    /// How often the books were to be opened anew.
    pub fn reopened(&self) -> u32 {
        self.reopened.load(Ordering::Relaxed)
    }

    pub fn save_to(&self, path: &Path) {
        *self.save.lock().unwrap() = Some(path.to_owned());
    }

    pub fn suggested(&self) -> Vec<String> {
        std::mem::take(&mut self.suggested.lock().unwrap())
    }
}

impl Host for Windows {
    async fn choose_save_path(&self, suggested: &str) -> Option<PathBuf> {
        self.suggested.lock().unwrap().push(suggested.to_owned());
        self.save.lock().unwrap().clone()
    }

    async fn choose_open_path(&self, _: &str) -> Option<PathBuf> {
        self.save.lock().unwrap().clone()
    }

    fn progress(&self, progress: &Progress) {
        self.progress.lock().unwrap().push(*progress);
    }

    fn reopen(&self) {
        self.reopened.fetch_add(1, Ordering::Relaxed);
    }

    fn toggle_display(&self) -> bool {
        !self.open.fetch_xor(true, Ordering::Relaxed)
    }

    fn display_is_open(&self) -> bool {
        self.open.load(Ordering::Relaxed)
    }

    fn show(&self, view: &DisplayView) {
        self.shown.lock().unwrap().push(view.clone());
    }

    fn changed(&self, changed: &Changed) {
        self.changed.lock().unwrap().push(changed.drives.clone());
    }
}

/// A desk in English with the donor's window open.
pub struct Given {
    pub desk: Desk,
    pub windows: Windows,
    pub folder: TempDir,
}

impl Given {
    pub async fn new() -> Given {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(Some(folder.path().to_owned())).await.unwrap();
        let given = Given { desk, windows: Windows::with_display(), folder };
        given.ok("locale_set", json!({ "locale": "en" })).await;
        given
    }

    /// With an organisation and one drive, whose id is answered.
    pub async fn with_drive() -> (Given, String) {
        let given = Given::new().await;
        given.ok("organisation_set_up", set_up()).await;
        let drive = given.ok("drive_open", drive_open()).await;
        let id = drive["id"].as_str().unwrap().to_owned();
        given.windows.shown();
        given.windows.changed();
        (given, id)
    }

    /// The same books opened anew, as the shell does where others were put in their place.
    pub async fn reopened(self) -> Given {
        let Given { desk, windows, folder } = self;
        desk.close().await;
        let desk = Desk::open(Some(folder.path().to_owned())).await.unwrap();
        Given { desk, windows, folder }
    }

    pub async fn call(&self, name: &str, args: Value) -> Result<Value, Fault> {
        call(&self.desk, &self.windows, Audience::Desk, name, args).await
    }

    #[track_caller]
    pub fn ok(&self, name: &str, args: Value) -> impl Future<Output = Value> {
        let name = name.to_owned();
        async move {
            let answer = self.call(&name, args).await;
            answer.unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
        }
    }

    /// The code of a refusal and the field it points at.
    pub async fn refused(&self, name: &str, args: Value) -> (String, Option<String>) {
        let Err(fault) = self.call(name, args.clone()).await else { panic!("{name} {args}") };
        assert!(!fault.message.is_empty() && !fault.message.starts_with("fault-"), "{fault:?}");
        (fault.code, fault.field)
    }
}

pub fn set_up() -> Value {
    let values = json!({ "payee_name": "Brunnen e.V.", "iban": "DE89 3704 0044 0532 0130 00" });
    let account = json!({ "standard": "EPC", "values": values });
    json!({ "name": "Brunnen", "country": "DE", "account": account })
}

pub fn drive_open() -> Value {
    json!({
        "name": "Fountain", "purpose": "Wasser", "goal": "1,000.00",
        "suggested": ["5", "2.00", "10"],
    })
}

pub fn typed(text: &str) -> Value {
    json!({ "typed": text })
}
