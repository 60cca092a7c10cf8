//! The drive as a CSV file: RFC 4180, UTF-8, fixed English headers, one row a gift.

use std::io::{BufWriter, Write};
use std::path::Path;

use groat_ledger::{CorrectionReason, Gift, GiftState, Rail};
use groat_money::Money;
use groat_payment_codes::Standard;
use groat_payment_codes::rails::Maker;
use tempfile::NamedTempFile;

use crate::{Account, App, DriveStanding, Fault, Ids};

/// How many gifts are read at a time.
const BATCH: u32 = 2_000;

const COLUMNS: usize = 13;

const HEADER: [&str; COLUMNS] = [
    "gift",
    "drive",
    "day",
    "time_utc",
    "rail",
    "gift_number",
    "state",
    "amount",
    "currency",
    "state_before_correction",
    "correction_reason",
    "account",
    "standard",
];

impl App {
    /// Writes all gifts of a drive to a file and returns their number.
    ///
    /// The file appears complete or not at all. An open amount is an empty cell, never a zero.
    ///
    /// # Errors
    /// [`Code::FileNotWritten`], the codes of books.
    pub async fn export_csv(&self, drive: &DriveStanding, path: &Path) -> Result<u64, Fault> {
        let mut file = CsvFile::begin(path, &HEADER)?;
        let accounts = self.accounts().await?;
        let (mut written, mut last) = (0, None);
        loop {
            let gifts = self.books.gifts_after(drive.drive.id, last, BATCH).await?;
            let Some(end) = gifts.last() else { break };
            last = Some(end.id);
            for gift in &gifts {
                file.row(&row(gift, &drive.texts.name, &accounts, &self.ids()))?;
                written += 1;
            }
        }
        file.finish()?;
        Ok(written)
    }
}

/// A file of rows that appears complete or not at all. Only the user can read it.
pub(crate) struct CsvFile<'a> {
    path: &'a Path,
    rows: csv::Writer<BufWriter<NamedTempFile>>,
}

impl<'a> CsvFile<'a> {
    pub(crate) fn begin(path: &'a Path, header: &[&str]) -> Result<CsvFile<'a>, Fault> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let file = NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))
            .map_err(|error| Fault::not_written(path, error))?;
        let mut rows = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(BufWriter::new(file));
        rows.write_record(header).map_err(|error| not_csv(path, error))?;
        Ok(CsvFile { path, rows })
    }

    pub(crate) fn row(&mut self, cells: &[String]) -> Result<(), Fault> {
        self.rows.write_record(cells).map_err(|error| not_csv(self.path, error))
    }

    pub(crate) fn finish(self) -> Result<(), Fault> {
        let CsvFile { path, rows } = self;
        let not_written = |error| Fault::not_written(path, error);
        let buffer = rows.into_inner().map_err(|error| not_written(error.into_error()))?;
        let mut file = buffer.into_inner().map_err(|error| not_written(error.into_error()))?;
        file.flush().map_err(not_written)?;
        file.as_file().sync_all().map_err(not_written)?;
        file.persist(path).map_err(|error| not_written(error.error))?;
        Ok(())
    }
}

fn not_csv(path: &Path, error: csv::Error) -> Fault {
    let error = match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    };
    Fault::not_written(path, error)
}

/// Proposes a file name from our own signs only: "groat-fountain-2026.csv".
#[must_use]
pub fn export_name(drive_name: &str) -> String {
    let plain: String = drive_name
        .chars()
        .map(|sign| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { '-' })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "groat.csv".to_owned() } else { format!("groat-{}.csv", words.join("-")) }
}

fn row(gift: &Gift, drive_name: &str, accounts: &[Account], ids: &Ids) -> [String; COLUMNS] {
    let account = accounts.iter().find(|account| Some(account.id()) == gift.account);
    let standard = account.map(Account::standard);
    [
        ids.text(&gift.id),
        guarded(drive_name),
        gift.day.to_string(),
        gift.at.to_string(),
        rail_word(gift.rail, standard).to_owned(),
        gift.number.map(|number| number.digits()).unwrap_or_default(),
        state_word(gift.state).to_owned(),
        gift.amount.map(Money::decimal_text).unwrap_or_default(),
        gift.currency.code().to_owned(),
        gift.before.map(state_word).unwrap_or_default().to_owned(),
        match gift.reason {
            Some(CorrectionReason::Mistake) => "mistake",
            Some(CorrectionReason::NotGiven) => "not_given",
            None => "",
        }
        .to_owned(),
        gift.account.map(|account| ids.text(&account)).unwrap_or_default(),
        standard.map(|standard| standard.name().to_owned()).unwrap_or_default(),
    ]
}

/// How the money travels. What is no bank's may not be looked for on a bank's statement: codes of
/// coins and links carry no currency of a state, and links belong to a service.
fn rail_word(rail: Rail, standard: Option<Standard>) -> &'static str {
    match (rail, standard) {
        (Rail::Cash, _) => "cash",
        (Rail::Bank, Some(standard)) if standard.currencies().is_empty() => {
            if standard.maker() == Maker::Contract { "service" } else { "coins" }
        }
        (Rail::Bank, _) => "bank",
    }
}

fn state_word(state: GiftState) -> &'static str {
    match state {
        GiftState::Asked => "asked",
        GiftState::Promised => "promised",
        GiftState::InHand => "in_hand",
        GiftState::Corrected => "corrected",
    }
}

/// Makes a text harmless for spreadsheets that take a cell for a formula (CWE-1236): a leading
/// apostrophe where it begins with a sign they act on, full-width forms included.
pub(crate) fn guarded(text: &str) -> String {
    let acts = |sign| {
        matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r' | '\0' | '＝' | '＋' | '－' | '＠')
    };
    if text.starts_with(acts) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_would_be_a_formula_is_made_harmless() {
        for text in ["=1+1", "+49", "-5", "@SUM(A1)", "＝1", "\tx", "=HYPERLINK(\"http://x\")"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "Fountain", "5 = a meal", "'quoted"] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn the_proposed_name_has_only_our_own_signs() {
        assert_eq!(export_name("Fountain 2026"), "groat-fountain-2026.csv");
        assert_eq!(export_name("../../etc/пасс"), "groat-etc.csv");
        assert_eq!(export_name("募金"), "groat.csv");
    }
}
