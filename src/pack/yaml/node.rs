//! A YAML value with its place in the file.

use serde_json::{Map, Number, Value as Json};

use crate::pack::path::{Path, Step};

/// Where a key or value stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Offset in bytes from the start of the file.
    pub offset: usize,
    /// Length in bytes.
    pub len: usize,
}

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it stands. For a list or a map: where its first line starts.
    pub place: Place,
    /// What it is.
    pub value: Value,
}

/// The kinds of YAML values.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing: `key:` with no value, `~` or `null`.
    Empty,
    /// `true` or `false` without quotes.
    Bool(bool),
    /// A number without quotes.
    Number(Number),
    /// A text, quoted or not.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order of the file; the same key may stand twice.
    Map(Vec<Entry>),
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub place: Place,
    /// Its value.
    pub node: Node,
}

impl Node {
    /// The place that `path` leads to, or of the last step that exists.
    #[must_use]
    pub fn place_of(&self, path: &Path) -> Place {
        let mut node = self;
        for step in path.steps() {
            let next = match step {
                Step::Key(key) => node.entry(key).map(|entry| &entry.node),
                Step::At(index) => node.items().get(*index),
                Step::Name(key) => return node.entry(key).map_or(node.place, |entry| entry.place),
            };
            match next {
                Some(found) => node = found,
                None => break,
            }
        }
        node.place
    }

    /// The entry of a map by its key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value of a map by its key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The entries of a map; nothing for any other value.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        if let Value::Map(entries) = &self.value {
            entries
        } else {
            &[]
        }
    }

    /// The items of a list; nothing for any other value.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        if let Value::List(items) = &self.value {
            items
        } else {
            &[]
        }
    }

    /// The text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value {
            Some(text)
        } else {
            None
        }
    }

    /// The same value as JSON, from which the typed model is decoded.
    #[must_use]
    pub fn to_json(&self) -> Json {
        match &self.value {
            Value::Empty => Json::Null,
            Value::Bool(value) => Json::Bool(*value),
            Value::Number(value) => Json::Number(value.clone()),
            Value::Text(text) => Json::String(text.clone()),
            Value::List(items) => items.iter().map(Self::to_json).collect(),
            Value::Map(entries) => Json::Object(
                entries
                    .iter()
                    .map(|e| (e.key.clone(), e.node.to_json()))
                    .collect::<Map<_, _>>(),
            ),
        }
    }
}
