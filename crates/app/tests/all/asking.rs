//! Asks, what is seen, cash and corrections, through closing and opening.

use groat_app::{Code, GiftSearch};
use groat_ledger::{CorrectionReason, DriveId, GiftId, GiftState};
use groat_payment_codes::epc;

use crate::given::{app, at, euro, folder, opened, refusal, set_up};

#[tokio::test]
async fn an_ask_stands_in_the_books_and_its_code_says_the_same() {
    let folder = folder();
    let app = app(folder.path()).await;
    let drive = opened(&app).await;
    let asked = app.ask(drive, None, Some(euro(500))).await.unwrap();
    assert_eq!(
        asked.payload,
        format!(
            "BCD\n002\n1\nSCT\n\nBrunnen e.V.\nDE89370400440532013000\nEUR5.00\nCHAR\n\n{} Wasser",
            asked.number.digits()
        )
    );
    let read = epc::decode_text(&asked.payload).unwrap().request;
    assert_eq!((read.amount, read.payee_name.as_str()), (Some(euro(500)), "Brunnen e.V."));
    assert_eq!(app.gift(asked.gift.id).await.unwrap(), asked.gift);
    assert_eq!(app.gift_by_number(asked.number).await.unwrap(), asked.gift);
    assert_eq!(app.code_of(asked.gift.id).await.unwrap().payload, asked.payload);
    let open = app.ask(drive, None, None).await.unwrap();
    assert!(open.payload.contains("\n\nCHAR\n"), "{}", open.payload);
    assert_ne!(open.number, asked.number);
    app.close().await;
}

#[tokio::test]
async fn a_drive_from_ask_to_correction_is_the_same_after_opening_again() {
    let folder = folder();
    let desk = app(folder.path()).await;
    let drive = opened(&desk).await;
    let first = desk.ask(drive, None, Some(euro(500))).await.unwrap().gift.id;
    assert_eq!(desk.see(first).await.unwrap().state, GiftState::Promised);
    let cash = desk.record_cash(drive, euro(250)).await.unwrap().id;
    let wrong = desk.record_cash(drive, euro(25_000)).await.unwrap().id;
    let undone = desk.correct(wrong, CorrectionReason::Mistake).await.unwrap();
    assert_eq!((undone.state, undone.before), (GiftState::Corrected, Some(GiftState::InHand)));
    desk.ask(drive, None, None).await.unwrap();
    assert_eq!(refusal(desk.see(cash).await).0, Code::GiftNotAsked);
    assert_eq!(refusal(desk.see(first).await).0, Code::GiftAlreadySeen);
    assert_eq!(refusal(desk.see(wrong).await).0, Code::GiftAlreadyCorrected);
    let again = desk.correct(wrong, CorrectionReason::NotGiven).await;
    assert_eq!(refusal(again).0, Code::GiftAlreadyCorrected);
    assert_eq!(refusal(desk.code_of(cash).await).0, Code::GiftNotAsked);
    let before = desk.drive(drive).await.unwrap();
    desk.close().await;

    let desk = app(folder.path()).await;
    let after = desk.drive(drive).await.unwrap();
    assert_eq!((&after.standing, &after.texts), (&before.standing, &before.texts));
    let standing = after.standing;
    assert_eq!((standing.asked.count, standing.asked.open), (1, 1));
    assert_eq!((standing.promised.sum, standing.in_hand.sum), (euro(500), euro(250)));
    assert_eq!(standing.missing(), Some(euro(49_750)));
    assert_eq!(desk.gift(wrong).await.unwrap(), undone);
    let found = GiftSearch { state: Some(GiftState::Corrected), ..GiftSearch::default() };
    assert_eq!(desk.gifts(drive, &found, 9, 0).await.unwrap().gifts, [undone]);
    assert_eq!(desk.verify(&mut |_, _| true).await.unwrap().troubles, []);
    desk.close().await;
}

#[tokio::test]
async fn a_closed_drive_asks_nothing_and_still_takes_what_was_paid() {
    let folder = folder();
    let app = app(folder.path()).await;
    let drive = opened(&app).await;
    let asked = app.ask(drive, None, None).await.unwrap().gift.id;
    let closed = app.close_drive(drive).await.unwrap();
    assert_eq!(closed.drive.closed_on, Some(jiff::civil::date(2026, 11, 23)));
    assert_eq!(refusal(app.ask(drive, None, None).await).0, Code::DriveClosed);
    assert_eq!(refusal(app.record_cash(drive, euro(5)).await).0, Code::DriveClosed);
    assert_eq!(refusal(app.close_drive(drive).await).0, Code::DriveClosed);
    app.see(asked).await.unwrap();
    app.correct(asked, CorrectionReason::NotGiven).await.unwrap();
    app.close().await;
}

#[tokio::test]
async fn refused_acts_use_up_no_number_and_write_no_entry() {
    let folder = folder();
    let app = app(folder.path()).await;
    let drive = opened(&app).await;
    let before = app.ask(drive, None, None).await.unwrap();
    for amount in [euro(0), euro(-5), euro(100_000_000_000)] {
        app.ask(drive, None, Some(amount)).await.unwrap_err();
        app.record_cash(drive, amount).await.unwrap_err();
    }
    app.see(GiftId { seq: 99, ..before.gift.id }).await.unwrap_err();
    let after = app.ask(drive, None, None).await.unwrap();
    assert_eq!(after.gift.id.seq, before.gift.id.seq + 1);
    app.close().await;
}

