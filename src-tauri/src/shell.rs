//! What the acts may ask of the windows around them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use groat_wire::Host;
use groat_wire::views::{Changed, DisplayView, Progress};
use tauri::{AppHandle, Emitter, Manager, WebviewWindow, async_runtime};
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;

use crate::desktop::Desktop;
use crate::windows;

/// The windows, as one call sees them.
pub struct Shell {
    window: WebviewWindow,
    desktop: Arc<Desktop>,
}

impl Shell {
    /// The windows around a call that came from `window`.
    pub fn new(window: &WebviewWindow, desktop: &Arc<Desktop>) -> Self {
        Self { window: window.clone(), desktop: Arc::clone(desktop) }
    }

    fn app(&self) -> &AppHandle {
        self.window.app_handle()
    }
}

impl Host for Shell {
    async fn choose_save_path(&self, suggested: &str) -> Option<PathBuf> {
        let (chosen, choice) = oneshot::channel();
        let mut dialog = self.app().dialog().file().set_parent(&self.window);
        dialog = dialog.set_file_name(suggested);
        if let Ok(documents) = self.app().path().document_dir() {
            dialog = dialog.set_directory(documents);
        }
        if let Some(kind) = Path::new(suggested).extension().and_then(|kind| kind.to_str()) {
            dialog = dialog.add_filter(kind.to_uppercase(), &[kind]);
        }
        dialog.save_file(move |path| {
            // Nobody waits any more when the program leaves under an open dialog.
            let _ = chosen.send(path);
        });
        tokio::select! {
            path = choice => path.ok().flatten()?.into_path().ok(),
            () = self.desktop.leaving() => None,
        }
    }

    async fn choose_open_path(&self, ending: &str) -> Option<PathBuf> {
        let (chosen, choice) = oneshot::channel();
        let mut dialog = self.app().dialog().file().set_parent(&self.window);
        if let Ok(documents) = self.app().path().document_dir() {
            dialog = dialog.set_directory(documents);
        }
        dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
        dialog.pick_file(move |path| {
            // Nobody waits any more when the program leaves under an open dialog.
            let _ = chosen.send(path);
        });
        tokio::select! {
            path = choice => path.ok().flatten()?.into_path().ok(),
            () = self.desktop.leaving() => None,
        }
    }

    fn progress(&self, progress: &Progress) {
        let _ = self.app().emit("progress", progress);
    }

    fn reopen(&self) {
        let (desktop, app) = (Arc::clone(&self.desktop), self.app().clone());
        async_runtime::spawn(async move {
            match desktop.reopen().await {
                Ok(()) => windows::tell_changed(&app),
                Err(fault) => crate::refuse(&app, &fault),
            }
        });
    }

    fn toggle_display(&self) -> bool {
        windows::toggle_display(self.app())
    }

    fn display_is_open(&self) -> bool {
        windows::display_is_open(self.app())
    }

    // A window that cannot be reached is closing; it reads everything anew when it opens again.

    fn show(&self, view: &DisplayView) {
        let _ = self.app().emit_to(windows::DISPLAY, "display", view);
    }

    fn changed(&self, changed: &Changed) {
        let _ = self.app().emit("changed", changed);
    }
}
