//! Reads the code of a poster and says whether it is still ours.
//!
//! `cargo run --example inspect -- TEXT [IBAN]`, or without a text a code with letters of another
//! alphabet in its name and another account behind it.

use groat_payment_codes::{Expected, inspect};

const OURS: &str = "DE89370400440532013000";
const POSTER: &str =
    "BCD\n002\n1\nSCT\n\nVerein Lichtblісk\nDE02120300000000202051\n\nCHAR\n\n1042618037 Hilfe";

fn main() {
    let mut words = std::env::args().skip(1);
    let text = words.next().unwrap_or_else(|| POSTER.to_owned());
    let expected = Expected {
        keys: vec![words.next().unwrap_or_else(|| OURS.to_owned())],
        ..Expected::default()
    };
    let inspection = inspect(&text, &expected);
    println!("{}", inspection.verdict.word());
    match inspection.read {
        Err(refusal) => println!("cannot be read: {refusal}"),
        Ok(reading) => {
            println!("{}", reading.standard);
            for (field, value) in reading.request.iter() {
                println!("  {field}: {value:?}");
            }
            for finding in &reading.findings {
                println!("look at {}: {:?}", finding.field, finding.oddity);
            }
        }
    }
}
