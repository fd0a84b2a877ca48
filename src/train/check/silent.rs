//! What a note is said to be silent about is not told in its narrative.

use super::{Desk, place_of};
use crate::entry::Lexicon;
use crate::pack::{Findings, Loaded, Path};

/// Headings under which a note tells what was done; elsewhere it may speak of history, plans or templates.
const NARRATIVE: [&str; 5] = ["technique", "description", "in detail", "narrative", "details"];

pub(super) fn run(desk: Desk<'_>, lexicon: &Lexicon, loaded: &Loaded, out: &mut Findings) {
    let path = Path::top().key("note");
    for sentence in told(&desk.case.note) {
        let reading = lexicon.read(desk.book, &sentence);
        if !reading.conflicts.is_empty() || !reading.doubts.is_empty() {
            continue;
        }
        for name in desk
            .case
            .silent
            .iter()
            .filter(|name| desk.book.question_named(name).is_some())
        {
            let said = reading
                .facts
                .iter()
                .find_map(|fact| fact.strip_prefix(name.as_str())?.strip_prefix('='));
            let Some(value) = said.filter(|value| !value.contains(',') && *value != super::facts::NOT_DOCUMENTED)
            else {
                continue;
            };
            let word = reading
                .understood
                .iter()
                .find(|one| one.fact.contains(&format!("{name}={value}")));
            let word = word.map_or(sentence.as_str(), |word| word.text.as_str());
            let message = format!("the note is said to be silent about {name}, yet `{word}` reads as `{name}={value}`");
            let help = "Write the note without these words, or state the fact and take the name out of `silent`.";
            out.add_at(
                "not-silent",
                desk.file,
                place_of(loaded, desk.file, &path, word),
                message,
                help,
            );
        }
    }
}

/// The sentences of the narrative.
fn told(note: &str) -> Vec<String> {
    let mut sections: Vec<String> = Vec::new();
    let mut narrative = false;
    for line in note.lines() {
        let (heading, rest) = heading(line).map_or((None, line), |(heading, rest)| (Some(heading), rest));
        if let Some(heading) = heading {
            narrative = NARRATIVE.iter().any(|word| heading.to_lowercase().contains(word));
            sections.push(String::new());
        }
        if narrative && let Some(section) = sections.last_mut() {
            section.push_str(rest);
            section.push(' ');
        }
    }
    let sentences = sections.iter().flat_map(|section| section.split(". "));
    sentences
        .map(|sentence| sentence.trim().to_owned())
        .filter(|one| !one.is_empty())
        .collect()
}

/// `TECHNIQUE: The patient ...`: a heading in capitals at the start of a line.
fn heading(line: &str) -> Option<(&str, &str)> {
    let (heading, rest) = line.split_once(':')?;
    let capitals = !heading.chars().any(char::is_lowercase) && heading.chars().any(char::is_uppercase);
    (capitals && heading.len() <= 40).then_some((heading, rest))
}
