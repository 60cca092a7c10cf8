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
const PLACES: &[&str] =
    &["mod ", "struct ", "enum ", "trait ", "type ", "union ", "class ", "interface "];
const ACTS: &[&str] = &["fn ", "function "];

/// Every name of ours that says nothing.
pub fn empty_words(sources: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| !source.is("html")) {
        for (number, line) in source.text.lines().enumerate() {
            if let Some(name) = empty_name(line) {
                breaches.push(at(source, number, name));
            }
        }
    }
    breaches
}

/// The name a line declares, if it says nothing. An act may well take a number to a `base`; what
/// stands for a thing may not be called so.
fn empty_name(line: &str) -> Option<&str> {
    let line = bare(line);
    let place = declared(line, PLACES).filter(|name| has_empty_word(name));
    place.or_else(|| declared(line, ACTS).filter(|name| begins_empty(name)))
}

/// The line without the words before a declaration.
fn bare(line: &str) -> &str {
    const BEFORE: &[&str] = &[
        "pub ",
        "pub(crate) ",
        "pub(super) ",
        "const ",
        "async ",
        "unsafe ",
        "export ",
        "default ",
    ];
    let mut line = line.trim_start();
    while let Some(rest) = BEFORE.iter().find_map(|word| line.strip_prefix(word)) {
        line = rest;
    }
    line
}

fn declared<'a>(line: &'a str, kinds: &[&str]) -> Option<&'a str> {
    let rest = kinds.iter().find_map(|word| line.strip_prefix(word))?;
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    rest.get(..end.unwrap_or(rest.len()))
}

fn begins_empty(name: &str) -> bool {
    EMPTY_BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
}

fn has_empty_word(name: &str) -> bool {
    let words = words(name);
    words.iter().any(|word| EMPTY_WORDS.iter().any(|empty| empty.eq_ignore_ascii_case(word)))
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
        assert!(has_empty_word("GiftManager"));
        assert!(has_empty_word("string_utils"));
        assert!(!has_empty_word("Database"));
        assert!(!has_empty_word("Information"));
    }

    #[test]
    fn a_declaration_gives_its_name() {
        assert_eq!(empty_name("pub(crate) struct GiftInfo {"), Some("GiftInfo"));
        assert_eq!(empty_name("    pub async fn get_gift(x: u8) {"), Some("get_gift"));
        assert_eq!(empty_name("export class Drives {"), None);
        assert_eq!(empty_name("fn to_base(x: u8) {"), None);
        assert_eq!(empty_name("let data = 1;"), None);
    }
}
