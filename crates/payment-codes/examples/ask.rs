//! From an organisation to the code of one gift: what suits it, its account, an ask.

use std::error::Error;

use groat_money::{Currency, Money};
use groat_payment_codes::rails::{Account, Ask, Readiness, Situation, advise};
use groat_payment_codes::{DeskNumber, Field, GiftNumber, Options, Request};

fn main() -> Result<(), Box<dyn Error>> {
    let situation = Situation {
        country: "CZ".to_owned(),
        payee_name: Some("Útulek pro kočky".to_owned()),
        accounts: vec![Request::new().with(Field::Iban, "CZ65 0800 0000 1920 0014 5399")],
        ..Situation::default()
    };
    for advice in advise(&situation).iter().take(3) {
        let reasons: Vec<&str> = advice.reasons.iter().map(|reason| reason.word()).collect();
        println!("{}: {} ({:?})", advice.standard, reasons.join(", "), advice.readiness);
    }
    let ready = advise(&situation)
        .into_iter()
        .find(|advice| matches!(advice.readiness, Readiness::Ready { .. }))
        .ok_or("nothing can be made of this account")?;

    let answers = Request::new()
        .with(Field::PayeeName, "Útulek pro kočky")
        .with(Field::Iban, "CZ65 0800 0000 1920 0014 5399");
    let account = Account::new(ready.standard, answers)?;
    let number = GiftNumber::of(DeskNumber::new(1042)?, 1);
    let code = account.code(&Ask {
        number,
        amount: Some(Money::from_minor(10_000, Currency::from_code("CZK")?)),
        currency: None,
        message: "Na krmivo",
        at_ms: 1_798_761_599_000,
    })?;
    println!("\n{}\ncomes back: {}", code.payload, code.number_returns.word());

    // The number, read back from the field that the bank hands on.
    let place = code.number_place.ok_or("the number does not come back")?;
    let reading = code.standard.decode(&code.payload, Options::default())?;
    assert_eq!(place.number_in(&reading.request), Some(number));
    Ok(())
}
