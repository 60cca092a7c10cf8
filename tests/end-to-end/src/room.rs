//! A screen, a message bus and a home folder of their own, in which the program can run again and again.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::process::Process;
use crate::x11::Screen;
use crate::{Desk, Outcome, Picture, repository, until};

/// How the person has set up the machine.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// How many pixels of the screen make one of the page: 1 or 2.
    pub scale: u32,
    /// Whether the system is set to dark.
    pub dark: bool,
    /// The language of the system, as `LANG` names it.
    pub language: &'static str,
}

impl Default for Look {
    fn default() -> Self {
        Self { scale: 1, dark: false, language: "en_GB.UTF-8" }
    }
}

/// The place in which the program runs.
pub struct Room {
    name: String,
    look: Look,
    bus: String,
    home: TempDir,
    // Ends after the desk and before the home folder is removed.
    _bus: Process,
    screen: Screen,
}

impl Room {
    /// Sets up a room; `name` begins the names of its pictures.
    pub fn new(name: &str, look: Look) -> Outcome<Self> {
        Self::in_home(name, look, TempDir::with_prefix("groat-room-")?)
    }

    /// Sets up a room with its home in this folder: the system's folder for temporary files may lie
    /// in memory, where nothing is durable.
    pub fn new_in(folder: &Path, name: &str, look: Look) -> Outcome<Self> {
        Self::in_home(name, look, TempDir::with_prefix_in("groat-room-", folder)?)
    }

    fn in_home(name: &str, look: Look, home: TempDir) -> Outcome<Self> {
        let screen = Screen::start(2240 * look.scale, 1000 * look.scale)?;
        let (process, bus) = start_bus(home.path())?;
        Ok(Self { name: name.to_owned(), look, bus, home, _bus: process, screen })
    }

    /// Starts the program and waits for its window.
    pub async fn start(&self) -> Outcome<Desk<'_>> {
        Desk::start(self, &program()?).await
    }

    /// Starts another program with a window, to be compared with ours.
    pub async fn start_other(&self, program: &Path) -> Outcome<Desk<'_>> {
        Desk::start(self, program).await
    }

    /// Starts the program where it cannot do its work, takes a picture of the dialog that says so,
    /// answers it, and gives the exit status.
    pub async fn run_until_dialog_is_answered(&self, name: &str) -> Outcome<Option<i32>> {
        let mut child = self.command(&program()?).stderr(Stdio::null()).spawn()?;
        until("the dialog", async || {
            if child.try_wait()?.is_some() {
                return Err("the program ended without a word".into());
            }
            Ok(self.screen.panes("^Groat$")?.first().copied())
        })
        .await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        self.picture(name)?;
        self.screen.press("Return")?;
        until("the program to leave", async || Ok(child.try_wait()?)).await.map(|end| end.code())
    }

    /// Runs a program that has no window in this room.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(self.environment());
        command
    }

    /// A folder of this room's person for files.
    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    /// Where the program keeps the books in this room.
    pub fn books(&self) -> PathBuf {
        self.home.path().join("data/groat/books")
    }

    /// How the machine is set up.
    pub fn look(&self) -> Look {
        self.look
    }

    /// A picture of the whole screen.
    pub fn picture(&self, name: &str) -> Outcome<Picture> {
        self.screen.picture("root", &self.picture_path(name)?)
    }

    pub(crate) fn screen(&self) -> &Screen {
        &self.screen
    }

    pub(crate) fn picture_path(&self, name: &str) -> Outcome<PathBuf> {
        let folder = repository().join("target/pictures");
        fs::create_dir_all(&folder)?;
        Ok(folder.join(format!("{}-{name}.png", self.name)))
    }

    /// Everything a program in this room knows of the machine; nothing of the real home gets in.
    fn environment(&self) -> Vec<(&'static str, String)> {
        let home = self.home.path().display();
        let theme = if self.look.dark { "Adwaita:dark" } else { "Adwaita" };
        vec![
            ("PATH", env::var("PATH").unwrap_or_default()),
            ("HOME", home.to_string()),
            ("XDG_DATA_HOME", format!("{home}/data")),
            ("XDG_CONFIG_HOME", format!("{home}/config")),
            ("XDG_CACHE_HOME", format!("{home}/cache")),
            ("XDG_RUNTIME_DIR", home.to_string()),
            ("TMPDIR", home.to_string()),
            ("DISPLAY", self.screen.name().to_owned()),
            ("DBUS_SESSION_BUS_ADDRESS", self.bus.clone()),
            ("LANG", self.look.language.to_owned()),
            ("USER", "volunteer".to_owned()),
            ("TZ", "Europe/Berlin".to_owned()),
            ("GDK_BACKEND", "x11".to_owned()),
            ("GDK_SCALE", self.look.scale.to_string()),
            ("GTK_THEME", theme.to_owned()),
            ("NO_AT_BRIDGE", "1".to_owned()),
            ("TAURI_WEBVIEW_AUTOMATION", "true".to_owned()),
            ("WEBKIT_DISABLE_COMPOSITING_MODE", "1".to_owned()),
            ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".to_owned()),
        ]
    }
}

/// The program under test.
fn program() -> Outcome<PathBuf> {
    let path = env::var_os("GROAT_DESKTOP").map(PathBuf::from);
    match path {
        Some(path) if path.is_file() => Ok(path),
        Some(path) => {
            Err(format!("GROAT_DESKTOP names {}, which is no file", path.display()).into())
        }
        None => Err(
            "GROAT_DESKTOP must name the built program: `cargo xtask test` builds it and sets it"
                .into(),
        ),
    }
}

/// A message bus on which nothing but the program under test talks: no portal, no keyring, no
/// accessibility bus that would outlive the test.
fn start_bus(folder: &Path) -> Outcome<(Process, String)> {
    let rules = folder.join("bus.conf");
    fs::write(
        &rules,
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
    )?;
    let mut process = Process::start(
        Command::new("dbus-daemon")
            .arg(format!("--config-file={}", rules.display()))
            .args(["--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    )?;
    let mut address = String::new();
    BufReader::new(process.output()?).read_line(&mut address)?;
    Ok((process, address.trim().to_owned()))
}
