//! The card of a way out of the family, and that of a code that has ended.

use super::{sources, statements};
use crate::pack::model::{CodeStatus, Outcome, RetiredCode, Signpost, Target};
use crate::report::lines::{Evidence, Lines};
use crate::report::local;
use crate::report::result::footer;
use crate::tree::Book;

/// The card of a signpost.
#[must_use]
pub fn signpost(book: &Book, signpost: &Signpost) -> Lines {
    let mut lines = Lines::default();
    local::mark(&mut lines, book);
    lines.item("Outside these codes: ", &signpost.title);
    let evidence = Evidence::new(&signpost.sources, signpost.confidence);
    lines.heading("Why");
    lines.stated("  ", &signpost.why, evidence);
    targets(&mut lines, signpost);
    leads(&mut lines, book, signpost);
    statements(&mut lines, "Worth knowing", &signpost.notes);
    words(&mut lines, book, signpost);
    sources(&mut lines, book);
    lines.gap().item("", &footer(book));
    lines
}

fn targets(lines: &mut Lines, signpost: &Signpost) {
    lines.heading("Where it goes");
    if signpost.codes.is_empty() {
        lines.item("  ", "No code of its own is reported for it.");
    }
    for target in &signpost.codes {
        self::target(lines, target);
    }
}

/// A code to go to.
pub(super) fn target(lines: &mut Lines, target: &Target) {
    let status = match target.status {
        CodeStatus::Active => "in force",
        CodeStatus::CarrierPriced => "in force, priced by each carrier",
        CodeStatus::New => "new this year",
    };
    let evidence = Evidence::new(&target.sources, target.confidence);
    lines.stated(
        &format!("  {}: ", target.code),
        &format!("{} ({status})", target.when),
        evidence,
    );
}

/// The rules of the tree that lead there.
fn leads(lines: &mut Lines, book: &Book, signpost: &Signpost) {
    let here = |outcome: &&Outcome| outcome.signpost.as_ref() == Some(&signpost.id);
    let mut outcomes = book.file.outcomes.iter().filter(here).peekable();
    if outcomes.peek().is_some() {
        lines.heading("What leads there");
    }
    for outcome in outcomes {
        let evidence = Evidence::new(&outcome.sources, outcome.confidence);
        lines.stated("  - ", &outcome.why, evidence);
    }
}

/// The words of notes that stand for it.
fn words(lines: &mut Lines, book: &Book, signpost: &Signpost) {
    let all = book.pack().glossary.terms.iter();
    let mut terms = all
        .filter(|term| term.signpost.as_ref() == Some(&signpost.id))
        .peekable();
    if terms.peek().is_some() {
        lines.heading("Words of notes that point there");
    }
    for term in terms {
        let evidence = Evidence::new(&term.sources, term.confidence);
        lines.stated(&format!("  {}: ", term.term), &term.meaning, evidence);
    }
}

/// The card of a code that has ended.
#[must_use]
pub fn ended(book: &Book, code: &RetiredCode) -> Lines {
    let mut lines = Lines::default();
    lines.item(&format!("{}  ", code.code), &format!("Ended on {}", code.ended));
    let evidence = || Evidence::new(&code.sources, code.confidence);
    lines.heading("What it was");
    lines.stated("  ", &code.was, evidence());
    lines.heading("What became of it");
    lines.stated("  ", &code.became, evidence());
    for next in &code.replaced_by {
        let title = book
            .card(next)
            .map_or("outside this family", |card| card.title.as_str());
        lines.item(&format!("  {next}  "), title);
    }
    sources(&mut lines, book);
    lines.gap().item("", &footer(book));
    lines
}
