//! The trainer's texts: the note, hints, the mark, a step of a demonstration, a lesson on paper, the sheet of an exam, what went wrong so far. Every door
//! shows these.

mod demo;
mod handout;
mod mark;
mod progress;
mod sheet;

pub use demo::demo_step;
pub use handout::handout;
pub use mark::{hinted, marked, often};
pub use progress::{resets, weak};
pub use sheet::{exam_words, sheet_json, sheet_text};

use super::lines::{Evidence, Lines};
use super::phrases;
use crate::pack::model::{Axis, Case};
use crate::pack::rules::{Rule, rule};
use crate::train::End;
use crate::tree::Book;

/// The note, line by line as it stands.
#[must_use]
pub fn note(case: &Case) -> Lines {
    let mut lines = Lines::default();
    for line in case.note.trim_end().lines() {
        lines.line(line);
    }
    lines
}

/// What a case comes to, in a sentence.
#[must_use]
pub fn end_words(end: &End) -> String {
    match end {
        End::Lines { code, lines } if lines.is_empty() => format!("{code}, and nothing is billed"),
        End::Lines { lines, .. } => lines.join(", "),
        End::Signpost { id, title } => format!("outside the family: {title} ({id})"),
        End::Undetermined(codes) if codes.is_empty() => "undetermined".to_owned(),
        End::Undetermined(codes) => format!("undetermined: {}", codes.join(" or ")),
    }
}

/// An axis as it is said.
#[must_use]
pub const fn axis(axis: Axis) -> &'static str {
    match axis {
        Axis::Region => "the region",
        Axis::Approach => "the way in",
        Axis::Imaging => "imaging",
        Axis::Delivery => "needle or catheter",
        Axis::Substance => "what was given",
        Axis::Level => "the levels",
        Axis::Side => "the sides",
        Axis::Unit => "the units",
        Axis::Modifier => "the modifiers",
        Axis::Coverage => "what the payer does",
        Axis::Signpost => "whether it is of this family",
    }
}

/// The rules behind a case.
fn rules(book: &Book, case: &Case) -> Vec<Rule> {
    case.fork.rules.iter().filter_map(|id| rule(book.pack(), id)).collect()
}

/// A rule with its name, its evidence and its sources.
fn put_rule(lines: &mut Lines, rule: &Rule) {
    let evidence = Evidence::new(&rule.sources, rule.confidence);
    lines.stated(&format!("  {}: ", rule.id), &phrases::capital(&rule.text), evidence);
}
