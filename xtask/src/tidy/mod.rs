//! The house rules that no other tool sees. Each rule is one small file.

mod arrows;
mod names;
mod results;
mod sentences;
mod sources;
mod walls;

use crate::Outcome;
use crate::report::Count;

use sources::Source;

/// Holds every rule against the whole house and prints what breaks one.
pub fn check() -> Outcome<Count> {
    let sources = sources::read()?;
    let rules: &[(&str, Vec<String>)] = &[
        ("arrows between crates point one way", arrows::between_rooms()?),
        ("what comes from outside stays in its room", arrows::from_outside()?),
        ("no result whose error is bare text", results::bare_text(&sources)),
        ("no name that says nothing", names::empty_words(&sources)),
        ("no sentence in a template", sentences::in_templates(&sources)),
        ("one file of the pages knows Tauri", walls::tauri_in_one_file(&sources)),
        ("what a page may load is what is written down", walls::security_policy()?),
        ("what a window may do is what is written down", walls::capabilities()?),
    ];
    let mut count = Count::default();
    for (rule, breaches) in rules {
        if breaches.is_empty() {
            count.add(Count::ONE);
            continue;
        }
        count.failed += 1;
        println!("{rule}:");
        for breach in breaches {
            println!("  {breach}");
        }
    }
    Ok(count)
}

fn at(source: &Source, line: usize, what: &str) -> String {
    format!("{}:{}: {what}", source.path, line + 1)
}
