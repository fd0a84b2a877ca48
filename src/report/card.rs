//! A code card or a signpost as text.

use super::doubt;
use super::lines::Lines;
use super::local;
use super::result::footer;
use crate::pack::model::{Card, Diagnosis, Outcome, Signpost, Statement, Weighs};
use crate::tree::Book;

/// The card of a code.
#[must_use]
pub fn card(book: &Book, card: &Card) -> String {
    let mut lines = Lines::default();
    local::mark(&mut lines, book);
    lines.item(&format!("{}  ", card.code), &card.title);
    if let Some(text) = book.descriptor(&card.code) {
        local::descriptor(&mut lines, text);
    }
    statements(&mut lines, "What it means", &card.means);
    facts_needed(&mut lines, book, card);
    statements(&mut lines, "Included", &card.included);
    statements(&mut lines, "Not described by it", &card.excluded);
    statements(&mut lines, "Units", &card.units);
    add_ons(&mut lines, card);
    diagnoses(&mut lines, book, card);
    lines.heading("Easily taken for it");
    for related in &card.related {
        let text = format!(
            "{}{} [{}]",
            related.differs,
            doubt(related.confidence),
            related.sources.join(", ")
        );
        lines.item(&format!("  {}  ", related.code), &text);
    }
    lines.gap().item("", &footer(book));
    lines.to_string()
}

/// A signpost.
#[must_use]
pub fn signpost(book: &Book, signpost: &Signpost) -> String {
    let mut lines = Lines::default();
    local::mark(&mut lines, book);
    lines.item("", &format!("{}{}", signpost.title, doubt(signpost.confidence)));
    lines.item("", &signpost.why);
    lines.gap();
    if signpost.codes.is_empty() {
        lines.line("No code of its own is reported for it.");
    }
    for target in &signpost.codes {
        let text = format!("{} ({}){}", target.when, target.status, doubt(target.confidence));
        lines.item(&format!("  {}  ", target.code), &text);
    }
    statements(&mut lines, "Worth knowing", &signpost.notes);
    lines.gap().item("Sources: ", &signpost.sources.join(", "));
    lines.gap().item("", &footer(book));
    lines.to_string()
}

fn statements(lines: &mut Lines, heading: &str, statements: &[Statement]) {
    if statements.is_empty() {
        return;
    }
    lines.heading(heading);
    for statement in statements {
        let text = format!(
            "{}{} [{}]",
            statement.text,
            doubt(statement.confidence),
            statement.sources.join(", ")
        );
        lines.item("  - ", &text);
    }
}

/// What the note must say: the answers that lead to the code; for an add-on code those of its primary procedure.
fn facts_needed(lines: &mut Lines, book: &Book, card: &Card) {
    let code = card.parent.as_ref().map_or(&card.code, |parent| &parent.code);
    let outcomes = book
        .file
        .outcomes
        .iter()
        .filter(|outcome| outcome.code.as_ref() == Some(code));
    lines.heading("What the note must say");
    if let Some(parent) = &card.parent {
        lines.item(
            "  ",
            &format!("As for its primary procedure {}; {}", parent.code, parent.text),
        );
    }
    for (index, outcome) in outcomes.enumerate() {
        if index > 0 {
            lines.line("  or");
        }
        needed(lines, book, outcome);
    }
}

fn needed(lines: &mut Lines, book: &Book, outcome: &Outcome) {
    let Some(first) = outcome.when.first() else { return };
    for question in book
        .file
        .questions
        .iter()
        .filter(|question| first.contains_key(&question.id))
    {
        let mut answers: Vec<&str> = Vec::new();
        for answer in &question.answers {
            let named = |list: Option<&Vec<String>>| list.is_some_and(|list| list.contains(&answer.id));
            if named(first.get(&question.id)) {
                answers.push(&answer.label);
            }
        }
        lines.item(&format!("  {}: ", question.title), &answers.join("; or "));
    }
}

fn add_ons(lines: &mut Lines, card: &Card) {
    if let Some(parent) = &card.parent {
        lines.heading("Add-on code");
        let text = format!(
            "{}{} [{}]",
            parent.text,
            doubt(parent.confidence),
            parent.sources.join(", ")
        );
        lines.item(&format!("  needs {}  ", parent.code), &text);
    }
    if card.add_ons.is_empty() {
        return;
    }
    lines.heading("Add-on codes it can carry");
    for add_on in &card.add_ons {
        let text = format!(
            "{}{} [{}]",
            add_on.earned_by,
            doubt(add_on.confidence),
            add_on.sources.join(", ")
        );
        lines.item(&format!("  +{}  ", add_on.code), &text);
    }
}

/// The diagnoses known for the code by tier, and those that speak against it: advice, never a gate.
fn diagnoses(lines: &mut Lines, book: &Book, card: &Card) {
    let file = &book.pack().diagnoses;
    let Some(set) = file.set_of(&card.code) else { return };
    let named = |fits: &dyn Fn(&Diagnosis) -> bool| {
        let fitting = file.diagnoses.iter().filter(|one| fits(one));
        let codes: Vec<&str> = fitting.flat_map(|one| &one.icd).map(String::as_str).collect();
        codes.join(", ")
    };
    lines.heading(&format!(
        "Diagnoses under {}, as advice and never a gate",
        file.policies.join(", ")
    ));
    for tier in &file.tiers {
        let of_tier = |one: &Diagnosis| one.tier.as_ref() == Some(&tier.tier) && one.sets.contains(&set.id);
        lines.item(
            &format!("  {}  ", tier.tier),
            &format!("{}: {}", named(&of_tier), tier.text),
        );
    }
    let traps = named(&|one| one.weighs == Weighs::Trap);
    lines.item("  traps  ", &traps);
}
