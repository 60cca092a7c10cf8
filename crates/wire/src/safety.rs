//! The commands that prove the books, save them, and bring them back.

use groat_app::{CheckpointDigits, Code, Fault, Surroundings, Trouble};
use groat_phrases::{Arg, Id, Locale, sentence};

use crate::acts::desk_read;
use crate::desk::{Desk, Host};
use crate::views::{
    BackupRestore, BackupView, CheckpointCompare, CheckpointView, CompareView, DeskView, Nothing,
    Progress, ProofView, Recover, count,
};

/// One thing that does not hold: a word for programs, a sentence for people.
#[must_use]
pub fn trouble(trouble: &Trouble, locale: Locale) -> (&'static str, String) {
    let detailed = |id, detail: String| sentence(locale, id, &[("detail", detail.into())]);
    match trouble {
        Trouble::Chain(found) => ("chain", detailed(Id::VerifyChainBroken, found.to_string())),
        Trouble::Contradiction(found) => {
            ("contradiction", detailed(Id::VerifyContradiction, found.to_string()))
        }
        Trouble::Fold { table, rows } => {
            let args = [("table", Arg::from(*table)), ("rows", (*rows).into())];
            ("fold", sentence(locale, Id::VerifyFoldDiffers, &args))
        }
        Trouble::Text { table } => ("text", detailed(Id::VerifyTextChanged, (*table).to_owned())),
        Trouble::File { what } => ("file", detailed(Id::VerifyFileDamaged, what.clone())),
        other => ("other", detailed(Id::VerifyContradiction, format!("{other:?}"))),
    }
}

pub(crate) async fn books_verify(
    desk: &Desk,
    host: &impl Host,
    _: Nothing,
) -> Result<ProofView, Fault> {
    desk.begin_long_work();
    let verified = desk.app.verify(&mut |done, total| shown(desk, host, done, total)).await?;
    if verified.stopped {
        return Err(Fault::new(Code::Stopped));
    }
    let locale = desk.locale();
    let troubles = verified.troubles.iter().map(|found| trouble(found, locale).1).collect();
    let not_proven = [Id::ProofNotCutOff, Id::ProofNotPromises];
    Ok(ProofView {
        entries: count(verified.entries),
        signed: count(verified.signed),
        unsigned: count(verified.entries - verified.signed),
        checkpoint: checkpoint(desk, verified.checkpoint).await?,
        troubles,
        not_proven: not_proven.iter().map(|id| sentence(locale, *id, &[])).collect(),
    })
}

pub(crate) async fn books_verify_stop(desk: &Desk, _: &impl Host, _: Nothing) -> Result<(), Fault> {
    desk.stop_long_work();
    Ok(())
}

pub(crate) async fn checkpoint_compare(
    desk: &Desk,
    _: &impl Host,
    args: CheckpointCompare,
) -> Result<CompareView, Fault> {
    let malformed = |field| {
        let found = format!("{}: {}", args.seq.trim(), args.digits.trim());
        Fault::new(Code::CheckpointMalformed).with("found", found).at(field)
    };
    let entry: u64 = args.seq.trim().parse().map_err(|_| malformed("seq"))?;
    let digits = CheckpointDigits::parse(&args.digits).ok_or_else(|| malformed("digits"))?;
    let holds = desk.app.checkpoint_holds(entry, &digits).await?;
    let id = if holds { Id::VerifyAgainstHolds } else { Id::VerifyAgainstDiffers };
    Ok(CompareView { holds, message: sentence(desk.locale(), id, &[("entry", entry.into())]) })
}

pub(crate) async fn backup_make(
    desk: &Desk,
    host: &impl Host,
    _: Nothing,
) -> Result<BackupView, Fault> {
    let now = desk.app.checkpoint(None).await?.ok_or_else(|| Fault::new(Code::NotSetUp))?;
    let suggested = desk.app.backup_name();
    let Some(path) = host.choose_save_path(&suggested).await else {
        let checkpoint = checkpoint(desk, now).await?;
        return Ok(BackupView { saved: None, entries: 0, checkpoint });
    };
    desk.begin_long_work();
    let made = desk.app.back_up(&path, &mut |done, total| shown(desk, host, done, total)).await?;
    let name = path.file_name().unwrap_or(path.as_os_str());
    Ok(BackupView {
        saved: Some(name.to_string_lossy().into_owned()),
        entries: count(made.entries),
        checkpoint: checkpoint(desk, made.checkpoint).await?,
    })
}

pub(crate) async fn backup_restore(
    desk: &Desk,
    host: &impl Host,
    args: BackupRestore,
) -> Result<DeskView, Fault> {
    if desk.app.organisation().await?.is_some() || !desk.app.people().await?.is_empty() {
        return Err(Fault::new(Code::BooksThere));
    }
    let Some(path) = host.choose_open_path("groat").await else {
        return desk_read(desk, host, Nothing {}).await;
    };
    desk.begin_long_work();
    let folder = desk.app.folder().to_owned();
    let surroundings = Surroundings::of(&folder);
    let progress = &mut |done, total| shown(desk, host, done, total);
    groat_app::restore(&path, &folder, &args.secret, &surroundings, progress).await?;
    // The empty desk is read once more; the shell opens the restored one in its place, and every
    // window reads anew.
    let view = desk_read(desk, host, Nothing {}).await;
    host.reopen();
    view
}

pub(crate) async fn recover(
    desk: &Desk,
    host: &impl Host,
    args: Recover,
) -> Result<DeskView, Fault> {
    let person = desk.app.person_id(&args.person)?;
    desk.app.recover(person, &args.sheet, &args.new).await?;
    desk_read(desk, host, Nothing {}).await
}

/// Shows how far long work has come, and tells whether it should go on.
fn shown(desk: &Desk, host: &impl Host, done: u64, total: u64) -> bool {
    host.progress(&Progress { done: count(done), total: count(total) });
    !desk.is_stopped()
}

async fn checkpoint(desk: &Desk, found: groat_app::Checkpoint) -> Result<CheckpointView, Fault> {
    let at = desk.app.written_at(found.seq).await?;
    Ok(CheckpointView {
        seq: count(found.seq),
        groups: found.digits().groups().to_vec(),
        at: at.map(|at| at.to_string()).unwrap_or_default(),
    })
}
