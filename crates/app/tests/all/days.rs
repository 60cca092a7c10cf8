//! Days, zones and clocks that jump.

use jiff::civil::date;
use jiff::tz::TimeZone;

use crate::given::{SetClock, app_at, drive, euro, folder, opened, set_up};

#[tokio::test]
async fn a_gift_belongs_to_the_civil_day_of_the_drive() {
    let folder = folder();
    let clock = SetClock::at("2026-11-23T08:00:00Z", "Europe/Berlin");
    let app = app_at(folder.path(), clock.clone()).await;
    let drive = opened(&app).await;
    for (instant, day) in [
        ("2026-11-23T22:59:59.999Z", date(2026, 11, 23)),
        ("2026-11-23T23:00:00Z", date(2026, 11, 24)),
        ("2026-11-24T00:30:00Z", date(2026, 11, 24)),
        // Summer time begins at one in the morning of this day in UTC, and ends so in October.
        ("2027-03-27T22:59:59Z", date(2027, 3, 27)),
        ("2027-03-27T23:00:00Z", date(2027, 3, 28)),
        ("2027-03-28T21:59:59Z", date(2027, 3, 28)),
        ("2027-03-28T22:00:00Z", date(2027, 3, 29)),
        ("2027-10-30T22:00:00Z", date(2027, 10, 31)),
        ("2027-10-31T22:59:59Z", date(2027, 10, 31)),
        ("2027-10-31T23:00:00Z", date(2027, 11, 1)),
        ("2028-02-28T23:00:00Z", date(2028, 2, 29)),
        ("2026-12-31T23:00:00Z", date(2027, 1, 1)),
    ] {
        clock.set(instant);
        assert_eq!(app.ask(drive, None, None).await.unwrap().gift.day, day, "{instant}");
        assert_eq!(app.record_cash(drive, euro(5)).await.unwrap().day, day, "{instant}");
    }
    // A desk that travels keeps the days of its drive.
    clock.set("2026-11-23T12:00:00Z");
    clock.travel(TimeZone::get("Pacific/Auckland").unwrap());
    assert_eq!(app.ask(drive, None, None).await.unwrap().gift.day, date(2026, 11, 23));
    let elsewhere = app.open_drive(crate::given::drive("Other", "Wasser")).await.unwrap().drive;
    assert_eq!(elsewhere.opened_on, date(2026, 11, 24));
    assert_eq!(app.ask(elsewhere.id, None, None).await.unwrap().gift.day, date(2026, 11, 24));
    app.close().await;
}

#[tokio::test]
async fn a_drive_in_a_zone_without_a_name_has_one_kind_of_day() {
    let folder = folder();
    let clock = SetClock::at("2026-11-23T23:30:00Z", "UTC");
    clock.travel(TimeZone::fixed(jiff::tz::offset(9)));
    let app = app_at(folder.path(), clock).await;
    set_up(&app).await;
    let opened = app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive;
    let asked = app.ask(opened.id, None, None).await.unwrap().gift;
    assert_eq!(opened.opened_on, asked.day);
    app.close().await;
}

#[tokio::test]
async fn a_clock_that_jumps_ten_years_loses_and_reorders_nothing() {
    let folder = folder();
    let clock = SetClock::at("2026-11-23T08:00:00Z", "Europe/Berlin");
    let app = app_at(folder.path(), clock.clone()).await;
    let drive = opened(&app).await;
    let mut asked = Vec::new();
    for instant in [
        "2026-11-23T08:00:01Z",
        "2016-11-23T08:00:00Z",
        "2036-11-23T08:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "2026-11-23T08:00:02Z",
    ] {
        clock.set(instant);
        asked.push(app.ask(drive, None, Some(euro(500))).await.unwrap().gift);
        app.see(asked.last().unwrap().id).await.unwrap();
    }
    clock.set("2016-01-01T00:00:00Z");
    let closed = app.close_drive(drive).await.unwrap();
    assert_eq!(closed.drive.closed_on, Some(date(2016, 1, 1)));
    assert_eq!(closed.standing.promised.sum, euro(2500));
    app.close().await;

    let app = app_at(folder.path(), clock).await;
    let page = app.gifts(drive, &groat_app::GiftSearch::default(), 9, 0).await.unwrap();
    let ids: Vec<_> = page.gifts.iter().rev().map(|gift| gift.id).collect();
    assert_eq!(ids, asked.iter().map(|gift| gift.id).collect::<Vec<_>>());
    let instants: Vec<_> = page.gifts.iter().rev().map(|gift| gift.at).collect();
    assert_eq!(instants, asked.iter().map(|gift| gift.at).collect::<Vec<_>>());
    assert_eq!(app.verify(&mut |_, _| true).await.unwrap().troubles, []);
    app.close().await;
}
