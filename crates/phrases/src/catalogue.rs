//! The catalogues as part of the program, and the way from an id to a sentence.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;

use crate::{Arg, Id, Locale, format, shown};

/// Returns a whole sentence in a language.
///
/// A sentence that a language lacks is taken from English; one that English lacks too is answered
/// with its id. A test keeps both from happening.
///
/// No isolation marks stand around values, so that terminals, files and tests see plain text;
/// only a value with letters from right to left is put between FIRST STRONG ISOLATE and POP
/// DIRECTIONAL ISOLATE (UAX 9), because there the sentence would fall apart without.
#[must_use]
pub fn sentence(locale: Locale, id: Id, args: &[(&str, Arg<'_>)]) -> String {
    message(locale, id.name(), args).unwrap_or_else(|| id.name().to_owned())
}

/// Returns the sentence for a fault's code and, where a person can act, the hint.
///
/// The code is written as in [`fault_codes`]: "iban-check-digits". Falls back as [`sentence`] does.
#[must_use]
pub fn fault(locale: Locale, code: &str, args: &[(&str, Arg<'_>)]) -> (String, Option<String>) {
    let name = format!("{FAULT}{code}");
    let hint = message(locale, &format!("{name}{HINT}"), args);
    (message(locale, &name, args).unwrap_or(name), hint)
}

/// Returns the sentence for what is odd about a payment code; the code is written as in the
/// catalogue: "host-looks-like". Falls back as [`sentence`] does.
#[must_use]
pub fn finding(locale: Locale, code: &str, args: &[(&str, Arg<'_>)]) -> String {
    let name = format!("{FINDING}{code}");
    message(locale, &name, args).unwrap_or(name)
}

/// Returns the sentence for a word of advice about payment codes: "at-home". Falls back as
/// [`sentence`] does.
#[must_use]
pub fn advice(locale: Locale, word: &str) -> String {
    let name = format!("{ADVICE}{word}");
    message(locale, &name, &[]).unwrap_or(name)
}

/// Lists the codes of all findings that have a sentence.
pub fn finding_codes() -> impl Iterator<Item = &'static str> {
    let english = catalogue(Locale::En);
    english.messages().filter_map(|message| message.id.name.strip_prefix(FINDING))
}

/// Lists the codes of all faults that have a sentence, in the order of the catalogue.
pub fn fault_codes() -> impl Iterator<Item = &'static str> {
    let english = catalogue(Locale::En);
    english.files.first().into_iter().flat_map(messages_of).filter_map(|message| {
        message.id.name.strip_prefix(FAULT).filter(|code| !code.ends_with(HINT))
    })
}

/// Returns the names of the values that a fault's sentence and hint are filled with.
///
/// `None` for a code without a sentence.
#[must_use]
pub fn fault_variables(code: &str) -> Option<BTreeSet<&'static str>> {
    let english = catalogue(Locale::En);
    let name = format!("{FAULT}{code}");
    let mut variables = english.variables(&name)?;
    variables.extend(english.variables(&format!("{name}{HINT}")).unwrap_or_default());
    Some(variables)
}

/// Returns what people call a part of a payment code or of an account, such as `payee_name`.
///
/// A part that has no words is called by its own name.
#[must_use]
pub fn field_name(locale: Locale, name: &str) -> String {
    message(locale, "code-field", &[("field", name.into())]).unwrap_or_else(|| shown(name))
}

/// Finds a sentence by the name it has in the catalogue, in the language or else in English.
pub(crate) fn message(locale: Locale, name: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    [locale, Locale::En].into_iter().find_map(|locale| catalogue(locale).message(name, args))
}

const FAULT: &str = "fault-";
const HINT: &str = "-hint";
const ADVICE: &str = "advice-";
const FINDING: &str = "finding-";

/// One language's files, read once.
struct Catalogue {
    locale: Locale,
    files: Vec<Arc<FluentResource>>,
    bundle: FluentBundle<Arc<FluentResource>>,
}

fn catalogue(locale: Locale) -> &'static Catalogue {
    static EN: LazyLock<Catalogue> = LazyLock::new(|| {
        let mut english = Catalogue::read(Locale::En);
        english.bundle.set_formatter(Some(|value, _| grouped(Locale::En, value)));
        english
    });
    static DE: LazyLock<Catalogue> = LazyLock::new(|| {
        let mut german = Catalogue::read(Locale::De);
        german.bundle.set_formatter(Some(|value, _| grouped(Locale::De, value)));
        german
    });
    match locale {
        Locale::En => &EN,
        Locale::De => &DE,
    }
}

/// Counts are written with the grouping signs of the language.
fn grouped(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::number(locale, &number.as_string())),
        _ => None,
    }
}

