//! An instant without a zone: `2026-12-31T23:59:59`, in the code `261231235959`.

use crate::{Field, Flaw, Refusal, Request};

const COMPACT_LENGTH: usize = 12;

/// Turns `2026-12-31T23:59:59` into `261231235959`; seconds may be missing, and the whole time where
/// a day alone stands for `midnight`, the one it begins or ends with.
///
/// # Errors
/// [`Flaw::NotADay`], also for years outside 2000 to 2099.
pub(super) fn compact(field: Field, text: &str, midnight: &str) -> Result<String, Refusal> {
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, midnight));
    let refuse = || Refusal::new(field, Flaw::NotADay { found: text.to_owned() });
    Request::new().with(field, day).day(field).map_err(|_| refuse())?;
    let time = if time.len() == 5 { format!("{time}:00") } else { time.to_owned() };
    if !is_time(&time) {
        return Err(refuse());
    }
    let day = day.strip_prefix("20").ok_or_else(refuse)?;
    Ok(format!("{day}{time}").replace(['-', ':'], ""))
}

/// Turns `261231235959` into `2026-12-31T23:59:59`.
///
/// # Errors
/// [`Flaw::NotADay`].
pub(super) fn iso(field: Field, text: &str) -> Result<String, Refusal> {
    let part = |at| text.get(at..at + 2).unwrap_or_default();
    let day = format!("20{}-{}-{}", part(0), part(2), part(4));
    let whole = format!("{day}T{}:{}:{}", part(6), part(8), part(10));
    match compact(field, &whole, "") {
        Ok(compact) if text.len() == COMPACT_LENGTH && compact == text => Ok(whole),
        _ => Err(Refusal::new(field, Flaw::NotADay { found: text.to_owned() })),
    }
}

/// Tells whether a text is a time of the day, `23:59:59`.
fn is_time(text: &str) -> bool {
    let figures = |part: &str| {
        let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u8>().ok().filter(|_| digits)
    };
    let parts: Option<Vec<u8>> = text.split(':').map(figures).collect();
    matches!(parts.as_deref(), Some([0..=23, 0..=59, 0..=59]))
}
