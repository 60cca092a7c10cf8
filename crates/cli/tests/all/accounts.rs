//! Accounts of every kind in the terminal, and drives in other currencies.

use serde_json::{Value, json};

use crate::given::{IBAN, Room};

const PIX: &[&str] = &[
    "--standard",
    "PIX",
    "--set",
    "payee_name=Rio Limpo",
    "--set",
    "key=doe@riolimpo.example",
    "--set",
    "city=Sao Paulo",
];
const WALLET: &[&str] = &[
    "--standard",
    "LNURL",
    "--set",
    "payee_name=Rio Limpo",
    "--set",
    "lightning_address=donate@riolimpo.example",
];

fn in_brazil() -> Room {
    let room = Room::new();
    let init = [&["init", "--name", "Rio Limpo", "--country", "br"], PIX].concat();
    let set_up = room.json(&init);
    assert_eq!(set_up["organisation"], json!({ "name": "Rio Limpo", "country": "BR" }));
    assert_eq!(set_up["account"]["standard"], "PIX");
    room.json(&["drive", "open", "Festa", "--purpose", "Agua limpa"]);
    room
}

fn refused(room: &Room, call: &[&str]) -> (i32, String, Value) {
    let run = room.groat(&[call, &["--json"]].concat());
    let fault = run.json()["fault"].take();
    (run.status, fault["code"].as_str().unwrap().to_owned(), fault["field"].clone())
}

#[test]
fn a_drive_is_asked_for_by_several_accounts() {
    let room = in_brazil();
    let listed = room.json(&["drive", "list"]);
    assert_eq!(listed["drives"][0]["currency"], "BRL");
    let asked = room.json(&["ask", "20"]);
    assert_eq!(asked["rail"]["standard"], "PIX");
    assert_eq!(
        (&asked["destination"], &asked["iban"]),
        (&json!("doe@riolimpo.example"), &Value::Null)
    );
    assert!(asked["payload"].as_str().unwrap().contains("br.gov.bcb.pix"));

    let added = room.json(&[&["account", "add"], WALLET].concat())["account"].take();
    let id = added["id"].as_str().unwrap();
    let twice = refused(&room, &[&["account", "add"], WALLET].concat());
    assert_eq!(twice, (3, "account-repeated".to_owned(), Value::Null));
    let asked = room.json(&["ask", "20", "--account", id]);
    assert_eq!(asked["rail"]["reader"], "lightning-wallet");
    assert_eq!(room.json(&["ask"])["rail"]["account"], id, "remembered");
    let accounts = room.json(&["account", "list"])["accounts"].take();
    assert_eq!(accounts.as_array().unwrap().len(), 2);

    assert_eq!(room.json(&["account", "retire", id])["account"]["retired"], true);
    let retired = refused(&room, &["ask", "--account", id]);
    assert_eq!(retired, (3, "account-retired".to_owned(), json!("account")));
    let unknown = refused(&room, &["ask", "--account", "99"]);
    assert_eq!(unknown, (2, "account-unknown".to_owned(), json!("account")));
    assert_eq!(room.json(&["ask"])["rail"]["standard"], "PIX");
    room.groat(&["export", "gifts.csv"]).succeeded();
    let rows = std::fs::read_to_string(room.path("gifts.csv")).unwrap();
    let ends: Vec<&str> = rows.lines().map(|row| row.rsplit(',').next().unwrap()).collect();
    assert_eq!(ends, ["standard", "PIX", "LNURL", "LNURL", "PIX"]);
    assert!(rows.contains(",coins,"), "{rows}");
    assert_eq!(room.json(&["verify"])["holds"], true);
}

#[test]
fn people_are_told_how_each_code_is_paid() {
    let room = in_brazil();
    room.json(&[&["account", "add"], WALLET].concat());
    for (locale, account, lines) in [
        ("en", "3", ["Payee        Rio Limpo", "Scan this inside your banking app."]),
        (
            "en",
            "6",
            [
                "Scan this with a Lightning wallet.",
                "The code carries no amount; the donor types BRL\u{a0}20.00.",
            ],
        ),
        (
            "de",
            "6",
            [
                "Bitte diesen Code mit einer Lightning-Wallet scannen.",
                "Lightning-Adresse  donate@riolimpo.example",
            ],
        ),
    ] {
        let call = ["ask", "20", "--account", account, "--locale", locale];
        let said = room.groat(&call).succeeded().out;
        for line in lines {
            assert!(said.lines().any(|said| said.trim() == line), "{line}\n{said}");
        }
    }
    let listed = room.groat(&["account", "list", "--locale", "en"]).succeeded().out;
    assert!(listed.contains("6  Lightning address  donate@riolimpo.example"), "{listed}");
    let report = room.groat(&["report", "--locale", "en"]).succeeded().out;
    assert!(report.contains("Lightning address"), "{report}");
}

