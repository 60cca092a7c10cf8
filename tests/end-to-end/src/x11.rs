//! An X screen of our own: its windows, its keyboard, its pictures.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::process::{Process, run};
use crate::{Outcome, Picture};

/// One X server and one window manager.
pub struct Screen {
    name: String,
    // Dropped in this order: the window manager before the server it draws on.
    _manager: Process,
    _server: Process,
}

/// One window on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pane {
    /// The window's id.
    pub id: u32,
    /// Its width in pixels of the screen.
    pub width: u32,
    /// Its height in pixels of the screen.
    pub height: u32,
}

impl Screen {
    /// Starts a screen of this size under a display number that is free.
    pub fn start(width: u32, height: u32) -> Outcome<Self> {
        let mut server = Process::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
                .arg(format!("{width}x{height}x24"))
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let mut number = String::new();
        BufReader::new(server.output()?).read_line(&mut number)?;
        if number.trim().is_empty() {
            return Err("Xvfb ended before it had a display".into());
        }
        let name = format!(":{}", number.trim());
        let manager = Process::start(
            Command::new("openbox")
                .env("DISPLAY", &name)
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        Ok(Self { name, _manager: manager, _server: server })
    }

    /// The screen's name, as `DISPLAY` wants it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The windows that can be seen under exactly this title.
    pub fn panes(&self, title: &str) -> Outcome<Vec<Pane>> {
        // With no window found, xdotool ends with 1 and says nothing.
        let Ok(ids) = self.xdotool(&["search", "--onlyvisible", "--name", title]) else {
            return Ok(Vec::new());
        };
        ids.lines().map(|id| self.pane(id)).collect()
    }

    fn pane(&self, id: &str) -> Outcome<Pane> {
        let geometry = self.xdotool(&["getwindowgeometry", "--shell", id])?;
        let number = |key: &str| -> Outcome<u32> {
            let line = geometry.lines().find_map(|line| line.strip_prefix(key));
            Ok(line.ok_or("xdotool tells no size")?.parse()?)
        };
        Ok(Pane { id: id.parse()?, width: number("WIDTH=")?, height: number("HEIGHT=")? })
    }

    /// Brings a window to the front and gives it the keyboard.
    pub fn raise(&self, pane: Pane) -> Outcome<()> {
        self.xdotool(&["windowactivate", "--sync", &pane.id.to_string()]).map(drop)
    }

    /// Puts a window somewhere else.
    pub fn place(&self, pane: Pane, x: u32, y: u32) -> Outcome<()> {
        let (id, x, y) = (pane.id.to_string(), x.to_string(), y.to_string());
        self.xdotool(&["windowmove", &id, &x, &y]).map(drop)
    }

    /// Moves the mouse to a place in a window, in pixels of the screen, and clicks.
    pub fn click(&self, pane: Pane, x: u32, y: u32) -> Outcome<()> {
        let (id, x, y) = (pane.id.to_string(), x.to_string(), y.to_string());
        self.xdotool(&["mousemove", "--window", &id, &x, &y, "click", "1"]).map(drop)
    }

    /// Types a text on the keyboard, into whatever listens.
    pub fn type_text(&self, text: &str) -> Outcome<()> {
        self.xdotool(&["type", "--delay", "8", text]).map(drop)
    }

    /// Presses a key, named as xdotool names it.
    pub fn press(&self, key: &str) -> Outcome<()> {
        self.xdotool(&["key", key]).map(drop)
    }

    /// Takes a picture of a window, or of all of them: "root".
    pub fn picture(&self, window: &str, path: &Path) -> Outcome<Picture> {
        run(Command::new("import").args(["-display", &self.name, "-window", window]).arg(path))?;
        Ok(Picture::new(path))
    }

    fn xdotool(&self, words: &[&str]) -> Outcome<String> {
        let output = run(Command::new("xdotool").env("DISPLAY", &self.name).args(words))?;
        Ok(String::from_utf8(output)?)
    }
}
