//! What a code means: in brief, what the note must say, in full, in plain words; what belongs to it and what does not; what may be
//! injected; imaging; why, how and by whom it is done; examples.

use super::statements;
use crate::pack::model::{Card, Outcome, Topic};
use crate::report::lines::{Evidence, Lines};
use crate::tree::Book;

pub(super) fn write(lines: &mut Lines, book: &Book, card: &Card) {
    statements(lines, "In brief", [&card.brief]);
    facts_needed(lines, book, card);
    statements(lines, "What it means", &card.means);
    statements(lines, "Included", &card.included);
    statements(lines, "Not described by it", &card.excluded);
    for topic in [Topic::Substances, Topic::Imaging] {
        said(lines, book, card, topic);
    }
    examples(lines, card);
    statements(lines, "In plain words, for the patient", [&card.plain]);
    for topic in [
        Topic::Indications,
        Topic::Necessity,
        Topic::Physician,
        Topic::Procedure,
        Topic::Aftercare,
    ] {
        said(lines, book, card, topic);
    }
}

/// What is said of the code under a topic.
pub(super) fn said(lines: &mut Lines, book: &Book, card: &Card, topic: Topic) {
    lines.heading(topic.heading());
    let all = book.pack().statements.statements.iter();
    let of_card = all.filter(|one| one.topic == topic && one.codes.contains(&card.code));
    for (index, one) in of_card.enumerate() {
        let evidence = Evidence::new(&one.sources, one.confidence).within(one.effective);
        let first = if topic == Topic::Procedure {
            format!("  {:>2}. ", index + 1)
        } else {
            "  - ".to_owned()
        };
        lines.stated(&first, &one.text, evidence);
    }
}

/// The answers that lead to the code; for an add-on code those of its primary procedure.
fn facts_needed(lines: &mut Lines, book: &Book, card: &Card) {
    let code = card.parent.as_ref().map_or(&card.code, |parent| &parent.code);
    lines.heading("What the note must say");
    if let Some(parent) = &card.parent {
        let text = format!("As for its primary procedure {}; {}", parent.code, parent.text);
        lines.stated("  ", &text, Evidence::new(&parent.sources, parent.confidence));
    }
    let outcomes = book.file.outcomes.iter();
    for (index, outcome) in outcomes
        .filter(|outcome| outcome.code.as_ref() == Some(code))
        .enumerate()
    {
        if index > 0 {
            lines.line("  or");
        }
        needed(lines, book, outcome);
        if card.parent.is_none() {
            let evidence = Evidence::new(&outcome.sources, outcome.confidence);
            lines.stated("  Rule: ", &outcome.why, evidence);
        }
    }
}

fn needed(lines: &mut Lines, book: &Book, outcome: &Outcome) {
    let Some(first) = outcome.when.first() else { return };
    let questions = book.file.questions.iter();
    for question in questions.filter(|question| first.contains_key(&question.id)) {
        let wanted = first.get(&question.id);
        let named = |id: &String| wanted.is_some_and(|list| list.contains(id));
        let answers = question.answers.iter().filter(|answer| named(&answer.id));
        let answers: Vec<&str> = answers.map(|answer| answer.label.as_str()).collect();
        lines.item(&format!("  {}: ", question.title), &answers.join("; or "));
    }
}

fn examples(lines: &mut Lines, card: &Card) {
    lines.heading("Examples, and one that is not");
    for example in &card.examples {
        let evidence = Evidence::new(&example.sources, example.confidence);
        lines.stated("  - ", &example.case, evidence);
        lines.item("    ", &format!("epipath code {}", example.facts));
    }
    let miss = &card.near_miss;
    let text = format!("{} Not {}: {}. {}", miss.case, card.code, miss.goes_to, miss.why);
    lines.stated("  - ", &text, Evidence::new(&miss.sources, miss.confidence));
    lines.item("    ", &format!("epipath code {}", miss.facts));
}
