//! Reads whatever libFuzzer comes up with, as the standard that the target is named after.
#![no_main]

use groat_payment_codes::{Options, Standard, decode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let standard = Standard::ALL.iter().find(|standard| is_named(**standard));
    let reading = match standard {
        Some(standard) => standard.decode(text, Options::default()),
        None => decode(text, Options::default()),
    };
    let Ok(reading) = reading else { return };
    // What was read can be written in normal form, or is refused; the normal form stays as it is.
    let Ok(written) = reading.standard.encode(&reading.request) else { return };
    let again = reading.standard.decode(&written.payload, Options::default());
    let again = again.unwrap_or_else(|refusal| panic!("{refusal}: {:?}", written.payload));
    let normal = reading.standard.encode(&again.request);
    let normal = normal.unwrap_or_else(|refusal| panic!("{refusal}: {:?}", again.request));
    // Compression is not canonical: there the text inside is compared.
    assert_eq!(normal.plain.unwrap_or(normal.payload), written.plain.unwrap_or(written.payload));
});

/// The target `swiss_qr_bill` is the one of `SwissQrBill`; `any` is the one of none.
fn is_named(standard: Standard) -> bool {
    let name = format!("{standard:?}");
    name.eq_ignore_ascii_case(&env!("CARGO_BIN_NAME").replace('_', ""))
}
