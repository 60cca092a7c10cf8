//! `kill -9` at random moments while recording: what was acknowledged is there.
//!
//! The other process is this test program itself; it records and says what was acknowledged. The
//! books are then opened again and must hold all of it.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use groat_app::{App, Code, Face, Fault};
use groat_ledger::{CorrectionReason, GiftState};

use crate::given::{IBAN, by_iban, drive, euro, folder};

/// Tells the other process which books to record in.
const RECORD: &str = "GROAT_TEST_RECORD_BOOKS";
/// Books are begun anew after so many rounds: verifying is not what is tested here.
const ROUNDS_A_FOLDER: u64 = 10;

/// Gifts by sequence number and the state they were acknowledged in last.
type Acknowledged = BTreeMap<u64, GiftState>;

/// So many with every change, and in a soak; or as `GROAT_ROUNDS` says.
fn rounds() -> u64 {
    match std::env::var("GROAT_ROUNDS") {
        Ok(rounds) => rounds.parse().unwrap(),
        Err(_) if std::env::var_os("GROAT_SOAK").is_some() => 2_000,
        Err(_) => 100,
    }
}

/// Drawn anew, or as `GROAT_SEED` says.
fn seed() -> u64 {
    std::env::var("GROAT_SEED")
        .map_or_else(|_| RandomState::new().build_hasher().finish(), |seed| seed.parse().unwrap())
}

fn word(state: GiftState) -> &'static str {
    match state {
        GiftState::Asked => "asked",
        GiftState::Promised => "promised",
        GiftState::InHand => "in-hand",
        GiftState::Corrected => "corrected",
    }
}

fn state(word: &str) -> GiftState {
    use GiftState::{Asked, Corrected, InHand, Promised};
    [Asked, Promised, InHand, Corrected]
        .into_iter()
        .find(|state| self::word(*state) == word)
        .unwrap()
}

/// How far a state is on the only way a gift goes.
fn rank(state: GiftState) -> u8 {
    match state {
        GiftState::Asked => 0,
        GiftState::Promised | GiftState::InHand => 1,
        GiftState::Corrected => 2,
    }
}

/// SplitMix64 (Steele, Lea, Flood, 2014).
fn mixed(seed: u64, round: u64) -> u64 {
    let mut z = seed.wrapping_add(round.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Not a test by itself: what the other process does until it is killed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn record_until_killed() {
    let Some(folder) = std::env::var_os(RECORD) else { return };
    let app = App::open(folder.into(), Face::Terminal).await.unwrap();
    match app.set_up("Brunnen", None, Some(&by_iban("Brunnen e.V.", IBAN, None))).await {
        Err(fault) if fault.code != Code::AlreadySetUp => panic!("{fault}"),
        _ => {}
    }
    let id = match app.drives().await.unwrap().first() {
        Some(found) => found.drive.id,
        None => app.open_drive(drive("Fountain", "Wasser")).await.unwrap().drive.id,
    };
    let say = |gift: &groat_ledger::Gift| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "acknowledged {} {}", gift.id.seq, word(gift.state)).unwrap();
        out.flush().unwrap();
    };
    for round in 0.. {
        let asked = app.ask(id, None, Some(euro(500))).await.unwrap().gift;
        say(&asked);
        say(&app.see(asked.id).await.unwrap());
        let cash = app.record_cash(id, euro(250)).await.unwrap();
        say(&cash);
        if round % 3 == 0 {
            say(&app.correct(cash.id, CorrectionReason::Mistake).await.unwrap());
        }
    }
}

