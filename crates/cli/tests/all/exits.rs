//! The program ends as it should, every time: a file that is still open when a process ends may
//! take it down in its last moment.

use std::time::Instant;

use crate::given::Room;

/// So many with every change, and in a soak.
fn exits() -> usize {
    if std::env::var_os("GROAT_SOAK").is_some() { 5_000 } else { 300 }
}

#[test]
fn every_exit_is_clean_after_reading_writing_and_refusing() {
    let begun = Instant::now();
    let room = Room::with_drive();
    let calls: [(&[&str], i32); 6] = [
        (&["record", "cash", "2.50"], 0),
        (&["report"], 0),
        (&["drive", "list"], 0),
        (&["record", "seen", "9999"], 2),
        (&["ask", "5"], 0),
        (&["account", "list"], 0),
    ];
    let mut ended = std::collections::BTreeMap::new();
    for exit in 0..exits() {
        let (call, expected) = calls[exit % calls.len()];
        // A signal leaves no code.
        let status = room.command(call).output().unwrap().status.code();
        *ended.entry(status).or_insert(0) += 1;
        assert_eq!(status, Some(expected), "exit {exit} of {call:?}");
    }
    let books = room.json(&["verify"]);
    assert_eq!(books["holds"], true);
    let seconds = begun.elapsed().as_secs_f32();
    println!("{} exits by code: {ended:?}, 0 unclean; {seconds:.1} s", exits());
}
