//! Names say what a thing is in the words of the field.

use super::{Source, at};

const EMPTY_WORDS: &[&str] = &[
    "Manager",
    "Service",
    "Helper",
    "Helpers",
    "Util",
    "Utils",
    "Processor",
    "Handler",
    "Data",
    "Info",
    "Impl",
    "Base",
];
const EMPTY_BEGINNINGS: &[&str] = &["get_", "do_", "handle_"];
const TYPES: &[&str] = &["struct ", "enum ", "trait ", "type ", "union ", "class ", "interface "];
const OTHERS: &[&str] = &["fn ", "mod ", "function "];

/// Every name of ours that holds a word without meaning.
pub fn empty_words(sources: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| !source.is("html")) {
        for (number, line) in source.text.lines().enumerate() {
            if let Some(name) = declared(line).filter(|name| is_empty(name)) {
                breaches.push(at(source, number, name));
            }
        }
    }
    breaches
}

/// The name a line declares.
fn declared(line: &str) -> Option<&str> {
    let mut line = line.trim_start();
    loop {
        let word = [
            "pub ",
            "pub(crate) ",
            "pub(super) ",
            "const ",
            "async ",
            "unsafe ",
            "export ",
            "default ",
        ]
        .iter()
        .find_map(|word| line.strip_prefix(word));
        match word {
            Some(rest) => line = rest,
            None => break,
        }
    }
    let rest = TYPES.iter().chain(OTHERS).find_map(|word| line.strip_prefix(word))?;
    let end =
        rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
    rest.get(..end)
}

fn is_empty(name: &str) -> bool {
    if EMPTY_BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)) {
        return true;
    }
    words(name).iter().any(|word| EMPTY_WORDS.iter().any(|empty| empty.eq_ignore_ascii_case(word)))
}

/// Cuts `CamelCase` and `snake_case` into words.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in name.chars() {
        if letter == '_' || letter.is_uppercase() {
            words.push(String::new());
        }
        if letter != '_'
            && let Some(word) = words.last_mut()
        {
            word.push(letter);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_words_are_found_as_words() {
        assert!(is_empty("GiftManager"));
        assert!(is_empty("get_gift"));
        assert!(is_empty("string_utils"));
        assert!(!is_empty("Database"));
        assert!(!is_empty("Information"));
        assert!(!is_empty("target"));
    }

    #[test]
    fn a_declaration_gives_its_name() {
        assert_eq!(declared("    pub(crate) async fn open(x: u8) {"), Some("open"));
        assert_eq!(declared("export class Drives {"), Some("Drives"));
        assert_eq!(declared("let x = 1;"), None);
    }
}
