//! The keys of a map: unknown, missing and repeated ones.

use super::schema::Shape;
use super::{Node, Walk};
use crate::pack::suggest::{did_you_mean, nearest};
use crate::pack::words::quoted;
use crate::pack::yaml::Entry;

impl Walk<'_> {
    pub(super) fn keys(&mut self, node: &Node, entries: &[Entry], shape: Shape<'_>) {
        self.repeated(entries);
        let allowed = shape.allowed();
        if allowed.is_empty() {
            return;
        }
        for entry in entries.iter().filter(|entry| !allowed.contains(&entry.key.as_str())) {
            let message = format!("there is no key {} here", quoted(&entry.key));
            self.report(
                "unknown-key",
                entry.place,
                message,
                did_you_mean(&entry.key, allowed.iter().copied(), "Keys"),
            );
        }
        for key in shape
            .required()
            .filter(|key| !entries.iter().any(|entry| entry.key == *key))
        {
            self.missing(node, entries, shape, key);
        }
    }

    fn missing(&mut self, node: &Node, entries: &[Entry], shape: Shape<'_>, key: &str) {
        // A misspelled key is reported once, as unknown.
        let allowed = shape.allowed();
        let misspelled = entries
            .iter()
            .filter(|entry| !allowed.contains(&entry.key.as_str()))
            .any(|entry| nearest(&entry.key, allowed.iter().copied()) == Some(key));
        if misspelled {
            return;
        }
        let about = shape.property(key).and_then(|inner| inner.about()).unwrap_or_default();
        let message = format!("the key `{key}` is missing");
        self.report(
            "missing-key",
            node.place,
            message,
            format!("Add `{key}:`. {about}").trim_end(),
        );
    }

    fn repeated(&mut self, entries: &[Entry]) {
        for (index, entry) in entries.iter().enumerate() {
            let first = entries.iter().take(index).find(|earlier| earlier.key == entry.key);
            if let Some(first) = first {
                let message = format!("the key {} stands here a second time", quoted(&entry.key));
                let help = "Keep one of the two; nothing decides which one would count.";
                self.findings
                    .add_at("duplicate-key", &self.file.name, Some(entry.place), message, help)
                    .see_at(&self.file.name, first.place, "the first one");
            }
        }
    }
}
