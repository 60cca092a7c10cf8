//! Countries, accounts and rails as the windows see them.

use groat_payment_codes::{Standard, rails};
use groat_wire::views::{Maker, Reader};
use serde_json::{Value, json};

use crate::given::{Given, drive_open, set_up, typed};

fn pix() -> Value {
    let values = json!({
        "payee_name": "Rio Limpo", "key": "doe@riolimpo.example", "city": "Sao Paulo",
    });
    json!({ "standard": "PIX", "values": values })
}

fn wallet() -> Value {
    let values = json!({ "payee_name": "Brunnen", "lightning_address": "donate@brunnen.example" });
    json!({ "standard": "LNURL", "values": values })
}

#[tokio::test]
async fn every_country_is_named_and_says_what_is_paid_by_there() {
    let given = Given::new().await;
    let countries = given.ok("country_list", json!({})).await;
    let countries = countries.as_array().unwrap();
    assert!(countries.len() > 240);
    assert!(countries.contains(&json!({ "code": "BR", "name": "Brazil", "currency": "BRL" })));
    given.ok("locale_set", json!({ "locale": "de" })).await;
    let german = given.ok("country_list", json!({})).await;
    let brazil = json!({ "code": "BR", "name": "Brasilien", "currency": "BRL" });
    assert!(german.as_array().unwrap().contains(&brazil));
    for country in countries {
        let code = &country["code"];
        let offers = given.ok("country_offers", json!({ "country": code })).await;
        assert_eq!((&offers["country"], &offers["currency"]), (code, &country["currency"]));
        for offer in offers["offers"].as_array().unwrap() {
            let fields = offer["questions"].as_array().unwrap();
            assert!(!fields.is_empty(), "{offer}");
            assert!(fields.iter().all(|field| field["label"] != field["field"]), "{offer}");
            assert_ne!(offer["title"], "");
        }
    }
    given.desk.close().await;
}

#[tokio::test]
async fn a_country_asks_only_for_what_its_code_needs() {
    let given = Given::new().await;
    let offers = given.ok("country_offers", json!({ "country": "BR" })).await;
    let first = &offers["offers"][0];
    assert_eq!((&first["standard"], &first["at_home"]), (&json!("PIX"), &json!(true)));
    assert_eq!((&first["reader"], &first["maker"]), (&json!("banking-app"), &json!("registered")));
    let asked = first["questions"].as_array().unwrap().iter().map(|question| &question["field"]);
    assert_eq!(asked.collect::<Vec<_>>(), ["payee_name", "key", "city"]);
    let thai = given.ok("country_offers", json!({ "country": "TH" })).await;
    let choices = &thai["offers"][0]["questions"][1]["choices"];
    assert_eq!(choices[1], json!({ "value": "mobile", "label": "Mobile number" }));
    let nowhere = given.ok("country_offers", json!({ "country": "QQ" })).await;
    assert_eq!(nowhere["currency"], Value::Null);
    given.desk.close().await;
}

#[test]
fn readers_and_makers_have_the_words_of_the_standards() {
    for standard in Standard::ALL {
        let reader = serde_json::to_value(Reader::from(standard.reader())).unwrap();
        assert_eq!(reader, standard.reader().word());
        let maker = serde_json::to_value(Maker::from(standard.maker())).unwrap();
        assert_eq!(maker, standard.maker().word());
        for locale in groat_phrases::Locale::ALL {
            let title = groat_phrases::format::code_name(*locale, standard.name());
            assert!(!title.contains('_') && !title.is_empty(), "{title}");
            for question in rails::questions(*standard) {
                let label = groat_phrases::field_name(*locale, question.field.name());
                assert_ne!(label, question.field.name());
                for choice in question.choices {
                    let label = groat_phrases::format::choice_name(*locale, choice);
                    assert_ne!(label, *choice, "{locale:?}");
                }
            }
        }
    }
}

