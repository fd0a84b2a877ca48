//! What the pack knows of a code that is no code of the family: where signposts send there, and what it is beside the family.

use super::claim::{lifted, limit_words, shortened};
use super::signpost::target;
use super::sources;
use crate::pack::model::{AddOn, lists};
use crate::report::lines::{Evidence, Lines};
use crate::report::result::footer;
use crate::tree::Book;

/// Everything said of a code outside the family; empty where the pack does not speak of it.
#[must_use]
pub fn elsewhere(book: &Book, code: &str) -> Lines {
    let mut said = Lines::default();
    beside(&mut said, book, code);
    add_on(&mut said, book, code);
    pointing(&mut said, book, code);
    limit(&mut said, book, code);
    if said.blocks().is_empty() {
        return said;
    }
    let mut lines = Lines::default();
    lines.item(
        &format!("{code}  "),
        "No code of this family; what this pack knows of it:",
    );
    lines.gap().append(said);
    sources(&mut lines, book);
    lines.gap().item("", &footer(book));
    lines
}

/// The pair edits that name it.
fn beside(lines: &mut Lines, book: &Book, code: &str) {
    let named = |list: &[String]| list.iter().any(|entry| entry == code);
    let edits = &book.pack().edits;
    let pairs = edits
        .pairs
        .iter()
        .filter(|pair| named(&pair.column_1) || named(&pair.column_2));
    let companions = edits.companions.iter().filter(|one| one.code == code);
    let mut pairs = pairs.peekable();
    let mut companions = companions.peekable();
    if pairs.peek().is_some() || companions.peek().is_some() {
        lines.heading("Beside the codes of this family");
    }
    for pair in pairs {
        let (others, denied) = if named(&pair.column_2) {
            (&pair.column_1, "it is denied")
        } else {
            (&pair.column_2, "the other is denied")
        };
        let evidence = Evidence::new(&pair.sources, pair.confidence).within(pair.effective);
        let text = format!("{denied}{}. {}", lifted(pair), pair.text);
        lines.stated(&format!("  with {}: ", shortened(others)), &text, evidence);
    }
    for one in companions {
        let evidence = Evidence::new(&one.sources, one.confidence).within(one.effective);
        lines.stated(
            &format!("  may go with {}: ", shortened(&one.codes)),
            &one.text,
            evidence,
        );
    }
}

/// The codes that carry it as an add-on; those that say the same of it together.
fn add_on(lines: &mut Lines, book: &Book, code: &str) {
    let cards = book.pack().cards.iter();
    let all = cards.flat_map(|card| card.add_ons.iter().map(move |one| (card, one)));
    let mut told: Vec<(&AddOn, Vec<String>)> = Vec::new();
    for (card, one) in all.filter(|(_, one)| one.code == code) {
        match told.iter_mut().find(|(first, _)| *first == one) {
            Some((_, beside)) => beside.push(card.code.clone()),
            None => told.push((one, vec![card.code.clone()])),
        }
    }
    if !told.is_empty() {
        lines.heading("Add-on code");
    }
    for (one, beside) in told {
        let evidence = Evidence::new(&one.sources, one.confidence).within(one.effective);
        lines.stated(&format!("  beside {}: ", beside.join(", ")), &one.earned_by, evidence);
    }
}

/// What the signposts say of it.
fn pointing(lines: &mut Lines, book: &Book, code: &str) {
    for signpost in &book.pack().signposts.signposts {
        for one in signpost.codes.iter().filter(|target| target.code == code) {
            lines.heading(&format!("Outside this family: {}", signpost.title));
            let evidence = Evidence::new(&signpost.sources, signpost.confidence);
            lines.stated("  ", &signpost.why, evidence);
            target(lines, one);
        }
    }
}

fn limit(lines: &mut Lines, book: &Book, code: &str) {
    for limit in book
        .pack()
        .edits
        .unit_limits
        .iter()
        .filter(|limit| lists(&limit.codes, code))
    {
        lines.heading("Unit limit (MUE)");
        let text = format!("{}. {}", limit_words(limit), limit.note);
        lines.stated("  ", &text, Evidence::new(&limit.sources, limit.confidence));
    }
}
