//! What a site lays over the pack, as text: always marked as local.

use super::lines::Lines;
use crate::pack::model::LicensedText;
use crate::tree::Book;

/// The heading over a descriptor.
pub const DESCRIPTOR: &str = "Descriptor (local, licensed)";

/// `+ local: TITLE`, where an overlay is loaded.
#[must_use]
pub fn local_mark(book: &Book) -> Option<String> {
    let local = book.local()?;
    Some(format!("{LOCAL}: {}", local.overlay.title))
}

/// The mark without the title, where there is no room for it.
pub const LOCAL: &str = "+ local";

/// The mark as the first line of a text.
pub(super) fn mark(lines: &mut Lines, book: &Book) {
    if let Some(local) = book.local() {
        lines.item(&format!("{LOCAL}: "), &local.overlay.title);
    }
}

/// A licensed descriptor with its notice beneath.
pub(super) fn descriptor(lines: &mut Lines, descriptor: LicensedText<'_>) {
    lines.heading(DESCRIPTOR);
    lines.item("  ", descriptor.text);
    lines.item("  ", descriptor.notice);
}

/// Whose overlay it is, what it holds, and the notice of the descriptors.
#[must_use]
pub fn about_local(book: &Book) -> Option<String> {
    let overlay = &book.local()?.overlay;
    let descriptors = overlay.descriptors.as_ref();
    let mut lines = Lines::default();
    mark(&mut lines, book);
    let holds = format!(
        "{}, {}, {}; checked {}; it changes no code",
        count(overlay.notes.len(), "note"),
        count(overlay.stops.len(), "stop"),
        count(descriptors.map_or(0, |all| all.texts.len()), "descriptor"),
        overlay.checked
    );
    lines.item("  ", &holds);
    if let Some(span) = overlay.effective {
        let to = span.to.map_or_else(|| "further notice".to_owned(), |to| to.to_string());
        lines.item(
            "  ",
            &format!("Notes and stops hold for services from {} to {to}", span.from),
        );
    }
    if let Some(descriptors) = descriptors {
        lines.item("  ", &descriptors.notice);
    }
    Some(lines.to_string())
}

fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}
