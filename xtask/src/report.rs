//! The course of a long command: headings, durations, and an honest count at the end.

use std::time::{Duration, Instant};

use crate::Outcome;

/// How many of something went well and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Went well.
    pub passed: u64,
    /// Did not.
    pub failed: u64,
    /// Were not tried.
    pub skipped: u64,
}

impl Count {
    /// One that went well.
    pub const ONE: Self = Self { passed: 1, failed: 0, skipped: 0 };

    /// Adds another count to this one.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Keeps the count over the steps of one command.
pub struct Report {
    start: Instant,
    count: Count,
    broken: Vec<String>,
}

impl Report {
    /// Begins a report.
    pub fn new() -> Self {
        Self { start: Instant::now(), count: Count::default(), broken: Vec::new() }
    }

    /// Runs a step that makes something ready and is not counted; later steps need it.
    pub fn prepare(&mut self, name: &str, step: impl FnOnce() -> Outcome<()>) -> Outcome<()> {
        heading(name);
        let start = Instant::now();
        let outcome = step();
        println!("-- {name}: {}", spoken(start.elapsed()));
        outcome.map_err(|error| format!("{name}: {error}").into())
    }

    /// Runs a step that counts by itself; one that breaks counts as one failure.
    pub fn step(&mut self, name: &str, step: impl FnOnce() -> Outcome<Count>) {
        heading(name);
        let start = Instant::now();
        let count = match step() {
            Ok(count) => count,
            Err(error) => {
                println!("{error}");
                Count { failed: 1, ..Count::default() }
            }
        };
        self.count.add(count);
        if count.failed > 0 {
            self.broken.push(name.to_owned());
        }
        let Count { passed, failed, .. } = count;
        println!("-- {name}: {passed} passed, {failed} failed, {}", spoken(start.elapsed()));
    }

    /// Runs a step that counts as one test.
    pub fn check(&mut self, name: &str, step: impl FnOnce() -> Outcome<()>) {
        self.step(name, || step().map(|()| Count::ONE));
    }

    /// Ends the report with the count; an error if anything failed.
    pub fn end(self) -> Outcome<()> {
        println!();
        println!("whole run: {}", spoken(self.start.elapsed()));
        for name in &self.broken {
            println!("failed: {name}");
        }
        let Count { passed, failed, skipped } = self.count;
        if skipped > 0 {
            println!("{skipped} skipped");
        }
        println!("{passed} passed, {failed} failed");
        if failed == 0 { Ok(()) } else { Err("not everything passed".into()) }
    }
}

fn heading(name: &str) {
    println!("\n== {name}");
}

fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds / 60 {
        0 => format!("{}.{} s", seconds, time.subsec_millis() / 100),
        minutes => format!("{minutes} min {} s", seconds % 60),
    }
}
