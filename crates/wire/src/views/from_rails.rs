//! How standards, accounts and asks become views.

use groat_app::{Account, Asked, Ids};
use groat_payment_codes::rails::{self, Offer, Question};
use groat_phrases::{Locale as Language, field_name, format};

use super::{
    AccountView, AskView, ChoiceView, CodePicture, GiftView, Maker, OfferView, QuestionView,
    RailView, Reader, ReturnOfNumber, count,
};

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
            // A test holds the word of every standard to this list.
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

impl From<rails::ReturnOfNumber> for ReturnOfNumber {
    fn from(returns: rails::ReturnOfNumber) -> ReturnOfNumber {
        match returns {
            rails::ReturnOfNumber::Reference => ReturnOfNumber::Reference,
            rails::ReturnOfNumber::Text => ReturnOfNumber::Text,
            rails::ReturnOfNumber::Uncertain => ReturnOfNumber::Uncertain,
            // What is not known here is not relied on.
            _ => ReturnOfNumber::No,
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
        let questions = rails::questions(standard).iter();
        OfferView {
            standard: standard.name().to_owned(),
            title: format::code_name(language, standard.name()),
            at_home: offer.is_at_home(),
            maker: standard.maker().into(),
            reader: standard.reader().into(),
            app: standard.reader().app().map(str::to_owned),
            currencies: words(standard.currencies()),
            questions: questions.map(|question| QuestionView::of(question, language)).collect(),
        }
    }
}

impl AccountView {
    /// Makes the view of an account in a language.
    #[must_use]
    pub fn of(account: &Account, language: Language, ids: &Ids) -> AccountView {
        let (standard, traits) = (account.standard(), account.traits());
        AccountView {
            id: ids.text(&account.id()),
            standard: standard.name().to_owned(),
            title: format::code_name(language, standard.name()),
            holder: account.holder().to_owned(),
            destination: account.destination(),
            short: account.short(),
            maker: standard.maker().into(),
            reader: standard.reader().into(),
            app: standard.reader().app().map(str::to_owned),
            currencies: words(account.currencies()),
            carries_amount: traits.carries_amount,
            takes_open: traits.takes_open,
            number_returns: traits.number_returns.into(),
            retired: account.known.is_retired,
        }
    }
}

impl RailView {
    /// Makes the view of the way an ask is paid, in a language.
    #[must_use]
    pub fn of(asked: &Asked, language: Language, ids: &Ids) -> RailView {
        let standard = asked.account.standard();
        RailView {
            account: ids.text(&asked.account.id()),
            standard: standard.name().to_owned(),
            title: format::code_name(language, standard.name()),
            reader: standard.reader().into(),
            app: standard.reader().app().map(str::to_owned),
            carries_amount: asked.carries_amount,
            number_returns: asked.number_returns.into(),
        }
    }
}

impl AskView {
    /// Makes the view of an ask and its drawn code.
    #[must_use]
    pub fn of(asked: &Asked, code: CodePicture, language: Language, ids: &Ids) -> AskView {
        AskView {
            gift: GiftView::of(&asked.gift, ids),
            code,
            payload: asked.payload.clone(),
            rail: RailView::of(asked, language, ids),
            holder: asked.payee.clone(),
            destination: asked.account.short(),
            number: asked.number.grouped(),
        }
    }
}

fn words(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}
