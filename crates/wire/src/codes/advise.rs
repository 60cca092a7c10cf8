//! Advice as JSON: which codes suit an organisation, and why.

use groat_app::Fault;
use groat_payment_codes::Field;
use groat_payment_codes::rails::{self, Advice, Readiness, Situation};
use groat_phrases::{Locale, advice};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{fault_json, form};

/// What an organisation tells of itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Told {
    country: String,
    currency: Option<String>,
    payee_name: Option<String>,
    #[serde(default)]
    accounts: Vec<Value>,
}

/// Answers with every standard that suits, the best first.
pub(super) fn advised(told: Told, locale: Locale) -> Result<Value, Fault> {
    let accounts = told.accounts.into_iter().map(form::request).collect::<Result<_, _>>()?;
    let situation = Situation {
        country: told.country.trim().to_uppercase(),
        currency: told.currency,
        payee_name: told.payee_name,
        accounts,
    };
    let advice = rails::advise(&situation);
    let advice: Vec<Value> = advice.iter().map(|one| advice_json(one, locale)).collect();
    Ok(json!({ "country": situation.country, "advice": advice }))
}

fn advice_json(about: &Advice, locale: Locale) -> Value {
    let said = |word: &str| json!({ "code": word, "message": advice(locale, word) });
    let reasons = about.reasons.iter().map(|reason| said(reason.word()));
    let (readiness, account, needs, fault) = match &about.readiness {
        Readiness::Ready { account } => ("ready", Some(*account), Vec::new(), None),
        Readiness::Needs { fields } => {
            ("needs", None, fields.iter().map(|field| Field::name(*field)).collect(), None)
        }
        Readiness::Refused { account, why } => {
            let fault = fault_json(&Fault::from(why.clone()), locale);
            ("refused", Some(*account), Vec::new(), fault.get("fault").cloned())
        }
    };
    json!({
        "standard": about.standard.name(),
        "why": reasons.collect::<Vec<_>>(),
        "readiness": readiness,
        "account": account,
        "needs": needs,
        "fault": fault,
        "reader": { "code": about.reader.word(), "app": about.reader.app(),
            "message": advice(locale, &format!("reader-{}", about.reader.word())) },
        "maker": said(&format!("maker-{}", about.maker.word())),
        "number_returns": said(&format!("number-{}", about.number_returns.word())),
        "open_amount": about.takes_open_amount,
        "name_in_code": about.name_in_code,
        "name_shown": said(&format!("name-{}", about.name_shown.word())),
    })
}
