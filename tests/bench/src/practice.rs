//! A room on the disk in which a desk has been at work for an afternoon.

use std::path::Path;
use std::process::Command;

use groat_app::{App, Face, NewAccount, NewDrive};
use groat_end_to_end::{Look, Outcome, Room};
use groat_money::{Currency, Money};

/// How many gifts lie in the books before anything is measured.
pub const GIFTS: usize = 400;

/// Sets up the room, with an organisation, one open drive and its gifts; tells the file system the
/// books lie on.
pub async fn room(name: &str) -> Outcome<(Room, String)> {
    let folder = std::env::current_dir()?.join("target");
    std::fs::create_dir_all(&folder)?;
    let system = file_system(&folder)?;
    let room = Room::new_in(&folder, name, Look::default())?;
    work(&room.books()).await.map_err(|fault| fault.to_string())?;
    Ok((room, system))
}

async fn work(books: &Path) -> Result<(), groat_app::Fault> {
    let app = App::open(books.to_owned(), Face::Window).await?;
    let account = account("Fountain Friends e.V.", "DE97999999990000012345");
    app.set_up("Fountain Friends", None, Some(&account)).await?;
    let euro = |minor| Money::from_minor(minor, Currency::EUR);
    let new = NewDrive {
        name: "Winter fountain".to_owned(),
        purpose: "New pipes for the village fountain".to_owned(),
        currency: Currency::EUR,
        goal: Some(euro(250_000)),
        suggested: vec![euro(500), euro(1000), euro(2000)],
    };
    let drive = app.open_drive(new).await?.drive.id;
    for gift in 0..GIFTS {
        match gift % 4 {
            0 => {
                app.record_cash(drive, euro(250)).await?;
            }
            1 => {
                app.ask(drive, None, Some(euro(1000))).await?;
            }
            _ => {
                let asked = app.ask(drive, None, Some(euro(500))).await?;
                app.see(asked.gift.id).await?;
            }
        }
    }
    app.close().await;
    Ok(())
}

/// The file system of a folder; refuses one in memory, where a commit costs nothing.
fn file_system(folder: &Path) -> Outcome<String> {
    let told = Command::new("stat").args(["--file-system", "--format=%T"]).arg(folder).output()?;
    let system = String::from_utf8(told.stdout)?.trim().to_owned();
    match system.as_str() {
        "tmpfs" | "ramfs" => Err(format!("{} lies in memory", folder.display()).into()),
        _ => Ok(system),
    }
}

/// An account for euro transfers.
pub fn account(holder: &str, iban: &str) -> NewAccount {
    let parts = [("payee_name", holder), ("iban", iban)];
    let values = parts.map(|(name, text)| (name.to_owned(), text.to_owned()));
    NewAccount { standard: "EPC".to_owned(), values: values.into() }
}
