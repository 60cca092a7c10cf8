//! Every screen without a barrier that axe can find, by day and by night.

use groat_end_to_end::{Look, Outcome, Room};
use serde_json::json;

#[tokio::test]
async fn no_screen_has_a_barrier_by_day() -> Outcome<()> {
    every_screen(&Room::new("day", Look::default())?).await
}

#[tokio::test]
async fn no_screen_has_a_barrier_by_night() -> Outcome<()> {
    every_screen(&Room::new("night", Look { dark: true, ..Look::default() })?).await
}

async fn every_screen(room: &Room) -> Outcome<()> {
    let desk = room.start().await?;
    desk.find("#name").await?;
    let dark = desk.script("return matchMedia('(prefers-color-scheme: dark)').matches").await?;
    assert_eq!(dark, json!(room.look().dark), "the page is as dark as the system");
    desk.expect_no_barrier("set-up").await?;
    desk.choose("country", "DE").await?;
    desk.find("#iban").await?;
    desk.expect_no_barrier("set-up of a country").await?;
    desk.fill("iban", "DE12 3456").await?;
    desk.click("set-up").await?;
    desk.find("[aria-invalid='true']").await?;
    desk.expect_no_barrier("set-up with faults").await?;
    desk.picture_of_main("set-up-faults")?;
    desk.set_up().await?;
    desk.find("#drive-name").await?;
    desk.expect_no_barrier("first drive").await?;
    desk.open_drive().await?;
    desk.expect_no_barrier("ask").await?;
    desk.open_display().await?;
    desk.to_display().await?;
    desk.expect_no_barrier("donor's window at rest").await?;
    desk.picture("rest")?;

    desk.to_main().await?;
    desk.click("suggest-0").await?;
    desk.find("[data-part='desk-code']").await?;
    desk.expect_no_barrier("asked").await?;
    desk.to_display().await?;
    desk.find("[data-part='code']").await?;
    desk.expect_no_barrier("donor's window with a code").await?;
    desk.picture("asked")?;
    desk.to_main().await?;
    desk.click("seen").await?;
    desk.find("[data-part='done']").await?;
    desk.expect_no_barrier("seen").await?;
    desk.to_display().await?;
    desk.find("[data-part='thanks']").await?;
    desk.expect_no_barrier("donor's window with thanks").await?;
    desk.picture("thanks")?;

    desk.to_main().await?;
    desk.fill("amount", "0").await?;
    desk.click("ask").await?;
    desk.find("#amount-fault").await?;
    desk.expect_no_barrier("ask with a fault").await?;
    desk.click("go-gifts").await?;
    desk.find("[data-gift]").await?;
    desk.expect_no_barrier("gifts").await?;
    desk.picture_of_main("gifts")?;
    desk.click("correct").await?;
    desk.find("[data-act='confirm-correct']").await?;
    desk.expect_no_barrier("correction").await?;
    desk.picture_of_main("correction")?;
    desk.click("leave-correct").await?;
    desk.click("close-drive").await?;
    desk.find("[data-act='confirm-close']").await?;
    desk.expect_no_barrier("closing a drive").await?;
    desk.click("leave-close").await?;
    desk.click("go-drives").await?;
    desk.find("[data-act='new-drive']").await?;
    desk.expect_no_barrier("drives").await?;
    desk.picture_of_main("drives")?;
    desk.click("go-accounts").await?;
    desk.find("[data-account]").await?;
    desk.expect_no_barrier("ways to pay").await?;
    desk.picture_of_main("accounts")?;
    desk.click("retire").await?;
    desk.find("[data-act='confirm-retire']").await?;
    desk.expect_no_barrier("ending a way to pay").await?;
    desk.click("leave-retire").await?;
    desk.stop().await
}
