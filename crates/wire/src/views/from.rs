//! How values of the ledger become views, and words of the views values of the ledger.

use groat_app::{Asked, DriveStanding, Organisation, Payee};
use groat_ledger::Standing;
use groat_money::Money;
use groat_payment_codes::Standard;
use groat_payment_codes::qr::{Code, QUIET_ZONE};
use groat_payment_codes::rails::{self, Offer, Question};
use groat_phrases::{Locale as Language, field_name, format};

use super::{
    AccountView, AskView, ChoiceView, CodePicture, CorrectionReason, DriveView, GiftState,
    GiftView, Locale, Maker, MoneyView, OfferView, OrganisationView, QuestionView, Rail, RailView,
    Reader, ReturnOfNumber, StandingView, SumView,
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
        let (side, path) = (count(code.size()), code.svg_path());
        let quiet = count(QUIET_ZONE);
        CodePicture { width: side, height: side, quiet, path, marks: Vec::new() }
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
        OrganisationView {
            name: organisation.name.clone(),
            country: Some(organisation.payee.iban.country().code().to_owned()),
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
            currency: drive.currency.code().to_owned(),
            decimals: drive.currency.exponent(),
            rails: vec![ONLY.to_owned()],
            rail: Some(ONLY.to_owned()),
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
            account: gift.number.map(|_| ONLY.to_owned()),
            number: gift.number.map(|number| number.grouped()),
            reason: gift.reason.map(CorrectionReason::from),
        }
    }
}

impl AskView {
    /// Makes the view of an ask and its drawn code.
    #[must_use]
    pub fn of(asked: &Asked, code: &Code, language: Language) -> AskView {
        AskView {
            gift: (&asked.gift).into(),
            code: code.into(),
            payload: asked.payload.clone(),
            rail: RailView {
                account: ONLY.to_owned(),
                standard: Standard::Epc.name().to_owned(),
                title: format::code_name(language, Standard::Epc.name()),
                reader: Standard::Epc.reader().into(),
                app: Standard::Epc.reader().app().map(str::to_owned),
                carries_amount: true,
                number_returns: ReturnOfNumber::Text,
            },
            holder: asked.payee.holder.clone(),
            destination: iban_short(&asked.payee),
            number: asked.number.grouped(),
        }
    }
}

const ONLY: &str = "2";

impl AccountView {
    pub(crate) fn of(payee: &Payee, language: Language) -> AccountView {
        let standard = Standard::Epc;
        AccountView {
            id: ONLY.to_owned(),
            standard: standard.name().to_owned(),
            title: format::code_name(language, standard.name()),
            holder: payee.holder.clone(),
            destination: payee.iban.grouped(),
            short: iban_short(payee),
            maker: standard.maker().into(),
            reader: standard.reader().into(),
            app: standard.reader().app().map(str::to_owned),
            currencies: standard.currencies().iter().map(|code| (*code).to_owned()).collect(),
            carries_amount: true,
            takes_open: true,
            number_returns: ReturnOfNumber::Text,
            retired: false,
        }
    }
}

impl From<rails::Reader> for Reader {
    fn from(reader: rails::Reader) -> Reader {
        match reader {
            rails::Reader::UpiApp => Reader::UpiApp,
            rails::Reader::App(_) => Reader::App,
            rails::Reader::Camera => Reader::Camera,
            rails::Reader::LightningWallet => Reader::LightningWallet,
            rails::Reader::BitcoinWallet => Reader::BitcoinWallet,
            rails::Reader::EthereumWallet => Reader::EthereumWallet,
            rails::Reader::SolanaWallet => Reader::SolanaWallet,
            // A test holds every standard's word to the one of this list.
            _ => Reader::BankingApp,
        }
    }
}

impl From<rails::Maker> for Maker {
    fn from(maker: rails::Maker) -> Maker {
        match maker {
            rails::Maker::Registered => Maker::Registered,
            rails::Maker::Issuer => Maker::Issuer,
            rails::Maker::IssuerAlone => Maker::IssuerAlone,
            rails::Maker::Contract => Maker::Contract,
            rails::Maker::OwnServer => Maker::OwnServer,
            // As above.
            _ => Maker::Organisation,
        }
    }
}

impl QuestionView {
    fn of(question: &Question, language: Language) -> QuestionView {
        let choice = |value: &&str| ChoiceView {
            value: (*value).to_owned(),
            label: format::choice_name(language, value),
        };
        QuestionView {
            field: question.field.name().to_owned(),
            label: field_name(language, question.field.name()),
            needed: question.needed,
            length_max: count(question.length_max),
            example: question.example.to_owned(),
            choices: question.choices.iter().map(choice).collect(),
        }
    }
}

impl OfferView {
    pub(crate) fn of(offer: &Offer, language: Language) -> OfferView {
        let standard = offer.standard;
        OfferView {
            standard: standard.name().to_owned(),
            title: format::code_name(language, standard.name()),
            at_home: offer.is_at_home,
            maker: standard.maker().into(),
            reader: standard.reader().into(),
            app: standard.reader().app().map(str::to_owned),
            currencies: standard.currencies().iter().map(|code| (*code).to_owned()).collect(),
            questions: rails::questions(standard)
                .iter()
                .map(|question| QuestionView::of(question, language))
                .collect(),
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