/// The faults stand first: their codes are listed from there.
fn sources(locale: Locale) -> [&'static str; 5] {
    match locale {
        Locale::En => [
            include_str!("../locales/en/faults.ftl"),
            include_str!("../locales/en/terminal.ftl"),
            include_str!("../locales/en/format.ftl"),
            include_str!("../locales/en/window.ftl"),
            include_str!("../locales/en/codes.ftl"),
        ],
        Locale::De => [
            include_str!("../locales/de/faults.ftl"),
            include_str!("../locales/de/terminal.ftl"),
            include_str!("../locales/de/format.ftl"),
            include_str!("../locales/de/window.ftl"),
            include_str!("../locales/de/codes.ftl"),
        ],
    }
}

fn messages_of(file: &Arc<FluentResource>) -> impl Iterator<Item = &ast::Message<&str>> {
    file.entries().filter_map(|entry| match entry {
        ast::Entry::Message(message) => Some(message),
        _ => None,
    })
}

impl Catalogue {
    /// Keeps what can be read; a test refuses a file with anything unreadable or said twice.
    fn read(locale: Locale) -> Catalogue {
        let language = locale.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        let _ = bundle.add_builtins();
        let mut files = Vec::new();
        for source in sources(locale) {
            let file = match FluentResource::try_new(source.to_owned()) {
                Ok(file) | Err((file, _)) => Arc::new(file),
            };
            let _ = bundle.add_resource(Arc::clone(&file));
            files.push(file);
        }
        Catalogue { locale, files, bundle }
    }

    fn messages(&self) -> impl Iterator<Item = &ast::Message<&str>> {
        self.files.iter().flat_map(messages_of)
    }

    fn message(&self, name: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, self.value(value));
        }
        // A value that was not handed in shows as its name; the sentence around it still helps.
        let mut missing = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut missing).into_owned())
    }

    fn value(&self, arg: &Arg<'_>) -> FluentValue<'static> {
        match arg {
            Arg::Count(count) => FluentValue::from(*count),
            written => FluentValue::from(written.written(self.locale)),
        }
    }

    fn variables(&self, name: &str) -> Option<BTreeSet<&str>> {
        let message = self.messages().find(|message| message.id.name == name)?;
        let mut found = BTreeSet::new();
        let attributes = message.attributes.iter().map(|attribute| &attribute.value);
        for pattern in message.value.iter().chain(attributes) {
            self.collect(pattern, &mut found);
        }
        Some(found)
    }

    fn collect<'a>(&'a self, pattern: &'a ast::Pattern<&'a str>, found: &mut BTreeSet<&'a str>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.collect_expression(expression, found);
            }
        }
    }

    fn collect_expression<'a>(
        &'a self,
        expression: &'a ast::Expression<&'a str>,
        found: &mut BTreeSet<&'a str>,
    ) {
        match expression {
            ast::Expression::Inline(inline) => self.collect_inline(inline, found),
            ast::Expression::Select { selector, variants } => {
                self.collect_inline(selector, found);
                for variant in variants {
                    self.collect(&variant.value, found);
                }
            }
        }
    }

    fn collect_inline<'a>(
        &'a self,
        inline: &'a ast::InlineExpression<&'a str>,
        found: &mut BTreeSet<&'a str>,
    ) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                found.insert(id.name);
            }
            ast::InlineExpression::MessageReference { id, .. } => {
                found.extend(self.variables(id.name).unwrap_or_default());
            }
            ast::InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.collect_inline(argument, found);
                }
            }
            ast::InlineExpression::Placeable { expression } => {
                self.collect_expression(expression, found);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
