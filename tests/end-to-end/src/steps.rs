//! What a person does again and again, as one step.

use crate::{Desk, Outcome};

/// Who collects in the tests. No bank has this bank code.
pub const ORGANISATION: &str = "Fountain Friends";
/// The account holder.
pub const HOLDER: &str = "Fountain Friends e.V.";
/// The account, as it stands in a payload.
pub const IBAN: &str = "DE97999999990000012345";
/// The drive.
pub const DRIVE: &str = "Winter fountain";
/// What the money is for.
pub const PURPOSE: &str = "New pipes for the village fountain";

impl Desk<'_> {
    /// Sets the desk up by typing, as somebody does who has just started the program.
    pub async fn set_up(&self) -> Outcome<()> {
        self.fill("name", ORGANISATION).await?;
        self.choose("country", "DE").await?;
        self.fill("payee_name", HOLDER).await?;
        self.fill("iban", &in_groups(IBAN)).await?;
        self.click("set-up").await
    }

    /// Opens the first drive by typing, and waits for the screen on which one asks.
    pub async fn open_drive(&self) -> Outcome<()> {
        self.fill("drive-name", DRIVE).await?;
        self.fill("purpose", PURPOSE).await?;
        self.fill("goal", "500").await?;
        for (field, amount) in [("suggested-0", "5"), ("suggested-1", "10"), ("suggested-2", "20")]
        {
            self.fill(field, amount).await?;
        }
        self.click("open-drive").await?;
        self.find("[data-act='suggest-0']").await?;
        Ok(())
    }

    /// Opens the donor's window and puts it beside the desk's.
    pub async fn open_display(&self) -> Outcome<()> {
        self.click("display").await?;
        self.to_display().await?;
        self.find("main").await?;
        self.place_side_by_side().await?;
        self.to_main().await
    }

    /// Records coins.
    pub async fn record_cash(&self, amount: &str) -> Outcome<()> {
        self.fill("amount", amount).await?;
        self.click("cash").await?;
        self.find("[data-part='done']").await?;
        Ok(())
    }

    /// The amounts of the standing by state: in hand, promised, asked.
    pub async fn standing(&self) -> Outcome<[String; 3]> {
        Ok([
            self.text("[data-part='in-hand'] .money").await?,
            self.text("[data-part='promised'] .money").await?,
            self.text("[data-part='asked'] .money").await?,
        ])
    }

    /// The gift number that stands somewhere in a text, as ten digits.
    pub async fn gift_number(&self, selector: &str) -> Outcome<String> {
        let text = self.text(selector).await?;
        let plain: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        let runs = plain.split(|letter| !letter.is_ascii_digit());
        let number = runs.into_iter().find(|run| run.len() == 10);
        let number = number.ok_or_else(|| format!("no gift number in {text:?}"))?;
        Ok(number.iter().collect())
    }
}

fn in_groups(iban: &str) -> String {
    let mut grouped = String::new();
    for (index, letter) in iban.chars().enumerate() {
        if index > 0 && index % 4 == 0 {
            grouped.push(' ');
        }
        grouped.push(letter);
    }
    grouped
}
