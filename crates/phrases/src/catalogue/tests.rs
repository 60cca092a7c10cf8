//! Every sentence in every language: there, whole, and filled with the same values.

use super::*;

/// The values that choose between sentences, and what each may be.
const TOKENS: &[(&str, &[&str])] = &[
    ("expected", &["digit", "capital", "capital-or-digit"]),
    ("field", &["name", "holder", "iban", "bic", "purpose", "goal", "amount", "search"]),
    ("face", &["window", "terminal", "unknown"]),
];

fn names(locale: Locale) -> Vec<&'static str> {
    catalogue(locale).messages().map(|message| message.id.name).collect()
}

fn errors(locale: Locale, name: &str, values: &FluentArgs<'_>) -> Vec<String> {
    let bundle = &catalogue(locale).bundle;
    let message = bundle.get_message(name).unwrap();
    let attributes: Vec<_> = message.attributes().map(|attribute| attribute.value()).collect();
    let mut errors = Vec::new();
    for pattern in message.value().into_iter().chain(attributes) {
        let written = bundle.format_pattern(pattern, Some(values), &mut errors);
        assert!(!written.trim().is_empty(), "{locale} {name} is empty");
        assert!(!written.contains(['{', '}']), "{locale} {name}: {written}");
        assert!(!written.contains("  ") && written.trim() == written, "{locale} {name}: {written}");
    }
    errors.iter().map(ToString::to_string).collect()
}

#[test]
fn every_file_is_read_to_its_end() {
    for locale in Locale::ALL {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.code().parse().unwrap()]);
        for source in sources(*locale) {
            let file = FluentResource::try_new(source.to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{locale}: {errors:?}"));
            bundle.add_resource(file).unwrap_or_else(|twice| panic!("{locale}: {twice:?}"));
        }
    }
}

#[test]
fn every_language_has_the_same_sentences() {
    let mut english = names(Locale::En);
    english.sort_unstable();
    for locale in Locale::ALL {
        let mut other = names(*locale);
        other.sort_unstable();
        assert_eq!(other, english, "{locale}");
    }
}

#[test]
fn every_sentence_has_the_same_variables_in_every_language() {
    for name in names(Locale::En) {
        let english = catalogue(Locale::En).variables(name);
        for locale in Locale::ALL {
            assert_eq!(catalogue(*locale).variables(name), english, "{locale} {name}");
        }
    }
}

#[test]
fn every_sentence_can_be_filled() {
    for locale in Locale::ALL {
        for name in names(*locale) {
            let variables = catalogue(*locale).variables(name).unwrap();
            for count in [0_u64, 1, 2, 1_000_000] {
                let values = variables.iter().map(|name| (*name, FluentValue::from(count)));
                let values = FluentArgs::from_iter(values);
                assert_eq!(errors(*locale, name, &values), [""; 0], "{locale} {name}");
            }
            let values = variables.iter().map(|name| (*name, FluentValue::from("text")));
            let values = FluentArgs::from_iter(values);
            assert_eq!(errors(*locale, name, &values), [""; 0], "{locale} {name}");
        }
    }
}

#[test]
fn every_token_has_words_of_its_own() {
    for locale in Locale::ALL {
        for (variable, tokens) in TOKENS {
            let chosen = names(*locale).into_iter().filter(|name| {
                name.starts_with(FAULT)
                    && catalogue(*locale).variables(name).unwrap().contains(variable)
            });
            for name in chosen.filter(|name| *name != "fault-iban-wrong-length") {
                let said: BTreeSet<_> = tokens
                    .iter()
                    .map(|token| message(*locale, name, &[(variable, (*token).into())]))
                    .collect();
                assert_eq!(said.len(), tokens.len(), "{locale} {name}");
            }
        }
    }
}

#[test]
fn the_typed_ids_are_the_terminal_catalogue() {
    let listed: Vec<_> = Id::ALL.iter().map(|id| id.name()).collect();
    let written: Vec<_> =
        names(Locale::En).into_iter().filter(|name| name.starts_with("terminal-")).collect();
    assert_eq!(listed, written);
}

#[test]
fn every_hint_belongs_to_a_fault() {
    let codes: BTreeSet<_> = fault_codes().collect();
    assert!(codes.len() > 50, "{}", codes.len());
    let faults = names(Locale::En).into_iter().filter(|name| *name != "fault-window-hint");
    for name in faults {
        if let Some(code) = name.strip_prefix(FAULT).and_then(|rest| rest.strip_suffix(HINT)) {
            assert!(codes.contains(code), "{name}");
        }
    }
}

#[test]
fn sentences_of_faults_are_whole_sentences() {
    for locale in Locale::ALL {
        for code in fault_codes() {
            let variables = fault_variables(code).unwrap();
            let args: Vec<_> = variables.iter().map(|name| (*name, Arg::text("x."))).collect();
            let (said, hint) = fault(*locale, code, &args);
            for sentence in [Some(said), hint].into_iter().flatten() {
                assert!(sentence.ends_with(['.', '?', ')']), "{locale} {code}: {sentence}");
                assert!(!sentence.contains(['"', '\'', '!']), "{locale} {code}: {sentence}");
            }
        }
    }
}

#[test]
fn german_faults_and_terminal_say_neither_du_nor_sie() {
    let [faults, terminal, ..] = sources(Locale::De);
    for line in faults.lines().chain(terminal.lines()).filter(|line| !line.starts_with('#')) {
        let addresses = ["Ihr", "Ihre", "Ihren", "Ihrem", "du", "dir", "dein", "deine", "dich"];
        let mut words = line.split(|sign: char| !sign.is_alphabetic());
        assert!(words.all(|word| !addresses.contains(&word)), "{line}");
    }
}

#[test]
fn a_count_is_written_and_inflected_by_the_language() {
    let said = |locale, entries: u64| {
        sentence(locale, Id::VerifyChainHolds, &[("entries", entries.into())])
    };
    assert_eq!(said(Locale::En, 1), "1 entry, every link of the chain holds.");
    assert_eq!(said(Locale::En, 12_345), "12,345 entries, every link of the chain holds.");
    assert_eq!(said(Locale::De, 0), "0 Einträge, jedes Glied der Kette hält.");
    assert_eq!(said(Locale::De, 12_345), "12.345 Einträge, jedes Glied der Kette hält.");
}

#[test]
fn values_are_written_by_the_rules_of_the_language() {
    let gift = groat_money::Money::from_minor(123_456, groat_money::Currency::EUR);
    let args = [("max", Arg::Money(gift))];
    let (english, _) = fault(Locale::En, "amount-too-large", &args);
    let (german, _) = fault(Locale::De, "amount-too-large", &args);
    assert_eq!(english, "This amount is too large: €1,234.56 is the most.");
    assert_eq!(german, "Dieser Betrag ist zu groß: Möglich sind höchstens 1.234,56\u{a0}€.");
}

#[test]
fn what_is_missing_is_named_and_nothing_panics() {
    assert_eq!(fault(Locale::De, "no-such-code", &[]), ("fault-no-such-code".to_owned(), None));
    let (said, _) = fault(Locale::En, "iban-unknown-country", &[]);
    assert_eq!(said, "No IBAN begins with “{$country}”.");
    assert_eq!(fault_variables("no-such-code"), None);
}

#[test]
fn signs_that_cannot_be_seen_are_named() {
    let args = [("found", Arg::from('\u{202e}')), ("position", Arg::Count(3))];
    let (said, _) = fault(Locale::En, "iban-foreign-sign", &args);
    assert_eq!(said, "“U+202E” (character 3) does not belong in an IBAN.");
}