#[tokio::test]
async fn nothing_is_asked_before_set_up_and_set_up_happens_once() {
    let folder = folder();
    let app = app(folder.path()).await;
    assert!(app.organisation().await.unwrap().is_none());
    let opening = app.open_drive(crate::given::drive("Fountain", "Wasser")).await;
    assert_eq!(refusal(opening).0, Code::NotSetUp);
    set_up(&app).await;
    let again = app.set_up("Other", Some("NL"), None).await;
    assert_eq!(refusal(again).0, Code::AlreadySetUp);
    let organisation = app.organisation().await.unwrap().unwrap();
    assert_eq!(organisation.name, "Brunnen");
    assert_eq!(organisation.country.as_deref(), Some("DE"));
    let accounts = app.accounts().await.unwrap();
    assert_eq!(accounts.len(), 1);
    assert_eq!(accounts[0].holder(), "Brunnen e.V.");
    assert_eq!(accounts[0].iban().unwrap().as_str(), "DE89370400440532013000");
    let drive = app.drive_id(99).unwrap();
    assert_eq!(refusal(app.ask(drive, None, None).await).0, Code::DriveUnknown);
    let gift = app.gift_id(1).unwrap();
    assert_eq!(refusal(app.see(gift).await).0, Code::GiftUnknown);
    app.close().await;
}

#[tokio::test]
async fn what_a_reader_may_not_do_is_refused_as_reading_only() {
    let folder = folder();
    let desk = app(folder.path()).await;
    let drive: DriveId = opened(&desk).await;
    desk.close().await;
    let reader = groat_app::App::open_to_read(folder.path().to_owned()).await.unwrap();
    assert!(!reader.is_writable());
    assert_eq!(refusal(reader.ask(drive, None, None).await).0, Code::BooksReadOnly);
    assert_eq!(refusal(reader.record_cash(drive, euro(5)).await).0, Code::BooksReadOnly);
    assert_eq!(refusal(reader.prefer("locale", "de").await).0, Code::BooksReadOnly);
    assert_eq!(reader.drive(drive).await.unwrap().drive.id, drive);
    reader.close().await;
    let missing = groat_app::App::open_to_read(folder.path().join("none")).await;
    assert_eq!(refusal(missing), (Code::BooksMissing, None));
}

#[tokio::test]
async fn suggested_amounts_come_smallest_first_and_only_once() {
    let folder = folder();
    let app = app(folder.path()).await;
    set_up(&app).await;
    let opened = app.open_drive(crate::given::drive("Fountain", "Wasser")).await.unwrap();
    assert_eq!(opened.drive.suggested, [euro(200), euro(500), euro(1000)]);
    let mut repeated = crate::given::drive("Fountain", "Wasser");
    repeated.suggested = vec![euro(500), euro(200), euro(500)];
    assert_eq!(
        refusal(app.open_drive(repeated).await),
        (Code::SuggestedRepeated, at("suggested.2"))
    );
    app.close().await;
}

#[tokio::test]
async fn a_desk_that_ran_out_of_numbers_draws_another_desk_number() {
    let folder = folder();
    let desk = app(folder.path()).await;
    let drive = opened(&desk).await;
    let first = desk.ask(drive, None, None).await.unwrap();
    desk.close().await;
    ask_in_one_act(folder.path(), first.gift.id, 99_998).await;

    let desk = app(folder.path()).await;
    let last = desk.ask(drive, None, None).await.unwrap().number;
    let fresh = desk.ask(drive, None, None).await.unwrap().number;
    assert_eq!(last.desk(), first.number.desk());
    assert_ne!(fresh.desk(), first.number.desk());
    assert_eq!(desk.ask(drive, None, None).await.unwrap().number.desk(), fresh.desk());
    let verified = desk.verify(&mut |_, _| true).await.unwrap();
    assert_eq!(verified.troubles, []);
    desk.close().await;
}

/// Asks so often that asking by hand would take the disk a while: all in one act.
async fn ask_in_one_act(folder: &std::path::Path, like: GiftId, times: u32) {
    use groat_ledger::journal::Fact;
    let holder = groat_books::Holder {
        face: "terminal".into(),
        user: String::new(),
        process: 1,
        since: jiff::Timestamp::UNIX_EPOCH,
    };
    let new_desk = groat_books::NewDesk { id: like.desk, signer: [9; 32] };
    let access = groat_books::Access::Write { holder, new_desk };
    // The key that an app without a keyring keeps beside the books: its first half.
    let kept = std::fs::read(folder.join("station.key")).unwrap();
    let key = groat_books::FileKey::new(kept[..32].try_into().unwrap());
    let books = groat_books::Books::open(folder, &key, access).await.unwrap();
    let drive = books.gift(like).await.unwrap().unwrap().drive;
    let (at, zone) = (jiff::Timestamp::UNIX_EPOCH, "UTC".to_owned());
    let mut act = books.write(groat_books::Author { person: None, at, zone }).await.unwrap();
    let account = act.accounts().await.unwrap()[0].account.id;
    for _ in 0..times {
        let number = act.numbering().unwrap().next().unwrap();
        let (currency, day) = (groat_money::Currency::EUR, jiff::civil::date(2026, 11, 23));
        let fact = Fact::Asked { drive, account, number, currency, amount: None, day };
        act.append(fact).await.unwrap();
    }
    act.commit().await.unwrap();
    books.close().await;
}
