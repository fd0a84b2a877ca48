//! A shelf as YAML. Every text is written as JSON writes it, which YAML reads the same.

use std::fmt::Write as _;

use super::model::Shelf;

/// What stands at the top of the file.
const HEAD: &str =
    "# Written by epipath. Nothing of a case and nothing about a patient belongs here; the file may be removed.\n";

/// The text of the file.
#[must_use]
pub(super) fn written(shelf: &Shelf) -> String {
    let mut text = HEAD.to_owned();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "start: {}\nkeep_recent: {}", shelf.start, shelf.keep_recent);
    list(&mut text, "favorites", &shelf.favorites);
    list(&mut text, "recent", &shelf.recent);
    if shelf.notes.is_empty() {
        return text;
    }
    text.push_str("notes:\n");
    for (id, note) in &shelf.notes {
        let _ = writeln!(text, "  {}: {}", quoted(id), quoted(note));
    }
    text
}

fn list(text: &mut String, name: &str, ids: &[String]) {
    let ids: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
    let _ = writeln!(text, "{name}: [{}]", ids.join(", "));
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
