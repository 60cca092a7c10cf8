//! Drives in currencies without decimals and with three.

use groat_app::{Code, NewDrive};
use groat_money::{Currency, Money};

use crate::given::{account, app, at, euro, folder, refusal};

fn money(minor: i64, code: &str) -> Money {
    Money::from_minor(minor, Currency::from_code(code).unwrap())
}

fn drive(code: &str) -> NewDrive {
    let currency = Currency::from_code(code).unwrap();
    NewDrive {
        name: "Fountain".to_owned(),
        purpose: "Water".to_owned(),
        currency,
        goal: Some(groat_app::suggested(currency)[2]),
        suggested: groat_app::suggested(currency).to_vec(),
    }
}

#[tokio::test]
async fn cash_standing_and_export_keep_the_decimals_of_the_currency() {
    for (code, minor, text, missing) in [
        ("JPY", 1500, "1500", "1500"),
        ("VND", 75_000, "75000", "25000"),
        ("KWD", 1_250, "1.250", "3.750"),
        ("BHD", 1, "0.001", "4.999"),
        ("IDR", 1_500_000, "15000.00", "85000.00"),
        ("EUR", 250, "2.50", "7.50"),
    ] {
        let folder = folder();
        let app = app(folder.path()).await;
        app.set_up("Brunnen", Some("DE"), None).await.unwrap();
        let opened = app.open_drive(drive(code)).await.unwrap();
        let id = opened.drive.id;
        app.record_cash(id, money(minor, code)).await.unwrap();
        let found = app.drive(id).await.unwrap();
        assert_eq!(found.standing.in_hand.sum.decimal_text(), text, "{code}");
        assert_eq!(found.standing.missing().unwrap().decimal_text(), missing, "{code}");
        let file = folder.path().join("out.csv");
        app.export_csv(&found, &file).await.unwrap();
        let written = std::fs::read_to_string(&file).unwrap();
        assert!(written.contains(&format!(",in_hand,{text},{code},")), "{written}");
        let other = if code == "EUR" { money(5, "JPY") } else { euro(500) };
        let refused = app.record_cash(id, other).await;
        assert_eq!(refusal(refused), (Code::CurrencyDiffers, at("amount")));
        let largest = groat_app::largest(found.drive.currency);
        app.record_cash(id, largest).await.unwrap();
        let beyond = Money::from_minor(largest.minor() + 1, found.drive.currency);
        let refused = app.record_cash(id, beyond).await;
        assert_eq!(refusal(refused), (Code::AmountTooLarge, at("amount")));
        assert_eq!(app.verify(&mut |_, _| true).await.unwrap().troubles, []);
        app.refold(&mut |_, _| true).await.unwrap();
        app.close().await;
    }
}

#[tokio::test]
async fn codes_carry_amounts_in_the_decimals_of_their_currency() {
    let folder = folder();
    let app = app(folder.path()).await;
    let parts = [("payee_name", "QUY NUOC"), ("bank_bin", "970436"), ("account", "0011009876543")];
    let vietnamese = account("VietQR", &parts);
    app.set_up("Nuoc", Some("VN"), Some(&vietnamese)).await.unwrap();
    assert_eq!(app.currency().await.unwrap().code(), "VND");
    let id = app.open_drive(drive("VND")).await.unwrap().drive.id;
    let asked = app.ask(id, None, Some(money(50_000, "VND"))).await.unwrap();
    assert!(asked.payload.contains("540550000"), "{}", asked.payload);
    let refused = app.ask(id, None, Some(euro(500))).await;
    assert_eq!(refusal(refused), (Code::CurrencyDiffers, at("amount")));
    app.close().await;
}
