//! Writes codes: by field names that are the same for every standard, or by a standard's own type.

use std::error::Error;

use groat_money::{Currency, Money};
use groat_payment_codes::{Field, Iban, Request, Standard, epc};

fn main() -> Result<(), Box<dyn Error>> {
    let request = Request::new()
        .with(Field::PayeeName, "Instituto Rio Limpo")
        .with(Field::Key, "doe@riolimpo.example")
        .with(Field::City, "São Paulo")
        .with(Field::Amount, "25.50")
        .with(Field::Reference, "D2026000016");
    println!("{}\n", Standard::Pix.encode(&request)?.payload);

    // What a standard has no place for is refused at its field, never dropped.
    let refusal = Standard::Pix.encode(&request.with(Field::DueDate, "2026-12-24"));
    println!("{}\n", refusal.err().map(|refusal| refusal.to_string()).unwrap_or_default());

    let iban = Iban::parse("DE89 3704 0044 0532 0130 00")?;
    let mut transfer = epc::EpcRequest::new("Verein Lichtblick e.V.", iban);
    transfer.amount = Some(Money::from_minor(1250, Currency::EUR));
    transfer.purpose = Some(epc::Purpose::CHARITY);
    println!("{}", epc::encode(&transfer)?);
    Ok(())
}
