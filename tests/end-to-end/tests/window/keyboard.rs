//! The desk without a mouse, and what is answered to amounts that cannot be read.

use groat_end_to_end::{Key, Look, Outcome, Room};

#[tokio::test]
async fn a_gift_needs_no_mouse() -> Outcome<()> {
    let room = Room::new("keyboard", Look::default())?;
    let desk = room.start().await?;
    desk.set_up().await?;
    desk.open_drive().await?;

    desk.keys("7").await?;
    desk.keys(Key::Enter).await?;
    desk.wait_for_text("[data-part='code-panel'] .amount", "7.00").await?;
    desk.find("[data-part='desk-code']").await?;
    desk.keys("s").await?;
    desk.find("[data-part='done']").await?;

    desk.keys("3").await?;
    desk.keys("c").await?;
    desk.wait_for_text("[data-part='in-hand']", "3.00").await?;
    assert_eq!(desk.standing().await?, ["€3.00", "€7.00", "€0.00"]);
    desk.picture_of_main("done")?;
    desk.stop().await
}

#[tokio::test]
async fn an_amount_that_cannot_be_read_is_refused_in_words() -> Outcome<()> {
    let refused = ["0", "0.001", "1.000,00", "-5", "１２", "1e9", "five"];
    amounts(&Room::new("amounts", Look::default())?, &refused, ("1,000.00", "€1,000.00")).await
}

#[tokio::test]
async fn an_amount_that_cannot_be_read_is_refused_in_german() -> Outcome<()> {
    let look = Look { language: "de_DE.UTF-8", ..Look::default() };
    let refused = ["0", "0,001", "1,000.00", "-5", "１２", "1e9", "fünf"];
    amounts(&Room::new("amounts-de", look)?, &refused, ("1.000,00", "1.000,00\u{a0}€")).await
}

/// Types amounts that must be refused, and one that must be read.
async fn amounts(room: &Room, refused: &[&str], read: (&str, &str)) -> Outcome<()> {
    let desk = room.start().await?;
    desk.set_up().await?;
    desk.open_drive().await?;
    for amount in refused {
        desk.fill("amount", amount).await?;
        desk.click("ask").await?;
        let sentence = desk.text("#amount-fault").await?;
        assert!(sentence.split_whitespace().count() >= 3, "{amount}: {sentence}");
        assert_eq!(desk.count("[data-part='desk-code']").await?, 0, "{amount}");
    }
    desk.picture_of_main("refused")?;
    desk.fill("amount", read.0).await?;
    desk.click("ask").await?;
    desk.find("[data-part='desk-code']").await?;
    let asked = desk.text("[data-part='asked'] .money").await?;
    assert_eq!(asked.replace(' ', "\u{a0}"), read.1);
    desk.picture_of_main("read")?;
    desk.stop().await
}
