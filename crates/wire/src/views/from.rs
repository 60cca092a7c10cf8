//! How values of the ledger become views, and words of the views values of the ledger.

use groat_app::{DriveStanding, Ids, Organisation, Rails};
use groat_ledger::{AccountId, Standing};
use groat_money::Money;
use groat_payment_codes::picture::{MarkPath, Picture};
use groat_phrases::Locale as Language;

use super::{
    CodeMark, CodePicture, CorrectionReason, DriveView, GiftState, GiftView, Locale, MoneyView,
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

impl From<&Picture> for CodePicture {
    fn from(drawn: &Picture) -> CodePicture {
        let width = drawn.modules().width();
        let quiet = drawn.width_in_modules().saturating_sub(width) / 2;
        CodePicture {
            width: count(width),
            height: count(drawn.height_in_modules().saturating_sub(2 * quiet)),
            quiet: count(quiet),
            path: drawn.svg_path(),
            marks: drawn.mark_paths().into_iter().map(CodeMark::from).collect(),
        }
    }
}

impl From<MarkPath> for CodeMark {
    fn from(mark: MarkPath) -> CodeMark {
        CodeMark { path: mark.path, dark: mark.dark, line: mark.line_width }
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
        let Organisation { name, country } = organisation.clone();
        OrganisationView { name, country }
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

impl DriveView {
    /// Makes the view of a drive and of the accounts it can be asked for.
    #[must_use]
    pub fn of(found: &DriveStanding, rails: &Rails, ids: &Ids) -> DriveView {
        let drive = &found.drive;
        let name = |account: &AccountId| ids.text(account);
        DriveView {
            id: ids.text(&drive.id),
            name: found.texts.name.clone(),
            purpose: found.texts.purpose.clone(),
            currency: drive.currency.code().to_owned(),
            decimals: drive.currency.exponent(),
            rails: rails.accounts.iter().map(name).collect(),
            rail: rails.next.as_ref().map(name),
            suggested: drive.suggested.iter().copied().map(MoneyView::from).collect(),
            opened_on: drive.opened_on.to_string(),
            closed_on: drive.closed_on.map(|day| day.to_string()),
            standing: (&found.standing).into(),
        }
    }
}

impl GiftView {
    /// Makes the view of a gift.
    #[must_use]
    pub fn of(gift: &groat_ledger::Gift, ids: &Ids) -> GiftView {
        GiftView {
            id: ids.text(&gift.id),
            at: gift.at.to_string(),
            amount: gift.amount.map(MoneyView::from),
            state: gift.state.into(),
            before: gift.before.map(GiftState::from),
            rail: match gift.rail {
                groat_ledger::Rail::Bank => Rail::Bank,
                groat_ledger::Rail::Cash => Rail::Cash,
            },
            account: gift.account.map(|account| ids.text(&account)),
            number: gift.number.map(|number| number.grouped()),
            reason: gift.reason.map(CorrectionReason::from),
        }
    }
}

/// Counts cross as 32 bits, which every reader of JSON holds exactly.
pub(crate) fn count(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
