//! Codes side by side for ears: every cell a line of its own, named by its code.

use super::words::{edit_words, separated, split_words, tie_words, together_words};
use crate::claim::{Comparison, NO_RULE, Row, RowGroup};
use crate::report::doubt;
use crate::report::lines::{Evidence, Lines};
use crate::report::result::footer;
use crate::tree::Book;

/// The comparison without columns.
#[must_use]
pub fn compare_plain(book: &Book, comparison: &Comparison) -> Lines {
    let mut lines = Lines::default();
    for head in &comparison.codes {
        lines.item(&format!("{}: ", head.code), &head.title);
    }
    lines.heading(&separated(comparison));
    for split in &comparison.separated_by {
        lines.item("", &split_words(book, split));
    }
    for together in &comparison.together {
        lines.item("", &together_words(together));
    }
    if comparison.codes.len() == 2 {
        for one in &comparison.differences {
            let evidence = Evidence::new(&one.sources, one.confidence);
            lines.stated(&format!("{} beside {}: ", one.to, one.of), &one.text, evidence);
        }
    }
    rows(&mut lines, comparison, RowGroup::Answers, "What the answers must be");
    for tie in &comparison.ties {
        let all = if tie.differs {
            "not of every code"
        } else {
            "of every code"
        };
        lines.item("", &format!("{}, {all}", tie_words(book, tie)));
    }
    rows(&mut lines, comparison, RowGroup::Counting, "How it is counted");
    if let Some(edition) = &comparison.fee_edition {
        let title = format!("What the fee schedule says, {edition}");
        rows(&mut lines, comparison, RowGroup::Fees, &title);
    }
    edits(&mut lines, comparison);
    lines.gap().item("Sources: ", &comparison.sources.join(", "));
    lines.item("", &footer(book));
    lines
}

/// The rows of a group, those that differ first; cells that agree are told once.
fn rows(lines: &mut Lines, comparison: &Comparison, group: RowGroup, title: &str) {
    lines.heading(title);
    let (differ, same): (Vec<_>, Vec<_>) = comparison
        .rows
        .iter()
        .filter(|row| row.group == group)
        .partition(|row| row.differs);
    for row in differ {
        lines.item(&format!("{} differs: ", row.title), &told_apart(comparison, row));
    }
    for row in same {
        if let Some(cell) = row.cells.first() {
            let text = format!("{}{}", cell.text, cell.confidence.map(doubt).unwrap_or_default());
            lines.item(&format!("{} of all: ", row.title), &text);
        }
    }
}

/// "62321, fluoroscopy or CT; 62320 and 62322, anything else": codes that agree together, codes without a rule left out.
fn told_apart(comparison: &Comparison, row: &Row) -> String {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (head, cell) in comparison.codes.iter().zip(&row.cells) {
        let text = format!("{}{}", cell.text, cell.confidence.map(doubt).unwrap_or_default());
        match groups.iter_mut().find(|(told, _)| *told == text) {
            Some((_, codes)) => codes.push(&head.code),
            None => groups.push((text, vec![&head.code])),
        }
    }
    let told = groups.iter().filter(|(text, _)| text != NO_RULE);
    let told: Vec<String> = told
        .map(|(text, codes)| format!("{}, {}", codes.join(" and "), text.trim_end_matches('.')))
        .collect();
    format!("{}.", told.join("; "))
}

fn edits(lines: &mut Lines, comparison: &Comparison) {
    lines.heading("What NCCI says of them together");
    let mut said: Vec<&str> = Vec::new();
    for edit in &comparison.edits {
        if !said.contains(&edit.id.as_str()) {
            said.push(&edit.id);
            lines.item("", &edit_words(comparison, edit));
            lines.stated("", &edit.text, Evidence::new(&edit.sources, edit.confidence));
        }
    }
    let pairs: Vec<String> = comparison.unpaired.iter().map(|pair| pair.join(" with ")).collect();
    if !pairs.is_empty() {
        lines.item("No edit in the pack: ", &pairs.join("; "));
    }
}
