//! Accounts of every kind, and which of them a drive is asked for.

use groat_app::{App, Code};
use groat_ledger::{AccountId, DriveId};
use groat_payment_codes::Standard;
use groat_payment_codes::rails::ReturnOfNumber;

use crate::given::{IBAN, account, app, at, by_iban, drive, euro, folder, refusal, set_up};

const PIX: &[(&str, &str)] =
    &[("payee_name", "Rio Limpo"), ("key", "doe@riolimpo.example"), ("city", "Sao Paulo")];

async fn rails(app: &App, drive: DriveId) -> (Vec<AccountId>, Option<AccountId>) {
    let found = app.drive(drive).await.unwrap();
    let rails = app.rails(&[found]).await.unwrap().remove(0);
    (rails.accounts, rails.next)
}

#[tokio::test]
async fn a_drive_takes_the_accounts_of_its_currency_and_remembers_the_last() {
    let folder = folder();
    let desk = app(folder.path()).await;
    set_up(&desk).await;
    let first = desk.accounts().await.unwrap()[0].id();
    let opened = desk.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id;
    let pix = desk.add_account(&account("PIX", PIX)).await.unwrap().id();
    let wallet = [("payee_name", "Brunnen"), ("lightning_address", "donate@brunnen.example")];
    let wallet = desk.add_account(&account("LNURL", &wallet)).await.unwrap().id();
    // What donors have an app for at home stands first.
    assert_eq!(rails(&desk, opened).await, (vec![first, wallet], Some(first)));
    assert_eq!(desk.ask(opened, None, None).await.unwrap().account.id(), first);
    assert_eq!(desk.ask(opened, Some(wallet), None).await.unwrap().account.id(), wallet);
    assert_eq!(desk.ask(opened, None, None).await.unwrap().account.id(), wallet, "remembered");
    assert_eq!(rails(&desk, opened).await.1, Some(wallet));
    let other = desk.open_drive(drive("Other", "Wasser")).await.unwrap().drive.id;
    assert_eq!(rails(&desk, other).await.1, Some(first), "each drive for itself");
    desk.close().await;

    let desk = app(folder.path()).await;
    assert_eq!(desk.ask(opened, None, None).await.unwrap().account.id(), wallet);
    let refused = desk.ask(opened, Some(pix), None).await;
    assert_eq!(refusal(refused), (Code::AccountOtherCurrency, at("account")));
    desk.retire_account(wallet).await.unwrap();
    assert_eq!(rails(&desk, opened).await, (vec![first], Some(first)));
    assert_eq!(desk.ask(opened, None, None).await.unwrap().account.id(), first);
    desk.close().await;
}

#[tokio::test]
async fn a_code_that_needs_an_amount_is_not_asked_for_any() {
    let folder = folder();
    let app = app(folder.path()).await;
    let parts = [("payee_name", "Izvor"), ("account", "265110031000001213"), ("purpose", "289")];
    let serbian = account("NBS_IPS", &parts);
    app.set_up("Izvor", Some("RS"), Some(&serbian)).await.unwrap();
    assert!(!app.accounts().await.unwrap()[0].traits().takes_open);
    let currency = app.currency().await.unwrap();
    let new = groat_app::NewDrive {
        currency,
        goal: None,
        suggested: groat_app::suggested(currency).to_vec(),
        ..drive("Izvor", "Voda")
    };
    let opened = app.open_drive(new).await.unwrap().drive;
    assert_eq!(refusal(app.ask(opened.id, None, None).await), (Code::AmountNeeded, at("amount")));
    let asked = app.ask(opened.id, None, Some(opened.suggested[0])).await.unwrap();
    assert!(asked.payload.contains("RSD"), "{}", asked.payload);
    app.close().await;
}

#[tokio::test]
async fn a_refused_ask_changes_no_memory() {
    let folder = folder();
    let app = app(folder.path()).await;
    set_up(&app).await;
    let first = app.accounts().await.unwrap()[0].id();
    let opened = app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id;
    let other = by_iban("Brunnen e.V.", "DE02 1203 0000 0000 2020 51", None);
    let other = app.add_account(&other).await.unwrap().id();
    app.ask(opened, Some(first), None).await.unwrap();
    app.ask(opened, Some(other), Some(euro(0))).await.unwrap_err();
    assert_eq!(app.ask(opened, None, None).await.unwrap().account.id(), first);
    app.close().await;
}

