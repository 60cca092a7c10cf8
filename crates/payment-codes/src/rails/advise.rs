//! Advice: which codes suit an organisation, why, and what stands in the way.

use super::account::Account;
use super::countries::{Offer, offers};
use super::questions::questions;
use super::traits::{Maker, NameShown, Reader, ReturnOfNumber};
use crate::bank::spayd;
use crate::{Field, Refusal, Request, Standard, plain_ascii};

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
    /// How the gift number comes back.
    pub number_returns: ReturnOfNumber,
    /// Whether the donor can choose the amount.
    pub takes_open_amount: bool,
    /// The name as the standard writes it, where it carries one and the name can be written.
    pub name_in_code: Option<String>,
    /// Where the name that the donor sees comes from.
    pub name_shown: NameShown,
}

/// A reason for or against a standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Donors of the country know it, and their banking apps read it.
    AtHome,
    /// It works for donors anywhere, with an app or a wallet of its own.
    Anywhere,
    /// The account is kept in the country whose donors read this code.
    AccountCountry,
    /// The organisation has all it needs for it.
    AccountThere,
    /// The gift number comes back by itself.
    NumberReturns,
    /// No fee is taken from the gift by the code itself.
    NoFee,
    /// Somebody takes a fee.
    Fee,
    /// Nothing of it is known in the country's banking apps; donors abroad may read it.
    SecondChoice,
    /// It carries another currency than the one that is collected.
    OtherCurrency,
}

impl Reason {
    /// Returns the stable word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Reason::AtHome => "at-home",
            Reason::Anywhere => "anywhere",
            Reason::AccountCountry => "account-country",
            Reason::AccountThere => "account-there",
            Reason::NumberReturns => "number-returns",
            Reason::NoFee => "no-fee",
            Reason::Fee => "fee",
            Reason::SecondChoice => "second-choice",
            Reason::OtherCurrency => "other-currency",
        }
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
/// the donors of its bank's country read.
#[must_use]
pub fn advise(situation: &Situation) -> Vec<Advice> {
    let mut advice: Vec<Advice> =
        suiting(situation).into_iter().map(|offer| about(offer, situation)).collect();
    // Stable: within a rank the order of the offers stays.
    advice.sort_by_key(rank);
    advice
}

fn suiting(situation: &Situation) -> Vec<Offer> {
    let mut suiting = offers(&situation.country);
    let abroad =
        situation.accounts.iter().filter_map(|account| account.word(Field::Iban)?.get(..2));
    for country in abroad.filter(|country| *country != situation.country) {
        for offer in offers(country).into_iter().filter(|offer| offer.is_at_home) {
            if !suiting.iter().any(|known| known.standard == offer.standard) {
                suiting.push(Offer { is_at_home: false, ..offer });
            }
        }
    }
    suiting
}

/// What can be shown at once comes first, what its currency forbids last.
fn rank(advice: &Advice) -> (bool, bool, bool) {
    let forbidden = advice.reasons.contains(&Reason::OtherCurrency);
    let foreign = !advice.reasons.contains(&Reason::AtHome);
    let ready = matches!(advice.readiness, Readiness::Ready { .. });
    (forbidden, !ready, foreign)
}

fn about(offer: Offer, situation: &Situation) -> Advice {
    let standard = offer.standard;
    let readiness = readiness(standard, situation);
    let number_returns = standard.number_returns();
    Advice {
        standard,
        reasons: reasons(offer, situation, &readiness, number_returns),
        readiness,
        reader: standard.reader(),
        maker: standard.maker(),
        number_returns,
        takes_open_amount: standard.takes_open_amount(),
        name_in_code: situation.payee_name.as_deref().and_then(|name| name_in_code(standard, name)),
        name_shown: standard.name_shown(),
    }
}

fn reasons(
    offer: Offer,
    situation: &Situation,
    readiness: &Readiness,
    number_returns: ReturnOfNumber,
) -> Vec<Reason> {
    let standard = offer.standard;
    let known = standard.currencies();
    let other_currency = situation
        .currency
        .as_deref()
        .is_some_and(|currency| !known.is_empty() && !known.contains(&currency));
    let by_account = !offer.is_at_home && !known.is_empty();
    let takes_fee = standard.maker() == Maker::Contract;
    let reasons = [
        (other_currency, Reason::OtherCurrency),
        (offer.is_at_home, Reason::AtHome),
        (by_account, Reason::AccountCountry),
        (!offer.is_at_home && known.is_empty(), Reason::Anywhere),
        (matches!(readiness, Readiness::Ready { .. }), Reason::AccountThere),
        (number_returns == ReturnOfNumber::Reference, Reason::NumberReturns),
        (takes_fee, Reason::Fee),
        (!takes_fee && !known.is_empty(), Reason::NoFee),
    ];
    reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason).collect()
}

fn readiness(standard: Standard, situation: &Situation) -> Readiness {
    let asked = questions(standard);
    let needed = || asked.iter().filter(|question| question.needed).map(|question| question.field);
    let known = |account: &Request, field: Field| {
        account.value(field).is_some()
            || (field == Field::PayeeName && situation.payee_name.is_some())
    };
    let own = |account: &Request| {
        let own = needed().find(|field| *field != Field::PayeeName);
        own.is_some_and(|field| account.value(field).is_some())
    };
    let found = situation.accounts.iter().enumerate().find(|(_, account)| own(account));
    let Some((place, account)) = found else {
        return Readiness::Needs { fields: needed().collect() };
    };
    let missing: Vec<Field> = needed().filter(|field| !known(account, *field)).collect();
    if !missing.is_empty() {
        return Readiness::Needs { fields: missing };
    }
    let mut values = account.clone();
    if let (None, Some(name)) = (values.word(Field::PayeeName), &situation.payee_name) {
        values.put(Field::PayeeName, name);
    }
    match Account::new(standard, values) {
        Ok(_) => Readiness::Ready { account: place },
        Err(why) => Readiness::Refused { account: place, why },
    }
}

/// The name as the standard writes it: some carry plain capitals or ASCII only.
fn name_in_code(standard: Standard, name: &str) -> Option<String> {
    use Standard as S;
    match standard {
        S::Spayd => Some(spayd::plain(name)),
        S::PayBySquare | S::Pix | S::PayNow | S::Fps | S::Khqr => {
            plain_ascii(Field::PayeeName, name).ok()
        }
        S::Epc | S::SwissQrBill | S::UpnQr | S::Hub3 | S::NbsIps | S::Zbp2d | S::NbuQr | S::Upi => {
            Some(name.to_owned())
        }
        _ => None,
    }
}
