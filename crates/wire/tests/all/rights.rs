//! Every command, asked for by everybody who may sit at a desk: what is let through is written down
//! in `rights.txt`, so that a change of it is seen by whoever reads the change.
//!
//! `GROAT_WRITE=1` writes the table anew.

use groat_wire::TABLE;
use serde_json::{Value, json};

use crate::given::Given;
use crate::office::{ADMIN, PIN, TREASURER, desk_by_clock, found, person, two_codes};
use crate::phone::Phone;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rights.txt");

/// One column: what happens to each command, asked for with arguments that none takes, so that
/// nothing is done by those that are let through.
async fn column(given: &Given, name: &str) -> Vec<String> {
    let mut cells = vec![name.to_owned()];
    for command in TABLE {
        let fault = given.call(command.name, json!({ "no command has this": 1 })).await;
        cells.push(match fault.unwrap_err().code.as_str() {
            "arguments-malformed" => "yes".to_owned(),
            refused => refused.to_owned(),
        });
    }
    cells
}

async fn sign_in(given: &Given, person: &str, secret: &str, code: Option<String>) -> Value {
    given.ok("sign_in", json!({ "person": person, "secret": secret, "code": code })).await
}

/// Lines of the table, the names of the commands first.
fn lines(columns: &[Vec<String>]) -> String {
    let width = |column: &Vec<String>| column.iter().map(String::len).max().unwrap_or(0);
    let widths: Vec<usize> = columns.iter().map(width).collect();
    let mut text = String::new();
    for line in 0..columns[0].len() {
        let cells = columns.iter().zip(&widths);
        let cells: Vec<String> =
            cells.map(|(column, width)| format!("{:width$}", column[line])).collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[tokio::test]
async fn every_command_is_let_through_for_whom_it_is_written_down() {
    let (given, clock) = desk_by_clock().await;
    let names = TABLE.iter().map(|command| command.name.to_owned());
    let mut columns = vec![[String::new()].into_iter().chain(names).collect::<Vec<_>>()];
    columns.push(column(&given, "nobody yet").await);

    let phone = found(&given, &clock).await;
    let add = json!({ "name": "Cleo", "role": "volunteer", "secret": PIN });
    given.ok("person_add", add).await;
    let add = json!({ "name": "Ben", "role": "treasurer", "secret": TREASURER });
    let desk = given.ok("person_add", add).await;
    let [ada, ben, cleo] = ["Ada", "Ben", "Cleo"].map(|name| person(&desk, name));
    given.ok("lock", json!({})).await;
    columns.push(column(&given, "locked").await);
    sign_in(&given, &cleo, PIN, None).await;
    columns.push(column(&given, "volunteer").await);

    let begun = json!({ "person": ben, "passphrase": TREASURER });
    let begun = given.ok("factor_begin", begun).await;
    let bens = Phone::typed(begun["text"].as_str().unwrap());
    given.ok("factor_finish", two_codes(&bens, &clock)).await;
    columns.push(column(&given, "treasurer, code").await);
    // Not away, and yet the code grows old.
    clock.pass(200);
    column(&given, "meanwhile").await;
    clock.pass(200);
    columns.push(column(&given, "treasurer").await);

    let code = phone.shows(groat_app::Clock::now(clock.as_ref()));
    sign_in(&given, &ada, ADMIN, Some(code)).await;
    columns.push(column(&given, "admin, code").await);
    given.ok("four_eyes_set", json!({ "on": true })).await;
    columns.push(column(&given, "admin, code, four eyes").await);
    clock.pass(200);
    column(&given, "meanwhile").await;
    clock.pass(200);
    columns.push(column(&given, "admin").await);
    given.desk.close().await;

    let found = lines(&columns);
    if std::env::var_os("GROAT_WRITE").is_some() {
        std::fs::write(FILE, &found).unwrap();
    }
    let written = std::fs::read_to_string(FILE).unwrap().replace("\r\n", "\n");
    assert_eq!(found, written, "what may be done by whom has changed:\n{found}");
}
