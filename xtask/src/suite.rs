//! `cargo xtask test`, `check` and `soak`: every test there is, in the order in which they fail fastest.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::report::{Count, Report};
use crate::shell::{cargo, npm, read, run, target};
use crate::{Outcome, generate, machine, pages, rivals, tidy};

/// The packages of every step of the tests: one choice, so that nothing is built twice. The benches
/// stay out; they need the libraries of the rivals.
const ALL: &[&str] = &["--workspace", "--exclude", "groat-bench"];

const WINDOW_TESTS: &str = "groat-end-to-end";

/// Runs everything a change needs.
pub fn test() -> Outcome<()> {
    let mut report = Report::new();
    prepare(&mut report)?;
    quick(&mut report);
    report.step("tests of the pages", page_tests);
    let tests = build_tests(&mut report)?;
    report.step("tests of the crates", || {
        // The reader is among the packages provided above: its half of a test is not left out.
        let surroundings = [("GROAT_ZBARIMG", "1".to_owned())];
        run_tests(tests.iter().filter(|test| test.package != WINDOW_TESTS), &surroundings)
    });
    report.step("examples in the docs", doc_tests);
    report.step("tests of the real window", || {
        let program = target().join("debug/groat-desktop");
        let terminal = target().join("debug/groat");
        let surroundings = [
            ("GROAT_DESKTOP", program.display().to_string()),
            ("GROAT_TERMINAL", terminal.display().to_string()),
            // One screen at a time: two windows under test would fight for two cores.
            ("RUST_TEST_THREADS", "1".to_owned()),
        ];
        run_tests(tests.iter().filter(|test| test.package == WINDOW_TESTS), &surroundings)
    });
    println!("\nPictures of the real window: {}", target().join("pictures").display());
    report.end()
}

/// Runs the quick part.
pub fn check() -> Outcome<()> {
    let mut report = Report::new();
    prepare(&mut report)?;
    quick(&mut report);
    report.end()
}

/// What breaks only now and then, by the names of its tests: kills, power cuts, full disks, damaged
/// and tampered books, crowds, exits. RELIABILITY.md says what each of them shows.
const RELIABILITY: &[&str] = &[
    "kill::",
    "days::",
    "cuts::",
    "full::",
    "formats::",
    "damage::",
    "tampering::",
    "verifier::",
    "silence::",
    "together::",
    "exits::",
];

/// Runs the crates' tests with many more cases, optimised; or only what RELIABILITY.md names.
pub fn soak(only_reliability: bool) -> Outcome<()> {
    let mut report = Report::new();
    report.prepare("packages of the second verifier", || {
        rivals::provide_verifier();
        Ok(())
    })?;
    report.step("kills, cuts, damage and crowds by the thousand", || {
        // What passed speaks too: its seed and its counts are what a soak is for.
        let mut command = cargo(&["test", "--release", "--no-fail-fast", "--test", "all", "--"]);
        command.args(RELIABILITY).arg("--show-output");
        command.env("GROAT_SOAK", "1").env("GROAT_PYTHON", rivals::verifier_python());
        counted(&mut command)
    });
    if !only_reliability {
        report.step("tests of the crates, 20,000 cases each", || {
            let mut command = cargo(&["test", "--release", "--no-fail-fast", "--"]);
            for tests in RELIABILITY {
                command.args(["--skip", tests]);
            }
            counted(command.env("PROPTEST_CASES", "20000").env("GROAT_SOAK", "1"))
        });
    }
    println!("\nWhat this machine could not try is counted as skipped: \"left out\" says why.");
    report.end()
}

fn prepare(report: &mut Report) -> Outcome<()> {
    report.prepare("packages of the system", || {
        machine::provide(machine::TO_BUILD)?;
        machine::provide(machine::TO_TEST)
    })?;
    report.prepare("pages", || {
        pages::provide()?;
        pages::build()
    })
}

fn quick(report: &mut Report) {
    report.check("form of the code", || run(&mut cargo(&["fmt", "--all", "--check"])));
    report.step("house rules", tidy::check);
    report.check("lints", || {
        run(&mut cargo(&[
            "clippy",
            "--quiet",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ]))
    });
    report.check("generated files", generate::check);
    report.check("types of the pages", || run(&mut npm(&["run", "--silent", "check"])));
}

