//! The card of a code, the card of a signpost, and that of a code that has ended: every section with its evidence, nothing blank.

mod around;
mod claim;
mod conditions;
mod elsewhere;
mod fees;
mod meaning;
mod payers;
mod signpost;

use super::lines::{Evidence, Lines};
use super::local;
use super::result::footer;
use super::sources::{cited, source_line};
use crate::pack::model::{Card, Statement};
use crate::tree::Book;

pub use elsewhere::elsewhere;
pub use signpost::{ended, signpost};

/// The card of a code: title, then its sections, the sources last.
#[must_use]
pub fn card(book: &Book, card: &Card) -> Lines {
    let mut lines = Lines::default();
    local::mark(&mut lines, book);
    lines.item(&format!("{}  ", card.code), &card.title);
    if let Some(text) = book.descriptor(&card.code) {
        local::descriptor(&mut lines, text);
    }
    sections(&mut lines, book, card);
    sources(&mut lines, book);
    lines.gap().item("", &footer(book));
    lines
}

/// The sections of a card, from what it means to what people ask.
fn sections(lines: &mut Lines, book: &Book, card: &Card) {
    meaning::write(lines, book, card);
    claim::write(lines, book, card);
    fees::write(lines, book, card);
    payers::write(lines, book, card);
    around::write(lines, book, card);
}

/// What the sources cited above are.
pub(super) fn sources(lines: &mut Lines, book: &Book) {
    let ids = lines.cited();
    lines.heading("Sources");
    for source in cited(book, &ids) {
        lines.item(&format!("  {}: ", source.id), &source_line(source));
    }
}

fn statements<'a>(lines: &mut Lines, heading: &str, statements: impl IntoIterator<Item = &'a Statement>) {
    let mut statements = statements.into_iter().peekable();
    if statements.peek().is_none() {
        return;
    }
    lines.heading(heading);
    for statement in statements {
        lines.stated("  - ", &statement.text, Evidence::from(statement));
    }
}
