//! Reads a YAML text into [`Node`]s that know their places. The only door to the YAML library.
//!
//! Anchors, aliases, merge keys and tags are refused: a reader of a data file sees every value where it holds.

mod decode;
mod explain;
mod node;

pub use node::{Entry, Node, Place, Value};

use serde_yaml::{DuplicateKeyPolicy, MergeKeyPolicy, Options};

/// Deepest nesting that a data file may have; the deepest value today lies at 9.
const MAX_DEPTH: usize = 32;
/// Most keys and values that one file may hold; the largest file today holds about 7,000.
const MAX_NODES: usize = 50_000;

/// Why a text is not YAML we read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// Where reading stopped.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

/// Reads one file.
///
/// # Errors
///
/// The first place at which the text is not YAML, or goes beyond what a data file may do.
pub fn parse(text: &str) -> Result<Node, SyntaxError> {
    serde_yaml::from_str_with_options(text, options())
        .map(|node| tidy(node, text))
        .map_err(|error| explain::explain(&error, text))
}

fn options() -> Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: MAX_DEPTH,
            max_nodes: MAX_NODES,
            max_anchors: 0,
            max_aliases: 0,
            max_documents: 1,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Error,
        reject_unsupported_tags: true,
        strict_booleans: true,
        with_snippet: false,
    }
}

/// Gives every list and map the rest of its first line as its length, so that an excerpt can underline it.
fn tidy(mut node: Node, text: &str) -> Node {
    node.value = match node.value {
        Value::List(items) => Value::List(items.into_iter().map(|item| tidy(item, text)).collect()),
        Value::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|e| Entry {
                    node: tidy(e.node, text),
                    ..e
                })
                .collect(),
        ),
        other => return Node { value: other, ..node },
    };
    node.place.len = first_line(text, node.place.offset).len();
    node
}

/// What is left of the line at `offset`.
fn first_line(text: &str, offset: usize) -> &str {
    text.get(offset..)
        .and_then(|rest| rest.lines().next())
        .unwrap_or_default()
        .trim_end()
}
