//! The drive as a file for spreadsheets, read back by another reader.

use std::path::Path;

use groat_app::{App, Code};
use groat_ledger::{CorrectionReason, DriveId};

use crate::given::{app, drive, euro, folder, refusal, set_up};

async fn exported(app: &App, drive: DriveId, path: &Path) -> (Vec<u8>, Vec<Vec<String>>) {
    let found = app.drive(drive).await.unwrap();
    let written = app.export_csv(&found, path).await.unwrap();
    let bytes = std::fs::read(path).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
    let rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(written, u64::try_from(rows.len()).unwrap() - 1);
    (bytes, rows)
}

#[tokio::test]
async fn every_gift_is_one_row_in_the_order_it_came() {
    let folder = folder();
    let app = app(folder.path()).await;
    set_up(&app).await;
    let id = app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id;
    let asked = app.ask(id, None, Some(euro(500))).await.unwrap();
    let open = app.ask(id, None, None).await.unwrap();
    app.see(open.gift.id).await.unwrap();
    let cash = app.record_cash(id, euro(7)).await.unwrap();
    app.correct(cash.id, CorrectionReason::NotGiven).await.unwrap();
    let (bytes, rows) = exported(&app, id, &folder.path().join("out.csv")).await;
    assert_eq!(
        rows[0].join(","),
        "gift,drive,day,time_utc,rail,gift_number,state,amount,currency,\
         state_before_correction,correction_reason,account,standard"
    );
    let time = "2026-11-23T08:34:56.789Z";
    let row = |seq: u64, rest: &str| format!("{seq},Fountain,2026-11-23,{time},{rest}");
    let (first, second) = (asked.number.digits(), open.number.digits());
    assert_eq!(
        rows[1].join(","),
        row(asked.gift.id.seq, &format!("bank,{first},asked,5.00,EUR,,,3,EPC"))
    );
    assert_eq!(
        rows[2].join(","),
        row(open.gift.id.seq, &format!("bank,{second},promised,,EUR,,,3,EPC"))
    );
    assert_eq!(rows[3].join(","), row(cash.id.seq, "cash,,corrected,0.07,EUR,in_hand,not_given,,"));
    assert_eq!(rows.len(), 4);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.matches("\r\n").count(), 4, "every row ends as RFC 4180 says");
    assert_eq!(text.matches('\n').count(), 4);
    app.close().await;
}

#[tokio::test]
async fn names_that_hurt_spreadsheets_or_readers_come_back_harmless() {
    let folder = folder();
    let app = app(folder.path()).await;
    set_up(&app).await;
    for (name, cell) in [
        ("=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("Brot, Salz und \"Wein\"", "Brot, Salz und \"Wein\""),
        ("募金 – Ελπίδα 😀", "募金 – Ελπίδα 😀"),
        ("'quoted'", "'quoted'"),
    ] {
        let id = app.open_drive(drive(name, "Wasser")).await.unwrap().drive.id;
        app.record_cash(id, euro(5)).await.unwrap();
        let (_, rows) = exported(&app, id, &folder.path().join("out.csv")).await;
        assert_eq!(rows[1][1], cell);
        assert!(rows.iter().all(|row| row.len() == 13));
    }
    app.close().await;
}

#[tokio::test]
async fn an_empty_drive_is_a_header_and_a_longer_one_is_whole() {
    let folder = folder();
    let app = app(folder.path()).await;
    set_up(&app).await;
    let id = app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id;
    let path = folder.path().join("out.csv");
    assert_eq!(exported(&app, id, &path).await.1.len(), 1);
    for minor in 1..=120 {
        app.record_cash(id, euro(minor)).await.unwrap();
    }
    // An older file of the same name is replaced as a whole.
    std::fs::write(&path, "x".repeat(100_000)).unwrap();
    let (_, rows) = exported(&app, id, &path).await;
    let seqs: std::collections::BTreeSet<_> = rows[1..].iter().map(|row| row[0].clone()).collect();
    assert_eq!((rows.len(), seqs.len()), (121, 120));
    app.close().await;
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_named_and_nothing_is_left_there() {
    let folder = folder();
    let app = app(folder.path()).await;
    set_up(&app).await;
    let id = app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id;
    let found = app.drive(id).await.unwrap();
    let occupied = folder.path().join("occupied");
    std::fs::create_dir_all(occupied.join("inside")).unwrap();
    let a_file = folder.path().join("file");
    std::fs::write(&a_file, "").unwrap();
    for path in
        [folder.path().join("none").join("out.csv"), occupied.clone(), a_file.join("out.csv")]
    {
        let refused = app.export_csv(&found, &path).await;
        assert_eq!(refusal(refused), (Code::FileNotWritten, None), "{}", path.display());
    }
    let mut left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("station.db") && name != "writer.lock")
        .collect();
    left.sort();
    assert_eq!(left, ["file", "keys", "occupied", "station.key"], "no part of a file is left");
    app.close().await;
}
