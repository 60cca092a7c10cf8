//! A failure has a type: no `Result` whose error is bare text.

use super::{Source, at};

/// Every place where a result's error is a string.
pub fn bare_text(sources: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| source.is("rs")) {
        for (number, line) in source.text.lines().enumerate() {
            if !line.trim_start().starts_with("//") && has_bare_error(line) {
                breaches.push(at(source, number, line.trim()));
            }
        }
    }
    breaches
}

fn has_bare_error(line: &str) -> bool {
    line.match_indices("Result<").any(|(start, found)| {
        let rest = line.get(start + found.len()..).unwrap_or_default();
        second_argument(rest) == Some("String")
    })
}

/// The second of the arguments that begin here, if the line holds both.
fn second_argument(rest: &str) -> Option<&str> {
    let mut depth = 0_u32;
    let mut start = None;
    for (index, letter) in rest.char_indices() {
        match letter {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' if depth > 0 => depth -= 1,
            '>' => return rest.get(start?..index).map(str::trim),
            ',' if depth == 0 => start = Some(index + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    // Written in two pieces, so that this file does not break its own rule.
    fn line(error: &str) -> String {
        format!("fn f() -> Result<Vec<(u8, String)>, {error}> {{")
    }

    #[test]
    fn a_text_as_error_is_seen() {
        assert!(has_bare_error(&line("String")));
    }

    #[test]
    fn a_type_as_error_is_fine() {
        assert!(!has_bare_error(&line("ParseStringError")));
        assert!(!has_bare_error("fn f() -> Result<String> {"));
        assert!(!has_bare_error("Result<Result<u8, A>, B>"));
    }
}