fn page_tests() -> Outcome<Count> {
    let file = target().join("page-tests.json");
    let out = format!("--outputFile={}", file.display());
    let ended =
        run(&mut npm(&["test", "--silent", "--", "--reporter=default", "--reporter=json", &out]));
    let told: Value =
        serde_json::from_str(&fs::read_to_string(&file).map_err(|_| "no tests ran")?)?;
    let number = |key: &str| told.get(key).and_then(Value::as_u64).unwrap_or(0);
    let mut count = Count {
        passed: number("numPassedTests"),
        failed: number("numFailedTests"),
        skipped: number("numPendingTests"),
    };
    // A file that does not even load has no failed tests.
    if ended.is_err() && count.failed == 0 {
        count.failed = 1;
    }
    fs::remove_file(&file)?;
    Ok(count)
}

/// A built program of tests.
struct Tests {
    package: String,
    name: String,
    program: PathBuf,
    folder: PathBuf,
}

fn build_tests(report: &mut Report) -> Outcome<Vec<Tests>> {
    let mut tests = Vec::new();
    report.prepare("build", || {
        run(cargo(&["build", "--all-targets"]).args(ALL))?;
        let told =
            read(cargo(&["test", "--no-run", "--quiet", "--message-format=json"]).args(ALL))?;
        tests =
            told.lines().filter_map(|line| one_built(&serde_json::from_str(line).ok()?)).collect();
        Ok(())
    })?;
    tests.sort_by(|a, b| (&a.package, &a.name).cmp(&(&b.package, &b.name)));
    Ok(tests)
}

/// Reads one of cargo's messages: a program of tests has both a program and the test profile.
fn one_built(message: &Value) -> Option<Tests> {
    if !message.pointer("/profile/test")?.as_bool()? {
        return None;
    }
    let folder = PathBuf::from(message.get("manifest_path")?.as_str()?).parent()?.to_owned();
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
    let package = manifest.lines().find_map(|line| line.strip_prefix("name = "))?;
    Some(Tests {
        package: package.trim_matches('"').to_owned(),
        name: message.pointer("/target/name")?.as_str()?.to_owned(),
        program: message.get("executable")?.as_str()?.into(),
        folder,
    })
}

fn run_tests<'a>(
    tests: impl Iterator<Item = &'a Tests>,
    surroundings: &[(&str, String)],
) -> Outcome<Count> {
    let mut whole = Count::default();
    for test in tests {
        println!("-- {} {}", test.package, test.name);
        let mut command = Command::new(&test.program);
        command.current_dir(&test.folder).env("CARGO_MANIFEST_DIR", &test.folder);
        command.envs(surroundings.iter().map(|(name, value)| (name, value)));
        whole.add(counted(&mut command)?);
    }
    Ok(whole)
}

fn doc_tests() -> Outcome<Count> {
    counted(cargo(&["test", "--doc", "--quiet", "--no-fail-fast"]).args(ALL))
}

/// Runs tests, lets them speak and counts what they say.
fn counted(command: &mut Command) -> Outcome<Count> {
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut count = Count::default();
    let mut lines = child.stdout.take().map(BufReader::new).ok_or("no output")?;
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        print!("{text}");
        if let Some(told) = told(text.trim_end()) {
            count.add(told);
        }
        line.clear();
    }
    // A program that ends badly without a failed test has crashed, or was not built.
    if !child.wait()?.success() && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

/// Reads `test result: ok. 12 passed; 0 failed; 1 ignored; …`, and `left out: 1000 (why)` of a test
/// that this machine cannot try.
fn told(line: &str) -> Option<Count> {
    if let Some(left_out) = line.strip_prefix("left out: ") {
        let skipped = left_out.split(' ').next()?.parse().ok()?;
        return Some(Count { skipped, ..Count::default() });
    }
    let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut count = Count::default();
    for part in numbers.split("; ") {
        match part.split_once(' ')? {
            (number, "passed") => count.passed = number.parse().ok()?,
            (number, "failed") => count.failed = number.parse().ok()?,
            (number, "ignored") => count.skipped = number.parse().ok()?,
            _ => {}
        }
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_what_the_tests_say() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(told(line), Some(Count { passed: 12, failed: 2, skipped: 1 }));
        let line = "left out: 1000 (power cuts need root)";
        assert_eq!(told(line), Some(Count { skipped: 1000, ..Count::default() }));
        assert_eq!(told("running 3 tests"), None);
    }
}
