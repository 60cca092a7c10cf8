//! What `groat` prints, and where: sentences or one JSON object on standard output, faults of
//! people's calls and progress on standard error.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::process::ExitCode;

use groat_app::{Code, Fault};
use groat_phrases::{Arg, Id, Locale, sentence};
use groat_wire::{codes, exit_status, fault_view};
use serde_json::Value;

/// How many entries make work long enough to show progress.
const LONG_WORK: u64 = 20_000;

/// How a call ends: a fault, or a status of its own.
pub type Ended = Result<ExitCode, Fault>;

/// The standard streams and the language of one call.
pub struct Terminal {
    locale: Locale,
    json: bool,
    out: BufWriter<StdoutLock<'static>>,
    /// The first thing that could not be written. A reader that went away is no failure.
    failed: Option<io::Error>,
    margin: &'static str,
}

impl Terminal {
    /// Opens the streams of this process.
    pub fn open(locale: Locale, json: bool) -> Terminal {
        let out = BufWriter::new(io::stdout().lock());
        Terminal { locale, json, out, failed: None, margin: "" }
    }

    /// The language spoken.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether answers are for machines.
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// Whether standard output is a terminal, where colours can be seen.
    pub fn is_screen() -> bool {
        io::stdout().is_terminal()
    }

    /// Puts all lines that follow to the right of a margin.
    pub fn set_margin(&mut self, margin: &'static str) {
        self.margin = margin;
    }

    /// Returns a sentence.
    pub fn sentence(&self, id: Id, args: &[(&str, Arg<'_>)]) -> String {
        sentence(self.locale, id, args)
    }

    /// Says a sentence to a person.
    pub fn say(&mut self, id: Id, args: &[(&str, Arg<'_>)]) {
        let text = self.sentence(id, args);
        self.line(&text);
    }

    /// Shows a line to a person.
    pub fn line(&mut self, text: &str) {
        if !self.json {
            let margin = if text.is_empty() { "" } else { self.margin };
            self.write(format!("{margin}{text}\n").as_bytes());
        }
    }

    /// Shows several lines to a person.
    pub fn lines(&mut self, text: &str) {
        text.lines().for_each(|line| self.line(line));
    }

    /// Answers a machine.
    pub fn answer(&mut self, value: &Value) {
        if self.json {
            self.row(value);
        }
    }

    /// Writes a JSON object on a line of its own, whoever reads.
    pub fn row(&mut self, value: &Value) {
        self.write(format!("{value}\n").as_bytes());
    }

    /// Writes bytes as they are, whoever reads.
    pub fn write(&mut self, bytes: &[u8]) {
        if self.failed.is_none() {
            self.failed = self.out.write_all(bytes).err();
        }
    }

    /// Hands on what was written so far.
    pub fn flush(&mut self) {
        if self.failed.is_none() {
            self.failed = self.out.flush().err();
        }
    }

    /// Whether what is written still arrives anywhere.
    pub fn is_heard(&self) -> bool {
        self.failed.is_none()
    }

    /// Ends the call: tells a fault, hands on what was written and answers the exit status.
    pub fn end(mut self, ended: Ended) -> ExitCode {
        let status = match ended {
            Ok(status) => status,
            Err(fault) => self.tell(&fault),
        };
        self.flush();
        match self.failed {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let fault = Fault::new(Code::FileNotWritten)
                    .with("path", "-")
                    .with("detail", error.to_string());
                let view = fault_view(&fault, self.locale);
                complain(&view.message);
                ExitCode::FAILURE
            }
            _ => status,
        }
    }

    fn tell(&mut self, fault: &Fault) -> ExitCode {
        if self.json {
            self.row(&codes::fault_json(fault, self.locale));
        } else {
            self.flush();
            let view = fault_view(fault, self.locale);
            complain(&view.message);
            view.hint.iter().for_each(|hint| complain(hint));
        }
        ExitCode::from(exit_status(fault.code))
    }
}

/// Nobody can be told when standard error fails too.
fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Shows how far long work has come, where a person looks on.
pub fn progress(locale: Locale) -> impl FnMut(u64, u64) -> bool + Send {
    let watched = io::stderr().is_terminal();
    move |done, total| {
        if watched && total >= LONG_WORK {
            let text = sentence(locale, Id::VerifyProgress, &[("entries", done.into())]);
            let text = if done < total { text } else { String::new() };
            // The line is written over: back to its start, and what stands there erased (ECMA-48).
            let _ = write!(io::stderr(), "\r\u{1b}[K{text}");
            let _ = io::stderr().flush();
        }
        true
    }
}
