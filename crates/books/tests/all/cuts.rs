//! Power cuts while recording: what was acknowledged before the cut is there after it.
//!
//! Another process records on a disk of its own. Only what was heard from it before the disk was cut
//! off counts; the disk then goes through the replay of its own log, as after a real cut.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use groat_ledger::{GiftId, GiftState};
use sqlx::Connection;

use crate::disk::Disk;
use crate::given::{DESK, ask, begin, cash, euro, open, see, tool, verify};
use crate::rounds::{Dice, left_out, rounds};

/// Tells the other process where to record, and whether to do it the careless way.
const RECORD: &str = "GROAT_TEST_RECORD_UNTIL_CUT";
const CARELESS: &str = "GROAT_TEST_RECORD_CARELESSLY";

/// So many cuts on one disk, before it is made anew: verifying is not what is tested here.
const CUTS_A_DISK: u64 = 8;

/// What was acknowledged: gifts by their place with amount and whether they were seen.
type Acknowledged = BTreeMap<u64, (i64, bool)>;

fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    // Nobody listens any more once the disk was cut off.
    let _ = writeln!(out, "\nacknowledged {words}").and_then(|()| out.flush());
}

/// Not a test by itself: what the other process does until its disk is gone.
#[tokio::test]
async fn record_until_cut() {
    let Some(folder) = std::env::var_os(RECORD) else { return };
    let folder = Path::new(&folder);
    match std::env::var_os(CARELESS) {
        Some(_) => record_carelessly(folder).await,
        None => record(folder).await,
    }
    // The disk refused. Whatever comes now was not acknowledged.
    std::thread::sleep(Duration::from_secs(600));
}

async fn record(folder: &Path) {
    let Ok(books) = open(folder).await else { return };
    let drive = match books.drives().await.unwrap().first() {
        Some((drive, _)) => drive.id,
        None => begin(&books).await,
    };
    for minor in 1.. {
        let Ok(asked) = ask(&books, drive, Some(minor)).await else { return };
        say(&format!("{} {minor}", asked.id.seq));
        if minor % 2 == 0 {
            // An act that fails here ends this process, and so does no harm.
            see(&books, asked.id).await;
            say(&format!("{} {minor} seen", asked.id.seq));
        }
        let Ok(cash) = cash(&books, drive, minor).await else { return };
        say(&format!("{} {minor}", cash.id.seq));
    }
}

/// The same file, key and log, but nobody waits for the disk.
async fn record_carelessly(folder: &Path) {
    let mut careless = tool(folder).await;
    let settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL";
    if sqlx::raw_sql(settings).execute(&mut careless).await.is_err() {
        return;
    }
    let last = "SELECT coalesce(max(CAST(name AS INTEGER)), 0) FROM preference";
    let last: i64 = sqlx::query_scalar(last).fetch_one(&mut careless).await.unwrap();
    for row in last + 1.. {
        let insert = "INSERT INTO preference (name, value) VALUES (?, 'kept')";
        let done = sqlx::query(insert).bind(row.to_string()).execute(&mut careless).await;
        if done.is_err() {
            return;
        }
        say(&format!("{row} 1"));
    }
}

fn recording(folder: &Path, careless: bool) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["cuts::record_until_cut", "--exact", "--nocapture", "--test-threads=1"]);
    command.env(RECORD, folder).stdout(Stdio::piped()).stderr(Stdio::null());
    if careless {
        command.env(CARELESS, "yes");
    }
    command.spawn().unwrap()
}

