//! The program running in a room, with hands and eyes on its windows.

use std::fmt;
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::{By, TypingData, WebDriver, WebElement};
use tokio::net::TcpStream;

use crate::process::{Process, began, children, signal, wait_for_end};
use crate::x11::Pane;
use crate::{Outcome, Picture, Room, until};

/// Ours in the title bar of both windows.
const TITLE: &str = "^Groat$";

/// The running program.
pub struct Desk<'room> {
    room: &'room Room,
    web: WebDriver,
    app: u32,
    ended: bool,
    // Dropped last: the driver before the room around it.
    _driver: Process,
}

/// A place in a window, in pixels of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pane: Pane,
    x: u32,
    y: u32,
}

impl<'room> Desk<'room> {
    pub(crate) async fn start(room: &'room Room, program: &Path) -> Outcome<Self> {
        let port = free_port()?;
        let driver = Process::start(
            room.command(Path::new("WebKitWebDriver"))
                .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        until("WebKitWebDriver", async || Ok(Some(TcpStream::connect(("127.0.0.1", port)).await?)))
            .await?;
        let mut wanted = Capabilities::new();
        wanted.set("webkitgtk:browserOptions", json!({ "binary": program, "args": [] }))?;
        let web = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await?;
        let name = program.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let found = children(driver.id(), name)?;
        let app = *found.first().ok_or("WebKitWebDriver did not start the program")?;
        Ok(Self { room, web, app, ended: false, _driver: driver })
    }

    /// The WebDriver session, for what this harness has no word for.
    pub fn web(&self) -> &WebDriver {
        &self.web
    }

    /// When the program's process began, since the machine started: to a hundredth of a second.
    pub fn began(&self) -> Outcome<Duration> {
        began(self.app)
    }

    /// The id of the program's process.
    pub fn process(&self) -> u32 {
        self.app
    }

    /// Tells the program to leave, as the end of a session does, and waits until it has left.
    pub async fn stop(mut self) -> Outcome<()> {
        signal(self.app, "TERM")?;
        wait_for_end(self.app, Duration::from_secs(10))?;
        self.ended = true;
        Ok(())
    }

    /// Ends the program without a word: as a power cut does, for the program.
    pub async fn kill(mut self) -> Outcome<()> {
        signal(self.app, "KILL")?;
        wait_for_end(self.app, Duration::from_secs(10))?;
        self.ended = true;
        Ok(())
    }

    /// Waits until the program has left by itself.
    pub async fn wait_for_leaving(mut self) -> Outcome<()> {
        wait_for_end(self.app, Duration::from_secs(10))?;
        self.ended = true;
        Ok(())
    }

    /// Turns to the window of the people at the desk.
    pub async fn to_main(&self) -> Outcome<()> {
        self.to_window(|url| !url.contains("display")).await
    }

    /// Turns to the window donors see.
    pub async fn to_display(&self) -> Outcome<()> {
        self.to_window(|url| url.contains("display")).await
    }

    async fn to_window(&self, wanted: impl Fn(&str) -> bool) -> Outcome<()> {
        until("the window", async || {
            for window in self.web.windows().await? {
                self.web.switch_to_window(window).await?;
                if wanted(self.web.current_url().await?.as_str()) {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await
    }

    /// Waits for the first element that a selector names and that can be seen.
    pub async fn find(&self, selector: &str) -> Outcome<WebElement> {
        until(selector, async || {
            for element in self.web.find_all(By::Css(selector)).await? {
                if element.is_displayed().await? {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// How many elements a selector names now.
    pub async fn count(&self, selector: &str) -> Outcome<usize> {
        Ok(self.web.find_all(By::Css(selector)).await?.len())
    }

    /// Waits for a control by its mark, and clicks it.
    pub async fn click(&self, act: &str) -> Outcome<()> {
        self.click_on(&format!("[data-act='{act}']")).await
    }

    /// Waits for what a selector names to be there and enabled, and clicks it.
    pub async fn click_on(&self, selector: &str) -> Outcome<()> {
        let what = format!("{selector} to be clicked");
        until(&what, async || {
            let element = self.find(selector).await?;
            if !element.is_enabled().await? {
                return Ok(None);
            }
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// The middle of a control in the desk's window, to be tapped there.
    pub async fn place_of(&self, act: &str) -> Outcome<Place> {
        let selector = format!("[data-act='{act}']");
        self.find(&selector).await?;
        let scale = self.room.look().scale;
        let told = self
            .script(&format!(
                "const part = document.querySelector(\"{selector}\").getBoundingClientRect();
                 const middle = [part.x + part.width / 2, part.y + part.height / 2];
                 return middle.map((place) => String(Math.round(place * {scale})));"
            ))
            .await?;
        let number = |at: usize| -> Outcome<u32> {
            Ok(told.get(at).and_then(Value::as_str).unwrap_or_default().parse()?)
        };
        Ok(Place { pane: self.main_pane()?, x: number(0)?, y: number(1)? })
    }

    /// Taps a place with the mouse: through the screen, as a person does, and not through the page.
    pub fn tap(&self, place: Place) -> Outcome<()> {
        self.room.screen().click(place.pane, place.x, place.y)
    }

    /// Types a text into the field with this id, in place of what stands there.
    pub async fn fill(&self, id: &str, text: &str) -> Outcome<()> {
        let field = self.find(&format!("[id='{id}']")).await?;
        field.clear().await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// Chooses a value from the list with this id.
    pub async fn choose(&self, id: &str, value: &str) -> Outcome<()> {
        let option = format!("[id='{id}'] option[value='{value}']");
        until(&option, async || {
            let found = self.web.find_all(By::Css(option.as_str())).await?;
            let Some(option) = found.first() else { return Ok(None) };
            option.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Types on the page, wherever the focus is.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Outcome<()> {
        let focused = self.web.active_element().await?;
        focused.send_keys(keys).await?;
        Ok(())
    }

    /// The text that can be seen in the first element a selector names.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// Waits until a part's text contains a piece, and gives the whole text.
    pub async fn wait_for_text(&self, selector: &str, piece: &str) -> Outcome<String> {
        let mut seen = String::new();
        let what = format!("{piece:?} in {selector}");
        let found = until(&what, async || {
            seen = self.text(selector).await?;
            Ok(seen.contains(piece).then(|| seen.clone()))
        })
        .await;
        found.map_err(|error| format!("{error}; it reads {seen:?}").into())
    }

    /// Waits until nothing is there that a selector names.
    pub async fn wait_for_absence(&self, selector: &str) -> Outcome<()> {
        let what = format!("{selector} to go away");
        until(&what, async || Ok((self.count(selector).await? == 0).then_some(()))).await
    }

    /// Runs a script in the page and gives what it returns.
    pub async fn script(&self, script: &str) -> Outcome<Value> {
        Ok(self.web.execute(script, Vec::new()).await?.json().clone())
    }

    /// Puts the donor's window beside the desk's, so that a picture of the screen shows both.
    pub async fn place_side_by_side(&self) -> Outcome<()> {
        let scale = self.room.look().scale;
        until("both windows", async || Ok((self.visible_windows()? == 2).then_some(()))).await?;
        self.room.screen().place(self.main_pane()?, 10 * scale, 30 * scale)?;
        self.room.screen().place(self.display_pane()?, 1215 * scale, 30 * scale)
    }

    /// A picture of the whole screen.
    pub fn picture(&self, name: &str) -> Outcome<Picture> {
        self.room.picture(name)
    }

    /// A picture of the desk's window alone.
    pub fn picture_of_main(&self, name: &str) -> Outcome<Picture> {
        self.picture_of(self.main_pane()?, name)
    }

    /// A picture of the donor's window alone: what a phone sees.
    pub fn picture_of_display(&self, name: &str) -> Outcome<Picture> {
        self.picture_of(self.display_pane()?, name)
    }

    fn picture_of(&self, pane: Pane, name: &str) -> Outcome<Picture> {
        self.room.screen().raise(pane)?;
        let path = self.room.picture_path(name)?;
        self.room.screen().picture(&pane.id.to_string(), &path)
    }

    // Both windows carry the program's name, but the desk's is the wider one.

    fn main_pane(&self) -> Outcome<Pane> {
        let panes = self.panes_at_least(1)?;
        panes.into_iter().max_by_key(|pane| pane.width).ok_or_else(|| "no window is there".into())
    }

    fn display_pane(&self) -> Outcome<Pane> {
        let panes = self.panes_at_least(2)?;
        if panes.len() < 2 {
            return Err("the donor's window is not there".into());
        }
        panes.into_iter().min_by_key(|pane| pane.width).ok_or_else(|| "no window is there".into())
    }

    /// Our windows, once there are `count` of them, or what is there after three seconds: while
    /// one window is being destroyed, a search of the screen can fail or find none at all.
    fn panes_at_least(&self, count: usize) -> Outcome<Vec<Pane>> {
        for _ in 0..30 {
            match self.panes() {
                Ok(panes) if panes.len() >= count => return Ok(panes),
                _ => std::thread::sleep(Duration::from_millis(100)),
            }
        }
        self.panes()
    }

    fn panes(&self) -> Outcome<Vec<Pane>> {
        self.room.screen().panes(TITLE)
    }

    /// How many of our windows can be seen.
    pub fn visible_windows(&self) -> Outcome<usize> {
        Ok(self.panes()?.len())
    }

    /// Closes the desk's window by its title bar's means.
    pub async fn close_main_by_keyboard(&self) -> Outcome<()> {
        self.close_by_keyboard(self.main_pane()?).await
    }

    /// Closes the donor's window by its title bar's means.
    pub async fn close_display_by_keyboard(&self) -> Outcome<()> {
        self.close_by_keyboard(self.display_pane()?).await
    }

    /// Presses the keys until the window is gone: one pressed while the window manager still hands
    /// the keyboard over goes nowhere, and a person would press again.
    async fn close_by_keyboard(&self, pane: Pane) -> Outcome<()> {
        until("the window to close", async || {
            if !self.panes()?.contains(&pane) {
                return Ok(Some(()));
            }
            self.room.screen().raise(pane)?;
            self.room.screen().press("alt+F4")?;
            tokio::time::sleep(Duration::from_secs(2)).await;
            Ok(None)
        })
        .await
    }

    /// Answers the native save dialog with a path typed on the keyboard.
    pub async fn save_as(&self, path: &Path) -> Outcome<()> {
        let screen = self.room.screen();
        until("the save dialog", async || self.dialog()).await?;
        // The dialog listens a moment after it can be seen; its name field is selected then.
        tokio::time::sleep(Duration::from_millis(700)).await;
        screen.press("ctrl+a")?;
        screen.type_text(&path.display().to_string())?;
        self.picture("save-dialog")?;
        screen.press("Return")?;
        until("the save dialog to go", async || Ok(self.dialog()?.is_none().then_some(()))).await
    }

    /// Answers the native dialog that asks for a file with a path typed on the keyboard.
    pub async fn open_file(&self, path: &Path) -> Outcome<()> {
        let screen = self.room.screen();
        let there = || -> Outcome<Option<Pane>> {
            let ours = self.panes()?;
            let titled = screen.panes("Open")?;
            Ok(titled.into_iter().find(|pane| !ours.contains(pane)))
        };
        until("the dialog for a file", async || there()).await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        // A slash opens the line for a path; what is typed while it opens gets lost.
        screen.type_text("/")?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        screen.type_text(path.display().to_string().trim_start_matches('/'))?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        screen.press("Return")?;
        until("the dialog for a file to go", async || Ok(there()?.is_none().then_some(()))).await
    }

    /// Answers the native save dialog with "cancel".
    pub async fn cancel_dialog(&self) -> Outcome<()> {
        until("the save dialog", async || self.dialog()).await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        self.room.screen().press("Escape")?;
        until("the save dialog to go", async || Ok(self.dialog()?.is_none().then_some(()))).await
    }

    /// A visible window of the program that is neither of the two.
    fn dialog(&self) -> Outcome<Option<Pane>> {
        let ours = self.panes()?;
        let titled = self.room.screen().panes("Save")?;
        Ok(titled.into_iter().find(|pane| !ours.contains(pane)))
    }
}

impl Drop for Desk<'_> {
    fn drop(&mut self) {
        if !self.ended {
            // The test ended early: what stood on the screen helps to see why.
            let _ = self.room.picture("at-the-end");
            let _ = signal(self.app, "KILL");
        }
        // The session ends with the driver; asking it to end politely would hang here.
        let _ = self.web.clone().leak();
    }
}

impl fmt::Debug for Desk<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Desk").field("process", &self.app).finish_non_exhaustive()
    }
}

fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
