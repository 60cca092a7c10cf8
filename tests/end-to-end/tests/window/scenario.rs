//! The whole job, as a volunteer does it: set up, ask, see it paid, correct, close, open again, export.

use std::path::Path;
use std::process::Command;

use groat_end_to_end::steps::{DRIVE, HOLDER, IBAN, PURPOSE};
use groat_end_to_end::{Desk, Look, Outcome, Room, repository};
use serde_json::Value;

#[tokio::test]
async fn a_drive_from_set_up_to_export() -> Outcome<()> {
    whole_job(&Room::new("drive", Look::default())?).await
}

#[tokio::test]
async fn a_drive_from_set_up_to_export_on_a_screen_with_twice_the_pixels() -> Outcome<()> {
    whole_job(&Room::new("drive-200", Look { scale: 2, ..Look::default() })?).await
}

async fn whole_job(room: &Room) -> Outcome<()> {
    let desk = room.start().await?;
    desk.find("#name").await?;
    desk.picture_of_main("set-up")?;
    desk.set_up().await?;
    desk.find("#drive-name").await?;
    desk.picture_of_main("first-drive")?;
    desk.open_drive().await?;
    desk.open_display().await?;
    desk.picture("ready")?;

    let first = ask(&desk, "5.00", room).await?;
    desk.picture("asked")?;
    desk.click("seen").await?;
    desk.find("[data-part='done']").await?;
    desk.to_display().await?;
    desk.find("[data-part='thanks']").await?;
    desk.picture("thanked")?;
    desk.to_main().await?;
    desk.click("new-ask").await?;

    desk.record_cash("2.50").await?;
    desk.record_cash("4.00").await?;
    let second = ask(&desk, "12.34", room).await?;
    assert_ne!(first, second, "two asks carry two numbers");
    desk.click("never-mind").await?;
    desk.wait_for_absence("[data-part='desk-code']").await?;

    desk.click("go-gifts").await?;
    correct_cash_of(&desk, "4.00").await?;
    desk.picture_of_main("gifts")?;
    let before = desk.standing().await?;
    assert_eq!(before, ["€2.50", "€5.00", "€0.00"], "in hand, promised, asked");
    desk.stop().await?;

    let desk = room.start().await?;
    desk.click("go-gifts").await?;
    desk.find("[data-gift]").await?;
    assert_eq!(
        desk.standing().await?,
        before,
        "the totals after the program was closed and opened"
    );
    assert_eq!(desk.count("[data-gift]").await?, 4);

    let file = room.folder().join("my gifts.csv");
    desk.click("export").await?;
    desk.save_as(&file).await?;
    desk.wait_for_text(".exported", "my gifts.csv").await?;
    expect_rows(&read_csv(&file)?, &first, &second)?;
    desk.stop().await
}

/// Asks for a typed amount and reads the code in the donor's window with a decoder that is not ours.
async fn ask(desk: &Desk<'_>, amount: &str, room: &Room) -> Outcome<String> {
    desk.fill("amount", amount).await?;
    desk.click("ask").await?;
    desk.find("[data-part='desk-code']").await?;
    let number = desk.gift_number("[data-part='code-panel'] .number").await?;
    desk.to_display().await?;
    let code = desk.find("[data-part='code']").await?.rect().await?;
    let picture = desk.picture_of_display(&format!("code-{amount}"))?;
    let scanned = picture.crop(&code, 24, room.look().scale)?.decode()?;
    assert_eq!(scanned, payload(amount, &number), "what a phone reads in the donor's window");
    assert_eq!(picture.decode()?, scanned, "the code is also found in the whole window");
    desk.to_main().await?;
    Ok(number)
}

/// What the European Payments Council's guideline EPC069-12 asks for, put together here once more.
fn payload(amount: &str, number: &str) -> String {
    let amount = format!("EUR{amount}");
    let text = format!("{number} {PURPOSE}");
    ["BCD", "002", "1", "SCT", "", HOLDER, IBAN, &amount, "CHAR", "", &text].join("\n")
}

async fn correct_cash_of(desk: &Desk<'_>, amount: &str) -> Outcome<()> {
    let row = "[data-gift][data-state='in_hand']";
    desk.find(row).await?;
    for gift in desk.web().find_all(groat_end_to_end::By::Css(row)).await? {
        if gift.text().await?.contains(amount) {
            gift.find(groat_end_to_end::By::Css("[data-act='correct']")).await?.click().await?;
            desk.find("[data-act='confirm-correct']").await?;
            desk.picture_of_main("correct")?;
            desk.click("confirm-correct").await?;
            return desk.wait_for_absence("[data-act='confirm-correct']").await;
        }
    }
    Err(format!("no gift of {amount} in hand").into())
}

fn read_csv(file: &Path) -> Outcome<Vec<Value>> {
    let script = repository().join("tests/end-to-end/read_csv.py");
    let output = Command::new("python3").arg(script).arg(file).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn expect_rows(rows: &[Value], first: &str, second: &str) -> Outcome<()> {
    let mut told: Vec<[&str; 6]> = Vec::new();
    for row in rows {
        let cell = |name: &str| row.get(name).and_then(Value::as_str).ok_or(format!("no {name}"));
        assert_eq!(cell("drive")?, DRIVE);
        let number = cell("gift_number")?;
        let amount = [cell("amount")?, cell("currency")?];
        let correction = cell("state_before_correction")?;
        told.push([cell("rail")?, number, cell("state")?, amount[0], amount[1], correction]);
    }
    let expected = [
        ["bank", first, "promised", "5.00", "EUR", ""],
        ["cash", "", "in_hand", "2.50", "EUR", ""],
        ["cash", "", "corrected", "4.00", "EUR", "in_hand"],
        ["bank", second, "corrected", "12.34", "EUR", "asked"],
    ];
    assert_eq!(told, expected, "the exported file, as Python reads it");
    Ok(())
}
