//! The texts that fuzzing found worth keeping (`tests/fuzz/corpus`), tried again at every change.
#![expect(clippy::unwrap_used, reason = "a test that fails here has found what it looks for")]

use std::fs;
use std::path::Path;

use groat_payment_codes::{Options, Standard, decode};

#[test]
fn every_kept_text_is_answered_and_written_to_what_it_says() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/corpus");
    let mut tried = 0;
    for file in fs::read_dir(corpus).unwrap().map(Result::unwrap) {
        let name = file.file_name().into_string().unwrap();
        let name = name.strip_suffix(".jsonl").unwrap();
        let standard = standard_of(name);
        assert!(standard.is_some() || name == "any", "{name} is no reader");
        for line in fs::read_to_string(file.path()).unwrap().lines() {
            try_text(standard, &serde_json::from_str::<String>(line).unwrap());
            tried += 1;
        }
    }
    assert!(tried > 10_000, "{tried} texts: the corpus is missing");
}

fn standard_of(name: &str) -> Option<Standard> {
    let name = name.replace('_', "");
    let mut standards = Standard::ALL.iter().copied();
    standards.find(|standard| format!("{standard:?}").eq_ignore_ascii_case(&name))
}

fn try_text(standard: Option<Standard>, text: &str) {
    let reading = match standard {
        Some(standard) => standard.decode(text, Options::default()),
        None => decode(text, Options::default()),
    };
    let Ok(reading) = reading else { return };
    let Ok(written) = reading.standard.encode(&reading.request) else { return };
    let again = reading.standard.decode(&written.payload, Options::default()).unwrap();
    let normal = reading.standard.encode(&again.request).unwrap();
    // Compression is not canonical: there the text inside is compared.
    let (normal, written) =
        (normal.plain.unwrap_or(normal.payload), written.plain.unwrap_or(written.payload));
    assert_eq!(normal, written, "{text:?}");
}
