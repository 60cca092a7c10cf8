//! Writes the table of all standards into the readme, and a picture of each code.
//!
//! `gallery FOLDER` writes `README.md` and `pictures/` there; what stands in the readme between the
//! two marks is made anew, everything else is kept.

mod codes;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use groat_payment_codes::picture::{Length, draw};
use groat_payment_codes::rails::Maker;
use groat_payment_codes::{Options, Standard};

use codes::Shown;

const README: &str = include_str!("../../README.md");
const BEGIN: &str = "<!-- The table is written by `cargo xtask generate`. -->\n";
const END: &str = "<!-- Here it ends. -->\n";

/// The longest beginning of a text that is shown.
const SHOWN_MAX: usize = 46;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).map(PathBuf::from).ok_or("gallery FOLDER")?;
    let pictures = folder.join("pictures");
    fs::create_dir_all(&pictures)?;
    let mut table = String::from("| Standard | Where | A code says | |\n|---|---|---|---|\n");
    for standard in Standard::ALL {
        let shown = codes::shown(*standard).ok_or_else(|| format!("no code of {standard}"))?;
        table.push_str(&row(shown, &pictures)?);
    }
    fs::write(folder.join("README.md"), with_table(&table)?)?;
    Ok(())
}

fn row(shown: &Shown, pictures: &Path) -> Result<String, Box<dyn Error>> {
    let standard = shown.standard;
    let payload = shown.payload()?;
    // What is shown is read, as everything that is shown.
    standard.decode(&payload, Options::default())?;
    let picture = draw(Some(standard), &payload)?;
    let width = if picture.width_in_modules() > 2 * picture.height_in_modules() { 60 } else { 24 };
    let name = file_name(standard);
    fs::write(pictures.join(&name), picture.svg(Length::mm(width)))?;
    let issued = match standard.maker() {
        // On its own it names no scheme; whoever has one may write it.
        _ if standard == Standard::Emv => "",
        Maker::Issuer | Maker::IssuerAlone => ", *issued*",
        _ => "",
    };
    Ok(format!(
        "| {} | {}{issued} | {} | <img alt=\"{}\" src=\"pictures/{name}\" width=\"{}\"> |\n",
        shown.title,
        shown.country,
        beginning(&payload),
        shown.title,
        width * 4,
    ))
}

fn file_name(standard: Standard) -> String {
    let word = |sign: char| if sign.is_ascii_alphanumeric() { sign } else { '-' };
    format!("{}.svg", standard.name().to_ascii_lowercase().chars().map(word).collect::<String>())
}

/// The beginning of a text as code in a table: line ends as a sign, no bar that ends a cell.
fn beginning(payload: &str) -> String {
    let mut shown: String = payload.chars().take(SHOWN_MAX).collect();
    if payload.chars().count() > SHOWN_MAX {
        shown.push('…');
    }
    format!("`{}`", shown.replace('\n', "⏎").replace('|', "\\|"))
}

fn with_table(table: &str) -> Result<String, Box<dyn Error>> {
    let (before, rest) = README.split_once(BEGIN).ok_or("the readme has no place for the table")?;
    let (_, after) = rest.split_once(END).ok_or("the table in the readme has no end")?;
    Ok(format!("{before}{BEGIN}\n{table}\n{END}{after}"))
}
