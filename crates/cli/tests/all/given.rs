//! What the tests start from: a folder for books, and the program run on them.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub const IBAN: &str = "DE89370400440532013000";

/// A place of its own for one test.
pub struct Room {
    folder: TempDir,
}

/// One call that has ended.
#[derive(Debug)]
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// The one object a machine was answered.
    pub fn json(&self) -> Value {
        assert_eq!(self.out.lines().count(), 1, "{self:?}");
        serde_json::from_str(&self.out).unwrap()
    }

    pub fn succeeded(self) -> Run {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{self:?}");
        self
    }
}

impl Room {
    pub fn new() -> Room {
        Room { folder: tempfile::tempdir().unwrap() }
    }

    /// With an organisation and one open drive.
    pub fn with_drive() -> Room {
        let room = Room::new();
        room.groat(&[
            "init",
            "--name",
            "Lichtblick",
            "--holder",
            "Lichtblick e.V.",
            "--iban",
            IBAN,
        ])
        .succeeded();
        room.groat(&["drive", "open", "Brunnen", "--purpose", "Neue Pumpe", "--goal", "20"])
            .succeeded();
        room
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn books(&self) -> PathBuf {
        self.path("books")
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_groat"));
        command.arg("--books").arg(self.books()).args(args).current_dir(self.folder.path());
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command.env("TZ", "UTC");
        command
    }

    pub fn groat(&self, args: &[&str]) -> Run {
        self.groat_with_input(args, b"")
    }

    pub fn json(&self, args: &[&str]) -> Value {
        self.groat(&[args, &["--json"]].concat()).succeeded().json()
    }

    pub fn groat_with_input(&self, args: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        let writing = std::thread::spawn(move || {
            // A program that reads nothing may be gone already.
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().unwrap();
        writing.join().unwrap();
        Run {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
