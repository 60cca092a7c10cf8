//! What people read comes from the catalogues: no bare text stands in a template.

use super::Source;

/// Attributes that people see or hear.
const SPOKEN: &[&str] = &["aria-label", "aria-description", "title", "placeholder", "alt"];

/// Every piece of bare text in a template.
pub fn in_templates(sources: &[Source]) -> Vec<String> {
    let mut breaches = Vec::new();
    for source in sources.iter().filter(|source| source.is("svelte")) {
        let page = without(&without(&source.text, "<script", "</script>"), "<style", "</style>");
        let page = without(&page, "<!--", "-->");
        for text in bare_texts(&page) {
            breaches.push(format!("{}: {text}", source.path));
        }
    }
    breaches
}

/// The text without everything from one mark to the next other.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once(from) {
        kept.push_str(before);
        rest = after.split_once(to).map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

fn bare_texts(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut text = String::new();
    let mut tag = String::new();
    let (mut in_tag, mut depth, mut quote) = (false, 0_u32, None);
    for letter in page.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '"' | '\'' if in_tag && quote.is_none() => {
                quote = Some(letter);
                tag.push('"');
            }
            _ if in_tag && quote == Some(letter) => {
                quote = None;
                tag.push('"');
            }
            '<' if !in_tag => {
                keep(&mut text, &mut found);
                in_tag = true;
            }
            '>' if in_tag && quote.is_none() => {
                found.extend(spoken_attributes(&tag));
                tag.clear();
                in_tag = false;
            }
            _ if in_tag => tag.push(letter),
            _ => text.push(letter),
        }
    }
    keep(&mut text, &mut found);
    found
}

/// One word may be a name, such as a currency's; two are a sentence's beginning.
fn keep(text: &mut String, found: &mut Vec<String>) {
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    if words.count() >= 2 {
        found.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    text.clear();
}

/// The spoken attributes of a tag that hold letters. Expressions are gone from the tag by now.
fn spoken_attributes(tag: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in SPOKEN {
        for (start, _) in tag.match_indices(&format!(" {name}=\"")) {
            let value = tag.get(start + name.len() + 3..).unwrap_or_default();
            let value = value.split('"').next().unwrap_or_default();
            if value.chars().any(char::is_alphabetic) {
                found.push(format!("{name}=\"{value}\""));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_between_tags_and_in_spoken_attributes_is_found() {
        assert_eq!(bare_texts("<p class=\"big one\">Thank you</p>"), ["Thank you"]);
        assert_eq!(bare_texts("<img alt=\"A code\" src={x}>"), ["alt=\"A code\""]);
    }

    #[test]
    fn expressions_are_no_text() {
        assert!(
            bare_texts("<p title={t('a b')}>{t('Thank you')} {#if a > b}x{/if}</p>").is_empty()
        );
        assert!(
            bare_texts("<button onclick={() => go()} data-act=\"go it\">{label}</button>")
                .is_empty()
        );
        assert!(bare_texts("<small>EUR</small>").is_empty());
    }

    #[test]
    fn scripts_are_left_out() {
        assert_eq!(without("a<script lang=\"ts\">b c</script>d", "<script", "</script>"), "ad");
    }
}
