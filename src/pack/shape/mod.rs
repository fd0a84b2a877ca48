//! Checks that the values of a file have the shape of the model, with the place of everything that has not.
//!
//! The shape is the JSON schema that `schemars` derives from the types in [`model`](super::model), so that a new
//! field is checked, explained (by its doc comment) and offered by editors without a line here.

mod keys;
mod scalar;
mod schema;

use serde_json::Value as Json;

use super::files::File;
use super::finding::Findings;
use super::words::{listed, quoted};
use super::yaml::{Node, Place, Value};
use schema::{Kind, Shape};

/// Reports everything in `file` that `schema` does not allow.
pub(super) fn check(file: &File, schema: &Json, findings: &mut Findings) {
    if let Some(node) = &file.node {
        Walk { file, findings }.value(node, Shape::root(schema), "the file");
    }
}

struct Walk<'a> {
    file: &'a File,
    findings: &'a mut Findings,
}

impl<'a> Walk<'a> {
    fn report(&mut self, check: &'static str, place: Place, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.findings.add_at(check, &self.file.name, Some(place), message, help);
    }

    /// Checks one value; `what` names it in messages.
    fn value(&mut self, node: &Node, shape: Shape<'_>, what: &str) {
        if matches!(node.value, Value::Empty) {
            return self.empty(node.place, &shape, what);
        }
        match shape.kind() {
            Kind::Map => self.map(node, shape, what),
            Kind::List(items) => self.list(node, items, what),
            Kind::Choice(choices) => self.choice(node, &choices, what),
            Kind::Date => self.date(node, what),
            Kind::Text => {
                self.text(node, what);
            }
            Kind::Whole => self.whole(node, what),
            Kind::Flag => self.flag(node, what),
            Kind::Any => {}
        }
    }

    fn empty(&mut self, place: Place, shape: &Shape<'_>, what: &str) {
        if what == "the file" {
            let help = format!("Fill it; such a file has {}.", listed(shape.required()));
            return self.report("empty-value", place, "the file holds nothing", help);
        }
        let help = match (shape.kind(), shape.about()) {
            (Kind::List(_), _) => "Write `[]` for an empty list.".to_owned(),
            (_, Some(about)) => format!("Write a value, or remove the key where it is optional. {what}: {about}"),
            (_, None) => "Write a value, or remove the line.".to_owned(),
        };
        self.report("empty-value", place, format!("{what} has no value"), help);
    }

    fn list(&mut self, node: &Node, items: Shape<'_>, what: &str) {
        let Value::List(nodes) = &node.value else {
            let help = match &node.value {
                Value::Map(_) => "Start every item with `- `.".to_owned(),
                _ => format!("Write `[{}]`, or one item a line behind `- `.", self.source(node)),
            };
            return self.mismatch(node, what, "a list", help);
        };
        let what = format!("an item of {}", what.trim_start_matches("an item of "));
        for item in nodes {
            self.value(item, items, &what);
        }
    }

    fn map(&mut self, node: &Node, shape: Shape<'_>, what: &str) {
        let Value::Map(entries) = &node.value else {
            let keys: Vec<_> = shape.required().collect();
            let help = match keys.first() {
                Some(key) => format!("Write `{{{key}: ...}}`, or one `key: value` a line below."),
                None => "Write `question: [answer]`, one question a line.".to_owned(),
            };
            return self.mismatch(node, what, "a map of `key: value` lines", help);
        };
        self.keys(node, entries, shape);
        for entry in entries {
            let Some(inner) = shape.property(&entry.key) else {
                continue;
            };
            if matches!(entry.node.value, Value::Empty) {
                self.empty(entry.place, &inner, &quoted(&entry.key));
            } else {
                self.value(&entry.node, inner, &quoted(&entry.key));
            }
        }
    }

    fn mismatch(&mut self, node: &Node, what: &str, wanted: &str, help: impl AsRef<str>) {
        let message = format!("{what} must be {wanted}, not {}", self.describe(node));
        self.report("wrong-type", node.place, message, help);
    }

    fn describe(&self, node: &Node) -> String {
        match &node.value {
            Value::Empty => "nothing".to_owned(),
            Value::Bool(_) => format!("the bare word {}", quoted(self.source(node))),
            Value::Number(_) => format!("the number {}", quoted(self.source(node))),
            Value::Text(text) => format!("the text {}", quoted(text)),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "a map".to_owned(),
        }
    }

    /// The value as it stands in the file.
    fn source(&self, node: &Node) -> &'a str {
        let Place { offset, len, .. } = node.place;
        self.file
            .text
            .get(offset..offset.saturating_add(len))
            .unwrap_or_default()
    }
}