#[test]
fn a_desk_without_an_account_collects_cash_in_its_own_currency() {
    let room = Room::new();
    let said = room.groat(&["init", "--name", "Mizu", "--country", "JP", "--locale", "en"]);
    let said = said.succeeded().out;
    assert!(said.starts_with("Mizu is set up to collect cash."), "{said}");
    let open = ["drive", "open", "Mizu", "--purpose", "Ido", "--goal", "100000"];
    let opened = room.json(&open)["drive"].take();
    assert_eq!((&opened["currency"], &opened["decimals"]), (&json!("JPY"), &json!(0)));
    assert_eq!(opened["suggested"][2], json!({ "amount": "3000", "currency": "JPY" }));
    let cash = room.json(&["record", "cash", "1500"]);
    assert_eq!(cash["gift"]["amount"], json!({ "amount": "1500", "currency": "JPY" }));
    let precise = refused(&room, &["record", "cash", "1.5"]);
    assert_eq!(precise, (2, "amount-too-precise".to_owned(), json!("amount")));
    assert_eq!(refused(&room, &["ask", "500"]), (3, "no-account".to_owned(), Value::Null));
    let report = room.groat(&["report", "--locale", "en"]).succeeded().out;
    assert!(report.contains("In hand: ¥1,500 from 1 gift"), "{report}");

    let dinar = ["drive", "open", "Bir", "--purpose", "Ma", "--currency", "KWD"];
    let opened = room.json(&[dinar.as_slice(), &["--suggest", "0.250"]].concat())["drive"].take();
    assert_eq!(opened["suggested"][0], json!({ "amount": "0.250", "currency": "KWD" }));
    room.json(&["record", "cash", "1.005"]);
    let report = room.groat(&["report", "--locale", "de"]).succeeded().out;
    assert!(report.contains("1,005\u{a0}KWD"), "{report}");
    let unknown = refused(&room, &["drive", "open", "A", "--purpose", "B", "--currency", "XXX"]);
    assert_eq!(unknown, (2, "currency-unknown".to_owned(), json!("currency")));
}

#[test]
fn accounts_that_make_no_codes_are_refused_where_they_are_wrong() {
    let room = Room::new();
    let init = |rest: &[&str]| refused(&room, &[&["init", "--name", "A"], rest].concat());
    let country = init(&["--country", "QQ"]);
    assert_eq!(country, (2, "country-unknown".to_owned(), json!("country")));
    let standard = init(&["--country", "BR", "--standard", "SHELLS"]);
    assert_eq!(standard, (2, "standard-unknown".to_owned(), json!("standard")));
    let city = init(&[&["--country", "BR"], &PIX[..6]].concat());
    assert_eq!(city, (2, "field-missing".to_owned(), json!("city")));
    // Neither a country nor an IBAN that tells it; a part without its standard; two forms at once.
    for rest in [
        [].as_slice(),
        &["--country", "BR", "--set", "key=x"],
        &["--country", "BR", "--standard", "PIX", "--set", "key"],
        &["--holder", "B", "--iban", IBAN, "--standard", "PIX"],
        &["--holder", "B"],
    ] {
        assert_eq!(init(rest).1, "arguments-malformed", "{rest:?}");
    }
    assert_eq!(refused(&Room::new(), &["account", "list"]).1, "books-missing");
    room.json(&["init", "--name", "A", "--country", "DE"]);
    assert_eq!(refused(&room, &["account", "add"]).1, "arguments-malformed");
    let holder = ["account", "add", "--holder", "", "--iban", IBAN];
    assert_eq!(refused(&room, &holder), (2, "holder-empty".to_owned(), json!("holder")));
}

#[test]
fn books_of_the_first_format_are_read_and_proved_by_every_call() {
    let old = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/books/format-1/station.db");
    for call in [["verify"].as_slice(), &["report"], &["drive", "list"], &["ask", "5"], &["refold"]]
    {
        let room = Room::new();
        std::fs::create_dir(room.books()).unwrap();
        std::fs::copy(old, room.books().join("station.db")).unwrap();
        room.json(call);
        assert!(room.books().join("station.format-1.db").exists(), "{call:?}");
        assert_eq!(room.json(&["verify"])["holds"], true, "{call:?}");
        let accounts = room.json(&["account", "list"])["accounts"].take();
        assert_eq!(accounts[0]["destination"], "DE19 9999 9999 0000 1234 56");
    }
}
