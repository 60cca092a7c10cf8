//! Texts as scanners and people hand them over: what stands around them, and their lines.

use crate::{Field, Finding, Oddity};

/// Takes off what stands before a text, and says so.
pub(super) fn begun(text: &str) -> (&str, Vec<Finding>) {
    let mut findings = Vec::new();
    let unmarked = text.trim_start_matches('\u{feff}');
    if unmarked.len() < text.len() {
        findings.push(Finding { field: Field::Payload, oddity: Oddity::ByteOrderMark });
    }
    let bare = unmarked.trim_start();
    if bare.len() < unmarked.len() {
        findings.push(Finding { field: Field::Payload, oddity: Oddity::BlanksAround });
    }
    (bare, findings)
}

/// Takes off what stands around a text of one line, and says so.
pub(super) fn bare(text: &str) -> (&str, Vec<Finding>) {
    let (text, mut findings) = begun(text);
    let bare = text.trim_end();
    let around = Finding { field: Field::Payload, oddity: Oddity::BlanksAround };
    if bare.len() < text.len() && !findings.contains(&around) {
        findings.push(around);
    }
    (bare, findings)
}

/// How the lines of a text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineEnds {
    /// Line feeds, or nothing in a text of one line.
    Feeds,
    /// Carriage returns with line feeds.
    Pairs,
    /// Carriage returns alone.
    Returns,
    /// Line feeds with and without carriage returns.
    Mixed,
}

/// The lines of a text; the last one is what follows the last line end.
pub(super) struct Lines<'a> {
    pub(super) all: Vec<&'a str>,
    pub(super) ends: LineEnds,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Lines<'a> {
        let (feeds, pairs) = (text.matches('\n').count(), text.matches("\r\n").count());
        let ends = match (feeds, pairs) {
            (0, _) if text.contains('\r') => LineEnds::Returns,
            (_, 0) => LineEnds::Feeds,
            _ if feeds == pairs => LineEnds::Pairs,
            _ => LineEnds::Mixed,
        };
        let all = match ends {
            LineEnds::Feeds => text.split('\n').collect(),
            LineEnds::Pairs => text.split("\r\n").collect(),
            LineEnds::Returns => text.split('\r').collect(),
            LineEnds::Mixed => {
                text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect()
            }
        };
        Lines { all, ends }
    }

    /// Returns a line, counted from one as the standards do; nothing where there is none.
    pub(super) fn line(&self, number: usize) -> &'a str {
        number.checked_sub(1).and_then(|at| self.all.get(at)).copied().unwrap_or_default()
    }

    /// Takes the empty lines at the end off, as far as the text has more lines than these, and
    /// returns how many they were.
    pub(super) fn cut_to(&mut self, least: usize) -> usize {
        let all = self.all.len();
        while self.all.len() > least && self.all.last().is_some_and(|line| line.is_empty()) {
            self.all.pop();
        }
        all - self.all.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart_by_their_ends() {
        let parted = |text| {
            let lines = Lines::of(text);
            (lines.all.join("|"), lines.ends)
        };
        assert_eq!(parted("a"), ("a".to_owned(), LineEnds::Feeds));
        assert_eq!(parted("a\n\nb\n"), ("a||b|".to_owned(), LineEnds::Feeds));
        assert_eq!(parted("a\r\nb"), ("a|b".to_owned(), LineEnds::Pairs));
        assert_eq!(parted("a\rb\r"), ("a|b|".to_owned(), LineEnds::Returns));
        assert_eq!(parted("a\r\nb\nc"), ("a|b|c".to_owned(), LineEnds::Mixed));
    }

    #[test]
    fn empty_lines_at_the_end_are_counted_beyond_the_least() {
        let mut lines = Lines::of("a\nb\n\n\n");
        assert_eq!((lines.cut_to(3), lines.all.len()), (2, 3));
        assert_eq!((lines.line(1), lines.line(3), lines.line(4), lines.line(0)), ("a", "", "", ""));
    }

    #[test]
    fn what_stands_around_is_taken_off_and_told() {
        let told = |(text, findings): (&'static str, Vec<Finding>)| {
            (text, findings.into_iter().map(|finding| finding.oddity).collect::<Vec<_>>())
        };
        assert_eq!(told(begun("a\n")), ("a\n", vec![]));
        assert_eq!(
            told(begun("\u{feff} a ")),
            ("a ", vec![Oddity::ByteOrderMark, Oddity::BlanksAround])
        );
        assert_eq!(told(bare(" a\n")), ("a", vec![Oddity::BlanksAround]));
        assert_eq!(told(bare("a\n")), ("a", vec![Oddity::BlanksAround]));
    }
}
