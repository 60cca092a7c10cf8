//! The rails of a drive: the accounts it can be asked for, and the one the next ask takes.

use std::cmp::Reverse;

use groat_books::Writing;
use groat_ledger::{AccountId, Drive, DriveId};
use groat_payment_codes::rails::offers;

use crate::accounts::retired;
use crate::{Account, App, Code, DriveStanding, Fault};

/// The accounts that a drive can be asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rails {
    /// Those that are not retired and take its currency, the best first.
    pub accounts: Vec<AccountId>,
    /// The one that the next ask takes when none is named.
    pub next: Option<AccountId>,
}

/// The name under which the desk remembers the account that a drive was asked for last.
pub(crate) fn rail_preference(drive: DriveId) -> String {
    format!("rail-{}", drive.seq)
}

impl App {
    /// The rails of drives, in the order of the drives.
    ///
    /// # Errors
    /// The codes of books.
    pub async fn rails(&self, drives: &[DriveStanding]) -> Result<Vec<Rails>, Fault> {
        let accounts = self.accounts().await?;
        let country = self.organisation().await?.and_then(|organisation| organisation.country);
        let mut all = Vec::new();
        for DriveStanding { drive, .. } in drives {
            let remembered = self.books.preference(&rail_preference(drive.id)).await?;
            all.push(rails(drive, &accounts, country.as_deref(), remembered.as_deref()));
        }
        Ok(all)
    }

    /// The account that an act asks for: the one named, or the drive's own.
    pub(crate) async fn rail_to_ask(
        &self,
        writing: &mut Writing<'_>,
        drive: &Drive,
        named: Option<AccountId>,
    ) -> Result<Account, Fault> {
        let known = writing.accounts().await?;
        let remembered = match named {
            Some(named) => Some(named),
            None => {
                let remembered = writing.preference(&rail_preference(drive.id)).await?;
                remembered.and_then(|seq| self.account_id(&seq).ok())
            }
        };
        let account = known.iter().find(|known| Some(known.account.id) == remembered);
        let account = account.map(Account::of);
        match (named, account) {
            (Some(_), None) => Err(Fault::new(Code::AccountUnknown).at("account")),
            (Some(_), Some(account)) => check(drive, &account).map(|()| account),
            (None, Some(account)) if check(drive, &account).is_ok() => Ok(account),
            (None, _) => self.best(drive, known.iter().map(Account::of).collect()).await,
        }
    }

    async fn best(&self, drive: &Drive, accounts: Vec<Account>) -> Result<Account, Fault> {
        let Some(organisation) = self.organisation().await? else {
            return Err(Fault::new(Code::NotSetUp));
        };
        let best = rails(drive, &accounts, organisation.country.as_deref(), None).next;
        accounts
            .into_iter()
            .find(|account| Some(account.id()) == best)
            .ok_or_else(|| Fault::new(Code::NoAccount).with("currency", drive.currency.code()))
    }
}

/// Refuses an account that a drive cannot be asked for.
fn check(drive: &Drive, account: &Account) -> Result<(), Fault> {
    if account.known.is_retired {
        return Err(retired(account));
    }
    if !account.takes(drive.currency) {
        return Err(Fault::new(Code::AccountOtherCurrency)
            .with("account", account.short())
            .with("currency", drive.currency.code())
            .at("account"));
    }
    Ok(())
}

fn rails(
    drive: &Drive,
    accounts: &[Account],
    country: Option<&str>,
    remembered: Option<&str>,
) -> Rails {
    let offers = offers(country.unwrap_or_default());
    let mut fitting: Vec<&Account> =
        accounts.iter().filter(|account| check(drive, account).is_ok()).collect();
    // What donors at home know comes first, codes of elsewhere next, then what everybody can pay
    // with some effort; of the same kind the newest.
    fitting.sort_by_key(|account| {
        let place = offers.iter().position(|offer| offer.standard == account.standard());
        let at_home =
            place.and_then(|place| offers.get(place)).is_some_and(|offer| offer.is_at_home());
        let anywhere = place.is_some() && !at_home;
        (anywhere, !at_home, place, Reverse(account.id().seq))
    });
    let accounts: Vec<AccountId> = fitting.into_iter().map(Account::id).collect();
    let known = remembered.and_then(|seq| seq.parse().ok());
    let last = accounts.iter().find(|account| Some(account.seq) == known);
    Rails { next: last.or(accounts.first()).copied(), accounts }
}
