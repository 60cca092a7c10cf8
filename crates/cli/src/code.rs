//! Payment codes without books: JSON lines in and out, and pictures.

use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::ExitCode;

use groat_app::{Code as FaultCode, Fault};
use groat_phrases::{Id, Locale};
use groat_wire::codes::{self, Picture, picture};
use serde_json::{Value, json};

use crate::args::{Code, Format, Render};
use crate::terminal::{Ended, Terminal};

pub fn code(terminal: &mut Terminal, call: &Code) -> Ended {
    match call {
        Code::Encode => answer_lines(terminal, codes::encode),
        Code::Decode => answer_lines(terminal, codes::decode),
        Code::Reference => answer_lines(terminal, codes::reference),
        Code::Advise => answer_lines(terminal, codes::advise),
        Code::Render(args) => render(terminal, args),
    }
}

/// Answers every line with one line, also the ones that cannot be read. What was answered is
/// handed on whenever no further line waits, so that two programs can talk in turns.
fn answer_lines(terminal: &mut Terminal, answer: fn(&[u8], Locale) -> Value) -> Ended {
    let mut input = BufReader::with_capacity(1 << 16, io::stdin());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line).map_err(unreadable)? > 0 {
        terminal.row(&answer(line.trim_ascii(), terminal.locale()));
        line.clear();
        if input.buffer().is_empty() {
            terminal.flush();
        }
        if !terminal.is_heard() {
            break;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn render(terminal: &mut Terminal, args: &Render) -> Ended {
    let payload = match &args.payload {
        Some(payload) => payload.clone(),
        None => from_input()?,
    };
    let kind = match args.format {
        Format::Svg => Picture::Svg,
        Format::Png => Picture::Png,
        Format::Pdf => Picture::Pdf,
        Format::Text if args.output.is_none() && Terminal::is_screen() => Picture::ColouredText,
        Format::Text => Picture::Text,
    };
    let drawn = picture(&payload, kind, args.size)?;
    let is_text = matches!(args.format, Format::Svg | Format::Text);
    match &args.output {
        Some(file) => {
            std::fs::write(file, drawn).map_err(|error| not_written(file, error))?;
            let file = file.display().to_string();
            terminal.say(Id::CodeDrawn, &[("file", file.as_str().into())]);
            terminal.answer(&json!({ "saved": file }));
        }
        None if is_text && terminal.is_json() => {
            terminal.answer(&json!({ "picture": String::from_utf8_lossy(&drawn) }));
        }
        None if !is_text && (terminal.is_json() || Terminal::is_screen()) => {
            return Err(Fault::new(FaultCode::ArgumentsMalformed).with("detail", "--output"));
        }
        None => terminal.write(&drawn),
    }
    Ok(ExitCode::SUCCESS)
}

/// The line end that other programs put behind a text is no part of a code.
fn from_input() -> Result<String, Fault> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).map_err(unreadable)?;
    let end = if text.ends_with("\r\n") { 2 } else { usize::from(text.ends_with('\n')) };
    text.truncate(text.len() - end);
    Ok(text)
}

fn unreadable(error: io::Error) -> Fault {
    Fault::new(FaultCode::ArgumentsMalformed).with("detail", error.to_string()).because(error)
}

fn not_written(file: &Path, error: io::Error) -> Fault {
    Fault::new(FaultCode::FileNotWritten)
        .with("path", file.display().to_string())
        .with("detail", error.to_string())
        .because(error)
}
