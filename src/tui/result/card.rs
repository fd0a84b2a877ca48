//! The card of a code: licensed descriptor, means, units, included, not described, add-on relation, codes easily taken for it.

use crate::pack::model::{Card, Statement};
use crate::report::DESCRIPTOR;
use crate::tree::Book;
use crate::tui::page::Pen;
use crate::tui::words::{dated, told};

/// Writes the descriptor that the site holds a license for, with its notice.
pub(crate) fn descriptor(pen: &mut Pen, book: &Book, code: &str) {
    if let Some(descriptor) = book.descriptor(code) {
        pen.heading(DESCRIPTOR);
        pen.text(descriptor.text);
        pen.text(descriptor.notice);
    }
}

/// Writes a card.
pub(crate) fn card(pen: &mut Pen, card: &Card) {
    relation(pen, card);
    section(pen, "Means", &card.means);
    section(pen, "Units", &card.units);
    section(pen, "Included, never reported beside it", &card.included);
    section(pen, "Not described by it", &card.excluded);
    if !card.related.is_empty() {
        pen.heading("Easily taken for it");
        for related in &card.related {
            code_point(pen, &related.code, &told(&related.differs, related.confidence));
        }
    }
}

fn relation(pen: &mut Pen, card: &Card) {
    if let Some(parent) = &card.parent {
        pen.heading("Add-on code, needs its primary procedure");
        code_point(pen, &parent.code, &told(&parent.text, parent.confidence));
    }
    if !card.add_ons.is_empty() {
        pen.heading("Add-on code it can carry");
        for add_on in &card.add_ons {
            code_point(pen, &add_on.code, &told(&add_on.earned_by, add_on.confidence));
        }
    }
}

fn code_point(pen: &mut Pen, code: &str, text: &str) {
    pen.hang((code, pen.theme().strong), 7, text, pen.theme().text);
}

fn section(pen: &mut Pen, title: &str, statements: &[Statement]) {
    if statements.is_empty() {
        return;
    }
    pen.heading(title);
    for statement in statements {
        pen.point(&format!(
            "{}{}",
            told(&statement.text, statement.confidence),
            dated(statement.effective)
        ));
    }
}