#[tokio::test]
async fn every_currency_comes_with_its_decimals_and_what_is_given_in_it() {
    let given = Given::new().await;
    let all = given.ok("currency_list", json!({})).await;
    let of = |code: &str| {
        let all = all.as_array().unwrap();
        all.iter().find(|currency| currency["code"] == code).unwrap().clone()
    };
    assert_eq!((&of("JPY")["decimals"], &of("KWD")["decimals"]), (&json!(0), &json!(3)));
    let yen = of("JPY")["suggested"].as_array().unwrap().clone();
    assert_eq!(yen[0], json!({ "amount": "500", "currency": "JPY" }));
    given.desk.close().await;
}

#[tokio::test]
async fn an_account_is_checked_while_it_is_typed() {
    let given = Given::new().await;
    let checked = given.ok("account_check", pix()).await;
    assert_eq!(checked["fault"], Value::Null);
    assert_eq!(checked["destination"], "doe@riolimpo.example");
    assert!(checked["code"]["path"].as_str().unwrap().starts_with("M0 0h7"));
    let mut unfinished = pix();
    unfinished["values"]["city"] = json!("");
    let checked = given.ok("account_check", unfinished).await;
    let fault = &checked["fault"];
    assert_eq!((&fault["code"], &fault["field"]), (&json!("field-missing"), &json!("city")));
    assert_eq!(fault["message"], "Town: this is missing.");
    assert_eq!((&checked["code"], &checked["destination"]), (&Value::Null, &Value::Null));
    let unknown = json!({ "standard": "SHELLS", "values": {} });
    let checked = given.ok("account_check", unknown).await;
    assert_eq!(checked["fault"]["field"], "standard");
    let desk = given.ok("desk_read", json!({})).await;
    assert_eq!(desk["accounts"], json!([]), "a check leaves nothing");
    given.desk.close().await;
}

#[tokio::test]
async fn swiss_codes_bring_their_cross_and_croatian_ones_are_no_squares() {
    let given = Given::new().await;
    let swiss = json!({ "standard": "SWISS_QR_BILL", "values": {
        "payee_name": "Brunnen", "iban": "CH58 0079 1123 0008 8901 2",
        "payee_zip": "6003", "payee_city": "Luzern",
    } });
    let code = given.ok("account_check", swiss).await["code"].take();
    assert_eq!(code["width"], code["height"]);
    assert_eq!(code["marks"].as_array().unwrap().len(), 4);
    assert_eq!(code["marks"][1]["dark"], true);
    let croatian = json!({ "standard": "HUB3", "values": {
        "payee_name": "Izvor", "iban": "HR1210010051863000160",
        "payee_street": "Alkarski prolaz 13B", "payee_city": "21230 Sinj",
    } });
    let code = given.ok("account_check", croatian).await["code"].take();
    assert!(code["width"].as_u64() > code["height"].as_u64(), "{code}");
    assert_eq!(code["marks"], json!([]));
    given.desk.close().await;
}

