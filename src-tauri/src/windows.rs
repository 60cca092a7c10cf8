//! The two windows: what they look like before a page is in them, and what a page may not do.

use std::sync::Arc;

use groat_wire::views::Changed;
use tauri::utils::config::Color;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{
    AppHandle, Emitter, Manager, Monitor, PhysicalPosition, RunEvent, Theme, Url, WebviewUrl,
    WebviewWindow, WebviewWindowBuilder, WindowEvent, Wry,
};

use crate::desktop::Desktop;

/// The label of the window of the people at the desk.
pub const MAIN: &str = "main";
/// The label of the window donors see.
pub const DISPLAY: &str = "display";
/// What stands in the title bar of both.
pub const TITLE: &str = "Groat";

// The ground of the page (`--paper` in the page's tokens), so that nothing flashes before it is drawn.
const PAPER: Color = Color(0xfa, 0xf6, 0xef, 0xff);
const PAPER_AT_NIGHT: Color = Color(0x1d, 0x1a, 0x16, 0xff);

/// Opens the window of the people at the desk. It appears with its first page.
pub fn open_main(app: &AppHandle) -> tauri::Result<()> {
    let window = window(app, MAIN, "index.html")
        .inner_size(1180.0, 760.0)
        .min_inner_size(720.0, 540.0)
        .build()?;
    paint(&window)
}

/// Takes the window of the people at the desk off the screen.
pub fn hide_main(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window that cannot be hidden is closing.
        let _ = window.hide();
    }
}

/// Opens the window donors see, or closes it; tells whether it is open now.
pub fn toggle_display(app: &AppHandle) -> bool {
    match app.get_webview_window(DISPLAY) {
        Some(window) => window.destroy().is_err(),
        None => open_display(app).is_ok(),
    }
}

/// Tells whether the window donors see is open.
pub fn display_is_open(app: &AppHandle) -> bool {
    app.get_webview_window(DISPLAY).is_some()
}

/// Answers what happens to the windows: the desk's window takes the program with it.
pub fn on_event(app: &AppHandle, event: RunEvent) {
    if let RunEvent::WindowEvent { label, event: WindowEvent::Destroyed, .. } = event {
        if label == MAIN {
            app.exit(0);
        } else {
            // Only which windows are open has changed, and no drive.
            tell_changed(app);
        }
    }
}

/// Tells the pages that something beside drives has changed: they read it anew.
pub fn tell_changed(app: &AppHandle) {
    // A window that cannot be told is closing.
    let _ = app.emit("changed", Changed { drives: Vec::new() });
}

fn open_display(app: &AppHandle) -> tauri::Result<()> {
    let window = window(app, DISPLAY, "display.html")
        .inner_size(1000.0, 720.0)
        .min_inner_size(480.0, 400.0)
        .build()?;
    if let Some(monitor) = other_monitor(app) {
        let corner: PhysicalPosition<f64> = monitor.position().cast();
        window.set_fullscreen_on_monitor(corner)?;
    }
    paint(&window)
}

/// A screen on which the desk's window does not stand, for the donors.
fn other_monitor(app: &AppHandle) -> Option<Monitor> {
    let main = app.get_webview_window(MAIN)?;
    let own = main.current_monitor().ok()??;
    let mut monitors = main.available_monitors().ok()?.into_iter();
    monitors.find(|monitor| monitor.position() != own.position())
}

/// A window that shows one of our own pages, leads nowhere else and appears as soon as the page is
/// there. Not `incognito`: on Linux the second private window does not find our pages
/// (tauri-runtime-wry 2.12 tells them to the first alone), and a page of ours stores nothing anyway.
fn window<'a>(
    app: &'a AppHandle,
    label: &str,
    page: &str,
) -> WebviewWindowBuilder<'a, Wry, AppHandle> {
    WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()))
        .title(TITLE)
        .visible(false)
        .devtools(false)
        .disable_drag_drop_handler()
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|window, page| {
            let leaving = window.state::<Arc<Desktop>>().is_leaving();
            if page.event() == PageLoadEvent::Finished && !leaving {
                // A window that does not show is closing.
                let _ = window.show();
            }
        })
}

fn paint(window: &WebviewWindow) -> tauri::Result<()> {
    let paper = match window.theme()? {
        Theme::Dark => PAPER_AT_NIGHT,
        _ => PAPER,
    };
    window.set_background_color(Some(paper))
}

fn is_ours(url: &Url) -> bool {
    if cfg!(windows) {
        url.scheme() == "http" && url.host_str() == Some("tauri.localhost")
    } else {
        url.scheme() == "tauri" && url.host_str() == Some("localhost")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(url: &str) -> bool {
        Url::parse(url).is_ok_and(|url| is_ours(&url))
    }

    #[test]
    #[cfg(not(windows))]
    fn only_our_own_pages_are_ours() {
        assert!(ours("tauri://localhost/index.html"));
        assert!(!ours("tauri://elsewhere/index.html"));
        assert!(!ours("https://localhost/index.html"));
        assert!(!ours("http://tauri.localhost/index.html"));
        assert!(!ours("about:blank"));
        assert!(!ours("data:text/html,hello"));
        assert!(!ours("file:///etc/passwd"));
    }
}
