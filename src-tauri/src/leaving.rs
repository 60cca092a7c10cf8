//! The ways to be told to leave from outside: the session ends, or somebody stops the program.

use tauri::{AppHandle, async_runtime};

/// Leaves in good order when the system or a terminal asks for it.
pub fn on_signals(app: &AppHandle) {
    let app = app.clone();
    async_runtime::spawn(async move {
        told_to_leave().await;
        app.exit(0);
    });
}

#[cfg(unix)]
async fn told_to_leave() {
    use tokio::signal::unix::{SignalKind, signal};

    async fn one(kind: SignalKind) {
        match signal(kind) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            // Without a listener the signal ends the process at once, and the books stay whole.
            Err(_) => std::future::pending().await,
        }
    }

    tokio::select! {
        () = one(SignalKind::terminate()) => {}
        () = one(SignalKind::interrupt()) => {}
        () = one(SignalKind::hangup()) => {}
    }
}

#[cfg(not(unix))]
async fn told_to_leave() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}
