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
        currency: told.currency.map(|code| code.trim().to_uppercase()),
        payee_name: told.payee_name,
        accounts,
    };
    let advice = rails::advise(&situation);
    let advice: Vec<Value> = advice.iter().map(|one| advice_json(one, locale)).collect();
    Ok(json!({ "country": situation.country, "advice": advice }))
}

fn advice_json(about: &Advice, locale: Locale) -> Value {
    // The words are those of the windows; a sentence is found by its subject and the word.
    let said = |subject: &str, word: &str| json!({ "code": word, "message": advice(locale, &format!("{subject}{word}")) });
    let reasons = about.reasons.iter().map(|reason| said("", reason.word()));
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
        "maker": said("maker-", about.maker.word()),
        "number_returns": said("number-", about.number_returns.word()),
        "open_amount": about.takes_open_amount,
        "name_in_code": about.name_in_code,
        "name_shown": said("name-", about.name_shown.word()),
    })
}

#[cfg(test)]
mod tests {
    use groat_payment_codes::rails::{Maker, NameShown, Reader, Reason, ReturnOfNumber};

    use super::*;

    #[test]
    fn every_word_of_advice_has_a_sentence_in_every_language() {
        let words = Reason::ALL.iter().map(|one| one.word().to_owned());
        let words = words
            .chain(Reader::ALL.iter().map(|one| format!("reader-{}", one.word())))
            .chain(Maker::ALL.iter().map(|one| format!("maker-{}", one.word())))
            .chain(ReturnOfNumber::ALL.iter().map(|one| format!("number-{}", one.word())))
            .chain(NameShown::ALL.iter().map(|one| format!("name-{}", one.word())));
        let words: Vec<String> = words.collect();
        for word in &words {
            for locale in Locale::ALL {
                let said = advice(*locale, word);
                // A sentence that is missing in one language is said in English, one that is
                // missing in both is its name.
                let is_english = *locale != Locale::En && said == advice(Locale::En, word);
                assert!(said.ends_with('.') && !is_english, "{locale:?} {word}: {said}");
            }
        }
        let mut sentences: Vec<String> =
            words.iter().map(|word| advice(Locale::En, word)).collect();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), words.len(), "two words have one sentence");
    }
}
