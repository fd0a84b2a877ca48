//! Sources as text.

use super::lines::Lines;
use crate::pack::model::Source;
use crate::tree::Book;

/// All sources, or the one named.
#[must_use]
pub fn sources(book: &Book, only: Option<&str>) -> String {
    let mut lines = Lines::default();
    let wanted = |source: &&Source| only.is_none_or(|id| source.id == id);
    for source in book.pack().sources.sources.iter().filter(wanted) {
        lines.gap();
        lines.item(&format!("{}  ", source.id), &source_line(source));
        if let Some(address) = &source.address {
            lines.item("    ", address);
        }
        if let Some(note) = &source.note {
            lines.item("    ", note);
        }
    }
    lines.to_string()
}

/// Title, publisher, number, edition and when it was read, in one line.
#[must_use]
pub fn source_line(source: &Source) -> String {
    let number = source
        .number
        .as_ref()
        .map(|number| format!(", {number}"))
        .unwrap_or_default();
    let edition = source
        .edition
        .as_ref()
        .map(|edition| format!(", {edition}"))
        .unwrap_or_default();
    format!(
        "{} ({}{number}{edition}; {}; read {})",
        source.title, source.publisher, source.kind, source.read_on
    )
}

/// The sources behind a list of ids, in that order, each once.
pub fn cited<'a>(book: &'a Book, ids: &'a [String]) -> impl Iterator<Item = &'a Source> {
    let first = move |(index, id): &(usize, &String)| !ids.iter().take(*index).any(|earlier| earlier == *id);
    ids.iter()
        .enumerate()
        .filter(first)
        .filter_map(|(_, id)| book.source(id))
}
