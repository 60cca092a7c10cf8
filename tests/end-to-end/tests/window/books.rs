//! What happens to the books when the program or the machine around it behaves badly.

use std::fs;

use groat_end_to_end::{Look, Outcome, Room};

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_kill() -> Outcome<()> {
    let room = Room::new("kill", Look::default())?;
    let mut desk = room.start().await?;
    desk.set_up().await?;
    desk.open_drive().await?;
    let mut acknowledged = 0;
    for round in 1..=4 {
        for _ in 0..round {
            desk.record_cash("1.00").await?;
            desk.click("new-ask").await?;
            acknowledged += 1;
        }
        desk.kill().await?;
        desk = room.start().await?;
        let [in_hand, ..] = desk.standing().await?;
        assert_eq!(in_hand, format!("€{acknowledged}.00"), "after kill number {round}");
    }
    desk.stop().await
}

#[tokio::test]
async fn two_windows_on_one_desk_never_both_write() -> Outcome<()> {
    let room = Room::new("second", Look::default())?;
    let first = room.start().await?;
    first.set_up().await?;
    first.open_drive().await?;
    let second = room.start().await?;
    second.wait_for_text("[data-part='read-only']", "open for writing").await?;
    second.picture("both")?;
    first.record_cash("3.00").await?;
    second.stop().await?;
    first.stop().await
}

#[tokio::test]
async fn closing_the_donors_window_is_seen_at_the_desk() -> Outcome<()> {
    let room = Room::new("display", Look::default())?;
    let desk = room.start().await?;
    desk.set_up().await?;
    desk.open_drive().await?;
    desk.open_display().await?;
    desk.find("[data-act='display'][aria-pressed='true']").await?;
    desk.close_display_by_keyboard().await?;
    desk.find("[data-act='display'][aria-pressed='false']").await?;
    desk.click("display").await?;
    desk.find("[data-act='display'][aria-pressed='true']").await?;
    desk.click("display").await?;
    desk.find("[data-act='display'][aria-pressed='false']").await?;
    desk.close_main_by_keyboard().await?;
    desk.wait_for_leaving().await
}

#[tokio::test]
async fn damaged_books_are_told_in_a_dialog() -> Outcome<()> {
    let room = Room::new("damaged", Look::default())?;
    fs::create_dir_all(room.books())?;
    fs::write(
        room.books().join("station.db"),
        "this is no database, and never was one".repeat(200),
    )?;
    let status = room.run_until_dialog_is_answered("damaged").await?;
    assert_eq!(status, Some(4), "the exit status says that the books are damaged");
    Ok(())
}