#[tokio::test]
async fn several_rails_on_one_drive_are_chosen_by_their_id_and_remembered() {
    let (given, drive) = Given::with_drive().await;
    let added = given.ok("account_add", wallet()).await;
    let accounts = added["accounts"].as_array().unwrap();
    let ids: Vec<&Value> = accounts.iter().map(|account| &account["id"]).collect();
    assert_eq!(added["drives"][0]["rails"], json!(ids));
    assert_eq!(&added["drives"][0]["rail"], ids[0]);
    let wallet = &accounts[1];
    assert_eq!(
        (&wallet["reader"], &wallet["carries_amount"]),
        (&json!("lightning-wallet"), &json!(false))
    );

    let ask = json!({ "drive": drive, "account": ids[1], "amount": typed("5") });
    let ask = given.ok("ask_open", ask).await;
    assert_eq!((&ask["rail"]["account"], &ask["gift"]["account"]), (ids[1], ids[1]));
    assert_eq!(ask["rail"]["reader"], "lightning-wallet");
    assert_eq!(
        (&ask["rail"]["carries_amount"], &ask["rail"]["number_returns"]),
        (&json!(false), &json!("no"))
    );
    assert!(ask["payload"].as_str().unwrap().to_uppercase().contains("LNURL1"), "{ask}");
    let again = given.ok("ask_open", json!({ "drive": drive, "amount": null })).await;
    assert_eq!(&again["rail"]["account"], ids[1]);
    let desk = given.ok("desk_read", json!({})).await;
    assert_eq!(&desk["drives"][0]["rail"], ids[1]);

    let retired = given.ok("account_retire", json!({ "account": ids[1] })).await;
    assert_eq!(retired["accounts"][1]["retired"], true);
    assert_eq!(retired["drives"][0]["rails"], json!([ids[0]]));
    assert_eq!(&retired["drives"][0]["rail"], ids[0]);
    for (account, code) in [
        (ids[1], "account-retired"),
        (&json!("99"), "account-unknown"),
        (&json!("x"), "account-unknown"),
    ] {
        let args = json!({ "drive": drive, "account": account, "amount": null });
        let refused = given.refused("ask_open", args).await;
        assert_eq!(refused, (code.to_owned(), Some("account".to_owned())));
    }
    given.desk.close().await;
}

#[tokio::test]
async fn a_drive_collects_in_its_own_currency() {
    let given = Given::new().await;
    given
        .ok("organisation_set_up", json!({ "name": "Mizu", "country": "JP", "account": null }))
        .await;
    let desk = given.ok("desk_read", json!({})).await;
    assert_eq!((&desk["currency"], &desk["accounts"]), (&json!("JPY"), &json!([])));
    let mut open = drive_open();
    open["goal"] = json!("100,000");
    open["suggested"] = json!(["500", "1,000", "3000"]);
    let drive = given.ok("drive_open", open.clone()).await;
    assert_eq!((&drive["currency"], &drive["decimals"]), (&json!("JPY"), &json!(0)));
    assert_eq!(drive["standing"]["goal"], json!({ "amount": "100000", "currency": "JPY" }));
    assert_eq!((&drive["rails"], &drive["rail"]), (&json!([]), &Value::Null));
    let cash = |amount: &str| json!({ "drive": drive["id"], "amount": typed(amount) });
    let gift = given.ok("cash_record", cash("1,500")).await;
    assert_eq!(gift["amount"], json!({ "amount": "1500", "currency": "JPY" }));
    assert_eq!(given.refused("cash_record", cash("1.5")).await.0, "amount-too-precise");
    open["currency"] = json!("KWD");
    open["goal"] = json!("12.345");
    open["suggested"] = json!(["0.250", "1.5", "2"]);
    let dinar = given.ok("drive_open", open.clone()).await;
    assert_eq!(dinar["suggested"][0], json!({ "amount": "0.250", "currency": "KWD" }));
    let cash = json!({ "drive": dinar["id"], "amount": { "decimal": "1.005" } });
    assert_eq!(given.ok("cash_record", cash).await["amount"]["amount"], "1.005");
    open["currency"] = json!("XXX");
    let refused = given.refused("drive_open", open).await;
    assert_eq!(refused, ("currency-unknown".to_owned(), Some("currency".to_owned())));
    let ask = json!({ "drive": drive["id"], "amount": null });
    assert_eq!(given.refused("ask_open", ask).await.0, "no-account");
    given.desk.close().await;
}

#[tokio::test]
async fn accounts_are_refused_before_set_up_and_twice() {
    let given = Given::new().await;
    assert_eq!(given.refused("account_add", pix()).await.0, "not-set-up");
    given.ok("organisation_set_up", set_up()).await;
    given.ok("account_add", pix()).await;
    assert_eq!(given.refused("account_add", pix()).await.0, "account-repeated");
    assert_eq!(
        given.refused("account_retire", json!({ "account": "99" })).await.0,
        "account-unknown"
    );
    given.desk.close().await;
}
