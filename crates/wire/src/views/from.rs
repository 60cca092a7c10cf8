//! How values of the ledger become views, and words of the views values of the ledger.

use groat_app::{Asked, DriveStanding, Organisation, Payee};
use groat_ledger::Standing;
use groat_money::Money;
use groat_payment_codes::qr::Code;
use groat_phrases::Locale as Language;

use super::{
    AskView, CodePicture, CorrectionReason, DriveView, GiftState, GiftView, Locale, MoneyView,
    OrganisationView, Rail, StandingView, SumView,
};

impl From<Language> for Locale {
    fn from(language: Language) -> Locale {
        match language {
            Language::De => Locale::De,
            Language::En => Locale::En,
        }
    }
}

impl From<Locale> for Language {
    fn from(locale: Locale) -> Language {
        match locale {
            Locale::En => Language::En,
            Locale::De => Language::De,
        }
    }
}

impl From<Money> for MoneyView {
    fn from(money: Money) -> MoneyView {
        MoneyView { amount: money.decimal_text(), currency: money.currency().code().to_owned() }
    }
}

impl From<&Code> for CodePicture {
    fn from(code: &Code) -> CodePicture {
        CodePicture { size: count(code.size()), path: code.svg_path() }
    }
}

impl From<groat_ledger::GiftState> for GiftState {
    fn from(state: groat_ledger::GiftState) -> GiftState {
        match state {
            groat_ledger::GiftState::Asked => GiftState::Asked,
            groat_ledger::GiftState::Promised => GiftState::Promised,
            groat_ledger::GiftState::InHand => GiftState::InHand,
            groat_ledger::GiftState::Corrected => GiftState::Corrected,
        }
    }
}

impl From<GiftState> for groat_ledger::GiftState {
    fn from(state: GiftState) -> groat_ledger::GiftState {
        match state {
            GiftState::Asked => groat_ledger::GiftState::Asked,
            GiftState::Promised => groat_ledger::GiftState::Promised,
            GiftState::InHand => groat_ledger::GiftState::InHand,
            GiftState::Corrected => groat_ledger::GiftState::Corrected,
        }
    }
}

impl From<CorrectionReason> for groat_ledger::CorrectionReason {
    fn from(reason: CorrectionReason) -> groat_ledger::CorrectionReason {
        match reason {
            CorrectionReason::Mistake => groat_ledger::CorrectionReason::Mistake,
            CorrectionReason::NotGiven => groat_ledger::CorrectionReason::NotGiven,
        }
    }
}

impl From<groat_ledger::CorrectionReason> for CorrectionReason {
    fn from(reason: groat_ledger::CorrectionReason) -> CorrectionReason {
        match reason {
            groat_ledger::CorrectionReason::Mistake => CorrectionReason::Mistake,
            groat_ledger::CorrectionReason::NotGiven => CorrectionReason::NotGiven,
        }
    }
}

impl From<&Organisation> for OrganisationView {
    fn from(organisation: &Organisation) -> OrganisationView {
        let payee = &organisation.payee;
        OrganisationView {
            name: organisation.name.clone(),
            holder: payee.holder.clone(),
            iban_grouped: payee.iban.grouped(),
            iban_short: iban_short(payee),
            country: payee.iban.country().code().to_owned(),
        }
    }
}

impl From<&groat_ledger::StateSum> for SumView {
    fn from(sum: &groat_ledger::StateSum) -> SumView {
        SumView { count: count(sum.count), sum: sum.sum.into(), open: count(sum.open) }
    }
}

impl From<&Standing> for StandingView {
    fn from(standing: &Standing) -> StandingView {
        let filled = standing.filled();
        let filled_share = standing.share_of_goal(filled);
        let left = filled_share.map(|share| 1000 - share);
        let promised_share = standing.share_of_goal(standing.promised.sum);
        StandingView {
            asked: (&standing.asked).into(),
            promised: (&standing.promised).into(),
            in_hand: (&standing.in_hand).into(),
            corrected: count(standing.corrected.count),
            goal: standing.goal.map(MoneyView::from),
            filled: filled.into(),
            missing: standing.missing().map(MoneyView::from),
            filled_share,
            promised_share: promised_share.zip(left).map(|(share, left)| share.min(left)),
        }
    }
}

impl From<&DriveStanding> for DriveView {
    fn from(found: &DriveStanding) -> DriveView {
        let drive = &found.drive;
        DriveView {
            id: drive.id.seq.to_string(),
            name: found.texts.name.clone(),
            purpose: found.texts.purpose.clone(),
            suggested: drive.suggested.iter().copied().map(MoneyView::from).collect(),
            opened_on: drive.opened_on.to_string(),
            closed_on: drive.closed_on.map(|day| day.to_string()),
            standing: (&found.standing).into(),
        }
    }
}

impl From<&groat_ledger::Gift> for GiftView {
    fn from(gift: &groat_ledger::Gift) -> GiftView {
        GiftView {
            id: gift.id.seq.to_string(),
            at: gift.at.to_string(),
            amount: gift.amount.map(MoneyView::from),
            state: gift.state.into(),
            before: gift.before.map(GiftState::from),
            rail: match gift.rail {
                groat_ledger::Rail::Bank => Rail::Bank,
                groat_ledger::Rail::Cash => Rail::Cash,
            },
            number: gift.number.map(|number| number.grouped()),
            reason: gift.reason.map(CorrectionReason::from),
        }
    }
}

impl AskView {
    /// Makes the view of an ask and its drawn code.
    #[must_use]
    pub fn of(asked: &Asked, code: &Code) -> AskView {
        AskView {
            gift: (&asked.gift).into(),
            code: code.into(),
            payload: asked.payload.clone(),
            holder: asked.payee.holder.clone(),
            iban_short: iban_short(&asked.payee),
            number: asked.number.grouped(),
        }
    }
}

fn iban_short(payee: &Payee) -> String {
    format!("{} … {}", payee.iban.country().code(), payee.iban.tail())
}

/// Counts cross as 32 bits, which every reader of JSON holds exactly.
pub(crate) fn count(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
