//! The office: set up, locked, opened again, proved, saved, and brought back on an empty machine.

use std::process::Command;

use groat_end_to_end::{Desk, Look, Outcome, Room};

const PASSPHRASE: &str = "seven wet lanterns hum";
const PIN: &str = "2749";

#[tokio::test]
async fn an_office_from_set_up_to_a_restored_backup() -> Outcome<()> {
    let room = Room::new("vault", Look::default())?;
    let desk = room.start().await?;
    desk.set_up().await?;
    desk.open_drive().await?;
    let codes = set_up_office(&desk).await?;
    desk.picture_of_main("safety")?;

    add_volunteer(&desk).await?;
    desk.click("lock").await?;
    desk.find("[data-part='lock']").await?;
    assert_eq!(desk.count("[data-gift], [data-act='ask']").await?, 0, "nothing is behind the lock");
    desk.picture_of_main("lock")?;
    who(&desk, "volunteer").await?;
    for digit in PIN.chars() {
        desk.click(&format!("pin-{digit}")).await?;
    }
    desk.click("sign-in").await?;
    desk.record_cash("2.50").await?;
    desk.click("note-donor").await?;
    desk.fill("donor-name", "Edda Nordin").await?;
    desk.fill("donor-contact", "edda@nordin.example").await?;
    desk.click("keep-donor").await?;
    desk.find("[data-part='donor-noted']").await?;
    desk.click("lock").await?;
    desk.find("[data-part='lock']").await?;

    let code = codes.first().ok_or("no recovery codes")?;
    sign_in_by_recovery_code(&desk, code).await?;
    desk.click("go-donors").await?;
    desk.wait_for_text("[data-donor]", "Edda Nordin").await?;
    desk.picture_of_main("donors")?;
    desk.click("forget-donor").await?;
    desk.click("confirm-forget").await?;
    desk.find("[data-part='forgotten']").await?;
    desk.picture_of_main("forgotten")?;
    desk.click("end-forget").await?;
    let page = desk.text("main").await?;
    assert!(!page.contains("Edda") && !page.contains("nordin.example"), "{page}");
    desk.click("go-safety").await?;
    desk.find("[data-part='whole']").await?;
    let file = room.folder().join("saved.groat");
    desk.click("backup").await?;
    desk.save_as(&file).await?;
    desk.find("[data-part='backup-saved']").await?;
    desk.picture_of_main("saved")?;
    desk.stop().await?;

    let elsewhere = Room::new("vault-elsewhere", Look::default())?;
    let desk = elsewhere.start().await?;
    desk.click("restore").await?;
    desk.fill("restore-secret", PASSPHRASE).await?;
    desk.click("confirm-restore").await?;
    desk.open_file(&file).await?;
    desk.find("[data-part='lock']").await?;
    let code = codes.get(1).ok_or("one recovery code only")?;
    sign_in_by_recovery_code(&desk, code).await?;
    desk.click("go-gifts").await?;
    desk.find("[data-gift]").await?;
    desk.picture_of_main("restored")?;
    desk.stop().await
}

/// Sets the office up as its first admin does, with a phone that reads the code from the screen.
/// Answers the recovery codes.
async fn set_up_office(desk: &Desk<'_>) -> Outcome<Vec<String>> {
    desk.click("go-safety").await?;
    desk.click("begin-office").await?;
    desk.fill("office-name", "Ada").await?;
    desk.click("office-next").await?;
    desk.fill("office-passphrase", PASSPHRASE).await?;
    desk.click("office-next").await?;
    let groups = listed(desk, "recovery-groups").await?;
    assert_eq!(groups.len(), 8, "{groups:?}");
    desk.click("office-next").await?;
    for (place, group) in groups.iter().enumerate() {
        desk.fill(&format!("group-{place}"), group).await?;
    }
    desk.click("office-next").await?;
    let place = desk.find("[data-part='factor-code']").await?.rect().await?;
    let scanned = desk.picture_of_main("factor")?.crop(&place, 20, 1)?.decode()?;
    let (first, second) = codes_of(&scanned)?;
    desk.fill("first-code", &first).await?;
    desk.fill("second-code", &second).await?;
    desk.click("factor-finish").await?;
    let codes = listed(desk, "recovery-codes").await?;
    assert_eq!(codes.len(), 10, "{codes:?}");
    desk.click("codes-away").await?;
    Ok(codes)
}

/// The code of the last half minute and the one of now, as an app that is not ours computes them.
fn codes_of(uri: &str) -> Outcome<(String, String)> {
    let script = "import pyotp, sys, time\n\
                  phone = pyotp.parse_uri(sys.argv[1])\n\
                  now = int(time.time())\n\
                  print(phone.at(now - 30), phone.at(now))";
    // The one that packages of the system are for.
    let output = Command::new("/usr/bin/python3").args(["-c", script, uri]).output()?;
    let said = String::from_utf8(output.stdout)?;
    let both = said.trim().split_once(' ').ok_or("pyotp computed no codes")?;
    Ok((both.0.to_owned(), both.1.to_owned()))
}

async fn add_volunteer(desk: &Desk<'_>) -> Outcome<()> {
    desk.click("go-people").await?;
    desk.click("add-person").await?;
    desk.fill("person-name", "Cleo").await?;
    desk.click("role-volunteer").await?;
    desk.fill("person-secret", PIN).await?;
    desk.fill("person-again", PIN).await?;
    desk.click("keep-person").await?;
    desk.find("li[data-person] + li[data-person]").await?;
    desk.click("go-ask").await
}

async fn who(desk: &Desk<'_>, role: &str) -> Outcome<()> {
    desk.click_on(&format!("[data-act='who'][data-role='{role}']")).await
}

async fn sign_in_by_recovery_code(desk: &Desk<'_>, code: &str) -> Outcome<()> {
    who(desk, "admin").await?;
    desk.fill("secret", PASSPHRASE).await?;
    desk.click("sign-in-means").await?;
    desk.fill("code", code).await?;
    desk.click("sign-in").await?;
    desk.find("[data-part='signed-in']").await.map(drop)
}

/// What stands on a sheet, one line each: what a person copies.
async fn listed(desk: &Desk<'_>, part: &str) -> Outcome<Vec<String>> {
    desk.find(&format!("[data-part='{part}'] li, li[data-part='{part}']")).await?;
    let lines = desk
        .script(&format!(
            "return [...document.querySelectorAll(\"[data-part='{part}'] li\")]
                .map((line) => line.textContent);"
        ))
        .await?;
    Ok(serde_json::from_value(lines)?)
}
