//! The commands about countries, currencies and accounts.

use groat_app::{Code, Fault, NewAccount};
use groat_money::Currency;
use groat_payment_codes::picture::draw;
use groat_payment_codes::{Standard, rails};
use groat_phrases::format;

use crate::acts::{desk_read, show};
use crate::desk::{Desk, Host};
use crate::fault_view;
use crate::views::{
    AccountArg, AccountCheckView, CodePicture, CountryOffers, CountryView, CurrencyView, DeskView,
    MoneyView, Nothing, OfAccount, OfferView, OffersView,
};

pub(crate) async fn country_list(
    desk: &Desk,
    _: &impl Host,
    _: Nothing,
) -> Result<Vec<CountryView>, Fault> {
    let countries = groat_money::countries().into_iter().filter_map(|code| {
        let currency = Currency::of_country(code)?.code().to_owned();
        let name = format::country_name(desk.locale(), code);
        Some(CountryView { code: code.to_owned(), name, currency })
    });
    Ok(countries.collect())
}

pub(crate) async fn country_offers(
    desk: &Desk,
    _: &impl Host,
    args: CountryOffers,
) -> Result<OffersView, Fault> {
    let offers = rails::offers(&args.country);
    Ok(OffersView {
        currency: Currency::of_country(&args.country).map(|currency| currency.code().to_owned()),
        offers: offers.iter().map(|offer| OfferView::of(offer, desk.locale())).collect(),
        country: args.country,
    })
}

pub(crate) async fn currency_list(
    _: &Desk,
    _: &impl Host,
    _: Nothing,
) -> Result<Vec<CurrencyView>, Fault> {
    let currencies = Currency::all().map(|currency| CurrencyView {
        code: currency.code().to_owned(),
        decimals: currency.exponent(),
        suggested: groat_app::suggested(currency).map(MoneyView::from).to_vec(),
    });
    Ok(currencies.collect())
}

pub(crate) async fn account_check(
    desk: &Desk,
    _: &impl Host,
    args: AccountArg,
) -> Result<AccountCheckView, Fault> {
    let account = match NewAccount::from(args).check() {
        Ok(account) => account,
        Err(refused) => {
            let fault = Some(fault_view(&refused, desk.locale()));
            return Ok(AccountCheckView { fault, destination: None, code: None });
        }
    };
    let sample = desk.app.sample_code(&account);
    let code = sample.map(|code| code_picture(code.standard, &code.payload)).transpose()?;
    let destination = Some(groat_app::destination(&account));
    Ok(AccountCheckView { fault: None, destination, code })
}

pub(crate) async fn account_add(
    desk: &Desk,
    host: &impl Host,
    args: AccountArg,
) -> Result<DeskView, Fault> {
    desk.app.add_account(&args.into()).await?;
    show(desk, host).await;
    desk_read(desk, host, Nothing {}).await
}

pub(crate) async fn account_retire(
    desk: &Desk,
    host: &impl Host,
    args: OfAccount,
) -> Result<DeskView, Fault> {
    desk.app.retire_account(desk.app.account_id(&args.account)?).await?;
    desk_read(desk, host, Nothing {}).await
}

/// Draws a code as its standard wants it.
pub(crate) fn code_picture(standard: Standard, payload: &str) -> Result<CodePicture, Fault> {
    let drawn = draw(Some(standard), payload);
    drawn
        .map(|drawn| CodePicture::from(&drawn))
        .map_err(|error| Fault::new(Code::Internal).because(error))
}

/// Finds a currency by its three letters.
///
/// # Errors
/// [`Code::CurrencyUnknown`] pointing at "currency".
pub fn named_currency(code: &str) -> Result<Currency, Fault> {
    Currency::from_code(code).map_err(|error| {
        let fault = Fault::new(Code::CurrencyUnknown).with("currency", code.to_owned());
        fault.because(error).at("currency")
    })
}

impl From<AccountArg> for NewAccount {
    fn from(AccountArg { standard, values }: AccountArg) -> NewAccount {
        NewAccount { standard, values }
    }
}
