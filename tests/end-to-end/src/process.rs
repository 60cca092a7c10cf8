//! Programs that a test starts, and ends by their own ids.

use std::fs;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::Outcome;

/// A running program that ends with the test.
pub struct Process(Child);

impl Process {
    /// Starts a program; says which one is missing when it is.
    pub fn start(command: &mut Command) -> Outcome<Self> {
        let child = command
            .spawn()
            .map_err(|error| format!("{:?} does not start: {error}", command.get_program()))?;
        Ok(Self(child))
    }

    /// The id of the program's process.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// The pipe from the program's standard output, once.
    pub fn output(&mut self) -> Outcome<std::process::ChildStdout> {
        let name = "the program has no pipe to its standard output";
        self.0.stdout.take().ok_or_else(|| name.into())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs a program to its end and gives what it wrote on standard output.
pub fn run(command: &mut Command) -> Outcome<Vec<u8>> {
    let output = command
        .output()
        .map_err(|error| format!("{:?} does not start: {error}", command.get_program()))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!("{command:?} ended with {}: {complaint}", output.status).into())
}

/// Sends a signal, named as `kill` names it.
pub fn signal(process: u32, name: &str) -> Outcome<()> {
    run(Command::new("kill").arg(format!("-{name}")).arg(process.to_string())).map(drop)
}

/// Waits until a process that is not ours to wait for has ended.
pub fn wait_for_end(process: u32, patience: Duration) -> Outcome<()> {
    let start = Instant::now();
    while start.elapsed() < patience {
        match state(process) {
            None | Some('Z') => return Ok(()),
            Some(_) => thread::sleep(Duration::from_millis(20)),
        }
    }
    Err(format!("process {process} still runs after {} s", patience.as_secs()).into())
}

/// The processes that `parent` started and that are called `name`.
pub fn children(parent: u32, name: &str) -> Outcome<Vec<u32>> {
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        let Some(process) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // A process may end between listing and reading.
        let Some(stat) = stat(process) else { continue };
        // The kernel cuts the name after 15 bytes.
        if stat.parent == parent && name.starts_with(&stat.name) {
            found.push(process);
        }
    }
    Ok(found)
}

/// When a process began, since the machine started; the kernel counts in hundredths of a second.
pub fn began(process: u32) -> Outcome<Duration> {
    let stat = stat(process).ok_or("the process is gone")?;
    Ok(Duration::from_millis(10 * stat.began))
}

struct Stat {
    name: String,
    state: char,
    parent: u32,
    /// In hundredths of a second (`USER_HZ`, which is 100 on every Linux we build for).
    began: u64,
}

fn state(process: u32) -> Option<char> {
    stat(process).map(|stat| stat.state)
}

/// Reads `pid (name) state parent …`.
fn stat(process: u32) -> Option<Stat> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (before, after) = text.rsplit_once(") ")?;
    let mut words = after.split(' ');
    Some(Stat {
        name: before.split_once('(')?.1.to_owned(),
        state: words.next()?.chars().next()?,
        parent: words.next()?.parse().ok()?,
        // The 22nd word of the line; the pid, the name and the two above are read already.
        began: words.nth(17)?.parse().ok()?,
    })
}
