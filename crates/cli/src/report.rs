//! Where a drive stands: by state, the way to the goal, the last gifts.

use groat_app::{Account, App, DriveStanding, Fault, GiftSearch, Ids, local};
use groat_phrases::{Id, format, shown};
use groat_wire::views::{CorrectionReason, GiftState, GiftView, StandingView};
use serde_json::{Value, json};

use crate::args::OfDrive;
use crate::desk::drive_view;
use crate::table::{Lean, lay_out};
use crate::terminal::Terminal;

/// How many gifts a report lists.
const LAST_GIFTS: u32 = 10;

/// How many signs the way to a goal is drawn in.
const BAR: u16 = 40;

pub async fn report(terminal: &mut Terminal, app: &App, of: &OfDrive) -> Result<Value, Fault> {
    let found = app.find_drive(of.drive.as_deref()).await?;
    let page = app.gifts(found.drive.id, &GiftSearch::default(), LAST_GIFTS, 0).await?;
    let organisation = app.organisation().await?.map(|organisation| organisation.name);
    let name = organisation.as_deref().unwrap_or_default();
    terminal.say(
        Id::ReportHeading,
        &[("drive", found.texts.name.as_str().into()), ("organisation", name.into())],
    );
    terminal.line(&shown(&found.texts.purpose));
    terminal.line("");
    sums(terminal, &found);
    terminal.line("");
    goal(terminal, &found);
    terminal.line("");
    let accounts = app.accounts().await?;
    let mut rows = vec![headings(terminal)];
    for gift in &page.gifts {
        let at = format::date_time(terminal.locale(), local(gift.at));
        let amount = gift.amount.map(|amount| format::money(terminal.locale(), amount));
        let view = GiftView::of(gift, &app.ids());
        let way = way(terminal, &view, &accounts, &app.ids());
        rows.push(row(terminal, &view, [at, way], amount));
    }
    if page.gifts.is_empty() {
        terminal.say(Id::ReportEmpty, &[]);
    } else {
        terminal.say(Id::ReportLast, &[("count", page.gifts.len().into())]);
        let leans =
            [Lean::Right, Lean::Left, Lean::Right, Lean::Left, Lean::Left, Lean::Left, Lean::Left];
        for line in lay_out(leans, &rows) {
            terminal.line(&format!("  {line}"));
        }
    }
    let view = drive_view(app, &found).await?;
    let last: Vec<GiftView> =
        page.gifts.iter().map(|gift| GiftView::of(gift, &app.ids())).collect();
    Ok(json!({ "organisation": organisation, "drive": view, "last": last }))
}

/// Every state with its own sum; never one number for all.
fn sums(terminal: &mut Terminal, found: &DriveStanding) {
    let standing = &found.standing;
    let states = [
        (Id::ReportInHand, &standing.in_hand),
        (Id::ReportPromised, &standing.promised),
        (Id::ReportAsked, &standing.asked),
    ];
    for (id, state) in states {
        terminal.say(id, &[("count", state.count.into()), ("sum", state.sum.into())]);
        if state.open > 0 {
            let text = terminal.sentence(Id::ReportWithoutAmount, &[("count", state.open.into())]);
            terminal.line(&format!("  {text}"));
        }
    }
    terminal.say(Id::ReportCorrected, &[("count", standing.corrected.count.into())]);
}

fn goal(terminal: &mut Terminal, found: &DriveStanding) {
    let standing = &found.standing;
    let view = StandingView::from(standing);
    let (Some(goal), Some(missing), Some(share)) =
        (standing.goal, standing.missing(), view.filled_share)
    else {
        terminal.say(Id::ReportNoGoal, &[]);
        return;
    };
    match share {
        1000.. => terminal.say(Id::ReportGoalReached, &[("goal", goal.into())]),
        _ => terminal.say(Id::ReportGoal, &[("goal", goal.into()), ("missing", missing.into())]),
    }
    terminal.line(&bar(share, view.promised_share.unwrap_or(0)));
}

/// What is in hand is solid, what is promised hatched; both in per mille of the goal. Anything at
/// all shows as one sign.
fn bar(filled: u16, promised: u16) -> String {
    let signs = |share: u16| (share * BAR / 1000).max(u16::from(share > 0));
    let filled = signs(filled);
    let promised = signs(promised).min(BAR - filled);
    let part = |sign: &str, count: u16| sign.repeat(usize::from(count));
    [part("█", filled), part("▒", promised), part("·", BAR - filled - promised)].concat()
}

fn headings(terminal: &Terminal) -> [String; 7] {
    let ids = [Id::Gift, Id::When, Id::Amount, Id::State, Id::Rail, Id::Number];
    let [gift, when, amount, state, rail, number] = ids.map(|id| terminal.sentence(id, &[]));
    [gift, when, amount, state, rail, number, String::new()]
}

/// How a gift comes: what people call the codes of its account, or cash.
fn way(terminal: &Terminal, gift: &GiftView, accounts: &[Account], ids: &Ids) -> String {
    let named = |account: &&Account| Some(ids.text(&account.id())) == gift.account;
    let account = accounts.iter().find(named);
    match account {
        Some(account) => format::code_name(terminal.locale(), account.standard().name()),
        None => terminal.sentence(Id::RailCash, &[]),
    }
}

fn row(
    terminal: &Terminal,
    gift: &GiftView,
    [at, way]: [String; 2],
    amount: Option<String>,
) -> [String; 7] {
    let word = |id| terminal.sentence(id, &[]);
    let state = match gift.state {
        GiftState::Asked => Id::StateAsked,
        GiftState::Promised => Id::StatePromised,
        GiftState::InHand => Id::StateInHand,
        GiftState::Corrected => Id::StateCorrected,
    };
    let reason = gift.reason.map(|reason| match reason {
        CorrectionReason::Mistake => Id::ReasonMistake,
        CorrectionReason::NotGiven => Id::ReasonNotGiven,
    });
    [
        gift.id.clone(),
        at,
        amount.unwrap_or_else(|| word(Id::AnyAmount)),
        word(state),
        way,
        gift.number.clone().unwrap_or_default(),
        reason.map(word).unwrap_or_default(),
    ]
}
