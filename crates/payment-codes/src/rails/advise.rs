//! Advice: which codes suit an organisation, why, and what stands in the way.

use super::account::Account;
use super::countries::{Offer, Reach, offers};
use super::questions::questions;
use super::setting_up;
use super::traits::{Maker, NameShown, Reader, ReturnOfNumber, worded};
use crate::bank::spayd;
use crate::{Field, Flaw, Iban, Refusal, Request, Standard, plain_ascii};

/// What an organisation tells of itself when it asks for advice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Situation {
    /// Where it is: two letters of ISO 3166.
    pub country: String,
    /// What it collects, where that is settled: three letters of ISO 4217.
    pub currency: Option<String>,
    /// Who is paid, as its bank knows it.
    pub payee_name: Option<String>,
    /// What it has: one request an account, key or link, with the fields that are known.
    pub accounts: Vec<Request>,
}

/// Advice about one standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The standard.
    pub standard: Standard,
    /// Why it is advised, the weightiest reason first.
    pub reasons: Vec<Reason>,
    /// Whether codes can be made at once.
    pub readiness: Readiness,
    /// What the donor's phone must have.
    pub reader: Reader,
    /// Who can make the code.
    pub maker: Maker,
    /// How the gift number comes back: from the account that is ready, otherwise from an ordinary
    /// one.
    pub number_returns: ReturnOfNumber,
    /// Whether the donor can choose the amount.
    pub takes_open_amount: bool,
    /// The name as the standard writes it, where it carries one and the name can be written.
    pub name_in_code: Option<String>,
    /// Where the name that the donor sees comes from.
    pub name_shown: NameShown,
}

worded! {
    /// A reason for or against a standard.
    pub enum Reason {
        /// It carries another currency than the one that is collected.
        OtherCurrency "other-currency";
        /// Donors of the country know it and have what reads it.
        AtHome "at-home";
        /// Few apps of the country read it; donors from abroad may.
        SecondChoice "second-choice";
        /// The account is kept in the country whose donors read this code.
        AccountCountry "account-country";
        /// It works for donors anywhere, with an app or a wallet of its own.
        Anywhere "anywhere";
        /// The organisation has all it needs for it.
        AccountThere "account-there";
        /// The gift number comes back by itself.
        NumberReturns "number-returns";
        /// Somebody takes a fee.
        Fee "fee";
        /// Nothing is taken from the gift on its way.
        NoFee "no-fee";
    }
}

/// Whether codes of a standard can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readiness {
    /// At once, from this account.
    Ready {
        /// Its place among the accounts that were told of.
        account: usize,
    },
    /// After these questions are answered.
    Needs {
        /// What has to be known.
        fields: Vec<Field>,
    },
    /// Not from the account that was told of.
    Refused {
        /// Its place among the accounts.
        account: usize,
        /// Why.
        why: Refusal,
    },
}

/// Advises an organisation: every standard that suits it, the best first.
///
/// An account decides more than the country: who keeps an account abroad is advised the code that
/// the donors of its bank's country read, and every national code that can be made of what there
/// is.
///
/// ```
/// use groat_payment_codes::rails::{Readiness, Situation, advise};
/// use groat_payment_codes::{Field, Request, Standard};
///
/// let situation = Situation {
///     country: "PL".to_owned(),
///     payee_name: Some("Lichtblick e.V.".to_owned()),
///     accounts: vec![Request::new().with(Field::Iban, "DE89 3704 0044 0532 0130 00")],
///     ..Situation::default()
/// };
/// let advice = advise(&situation);
/// assert_eq!(advice[0].standard, Standard::Epc);
/// assert_eq!(advice[0].readiness, Readiness::Ready { account: 0 });
/// ```
#[must_use]
pub fn advise(situation: &Situation) -> Vec<Advice> {
    let suiting = suiting(situation);
    let mut advice: Vec<Advice> = suiting.into_iter().map(|one| about(one, situation)).collect();
    // Stable: within a rank the order of the offers stays.
    advice.sort_by_key(rank);
    advice
}

/// An offer of the country, or a code of the country where an account is kept.
#[derive(Debug, Clone, Copy)]
struct Suiting {
    standard: Standard,
    reason: Reason,
}

impl From<Offer> for Suiting {
    fn from(offer: Offer) -> Suiting {
        let reason = match offer.reach {
            Reach::AtHome => Reason::AtHome,
            Reach::SecondChoice => Reason::SecondChoice,
            Reach::Anywhere => Reason::Anywhere,
        };
        Suiting { standard: offer.standard, reason }
    }
}

fn suiting(situation: &Situation) -> Vec<Suiting> {
    let mut suiting: Vec<Suiting> =
        offers(&situation.country).into_iter().map(Suiting::from).collect();
    let abroad = situation.accounts.iter().flat_map(|account| match country(account) {
        Some(country) if country != situation.country => {
            offers(country).into_iter().filter(|offer| offer.is_at_home()).collect()
        }
        Some(_) => Vec::new(),
        None => national(account, situation),
    });
    for standard in abroad.map(|offer| offer.standard) {
        let known = suiting.iter_mut().find(|one| one.standard == standard);
        match known {
            // Where its account is kept, its readers are.
            Some(one) if one.reason == Reason::SecondChoice => one.reason = Reason::AccountCountry,
            Some(_) => {}
            None => suiting.push(Suiting { standard, reason: Reason::AccountCountry }),
        }
    }
    suiting
}

fn country(account: &Request) -> Option<&'static str> {
    Iban::parse(account.word(Field::Iban)?).ok().map(|iban| iban.country().code())
}

