//! The accounts that gifts are paid to: list, add, retire.

use std::collections::BTreeMap;

use groat_app::{App, Code, Fault, NewAccount};
use groat_phrases::{Id, shown};
use groat_wire::views::AccountView;
use serde_json::{Value, json};

use crate::args::OfStandard;
use crate::table::{Lean, lay_out};
use crate::terminal::Terminal;

/// The standard of accounts that are named by holder and IBAN.
const BY_IBAN: &str = "EPC";

impl OfStandard {
    /// The account that the arguments name, if they name one.
    pub fn account(&self) -> Option<NewAccount> {
        if let Some(standard) = self.standard.clone() {
            return Some(NewAccount { standard, values: self.set.iter().cloned().collect() });
        }
        let parts = [("payee_name", &self.holder), ("iban", &self.iban), ("bic", &self.bic)];
        let parts = parts.into_iter().filter_map(|(name, text)| Some((name, text.clone()?)));
        let values: BTreeMap<String, String> =
            parts.map(|(name, text)| (name.to_owned(), text)).collect();
        (!values.is_empty()).then(|| NewAccount { standard: BY_IBAN.to_owned(), values })
    }

    /// Gives the field of a fault the name that the person used.
    pub fn renamed(&self, fault: Fault) -> Fault {
        match fault.field.as_deref() {
            Some("payee_name") if self.holder.is_some() => fault.at("holder"),
            _ => fault,
        }
    }
}

pub async fn list(terminal: &mut Terminal, app: &App) -> Result<Value, Fault> {
    let accounts = app.accounts().await?;
    let views: Vec<AccountView> = accounts
        .iter()
        .map(|account| AccountView::of(account, terminal.locale(), &app.ids()))
        .collect();
    if views.is_empty() {
        terminal.say(Id::AccountListEmpty, &[]);
    }
    let rows: Vec<[String; 5]> = views
        .iter()
        .map(|view| {
            let retired = terminal.sentence(Id::AccountIsRetired, &[]);
            [
                view.id.clone(),
                view.title.clone(),
                shown(&view.destination),
                shown(&view.holder),
                if view.retired { retired } else { String::new() },
            ]
        })
        .collect();
    for line in lay_out([Lean::Right, Lean::Left, Lean::Left, Lean::Left, Lean::Left], &rows) {
        terminal.line(&format!("  {line}"));
    }
    Ok(json!({ "accounts": views }))
}

pub async fn add(terminal: &mut Terminal, app: &App, args: &OfStandard) -> Result<Value, Fault> {
    let nothing = || Fault::new(Code::ArgumentsMalformed).with("detail", "--standard");
    let new = args.account().ok_or_else(nothing)?;
    let added = app.add_account(&new).await.map_err(|fault| args.renamed(fault))?;
    let view = AccountView::of(&added, terminal.locale(), &app.ids());
    let named = [
        ("title", view.title.as_str().into()),
        ("destination", view.destination.as_str().into()),
        ("id", view.id.as_str().into()),
    ];
    terminal.say(Id::AccountAdded, &named);
    Ok(json!({ "account": view }))
}

pub async fn retire(terminal: &mut Terminal, app: &App, account: &str) -> Result<Value, Fault> {
    let retired = app.retire_account(app.account_id(account)?).await?;
    let view = AccountView::of(&retired, terminal.locale(), &app.ids());
    terminal.say(Id::AccountRetired, &[("destination", view.destination.as_str().into())]);
    Ok(json!({ "account": view }))
}
