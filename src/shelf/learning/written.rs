//! The learner's file as YAML: a line a case, a fork, an axis. Every text is written as JSON writes it, which YAML reads the same.

use std::fmt::Write as _;

use super::Learning;

/// What stands at the top of the file.
const HEAD: &str = "# Written by epipath drill: what was tried, and when it is due again. No names belong here; the file may be removed.\n";

/// The text of the file.
#[must_use]
pub(super) fn written(learning: &Learning) -> String {
    let mut text = HEAD.to_owned();
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "format: {}\nedition: {}",
        learning.format,
        json(&learning.edition)
    );
    map(&mut text, "cases", learning.cases.iter());
    map(&mut text, "forks", learning.forks.iter());
    map(&mut text, "axes", learning.axes.iter());
    text
}

fn map<K: ToString, V: serde::Serialize>(
    text: &mut String,
    name: &str,
    entries: impl ExactSizeIterator<Item = (K, V)>,
) {
    if entries.len() == 0 {
        return;
    }
    let _ = writeln!(text, "{name}:");
    for (key, value) in entries {
        let _ = writeln!(text, "  {}: {}", json(&key.to_string()), json(&value));
    }
}

/// What is kept holds nothing that JSON could not write.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