#[tokio::test]
async fn of_two_accounts_of_a_kind_the_newer_is_the_better_one() {
    let folder = folder();
    let app = app(folder.path()).await;
    set_up(&app).await;
    let opened = app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id;
    let newer = by_iban("Brunnen e.V.", "DE02 1203 0000 0000 2020 51", None);
    let newer = app.add_account(&newer).await.unwrap().id();
    assert_eq!(rails(&app, opened).await.1, Some(newer));
    let asked = app.ask(opened, None, Some(euro(500))).await.unwrap();
    assert!(asked.payload.contains("DE02120300000000202051"), "{}", asked.payload);
    app.close().await;
}

#[tokio::test]
async fn a_retired_account_asks_nothing_and_shows_what_it_asked() {
    let folder = folder();
    let app = app(folder.path()).await;
    set_up(&app).await;
    let only = app.accounts().await.unwrap()[0].id();
    let opened = app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id;
    let asked = app.ask(opened, None, Some(euro(500))).await.unwrap();
    assert!(app.retire_account(only).await.unwrap().known.is_retired);
    let refused = app.ask(opened, Some(only), None).await;
    assert_eq!(refusal(refused), (Code::AccountRetired, at("account")));
    assert_eq!(refusal(app.ask(opened, None, None).await), (Code::NoAccount, None));
    assert_eq!(refusal(app.retire_account(only).await).0, Code::AccountRetired);
    let nowhere = AccountId { seq: 99, ..only };
    assert_eq!(refusal(app.retire_account(nowhere).await).0, Code::AccountUnknown);
    let refused = app.ask(opened, Some(nowhere), None).await;
    assert_eq!(refusal(refused), (Code::AccountUnknown, at("account")));
    assert_eq!(app.code_of(asked.gift.id).await.unwrap().payload, asked.payload);
    app.see(asked.gift.id).await.unwrap();
    app.record_cash(opened, euro(5)).await.unwrap();
    // The same account may come back.
    app.add_account(&by_iban("Brunnen e.V.", IBAN, None)).await.unwrap();
    app.ask(opened, None, None).await.unwrap();
    assert_eq!(app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    app.close().await;
}

#[tokio::test]
async fn a_desk_without_an_account_collects_cash() {
    let folder = folder();
    let app = app(folder.path()).await;
    let (organisation, account) = app.set_up("Brunnen", Some("gb"), None).await.unwrap();
    assert_eq!((organisation.country.as_deref(), account), (Some("GB"), None));
    assert_eq!(app.currency().await.unwrap().code(), "GBP");
    let opened = app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id;
    app.record_cash(opened, euro(500)).await.unwrap();
    assert_eq!(refusal(app.ask(opened, None, None).await), (Code::NoAccount, None));
    assert_eq!(rails(&app, opened).await, (vec![], None));
    app.close().await;
}

#[tokio::test]
async fn the_country_decides_the_currency_unless_no_account_takes_it() {
    for (country, parts, currency) in
        [("BR", Some(("PIX", PIX)), "BRL"), ("DE", Some(("PIX", PIX)), "BRL"), ("JP", None, "JPY")]
    {
        let folder = folder();
        let app = app(folder.path()).await;
        let new = parts.map(|(standard, parts)| account(standard, parts));
        app.set_up("Brunnen", Some(country), new.as_ref()).await.unwrap();
        assert_eq!(app.currency().await.unwrap().code(), currency, "{country}");
        app.close().await;
    }
}

#[test]
fn an_account_that_makes_no_codes_is_refused_at_the_part_that_is_wrong() {
    for (standard, parts, code, field) in [
        ("SHELLS", PIX, Code::StandardUnknown, "standard"),
        ("PIX", &PIX[..2], Code::FieldMissing, "city"),
        ("PIX", &[("iban", IBAN)], Code::FieldNotCarried, "iban"),
        ("PIX", &[("nonsense", "x")], Code::FieldNotCarried, "nonsense"),
        ("PIX", &[("key", "a\nb")], Code::TextLineBreak, "key"),
        ("EPC", &[("payee_name", "B"), ("iban", "DE1")], Code::IbanWrongLength, "iban"),
        ("EPC", &[("payee_name", "B")], Code::IbanEmpty, "iban"),
        ("UPI", &[("payee_name", "B")], Code::FieldMissing, "vpa"),
    ] {
        let told = refusal(account(standard, parts).check());
        assert_eq!(told, (code, at(field)), "{standard}");
    }
    account("pix", PIX).check().unwrap();
}

#[tokio::test]
async fn an_account_is_added_once_and_only_after_set_up() {
    let folder = folder();
    let app = app(folder.path()).await;
    let pix = account("PIX", PIX);
    assert_eq!(refusal(app.add_account(&pix).await).0, Code::NotSetUp);
    let refused = app.set_up("Brunnen", Some("QQ"), Some(&pix)).await;
    assert_eq!(refusal(refused), (Code::CountryUnknown, at("country")));
    app.set_up("Brunnen", Some("BR"), Some(&pix)).await.unwrap();
    assert_eq!(refusal(app.add_account(&pix).await).0, Code::AccountRepeated);
    let known = app.accounts().await.unwrap().remove(0);
    assert_eq!((known.standard(), known.holder()), (Standard::Pix, "Rio Limpo"));
    assert_eq!(known.destination(), "doe@riolimpo.example");
    assert_eq!(known.short(), known.destination());
    let traits = known.traits();
    assert!(traits.carries_amount && traits.takes_open);
    assert_eq!(traits.number_returns, ReturnOfNumber::Reference);
    app.close().await;
}

#[tokio::test]
async fn a_purpose_that_no_longer_fits_keeps_no_donor_from_giving() {
    let folder = folder();
    let app = app(folder.path()).await;
    app.set_up("Brunnen", Some("DE"), None).await.unwrap();
    let opened = app.open_drive(drive("Fountain", &"ä".repeat(129))).await.unwrap().drive.id;
    let long = by_iban(&"ü".repeat(70), IBAN, None);
    app.add_account(&long).await.unwrap();
    let asked = app.ask(opened, None, Some(euro(500))).await.unwrap();
    assert!(asked.payload.ends_with(&asked.number.digits()), "{}", asked.payload);
    app.close().await;
}

#[tokio::test]
async fn books_of_the_first_program_ask_on_with_their_account() {
    let folder = folder();
    let old = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/books/format-1/station.db");
    std::fs::copy(old, folder.path().join("station.db")).unwrap();
    let read = App::open_to_read(folder.path().to_owned()).await.unwrap();
    let organisation = read.organisation().await.unwrap().unwrap();
    assert_eq!(organisation.country.as_deref(), Some("DE"));
    let found = read.find_drive(None).await.unwrap();
    assert_eq!(found.texts.name, "Winterhilfe");
    read.close().await;
    let app = app(folder.path()).await;
    let shown = app.find_gift("2093353787").await.unwrap();
    assert_eq!(
        app.code_of(shown.id).await.unwrap().payload,
        "BCD\n002\n1\nSCT\n\nFreundeskreis Dorfbrunnen e.V.\nDE19999999990000123456\nEUR7.77\n\
         CHAR\n\n2093353787 Warme Decken"
    );
    let asked = app.ask(found.drive.id, None, Some(euro(500))).await.unwrap();
    assert_eq!(asked.gift.account, shown.account);
    let repeated = by_iban("Freundeskreis Dorfbrunnen e.V.", "DE19999999990000123456", None);
    assert_eq!(refusal(app.add_account(&repeated).await).0, Code::AccountRepeated);
    app.retire_account(asked.account.id()).await.unwrap();
    app.refold(&mut |_, _| true).await.unwrap();
    assert_eq!(app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    app.close().await;
}