/// The codes of any country that can be made of a key, a number or an issuer's code at once.
fn national(account: &Request, situation: &Situation) -> Vec<Offer> {
    let national = Standard::ALL.iter().filter(|standard| !standard.currencies().is_empty());
    let made = national.filter(|standard| {
        Account::new(**standard, answers(**standard, account, situation)).is_ok()
    });
    made.map(|standard| Offer { standard: *standard, reach: Reach::AtHome }).collect()
}

/// What can be shown at once comes first, what its currency forbids last.
fn rank(advice: &Advice) -> (bool, bool, u8) {
    let has = |reason| advice.reasons.contains(&reason);
    let reach = match () {
        () if has(Reason::AtHome) => 0,
        () if has(Reason::AccountCountry) => 1,
        () if has(Reason::SecondChoice) => 2,
        () => 3,
    };
    let ready = matches!(advice.readiness, Readiness::Ready { .. });
    (has(Reason::OtherCurrency), !ready, reach)
}

fn about(Suiting { standard, reason }: Suiting, situation: &Situation) -> Advice {
    let (readiness, ready) = readiness(standard, situation);
    let code = ready.as_ref().and_then(Account::sample);
    let number_returns =
        code.as_ref().map_or(standard.number_returns(), |code| code.number_returns);
    let name = code.and_then(|code| code.payee_name);
    let typed = situation.payee_name.as_deref();
    Advice {
        standard,
        reasons: reasons(reason, situation, ready.as_ref(), standard, number_returns),
        readiness,
        reader: standard.reader(),
        maker: standard.maker(),
        number_returns,
        takes_open_amount: standard.takes_open_amount(),
        name_in_code: name.or_else(|| name_in_code(standard, typed?)),
        name_shown: standard.name_shown(),
    }
}

fn reasons(
    first: Reason,
    situation: &Situation,
    ready: Option<&Account>,
    standard: Standard,
    number_returns: ReturnOfNumber,
) -> Vec<Reason> {
    let wanted = situation.currency.as_deref();
    let takes = |currency: &str| match ready {
        Some(account) => account.takes(currency),
        None => standard.currencies().is_empty() || standard.currencies().contains(&currency),
    };
    let comes_back = matches!(number_returns, ReturnOfNumber::Reference | ReturnOfNumber::Text);
    let maker = standard.maker();
    // Institutions may charge companies for PIX, acquirers for what they issue, networks of coins
    // for every payment; a link's provider lives on its fee.
    let is_free = matches!(maker, Maker::Organisation | Maker::Registered)
        && !standard.currencies().is_empty()
        && standard != Standard::Pix;
    let reasons = [
        (wanted.is_some_and(|currency| !takes(currency)), Reason::OtherCurrency),
        (true, first),
        (ready.is_some(), Reason::AccountThere),
        (comes_back, Reason::NumberReturns),
        (maker == Maker::Contract, Reason::Fee),
        (is_free, Reason::NoFee),
    ];
    reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect()
}

/// What is known of an account for the questions of a standard.
fn answers(standard: Standard, account: &Request, situation: &Situation) -> Request {
    let asked = questions(standard).iter().map(|question| question.field);
    let mut answers: Request =
        asked.filter_map(|field| Some((field, account.value(field)?.clone()))).collect();
    if let (None, Some(name)) = (answers.word(Field::PayeeName), &situation.payee_name) {
        answers.put(Field::PayeeName, name);
    }
    answers
}

fn readiness(standard: Standard, situation: &Situation) -> (Readiness, Option<Account>) {
    let needed = questions(standard).iter().filter(|question| question.needed);
    let needed: Vec<Field> = needed.map(|question| question.field).collect();
    let own = needed.iter().copied().find(|field| *field != Field::PayeeName);
    let of_standard = |account: &&Request| {
        own.is_some_and(|field| account.word(field).is_some()) && is_kept_for(standard, account)
    };
    let mut best = Readiness::Needs { fields: needed.clone() };
    let found = situation.accounts.iter().enumerate().filter(|(_, account)| of_standard(account));
    for (place, account) in found {
        let answers = answers(standard, account, situation);
        let missing = needed.iter().copied().filter(|field| answers.word(*field).is_none());
        let missing: Vec<Field> = missing.collect();
        if !missing.is_empty() {
            best = Readiness::Needs { fields: missing };
            continue;
        }
        match Account::new(standard, answers) {
            Ok(account) => return (Readiness::Ready { account: place }, Some(account)),
            // Something more has to be known; nothing is wrong with what there is.
            Err(Refusal { field, flaw: Flaw::Missing }) => {
                best = Readiness::Needs { fields: vec![field] };
            }
            Err(why) => best = Readiness::Refused { account: place, why },
        }
    }
    (best, None)
}

/// Tells whether an account with an IBAN is kept where the standard is at home. One whose IBAN is
/// wrong may be.
fn is_kept_for(standard: Standard, account: &Request) -> bool {
    let Some(country) = country(account) else { return true };
    setting_up::iban_countries(standard).is_none_or(|countries| countries.contains(&country))
}

/// The name as the standard writes it: some carry plain capitals or ASCII only.
fn name_in_code(standard: Standard, name: &str) -> Option<String> {
    use Standard as S;
    match standard {
        S::Spayd => Some(spayd::plain(name)),
        S::PayBySquare | S::Pix | S::PayNow | S::Fps | S::Khqr => {
            plain_ascii(Field::PayeeName, name).ok()
        }
        S::Epc | S::SwissQrBill | S::UpnQr | S::Hub3 | S::NbsIps | S::Zbp2d | S::NbuQr => {
            Some(name.to_owned())
        }
        S::UsingQr | S::Upi | S::BitcoinUri | S::SolanaPay | S::MoneroUri => Some(name.to_owned()),
        _ => None,
    }
}
