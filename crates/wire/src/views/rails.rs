//! The shapes of accounts and of the codes that a country's donors read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CodePicture, MoneyView};
use crate::Fault;

/// A country to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CountryView {
    /// Two letters of ISO 3166.
    pub code: String,
    /// Its name in the desk's language.
    pub name: String,
    /// Three letters of ISO 4217.
    pub currency: String,
}

/// A currency to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CurrencyView {
    /// Three letters of ISO 4217.
    pub code: String,
    /// How many decimals its amounts have.
    pub decimals: u8,
    /// Amounts to offer, smallest first: what a new drive starts from.
    pub suggested: Vec<MoneyView>,
}

/// With what a donor's phone reads a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Reader {
    /// The banking app of the donor's own bank.
    BankingApp,
    /// Any app that pays by UPI.
    UpiApp,
    /// One app, whose name stands beside.
    App,
    /// Any camera: the code is a link.
    Camera,
    /// A Lightning wallet.
    LightningWallet,
    /// A Bitcoin wallet.
    BitcoinWallet,
    /// A wallet for Ethereum.
    EthereumWallet,
    /// A wallet for Solana.
    SolanaWallet,
}

/// Who can make the codes of a standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Maker {
    /// The organisation, from its own account or key.
    Organisation,
    /// The organisation, after its bank registered it.
    Registered,
    /// Its bank or acquirer gives out a code that the amount is put into.
    Issuer,
    /// Its bank or acquirer alone; the code is shown as it is.
    IssuerAlone,
    /// A service it has a contract or an account with.
    Contract,
    /// Its own server or node.
    OwnServer,
}

/// Whether the gift number comes back with the payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReturnOfNumber {
    /// In a field of its own.
    Reference,
    /// In the text of the payment.
    Text,
    /// In a text that the donor may change or that some banks drop.
    Uncertain,
    /// Not at all: found again by amount and time.
    No,
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChoiceView {
    /// What is handed back.
    pub value: String,
    /// What people read, in the desk's language.
    pub label: String,
}

/// One thing that set-up asks about an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct QuestionView {
    /// The part of the account; the key among its values, and what a fault points at.
    pub field: String,
    /// What people call it, in the desk's language.
    pub label: String,
    /// Whether there is no code without an answer.
    pub needed: bool,
    /// The longest answer, in characters.
    pub length_max: u32,
    /// A made-up answer; empty where none helps.
    pub example: String,
    /// The answers there are, where they are few; otherwise none.
    pub choices: Vec<ChoiceView>,
}

/// A kind of account that suits a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfferView {
    /// The standard of its codes.
    pub standard: String,
    /// What people call it, in the desk's language.
    pub title: String,
    /// Whether donors of the country know it and have an app for it.
    pub at_home: bool,
    /// Who can make its codes.
    pub maker: Maker,
    /// With what donors read them.
    pub reader: Reader,
    /// The name of the app, where it must be one.
    pub app: Option<String>,
    /// The currencies its codes carry; none where the donor types the amount.
    pub currencies: Vec<String>,
    /// What set-up asks, in the order to ask it.
    pub questions: Vec<QuestionView>,
}

/// The kinds of accounts for a country, the best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OffersView {
    /// The country they were asked for.
    pub country: String,
    /// Its currency.
    pub currency: Option<String>,
    /// The kinds; empty where nobody reads a code.
    pub offers: Vec<OfferView>,
}

/// An account as it is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountCheckView {
    /// The first thing that is missing or wrong; absent when codes can be made.
    pub fault: Option<Fault>,
    /// The account as it will be shown.
    pub destination: Option<String>,
    /// A code of it, to be tried with one's own phone: without a gift in the books.
    pub code: Option<CodePicture>,
}

/// An account that gifts are paid to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountView {
    /// Its name in the books.
    pub id: String,
    /// The standard of its codes.
    pub standard: String,
    /// What people call the standard, in the desk's language.
    pub title: String,
    /// Who is paid.
    pub holder: String,
    /// The account, key or link as people write it.
    pub destination: String,
    /// The same, short enough for a line under a code: "DE … 3000".
    pub short: String,
    /// Who can make its codes.
    pub maker: Maker,
    /// With what donors read them.
    pub reader: Reader,
    /// The name of the app, where it must be one.
    pub app: Option<String>,
    /// The currencies its codes carry; none where the donor types the amount.
    pub currencies: Vec<String>,
    /// Whether its codes carry the amount; otherwise the donor types it.
    pub carries_amount: bool,
    /// Whether it can ask for any amount.
    pub takes_open: bool,
    /// Whether the gift number comes back with the payment.
    pub number_returns: ReturnOfNumber,
    /// Whether nothing is asked for with it any more.
    pub retired: bool,
}

/// The way an ask is paid: what the words beside its code depend on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RailView {
    /// The account.
    pub account: String,
    /// The standard of the code.
    pub standard: String,
    /// What people call it, in the desk's language.
    pub title: String,
    /// With what the donor reads the code.
    pub reader: Reader,
    /// The name of the app, where it must be one.
    pub app: Option<String>,
    /// Whether the donor's app shows the amount; otherwise the donor types it.
    pub carries_amount: bool,
    /// Whether the gift number comes back with the payment.
    pub number_returns: ReturnOfNumber,
}
