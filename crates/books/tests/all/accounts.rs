//! Accounts of every standard: kept, read, retired, proved.

use groat_books::{Books, BooksError};
use groat_ledger::journal::Fact;
use groat_ledger::{AccountId, DriveId};
use groat_payment_codes::Standard;

use crate::given::{add_account, ask, author, begin, folder, open, verify};

async fn add(books: &Books, standard: Standard, parts: &[(&str, &str)]) -> AccountId {
    let mut act = books.write(author(5)).await.unwrap();
    let id = add_account(&mut act, standard, parts).await;
    act.commit().await.unwrap();
    id
}

async fn retire(books: &Books, account: AccountId) -> Result<(), BooksError> {
    let mut act = books.write(author(6)).await?;
    act.append(Fact::AccountRetired { account }).await?;
    act.commit().await
}

async fn ask_for(books: &Books, drive: DriveId, account: AccountId) -> groat_ledger::Gift {
    let mut act = books.write(author(7)).await.unwrap();
    let number = act.numbering().unwrap().next().unwrap();
    let (found, _) = act.drive(drive).await.unwrap().unwrap();
    let fact = found.ask(account, number, None, jiff::civil::date(2026, 11, 23)).unwrap();
    let entry = act.append(fact).await.unwrap();
    act.commit().await.unwrap();
    entry.begun_gift().unwrap()
}

#[tokio::test]
async fn accounts_are_read_as_they_were_added_oldest_first() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    let drive = begin(&books).await;
    let parts = [("key", "spenden@brunnen.example"), ("payee_name", "Poço"), ("city", "Sao Paulo")];
    let pix = add(&books, Standard::Pix, &parts).await;
    let gift = ask_for(&books, drive, pix).await;
    let bank = ask(&books, drive, Some(500)).await.unwrap();
    books.close().await;

    let books = open(folder.path()).await.unwrap();
    let accounts = books.accounts().await.unwrap();
    let standards: Vec<_> = accounts.iter().map(|known| known.account.standard).collect();
    assert_eq!(standards, [Standard::Epc, Standard::Pix]);
    assert_eq!(accounts[1].account.id, pix);
    assert_eq!(accounts[1].values.len(), 3);
    assert_eq!(accounts[1].values["payee_name"], "Poço");
    assert_eq!(books.gift(gift.id).await.unwrap().unwrap().account, Some(pix));
    assert_eq!(books.gift(bank.id).await.unwrap().unwrap().account, Some(accounts[0].account.id));
    assert_eq!(verify(&books).await.troubles, []);
    books.refold(&mut |_, _| true).await.unwrap();
    assert_eq!(books.accounts().await.unwrap(), accounts);
    assert_eq!(verify(&books).await.troubles, []);
    books.close().await;
}

#[tokio::test]
async fn a_retired_account_stays_readable_and_retired() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    begin(&books).await;
    let upi = add(&books, Standard::Upi, &[("vpa", "brunnen@okaxis"), ("payee_name", "B")]).await;
    retire(&books, upi).await.unwrap();
    let retired = |accounts: Vec<groat_books::KnownAccount>| {
        accounts.iter().map(|known| known.account.is_retired).collect::<Vec<_>>()
    };
    assert_eq!(retired(books.accounts().await.unwrap()), [false, true]);
    let mut act = books.write(author(8)).await.unwrap();
    assert!(act.accounts().await.unwrap()[1].account.is_retired, "the writer knows it too");
    drop(act);
    books.refold(&mut |_, _| true).await.unwrap();
    assert_eq!(retired(books.accounts().await.unwrap()), [false, true]);
    assert_eq!(verify(&books).await.troubles, []);
    let nowhere = AccountId { seq: 99, ..upi };
    assert!(matches!(retire(&books, nowhere).await, Err(BooksError::Damaged { .. })));
    books.close().await;
}

#[tokio::test]
async fn what_an_act_likes_is_remembered_with_it_and_gone_without_it() {
    let folder = folder();
    let books = open(folder.path()).await.unwrap();
    begin(&books).await;
    let mut act = books.write(author(1)).await.unwrap();
    act.prefer("rail", "2").await.unwrap();
    assert_eq!(act.preference("rail").await.unwrap().as_deref(), Some("2"));
    drop(act);
    let mut act = books.write(author(1)).await.unwrap();
    assert_eq!(act.preference("rail").await.unwrap(), None);
    act.prefer("rail", "3").await.unwrap();
    act.commit().await.unwrap();
    assert_eq!(books.preference("rail").await.unwrap().as_deref(), Some("3"));
    books.prefer("rail", "4").await.unwrap();
    let mut act = books.write(author(1)).await.unwrap();
    assert_eq!(act.preference("rail").await.unwrap().as_deref(), Some("4"));
    drop(act);
    books.close().await;
}
