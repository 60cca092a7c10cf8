//! The auditor's acts: prove, fold anew, export.

use std::path::Path;
use std::process::ExitCode;

use groat_app::{App, Checkpoint, CheckpointDigits, Code, Face, Fault, Surroundings};
use groat_phrases::Id;
use groat_wire::views::ExportView;
use groat_wire::{exit_status, trouble as trouble_told};
use serde_json::{Value, json};

use crate::args::{Export, Verify};
use crate::signing_in::Caller;
use crate::terminal::{Terminal, progress};

/// What a proof found.
pub struct Proof {
    /// For machines.
    pub answer: Value,
    holds: bool,
}

impl Proof {
    /// Books that do not hold end the call as damaged books do.
    pub fn status(&self) -> ExitCode {
        match self.holds {
            true => ExitCode::SUCCESS,
            false => ExitCode::from(exit_status(Code::BooksDamaged)),
        }
    }
}

pub async fn verify(terminal: &mut Terminal, app: &App, args: &Verify) -> Result<Proof, Fault> {
    let paper = args.against.as_deref().map(from_paper).transpose()?;
    let verified = app.verify(&mut progress(terminal.locale())).await?;
    let mut troubles = Vec::new();
    for trouble in &verified.troubles {
        let (kind, message) = trouble_told(trouble, terminal.locale());
        troubles.push(json!({ "kind": kind, "message": message }));
    }
    let holds = troubles.is_empty() && !verified.stopped;
    if holds {
        let unsigned = verified.entries - verified.signed;
        terminal.say(Id::VerifyChainHolds, &[("entries", verified.entries.into())]);
        if unsigned > 0 {
            terminal.say(Id::VerifyUnsigned, &[("unsigned", unsigned.into())]);
        }
        terminal.say(Id::VerifyFoldAgrees, &[]);
        let digits = verified.checkpoint.digits().to_string();
        terminal.say(
            Id::VerifyCheckpoint,
            &[("entry", verified.checkpoint.seq.into()), ("digits", digits.into())],
        );
        terminal.say(Id::ProofNotCutOff, &[]);
        terminal.say(Id::ProofNotPromises, &[]);
    } else {
        terminal.say(Id::VerifyTroubles, &[("troubles", troubles.len().into())]);
        for trouble in &verified.troubles {
            let (_, message) = trouble_told(trouble, terminal.locale());
            terminal.line(&format!("  {message}"));
        }
    }
    if verified.stopped {
        terminal.say(Id::VerifyStopped, &[]);
    }
    let mut same_as_paper = None;
    if let Some((entry, digits)) = &paper {
        let same = app.checkpoint_holds(*entry, digits).await?;
        let id = if same { Id::VerifyAgainstHolds } else { Id::VerifyAgainstDiffers };
        terminal.say(id, &[("entry", (*entry).into())]);
        same_as_paper = Some(same);
    }
    let holds = holds && same_as_paper != Some(false);
    let answer = json!({
        "holds": holds,
        "same_as_paper": same_as_paper,
        "entries": verified.entries,
        "signed": verified.signed,
        "head": verified.checkpoint.hash.to_string(),
        "checkpoint": checkpoint(&verified.checkpoint),
        "troubles": troubles,
        "stopped": verified.stopped,
    });
    Ok(Proof { answer, holds })
}

/// Reads a checkpoint as it stands on paper: "812: 69076 74099 …".
fn from_paper(text: &str) -> Result<(u64, CheckpointDigits), Fault> {
    let malformed = || Fault::new(Code::CheckpointMalformed).with("found", text.to_owned());
    let (entry, digits) = text.split_once(':').ok_or_else(malformed)?;
    let entry = entry.trim().parse().map_err(|_| malformed())?;
    Ok((entry, CheckpointDigits::parse(digits).ok_or_else(malformed)?))
}

pub async fn backup(terminal: &mut Terminal, app: &App, file: &Path) -> Result<Value, Fault> {
    let made = app.back_up(file, &mut progress(terminal.locale())).await?;
    let shown = file.display().to_string();
    terminal
        .say(Id::BackupDone, &[("file", shown.as_str().into()), ("entries", made.entries.into())]);
    Ok(json!({
        "saved": shown,
        "entries": made.entries,
        "checkpoint": checkpoint(&made.checkpoint),
    }))
}

pub async fn restore(
    terminal: &mut Terminal,
    folder: &Path,
    file: &Path,
    caller: &Caller,
) -> Result<Value, Fault> {
    if folder.join("station.db").exists() {
        return Err(Fault::new(Code::BooksThere));
    }
    let secret = caller.passphrase()?;
    let surroundings = Surroundings::of(folder);
    let progress = &mut progress(terminal.locale());
    let restored = groat_app::restore(file, folder, &secret, &surroundings, progress).await?;
    // Opening puts the books in their place.
    App::open(folder.to_owned(), Face::Terminal).await?.close().await;
    let shown = folder.display().to_string();
    terminal.say(
        Id::RestoreDone,
        &[
            ("day", restored.made_on.as_str().into()),
            ("entries", restored.entries.into()),
            ("folder", shown.as_str().into()),
        ],
    );
    Ok(json!({
        "folder": shown,
        "made_on": restored.made_on,
        "entries": restored.entries,
        "checkpoint": checkpoint(&restored.checkpoint),
    }))
}

fn checkpoint(checkpoint: &Checkpoint) -> Value {
    json!({ "seq": checkpoint.seq, "digits": checkpoint.digits().to_string() })
}

pub async fn refold(terminal: &mut Terminal, app: &App) -> Result<Value, Fault> {
    let entries = app.refold(&mut progress(terminal.locale())).await?;
    terminal.say(Id::RefoldDone, &[("entries", entries.into())]);
    Ok(json!({ "entries": entries }))
}

pub async fn export(terminal: &mut Terminal, app: &App, args: &Export) -> Result<Value, Fault> {
    let found = app.find_drive(args.of.drive.as_deref()).await?;
    let gifts = app.export_csv(&found, &args.file).await?;
    let file = args.file.display().to_string();
    terminal.say(Id::ExportDone, &[("file", file.as_str().into()), ("gifts", gifts.into())]);
    let gifts = u32::try_from(gifts).unwrap_or(u32::MAX);
    Ok(json!(ExportView { saved: Some(file), gifts }))
}
