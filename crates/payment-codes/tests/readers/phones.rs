//! The readers, and what they must read.

use std::error::Error;
use std::process::Command;

use groat_payment_codes::Standard;
use groat_payment_codes::picture::Symbology;
use rxing::BarcodeFormat;

use super::looks::Grey;
use super::{Shot, symbology};

/// What a reader tells of the code of a text.
pub(crate) fn expected(standard: Standard, text: &str) -> String {
    match standard {
        // Filled up with blanks.
        Standard::UpnQr => format!("{text}{}", " ".repeat(411 - text.chars().count())),
        // Small letters and capitals mean the same.
        Standard::Bolt11 | Standard::Bolt12 => text.to_uppercase(),
        Standard::Lnurl if !text.contains(['@', '/']) => text.to_uppercase(),
        _ => text.to_owned(),
    }
}

pub(crate) fn rxing(grey: &Grey, standard: Standard) -> Result<String, Box<dyn Error>> {
    let format = match symbology(standard) {
        Symbology::Qr => BarcodeFormat::QR_CODE,
        Symbology::Pdf417 => BarcodeFormat::PDF_417,
        Symbology::Code128 => BarcodeFormat::CODE_128,
    };
    let [width, height] = [grey.width, grey.height].map(|side| u32::try_from(side).unwrap());
    let read = rxing::helpers::detect_in_luma(grey.pixels.clone(), width, height, Some(format))?;
    let text = read.getText().to_owned();
    if symbology(standard) != Symbology::Pdf417 {
        return Ok(text);
    }
    // Bytes of a PDF417 are ISO 8859-1 unless it says otherwise; bank apps take them for UTF-8.
    let bytes = text.chars().map(u8::try_from).collect::<Result<Vec<u8>, _>>()?;
    Ok(String::from_utf8(bytes)?)
}

/// Tells whether zbar is there and knows the kind of code.
pub(crate) fn zbar_reads(standard: Standard) -> bool {
    if symbology(standard) == Symbology::Pdf417 {
        return false;
    }
    let is_there = Command::new("zbarimg").arg("--version").output().is_ok();
    let is_wanted = std::env::var_os("GROAT_ZBARIMG").is_some();
    assert!(is_there || !is_wanted, "zbarimg is not installed (package zbar-tools)");
    if !is_there {
        println!("zbarimg is not installed: {standard} was not read with it");
    }
    is_there
}

/// Reads all pictures in one go, and one by one only where that does not give all texts.
pub(crate) fn zbar_fails(shots: &[Shot], standard: Standard) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<String> = (0..shots.len()).map(|number| format!("{number}.pgm")).collect();
    for (shot, file) in shots.iter().zip(&files) {
        std::fs::write(folder.path().join(file), shot.grey.file()).unwrap();
    }
    let read = |files: &[String]| {
        let kind = match symbology(standard) {
            Symbology::Code128 => "code128",
            _ => "qrcode",
        };
        let output = Command::new("zbarimg")
            .current_dir(folder.path())
            .args(["--quiet", "--nodbus", "--raw", "-Sdisable", "-Sbinary"])
            .arg(format!("-S{kind}.enable"))
            .args(files)
            .output();
        String::from_utf8_lossy(&output.unwrap().stdout).into_owned()
    };
    let all: String = shots.iter().map(|shot| shot.text.as_str()).collect();
    if read(&files) == all {
        return Vec::new();
    }
    let fails = |(shot, file): (&Shot, &String)| {
        let found = read(std::slice::from_ref(file));
        let what = format!("zbar, {}: {:?}: read {found:?}", shot.look.name, shot.text);
        (found != shot.text).then_some(what)
    };
    shots.iter().zip(&files).filter_map(fails).collect()
}