fn recording(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["kill::record_until_killed", "--exact", "--nocapture", "--test-threads=1"])
        .env(RECORD, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Lets the other process record for a while, kills it and adds what it acknowledged.
fn record_and_kill(folder: &Path, drawn: u64, acknowledged: &mut Acknowledged) {
    let mut other = recording(folder);
    let mut out = other.stdout.take().unwrap();
    let mut said = Vec::new();
    // Every eighth process is killed while it starts; the others some time after their first word.
    if !drawn.is_multiple_of(8) {
        let mut part = [0; 4096];
        while !said.windows(12).any(|signs| signs == b"acknowledged") {
            match out.read(&mut part).unwrap() {
                0 => panic!("the other process ended: {}", String::from_utf8_lossy(&said)),
                length => said.extend_from_slice(&part[..length]),
            }
        }
    }
    std::thread::sleep(Duration::from_micros(1_000 + (drawn >> 8) % 399_000));
    other.kill().unwrap();
    out.read_to_end(&mut said).unwrap();
    assert!(!other.wait().unwrap().success());
    let said = String::from_utf8(said).unwrap();
    // A line that was cut off was not said.
    let whole = said.rfind('\n').map_or("", |end| &said[..end]);
    for line in whole.lines() {
        let Some((_, gift)) = line.split_once("acknowledged ") else { continue };
        let (seq, word) = gift.split_once(' ').unwrap();
        acknowledged.insert(seq.parse().unwrap(), state(word));
    }
}

/// What was acknowledged and is not there, or not as far as it was.
async fn missing(app: &App, acknowledged: &Acknowledged) -> Vec<(u64, GiftState)> {
    let mut missing = Vec::new();
    for (&seq, &state) in acknowledged {
        let found = app.gift(app.gift_id(&seq.to_string()).unwrap()).await;
        if !found.is_ok_and(|gift| rank(gift.state) >= rank(state)) {
            missing.push((seq, state));
        }
    }
    missing
}

/// Opens as somebody who only reads would, or for writing; books may not have been begun yet.
async fn open(folder: &Path, to_read: bool) -> Result<App, Fault> {
    match to_read {
        true => App::open_to_read(folder.to_owned()).await,
        false => App::open(folder.to_owned(), Face::Terminal).await,
    }
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_by_killing_the_program() {
    let seed = seed();
    let begun = Instant::now();
    println!("seed {seed}");
    let (mut kills, mut gifts, mut entries_of_all) = (0, 0, 0);
    for first in (0..rounds()).step_by(usize::try_from(ROUNDS_A_FOLDER).unwrap()) {
        let folder = folder();
        let mut acknowledged = Acknowledged::new();
        let mut entries = 0;
        for round in first..first + ROUNDS_A_FOLDER {
            let drawn = mixed(seed, round);
            record_and_kill(folder.path(), drawn, &mut acknowledged);
            kills += 1;
            let to_read = drawn & 0x80 > 0;
            let app = match open(folder.path(), to_read).await {
                Ok(app) => app,
                Err(fault) if to_read && acknowledged.is_empty() => {
                    assert_eq!(fault.code, Code::BooksMissing, "seed {seed}, round {round}");
                    continue;
                }
                Err(fault) => panic!("seed {seed}, round {round}: {fault}"),
            };
            assert_eq!(missing(&app, &acknowledged).await, [], "seed {seed}, round {round}");
            let verified = app.verify(&mut |_, _| true).await.unwrap();
            assert_eq!(verified.troubles, [], "seed {seed}, round {round}");
            assert!(verified.entries >= entries, "seed {seed}, round {round}");
            entries = verified.entries;
            app.close().await;
        }
        gifts += acknowledged.len();
        entries_of_all += entries;
    }
    println!(
        "{kills} kills, {gifts} gifts acknowledged, {entries_of_all} entries, 0 lost; seed {seed}, \
         {:.1} s",
        begun.elapsed().as_secs_f32()
    );
    assert!(gifts > 200, "too little was recorded to prove anything");
}

/// The same check must see a loss: without the log, all that was not carried over is gone.
#[tokio::test]
async fn the_check_sees_what_a_lost_log_takes_away() {
    let folder = folder();
    let mut acknowledged = Acknowledged::new();
    record_and_kill(folder.path(), 1, &mut acknowledged);
    // However busy the machine is: until there is something to lose.
    for _ in 0..20 {
        record_and_kill(folder.path(), 1 + (40_000 << 8), &mut acknowledged);
        if acknowledged.len() > 3 {
            break;
        }
    }
    let app = open(folder.path(), true).await.unwrap();
    assert_eq!(missing(&app, &acknowledged).await, []);
    app.close().await;
    assert!(acknowledged.len() > 3);

    let mut other = recording(folder.path());
    let mut said = [0; 2048];
    let mut all = String::new();
    while !all.contains("acknowledged") {
        let length = other.stdout.as_mut().unwrap().read(&mut said).unwrap();
        assert!(length > 0);
        all += std::str::from_utf8(&said[..length]).unwrap();
    }
    other.kill().unwrap();
    other.wait().unwrap();
    let (_, said) = all.split_once("acknowledged ").unwrap();
    let seq: u64 = said.split(' ').next().unwrap().parse().unwrap();
    acknowledged.insert(seq, GiftState::Asked);
    std::fs::remove_file(folder.path().join("station.db-wal")).unwrap();
    let _ = std::fs::remove_file(folder.path().join("station.db-shm"));
    let lost = match open(folder.path(), false).await {
        // The whole file may have lived in the log.
        Err(_) => acknowledged.len(),
        Ok(app) => {
            let lost = missing(&app, &acknowledged).await.len();
            app.close().await;
            lost
        }
    };
    assert!(lost > 0, "a lost log goes unnoticed");
}