/// Lets another process record for a while after its first word, cuts the disk off, and adds what
/// was heard until then.
fn record_and_cut(
    disk: &mut Disk,
    writes_for: Duration,
    careless: bool,
    acknowledged: &mut Acknowledged,
) {
    let mut other = recording(&disk.path(), careless);
    let heard = Arc::new(Mutex::new(Vec::new()));
    let out = BufReader::new(other.stdout.take().unwrap());
    let hearing = Arc::clone(&heard);
    let listener = std::thread::spawn(move || {
        for line in out.lines().map_while(Result::ok) {
            if let Some(words) = line.strip_prefix("acknowledged ") {
                hearing.lock().unwrap().push(words.to_owned());
            }
        }
    });
    while heard.lock().unwrap().is_empty() {
        assert!(other.try_wait().unwrap().is_none(), "the other process ended");
        std::thread::sleep(Duration::from_millis(1));
    }
    std::thread::sleep(writes_for);
    let before = heard.lock().unwrap().clone();
    disk.cut();
    other.kill().unwrap();
    other.wait().unwrap();
    listener.join().unwrap();
    for words in before {
        let words: Vec<&str> = words.split(' ').collect();
        let gift = (words[1].parse().unwrap(), words.len() > 2);
        acknowledged.insert(words[0].parse().unwrap(), gift);
    }
    disk.unmount();
    assert!(disk.mount(), "the disk does not come back");
}

/// How many gifts are not there as they were acknowledged.
async fn lost(folder: &Path, acknowledged: &Acknowledged) -> usize {
    let books = open(folder).await.unwrap();
    let mut lost = 0;
    for (&seq, &(minor, seen)) in acknowledged {
        let found = books.gift(GiftId { desk: DESK, seq }).await.unwrap();
        let there = found.is_some_and(|gift| {
            gift.amount == Some(euro(minor)) && (!seen || gift.state == GiftState::Promised)
        });
        lost += usize::from(!there);
    }
    let verified = verify(&books).await;
    books.close().await;
    assert_eq!(verified.troubles, []);
    lost
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_by_a_power_cut() {
    let mut dice = Dice::new();
    let wanted = rounds(24, 1_000);
    let (mut cuts, mut gifts) = (0, 0);
    while cuts < wanted {
        let Some(mut disk) = Disk::new(64) else {
            return left_out(wanted, "power cuts need root and loop devices");
        };
        let mut acknowledged = Acknowledged::new();
        for _ in 0..CUTS_A_DISK.min(wanted - cuts) {
            let writes_for = dice.between(Duration::from_millis(1), Duration::from_millis(400));
            record_and_cut(&mut disk, writes_for, false, &mut acknowledged);
            cuts += 1;
            assert_eq!(lost(&disk.path(), &acknowledged).await, 0, "{}, cut {cuts}", dice.seed);
        }
        gifts += acknowledged.len();
        disk.unmount();
    }
    dice.told(&format!("{cuts} power cuts, {gifts} gifts acknowledged, 0 lost"));
    assert!(gifts > 100, "too little was recorded to prove anything");
}

/// The same cut must see a loss where nobody waits for the disk, or it proves nothing.
#[tokio::test]
async fn the_same_cut_takes_rows_away_from_a_careless_writer() {
    let mut dice = Dice::new();
    let wanted = rounds(4, 40);
    let (mut rows, mut lost, mut with_a_loss) = (0, 0, 0);
    for _ in 0..wanted {
        let Some(mut disk) = Disk::new(64) else {
            return left_out(wanted, "power cuts need root and loop devices");
        };
        open(&disk.path()).await.unwrap().close().await;
        let mut acknowledged = Acknowledged::new();
        let writes_for = dice.between(Duration::from_millis(100), Duration::from_millis(400));
        record_and_cut(&mut disk, writes_for, true, &mut acknowledged);
        let mut found = tool(&disk.path()).await;
        let kept = sqlx::query_scalar::<_, i64>("SELECT count(*) FROM preference");
        let kept = usize::try_from(kept.fetch_one(&mut found).await.unwrap()).unwrap();
        found.close().await.unwrap();
        let gone = acknowledged.len().saturating_sub(kept);
        (rows, lost) = (rows + acknowledged.len(), lost + gone);
        with_a_loss += u64::from(gone > 0);
        disk.unmount();
    }
    dice.told(&format!(
        "{wanted} cuts of a careless writer: {with_a_loss} with a loss, {lost} of {rows} rows lost"
    ));
    assert!(lost > 0, "the cut takes nothing away from anybody");
}
