//! Accounts of other kinds than the euro transfer: set up by country, asked for, read from the
//! donor's window by a decoder that is not ours.

use groat_end_to_end::{Desk, Look, Outcome, Room};

#[tokio::test]
async fn a_brazilian_desk_asks_by_pix_and_one_tap_later_by_lightning() -> Outcome<()> {
    let room = Room::new("pix", Look::default())?;
    let desk = room.start().await?;
    desk.fill("name", "Rio Limpo").await?;
    desk.choose("country", "BR").await?;
    desk.fill("payee_name", "Instituto Rio Limpo").await?;
    desk.fill("key", "doe@riolimpo.example").await?;
    desk.fill("city", "São Paulo").await?;
    desk.find("[data-part='ready']").await?;
    desk.picture_of_main("set-up")?;
    desk.click("set-up").await?;
    open_drive(&desk, "Rio limpo").await?;

    desk.open_display().await?;
    desk.click("suggest-1").await?;
    let (pix, words) = code_of_donor(&desk).await?;
    assert!(pix.contains("br.gov.bcb.pix0120doe@riolimpo.example"), "{pix}");
    assert!(pix.contains("5303986540") && pix.contains("6009Sao Paulo"), "{pix}");
    assert!(words.contains("Open your banking app"), "{words}");
    desk.picture("asked")?;

    desk.to_main().await?;
    desk.click("go-accounts").await?;
    desk.click("add-account").await?;
    desk.click_on("details summary").await?;
    desk.click_on("input[value='LNURL']").await?;
    desk.fill("payee_name", "Instituto Rio Limpo").await?;
    desk.fill("lightning_address", "doe@riolimpo.example").await?;
    desk.find("[data-part='ready']").await?;
    desk.expect_no_barrier("one more way to pay").await?;
    desk.picture_of_main("add")?;
    desk.click("keep-account").await?;
    desk.wait_for_absence("[data-act='keep-account']").await?;
    desk.expect_no_barrier("ways to pay").await?;
    desk.picture_of_main("accounts")?;

    desk.click("go-ask").await?;
    desk.click_on("[data-rail='LNURL'] input").await?;
    desk.wait_for_text("[data-part='code-panel']", "Lightning wallet").await?;
    let (lightning, words) = code_of_donor(&desk).await?;
    assert!(lightning.starts_with("LNURL1"), "{lightning}");
    assert!(words.contains("Open your Lightning wallet") && words.contains("Type R$"), "{words}");
    desk.picture("lightning")?;
    desk.stop().await?;

    // The way that was taken last is the first one offered, also after a new start.
    let desk = room.start().await?;
    desk.find("[data-rail='LNURL'] input:checked").await?;
    desk.stop().await
}

#[tokio::test]
async fn a_swiss_desk_shows_the_cross_and_a_japanese_one_takes_coins() -> Outcome<()> {
    let room = Room::new("swiss", Look::default())?;
    let desk = room.start().await?;
    desk.fill("name", "Bergwacht").await?;
    desk.choose("country", "CH").await?;
    desk.fill("payee_name", "Bergwacht Verein Beispiel").await?;
    desk.fill("iban", "CH58 0079 1123 0008 8901 2").await?;
    desk.fill("payee_zip", "6003").await?;
    desk.fill("payee_city", "Luzern").await?;
    desk.click("set-up").await?;
    open_drive(&desk, "Hütte").await?;
    desk.open_display().await?;
    desk.click("suggest-0").await?;
    let (bill, _) = code_of_donor(&desk).await?;
    assert!(bill.starts_with("SPC\n0200\n1\nCH5800791123000889012\nS\n"), "{bill}");
    assert!(bill.contains("\nSCOR\nRF"), "{bill}");
    desk.picture("asked")?;
    desk.stop().await?;

    let room = Room::new("yen", Look::default())?;
    let desk = room.start().await?;
    desk.fill("name", "Mizu").await?;
    desk.choose("country", "JP").await?;
    desk.click("set-up").await?;
    open_drive(&desk, "水").await?;
    desk.fill("amount", "1500").await?;
    desk.click("ask").await?;
    desk.wait_for_text("[data-part='done']", "1,500").await?;
    desk.picture_of_main("coins")?;
    desk.stop().await
}

async fn open_drive(desk: &Desk<'_>, name: &str) -> Outcome<()> {
    desk.fill("drive-name", name).await?;
    desk.fill("purpose", "Agua").await?;
    desk.click("open-drive").await?;
    desk.find("[data-act='suggest-0']").await?;
    Ok(())
}

/// What a phone reads in the donor's window, and the words that stand beside.
async fn code_of_donor(desk: &Desk<'_>) -> Outcome<(String, String)> {
    desk.find("[data-part='desk-code']").await?;
    desk.to_display().await?;
    let part = desk.find("[data-part='code']").await?.rect().await?;
    let words = desk.text("main").await?;
    let read = desk.picture_of_display("code")?.crop(&part, 8, 1)?.decode()?;
    desk.to_main().await?;
    Ok((read, words))
}
