//! The open books: from the first moment of the program to the last, across all calls in between.

use std::future;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use groat_wire::{Audience, Desk, Fault};
use serde_json::Value;
use tauri::async_runtime::{self, JoinHandle};
use tokio::sync::{RwLock, watch};
use tokio::time::timeout;

use crate::shell::Shell;

/// How long calls may still run when the program leaves. What they acknowledged is on the disk by then.
const LAST_WAIT: Duration = Duration::from_secs(5);

/// The desk, while it is open.
pub struct Desktop {
    desk: Arc<RwLock<Option<Desk>>>,
    leaving: watch::Sender<bool>,
    /// The folder that was named, if one was.
    books: Option<PathBuf>,
}

impl Desktop {
    /// A desk that is not open yet, with books in this folder or in the platform's own place.
    pub fn new(books: Option<PathBuf>) -> Self {
        Self { desk: Arc::default(), leaving: watch::Sender::new(false), books }
    }

    /// Starts to open the books. Calls wait until they are open.
    pub fn open(&self) -> JoinHandle<Result<(), Fault>> {
        let mut desk = async_runtime::block_on(Arc::clone(&self.desk).write_owned());
        let books = self.books.clone();
        async_runtime::spawn(async move {
            *desk = Some(Desk::open(books).await?);
            Ok(())
        })
    }

    /// Closes the books and opens what lies in their place now, between two calls.
    pub async fn reopen(&self) -> Result<(), Fault> {
        let mut desk = self.desk.write().await;
        if let Some(desk) = desk.take() {
            desk.close().await;
        }
        *desk = Some(Desk::open(self.books.clone()).await?);
        Ok(())
    }

    /// Locks the desk where its person has been away too long; tells whether it did.
    pub async fn tick(&self) -> bool {
        match self.desk.read().await.as_ref() {
            Some(desk) => desk.tick().await,
            None => false,
        }
    }

    /// Passes one call on to the desk.
    pub async fn call(
        &self,
        shell: &Shell,
        audience: Audience,
        name: &str,
        args: Value,
    ) -> Result<Value, Fault> {
        let desk = self.desk.read().await;
        match desk.as_ref() {
            Some(desk) => groat_wire::call(desk, shell, audience, name, args).await,
            None => {
                // The books did not open or are closed already: the program is about to leave,
                // and the window with it. Nobody is there to read an answer.
                drop(desk);
                future::pending().await
            }
        }
    }

    /// Resolves as soon as the program wants to leave.
    pub fn leaving(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut leaving = self.leaving.subscribe();
        async move {
            // An error means that the sender is gone, which is leaving too.
            let _ = leaving.wait_for(|leaving| *leaving).await;
        }
    }

    /// From now on the program is about to leave.
    pub fn leave(&self) {
        self.leaving.send_replace(true);
    }

    /// Tells whether the program is about to leave.
    pub fn is_leaving(&self) -> bool {
        *self.leaving.borrow()
    }

    /// Lets the running calls end and closes the books.
    pub async fn close(&self) {
        self.leave();
        let Ok(mut desk) = timeout(LAST_WAIT, self.desk.write()).await else {
            return;
        };
        if let Some(desk) = desk.take() {
            desk.close().await;
        }
    }
}
